from datetime import date

import pytest

from according.model.answers import DatePrecision
from according.model.evidence import Found, Reason, Unresolved
from according.steps.extract.dates import read_date
from according.steps.extract.dates_finding import find_atoms
from according.steps.extract.dates_pieces import PIECE_RULES
from according.steps.extract.dates_relative import RELATIVE_RULES
from according.steps.extract.dates_rules import ABSOLUTE_RULES

THURSDAY = date(2019, 3, 7)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("On March 6,", "2019-03-06", "2019-03-06", "day"),
        ("on 6 March 2017", "2017-03-06", "2017-03-06", "day"),
        ("Sunday, March 3, 2019", "2019-03-03", "2019-03-03", "day"),
        ("Sun 3 Mar 2019", "2019-03-03", "2019-03-03", "day"),
        ("the 6th of March", "2019-03-06", "2019-03-06", "day"),
        ("the sixth of March", "2019-03-06", "2019-03-06", "day"),
        ("06.03.2019", "2019-03-06", "2019-03-06", "day"),
        ("05-02-2015", "2015-02-05", "2015-02-05", "day"),
        ("2019-03-06", "2019-03-06", "2019-03-06", "day"),
        ("13/02/2019", "2019-02-13", "2019-02-13", "day"),
        ("on December 31", "2018-12-31", "2018-12-31", "day"),
        ("6-8 March", "2019-03-06", "2019-03-08", "days"),
        ("March 3-5, 2018", "2018-03-03", "2018-03-05", "days"),
        ("between 3 and 5 March", "2019-03-03", "2019-03-05", "days"),
        ("from 28 February to 3 March", "2019-02-28", "2019-03-03", "days"),
        ("between January and March 2018", "2018-01-01", "2018-03-31", "period"),
        ("in February", "2019-02-01", "2019-02-28", "month"),
        ("in July", "2018-07-01", "2018-07-31", "month"),
        ("In May", "2018-05-01", "2018-05-31", "month"),
        ("In March 12 people were killed", "2019-03-01", "2019-03-31", "month"),
        ("March 2011", "2011-03-01", "2011-03-31", "month"),
        ("early March", "2019-03-01", "2019-03-10", "period"),
        ("late 2018", "2018-10-01", "2018-12-31", "period"),
        ("at the end of last year", "2018-10-01", "2018-12-31", "period"),
        ("in the second part of 2018", "2018-07-01", "2018-12-31", "period"),
        ("the first quarter of 2018", "2018-01-01", "2018-03-31", "period"),
        ("the first half of February", "2019-02-01", "2019-02-15", "period"),
        ("in 2018", "2018-01-01", "2018-12-31", "year"),
        ("the 1967 war", "1967-01-01", "1967-12-31", "year"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "period"),
        ("between 2012 and 2014", "2012-01-01", "2014-12-31", "period"),
        ("last summer", "2018-06-01", "2018-08-31", "period"),
        ("in winter 2016", "2016-12-01", "2017-02-28", "period"),
        ("12 Kanun al-Thani 2016", "2016-01-12", "2016-01-12", "day"),
        ("in Nisan 2016", "2016-04-01", "2016-04-30", "month"),
        ("in Tammuz", "2018-07-01", "2018-07-31", "month"),
        ("in Tishrin", "2018-10-01", "2018-11-30", "period"),
        ("Tishrin al-Awwal 2015", "2015-10-01", "2015-10-31", "month"),
        ("on Friday", "2019-03-01", "2019-03-01", "day"),
        ("late Thursday", "2019-03-07", "2019-03-07", "day"),
        ("last Thursday", "2019-02-28", "2019-02-28", "day"),
        ("next Friday", "2019-03-08", "2019-03-08", "day"),
        ("on Tuesday and during the night", "2019-03-05", "2019-03-06", "days"),
        ("on Tuesday evening", "2019-03-05", "2019-03-05", "day"),
        ("from Friday to Sunday", "2019-03-01", "2019-03-03", "days"),
        ("started on Friday and was continuing on Saturday", "2019-03-01", "2019-03-02", "days"),
        ("overnight", "2019-03-06", "2019-03-07", "days"),
        ("overnight Tuesday", "2019-03-05", "2019-03-06", "days"),
        ("last week", "2019-02-25", "2019-03-03", "week"),
        ("earlier this month", "2019-03-01", "2019-03-07", "period"),
        ("last month", "2019-02-01", "2019-02-28", "month"),
        ("last year", "2018-01-01", "2018-12-31", "year"),
        ("over the weekend", "2019-03-02", "2019-03-03", "days"),
        ("yesterday", "2019-03-06", "2019-03-06", "day"),
        ("two days ago", "2019-03-05", "2019-03-05", "day"),
        ("a week ago", "2019-02-25", "2019-03-03", "week"),
        ("five years ago", "2014-01-01", "2014-12-31", "year"),
        ("in the past 24 hours", "2019-03-06", "2019-03-07", "days"),
        ("the last two weeks", "2019-02-21", "2019-03-07", "period"),
        ("in recent weeks", "2019-02-07", "2019-03-07", "period"),
        ("since Saturday", "2019-03-02", "2019-03-07", "days"),
        ("since 2011", "2011-01-01", "2019-03-07", "period"),
        ("since the war began in March 2011", "2011-03-01", "2019-03-07", "period"),
        ("From March to May last year", "2018-03-01", "2018-05-31", "period"),
        ("since the siege began on 4 April last year", "2018-04-04", "2019-03-07", "period"),
        ("since the start of the year", "2019-01-01", "2019-03-07", "period"),
        ("on New Year's Eve", "2018-12-31", "2018-12-31", "day"),
        ("in Q3 2018", "2018-07-01", "2018-09-30", "period"),
        ("They will meet within the next two days", "2019-03-07", "2019-03-09", "days"),
        ("They will surrender within 60 days", "2019-03-07", "2019-05-06", "period"),
        ("By Sunday the troops will have left", "2019-03-07", "2019-03-10", "period"),
        ("for a fourth day on Tuesday", "2019-03-02", "2019-03-05", "days"),
        ("a day after the 16 February vote", "2019-02-17", "2019-02-17", "day"),
        ("Six people were hurt due to rocket shells on Friday", "2019-03-01", "2019-03-01", "day"),
        ("The talks are due to begin on Friday", "2019-03-08", "2019-03-08", "day"),
        ("The truce will begin on Sunday", "2019-03-10", "2019-03-10", "day"),
        ("to pave the way for a march on Sunday", "2019-03-10", "2019-03-10", "day"),
        ("A vote is scheduled for 12 April", "2019-04-12", "2019-04-12", "day"),
    ],
)
def test_words_give_their_first_and_last_day(words: str, first: str, last: str, precision: str) -> None:
    answer = read_date(words, THURSDAY)
    assert isinstance(answer, Found)
    assert (str(answer.value.earliest), str(answer.value.latest), answer.value.precision) == (first, last, DatePrecision(precision))


@pytest.mark.parametrize(
    "words",
    [
        "for five months",
        "in five months",
        "a three-day battle",
        "aged 12",
        "a 12-year-old boy",
        "five years of war",
        "for at least two years",
        "31 February",
        "The truce was to last 36 hours",
        "within 60 days",
    ],
)
def test_a_duration_or_an_age_is_no_date(words: str) -> None:
    answer = read_date(words, THURSDAY)
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.NOT_A_DATE


@pytest.mark.parametrize(
    "words",
    [
        "They may march on the town",
        "the Arab Spring",
        "1915 people fled",
        "Tishrin Dam",
        "Russia Today reported",
        "on Bloody Sunday",
        "a second strike",
        "1,200 homes",
    ],
)
def test_words_that_look_like_a_date_are_left_alone(words: str) -> None:
    assert read_date(words, THURSDAY) == Unresolved(Reason.NOT_MENTIONED)


@pytest.mark.parametrize("words", ["last week", "on Friday", "March 6", "yesterday", "in July", "two days ago"])
def test_without_an_anchor_relative_words_stay_unresolved(words: str) -> None:
    answer = read_date(words, None)
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.NO_ANCHOR


@pytest.mark.parametrize(("words", "latest"), [("until Friday", "2019-03-01"), ("before 2015", "2014-12-31")])
def test_until_and_before_leave_the_start_open(words: str, latest: str) -> None:
    answer = read_date(words, THURSDAY)
    assert isinstance(answer, Found)
    assert (answer.value.earliest, str(answer.value.latest)) == (None, latest)


@pytest.mark.parametrize(
    ("words", "day"),
    [("the same day", "2019-02-20"), ("two days later", "2019-02-22"), ("the day before", "2019-02-19"), ("the next day", "2019-02-21")],
)
def test_the_next_day_counts_from_the_event_told_before(words: str, day: str) -> None:
    answer = read_date(words, THURSDAY, event=date(2019, 2, 20))
    assert isinstance(answer, Found)
    assert (str(answer.value.earliest), answer.value.anchor) == (day, "event")


def test_a_slashed_date_that_reads_two_ways_names_both() -> None:
    answer = read_date("03/04/2012", THURSDAY)
    assert answer == Unresolved(Reason.AMBIGUOUS, answer.span, ("2012-04-03", "2012-03-04"))


def test_a_rule_is_tried_wherever_the_words_that_it_needs_stand() -> None:
    texts = [
        "On 6 March 2017 and in July, late on Tuesday night, two days ago",
        "Between 2012 and 2014, since last week, overnight, in the 1990s",
        "a three-day battle earlier this month, the next day, at 14:30",
        "in Tishrin, early March, this summer, tomorrow, hours later",
        "for five months, aged 12, in the past 24 hours, over the weekend",
        "the first half of 2018, in winter 2016, Today, that same evening",
        "Mondays raid, on the 3rd of this month, on the 20th. In the last week of May, the week before last, every Friday",
        "on Tuesday last week, between January and March, at the start of the week, in 48 hours, in the coming days",
    ]
    for text in texts:
        tried = {atom.rule.rule for atom in find_atoms(text)}
        spans = {(atom.start, atom.end) for atom in find_atoms(text)}
        for rule in (*PIECE_RULES, *ABSOLUTE_RULES, *RELATIVE_RULES):
            for match in rule.pattern.finditer(text):
                is_covered = any(start <= match.end() - 1 and match.start() < end for start, end in spans)
                assert rule.rule in tried or is_covered, (rule.rule, match.group())
