"""A real server program with a real model behind it: `make model` brings both (docs/guides/language-model.md)."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import according
from according.chat import ask_model
from according.model.conversation import Question
from according.settings import LanguageModel

ROOT = Path(__file__).parents[3]
TEXT = "IDLIB, 12 May (Levant Wire) - Shelling by the army killed three people in the town of Harem on Friday, residents said."
CHOICE = {"type": "object", "properties": {"answer": {"type": "string", "enum": ["yes", "no"]}}, "required": ["answer"]}

pytestmark = [pytest.mark.model, pytest.mark.timeout(1800)]


def find_model() -> Path:
    spec = importlib.util.spec_from_file_location("models", ROOT / "evaluation/models.py")
    assert spec is not None
    assert spec.loader is not None
    models = sys.modules["models"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(models)
    path: Path = models.find_model("smol")
    return path


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("xllamacpp is not installed: make model")
    if not (model := find_model()).is_file():
        pytest.skip(f"there is no {model.name}: make model")
    command = [sys.executable, str(ROOT / "evaluation/serve_model.py"), str(model)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        yield f"{server.stdout.readline().strip()}/v1"
        server.stdin.close()


def test_a_real_server_keeps_to_the_form_that_is_asked_for(address: str) -> None:
    question = Question("Answer yes or no.", "Is water wet?", json.dumps(CHOICE))
    (answer,) = ask_model(LanguageModel(address, "smol", timeout_seconds=600), [question])
    assert isinstance(answer, str), answer
    assert json.loads(answer)["answer"] in {"yes", "no"}


def test_a_model_that_invents_brings_nothing_into_the_claims_that_is_not_in_the_text(address: str, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    lines = ("[language_model]", f'endpoint = "{address}"', 'model = "smol"', "timeout_seconds = 1500", "most_tokens = 300")
    settings.write_text("\n".join(lines), encoding="utf-8")
    coded = according.open_coder(settings=settings, country="SY").code_text(TEXT, published=date(2018, 5, 12))
    assert coded.report is not None
    assert coded.report.notes[0] in {"A language model read 0 of 1 sentences", "A language model read 1 of 1 sentences"}
    assert all("connection failed" not in note and "status" not in note for note in coded.report.notes)
    for claim in coded.to_dicts():
        said = [claim["trigger"], claim["weapon"], *claim["initiator_text"], *claim["target_text"]]
        said += [(claim["place"] or {}).get("text"), (claim["date"] or {}).get("text"), *(one["text"] for one in claim["tolls"])]
        assert all(words in TEXT for words in said if words)
