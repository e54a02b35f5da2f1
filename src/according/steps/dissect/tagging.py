"""Tag words with the model's tagger, once they are encoded."""

from typing import Any

import numpy as np

from according.steps.dissect.embedding import Floats


class Tagger:
    """Give encoded words their tags."""

    __slots__ = ("_bias", "_labels", "_weights")

    def __init__(self, labels: tuple[str, ...], weights: Floats, bias: Floats) -> None:
        self._labels = labels
        self._weights = np.ascontiguousarray(weights.T)
        self._bias = bias

    def tag(self, encoded: Floats) -> list[str]:
        """Return the tag of each word."""
        scores = encoded @ self._weights
        scores += self._bias
        return [self._labels[best] for best in scores.argmax(axis=1).tolist()]


def open_tagger(tagger: Any) -> Tagger | None:
    """Take the layer out of a model's tagger; none if it is of another kind than the one that this program can work out itself."""
    if [one.name for one in tagger.model.layers] != ["tok2vec-listener", "with_array(softmax)"]:
        return None
    layer = tagger.model.layers[1].layers[0]
    return Tagger(tuple(tagger.labels), layer.get_param("W"), layer.get_param("b"))
