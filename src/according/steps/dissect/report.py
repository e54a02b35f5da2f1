"""Take a report apart: sentences, quotes, and syntax for the sentences that pay for it."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.model.report import Block, BlockKind, Report
from according.steps.dissect.quotes import find_quotes
from according.steps.dissect.sentences import find_sentences
from according.steps.dissect.syntax import parse_sentences

Gate = Callable[[str], bool]


def dissect_report(report: Report, gate: Gate) -> ParsedReport:
    """Return the report's sentences and quotes; sentences whose text passes the gate get syntax."""
    return next(dissect_reports((report,), gate))


def dissect_reports(reports: Sequence[Report], gate: Gate) -> Iterator[ParsedReport]:
    """Take several reports apart, their sentences parsed together: parsing many at once is cheaper."""
    split = [(report, find_sentences(report)) for report in reports]
    chosen = [[one for one in sentences if gate(one.span.of(report.text))] for report, sentences in split]
    syntax = parse_sentences((report.text, [one.span for one in wanted]) for (report, _), wanted in zip(split, chosen, strict=True))
    for (report, sentences), wanted in zip(split, chosen, strict=True):
        whole = list(sentences)
        for one in wanted:
            whole[one.index] = Sentence(one.index, one.span, one.block, one.paragraph, next(syntax))
        yield ParsedReport(report, tuple(whole), find_quotes(report))


def parse_text(text: str) -> ParsedReport:
    """Parse every sentence of a bare text, for tests and for trying rules. Blank lines part paragraphs."""
    blocks = []
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(digest[:16], "text", text, tuple(blocks), "en", digest)
    return dissect_report(report, lambda _: True)
