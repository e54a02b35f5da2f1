"""Say how many of the names in gold the knowledge knows: distinct place texts, place names and actors, per gold file.

Usage: python evaluation/coverage.py [--missing] [FILE ...]

- A place text (gold's `place.text`, words of the report) resolves when the reader of places, in that report, puts a name that shares words
  with it into a country. Words that name no place ("the town") are counted too.
- A place name (gold's `place.name`) is known when the gazetteers that every user has know each of its parts ("X and Y", "X, Y") in gold's
  country.
- An actor is known when the registry has gold's name on the day.
What gold infers (null) is not counted. Only dev files are read unless others are named.
"""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

from according.app.code import open_coder
from according.app.evaluate import open_resolvers
from according.evaluate.gold import GoldPlace, GoldReport, read_gold
from according.knowledge.places import PlaceIndex, open_places, resolve_place_name
from according.model.evidence import Found
from according.model.report import Rejected
from according.pipeline import parse_reports
from according.steps.collect import CollectOptions, read_text
from according.steps.extract.claims.asking import ask_report
from according.steps.extract.places import PlaceMention

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data" / "gold"
FILES = (HERE / "gold" / "dev.jsonl", SHARED / "claims.jsonl", SHARED / "claims_extra.jsonl")
_PARTS = re.compile(r"\s*(?:,|;| and | or |–|\bbetween\b)\s*")
_KIND = re.compile(
    r"^(?:the )?(?:road|highway|(?:countryside|outskirts|centre|environs) of)\s+|\s+(?:outskirts|countryside|road|highway|axis)$", re.I
)


def main() -> None:
    """Print one line per kind of name, and on request what is not known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[path for path in FILES if path.is_file()])
    parser.add_argument("--missing", action="store_true", help="print the names that are not known")
    given = parser.parse_args()
    for path in given.files:
        for kind, known in measure(read_gold(path)).items():
            print(f"{path.stem:14} {kind:12} {sum(known.values()):4d} of {len(known):4d}  {sum(known.values()) / max(1, len(known)):.3f}")
            for name in (name for name, is_known in sorted(known.items()) if not is_known and given.missing):
                print(f"    {name}")


def measure(reports: Iterable[GoldReport]) -> dict[str, dict[str, bool]]:
    """Return, for each kind of name, whether each distinct one is known; a name is known where it is known in any report."""
    places, resolvers = open_places(gazetteers=()), open_resolvers()
    texts: dict[str, bool] = {}
    names: dict[str, bool] = {}
    actors: dict[str, bool] = {}
    for report in reports:
        text, mentions = read_places(report)
        for claim in report.claims:
            where = claim.place
            if where is not None and where.text:
                label = f"{where.text} ({where.country})"
                texts[label] = texts.get(label, False) or is_read(where.text, text, mentions)
            if where is not None:
                names[f"{where.name} ({where.country})"] = is_known(where, places)
            actors |= {name: resolvers.canonical(name, report.published) is not None for name in (*claim.initiator, *claim.target)}
    return {"place texts": texts, "place names": names, "actors": actors}


def read_places(report: GoldReport) -> tuple[str, tuple[PlaceMention, ...]]:
    """Return a report's text as it is read, with its place mentions."""
    knowledge = open_coder().knowledge
    read = read_text(report.text, name=report.report_id, options=CollectOptions(published=report.published, source=report.outlet))
    if isinstance(read, Rejected):
        return "", ()
    return read.text, ask_report(parse_reports((read,), knowledge)[0], knowledge).places


def is_read(words: str, text: str, mentions: Iterable[PlaceMention]) -> bool:
    """Say whether a mention that lies in any occurrence of the words has an answer in a country."""
    stretches = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    answered = [one for one in mentions if isinstance(one.answer, Found) and one.answer.value.country]
    return any(one.span.start < end and start < one.span.end for one in answered for start, end in stretches)


def is_known(where: GoldPlace, places: PlaceIndex) -> bool:
    """Say whether each part of a name is some place in the gazetteers."""
    parts = [_KIND.sub("", part) for part in _PARTS.split(where.name) if part]
    return all(resolve_place_name(part, places, country=where.country) is not None for part in parts)


if __name__ == "__main__":
    main()
