"""Who is blamed, who claims and who denies, on invented sentences."""

from functools import cache
from pathlib import Path

import pytest

import according.knowledge
from according.knowledge.cues import Cues, load_cues
from according.model.evidence import Span
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.responsibility import find_responsibility, may_tell_authorship


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
        ("Villagers blamed the raid on smugglers.", [("smugglers", "blamed", "Villagers")]),
        ("The raid was claimed by the Harbour Front.", [("the Harbour Front", "claimed", "the Harbour Front")]),
        ("The Harbour Front claimed the killing of the mayor.", [("The Harbour Front", "claimed", "The Harbour Front")]),
        ("The flood claimed the lives of two fishermen.", []),
        ("The pirates have yet to claim responsibility for the raid.", []),
        ("The pirates refused to accept responsibility for the raid.", []),
        ("The navy said it held the pirates responsible for the raid.", [("the pirates", "blamed", "The navy")]),
        ("The navy said it had nothing to do with the raid.", [("it", "denied", "The navy")]),
        ("The militia dismissed claims that its men had burned the mill.", [("its men", "denied", "The militia")]),
        (
            "The mayor denies the claim by the Harbour Front that its men sank the ferry.",
            [("the Harbour Front", "claimed", "the Harbour Front")],
        ),
        (
            "Norland and Sudland accused each other of shelling the dam.",
            [("Norland", "blamed", "Sudland"), ("Sudland", "blamed", "Norland")],
        ),
        ("The Harbour Front said it was behind the raid.", [("The Harbour Front", "claimed", "The Harbour Front")]),
        ("The mayor believes it was behind the raid.", []),
        ("The raid was attributed to the pirates by the mayor.", [("the pirates", "blamed", "the mayor")]),
        (
            "The mayor blamed the pirates for the raid, a charge they rejected.",
            [("the pirates", "blamed", "The mayor"), ("they", "denied", "they")],
        ),
        (
            "The mayor accused the navy and its foreign allies of burning the mill.",
            [("the navy", "blamed", "The mayor"), ("its foreign allies", "blamed", "The mayor")],
        ),
        (
            "The navy dismissed reports by the villagers that its helicopters had carried out the raid.",
            [("its helicopters", "denied", "The navy"), ("its helicopters", "blamed", "the villagers")],
        ),
        (
            "The navy said that only pirates were killed and rejected the accusation.",
            [("The navy", "denied", "The navy")],
        ),
        ("We have nothing to do with the raid.", [("We", "denied", "We")]),
        ("The mayor said the raid was the work of pirates.", [("pirates", "blamed", "The mayor")]),
        ("The navy has neither confirmed nor denied carrying out the raid.", []),
        ("Its spokesman denied that the group had any role in the raid.", [("the group", "denied", "Its spokesman")]),
        ("The inquiry found that navy helicopters had carried out the raid.", [("navy helicopters", "blamed", "The inquiry")]),
        ("The mayor said the navy carried out the raid.", []),
        (
            "The mayor said the navy carried out the raid. The navy denied it.",
            [("the navy", "blamed", "The mayor"), ("The navy", "denied", "The navy")],
        ),
    ],
)
def test_speech_acts_about_authorship_are_read(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert sorted(read(text), key=str) == sorted(wanted, key=str)


def test_a_denial_without_an_event_speaks_of_the_one_before() -> None:
    text = "Gunmen raided the mill. The militia denied any role."
    trigger = Trigger("test", "attack", Span(7, 13), 0, 1, Strength.EVENT, False)
    found = find_responsibility(parse_text(text), cues(), (trigger,))
    assert [(one.stance.value, one.sentence, one.about) for one in found] == [("denied", 1, 0)]


def test_who_admits_an_act_of_its_own_claims_it() -> None:
    text = "The navy acknowledged that its aircraft had mistakenly bombed the ferry."
    start = text.index("bombed")
    parsed = parse_text(text)
    head = next(one.index for one in parsed.sentences[0].tokens if one.text == "bombed")
    trigger = Trigger("test", "air_strike", Span(start, start + 6), 0, head, Strength.EVENT, False)
    assert read(text, trigger) == [("The navy", "claimed", "The navy")]
    assert read("The navy acknowledged that its aircraft had left the port.") == []


def test_who_tells_of_its_own_act_claims_it() -> None:
    text = "The Harbour Front said it had raided the mill."
    trigger = Trigger("test", "attack", Span(31, 37), 0, 6, Strength.EVENT, False)
    assert read(text, trigger) == [("The Harbour Front", "claimed", "The Harbour Front")]
    assert read(text) == []


def test_a_sentence_may_tell_authorship_without_telling_an_event() -> None:
    assert may_tell_authorship("The navy denied it.", cues())
    assert not may_tell_authorship("The navy thanked the mayor.", cues())


def test_a_denial_does_not_speak_of_what_is_said_beside_it() -> None:
    text = "Gunmen raided the mill. The militia denied any role and said that the navy had bombed a ferry."
    triggers = (Trigger("test", "attack", Span(7, 13), 0, 1, Strength.EVENT, False), trigger_at(text, "bombed", 1))
    found = find_responsibility(parse_text(text), cues(), triggers)
    assert [(one.stance.value, one.about) for one in found] == [("denied", 0)]


def trigger_at(text: str, words: str, sentence: int) -> Trigger:
    start = text.index(words)
    tokens = parse_text(text).sentences[sentence].tokens
    head = next(one.index for one in tokens if one.span.start == start)
    return Trigger("test", "attack", Span(start, start + len(words)), sentence, head, Strength.EVENT, False)


def test_a_charge_of_what_is_no_event_is_about_none() -> None:
    text = "Gunmen raided the mill. Norland denied backing the militia."
    trigger = trigger_at(text, "raided", 0)
    assert [one.about for one in find_responsibility(parse_text(text), cues(), (trigger,))] == [None]


def test_a_charge_in_a_noun_blames_whom_it_names() -> None:
    text = "The inquiry heard accusations from villagers that the navy had bombed the mill."
    found = find_responsibility(parse_text(text), cues(), (trigger_at(text, "bombed", 0),))
    assert ("the navy", "blamed") in [(one.actor.of(text), one.stance.value) for one in found]


def test_who_reports_of_our_men_does_not_claim_their_deed() -> None:
    text = "The council claimed that our troops had shelled the mill."
    found = find_responsibility(parse_text(text), cues(), (trigger_at(text, "shelled", 0),))
    assert [(one.actor.of(text), one.stance.value) for one in found] == [("our troops", "blamed")]
