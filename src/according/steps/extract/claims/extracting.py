"""Read a parsed report: its claims, its claims about actors, and what it could not read."""

from according.knowledge.loader import Knowledge
from according.model.claim import Reading, UnknownName
from according.model.evidence import Unresolved
from according.model.parsed import ParsedReport
from according.model.report import BlockKind
from according.steps.extract.claims.answering import build_claim
from according.steps.extract.claims.asking import Asked, ask_report, ask_responsibility
from according.steps.extract.claims.merging import merge_tellings
from according.steps.extract.claims.tellings import read_tellings
from according.steps.extract.claims.typing import settle_drafts, settle_tellings
from according.steps.extract.relations import find_actor_claims


def extract_claims(parsed: ParsedReport, knowledge: Knowledge) -> Reading:
    """Return everything that is read in a parsed report."""
    asked = ask_report(parsed, knowledge)
    tellings, silences = read_tellings(asked)
    asked = ask_responsibility(asked, tuple(trigger for telling in tellings for trigger in telling.triggers))
    settle_tellings(tellings, asked)
    drafts = settle_drafts(merge_tellings(tellings, asked.text), asked)
    copied = parsed.report.copied
    fresh = [draft for draft in drafts if not all(any(span.contains(one.sentence.span) for span in copied) for one in draft.tellings)]
    claims = []
    for draft in fresh:
        start = draft.tellings[0].sentence.index
        before = [one for one in tellings if one.sentence.index <= start and one not in draft.tellings]
        claims.append(build_claim(draft, drafts[: drafts.index(draft)], before, asked))
    return Reading(
        report=parsed.report,
        claims=tuple(claims),
        actor_claims=find_actor_claims(parsed, asked.actors),
        silences=tuple(sorted(silences, key=lambda one: (one.span, one.rule))),
        unknown_names=find_unknown(asked),
    )


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
