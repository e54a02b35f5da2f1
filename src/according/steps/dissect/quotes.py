"""Find the words in quotation marks."""

import re

from according.model.evidence import Span
from according.model.parsed import Quote
from according.model.report import BlockKind, Report

_PAIRS = re.compile(r"“([^“”]{2,1500})”|\"([^\"]{2,1500})\"|«([^«»]{2,1500})»")


def find_quotes(report: Report) -> tuple[Quote, ...]:
    """Return the quotes of every block but boilerplate, in order, without their marks."""
    return tuple(
        Quote(Span(*match.span(match.lastindex or 0)))
        for block in report.blocks
        if block.kind is not BlockKind.BOILERPLATE
        for match in _PAIRS.finditer(report.text, block.span.start, block.span.end)
    )
