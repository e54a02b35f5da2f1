"""Turn the words of a date into one day or the days from one to another: "6 March 2019", "3-5 May", "05.02.2015"."""

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.steps.extract.dates_moment import Moment, make_when, name_anchor_of, name_length
from according.text.calendars import read_month

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_CENTURY = 100
_FEASTS = {
    "new years eve": (12, 31), "new year eve": (12, 31), "new years day": (1, 1), "new year day": (1, 1), "christmas eve": (12, 24),
    "christmas": (12, 25), "boxing day": (12, 26), "nowruz": (3, 21), "newroz": (3, 21), "nawroz": (3, 21), "noruz": (3, 21),
    "may day": (5, 1), "nakba day": (5, 15),
}  # fmt: skip
_STEPS = {"last": -1, "this": 0, "next": 1}


def read_day_number(words: str) -> int:
    """Return the number of a day: "3rd", "third"."""
    if words.lower() in ORDINALS:
        return ORDINALS.index(words.lower()) + 1
    return int(re.sub(r"\D", "", words))


def _pick_year(month: int, day: int, moment: Moment, relative: str | None = None) -> date | Reason:
    """Return the nearest such day on or before the anchor; a few days after it still belong to this year."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    years = [moment.anchor.year + step for step in (-1, 0, 1)] if relative is None else [moment.anchor.year + _STEPS[relative.lower()]]
    days = [one for year in years if (one := _make_day(year, month, day)) is not None]
    if relative is not None:
        return days[0] if days else Reason.NOT_A_DATE
    if moment.is_future:
        return next((one for one in days if one >= moment.anchor), Reason.NOT_A_DATE)
    return next((one for one in reversed(days) if one <= moment.anchor + timedelta(days=7)), Reason.NOT_A_DATE)


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "6 March 2019"; without a year, the nearest such day."""
    month = read_month(match["month"])
    if month is None:
        return Reason.AMBIGUOUS
    number = read_day_number(match["day"])
    if match.groupdict().get("year"):
        day = _make_day(int(match["year"]), month, number) or Reason.NOT_A_DATE
    else:
        day = _pick_year(month, number, moment, match.groupdict().get("relative"))
    if isinstance(day, Reason):
        return day
    return make_when((day, day), DatePrecision.DAY, name_anchor_of(match, moment))


def read_day_range(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "3-5 May", from the first day to the last."""
    month = read_month(match["month"])
    if month is None:
        return Reason.AMBIGUOUS
    first, second = read_day_number(match["day"]), read_day_number(match["until"])
    if match.groupdict().get("year"):
        last = _make_day(int(match["year"]), month, second) or Reason.NOT_A_DATE
    else:
        last = _pick_year(month, second, moment)
    if isinstance(last, Reason):
        return last
    if first >= second:
        return Reason.NOT_A_DATE
    days = (last.replace(day=first), last)
    return make_when(days, name_length(days), name_anchor_of(match, moment))


def read_iso(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "2019-03-06"."""
    day = _make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reason.NOT_A_DATE if day is None else make_when((day, day), DatePrecision.DAY)


def read_numeric(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read day first; with slashes the month may come first, and only the anchor can then tell."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 2000 if year < _CENTURY else 0
    day_first, month_first = _make_day(year, second, first), _make_day(year, first, second)
    choice = day_first or month_first
    if match["mark"] == "/" and day_first and month_first and day_first != month_first:
        if moment.anchor is None:
            return Reason.AMBIGUOUS
        near = [day for day in (day_first, month_first) if 0 <= (moment.anchor - day).days <= 31]
        choice = near[0] if len(near) == 1 else None
        if choice is None:
            return Reason.AMBIGUOUS
    return Reason.NOT_A_DATE if choice is None else make_when((choice, choice), DatePrecision.DAY)


def read_feast(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read New Year's Eve, Christmas, Nowruz and their like; without a year, the last one before the anchor."""
    words = re.sub(r"['’]", "", " ".join(match["feast"].lower().split()))
    month, number = next(day for name, day in _FEASTS.items() if words.startswith(name))
    found = _make_day(int(match["year"]), month, number) if match["year"] else _pick_year(month, number, moment)
    if found is None or isinstance(found, Reason):
        return found or Reason.NOT_A_DATE
    return make_when((found, found), DatePrecision.DAY, name_anchor_of(match, moment))
