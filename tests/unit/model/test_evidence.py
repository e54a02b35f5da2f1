"""Spans, and the answers that carry them."""

import pytest

from according.model.evidence import Basis, Found, Span


def test_spans_say_what_they_cover() -> None:
    text = "Gunmen left."
    assert Span(0, 6).of(text) == "Gunmen"
    assert Span(0, 6).contains(Span(2, 6))
    assert not Span(2, 6).contains(Span(0, 6))
    assert Span(0, 6).overlaps(Span(5, 9))
    assert not Span(0, 6).overlaps(Span(6, 9))
    assert Span(3, 3).of(text) == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start"):
        Span(start, end)


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(4, 9), Span(0, 2), Span(0, 1)]) == [Span(0, 1), Span(0, 2), Span(4, 9)]


def test_a_value_is_stated_and_without_a_figure_of_confidence_unless_said_otherwise() -> None:
    found = Found("x", Span(0, 1), "a.rule")
    assert (found.basis, found.confidence, found.rejected) == (Basis.STATED, None, ())
