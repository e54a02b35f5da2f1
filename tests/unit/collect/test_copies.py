import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from according.model.report import DatedFrom, Report
from according.steps.collect import CollectOptions, group_copies, read_text

GOLD = Path(__file__).parents[3].parent / "shared" / "data" / "gold"
STORY = (
    "Two people were killed on Thursday when shells hit a market in the town of Tal Marwan, residents said. "
    "The army did not comment on the report from the district. "
    "Local medics said five more people had been wounded in the attack on the busy market. "
    "A spokesman for the northern brigade denied that its fighters had fired on the town that day. "
    "Residents told reporters that the market had been closed for a week before the attack because of earlier fighting."
)
UPDATE = STORY.replace("five more people", "nine more people") + " The mayor of Tal Marwan called for three days of mourning."
OTHER = (
    "Rebel commanders and government envoys met in the capital on Friday for a second day of talks about a truce in the north. "
    "Diplomats said that little progress had been made, and that the delegations would meet again after the weekend."
)


def read(text: str, day: date, source: str) -> Report:
    report = read_text(text, name=f"{source}.txt", options=CollectOptions(published=day, source=source))
    assert isinstance(report, Report)
    return report


WIRE = read(STORY, date(2019, 3, 7), "Example Wire")
REPRINT = read(UPDATE, date(2019, 3, 8), "The Daily")
ELSEWHERE = read(OTHER, date(2019, 3, 8), "The Weekly")


@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_a_reprint_is_a_copy_of_the_earlier_report_in_any_order(order: tuple[int, ...]) -> None:
    given = [(WIRE, REPRINT, ELSEWHERE)[place] for place in order]
    grouped = {report.name: report for report in group_copies(given)}
    assert grouped["The Daily.txt"].copy_of == WIRE.report_id
    assert grouped["Example Wire.txt"].copy_of is None
    assert grouped["The Weekly.txt"].copy_of is None
    assert grouped["Example Wire.txt"].copies == ("The Daily.txt",)
    assert grouped["The Daily.txt"].copies == grouped["The Weekly.txt"].copies == ()


def test_what_a_copy_changes_or_adds_is_its_own() -> None:
    copy = group_copies([WIRE, REPRINT])[1]
    shared = " ".join(span.of(copy.text) for span in copy.copied)
    assert "Two people were killed" in shared
    assert "denied that its fighters" in shared
    assert "nine more people" not in shared
    assert "three days of mourning" not in shared


def test_dropping_a_denial_makes_a_sentence_the_copys_own() -> None:
    changed = read(STORY.replace("did not comment", "commented").replace("denied that", "said that"), date(2019, 3, 8), "The Daily")
    shared = " ".join(span.of(changed.text) for span in group_copies([WIRE, changed])[1].copied)
    assert "commented" not in shared
    assert "fighters" not in shared


def test_the_same_report_given_twice_is_wholly_a_copy() -> None:
    again = replace(WIRE, name="again.txt")
    copy = next(report for report in group_copies([again, WIRE]) if report.copy_of)
    assert [span.of(copy.text) for span in copy.copied] == [STORY]


def test_background_that_an_outlet_repeats_for_weeks_makes_no_copies() -> None:
    leads = ["Shells fell on the port.", "Fighters left the old fort.", "Aid reached the valley camp.", "Police closed the ring road."]
    reports = [
        replace(read(f"{lead} {STORY}", date(2019, 1 + number, 7), f"Outlet {number}"), origin=None) for number, lead in enumerate(leads)
    ]
    assert all(report.copy_of is None for report in group_copies(reports))
    assert all(isinstance(report.published, DatedFrom) for report in reports)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold pairs are not here")
@pytest.mark.parametrize("name", ["copies.jsonl", "copies_natural.jsonl"])
def test_every_gold_pair_is_judged_right(name: str) -> None:
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        reports = [read_text(pair[side], name=side) for side in ("text_a", "text_b")]
        grouped = group_copies([report for report in reports if isinstance(report, Report)])
        assert any(report.copy_of for report in grouped) is (pair["label"] == "copy"), pair["pair_id"]
