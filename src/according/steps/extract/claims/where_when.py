"""Settle where and when of a claim from its tellings, and from the rest of the report where they are silent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from according.model.answers import DatePrecision, Kind, PlacePrecision, Status, When, Where
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.places_own import find_quarter, is_fine, is_origin, list_own_places, rank_place
from according.steps.extract.claims.telling import Telling
from according.steps.extract.places import PlaceMention

_FOLLOWING = re.compile(
    r"\W*((?:following|after|in response to|in retaliation for)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:attack|attacks|bombing|blast|explosion|strike|strikes|incident|assault|clashes|killing|raid))\b",
    re.IGNORECASE,
)
_OF_COUNTRIES = frozenset({"agreement"})  # made for a country rather than for the town told of before
_DEFINITE_PLACE = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+)?(?:town|city|village|area|region|district|neighbou?rhood|camp|market|province|site|base|airport)s?\b|\bthere\b",
    re.IGNORECASE,
)


def settle_where(draft: Draft, before: Sequence[Telling], asked: Asked) -> Answer[Where]:
    """Return the finest place that the claim's own sentences give, else the one that the text before is set in."""
    own = list_own_places(draft, asked)
    first = next((place for telling, place in own if telling is draft.main and not (place.is_generic or is_origin(place, asked))), None)
    is_unknown = first is not None and isinstance(first.answer, Unresolved) and first.answer.reason is Reason.UNKNOWN_NAME
    if first is not None and is_unknown and not any(is_fine(place, asked) for telling, place in own if telling is draft.main):
        return first.answer  # what its own words name is not to be told from elsewhere
    found = [(telling, place) for telling, place in own if isinstance(place.answer, Found)]
    if found:
        ranked = sorted(found, key=lambda pair: rank_place(pair[1], pair[0], asked, is_main=pair[0] is draft.main))
        best = find_quarter([place for _, place in ranked]) or ranked[0][1]
        names = dict.fromkeys(_where(place).name for _, place in found if _where(place).name != _where(best).name)
        others = tuple(Rejection(name, "less precise, or named later") for name in names)
        return replace(_answer(best), rejected=_answer(best).rejected + others[:4])
    if own:
        return own[0][1].answer
    inherited = _inherit(draft, before, asked)
    return replace(inherited, basis=Basis.INHERITED, rule="en.places.inherited") if inherited else Unresolved(Reason.NOT_MENTIONED)


def _inherit(draft: Draft, before: Sequence[Telling], asked: Asked) -> Found[Where] | None:
    """Return the place that "the town" means, the one of the event told just before, or the country that the report is about."""
    if draft.main.kind.value is not Kind.INCIDENT or draft.main.event_type.value in _OF_COUNTRIES:
        return asked.focus
    pointing = (telling for telling in draft.tellings if _DEFINITE_PLACE.search(telling.sentence.span.of(asked.text)))
    named = next((_find_named_before(telling, asked) for telling in pointing), None)
    if draft.main.status.value is Status.FORESEEN:
        return named
    return named or next(_find_before(draft, before), None) or asked.focus


def _find_named_before(telling: Telling, asked: Asked) -> Found[Where] | None:
    earlier = [one.answer for one in asked.places if one.span.end <= telling.sentence.span.end and not one.is_metonym]
    wide = {PlacePrecision.PROVINCE, PlacePrecision.COUNTRY}
    fine = [answer for answer in earlier if isinstance(answer, Found) and answer.value.precision not in wide]
    return fine[-1] if fine else None


def _find_before(draft: Draft, before: Sequence[Telling]) -> Iterator[Found[Where]]:
    first = draft.tellings[0].sentence
    for telling in reversed(before):
        if first.index - telling.sentence.index > 3:
            return
        for place in telling.places:
            if isinstance(place.answer, Found):
                yield place.answer


def settle_when(draft: Draft, earlier: Sequence[Draft], asked: Asked) -> Answer[When]:
    """Return the most exact date that the claim's sentences give; never the day of publication in place of a date."""
    found = [date.answer for telling in _by_weight(draft) for date in telling.dates if isinstance(date.answer, Found)]
    if found:
        best = min(found, key=lambda answer: (_length(answer.value), found.index(answer)))
        others = tuple(Rejection(answer_text(answer, asked), "less exact, or told later") for answer in found if answer.value != best.value)
        return replace(best, rejected=best.rejected + others[:4])
    inherited = _follow_event(draft, earlier, asked) or _inherit_when(draft, earlier)
    if inherited is not None:
        return inherited
    unresolved = [
        date.answer for telling in draft.tellings for date in asked.dates_in(telling.sentence) if isinstance(date.answer, Unresolved)
    ]
    anchor = asked.parsed.report.anchor
    reason = unresolved[0].reason if unresolved else Reason.NOT_MENTIONED
    span = unresolved[0].span if unresolved else None
    return Unresolved(reason, span, (f"../{anchor.day.isoformat()}",) if anchor else ())


def _inherit_when(draft: Draft, earlier: Sequence[Draft]) -> Found[When] | None:
    """Return the day of the other news told in the same sentence."""
    first = draft.tellings[0].sentence
    if draft.main.background or draft.main.kind.value is not Kind.INCIDENT or draft.main.status.value is Status.FORESEEN:
        return None
    for other in reversed(earlier):
        near = [telling for telling in other.tellings if telling.sentence.index == first.index]
        if near and not other.main.background and other.main.kind.value is Kind.INCIDENT and other.main.status.value is not Status.FORESEEN:
            days = [date.answer for telling in other.tellings for date in telling.dates if isinstance(date.answer, Found)]
            day = next((answer for answer in days if answer.value.precision is DatePrecision.DAY), None)
            return replace(day, basis=Basis.INHERITED, rule="en.date.event-before") if day else None
    return None


def _follow_event(draft: Draft, earlier: Sequence[Draft], asked: Asked) -> Found[When] | None:
    """Read "following the attack": not before the event told just before, and not after the report."""
    first, anchor = draft.tellings[0].sentence, asked.parsed.report.anchor
    match = _FOLLOWING.match(first.span.of(asked.text))
    if match is None or anchor is None:
        return None
    days = [date.answer for other in reversed(earlier) for telling in other.tellings for date in telling.dates]
    starts = (answer.value.earliest for answer in days if isinstance(answer, Found) and answer.value.earliest)
    start = next(starts, None)
    if start is None or start > anchor.day:
        return None
    span = Span(first.span.start + match.start(1), first.span.start + match.end())
    return Found(When(start, anchor.day, DatePrecision.PERIOD, "event"), span, "en.date.following-event", Basis.INFERRED)


def answer_text(answer: Found[When], asked: Asked) -> str:
    """Return the words of a date."""
    return answer.span.of(asked.text)


def _length(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days


def _by_weight(draft: Draft) -> list[Telling]:
    """Return the tellings with the one whose words name the event first."""
    main = draft.main
    return [main, *(telling for telling in draft.tellings if telling is not main)]


def _where(place: PlaceMention) -> Where:
    assert isinstance(place.answer, Found)
    return place.answer.value


def _answer(place: PlaceMention) -> Found[Where]:
    assert isinstance(place.answer, Found)
    return place.answer
