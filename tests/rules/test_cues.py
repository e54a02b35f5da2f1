"""Run the examples and counterexamples of every cue rule."""

from functools import cache
from pathlib import Path

import pytest

import according.knowledge
from according.errors import KnowledgeError
from according.knowledge.cues import CueExample, CueRule, Cues, load_cues
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.attribution import find_attributions
from according.steps.extract.kinds import judge_background, judge_kind
from according.steps.extract.responsibility import find_responsibility
from according.steps.extract.status import judge_no_event, judge_status

DATA = Path(according.knowledge.__file__).parent / "data"
HARM_LEMMAS = {"kill", "wound", "injure", "die", "capture", "recapture", "burn"}


@cache
def cues() -> Cues:
    return load_cues((DATA,))


def parse_with_trigger(text: str, words: str) -> tuple[ParsedReport, Sentence, Trigger]:
    """Parse a text and make a trigger of some of its words, hung on the last content word among them."""
    parsed = parse_text(text)
    start = text.index(words)
    span = Span(start, start + len(words))
    sentence = next(one for one in parsed.sentences if one.span.overlaps(span))
    inside = [token for token in sentence.tokens if span.contains(token.span)]
    head = next((token for token in inside if token.head not in {one.index for one in inside} or token.head == token.index), inside[-1])
    strength = Strength.HARM if head.lemma in HARM_LEMMAS else Strength.EVENT
    trigger = Trigger("test", "shelling", span, sentence.index, head.index, strength, head.pos in {"NOUN", "PROPN"})
    return parsed, sentence, trigger


def answer_status(shown: CueExample) -> str:
    _, sentence, trigger = parse_with_trigger(shown.text, shown.trigger)
    nothing = judge_no_event(sentence, trigger, shown.text, cues())
    return nothing.value if nothing else judge_status(sentence, trigger, shown.text, cues()).value


def answer_kinds(shown: CueExample) -> str:
    _, sentence, trigger = parse_with_trigger(shown.text, shown.trigger)
    if judge_background(sentence, trigger, shown.text, cues()) is not None and "background" in shown.finds + shown.why:
        return "background"
    return judge_kind(sentence, trigger, shown.text, cues()).value


def answer_responsibility(shown: CueExample) -> str:
    parsed = parse_text(shown.text)
    return "; ".join(
        f"{one.actor.of(shown.text)} {one.stance} by {one.by.of(shown.text) if one.by else '-'}"
        for one in find_responsibility(parsed, cues())
    )


def answer_attribution(shown: CueExample) -> str:
    parsed = parse_text(shown.text)
    start = shown.text.index(shown.trigger)
    asked = Span(start, start + len(shown.trigger))
    speakers = [
        speaker.span.of(shown.text)
        for mention in find_attributions(parsed, cues())
        if any(content.contains(asked) for content in mention.content)
        for speaker in mention.speakers
    ]
    return "; ".join(speakers)


ANSWERS = {
    "status": answer_status,
    "kinds": answer_kinds,
    "responsibility": answer_responsibility,
    "attribution": answer_attribution,
}


def list_examples() -> list[object]:
    loaded = cues()
    cases = []
    for topic in ANSWERS:
        rules: tuple[CueRule, ...] = getattr(loaded, topic).rules
        for rule in rules:
            for label, examples in (("example", rule.example), ("counterexample", rule.counterexample)):
                cases += [pytest.param(topic, shown, id=f"{rule.id}-{label}-{number}") for number, shown in enumerate(examples)]
    return cases


@pytest.mark.parametrize(("topic", "shown"), list_examples())
def test_a_cue_rule_does_what_its_example_says(topic: str, shown: CueExample) -> None:
    assert ANSWERS[topic](shown) == shown.finds, shown.why


GOOD = """[[rule]]
id = "en.status.test"
says = "denied"
words = ["in no way"]
reach = "forward"
[[rule.example]]
text = "They in no way attacked it."
trigger = "attacked"
finds = "denied"
"""
COUNTER = """[[rule.counterexample]]
text = "They attacked it."
trigger = "attacked"
finds = "happened"
why = "Plain."
"""


def load_overlay(folder: Path, words: str) -> Cues:
    path = folder / "languages" / "en" / "cues" / "status.toml"
    path.parent.mkdir(parents=True)
    path.write_text(words, encoding="utf-8")
    return load_cues((DATA, folder))


def test_an_overlay_adds_its_rules(tmp_path: Path) -> None:
    added = load_overlay(tmp_path, GOOD + COUNTER)
    assert {rule.id for rule in added.status.rules} - {rule.id for rule in cues().status.rules} == {"en.status.test"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (GOOD, "`counterexample` is missing"),
        (GOOD.replace("forward", "sideways") + COUNTER, "unknown reach"),
        (GOOD.replace("en.status.test", "test") + COUNTER, "does not name its topic"),
        (GOOD + COUNTER + GOOD + COUNTER, "there twice"),
        (GOOD + COUNTER.replace('why = "Plain."\n', ""), "does not say why"),
        (GOOD.replace('trigger = "attacked"', 'trigger = "shelled"') + COUNTER, "not in its text"),
        (GOOD.replace("reach", "reech") + COUNTER, "unknown key"),
    ],
)
def test_a_rule_that_is_not_well_formed_is_refused(tmp_path: Path, words: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_overlay(tmp_path, words)
