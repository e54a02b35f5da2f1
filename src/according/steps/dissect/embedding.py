"""Give each word the numbers with which the encoder begins. They depend on the word alone, so each kind of word is worked out once.

The encoder's first layer multiplies a word and its two neighbours with weights of their own, and adds up. These three products depend on
single words too, and are kept as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_KINDS = 20_000  # remembered, 4 KB each; a process that meets more starts afresh
_KIND: list[int | str] = ["ORTH", "NORM", "SPACY"]  # all that the model reads of a word follows from these
_TINY = 1e-8  # as the model has it
Floats = NDArray[np.float32]
Exact = NDArray[np.float64]
_Kinds = list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Maxout:
    """Hold a layer that keeps the largest of a few outputs, and scales them.

    Args:
        weights: a row for each input, a column for each output, all first ones before all second ones.
    """

    weights: Exact
    bias: Exact
    gains: Exact
    shifts: Exact

    @property
    def width(self) -> int:
        """Return how many numbers come out."""
        return len(self.gains)

    def apply(self, inputs: Exact) -> Exact:
        """Return what comes out. In double precision it does not depend, once it is rounded, on what else is worked out beside it."""
        kept: Exact = (inputs @ self.weights + self.bias).reshape(len(inputs), -1, self.width).max(axis=1)
        kept -= kept.mean(axis=1, keepdims=True)
        kept /= np.sqrt((kept * kept).mean(axis=1, keepdims=True) + _TINY)
        return kept * self.gains + self.shifts


class WordTable:
    """Remember kinds of words, one a row: their numbers, and the products of these. Row 0 is no word.

    Args:
        features: what the model reads of a word.
        tables: the model's own layer from features to numbers.
        mix: the layer after it.
        first: weights of the encoder's first layer for the word before, the word itself and the word after.
    """

    __slots__ = ("_features", "_first", "_known", "_mix", "_tables", "products", "vectors")

    def __init__(self, features: Sequence[str], tables: Any, mix: Maxout, first: Sequence[Exact]) -> None:
        self._features: list[int | str] = list(features)
        self._tables = tables
        self._mix = mix
        self._first = first
        self._known: dict[tuple[int, ...], int] = {}
        self.vectors: Floats = np.zeros((MOST_KINDS + 1, mix.width), np.float32)  # memory is taken when a row is written
        self.products: list[Floats] = [np.zeros((MOST_KINDS + 1, weights.shape[1]), np.float32) for weights in first]

    def find_rows(self, docs: Sequence["Doc"]) -> list[list[int]]:
        """Return the row of each word of some documents; rows hold good until the next call."""
        kinds: list[_Kinds] = [list(zip(*doc.to_array(_KIND).T.tolist(), strict=True)) for doc in docs]
        if not all(kind in self._known for some in kinds for kind in some):
            self._learn(docs, kinds)
        return [[self._known[kind] for kind in some] for some in kinds]

    def _learn(self, docs: Sequence["Doc"], kinds: Sequence[_Kinds]) -> None:
        if len(self._known) + sum(map(len, kinds)) > MOST_KINDS:
            self._known.clear()
        start = len(self._known) + 1
        features = []
        for doc, some in zip(docs, kinds, strict=True):
            places = []
            for place, kind in enumerate(some):
                if kind not in self._known:
                    self._known[kind] = len(self._known) + 1
                    places.append(place)
            if places:
                features.append(doc.to_array(self._features)[places])
        vectors = self._mix.apply(self._tables.predict(np.concatenate(features)).astype(np.float64))
        rows = slice(start, start + len(vectors))
        self.vectors[rows] = vectors
        for products, weights in zip(self.products, self._first, strict=True):
            products[rows] = vectors @ weights
