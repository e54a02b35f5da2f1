"""The lines between two `---` at the head of a Markdown file: what the file says about itself, as `key: value`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from according.steps.collect.days import read_day

_FENCED = re.compile(r"\A\ufeff?---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)$")
_PASSED_OVER = re.compile(r"\s*(?:#.*)?$|\s+\S")  # blank lines, comments, what is nested deeper
_COMMENT = re.compile(r"\s#.*$")
_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("source", "publisher", "outlet", "publication", "newspaper", "site", "sitename"),
    "published": ("date", "published", "pubdate", "publishdate", "publicationdate", "datepublished", "publishedat"),
    "byline": ("author", "authors", "byline"),
    "url": ("url", "link", "sourceurl", "canonicalurl", "permalink"),
    "rights": ("rights", "license", "licence", "copyright"),
    "country": ("country",),
    "subjects": ("tags", "keywords", "categories", "category", "subjects", "topics"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold what a file says about itself; `end` is where its own text starts."""

    end: int = 0
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    byline: str | None = None
    url: str | None = None
    rights: str | None = None
    country: str | None = None
    subjects: tuple[str, ...] = field(default=())


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; a first line of `---` that no keys follow is a rule, and is left to the text."""
    fenced = _FENCED.match(text)
    values = _read_lines(fenced["lines"]) if fenced else None
    if fenced is None or values is None:
        return FrontMatter()
    chosen = {role: next((values[name] for name in names if values.get(name)), ()) for role, names in _NAMES.items()}
    country = _join(chosen["country"])
    return FrontMatter(
        fenced.end(),
        title=_join(chosen["title"]),
        publisher=_join(chosen["publisher"]),
        published=_read_date(chosen["published"]),
        byline=_join(chosen["byline"]),
        url=_join(chosen["url"]),
        rights=_join(chosen["rights"]),
        country=country.upper() if country and re.fullmatch(r"[A-Za-z]{2}", country) else None,
        subjects=tuple(dict.fromkeys(chosen["subjects"])),
    )


def _read_lines(lines: str) -> Mapping[str, tuple[str, ...]] | None:
    """Return the values by key, or None where a line is neither a key, an item, a comment nor nested."""
    values: dict[str, tuple[str, ...]] = {}
    key: str | None = None
    for line in lines.split("\n"):
        item, named = _ITEM.match(line), _KEY.match(line)
        if item and key is not None:
            values[key] = (*values[key], *_read_value(item["value"]))
        elif named:
            key = re.sub(r"[\W_]+", "", named["key"]).lower()
            values[key] = values.get(key) or _read_value(named["value"] or "")
        elif not _PASSED_OVER.match(line):
            return None
    return values or None


def _read_value(raw: str) -> tuple[str, ...]:
    value = raw.strip()
    if value[:1] not in "\"'[":
        value = _COMMENT.sub("", value).strip()
    if value.startswith("[") and value.endswith("]"):
        return tuple(one for part in value[1:-1].split(",") if (one := _unquote(part)))
    plain = _unquote(value)
    return (plain,) if plain and plain not in {"null", "~", "|", ">", "|-", ">-"} else ()


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        mark, value = value[0], value[1:-1]
        value = value.replace("''", "'") if mark == "'" else value.replace('\\"', '"')
    return value.strip()


def _join(values: tuple[str, ...]) -> str | None:
    return re.sub(r"\s+", " ", ", ".join(values)).strip() or None


def _read_date(values: tuple[str, ...]) -> date | None:
    written = values[0] if values else ""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return read_day(written)
