"""CSV, TSV, JSON Lines and JSON, read row by row where the format allows."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from according.model.report import RejectionKind
from according.steps.collect.encoding import decode_bytes, decode_with, guess_encoding
from according.steps.collect.formats.table import settle_columns, show_rows
from according.steps.collect.shown import CannotReadError, Refused, Shown

_LISTS = ("articles", "data", "results", "documents", "items", "reports", "rows", "records")
_SAMPLE = 65536


def show_csv(stream: BinaryIO, chosen: Mapping[str, str], max_line: int, delimiter: str | None = None) -> Iterator[Shown | Refused]:
    """Show the articles of a CSV or TSV table."""
    lines = _read_lines(stream, max_line)
    first = next(lines, None)
    if first is None:
        raise CannotReadError(RejectionKind.EMPTY, "There is nothing in it.", "Check that it is the right file.")
    csv.field_size_limit(max_line)
    marks = delimiter or max(",;\t|", key=first.count)
    watched = _Watched(_chain(first, lines))
    reader = csv.DictReader(watched, delimiter=marks)
    try:
        _check_header(reader.fieldnames or (), chosen)
        yield from show_rows(_read_cells(reader, watched), chosen)
    except csv.Error as error:
        raise CannotReadError(
            RejectionKind.UNREADABLE, f"The table is damaged at line {reader.line_num}.", "Save it again as CSV in UTF-8."
        ) from error


class _Watched(Iterator[str]):
    """Hand on lines, and remember whether more were asked for than there are."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.is_over = False

    def __next__(self) -> str:
        try:
            return next(self._lines)
        except StopIteration:
            self.is_over = True
            raise


def _check_header(names: Sequence[str], chosen: Mapping[str, str]) -> None:
    """Refuse a table in which two columns bear a name that is needed: nobody knows which is meant."""
    columns = settle_columns(names, chosen)
    twice = next((name for name in columns.names if names.count(name) > 1), None)
    if twice is not None:
        message = f"Two of its columns are called '{twice}'."
        raise CannotReadError(RejectionKind.UNREADABLE, message, "Give each column a name of its own.")


def _read_cells(reader: "csv.DictReader[str]", watched: _Watched) -> Iterator[dict[str, object] | Refused]:
    """Yield the rows, and refuse those that a lost quotation mark has joined or cut."""
    width = len(reader.fieldnames or ())
    for number, row in enumerate(reader, start=1):
        extra = row.pop(None, None)
        if watched.is_over:
            message = f"A quotation mark is opened in it that is never closed, up to line {reader.line_num}."
            yield Refused(f"row {number}", RejectionKind.UNREADABLE, message, "Close it; the rows after it are taken for its text.")
        elif extra and any(extra):
            message = f"It has {width + len(extra)} cells where the header has {width}."
            yield Refused(f"row {number}", RejectionKind.UNREADABLE, message, "Put cells that hold the separator in quotation marks.")
        else:
            yield dict(row)


def show_json_lines(stream: BinaryIO, chosen: Mapping[str, str], max_line: int) -> Iterator[Shown | Refused]:
    """Show the articles of a JSON Lines file; a line that is no article is refused, and the others are shown."""
    return show_rows(_read_objects(stream, max_line), chosen)


def show_json(data: bytes, chosen: Mapping[str, str]) -> Iterator[Shown | Refused]:
    """Show the articles of a JSON file: a list of objects, an object that holds such a list, or one article."""
    text, _ = decode_bytes(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotReadError(RejectionKind.UNREADABLE, "The JSON cannot be read.", "Export it again.") from error
    if isinstance(value, dict):
        listed = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        value = [value] if listed is None else listed
    rows = value if isinstance(value, list) else []
    yield from show_rows((_check_object(one, f"article {number}") for number, one in enumerate(rows, start=1)), chosen)


def _read_objects(stream: BinaryIO, max_line: int) -> Iterator[dict[str, object] | Refused]:
    for number, line in enumerate(_read_lines(stream, max_line), start=1):
        if line.strip():
            yield _read_object(line, f"line {number}")


def _read_object(line: str, row: str) -> dict[str, object] | Refused:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Refused(row, RejectionKind.UNREADABLE, "It cannot be read as JSON.", "Mend or export this line again.")
    return _check_object(value, row)


def _check_object(value: object, row: str) -> dict[str, object] | Refused:
    if isinstance(value, dict):
        return value
    return Refused(row, RejectionKind.UNREADABLE, "It holds no JSON object.", "Write each article as a JSON object.")


def _read_lines(stream: BinaryIO, max_line: int) -> Iterator[str]:
    """Read lines of bounded length; bytes that are not UTF-8 are read as the first block of the file suggests."""
    sample = stream.read(_SAMPLE)
    encoding = _settle_encoding(sample)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from io.StringIO(decode_with(sample + stream.read(), encoding), newline=None)
        return
    rest = sample.removeprefix(b"\xef\xbb\xbf")
    while True:
        end = rest.find(b"\n")
        while end < 0 and len(rest) <= max_line:
            more = stream.read(_SAMPLE)
            if not more:
                break
            end = more.find(b"\n")
            end = end if end < 0 else end + len(rest)
            rest += more
        if end < 0 and len(rest) > max_line:
            raise CannotReadError(RejectionKind.TOO_LARGE, f"It has a line of more than {max_line:,} bytes.", "Split it into its articles.")
        line, rest = (rest[: end + 1], rest[end + 1 :]) if end >= 0 else (rest, b"")
        if not line:
            return
        yield decode_with(line, encoding)


def _settle_encoding(sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(sample) - 8:
            return guess_encoding(sample)
    if 0 in sample:
        return guess_encoding(sample)
    return "utf-8"


def _chain(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines
