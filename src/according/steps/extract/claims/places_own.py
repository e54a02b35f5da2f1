"""Say which places a claim's own words set it in, and which of them says most."""

import re
from collections.abc import Sequence

from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found
from according.model.parsed import Token
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_ancestors, find_children, find_token
from according.steps.extract.places import PlaceMention

_TIERS = {
    PlacePrecision.PLACE: 2,
    PlacePrecision.NEAR: 3,
    PlacePrecision.DISTRICT: 5,
    PlacePrecision.PROVINCE: 7,
    PlacePrecision.COUNTRY: 8,
}
_ORIGIN = re.compile(r"\b(?:from|native of|resident of)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_SPEAKER = re.compile(r",?\s+(?:in|of|at|from|based in)\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+of\s+)?", re.IGNORECASE)
_CONDITIONS = frozenset({"if", "unless", "since", "until"})
_MOMENTS = frozenset({"after", "before", "following"})
_NAMELESS = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,4}?(?:town|village|city|district|neighbou?rhood|suburb|area|base|camp)\s+$", re.IGNORECASE)
_SENT = frozenset("fire launch come arrive send travel originate hail".split())
_PREPOSITIONS = frozenset({"prep", "pobj", "compound", "nmod", "amod", "det", "poss", "appos", "conj", "flat"})


def list_own_places(draft: Draft, asked: Asked) -> list[tuple[Telling, PlaceMention]]:
    """Return the places of the claim's sentences, those of the words that name the event first; not where a speaker sits."""
    tellings = [draft.main, *(telling for telling in draft.tellings if telling is not draft.main)]
    pairs = [(telling, place) for telling in tellings for place in telling.places]
    return [pair for pair in pairs if not _is_of_speaker(pair[1], asked) and not _is_under_condition(*pair)]


def rank_place(place: PlaceMention, telling: Telling, asked: Asked, *, is_main: bool) -> tuple[bool, int]:
    """Return a number that is lower the more a place says of where the event was."""
    assert isinstance(place.answer, Found)
    where = place.answer.value
    tier = _TIERS[where.precision]
    if where.precision in (PlacePrecision.PLACE, PlacePrecision.NEAR):
        tier = 4 if place.is_generic else 1 if is_main else tier
    if where.precision is PlacePrecision.NEAR and _NAMELESS.search(asked.text, max(0, place.phrase.start - 60), place.phrase.start):
        tier = _TIERS[PlacePrecision.DISTRICT] + 1
    return is_origin(place, asked) or _is_of_clause_beside(place, telling), tier


def is_fine(place: PlaceMention, asked: Asked) -> bool:
    """Say whether a place is a named settlement, quarter or district where the event was."""
    is_found = isinstance(place.answer, Found) and not place.is_generic
    return is_found and _TIERS[_where(place).precision] <= _TIERS[PlacePrecision.DISTRICT] and not is_origin(place, asked)


def find_quarter(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the quarter of the city that ranks first: "In Hasakah city, shells hit the Aziziyah district"."""
    best = _where(places[0])
    return next((place for place in places[1:] if _where(place).name.endswith(f", {best.name}")), None)


def is_origin(place: PlaceMention, asked: Asked) -> bool:
    """Say whether a place is only where somebody or something comes from: "fired from a district of Mosul"."""
    sentence = next((one for one in asked.parsed.sentences if one.span.contains(place.span)), None)
    token = find_token(sentence, place.span) if sentence else None
    for one in (token, *find_ancestors(sentence, token.index)) if sentence and token else ():
        if one.dep == "prep" and one.lemma == "from":
            head = sentence.tokens[one.head] if sentence else one
            return head.lemma in _SENT or head.pos in ("NOUN", "PROPN")
        if one.dep not in _PREPOSITIONS:
            break
    return _ORIGIN.search(asked.text, max(0, place.phrase.start - 12), place.phrase.start) is not None


def _is_of_speaker(place: PlaceMention, asked: Asked) -> bool:
    speakers = (speaker.span for mention in asked.attributions for speaker in mention.speakers)
    return any(span.end <= place.phrase.start and _OF_SPEAKER.fullmatch(asked.text, span.end, place.span.start) for span in speakers)


def _is_under_condition(telling: Telling, place: PlaceMention) -> bool:
    """Say whether a place stands in a clause of another happening: "if the siege of X continued", "since it seized X"."""
    return _is_in_clause(telling, place, _CONDITIONS)


def _is_of_clause_beside(place: PlaceMention, telling: Telling) -> bool:
    """Say whether a place tells where something else happened before or after: "after a rocket landed near X"."""
    return _is_in_clause(telling, place, _MOMENTS)


def _is_in_clause(telling: Telling, place: PlaceMention, marks: frozenset[str]) -> bool:
    sentence = telling.sentence
    token = find_token(sentence, place.span)
    heads = {trigger.head for trigger in telling.triggers}
    path: list[Token] = [token, *find_ancestors(sentence, token.index)] if token else []
    for one in path:
        if one.index in heads:
            return False
        if one.dep == "advcl" and any(mark.lemma in marks for mark in find_children(sentence, one.index, "mark", "advmod")):
            return True
        if one.dep == "pcomp" and sentence.tokens[one.head].lemma in marks:
            return True
    return False


def _where(place: PlaceMention) -> Where:
    assert isinstance(place.answer, Found)
    return place.answer.value
