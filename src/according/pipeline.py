"""The order of the steps: collect → dissect → extract."""

from collections.abc import Iterator, Sequence

from according.knowledge.loader import Knowledge
from according.model.claim import Reading
from according.model.report import Report
from according.steps.dissect import dissect_reports
from according.steps.extract import extract_claims, may_report_event
from according.steps.extract.responsibility import may_tell_authorship


def read_report(report: Report, knowledge: Knowledge) -> Reading:
    """Return all that is read in one report."""
    return next(read_reports((report,), knowledge))


def read_reports(reports: Sequence[Report], knowledge: Knowledge) -> Iterator[Reading]:
    """Yield all that is read in each report; they are parsed together, and each is read for itself."""
    parsed = dissect_reports(reports, lambda text: may_report_event(text, knowledge.triggers) or may_tell_authorship(text, knowledge.cues))
    for one in parsed:
        yield extract_claims(one, knowledge)
