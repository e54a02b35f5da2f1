"""Incident, tally or pattern, and history told in passing, on invented sentences."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import according.knowledge
from according.knowledge.cues import Cues, load_cues
from according.model.evidence import Span
from according.model.parsed import Sentence
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.kinds import judge_background, judge_kind


@cache
def cues() -> Cues:
    return load_cues((Path(according.knowledge.__file__).parent / "data",))


def find(text: str, word: str) -> tuple[Sentence, Trigger]:
    start = text.index(word)
    span = Span(start, start + len(word))
    sentence = next(one for one in parse_text(text).sentences if one.span.contains(span))
    head = next(token for token in sentence.tokens if token.span.end == span.end)
    strength = Strength.HARM if head.lemma in {"kill", "wound"} else Strength.EVENT
    return sentence, Trigger("test", "shelling", span, sentence.index, head.index, strength, head.pos == "NOUN")


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Shelling killed two men in the port on Monday.", "killed", "incident"),
        ("More than 40,000 people have been killed since the war began.", "killed", "tally"),
        ("At least 25 civilians were killed in the past 24 hours.", "killed", "tally"),
        ("The war has killed more than 90,000 people.", "killed", "tally"),
        ("A shell landed on Monday in the port, a town that has been besieged since 2014.", "landed", "incident"),
        ("The port has been shelled since March.", "shelled", "pattern"),
        ("The militia shells the port on a regular basis.", "shells", "pattern"),
        ("The truce is repeatedly violated.", "violated", "pattern"),
        ("The villagers live under constant shelling.", "shelling", "pattern"),
    ],
)
def test_the_form_of_the_clause_tells_the_kind(text: str, word: str, wanted: str) -> None:
    sentence, trigger = find(text, word)
    assert judge_kind(sentence, trigger, text, cues()).value.value == wanted


def test_a_war_wide_total_is_background() -> None:
    text = "More than 40,000 people have been killed since the war began."
    sentence, trigger = find(text, "killed")
    assert judge_background(sentence, trigger, text, cues()) is not None


def test_an_old_date_is_background_and_a_fresh_one_is_news() -> None:
    text = "Rebels captured the port."
    sentence, trigger = find(text, "captured")
    day = date(2020, 5, 20)
    old = judge_background(sentence, trigger, text, cues(), earliest=date(2019, 1, 1), latest=date(2019, 1, 1), anchor=day)
    assert old is not None
    assert old.rule == "en.kinds.long-ago"
    assert judge_background(sentence, trigger, text, cues(), earliest=date(2020, 5, 19), latest=date(2020, 5, 19), anchor=day) is None


def test_a_pluperfect_in_passing_is_background_and_reported_speech_is_not() -> None:
    told = "The army had captured the port before the talks."
    sentence, trigger = find(told, "captured")
    assert judge_background(sentence, trigger, told, cues()) is not None
    reported = "The mayor said the army had captured the port."
    sentence, trigger = find(reported, "captured")
    assert judge_background(sentence, trigger, reported, cues()) is None


def test_the_lead_is_news_also_when_it_recurs() -> None:
    text = "The militia shells the port on a regular basis."
    sentence, trigger = find(text, "shells")
    assert judge_background(sentence, trigger, text, cues(), is_lead=True) is None
    assert judge_background(sentence, trigger, text, cues()) is not None
