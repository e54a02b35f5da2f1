"""Score the project's own gold conflict by conflict, all parts together: no conflict may stay far behind the others.

Prints per conflict the claims in gold, F1 of claims found and its distance to the mean of the conflicts.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from according.app.evaluate import code_gold, open_resolvers
from according.evaluate import score_sets
from according.evaluate.gold import GoldReport, read_gold

HERE = Path(__file__).parent
FEWEST = 25  # gold claims; a smaller conflict is shown and not compared


def main() -> None:
    """Print one line per conflict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    figures = measure_conflicts(given.jobs)
    if given.json:
        print(json.dumps(figures, indent=1))
        return
    mean = fmean(f1 for n, f1 in figures.values() if n >= FEWEST)
    print(f"mean of the conflicts with {FEWEST} claims or more: {mean:.3f}")
    for conflict, (n, f1) in sorted(figures.items(), key=lambda pair: pair[1][1]):
        print(f"{conflict:28} {n:4d} claims  F1 {f1:.3f}  {f1 - mean:+.3f}")


def measure_conflicts(jobs: int = 1) -> dict[str, tuple[int, float]]:
    """Return per conflict how many claims gold has, and the F1 of claims found."""
    groups: dict[str, list[GoldReport]] = defaultdict(list)
    for path in [HERE / f"gold/{name}.jsonl" for name in ("dev", "calibration", "heldout")]:
        conflicts = [json.loads(line)["conflict"] for line in path.read_text(encoding="utf-8").splitlines()]
        for conflict, report in zip(conflicts, read_gold(path), strict=True):
            groups[conflict].append(report)
    reports = tuple(report for conflict in sorted(groups) for report in groups[conflict])
    coded = dict(zip((report.report_id for report in reports), code_gold(reports, jobs=jobs), strict=True))
    figures = {}
    for conflict, some in sorted(groups.items()):
        scores = score_sets(some, {report.report_id: coded[report.report_id] for report in some}, open_resolvers(), name=conflict)
        figures[conflict] = (scores.all.gold, round(scores.all.claims.f1, 4))
    return figures


if __name__ == "__main__":
    main()
