"""Which words of one sentence tell of one event, and which of two."""

import pytest
from reading_claims import DAY, initiators, names, quotes, read, read_one, targets, tolls, types, when, where

from according.knowledge.loader import load_knowledge
from according.model.answers import Status
from according.steps.dissect import parse_text
from according.steps.extract.claims.linking import group_triggers
from according.steps.extract.triggers import read_triggers


@pytest.fixture(scope="module")
def triggers():
    return load_knowledge().triggers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers shelled the town and arrested three men.", [["shelled"], ["arrested"]]),
        ("The rebels shelled the town and the army bombed the hills.", [["shelled"], ["bombed"]]),
        ("The army bombed the town after rebels fired rockets at a base.", [["bombed"], ["fired"]]),
        ("The army shelled the town in retaliation for the abduction of two soldiers.", [["shelled"], ["abduction"]]),
        ("Twelve people died after a bomb exploded.", [["died", "bomb", "exploded"]]),
        ("Jets waged four raids on Harem and two raids on Atma.", [["raids"], ["raids"]]),
        (
            "A bomb killed two farmers in Harem, and a bomb killed two shoppers in Atma.",
            [["bomb", "killed"], ["bomb", "killed"]],
        ),
        ("They raided a school, shot dead three students and carried off the imam.", [["raided", "shot dead"], ["carried off"]]),
        ("Gunmen kidnapped and killed three nurses.", [["kidnapped", "killed"]]),
        ("Jets carried out raids on Harem, amid reports about the death of six fighters.", [["raids", "death"]]),
        ("Twelve people died in an explosion.", [["died", "explosion"]]),
        ("Two people were killed while five were wounded in a raid on Harem.", [["killed", "wounded", "raid"]]),
        ("Two people were killed in Harem while five were wounded in a raid on Atma.", [["killed"], ["wounded", "raid"]]),
        ("Gunmen attacked a village, killing four people.", [["attacked", "killing"]]),
        ("The shelling of Kafr Nabl by army units killed two farmers.", [["shelling", "killed"]]),
        ("Fighting displaced 500 people.", [["Fighting"]]),
        ("The assault on the town sparked an exodus.", [["assault"]]),
        ("Rebels surrounded the village after clashes with a militia.", [["surrounded", "clashes"]]),
        ("Youths who were protesting threw stones at police, who fired tear gas.", [["protesting", "threw stones", "fired", "tear gas"]]),
        ("Rebels attacked and seized the outpost.", [["attacked", "seized"]]),
        ("The bombing hit a village where rebels killed a pilot.", [["bombing"], ["killed"]]),
        ("Militants killed four farmers, abducted six others and fled.", [["killed"], ["abducted"]]),
        ("The shelling hit the town, prompting the first air strikes on the rebels.", [["shelling"], ["air strikes"]]),
    ],
)
def test_words_for_one_event_are_grouped_and_two_events_are_parted(triggers, text: str, wanted: list[list[str]]) -> None:
    (sentence,) = parse_text(text).sentences
    groups = group_triggers(sentence, read_triggers(sentence, text, triggers)[0])
    assert [[trigger.span.of(text) for trigger in group] for group in groups] == wanted


def test_a_sentence_with_two_deeds_of_one_side_gives_two_claims() -> None:
    text = "Soldiers shelled Kafr Nabl and arrested four men in Idlib on Tuesday."
    first, second = read(text).claims
    assert types(text) == ["shelling", "arrest"]
    assert names(first.initiators) == names(second.initiators) == ["Syrian Arab Army"]
    assert (where(first), where(second)) == ("Kafr Nabl", "Idlib")
    assert tolls(first) == []
    assert tolls(second) == [("detained", "unspecified", 4, 4)]


def test_harm_and_its_cause_are_one_claim() -> None:
    claim = read_one("Twelve people died after a bomb exploded in a market in Baghdad on Monday.")
    assert claim.event_type.value == "explosive_device"
    assert tolls(claim) == [("killed", "unspecified", 12, 12)]
    assert when(claim) == (DAY.replace(day=7), DAY.replace(day=7))


def test_what_came_before_is_a_claim_of_its_own_with_its_own_side_and_place() -> None:
    text = "The Israeli army shelled Khan Younis on Tuesday after Hamas fired rockets at Sderot."
    reply, cause = read(text).claims
    assert types(text) == ["shelling", "shelling"]
    assert (names(reply.initiators), names(cause.initiators)) == (["Israel Defense Forces"], ["Hamas"])
    assert (where(reply), where(cause)) == ("Khan Yunis", "Sderot")


def test_retaliation_is_not_the_deed_that_it_answers() -> None:
    text = "The Israeli army bombed Rafah on Tuesday in retaliation for rocket fire from Gaza."
    assert types(text) == ["air_strike", "shelling"]
    assert names(read(text).claims[1].initiators) == []


def test_flight_and_burnt_houses_are_no_events_beside_the_attack_that_led_to_them() -> None:
    text = "Boko Haram attacked a village near Maiduguri on Monday. They burned houses and killed six people."
    assert types(text) == ["attack_on_civilians"]
    assert initiators(text) == ["Boko Haram"]
    assert targets(text) == ["unspecified people"]
    assert len(quotes(text)[0]) == 2


def test_the_weapon_of_another_event_in_the_sentence_is_not_this_one_s() -> None:
    text = "The Israeli army shelled Khan Younis on Tuesday after Hamas fired rockets at Sderot."
    assert [record["weapon"] for record in read(text).to_dicts()] == [None, "rockets"]


def test_a_day_is_not_what_was_hit() -> None:
    (record,) = read("A car bomb exploded in Baghdad on Monday.").to_dicts()
    assert record["hit"] is None


def test_who_is_counted_on_was_harmed_by_the_same() -> None:
    text = "A convoy struck a mine near Gao on Monday. Two drivers were killed and five wounded."
    claim = read_one(text)
    assert tolls(claim) == [("killed", "civilians", 2, 2), ("injured", "civilians", 5, 5)]


def test_two_clauses_with_a_subject_each_are_two_events() -> None:
    text = "The ministry said that its troops had raided a camp near Gao on Monday and that a rocket attack on a port had been thwarted."
    assert len(read(text).claims) == 2


def test_what_somebody_plans_has_not_happened() -> None:
    assert [one.status.value for one in read("The cell was planning bombings in Baghdad.").claims] == [Status.FORESEEN]
