from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from according.model.evidence import Found
from according.steps.extract.dates import read_date
from according.text.calendars import month_days, season_days, shift_months, week_days, weekday_after, weekday_before
from according.text.numerals import find_numerals, read_numeral

DAYS = st.dates(date(1950, 1, 1), date(2099, 1, 1))
UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
UNITS += "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = st.lists(
    st.sampled_from(
        (
            "since until in on last next this the overnight Friday Monday March May 6 8 2018 12 two days weeks ago year from to and "
            "between early late week month before same day killed people 05.02.2015 2019-03-06 Nisan of , - first half quarter"
        ).split()
    ),
    max_size=12,
).map(" ".join)


def spell(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            glue = " and " if rest and rest < 100 else " "
            return f"{spell(number // scale)} {name}" + (glue + spell(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 999_999_999))
def test_a_number_written_in_words_is_read_back(number: int) -> None:
    assert read_numeral(spell(number)) == number


@given(st.integers(0, 10**9))
def test_a_number_written_in_digits_is_read_back(number: int) -> None:
    assert read_numeral(f"{number:,}") == read_numeral(str(number)) == number


@given(st.text(max_size=60))
def test_numerals_lie_inside_the_text_in_order(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(
    DAYS,
    st.sampled_from(
        [
            "%d %B %Y",
            "%B %d, %Y",
            "%B %d %Y",
            "%d.%m.%Y",
            "%d-%m-%Y",
            "%Y-%m-%d",
            "%A %d %B %Y",
            "%A, %B %d, %Y",
            "%d %b %Y",
            "the %dth of %B %Y",
        ]
    ),
)
def test_a_written_day_is_read_back(day: date, style: str) -> None:
    answer = read_date(day.strftime(style), None)
    assert isinstance(answer, Found)
    assert answer.value.earliest == answer.value.latest == day


@settings(max_examples=300)
@given(WORDS, st.none() | DAYS)
def test_the_first_day_is_never_after_the_last(words: str, anchor: date | None) -> None:
    answer = read_date(words, anchor)
    if isinstance(answer, Found) and answer.value.earliest and answer.value.latest:
        assert answer.value.earliest <= answer.value.latest
    assert answer.span is None or (0 <= answer.span.start <= answer.span.end <= len(words))


@given(DAYS, st.integers(0, 6), st.integers(-500, 500))
def test_calendar_steps_land_where_they_should(day: date, weekday: int, months: int) -> None:
    assert weekday_before(day, weekday) <= day < weekday_after(day, weekday) <= day + timedelta(days=7)
    assert weekday_before(day, weekday).weekday() == weekday_after(day, weekday).weekday() == weekday
    assert week_days(day)[0] <= day <= week_days(day)[1]
    assert month_days(day.year, day.month)[0] <= day <= month_days(day.year, day.month)[1]
    assert (shift_months(day, months).year - day.year) * 12 + shift_months(day, months).month - day.month == months
    assert season_days(day.year, "winter")[1].year == day.year + 1
