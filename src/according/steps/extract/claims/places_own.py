"""Say which places a claim's own words set it in, and which of them says most."""

import re
from collections.abc import Sequence

from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found
from according.model.parsed import Token
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.nearness import may_be_same_place
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_ancestors, find_children, find_token
from according.steps.extract.places import PlaceMention
from according.steps.extract.places_ahead import NAMED_AHEAD

_TIERS = {
    PlacePrecision.PLACE: 2,
    PlacePrecision.NEAR: 3,
    PlacePrecision.DISTRICT: 5,
    PlacePrecision.PROVINCE: 7,
    PlacePrecision.COUNTRY: 8,
}
_ORIGIN = re.compile(r"\b(?:from|native of|resident of)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_SPEAKER = re.compile(r",?\s+(?:in|of|at|from|based in)\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+of\s+)?", re.IGNORECASE)
_OF_PARTIES = frozenset({"agreement", "ceasefire_declared", "group_change"})  # between sides, wherever the sentence is set
_CONDITIONS = frozenset({"if", "unless", "since"})
_CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl"})
_MOMENTS = frozenset({"after", "before", "following"})
_NAMELESS = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,4}?(?:town|village|city|district|neighbou?rhood|suburb|area|base|camp)\s+$", re.IGNORECASE)
_SENT = frozenset("fire launch come arrive send travel originate hail".split())
_PREPOSITIONS = frozenset({"prep", "pobj", "compound", "nmod", "amod", "det", "poss", "appos", "conj", "flat"})


def list_own_places(draft: Draft, asked: Asked) -> list[tuple[Telling, PlaceMention]]:
    """Return the places of the claim's sentences, those of the words that name the event first; not where a speaker sits."""
    tellings = [draft.main, *(telling for telling in draft.tellings if telling is not draft.main)]
    is_of_country = draft.main.event_type.value in _OF_PARTIES
    return [
        (telling, place)
        for telling in tellings
        for place in telling.places
        if not (
            _is_of_speaker(place, asked)
            or _is_in_clause(telling, place, _CONDITIONS)
            or (is_of_country and _is_around_trigger(telling, place))
        )
    ]


def rank_place(place: PlaceMention, telling: Telling, draft: Draft, asked: Asked) -> tuple[bool, int, bool, bool]:
    """Return what is lower the more a place says of where the event was."""
    assert isinstance(place.answer, Found)
    where, is_main = place.answer.value, telling is draft.main
    is_named_ahead = place.answer.rule == NAMED_AHEAD
    tier = _TIERS[where.precision]
    if where.precision in (PlacePrecision.PLACE, PlacePrecision.NEAR) or is_named_ahead:
        tier = (0 if is_main else 4) if is_named_ahead else 4 if place.is_generic else 1 if is_main else tier
    if where.precision is PlacePrecision.NEAR and _NAMELESS.search(asked.text, max(0, place.phrase.start - 60), place.phrase.start):
        tier = _TIERS[PlacePrecision.DISTRICT] + 1
    is_beside = is_origin(place, asked) or _is_in_clause(telling, place, _MOMENTS) or _is_in_other_clause(telling, place)
    return (
        is_beside or (not is_main and _lies_apart(where, draft)),
        tier,
        is_main and not _is_below_trigger(telling, place),
        where.part is None,
    )


def _lies_apart(where: Where, draft: Draft) -> bool:
    """Say whether a place lies outside what the words that name the event set it in."""
    said = [place.answer.value for place in draft.main.places if isinstance(place.answer, Found) and not place.is_generic]
    wide = [one for one in said if one.precision in (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)]
    return bool(wide) and not any(may_be_same_place(where, one) for one in wide)


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


def _is_below_trigger(telling: Telling, place: PlaceMention) -> bool:
    """Say whether the syntax hangs the place on the words that tell of the event, in no clause between."""
    token = find_token(telling.sentence, place.span)
    heads = {trigger.head for trigger in telling.triggers}
    for one in (token, *find_ancestors(telling.sentence, token.index)) if token else ():
        if one.index in heads:
            return True
        if one.dep in _CLAUSES:
            return False
    return False


def _is_in_other_clause(telling: Telling, place: PlaceMention) -> bool:
    """Say whether a place stands in a clause joined on that tells of something else: "… and has received aid from X"."""
    sentence = telling.sentence
    token = find_token(sentence, place.span)
    heads = {trigger.head for trigger in telling.triggers}
    for one in find_ancestors(sentence, token.index) if token else ():
        if one.index in heads:
            return False
        if one.dep == "conj" and one.pos in ("VERB", "AUX"):
            return sentence.tokens[one.head].index in heads
    return False


def _is_around_trigger(telling: Telling, place: PlaceMention) -> bool:
    """Say whether the event is told in a clause that only describes: "X lies in an area that is part of a zone agreed in May"."""
    sentence = telling.sentence
    token = find_token(sentence, place.span)
    if token is None or _is_below_trigger(telling, place):
        return False
    above = {token.index, *(one.index for one in find_ancestors(sentence, token.index))}
    head = sentence.tokens[telling.main.head]
    for one in (head, *find_ancestors(sentence, head.index)):
        if one.index in above:
            return False
        if (one.dep in ("relcl", "acl") and one.tag != "VBG") or (one.dep == "advcl" and one.tag == "VBN"):
            return True
    return False


def _where(place: PlaceMention) -> Where:
    assert isinstance(place.answer, Found)
    return place.answer.value
