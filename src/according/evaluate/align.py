"""Decide which coded claim answers which gold claim: overlapping evidence, the same sub-event, one to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from according.evaluate.assignment import assign_pairs
from according.evaluate.gold import GoldClaim
from according.model.evidence import Span

# Powers apart, so that one more pair beats any overlap, and any overlap beats any agreement of fields.
_PAIR, _OVERLAP = 10**18, 10**9


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hold the pairs of one report and what was left over, all by number.

    Args:
        confused: pairs with overlapping evidence whose sub-events differ.
    """

    pairs: tuple[tuple[int, int], ...]
    confused: tuple[tuple[int, int], ...]


def overlap_of(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return the characters shared by two sets of spans ÷ the characters in either.

    >>> overlap_of([Span(0, 10)], [Span(5, 15)])
    0.3333333333333333
    """
    ours, theirs = _characters(left), _characters(right)
    either = len(ours | theirs)
    return len(ours & theirs) / either if either else 0.0


def align_claims(gold: Sequence[GoldClaim], coded: Sequence[GoldClaim], agreement: Callable[[GoldClaim, GoldClaim], float]) -> Alignment:
    """Pair gold with coded claims so that most are paired; ties go to overlap of evidence, then to agreement of fields.

    Args:
        agreement: how well two claims agree in their fields, 0 to 1.
    """
    overlaps = [[overlap_of(ours.evidence, theirs.evidence) for theirs in coded] for ours in gold]

    def weigh(row: int, column: int, *, same_type: bool) -> int:
        overlap = overlaps[row][column]
        if overlap == 0 or (gold[row].acled_sub_event == coded[column].acled_sub_event) is not same_type:
            return 0
        return _PAIR + round(overlap * 1000) * _OVERLAP + round(agreement(gold[row], coded[column]) * 1000)

    pairs = assign_pairs([[weigh(row, column, same_type=True) for column in range(len(coded))] for row in range(len(gold))])
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    rest = [
        [0 if row in rows or column in columns else weigh(row, column, same_type=False) for column in range(len(coded))]
        for row in range(len(gold))
    ]
    return Alignment(pairs, assign_pairs(rest))


def _characters(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
