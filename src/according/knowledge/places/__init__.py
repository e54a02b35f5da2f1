"""Places: gazetteers on disk, and what a name in them may mean."""

from according.knowledge.places.areas import Area, locate_points
from according.knowledge.places.folding import fold_exact, fold_skeleton, fold_variant
from according.knowledge.places.formats import BadRow, GazetteerFormat, detect_format, read_gazetteer
from according.knowledge.places.index import POINTS, PlaceIndex, measure_km
from according.knowledge.places.opening import build_base_index, check_supplement, find_gazetteer_directory, list_tables, open_places
from according.knowledge.places.rows import Feature, MatchKind, Place, PlaceRow
from according.knowledge.places.strings import resolve_place_name
from according.knowledge.places.table import is_table, write_table
from according.knowledge.places.towns import is_assumed_population
from according.knowledge.places.words import NameWordSets

__all__ = [
    "POINTS",
    "Area",
    "BadRow",
    "Feature",
    "GazetteerFormat",
    "MatchKind",
    "NameWordSets",
    "Place",
    "PlaceIndex",
    "PlaceRow",
    "build_base_index",
    "check_supplement",
    "detect_format",
    "find_gazetteer_directory",
    "fold_exact",
    "fold_skeleton",
    "fold_variant",
    "is_assumed_population",
    "is_table",
    "list_tables",
    "locate_points",
    "measure_km",
    "open_places",
    "read_gazetteer",
    "resolve_place_name",
    "write_table",
]
