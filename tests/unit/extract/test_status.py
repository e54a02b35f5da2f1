"""Whether the event of a trigger happened, on invented sentences."""

from functools import cache
from pathlib import Path

import pytest

import according.knowledge
from according.knowledge.cues import Cues, load_cues
from according.model.answers import Status
from according.model.evidence import Span
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.status import judge_no_event, judge_status


@cache
def cues() -> Cues:
    return load_cues((Path(according.knowledge.__file__).parent / "data",))


def judge(text: str, word: str, *, strength: Strength = Strength.EVENT) -> str:
    """Return the status of a word's event, or why it is none."""
    parsed = parse_text(text)
    start = text.index(word)
    span = Span(start, start + len(word))
    sentence = next(one for one in parsed.sentences if one.span.contains(span))
    head = next(token for token in sentence.tokens if token.span.end == span.end)
    trigger = Trigger("test", "shelling", span, sentence.index, head.index, strength, head.pos == "NOUN")
    nothing = judge_no_event(sentence, trigger, text, cues())
    return nothing.value if nothing else judge_status(sentence, trigger, text, cues()).value.value


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The army shelled the port.", "shelled", "happened"),
        ("The army said it had shelled the port.", "shelled", "happened"),
        ("Many houses were damaged due to the shelling of the port.", "shelling", "happened"),
        ("Gunmen raided the port; no party has claimed responsibility yet.", "raided", "happened"),
        ("The claim that the army shelled the port is false.", "shelled", "denied"),
        ("The army did not shell the port.", "shell", "denied"),
        ("The council rejected all excuses that justify the shelling of the port.", "shelling", "happened"),
        ("The army denied shelling the port.", "shelling", "denied"),
        ("The shelling of the port was denied by the army.", "shelling", "denied"),
        ("Neither side shelled the port.", "shelled", "denied"),
        ("The army has never shelled the port.", "shelled", "denied"),
        ("The army allegedly shelled the port.", "shelled", "unconfirmed"),
        ("An alleged attack on the port was filmed.", "attack", "unconfirmed"),
        ("The army is accused of shelling the port.", "shelling", "unconfirmed"),
        ("Rebels claimed that the army shelled the port.", "shelled", "unconfirmed"),
        ("Rebels claimed to have shelled the port.", "shelled", "happened"),
        ("The army will shell the port.", "shell", "foreseen"),
        ("The army threatened to shell the port.", "shell", "foreseen"),
        ("The army plans an attack on the port.", "attack", "foreseen"),
        ("The army may soon launch a limited attack on the port.", "attack", "foreseen"),
        ("An attack on the port is expected.", "attack", "foreseen"),
        ("The council urged the group to attack the port.", "attack", "foreseen"),
        ("The guards prevented an attack on the port.", "attack", "prevented"),
        ("The attack on the port was foiled.", "attack", "prevented"),
        ("The guards repelled an attack on the port.", "attack", "happened"),
        ("If the army shells the port, the talks will end.", "shells", "no event"),
        ("The army fired rockets to destroy the port.", "destroy", "no event"),
        ("The army will not shell the port.", "shell", "no event"),
        ("The army failed to seize the port.", "seize", "no event"),
        ("The army managed to seize the port.", "seize", "happened"),
    ],
)
def test_the_words_around_a_trigger_say_whether_it_happened(text: str, word: str, wanted: str) -> None:
    assert judge(text, word) == wanted


def test_a_failed_try_is_no_harm_but_a_try_may_be_an_attack() -> None:
    text = "The guards tried to kill the scouts."
    assert judge(text, "kill", strength=Strength.HARM) == "attempted"
    assert judge("The guards tried to storm the port.", "storm") == "happened"


def test_being_unable_to_kill_is_no_killing() -> None:
    assert judge("The guards opened fire but were unable to kill the scouts.", "kill", strength=Strength.HARM) == "no event"


def test_what_is_said_of_one_event_does_not_touch_another() -> None:
    text = "The army shelled the port and vowed to seize the island."
    assert (judge(text, "shelled"), judge(text, "seize")) == ("happened", "foreseen")


def test_the_triggers_own_status_counts_where_no_cue_speaks() -> None:
    text = "Sappers dismantled a bomb."
    sentence = parse_text(text).sentences[0]
    trigger = Trigger("en.test", "explosive_device", Span(8, 18), 0, 1, Strength.EVENT, False, status=Status.PREVENTED)
    found = judge_status(sentence, trigger, text, cues())
    assert (found.value, found.rule) == (Status.PREVENTED, "en.test")


def test_a_status_names_its_cue() -> None:
    text = "The army denied that it shelled the port."
    sentence = parse_text(text).sentences[0]
    trigger = Trigger("en.test", "shelling", Span(24, 31), 0, 5, Strength.EVENT, False)
    found = judge_status(sentence, trigger, text, cues())
    assert (found.span.of(text), found.rule) == ("denied", "en.status.denied")


def test_a_denied_claim_is_denied() -> None:
    assert judge("The ministry denies the claim by the rebels that they shelled the mill.", "shelled") == "denied"


def test_what_was_forestalled_was_prevented() -> None:
    assert judge("Guards shot him before he could bomb the mill.", "bomb") == "prevented"


def test_an_event_that_is_due_is_foreseen() -> None:
    assert judge("A bombardment is due on Monday.", "bombardment") == "foreseen"


def test_what_pictures_appear_to_show_is_unconfirmed() -> None:
    assert judge("Pictures appear to show that the mill was shelled.", "shelled") == "unconfirmed"


def test_who_had_to_leave_has_left() -> None:
    assert judge("Many had to flee.", "flee") == "happened"


def test_what_goes_on_after_a_call_has_happened() -> None:
    assert judge("They called for a strike and shelled the mill.", "shelled") == "happened"


def test_a_proposal_that_is_turned_down_is_no_event() -> None:
    assert judge("The army rejected a proposal for a truce.", "truce") == "no event"


def test_what_nobody_will_get_is_no_event() -> None:
    assert judge("The rebels will release no captive.", "release") == "no event"
