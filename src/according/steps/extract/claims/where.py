"""Settle where of a claim from its tellings, and from the rest of the report where they are silent."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from according.knowledge.places import POINTS, Feature
from according.model.answers import Kind, PlacePrecision, Status, Where
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Unresolved
from according.model.records import replace
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.places_own import find_inside_frame, find_quarter, list_own_places, rank_place
from according.steps.extract.claims.telling import Telling
from according.steps.extract.places import PlaceMention
from according.steps.extract.places_references import find_country
from according.steps.extract.places_words import read_words

_OF_COUNTRIES = frozenset({"agreement", "group_change"})  # made for a country rather than for the town told of before
_DEFINITE_PLACE = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+)?(?:town|city|village|area|region|district|neighbou?rhood|camp|market|province|site|base|airport)s?\b|\bthere\b",
    re.IGNORECASE,
)
_STREETS = ("street", "square", "market", "souq", "souk")
_OF_NO_DIVISION = ", , "  # a candidate that lies in no division
_POSTS = ("checkpoint", "barracks")  # called by where they stand
_OF_PLACE = 4  # places weigh as much as so many governments
_REACH = 3  # sentences back to the event whose place still holds


def settle_where(draft: Draft, before: Sequence[Telling], asked: Asked) -> Answer[Where]:
    """Return the finest place that the claim's own sentences give, else the one that the text before is set in."""
    own = [(telling, name_unknown(place, asked)) for telling, place in list_own_places(draft, asked)]
    found = [(telling, place) for telling, place in own if isinstance(place.answer, Found)]
    if found:
        return _settle_best(draft, found, asked)
    if own:
        return own[0][1].answer
    if draft.main.event_type.value == "detention_release":
        return Unresolved(Reason.NOT_MENTIONED)  # people are set free elsewhere than where they were taken
    inherited = _inherit(draft, before, asked)
    return replace(inherited, basis=Basis.INHERITED, rule="en.places.inherited") if inherited else Unresolved(Reason.NOT_MENTIONED)


def _settle_best(draft: Draft, found: list[tuple[Telling, PlaceMention]], asked: Asked) -> Answer[Where]:
    ranked = sorted(found, key=lambda pair: rank_place(pair[1], pair[0], draft, asked.text)) if len(found) > 1 else found
    best = find_quarter([place for _, place in ranked]) or find_inside_frame(ranked, draft, asked.text) or ranked[0][1]
    names = dict.fromkeys(_where(place).name for _, place in found if _where(place).name != _where(best).name)
    others = tuple(Rejection(name, "less precise, or named later") for name in names)
    answer = _answer(best)
    return replace(answer, rejected=answer.rejected + others[:4]) if others else answer


def name_unknown(place: PlaceMention, asked: Asked) -> PlaceMention:
    """Return a name that no gazetteer has, or that several places share, as a place without a position; other mentions as they are."""
    answer = place.answer
    if not isinstance(answer, Unresolved) or answer.reason not in (Reason.UNKNOWN_NAME, Reason.AMBIGUOUS):
        return place
    if answer.reason is Reason.AMBIGUOUS and any(_OF_NO_DIVISION in one for one in answer.candidates):
        return place  # a country, or a division that has its name
    words = read_words(asked.text, place.span, place.phrase.start)
    name = place.span.of(asked.text)
    name = name.title() if name.isupper() else name
    is_river = words.feature is Feature.RIVER
    if words.is_cue_after and words.cue not in _POSTS and (words.cue in _STREETS or words.feature not in (None, *POINTS)):
        name = f"{name} {words.cue}"
    is_near = words.relation is not None or is_river
    where = Where(name, PlacePrecision.NEAR if is_near else PlacePrecision.PLACE, relation=words.relation or ("near" if is_near else "in"))
    return replace(place, answer=Found(where, place.span, "en.places.only-named", Basis.STATED))


def _inherit(draft: Draft, before: Sequence[Telling], asked: Asked) -> Found[Where] | None:
    """Return the place that "the town" means, the one of the event told just before, or the country that the report is about."""
    if draft.main.kind.value is not Kind.INCIDENT or draft.main.event_type.value in _OF_COUNTRIES:
        return find_focus(asked)
    pointing = (telling for telling in draft.tellings if _DEFINITE_PLACE.search(telling.sentence.span.of(asked.text)))
    named = next((_find_named_before(telling, asked) for telling in pointing), None)
    if draft.main.status.value is Status.FORESEEN:
        return named
    return named or next(_find_before(draft, before), None) or find_focus(asked)


def _find_named_before(telling: Telling, asked: Asked) -> Found[Where] | None:
    earlier = [one for one in asked.places if one.span.end <= telling.sentence.span.end and not (one.is_metonym or one.is_dateline)]
    wide = {PlacePrecision.PROVINCE, PlacePrecision.COUNTRY}
    fine = [one.answer for one in earlier if isinstance(one.answer, Found) and one.answer.value.precision not in wide]
    return fine[-1] if fine else None


def _find_before(draft: Draft, before: Sequence[Telling]) -> Iterator[Found[Where]]:
    first = draft.tellings[0].sentence
    for telling in reversed(before):
        if first.index - telling.sentence.index > _REACH:
            return
        for place in telling.places:
            if isinstance(place.answer, Found):
                yield place.answer


def find_focus(asked: Asked) -> Found[Where] | None:
    """Return the country that most of the report's places lie in: as the report names it, or else as they tell it."""
    told = [one for one in asked.places if not one.is_dateline] or asked.places
    found = [one.answer for one in told if isinstance(one.answer, Found) and one.answer.value.country]
    votes: Counter[str | None] = Counter()
    for one in told:
        if isinstance(one.answer, Found) and one.answer.value.country:
            votes[one.answer.value.country] += 1 if one.is_metonym else _OF_PLACE  # governments act abroad too
    best = min(votes, key=lambda country: (-votes[country], country or ""), default=None)
    named = (answer for answer in found if answer.value.precision is PlacePrecision.COUNTRY and answer.value.country == best)
    first = next(named, None) or next((answer for answer in found if answer.value.country == best), None)
    where = find_country(asked.knowledge.places, best)
    return Found(where, first.span, "en.places.focus", Basis.INFERRED) if where and first else None


def _where(place: PlaceMention) -> Where:
    assert isinstance(place.answer, Found)
    return place.answer.value


def _answer(place: PlaceMention) -> Found[Where]:
    assert isinstance(place.answer, Found)
    return place.answer
