"""Places: gazetteers on disk, and what a name in them may mean."""

from according.knowledge.places.folding import fold_exact, fold_skeleton, fold_variant
from according.knowledge.places.index import POINTS, PlaceIndex, measure_km
from according.knowledge.places.opening import build_base_index, list_tables, open_places
from according.knowledge.places.rows import Feature, MatchKind, Place, PlaceRow
from according.knowledge.places.strings import resolve_place_name
from according.knowledge.places.words import NameWordSets

__all__ = [
    "POINTS",
    "Feature",
    "MatchKind",
    "NameWordSets",
    "Place",
    "PlaceIndex",
    "PlaceRow",
    "build_base_index",
    "fold_exact",
    "fold_skeleton",
    "fold_variant",
    "list_tables",
    "measure_km",
    "open_places",
    "resolve_place_name",
]
