"""Measure a coder: gold and coded claims in, rates per field and named mistakes out."""

from according.evaluate.compare import Resolvers
from according.evaluate.gold import GoldClaim, GoldReport, read_gold
from according.evaluate.score import score_sets
from according.evaluate.scores import Cause, Confused, FieldScore, Mistake, Part, Scores

__all__ = [
    "Cause",
    "Confused",
    "FieldScore",
    "GoldClaim",
    "GoldReport",
    "Mistake",
    "Part",
    "Resolvers",
    "Scores",
    "read_gold",
    "score_sets",
]
