"""Encode words in their context as the model's encoder does, with the work that repeats left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from according.steps.dissect.embedding import Exact, Floats, Maxout, WordTable

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TINY = np.float32(1e-8)


class Encoder:
    """Encode the words of documents. A word's numbers depend on what is given together, and on nothing that was given before.

    Args:
        words: where the layers begin.
        layers: those after the first; each adds to a word what it makes of the word and its two neighbours.
        first: the first layer; its products are those that `words` keeps.
        gap: rows between documents, as many as the layers can look over.
    """

    __slots__ = ("_first", "_gap", "_later", "_shifts", "_words")

    def __init__(self, words: WordTable, first: Maxout, later: Sequence[Maxout], gap: int) -> None:
        self._words = words
        self._gap = gap
        self._first = (first.bias.astype(np.float32), first.gains.astype(np.float32))
        shifts = first.shifts
        prepared = []
        for layer in later:  # what layers shift is added once, at the end; until then it counts into the next layers' bias
            bias = layer.bias + np.tile(shifts, 3) @ layer.weights
            prepared.append((np.vstack([layer.weights, bias]).astype(np.float32), layer.gains.astype(np.float32)))
            shifts = shifts + layer.shifts
        self._later = tuple(prepared)
        self._shifts = shifts.astype(np.float32)

    def encode(self, docs: Sequence["Doc"]) -> Floats:
        """Return a row for each word of the documents, in order."""
        return self.encode_blocks([docs])[0]

    def encode_blocks(self, blocks: Sequence[Sequence["Doc"]]) -> list[Floats]:
        """Return the same for several blocks, whose new words are learnt together; blocks do not touch each other's results."""
        rows = iter(self._words.find_rows([doc for docs in blocks for doc in docs]))
        return [self._encode([next(rows) for _ in docs]) for docs in blocks]

    def _encode(self, docs: Sequence[list[int]]) -> Floats:
        gap = [0] * self._gap
        rows = list(gap)
        for some in docs:
            rows += some
            rows += gap
        at = np.array(rows)
        state = self._words.vectors.take(at, axis=0)
        self._add_first(at, state)
        count, width = state.shape
        window = np.zeros((count, 3 * width + 1), np.float32)
        window[:, -1] = 1  # for the bias
        made = np.empty((count, self._later[0][0].shape[1] if self._later else 0), np.float32)
        for weights, gains in self._later:
            window[1:, :width] = state[:-1]
            window[:, width : 2 * width] = state
            window[:-1, 2 * width : -1] = state[1:]
            np.matmul(window, weights, out=made)
            _add_scaled(state, made, gains)
        state += self._shifts
        return state[at > 0]

    def _add_first(self, at: Any, state: Floats) -> None:
        before, itself, after = self._words.products
        bias, gains = self._first
        made = itself.take(at, axis=0)
        made[1:] += before.take(at[:-1], axis=0)
        made[:-1] += after.take(at[1:], axis=0)
        made += bias
        _add_scaled(state, made, gains)


def _add_scaled(state: Floats, made: Floats, gains: Floats) -> None:
    """Add to each row the largest of each few outputs, brought to mean 0 and variance 1 and scaled."""
    width = state.shape[1]
    kept = np.maximum(made[:, :width], made[:, width : 2 * width])
    for start in range(2 * width, made.shape[1], width):
        np.maximum(kept, made[:, start : start + width], out=kept)
    share = np.full(width, 1 / width, np.float32)
    kept -= (kept @ share)[:, None]
    spread = np.einsum("ij,ij->i", kept, kept)
    spread *= share[0]
    spread += _TINY
    kept *= (1 / np.sqrt(spread))[:, None]
    kept *= gains
    state += kept


def open_encoder(model: Any) -> Encoder | None:
    """Take the layers out of a model's encoder; none if it is of another kind than the one that this program can work out itself."""
    if len(model.layers) != 2:
        return None
    embed, encode = model.layers
    mixing, turning = _list_leaves(embed), _list_leaves(encode)
    depth = len(turning) // 4
    features = mixing[0].attrs.get("columns", ())
    tables = ["ints-getitem", "hashembed"] * len(features)
    names = ["extract_features", "list2ragged", *tables, "maxout", "layernorm", "dropout", "ragged2list"]
    if (
        [one.name for one in mixing] != names
        or [one.name for one in turning] != ["expand_window", "maxout", "layernorm", "dropout"] * depth
        or any(one.attrs["window_size"] != 1 for one in turning[::4])
        or any(not one.name.startswith("residual(") for one in encode.layers[0].layers)
        or len(encode.layers[0].layers) != depth
        or encode.attrs.get("pad") != depth
        or not depth
    ):
        return None
    first, *later = (_read_maxout(*turning[4 * number + 1 : 4 * number + 3]) for number in range(depth))
    size = first.width
    mix = _read_maxout(*mixing[-4:-2])
    words = WordTable(features, embed.layers[2], mix, [first.weights[size * side : size * (side + 1)] for side in range(3)])
    return Encoder(words, first, later, depth)


def _list_leaves(model: Any) -> list[Any]:
    return [one for one in model.walk(order="dfs_pre") if not one.layers]


def _read_maxout(layer: Any, norm: Any) -> Maxout:
    outputs, pieces, inputs = layer.get_param("W").shape
    weights: Exact = layer.get_param("W").transpose(2, 1, 0).reshape(inputs, pieces * outputs).astype(np.float64)
    return Maxout(
        weights,
        layer.get_param("b").T.reshape(-1).astype(np.float64),
        norm.get_param("G").astype(np.float64),
        norm.get_param("b").astype(np.float64),
    )
