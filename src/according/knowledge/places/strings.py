"""Resolve a place string of a data set: "Duma town", "Tall Hawash/Al Hawash village", "X near Y", "Homs – Salamiyah road"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.places.folding import fold_exact
from according.knowledge.places.index import PlaceIndex, measure_km
from according.knowledge.places.rows import Feature, MatchKind, PlaceRow

_WORDS = {
    Feature.SETTLEMENT: "town|city|village|hamlet|suburb",
    Feature.ADMIN1: "governorate|province|state|oblast",
    Feature.DISTRICT: "district",
    Feature.QUARTER: "neighbourhood|neighborhood|quarter",
    Feature.MOUNTAIN: "mountain|mountains|mount|hill|hills",
    Feature.AIRBASE: "airport|international airport|airbase|military airbase|air base|military airport|military air base",
    Feature.AREA: "area|region|locality|farm|farms|plain|plains|desert|pocket|island|ruin|ruins|castle",
    Feature.CAMP: "camp|refugee camp|idp camp",
    Feature.CROSSING: "crossing|border crossing|checkpoint|military checkpoint|crossroad|crossroads|junction",
    Feature.RIVER: "river|stream",
    Feature.WATER: "dam|reservoir|dam reservoir|lake",
    Feature.SITE: "prison|prison complex|military base|army base|military complex|air defense base|radar base|base|oil field|oil fields|"
    "oilfield|gas field|power plant|thermal power plant|silos|factory|military heliport|heliport",
}
_FEATURE_WORDS = {word: feature for feature, words in _WORDS.items() for word in words.split("|")}
_LAST = re.compile(rf"^(?P<name>.*?)\s+(?P<word>{'|'.join(sorted(_FEATURE_WORDS, key=len, reverse=True))})s?$", re.IGNORECASE)
_FIRST = re.compile(
    r"^(?:the\s+)?(?P<word>town|city|village|district|province|governorate|area|region)\s+of\s+(?P<name>.+)$", re.IGNORECASE
)
_HOLDER = re.compile(
    r"^(?P<name>.+?)(?:\s*,\s*|\s+(?:in|near|outside|of|close to|south of|north of|east of|west of)\s+(?:the\s+)?)(?P<holder>.+)$"
)
_PARTS = re.compile(r"\s*/\s*|\s*\(|\)\s*")
_DIRECTIONS = {
    "eastern": ("Sharqiyah", "Sharqi"),
    "east": ("Sharqiyah", "Sharqi"),
    "western": ("Gharbiyah", "Gharbi"),
    "west": ("Gharbiyah", "Gharbi"),
    "northern": ("Shamaliyah", "Shamali"),
    "southern": ("Janubiyah", "Janubi"),
}
_HILLS = frozenset("jabal jebel tall tal tell tel tulul tlul wadi nahr bir".split())  # a village may be called after it
_MATCH_COST = {MatchKind.EXACT: 0.0, MatchKind.VARIANT: 0.5, MatchKind.SKELETON: 1.2, MatchKind.FUZZY: 1.6}


@dataclass(frozen=True, slots=True)
class PlaceString:
    """Hold what a place string says: the name's spellings, what it calls the place, and what it names beside it."""

    names: tuple[str, ...]
    feature: Feature | None
    holder: str | None


def parse_place_string(text: str) -> PlaceString:
    """Read the parts of a place string.

    >>> parse_place_string("Tall Hawash/Al Hawash village").names
    ('Tall Hawash', 'Al Hawash')
    """
    name, feature, holder = " ".join(text.split()), None, None
    outer = None if _FIRST.match(name) else _HOLDER.match(name)
    if outer and not outer["name"].lower().startswith(("the ", "town", "village")):
        name, holder = outer["name"], outer["holder"]
    inner = _FIRST.match(name) or _LAST.match(name)
    if inner:
        name, feature = inner["name"], _FEATURE_WORDS[inner["word"].lower()]
    names = tuple(part.strip() for part in _PARTS.split(name) if part.strip()) or (name,)
    names += tuple(other for one in names for other in _translate(one))
    return PlaceString(names, feature, holder)


def _translate(name: str) -> Iterator[str]:
    """Yield the Arabic forms of "Eastern X": "X ash-Sharqiyah"."""
    first, _, rest = name.partition(" ")
    if rest and first.lower() in _DIRECTIONS:
        yield from (f"{rest} {word}" for word in _DIRECTIONS[first.lower()])


def resolve_place_name(
    text: str, places: PlaceIndex, *, country: str | None = None, near: tuple[float, float] | None = None
) -> PlaceRow | None:
    """Return the place that a place string most likely means, or None.

    Args:
        country: keep to this country.
        near: latitude and longitude of something close by.
    """
    parts = parse_place_string(text)
    if near is None and parts.holder:
        held_by = resolve_place_name(parts.holder, places, country=country)
        near = (held_by.latitude, held_by.longitude) if held_by else None
    rows = sorted(_score_rows(parts, places, country, near), key=lambda pair: (-round(pair[0], 6), pair[1].rank, pair[1].place_id))
    return rows[0][1] if rows else None


def _score_rows(
    parts: PlaceString, places: PlaceIndex, country: str | None, near: tuple[float, float] | None
) -> Iterator[tuple[float, PlaceRow]]:
    found = [
        (row, 0.0) for name in parts.names if fold_exact(name) for row in places.lookup(name, country=country, loosest=MatchKind.FUZZY)
    ]
    if not found:
        shorter = [name.partition(" ")[2] for name in parts.names if name.partition(" ")[0].lower() in _HILLS]
        found = [(row, 1.0) for name in shorter for row in places.lookup(name, country=country, loosest=MatchKind.VARIANT)]
    if found:
        for row, _ in found:
            score = 0.3 * len(str(row.population)) - _MATCH_COST[row.match] - (100 - row.likeness) / 12 + 0.4 * row.is_primary
            score += _score_feature(row, parts.feature)
            if near:
                score -= min(measure_km(row.latitude, row.longitude, *near), 200) / 40
            yield score, row


def _score_feature(row: PlaceRow, feature: Feature | None) -> float:
    if feature is None:
        return 0.0
    if row.feature is feature:
        return 1.5
    return -2.0 if Feature.ADMIN1 in (row.feature, feature) else 0.0
