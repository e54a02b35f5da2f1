"""Days written out in full: in a date line, a file name, an address. Relative dates belong to extraction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from according.model.evidence import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|{1})\.?".replace(
    "{1}", "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"

DAY = re.compile(
    rf"(?<![\w/.-]){_WEEKDAY}(?:"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?{_MONTH.format('m1')},?\s+(?P<y1>{_YEAR})"  # 7 March 2019
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+(?P<y2>{_YEAR})"  # March 08, 2019
    rf"|{_MONTH.format('m3')}\s+(?P<d3>\d\d)(?P<y3>{_YEAR})"  # Jun 142016, its comma lost
    rf"|(?P<y4>{_YEAR})(?P<s4>[-/.])(?P<m4>\d\d)(?P=s4)(?P<d4>\d\d)"  # 2019-03-07
    rf"|(?P<d5>\d{{1,2}})(?P<s5>[-/.])(?P<m5>\d{{1,2}})(?P=s5)(?P<y5>{_YEAR})"  # 07.03.2019
    r")(?!\d|-\d)",
    re.IGNORECASE,
)
SHORT_DAY = re.compile(
    rf"(?<![\w/.-]){_WEEKDAY}(?:(?P<d1>\d{{1,2}}){_ORDINAL}\s+{_MONTH.format('m1')}|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}}){_ORDINAL})(?!\w)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(rf"(?<!\d)(?P<y4>{_YEAR})(?P<s4>[-_./]?)(?P<m4>[01]\d)(?P=s4)(?P<d4>[0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """Hold a day and where it is written."""

    day: date
    span: Span


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDay]:
    """Find days with a year. 03/04/2019 is passed over: nobody knows which number is the month."""
    for match in DAY.finditer(text, start, len(text) if end is None else end):
        day = _read(match)
        if day is not None:
            yield WrittenDay(day, Span(*match.span()))


def read_day(text: str) -> date | None:
    """Read the first day with a year, or None."""
    return next((written.day for written in find_days(text)), None)


def read_day_of_name(name: str) -> date | None:
    """Read the day in a file name or an address: 2019-03-08-title.txt, /2019/03/08/."""
    for match in _IN_NAME.finditer(name):
        day = _read(match)
        if day is not None:
            return day
    return None


def read_short_day(match: re.Match[str], on_or_before: date) -> date | None:
    """Read "7 March" as the last such day on or before another, or one day after it (time zones)."""
    for year in (on_or_before.year + 1, on_or_before.year, on_or_before.year - 1):
        day = _read(match, year)
        if day is not None and (day - on_or_before).days <= 1:
            return day
    return None


def _read(match: re.Match[str], year: int | None = None) -> date | None:
    groups = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    number_year = year if year is not None else int(groups["y"])
    day, month = int(groups["d"]), groups["m"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    is_day_first = match.groupdict().get("d5") is not None
    if is_day_first and groups.get("s") == "/" and day <= 12 and number <= 12 and day != number:
        return None
    if is_day_first and number > 12 and day <= 12:
        day, number = number, day
    try:
        return date(number_year, number, day)
    except ValueError:
        return None
