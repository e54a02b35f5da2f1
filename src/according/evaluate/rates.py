"""Turn counts per report into precision, recall, F1 and a bootstrap interval over reports."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from according.evaluate.fields import Count

ROUNDS = 1000
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rates:
    """Hold precision, recall, F1 and the 95 % interval of F1 under resampling of reports."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def rate_counts(per_report: Sequence[Sequence[Count]], *, empty: float = 0.0) -> Rates:
    """Return the rates of all counts; where they have several labels, the mean over labels.

    Args:
        empty: what to return when there was nothing to get right or wrong.
    """
    labels = sorted({count.label for counts in per_report for count in counts if count.gold or count.coded})
    if not labels:
        return Rates(empty, empty, empty, empty, empty)
    table = np.zeros((len(per_report), len(labels), 3))
    for number, counts in enumerate(per_report):
        for count in counts:
            if count.label in labels:
                table[number, labels.index(count.label)] += (count.right, count.gold, count.coded)
    precision, recall, f1 = (float(rate[0]) for rate in _rates(table.sum(axis=0)[None]))
    samples = _rates(np.tensordot(_weights(len(per_report)), table, axes=1))[2]
    low, high = np.percentile(samples, [2.5, 97.5])
    return Rates(precision, recall, f1, float(low), float(high))


def _rates(sums: _Floats) -> tuple[_Floats, _Floats, _Floats]:
    """Return P, R and F1 for each sample of shape (labels, 3): a label absent from a sample is left out of its mean."""
    right, gold, coded = sums[..., 0], sums[..., 1], sums[..., 2]
    is_there = (gold + coded) > 0
    number = np.maximum(is_there.sum(axis=1), 1)

    def mean(upper: _Floats, lower: _Floats) -> _Floats:
        return np.asarray(np.where(is_there, upper / np.maximum(lower, 1), 0.0).sum(axis=1) / number, dtype=np.float64)

    return mean(right, coded), mean(right, gold), mean(2 * right, gold + coded)


@cache
def _weights(reports: int) -> _Floats:
    """Return how often each report is drawn in each round, the same in every run."""
    draw = random.Random(0)
    weights = np.zeros((ROUNDS, reports))
    for number in range(ROUNDS):
        for report in draw.choices(range(reports), k=reports):
            weights[number, report] += 1
    return weights
