"""Put the program's true output for one example report into README.md, between its marks; the words around it stay."""

import io
import json
import re
import sys
from pathlib import Path

from rich.console import Console

import according
from according.cli.table import build_claims

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "examples/reports/2018-05-12-levant-wire-market-strike.txt"
WIDTH = 100
_ROWS = 3  # so many claims are shown
_KEYS = ("event_type", "initiator", "initiator_text", "date", "place", "tolls", "attribution", "status", "basis", "rule")


def main() -> None:
    """Write the table and the excerpt."""
    records = according.code(REPORT).to_dicts()
    console = Console(width=WIDTH, file=io.StringIO(), force_terminal=False)
    console.print(build_claims(records[:_ROWS], is_wide=False))
    console.print(f"… and {len(records) - _ROWS} more claims." if len(records) > _ROWS else "")
    assert isinstance(console.file, io.StringIO)
    table = "\n".join(line.rstrip() for line in console.file.getvalue().rstrip().splitlines())
    excerpt = ",\n".join(f'  "{key}": {json.dumps(_shorten(records[0][key]), ensure_ascii=False)}' for key in _KEYS)
    page = ROOT / "README.md"
    text = fill(page.read_text(encoding="utf-8"), "table", f"```text\n{table}\n```")
    page.write_text(fill(text, "record", f"```text\n{{\n{excerpt}\n}}\n```"), encoding="utf-8")


def _shorten(value: object) -> object:
    """Return the first of several tolls or speakers, the names of a place, and of a table by field the entries that are shown."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [value[0], "…"] if len(value) > 1 else value
    if isinstance(value, dict) and "latitude" in value:
        return {key: one for key, one in value.items() if key in {"name", "admin1", "country", "text", "precision"}}
    if isinstance(value, dict) and "event_type" in value:
        return {key: value[key] for key in ("event_type", "initiator", "date", "place") if key in value}
    return value


def fill(text: str, mark: str, body: str) -> str:
    """Return the page with other words between a pair of marks."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(\n<!-- end of {mark} -->)", re.DOTALL)
    if not pattern.search(text):
        sys.exit(f"README.md has no mark `{mark}`; put `<!-- {mark} -->` and `<!-- end of {mark} -->` back.")
    return pattern.sub(lambda found: f"{found[1]}{body}{found[2]}", text)


if __name__ == "__main__":
    main()
