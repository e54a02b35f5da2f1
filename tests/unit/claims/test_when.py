"""When: which of several dates is the event's, and what an event without one takes from the story around it."""

from datetime import date

import pytest
from reading_claims import DAY, read, when

from according.model.claim import Claim
from according.model.evidence import Basis, Found, Unresolved

TUESDAY, WEDNESDAY = date(2021, 6, 8), date(2021, 6, 9)


def of(text: str, event_type: str) -> Claim:
    found = [claim for claim in read(text).claims if claim.event_type.value == event_type]
    assert len(found) == 1, [claim.event_type.value for claim in read(text).claims]
    return found[0]


def how(claim: Claim) -> tuple[Basis, str]:
    assert isinstance(claim.when, Found), claim.when
    return claim.when.basis, claim.when.rule


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Tuesday that rebels had shelled Kafr Nabl.",
        "The army on Tuesday said rebels had shelled Kafr Nabl.",
        "Rebels shelled Kafr Nabl, the army said in a statement late on Tuesday.",
        "In a Tuesday statement the army said that rebels had shelled Kafr Nabl.",
        "Rebels shelled Kafr Nabl, the army said in a press release published on Tuesday.",
    ],
)
def test_the_day_of_a_statement_is_not_the_day_of_what_it_tells(text: str) -> None:
    assert isinstance(of(text, "shelling").when, Unresolved)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the army said that rebels had shelled Kafr Nabl.",
        "Rebels shelled Kafr Nabl in the north on Tuesday, two officers said.",
        "Rebels shelled Kafr Nabl on Tuesday villagers said.",
    ],
)
def test_a_day_that_opens_the_sentence_or_stands_before_the_speaker_is_the_event_s(text: str) -> None:
    assert when(of(text, "shelling")) == (TUESDAY, TUESDAY)


def test_a_year_of_another_clause_is_not_the_event_s() -> None:
    claim = of("Rebels shelled the theatre of Kafr Nabl, which was opened by the governor in 2004.", "shelling")
    assert isinstance(claim.when, Unresolved)


def test_the_first_since_a_year_does_not_date_an_event() -> None:
    claim = of("It was the first car bomb in Kafr Nabl since the uprising began in March 2011.", "explosive_device")
    assert isinstance(claim.when, Unresolved)


def test_what_came_after_a_dated_deed_is_not_before_it_and_not_after_the_report() -> None:
    claim = of("Rebels executed a pilot after he had parachuted from his plane on Tuesday.", "execution")
    assert when(claim) == (TUESDAY, DAY)
    assert how(claim) == (Basis.INFERRED, "en.date.after-clause")


def test_the_date_beside_the_event_wins_over_one_of_the_harm() -> None:
    claim = of("A woman died on Tuesday of wounds from last week's rocket attack on Sderot.", "shelling")
    assert when(claim) == (date(2021, 5, 31), date(2021, 6, 6))


def test_what_a_story_tells_next_happened_on_the_same_day() -> None:
    text = "Warplanes bombed Kafr Nabl on Tuesday. A car bomb also exploded at a checkpoint near Kafr Nabl."
    claim = of(text, "explosive_device")
    assert when(claim) == (TUESDAY, TUESDAY)
    assert how(claim) == (Basis.INHERITED, "en.date.event-before")


@pytest.mark.parametrize(
    "second",
    [
        "Elsewhere, gunmen killed four people in Kafr Nabl.",
        "Earlier, rebels fired mortars at Kafr Nabl.",
        "Rebels fired mortars at Hasakah.",
        "Rebels repeatedly fired mortars at Kafr Nabl.",
        "Rebels threatened to fire mortars at Kafr Nabl.",
    ],
)
def test_a_story_that_turns_elsewhere_hands_on_no_day(second: str) -> None:
    claims = read(f"Warplanes bombed Kafr Nabl on Tuesday. {second}").claims
    assert not any(isinstance(claim.when, Found) for claim in claims if claim.event_type.value != "air_strike")


def test_the_day_of_a_list_s_heading_dates_its_entries() -> None:
    text = "Incidents recorded on 9 June 2021\n\nRebels shelled Kafr Nabl.\n\nGunmen abducted a teacher in Bama.\n"
    for event_type in ("shelling", "abduction"):
        assert when(of(text, event_type)) == (WEDNESDAY, WEDNESDAY)
        assert how(of(text, event_type)) == (Basis.INHERITED, "en.date.list-heading")


@pytest.mark.parametrize("heading", ["Monitor of Idlib - Daily summary for Wednesday, 9 June 2021", "DAILY LOG - 9 June 2021"])
def test_a_daily_report_is_about_its_day(heading: str) -> None:
    assert when(of(f"{heading}\n\nSARMIN\n\nRebels shelled Kafr Nabl.\n", "shelling")) == (WEDNESDAY, WEDNESDAY)


def test_the_period_of_a_report_is_that_of_its_heading() -> None:
    text = "SYRIA: Humanitarian update, 31 May - 6 June 2021\n\nShelling of Kafr Nabl killed nine people during the reporting period.\n"
    claim = read(text).claims[0]
    assert when(claim) == (date(2021, 5, 31), date(2021, 6, 6))


def test_a_perfect_leaves_the_day_open() -> None:
    claim = of("Warplanes bombed Kafr Nabl on Tuesday. Rebels have laid landmines near Kafr Nabl.", "explosive_device")
    assert isinstance(claim.when, Unresolved)


def test_what_happened_in_a_since_clause_happened_then() -> None:
    claim = of("The town has changed since rebels seized Kafr Nabl in May 2015.", "territory_gained_by_nonstate_actor")
    assert when(claim) == (date(2015, 5, 1), date(2015, 5, 31))


def test_the_day_of_publication_in_a_heading_dates_no_entry() -> None:
    text = "Statement of the council, 9 June 2021\n\nRebels shelled Kafr Nabl.\n"
    assert isinstance(of(text, "shelling").when, Unresolved)


def test_by_a_day_to_come_begins_with_the_report() -> None:
    claim = of("The army vowed to recapture Kafr Nabl by the end of the year.", "territory_gained_by_government")
    assert when(claim) == (DAY, date(2021, 12, 31))


def test_today_in_a_quotation_may_have_been_the_day_before_the_report() -> None:
    claim = of('"Rebels shelled Kafr Nabl today," the army said in a statement.', "shelling")
    assert when(claim) == (WEDNESDAY, DAY)
    assert how(claim) == (Basis.INFERRED, "en.date.today")


def test_an_event_in_another_country_takes_no_day_from_the_sentence_before() -> None:
    text = "Gunmen shelled a village near Mogadishu on Tuesday and abducted three women. An air strike hit Kafr Nabl."
    assert isinstance(of(text, "air_strike").when, Unresolved)


@pytest.mark.parametrize(
    "text",
    [
        "The raids on Kafr Nabl on Tuesday came amid intense clashes between soldiers and rebels near Maarrat.",
        "Rebels clashed with soldiers near Maarrat while jets bombed Kafr Nabl on Tuesday.",
    ],
)
def test_what_goes_on_at_the_same_time_has_the_same_day(text: str) -> None:
    claim = of(text, "armed_clash")
    assert when(claim) == (TUESDAY, TUESDAY)


def test_a_perfect_further_up_leaves_the_day_open_too() -> None:
    text = "Rebels shelled Kafr Nabl on Tuesday. The hills have allowed them to withstand heavy aerial bombardment."
    assert all(isinstance(one.when, Unresolved) for one in read(text).claims if one.event_type.value == "air_strike")


def test_more_dead_of_the_same_story_died_on_its_day() -> None:
    text = "Jets bombed Kafr Nabl on Tuesday, killing two people. Five more civilians were killed in Kafranbel."
    assert {when(one) for one in read(text).claims} == {(TUESDAY, TUESDAY)}


def test_a_total_of_the_war_counts_from_where_the_war_is_said_to_begin() -> None:
    text = "The uprising began in March 2011. The war has killed more than 280,000 people, monitors say."
    claim = next(one for one in read(text).claims if one.tolls)
    assert when(claim) == (date(2011, 3, 1), DAY)


def test_the_past_weeks_count_from_the_day_on_which_somebody_spoke() -> None:
    text = "The group shot 60 captives in Kafr Nabl during the past two weeks, a monitor said on Tuesday."
    assert when(read(text).claims[0]) == (date(2021, 5, 25), TUESDAY)


@pytest.mark.parametrize(
    "heading",
    [
        "BAY WATCH | Log no. 12 | Tuesday 8 June 2021",
        "COAST SECURITY LOG: Tuesday 8 June 2021",
        "BAY MONITOR - entries for Tuesday 8 June 2021",
    ],
)
def test_the_day_in_the_title_of_a_log_dates_its_entries(heading: str) -> None:
    claim = of(f"{heading}\n\nMaarrat\n\nRebels shelled the mill of Kafr Nabl, residents said.", "shelling")
    assert when(claim) == (TUESDAY, TUESDAY)
    assert how(claim) == (Basis.INHERITED, "en.date.list-heading")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Kafr Nabl, the Valley Monitoring Group (VMG) said on Tuesday.",
        "Rebels shelled Kafr Nabl, the mayor (an engineer) told reporters late on Tuesday.",
    ],
)
def test_words_in_brackets_before_a_verb_of_saying_change_nothing(text: str) -> None:
    assert isinstance(of(text, "shelling").when, Unresolved)


def test_since_then_counts_from_what_goes_on_since() -> None:
    claim = of("The war has gone on since May 2015. Since then more than 2,000 people have been killed.", "other")
    assert when(claim) == (date(2015, 5, 1), DAY)


def test_that_evening_is_of_the_same_day() -> None:
    claim = of("Rebels fired at a post in Sarmin on 7 June. Jets bombed Kafr Nabl that evening and killed two people.", "air_strike")
    assert when(claim) == (date(2021, 6, 7), date(2021, 6, 7))


def test_overnight_into_a_day_ends_on_it() -> None:
    claim = of("Overnight into Tuesday rebels shelled Kafr Nabl and killed two people.", "shelling")
    assert when(claim) == (date(2021, 6, 7), TUESDAY)
