"""The order of the steps: collect → dissect → extract."""

from according.knowledge.loader import Knowledge
from according.model.claim import Reading
from according.model.report import Report
from according.steps.dissect import dissect_report
from according.steps.extract import extract_claims, may_report_event
from according.steps.extract.responsibility import may_tell_authorship


def read_report(report: Report, knowledge: Knowledge) -> Reading:
    """Return all that is read in one report."""
    parsed = dissect_report(report, lambda text: may_report_event(text, knowledge.triggers) or may_tell_authorship(text, knowledge.cues))
    return extract_claims(parsed, knowledge)
