"""The story of the example reports: one invented market strike as opposing outlets tell it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import according
from according.model.codec import Json
from according.model.report import BlockKind

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
WIRE = "2018-05-12-levant-wire-market-strike.txt"
COPY = "2018-05-13-morning-courier-wire-copy.md"
DENIAL = "2018-05-13-levant-wire-denial.txt"
FUNERAL = "2018-05-15-antakya-dispatch-wrong-dateline.md"
PEACEFUL = {"non_cooperation", "peaceful_protest", "agreement", "other"}


@pytest.fixture(scope="module")
def coded() -> dict[str, according.CodedReport]:
    found = according.open_coder().code_many([REPORTS])
    return {one.report.name.rpartition("/")[2]: one for one in found if one.report is not None}


def _claims(coded: dict[str, according.CodedReport], name: str) -> list[Json]:
    return coded[name].to_dicts()


def _killed(records: list[Json]) -> Iterator[tuple[int | None, str]]:
    return ((toll["low"], toll["who"]) for record in records for toll in record["tolls"] if toll["harm"] == "killed")


def _quotes(record: Json) -> str:
    return " ".join(one["quote"] for one in record["evidence"])


def _of(records: list[Json], words: str) -> list[Json]:
    return [record for record in records if words in _quotes(record)]


def test_every_example_is_read(coded: dict[str, according.CodedReport]) -> None:
    assert len(coded) == 12
    assert all(one.claims for one in coded.values())


def test_the_near_copy_knows_its_original(coded: dict[str, according.CodedReport]) -> None:
    copy, wire = coded[COPY].report, coded[WIRE].report
    assert copy is not None
    assert wire is not None
    assert copy.copy_of == wire.report_id
    assert wire.copy_of is None


def test_the_new_sentence_of_the_copy_is_coded(coded: dict[str, according.CodedReport]) -> None:
    assert _of(_claims(coded, COPY), "one of its drivers")


def test_what_the_copy_shares_with_the_wire_is_coded_once(coded: dict[str, according.CodedReport]) -> None:
    report = coded[COPY].report
    assert report is not None
    shared = [one for span in report.copied for claim in coded[COPY].claims for one in claim.evidence if span.contains(one)]
    assert shared == []


def test_the_wire_does_not_name_who_struck_the_market(coded: dict[str, according.CodedReport]) -> None:
    strike = _of(_claims(coded, WIRE), "An air strike on a vegetable market")[0]
    assert "Syrian Air Force" not in strike["initiator"]
    assert (strike["place"]["name"], strike["date"]["earliest"], strike["status"]) == ("Kafr Takharim", "2018-05-11", "happened")


def test_both_tolls_of_the_wire_are_kept(coded: dict[str, according.CodedReport]) -> None:
    tolls = [low for low, _ in _killed(_claims(coded, WIRE))]
    assert 14 in tolls
    assert 16 in tolls


def test_both_tolls_of_the_second_day_are_kept(coded: dict[str, according.CodedReport]) -> None:
    tolls = [low for low, _ in _killed(_claims(coded, DENIAL))]
    assert 21 in tolls
    assert 17 in tolls


def test_the_denial_is_a_denial_of_russia(coded: dict[str, according.CodedReport]) -> None:
    denied = _of(_claims(coded, DENIAL), "denied that its aircraft had bombed")[0]
    assert denied["status"] == "denied" or "denied" in {one["stance"] for one in denied["responsibility"]}
    assert any("Russian" in one["speaker"] for one in denied["attribution"])


def test_whose_aircraft_are_denied_to_have_bombed_are_russian(coded: dict[str, according.CodedReport]) -> None:
    denied = _of(_claims(coded, DENIAL), "denied that its aircraft had bombed")[0]
    assert any(name.startswith("Russia") for name in denied["initiator"])


def test_the_rival_account_is_told_by_the_one_who_gives_it(coded: dict[str, according.CodedReport]) -> None:
    rival = _of(_claims(coded, DENIAL), "the workshop blew up on Friday")[0]
    assert rival["event_type"] == "explosive_device"
    assert any("Yeltsov" in one["speaker"] for one in rival["attribution"])


def test_the_state_agency_denies_the_market_and_its_menu_says_nothing(coded: dict[str, according.CodedReport]) -> None:
    records = _claims(coded, "barada-news-agency-depot.html")
    assert any(record["status"] == "denied" for record in _of(records, "categorically denied"))
    assert not any(words in _quotes(record) for record in records for words in ("bombing raids", "farmer", "Army advances"))


def test_the_state_agency_tells_of_a_depot(coded: dict[str, according.CodedReport]) -> None:
    told = _of(_claims(coded, "barada-news-agency-depot.html"), "destroyed a depot of rockets")
    assert told
    assert "Syrian Arab Army" in told[0]["initiator"]


def test_the_word_file_is_read(coded: dict[str, according.CodedReport]) -> None:
    strike = _of(_claims(coded, "harem-voice.docx"), "double-tap raid")[0]
    assert (strike["initiator"], strike["place"]["name"]) == (["Russian Aerospace Forces"], "Kafr Takharim")
    assert {(19, "civilians"), (7, "children"), (2, "women")} <= set(_killed([strike]))


def test_loaded_words_are_kept_as_framing_and_name_nobody(coded: dict[str, according.CodedReport]) -> None:
    records = [record for one in coded.values() for record in one.to_dicts()]
    words = {one["words"].lower() for record in records for one in record["framing"]}
    names = {name.lower() for record in records for key in ("initiator", "target") for name in record[key]}
    assert {"massacre", "regime"} <= words
    assert not names & {"terrorists", "regime", "the terrorists", "the regime", "occupier"}


def test_the_pdf_is_read_bullet_by_bullet(coded: dict[str, according.CodedReport]) -> None:
    records = _claims(coded, "idlib-relief-desk-flash-update-3.pdf")
    assert (31, "civilians") in set(_killed(records))
    assert _of(records, "water station near Armanaz")[0]["date"]["earliest"] == "2018-05-14"


def test_the_wrong_dateline_does_not_move_the_events(coded: dict[str, according.CodedReport]) -> None:
    report = coded[FUNERAL].report
    assert report is not None
    assert report.published is not None
    assert report.published.day.isoformat() == "2018-05-15"
    assert any("2018-04-14" in note for note in report.notes)
    days = {record["date"]["earliest"] for record in _claims(coded, FUNERAL) if record["date"]}
    assert "2018-05-11" in days
    assert all(day.startswith("2018-05") for day in days)


@pytest.mark.xfail(strict=True, reason="the shooting is merged with the air strike of three days before")
def test_the_shooting_at_the_funeral_is_an_event_of_its_own(coded: dict[str, according.CodedReport]) -> None:
    shooting = _of(_claims(coded, FUNERAL), "shot dead Hassan al-Jassim")[0]
    assert shooting["event_type"] in {"attack_on_civilians", "armed_clash"}
    assert "21" not in _quotes(shooting)
    assert not any("Air Force" in name or "government" in name for name in shooting["initiator"])


def test_the_group_is_accused_of_the_shooting_and_denies_it(coded: dict[str, according.CodedReport]) -> None:
    stances = {(one["actor"], one["stance"]) for record in _claims(coded, FUNERAL) for one in record["responsibility"]}
    assert ("Hay'at Tahrir al-Sham", "blamed") in stances
    assert ("Hay'at Tahrir al-Sham", "denied") in stances


def test_a_strike_of_workers_is_no_armed_event(coded: dict[str, according.CodedReport]) -> None:
    records = _claims(coded, "short-notices.csv, row 3")
    assert {record["event_type"] for record in records} <= PEACEFUL
    assert any(record["event_type"] == "non_cooperation" for record in records)


def test_no_claim_rests_on_boilerplate(coded: dict[str, according.CodedReport]) -> None:
    for one in coded.values():
        assert one.report is not None
        stock = [block.span for block in one.report.blocks if block.kind is BlockKind.BOILERPLATE]
        assert not [span for claim in one.claims for span in claim.evidence for other in stock if span.overlaps(other)]
