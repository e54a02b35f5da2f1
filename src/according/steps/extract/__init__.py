"""Parsed report to claims: one module per question, `claims` asks them all."""

from according.steps.extract.claims import extract_claims
from according.steps.extract.triggers import may_report_event

__all__ = ["extract_claims", "may_report_event"]
