"""Find the data that is read beside the project, and print figures; nothing here is part of the package."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

SHARED = (Path(__file__).parents[1] / "../shared").resolve()
Figures = Mapping[str, float]


def require(path: str) -> Path:
    """Return a file of ../shared/data, or end the program with a plain line and code 0: absent data is no failure."""
    found = SHARED / "data" / path
    if not found.exists():
        print(f"skipped: ../shared/data/{path} is not there")
        sys.exit(0)
    return found


def rate(name: str, right: int, gold: int, coded: int) -> dict[str, float]:
    """Return precision, recall and F1 under a name."""
    f1 = 2 * right / (gold + coded) if gold + coded else 0.0
    parts = {"precision": right / coded if coded else 0.0, "recall": right / gold if gold else 0.0, "f1": f1, "n": float(gold)}
    return {f"{name} {part}": round(value, 4) for part, value in parts.items()}


def run(measure: Callable[[int | None], Figures], description: str, *, sample: int | None = None) -> None:
    """Run one measurement from the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--limit", type=int, default=sample, help="take only so many items, spread over the set")
    parser.add_argument("--all", action="store_true", help="take every item")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    figures = measure(None if given.all else given.limit)
    if given.json:
        print(json.dumps(figures, indent=1))
        return
    width = max(map(len, figures), default=0)
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:g}")


def spread(items: list[object], limit: int | None) -> list[int]:
    """Return the numbers of a sample taken evenly over a list."""
    if limit is None or limit >= len(items):
        return list(range(len(items)))
    return [number * len(items) // limit for number in range(limit)]
