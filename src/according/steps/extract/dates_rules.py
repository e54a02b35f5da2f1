"""Read dates that name a day, a month or a year: "6 March 2019", "05.02.2015", "in July", "the second half of 2018"."""
# ruff: noqa: E501 (a regular expression reads best in one piece)

import re
from dataclasses import dataclass

from according.model.evidence import Basis
from according.steps.extract.dates_days import ORDINALS, read_day, read_day_range, read_feast, read_iso, read_numeric
from according.steps.extract.dates_moment import Reader
from according.steps.extract.dates_spans import (
    read_decade,
    read_half_of_month,
    read_named_month,
    read_part_of_month,
    read_part_of_this_month,
    read_part_of_year,
    read_quarter,
    read_season,
    read_share_of_year,
    read_two_month_name,
    read_year,
    read_years,
)
from according.text.calendars import ENGLISH_MONTH, LEVANTINE, LONG_MONTHS, SEASONS, SHORT_MONTHS, WEEKDAY, WEEKDAYS

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
_DAY_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
MONTH = rf"(?:{ENGLISH_MONTH}|{LEVANTINE})"
_AFTER = r"(?![\w-]*[a-z])"
_SAFE_MONTH = rf"(?:(?!May\b|March\b|MAY\b|MARCH\b|Ab\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|Adhar|Ayy?ar)(?:{ENGLISH_MONTH}|{LEVANTINE}))(?!\w)"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?),?\s+(?:the\s+)?)?"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s+)?(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Tt]urn)\s+of)(?:[\s-]+in)?[\s-]+(?:the\s+month\s+of\s+)?"
_SHARE = r"(?:the\s+)?(?P<share>first|second|third|fourth|1st|2nd|3rd|4th|last|final)\s+(?P<piece>half|part|quarter|third)\s+of\s+(?:the\s+year\s+)?"
_WHICH = r"(?P<which>last|this|the|next|that)"


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
    "WEEKDAYS": tuple(f"{name.lower()}s" for name in WEEKDAYS),
    "DIGIT": (ANY_DIGIT,),
    "YEAR": (YEAR_DIGITS,),
    "SEASON": tuple(SEASONS),
    "PART": ("early", "mid", "late", "beginning", "start", "end", "middle", "turn"),
    "PIECE": ("half", "part", "quarter", "third"),
    "UNIT": tuple(f"{unit}{ending}" for unit in ("hour", "day", "night", "week", "fortnight", "month", "year", "decade") for ending in ("", "s")),
    "PARTOFDAY": ("morning", "afternoon", "evening", "night", "dawn", "noon", "midday", "midnight"),
}  # fmt: skip
_OF_YEAR = r"(?:\s+(?:of\s+)?(?P<relative>last|this|next)\s+year\b)?"
_OF_MONTH = rf"(?:\s+of)?(?:\s+|-)(?P<month>{MONTH}){_AFTER}"
_WITH_YEAR = rf"(?:,?\s+|-)(?:of\s+)?(?P<year>{YEAR})\b"
_MAY_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b)?"
_TO = r"\s*(?:-|–|—|to|and|until|till|through|or)\s*"
_NOT_COUNTED = rf"(?!\s+(?:Syrian|Iraqi|Turkish|Russian|other\s+)?\s*{COUNTED})"
_BEFORE_YEAR = r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hroughout|[Tt]he\s+year|[Bb]ack\s+in|[Aa]round|[Pp]rior\s+to|[Ff]ollowing|[Uu]p\s+to|[Aa]ll\s+through|[Oo]ver|[Aa]s\s+of)"
_SEASON = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
_YEAR_NOUN = (
    r"(?=\s+(?:[A-Z]|war|revolution|uprising|invasion|intervention|offensive|agreement|cease|deal|attack|coup|conflict|massacre|truce|siege|"
    r"election|bombing|assault|peace|constitution|killing|shelling|strike))"
)
ABSOLUTE_RULES: tuple[DateRule, ...] = (
    _rule("iso", "YEAR", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", read_iso),
    _rule("numeric", "YEAR", r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)", read_numeric),
    _rule("numeric-short", "YEAR", r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>[012]\d)(?![\d./-])", read_numeric),
    _rule("day-range-month", "MONTH & DIGIT", rf"{_WEEKDAY_BEFORE}\b(?:from\s+|between\s+)?(?P<day>{_DAY}){_TO}(?P<until>{_DAY}){_OF_MONTH}{_MAY_YEAR}", read_day_range),
    _rule("month-day-range", "MONTH & DIGIT", rf"\b(?:(?:from|between)\s+)?(?P<month>{MONTH})\s+(?P<day>{_DAY}){_TO}(?P<until>{_DAY})\b{_NOT_COUNTED}{_MAY_YEAR}", read_day_range),
    _rule("day-month-year", "MONTH & YEAR", rf"{_WEEKDAY_BEFORE}\b(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_OF_MONTH}{_WITH_YEAR}", read_day),
    _rule("month-day-year", "MONTH & YEAR", rf"{_WEEKDAY_BEFORE}\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_WITH_YEAR}", read_day),
    _rule("day-month", "MONTH", rf"{_WEEKDAY_BEFORE}\b(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD}){_OF_MONTH}{_OF_YEAR}", read_day),
    _rule("month-day", "MONTH", rf"{_WEEKDAY_BEFORE}(?<!\b[Ii]n )\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{_DAY}|{_DAY_WORD})\b{_NOT_COUNTED}{_OF_YEAR}", read_day),
    _rule("on-month-day", "MONTH & DIGIT", rf"(?<=\b[Oo]n )(?P<month>{MONTH})\s+(?P<day>{_DAY})\b", read_day),
    _rule("month-year", "MONTH & YEAR", rf"\b(?P<month>{MONTH})(?:\s+of|,)?[\s-]+(?P<year>{YEAR})\b", read_named_month),
    _rule("part-of-month", "MONTH & PART", rf"\b{_PART}(?P<which>last\s+|this\s+)?(?P<month>{MONTH}){_AFTER}(?:\s+(?:of\s+)?(?P<year>{YEAR})\b)?", read_part_of_month, basis=Basis.INFERRED),
    _rule("half-of-month", "MONTH & PIECE", rf"\b{_SHARE}(?P<month>{MONTH}){_AFTER}(?:\s+(?:of\s+)?(?P<year>{YEAR})\b)?", read_half_of_month),
    _rule("part-of-year", "PART & year|YEAR", rf"\b{_PART}(?:(?:the\s+year\s+)?(?P<year>{YEAR})\b|{_WHICH}\s+year\b)", read_part_of_year, basis=Basis.INFERRED),
    _rule("share-of-year", "PIECE & year|YEAR", rf"\b{_SHARE}(?:(?P<year>{YEAR})\b|{_WHICH}\s+year\b)", read_share_of_year),
    _rule("feast", "year|years|christmas|boxing|nowruz|newroz|nawroz|noruz|nakba|may", r"\b(?P<feast>New\s+Year['’]?s?\s+(?:Eve|Day)|Christmas(?:\s+(?:Eve|Day))?|Boxing\s+Day|N[aeo]w?r[uo]z|May\s+Day|Nakba\s+Day)\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", read_feast),
    _rule("quarter", "YEAR & q1|q2|q3|q4|q", r"\bQ(?P<quarter>[1-4])(?:\s+of)?[\s,]+(?P<year>(?:19|20)\d\d)\b", read_quarter),
    _rule("month-of-last-year", "MONTH & last|this|next", rf"\b(?P<month>{MONTH})\s+(?:of\s+)?(?P<relative>last|this|next)\s+year\b", read_named_month),
    _rule("part-of-this-month", "month & PART", rf"\b{_PART}{_WHICH}\s+month\b", read_part_of_this_month, basis=Basis.INFERRED),
    _rule("month", "MONTH", rf"\b(?P<month>{_SAFE_MONTH}){_AFTER}(?!\s+\d){_OF_YEAR}", read_named_month),
    _rule(
        "month-after-preposition", "MONTH",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]rom|[Tt]hroughout|[Oo]f|[Bb]ack in|[Ee]arlier in|[Bb]efore|(?P<which>last|this|next))\s+(?P<month>{MONTH})(?!\w|-[a-z]|\s+[A-Z][a-z]+\s+said){_OF_YEAR}",
        read_named_month,
    ),
    _rule("two-month-name", "LEVANT", rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring)\s+(?P<pair>Tish?r(?:i|ee)ne?|[KC]an(?:u|oo|ou)n)\b(?:\s+(?P<year>{YEAR}))?(?![\s-]+(?:[Aa]l|[Ee]l|[Aa]th|[Aa]w+al|[Tt]h?ani))", read_two_month_name, basis=Basis.INFERRED),
    _rule("season-of-year", "SEASON & YEAR", rf"\b(?:the\s+)?(?P<season>{_SEASON})(?:\s+of)?\s+(?P<year>{YEAR})\b", read_season, basis=Basis.INFERRED),
    _rule("season", "SEASON & last|this|next", rf"\b(?P<which>last|this|next)\s+(?P<season>{_SEASON})\b(?!\s+[A-Z])", read_season, basis=Basis.INFERRED),
    _rule("years", "YEAR", rf"\b(?P<year>{YEAR})\s*(?:-|–|to)\s*(?P<until>(?:19|20)\d\d|\d\d)(?![\d-])", read_years),
    _rule("years-between", "YEAR", rf"\b[Bb]etween\s+(?P<year>{YEAR})\s+and\s+(?P<until>(?:19|20)\d\d)(?!\d)", read_years),
    _rule("year", "YEAR", rf"\b{_BEFORE_YEAR}\s+(?:the\s+)?(?:early\s+|late\s+)?(?P<year>{_YEAR_ALONE})\b", read_year),
    _rule("year-of-event", "YEAR", rf"\b(?:the|[Aa]n?|its|their|s|'s)\s+(?P<year>{YEAR}){_YEAR_NOUN}", read_year),
    _rule("decade", "YEAR", r"\b(?:the\s+)?(?:(?P<part>early|late|mid)[\s-]+)?(?P<decade>(?:19|20)\d0)'?s\b", read_decade),
)  # fmt: skip
