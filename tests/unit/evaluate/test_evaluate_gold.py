from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented_claims import make_claim, make_table, write_gold

from according.errors import UnreadableGoldError
from according.evaluate import read_gold


def test_a_gold_file_gives_typed_reports(tmp_path: Path) -> None:
    (report,) = read_gold(write_gold(tmp_path / "gold.jsonl", make_table(make_claim())))
    (claim,) = report.claims
    assert report.published == date(2031, 5, 4)
    assert claim.evidence[0].of(report.text).startswith("Northern Front")
    assert (claim.tolls[0].low, claim.tolls[0].who) == (3, "civilians")
    assert claim.date is not None
    assert claim.date.earliest == date(2031, 5, 2)


def test_a_text_with_a_line_separator_stays_one_line(tmp_path: Path) -> None:
    table = make_table(text="One\u2028two\u0085three")
    (report,) = read_gold(write_gold(tmp_path / "gold.jsonl", table))
    assert report.text == "One\u2028two\u0085three"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"initiater": []}, "unknown key `initiater`. Did you mean `initiator`"),
        ({"kind": "event"}, "`kind` holds 'event'"),
        ({"initiator": "army"}, "`initiator` holds 'army'"),
        ({"evidence": [{"start": 0, "end": 5, "quote": "other"}]}, "does not quote the text"),
        ({"evidence": [{"start": 5, "end": 5000}]}, "does not quote the text"),
        ({"evidence": [{"start": 7, "end": 3}]}, "is no stretch of text"),
        ({"date": {"earliest": "2031-05-03", "latest": "2031-05-02"}}, "ends before it starts"),
        ({"date": {"earliest": "in May"}}, "a day, YYYY-MM-DD"),
        ({"tolls": [{"harm": "killed", "who": "civilians", "low": "3"}]}, "a whole number"),
        ({"civilians_targeted": "yes"}, "true, false or null"),
    ],
)
def test_what_does_not_fit_names_the_line_and_the_cure(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = write_gold(tmp_path / "gold.jsonl", make_table(report_id="r0"), make_table(make_claim() | change))
    with pytest.raises(UnreadableGoldError) as caught:
        read_gold(path)
    assert message in str(caught.value)
    assert "gold.jsonl:2" in str(caught.value)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    claim = make_claim()
    del claim["acled_sub_event"]
    with pytest.raises(UnreadableGoldError, match="`acled_sub_event` is missing"):
        read_gold(write_gold(tmp_path / "gold.jsonl", make_table(claim)))


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n{'a': 1}\n", encoding="utf-8")
    with pytest.raises(UnreadableGoldError, match=r"gold\.jsonl:2: not JSON"):
        read_gold(path)


def test_one_id_for_two_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGoldError, match="stands twice"):
        read_gold(write_gold(tmp_path / "gold.jsonl", make_table(), make_table()))


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_file_that_is_absent_empty_or_no_text_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableGoldError, match=r"gold\.jsonl"):
        read_gold(path)
