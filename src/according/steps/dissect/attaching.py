"""Attach words to their heads with the model's parser: its moves are spaCy's, their scores are worked out here.

spaCy's own loop takes and gives back Python's lock at every move of every sentence, which costs more than the moves.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from according.steps.dissect.embedding import Exact, Floats

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Attacher:
    """Attach the words of documents, once these are encoded.

    Args:
        parser: the model's parser, of the kind that `open_attacher` lets through.
        doc: any document of the model, to take the parser's parts from.
    """

    __slots__ = ("_contexts", "_hidden", "_inner", "_missing", "_parser", "_scores", "_slots")

    def __init__(self, parser: Any, doc: "Doc") -> None:
        model = parser.model
        lower, upper, inner = model.get_ref("lower"), model.get_ref("upper"), model.get_ref("tok2vec").layers[-1]
        self._parser = parser
        self._contexts: Any = model.predict([doc])  # kept only to ask which words a state looks at
        self._slots, width, pieces, inputs = lower.get_param("W").shape
        size = self._slots * pieces * width
        bias = np.zeros(size, np.float32)
        bias[: pieces * width] = lower.get_param("b").T.reshape(-1)  # a state looks at the first slot once, whatever it finds there
        hidden = lower.get_param("W").transpose(3, 0, 2, 1).reshape(inputs, size)
        self._inner = _with_bias(inner.get_param("W").T, inner.get_param("b"))
        self._hidden = _with_bias(hidden, bias)
        self._missing: Floats = lower.get_param("pad").transpose(0, 1, 3, 2).reshape(size) + bias
        self._scores: Exact = _with_bias(upper.get_param("W").T, upper.get_param("b")).astype(np.float64)

    def attach(self, blocks: Sequence[tuple[Sequence["Doc"], Floats]]) -> None:
        """Write heads and labels into documents.

        Args:
            blocks: documents with a row for each of their words. Blocks do not touch each other's results, not even by rounding.
        """
        docs = [doc for some, _ in blocks for doc in some]
        states: list[Any] = self._parser.moves.init_batch(docs)
        self._run([state for state in states if not state.is_final()], self._list_parts([encoded for _, encoded in blocks]))
        self._parser.set_annotations(docs, states)

    def _list_parts(self, encoded: Sequence[Floats]) -> Floats:
        """Return what a word adds to a state from each slot; the rows of the first word are those of no word."""
        parts = np.empty((1 + sum(map(len, encoded)), len(self._missing)), np.float32)
        parts[0] = self._missing
        start = 1
        for rows in encoded:
            end = start + len(rows)
            np.matmul(_with_ones(_with_ones(rows) @ self._inner), self._hidden, out=parts[start:end])
            start = end
        return parts.reshape(len(parts) * self._slots, -1)

    def _run(self, states: list[Any], parts: Floats) -> None:
        width = len(self._scores) - 1
        summed, part = (np.empty((len(states), parts.shape[1]), np.float32) for _ in range(2))
        hidden: Exact = np.ones((len(states), width + 1))
        slots = np.arange(self._slots) + self._slots
        while count := len(states):
            rows = (self._contexts.get_token_ids(states).astype(np.intp) * self._slots + slots).T
            total, one = summed[:count], part[:count]
            parts.take(rows[0], axis=0, out=total, mode="clip")  # "clip" for speed; no row lies outside
            for slot in rows[1:]:
                total += parts.take(slot, axis=0, out=one, mode="clip")
            np.max(total.reshape(count, -1, width), axis=1, out=hidden[:count, :width])
            scores = hidden[:count] @ self._scores  # in double precision: once rounded, independent of the other states
            states = self._parser.transition_states(states, scores.astype(np.float32))


def open_attacher(parser: Any, doc: "Doc") -> Attacher | None:
    """Take the layers out of a model's parser; none if it is of another kind than the one that this program can work out itself."""
    model = parser.model
    names = [one.name for one in model.get_ref("tok2vec").layers]
    is_known = (
        parser.cfg.get("beam_width") == 1
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nP") > 1
        and names == ["tok2vec-listener", "list2array", "linear"]
    )
    return Attacher(parser, doc) if is_known else None


def _with_bias(weights: Floats, bias: Floats) -> Floats:
    return np.vstack([weights, bias])


def _with_ones(rows: Floats) -> Floats:
    return np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
