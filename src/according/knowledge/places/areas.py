"""Read the shipped admin-1 layer and say in which country and first-level division a point lies."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from according.knowledge.places.tsv import read_tsv

DATA = Path(__file__).parents[1] / "data" / "places"


@dataclass(frozen=True, slots=True)
class Area:
    """Hold one first-level division; `shape` is its rings as Natural Earth's simplified layer packs them."""

    code: str  # ISO 3166-2
    country: str
    geonames_code: str
    latitude: float
    longitude: float
    name: str  # the field's usual spelling
    names: tuple[str, ...]
    shape: str


@lru_cache(maxsize=1)
def load_areas() -> tuple[Area, ...]:
    """Return all divisions, with the usual spelling of those that `admin1_names.tsv` names."""
    usual = {row["code"]: row for row in read_tsv(DATA / "admin1_names.tsv", ("code", "name", "aliases"))}
    areas = []
    with gzip.open(DATA / "admin1.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            code, country, geonames, latitude, longitude, _, names, shape = line.rstrip("\n").split("\t")
            listed = tuple(names.split("|"))
            row = usual.get(code)
            name = row["name"] if row else listed[0]
            others = (*(row["aliases"].split("|") if row and row["aliases"] else ()), *listed)
            areas.append(Area(code, country, geonames, float(latitude), float(longitude), name, tuple(dict.fromkeys(others)), shape))
    return tuple(areas)


def locate_points(
    latitudes: Iterable[float], longitudes: Iterable[float], *, country: str | None = None, reach: float = 0.2
) -> list[Area | None]:
    """Return the division that each point lies in; a point off every shore gets the nearest within `reach` degrees, else None."""
    points = np.column_stack([np.fromiter(longitudes, dtype=np.float64), np.fromiter(latitudes, dtype=np.float64)])
    found: list[Area | None] = [None] * len(points)
    for area in load_areas():
        if country in (None, area.country):
            for number in _find_inside(area, points):
                found[number] = area
    missing = np.array([number for number, area in enumerate(found) if area is None], dtype=np.int64)
    if len(missing) and reach:
        _fill_nearest(found, missing, points, country, reach)
    return found


def _fill_nearest(
    found: list[Area | None], missing: NDArray[np.int64], points: NDArray[np.float64], country: str | None, reach: float
) -> None:
    best = np.full(len(missing), reach)
    for area in load_areas():
        if country not in (None, area.country):
            continue
        rings = _read_rings(area.shape)
        corners = np.concatenate(rings)
        low, high = corners.min(axis=0) - reach, corners.max(axis=0) + reach
        close = np.flatnonzero(((points[missing] >= low) & (points[missing] <= high)).all(axis=1))
        for position in close.tolist():
            gap = float(np.hypot(*(corners - points[missing[position]]).T).min())
            if gap < best[position]:
                best[position] = gap
                found[missing[position]] = area


def _find_inside(area: Area, points: NDArray[np.float64]) -> Iterator[int]:
    rings = _read_rings(area.shape)
    if not rings:
        return
    corners = np.concatenate(rings)
    low, high = corners.min(axis=0), corners.max(axis=0)
    boxed = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    if not len(boxed):
        return
    x, y = points[boxed, 0], points[boxed, 1]
    inside = np.zeros(len(boxed), dtype=np.bool_)
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring[:-1].tolist(), ring[1:].tolist(), strict=True):
            if y1 != y2:
                crosses = (y1 > y) != (y2 > y)
                inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    yield from boxed[inside].tolist()


@lru_cache(maxsize=8192)
def _read_rings(shape: str) -> tuple[NDArray[np.float64], ...]:
    return tuple(_decode_ring(ring) for ring in shape.split(" ") if ring)


def _decode_ring(ring: str) -> NDArray[np.float64]:
    numbers: list[int] = []
    value = shift = 0
    for char in ring:
        piece = ord(char) - 63
        value |= (piece & 0x1F) << shift
        shift += 5
        if piece < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    decoded: NDArray[np.float64] = np.cumsum(np.array(numbers, dtype=np.float64).reshape(-1, 2), axis=0) / 1000
    return decoded
