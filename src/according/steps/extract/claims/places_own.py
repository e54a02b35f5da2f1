"""Say which places a claim's own words set it in, and which of them says most."""

import re
from collections.abc import Sequence

from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.nearness import may_be_same_place, measure_km
from according.steps.extract.claims.places_paths import PREPOSITIONS, Way, is_around, is_origin, judge_way
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_ancestors, find_token
from according.steps.extract.places import PlaceMention
from according.steps.extract.places_ahead import NAMED_AHEAD

_TIERS = {
    PlacePrecision.PLACE: 3,
    PlacePrecision.NEAR: 4,
    PlacePrecision.DISTRICT: 6,
    PlacePrecision.PROVINCE: 8,
    PlacePrecision.COUNTRY: 9,
}
_OF_SPEAKER = re.compile(r",?\s+(?:in|of|at|from|based in)\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+of\s+)?", re.IGNORECASE)
_OF_PARTIES = frozenset({"agreement", "ceasefire_declared", "group_change"})  # between sides, wherever the sentence is set
_FRAME = re.compile(r"[\s*•–-]*(?:(?:meanwhile|elsewhere),?\s+)?(?:in|at)\s+(?:the\s+)?", re.IGNORECASE)
_AREA = r"(?:city|town|province|governorate|state|region|district|territory|locality|county|direction|sector|axis|front|area)"
_FRAME_END = re.compile(rf"(?:\s+{_AREA})?\s*,", re.IGNORECASE)
_ENTRY_END = re.compile(rf"(?:,?\s+[\w’'-]+)?(?:\s+{_AREA})?\s*(?:\([^()\n]*\)\s*)?(?::|\s[-–—])\s", re.IGNORECASE)
_ENTRY_START = re.compile(r"[\s*•–-]*")
_FRAME_KM = 60.0
_FRAMES = frozenset({PlacePrecision.PLACE, PlacePrecision.DISTRICT})
_FINE = frozenset({PlacePrecision.PLACE, PlacePrecision.NEAR})
_NAMELESS = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,4}?(?:town|village|city|district|neighbou?rhood|suburb|area|base|camp)\s+$", re.IGNORECASE)
_OF_LEAVING = frozenset({"displacement", "evacuation", "withdrawal"})  # they happen where people leave
_TOWARDS = frozenset("to into towards toward for through via".split())


def list_own_places(draft: Draft, asked: Asked) -> list[tuple[Telling, PlaceMention]]:
    """Return the places of the claim's sentences, those of the words that name the event first; not where a speaker sits."""
    tellings = [draft.main, *(telling for telling in draft.tellings if telling is not draft.main)]
    is_of_parties = draft.main.event_type.value in _OF_PARTIES
    return [
        (telling, place)
        for telling in tellings
        for place in telling.places
        if not (
            _is_of_speaker(place, asked)
            or judge_way(telling, place) in (Way.HYPOTHETICAL, Way.SPEAKER)
            or (is_of_parties and is_around(telling, place))
        )
    ]


def rank_place(place: PlaceMention, telling: Telling, draft: Draft, text: str) -> tuple[bool, int, bool, bool]:
    """Return what is lower the more a place says of where the event was."""
    assert isinstance(place.answer, Found)
    where, is_main = place.answer.value, telling is draft.main
    is_named_ahead = place.answer.rule == NAMED_AHEAD
    tier = _TIERS[where.precision]
    if where.precision in (PlacePrecision.PLACE, PlacePrecision.NEAR) or is_named_ahead:
        on_the_spot = 1 if where.precision is PlacePrecision.PLACE else 2
        tier = (0 if is_main else 5) if is_named_ahead else 5 if place.is_generic else on_the_spot if is_main else tier
    if where.precision is PlacePrecision.NEAR and _NAMELESS.search(text, max(0, place.phrase.start - 60), place.phrase.start):
        tier = _TIERS[PlacePrecision.DISTRICT] + 1
    way = judge_way(telling, place)
    is_beside = way is Way.BESIDE or _is_other_end(place, telling, draft.main.event_type.value, text)
    return is_beside or (not is_main and _lies_apart(where, draft)), tier, is_main and way is not Way.OWN, where.part is None


def _lies_apart(where: Where, draft: Draft) -> bool:
    """Say whether a place lies outside what the words that name the event set it in."""
    said = [place.answer.value for place in draft.main.places if isinstance(place.answer, Found) and not place.is_generic]
    wide = [one for one in said if one.precision in (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)]
    return bool(wide) and not any(may_be_same_place(where, one) for one in wide)


def find_quarter(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the quarter of the city that ranks first: "In Hasakah city, shells hit the Aziziyah district"."""
    best = _where(places[0])
    return next((place for place in places[1:] if _where(place).name.endswith(f", {best.name}")), None)


def find_inside_frame(ranked: Sequence[tuple[Telling, PlaceMention]], draft: Draft, text: str) -> PlaceMention | None:
    """Return the finer place where the one that ranks first only opens the sentence: "In Daraa, a mine went off near Busra"."""
    telling, frame = ranked[0]
    where = _where(frame)
    if frame.is_generic or where.precision not in _FRAMES or not _opens(frame, telling, text):
        return None
    for other, place in ranked[1:]:
        if other is not telling or place.is_generic or rank_place(place, other, draft, text)[0]:
            continue
        inner = _where(place)
        if inner.precision in _FINE and inner.name != where.name and _may_lie_inside(inner, where):
            return place
    return None


def _opens(frame: PlaceMention, telling: Telling, text: str) -> bool:
    """Say whether a place opens a sentence as what it is about: "In X, …", "X: …"."""
    start, end = telling.sentence.span.start, telling.sentence.span.end
    if _FRAME.fullmatch(text, start, frame.phrase.start):
        return _FRAME_END.match(text, frame.phrase.end, end) is not None
    return _ENTRY_START.fullmatch(text, start, frame.phrase.start) is not None and _ENTRY_END.match(text, frame.phrase.end, end) is not None


def _may_lie_inside(inner: Where, frame: Where) -> bool:
    """Say whether a place lies near the frame, or in its division, which may have the town's name; or nobody knows where it lies."""
    if inner.country is not None and inner.country != frame.country:
        return False
    km = measure_km(frame, inner)
    return km is None or km <= _FRAME_KM or (inner.admin1 is not None and inner.admin1 == frame.admin1)


def _is_other_end(place: PlaceMention, telling: Telling, event_type: str, text: str) -> bool:
    """Say whether somebody or something only comes from a place, or, where people flee, only goes to it."""
    if event_type not in _OF_LEAVING:
        return is_origin(place, telling.sentence, text)
    token = find_token(telling.sentence, place.span)
    for one in (token, *find_ancestors(telling.sentence, token.index)) if token else ():
        if one.dep == "prep":
            return one.lemma in _TOWARDS
        if one.dep not in PREPOSITIONS:
            break
    return False


def _is_of_speaker(place: PlaceMention, asked: Asked) -> bool:
    speakers = (speaker.span for mention in asked.attributions for speaker in mention.speakers)
    return any(span.end <= place.phrase.start and _OF_SPEAKER.fullmatch(asked.text, span.end, place.span.start) for span in speakers)


def _where(place: PlaceMention) -> Where:
    assert isinstance(place.answer, Found)
    return place.answer.value
