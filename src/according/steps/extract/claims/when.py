"""Settle when: the day that an event's own sentences give, else the one that the story around it gives, said to be inherited."""

import re
from collections.abc import Iterator, Sequence

from according.model.answers import DatePrecision, Kind, Status, When
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.model.records import replace
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.story import find_day_above, find_day_around, find_day_lines, find_list_day, find_war_days
from according.steps.extract.claims.telling import Telling
from according.steps.extract.dates import OF_SPEECH, DateMention

_FOLLOWING = re.compile(
    r"\W*((?:following|after|in response to|in retaliation for)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:attack|attacks|bombing|blast|explosion|strike|strikes|incident|assault|clashes|killing|raid))\b",
    re.IGNORECASE,
)
_OPEN = frozenset("since until till by before after prior to up to as of".split())
_A_MONTH = 31


def settle_days(drafts: Sequence[Draft], asked: Asked) -> None:
    """Settle when for all events of a report: first from their own sentences, then from each other's."""
    for draft in drafts:
        draft.when = _settle_own(draft, asked)
    list_day, lines = find_list_day(asked), find_day_lines(asked)
    for number, draft in enumerate(drafts):
        if draft.when is None:
            above = find_day_above(draft, lines) or list_day
            draft.when = _follow_event(draft, drafts[:number], asked) or find_day_around(draft, drafts, number, above, asked)
    for draft in drafts:
        draft.when = draft.when or find_war_days(draft, asked)
        if draft.when is None:
            draft.when = _leave_open(draft, asked)


def _settle_own(draft: Draft, asked: Asked) -> Answer[When] | None:
    """Return the day that the words of the event itself are nearest to; a finer one inside it, told elsewhere, is better."""
    told = [(date, date.answer) for telling in _by_weight(draft) for date in _nearest_first(telling) if isinstance(date.answer, Found)]
    if draft.main.status.value is Status.FORESEEN:
        told = [pair for pair in told if not _is_over(pair[1].value, asked)]
    if not told:
        return None
    is_event = draft.main.kind.value is Kind.INCIDENT
    firm = [answer for date, answer in told if is_event and not _is_weak(date, asked)]
    found = firm or [answer for _, answer in told]
    best = found[0]
    if is_event:
        if _length(best.value) > _A_MONTH:
            best = next((one for one in found if _length(one.value) < _A_MONTH), best)
        best = next((one for one in found if _length(best.value) > 1 and _is_inside(one.value, best.value)), best)
    if draft.main.status.value is Status.FORESEEN:
        best = _begin_at_report(best, asked)
    others = dict.fromkeys(answer.span.of(asked.text) for _, answer in told if answer.value != best.value)
    return replace(best, rejected=best.rejected + tuple(Rejection(words, "less exact, or told later") for words in others)[:4])


def _nearest_first(telling: Telling) -> list[DateMention]:
    """Return the dates of a telling, those beside the words that name the event first."""
    if len(telling.dates) < 2:
        return telling.dates
    span = telling.main.span
    return sorted(telling.dates, key=lambda one: max(one.span.start - span.end, span.start - one.span.end))


def _is_weak(date: DateMention, asked: Asked) -> bool:
    return date.preposition in _OPEN or (date.rule in OF_SPEECH and any(quote.span.contains(date.span) for quote in asked.parsed.quotes))


def _is_inside(one: When, other: When) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest and _length(one) < _length(other) and _length(one) <= 1


def _is_over(when: When, asked: Asked) -> bool:
    """Say whether a day lies before the report or on its day: what is foreseen was then only spoken of."""
    anchor = asked.parsed.report.anchor
    return anchor is not None and when.latest is not None and when.latest <= anchor.day


def _begin_at_report(found: Found[When], asked: Asked) -> Found[When]:
    """Read "by Friday" of something to come as from the day of the report to Friday."""
    anchor, when = asked.parsed.report.anchor, found.value
    if anchor is None or when.earliest is not None or when.latest is None or when.latest < anchor.day:
        return found
    return replace(found, value=When(anchor.day, when.latest, DatePrecision.PERIOD, when.anchor))


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


def _leave_open(draft: Draft, asked: Asked) -> Unresolved:
    """Say why there is no day; the day of publication is the last possible one, and no answer."""
    unresolved = next(_find_unresolved(draft, asked), None)
    anchor = asked.parsed.report.anchor
    reason, span = (unresolved.reason, unresolved.span) if unresolved else (Reason.NOT_MENTIONED, None)
    return Unresolved(reason, span, (f"../{anchor.day.isoformat()}",) if anchor else ())


def _find_unresolved(draft: Draft, asked: Asked) -> Iterator[Unresolved]:
    for telling in draft.tellings:
        for date in asked.dates_in(telling.sentence):
            if isinstance(date.answer, Unresolved):
                yield date.answer


def _length(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days


def _by_weight(draft: Draft) -> list[Telling]:
    """Return the tellings with the one whose words name the event first."""
    main = draft.main
    return [main, *(telling for telling in draft.tellings if telling is not main)]
