"""What the project promises of its own shape."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "according"
DATA = PACKAGE / "knowledge" / "data"
MODULES = sorted(PACKAGE.rglob("*.py"))
STEPS = ("collect", "dissect", "extract")
BANNED = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
LONGEST = 400
HEAVY = ("spacy", "thinc", "numpy", "pyarrow", "pandas", "typer", "rich", "lxml", "trafilatura")

LOOK = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import according
print(";".join(sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1].split(",")))))
print(";".join(path for path in opened if "/data/" in path.replace(chr(92), "/")))
"""


def read_tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def list_tracked() -> list[Path]:
    """Return the files under version control."""
    done = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("this is no checkout, so nothing tells which files are tracked")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name]


def find_called(tree: ast.Module, function: str) -> Iterator[str]:
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    calls = [node for node in ast.walk(body) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        assert isinstance(call.func, ast.Name)
        yield call.func.id


def test_the_steps_run_in_alphabetical_order() -> None:
    folders = tuple(sorted(path.name for path in (PACKAGE / "steps").iterdir() if (path / "__init__.py").is_file()))
    assert folders == STEPS
    tree = read_tree(PACKAGE / "pipeline.py")
    home = {
        alias.name: node.module.split(".")[2]
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("according.steps.")
        for alias in node.names
    }
    names = [name for function in ("parse_reports", "read_parsed") for name in find_called(tree, function)]
    called = [home[name] for name in names if name in home and not name.startswith("may_")]
    assert called == ["dissect", "extract"]
    assert [name for name in home if home[name] == "collect"] == []  # what is collected is handed in


def test_no_module_is_longer_than_it_may_be() -> None:
    lengths = {path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = {path.relative_to(PACKAGE).as_posix() for path in MODULES if {path.stem, path.parent.name} & BANNED}
    assert named == set()


def test_importing_the_package_loads_nothing_heavy_and_reads_no_knowledge() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK, ",".join(HEAVY)], capture_output=True, text=True, check=True, timeout=60)
    loaded, read = done.stdout.split("\n")[:2]
    assert loaded == ""
    assert read == ""


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    known = set(sys.stdlib_module_names) | {"according"}
    roots = {
        (path.name, name.partition(".")[0])
        for path in (PACKAGE / "model").glob("*.py")
        for node in ast.walk(read_tree(path))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert {one for one in roots if one[1] not in known} == set()


@pytest.mark.parametrize("path", sorted(DATA.rglob("*")), ids=lambda path: path.relative_to(DATA).as_posix())
def test_each_file_of_knowledge_says_where_it_comes_from(path: Path) -> None:
    if path.is_dir() or path.name == "SOURCES.md":
        return
    beside = path.parent / "SOURCES.md"
    if beside.is_file() and path.name.split(".")[0] in beside.read_text(encoding="utf-8"):
        return
    assert path.suffix in {".toml", ".tsv"}, f"name {path.name} in SOURCES.md beside it"
    text = path.read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines()[:12] if line.startswith("#"))
    if path.suffix == ".toml":
        keys = {
            key
            for entry in tomllib.loads(text).values()
            if isinstance(entry, list)
            for one in entry
            if isinstance(one, dict)
            for key in one
        }
        assert "source" in keys or "example" in keys or "examples" in tomllib.loads(text) or head, f"{path.name} names no source"
    else:
        assert head or "source" in text.splitlines()[0], f"{path.name} names no source"


@pytest.mark.parametrize("path", sorted((DATA / "actors").glob("*.toml")), ids=lambda path: path.name)
def test_each_actor_has_its_source(path: Path) -> None:
    actors = tomllib.loads(path.read_text(encoding="utf-8")).get("actor", [])
    assert [one["id"] for one in actors if not one.get("source")] == []


def test_no_tracked_file_has_a_path_of_a_machine_or_the_address_of_a_registry() -> None:
    paths = re.compile("(?<![\\w.])/" + r"(?:work|home/\w+|root|Users/\w+)/|[A-Z]:\\Users\\")
    addresses = re.compile(
        "(?:index|extra-index)" + r"-url|files\.python" + r"hosted|/pypi/" + r"simple|arti" + r"factory|nexus\." + r"\w+\.\w+"
    )
    found = []
    for path in list_tracked():
        if not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" in data[:4096]:
            continue
        text = data.decode("utf-8", "replace")
        found += [(path.relative_to(ROOT).as_posix(), match[0]) for pattern in (paths, addresses) if (match := pattern.search(text))]
    assert found == []
