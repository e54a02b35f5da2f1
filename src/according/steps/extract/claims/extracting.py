"""Read a parsed report: its claims, its claims about actors, and what it could not read."""

from according.knowledge.loader import Knowledge
from according.model.answers import Status
from according.model.claim import Reading, Silence, UnknownName
from according.model.evidence import Span, Unresolved
from according.model.parsed import ParsedReport
from according.model.records import replace
from according.model.report import BlockKind
from according.steps.extract.claims.answering import build_claim
from according.steps.extract.claims.asking import Asked, ask_actors, ask_report, ask_responsibility
from according.steps.extract.claims.doubts import carry_doubts
from according.steps.extract.claims.merging import Draft, merge_tellings
from according.steps.extract.claims.rating import rate_claim
from according.steps.extract.claims.relevance import keep_relevant
from according.steps.extract.claims.telling import Telling
from according.steps.extract.claims.tellings import read_tellings
from according.steps.extract.claims.typing import settle_drafts, settle_tellings
from according.steps.extract.claims.when import settle_days
from according.steps.extract.claims.wording import list_framing
from according.steps.extract.relations import find_actor_claims
from according.steps.extract.triggers import read_triggers

_HEADLINES = frozenset({BlockKind.TITLE})


def extract_claims(parsed: ParsedReport, knowledge: Knowledge) -> Reading:
    """Return everything that is read in a parsed report.

    Where no sentence tells of an event, nobody asks when and where: only what is said of actors, and why no sentence tells of one, is read.
    """
    text = parsed.report.text
    read = {one.index: read_triggers(one, text, knowledge.triggers) for one in parsed.sentences if one.is_parsed}
    if not read:
        return Reading(parsed.report, ())
    telling = [index for index, (triggers, _) in read.items() if triggers]
    relevant = keep_relevant(parsed, telling)
    asked = ask_report(relevant, knowledge) if telling else ask_actors(relevant, knowledge)
    tellings, silences = read_tellings(replace(asked, parsed=parsed), read)
    tellings, told_below = _leave_headlines(tellings)
    silences += told_below
    asked = replace(asked, parsed=parsed)
    if tellings:
        asked = ask_responsibility(asked, tuple(trigger for telling in tellings for trigger in telling.triggers))
        asked = replace(asked, framing=list_framing(parsed, tellings, asked.actors, knowledge.framing))
    settle_tellings(tellings, asked)
    drafts = settle_drafts(merge_tellings(tellings, parsed.report), asked)
    drafts, unhurt = _leave_unhurt(drafts)
    silences += unhurt
    fresh = [kept for draft in drafts if (kept := _keep_fresh(draft, parsed.report.copied)) is not None]
    settle_days(fresh, asked)
    carry_doubts(fresh, asked)
    claims = []
    for number, draft in enumerate(fresh):
        start = draft.tellings[0].sentence.index
        own = set(map(id, draft.tellings))
        before = [one for one in tellings if one.sentence.index <= start and id(one) not in own]
        claims.append(rate_claim(build_claim(draft, fresh[:number], before, asked), knowledge.confidence))
    return Reading(
        report=parsed.report,
        claims=tuple(claims),
        actor_claims=find_actor_claims(parsed, asked.actors, knowledge.actors),
        silences=tuple(sorted(silences, key=lambda one: (one.span, one.rule))),
        unknown_names=find_unknown(asked),
    )


def _leave_headlines(tellings: list[Telling]) -> tuple[list[Telling], list[Silence]]:
    """Leave out what a headline tells where the body tells anything: it says the same in fewer words."""
    body = [one for one in tellings if one.sentence.block not in _HEADLINES]
    if not body:
        return tellings, []
    why = "it stands in the headline; the body tells it"
    left = [one for one in tellings if one.sentence.block in _HEADLINES]
    return body, [Silence(one.main.span, one.sentence.span, "en.claims.headline", why) for one in left]


def _leave_unhurt(drafts: list[Draft]) -> tuple[list[Draft], list[Silence]]:
    """Leave out what only says that nobody was hurt, and belongs to no event that the report tells."""
    empty = [draft for draft in drafts if all(one.is_harm_only for one in draft.tellings) and draft.main.status.value is Status.DENIED]
    why = "it says that nobody was hurt, and of which event is not clear"
    silences = [Silence(draft.main.main.span, draft.main.sentence.span, "en.claims.nobody-hurt", why) for draft in empty]
    return [draft for draft in drafts if draft not in empty], silences


def _keep_fresh(draft: Draft, copied: tuple[Span, ...]) -> Draft | None:
    """Return what a copy itself adds to an event: its tellings outside the words that the original has too."""
    if not copied:
        return draft
    tellings = [one for one in draft.tellings if not any(span.contains(one.sentence.span) for span in copied)]
    return Draft(tellings) if tellings else None


def find_unknown(asked: Asked) -> tuple[UnknownName, ...]:
    """Return the names of actors and places, outside boilerplate, that nothing in the knowledge resolves."""
    silent = [block.span for block in asked.parsed.report.blocks if block.kind is BlockKind.BOILERPLATE]
    actors = ((one.span, "actor", one.answer) for one in asked.actors if not one.is_generic)
    places = ((one.span, "place", one.answer) for one in asked.places)
    found = [
        UnknownName(span.of(asked.text), span, role, answer)
        for span, role, answer in (*actors, *places)
        if isinstance(answer, Unresolved) and not any(block.overlaps(span) for block in silent)
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.role)))
