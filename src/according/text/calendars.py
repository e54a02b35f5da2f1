"""Count days, weeks, months and years; know the names of months and weekdays, those of the Levant and Iraq too."""

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]  # first and last day, both inclusive

LONG_MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_KANUN, _TISHRIN = "[KC]an(?:u|oo|ou)n", "Tish?r(?:i|ee)ne?"
_FIRST, _SECOND = "(?:[- ]?(?:al|el|ul)?[- ]?[Aa]w+al)", "(?:[- ](?:al|el|ath?|eth?)?[- ]?[Tt]h?an[iy]|[- ]?(?:al|el)[Tt]h?an[iy])"
_LEVANT = {  # as transliterated in English reports; the bare "Kanun" and "Tishrin" name two months each
    rf"{_KANUN}{_SECOND}": 1,
    r"S[hc]+u?ba[ta]t?": 2,
    r"A[dz]h?ar": 3,
    r"Nis+a+n": 4,
    r"(?:A[iy]+ar|[IE]yy?ar)": 5,
    r"H[ao]?u?zai?y?ra+n": 6,
    r"Tam+[uo]+u?z": 7,
    r"Aa?b": 8,
    r"(?:A[yi]lo?u+l|Aylool|Eylul)": 9,
    rf"{_TISHRIN}{_FIRST}": 10,
    rf"{_TISHRIN}{_SECOND}": 11,
    rf"{_KANUN}{_FIRST}": 12,
}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LEVANTINE = "|".join(_LEVANT)
ENGLISH_MONTH = "|".join(
    [*(f"{name}|{name.upper()}" for name in LONG_MONTHS), *(rf"(?:{name}|{name.upper()})\b\.?" for name in SHORT_MONTHS)]
)
WEEKDAY = "|".join(f"{name}|{name.upper()}|{name.lower()}" for name in WEEKDAYS)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def read_month(name: str) -> int | None:
    """Return the number of a month by its name, None if no single month has it.

    >>> read_month("Sept."), read_month("Nisan"), read_month("Kanun al-Thani"), read_month("Tishrin")
    (9, 4, 1, None)
    """
    plain = name.rstrip(".").capitalize()
    if plain in LONG_MONTHS:
        return LONG_MONTHS.index(plain) + 1
    if plain in SHORT_MONTHS:
        return SHORT_MONTHS[plain]
    return next((number for pattern, number in _LEVANT.items() if re.fullmatch(pattern, name, re.IGNORECASE)), None)


def read_weekday(name: str) -> int | None:
    """Return 0 for Monday to 6 for Sunday, by the whole name or its first three letters."""
    return next((number for number, full in enumerate(WEEKDAYS) if full.lower().startswith(name.lower()[:3])), None)


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(year: int) -> Days:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_days(day: date) -> Days:
    """Return the Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def span_months(year: int, first: int, last: int) -> Days:
    """Return the days from the start of one month to the end of another; 13 is January of the next year."""
    return month_days(year + (first - 1) // 12, (first - 1) % 12 + 1)[0], month_days(year + (last - 1) // 12, (last - 1) % 12 + 1)[1]


def weekday_before(day: date, weekday: int) -> date:
    """Return the nearest such weekday on or before a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """Return the nearest such weekday after a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def shift_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month if it has no such day."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part_of_year(year: int, part: str) -> Days:
    """Return the days of the early (January to March), mid (May to August) or late (October to December) year."""
    return span_months(year, *{"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part])


def part_of_month(year: int, month: int, part: str) -> Days:
    """Return the days of the early (1-10), mid (11-20) or late (21-) month."""
    first, last = month_days(year, month)
    if part == "early":
        return first, first.replace(day=10)
    return (first.replace(day=11), first.replace(day=20)) if part == "mid" else (first.replace(day=21), last)


def season_days(year: int, season: str) -> Days:
    """Return the three months of a season in the north; winter starts in December of the year."""
    first = SEASONS[season.lower()]
    return span_months(year, first, first + 2)
