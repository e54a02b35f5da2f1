import json
from pathlib import Path

import pytest
from invented_claims import make_capture, make_claim, make_report

from according.evaluate import Cause, Resolvers, read_gold, score_sets
from according.evaluate.fields import FIELDS

SHARED = (Path(__file__).parents[3] / "../shared").resolve()
GOLD = SHARED / "data/gold/claims.jsonl"


@pytest.fixture
def real_gold() -> Path:
    if not GOLD.exists():
        pytest.skip("../shared/data/gold is absent")
    return GOLD


def load_raw(path: Path) -> dict[str, object]:
    tables = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return {table["report_id"]: table["claims"] for table in tables}


def test_gold_against_itself_gives_one_in_everything(real_gold: Path) -> None:
    scores = score_sets(read_gold(real_gold), load_raw(real_gold))
    for part in (scores.all, scores.news):
        assert part.claims.f1 == 1
        assert part.record == 1
        assert {field.name: field.rates.f1 for field in part.fields} == dict.fromkeys(FIELDS, 1.0)
    assert scores.mistakes == ()


def test_gold_against_nothing_gives_zero_in_everything(real_gold: Path) -> None:
    scores = score_sets(read_gold(real_gold), {})
    for part in (scores.all, scores.news):
        assert part.claims.f1 == 0
        assert part.record == 0
        assert {field.name: field.rates.f1 for field in part.fields} == dict.fromkeys(FIELDS, 0.0)
    assert {mistake.cause for mistake in scores.mistakes} == {Cause.MISSED}


def test_gold_against_itself_gives_one_also_in_fields_that_gold_leaves_empty() -> None:
    report = make_report(make_claim())
    scores = score_sets([report], {"r1": [make_claim()]})
    assert {field.rates.f1 for field in scores.all.fields} == {1.0}
    assert scores.all.field("weapon").n == 0


def test_scoring_twice_gives_the_same_intervals() -> None:
    gold = [make_report(make_claim(), make_capture(), report_id=f"r{number}") for number in range(8)]
    coded = {f"r{number}": [make_claim()] for number in range(0, 8, 2)}
    first, second = score_sets(gold, coded), score_sets(gold, coded)
    assert first == second
    assert first.all.claims.low < first.all.claims.f1 < first.all.claims.high


def test_a_claim_needs_overlapping_evidence_and_the_same_sub_event() -> None:
    gold = [make_report(make_claim())]
    elsewhere = make_claim(start=62, end=98)
    other_type = make_claim(acled_sub_event="Attack")
    assert score_sets(gold, {"r1": [elsewhere]}).all.aligned == 0
    mistyped = score_sets(gold, {"r1": [other_type]})
    assert mistyped.all.aligned == 0
    assert [(one.gold, one.coded, one.count) for one in mistyped.confusion] == [("Shelling/artillery/missile attack", "Attack", 1)]
    assert [mistake.cause for mistake in mistyped.mistakes] == [Cause.WRONG_TYPE]


def test_most_claims_are_aligned_even_when_the_best_overlap_must_give_way() -> None:
    wide, narrow = make_claim(1, 0, 98), make_claim(2, 62, 98)
    coded_narrow, coded_first = make_claim(1, 62, 98), make_claim(2, 0, 61)
    scores = score_sets([make_report(wide, narrow)], {"r1": [coded_narrow, coded_first]})
    assert scores.all.aligned == 2


def test_between_equal_overlaps_the_claim_with_more_right_fields_is_aligned() -> None:
    good, bad = make_claim(1), make_claim(2, initiator=["Southern Front"], date=None)
    scores = score_sets([make_report(make_claim())], {"r1": [bad, good]})
    assert scores.all.field("initiator").rates.f1 == 1
    assert [mistake.cause for mistake in scores.mistakes] == [Cause.SPLIT]


def test_precision_recall_and_f1_count_values_over_aligned_claims() -> None:
    gold = make_claim(initiator=["Northern Front", "Eastern Brigade"])
    coded = make_claim(initiator=["the Northern Front", "Harana police", "a mob"])
    rates = score_sets([make_report(gold)], {"r1": [coded]}).all.field("initiator").rates
    assert (rates.precision, rates.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 2))
    assert rates.f1 == pytest.approx(0.4)


def test_status_scores_what_did_not_simply_happen_with_accuracy_beside() -> None:
    gold = [make_report(make_claim(status="denied"), make_capture())]
    field = score_sets(gold, {"r1": [make_claim(), make_capture()]}).all.field("status")
    assert (field.rates.f1, field.beside, field.n) == (0.0, ("status accuracy", 0.5), 1)


def test_kind_is_the_mean_over_its_classes() -> None:
    gold = [make_report(make_claim(), make_capture(kind="tally"))]
    field = score_sets(gold, {"r1": [make_claim(), make_capture()]}).all.field("kind")
    assert field.rates.f1 == pytest.approx((2 / 3 + 0) / 2)


def test_an_overlapping_date_is_not_an_exact_one() -> None:
    wide = {"earliest": "2031-05-01", "latest": "2031-05-31", "text": "in May"}
    field = score_sets([make_report(make_claim())], {"r1": [make_claim(date=wide)]}).all.field("date")
    assert (field.rates.f1, field.beside) == (0.0, ("date overlap", 1.0))


def test_without_background_both_the_claim_and_its_answer_are_left_out() -> None:
    gold = [make_report(make_claim(background=True), make_capture())]
    scores = score_sets(gold, {"r1": [make_claim(), make_capture()]})
    assert (scores.all.gold, scores.all.coded, scores.all.aligned) == (2, 2, 2)
    assert (scores.news.gold, scores.news.coded, scores.news.aligned) == (1, 1, 1)


def test_a_record_counts_only_with_all_of_its_five_fields_right() -> None:
    gold = [make_report(make_claim(), make_capture())]
    scores = score_sets(gold, {"r1": [make_claim(weapon="mortars"), make_capture(date=None)]})
    assert scores.all.record == 0.5


def test_the_baseline_takes_the_publication_day_and_the_first_number() -> None:
    gold = [make_report(make_claim(date={"earliest": "2031-05-04", "latest": "2031-05-04", "text": None}))]
    scores = score_sets(
        gold, {"r1": [make_claim()]}, Resolvers(locate=lambda name, _admin1, _country: (1.0, 2.0) if name == "Harana" else None)
    )
    assert scores.all.field("date").baseline == 1
    assert scores.all.field("tolls").baseline == 0  # the number is right, the group is not
    assert scores.all.field("initiator").baseline == 1


def test_actors_are_equal_after_both_pass_the_registry() -> None:
    ids = {"NF": "1", "Northern Front": "1", "Northern Army Front": "2"}
    resolvers = Resolvers(canonical=lambda name, _on: ids.get(name))
    gold = [make_report(make_claim())]

    def initiator(name: str) -> float:
        return score_sets(gold, {"r1": [make_claim(initiator=[name])]}, resolvers).all.field("initiator").rates.f1

    assert initiator("NF") == 1
    assert initiator("Northern Army Front") == 0  # alike in words, and known to be another
    assert initiator("the northern front") == 1


def test_reports_missing_from_the_coded_set_count_as_coded_with_nothing() -> None:
    gold = [make_report(make_claim()), make_report(make_claim(), report_id="r2")]
    assert score_sets(gold, {"r1": [make_claim()]}).all.claims.recall == 0.5


def test_keys_of_a_coder_that_gold_does_not_know_are_let_through() -> None:
    scores = score_sets([make_report(make_claim())], {"r1": [make_claim(shape="round")]})
    assert scores.all.aligned == 1
