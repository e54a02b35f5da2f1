from typing import Any

import pytest
from invented_claims import make_capture, make_claim, make_report

from according.evaluate import score_sets

DAY = {"earliest": "2031-05-03", "latest": "2031-05-03", "text": "on Saturday"}
WEEK = {"earliest": "2031-04-28", "latest": "2031-05-04", "text": None}
SUR = {"name": "Wadi Sur", "admin1": None, "country": "XX", "text": "Wadi Sur", "precision": "place"}
PROVINCE = SUR | {"name": "Harana province of the north", "precision": "province"}
SPEAKER = {"speaker": "Northern Observers", "kind": "monitor/NGO", "text": "the Northern Observers", "chain": 1}


def toll(**changes: object) -> dict[str, Any]:
    return {"harm": "killed", "who": "civilians", "low": 3, "high": 3, "wording": "exact", "text": "3", "start": 49, "end": 60} | changes


@pytest.mark.parametrize(
    ("changes", "how"),
    [
        ({"initiator": []}, "wrong initiator: left out"),
        ({"initiator": ["civilians"], "target": ["civilians"]}, "wrong initiator: the other side taken for it"),
        ({"initiator": ["Northern Front", "the army"]}, "wrong initiator: added from another event"),
        ({"target": ["a militia"]}, "wrong target: another value"),
        ({"date": None}, "wrong date: left out"),
        ({"date": WEEK}, "wrong date: too wide or too narrow"),
        ({"date": DAY}, "wrong date: the day of another event"),
        ({"place": SUR}, "wrong place: the place of another event"),
        ({"place": PROVINCE}, "wrong place: its wider area"),
        ({"place": None}, "wrong place: left out"),
        ({"tolls": [toll(low=2)]}, "wrong toll: other bounds"),
        ({"tolls": [toll(who="children")]}, "wrong toll: another group"),
        ({"tolls": []}, "wrong toll: left out"),
        ({"attribution": [SPEAKER]}, "wrong attribution: added"),
        ({"status": "denied"}, "wrong status: happened taken for denied"),
    ],
)
def test_each_wrong_field_says_how_it_went_wrong(changes: dict[str, object], how: str) -> None:
    gold = make_report(make_claim(), make_capture(date=DAY, place=SUR))
    scores = score_sets([gold], {"r1": [make_claim(**changes), make_capture(date=DAY, place=SUR)]}, name="invented")
    assert how in {f"{one.cause.value}: {one.how}" for one in scores.mistakes}


def test_a_toll_that_was_coded_in_another_claim_is_attached_to_another_event() -> None:
    gold = make_report(make_claim(), make_capture())
    scores = score_sets([gold], {"r1": [make_claim(tolls=[]), make_capture(tolls=[toll()])]}, name="invented")
    assert {one.how for one in scores.mistakes} == {"attached to another event", "taken from another event"}
