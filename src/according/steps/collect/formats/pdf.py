"""PDF: the text layer, its lines put together into paragraphs."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from according.model.report import BlockKind, RejectionKind
from according.steps.collect.blocks import join_broken
from according.steps.collect.shown import CannotReadError, PageBuilder, Shown

_MOST_PAGES = 2000
_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line
_LIST_MARK = re.compile(r"(?:[•‣▪–*-]|\d{1,2}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    top: float
    height: float
    right: float
    page: int


def show_pdf(data: bytes) -> Shown:
    """Show the text layer of a PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or b"/Encrypt" in data:
            raise CannotReadError(
                RejectionKind.UNREADABLE, "The PDF is protected by a password.", "Save a copy without the password and give that."
            ) from error
        raise CannotReadError(
            RejectionKind.UNREADABLE, "The PDF is damaged or incomplete.", "Download it again, or print it to a new PDF."
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise CannotReadError(RejectionKind.TOO_LARGE, f"The PDF has {len(document):,} pages.", "Split it into its articles.")
        lines = [line for number in range(len(document)) for line in _read_page(document, number)]
    except pypdfium2.PdfiumError as error:
        raise CannotReadError(
            RejectionKind.UNREADABLE, "The PDF is damaged or incomplete.", "Download it again, or print it to a new PDF."
        ) from error
    finally:
        document.close()
    if not lines:
        raise CannotReadError(RejectionKind.EMPTY, "The PDF has no text layer.", "It may be a scan: run text recognition over it first.")
    return _show_lines(lines)


def _read_page(document: Any, number: int) -> Iterator[_Line]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        position = 0
        count = textpage.count_chars()
        for piece in re.split(r"(?<=\n)", textpage.get_text_range()):
            words = piece.strip()
            if words:
                first = min(position + len(piece) - len(piece.lstrip()), max(count - 1, 0))
                last = min(position + len(piece.rstrip()) - 1, max(count - 1, 0))
                left = textpage.get_charbox(first, loose=True)
                yield _Line(words, left[3], left[3] - left[1], textpage.get_charbox(last)[2], number)
            position += len(piece)
    finally:
        textpage.close()
        page.close()


def _show_lines(lines: Sequence[_Line]) -> Shown:
    running = _find_running_heads(lines)
    kept = [line for line in lines if line not in running]
    left_out = len(lines) - len(kept)
    page = PageBuilder()
    height = statistics.median(line.height for line in kept) if kept else 0.0
    gap = _usual_gap(kept)
    width = max((line.right for line in kept), default=0.0)
    paragraph: list[_Line] = []
    for line in kept:
        if paragraph and _is_new(paragraph[-1], line, gap, width):
            page.add(_kind_of(paragraph, height), _join(paragraph))
            paragraph = []
        paragraph.append(line)
    if paragraph:
        page.add(_kind_of(paragraph, height), _join(paragraph))
    notes = (f"{left_out} running heads and page numbers are left out.",) if left_out else ()
    return Shown(page.text, join_broken(page.text, page.parts), notes=notes)


def _is_new(last: _Line, line: _Line, gap: float, width: float) -> bool:
    if _LIST_MARK.match(line.words) or abs(line.height - last.height) > 0.2 * max(line.height, last.height):
        return True
    if last.words.endswith((_HYPHEN, "\xad")):
        return False
    is_full = last.right > 0.85 * width
    if line.page != last.page or line.top > last.top:
        return last.words.endswith((".", "!", "?", '"', "”", ":")) and (not is_full or line.words[:1].isupper())
    if last.top - line.top > 1.35 * gap:
        return True
    return not is_full and last.words.endswith((".", "!", "?", '."', ".”", ":")) and not line.words[:1].islower()


def _usual_gap(lines: Sequence[_Line]) -> float:
    gaps = [one.top - other.top for one, other in pairwise(lines) if one.page == other.page and one.top > other.top + 1]
    return statistics.median_low(gaps) if gaps else 1e9


def _join(lines: Sequence[_Line]) -> str:
    text = lines[0].words
    for line in lines[1:]:
        if text.endswith((_HYPHEN, "\xad")):
            text = text[:-1] + line.words
        elif re.search(r"[a-z]-$", text) and line.words[:1].islower():
            text = (
                text[:-1] + line.words if not re.search(r"\b\w+-\w+-$|\b(?:non|anti|pro|co|ex|self|semi|so)-$", text) else text + line.words
            )
        else:
            text = f"{text} {line.words}"
    return text.replace(_HYPHEN, "")


def _kind_of(lines: Sequence[_Line], height: float) -> BlockKind:
    words = lines[0].words
    if lines[0].height > 1.2 * height and len(lines) <= 4:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _LIST_MARK.match(words) else BlockKind.PARAGRAPH


def _find_running_heads(lines: Sequence[_Line]) -> frozenset[_Line]:
    """Find lines that stand first or last on most pages, at the same height, and say the same but for a number."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [line for group in pages.values() for line in dict.fromkeys((*group[:2], *group[-2:]))]
    counts = Counter(_place(line) for line in edges)
    return frozenset(line for line in edges if _is_page_number(line) or counts[_place(line)] >= max(2, 0.6 * len(pages)))


def _place(line: _Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.words).casefold(), round(line.top / 4)


def _is_page_number(line: _Line) -> bool:
    return re.fullmatch(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", line.words, re.IGNORECASE) is not None
