"""Which sentences of a report are asked, and which are left blank."""

from according.steps.dissect import parse_text
from according.steps.extract.claims.relevance import keep_relevant

DULL = "The council discussed the price of bread for an hour."
EVENT = "Shelling killed three people in Douma on Monday."


def test_a_sentence_far_from_every_event_is_blank_and_has_no_syntax() -> None:
    parsed = parse_text(" ".join([DULL] * 12 + [EVENT]))
    kept = keep_relevant(parsed, [12])
    far = kept.sentences[6]
    assert far.span.of(kept.report.text).strip() == ""
    assert not far.is_parsed


def test_an_event_keeps_its_words_and_their_places() -> None:
    parsed = parse_text(" ".join([DULL] * 12 + [EVENT]))
    kept = keep_relevant(parsed, [12])
    assert kept.sentences[12].span.of(kept.report.text) == EVENT
    assert kept.sentences[12].is_parsed
    assert len(kept.report.text) == len(parsed.report.text)


def test_what_may_be_said_of_actors_is_kept_wherever_it_stands() -> None:
    said = "The Harbour Front is allied with the Green Brigade."
    parsed = parse_text(" ".join([*[DULL] * 6, said, *[DULL] * 6, EVENT]))
    kept = keep_relevant(parsed, [13])
    assert kept.sentences[6].span.of(kept.report.text) == said


def test_a_report_without_an_event_keeps_only_what_it_says_of_actors() -> None:
    kept = keep_relevant(parse_text(" ".join([DULL] * 3)), [])
    assert kept.report.text.strip() == ""
