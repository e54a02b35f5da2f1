"""Whatever is coded: every span lies in the text, quotes are its words, and the same text gives the same claims."""

import json
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import according
from according.app.code import Coder
from according.model.report import BlockKind
from according.steps.collect import read_text
from according.steps.dissect.sentences import find_sentences

DAY = date(2021, 6, 10)
SMALL = settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])

WHO = ("Gunmen", "The army", "Boko Haram", "They", "Turkish warplanes", "The group", "Nobody", "“Rebels”")
DID = ("shelled", "killed four people in", "bombed a market in", "arrested 12 men near", "denied that it attacked", "will not leave")
WHERE = ("Kafr Nabl", "Bama", "the town", "Baghdad, Iraq", "Nowhere-upon-Sea", "the north of Idlib")
WHEN = (" on Monday", " on 3 June 2021", " last week", " since 2011", "", " between 5 and 7 June", " on 31 February")
SAID = ("", ", police said", ", according to residents", " — the Observatory said")
NOISE = (
    "",
    "\u200b",
    "\u00ad",
    "“",
    "’",
    "\r\n",
    "\n\n",
    "\t",
    "\u202eabc\u202c",
    " العربية ",
    "…",
    "- ",
    "\ufeff",
    "e\u0301",
    "🚑",
    "\x0b",
)

SENTENCES = st.tuples(
    st.sampled_from(WHO), st.sampled_from(DID), st.sampled_from(WHERE), st.sampled_from(WHEN), st.sampled_from(SAID), st.sampled_from(NOISE)
).map(lambda one: f"{one[0]} {one[5]}{one[1]} {one[2]}{one[3]}{one[4]}.")
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from((" ", " ", "\n", "\n\n", "  ", " \u200b")), st.sampled_from(NOISE)), max_size=5).map(
    lambda parts: "".join(noise + sentence + gap for sentence, gap, noise in parts)
)


@cache
def open_coder() -> Coder:
    return according.open_coder(published=DAY)


def list_spans(value: Any) -> list[tuple[int, int, str | None]]:
    """Return every pair of offsets in a record, and the words that stand beside it."""
    found: list[tuple[int, int, str | None]] = []
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            found.append((value["start"], value["end"], value.get("quote", value.get("text", value.get("words")))))
        for name, inner in value.items():
            if name == "span":
                pairs = [pair for one in inner.values() for pair in (one if one and isinstance(one[0], list) else [one])]
                found += [(start, end, None) for start, end in pairs]
            else:
                found += list_spans(inner)
    elif isinstance(value, list):
        for inner in value:
            found += list_spans(inner)
    return found


@SMALL
@given(TEXTS)
def test_every_span_lies_in_the_text_and_quotes_it(text: str) -> None:
    for record in open_coder().code_text(text).to_dicts(with_text=True):
        shown = record["report"]["text"]
        spans = list_spans(record)
        assert spans
        for start, end, words in spans:
            assert 0 <= start <= end <= len(shown)
            assert words is None or shown[start:end] == words


@SMALL
@given(TEXTS)
def test_dates_run_forward_and_tolls_upward(text: str) -> None:
    for record in open_coder().code_text(text).to_dicts():
        day = record["date"]
        if day is not None and day["earliest"] and day["latest"]:
            assert date.fromisoformat(day["earliest"]) <= date.fromisoformat(day["latest"])
        for toll in record["tolls"]:
            assert toll["low"] is None or toll["high"] is None or toll["low"] <= toll["high"]


@SMALL
@given(TEXTS)
def test_coding_twice_gives_the_same_json(text: str) -> None:
    first, second = (json.dumps(open_coder().code_text(text).to_dicts(with_text=True)) for _ in range(2))
    assert first == second


@settings(SMALL, max_examples=200)
@given(TEXTS)
def test_sentences_cover_each_character_once_and_in_order(text: str) -> None:
    report = read_text(text, name="text", options=open_coder().options)
    if not hasattr(report, "blocks"):
        return
    sentences = find_sentences(report)
    ends = [0, *(one.span.end for one in sentences)]
    assert all(end <= one.span.start for end, one in zip(ends, sentences, strict=False))
    assert all(one.span.start < one.span.end for one in sentences)
    covered = {place for one in sentences for place in range(one.span.start, one.span.end)}
    silent = {BlockKind.BOILERPLATE, BlockKind.BYLINE}
    spoken = {place for block in report.blocks if block.kind not in silent for place in range(block.span.start, block.span.end)}
    assert covered <= spoken
    left = {report.text[place] for place in spoken - covered if not report.text[place].isspace()}
    assert left <= set("-*•–")  # what opens an item of a list


def test_a_long_text_of_one_line_is_text() -> None:
    assert according.code("Nothing happened at the mill. " * 20).rejected is None


def test_what_is_read_in_a_text_does_not_depend_on_the_order_of_texts() -> None:
    texts = [
        f"{number} people were killed when {who} shelled {where} on Monday, a doctor said. The road north of it was closed, he said."
        for number, who, where in zip(("Two", "Nine", "Forty", "At least 11"), ("rebels", "the army", "Gunmen", "it"), WHERE, strict=False)
    ]

    def code(some: list[str]) -> list[list[dict[str, Any]]]:
        return [[record | {"report": None} for record in coded.to_dicts()] for coded in open_coder().code_texts(some)]

    assert code(texts[::-1])[::-1] == code(texts) == [code([text])[0] for text in texts]
