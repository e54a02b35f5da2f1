"""Whatever a language model makes of a sentence's words, its claims fit the schema and rest on that sentence."""

import functools
import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from jsonschema import Draft202012Validator

import according
from according.app.results import CodedReport
from according.model.codec import Json
from according.model.parsed import ParsedReport
from according.model.report import Report
from according.model.schema import build_claim_schema
from according.pipeline import parse_reports, read_with_model
from according.steps.collect import CollectOptions, read_text

TEXT = (
    "Neither side denied that between 10 and 2,000 civilians, including Gen. Ali, fled the countryside of Aleppo since Monday "
    "after Russian or Syrian warplanes bombed the group's camp; the UN's OCHA said \u201cthey\u201d might attack again."
)
WORDS = TEXT.split()
KNOWLEDGE = according.open_coder()
VALIDATOR = Draft202012Validator(build_claim_schema())


def take_words() -> some.SearchStrategy[str]:
    spans = some.tuples(some.integers(0, len(WORDS) - 1), some.integers(1, 6))
    return spans.map(lambda one: " ".join(WORDS[one[0] : one[0] + one[1]])) | some.text(max_size=12)


@functools.cache
def parse() -> ParsedReport:
    options = CollectOptions(published=date(2018, 5, 12), language="en", country="SY")
    report = read_text(TEXT, name="test", options=options)
    assert isinstance(report, Report)
    return parse_reports((report,), KNOWLEDGE.knowledge)[0]


def claims() -> some.SearchStrategy[list[Json]]:
    words, many = take_words(), some.lists(take_words(), max_size=3)
    claim = some.fixed_dictionaries(
        {
            "event_type": some.sampled_from(("air_strike", "displacement", "threat", "armed_clash")),
            "trigger": words,
            "initiators": many,
            "targets": many,
            "weapon": some.none() | words,
            "place": some.none() | words,
            "date": some.none() | words,
            "tolls": some.lists(some.fixed_dictionaries({"harm": some.sampled_from(("killed", "displaced")), "words": words}), max_size=3),
            "speakers": many,
            "status": some.sampled_from(("happened", "denied", "foreseen")),
            "status_words": some.none() | words,
            "kind": some.sampled_from(("incident", "tally", "pattern")),
        }
    )
    return some.lists(claim, max_size=3)


@settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims())
def test_any_answer_gives_claims_that_fit_and_rest_on_their_sentence(told: list[Json]) -> None:
    reading = read_with_model(parse(), KNOWLEDGE.knowledge, lambda questions: [json.dumps({"claims": told})] * len(questions))
    for claim in CodedReport(reading).to_dicts():
        assert list(VALIDATOR.iter_errors(json.loads(json.dumps(claim)))) == []
        (sentence,) = claim["evidence"]
        spans = [one for value in claim["span"].values() for one in (value if isinstance(value[0], list) else [value])]
        assert all(sentence["start"] <= start <= end <= sentence["end"] for start, end in spans)
    assert all(note.isprintable() for note in reading.report.notes)
