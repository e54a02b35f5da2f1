"""Find the stretches of a text that may be place names: capitalised words that some gazetteer has, longest first, and names after a cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.places import NameWordSets, PlaceIndex, fold_exact, fold_variant
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’‘`ʿʾ][^\W\d_]+)*")
_ARTICLES = frozenset("al el ul as ash an ar at ad az adh ath ed ez er es et en esh il".split())
_INNER = _ARTICLES | frozenset("of the de la le du des sur and bin bint".split())
_GAPS = frozenset({" ", "-", "–", "‑"})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class NameFound:
    """Hold a stretch of text that may name a place."""

    span: Span
    sentence: Sentence
    is_weak: bool  # stands beside another capitalised word, or opens a sentence
    is_known: bool  # some gazetteer has it


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    span: Span
    is_capital: bool
    gap: str  # what stands between it and the word before


def find_names(parsed: ParsedReport, places: PlaceIndex, not_places: tuple[Span, ...]) -> tuple[NameFound, ...]:
    """Return the names in the order of the text; where two overlap, the longer one."""
    text = parsed.report.text
    lowered = frozenset(piece.text for sentence in parsed.sentences for piece in _read_pieces(text, sentence.span) if piece.text.islower())
    taken = sorted(not_places)
    found: list[NameFound] = []
    chunks = [(sentence, _read_pieces(text, sentence.span)) for sentence in parsed.sentences]
    spellings = {_clean(text[span.start : span.end]) for _, pieces in chunks for span in _list_spans(pieces)}
    known = _keep_known(places, spellings)
    for sentence, pieces in chunks:
        found += _scan(text, sentence, pieces, known, taken, lowered, places.words)
    return tuple(found)


def clean_name(text: str) -> str:
    """Return a name without the genitive at its end."""
    return _clean(text)


def _scan(
    text: str,
    sentence: Sentence,
    pieces: list[_Piece],
    known: frozenset[str],
    taken: list[Span],
    lowered: frozenset[str],
    words: NameWordSets,
) -> Iterator[NameFound]:
    number = 0
    while number < len(pieces):
        step = 1
        for last in range(min(len(pieces), number + _LONGEST) - 1, number - 1, -1):
            if not _is_name(pieces, number, last):
                continue
            span = Span(pieces[number].span.start, pieces[last].span.end)
            name = _clean(text[span.start : span.end])
            if name not in known or any(span.overlaps(other) for other in taken):
                continue
            if number == last and not _may_stand_alone(name, pieces[number], words, lowered, sentence):
                continue
            if _is_other_name(pieces, number, last, words):
                continue
            yield NameFound(Span(span.start, span.start + len(name)), sentence, _is_weak(pieces, number, last, words), True)
            step = last - number + 1
            break
        number += step


def _read_pieces(text: str, span: Span) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        pieces.append(_Piece(match[0], Span(match.start(), match.end()), match[0][0].isupper(), text[end : match.start()]))
        end = match.end()
    return pieces


def _list_spans(pieces: list[_Piece]) -> Iterator[Span]:
    for first in range(len(pieces)):
        for last in range(first, min(len(pieces), first + _LONGEST)):
            if last > first and pieces[last].gap not in _GAPS:
                break
            if _is_name(pieces, first, last):
                yield Span(pieces[first].span.start, pieces[last].span.end)


def _is_name(pieces: list[_Piece], first: int, last: int) -> bool:
    """Say whether the words could be one name: capitals at its ends, articles and "of" inside, nothing but spaces and hyphens between."""
    opening, closing = pieces[first], pieces[last]
    if not closing.is_capital or closing.text.lower() in _ARTICLES:
        return False
    if not opening.is_capital and not (
        opening.text in _ARTICLES and first < last and (pieces[first + 1].gap == "-" or opening.text in ("al", "el"))
    ):
        return False
    return all(piece.gap in _GAPS and (piece.is_capital or piece.text in _INNER) for piece in pieces[first + 1 : last + 1])


def _may_stand_alone(name: str, piece: _Piece, words: NameWordSets, lowered: frozenset[str], sentence: Sentence) -> bool:
    folded = name.lower()
    if folded in words.never and not (name in ("US", "U.S.") or name == "UK"):
        return False
    if len(name) < 3 and name not in ("US", "UK"):
        return False
    if name.isupper() and 2 < len(name) <= 4 and name not in ("USA", "UAE", "DRC", "CAR", "U.S.", "U.K."):
        return False
    if folded in lowered:
        return False
    token = next((token for token in sentence.tokens if token.span.overlaps(piece.span)), None)
    if token is None:
        return True
    return token.pos in ("PROPN", "NOUN", "X") or (token.pos in ("VERB", "ADJ") and token.index > 0)


def _is_other_name(pieces: list[_Piece], first: int, last: int, words: NameWordSets) -> bool:
    """Say whether the words around show that this is part of a person's or an organisation's name."""
    if (
        last + 1 < len(pieces)
        and pieces[last + 1].gap in _GAPS
        and pieces[last + 1].is_capital
        and pieces[last + 1].text.lower() in words.organisation
    ):
        return True
    if first and pieces[first].gap in _GAPS:
        before = pieces[first - 1]
        if before.text.lower().rstrip(".") in words.titles and before.is_capital:
            return True
        if before.text in ("bin", "ibn", "Bin", "Ibn", "Abu", "Umm") or (before.text in _ARTICLES and before.gap in _GAPS and first > 1):
            return True
    return False


def _is_weak(pieces: list[_Piece], first: int, last: int, words: NameWordSets) -> bool:
    before, after = pieces[first - 1] if first else None, pieces[last + 1] if last + 1 < len(pieces) else None
    joins_before = before is not None and before.is_capital and pieces[first].gap in _GAPS and before.text.lower() not in words.never
    joins_after = (
        after is not None and after.gap in _GAPS and (after.is_capital or after.text in _ARTICLES) and after.text.lower() not in words.never
    )
    return joins_before or joins_after or first == 0


def _keep_known(places: PlaceIndex, names: set[str]) -> frozenset[str]:
    exact = places.holds(fold_exact(name) for name in names)
    loose = places.holds((fold_variant(name) for name in names), is_variant=True)
    return frozenset(name for name in names if fold_exact(name) in exact or fold_variant(name) in loose)


def _clean(name: str) -> str:
    return re.sub(r"(?<=\w)[’']s$|[’']$", "", name)
