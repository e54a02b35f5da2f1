"""Cut a sentence into words and say which runs of them could be one name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from according.model.evidence import Span

ARTICLES = frozenset("al el ul as ash an ar at ad az adh ath ed ez er es et en esh il".split())
GAPS = frozenset({" ", "-", "–", "‑"})
_INNER = ARTICLES | frozenset("of the de la le du des sur and bin bint".split())
_STARTERS = frozenset(
    "The A An In On At It He She They But And This For From By As Its His Our We Two Three No".split()
)  # of the next sentence
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’‘`ʿʾ][^\W\d_]+)*")
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


def read_pieces(text: str, span: Span) -> list[Piece]:
    """Return the words of a stretch of text."""
    pieces: list[Piece] = []
    end = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        start, last = match.span()
        gap = text[end:start]
        pieces.append(Piece(match[0], start, last, text[start].isupper(), gap, gap in GAPS))
        end = last
    return pieces


def list_runs(pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of every run that could be a name."""
    for first, piece in enumerate(pieces):
        if not may_open(piece):
            continue
        for last in range(first, min(len(pieces), first + _LONGEST)):
            if last > first and not pieces[last].is_joined:
                break
            if is_run(pieces, first, last):
                yield first, last


def may_open(piece: Piece) -> bool:
    """Say whether a name could begin with this word."""
    return piece.is_capital or piece.text in ARTICLES


def is_run(pieces: list[Piece], first: int, last: int) -> bool:
    """Say whether the words could be one name: capitals at its ends, articles and "of" inside, nothing but spaces and hyphens between."""
    opening, closing = pieces[first], pieces[last]
    if not closing.is_capital or closing.text.lower() in ARTICLES or opening.text == "The" or (first < last and closing.text in _STARTERS):
        return False
    if not opening.is_capital and not is_article(pieces, first, last):
        return False
    return all(piece.is_joined and (piece.is_capital or piece.text in _INNER) for piece in pieces[first + 1 : last + 1])


def is_article(pieces: list[Piece], number: int, last: int) -> bool:
    """Say whether a small word is an Arabic article before a name: "al-Bab", "al Bab", but no "as Hama"."""
    word = pieces[number].text
    return word in ARTICLES and number < last and (pieces[number + 1].gap != " " or word in ("al", "el"))


def clean_name(name: str) -> str:
    """Return a name without the genitive at its end."""
    return re.sub(r"(?<=\w)[’']s$|[’']$", "", name)
