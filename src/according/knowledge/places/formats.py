"""Read places from files that users add: GeoNames dumps, Who's On First TSV, plain CSV; row by row, bad rows said and left out."""

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, TextIO, cast

from according.errors import GazetteerError
from according.knowledge.countries import is_country
from according.knowledge.places.rows import Feature, Place

_GEONAMES_COLUMNS = 19
_LONE = re.compile("[\udc80-\udcff]")
_LOST = "Check that no tab or line break was lost."
_WOF = ("wof_id", "geonameid", "placetype", "name", "lat", "lon")
_LONGEST_CELL = 100_000  # an open quotation mark joins the rows behind it


def _read_codes(table: dict[Feature, str]) -> dict[str, Feature]:
    return {code: feature for feature, codes in table.items() for code in codes.split()}


_WOF_FEATURES = _read_codes(
    {
        Feature.COUNTRY: "country",
        Feature.ADMIN1: "region",
        Feature.AREA: "macroregion",
        Feature.DISTRICT: "county localadmin",
        Feature.SETTLEMENT: "locality",
        Feature.QUARTER: "borough macrohood neighbourhood microhood",
        Feature.SITE: "campus",
        Feature.ISLAND: "island",
        Feature.WATER: "marinearea ocean",
    }
)
_GEONAMES_FEATURES = _read_codes(
    {
        Feature.ADMIN1: "ADM1",
        Feature.DISTRICT: "ADM2 ADM3",
        Feature.COUNTRY: "PCLI",
        Feature.QUARTER: "PPLX",
        Feature.AIRBASE: "AIRB AIRP AIRF",
        Feature.SITE: "MILB PRN HSP BDG PRT OILR OILF GASF PS",
        Feature.CAMP: "CMP CMPRF",
        Feature.WATER: "DAM LK",
        Feature.RIVER: "STM WAD",
        Feature.MOUNTAIN: "MT MTS PASS",
        Feature.AREA: "VAL RGN AREA PEN",
        Feature.ISLAND: "ISL",
    }
)


class GazetteerFormat(StrEnum):
    """What a gazetteer file looks like."""

    GEONAMES = "GeoNames"
    WHOS_ON_FIRST = "Who's On First"
    CSV = "CSV"


@dataclass(frozen=True, slots=True)
class BadRow:
    """Say what is wrong with one row and what to do."""

    line: int
    what: str
    cure: str


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """Open a plain, gzipped or zipped text file for reading.

    Raises:
        GazetteerError: if it cannot be opened, or a ZIP holds no table.
    """
    try:
        with path.open("rb") as raw:
            head = raw.read(4)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed, packed.open(_choose_member(packed, path)) as member, _decode(member) as lines:
                yield lines
        elif head[:2] == b"\x1f\x8b":
            with gzip.open(path) as unpacked, _decode(cast("IO[bytes]", unpacked)) as lines:
                yield lines
        else:
            with path.open("rb") as raw, _decode(raw) as lines:
                yield lines
    except GazetteerError as error:
        raise GazetteerError(error.what, where=str(path), cure=error.cure) from error
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, UnicodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise GazetteerError(f"it cannot be read ({what})", where=str(path), cure="Check the path, or fetch the file again.") from error


def _choose_member(packed: zipfile.ZipFile, path: Path) -> str:
    """Return the one table in a ZIP; of several none is chosen, as the others would be lost unseen."""
    names = [
        name
        for name in packed.namelist()
        if name.lower().endswith((".txt", ".tsv", ".csv")) and "readme" not in name.lower() and not name.startswith("__MACOSX")
    ]
    if not names:
        raise GazetteerError("the ZIP holds no .txt, .tsv or .csv file", where=str(path), cure="Add the file inside it.")
    if len(names) > 1:
        listed = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
        raise GazetteerError(f"the ZIP holds {len(names)} tables ({listed})", where=str(path), cure="Unpack it and add each.")
    return names[0]


def _decode(raw: IO[bytes]) -> TextIO:
    """Read bytes as UTF-8, or UTF-16 where they begin so; a byte that is neither stays as a lone surrogate, which spoils its row only."""
    buffered = io.BufferedReader(cast("io.RawIOBase", raw))
    if buffered.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return io.TextIOWrapper(buffered, encoding="utf-16", newline="")
    return io.TextIOWrapper(buffered, encoding="utf-8-sig", errors="surrogateescape", newline="")


def detect_format(path: Path) -> GazetteerFormat:
    """Say what a file is, by its first line.

    Raises:
        GazetteerError: if it is none of the formats.
    """
    with open_text(path) as lines:
        first = lines.readline().rstrip("\r\n")
    cells = first.split("\t")
    if tuple(cells[: len(_WOF)]) == _WOF:
        return GazetteerFormat.WHOS_ON_FIRST
    if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit():
        return GazetteerFormat.GEONAMES
    header = {cell.strip().strip('"').lower() for cell in first.replace(";", ",").replace("\t", ",").split(",")}
    if {"name", "latitude", "longitude"} <= header:
        return GazetteerFormat.CSV
    cure = "Give a GeoNames dump (19 columns), a Who's On First table, or a CSV with the columns name, latitude, longitude."
    raise GazetteerError("no gazetteer format is recognised", where=str(path), cure=cure)


def read_gazetteer(path: Path, form: GazetteerFormat) -> Iterator[Place | BadRow]:
    """Yield each row of a gazetteer as a place, or what is wrong with it; the division is left for later where only a code is given."""
    readers: dict[GazetteerFormat, Callable[[TextIO], Iterator[Place | BadRow]]] = {
        GazetteerFormat.GEONAMES: _read_geonames,
        GazetteerFormat.WHOS_ON_FIRST: _read_wof,
        GazetteerFormat.CSV: _read_csv,
    }
    with open_text(path) as lines:
        yield from readers[form](lines)


def _read_geonames(lines: TextIO) -> Iterator[Place | BadRow]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            yield BadRow(
                number, f"{len(cells)} columns where GeoNames has {_GEONAMES_COLUMNS}", "Check that no tab or line break was lost."
            )
            continue
        feature = Feature.SETTLEMENT if cells[6] == "P" and cells[7] != "PPLX" else _GEONAMES_FEATURES.get(cells[7])
        if feature is None:
            continue
        yield _make(
            number, f"geonames:{cells[0]}", cells[1], cells[2:3] + cells[3].split(","), cells[4], cells[5], cells[8], feature, cells[14]
        )


def _read_wof(lines: TextIO) -> Iterator[Place | BadRow]:
    header = lines.readline().rstrip("\r\n").split("\t")
    for number, line in enumerate(lines, 2):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != len(header):
            yield BadRow(number, f"{len(cells)} columns where the header has {len(header)}", _LOST)
            continue
        row = dict(zip(header, cells, strict=True))
        feature = _WOF_FEATURES.get(row["placetype"])
        if feature is None or not row["name"]:
            continue
        if feature is Feature.SITE and ("airport" in row["names"].lower() or "airport" in row["name"].lower()):
            feature = Feature.AIRBASE
        names = row.get("names", "").split("|")
        yield _make(
            number, f"wof:{row['wof_id']}", row["name"], names, row["lat"], row["lon"], row.get("country", ""), feature, row["population"]
        )


def _read_csv(lines: TextIO) -> Iterator[Place | BadRow]:
    head = lines.readline()
    delimiter = max((",", ";", "\t"), key=head.count)
    columns = [cell.strip().lower() for cell in next(csv.reader([head], delimiter=delimiter))]
    twice = next((column for column in columns if column and columns.count(column) > 1), None)
    if twice:
        raise GazetteerError(f"two columns are called {twice!r}", cure="Give each column a name of its own.")
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        number = reader.line_num + 2
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(number, f"it cannot be read ({error})", "Close its quotation marks.")
            return
        if not any(cells):
            continue
        if len(max(cells, key=len)) > _LONGEST_CELL:
            yield BadRow(number, f"a cell has more than {_LONGEST_CELL:,} characters", "Close its quotation marks.")
            continue
        if len(cells) != len(columns):
            yield BadRow(number, f"{len(cells)} cells where the header has {len(columns)}", "Quote cells that hold the separator.")
            continue
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        word = row.get("feature", "").lower() or Feature.SETTLEMENT.value
        if word not in [feature.value for feature in Feature]:
            yield BadRow(number, f"the feature {word!r} is unknown", f"Use one of {', '.join(Feature)}.")
            continue
        if row.get("country") and not is_country(row["country"]):
            yield BadRow(number, f"no country has the code {row['country']!r}", "Write the ISO code of two letters: SY.")
            continue
        yield _make(
            number,
            f"csv:{row.get('id') or row['name']}@{row['latitude']},{row['longitude']}",
            row["name"],
            row.get("aliases", "").split("|"),
            row["latitude"],
            row["longitude"],
            row.get("country", ""),
            Feature(word),
            row.get("population", ""),
            row.get("admin1", ""),
        )


def _make(
    line: int,
    place_id: str,
    name: str,
    names: list[str],
    latitude: str,
    longitude: str,
    country: str,
    feature: Feature,
    population: str,
    admin1: str = "",
) -> Place | BadRow:
    if not name.strip():
        return BadRow(line, "the name is empty", "Give the place a name.")
    if _LONE.search("".join((name, *names, admin1, place_id))):
        return BadRow(line, "it holds bytes that are not UTF-8", "Save the file as UTF-8.")
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return BadRow(line, f"{latitude!r}, {longitude!r} is no position", "Write degrees as numbers, with a point: 35.81.")
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        return BadRow(line, f"{latitude}, {longitude} lies outside the globe", "Check whether latitude and longitude are swapped.")
    try:
        people = max(0, int(float(population or 0)))
    except (ValueError, OverflowError):
        return BadRow(line, f"the population {population!r} is no number", "Write a whole number or leave it empty.")
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        return BadRow(line, f"the country {country!r} is no code", "Write the ISO code of two letters: SY.")
    aliases = tuple(dict.fromkeys(alias.strip() for alias in names if alias.strip() and alias.strip() != name))
    clean_id = " ".join(place_id.split())
    return Place(clean_id, " ".join(name.split()), aliases, north, east, country.upper(), admin1, feature, people)
