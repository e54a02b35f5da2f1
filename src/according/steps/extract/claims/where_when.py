"""Settle when of a claim from its tellings, and from the rest of the report where they are silent."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.model.answers import DatePrecision, Kind, Status, When
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling

_FOLLOWING = re.compile(
    r"\W*((?:following|after|in response to|in retaliation for)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:attack|attacks|bombing|blast|explosion|strike|strikes|incident|assault|clashes|killing|raid))\b",
    re.IGNORECASE,
)


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
