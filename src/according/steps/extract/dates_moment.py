"""Hold what a date is counted from, and make the days that it comes to."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.text.calendars import Days


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold what relative words are counted from.

    Args:
        anchor: the day that "today" means.
        anchor_name: what gave it: dateline, publication.
        event: the last day that the text named before these words.
        since: the first day of what the text last told as going on since then ("since early 2011").
        is_future: the words beside it speak of something to come.
        period: first and last day of the time that the report covers, by its heading.
    """

    anchor: date | None
    anchor_name: str
    event: date | None = None
    is_future: bool = False
    period: Days | None = None
    since: date | None = None


Reader = Callable[[re.Match[str], Moment], When | Reason]


def make_when(days: Days, precision: DatePrecision, anchor: str = "text") -> When:
    """Return a When of both days, inclusive."""
    return When(days[0], days[1], precision, anchor)


def name_length(days: Days) -> DatePrecision:
    """Return the precision that fits the number of days from the first to the last."""
    count = (days[1] - days[0]).days + 1
    return DatePrecision.DAY if count == 1 else DatePrecision.DAYS if count <= 6 else DatePrecision.PERIOD


def name_anchor_of(match: re.Match[str], moment: Moment) -> str:
    """Return what gave the year: the text itself, or what the day is counted from."""
    return "text" if match.groupdict().get("year") else moment.anchor_name
