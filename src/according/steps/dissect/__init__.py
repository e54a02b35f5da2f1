"""Report to parsed report: sentences, tokens, syntax, quotes."""

from according.steps.dissect.report import Gate, dissect_report, dissect_reports, parse_text
from according.steps.dissect.syntax import find_model, load_syntax

__all__ = ["Gate", "dissect_report", "dissect_reports", "find_model", "load_syntax", "parse_text"]
