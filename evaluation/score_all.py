"""Score every set that is there, in two processes, and add a line for each to .scores/history.jsonl.

Writes the mistakes on each gold set, grouped by cause and counted, to .scores/mistakes-SET.html. Sets that nobody tunes on get none.
"""

import argparse
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shared_data import SHARED

from according.app.evaluate import append_history, evaluate_gold
from according.evaluate.errors_page import write_errors
from according.evaluate.writing import write_markdown

HERE = Path(__file__).parent
HISTORY = HERE.parent / ".scores/history.jsonl"
ADAPTERS = {"plover": 400, "petrarch": 400, "muc4": 20, "polnear": 15, "re3d": 59}
GOLD = (SHARED / "data/gold/claims.jsonl", SHARED / "data/gold/claims_extra.jsonl")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--label", default="", help="say what was changed; it goes into the history")
    parser.add_argument("--gold-only", action="store_true", help="leave out the sets of other projects")
    given = parser.parse_args()
    for path in [path for path in GOLD if path.exists()] + sorted((HERE / "gold").glob("*.jsonl")):
        scores = evaluate_gold([path], jobs=2)
        print(write_markdown(scores))
        append_history(HISTORY, scores, label=given.label)
        if path.stem not in {"heldout", "calibration"}:
            HISTORY.with_name(f"mistakes-{path.stem}.html").write_text(write_errors(scores, as_html=True), encoding="utf-8")
    if given.gold_only or not SHARED.exists():
        return
    with ThreadPoolExecutor(2) as pool:
        for name, figures in zip(ADAPTERS, pool.map(_run, ADAPTERS), strict=True):
            print(f"{name}: " + ", ".join(f"{key} {value:g}" for key, value in figures.items()))
            with HISTORY.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"label": given.label, "set": name, **figures}) + "\n")


def _run(name: str) -> dict[str, float]:
    command = [sys.executable, str(HERE / f"{name}.py"), "--json", "--limit", str(ADAPTERS[name])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        figures: dict[str, float] = json.loads(done.stdout)
    except json.JSONDecodeError:
        print(f"{name} gave no figures: {(done.stderr or done.stdout).strip()[-300:]}", file=sys.stderr)
        return {}
    return figures


if __name__ == "__main__":
    main()
