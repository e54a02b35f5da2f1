"""Open the place index; what is not built yet is built once, said in one line, and kept in the cache directory."""

import hashlib
import sys
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from according.errors import GazetteerError
from according.knowledge.places.areas import DATA
from according.knowledge.places.home import find_cache_directory, find_data_directory
from according.knowledge.places.index import PlaceIndex
from according.knowledge.places.rows import Place
from according.knowledge.places.table import FORMAT, PlaceTable, is_table, write_table
from according.knowledge.places.towns import (
    find_geonames_file,
    read_countries,
    read_country_words,
    read_divisions,
    read_supplement,
    read_towns,
    read_villages,
)
from according.knowledge.places.words import load_name_words

SUPPLEMENT_NAME = "places/supplement.tsv"
GAZETTEERS_NAME = "gazetteers"


def open_places(directories: tuple[Path, ...] = (), gazetteers: tuple[Path, ...] | None = None) -> PlaceIndex:
    """Open all places: supplements (the last directory's first), GeoNames, what the user added, OpenStreetMap.

    Args:
        directories: knowledge directories whose `places/supplement.tsv` is laid over ours.
        gazetteers: tables that the user added; None means those in the user's data directory.
    """
    supplements = [directory / SUPPLEMENT_NAME for directory in directories if (directory / SUPPLEMENT_NAME).is_file()]
    own = DATA / "supplement.tsv"
    paths = [path for path in (own, *supplements) if path.resolve() != own.resolve() or path is own]
    tables = [PlaceTable(_ensure_supplement(path), rank=0) for path in reversed(paths)]
    tables.append(PlaceTable(_ensure_countries(), rank=0))
    tables.append(PlaceTable(_ensure_towns(), rank=1))
    added = list_tables() if gazetteers is None else gazetteers
    tables += [PlaceTable(path, rank=2) for path in added]
    tables.append(PlaceTable(_ensure_villages(), rank=3))
    version = hashlib.blake2b("".join(table.directory.name for table in tables).encode(), digest_size=8).hexdigest()
    return PlaceIndex(tuple(tables), read_country_words(), version, load_name_words())


def check_supplement(directory: Path) -> None:
    """Read the supplement of a knowledge directory, if it has one, so that a wrong row is told before any report is read.

    Raises:
        KnowledgeError: if a row is wrong; the message has the line.
    """
    path = directory / SUPPLEMENT_NAME
    if path.is_file():
        deque(read_supplement(path), maxlen=0)


def build_base_index() -> tuple[Path, ...]:
    """Build what is missing of the shipped tables, and return their directories; an installer may call it so that no user waits."""
    return (_ensure_supplement(DATA / "supplement.tsv"), _ensure_countries(), _ensure_towns(), _ensure_villages())


def find_gazetteer_directory() -> Path:
    """Return where the tables that the user added are kept."""
    return find_data_directory() / GAZETTEERS_NAME


def list_tables() -> tuple[Path, ...]:
    """Return the tables that the user added, in the order of their names."""
    root = find_gazetteer_directory()
    return tuple(path for path in sorted(root.iterdir()) if is_table(path)) if root.is_dir() else ()


def _ensure_supplement(path: Path) -> Path:
    return _ensure("supplement", (path,), lambda: read_supplement(path), says=None)


def _ensure_countries() -> Path:
    parts = (DATA / "countries.tsv", DATA / "admin1_names.tsv", DATA / "admin1.tsv.gz")
    return _ensure("countries", parts, _read_countries_and_divisions, says=None)


def _read_countries_and_divisions() -> Iterable[Place]:
    yield from read_countries()
    yield from read_divisions()


def _ensure_towns() -> Path:
    size = find_geonames_file().stat().st_size
    parts = (DATA / "admin1_names.tsv", DATA / "admin1.tsv.gz")
    return _ensure("towns", parts, read_towns, says="towns of GeoNames", also=str(size))


def _ensure_villages() -> Path:
    return _ensure("villages", (DATA / "admin1_names.tsv", DATA / "villages.tsv.gz"), read_villages, says="villages of OpenStreetMap")


def _ensure(name: str, parts: tuple[Path, ...], read: Callable[[], Iterable[Place]], *, says: str | None, also: str = "") -> Path:
    digest = hashlib.blake2b(f"{FORMAT} {also}".encode(), digest_size=8)
    here = Path(__file__).parent
    for part in (*parts, *(here / name for name in ("towns.py", "folding.py", "table.py"))):  # a changed builder builds anew
        digest.update(hashlib.blake2b(part.read_bytes()).digest())
    directory = find_cache_directory() / "places" / f"{name}-{digest.hexdigest()}"
    if is_table(directory):
        return directory
    if says:
        sys.stderr.write(f"Building the place index once ({says}), in {directory.parent} …\n")
    try:
        write_table(read(), directory)
    except OSError as error:
        cure = "Set ACCORDING_HOME to a directory that you may write to."
        raise GazetteerError(f"the place index cannot be written ({error})", where=str(directory), cure=cure) from error
    return directory
