"""Word documents: paragraphs, headings, list items and table rows."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from according.model.report import BlockKind, RejectionKind
from according.steps.collect.blocks import join_broken
from according.steps.collect.shown import CannotReadError, PageBuilder, Shown

_LARGEST_UNPACKED = 300 * 2**20
_MOST_PARTS = 10_000


def show_docx(data: bytes) -> Shown:
    """Show a Word document."""
    _check_archive(data)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        page = PageBuilder()
        for kind, words in _read_document(document):
            page.add(kind, words)
    except (
        OpcError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as error:
        raise _damaged() from error
    return Shown(page.text, join_broken(page.text, page.parts))


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged() from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
        raise CannotReadError(
            RejectionKind.TOO_LARGE, "It unpacks to far more than a document holds.", "Check where it comes from; save its text alone."
        )
    if "word/document.xml" not in {part.filename for part in parts}:
        raise CannotReadError(RejectionKind.UNREADABLE, "It is a ZIP archive and no Word document.", "Unpack it and give the files in it.")


def _damaged() -> CannotReadError:
    return CannotReadError(RejectionKind.UNREADABLE, "The Word file is damaged.", "Open it in Word, save it again, and give the new file.")


def _read_document(document: Any) -> Iterator[tuple[BlockKind, str]]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _read_table(item)
            continue
        words = re.sub(r"[ \t]+", " ", item.text)
        yield _kind_of(item), words


def _read_table(table: Any) -> Iterator[tuple[BlockKind, str]]:
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last and cell.text.strip():  # noqa: SLF001 - merged cells come back once per column
                cells.append(re.sub(r"\s+", " ", cell.text).strip())
            last = cell._tc  # noqa: SLF001
        yield BlockKind.TABLE_ROW, " | ".join(cells)


def _kind_of(paragraph: Any) -> BlockKind:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    properties = paragraph._p.pPr  # noqa: SLF001
    if style == "title":
        return BlockKind.TITLE
    if style.startswith(("heading", "subtitle")):
        return BlockKind.HEADING
    if style.startswith("caption"):
        return BlockKind.CAPTION
    if style.startswith("list") or (properties is not None and properties.numPr is not None):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH
