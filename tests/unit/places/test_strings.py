import csv
import gzip
from pathlib import Path

import pytest

from according.knowledge.places import Feature, PlaceIndex, measure_km, resolve_place_name
from according.knowledge.places.strings import parse_place_string
from according.knowledge.places.tsv import read_tsv

SHARED = (Path(__file__).parents[3] / "../shared").resolve()
SUPPLEMENT = Path(__file__).parents[3] / "src/according/knowledge/data/places/supplement.tsv"
COLUMNS = ("name", "aliases", "latitude", "longitude", "country", "admin1", "feature", "source")


@pytest.mark.parametrize(
    ("text", "names", "holder"),
    [
        ("Saraqib town", ("Saraqib",), None),
        ("Tadmur/Palmyra town", ("Tadmur", "Palmyra"), None),
        ("the town of Saraqib", ("Saraqib",), None),
        ("Old mill near Saraqib town", ("Old mill",), "Saraqib town"),
        ("Idlib Governorate", ("Idlib",), None),
    ],
)
def test_the_parts_of_a_place_string(text: str, names: tuple[str, ...], holder: str | None) -> None:
    parts = parse_place_string(text)
    assert (parts.names, parts.holder) == (names, holder)


@pytest.mark.parametrize(("text", "latitude", "longitude"), [("Saraqib town", 35.86, 36.81), ("Homs Governorate", 34.5, 38.0)])
def test_a_place_string_is_resolved(places: PlaceIndex, text: str, latitude: float, longitude: float) -> None:
    row = resolve_place_name(text, places, country="SY")
    assert row is not None
    assert measure_km(row.latitude, row.longitude, latitude, longitude) < 60


def test_an_unknown_string_is_none(places: PlaceIndex) -> None:
    assert resolve_place_name("Qwxyzqq checkpoint", places, country="SY") is None


def test_every_supplement_row_has_a_source_and_a_shipped_division() -> None:
    from according.knowledge.places.areas import load_areas

    divisions = {(area.country, area.name) for area in load_areas()}
    for row in read_tsv(SUPPLEMENT, COLUMNS):
        assert row["source"], row["name"]
        assert not row["admin1"] or (row["country"], row["admin1"]) in divisions, row["name"]


def test_no_position_of_the_ucdp_events_is_in_the_supplement() -> None:
    file = SHARED / "data/ucdp/ucdp_ged191_syria_dev.csv.gz"
    if not file.is_file():
        pytest.skip("../shared/data/ucdp is not there")
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        held = {(float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(lines)}
    ours = {(float(row["latitude"]), float(row["longitude"])): row["name"] for row in read_tsv(SUPPLEMENT, COLUMNS)}
    assert {name for position, name in ours.items() if position in held} == set()


def test_a_direction_in_english_is_read_in_arabic_too() -> None:
    assert parse_place_string("Eastern Qorba town").names == ("Eastern Qorba", "Qorba Sharqiyah", "Qorba Sharqi")


def test_what_stands_at_a_village_is_called_after_it() -> None:
    parsed = parse_place_string("Qorba IDP camp")
    assert (parsed.names, parsed.feature) == (("Qorba",), Feature.CAMP)
