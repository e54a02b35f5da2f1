from datetime import date

import pytest

import according
from according.model.evidence import Found, Reason, Unresolved
from according.steps.extract.dates import read_date

WEDNESDAY = date(2017, 3, 15)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Tuesday last week", "2017-03-07", "2017-03-07"),
        ("Tuesday of last week", "2017-03-07", "2017-03-07"),
        ("last week on Tuesday", "2017-03-07", "2017-03-07"),
        ("the week before last", "2017-02-27", "2017-03-05"),
        ("the month before last", "2017-01-01", "2017-01-31"),
        ("the night before last", "2017-03-13", "2017-03-14"),
        ("at the start of the week", "2017-03-13", "2017-03-15"),
        ("on the 3rd of this month", "2017-03-03", "2017-03-03"),
        ("on the 20th.", "2017-02-20", "2017-02-20"),
        ("in the first week of March", "2017-03-01", "2017-03-07"),
        ("in the last week of February", "2017-02-22", "2017-02-28"),
        ("the first three weeks of January", "2017-01-01", "2017-01-21"),
        ("in the last days of February", "2017-02-21", "2017-02-28"),
        ("the first two months of the year", "2017-01-01", "2017-02-28"),
        ("the last three months of 2016", "2016-10-01", "2016-12-31"),
        ("between January and March", "2017-01-01", "2017-03-31"),
        ("from November to February", "2016-11-01", "2017-02-28"),
        ("late last month", "2017-02-21", "2017-02-28"),
        ("in the week ending 12 March", "2017-03-06", "2017-03-12"),
        ("in the week of 8 March", "2017-03-06", "2017-03-12"),
        ("in the week from 8 March", "2017-03-08", "2017-03-14"),
        ("Mondays raid", "2017-03-13", "2017-03-13"),
        ("yesterdays shelling", "2017-03-14", "2017-03-14"),
        ("last months offensive", "2017-02-01", "2017-02-28"),
        ("yesterday evening and today", "2017-03-14", "2017-03-15"),
        ("a year ago today", "2016-03-15", "2016-03-15"),
        ("in the past fortnight", "2017-03-01", "2017-03-15"),
        ("in the coming days", "2017-03-15", "2017-03-22"),
        ("in February of last year", "2016-02-01", "2016-02-29"),
        ("next June", "2017-06-01", "2017-06-30"),
        ("in the early 1990s", "1990-01-01", "1993-12-31"),
        ("12.3.17", "2017-03-12", "2017-03-12"),
        ("on Newroz 2016", "2016-03-21", "2016-03-21"),
        ("15 Aab 2016", "2016-08-15", "2016-08-15"),
        ("in Ayloul", "2016-09-01", "2016-09-30"),
        ("in Kanun Awwal 2016", "2016-12-01", "2016-12-31"),
        ("3 Huzayran 2016", "2016-06-03", "2016-06-03"),
        ("in Tishreen al-Thani 2016", "2016-11-01", "2016-11-30"),
    ],
)
def test_pieces_of_weeks_months_and_years_give_their_days(words: str, first: str, last: str) -> None:
    answer = read_date(words, WEDNESDAY)
    assert isinstance(answer, Found)
    assert (str(answer.value.earliest), str(answer.value.latest)) == (first, last)


@pytest.mark.parametrize("words", ["every Friday", "on Mondays they march", "a few days ago", "two days after the truce"])
def test_what_names_no_day_stays_open(words: str) -> None:
    assert not isinstance(read_date(words, WEDNESDAY), Found)


def test_a_day_before_last_needs_an_anchor() -> None:
    answer = read_date("the week before last", None)
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.NO_ANCHOR


def test_a_clause_with_after_is_dated_from_the_day_of_what_followed() -> None:
    text = "NAIROBI, 15 March 2017 (Coast Wire) - Gunmen stormed a base in Kismayo Tuesday, two days after a car bomb exploded in Afgoye."
    days = {one["event_type"]: (one["date"] or {}).get("earliest") for one in according.code(text, published=WEDNESDAY).to_dicts()}
    assert days["explosive_device"] == "2017-03-12"
    assert days["armed_clash"] == "2017-03-14"
