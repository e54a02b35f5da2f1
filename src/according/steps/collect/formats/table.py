"""Tables of articles: which column holds what, and one article per row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from according.model.report import NO_DAY, RejectionKind
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

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns that are read."""
        return tuple(name for name in (self.text, self.title, self.date, self.source, self.url, self.country) if name)


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
            raise _no_column(f"It has no column '{column}'", names, role)
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
    """Show the articles of a table whose rows name their columns, and hand on which rows are refused.

    Objects of JSON may each have other keys, so that the columns are settled anew wherever the keys change.

    Raises:
        CannotReadError: if there are no rows, no row has a text, or no row has a column that the user chose.
    """
    layouts: dict[tuple[str, ...], Columns | CannotReadError] = {}
    waiting: list[Refused] = []  # rows without a text, up to the first row with one
    number, has_text = 0, False
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Refused):
            yield row
            continue
        keys = tuple(row)
        columns = layouts.get(keys) or layouts.setdefault(keys, _settle_row(keys, chosen))
        if isinstance(columns, Columns):
            has_text = True
            yield from waiting
            waiting.clear()
            yield show_row(row, columns, number)
        else:
            refused = Refused(f"row {number}", columns.kind, columns.message, columns.cure)
            yield from (refused,) if has_text else ()
            waiting += () if has_text else (refused,)
    if number == 0:
        raise CannotReadError(RejectionKind.EMPTY, "The table has no rows.", "Check that it is the right one.")
    if waiting:
        raise next(one for one in layouts.values() if isinstance(one, CannotReadError))
    if layouts:
        settle_columns(dict.fromkeys(key for keys in layouts for key in keys), chosen)


def _settle_row(keys: tuple[str, ...], chosen: Mapping[str, str]) -> Columns | CannotReadError:
    """Settle the columns of one row, which may lack all that the user chose but the text."""
    try:
        return settle_columns(keys, {role: column for role, column in chosen.items() if role == "text" or column in keys})
    except CannotReadError as error:
        return error


def _no_column(message: str, names: list[str], role: str = "text") -> CannotReadError:
    listed = ", ".join(repr(name[:40]) for name in names[:12]) + (" …" if len(names) > 12 else "")
    kind = RejectionKind.NO_TEXT_COLUMN if role == "text" else RejectionKind.UNREADABLE
    cure = "Name the column of the text, for example text=content." if role == "text" else f"Name one of these for the {role}."
    return CannotReadError(kind, f"{message}; it has {listed or 'none'}.", cure)


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
    return (f"The column of the date says {written[:40]!r}, {NO_DAY}",)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return read_day(str(value)[:80].replace("T", " ")) if isinstance(value, str) else None
