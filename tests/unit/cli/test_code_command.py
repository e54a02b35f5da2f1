import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from according.cli import entry

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "reports"
WIRE = EXAMPLES / "2018-05-12-levant-wire-market-strike.txt"
Streams = pytest.CaptureFixture[str]


def _code(*arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "according", "code", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, cwd=EXAMPLES.parents[1], env=os.environ | environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    return _code("examples/reports", "--with-text", TZ="UTC", PYTHONHASHSEED="1")


def test_a_pipe_gets_one_claim_a_line(usual: bytes) -> None:
    records = [json.loads(line) for line in usual.decode().splitlines()]
    assert len(records) > 20
    for record in records:
        assert record["schema"] == "1"
        text = record["report"]["text"]
        assert all(text[one["start"] : one["end"]] == one["quote"] for one in record["evidence"])


def test_time_zone_hash_seed_and_order_of_files_change_nothing(usual: bytes) -> None:
    files = sorted((str(path.relative_to(EXAMPLES.parents[1])) for path in EXAMPLES.iterdir()), reverse=True)
    assert _code(*files, "--with-text", TZ="Pacific/Kiritimati", PYTHONHASHSEED="77") == usual


def test_two_processes_write_the_same_bytes_as_one(usual: bytes) -> None:
    assert _code("examples/reports", "--with-text", "--jobs", "2", TZ="America/Lima", PYTHONHASHSEED="5") == usual


def test_the_text_is_left_out_unless_it_is_asked_for(capfd: Streams) -> None:
    assert entry.run(["code", str(WIRE)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert records
    assert all("text" not in record["report"] for record in records)


@pytest.mark.parametrize(
    ("name", "starts"),
    [("claims.csv", b"claim_id,"), ("claims.parquet", b"PAR1"), ("claims.GeoJSON", b'{\n "type"'), ("claims.json", b'{"schema"')],
)
def test_the_name_of_the_file_says_the_format(name: str, starts: bytes, tmp_path: Path) -> None:
    assert entry.run(["code", str(WIRE), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_a_table_shows_what_could_not_be_read_of_a_report(tmp_path: Path, capfd: Streams) -> None:
    (tmp_path / "articles.csv").write_text("text,date\nShelling killed two people in Harem on Monday.,soon\n", encoding="utf-8")
    assert entry.run(["code", str(tmp_path / "articles.csv"), "--format", "table"]) == 0
    assert "no day that can be read" in " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize("name", ["claims.csv", "claims.parquet", "claims.geojson", "claims.jsonl", "claims.txt"])
def test_each_format_is_written_to_a_file(name: str, capfd: Streams, tmp_path: Path) -> None:
    chosen = {"txt": "table"}.get(name.partition(".")[2], name.partition(".")[2])
    assert entry.run(["code", str(WIRE), "--format", chosen, "-o", str(tmp_path / name)]) == 0
    assert capfd.readouterr().out == ""
    assert (tmp_path / name).read_bytes()


def test_the_day_and_the_outlet_of_the_options_win(capfd: Streams) -> None:
    assert entry.run(["code", str(WIRE), "--published", "2018-05-20", "--source", "Invented Times", "--country", "sy"]) == 0
    record = json.loads(capfd.readouterr().out.splitlines()[0])
    assert record["report"]["publisher"] == "Invented Times"
    assert record["report"]["published"] == "2018-05-20"


def test_names_that_nobody_knows_are_counted(capfd: Streams, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "12 May 2018\n\nShelling killed three people in the village of Qwertabad, and shells hit Qwertabad again.\n", encoding="utf-8"
    )
    assert entry.run(["unknown", str(report)]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(row["text"], row["role"]) for row in rows if "Qwertabad" in row["text"]] == [("Qwertabad", "place")]


def test_days_of_a_table_that_cannot_be_read_are_said_and_not_only_noted(capfd: Streams, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    told = "Shelling killed three people in the town of Marin on Friday."
    table.write_text(f"text,date\n{told},05/06/2018\n{told.replace('three', 'nine')},some day\n{told},2018-05-12\n", encoding="utf-8")
    assert entry.run(["code", str(table), "--format", "csv"]) == 0
    said = capfd.readouterr().err
    assert "days.csv, row 1: The column of the date says '05/06/2018', which is no day that can be read." in said
    assert "So it is with 1 more." in said


def test_a_column_given_twice_is_refused(capfd: Streams) -> None:
    assert entry.run(["code", str(WIRE), "--column", "text=a", "--column", "text=b"]) == 2
    assert "text= is given twice" in capfd.readouterr().err
