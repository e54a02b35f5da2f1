"""Look names up in all gazetteers at once."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from according.knowledge.places.folding import fold_exact, fold_skeleton, fold_variant, is_latin
from according.knowledge.places.rows import MATCH_KINDS, Feature, MatchKind, PlaceRow
from according.knowledge.places.table import PlaceTable, hash_key
from according.knowledge.places.words import NameWordSets
from according.model.records import replace

_FOLDS = {MatchKind.EXACT: fold_exact, MatchKind.VARIANT: fold_variant, MatchKind.SKELETON: fold_skeleton}
_SAME_PLACE_KM = 8.0
_FUZZY_LIKENESS = 84.0
_FUZZY_HITS = 8
_MOST_ASKED = 1 << 15  # names of which it is remembered whether a gazetteer has them
POINTS = frozenset({Feature.SETTLEMENT, Feature.QUARTER, Feature.DISTRICT, Feature.CAMP, Feature.SITE})


@dataclass(frozen=True, slots=True)
class CountryWords:
    """Hold, by ISO code, the countries' names and capitals, and by word in small letters the country of each adjective."""

    adjectives: Mapping[str, str]
    names: Mapping[str, str]
    capitals: Mapping[str, str]


class PlaceIndex:
    """Answer what places a name may mean. Tables come first that are trusted more."""

    def __init__(self, tables: tuple[PlaceTable, ...], countries: CountryWords, version: str, words: NameWordSets) -> None:
        self.tables = tables
        self.version = version
        self.words = words
        self._countries = countries
        self._held: dict[MatchKind, dict[str, bool]] = {kind: {} for kind in MATCH_KINDS}
        self._look = lru_cache(maxsize=1 << 14)(self._look_up)
        self._find = lru_cache(maxsize=1 << 14)(self._find_rows)
        self._fuzzy = lru_cache(maxsize=1 << 12)(self._find_near)

    def lookup(self, name: str, *, country: str | None = None, loosest: MatchKind = MatchKind.SKELETON) -> tuple[PlaceRow, ...]:
        """Return the places that a name may mean, the surest match first, one row for each place.

        Args:
            country: keep to this country; a fuzzy match is made only inside one.
            loosest: stop after this kind of match; skeletons and fuzzy matches are tried only where nothing surer was found.
        """
        return self._look(name, country, loosest)

    def _look_up(self, name: str, country: str | None, loosest: MatchKind) -> tuple[PlaceRow, ...]:
        if loosest is not MatchKind.EXACT:
            sure = self._find(name, MatchKind.EXACT)
            others = (row for row in self._find(name, MatchKind.VARIANT) if not any(is_same_place(row, one) for one in sure))
            rows = (*sure, *others)
            if country:
                rows = tuple(row for row in rows if row.country == country)
            if rows:
                return rows
        for kind in MATCH_KINDS[: MATCH_KINDS.index(loosest) + 1]:
            rows = self._fuzzy(name, country or "") if kind is MatchKind.FUZZY else self._find(name, kind)
            if country:
                rows = tuple(row for row in rows if row.country == country)
            if rows:
                return rows
        return ()

    def holds(self, folded: Iterable[str], kind: MatchKind = MatchKind.EXACT) -> frozenset[str]:
        """Return those of the names, folded for this kind of match, that some gazetteer has."""
        names, held = frozenset(folded), self._held[kind]
        if len(held) > _MOST_ASKED:
            held.clear()
        unasked = sorted([name for name in names if name and name not in held], key=hash_key)  # in the order of the tables
        if unasked:
            keys = np.array([hash_key(name) for name in unasked], dtype=np.uint64)
            known = np.zeros(len(keys), dtype=np.bool_)
            for table in self.tables:
                known |= table.holds(keys, kind)
            held.update(zip(unasked, known.tolist(), strict=True))
        return frozenset([name for name in names if held.get(name)])

    def country_of_adjective(self, word: str) -> str | None:
        """Return the country of "Syrian" or "Syrians", which is no place by itself."""
        return self._countries.adjectives.get(word.casefold())

    def country_name(self, code: str | None) -> str | None:
        """Return the usual name of a country."""
        return self._countries.names.get(code or "")

    def capital_of(self, code: str | None) -> str | None:
        """Return the name of a country's capital."""
        return self._countries.capitals.get(code or "")

    def _find_rows(self, name: str, kind: MatchKind) -> tuple[PlaceRow, ...]:
        if kind is not MatchKind.EXACT and not is_latin(name):
            return ()
        folded = _FOLDS[kind](name)
        return merge_rows(row for table in self.tables for row in table.find(folded, kind)) if folded else ()

    def _find_near(self, name: str, country: str) -> tuple[PlaceRow, ...]:
        folded = fold_exact(name)
        if not country or len(folded) < 4 or not folded.isascii():
            return ()
        from rapidfuzz import fuzz, process

        rows: list[PlaceRow] = []
        for table in self.tables:
            spellings, numbers = table.list_spellings(country)
            hits = process.extract(folded, spellings, scorer=fuzz.ratio, score_cutoff=_FUZZY_LIKENESS, limit=_FUZZY_HITS)
            rows += [table.read_near(int(numbers[position]), int(score)) for _, score, position in hits]
        return merge_rows(rows)


def merge_rows(rows: Iterable[PlaceRow]) -> tuple[PlaceRow, ...]:
    """Keep one row for each place that several gazetteers have: the most trusted one, with the largest population that any gives."""
    kept: list[PlaceRow] = []
    numbers: dict[str, list[int]] = {}  # by country, for some names have a hundred rows
    for row in sorted(rows, key=lambda row: (-row.likeness, row.rank, not row.is_primary, -row.population, row.place_id)):
        near = numbers.setdefault(row.country, [])
        twin = next((number for number in near if is_same_place(row, kept[number])), None)
        if twin is None:
            near.append(len(kept))
            kept.append(row)
        elif row.population > kept[twin].population or (row.is_primary and not kept[twin].is_primary):
            best = max(row.population, kept[twin].population)
            kept[twin] = replace(kept[twin], population=best, is_primary=row.is_primary or kept[twin].is_primary)
    return tuple(sorted(kept, key=lambda row: (-row.likeness, not row.is_primary, -row.population, row.rank, row.place_id)))


def is_same_place(left: PlaceRow, right: PlaceRow) -> bool:
    """Say whether two rows of one name are one place."""
    if left.country != right.country:
        return False
    if left.feature is not right.feature and not {left.feature, right.feature} <= POINTS:
        return False
    if left.feature in (Feature.COUNTRY, Feature.ADMIN1):
        return left.admin1 == right.admin1
    if abs(left.latitude - right.latitude) > _SAME_PLACE_KM / 111:
        return False
    return measure_km(left.latitude, left.longitude, right.latitude, right.longitude) <= _SAME_PLACE_KM


def measure_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the distance of two points on the globe.

    >>> round(measure_km(33.51, 36.29, 36.20, 37.16))
    310
    """
    north, south = math.radians(latitude), math.radians(other_latitude)
    half_height = math.sin((south - north) / 2) ** 2
    half_width = math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half_height + math.cos(north) * math.cos(south) * half_width)))
