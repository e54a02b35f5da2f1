import json
from pathlib import Path
from typing import Any

import pytest
from invented_claims import make_capture, make_claim, make_table, write_gold
from rich.console import Console

from according.app import evaluate as app
from according.errors import InvalidRequestError
from according.evaluate import GoldReport, Resolvers


def code_first_sentence(report: GoldReport) -> list[dict[str, Any]]:
    return [make_claim()] if report.text.startswith("Northern Front") else []


def test_gold_files_are_coded_and_scored_together(tmp_path: Path) -> None:
    one = write_gold(tmp_path / "one.jsonl", make_table(make_claim(), make_capture()))
    two = write_gold(tmp_path / "two.jsonl", make_table(make_claim(), report_id="r2"))
    scores = app.evaluate_gold([one, two], code_first_sentence, resolvers=Resolvers())
    assert (scores.name, scores.reports) == ("one + two", 2)
    assert (scores.all.gold, scores.all.coded, scores.all.aligned) == (3, 2, 2)


def test_scores_print_as_tables(tmp_path: Path) -> None:
    scores = app.evaluate_gold(
        [write_gold(tmp_path / "one.jsonl", make_table(make_claim(), make_capture()))], code_first_sentence, resolvers=Resolvers()
    )
    console = Console(record=True, width=160, quiet=False, file=(tmp_path / "out").open("w", encoding="utf-8"))
    app.print_scores(scores, console)
    text = console.export_text()
    assert "civilians_targeted" in text
    assert "2 gold claims, 1 coded, 1 aligned" in text
    assert "missed" in text
    console.file.close()


def test_history_grows_by_one_line(tmp_path: Path) -> None:
    scores = app.evaluate_gold([write_gold(tmp_path / "one.jsonl", make_table(make_claim()))], code_first_sentence, resolvers=Resolvers())
    history = tmp_path / "new/history.jsonl"
    app.append_history(history, scores, label="first")
    app.append_history(history, scores, label="second")
    assert [json.loads(line)["label"] for line in history.read_text(encoding="utf-8").splitlines()] == ["first", "second"]


def test_offsets_of_the_text_as_read_are_moved_to_golds_text() -> None:
    move = app._map_offsets("One two.\nThree.", "One  two. Three.")
    assert [move(offset) for offset in (0, 4, 9)] == [0, 5, 10]


def test_offsets_move_over_characters_that_were_left_out() -> None:
    move = app._map_offsets("One two.", "\ufeffOne t\u200bwo.")
    assert [move(offset) for offset in (0, 4, 5, 8)] == [1, 5, 7, 10]


def test_another_text_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match="not the gold's text"):
        app._map_offsets("One two.", "One two. Three.")
