"""Read pieces of a week, a month or a year: "Tuesday of last week", "the first two weeks of June", "the 3rd of this month", "March and April"."""
# ruff: noqa: E501 (a regular expression reads best in one piece)

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.steps.extract.dates_counted import read_nothing
from according.steps.extract.dates_days import read_day_number
from according.steps.extract.dates_moment import Moment, make_when, name_anchor_of, name_length
from according.steps.extract.dates_rules import MONTH, YEAR, DateRule, make_rule
from according.steps.extract.dates_spans import find_month_of
from according.text.calendars import (
    WEEKDAY,
    Days,
    month_days,
    part_of_month,
    part_of_year,
    read_month,
    read_weekday,
    shift_months,
    span_months,
    week_days,
    year_days,
)
from according.text.numerals import read_numeral

_DAY = timedelta(days=1)
_WEEK = 7 * _DAY
_PLACES = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1, "closing": -1}
_STEPS = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "following": 1}


def _read_day_of_week(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "Tuesday of last week" and "last week on Tuesday"."""
    weekday = read_weekday(match["weekday"] or match["weekday2"])
    if moment.anchor is None or weekday is None:
        return Reason.NO_ANCHOR
    step = _STEPS[(match["which"] or match["which2"]).lower()]
    day = week_days(moment.anchor + step * _WEEK)[0] + weekday * _DAY
    return make_when((day, day), DatePrecision.DAY, moment.anchor_name)


def _read_before_last(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the week before last"; the night before last began the day before yesterday."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    anchor, unit = moment.anchor, match["unit"]
    if unit == "year":
        return make_when(year_days(anchor.year - 2), DatePrecision.YEAR, moment.anchor_name)
    if unit == "month":
        day = shift_months(anchor.replace(day=1), -2)
        return make_when(month_days(day.year, day.month), DatePrecision.MONTH, moment.anchor_name)
    if unit == "night":
        return make_when((anchor - 2 * _DAY, anchor - _DAY), DatePrecision.DAYS, moment.anchor_name)
    return make_when(week_days(anchor - 2 * _WEEK), DatePrecision.WEEK, moment.anchor_name)


def _read_start_of_week(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "at the start of the week" as its Monday up to the anchor."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    monday, sunday = week_days(moment.anchor + _STEPS[match["which"].lower()] * _WEEK)
    days = (monday, min(sunday, max(monday, moment.anchor)))
    return make_when(days, name_length(days), moment.anchor_name)


def _read_day_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the 3rd of this month"; "on the 10th" alone is the nearest 10th up to the anchor."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    number, which = read_day_number(match["day"] or match["alone"]), match["which"]
    first = moment.anchor.replace(day=1)
    if which is None:
        later = number > moment.anchor.day
        first = shift_months(first, (1 if not later else 0) if moment.is_future else (-1 if later else 0))
    else:
        first = shift_months(first, _STEPS[which.lower()])
    if number > month_days(first.year, first.month)[1].day:
        return Reason.NOT_A_DATE
    day = first.replace(day=number)
    return make_when((day, day), DatePrecision.DAY, moment.anchor_name)


def _read_piece(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the first two weeks of June" and "the last months of 2016"; without a number, the first or last part."""
    whole = _find_whole(match, moment)
    if isinstance(whole, Reason):
        return whole
    place, unit = _PLACES[match["place"].lower()], match["unit"]
    is_month = (whole[1] - whole[0]).days <= 31
    count = read_numeral(match["count"].lower()) if match["count"] else None
    if unit == "month" and is_month:
        return Reason.NOT_A_DATE
    if count is None and (match["plural"] or match["vague"]):
        part = "early" if place > 0 else "late"
        days = part_of_month(whole[0].year, whole[0].month, part) if is_month else part_of_year(whole[0].year, part)
    else:
        days = _cut_piece(whole, unit, place, count or 1)
    if days[0] < whole[0] or days[1] > whole[1]:
        return Reason.NOT_A_DATE
    is_relative = not match["year"] and not match["year2"]
    if is_relative and moment.anchor is not None and not moment.is_future and days[0] <= moment.anchor < days[1]:
        days = (days[0], moment.anchor)
    return make_when(days, name_length(days), moment.anchor_name if is_relative else "text")


def _find_whole(match: re.Match[str], moment: Moment) -> Days | Reason:
    if match["month"]:
        found = find_month_of(match, moment)
        return found if isinstance(found, Reason) else month_days(*found)
    if match["year2"]:
        return year_days(int(match["year2"]))
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    step = _STEPS[match["base"].lower()]
    if match["of"] == "year":
        return year_days(moment.anchor.year + step)
    day = shift_months(moment.anchor.replace(day=1), step)
    return month_days(day.year, day.month)


def _cut_piece(whole: Days, unit: str, place: int, count: int) -> Days:
    """Return the first, second or last piece of so many days, weeks or months."""
    first, last = whole
    if unit == "month":
        if place < 0:
            return shift_months(last.replace(day=1), 1 - count), last
        return span_months(first.year, (place - 1) * count + 1, place * count)
    length = count * (7 if unit == "week" else 1) * _DAY
    if place < 0:
        return last - length + _DAY, last
    return first + (place - 1) * length, first + place * length - _DAY


def _read_months(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "between January and March" and "March and April 2016" as all days of both and those between."""
    first, last = read_month(match["first"]), read_month(match["month"])
    found = find_month_of(match, moment)
    if isinstance(found, Reason) or first is None or last is None:
        return found if isinstance(found, Reason) else Reason.AMBIGUOUS
    year, month = found
    start = date(year if first <= month else year - 1, first, 1)
    return make_when((start, month_days(year, month)[1]), DatePrecision.PERIOD, name_anchor_of(match, moment))


_rule = make_rule
_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\d{1,2}"
_NTH = r"first|second|third|fourth|fifth|last|final|opening|closing"
_JOIN = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till|and)\s+(?:early\s+|late\s+|the\s+end\s+of\s+)?)"

PIECE_RULES: tuple[DateRule, ...] = (
    _rule(
        "weekday-of-week", "WEEKDAY & week",
        rf"\b(?:[Ee]arly\s+|[Ll]ate\s+)?(?:on\s+)?(?P<weekday>{WEEKDAY}),?\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b(?!['’])"
        rf"|\b(?P<which2>[Ll]ast|[Tt]his|[Nn]ext)\s+week,?\s+on\s+(?P<weekday2>{WEEKDAY})\b",
        _read_day_of_week,
    ),
    _rule("before-last", "last & week|month|year|night|weekend", r"\b(?:the\s+)?(?P<unit>week|month|year|night)\s+before\s+last\b(?!\s+[a-z]+day|\s+(?:week|month|year|night))", _read_before_last),
    _rule("start-of-week", "week & start|beginning", r"\b(?:at\s+)?the\s+(?:start|beginning)\s+of\s+(?P<which>the|this|last|next)\s+week\b", _read_start_of_week),
    _rule(
        "day-of-month", "st|nd|rd|th & DIGIT",
        r"\b(?:on\s+)?the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))\s+of\s+(?P<which>this|last|the|next)\s+month\b|\b[Oo]n\s+the\s+(?P<alone>\d{1,2}(?:st|nd|rd|th))(?=\s*(?:[.,;)]|$))",
        _read_day_of_month,
    ),
    _rule(
        "piece", "first|second|third|fourth|fifth|last|final|opening|closing & UNIT",
        rf"\b(?:the\s+|its\s+)?(?P<place>{_NTH})\s+(?:(?P<vague>few|several)\s+|(?P<count>{_NUMBER})\s+)?(?P<unit>day|week|month)(?P<plural>s)?\s+of\s+(?:the\s+month\s+of\s+)?"
        rf"(?:(?P<month>{MONTH})(?![\w-]*[a-z])(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b)?|(?P<year2>{YEAR})\b|(?P<base>the|this|last|next)\s+(?P<of>month|year)\b)",
        _read_piece,
    ),
    _rule(
        "months", "MONTH",
        rf"\b(?:(?:between|from|in|during|throughout)\s+)(?:early\s+|late\s+)?(?P<first>{MONTH}){_JOIN}(?P<month>{MONTH})(?![\w-]*[a-z])(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b)?(?!\s+\d)",
        _read_months,
    ),
    _rule("recurring-weekday", "WEEKDAY & every|each", rf"\b(?:[Ee]very|[Ee]ach)\s+(?:other\s+)?(?:{WEEKDAY})s?\b", read_nothing),
)  # fmt: skip
