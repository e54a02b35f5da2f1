"""What makes a telling a total of several events, and what a pattern."""

import pytest
from reading_claims import read

from according.model.answers import Kind, Status


def kinds(text: str) -> set[Kind]:
    return {one.kind.value for one in read(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Partners documented nine cases of sexual violence in camps around Jowhar in February.",
        "The centre said five violations of the truce were registered in Hama over the past 24 hours.",
        "Monitors recorded some 6,100 ceasefire violations in Hama between 1 and 14 April.",
        "Monitors counted 62 breaches of the truce in Hama in 24 hours.",
        "The fighting in Kafr Nabl has left at least 210 people dead.",
        "Mines left in Kafr Nabl have claimed the lives of seven villagers in less than a week.",
    ],
)
def test_counted_events_and_the_dead_of_a_period_are_a_total(text: str) -> None:
    assert kinds(text) == {Kind.TALLY}


@pytest.mark.parametrize(
    "text",
    [
        "Two car bombs exploded in Kafr Nabl on Monday, killing 20 people.",
        "Air strikes have killed at least 29 people in Kafr Nabl on Monday.",
        "Fierce government bombardment has killed 43 people in Kafr Nabl.",
    ],
)
def test_what_happened_on_one_day_is_one_event(text: str) -> None:
    assert kinds(text) == {Kind.INCIDENT}


def test_uncounted_cases_are_a_pattern() -> None:
    assert kinds("Women's groups reported cases of rape in Kafr Nabl.") == {Kind.PATTERN}


@pytest.mark.parametrize(
    "text",
    [
        "There was no immediate claim of responsibility for the bombing in Kafr Nabl.",
        "The rebels denied responsibility for the bombing in Kafr Nabl.",
        "The army denied any involvement in the bombing of Kafr Nabl.",
        "The bombing in Kafr Nabl was apparently carried out by the Red Front.",
        "There were no casualties in the bombing of Kafr Nabl.",
    ],
)
def test_doubt_about_who_did_it_is_no_doubt_that_it_happened(text: str) -> None:
    assert {one.status.value for one in read(text).claims} == {Status.HAPPENED}


def test_a_denial_ends_where_the_speaker_goes_on() -> None:
    claims = read("The governor denied that the depot had burned and said four missiles were intercepted over Kafr Nabl.").claims
    found = next(one for one in claims if one.event_type.value == "interception")
    assert found.status.value is Status.HAPPENED
    assert [one.value.name for one in found.attribution] == ["governor"]


@pytest.mark.parametrize(
    "text",
    [
        "The school in Kafr Nabl decided to end classes because of the raids.",
        "Four villagers got injured due to a rebel attack on Kafr Nabl.",
        "The convoy reached Kafr Nabl despite repeated requests for access to besieged areas.",
    ],
)
def test_a_cause_and_a_state_of_things_are_taken_for_granted(text: str) -> None:
    assert {one.status.value for one in read(text).claims} == {Status.HAPPENED}


def test_the_doubt_of_a_verb_is_that_of_its_attackers() -> None:
    claim = read("Three suicide bombers reportedly attacked families in Kafr Nabl.").claims[0]
    assert claim.status.value is Status.UNCONFIRMED


def test_to_call_something_an_attack_asks_for_none() -> None:
    claims = read("A strike on Kafr Nabl caused a fire; the president called it a deliberate attack.").claims
    assert {one.status.value for one in claims} == {Status.HAPPENED}


@pytest.mark.parametrize(
    "text",
    [
        "Six shepherds were wounded in three separate explosions near Homs on Monday.",
        "The army recaptured 46 villages near Homs between 1 and 30 May.",
        "Total for the day: 14 killed.",
    ],
)
def test_several_events_and_the_count_of_a_period_are_a_total(text: str) -> None:
    assert {one.kind.value for one in read(text).claims} == {Kind.TALLY}


def test_the_dead_of_a_war_are_no_toll_of_the_raid_told_before() -> None:
    text = "An air raid killed 16 civilians in Aleppo on Monday. A centre put the death toll from the five-year conflict at 470000."
    kinds = {claim.event_type.value: claim.kind.value for claim in read(text).claims}
    assert kinds == {"air_strike": Kind.INCIDENT, "other": Kind.TALLY}
