"""Cut a sentence into words and say which runs of them could be one name."""

import re
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from according.model.evidence import Span

ARTICLES = frozenset("al el ul as ash an ar at ad az adh ath ed ez er es et en esh il".split())
GAPS = frozenset({" ", "-", "–", "‑"})
_INNER = ARTICLES | frozenset("of the de la le du des sur and bin bint e i".split())
_STARTERS = frozenset(
    "The A An In On At It He She They But And This For From By As Its His Our We Two Three No".split()
)  # of the next sentence
_BEFORE_NAMES = frozenset("in at on from near inside outside around across to by for".split())  # "In Dura, …"
_WORD = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_]+(?:['’‘`ʿʾ][^\W\d_]+)*)")
_LONGEST = 5


class Piece(NamedTuple):
    """Hold one word and what stands between it and the word before; a tuple, because a report makes many hundreds of them."""

    text: str
    start: int
    end: int
    is_capital: bool
    gap: str
    is_joined: bool  # only a space or a hyphen parts it from the word before

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end)


_MAKE: Callable[[tuple[str, int, int, bool, str, bool]], Piece] = partial(tuple.__new__, Piece)  # without the detour by names


def read_pieces(text: str, span: Span) -> list[Piece]:
    """Return the words of a stretch of text."""
    parts = _WORD.split(text[span.start : span.end])  # gap, word, gap, word, …, gap
    places = list(accumulate(map(len, parts), initial=span.start))
    words, gaps = parts[1::2], parts[:-1:2]
    capitals = [word[0].isupper() for word in words]
    return list(map(_MAKE, zip(words, places[1::2], places[2::2], capitals, gaps, map(GAPS.__contains__, gaps), strict=False)))


def group_runs(pieces: list[Piece]) -> dict[int, list[int]]:
    """Return, for the number of each word that may open a name, the numbers of the words that may close it, the last first.

    A name has capitals at its ends, articles and "of" inside, and nothing but spaces and hyphens between.
    """
    found: dict[int, list[int]] = {}
    size = len(pieces)
    for first, opening in enumerate(pieces):
        if opening.is_capital:
            if opening.text == "The" or (first == 0 and opening.text.lower() in _BEFORE_NAMES):
                continue
        elif opening.text not in ARTICLES or not _is_article(pieces, first):
            continue
        lasts: list[int] = []
        for last in range(first, min(size, first + _LONGEST)):
            piece = pieces[last]
            if last > first and not (piece.is_joined and (piece.is_capital or piece.text in _INNER)):
                break
            if piece.is_capital and not (last > first and piece.text in _STARTERS) and piece.text.lower() not in ARTICLES:
                lasts.append(last)
        if lasts:
            found[first] = lasts[::-1]
    return found


def _is_article(pieces: list[Piece], number: int) -> bool:
    """Say whether a small word is an Arabic article before a name: "al-Bab", "al Bab", but no "as Hama"."""
    return number + 1 < len(pieces) and (pieces[number + 1].gap != " " or pieces[number].text in ("al", "el"))


def clean_name(name: str) -> str:
    """Return a name without the genitive at its end."""
    if name[-1:] in "’'":
        return name[:-1]
    return name[:-2] if name.endswith(("’s", "'s")) and name[-3:-2].isalnum() else name
