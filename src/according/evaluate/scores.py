"""What scoring gives: rates per field, the confusion of sub-events, and the mistakes behind them."""

from dataclasses import dataclass
from enum import StrEnum

from according.evaluate.rates import Rates


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Score one field over aligned claims.

    Args:
        n: aligned claims in which gold or coder gives a value.
        baseline: F1 of the one-line baseline over the same gold claims.
        beside: a second figure with its name, for date (overlap) and status (accuracy).
    """

    name: str
    rates: Rates
    n: int
    baseline: float
    beside: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Score one part of a set: all claims, or those told as news.

    Args:
        record: share of gold claims that are aligned with initiator, target, date, place and tolls all right.
    """

    gold: int
    coded: int
    aligned: int
    claims: Rates
    fields: tuple[FieldScore, ...]
    record: float

    def field(self, name: str) -> FieldScore:
        """Return the score of one field."""
        return next(field for field in self.fields if field.name == name)


class Cause(StrEnum):
    """Why a claim or a value is wrong."""

    MISSED = "missed"  # no coded claim has its evidence
    WRONG_TYPE = "wrong type"
    MERGED = "merged"  # its evidence went into another claim
    SPLIT = "split"  # a second claim on evidence already answered
    SPURIOUS = "spurious"  # a claim where gold has none
    INITIATOR = "wrong initiator"
    TARGET = "wrong target"
    CIVILIANS = "wrong civilians_targeted"
    WEAPON = "wrong weapon"
    DATE = "wrong date"
    PLACE = "wrong place"
    TOLL = "wrong toll"
    ATTRIBUTION = "wrong attribution"
    STATUS = "wrong status"
    KIND = "wrong kind"
    RESPONSIBILITY = "wrong responsibility"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Hold one mistake with the words it was made on."""

    cause: Cause
    report_id: str
    claim: str  # id of the gold claim, or of the coded one where gold has none
    sub_event: str
    gold: str
    coded: str
    text: str
    how: str = ""  # of a field: left out, added, taken from another event …


@dataclass(frozen=True, slots=True)
class Confused:
    """Count pairs of sub-events; None stands for no claim on that side."""

    gold: str | None
    coded: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Hold everything that scoring a set gives."""

    name: str
    reports: int
    all: Part
    news: Part  # without background
    confusion: tuple[Confused, ...]
    mistakes: tuple[Mistake, ...]  # worst first
