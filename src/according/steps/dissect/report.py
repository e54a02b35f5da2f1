"""Take a report apart: sentences, quotes, and syntax for the sentences that pay for it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

from according.model.evidence import Span
from according.model.parsed import ParsedReport
from according.model.report import Block, BlockKind, Report
from according.steps.dissect.quotes import find_quotes
from according.steps.dissect.sentences import find_sentences
from according.steps.dissect.syntax import parse_sentences

Gate = Callable[[str], bool]


def dissect_report(report: Report, gate: Gate) -> ParsedReport:
    """Return the report's sentences and quotes; sentences whose text passes the gate get syntax."""
    sentences = list(find_sentences(report))
    wanted = [number for number, sentence in enumerate(sentences) if gate(sentence.span.of(report.text))]
    parsed = parse_sentences(report.text, [sentences[number].span for number in wanted])
    for number, tokens in zip(wanted, parsed, strict=True):
        sentences[number] = replace(sentences[number], tokens=tokens)
    return ParsedReport(report, tuple(sentences), find_quotes(report))


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
