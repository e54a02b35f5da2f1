"""Find the stretches of a text that may be place names: capitalised words that some gazetteer has, longest first, and names after a cue."""

import re
from collections.abc import Iterator

from according.knowledge.places import MatchKind, NameWordSets, PlaceIndex, fold_exact, fold_skeleton, fold_variant
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.places_entries import find_entries
from according.steps.extract.places_guards import find_surnames, is_never_place, is_other_name, is_weak, may_stand_alone
from according.steps.extract.places_pieces import Piece, clean_name, group_runs, read_pieces
from according.steps.extract.places_unknown import Chunk, NameFound, ReportNames, find_rest, find_unknown, is_cue_before, opens_road

_BIG = 100_000
_KNOWN_PART = 3  # one in so many names of a list of places is well enough known
_HEAD = 3  # sentences at the start, which set the place also where they tell of no event


def find_names(parsed: ParsedReport, places: PlaceIndex, not_places: tuple[Span, ...]) -> tuple[NameFound, ...]:
    """Return the names in the order of the text; where two overlap, the longer one."""
    text = parsed.report.text
    entries = find_entries(parsed)
    opening = {one.index for one, _ in entries}
    told = [one for one in parsed.sentences if one.is_parsed or one.index < _HEAD or one.index in opening]
    chunks = [_cut(text, sentence) for sentence in told]
    known = _keep_known(places, {name for chunk in chunks for run in chunk.runs.values() for _, name in run})
    written = frozenset(piece.text for chunk in chunks for piece in chunk.pieces)
    surnames = frozenset(name for chunk in chunks for name in find_surnames(chunk.pieces, places.words, known))
    kept = _keep_entries([span for _, span in entries], chunks, known, places) if entries else ()
    report = ReportNames(text, places.words, known, written, surnames, _mark(not_places, len(text)), kept)
    return tuple(name for chunk in chunks for name in _scan(report, chunk, places))


def _cut(text: str, sentence: Sentence) -> Chunk:
    pieces = read_pieces(text, sentence.span)
    runs: dict[int, list[tuple[int, str]]] = {}
    for first, lasts in group_runs(pieces).items():
        start = pieces[first].start
        runs[first] = [(last, clean_name(text[start : pieces[last].end])) for last in lasts]
    return Chunk(sentence, pieces, runs)


def _keep_entries(spans: list[Span], chunks: list[Chunk], known: frozenset[str], places: PlaceIndex) -> tuple[Span, ...]:
    """Return what opens the entries of a list of places: all of it where some gazetteer has a good part of the names."""
    held = []
    for span in spans:
        chunk = next(one for one in chunks if one.sentence.span.contains(span))
        runs = ((first, name) for first, run in chunk.runs.items() for _, name in run if span.contains(chunk.pieces[first].span))
        if any(name in known and name.lower() not in places.words.common | places.words.never for _, name in runs):
            held.append(span)
    return tuple(spans) if len(held) * _KNOWN_PART >= len(spans) else tuple(held)


def _mark(spans: tuple[Span, ...], length: int) -> bytes:
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return bytes(marks)


def _scan(report: ReportNames, chunk: Chunk, places: PlaceIndex) -> Iterator[NameFound]:
    done = 0
    for number in chunk.runs:  # in order
        if chunk.pieces[number].start < done:
            continue
        found = _find_known(report, chunk, number, places) or find_unknown(report, chunk, number, places)
        if found is not None:
            yield found
            done = found.span.end


def _find_known(report: ReportNames, chunk: Chunk, first: int, places: PlaceIndex) -> NameFound | None:
    sentence, pieces = chunk.sentence, chunk.pieces
    start = pieces[first].start
    for last, name in chunk.runs[first]:
        if name not in report.known:
            name = _drop_lost_genitive(name, places) if first == last and name[-1] == "s" else ""
            if not name:
                continue
        span = Span(start, start + len(name))
        if report.is_taken(span.start, span.end) or is_never_place(pieces, first, last, report.words):
            continue
        is_entry = bool(report.entries) and report.is_entry(span.start, span.end) and name.lower() not in report.words.common
        if first == last and not is_entry and not _stands_alone(report, sentence, pieces, first, name, places):
            continue
        if is_other_name(pieces, first, last, report.words, report.known):
            continue
        weak = is_weak(pieces, first, last, report.words, report.known) or name in report.surnames
        weak = weak and not is_entry and not opens_road(report.text, span.end)
        rest = find_rest(report, chunk, first, last, places)
        return rest if not isinstance(rest, int) else NameFound(span, sentence, weak, True, is_entry)
    return None


def _stands_alone(report: ReportNames, sentence: Sentence, pieces: list[Piece], number: int, name: str, places: PlaceIndex) -> bool:
    if places.country_of_adjective(name):
        return False
    start = pieces[number].start
    if name.lower() in report.words.common or not may_stand_alone(name, pieces[number], report.words, report.written, sentence):
        return name.lower() not in report.words.never and is_cue_before(report.text, start, sentence.span.start)
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    # "Urum" of "Urum al-Kubra", when only the first word is in a gazetteer
    return not (following and following.is_joined and following.text.lower() in ("al", "el", "ash", "ez") and number + 2 < len(pieces))


def _drop_lost_genitive(name: str, places: PlaceIndex) -> str:
    """Return "Syria" for the "Syrias" of a text that lost its apostrophes, where only a well-known place is meant."""
    if len(name) < 5 or places.country_of_adjective(name):
        return ""
    rows = places.lookup(name[:-1], loosest=MatchKind.EXACT)
    return name[:-1] if rows and (rows[0].rank == 0 or rows[0].population >= _BIG) else ""


def _keep_known(places: PlaceIndex, names: set[str]) -> frozenset[str]:
    known = _keep_spelled(places, {name: fold_exact(name) for name in names}, MatchKind.EXACT)
    known |= _keep_spelled(places, {name: fold_variant(name) for name in names - known}, MatchKind.VARIANT)
    rest = (name for name in names - known if len(name.split()) > 1 or "-" in name)
    bones = {name: fold_skeleton(name) for name in rest if _opens_name(name, places.words)}
    return known | _keep_spelled(places, {name: bone for name, bone in bones.items() if len(bone) >= 5}, MatchKind.SKELETON)


def _keep_spelled(places: PlaceIndex, folded: dict[str, str], kind: MatchKind) -> frozenset[str]:
    held = places.holds(folded.values(), kind)
    return frozenset(name for name, fold in folded.items() if fold in held)


def _opens_name(name: str, words: NameWordSets) -> bool:
    return re.split(r"[ -]", name.lower(), maxsplit=1)[0] in words.openings
