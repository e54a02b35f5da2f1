"""Read TOML knowledge files strictly: an unknown key, a missing key or a wrong type names the file, the line and the cure."""

import dataclasses
import difflib
import re
import tomllib
import types
import typing
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from according.errors import KnowledgeError

Shape = TypeVar("Shape")
_WORDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: 'a day, as in "2016-04-01"',
    tuple: 'a list, as in ["…", "…"]',
}


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table in a TOML file.

    Raises:
        KnowledgeError: if it is not UTF-8 or not TOML; the message has the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"not valid TOML ({error})", where=str(path), cure="Mend the file and run `according rules lint`.") from error


def read_shapes(path: Path, key: str, shape: type[Shape], *, also: frozenset[str] = frozenset()) -> Iterator[Shape]:
    """Yield each `[[key]]` table of a file as the dataclass `shape`.

    Args:
        also: other top-level keys that the file may have.

    Raises:
        KnowledgeError: at the first table that does not fit, with its line.
    """
    table = read_toml(path)
    for other in table.keys() - {key} - also:
        raise _unknown_key(other, {key, *also}, where=str(path))
    lines = [number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip() == f"[[{key}]]"]
    for number, row in enumerate(table.get(key, [])):
        line = lines[number] if number < len(lines) else 1
        yield fit(row, shape, where=f"{path}:{line}")


def fit(table: dict[str, Any], shape: type[Shape], *, where: str) -> Shape:
    """Turn a TOML table into a dataclass; nested tables and arrays of tables follow the field types.

    Raises:
        KnowledgeError: on an unknown key, a missing one or a wrong type.
    """
    assert dataclasses.is_dataclass(shape)
    hints = typing.get_type_hints(shape)
    fields = {field.name.rstrip("_"): field for field in dataclasses.fields(shape)}
    for key in table.keys() - fields.keys():
        raise _unknown_key(key, set(fields), where=where)
    values = {}
    for key, field in fields.items():
        if key in table:
            values[field.name] = _convert(table[key], hints[field.name], where=where, key=key)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise KnowledgeError(f"the key `{key}` is missing", where=where, cure=f"Add `{key} = …`.")
    return typing.cast(Shape, shape(**values))


def _unknown_key(key: str, known: set[str], *, where: str) -> KnowledgeError:
    near = difflib.get_close_matches(key, sorted(known), n=1)
    cure = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(sorted(known))}."
    return KnowledgeError(f"unknown key `{key}`", where=where, cure=cure)


def _convert(value: Any, hint: Any, *, where: str, key: str) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _convert(value, next(one for one in arguments if one is not type(None)), where=where, key=key)
    if origin is tuple and isinstance(value, list):
        return tuple(_convert(one, arguments[0], where=where, key=key) for one in value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return fit(value, hint, where=where)
    if hint is re.Pattern or origin is re.Pattern:
        return _compile(value, where=where, key=key)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint is date and isinstance(value, str) and re.fullmatch(r"\d{4}(-\d\d)?(-\d\d)?", value):
        return _read_date(value, where=where, key=key)
    if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    what = next((words for kind, words in _WORDS.items() if hint is kind or origin is kind), "a table, as in { id = …, … }")
    raise KnowledgeError(f"`{key}` holds {value!r}, which is not {what}", where=where, cure="Mend the value.")


def _read_date(value: str, *, where: str, key: str) -> date:
    try:
        return date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError as error:
        cure = "Write it as 2016-04-01, 2016-04 or 2016."
        raise KnowledgeError(f"`{key}` holds {value!r}, which is no day ({error})", where=where, cure=cure) from error


def _compile(value: Any, *, where: str, key: str) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except (TypeError, re.error) as error:
        raise KnowledgeError(f"`{key}` is not a regular expression ({error})", where=where, cure="Mend the pattern.") from error
