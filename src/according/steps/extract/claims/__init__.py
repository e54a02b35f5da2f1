"""Asks every question of a report and builds its claims."""

from according.steps.extract.claims.extracting import extract_claims

__all__ = ["extract_claims"]
