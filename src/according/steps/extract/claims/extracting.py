"""Read a parsed report: its claims, its claims about actors, and what it could not read."""

from according.knowledge.loader import Knowledge
from according.model.claim import Reading, UnknownName
from according.model.evidence import Unresolved
from according.model.parsed import ParsedReport
from according.steps.extract.claims.answering import build_claim
from according.steps.extract.claims.asking import Asked, ask_report
from according.steps.extract.claims.merging import merge_tellings
from according.steps.extract.claims.tellings import read_tellings
from according.steps.extract.claims.typing import settle_drafts, settle_tellings
from according.steps.extract.relations import find_actor_claims


def extract_claims(parsed: ParsedReport, knowledge: Knowledge) -> Reading:
    """Return everything that is read in a parsed report."""
    asked = ask_report(parsed, knowledge)
    tellings, silences = read_tellings(asked)
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
    """Return the names of actors and places that nothing in the knowledge resolves."""
    found = [
        UnknownName(one.span.of(asked.text), one.span, "actor", one.answer) for one in asked.actors if isinstance(one.answer, Unresolved)
    ]
    found += [
        UnknownName(one.span.of(asked.text), one.span, "place", one.answer) for one in asked.places if isinstance(one.answer, Unresolved)
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.role)))
