"""What the Python API and the knowledge loader refuse, and how they say it."""

from pathlib import Path

import pytest

import according
from according.app import code
from according.errors import InvalidRequestError, KnowledgeError
from according.knowledge.loader import Knowledge, check_layout, load_knowledge
from according.model.claim import Reading
from according.model.parsed import ParsedReport
from according.model.report import RejectionKind


def test_a_path_that_names_no_file_is_no_text(tmp_path: Path) -> None:
    rejected = according.code(str(tmp_path / "missing.txt")).rejected
    assert rejected is not None
    assert "cannot be opened" in rejected.message


def test_a_day_of_publication_must_be_a_date() -> None:
    with pytest.raises(InvalidRequestError, match="is not a date"):
        according.code("Shelling killed three people in Douma.", published="12/5")


def test_a_day_of_publication_may_be_written() -> None:
    coded = according.code("Shelling killed three people in Douma on Monday.", published="2018-03-07")
    assert coded.to_dicts()[0]["date"]["earliest"] == "2018-03-05"


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        (
            "actors/mine.toml",
            '[[actor]]\nid = "xx.a"\nname = "A Brigade"\nkind = "rebbel"\nsource = "unverified"\n',
            "unknown kind `rebbel`",
        ),
        (
            "actors/mine.toml",
            '[[actor]]\nid = "xx.a"\nname = "A Brigade"\nkind = "rebel"\ncountries = ["ZZ"]\nsource = "unverified"\n',
            "unknown country `ZZ`",
        ),
        (
            "places/supplement.tsv",
            "name aliases latitude longitude country admin1 feature source".replace(" ", "\t")
            + "\n# mine\nTell\t\tx\t36\tSY\tIdlib\tsite\tme\n",
            r"supplement\.tsv:3: the place 'Tell' is wrong",
        ),
    ],
)
def test_a_mistake_in_knowledge_is_told_before_any_report_is_read(tmp_path: Path, file: str, content: str, says: str) -> None:
    (tmp_path / file).parent.mkdir()
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=says):
        load_knowledge(tmp_path)


def test_a_misspelt_folder_of_knowledge_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "actorz").mkdir()
    with pytest.raises(KnowledgeError, match=r"Did you mean `actors/`"):
        check_layout(tmp_path)


def test_equal_texts_are_coded_once_however_short(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Shelling killed three people in Douma on Monday, residents said.\n", encoding="utf-8")
    coded = list(according.open_coder().code_many([tmp_path]))
    assert [len(one.claims) for one in coded] == [1, 0]
    assert coded[1].report is not None
    assert coded[1].report.copy_of == coded[0].report.report_id  # type: ignore[union-attr]


def test_a_fault_of_the_program_costs_one_report_and_not_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Douma", "Hama"):
        (tmp_path / f"{name}.txt").write_text(f"Shelling killed three people in {name} on Monday, residents said.\n", encoding="utf-8")
    real = code.read_parsed

    def fail_on_hama(parsed: ParsedReport, knowledge: Knowledge) -> Reading:
        if "Hama" in parsed.report.text:
            raise IndexError
        return real(parsed, knowledge)

    monkeypatch.setattr(code, "read_parsed", fail_on_hama)
    douma, hama = according.open_coder().code_many([tmp_path])
    assert len(douma.claims) == 1
    assert hama.rejected is not None
    assert hama.rejected.kind is RejectionKind.FAULT
    assert "IndexError" in hama.rejected.message
