"""Tables of articles: which column holds what, and one article per row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from according.model.report import RejectionKind
from according.steps.collect.blocks import find_blocks
from according.steps.collect.days import read_day
from according.steps.collect.links import LINK, strip_links
from according.steps.collect.shown import CannotReadError, Refused, Shown

_NAMES = {
    "text": (
        "text", "fulltext", "body", "content", "articletext", "articlecontent", "articlebody", "article", "maintext", "story",
        "document", "report", "description", "notes",
    ),
    "title": ("title", "headline", "articletitle", "heading", "subject"),
    "date": (
        "date", "published", "publishedat", "publishdate", "publicationdate", "pubdate", "datepublished", "publishedon", "articledate",
        "timestamp", "datetime",
    ),
    "source": ("source", "outlet", "publisher", "publication", "sourcename", "site", "sitename", "newspaper", "media", "domain"),
    "url": ("url", "link", "sourceurl", "articleurl", "uri", "permalink"),
    "country": ("country", "countrycode", "iso2"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Say which column of a table holds what."""

    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    country: str | None = None


def settle_columns(header: Iterable[str], chosen: Mapping[str, str]) -> Columns:
    """Settle the columns by name, after what the user chose.

    Raises:
        CannotReadError: if no column is the text.
    """
    names = [name for name in header if name]
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_fold(name), name)
    found = {role: next((folded[alias] for alias in aliases if alias in folded), None) for role, aliases in _NAMES.items()}
    for role, column in chosen.items():
        if column not in names:
            raise _no_column(f"It has no column '{column}'", names)
        found[role] = column
    text = found.pop("text")
    if text is None:
        raise _no_column("None of its columns is the text of an article", names)
    return Columns(text, found["title"], found["date"], found["source"], found["url"], found["country"])


def show_row(row: Mapping[str, object], columns: Columns, number: int) -> Shown:
    """Show the article in one row."""
    text = _value(row, columns.text) or ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if LINK.search(text):
        text = strip_links(text)
    country = _value(row, columns.country)
    published = _day(row.get(columns.date)) if columns.date else None
    return Shown(
        text,
        find_blocks(text),
        row=f"row {number}",
        title=_value(row, columns.title),
        publisher=_value(row, columns.source),
        url=_value(row, columns.url),
        country=country.upper() if country and re.fullmatch(r"[A-Za-z]{2}", country) else None,
        published=published,
        dated_by="column",
        notes=_note_day(_value(row, columns.date), published),
    )


def show_rows(rows: Iterable[Mapping[str, object] | Refused], chosen: Mapping[str, str]) -> Iterator[Shown | Refused]:
    """Show the articles of a table whose rows name their columns, and hand on which rows are refused."""
    columns: Columns | None = None
    number = 0
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Refused):
            yield row
            continue
        columns = columns or settle_columns(row, chosen)
        yield show_row(row, columns, number)
    if number == 0:
        raise CannotReadError(RejectionKind.EMPTY, "The table has no rows.", "Check that it is the right one.")


def _no_column(message: str, names: list[str]) -> CannotReadError:
    listed = ", ".join(repr(name[:40]) for name in names[:12]) + (" …" if len(names) > 12 else "")
    return CannotReadError(
        RejectionKind.NO_TEXT_COLUMN, f"{message}; it has {listed or 'none'}.", "Name the column of the text, for example text=content."
    )


def _fold(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lstrip("\ufeff")).casefold()


def _value(row: Mapping[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    if value is None or isinstance(value, dict | list):
        return None
    return str(value).strip() or None


def _note_day(written: str | None, read: date | None) -> tuple[str, ...]:
    if written is None or read is not None:
        return ()
    return (f"The column of the date says {written[:40]!r}, which is no day that can be read.",)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return read_day(str(value)[:80].replace("T", " ")) if isinstance(value, str) else None
