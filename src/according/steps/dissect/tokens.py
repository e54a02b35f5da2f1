"""Read the tokens of a parsed sentence."""

from typing import TYPE_CHECKING

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.dissect.words import WordReader

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["IDX", "LENGTH", "DEP", "HEAD"]
_SIGN, _WRAP = 2**63, 2**64  # a head before its word comes as a negative number in an unsigned array


class TokenReader:
    """Read tokens from documents of one model."""

    __slots__ = ("_labels", "_words")

    def __init__(self, words: WordReader) -> None:
        self._words = words
        self._labels: dict[int, str] = {}  # a model has some dozens

    def read(self, doc: "Doc", tags: list[str], text: str, offset: int) -> tuple[Token, ...]:
        """Return the tokens of a sentence, white space left out.

        Args:
            doc: the sentence with its heads and labels.
            text: its words, as many characters as in the report.
            offset: where it begins in the report.
        """
        starts, lengths, labels, steps = doc.to_array(_COLUMNS).T.tolist()
        forms = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
        heads = [place + step if step < _SIGN else place + step - _WRAP for place, step in enumerate(steps)]
        deps = [self._labels.get(label) or self._learn(label, doc) for label in labels]
        if any(map(str.isspace, forms)):
            kept = [place for place, form in enumerate(forms) if not form.isspace()]
            heads = _leave_out(kept, heads)
            starts, forms, tags, deps = ([some[place] for place in kept] for some in (starts, forms, tags, deps))
        words = self._words.read(list(zip(forms, tags, deps, strict=True)))
        return tuple(
            [
                Token(place, form, Span(offset + start, offset + start + len(form)), word.lemma, word.pos, tag, dep, head)
                for place, (form, start, word, tag, dep, head) in enumerate(zip(forms, starts, words, tags, deps, heads, strict=True))
            ]
        )

    def _learn(self, label: int, doc: "Doc") -> str:
        name: str = doc.vocab.strings[label]
        self._labels[label] = name
        return name


def _leave_out(kept: list[int], heads: list[int]) -> list[int]:
    """Return the heads of the words that are kept, in their new numbers: the next head above that is kept, or the word itself."""
    place = {number: index for index, number in enumerate(kept)}
    found = []
    for number in kept:
        head = heads[number]
        while head not in place and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, place[number]))
    return found
