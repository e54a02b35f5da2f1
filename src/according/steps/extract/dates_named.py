"""Read days, weeks, months and years that go by a name as seen from today: "Friday", "overnight", "last week", "earlier this month"."""

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.steps.extract.dates_moment import Moment, Reader, make_when, name_length
from according.text.calendars import Days, month_days, read_weekday, shift_months, week_days, weekday_after, weekday_before, year_days

_DAY = timedelta(days=1)


def read_named_weekday(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "on Friday" as the nearest Friday up to the anchor; "next Friday" and what is to come lie after it."""
    weekday = read_weekday(match["weekday"])
    if moment.anchor is None or weekday is None:
        return Reason.NO_ANCHOR
    which = (match["which"] or "").split()
    if "next" in which or "coming" in which or (moment.is_future and not which):
        day = weekday_after(moment.anchor, weekday)
    elif which == ["last"]:
        day = weekday_before(moment.anchor - _DAY, weekday)
    else:
        day = weekday_before(moment.anchor, weekday)
    last = day + _DAY if match["night"] else day
    return make_when((day, last), name_length((day, last)), moment.anchor_name)


def read_overnight(match: re.Match[str], moment: Moment) -> When | Reason:
    """Take a night for two days; the one named is the first, unless the second had not come yet."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    last = moment.anchor
    weekday = read_weekday(match["weekday"]) if match["weekday"] else None
    if weekday is not None:
        day = weekday_before(moment.anchor, weekday)
        last = day + _DAY if day < moment.anchor and not match["into"] else day
    return make_when((last - _DAY, last), DatePrecision.DAYS, moment.anchor_name)


def shift_days(first: int, last: int) -> Reader:
    """Return a reader of the days so far from the anchor."""

    def read(_match: re.Match[str], moment: Moment) -> When | Reason:
        if moment.anchor is None:
            return Reason.NO_ANCHOR
        days = (moment.anchor + first * _DAY, moment.anchor + last * _DAY)
        return make_when(days, name_length(days), moment.anchor_name)

    return read


def read_calendar_unit(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "last week", "this month", "next year"; what is not over yet ends at the anchor."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(match["which"].lower(), 0)
    days, precision = _unit_days(moment.anchor, match["unit"], step)
    if step == 0 and not moment.is_future and days[1] > moment.anchor:
        days = (days[0], moment.anchor)
        precision = name_length(days)
    return make_when(days, precision, moment.anchor_name)


def read_same_unit(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "in the same week" as the week of the day that the text named last."""
    if moment.event is None:
        return Reason.NO_ANCHOR
    days, precision = _unit_days(moment.event, match["unit"], 0)
    return make_when(days, precision, "event")


def _unit_days(anchor: date, unit: str, step: int) -> tuple[Days, DatePrecision]:
    if unit == "year":
        return year_days(anchor.year + step), DatePrecision.YEAR
    if unit == "month":
        day = shift_months(anchor.replace(day=1), step)
        return month_days(day.year, day.month), DatePrecision.MONTH
    monday, sunday = week_days(anchor + 7 * step * _DAY)
    if unit == "weekend":
        if step <= 0 and sunday > anchor + _DAY:
            monday, sunday = monday - 7 * _DAY, sunday - 7 * _DAY
        return (sunday - _DAY, sunday), DatePrecision.DAYS
    return (monday, sunday), DatePrecision.WEEK


def read_earlier(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "earlier this month" as its first day to the anchor; a week is too short for that: seven days back."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    unit = match["unit"]
    days, _ = _unit_days(moment.anchor, unit, 0)
    if match["side"].lower() == "later":
        return make_when((moment.anchor, days[1]), DatePrecision.PERIOD, moment.anchor_name)
    first = moment.anchor - 7 * _DAY if unit == "week" else days[0]
    return make_when((first, moment.anchor), DatePrecision.PERIOD, moment.anchor_name)
