import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import according

TEXT = "DAMASCUS, 3 May 2018 (Wire) — Shelling killed three people in Douma on Wednesday, residents said."


def test_the_import_loads_nothing_heavy() -> None:
    script = "import sys, according; print(sorted({'spacy', 'pandas', 'numpy', 'pyarrow', 'rich', 'typer'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_coding_needs_no_pandas() -> None:
    script = f"import sys, according; print(len(according.code({TEXT!r}).claims), 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "1 False\n"


def test_a_text_is_coded() -> None:
    coded = according.code(TEXT)
    assert coded.rejected is None
    assert [claim.event_type.value for claim in coded.claims] == ["shelling"]
    record = coded.to_dicts()[0]
    assert (record["place"]["name"], record["tolls"][0]["low"], record["date"]["earliest"]) == ("Douma", 3, "2018-05-02")
    assert coded.to_dicts(with_text=True)[0]["report"]["text"] == TEXT


def test_a_path_is_read_and_the_options_win(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    for given in (path, str(path)):
        report = according.code(given, published=date(2018, 5, 4), source="Invented Times", country="SY").report
        assert report is not None
        assert (report.publisher, report.country) == ("Invented Times", "SY")
        assert report.published is not None
        assert report.published.day == date(2018, 5, 4)


def test_a_file_that_is_not_there_is_rejected_with_a_cure(tmp_path: Path) -> None:
    coded = according.code(tmp_path / "missing.txt")
    assert coded.claims == ()
    assert coded.rejected is not None
    assert coded.rejected.cure
    assert coded.to_dicts() == []


def test_an_empty_text_is_rejected() -> None:
    assert according.code("").rejected is not None


def test_a_table_of_several_reports_is_not_one(tmp_path: Path) -> None:
    table = tmp_path / "two.csv"
    table.write_text(f'text\n"{TEXT}"\n"{TEXT} Again."\n', encoding="utf-8")
    with pytest.raises(according.AccordingError, match="2 reports, not one"):
        according.code(table)
    assert len(list(according.open_coder().code_many([table]))) == 2


def test_one_coder_codes_many_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} This is {name}, an article of its own.", encoding="utf-8")
    coder = according.open_coder(published=date(2018, 5, 3))
    names = [one.report.name.rpartition("/")[2] for one in coder.code_many([tmp_path]) if one.report]
    assert names == ["a.txt", "b.txt", "c.txt"]
    seen: list[tuple[int, int]] = []
    list(coder.code_many([tmp_path], lambda done, total: seen.append((done, total))))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_wrong_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cod'"):
        according.cod  # noqa: B018


def test_one_name_of_many_is_one_name_and_not_its_letters(tmp_path: Path) -> None:
    table = tmp_path / "two.csv"
    table.write_text(f'body\n"{TEXT}"\n', encoding="utf-8")
    coder = according.open_coder(columns={"text": "body"})
    assert [one.report.name for one in coder.code_many(str(table)) if one.report] == [f"{table}, row 1"]
    assert [len(one.claims) for one in coder.code_many(table)] == [1]
    (tmp_path / "actors").mkdir()
    assert according.open_coder(knowledge=str(tmp_path)).knowledge_dirs == (tmp_path,)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"jobs": 0}, "no number of processes"),
        ({"published": "12 May"}, "not a date"),
        ({"columns": {"txt": "body"}}, "not a column"),
        ({"columns": ["text"]}, "not a column"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_at_once(options: dict[str, Any], words: str) -> None:
    with pytest.raises(according.AccordingError, match=words):
        according.open_coder(**options)


@pytest.mark.parametrize("given", [None, b"Shelling killed two."])
def test_what_is_no_text_is_refused(given: Any) -> None:
    with pytest.raises(according.AccordingError, match="no text and no path"):
        according.code(given)


def test_a_moment_of_publication_is_its_day() -> None:
    text = TEXT.replace("3 May 2018", "3 May")
    for coded in (
        according.code(text, published=datetime(2018, 5, 3, 12, tzinfo=UTC)),
        according.open_coder().code_text(text, published=datetime(2018, 5, 3, 12, tzinfo=UTC)),
    ):
        assert coded.to_dicts()[0]["date"]["earliest"] == "2018-05-02"
