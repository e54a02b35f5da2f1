"""A settings file turns the model on; what it must not say is refused before any text is sent."""

import json
from datetime import date
from pathlib import Path

import pytest
from endpoint import BODIES
from serving import Endpoint, Write

import according
from according.app.settings import load_settings, open_line
from according.cli import entry
from according.errors import InvalidRequestError
from according.settings import LanguageModel, Settings

TEXT = "IDLIB, 12 May (Levant Wire) - Shelling by the army killed three people in the town of Harem on Friday, residents said."
DAY = date(2018, 5, 12)
FINE = 'endpoint = "https://llm.example.org/v1"\nmodel = "m"\n'


def load(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_the_defaults_are_careful(tmp_path: Path) -> None:
    settings = load(tmp_path, f"[language_model]\n{FINE}")
    assert settings.language_model == LanguageModel("https://llm.example.org/v1", "m", None, 60.0, 1, 200, 1500, False)
    assert open_line(settings) is not None


def test_without_settings_there_is_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://llm.example.org/v1")
    assert open_line(according.open_coder().settings) is None
    assert open_line(load(tmp_path, "")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[language_model", "it cannot be read"),
        ("[language-model]\n", "unknown key `language-model`. Did you mean `language_model`?"),
        (f'[language_model]\n{FINE}api_key = "sk-x"', "unknown key `api_key`"),
        ('[language_model]\nendpoint = "https://llm.example.org/v1"', "the key `model` is missing"),
        ('[language_model]\nmodel = "m"\nendpoint = "llm.example.org"', "`endpoint` is no address"),
        ('[language_model]\nmodel = "m"\nendpoint = "file:///etc/passwd"', "`endpoint` is no address"),
        ('[language_model]\nmodel = "m"\nendpoint = "https://[::1/v1"', "`endpoint` is no address"),
        ('[language_model]\nmodel = "m"\nendpoint = "https://a.example/v1?key=x"', "`endpoint` is no address"),
        ('[language_model]\nmodel = "m"\nendpoint = "https://me:secret@a.example/v1"', "`endpoint` holds a user or a password"),
        ('[language_model]\nmodel = "m"\nendpoint = "http://a.example/v1"', "text would go to a.example unencrypted"),
        (f"[language_model]\n{FINE}timeout_seconds = 0", "`timeout_seconds` makes no sense"),
        (f"[language_model]\n{FINE}timeout_seconds = nan", "`timeout_seconds` makes no sense"),
        (f"[language_model]\n{FINE}at_once = 1000", "`at_once`, `most_sentences` or `most_tokens` makes no sense"),
        (f"[language_model]\n{FINE}most_sentences = 0", "`at_once`, `most_sentences` or `most_tokens` makes no sense"),
        (f'[language_model]\n{FINE}key_from = "NOT_SET"', "the environment variable `NOT_SET` is not set"),
        (f'[language_model]\n{FINE}key_from = "BROKEN_KEY"', "the environment variable `BROKEN_KEY` holds no key"),
    ],
)
def test_what_makes_no_sense_is_refused_with_place_and_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    monkeypatch.setenv("BROKEN_KEY", "abc\r\nX-More: yes")
    with pytest.raises(InvalidRequestError) as refused:
        load(tmp_path, text)
    assert said in str(refused.value)
    assert refused.value.where == str(tmp_path / "settings.toml")
    assert refused.value.cure
    assert "secret" not in str(refused.value)


def test_plain_http_is_fine_on_this_machine_or_where_it_is_asked_for(tmp_path: Path) -> None:
    for host in ("localhost", "[::1]", "127.0.0.1"):
        assert load(tmp_path, f'[language_model]\nmodel = "m"\nendpoint = "http://{host}:8080/v1"').language_model is not None
    text = '[language_model]\nmodel = "m"\nendpoint = "http://gpu.example/v1"\nplain_http = true'
    assert load(tmp_path, text).language_model is not None


def test_a_missing_file_and_a_missing_package_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidRequestError, match="it cannot be read"):
        load_settings(tmp_path / "absent.toml")
    monkeypatch.setattr("importlib.util.find_spec", lambda *_: None)
    with pytest.raises(InvalidRequestError, match=r"Install it: pip install 'according\[llm\]'"):
        load(tmp_path, f"[language_model]\n{FINE}")


def test_the_command_codes_with_the_model_that_the_file_names(
    write_settings: Write, endpoint: Endpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, out = tmp_path / "report.txt", tmp_path / "claims.jsonl"
    report.write_text(TEXT, encoding="utf-8")
    endpoint.read_seen()
    assert entry.run(["code", str(report), "--settings", str(write_settings("good")), "--country", "SY", "-o", str(out)]) == 0
    (claim,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (claim["event_type"], claim["rule"]["event_type"], claim["place"]["name"]) == ("shelling", "llm", "Harem")
    assert claim["report"]["notes"] == ["A language model read 1 of 1 sentences"]
    assert len(endpoint.read_seen()) == 1
    assert entry.run(["explain", str(report), "--settings", str(write_settings("good"))]) == 0
    assert "← “Shelling”  llm" in " ".join(capsys.readouterr().out.split(" ")).replace("\n", " ")


def test_the_command_says_where_the_model_failed(write_settings: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "claims.jsonl"
    assert entry.run(["code", str(report), "--settings", str(write_settings("500")), "-o", str(out)]) == 0
    said = "the language model gave no usable answer for some sentences, where the rules' claims stand; `report.notes` says why"
    assert capsys.readouterr().err == f"according: {report}: {said}\n"
    assert entry.run(["code", str(report), "--settings", str(write_settings("good")), "-o", str(out)]) == 0
    assert capsys.readouterr().err == ""


def test_nothing_is_sent_where_no_file_names_a_model(endpoint: Endpoint, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    endpoint.read_seen()
    assert entry.run(["code", str(report), "-o", str(tmp_path / "claims.jsonl")]) == 0
    assert endpoint.read_seen() == []


@pytest.mark.parametrize("how", sorted(BODIES))
def test_no_answer_stops_the_program_or_takes_the_claim_away(write_settings: Write, how: str) -> None:
    coder = according.open_coder(settings=write_settings(how), country="SY")
    coded = coder.code_text(TEXT, published=DAY)
    assert coded.rejected is None
    assert [one.event_type.value for one in coded.claims] == ([] if how == "nothing" else ["shelling"])
    json.dumps(coded.to_dicts(), ensure_ascii=False).encode("utf-8")


def test_several_processes_ask_too(write_settings: Write, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"{TEXT} This is number {number} of all the notes, which is not about {number + 7} birds.", encoding="utf-8")
    coded = list(according.open_coder(settings=write_settings("good"), jobs=2).code_many(paths))
    assert {claim.event_type.rule for one in coded for claim in one.claims} == {"llm"}
