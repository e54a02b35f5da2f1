"""How likely a value is right, by how it was read: weights that were fitted on reports whose claims people coded."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from according.errors import KnowledgeError

_ALWAYS = "always"
_HEADER = ("field", "feature", "weight")
_SOURCE = "# Source: fitted by `python evaluation/calibrate.py --write`; see docs/reference/confidence.md."


@dataclass(frozen=True, slots=True)
class Confidence:
    """Hold one logistic model for each field that has enough coded cases.

    Args:
        weights: field → feature → weight. A feature that is not there weighs nothing.
    """

    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def rate(self, name: str, *features: Iterable[str]) -> float | None:
        """Return how likely a value is right, 0 to 1 in steps of a hundredth; None for a field without a model."""
        total = self.weigh(name)
        for some in features:
            total = self.weigh(name, some, total)
        return to_share(total) if total is not None else None

    def weigh(self, name: str, features: Iterable[str] = (), total: float | None = None) -> float | None:
        """Add what some features weigh to what was weighed before; None for a field without a model."""
        known = self.weights.get(name)
        if known is None:
            return None
        if total is None:
            total = known.get(_ALWAYS, 0.0)
        for weight in map(known.get, features):
            if weight is not None:
                total += weight
        return total


def to_share(total: float) -> float:
    """Return a sum of weights as what is likely, 0 to 1 in steps of a hundredth."""
    return round(1 / (1 + math.exp(-total)), 2)


def load_confidence(directories: tuple[Path, ...]) -> Confidence:
    """Read confidence/weights.tsv of the last directory that has one; a table without rows rates nothing.

    Raises:
        KnowledgeError: at the first row that has not the shape.
    """
    paths = [path for one in directories if (path := one / "confidence" / "weights.tsv").exists()]
    if not paths:
        return Confidence()
    text = paths[-1].read_text(encoding="utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != _HEADER:
        where = f"{paths[-1]}, line {lines[0][0] if lines else 1}"
        raise KnowledgeError("the table has not the columns field, feature, weight", where=where, cure="Name them so.")
    weights: dict[str, dict[str, float]] = {}
    for number, line in lines[1:]:
        name, feature, weight = _read_row(line, f"{paths[-1]}, line {number}")
        weights.setdefault(name, {})[feature] = weight
    return Confidence(weights)


def write_weights(weights: Mapping[str, Mapping[str, float]]) -> str:
    """Return the text of weights.tsv."""
    rows = [f"{name}\t{feature}\t{weight:.3f}" for name, some in weights.items() for feature, weight in sorted(some.items())]
    return "\n".join([_SOURCE, "\t".join(_HEADER), *rows]) + "\n"


def _read_row(line: str, where: str) -> tuple[str, str, float]:
    cells = line.split("\t")
    try:
        name, feature, weight = cells
        return name, feature, float(weight)
    except ValueError as error:
        cure = "Write field, feature and a number, with tabs between."
        raise KnowledgeError(f"the row {line!r:.60} has not three cells with a number last", where=where, cure=cure) from error
