"""Hold the project's own gold above its floors.

Scores each evaluation/gold/*.jsonl and the sentences in evaluation/gold/questions, compares with floors.toml and ends with code 1 when a
figure is below its floor, when the gold of a floor has changed or is gone, or when a gold file has no floors. `--update` raises floors to
what was measured and adds those that are missing; it never lowers one. To lower a floor, edit floors.toml by hand, where a reviewer
sees it.
"""

import argparse
import hashlib
import sys
import tomllib
from dataclasses import dataclass, replace
from math import floor
from pathlib import Path

from questions import measure_questions

from according.app.evaluate import evaluate_gold
from according.evaluate import Scores

HERE = Path(__file__).parent
SLACK = 0.0005  # floors are cut to three digits


@dataclass(frozen=True, slots=True)
class Floors:
    """Hold the floors of one gold file, and the sha256 of the file they were measured on."""

    digest: str
    floors: dict[str, float]


def main(gold: Path = HERE / "gold", path: Path = HERE / "floors.toml") -> int:
    """Check or raise the floors and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise floors to what is measured")
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    pinned = read_floors(path)
    files = sorted(file for file in gold.glob("*.jsonl") if file.stat().st_size)
    measured = {file.stem: measure(file, given.jobs) for file in files} | measure_sentences(gold / "questions")
    if given.update:
        raised = {name: raise_floors(pinned.get(name), now) for name, now in measured.items()}
        path.write_text(write_floors(pinned | raised), encoding="utf-8")
    complaints = check(read_floors(path), measured)
    for name, now in measured.items():
        print(f"{name}: " + ", ".join(f"{key} {value:.3f}" for key, value in now.floors.items()))
    for complaint in complaints:
        print(f"below the floor: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


def measure(file: Path, jobs: int = 1) -> Floors:
    """Return what the program reaches on one gold file."""
    return Floors(hashlib.sha256(file.read_bytes()).hexdigest(), list_figures(evaluate_gold([file], jobs=jobs)))


def measure_sentences(folder: Path) -> dict[str, Floors]:
    """Return what the program reaches on the sentences of each split, question by question."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(folder.glob("*.jsonl")))).hexdigest()
    tallies = measure_questions(folder)
    return {
        f"questions {split}": Floors(digest, {name: floor(tally.f1 * 1000) / 1000 for name, tally in some.items()})
        for split, some in sorted(tallies.items())
    }


def list_figures(scores: Scores) -> dict[str, float]:
    """Return the figures that have floors: claims, records, and each field that the set says something about."""
    fields = {field.name: field.rates.f1 for field in scores.all.fields if field.n}
    figures = {"claims": scores.all.claims.f1, "record": scores.all.record} | fields
    return {name: floor(value * 1000) / 1000 for name, value in figures.items()}


def raise_floors(before: Floors | None, now: Floors) -> Floors:
    """Return the higher of each floor and figure, pinned to the gold as it is now."""
    if before is None:
        return now
    return replace(now, floors=before.floors | {name: max(value, before.floors.get(name, 0.0)) for name, value in now.floors.items()})


def check(pinned: dict[str, Floors], measured: dict[str, Floors]) -> list[str]:
    """Return what is wrong, one line each."""
    complaints = [f"{name} is gone, but has floors" for name in sorted(pinned.keys() - measured.keys())]
    for name, now in measured.items():
        before = pinned.get(name)
        if before is None:
            complaints.append(f"{name} has no floors; run gate.py --update")
            continue
        if before.digest != now.digest:
            complaints.append(f"{name} has changed since its floors were measured; run gate.py --update")
        for field, least in before.floors.items():
            value = now.floors.get(field, 0.0)
            if value < least - SLACK:
                complaints.append(f"{name}: {field} {value:.3f}, floor {least:.3f}")
    return complaints


def read_floors(path: Path) -> dict[str, Floors]:
    """Read floors.toml."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(str(table.pop("sha256")), {key: float(value) for key, value in table.items()}) for name, table in tables.items()}


def write_floors(pinned: dict[str, Floors]) -> str:
    """Return floors.toml."""
    lines = [
        "# Floors of the project's own gold: F1 per field, held by `make eval`.",
        "# `evaluation/gate.py --update` raises them, never lowers one.",
    ]
    for name, one in sorted(pinned.items()):
        lines += ["", f'["{name}"]', f'sha256 = "{one.digest}"', *(f"{key} = {value:.3f}" for key, value in one.floors.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
