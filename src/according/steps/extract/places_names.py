"""Find the stretches of a text that may be place names: capitalised words that some gazetteer has, longest first, and names after a cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.places import MatchKind, NameWordSets, PlaceIndex, fold_exact, fold_skeleton, fold_variant
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.places_guards import find_surnames, is_never_place, is_other_name, is_weak, may_stand_alone
from according.steps.extract.places_pieces import ARTICLES, Piece, clean_name, list_runs, read_pieces

_CUE_BEFORE = re.compile(
    r"\b(?:town|village|city|district|neighbou?rhood|suburb|quarter|hamlet|countryside|settlement|province|governorate)s?\s+"
    r"(?:of|called|named)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"\s+(?:town|village|neighbou?rhood|district|quarter|suburb|governorate|province|refugee camp|air ?base|street|square)\b"
    r"(?!\s+(?:of|court|council))",
    re.IGNORECASE,
)
_LONGEST_UNKNOWN = 3
_BIG = 100_000


@dataclass(frozen=True, slots=True)
class NameFound:
    """Hold a stretch of text that may name a place."""

    span: Span
    sentence: Sentence
    is_weak: bool  # opens a sentence, stands beside another capitalised word, or is a person's name elsewhere in the report
    is_known: bool  # some gazetteer has it


@dataclass(frozen=True, slots=True)
class _Report:
    """Hold what all sentences of a report are read with."""

    text: str
    words: NameWordSets
    known: frozenset[str]
    lowered: frozenset[str]
    surnames: frozenset[str]
    taken: bytes  # 1 for every character of what is no place

    def is_taken(self, start: int, end: int) -> bool:
        """Say whether a stretch shares a character with what is no place."""
        return self.taken.find(1, start, end) >= 0


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Hold a sentence cut into words, and which runs of them could be names."""

    sentence: Sentence
    pieces: list[Piece]
    runs: dict[int, list[int]]


def find_names(parsed: ParsedReport, places: PlaceIndex, not_places: tuple[Span, ...]) -> tuple[NameFound, ...]:
    """Return the names in the order of the text; where two overlap, the longer one."""
    text = parsed.report.text
    chunks = [_Chunk(sentence, pieces := read_pieces(text, sentence.span), _group_runs(pieces)) for sentence in parsed.sentences]
    runs = {
        clean_name(text[chunk.pieces[first].start : chunk.pieces[last].end])
        for chunk in chunks
        for first, lasts in chunk.runs.items()
        for last in lasts
    }
    known = _keep_known(places, runs)
    lowered = frozenset(piece.text for chunk in chunks for piece in chunk.pieces if piece.text.islower())
    surnames = frozenset(name for chunk in chunks for name in find_surnames(chunk.pieces, places.words, known))
    report = _Report(text, places.words, known, lowered, surnames, _mark(not_places, len(text)))
    return tuple(name for chunk in chunks for name in _scan(report, chunk, places))


def _group_runs(pieces: list[Piece]) -> dict[int, list[int]]:
    """Return, for the number of each word that may open a name, the numbers of the words that may close it, the last first."""
    found: dict[int, list[int]] = {}
    for first, last in list_runs(pieces):
        found.setdefault(first, []).insert(0, last)
    return found


def _mark(spans: tuple[Span, ...], length: int) -> bytes:
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return bytes(marks)


def _scan(report: _Report, chunk: _Chunk, places: PlaceIndex) -> Iterator[NameFound]:
    done = 0
    for number in chunk.runs:  # in order
        if chunk.pieces[number].start < done:
            continue
        found = _find_known(report, chunk, number, places) or _find_unknown(report, chunk, number)
        if found is not None:
            yield found
            done = found.span.end


def _find_known(report: _Report, chunk: _Chunk, first: int, places: PlaceIndex) -> NameFound | None:
    sentence, pieces = chunk.sentence, chunk.pieces
    for last in chunk.runs[first]:
        start = pieces[first].start
        name = clean_name(report.text[start : pieces[last].end])
        if name not in report.known:
            name = _drop_lost_genitive(name, places) if first == last else ""
            if not name:
                continue
        span = Span(start, start + len(name))
        if report.is_taken(span.start, span.end) or is_never_place(pieces, first, last, report.words):
            continue
        if first == last and not _stands_alone(report, sentence, pieces, first, name, places):
            continue
        if is_other_name(pieces, first, last, report.words, report.known):
            continue
        weak = is_weak(pieces, first, last, report.words, report.known) or name in report.surnames
        return NameFound(span, sentence, weak, True)
    return None


def _stands_alone(report: _Report, sentence: Sentence, pieces: list[Piece], number: int, name: str, places: PlaceIndex) -> bool:
    if places.country_of_adjective(name):
        return False
    start = pieces[number].start
    if name.lower() in report.words.common or not may_stand_alone(name, pieces[number], report.words, report.lowered, sentence):
        cue = _CUE_BEFORE.search(report.text, max(sentence.span.start, start - 40), start)
        return cue is not None and name.lower() not in report.words.never
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    # "Urum" of "Urum al-Kubra", when only the first word is in a gazetteer
    return not (following and following.is_joined and following.text.lower() in ("al", "el", "ash", "ez") and number + 2 < len(pieces))


def _find_unknown(report: _Report, chunk: _Chunk, first: int) -> NameFound | None:
    """Return a name that no gazetteer has, where the words beside it say that it is a place's."""
    sentence, pieces = chunk.sentence, chunk.pieces
    for last in chunk.runs[first]:
        if last >= first + _LONGEST_UNKNOWN:
            continue
        span = Span(pieces[first].start, pieces[last].end)
        if report.is_taken(span.start, span.end) or is_never_place(pieces, first, last, report.words):
            continue
        if any(piece.text in report.known for piece in pieces[first + 1 : last + 1]) and last > first:
            continue
        if first == last and pieces[first].text.lower() in report.words.common:
            continue
        before = report.text[max(sentence.span.start, span.start - 40) : span.start]
        opens = first == 0 or not pieces[first].is_joined or not pieces[first - 1].is_capital or _is_owner(pieces[first - 1])
        if not opens or _is_adjective(pieces[first], report):
            continue
        if _CUE_BEFORE.search(before) or (_CUE_AFTER.match(report.text, span.end) and _is_name_before_cue(pieces, first, report)):
            name = clean_name(span.of(report.text))
            return NameFound(Span(span.start, span.start + len(name)), sentence, False, False)
    return None


def _is_name_before_cue(pieces: list[Piece], first: int, report: _Report) -> bool:
    word = pieces[first].text.lower()
    return first > 0 and word not in report.words.bystanders and word not in report.words.never | report.words.titles


def _is_owner(piece: Piece) -> bool:
    return clean_name(piece.text) != piece.text


def _is_adjective(piece: Piece, report: _Report) -> bool:
    """Say whether a word describes rather than names."""
    return piece.text.lower() in report.words.bystanders and piece.text.lower() not in ARTICLES


def _drop_lost_genitive(name: str, places: PlaceIndex) -> str:
    """Return "Syria" for the "Syrias" of a text that lost its apostrophes, where only a well-known place is meant."""
    if len(name) < 5 or not name.endswith("s") or places.country_of_adjective(name):
        return ""
    rows = places.lookup(name[:-1], loosest=MatchKind.EXACT)
    return name[:-1] if rows and (rows[0].rank == 0 or rows[0].population >= _BIG) else ""


def _keep_known(places: PlaceIndex, names: set[str]) -> frozenset[str]:
    exact = places.holds(fold_exact(name) for name in names)
    loose = places.holds((fold_variant(name) for name in names), MatchKind.VARIANT)
    rest = {name for name in names if len(name.split()) > 1 or "-" in name}
    bones = {name: fold_skeleton(name) for name in rest if _opens_name(name, places.words)}
    skeletons = places.holds((bone for bone in bones.values() if len(bone) >= 5), MatchKind.SKELETON)
    return frozenset(name for name in names if fold_exact(name) in exact or fold_variant(name) in loose or bones.get(name, "") in skeletons)


def _opens_name(name: str, words: NameWordSets) -> bool:
    return re.split(r"[ -]", name.lower(), maxsplit=1)[0] in words.openings
