"""Which format a file has: by its first bytes, and by its name only where they leave it open."""

import json
import re
from enum import StrEnum
from pathlib import PurePath

from according.model.report import RejectionKind
from according.steps.collect.shown import CannotReadError


class Format(StrEnum):
    """Name a kind of file."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "Word"
    CSV = "CSV"
    TSV = "TSV"
    JSON_LINES = "JSON Lines"
    JSON = "JSON"
    PARQUET = "Parquet"


TABLES = frozenset({Format.CSV, Format.TSV, Format.JSON_LINES, Format.JSON, Format.PARQUET})
_BY_SUFFIX = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".json": Format.JSON,
    ".parquet": Format.PARQUET,
}
SUFFIXES = frozenset(_BY_SUFFIX) | frozenset(f"{suffix}.gz" for suffix in _BY_SUFFIX)
_UNREADABLE = (
    (b"\xd0\xcf\x11\xe0", "It is an old Word or Office file.", "Save it as DOCX and give that."),
    (b"{\\rtf", "It is a rich text file.", "Save it as DOCX or plain text and give that."),
    (b"\x89PNG", "It is a picture.", "Give the text that it shows."),
    (b"\xff\xd8\xff", "It is a picture.", "Give the text that it shows."),
    (b"GIF8", "It is a picture.", "Give the text that it shows."),
    (b"SQLite format 3", "It is a database.", "Export its articles as CSV or Parquet."),
    (b"\x7fELF", "It is a program.", "Give a text, HTML, PDF, Word or table file."),
    (b"MZ", "It is a program.", "Give a text, HTML, PDF, Word or table file."),
    (b"Rar!", "It is an archive.", "Unpack it and give the files in it."),
    (b"7z\xbc\xaf", "It is an archive.", "Unpack it and give the files in it."),
    (b"BZh", "It is a compressed file.", "Unpack it and give the file in it."),
    (b"\xfd7zXZ", "It is a compressed file.", "Unpack it and give the file in it."),
    (b"\x28\xb5\x2f\xfd", "It is a compressed file.", "Unpack it and give the file in it."),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table|section|meta|title|span)\b",
    re.IGNORECASE | re.DOTALL,
)


def sniff_format(head: bytes, name: str) -> Format:
    """Say which format a file has.

    Args:
        head: its first bytes, some thousand.

    Raises:
        CannotReadError: if it is a kind of file that no module reads.
    """
    for mark, message, cure in _UNREADABLE:
        if head.startswith(mark) and not (mark == b"MZ" and 0 not in head):
            raise CannotReadError(RejectionKind.UNREADABLE, message, cure)
    named = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if b"%PDF-" in head[:1024] and (named in (None, Format.PDF) or head.lstrip().startswith(b"%PDF-")):
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.DOCX
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if named in (Format.PDF, Format.DOCX, Format.PARQUET) and _is_text(head):
        named = None
    if named in TABLES or named in (Format.PDF, Format.DOCX):
        return named if named is not None else Format.PLAIN
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    return named or _sniff_table(head) or Format.PLAIN


def _is_text(head: bytes) -> bool:
    return 0 not in head and bool(head.strip())


def _sniff_table(head: bytes) -> Format | None:
    """Recognise JSON from its first line; CSV needs its name."""
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not stripped.startswith((b"{", b"[")):
        return None
    first = stripped.split(b"\n", 1)[0]
    try:
        return Format.JSON_LINES if isinstance(json.loads(first), dict) and first.startswith(b"{") else Format.JSON
    except (ValueError, RecursionError):
        return Format.JSON if re.match(rb'\{\s*"|\[\s*[{"]', stripped) else None
