"""Read one input: a text, bytes or a file."""

import gzip
import hashlib
import io
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from according.model.report import Rejected, RejectionKind, Report
from according.steps.collect.article import build_report
from according.steps.collect.encoding import decode_bytes
from according.steps.collect.formats.delimited import show_csv, show_json, show_json_lines
from according.steps.collect.formats.markdown import show_markdown
from according.steps.collect.formats.plain import show_plain
from according.steps.collect.inputs import STANDARD_INPUT
from according.steps.collect.isolation import show_isolated
from according.steps.collect.options import CollectOptions
from according.steps.collect.shown import CannotReadError, Refused, Shown
from according.steps.collect.sniffing import Format, sniff_format

_HEAD = 8192
_DEFAULT = CollectOptions()


def read_text(text: str, *, name: str = "text", options: CollectOptions = _DEFAULT) -> Report | Rejected:
    """Read a plain text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return build_report(show_plain(_tidy(text)), name, digest, options)


def read_bytes(data: bytes, name: str, options: CollectOptions = _DEFAULT) -> Iterator[Report | Rejected]:
    """Read the bytes of a file; a table gives a report per row."""
    yield from _read(io.BytesIO(data), name, options)


def read_path(path: Path, options: CollectOptions = _DEFAULT) -> Iterator[Report | Rejected]:
    """Read a file, or standard input for `-`; a table gives a report per row."""
    if path == STANDARD_INPUT:
        yield from read_bytes(sys.stdin.buffer.read(options.max_bytes + 1), "standard input", options)
        return
    try:
        with path.open("rb") as stream:
            yield from _read(stream, str(path), options)
    except OSError as error:
        message = f"It cannot be opened ({error.strerror or type(error).__name__})."
        yield Rejected(str(path), RejectionKind.UNREADABLE, message, "Check its name and whether you may read it.")


def _read(stream: BinaryIO, name: str, options: CollectOptions) -> Iterator[Report | Rejected]:
    try:
        digest = _hash(stream)
        plain_name, unpacked = _unpack(stream, name)
        head = unpacked.read(_HEAD)
        if not head:
            raise CannotReadError(RejectionKind.EMPTY, "There is nothing in it.", "Check that it is the right file.")
        form = sniff_format(head, plain_name)
        whole = _Bounded(head, unpacked, options.max_table_bytes)
        for shown in _show(form, whole, options):
            if isinstance(shown, Refused):
                yield Rejected(f"{name}, {shown.row}", shown.kind, shown.message, shown.cure)
            else:
                yield build_report(shown, name, digest, options)
    except CannotReadError as error:
        yield Rejected(name, error.kind, error.message, error.cure)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield Rejected(name, RejectionKind.UNREADABLE, "The compressed file is damaged or incomplete.", "Download or compress it again.")


def _hash(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(2**20):
        digest.update(chunk)
    stream.seek(0)
    return digest.hexdigest()


def _unpack(stream: BinaryIO, name: str) -> tuple[str, BinaryIO]:
    is_packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    if not is_packed:
        return name, stream
    return name.removesuffix(".gz"), cast("BinaryIO", gzip.GzipFile(fileobj=stream))


class _Bounded(io.RawIOBase):
    """Read the head again and then the rest, and refuse to read more than a limit."""

    def __init__(self, head: bytes, rest: BinaryIO, limit: int) -> None:
        self._head = head
        self._rest = rest
        self._left = limit

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left + 1 if size < 0 else size
        head, self._head = self._head[:wanted], self._head[wanted:]
        data = head + self._rest.read(wanted - len(head)) if len(head) < wanted else head
        self._left -= len(data)
        if self._left < 0:
            raise CannotReadError(RejectionKind.TOO_LARGE, "It unpacks to more than the limit.", "Split it.")
        return data

    def read_all(self, limit: int) -> bytes:
        """Read everything, if it is no more than the limit."""
        data = self.read(limit + 1)
        if len(data) > limit:
            message = f"It has more than {limit // 2**20:,} MB; one document may have no more."
            raise CannotReadError(RejectionKind.TOO_LARGE, message, "Split it into its articles.")
        return data


def _show(form: Format, stream: _Bounded, options: CollectOptions) -> Iterator[Shown | Refused]:
    chosen = dict(options.columns)
    max_line = options.max_characters * 4
    match form:
        case Format.PLAIN | Format.MARKDOWN:
            text, notes = decode_bytes(stream.read_all(options.max_bytes))
            shown = show_markdown(_tidy(text)) if form is Format.MARKDOWN else show_plain(_tidy(text))
            yield replace(shown, notes=notes + shown.notes)
        case Format.CSV | Format.TSV:
            yield from show_csv(cast("BinaryIO", stream), chosen, max_line, "\t" if form is Format.TSV else None)
        case Format.JSON_LINES:
            yield from show_json_lines(cast("BinaryIO", stream), chosen, max_line)
        case Format.JSON:
            yield from show_json(stream.read_all(options.max_bytes * 8), chosen)
        case Format.PARQUET:
            yield from _show_isolated(form, stream.read_all(options.max_bytes * 8), options)
        case Format.HTML | Format.PDF | Format.DOCX:
            yield from tuple(_show_isolated(form, stream.read_all(options.max_bytes), options))


def _show_isolated(form: Format, data: bytes, options: CollectOptions) -> Iterator[Shown]:
    return show_isolated(form, data, dict(options.columns), max_seconds=options.max_seconds, max_memory_bytes=options.max_memory_bytes)


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
