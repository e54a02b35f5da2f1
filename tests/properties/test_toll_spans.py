from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from according.model.evidence import Span
from according.model.parsed import Sentence
from according.model.report import BlockKind
from according.steps.extract.tolls import find_tolls

WORDS = st.lists(
    st.sampled_from(
        (
            "at least killed wounded 12 three people civilians and were was including of them "
            "dozens dead , ( ) soldiers no casualties a an "
            "one woman others the death toll rose to 45 among died family 2014 fled houses not more than between or killing A bodies"
        ).split()
    )
    | st.text(max_size=4),
    max_size=25,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.text(max_size=5))
def test_spans_lie_inside_the_sentence_and_low_is_never_above_high(words: str, before: str) -> None:
    text = before + words
    sentence = Sentence(0, Span(len(before), len(text)), BlockKind.PARAGRAPH, 0)
    for toll in find_tolls(sentence, text):
        value = toll.answer.value
        assert sentence.span.contains(toll.span)
        assert sentence.span.contains(toll.trigger)
        assert toll.who_span is None or sentence.span.contains(toll.who_span)
        assert value.low is None or value.high is None or 0 <= value.low <= value.high


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 1800), st.sampled_from(["people", "civilians", "soldiers"]))
def test_a_plain_figure_is_read_anywhere_in_a_text(number: int, who: str) -> None:
    text = f"Filler. The blast killed {number:,} {who} there."
    sentence = Sentence(1, Span(8, len(text)), BlockKind.PARAGRAPH, 0)
    (toll,) = find_tolls(sentence, text)
    assert (toll.answer.value.low, toll.answer.value.high) == (number, number)
    moved = replace(sentence, span=Span(0, len(text) - 8))
    assert [one.answer.value for one in find_tolls(moved, text[8:])] == [toll.answer.value]
