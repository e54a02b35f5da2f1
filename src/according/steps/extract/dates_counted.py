"""Count days from the anchor or from the day named last: "two days ago", "the past week", "the next day", "for a third day"."""

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.steps.extract.dates_moment import Moment, make_when, name_length
from according.text.calendars import month_days, read_weekday, shift_months, week_days, weekday_before, year_days
from according.text.numerals import read_numeral

_DAY = timedelta(days=1)
_HOURS_A_DAY = 24
NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def _read_count(words: str) -> int | None:
    plain = re.sub(r"\s+", " ", words.lower())
    if plain in ("a", "an"):
        return 1
    if plain.startswith("a couple"):
        return 2
    return read_numeral(plain)


def read_ago_today(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "a year ago today" as that very day."""
    count = _read_count(match["count"])
    if moment.anchor is None or count is None:
        return Reason.NO_ANCHOR if count is not None else Reason.NOT_A_NUMBER
    try:
        day = (
            shift_months(moment.anchor, -count * (12 if match["unit"] == "year" else 1))
            if match["unit"] != "week"
            else moment.anchor - 7 * count * _DAY
        )
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return make_when((day, day), DatePrecision.DAY, moment.anchor_name)


def read_ago(match: re.Match[str], moment: Moment) -> When | Reason:
    """Count back in the unit's own grain: three years ago is a year, not a day."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    count = _read_count(match["count"])
    if count is None:
        return Reason.NOT_A_NUMBER
    try:
        return _count_back(moment.anchor, match["unit"], count, moment.anchor_name)
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE


def _count_back(anchor: date, unit: str, count: int, name: str) -> When:
    if unit in ("hour", "day", "night"):
        back = count if unit != "hour" else count // _HOURS_A_DAY
        first = anchor - (back + (unit == "hour")) * _DAY
        days = (first, anchor - back * _DAY)
        return make_when(days, name_length(days), name)
    if unit in ("week", "fortnight"):
        return make_when(week_days(anchor - (14 if unit == "fortnight" else 7) * count * _DAY), DatePrecision.WEEK, name)
    if unit == "month":
        day = shift_months(anchor, -count)
        return make_when(month_days(day.year, day.month), DatePrecision.MONTH, name)
    years = count * (10 if unit == "decade" else 1)
    return make_when(year_days(anchor.year - years), DatePrecision.YEAR, name)


def read_past(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the past two weeks" as that many days up to the anchor."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    words = match["count"]
    count = 1 if words is None else _read_count(words)
    if count is None and "few" in words.lower():
        return _few(moment.anchor, match["unit"], moment.anchor_name)
    if count is None:
        return Reason.NOT_A_NUMBER
    try:
        first = _start_of_past(moment.anchor, match["unit"], count)
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return make_when((first, moment.anchor), name_length((first, moment.anchor)), moment.anchor_name)


def _start_of_past(anchor: date, unit: str, count: int) -> date:
    if unit == "hour":
        return anchor - -(-count // _HOURS_A_DAY) * _DAY
    if unit in ("day", "night"):
        return anchor - count * _DAY
    if unit in ("week", "fortnight"):
        return anchor - (14 if unit == "fortnight" else 7) * count * _DAY
    return shift_months(anchor, -count * {"month": 1, "year": 12, "decade": 120}[unit])


def _few(anchor: date, unit: str, name: str) -> When | Reason:
    """Take vague recency for the span that reporters use it for: days 7, weeks 28, months three, years three."""
    first = {
        "day": anchor - 7 * _DAY,
        "week": anchor - 28 * _DAY,
        "month": shift_months(anchor, -3),
        "year": shift_months(anchor, -36),
    }.get(unit, anchor - _DAY)
    return make_when((first, anchor), DatePrecision.PERIOD, name)


def read_recent(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "in recent weeks"."""
    return Reason.NO_ANCHOR if moment.anchor is None else _few(moment.anchor, match["unit"], moment.anchor_name)


def read_coming_vague(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "in the coming weeks" as the same span forward that "in recent weeks" is back."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    anchor, unit = moment.anchor, match["unit"]
    try:
        last = (
            anchor + {"day": 7, "week": 28}[unit] * _DAY if unit in ("day", "week") else shift_months(anchor, 3 if unit == "month" else 36)
        )
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return make_when((anchor, last), DatePrecision.PERIOD, moment.anchor_name)


def read_event_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Count from the last day that the text named."""
    if moment.event is None:
        return Reason.NO_ANCHOR
    words = re.sub(r"\s+", " ", match.group().lower())
    groups = match.groupdict()
    count = _read_count(groups["count"]) if groups.get("count") else 1
    if count is None:
        return Reason.NOT_A_NUMBER
    days = count * {"week": 7}.get(groups.get("unit") or "day", 1)
    if "same" in words or words.startswith("that ") or ("the day" in words[-8:] and words.startswith(("earlier", "later"))):
        days = 0
    elif re.search(r"before|previous|earlier|prior|preceding|eve of", words):
        days = -days
    try:
        day = moment.event + days * _DAY
    except OverflowError:
        return Reason.NOT_A_DATE
    if moment.anchor is not None and days > 0 and day > moment.anchor:
        return Reason.AMBIGUOUS
    return make_when((day, day), DatePrecision.DAY, "event")


def read_clause_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "two days after" with the day that follows: "two days after the 16 December election"."""
    count = 1 if match["the"] else _read_count(match["count"])
    if count is None or moment.event is None or match["unit"] not in ("day", "week"):
        return Reason.NOT_A_NUMBER if count is None else Reason.NO_ANCHOR
    days = count * (7 if match["unit"] == "week" else 1) * (1 if match["side"] == "after" else -1)
    try:
        day = moment.event + days * _DAY
    except OverflowError:
        return Reason.NOT_A_DATE
    return make_when((day, day), DatePrecision.DAY, "event")


def count_from_clause(match: re.Match[str], day: date) -> When | Reason:
    """Return when it was that the clause tells of, seen from the main one's day: "on Friday, two days after a blast"."""
    count = 1 if match["the"] else _read_count(match["count"])
    unit = match["unit"]
    if count is None:
        return Reason.NOT_A_NUMBER
    try:
        if match["side"] == "after":
            return _count_back(day, unit, count, "event")
        later = day + count * {"day": 1, "week": 7}[unit] * _DAY if unit in ("day", "week") else None
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return Reason.NO_ANCHOR if later is None else make_when((later, later), DatePrecision.DAY, "event")


def read_since_then(_match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "since then": from the day named last, or the time since which something has gone on, to the anchor."""
    first = moment.since or moment.event
    if first is None or moment.anchor is None or first >= moment.anchor:
        return Reason.NO_ANCHOR
    return make_when((first, moment.anchor), name_length((first, moment.anchor)), "event")


def read_coming(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "the next two days", and "within 60 days" of something to come, as from the anchor on."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    if match["within"] and not moment.is_future:
        return Reason.NOT_A_DATE
    count = _read_count(match["count"] or match["span"])
    if count is None:
        return Reason.NOT_A_NUMBER
    unit = match["unit"] or match["units"]
    try:
        last = shift_months(moment.anchor, count * 12 if unit == "year" else count) if unit in ("month", "year") else None
        days = -(-count // _HOURS_A_DAY) if unit == "hour" else count * {"week": 7, "fortnight": 14, "decade": 3652}.get(unit, 1)
        last = last or moment.anchor + days * _DAY
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return make_when((moment.anchor, last), name_length((moment.anchor, last)), moment.anchor_name)


def read_nth_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "for a fourth day on Tuesday" as the four days up to it."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    weekday = read_weekday(match["weekday"]) if match["weekday"] else None
    last = moment.anchor if weekday is None else weekday_before(moment.anchor, weekday)
    days = (last - NTH.index(match["nth"].lower()) * _DAY, last)
    return make_when(days, name_length(days), moment.anchor_name)


def read_period(_match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "during the reporting period" as the days that the heading names."""
    return Reason.NO_ANCHOR if moment.period is None else make_when(moment.period, name_length(moment.period))


def read_nothing(_match: re.Match[str], _moment: Moment) -> When | Reason:
    """Say that the words are no date."""
    return Reason.NOT_A_DATE


def read_uncounted(_match: re.Match[str], _moment: Moment) -> When | Reason:
    """Say that nobody counted: "days later"."""
    return Reason.NOT_A_NUMBER
