"""Claims as JSON: every value with its basis, rule and span, every quote the very text."""

import json
from datetime import date
from typing import Any

import pytest

import according
from according.app.results import CodedReport
from according.model.codec import silence_to_dict

TEXT = (
    "KABUL, 10 June (Wire) — A car bomb exploded in a market in Kabul on Tuesday, killing nine people, police said. "
    "Al-Shabaab militants shelled a village near Mogadishu on Monday and abducted three women. "
    "Rebels shelled Kafr Nabl. "
    "“The terrorists of Boko Haram shelled Bama on Monday,” the Nigerian army said, blaming the group for 4 deaths. "
    "More than 3,000 people have been killed in Nigeria since 2009."
)
SINGLE = ("kind", "event_type", "civilians_targeted", "weapon", "hit", "date", "place", "status")
LISTS = ("initiator", "target", "tolls", "attribution", "responsibility", "framing")


@pytest.fixture(scope="module")
def coded() -> CodedReport:
    return according.open_coder(published=date(2021, 6, 10)).code_text(TEXT)


@pytest.fixture(scope="module")
def records(coded: CodedReport) -> list[dict[str, Any]]:
    return coded.to_dicts(with_text=True)


def test_several_claims_are_written_in_the_order_of_the_text(records: list[dict[str, Any]]) -> None:
    assert len(records) >= 5
    starts = [record["evidence"][0]["start"] for record in records]
    assert starts == sorted(starts)


def test_json_is_plain_and_the_same_each_time(records: list[dict[str, Any]]) -> None:
    again = according.open_coder(published=date(2021, 6, 10)).code_text(TEXT).to_dicts(with_text=True)
    assert json.loads(json.dumps(records)) == records
    assert json.dumps(again) == json.dumps(records)


def test_each_single_value_has_its_basis_rule_and_span(records: list[dict[str, Any]]) -> None:
    for record in records:
        for name in SINGLE:
            for beside in ("basis", "rule", "span"):
                assert (name in record[beside]) is (record[name] is not None), (name, beside)


def test_each_value_of_a_list_has_its_basis_rule_and_span(records: list[dict[str, Any]]) -> None:
    for record in records:
        for name in LISTS:
            for beside in ("basis", "rule", "span"):
                assert len(record[beside].get(name, [])) == len(record[name]), (name, beside)


def test_a_field_without_a_value_says_why_or_was_not_asked(records: list[dict[str, Any]]) -> None:
    for record in records:
        for name in ("civilians_targeted", "weapon", "hit", "date", "place"):
            assert (name in record["unresolved"]) is (record[name] is None), name


def test_offsets_quote_the_text_exactly(records: list[dict[str, Any]]) -> None:
    for record in records:
        text = record["report"]["text"]
        for one in record["evidence"]:
            assert text[one["start"] : one["end"]] == one["quote"]
        for toll in record["tolls"]:
            assert text[toll["start"] : toll["end"]] == toll["text"]
        for one in record["framing"]:
            assert text[one["start"] : one["end"]] == one["words"]
        for name in ("date", "place"):
            if record[name] is not None:
                start, end = record["span"][name]
                assert text[start:end] == (record[name]["text"] or "")
        for role in ("initiator", "target"):
            for (start, end), words in zip(record["span"].get(role, []), record[f"{role}_text"], strict=True):
                assert text[start:end] == (words or "")


def test_hits_weapons_and_triggers_are_words_of_the_text(records: list[dict[str, Any]]) -> None:
    for record in records:
        text = record["report"]["text"]
        for name, words in (("hit", record["hit"]), ("weapon", record["weapon"]), ("event_type", record["trigger"])):
            if words is not None:
                start, end = record["span"][name]
                assert text[start:end] == words


def test_unknown_is_null_and_never_zero(records: list[dict[str, Any]]) -> None:
    undated = next(record for record in records if record["evidence"][0]["quote"] == "Rebels shelled Kafr Nabl.")
    assert undated["date"] is None
    assert undated["unresolved"]["date"] == [{"reason": "not mentioned", "text": None, "candidates": ["../2021-06-10"]}]
    assert undated["tolls"] == []
    assert undated["weapon"] is None


def test_each_value_has_a_confidence_beside_its_rule_or_null(records: list[dict[str, Any]]) -> None:
    for record in records:
        assert set(record["confidence"]) == set(record["rule"])
        for field, said in record["confidence"].items():
            assert isinstance(said, list) == isinstance(record["rule"][field], list)
            assert all(one is None or 0 <= one <= 1 for one in (said if isinstance(said, list) else [said]))
        assert record["confidence"]["event_type"] is not None
        assert record["confidence"].get("hit") is None


def test_the_text_is_written_only_where_it_is_wanted(coded: CodedReport, records: list[dict[str, Any]]) -> None:
    assert records[0]["report"]["text"] == TEXT
    assert "text" not in coded.to_dicts()[0]["report"]


def test_the_report_says_where_its_day_was_read(records: list[dict[str, Any]]) -> None:
    report = records[0]["report"]
    assert (report["published"], report["published_from"]) == ("2021-06-10", "option")
    assert report["dateline_place"] == "KABUL"


def test_a_silence_is_written_with_its_sentence_and_why() -> None:
    silent = according.code("Al Shabaab fighters tried to seize the town of Afgooye on Monday.", published=date(2021, 6, 10))
    assert silent.report is not None
    (record,) = [silence_to_dict(one, silent.report.text) for one in silent.silences]
    assert record["trigger"] == "seize"
    assert record["sentence"] == silent.report.text
    assert (record["rule"], record["why"]) == ("en.status.attempted", "attempted: 'tried'")
