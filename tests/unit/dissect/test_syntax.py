"""Syntax that this program works out itself is that of the model, whatever is parsed beside it."""

from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.dissect import embedding, load_syntax, syntax
from according.steps.dissect.attaching import open_attacher
from according.steps.dissect.encoding import Encoder, open_encoder
from according.steps.dissect.tagging import open_tagger

TEXTS = (
    "Warplanes that nobody could identify bombed the mill at Harana twice on Friday, killing three people and wounding a guard.",
    "“They've shelled us since May,” Osman Reed said.\tHe wouldn't say who had, or whether the road (the only one) was open.",
    "Clashes.",
    "At least 1,200 rebels, 40 of them wounded, left Tel Amra for the north; the army, which had besieged it, moved in\nbefore dawn.",
    "Neither the governor nor his deputy would confirm that the convoy which had left the depot had been hit by a mine.",
)


def make_docs() -> list[Doc]:
    return [load_syntax().make_doc(text.replace("\t", " ").replace("\n", " ")) for text in TEXTS]


def open_own_encoder() -> Encoder:
    encoder = open_encoder(load_syntax().get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    assert encoder is not None
    return encoder


def parse(*texts: str) -> list[tuple[Token, ...]]:
    return list(syntax.parse_sentences((text, [Span(0, len(text))]) for text in texts))


def test_words_are_encoded_as_the_model_does() -> None:
    docs = make_docs()
    wanted = np.concatenate(load_syntax().get_pipe("tok2vec").predict(docs))  # type: ignore[attr-defined]
    assert np.abs(open_own_encoder().encode(docs) - wanted).max() < 1e-4


def test_tags_heads_and_labels_are_those_of_the_model() -> None:
    wanted = [load_syntax()(text.replace("\t", " ").replace("\n", " ")) for text in TEXTS]
    for tokens, doc in zip(parse(*TEXTS), wanted, strict=True):
        assert [(one.text, one.tag, one.dep, one.head) for one in tokens] == [(one.text, one.tag_, one.dep_, one.head.i) for one in doc]


def test_what_is_encoded_does_not_depend_on_what_was_encoded_before(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = make_docs()
    alone = [open_own_encoder().encode([doc]).tobytes() for doc in docs]
    encoder = open_own_encoder()
    assert [encoder.encode([doc]).tobytes() for doc in reversed(docs)] == alone[::-1]
    monkeypatch.setattr(embedding, "MOST_KINDS", 40)  # it must forget words in between
    small = open_own_encoder()
    assert [small.encode([doc]).tobytes() for doc in docs] == alone


def test_what_is_read_in_a_text_does_not_depend_on_the_texts_beside_it() -> None:
    alone = [parse(text)[0] for text in TEXTS]
    assert parse(*reversed(TEXTS)) == alone[::-1]
    assert parse(*TEXTS * 3) == alone * 3


def test_a_text_in_several_blocks_and_batches_is_read_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    joined = "\n\n".join(TEXTS)
    starts = [joined.index(text) for text in TEXTS]
    spans = [Span(start, start + len(text)) for start, text in zip(starts, TEXTS, strict=True)]
    monkeypatch.setattr(syntax, "_BLOCK", 30)
    monkeypatch.setattr(syntax, "_BATCH", 50)
    found = list(syntax.parse_sentences([(joined, spans)]))
    assert [tokens[0].span.start for tokens in found] == starts
    assert [[one.head for one in tokens] for tokens in found] == [[one.head for one in tokens] for tokens in parse(*TEXTS)]


def test_a_model_of_another_kind_is_run_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    own = parse(*TEXTS)
    parts = replace(syntax._load_parts(), own=None)
    monkeypatch.setattr(syntax, "_load_parts", lambda: parts)
    assert parse(*TEXTS) == own


def test_a_model_of_another_kind_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    from thinc.api import Linear, chain

    tagger = load_syntax().get_pipe("tagger")
    parser = load_syntax().get_pipe("parser")
    assert open_encoder(tagger.model) is None  # type: ignore[attr-defined]
    assert open_encoder(chain(Linear(2, 2), Linear(2, 2))) is None
    assert open_tagger(load_syntax().get_pipe("tok2vec")) is None
    monkeypatch.setitem(parser.cfg, "beam_width", 4)  # type: ignore[attr-defined]
    assert open_attacher(parser, load_syntax().make_doc("a")) is None


def test_no_text_needs_no_syntax() -> None:
    assert parse() == []
    assert list(syntax.parse_sentences([("Clashes.", [])])) == []
