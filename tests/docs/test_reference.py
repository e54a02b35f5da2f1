"""The reference pages are what the program says of itself."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator

import according
from according.model import answers, codec
from according.model.schema import LIST_FIELDS, SINGLE_FIELDS, build_claim_schema

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples/reports"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "scripts/build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def claims() -> list[codec.Json]:
    coder = according.open_coder()
    paths = [
        EXAMPLES / "2018-05-12-levant-wire-market-strike.txt",
        EXAMPLES / "2018-05-13-levant-wire-denial.txt",
        EXAMPLES / "short-notices.csv",
    ]
    return [claim for coded in coder.code_many(paths) for claim in coded.to_dicts(with_text=True)]


def test_no_generated_page_is_stale(reference: ModuleType) -> None:
    stale = [path.name for path, text in reference.build_pages() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `python scripts/build_reference.py`"


def test_check_names_a_stale_page_and_the_cure(
    reference: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reference, "build_pages", lambda: iter([(ROOT / "docs/reference/absent.md", "text")]))
    monkeypatch.setattr(sys, "argv", ["build_reference.py", "--check"])
    assert reference.main() == 1
    assert capsys.readouterr().out == "docs/reference/absent.md is stale: run `python scripts/build_reference.py`.\n"
    assert not (ROOT / "docs/reference/absent.md").exists()


def test_every_command_has_its_section_with_help_and_example(reference: ModuleType) -> None:
    import typer

    from according.cli.commands import build_app

    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    sections = {part.splitlines()[0]: part for part in page.split("\n## ")[1:]}
    found = dict(reference.walk_commands(typer.main.get_command(build_app()), "according"))
    assert set(sections) == set(found)
    assert "according code" in found
    for name, command in found.items():
        assert command.help, f"{name} has no help"
        assert "```bash\n" in sections[name], f"{name} shows no example"


def test_claims_of_the_examples_fit_the_schema(claims: list[codec.Json]) -> None:
    validator = Draft202012Validator(build_claim_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    read = [json.loads(line) for line in (json.dumps(claim) for claim in claims)]
    wrong = [f"{list(error.path)}: {error.message[:200]}" for claim in read for error in validator.iter_errors(claim)]
    assert len(read) >= 8
    assert wrong == []


def test_the_schema_lets_no_unknown_field_in(claims: list[codec.Json]) -> None:
    validator = Draft202012Validator(build_claim_schema())
    assert not validator.is_valid(claims[0] | {"colour": "red"})
    assert not validator.is_valid(claims[0] | {"status": "true"})
    assert not validator.is_valid({key: value for key, value in claims[0].items() if key != "report"})


def test_the_schema_is_a_valid_schema_with_the_version_of_the_codec() -> None:
    schema = build_claim_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"] == {"const": codec.SCHEMA_VERSION, "description": "Version of this schema."}
    assert schema["properties"]["status"]["enum"] == [one.value for one in answers.Status]
    assert set(schema["$defs"]["place"]["properties"]) == {*answers.Where.__slots__, "text"}


def test_evidence_and_spans_point_at_the_words_in_the_text(claims: list[codec.Json]) -> None:
    for claim in claims:
        text = claim["report"]["text"]
        for one in claim["evidence"]:
            assert text[one["start"] : one["end"]] == one["quote"]
        start, end = claim["span"]["event_type"]
        assert text[start:end] == claim["trigger"]
        assert set(claim["span"]) <= {*SINGLE_FIELDS, *LIST_FIELDS}
