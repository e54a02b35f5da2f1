import json
import subprocess
import sys
from pathlib import Path

import pytest

from according.cli import entry

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "reports"
DENIAL = EXAMPLES / "2018-05-13-levant-wire-denial.txt"
COMMANDS = (
    ["code"],
    ["explain"],
    ["unknown"],
    ["evaluate"],
    ["doctor"],
    ["demo"],
    ["lookup", "place"],
    ["lookup", "actor"],
    ["gazetteer", "add"],
    ["gazetteer", "list"],
    ["gazetteer", "remove"],
    ["rules", "lint"],
    ["rules", "try"],
    ["rules", "coverage"],
)
Streams = pytest.CaptureFixture[str]


def _run(capfd: Streams, *arguments: object) -> tuple[int, str, str]:
    code = entry.run([str(one) for one in arguments])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(command: list[str], capfd: Streams) -> None:
    code, out, _ = _run(capfd, *command, "--help")
    assert code == 0
    assert "Example" in out
    assert "make demo" in out if command == ["demo"] else f"according {' '.join(command)}" in " ".join(out.split())


def test_the_version_is_printed(capfd: Streams) -> None:
    assert _run(capfd, "--version") == (0, "according 0.1.0\n", "")


def test_help_needs_no_heavy_module() -> None:
    script = (
        "import sys; from according.cli.commands import build_app; build_app();"
        "print(sorted({'spacy', 'pandas', 'pyarrow', 'numpy', 'trafilatura'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("code", "missing.txt"), 4, "missing.txt: There is no such file or folder. Check the name."),
        (("code", DENIAL, "--format", "xml"), 2, "Invalid value for '--format'"),
        (("code", DENIAL, "--published", "2018"), 2, "--published: '2018' is not a day. Write it as 2026-05-12."),
        (("code", DENIAL, "--country", "Syria"), 2, "--country: 'Syria' is not an ISO 3166-1 alpha-2 code"),
        (("code", DENIAL, "--country", "ZZ"), 2, "--country: 'ZZ' is not an ISO 3166-1 alpha-2 code of a country"),
        (("code", DENIAL, "--column", "body"), 2, "--column: 'body' is not a column"),
        (("code", DENIAL, "-o", "missing/claims.csv"), 2, "-o missing/claims.csv: there is no such folder"),
        (("code", DENIAL, "--knowledge", "missing"), 2, "missing: there is no such folder"),
        (("code", "--frob"), 2, "No such option"),
        (("frob",), 2, "No such command 'frob'"),
        (("explain", "missing.txt", "--html"), 4, "missing.txt: There is no such file or folder"),
        (("evaluate", "missing.jsonl"), 2, "missing.jsonl: there is no such file"),
        (("lookup", "actor", "HTS", "--on", "May"), 2, "--on: 'May' is not a day"),
        (("gazetteer", "add", "missing.tsv"), 4, "missing.tsv"),
    ],
)
def test_what_is_wrong_is_one_plain_line(
    arguments: tuple[object, ...], code: int, says: str, capfd: Streams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    got, out, err = _run(capfd, *arguments)
    assert got == code
    assert out == ""
    assert err.startswith("according: ")
    assert err.count("\n") == 1
    assert says in err


def test_an_empty_folder_and_a_folder_without_reports_are_told(capfd: Streams, tmp_path: Path) -> None:
    assert _run(capfd, "code", tmp_path)[0] == 4
    (tmp_path / "image.xyz").write_bytes(b"\0")
    code, _, err = _run(capfd, "code", tmp_path)
    assert code == 4
    assert "There is no report in this folder. Files end in .csv" in err


def test_a_table_without_a_text_column_does_not_stop_the_others(capfd: Streams, tmp_path: Path) -> None:
    table = tmp_path / "numbers.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    code, out, err = _run(capfd, "code", table, DENIAL)
    assert code == 3
    assert "--column text=NAME" in err
    assert {json.loads(line)["report"]["name"] for line in out.splitlines()} == {str(DENIAL)}


def test_binary_on_standard_input_is_refused() -> None:
    done = subprocess.run([sys.executable, "-m", "according", "code", "-"], input=bytes(range(256)) * 8, capture_output=True, check=False)
    assert done.returncode == 4
    assert done.stderr.startswith(b"according: standard input: ")
    assert b"Traceback" not in done.stderr


def test_the_help_of_the_program_names_no_command_when_none_is_given(capfd: Streams) -> None:
    code, out, _ = _run(capfd)
    assert code == 2
    assert "code" in out


def test_the_demo_says_commands_that_exist(capfd: Streams) -> None:
    code, out, _ = _run(capfd, "demo")
    lines = out.splitlines()
    assert code == 0
    assert len(lines) == 6
    assert all("according " in line for line in lines[1:])
    assert str(Path("examples/reports") / "2018-05-12-levant-wire-market-strike.txt") in out
