"""Resolve UCDP's Syrian place strings and count how many come within 5 km of UCDP's own position.

Usage: python evaluation/ucdp_places.py [--with-wof] [--misses N]

Distinct `where_coordinates` of precision 1 and 2. Without an option only what every user has is looked up; `--with-wof` adds the
Who's On First file of Syria, in a directory of its own. The plain baseline is the exact name with the largest population.
"""

import argparse
import csv
import gzip
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from according.app.gazetteer import add_gazetteer
from according.knowledge.places import MatchKind, PlaceIndex, list_tables, measure_km, open_places, resolve_place_name
from according.knowledge.places.strings import parse_place_string

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
WITHIN_KM = 5.0


def read_strings() -> dict[str, tuple[float, float]]:
    """Return each distinct place string with the position that UCDP gives it most often."""
    seen: dict[str, Counter[tuple[float, float]]] = {}
    with gzip.open(SHARED / "ucdp" / "ucdp_ged191_syria_dev.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if float(row["where_prec"]) in (1.0, 2.0):
                text = " ".join(row["where_coordinates"].split())
                seen.setdefault(text, Counter())[float(row["latitude"]), float(row["longitude"])] += 1
    return {text: min(positions.items(), key=lambda pair: (-pair[1], pair[0]))[0] for text, positions in sorted(seen.items())}


def resolve_plainly(text: str, places: PlaceIndex) -> tuple[float, float] | None:
    """Return the place with that exact name and the largest population: the baseline."""
    rows = places.lookup(parse_place_string(text).names[0], country="SY", loosest=MatchKind.EXACT)
    best = max(rows, key=lambda row: (row.population, row.place_id), default=None)
    return (best.latitude, best.longitude) if best else None


def main() -> int:
    """Print the shares, and on request the strings that failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with-wof", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("skipped: ../shared is not there")
        return 0
    tables: tuple[Path, ...] = ()
    with tempfile.TemporaryDirectory() as home:
        if options.with_wof:
            kept = os.environ.get("ACCORDING_HOME")
            os.environ["ACCORDING_HOME"] = home
            add_gazetteer(SHARED / "gazetteer" / "wof_sy.tsv.gz")
            tables = list_tables()
            os.environ.pop("ACCORDING_HOME")
            if kept:
                os.environ["ACCORDING_HOME"] = kept
        return report(open_places(gazetteers=tables), misses=options.misses)


def report(places: PlaceIndex, *, misses: int) -> int:
    """Print the figures of one index."""
    strings = read_strings()
    hits = plain = found = 0
    failed: list[str] = []
    for text, (latitude, longitude) in strings.items():
        row = resolve_place_name(text, places, country="SY")
        gap = measure_km(row.latitude, row.longitude, latitude, longitude) if row else float("inf")
        hits, found = hits + (gap <= WITHIN_KM), found + (row is not None)
        other = resolve_plainly(text, places)
        plain += other is not None and measure_km(*other, latitude, longitude) <= WITHIN_KM
        if gap > WITHIN_KM:
            failed.append(f"{text!r} -> {row.name if row else None} {f'{gap:.0f} km, {row.match}' if row else ''}")
    size = len(strings)
    print(f"{size} strings; within {WITHIN_KM:g} km: {hits / size:.3f}; any answer: {found / size:.3f}")
    print(f"baseline, exact name with the largest population: {plain / size:.3f}")
    for line in failed[:: max(1, len(failed) // misses)] if misses else []:
        print("  ", line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
