"""Split a report's text into sentences, without syntax and without losing a character's place."""

import re
from collections.abc import Iterator

from according.model.evidence import Span
from according.model.parsed import Sentence
from according.model.report import BlockKind, Report

_LONGEST = 1500  # characters; longer stretches are cut at white space, so that a file of one line stays cheap
_WHOLE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})
_SILENT = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE})
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-ÞА-Я])|[\n\r]\s*(?:[-*•–]\s)|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Gov|Sen|Rep|Rev|Hon|St|Mt|Ft|No|Nos|vs|Inc|Co|Corp|Ltd|approx|est|"
    r"incl|excl|Cmdr|Pvt|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|cf|al|Jr|Sr|a\.m|p\.m)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)
_STARTER = re.compile(r"\s+[\"'“‘«(\[]*(?:The|A|An|In|On|At|It|He|She|They|But|And|However|Meanwhile|This|That|There|Its|His|Her|Their)\b")


def find_sentences(report: Report) -> tuple[Sentence, ...]:
    """Return the sentences of every block that may yield something, in order.

    Boilerplate and bylines yield none. A sentence never crosses a block.
    """
    found: list[Sentence] = []
    for paragraph, block in enumerate(report.blocks):
        if block.kind in _SILENT:
            continue
        spans = [block.span] if block.kind in _WHOLE else list(_split(report.text, block.span))
        for span in spans:
            for piece in _cut(report.text, _strip(report.text, span)):
                found.append(Sentence(index=len(found), span=piece, block=block.kind, paragraph=paragraph))
    return tuple(found)


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _is_abbreviation(text, start, match, block.end):
            continue
        yield Span(start, match.end() if match[0][0] in ".!?…" else match.start())
        start = match.end()
    yield Span(start, block.end)


def _is_abbreviation(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if match.group() != ".":
        return False
    short = _ABBREVIATION.search(text, max(start, match.end() - 12), match.end())
    if short is None:
        return False
    is_initials = re.fullmatch(r"(?:[A-Z]\.){2,}", short.group()) is not None or short.group() in {"a.m.", "p.m."}
    return not (is_initials and _STARTER.match(text, match.end(), end))


def _strip(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "-*•–"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        yield _strip(text, Span(start, end))
        start = end
    piece = _strip(text, Span(start, span.end))
    if piece.start < piece.end:
        yield piece
