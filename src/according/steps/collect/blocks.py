"""The parts of a plain text, found from its lines: paragraphs, headings, list items."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import median

from according.model.evidence import Span
from according.model.report import Block, BlockKind
from according.text.offsets import find_lines

_LIST_MARK = re.compile(r"(?:[-*•‣▪–]|\d{1,2}[.)])\s+\S")
_TERMINAL = tuple('.!?…:;*"”’)]}')
_WIDEST_WRAP = 110  # wider lines were not wrapped by hand or by a mail program
_NARROWEST_WRAP = 50
_LONGEST_HEADING = 50
_FEW_LINES = 5


def find_blocks(text: str) -> tuple[Block, ...]:
    """Find the parts of a text. Lines wrapped at a margin, and sentences broken by a blank line, are put together."""
    blocks = join_broken(text, [Block(_kind_of(text, span), span) for span in _join_wrapped(text)])
    pairs = zip_longest(blocks, blocks[1:])
    return tuple(Block(BlockKind.HEADING, one.span) if _is_heading(text, one, following) else one for one, following in pairs)


def join_broken(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Put a paragraph that stops in mid-sentence together with the one that goes on in lower case."""
    joined: list[Block] = []
    for block in blocks:
        if joined and joined[-1].kind is BlockKind.PARAGRAPH is block.kind and _goes_on(text, joined[-1].span, block.span):
            joined[-1] = Block(BlockKind.PARAGRAPH, Span(joined[-1].span.start, block.span.end))
        else:
            joined.append(block)
    return tuple(joined)


def _goes_on(text: str, first: Span, second: Span) -> bool:
    start, before = second.of(text), text[max(first.start, first.end - 1) : first.end]
    if before in _TERMINAL or not start[:1].islower() or start.startswith(("www.", "http")):
        return False
    return len(first.of(text).split(maxsplit=6)) > 5


def _is_heading(text: str, block: Block, following: Block | None) -> bool:
    """Say whether a part is a short line over a longer one: "Hama governorate"."""
    words = block.span.of(text)
    if following is None or block.kind is not BlockKind.PARAGRAPH or following.span.end - following.span.start < 2 * _LONGEST_HEADING:
        return False
    is_short = len(words) <= _LONGEST_HEADING and len(words.split()) <= 7
    return is_short and words[0].isupper() and words[-1].isalnum() and not any(character.isdigit() for character in words)


def _kind_of(text: str, span: Span) -> BlockKind:
    return BlockKind.LIST_ITEM if _LIST_MARK.match(text, span.start, span.end) else BlockKind.PARAGRAPH


def _join_wrapped(text: str) -> Iterator[Span]:
    lines = list(find_lines(text))
    full = _find_margin(lines)
    current: Span | None = None
    last: Span | None = None  # the line before
    for line in lines:
        is_blank = line.start == line.end
        if current is not None and last is not None and not is_blank and _is_wrapped(text, last, line, full):
            current = Span(current.start, line.end)
        else:
            if current is not None:
                yield current
            current = None if is_blank else line
        last = None if is_blank else line
    if current is not None:
        yield current


def _find_margin(lines: Sequence[Span]) -> float:
    """Return the length from which a line is full, or infinity when lines are not wrapped at a margin."""
    width = max((line.end - line.start for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return float("inf")
    inner = [line.end - line.start for line, following in pairwise(lines) if line.start < line.end and following.start < following.end]
    is_regular = len(inner) >= _FEW_LINES and median(inner) > 0.85 * width
    return 0.8 * width if is_regular else width - 2


def _is_wrapped(text: str, last: Span, line: Span, full: float) -> bool:
    """Say whether a line goes on with the line before: the next word would not have fitted at its end."""
    words = line.of(text)
    if _LIST_MARK.match(words):
        return False
    if words[:1].islower() and text[last.end - 1] not in _TERMINAL and last.end - last.start > _NARROWEST_WRAP // 2:
        return True
    return last.end - last.start + 1 + len(words.split(maxsplit=1)[0]) > full
