from pathlib import Path

import pytest

from according.errors import KnowledgeError
from according.knowledge.confidence import Confidence, load_confidence, write_weights
from according.knowledge.loader import PACKAGED

WEIGHTS = {"date": {"always": 1.0, "basis:inherited": -2.0, "rule:en.dates.weekday": 0.5}}


def _write(folder: Path, text: str) -> Path:
    (folder / "confidence").mkdir()
    (folder / "confidence/weights.tsv").write_text(text, encoding="utf-8")
    return folder


def test_a_value_is_rated_by_the_sum_of_its_features() -> None:
    confidence = Confidence(WEIGHTS)
    assert confidence.rate("date") == 0.73
    assert confidence.rate("date", ("basis:inherited",)) == 0.27
    assert confidence.rate("date", ("basis:inherited", "rule:en.dates.weekday", "never seen")) == 0.38


def test_a_field_without_a_model_is_not_rated() -> None:
    assert Confidence(WEIGHTS).rate("place", ("basis:stated",)) is None


def test_weights_are_read_as_they_are_written(tmp_path: Path) -> None:
    assert load_confidence((_write(tmp_path, write_weights(WEIGHTS)),)).weights == WEIGHTS


def test_a_table_without_rows_laid_over_ours_switches_it_off(tmp_path: Path) -> None:
    assert load_confidence((PACKAGED, _write(tmp_path, "field\tfeature\tweight\n"))).weights == {}
    assert "event_type" in load_confidence((PACKAGED,)).weights


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "line 1"),
        ("field\tweight\n", "line 1"),
        ("field\tfeature\tweight\ndate\talways\tmuch\n", "line 2"),
        ("field\tfeature\tweight\n\n", "line 2"),
    ],
)
def test_a_table_of_another_shape_is_refused_with_its_line(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(KnowledgeError) as told:
        load_confidence((_write(tmp_path, text),))
    assert where in str(told.value)
