"""The order of the steps: collect → dissect → extract."""

from collections.abc import Sequence

from according.knowledge.loader import Knowledge
from according.model.claim import Reading
from according.model.conversation import Ask
from according.model.parsed import ParsedReport
from according.model.report import Report
from according.steps.dissect import dissect_reports
from according.steps.extract import extract_claims, may_report_event
from according.steps.extract.llm import extract_with_model
from according.steps.extract.responsibility import may_tell_authorship


def read_report(report: Report, knowledge: Knowledge) -> Reading:
    """Return all that is read in one report."""
    return read_parsed(parse_reports((report,), knowledge)[0], knowledge)


def parse_reports(reports: Sequence[Report], knowledge: Knowledge) -> Sequence[ParsedReport]:
    """Parse reports together, which costs less than one by one."""
    return tuple(
        dissect_reports(reports, lambda text: may_report_event(text, knowledge.triggers) or may_tell_authorship(text, knowledge.cues))
    )


def read_parsed(parsed: ParsedReport, knowledge: Knowledge) -> Reading:
    """Return all that is read in a parsed report, for itself."""
    return extract_claims(parsed, knowledge)


def read_with_model(parsed: ParsedReport, knowledge: Knowledge, ask: Ask) -> Reading:
    """Return the same, its sentences read by a language model where that answers."""
    return extract_with_model(parsed, knowledge, ask)
