import json
from datetime import date

from invented_claims import make_capture, make_claim, make_report

from according.evaluate import Scores, score_sets
from according.evaluate.errors_page import count_causes, write_errors
from according.evaluate.fields import FIELDS
from according.evaluate.writing import scores_to_dict, write_history_line, write_markdown


def score() -> Scores:
    gold = [make_report(make_claim(), make_capture())]
    return score_sets(gold, {"r1": [make_claim(target=["<b>police</b>"]), make_capture(acled_sub_event="Armed clash")]}, name="invented")


def test_the_json_has_claims_and_every_field_under_its_gold_name() -> None:
    table = json.loads(json.dumps(scores_to_dict(score())))
    assert table["set"] == "invented"
    assert {"precision": 0.5, "recall": 0.5, "f1": 0.5}.items() <= table["claims"].items()
    assert list(table["fields"]) == list(FIELDS)
    assert {"f1": 1.0, "n": 1, "baseline": 1.0}.items() <= table["fields"]["initiator"].items()
    assert table["fields"]["date"]["date_overlap"] == 1.0
    assert table["without_background"]["record"] == 0.0


def test_the_markdown_has_the_day_it_is_given_and_a_row_per_field() -> None:
    page = write_markdown(score(), on=date(2031, 6, 1))
    assert page.startswith("## invented, 2031-06-01")
    assert all(f"| {name} |" in page for name in FIELDS)
    assert "| Government regains territory | Armed clash | 1 |" in page
    assert "| weapon | – |" in page


def test_mistakes_are_grouped_by_cause_and_their_words_are_escaped() -> None:
    scores = score()
    assert count_causes(scores) == (("wrong target: another value", 1), ("wrong type", 1))
    page = write_errors(scores, as_html=True)
    assert "&lt;b&gt;police" in page
    assert "<b>police" not in page
    assert "## wrong type (1)" in write_errors(scores, as_html=False)


def test_a_line_of_history_is_one_line_with_the_figures() -> None:
    line = write_history_line(score(), label="v1")
    assert "\n" not in line
    assert {"label": "v1", "set": "invented", "claims": 0.5, "initiator": 1.0}.items() <= json.loads(line).items()
