"""Keep a gazetteer on disk as sorted arrays that are mapped into memory, not read: writing is done once, opening takes milliseconds."""

import hashlib
import json
import os
import shutil
import struct
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from according.knowledge.places.folding import fold_exact, fold_loosely, is_latin
from according.knowledge.places.rows import FEATURES, MatchKind, Place, PlaceRow

FORMAT = 3
_ROW = np.dtype(
    [("latitude", "f4"), ("longitude", "f4"), ("population", "u4"), ("country", "u2"), ("admin1", "u2"), ("feature", "u1"), ("text", "u4")]
)
_ROW_STRUCT = struct.Struct("<ffIHHBI")
_ALIAS = np.uint32(1 << 31)  # set in a key's row number where the name is not the main one
# Where names are written in Latin letters at home, spelling is settled, and loose keys would only confuse.
SETTLED_SPELLING = frozenset(
    "US CA MX BR AR CL CO PE VE EC BO PY UY GT HN NI CR PA CU DO PR JM GB IE FR DE AT CH NL BE LU ES PT IT SE NO FI DK IS PL CZ SK HU RO SI"
    " HR EE LV LT AU NZ PH ID MY VN".split()
)
_FILES = ("rows", "exact_keys", "exact_rows", "variant_keys", "variant_rows", "skeleton_keys", "skeleton_rows", "spelling_starts")


class PlaceTable:
    """Read one gazetteer from its mapped arrays."""

    def __init__(self, directory: Path, *, rank: int) -> None:
        self.rank = rank
        self.directory = directory
        arrays = {name: np.load(directory / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _FILES}
        self._rows = arrays["rows"]
        self._keys = {kind: (arrays[f"{kind}_keys"], arrays[f"{kind}_rows"]) for kind in ("exact", "variant", "skeleton")}
        self._starts = arrays["spelling_starts"]
        self._texts = _map_bytes(directory / "texts.bin").data
        self._spellings = _map_bytes(directory / "spellings.bin").data
        self._admin1 = tuple(json.loads((directory / "admin1.json").read_text(encoding="utf-8")))
        self._near: dict[str, tuple[tuple[str, ...], NDArray[np.uint32]]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, folded: str, kind: MatchKind) -> tuple[PlaceRow, ...]:
        """Return the places whose key of this kind is `folded`."""
        keys, rows = self._keys[kind.value]
        wanted = hash_key(folded)
        first = int(keys.searchsorted(wanted, "left"))
        if first == len(keys) or keys[first] != wanted:
            return ()
        last = first + 1
        while last < len(keys) and keys[last] == wanted:
            last += 1
        return tuple([self._read_row(number, kind) for number in rows[first:last].tolist()])

    def holds(self, keys: NDArray[np.uint64], kind: MatchKind) -> NDArray[np.bool_]:
        """Say for each key of this kind whether any place has it."""
        mine = self._keys[kind.value][0]
        if not len(mine):
            return np.zeros(len(keys), dtype=np.bool_)
        found: NDArray[np.bool_] = mine[np.minimum(mine.searchsorted(keys), len(mine) - 1)] == keys
        return found

    def list_spellings(self, country: str) -> tuple[tuple[str, ...], NDArray[np.uint32]]:
        """Return the folded Latin spellings of a country's places with their rows, for a fuzzy match."""
        if country not in self._near:
            numbers = self._keys["exact"][1]
            inside = np.flatnonzero(self._rows["country"][numbers & ~_ALIAS] == _pack_country(country))
            bounds = zip(self._starts[inside].tolist(), self._starts[inside + 1].tolist(), strict=True)
            texts = [str(self._spellings[first:last], "ascii") for first, last in bounds]
            kept = [position for position, text in enumerate(texts) if len(text) > 3]
            self._near[country] = (tuple(texts[position] for position in kept), np.asarray(numbers[inside[kept]]))
        return self._near[country]

    def read_near(self, number: int, likeness: int) -> PlaceRow:
        """Return the row of a fuzzy match."""
        return self._read_row(number, MatchKind.FUZZY, likeness)

    def _read_row(self, number: int, kind: MatchKind, likeness: int = 100) -> PlaceRow:
        latitude, longitude, population, country, admin1, feature, start = self._rows[number & ~int(_ALIAS)].item()
        size = self._texts[start] | self._texts[start + 1] << 8
        place_id, name = str(self._texts[start + 2 : start + 2 + size], "utf-8").split("\t")
        return PlaceRow(
            place_id,
            name,
            round(latitude, 5),
            round(longitude, 5),
            _unpack_country(country),
            self._admin1[admin1],
            FEATURES[feature],
            population,
            kind,
            not number & int(_ALIAS),
            self.rank,
            likeness,
        )


@lru_cache(maxsize=1 << 15)
def hash_key(folded: str) -> np.uint64:
    """Return the 64-bit key of a folded name."""
    return np.uint64(int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little"))


def write_table(places: Iterable[Place], directory: Path, *, describe: Callable[[], str] | None = None) -> int:
    """Write places as a table, all or nothing, and return how many; safe when two processes do it at once.

    Args:
        describe: called at the end for a text kept beside the table as `card.json`.
    """
    directory.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=directory.parent))
    try:
        count = _write_files(places, making)
        if describe:
            (making / "card.json").write_text(describe(), encoding="utf-8")
        making.chmod(0o755)
        try:
            making.rename(directory)
        except OSError:
            if not is_table(directory):
                raise
        return count
    finally:
        shutil.rmtree(making, ignore_errors=True)


def is_table(directory: Path) -> bool:
    """Say whether a directory holds a whole table of the present format."""
    return (directory / f"format-{FORMAT}").is_file()


class _Keys:
    """Gather keys of one kind compactly, so that a dump of a whole continent fits into memory."""

    def __init__(self) -> None:
        self.keys = array("Q")
        self.rows = array("I")

    def sort(self) -> NDArray[np.int64]:
        order: NDArray[np.int64] = np.lexsort((np.frombuffer(self.rows, dtype=np.uint32), np.frombuffer(self.keys, dtype=np.uint64)))
        return order


def _write_files(places: Iterable[Place], making: Path) -> int:
    kinds = {kind: _Keys() for kind in ("exact", "variant", "skeleton")}
    rows = bytearray()
    admin1: dict[str, int] = {"": 0}
    spellings, starts = bytearray(), array("I", [0])
    offset = number = 0
    with (making / "texts.bin").open("wb") as texts:
        for number, place in enumerate(places, 1):
            text = f"{place.place_id}\t{place.name}".encode()[:0xFFFF]
            texts.write(len(text).to_bytes(2, "little") + text)
            area = min(admin1.setdefault(place.admin1, len(admin1)), 0xFFFF)
            rows += _ROW_STRUCT.pack(
                place.latitude,
                place.longitude,
                min(place.population, 2**32 - 1),
                _pack_country(place.country),
                area,
                FEATURES.index(place.feature),
                offset,
            )
            offset += len(text) + 2
            for kind, is_primary, folded in _make_keys(place):
                kinds[kind].keys.append(int(hash_key(folded)))
                kinds[kind].rows.append((number - 1) | (0 if is_primary else int(_ALIAS)))
                if kind == "exact":
                    spellings += folded.encode() if folded.isascii() else b""
                    starts.append(len(spellings))
    np.save(making / "rows.npy", np.frombuffer(rows, dtype=_ROW))
    for kind, gathered in kinds.items():
        order = gathered.sort()
        np.save(making / f"{kind}_keys.npy", np.frombuffer(gathered.keys, dtype=np.uint64)[order])
        np.save(making / f"{kind}_rows.npy", np.frombuffer(gathered.rows, dtype=np.uint32)[order])
        if kind == "exact":
            parts = [spellings[starts[old] : starts[old + 1]] for old in order.tolist()]
            (making / "spellings.bin").write_bytes(b"".join(parts))
            np.save(making / "spelling_starts.npy", np.cumsum([0, *map(len, parts)], dtype=np.uint32))
    (making / "admin1.json").write_text(json.dumps(list(admin1), ensure_ascii=False), encoding="utf-8")
    (making / f"format-{FORMAT}").touch()
    return number


def _make_keys(place: Place) -> Iterator[tuple[str, bool, str]]:
    """Yield kind, whether it is of the main name, and the folded text; a main name is never repeated as an alias."""
    seen: set[tuple[str, str]] = set()
    is_loose = place.country not in SETTLED_SPELLING
    for name in (place.name, *place.names):
        folds = [("exact", fold_exact(name))]
        if is_loose and is_latin(name):
            folds += zip(("variant", "skeleton"), fold_loosely(name), strict=True)
        for kind, folded in folds:
            if folded and (kind, folded) not in seen:
                seen.add((kind, folded))
                yield kind, name is place.name, folded


def _pack_country(country: str) -> int:
    return ord(country[0]) << 8 | ord(country[1]) if len(country) == 2 and country.isascii() else 0


def _unpack_country(packed: int) -> str:
    return chr(packed >> 8) + chr(packed & 0xFF) if packed else ""


def _map_bytes(path: Path) -> NDArray[np.uint8]:
    if not os.stat(path).st_size:  # noqa: PTH116 - an empty file cannot be mapped
        return np.zeros(0, dtype=np.uint8)
    return np.memmap(path, dtype=np.uint8, mode="r").view(np.ndarray)
