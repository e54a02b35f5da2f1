"""Claims as flat tables: the columns of CSV, Parquet and Arrow, and GeoJSON features."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from according.model.codec import Json

if TYPE_CHECKING:
    import pyarrow

_LISTS = ("initiator", "target")
_TEXT_COLUMNS = (
    "claim_id", "report_id", "report_name", "publisher", "origin", "published",
    "kind", "event_type", "acled_sub_event", "status", "trigger",
    "initiator", "initiator_text", "target", "target_text", "weapon", "hit",
    "date_earliest", "date_latest", "date_precision", "date_text", "date_anchor",
    "place_name", "admin1", "country", "place_precision", "place_relation", "place_text", "place_id",
    "attribution", "responsibility", "framing", "evidence", "unresolved",
)  # fmt: skip
_NUMBER_COLUMNS = ("latitude", "longitude", "confidence")
_COUNT_COLUMNS = ("killed_low", "killed_high", "injured_low", "injured_high")
_FLAG_COLUMNS = ("civilians_targeted", "background")
COLUMNS = (*_TEXT_COLUMNS, *_FLAG_COLUMNS, *_NUMBER_COLUMNS, *_COUNT_COLUMNS, "tolls")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def flatten_claim(record: Json) -> Json:
    """Return a claim as one row; lists are joined by "; ", tolls stay whole as JSON in `tolls`.

    `killed_low` … are the figure of the first toll of that harm for the whole group, and empty where the words give no number.
    `confidence` says how likely the text tells of such an event at all.
    """
    report, date, place = record.get("report", {}), record["date"] or {}, record["place"] or {}
    row: Json = {
        key: record.get(key)
        for key in ("claim_id", "report_id", "kind", "event_type", "acled_sub_event", "status", "trigger", "weapon", "hit")
    }
    row |= {"report_name": report.get("name"), **{key: report.get(key) for key in ("publisher", "origin", "published")}}
    for key in _LISTS:
        row[key] = "; ".join(record[key]) or None
        row[f"{key}_text"] = "; ".join(text or "" for text in record[f"{key}_text"]) or None
    row |= {f"date_{key}": date.get(key) for key in ("earliest", "latest", "precision", "text", "anchor")}
    row |= {"place_name": place.get("name"), "place_text": place.get("text"), "place_id": place.get("place_id")}
    row |= {"place_precision": place.get("precision"), "place_relation": place.get("relation")}
    row |= {key: place.get(key) for key in ("admin1", "country", "latitude", "longitude")}
    row["attribution"] = "; ".join(_join_chains(record["attribution"])) or None
    row["responsibility"] = "; ".join(f"{one['actor']} {one['stance']} by {one['by']}" for one in record["responsibility"]) or None
    row["framing"] = "; ".join(one["words"] for one in record["framing"]) or None
    row["evidence"] = " … ".join(one["quote"] for one in record["evidence"])
    row["unresolved"] = "; ".join(f"{key}: {one[0]['reason']}" for key, one in sorted(record["unresolved"].items())) or None
    row |= {key: record[key] for key in _FLAG_COLUMNS}
    row["confidence"] = record["confidence"]["event_type"]
    for harm in ("killed", "injured"):
        first: Json = next((toll for toll in record["tolls"] if toll["harm"] == harm), {})
        row |= {f"{harm}_low": first.get("low"), f"{harm}_high": first.get("high")}
    row["tolls"] = json.dumps(record["tolls"], ensure_ascii=False, sort_keys=True)
    return {key: row[key] for key in COLUMNS}


def _join_chains(speakers: Sequence[Json]) -> list[str]:
    chains: dict[int, list[str]] = {}
    for one in speakers:
        chains.setdefault(one["chain"], []).append(one["speaker"])
    return [" → ".join(names) for names in chains.values()]


def build_table(records: Iterable[Json]) -> "pyarrow.Table":
    """Return claims as an Arrow table with stable columns and types, also when there are none."""
    import pyarrow

    types = {name: pyarrow.float64() for name in _NUMBER_COLUMNS} | {name: pyarrow.int64() for name in _COUNT_COLUMNS}
    types |= {name: pyarrow.bool_() for name in _FLAG_COLUMNS}
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in COLUMNS])
    return pyarrow.Table.from_pylist([flatten_claim(record) for record in records], schema=schema)


def write_csv(records: Iterable[Json]) -> str:
    """Return claims as CSV; a text cell that a spreadsheet would run as a formula is prefixed with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([_guard(value) for value in flatten_claim(record).values()])
    return out.getvalue()


def _guard(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def write_geojson(records: Iterable[Json]) -> str:
    """Return claims as a GeoJSON feature collection; a claim without coordinates is a feature with a null geometry."""
    features = []
    for record in records:
        row = flatten_claim(record)
        longitude, latitude = row.pop("longitude"), row.pop("latitude")
        geometry = None if longitude is None or latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
        features.append({"type": "Feature", "id": record["claim_id"], "geometry": geometry, "properties": row})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def write_jsonl(records: Iterable[Json]) -> str:
    """Return claims as JSON Lines, one claim a line, keys in a fixed order."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_parquet(records: Iterable[Json]) -> bytes:
    """Return claims as a Parquet file."""
    import pyarrow
    import pyarrow.parquet

    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(build_table(records), sink)
    return bytes(sink.getvalue().to_pybytes())
