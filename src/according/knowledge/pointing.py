"""Point at the line and column of a mistake in a knowledge file, whichever reader found it."""

import re
from pathlib import Path

from according.errors import KnowledgeError

_WHERE = re.compile(r"(?P<path>.+?\.toml)(?::(?P<line>\d+))?(?:: ?(?P<id>[\w.@-]+))?")
_TOLD = re.compile(r"`([^`]+)`")
_PARSER = re.compile(r"at line (\d+), column (\d+)")


def point_at(error: KnowledgeError) -> KnowledgeError:
    """Return the error with file:line:column where the words of its message stand, or as it is where they are not found."""
    match = _WHERE.fullmatch(error.where)
    if match is None or not Path(match["path"]).is_file():
        return error
    path, rule = match["path"], match["id"]
    parsed = _PARSER.search(error.what)
    place = (int(parsed[1]), int(parsed[2])) if parsed else _find_place(Path(path), int(match["line"] or 1), rule, error.what)
    if place is None:
        return error
    where = f"{path}:{place[0]}:{place[1]}" + (f": {rule}" if rule else "")
    return KnowledgeError(error.what, where=where, cure=error.cure)


def _find_place(path: Path, first: int, rule: str | None, what: str) -> tuple[int, int] | None:
    """Find the key or value that the message names last, in the entry that it speaks of; without one the entry itself."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return None
    told = _TOLD.findall(what)
    names = [rule] if rule else told[:1]
    holder = next((spot for name in names if (spot := _find_word(lines, first, f'"{name}"'))), None)
    start = holder[0] if holder else first
    if told and "twice" in what:
        return next((spot for number in range(len(lines), 0, -1) if (spot := _find_word(lines[:number], number, f'"{told[0]}"'))), holder)
    for word in reversed(told):
        spot = _find_key(lines, start, word) or _find_word(lines, start, f'"{word}"') or _find_word(lines, first, f'"{word}"')
        if spot:
            return spot
    return holder or (first, 1)


def _find_key(lines: list[str], first: int, key: str) -> tuple[int, int] | None:
    pattern = re.compile(rf"\s*({re.escape(key)})\s*=")
    found = ((number, match.start(1) + 1) for number, line in enumerate(lines[first - 1 :], first) if (match := pattern.match(line)))
    return next(found, None)


def _find_word(lines: list[str], first: int, word: str) -> tuple[int, int] | None:
    return next(((number, line.index(word) + 1) for number, line in enumerate(lines[first - 1 :], first) if word in line), None)
