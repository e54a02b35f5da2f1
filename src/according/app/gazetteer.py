"""Add, list and remove the gazetteers of a user."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from according.errors import GazetteerError
from according.knowledge.places import (
    BadRow,
    GazetteerFormat,
    Place,
    detect_format,
    find_gazetteer_directory,
    is_table,
    list_tables,
    locate_points,
    read_gazetteer,
    write_table,
)

_BATCH = 20_000
_MOST_BAD_ROWS = 20
_LICENCES = {
    GazetteerFormat.GEONAMES: ("GeoNames", "CC BY 4.0"),
    GazetteerFormat.WHOS_ON_FIRST: ("Who's On First", "CC0 1.0, with GeoNames CC BY 4.0"),
    GazetteerFormat.CSV: ("the user's own table", "not stated"),
}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Describe one gazetteer that a user added.

    Args:
        name: what it is removed by.
        sha256: of the file's bytes.
        places: how many places it holds.
    """

    name: str
    file: str
    form: str
    sha256: str
    places: int
    bad_rows: int
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class Addition:
    """Say what adding a file did.

    Args:
        is_new: False where the same bytes had been added before, and nothing changed but a source or licence that is now given.
        replaced: the gazetteers of the same name that it takes the place of.
        bad_rows: the first ones that could not be used; `gazetteer.bad_rows` counts all.
    """

    gazetteer: Gazetteer
    is_new: bool
    replaced: tuple[Gazetteer, ...] = ()
    bad_rows: tuple[BadRow, ...] = ()


def add_gazetteer(path: Path, *, source: str | None = None, licence: str | None = None) -> Addition:
    """Add a file to the places that names are looked up in; the same file twice changes nothing, a new edition replaces the old.

    Args:
        source: where the file comes from, kept with it.
        licence: its licence, kept with it.

    Raises:
        GazetteerError: if the file is no gazetteer or has no usable row.
    """
    form = detect_format(path)
    digest = _hash_file(path)
    name = _name_after(path)
    directory = find_gazetteer_directory() / f"{name}-{digest[:16]}"
    if is_table(directory):
        return Addition(_note_rights(directory, source, licence), is_new=False)
    bad: list[BadRow] = []
    counts = {"bad": 0, "good": 0}
    usual = _LICENCES[form]

    def describe() -> str:
        card = Gazetteer(name, path.name, form, digest, counts["good"], counts["bad"], source or usual[0], licence or usual[1])
        return json.dumps(asdict(card), ensure_ascii=False, indent=2)

    write_table(_place_all(_sift(read_gazetteer(path, form), bad, counts)), directory, describe=describe)
    if not counts["good"]:
        shutil.rmtree(directory)
        first = f"line {bad[0].line}: {bad[0].what}" if bad else "it has no rows"
        raise GazetteerError(f"no row can be used ({first})", where=str(path), cure=bad[0].cure if bad else "Check the file.")
    old = [other for other in list_tables() if other != directory and other.name.rpartition("-")[0] == name]
    replaced = tuple(_read_card(other) for other in old)
    for other in old:
        shutil.rmtree(other)
    return Addition(_read_card(directory), is_new=True, replaced=replaced, bad_rows=tuple(bad))


def _name_after(path: Path) -> str:
    """Return the name of a file without what says its form, so that `wells.north.csv` and `wells.south.csv` are two gazetteers."""
    stem = re.sub(r"(?:\.(?:gz|zip|txt|tsv|tab|csv))+$", "", path.name.lower())
    return re.sub(r"[\W_]+", "-", stem).strip("-") or "gazetteer"


def _note_rights(directory: Path, source: str | None, licence: str | None) -> Gazetteer:
    """Keep a source or licence that is given for a file that is already there."""
    card = _read_card(directory)
    noted = replace(card, source=source or card.source, licence=licence or card.licence)
    if noted != card:
        fresh = directory / "card.json.new"
        fresh.write_text(json.dumps(asdict(noted), ensure_ascii=False, indent=2), encoding="utf-8")
        fresh.replace(directory / "card.json")
    return noted


def list_gazetteers() -> tuple[Gazetteer, ...]:
    """Return the gazetteers that the user added."""
    return tuple(_read_card(directory) for directory in list_tables())


def remove_gazetteer(name: str) -> Gazetteer:
    """Remove a gazetteer by its name.

    Raises:
        GazetteerError: if there is none of that name.
    """
    for directory in list_tables():
        card = _read_card(directory)
        if name in (card.name, card.file):
            shutil.rmtree(directory)
            return card
    known = ", ".join(card.name for card in list_gazetteers())
    raise GazetteerError(f"no gazetteer is called {name!r}", cure=f"Choose one of {known}." if known else "None has been added.")


def _sift(rows: Iterable[Place | BadRow], bad: list[BadRow], counts: dict[str, int]) -> Iterator[Place]:
    for row in rows:
        if isinstance(row, BadRow):
            counts["bad"] += 1
            if len(bad) < _MOST_BAD_ROWS:
                bad.append(row)
        else:
            counts["good"] += 1
            yield row


def _place_all(places: Iterator[Place]) -> Iterator[Place]:
    """Give each place the country and the division that it lies in, where its row did not say."""
    while batch := list(islice(places, _BATCH)):
        areas = locate_points([place.latitude for place in batch], [place.longitude for place in batch])
        for place, area in zip(batch, areas, strict=True):
            if area is None or (place.country and place.country != area.country):
                yield place
            else:
                yield replace(place, country=area.country, admin1=place.admin1 or area.name)


def _hash_file(path: Path) -> str:
    with path.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()


def _read_card(directory: Path) -> Gazetteer:
    return Gazetteer(**json.loads((directory / "card.json").read_text(encoding="utf-8")))
