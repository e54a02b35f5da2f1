"""Measure all that the project asks of itself, and print it beside what is asked and what was reached before; targets.toml has both.

Speed is left to bench.py, which wants a quiet machine.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shared_data import SHARED

HERE = Path(__file__).parent
GOLD = {
    "articles": (SHARED / "data/gold/claims.jsonl", SHARED / "data/gold/claims_extra.jsonl"),
    **{name: (HERE / f"gold/{name}.jsonl",) for name in ("dev", "calibration", "heldout")},
}
LIMITS = {"plover": 400, "polnear": 15, "re3d": 59, "muc4": 20}
_SHARE = re.compile(r"within 5 km: ([\d.]+)")


def main() -> None:
    """Print the table."""
    asked = tomllib.loads((HERE / "targets.toml").read_text(encoding="utf-8"))
    with ThreadPoolExecutor(2) as pool:
        measured = dict(zip(asked, pool.map(measure, asked), strict=True))
    print("| set | figure | asked | before | now |\n|---|---|---:|---:|---:|")
    for row in list_rows(asked, measured):
        print(f"| {' | '.join(row)} |")


def measure(name: str) -> dict[str, float]:
    """Return the figures of one set; none where its data are absent."""
    if name in GOLD:
        paths = [str(path) for path in GOLD[name] if path.exists()]
        told = _run("-m", "according", "evaluate", *paths, "--jobs", "1", "--json") if paths else ""
        scores = json.loads(told) if told else {"fields": {}}
        return {field: one["f1"] for field, one in [("claims", scores.get("claims", {})), *scores["fields"].items()] if one}
    if not SHARED.exists():
        return {}
    if name == "ucdp":
        ways = (("with Who's On First", ("--with-wof",)), ("without it", ()))
        return {way: share for way, options in ways for share in _read_share(_run(str(HERE / "ucdp_places.py"), *options))}
    told = _run(str(HERE / f"{name}.py"), "--json", "--limit", str(LIMITS[name]))
    figures: dict[str, float] = json.loads(told) if told else {}
    return figures


def list_rows(
    asked: Mapping[str, Mapping[str, Mapping[str, float]]], measured: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table; a figure short of what is asked is bold."""
    for name, figures in asked.items():
        for figure, known in figures.items():
            now, wanted = measured[name].get(figure), known.get("asked")
            said = "not measured" if now is None else f"{now:.3f}"
            is_short = now is not None and wanted is not None and now < wanted
            yield name, figure, _show(wanted), _show(known.get("before")), f"**{said}**" if is_short else said


def _show(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _read_share(told: str) -> list[float]:
    return [float(match[1]) for match in _SHARE.finditer(told)]


def _run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        print(done.stderr.strip()[-300:], file=sys.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
