"""Find names that no gazetteer has, where the words around them say that they are places' names; and see where a known name goes on."""

import re
from dataclasses import dataclass

from according.knowledge.places import Feature, MatchKind, NameWordSets, PlaceIndex
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.model.records import record
from according.steps.extract.places_guards import is_never_place
from according.steps.extract.places_pieces import ARTICLES, Piece, clean_name

_KINDS = (
    r"(?:town|village|city|district|neighbou?rhood|suburb|quarter|hamlet|countryside|settlement|province|governorate|territory|township)"
)
_OTHERS = r"(?:(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+)?(?:,\s+|,?\s+and\s+)){0,3}"
_SITES = r"(?:police\s+station|military\s+base|army\s+base|base|camp|outpost|garrison|airport|port|market)"
_CUE_BEFORE = re.compile(rf"\b(?:{_KINDS}|{_SITES})s?\s+(?:of|called|named)\s+(?:the\s+)?{_OTHERS}$", re.IGNORECASE)
_AFTER = (
    "town|village|neighbou?rhood|district|quarter|suburb|governorate|province|territory|township|refugee camp|air ?base|airport|"
    "street|square|river|forest|outpost|roundabout|crossing|"
    "checkpoint|market|camp|prison|bridge|junction|dam|valley|mountains?|oil ?field|island"
)
_FOLLOWERS = tuple(re.split(r" |.\?", word)[0] for word in _AFTER.split("|"))
_CUE_AFTER = re.compile(
    rf"\s+(?:{_AFTER})s?\b"
    r"(?!\s+(?:of\s+(?!the\s+(?-i:[A-Z]|capital|city|town))(?-i:[a-z])|court|council))",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\s+(?:village|town|hamlet|township|neighbou?rhood|quarter|refugee camp|camp)\b")
_APPOSED = re.compile(
    r"\s*,?\s+an?\s+(?:[a-z][\w-]*\s+){0,3}?(?:town|village|hamlet|suburb|city)\b(?:\s+(?:in|near|of|outside|north|south|east|west))"
)
_LOCATIVE = re.compile(
    r"\b(?P<word>in|near|at|outside|inside|around|into|overlooking|surrounding|(?:north|south|east|west)[\w-]*\s+of|outskirts\s+of|vicinity\s+of|"
    r"shell(?:ed|ing)|bomb(?:ed|ing)|bombard(?:ed|ing)|raid(?:ed|ing)|overr[au]n|loot(?:ed|ing)|torch(?:ed|ing)|raz(?:ed|ing)|pound(?:ed|ing)|"
    r"recaptur(?:ed|ing)|retook|besieg(?:ed|ing)|(?:shelling|bombardment|bombing|siege|fall|capture|recapture)\s+of|(?:raids?|shelling|bombardment|strikes?)\s+on)"
    r"\s+$",
    re.IGNORECASE,
)
_ROAD = r"\s+(?:(?:international|main|strategic|coastal|desert)\s+)?(?:road|highway|motorway)\b"
_ROAD_END = re.compile(_ROAD)
_ROAD_START = re.compile(rf"[-–](?:al-|el-)?[A-Z][\w’']+(?:[ -][A-Z][\w’']+)?{_ROAD}")
_TRUSTED = frozenset("confidence faith trust belief believe interest role part share stake invest succeed shout aim".split())
_HEADS = frozenset({"pobj", "conj", "appos", "dobj", "ROOT", "dep", "nmod"})
_SMALL_GROUPS = re.compile(
    r"\s+(?:faction|tribe|clan|famil|militia|gang|dialect|newspaper|agreement|accord|treaty|talks|process|conference|summit|declaration)",
    re.IGNORECASE,
)
_LEADS = tuple(
    """of called named the and in near at outside inside around into overlooking surrounding on
    shelled shelling bombed bombing bombarded bombarding raided raiding overran overrun looted looting torched torching razed razing
    pounded pounding recaptured recapturing retook besieged besieging""".split()
)
_LEAD_INS = ("of", "called", "named", "the", "and", ",")
_SPOKEN = frozenset({"as", "at", "an", "en", "es", "is", "et"})
_LONGEST_UNKNOWN = 4
_WELL_KNOWN = 50_000


@record(frozen=True, slots=True)
class NameFound:
    """Hold a stretch of text that may name a place."""

    span: Span
    sentence: Sentence
    is_weak: bool  # opens a sentence, stands beside another capitalised word, or is a person's name elsewhere in the report
    is_known: bool  # some gazetteer has it
    is_entry: bool = False  # an entry of a list opens with it


@dataclass(frozen=True, slots=True)
class ReportNames:
    """Hold what all sentences of a report are read with."""

    text: str
    words: NameWordSets
    known: frozenset[str]
    written: frozenset[str]  # all words, as the report spells them
    surnames: frozenset[str]
    taken: bytes  # 1 for every character of what is no place
    entries: tuple[Span, ...] = ()  # what the entries of a list open with

    def is_entry(self, start: int, end: int) -> bool:
        """Say whether a stretch lies in the words that an entry of a list opens with."""
        return any(one.start <= start and end <= one.end for one in self.entries)

    def is_taken(self, start: int, end: int) -> bool:
        """Say whether a stretch shares a character with what is no place."""
        return self.taken.find(1, start, end) >= 0


@record(frozen=True, slots=True)
class Chunk:
    """Hold a sentence cut into words, and which runs of them could be names: for the first word, each last one with the whole name."""

    sentence: Sentence
    pieces: list[Piece]
    runs: dict[int, list[tuple[int, str]]]


def is_cue_before(text: str, start: int, floor: int) -> bool:
    """Say whether "the town of" stands before."""
    before = text[max(floor, start - 60) : start].rstrip().lower()
    return before.endswith(_LEAD_INS) and _CUE_BEFORE.search(text, max(floor, start - 60), start) is not None


def opens_road(text: str, end: int) -> bool:
    """Say whether the rest of a road's name follows: "–Tyre road"."""
    return _ROAD_START.match(text, end) is not None


def find_unknown(report: ReportNames, chunk: Chunk, first: int, places: PlaceIndex) -> NameFound | None:
    """Return a name that no gazetteer has, where the words beside it say that it is a place's."""
    sentence, pieces = chunk.sentence, chunk.pieces
    is_led = _is_led(pieces, first)
    opens_entry = any(one.start == pieces[first].start for one in report.entries)
    for last, _ in chunk.runs[first]:
        if last >= first + _LONGEST_UNKNOWN or not (is_led or opens_entry or _is_followed(pieces, last)):
            continue
        span = Span(pieces[first].start, pieces[last].end)
        is_entry = opens_entry and report.is_entry(span.start, span.end)
        if report.is_taken(span.start, span.end) or is_never_place(pieces, first, last, report.words):
            continue
        is_called = _is_followed(pieces, last) and _CUE_AFTER.match(report.text, span.end) is not None
        if (
            _joins_two_names(report, pieces, first, last)
            and not (_SMALL.match(report.text, span.end) and _is_new(report, pieces, first, last, places))
        ) or _goes_on(pieces, last):
            continue
        if first == last and pieces[first].text.lower() in report.words.common:
            continue
        opens = first == 0 or not pieces[first].is_joined or not pieces[first - 1].is_capital or _is_owner(pieces[first - 1])
        ends_road = first > 0 and pieces[first].gap in ("-", "–") and _ROAD_END.match(report.text, span.end) is not None
        if not (opens or ends_road) or _is_adjective(pieces[first], report):
            continue
        has_cue = is_cue_before(report.text, span.start, sentence.span.start)
        has_cue = has_cue or _APPOSED.match(report.text, span.end) is not None
        has_cue = has_cue or (is_called and _is_name_before_cue(pieces, first, report))
        if has_cue or ends_road or is_entry or _is_located(report, sentence, pieces, first, last, places):
            name = clean_name(span.of(report.text))
            return NameFound(Span(span.start, span.start + len(name)), sentence, False, False, is_entry)
    return None


def _is_led(pieces: list[Piece], first: int) -> bool:
    """Say whether the word before could be the end of a cue; after most words the patterns need not run."""
    gap = pieces[first].gap
    return first > 0 and (gap in ("-", "–") or "," in gap or pieces[first - 1].text.lower().endswith(_LEADS))


def _is_followed(pieces: list[Piece], last: int) -> bool:
    """Say whether the word after could open a cue."""
    if last + 1 >= len(pieces):
        return True
    word = pieces[last + 1].text
    return word in ("a", "an") or word.lower().startswith(_FOLLOWERS)


def _joins_two_names(report: ReportNames, pieces: list[Piece], first: int, last: int) -> bool:
    """Say whether a word after the first is a place by itself: "Foo Damascus", but not "Foo al-Shaab"."""
    if pieces[first].text.lower() in report.words.openings:
        return False  # "Tel Rim", though there is a Rim
    return any(pieces[number].text in report.known and pieces[number - 1].text not in ARTICLES for number in range(first + 1, last + 1))


def _is_new(report: ReportNames, pieces: list[Piece], first: int, last: int, places: PlaceIndex) -> bool:
    """Say whether a name of two words has a first word that is nothing known, nor common: "Thayet Taw village"."""
    word = pieces[first].text
    if last != first + 1 or word.lower() in report.words.bystanders or word.lower() in report.words.common:
        return False
    return not (_is_well_known(word, places) or (word[-1] == "s" and _is_well_known(word[:-1], places)))  # "Syrias", its apostrophe lost


def _goes_on(pieces: list[Piece], last: int) -> bool:
    """Say whether an Arabic article and another word of the name follow."""
    if last + 2 >= len(pieces):
        return False
    article, after = pieces[last + 1], pieces[last + 2]
    return article.is_joined and article.text in ARTICLES - _SPOKEN and after.is_joined and after.is_capital


def find_rest(report: ReportNames, chunk: Chunk, first: int, last: int, places: PlaceIndex) -> NameFound | int | None:
    """Say whether a known name is only the beginning of a longer one.

    Returns:
        0 where it is whole, the longer name where a place may have it, None where it is no place's.
    """
    sentence, pieces = chunk.sentence, chunk.pieces
    end = pieces[last].end
    name = clean_name(report.text[pieces[first].start : end])
    if _SMALL_GROUPS.match(report.text, end):
        return None
    reach = _reach(report, sentence, pieces, last, places)
    if reach == last or _is_well_known(name, places):
        return 0
    span = Span(pieces[first].start, pieces[reach].end)
    if report.is_taken(span.start, span.end):
        return None
    has_cue = is_cue_before(report.text, span.start, sentence.span.start) or _CUE_AFTER.match(report.text, span.end)
    if not has_cue and not _is_located(report, sentence, pieces, first, reach, places):
        return None
    name = clean_name(span.of(report.text))
    return NameFound(Span(span.start, span.start + len(name)), sentence, False, False)


def _reach(report: ReportNames, sentence: Sentence, pieces: list[Piece], last: int, places: PlaceIndex) -> int:
    """Return the last word of the name that begins before."""
    number = last + 1
    while number < len(pieces) and pieces[number].is_joined:
        piece = pieces[number]
        lower = piece.text.lower()
        is_article = piece.text in ARTICLES and number + 1 < len(pieces) and pieces[number + 1].is_capital and pieces[number + 1].is_joined
        if is_article and (lower not in _SPOKEN or pieces[number + 1].gap == "-"):
            last = number + 1
            number += 2
            continue
        if (
            piece.is_capital
            and number == last + 1
            and _SMALL.match(report.text, piece.end)
            and _is_new(report, pieces, last, number, places)
        ):
            last = number
            number += 1
            continue
        if not piece.is_capital or not _is_plain(piece, report, places) or _is_well_known(piece.text, places):
            break
        token, before = _find_token(sentence, piece), _find_token(sentence, pieces[number - 1])
        if token is None or before is None or token.tag not in ("NNP", "NNPS") or before.head not in (token.index, token.head):
            break
        last = number
        number += 1
    return last


def _is_plain(piece: Piece, report: ReportNames, places: PlaceIndex) -> bool:
    """Say whether a capitalised word may be part of a place's name: no common word, person, title, people or organisation."""
    lower = piece.text.lower()
    sets = (report.words.bystanders, report.words.never, report.words.titles, report.words.given_names, report.words.organisation)
    if any(lower in words for words in sets) or lower in report.written or places.country_of_adjective(piece.text):
        return False
    return not report.is_taken(piece.start, piece.end)


def _is_located(report: ReportNames, sentence: Sentence, pieces: list[Piece], first: int, last: int, places: PlaceIndex) -> bool:
    """Say whether "in", "near" … stands before and the syntax sees the name as where something is."""
    match = _LOCATIVE.search(report.text, max(sentence.span.start, pieces[first].start - 30), pieces[first].start)
    if match is None or not first:
        return False
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    if after and after.is_joined and (after.is_capital or after.text in ARTICLES - _SPOKEN):
        return False
    named = [piece for piece in pieces[first : last + 1] if piece.text not in ARTICLES]
    if not all(_is_plain(piece, report, places) or (first < last and piece.text == "New") for piece in named):
        return False
    if any(piece.text.lower() in report.words.common or piece.text in report.surnames or len(piece.text) < 4 for piece in named[-1:]):
        return False
    if any(piece.text.isupper() for piece in named):
        return False
    token, preposition = _find_token(sentence, pieces[last]), _find_token(sentence, pieces[first - 1])
    if token is None or preposition is None:
        return False
    if token.tag not in ("NNP", "NNPS") or token.dep not in _HEADS:
        return False
    return sentence.tokens[preposition.head].lemma not in _TRUSTED


def _is_well_known(name: str, places: PlaceIndex) -> bool:
    rows = places.lookup(name, loosest=MatchKind.VARIANT)
    wide = (Feature.COUNTRY, Feature.ADMIN1, Feature.AREA)
    return any(row.rank == 0 or row.population >= _WELL_KNOWN or row.feature in wide for row in rows)


def _find_token(sentence: Sentence, piece: Piece) -> Token | None:
    return next((token for token in reversed(sentence.tokens) if token.span.start < piece.end and piece.start < token.span.end), None)


def _is_name_before_cue(pieces: list[Piece], first: int, report: ReportNames) -> bool:
    name = first + 1 if pieces[first].text in ARTICLES and first + 1 < len(pieces) else first
    word = pieces[name].text.lower()
    return first > 0 and word not in report.words.bystanders and word not in report.words.never | report.words.titles


def _is_owner(piece: Piece) -> bool:
    return clean_name(piece.text) != piece.text


def _is_adjective(piece: Piece, report: ReportNames) -> bool:
    """Say whether a word describes rather than names."""
    return piece.text.lower() in report.words.bystanders and piece.text.lower() not in ARTICLES
