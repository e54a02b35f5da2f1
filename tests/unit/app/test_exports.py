import csv
import io
import json

import pyarrow
import pyarrow.parquet
import pytest
from coded_reports import make_coded, make_rejected

from according.app import tables


def test_a_cell_that_a_spreadsheet_would_run_is_guarded() -> None:
    rows = list(csv.DictReader(io.StringIO(tables.write_csv(make_coded().to_dicts()))))
    assert rows[0]["initiator"] == "'=Gunmen"
    assert rows[0]["killed_low"] == "3"
    assert rows[0]["attribution"] == "<b>Police</b>"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_every_start_of_a_formula_is_guarded(start: str) -> None:
    assert tables._guard(f"{start}1+1") == f"'{start}1+1"


def test_numbers_and_flags_of_csv_are_not_guarded() -> None:
    assert tables._guard(-3) == -3
    assert tables._guard(False) == "false"
    assert tables._guard(None) is None


def test_the_columns_are_the_same_with_and_without_claims() -> None:
    full, empty = tables.build_table(make_coded().to_dicts()), tables.build_table([])
    assert full.schema == empty.schema
    assert tuple(full.column_names) == tables.COLUMNS
    assert (full.schema.field("latitude").type, full.schema.field("killed_low").type) == (pyarrow.float64(), pyarrow.int64())
    assert tables.write_csv([]).splitlines() == [",".join(tables.COLUMNS)]


def test_parquet_reads_back_as_the_arrow_table() -> None:
    records = make_coded(claims=2).to_dicts()
    read = pyarrow.parquet.read_table(pyarrow.BufferReader(tables.write_parquet(records)))
    assert read.equals(tables.build_table(records))
    assert read.column("place_name").to_pylist() == ["Town", None]
    assert read.column("unresolved").to_pylist()[1].startswith("civilians_targeted: not mentioned; ")


def test_a_claim_without_coordinates_has_a_null_geometry() -> None:
    features = json.loads(tables.write_geojson(make_coded(claims=2).to_dicts()))["features"]
    assert [one["geometry"] for one in features] == [{"type": "Point", "coordinates": [36.5, 35.5]}, None]
    assert [one["id"] for one in features] == ["claim-1", "claim-2"]


def test_json_lines_are_one_claim_a_line() -> None:
    lines = tables.write_jsonl(make_coded(claims=2).to_dicts()).splitlines()
    assert [json.loads(line)["claim_id"] for line in lines] == ["claim-1", "claim-2"]


def test_an_input_that_was_rejected_exports_nothing() -> None:
    assert make_rejected().to_dicts() == []
    assert make_rejected().to_arrow().num_rows == 0


def test_pandas_has_the_columns_of_the_csv() -> None:
    pytest.importorskip("pandas")
    frame = make_coded().to_pandas()
    assert tuple(frame.columns) == tables.COLUMNS
    assert frame["place_name"].tolist() == ["Town"]
