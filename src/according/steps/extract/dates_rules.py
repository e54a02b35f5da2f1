"""Read dates that name a day, a month or a year: "6 March 2019", "05.02.2015", "in July", "the second half of 2018"."""
# ruff: noqa: E501 (a regular expression reads best in one piece)

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Basis, Reason
from according.text.calendars import (
    ENGLISH_MONTH,
    LEVANTINE,
    LONG_MONTHS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAY,
    WEEKDAYS,
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


Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class DateRule:
    """Hold one way to write a date, and how it is read.

    Args:
        needs: sets of lower-case words; of each set one must stand in the text, or the pattern cannot match.
    """

    rule: str
    needs: Needs
    pattern: re.Pattern[str]
    read: Reader
    basis: Basis = Basis.STATED


ANY_DIGIT, YEAR_DIGITS, LEVANTINE_NAME = "0", "2000", "(levantine)"  # stand among the words for what is no fixed word


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_PERIOD_PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "turn": "early",
}  # fmt: skip
_SHARES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 0, "final": 0}

COUNTED = (
    r"(?:others?|more|people|persons?|civilians?|citizens?|residents?|children|women|men|soldiers|troops|fighters|militants|rebels|terrorists|"
    r"gunmen|police\w*|officers|families|members|bodies|rockets|shells|missiles|homes|houses|buildings|villages|towns|prisoners|attacks|strikes|"
    r"raids|sorties|miles|metres|meters|kilomet\w+|km|square|dollars|tons|tonnes|were|was|dead|killed|wounded|injured|hurt|GMT|hours|hrs|local)\b"
)
YEAR = rf"(?:19|20)\d\d(?!\d|[,.]\d|[- ]strong|\s*%|\s+{COUNTED})"
_YEAR_ALONE = YEAR.replace(
    COUNTED,
    r"(?:rockets|shells|missiles|homes|houses|buildings|villages|towns|attacks|strikes|raids|sorties|miles|metres|meters|kilomet\w+|km|square|dollars|tons|tonnes|GMT|hours|hrs|local)\b",
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
_DAY_WORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_MONTH = rf"(?:{ENGLISH_MONTH}|{LEVANTINE})"
_AFTER = r"(?![\w-]*[a-z])"
_SAFE_MONTH = rf"(?:(?!May\b|March\b|MAY\b|MARCH\b|Ab\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|Adhar|Ayy?ar)(?:{ENGLISH_MONTH}|{LEVANTINE}))(?!\w)"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?),?\s+(?:the\s+)?)?"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s+)?(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Tt]urn)\s+of)(?:[\s-]+in)?[\s-]+(?:the\s+month\s+of\s+)?"
_SHARE = r"(?:the\s+)?(?P<share>first|second|third|fourth|1st|2nd|3rd|4th|last|final)\s+(?P<piece>half|part|quarter|third)\s+of\s+(?:the\s+year\s+)?"
_WHICH = r"(?P<which>last|this|the|next|that)"


def make_when(days: Days, precision: DatePrecision, anchor: str = "text") -> When:
    """Return a When of both days, inclusive."""
    return When(days[0], days[1], precision, anchor)


def name_length(days: Days) -> DatePrecision:
    """Return the precision that fits the number of days from the first to the last."""
    count = (days[1] - days[0]).days + 1
    return DatePrecision.DAY if count == 1 else DatePrecision.DAYS if count <= 6 else DatePrecision.PERIOD


_STEPS = {"last": -1, "this": 0, "next": 1}


def _day_number(words: str) -> int:
    if words.lower() in _ORDINALS:
        return _ORDINALS.index(words.lower()) + 1
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


def _read_day(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_day_range(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_iso(match: re.Match[str], _moment: Moment) -> When | Reason:
    day = _make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reason.NOT_A_DATE if day is None else make_when((day, day), DatePrecision.DAY)


def _read_numeric(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_month(match: re.Match[str], moment: Moment) -> When | Reason:
    found = _month_year(match, moment)
    if isinstance(found, Reason):
        return found
    return make_when(month_days(*found), DatePrecision.MONTH, _anchor_of(match, moment))


def _read_part_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_part_of_year(match: re.Match[str], moment: Moment) -> When | Reason:
    year = which_year(match, moment)
    if isinstance(year, Reason):
        return year
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_year(year, part), DatePrecision.PERIOD, _anchor_of(match, moment))


def _read_share_of_year(match: re.Match[str], moment: Moment) -> When | Reason:
    year = which_year(match, moment)
    if isinstance(year, Reason):
        return year
    count = {"half": 2, "part": 2, "quarter": 4, "third": 3}[match["piece"]]
    number = _SHARES[match["share"]] or count
    if number > count:
        return Reason.NOT_A_DATE
    months = 12 // count
    return make_when(span_months(year, (number - 1) * months + 1, number * months), DatePrecision.PERIOD, _anchor_of(match, moment))


def _read_half_of_month(match: re.Match[str], moment: Moment) -> When | Reason:
    found = _month_year(match, moment)
    if isinstance(found, Reason):
        return found
    if match["piece"] not in ("half", "part") or match["share"] not in ("first", "second", "last", "1st", "2nd"):
        return Reason.NOT_A_DATE
    first, last = month_days(*found)
    days = (first, first.replace(day=15)) if _SHARES[match["share"]] == 1 else (first.replace(day=16), last)
    return make_when(days, DatePrecision.PERIOD, _anchor_of(match, moment))


def _read_two_month_name(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read a bare "Tishrin" (October and November) or "Kanun" (December and January)."""
    first = 10 if match["pair"].lower().startswith("t") else 12
    if match["year"]:
        year = int(match["year"])
    elif moment.anchor is None:
        return Reason.NO_ANCHOR
    else:
        year = moment.anchor.year if moment.anchor.month >= first else moment.anchor.year - 1
    return make_when(span_months(year, first, first + 1), DatePrecision.PERIOD, _anchor_of(match, moment))


def _read_feast(match: re.Match[str], moment: Moment) -> When | Reason:
    """Read New Year's Eve and Christmas; without a year, the last one before the anchor."""
    words = match["feast"].lower()
    month, number = (1, 1) if words.endswith("day") and words.startswith("new") else (12, 31 if words.startswith("new") else 25)
    number -= words.startswith("christmas") and words.endswith("eve")
    found = _make_day(int(match["year"]), month, number) if match["year"] else _pick_year(month, number, moment)
    if found is None or isinstance(found, Reason):
        return found or Reason.NOT_A_DATE
    return make_when((found, found), DatePrecision.DAY, _anchor_of(match, moment))


def _read_quarter(match: re.Match[str], _moment: Moment) -> When | Reason:
    last = 3 * int(match["quarter"])
    return make_when(span_months(int(match["year"]), last - 2, last), DatePrecision.PERIOD)


def _read_part_of_this_month(match: re.Match[str], moment: Moment) -> When | Reason:
    if moment.anchor is None:
        return Reason.NO_ANCHOR
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    day = shift_months(moment.anchor.replace(day=1), step)
    part = _PERIOD_PARTS[match["part"].lower().removeprefix("the ").split()[0]]
    return make_when(part_of_month(day.year, day.month, part), DatePrecision.PERIOD, moment.anchor_name)


def _read_season(match: re.Match[str], moment: Moment) -> When | Reason:
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


def _read_year(match: re.Match[str], _moment: Moment) -> When | Reason:
    return make_when(year_days(int(match["year"])), DatePrecision.YEAR)


def _read_years(match: re.Match[str], _moment: Moment) -> When | Reason:
    first, last = int(match["year"]), int(match["until"])
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        return Reason.NOT_A_DATE
    return make_when((date(first, 1, 1), date(last, 12, 31)), DatePrecision.PERIOD)


def _read_decade(match: re.Match[str], _moment: Moment) -> When | Reason:
    first = int(match["decade"])
    return make_when((date(first, 1, 1), date(first + 9, 12, 31)), DatePrecision.PERIOD)


def make_rule(slug: str, needs: str, pattern: str, read: Reader, *, basis: Basis = Basis.STATED) -> DateRule:
    """Return a rule; the words that it needs are given as "one|other & third", names of sets in capitals."""
    sets = tuple(
        frozenset(word for name in part.split("|") for word in _WORDS.get(name.strip(), (name.strip(),))) for part in needs.split("&")
    )
    return DateRule(f"en.date.{slug}", sets, re.compile(pattern), read, basis)


_rule = make_rule
_WORDS = {
    "MONTH": (*(name.lower() for name in (*LONG_MONTHS, *SHORT_MONTHS)), LEVANTINE_NAME),
    "LEVANT": (LEVANTINE_NAME,),
    "WEEKDAY": tuple(f"{name.lower()}{ending}" for name in WEEKDAYS for ending in ("", "s")),
    "DIGIT": (ANY_DIGIT,),
    "YEAR": (YEAR_DIGITS,),
    "SEASON": tuple(SEASONS),
    "PART": ("early", "mid", "late", "beginning", "start", "end", "middle", "turn"),
    "PIECE": ("half", "part", "quarter", "third"),
    "UNIT": tuple(f"{unit}{ending}" for unit in ("hour", "day", "night", "week", "month", "year", "decade") for ending in ("", "s")),
    "PARTOFDAY": ("morning", "afternoon", "evening", "night", "dawn", "noon", "midday", "midnight"),
}  # fmt: skip


_OF_YEAR = r"(?:\s+(?P<relative>last|this|next)\s+year\b)?"
_OF_MONTH = rf"(?:\s+of)?(?:\s+|-)(?P<month>{_MONTH}){_AFTER}"
_WITH_YEAR = rf"(?:,?\s+|-)(?:of\s+)?(?P<year>{YEAR})\b"
_MAY_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b)?"
_TO = r"\s*(?:-|–|—|to|and|until|till|through|or)\s*"
_NOT_COUNTED = rf"(?!\s+(?:Syrian|Iraqi|Turkish|Russian|other\s+)?\s*{COUNTED})"
_BEFORE_YEAR = r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hroughout|[Tt]he\s+year|[Bb]ack\s+in|[Aa]round)"
_SEASON = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
_YEAR_NOUN = (
    r"(?=\s+(?:[A-Z]|war|revolution|uprising|invasion|intervention|offensive|agreement|cease|deal|attack|coup|conflict|massacre|truce|siege|"
    r"election|bombing|assault|peace|constitution|killing|shelling|strike))"
)

ABSOLUTE_RULES: tuple[DateRule, ...] = (
    _rule("iso", "YEAR", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _read_iso),
    _rule("numeric", "YEAR", r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)", _read_numeric),
    _rule("day-range-month", "MONTH & DIGIT", rf"{_WEEKDAY_BEFORE}\b(?:from\s+|between\s+)?(?P<day>{_DAY}){_TO}(?P<until>{_DAY}){_OF_MONTH}{_MAY_YEAR}", _read_day_range),
    _rule("month-day-range", "MONTH & DIGIT", rf"\b(?:(?:from|between)\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_TO}(?P<until>{_DAY})\b{_NOT_COUNTED}{_MAY_YEAR}", _read_day_range),
    _rule("day-month-year", "MONTH & YEAR", rf"{_WEEKDAY_BEFORE}\b(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_OF_MONTH}{_WITH_YEAR}", _read_day),
    _rule("month-day-year", "MONTH & YEAR", rf"{_WEEKDAY_BEFORE}\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_WITH_YEAR}", _read_day),
    _rule("day-month", "MONTH", rf"{_WEEKDAY_BEFORE}\b(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_OF_MONTH}{_OF_YEAR}", _read_day),
    _rule("month-day", "MONTH", rf"{_WEEKDAY_BEFORE}(?<!\b[Ii]n )\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD})\b{_NOT_COUNTED}{_OF_YEAR}", _read_day),
    _rule("on-month-day", "MONTH & DIGIT", rf"(?<=\b[Oo]n )(?P<month>{_MONTH})\s+(?P<day>{_DAY})\b", _read_day),
    _rule("month-year", "MONTH & YEAR", rf"\b(?P<month>{_MONTH})(?:\s+of|,)?[\s-]+(?P<year>{YEAR})\b", _read_month),
    _rule("part-of-month", "MONTH & PART", rf"\b{_PART}(?P<which>last\s+|this\s+)?(?P<month>{_MONTH}){_AFTER}(?:\s+(?:of\s+)?(?P<year>{YEAR})\b)?", _read_part_of_month, basis=Basis.INFERRED),
    _rule("half-of-month", "MONTH & PIECE", rf"\b{_SHARE}(?P<month>{_MONTH}){_AFTER}(?:\s+(?:of\s+)?(?P<year>{YEAR})\b)?", _read_half_of_month),
    _rule("part-of-year", "PART & year|YEAR", rf"\b{_PART}(?:(?:the\s+year\s+)?(?P<year>{YEAR})\b|{_WHICH}\s+year\b)", _read_part_of_year, basis=Basis.INFERRED),
    _rule("share-of-year", "PIECE & year|YEAR", rf"\b{_SHARE}(?:(?P<year>{YEAR})\b|{_WHICH}\s+year\b)", _read_share_of_year),
    _rule("feast", "year|years|christmas", r"\b(?P<feast>New\s+Year['’]?s?\s+(?:Eve|Day)|Christmas(?:\s+(?:Eve|Day))?)\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", _read_feast),
    _rule("quarter", "YEAR & q1|q2|q3|q4|q", r"\bQ(?P<quarter>[1-4])(?:\s+of)?[\s,]+(?P<year>(?:19|20)\d\d)\b", _read_quarter),
    _rule("month-of-last-year", "MONTH & last|this|next", rf"\b(?P<month>{_MONTH})\s+(?P<relative>last|this|next)\s+year\b", _read_month),
    _rule("part-of-this-month", "month & end|beginning|start|middle", rf"\b{_PART}{_WHICH}\s+month\b", _read_part_of_this_month, basis=Basis.INFERRED),
    _rule("month", "MONTH", rf"\b(?P<month>{_SAFE_MONTH}){_AFTER}(?!\s+\d){_OF_YEAR}", _read_month),
    _rule(
        "month-after-preposition", "MONTH",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]rom|[Tt]hroughout|[Oo]f|[Bb]ack in|[Ee]arlier in|[Bb]efore|(?P<which>last|this|next))\s+(?P<month>{_MONTH})(?!\w|-[a-z]|\s+[A-Z][a-z]+\s+said){_OF_YEAR}",
        _read_month,
    ),
    _rule("two-month-name", "LEVANT", rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring)\s+(?P<pair>Tishr(?:in|een)|Kan(?:u|oo|ou)n)\b(?:\s+(?P<year>{YEAR}))?(?!\s+(?:[Aa]l|[Ee]l|[Aa]th))", _read_two_month_name, basis=Basis.INFERRED),
    _rule("season-of-year", "SEASON & YEAR", rf"\b(?:the\s+)?(?P<season>{_SEASON})(?:\s+of)?\s+(?P<year>{YEAR})\b", _read_season, basis=Basis.INFERRED),
    _rule("season", "SEASON & last|this|next", rf"\b(?P<which>last|this|next)\s+(?P<season>{_SEASON})\b(?!\s+[A-Z])", _read_season, basis=Basis.INFERRED),
    _rule("years", "YEAR", rf"\b(?P<year>{YEAR})\s*(?:-|–|to)\s*(?P<until>(?:19|20)\d\d|\d\d)(?![\d-])", _read_years),
    _rule("years-between", "YEAR", rf"\b[Bb]etween\s+(?P<year>{YEAR})\s+and\s+(?P<until>(?:19|20)\d\d)(?!\d)", _read_years),
    _rule("year", "YEAR", rf"\b{_BEFORE_YEAR}\s+(?:the\s+)?(?:early\s+|late\s+)?(?P<year>{_YEAR_ALONE})\b", _read_year),
    _rule("year-of-event", "YEAR", rf"\b(?:the|[Aa]n?|its|their|s|'s)\s+(?P<year>{YEAR}){_YEAR_NOUN}", _read_year),
    _rule("decade", "YEAR", r"\b(?:the\s+)?(?:early\s+|late\s+|mid-)?(?P<decade>(?:19|20)\d0)'?s\b", _read_decade),
)  # fmt: skip
