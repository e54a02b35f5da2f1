"""What the pages say can be done, can be done."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from according.cli.commands import build_app
from according.knowledge.loader import load_knowledge
from according.knowledge.triggers import Triggers, load_triggers
from according.steps.dissect import parse_text
from according.steps.extract.triggers import find_triggers

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "AGENTS.md"))]
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_CODE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
_LONGEST_PAGE = 500


def read_commands(page: Path) -> list[str]:
    blocks = [body for kind, body in _CODE.findall(page.read_text(encoding="utf-8")) if kind == "bash"]
    return [line for body in blocks for line in body.splitlines() if line.startswith("according ")]


def write_files(page: Path, folder: Path) -> Path:
    for name, body in _FILE.findall(page.read_text(encoding="utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return folder


def check_examples(triggers: Triggers, rule_id: str) -> None:
    rule = next(one for one in triggers.rules if one.id == rule_id)
    assert [find_words(one.text, rule_id, triggers) for one in rule.example] == [[one.finds] for one in rule.example]
    assert [find_words(one.text, rule_id, triggers) for one in rule.counterexample] == [[] for _ in rule.counterexample]


def find_words(text: str, rule_id: str, triggers: Triggers) -> list[str]:
    found = [one for sentence in parse_text(text).sentences for one in find_triggers(sentence, text, triggers)]
    return [one.span.of(text) for one in found if one.rule == rule_id]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_tour_runs(workplace: Path) -> None:
    commands = read_commands(ROOT / "docs/tour.md")
    assert len(commands) >= 10
    for line in commands:
        result = CliRunner().invoke(build_app(), shlex.split(line)[1:])
        assert result.exit_code == 0, f"{line}\n{result.output[-500:]}\n{result.exception!r}"
    assert (workplace / "explained.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (workplace / "claims.jsonl").read_text(encoding="utf-8").count("\n") >= 20


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_only_commands_and_options_that_exist(page: Path) -> None:
    top = typer.main.get_command(build_app())
    for line in read_commands(page):
        command, words = top, shlex.split(line.split("|")[0].split("#")[0])[1:]
        while hasattr(command, "commands"):
            assert words, line
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        known = {name for one in command.params for name in [*one.opts, *one.secondary_opts]} | {"--help"}
        assert {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known, line


def test_the_additions_shown_to_contributors_load_and_find(tmp_path: Path) -> None:
    folder = write_files(ROOT / "CONTRIBUTING.md", tmp_path)
    knowledge = load_knowledge(folder)
    assert "mine_clearance" in knowledge.event_types
    assert [entry.id_ for entry in knowledge.actors.find_named("MSB")] == ["xx.marin_shield"]
    source = knowledge.sources.find_named("Marin Post")
    assert source is not None
    assert source.id_ == "marin_post"
    assert knowledge.places.lookup("Tel Marin", country="SY")[0].name == "Tell Marin"
    assert [rule.id for rule in load_triggers((folder,), "fr").rules] == ["fr.shelling.bombardement"]
    check_examples(knowledge.triggers, "en.mine_clearance.demine-verb")


def test_the_additions_shown_to_users_load_and_find(tmp_path: Path) -> None:
    folder = write_files(ROOT / "docs/guides/own-knowledge.md", tmp_path)
    knowledge = load_knowledge(folder)
    assert knowledge.actors.find_named("Liwa Dir Marin")[0].name == "Marin Shield Brigade"
    check_examples(knowledge.triggers, "en.shelling.mine-saturate")


@pytest.mark.parametrize("page", [ROOT / "docs/guides/python.md", ROOT / "README.md"], ids=lambda page: page.name)
def test_python_samples_compile_and_the_one_with_a_text_runs(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    samples = [body for kind, body in _CODE.findall(page.read_text(encoding="utf-8")) if kind == "python"]
    assert samples
    for sample in samples:
        compile(sample, page.name, "exec")
    for sample in (one for one in samples if "residents said" in one):
        exec(compile(sample, page.name, "exec"), {})
        assert capsys.readouterr().out.startswith("shelling 2018-05-11 3")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_files_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


def test_pages_written_by_hand_are_not_too_long() -> None:
    made = "Written by scripts/build_reference.py"
    texts = {page: page.read_text(encoding="utf-8") for page in PAGES if page.name != "codebook.md"}
    assert [page.name for page, text in texts.items() if made not in text and text.count("\n") > _LONGEST_PAGE] == []
    assert (ROOT / "AGENTS.md").read_text(encoding="utf-8").count("\n") <= 80


def test_no_page_or_source_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("no git repository here: an unpacked source archive")
    marks = re.compile("|".join((r"https?://(?:localhost|127\.|10\.|192\.168\.)", "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/[a-z]+/")))
    found = []
    for name in listed.split("\0"):
        path = ROOT / name
        if path.suffix in {".md", ".py", ".toml", ".yml", ".txt", ".cff", ".tsv", ".json", ".jsonl", ""} and path.is_file():
            found += [f"{name}: {mark[0]}" for mark in marks.finditer(path.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_the_text_of_the_pages_is_spelled_right() -> None:
    names = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "AGENTS.md", "docs"]
    command = [sys.executable, "-m", "codespell_lib", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0
