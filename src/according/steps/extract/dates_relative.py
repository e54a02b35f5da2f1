"""Read dates that count from another day: "on Friday", "last week", "two days ago", "overnight", "the next day"."""
# ruff: noqa: E501 (a regular expression reads best in one piece)

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Basis, Reason
from according.steps.extract.dates_readers import Moment, Reader, make_when, name_length
from according.steps.extract.dates_rules import DateRule, make_rule
from according.text.calendars import (
    WEEKDAY,
    Days,
    month_days,
    read_weekday,
    shift_months,
    week_days,
    weekday_after,
    weekday_before,
    year_days,
)
from according.text.numerals import read_numeral

_DAY = timedelta(days=1)
_UNIT = r"(?P<unit>hour|day|night|week|month|year|decade)s?"
_NUMBER_WORD = (
    r"(?i:\d+(?:,\d{3})*|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+hundred|twenty-four|forty-eight|seventy-two)"
)
_COUNT = rf"(?P<count>(?i:{_NUMBER_WORD}|an?\s+few|an?\s+couple\s+of|several|an?|some|many|few))"
_HEDGE = r"(?:(?:at\s+least|more\s+than|less\s+than|fewer\s+than|over|nearly|almost|about|around|some|roughly|up\s+to|just|only|under)\s+)?"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|dawn|noon|midday|midnight)"
_HOURS_A_DAY = 24
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def _read_weekday(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_overnight(match: re.Match[str], moment: Moment) -> When | Reason:
    """Take a night for two days; the one named is the first, unless the second had not come yet."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    last = moment.anchor
    weekday = read_weekday(match["weekday"]) if match["weekday"] else None
    if weekday is not None:
        day = weekday_before(moment.anchor, weekday)
        last = day + _DAY if day < moment.anchor else day
    return make_when((last - _DAY, last), DatePrecision.DAYS, moment.anchor_name)


def _shift_days(first: int, last: int) -> Reader:
    def read(_match: re.Match[str], moment: Moment) -> When | Reason:
        if moment.anchor is None:
            return Reason.NO_ANCHOR
        days = (moment.anchor + first * _DAY, moment.anchor + last * _DAY)
        return make_when(days, name_length(days), moment.anchor_name)

    return read


def _read_calendar_unit(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "last week", "this month", "next year"; what is not over yet ends at the anchor."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(match["which"].lower(), 0)
    days, precision = _unit_days(moment.anchor, match["unit"], step)
    if step == 0 and not moment.is_future and days[1] > moment.anchor:
        days = (days[0], moment.anchor)
        precision = name_length(days)
    return make_when(days, precision, moment.anchor_name)


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


def _read_earlier(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "earlier this month" as its first day to the anchor; a week is too short for that: seven days back."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    unit = match["unit"]
    days, _ = _unit_days(moment.anchor, unit, 0)
    if match["side"].lower() == "later":
        return make_when((moment.anchor, days[1]), DatePrecision.PERIOD, moment.anchor_name)
    first = moment.anchor - 7 * _DAY if unit == "week" else days[0]
    return make_when((first, moment.anchor), DatePrecision.PERIOD, moment.anchor_name)


def _read_count(words: str) -> int | None:
    plain = re.sub(r"\s+", " ", words.lower())
    if plain in ("a", "an"):
        return 1
    if plain.startswith("a couple"):
        return 2
    return read_numeral(plain)


def _read_ago(match: re.Match[str], moment: Moment) -> When | Reason:
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
    if unit == "week":
        return make_when(week_days(anchor - 7 * count * _DAY), DatePrecision.WEEK, name)
    if unit == "month":
        day = shift_months(anchor, -count)
        return make_when(month_days(day.year, day.month), DatePrecision.MONTH, name)
    years = count * (10 if unit == "decade" else 1)
    return make_when(year_days(anchor.year - years), DatePrecision.YEAR, name)


def _read_past(match: re.Match[str], moment: Moment) -> When | Reason:
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
    if unit == "week":
        return anchor - 7 * count * _DAY
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


def _read_recent(match: re.Match[str], moment: Moment) -> When | Reason:
    return Reason.NO_ANCHOR if moment.anchor is None else _few(moment.anchor, match["unit"], moment.anchor_name)


def _read_event_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Count from the last day that the text named."""
    if moment.event is None:
        return Reason.NO_ANCHOR
    words = re.sub(r"\s+", " ", match.group().lower())
    groups = match.groupdict()
    count = _read_count(groups["count"]) if groups.get("count") else 1
    if count is None:
        return Reason.NOT_A_NUMBER
    days = count * {"week": 7}.get(groups.get("unit") or "day", 1)
    if "same" in words or "that day" in words:
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


def _read_since_then(_match: re.Match[str], moment: Moment) -> When | Reason:
    if moment.event is None or moment.anchor is None or moment.event >= moment.anchor:
        return Reason.NO_ANCHOR
    return make_when((moment.event, moment.anchor), name_length((moment.event, moment.anchor)), "event")


def _read_coming(match: re.Match[str], moment: Moment) -> When | Reason:
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
        days = -(-count // _HOURS_A_DAY) if unit == "hour" else count * {"week": 7, "decade": 3652}.get(unit, 1)
        last = last or moment.anchor + days * _DAY
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE
    return make_when((moment.anchor, last), name_length((moment.anchor, last)), moment.anchor_name)


def _read_nth_day(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read "for a fourth day on Tuesday" as the four days up to it."""
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    weekday = read_weekday(match["weekday"]) if match["weekday"] else None
    last = moment.anchor if weekday is None else weekday_before(moment.anchor, weekday)
    days = (last - _NTH.index(match["nth"].lower()) * _DAY, last)
    return make_when(days, name_length(days), moment.anchor_name)


def _read_period(_match: re.Match[str], moment: Moment) -> When | Reason:
    return Reason.NO_ANCHOR if moment.period is None else make_when(moment.period, name_length(moment.period))


def _read_nothing(_match: re.Match[str], _moment: Moment) -> When | Reason:
    return Reason.NOT_A_DATE


def _read_uncounted(_match: re.Match[str], _moment: Moment) -> When | Reason:
    return Reason.NOT_A_NUMBER


_rule = make_rule
_NOT_A_WEEKDAY = r"(?!\s+(?:Times|Telegraph|Express|Mirror|Herald|Tribune|Agreement|Bloody))"

RELATIVE_RULES: tuple[DateRule, ...] = (
    _rule(
        "weekday", "WEEKDAY",
        rf"\b(?<!Black )(?<!Bloody )(?<!Good )(?<!Holy )(?<!Mail on )(?:(?P<which>last|this\s+past|this\s+coming|this|next|coming|past)\s+)?(?:(?:[Ee]arly|[Ll]ate|mid-?)\s+)?(?:on\s+)?"
        rf"(?P<weekday>{WEEKDAY})\b{_NOT_A_WEEKDAY}(?:[\s-]+{_PART_OF_DAY}\b)?(?P<night>,?\s+and\s+(?:during|through|into|throughout|in)\s+(?:the|that)\s+night\b|,?\s+and\s+overnight\b)?",
        _read_weekday,
    ),
    _rule(
        "overnight", "overnight|night",
        rf"\b(?:[Oo]vernight|(?:[Dd]uring|[Ii]n|[Tt]hrough|[Tt]hroughout)\s+the\s+night)\b(?:,?\s+(?:on\s+|of\s+)?(?P<weekday>{WEEKDAY})\b(?!\s+(?:to|and|into|through)\b))?(?!\s+(?:stay|bus|train|flight|accommodation)|\s+(?:from|between|of|on)\s+(?:\d|[A-Z]))",
        _read_overnight,
    ),
    _rule("last-night", "night", r"\b[Ll]ast\s+night\b", _shift_days(-1, 0)),
    _rule("day-before-yesterday", "yesterday", r"\b(?:the\s+)?day\s+before\s+yesterday\b", _shift_days(-2, -2)),
    _rule("yesterday", "yesterday", rf"\b[Yy]esterday\b(?:\s+{_PART_OF_DAY})?", _shift_days(-1, -1)),
    _rule("today", "today|tonight|this & today|tonight|PARTOFDAY", rf"\b(?:today|tonight|(?:earlier|later)\s+today|this\s+{_PART_OF_DAY}|Tonight|This\s+(?:morning|afternoon|evening))\b", _shift_days(0, 0)),
    _rule("today-first-word", "today", r"(?:(?<=^)|(?<=[.!?\"“] ))(?:[Ee]arlier\s+)?Today\b", _shift_days(0, 0)),
    _rule("tomorrow", "tomorrow", rf"\b[Tt]omorrow\b(?:\s+{_PART_OF_DAY})?", _shift_days(1, 1)),
    _rule("calendar-unit", "week|weekend|month|year & last|this|next", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<unit>week|weekend|month|year)\b(?!['’-]s?\w*\s+old)", _read_calendar_unit),
    _rule("weekend", "weekend", r"\b(?P<which>[Oo]ver|[Aa]t|[Dd]uring)\s+the\s+(?P<unit>weekend)\b", _read_calendar_unit),
    _rule("earlier", "earlier|later & week|month|year", r"\b(?P<side>[Ee]arlier|[Ll]ater)\s+(?:in\s+)?(?:this|the)\s+(?P<unit>week|month|year)\b", _read_earlier, basis=Basis.INFERRED),
    _rule("ago", "ago|back & UNIT", rf"\b{_HEDGE}(?:{_COUNT}\s+)(?:long\s+)?{_UNIT}\s+(?:ago|back)\b", _read_ago, basis=Basis.INFERRED),
    _rule(
        "past", "past|last|previous|preceding & UNIT",
        rf"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or|[Tt]hroughout|of)\s+)?(?:the|these)\s+(?:past|last|previous|preceding)\s+(?:{_COUNT}[\s-]+)?{_UNIT}\b",
        _read_past,
        basis=Basis.INFERRED,
    ),
    _rule("recent", "recent|past|last & UNIT", r"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|of)\s+)?(?:the\s+)?(?:(?:most\s+)?recent|past|last\s+few)\s+(?P<unit>day|week|month|year)s\b", _read_recent, basis=Basis.INFERRED),
    _rule(
        "event-day", "day|night|evening|afternoon|morning & same|that|next|following|previous|preceding|before|earlier|later|after|afterwards",
        r"\b(?:(?:[Oo]n\s+)?(?:[Tt]he|that)\s+(?:very\s+)?same\s+(?:day|night|evening|afternoon|morning)|[Tt]hat\s+(?:day|night|evening|afternoon|morning)"
        r"|(?:[Oo]n\s+)?[Tt]he\s+(?:next|following|previous|preceding)\s+(?:day|night|morning|evening)|(?:[Tt]he|[Aa]|[Oo]ne)\s+(?:day|night)\s+(?:before|earlier|later|after|afterwards)\b(?!\s+(?:that|tomorrow|yesterday)))",
        _read_event_day,
        basis=Basis.INFERRED,
    ),
    _rule("event-days", "later|earlier|before|afterwards|prior & UNIT", rf"\b{_COUNT}\s+(?P<unit>day|week)s?\s+(?:later|earlier|before|afterwards|prior)\b", _read_event_day, basis=Basis.INFERRED),
    _rule(
        "coming",
        "within|next|coming|following & UNIT",
        rf"\b(?:(?:[Ww]ithin|[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s+)?the\s+(?:next|coming|following)\s+{_COUNT}[\s-]+{_UNIT}\b|\b(?P<within>[Ww]ithin)\s+(?P<span>{_NUMBER_WORD})\s+{_UNIT.replace('unit', 'units')}\b",
        _read_coming,
        basis=Basis.INFERRED,
    ),
    _rule(
        "nth-day",
        "day|night & for",
        rf"\b[Ff]or\s+(?:an?|the)\s+(?P<nth>{'|'.join(_NTH[1:])})(?:\s+(?:straight|consecutive|successive))?\s+(?:day|night)\b(?:\s+in\s+a\s+row)?(?:,?\s+(?:on\s+)?(?P<weekday>{WEEKDAY})\b)?",
        _read_nth_day,
        basis=Basis.INFERRED,
    ),
    _rule("reporting-period", "period|week", r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ww]ithin|[Tt]hroughout)\s+(?:the|this)\s+(?:(?:reporting|review)\s+period|period\s+under\s+review|(?<=hroughout the )week)\b", _read_period, basis=Basis.INFERRED),
    _rule("since-then", "since", r"\b[Ss]ince\s+then\b|\b[Ee]ver\s+since\b", _read_since_then, basis=Basis.INFERRED),
    _rule("vague-distance", "ago|later|earlier|before & UNIT", r"\b(?:[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades)\s+(?:ago|later|earlier|before)\b", _read_uncounted),
    _rule("age", "age|aged|old|olds & DIGIT", r"\b(?:aged?\s+(?:between\s+)?\d+(?:\s*(?:-|to|and)\s*\d+)?|\d+[\s-]years?[\s-]olds?)\b", _read_nothing),
    _rule("duration-adjective", "UNIT", rf"\b{_NUMBER_WORD}-(?:and-a-half-)?(?:hour|day|week|month|year|decade)s?(?:-long)?\b", _read_nothing),
    _rule("duration", "UNIT & for|in|after|within|lasting|lasted", rf"\b(?:[Ff]or|[Ii]n|[Aa]fter|[Ww]ithin|[Ll]asting|[Ll]asted)\s+(?:the\s+first\s+time\s+in\s+)?{_HEDGE}{_COUNT}\s+(?:straight\s+|consecutive\s+)?{_UNIT}\b(?!\s+(?:ago|later|before|earlier))", _read_nothing),
    _rule("duration-bare", "UNIT", rf"\b(?:(?:to\s+)?last(?:s|ed|ing)?\s+)(?P<span>{_NUMBER_WORD})\s+{_UNIT}\b", _read_nothing),
    _rule("duration-of", "UNIT & of", rf"\b{_HEDGE}{_COUNT}\s+{_UNIT}\s+of\b", _read_nothing),
    _rule("times-of-day", "YEAR|gmt", r"\b(?:\d{1,2}[:.]\d\d|\d{4}\s+GMT)\b", _read_nothing),
)  # fmt: skip
