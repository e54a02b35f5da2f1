"""Turn the words of a date into a month, a part of one, a part of a year, a season, years: "late July", "the second half of 2018"."""

import re
from datetime import date

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.steps.extract.dates_moment import Moment, make_when, name_anchor_of
from according.text.calendars import month_days, part_of_month, part_of_year, read_month, season_days, shift_months, span_months, year_days

_PERIOD_PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "turn": "early",
}  # fmt: skip
_SHARES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 0, "final": 0}
_STEPS = {"last": -1, "this": 0, "next": 1}


def find_month_of(match: re.Match[str], moment: Moment) -> tuple[int, int] | Reason:
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
    which = (groups.get("which") or "").strip()
    if which == "last" and month >= moment.anchor.month:
        step = -1
    elif which == "next":
        step = 0 if month > moment.anchor.month else 1
    return moment.anchor.year + step, month


def read_named_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "July 2018"; without a year, the nearest July."""
    found = find_month_of(match, moment)
    if isinstance(found, Reason):
        return found
    return make_when(month_days(*found), DatePrecision.MONTH, name_anchor_of(match, moment))


def read_part_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "late July" and "the end of May"."""
    found = find_month_of(match, moment)
    if isinstance(found, Reason):
        return found
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_month(*found, part), DatePrecision.PERIOD, name_anchor_of(match, moment))


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
    return make_when(part_of_year(year, part), DatePrecision.PERIOD, name_anchor_of(match, moment))


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
    return make_when(span_months(year, (number - 1) * months + 1, number * months), DatePrecision.PERIOD, name_anchor_of(match, moment))


def read_half_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the first half of June"; a month has no other shares."""
    found = find_month_of(match, moment)
    if isinstance(found, Reason):
        return found
    if match["piece"] not in ("half", "part") or match["share"] not in ("first", "second", "last", "1st", "2nd"):
        return Reason.NOT_A_DATE
    first, last = month_days(*found)
    days = (first, first.replace(day=15)) if _SHARES[match["share"]] == 1 else (first.replace(day=16), last)
    return make_when(days, DatePrecision.PERIOD, name_anchor_of(match, moment))


def read_two_month_name(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read a bare "Tishrin" (October and November) or "Kanun" (December and January)."""
    first = 10 if match["pair"].lower().startswith("t") else 12
    if match["year"]:
        year = int(match["year"])
    elif moment.anchor is None:
        return Reason.NO_ANCHOR
    else:
        year = moment.anchor.year if moment.anchor.month >= first else moment.anchor.year - 1
    return make_when(span_months(year, first, first + 1), DatePrecision.PERIOD, name_anchor_of(match, moment))


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
    """Read "the 1980s", and "the early 1980s" as its first four years."""
    decade = int(match["decade"])
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower(), (0, 9))
    return make_when((date(decade + first, 1, 1), date(decade + last, 12, 31)), DatePrecision.PERIOD)
