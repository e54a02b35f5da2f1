"""What the gazetteers hold: a place, what kind of place it is, and how a name met it."""

from dataclasses import dataclass
from enum import StrEnum

from according.model.records import record


class Feature(StrEnum):
    """What a place is. The order is the code in the index: add at the end only."""

    SETTLEMENT = "settlement"
    QUARTER = "quarter"
    DISTRICT = "district"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    AIRBASE = "airbase"
    AREA = "area"  # a region without an office of its own: Eastern Ghouta, Donbas
    RIVER = "river"
    WATER = "water"  # lake, sea, dam
    MOUNTAIN = "mountain"
    CROSSING = "crossing"
    CAMP = "camp"
    SITE = "site"
    ROAD = "road"
    ISLAND = "island"


FEATURES = tuple(Feature)


class MatchKind(StrEnum):
    """How a name met a place, the surest first."""

    EXACT = "exact"  # the same letters
    VARIANT = "variant"  # the same name, romanised in another usual way
    SKELETON = "skeleton"  # the same consonants
    FUZZY = "fuzzy"  # nearly the same letters


MATCH_KINDS = tuple(MatchKind)


@dataclass(frozen=True, slots=True)
class Place:
    """Hold one place as a gazetteer gives it.

    Args:
        place_id: `<gazetteer>:<id>`.
        names: other spellings.
        country: ISO 3166-1 alpha-2.
        admin1: ISO 3166-2 code or name of the first-level division.
    """

    place_id: str
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    admin1: str
    feature: Feature
    population: int = 0


@record(frozen=True, slots=True)
class PlaceRow:
    """Hold one place that a name met, and how.

    Args:
        rank: trust in the gazetteer, 0 the highest.
        is_primary: the name is the place's main name, not an alias.
        likeness: 0 to 100, below 100 only for a fuzzy match.
    """

    place_id: str
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    feature: Feature
    population: int
    match: MatchKind
    is_primary: bool
    rank: int
    likeness: int = 100
