"""Turn the words of a date into days: a day, a month, a part of a year, a season, a decade."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.text.calendars import (
    Days,
    month_days,
    part_of_month,
    part_of_year,
    read_month,
    season_days,
    shift_months,
    span_months,
    year_days,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold what relative words are counted from.

    Args:
        anchor: the day that "today" means.
        anchor_name: what gave it: dateline, publication.
        event: the last day that the text named before these words.
        is_future: the words beside it speak of something to come.
        period: first and last day of the time that the report covers, by its heading.
    """

    anchor: date | None
    anchor_name: str
    event: date | None = None
    is_future: bool = False
    period: Days | None = None


Reader = Callable[[re.Match[str], Moment], When | Reason]
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_PERIOD_PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "turn": "early",
}  # fmt: skip
_SHARES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 0, "final": 0}


def make_when(days: Days, precision: DatePrecision, anchor: str = "text") -> When:
    """Return a When of both days, inclusive."""
    return When(days[0], days[1], precision, anchor)


def name_length(days: Days) -> DatePrecision:
    """Return the precision that fits the number of days from the first to the last."""
    count = (days[1] - days[0]).days + 1
    return DatePrecision.DAY if count == 1 else DatePrecision.DAYS if count <= 6 else DatePrecision.PERIOD


_STEPS = {"last": -1, "this": 0, "next": 1}


def _day_number(words: str) -> int:
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


def _month_year(match: re.Match[str], moment: Moment) -> tuple[int, int] | Reason:
    """Return year and month; without a year, the nearest such month on or before the anchor's."""
    month = read_month(match["month"])
    if month is None:
        return Reason.AMBIGUOUS
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"]), month
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    if groups.get("relative"):
        return moment.anchor.year + _STEPS[match["relative"].lower()], month
    step = 0 if month <= moment.anchor.month else -1
    if moment.is_future:
        step = 0 if month >= moment.anchor.month else 1
    if groups.get("which") == "last" and month >= moment.anchor.month:
        step = -1
    return moment.anchor.year + step, month


def _anchor_of(match: re.Match[str], moment: Moment) -> str:
    return "text" if match.groupdict().get("year") else moment.anchor_name


def read_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "6 March 2019"; without a year, the nearest such day."""
    month = read_month(match["month"])
    if month is None:
        return Reason.AMBIGUOUS
    number = _day_number(match["day"])
    if match.groupdict().get("year"):
        day = _make_day(int(match["year"]), month, number) or Reason.NOT_A_DATE
    else:
        day = _pick_year(month, number, moment, match.groupdict().get("relative"))
    if isinstance(day, Reason):
        return day
    return make_when((day, day), DatePrecision.DAY, _anchor_of(match, moment))


def read_day_range(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "3-5 May", from the first day to the last."""
    month = read_month(match["month"])
    if month is None:
        return Reason.AMBIGUOUS
    first, second = _day_number(match["day"]), _day_number(match["until"])
    if match.groupdict().get("year"):
        last = _make_day(int(match["year"]), month, second) or Reason.NOT_A_DATE
    else:
        last = _pick_year(month, second, moment)
    if isinstance(last, Reason):
        return last
    if first >= second:
        return Reason.NOT_A_DATE
    days = (last.replace(day=first), last)
    return make_when(days, name_length(days), _anchor_of(match, moment))


def read_iso(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "2019-03-06"."""
    day = _make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reason.NOT_A_DATE if day is None else make_when((day, day), DatePrecision.DAY)


def read_numeric(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read day first; with slashes the month may come first, and only the anchor can then tell."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
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


def read_named_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "July 2018"; without a year, the nearest July."""
    found = _month_year(match, moment)
    if isinstance(found, Reason):
        return found
    return make_when(month_days(*found), DatePrecision.MONTH, _anchor_of(match, moment))


def read_part_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "late July" and "the end of May"."""
    found = _month_year(match, moment)
    if isinstance(found, Reason):
        return found
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_month(*found, part), DatePrecision.PERIOD, _anchor_of(match, moment))


def which_year(match: re.Match[str], moment: Moment) -> int | Reason:
    """Return the year that a match names by number or by "last", "this", "next"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    return moment.anchor.year + {"last": -1, "next": 1}.get((groups.get("which") or "this").lower(), 0)


def read_part_of_year(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "early 2018" and "the end of last year"."""
    year = which_year(match, moment)
    if isinstance(year, Reason):
        return year
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_year(year, part), DatePrecision.PERIOD, _anchor_of(match, moment))


def read_share_of_year(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the second half of 2018"."""
    year = which_year(match, moment)
    if isinstance(year, Reason):
        return year
    count = {"half": 2, "part": 2, "quarter": 4, "third": 3}[match["piece"]]
    number = _SHARES[match["share"]] or count
    if number > count:
        return Reason.NOT_A_DATE
    months = 12 // count
    return make_when(span_months(year, (number - 1) * months + 1, number * months), DatePrecision.PERIOD, _anchor_of(match, moment))


def read_half_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the first half of June"; a month has no other shares."""
    found = _month_year(match, moment)
    if isinstance(found, Reason):
        return found
    if match["piece"] not in ("half", "part") or match["share"] not in ("first", "second", "last", "1st", "2nd"):
        return Reason.NOT_A_DATE
    first, last = month_days(*found)
    days = (first, first.replace(day=15)) if _SHARES[match["share"]] == 1 else (first.replace(day=16), last)
    return make_when(days, DatePrecision.PERIOD, _anchor_of(match, moment))


def read_two_month_name(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read a bare "Tishrin" (October and November) or "Kanun" (December and January)."""
    first = 10 if match["pair"].lower().startswith("t") else 12
    if match["year"]:
        year = int(match["year"])
    elif moment.anchor is None:
        return Reason.NO_ANCHOR
    else:
        year = moment.anchor.year if moment.anchor.month >= first else moment.anchor.year - 1
    return make_when(span_months(year, first, first + 1), DatePrecision.PERIOD, _anchor_of(match, moment))


def read_feast(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read New Year's Eve and Christmas; without a year, the last one before the anchor."""
    words = match["feast"].lower()
    month, number = (1, 1) if words.endswith("day") and words.startswith("new") else (12, 31 if words.startswith("new") else 25)
    number -= words.startswith("christmas") and words.endswith("eve")
    found = _make_day(int(match["year"]), month, number) if match["year"] else _pick_year(month, number, moment)
    if found is None or isinstance(found, Reason):
        return found or Reason.NOT_A_DATE
    return make_when((found, found), DatePrecision.DAY, _anchor_of(match, moment))


def read_quarter(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "Q3 2018"."""
    last = 3 * int(match["quarter"])
    return make_when(span_months(int(match["year"]), last - 2, last), DatePrecision.PERIOD)


def read_part_of_this_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the end of last month"."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    day = shift_months(moment.anchor.replace(day=1), step)
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_month(day.year, day.month, part), DatePrecision.PERIOD, moment.anchor_name)


def read_season(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the summer of 2018" and "last winter"."""
    if match.groupdict().get("year"):
        return make_when(season_days(int(match["year"]), match["season"]), DatePrecision.PERIOD)
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    this = season_days(moment.anchor.year, match["season"])
    if match["which"] == "next":
        year = moment.anchor.year + (this[0] <= moment.anchor)
    elif match["which"] == "last":
        year = moment.anchor.year - (this[1] >= moment.anchor)
    else:
        year = moment.anchor.year - (this[0] > moment.anchor and not moment.is_future)
    return make_when(season_days(year, match["season"]), DatePrecision.PERIOD, moment.anchor_name)


def read_year(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "in 2018" as the whole year."""
    return make_when(year_days(int(match["year"])), DatePrecision.YEAR)


def read_years(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "2012-2014" and "between 2012 and 2014"."""
    first, last = int(match["year"]), int(match["until"])
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        return Reason.NOT_A_DATE
    return make_when((date(first, 1, 1), date(last, 12, 31)), DatePrecision.PERIOD)


def read_decade(match: re.Match[str], _moment: Moment) -> When | Reason:
    """Read "the 1980s"."""
    first = int(match["decade"])
    return make_when((date(first, 1, 1), date(first + 9, 12, 31)), DatePrecision.PERIOD)
