import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

GATE = Path(__file__).parents[3] / "evaluation/gate.py"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate_of_evaluation", GATE)
    sys.path.insert(0, str(GATE.parent))  # where the gate finds its neighbours
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_figure_below_its_floor_is_named(gate: ModuleType) -> None:
    pinned = {"dev": gate.Floors("d1", {"claims": 0.6, "date": 0.8})}
    measured = {"dev": gate.Floors("d1", {"claims": 0.61, "date": 0.79})}
    assert gate.check(pinned, measured) == ["dev: date 0.790, floor 0.800"]


def test_a_field_that_is_gone_counts_as_zero(gate: ModuleType) -> None:
    assert gate.check({"dev": gate.Floors("d1", {"weapon": 0.5})}, {"dev": gate.Floors("d1", {})}) == ["dev: weapon 0.000, floor 0.500"]


def test_changed_new_and_vanished_gold_is_named(gate: ModuleType) -> None:
    pinned = {"dev": gate.Floors("d1", {}), "old": gate.Floors("d3", {})}
    measured = {"dev": gate.Floors("d2", {}), "new": gate.Floors("d4", {})}
    assert [line.split()[0] for line in gate.check(pinned, measured)] == ["old", "dev", "new"]


def test_an_update_raises_floors_and_never_lowers_one(gate: ModuleType) -> None:
    before, now = gate.Floors("d1", {"claims": 0.6, "date": 0.8}), gate.Floors("d2", {"claims": 0.7, "date": 0.5, "place": 0.4})
    assert gate.raise_floors(before, now) == gate.Floors("d2", {"claims": 0.7, "date": 0.8, "place": 0.4})
    assert gate.raise_floors(None, now) == now


def test_floors_are_read_as_they_are_written(gate: ModuleType, tmp_path: Path) -> None:
    floors = {"a.b": gate.Floors("d1", {"claims": 0.612}), "c": gate.Floors("d2", {"date": 1.0})}
    path = tmp_path / "floors.toml"
    path.write_text(gate.write_floors(floors), encoding="utf-8")
    assert gate.read_floors(path) == floors
