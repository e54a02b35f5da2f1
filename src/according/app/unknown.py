"""Count the names of actors and places that nothing in the knowledge resolves."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from according.app.results import CodedReport


@dataclass(frozen=True, slots=True)
class UnknownCount:
    """Hold a name that could not be resolved, how often it stands in the reports, and in how many."""

    text: str
    role: str
    times: int
    reports: int
    reason: str
    candidates: tuple[str, ...]


def count_unknown(coded: Iterable[CodedReport]) -> tuple[UnknownCount, ...]:
    """Return the unresolved names, the most frequent first."""
    times: Counter[tuple[str, str]] = Counter()
    reports: Counter[tuple[str, str]] = Counter()
    reasons: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    for one in coded:
        keys = [(name.role, name.text) for name in one.unknown_names]
        times.update(keys)
        reports.update(set(keys))
        for name in one.unknown_names:
            reasons.setdefault((name.role, name.text), (name.unresolved.reason.value, name.unresolved.candidates))
    ranked = sorted(times, key=lambda key: (-times[key], key))
    return tuple(UnknownCount(text, role, times[role, text], reports[role, text], *reasons[role, text]) for role, text in ranked)
