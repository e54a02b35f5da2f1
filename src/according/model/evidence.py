"""Values that carry the words they rest on, and the reasons why a value could not be had."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Generic, TypeVar

from according.model.records import record

T_co = TypeVar("T_co", covariant=True)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, init=False)
class Span:
    """Mark a stretch of a report's text.

    Args:
        start: first character, counted in Unicode code points from 0.
        end: one past the last character.

    Raises:
        ValueError: if the span is negative or ends before it starts.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span must have 0 <= start <= end, not {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: "Span") -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __le__(self, other: "Span") -> bool:
        return not other < self

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words of this span in the text."""
        return text[self.start : self.end]


# A frozen dataclass sets its fields by a detour that takes twice as long; spans are made by the thousand.
_set_start: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_set_end: Callable[[Span, int], None] = Span.__dict__["end"].__set__


# To search among things that have a span and stand in the order of the text; functions of our own would take twice as long.
get_start = attrgetter("span.start")
get_end = attrgetter("span.end")


def list_starting(things: Sequence[Thing], start: int, end: int) -> Sequence[Thing]:
    """Return those of some things, in the order of the text, that start in a stretch of it."""
    first = bisect_left(things, start, key=get_start)
    return things[first : bisect_left(things, end, first, key=get_start)]


class Basis(StrEnum):
    """How a value rests on its words."""

    STATED = "stated"  # the words beside the trigger say it
    INHERITED = "inherited"  # words elsewhere in the report say it, and it is carried over
    INFERRED = "inferred"  # the words imply it, by a rule


class Reason(StrEnum):
    """Why a question has no answer."""

    NOT_MENTIONED = "not mentioned"
    UNKNOWN_NAME = "unknown name"
    AMBIGUOUS = "ambiguous"
    CONTRADICTORY = "contradictory"
    NO_ANCHOR = "no anchor"  # "last week" with no date to count from
    NOT_A_DATE = "not a date"  # a duration, an age
    NOT_A_NUMBER = "not a number"
    UNRESOLVED_REFERENCE = "unresolved reference"  # "the group", "they", with no clear antecedent


@record(frozen=True, slots=True)
class Rejection:
    """Keep a value that was considered and lost, and why."""

    value: str
    why: str


@record(frozen=True, slots=True)
class Found(Generic[T_co]):
    """Hold a value, the words it rests on and the rule that read them.

    Args:
        value: the answer.
        span: where its words stand in the report's text.
        rule: id of the rule, `<language>.<topic>.<slug>`.
        basis: whether the words state it, or it was carried over or inferred; None where nobody can tell, as of a language model.
        confidence: 0 to 1, and None as long as nobody has calibrated it.
        rejected: what else was considered.
    """

    value: T_co
    span: Span
    rule: str
    basis: Basis | None = Basis.STATED
    confidence: float | None = None
    rejected: tuple[Rejection, ...] = ()


@record(frozen=True, slots=True)
class Unresolved:
    """Say that a question has no answer, why, and what might have been one."""

    reason: Reason
    span: Span | None = None  # the words that could not be read, if there are any
    candidates: tuple[str, ...] = ()


Answer = Found[T_co] | Unresolved
