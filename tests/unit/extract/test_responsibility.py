"""Who is blamed, who claims and who denies, on invented sentences."""

from functools import cache
from pathlib import Path

import pytest

import according.knowledge
from according.knowledge.cues import Cues, load_cues
from according.model.evidence import Span
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.responsibility import find_responsibility


@cache
def cues() -> Cues:
    return load_cues((Path(according.knowledge.__file__).parent / "data",))


def read(text: str, *triggers: Trigger) -> list[tuple[str, str, str | None]]:
    found = find_responsibility(parse_text(text), cues(), triggers)
    return [(one.actor.of(text), one.stance.value, one.by.of(text) if one.by else None) for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor accused the militia of burning the mill.", [("the militia", "blamed", "The mayor")]),
        ("The mayor blamed the militia for the raid.", [("the militia", "blamed", "The mayor")]),
        ("The militia was blamed for the raid by the mayor.", [("The militia", "blamed", "the mayor")]),
        ("The militia was blamed for the raid.", [("The militia", "blamed", None)]),
        ("The Harbour Front claimed responsibility for the raid.", [("The Harbour Front", "claimed", "The Harbour Front")]),
        ("No group has claimed responsibility for the raid.", []),
        ("The Harbour Front did not claim responsibility for the raid.", []),
        ("The militia denied involvement in the raid.", [("The militia", "denied", "The militia")]),
        ("The navy admitted bombing the ferry by mistake.", [("The navy", "claimed", "The navy")]),
        ("The navy bombed the ferry, the mayor said.", []),
    ],
)
def test_speech_acts_about_authorship_are_read(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == wanted


def test_who_tells_of_its_own_act_claims_it() -> None:
    text = "The Harbour Front said it had raided the mill."
    trigger = Trigger("test", "attack", Span(31, 37), 0, 6, Strength.EVENT, False)
    assert read(text, trigger) == [("The Harbour Front", "claimed", "The Harbour Front")]
    assert read(text) == []
