"""Near copies among the reports: which was copied from which, and which words the copy shares with it."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from according.model.evidence import Span
from according.model.report import BlockKind, Report
from according.steps.collect.outlets import is_same_outlet
from according.steps.collect.sharing import find_shared

_SHINGLE = 5  # words
_BANDS, _ROWS = 128, 2  # two texts of Jaccard similarity .15 meet in a band with a chance of .94, of .3 always
_SEED = 1
_CONTAINED = 0.4  # share of the shorter text's shingles in the longer from which it is a copy; shared quotations stay below .15
_SAME_OUTLET = 0.7  # an outlet repeats its own background paragraphs; only an update shares more than this
_STOCK_REPORTS, _STOCK_DAYS = 3, 7  # words in so many reports over more days than a story lives are background or page
_FEWEST = 12  # shingles; a shorter text is no article
_UNREPORTED = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE})


@dataclass(frozen=True, slots=True)
class _Shingled:
    number: int  # in the input
    report: Report
    shingles: frozenset[tuple[str, ...]]

    @property
    def rank(self) -> tuple[date, bool, int, str, str]:
        """Sort the likely original first: the earliest, one that names no other origin, the longest."""
        published = self.report.published
        return (
            published.day if published else date.max,
            self.report.origin is not None,
            -len(self.report.text),
            self.report.report_id,
            self.report.name,
        )


def group_copies(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Mark each report that is a near copy of another: of which, and the words it shares with it.

    The order is kept; which report counts as the original does not depend on it.
    """
    shingled = [_shingle(number, report) for number, report in enumerate(reports)]
    times = Counter(chain.from_iterable(one.shingles for one in shingled))
    shared = frozenset(shingle for shingle, count in times.items() if count > 1)
    ranked = sorted(_leave_out_stock(shingled, shared), key=lambda one: one.rank)
    partners = _find_candidates(ranked, shared)
    marked = list(reports)
    first_with: dict[str, int] = {}
    for number, report in sorted(enumerate(reports), key=lambda one: (one[1].name, one[0])):
        first = first_with.setdefault(" ".join(report.text.split()), number)
        if first != number:  # the same words, however few
            whole = (Span(0, len(report.text)),) if report.text else ()
            marked[number] = replace(report, copy_of=reports[first].report_id, copied=whole)
    originals: dict[int, int] = {}  # copy to original, as places in `ranked`
    for place, one in enumerate(ranked):
        earlier = [other for other in partners[place] if other < place and _is_copy(one, ranked[other])]
        if earlier:
            original = min(earlier, key=lambda other: (other in originals, other))
            originals[place] = original
            source = ranked[original].report
            marked[one.number] = replace(one.report, copy_of=source.report_id, copied=find_shared(one.report, source))
    return _name_copies(marked)


def _name_copies(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Write into each original the names of its copies, so that who reads it alone sees that it was told more than once."""
    names: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.copy_of is not None:
            names[report.copy_of].append(report.name)
    return tuple(
        replace(report, copies=tuple(sorted(names[report.report_id]))) if report.copy_of is None and report.report_id in names else report
        for report in reports
    )


def _shingle(number: int, report: Report) -> _Shingled:
    shown = " ".join(block.span.of(report.text) for block in report.blocks if block.kind not in _UNREPORTED)
    words = re.findall(r"\w+", shown.casefold())
    return _Shingled(number, report, frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False)))


def _is_copy(one: _Shingled, other: _Shingled) -> bool:
    shared = len(one.shingles & other.shingles)
    is_same = is_same_outlet(one.report.publisher, other.report.publisher)
    least = _SAME_OUTLET if is_same else _CONTAINED
    return shared >= _FEWEST * _CONTAINED and shared >= least * min(len(one.shingles), len(other.shingles))


def _leave_out_stock(shingled: Sequence[_Shingled], shared: frozenset[tuple[str, ...]]) -> list[_Shingled]:
    days: dict[tuple[str, ...], list[date]] = defaultdict(list)
    for one in shingled:
        anchor = one.report.anchor
        if anchor is None:
            continue
        for shingle in one.shingles & shared:
            days[shingle].append(anchor.day)
    stock = {shingle for shingle, seen in days.items() if len(seen) >= _STOCK_REPORTS and (max(seen) - min(seen)).days > _STOCK_DAYS}
    return [replace(one, shingles=one.shingles - stock) for one in shingled] if stock else list(shingled)


def _find_candidates(ranked: Sequence[_Shingled], shared: frozenset[tuple[str, ...]]) -> list[list[int]]:
    """Find pairs that may be copies, without comparing all with all. What shares too few shingles with all others is none."""
    from rensa import RMinHash, RMinHashLSH

    partners: list[list[int]] = [[] for _ in ranked]
    index = RMinHashLSH(threshold=0.15, num_perm=_BANDS * _ROWS, num_bands=_BANDS)
    for place, one in enumerate(ranked):
        if len(one.shingles) < _FEWEST or len(one.shingles & shared) < _FEWEST * _CONTAINED:
            continue
        sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
        sketch.update(list(map(" ".join, one.shingles)))
        partners[place] = sorted(set(index.query(sketch)))
        index.insert(place, sketch)
    return partners
