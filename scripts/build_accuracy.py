"""Measure the figures of docs/reference/accuracy.md and confidence.md again, and write them between their marks; the rest stays.

`--date 2026-11-22` does the gold, `--others` also the sets of other projects (some minutes), `--speed` the bench. The day is an
argument: the figures belong to the day on which somebody looked at them.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from according.app.evaluate import evaluate_gold
from according.evaluate import Scores
from according.evaluate.errors_page import count_causes
from according.evaluate.writing import list_rows

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "accuracy.md"
CONFIDENCE = PAGE.with_name("confidence.md")
SHARED = (ROOT / "../shared/data/gold").resolve()
SETS = {
    "articles": SHARED / "claims.jsonl",
    "more articles": SHARED / "claims_extra.jsonl",
    "own, dev": ROOT / "evaluation/gold/dev.jsonl",
    "own, calibration": ROOT / "evaluation/gold/calibration.jsonl",
    "own, held-out": ROOT / "evaluation/gold/heldout.jsonl",
}
OTHERS = ("plover", "petrarch", "muc4", "polnear", "re3d")
_UNSEEN = ("own, calibration", "own, held-out")
_MOST_CAUSES = 12
_PARTS = ("precision", "recall", "f1", "n")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description="Measure the figures of the accuracy page again.")
    parser.add_argument("--date", required=True, help="the day that is written beside the figures")
    parser.add_argument("--others", action="store_true", help="the sets of other projects too")
    parser.add_argument("--speed", action="store_true", help="the bench too")
    given = parser.parse_args()
    scored = {name: evaluate_gold([path], jobs=os.cpu_count() or 1) for name, path in SETS.items() if path.exists()}
    text = fill(PAGE.read_text(encoding="utf-8"), "gold", f"Measured on {given.date}.\n\n{write_gold(scored)}")
    text = fill(text, "causes", f"Counted on {given.date}.\n\n{write_causes(scored)}")
    text = fill(text, "conflicts", f"Measured on {given.date}.\n\n{write_conflicts()}")
    if given.others:
        text = fill(text, "targets", f"Measured on {given.date}.\n\n{write_targets()}")
        text = fill(text, "others", f"Measured on {given.date}.\n\n{write_figures(OTHERS)}")
    if given.speed:
        text = fill(text, "speed", f"Measured on {given.date}, {os.cpu_count()} processors.\n\n{write_figures(('bench',))}")
    PAGE.write_text(text, encoding="utf-8")
    page = fill(CONFIDENCE.read_text(encoding="utf-8"), "reliability", f"Measured on {given.date}.\n\n{write_reliability()}")
    CONFIDENCE.write_text(page, encoding="utf-8")


def fill(text: str, mark: str, body: str) -> str:
    """Return the page with other words between a pair of marks."""
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(\n<!-- end of {mark} -->)", re.DOTALL)
    if not pattern.search(text):
        sys.exit(f"the page has no mark `{mark}`; put `<!-- {mark} -->` and `<!-- end of {mark} -->` back.")
    return pattern.sub(lambda found: f"{found[1]}\n{body}{found[2]}", text)


def write_gold(scored: dict[str, Scores]) -> str:
    """Return a table with the F1 of each field in each set, and under it the claims with their intervals."""
    rows = {name: {row[0]: row for row in list_rows(scores.all)} for name, scores in scored.items()}
    fields = list(next(iter(rows.values())))
    lines = [f"| F1 | {' | '.join(scored)} |", f"|---|{'---:|' * len(scored)}"]
    lines += [f"| {field} | {' | '.join(_cell(rows[name][field]) for name in scored)} |" for field in fields]
    lines += [f"| whole records right | {' | '.join(f'{scores.all.record:.3f}' for scores in scored.values())} |", ""]
    for name, scores in scored.items():
        found = rows[name]["claims found"]
        news = list_rows(scores.news)[0]
        lines.append(
            f"- **{name}**: {scores.reports} reports, {scores.all.gold} gold claims. "
            f"Claims found: precision {found[1]}, recall {found[2]}, F1 {found[3]} (95 % {found[4]}); without background F1 {news[3]}."
        )
    return "\n".join(lines) + "\n"


def write_causes(scored: dict[str, Scores]) -> str:
    """Return the commonest causes of mistakes, counted over all sets that may be looked at."""
    counts: Counter[str] = Counter()
    for name, scores in scored.items():
        counts.update(dict(count_causes(scores)) if name not in _UNSEEN else {})
    lines = ["| cause | mistakes |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {cause} | {count} |" for cause, count in counts.most_common(_MOST_CAUSES))]) + "\n"


def write_conflicts() -> str:
    """Return claims found in the project's own gold, conflict by conflict."""
    command = [sys.executable, str(ROOT / "evaluation/conflicts.py"), "--json"]
    figures: dict[str, tuple[int, float]] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    rows = [f"| {name} | {n} | {f1:.3f} |" for name, (n, f1) in sorted(figures.items())]
    return "\n".join(["| conflict | gold claims | F1 of claims found |", "|---|---:|---:|", *rows]) + "\n"


def write_targets() -> str:
    """Return what is asked, what was reached before, and what is reached now."""
    return subprocess.run([sys.executable, str(ROOT / "evaluation/targets.py")], capture_output=True, text=True, check=True).stdout


def write_reliability() -> str:
    """Return how well confidence says what is right: a row for each field, and what came true of what was said over all fields."""
    command = [sys.executable, str(ROOT / "evaluation/calibrate.py"), "--json"]
    figures: dict[str, dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    columns = ("cases", "right", "ece", "auc", "held-out cases", "held-out right", "held-out ece", "held-out auc")
    lines = [f"| field | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    lines += [f"| {name} | " + " | ".join(str(some.get(column, "")) for column in columns) + " |" for name, some in figures.items()]
    bins: dict[float, list[tuple[int, float, float]]] = {}
    for some in figures.values():
        for lowest, count, said, right in some.get("bins", ()):
            bins.setdefault(lowest, []).append((count, count * said, count * right))
    lines += ["", "| said | cases | mean of what was said | share right |", "|---|---:|---:|---:|"]
    for lowest, rows in sorted(bins.items()):
        count, said, right = (sum(column) for column in zip(*rows, strict=True))
        lines.append(f"| {lowest:.1f} to {lowest + 0.1:.1f} | {count} | {said / count:.3f} | {right / count:.3f} |")
    return "\n".join(lines) + "\n"


def _cell(row: tuple[str, ...]) -> str:
    """Return F1, and the baseline in brackets."""
    return f"{row[3]} ({row[6]})" if row[6] else row[3]


def write_figures(scripts: tuple[str, ...]) -> str:
    """Return the figures that scripts of evaluation/ print, with precision, recall, F1 and n of one thing in one row."""
    lines = ["| script | figure | precision | recall | F1 or value | n |", "|---|---|---:|---:|---:|---:|"]
    for name in scripts:
        command = [sys.executable, str(ROOT / f"evaluation/{name}.py"), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            figures: dict[str, float] = json.loads(done.stdout)
        except json.JSONDecodeError:
            print(f"{name} gave no figures: {(done.stderr or done.stdout).strip()[-200:]}", file=sys.stderr)
            continue
        rows: dict[str, dict[str, float]] = {}
        for key, value in figures.items():
            about, _, part = key.rpartition(" ")
            about, part = (about, part) if about and part in _PARTS else (key, "f1")
            rows.setdefault(about, {})[part] = value
        for about, row in rows.items():
            cells = " | ".join(f"{row[part]:g}" if part in row else "" for part in _PARTS)
            lines.append(f"| `{name}.py` | {about} | {cells} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
