"""Make the actors that every country has (state, government, army, air force, police …) from one table of names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from according.errors import KnowledgeError
from according.knowledge.actors_names import fold_name
from according.knowledge.reading import read_shapes

_COLUMNS = ("iso2", "country", "adjective", "people", "capital", "also")


@dataclass(frozen=True, slots=True)
class Country:
    """Hold the names of a country. `people` are the words for its people, which also stand for its forces."""

    iso2: str
    country: str
    adjective: str
    people: tuple[str, ...] = ()
    capital: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arm:
    """Hold a part of a state: its name with `{country}` and `{adjective}`, and the words that mean it after "Syrian" or alone.

    Args:
        without: arm that stands in where a country has no entry of its own for this one.
    """

    id_: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: str = ""


@dataclass(frozen=True, slots=True)
class Settling:
    """Say which arm acts when a report names only the state and the event is of one of these types."""

    arm: str
    event_types: tuple[str, ...]


def load_countries(directories: tuple[Path, ...]) -> tuple[Country, ...]:
    """Read states/countries.tsv; a later directory replaces the row of a country."""
    rows: dict[str, Country] = {}
    for path in _find_files(directories, "countries.tsv"):
        rows |= {row.iso2: row for row in _read_rows(path)}
    return tuple(rows[key] for key in sorted(rows))


def _read_rows(path: Path) -> Iterator[Country]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if cells[0] == "iso2":
            continue
        if len(cells) != len(_COLUMNS):
            cure = f"Columns: {', '.join(_COLUMNS)}, divided by tabs."
            raise KnowledgeError(f"{len(cells)} columns instead of {len(_COLUMNS)}", where=f"{path}:{number}", cure=cure)
        people, also = (tuple(part.strip() for part in cells[place].split(";") if part.strip()) for place in (3, 5))
        yield Country(cells[0], cells[1], cells[2], people, cells[4], also)


def load_towns(directories: tuple[Path, ...]) -> dict[str, str]:
    """Read states/towns.tsv: the country of a town or region by its folded name, where one word tells it."""
    found: dict[str, str] = {}
    for path in _find_files(directories, "towns.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                iso2, _, towns = line.partition("\t")
                found |= {fold_name(town): iso2 for town in towns.split()}
    return found


def load_adversaries(directories: tuple[Path, ...]) -> dict[str, tuple[str, ...]]:
    """Read states/adversaries.tsv: whom a side of a war calls the enemy; a side is the id of an actor or the code of a state."""
    found: dict[str, tuple[str, ...]] = {}
    for path in _find_files(directories, "adversaries.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                side, _, enemies = line.partition("\t")
                found[side] = tuple(enemies.split())
    return found


def load_arms(directories: tuple[Path, ...]) -> tuple[Arm, ...]:
    """Read states/arms.toml."""
    found: dict[str, Arm] = {}
    for path in _find_files(directories, "arms.toml"):
        found |= {arm.id_: arm for arm in read_shapes(path, "arm", Arm, also=frozenset({"settling"}))}
    return tuple(found.values())


def load_settlings(directories: tuple[Path, ...]) -> tuple[Settling, ...]:
    """Read which arm acts in which type of event."""
    return tuple(
        rule for path in _find_files(directories, "arms.toml") for rule in read_shapes(path, "settling", Settling, also=frozenset({"arm"}))
    )


def _find_files(directories: tuple[Path, ...], name: str) -> Iterator[Path]:
    for directory in directories:
        path = directory / "actors" / "states" / name
        if path.exists():
            yield path
