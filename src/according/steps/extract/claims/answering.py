"""Turn the tellings of one event into a claim: every question answered, or said to be open."""

import hashlib
from collections.abc import Sequence

from according.model.claim import Claim
from according.model.evidence import Answer, Found, Reason, Span, Unresolved
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.authorship import settle_responsibility
from according.steps.extract.claims.casting import main_first, settle_initiators, settle_targets
from according.steps.extract.claims.counting import settle_tolls
from according.steps.extract.claims.doubts import settle_status
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.claims.victims import FOUGHT_OVER, judge_civilians_targeted, name_counted
from according.steps.extract.claims.voices import name_counter, settle_attribution
from according.steps.extract.claims.where import settle_where
from according.steps.extract.claims.wording import settle_framing

_NOT_SAID = Unresolved(Reason.NOT_MENTIONED)


def build_claim(draft: Draft, earlier: Sequence[Draft], before: Sequence[Telling], asked: Asked) -> Claim:
    """Return the claim of one draft.

    Args:
        earlier: the drafts that begin before it in the text.
        before: the tellings that stand before it in the text, for what it leaves unsaid.
    """
    main, first = draft.main, draft.tellings[0]
    initiators = settle_initiators(draft, earlier, asked)
    tolls = settle_tolls(draft, initiators, asked)
    targets = settle_targets(draft, initiators, tolls, asked)
    tolls = name_counted(tolls, initiators, targets, asked.text, is_fight=main.event_type.value in FOUGHT_OVER)
    attribution = settle_attribution(draft, asked)
    report_id = asked.parsed.report.report_id
    event_type = main.event_type
    return Claim(
        claim_id=_hash(report_id, main.main.span, first.sentence.span, event_type.value),
        report_id=report_id,
        kind=main.kind,
        event_type=event_type,
        acled_sub_event=asked.knowledge.event_types.acled_sub_event(event_type.value),
        evidence=tuple(sorted({span for telling in draft.tellings for span in (telling.sentence.span, *telling.beside)})),
        initiators=initiators,
        targets=targets,
        civilians_targeted=judge_civilians_targeted(draft, targets, tolls, asked),
        weapon=next((telling.weapon for telling in main_first(draft) if telling.weapon), _NOT_SAID),
        hit=_settle_hit(draft, asked),
        when=draft.when or _NOT_SAID,
        where=settle_where(draft, before, asked),
        tolls=tuple(name_counter(toll, attribution, asked) for toll in tolls),
        attribution=attribution,
        status=settle_status(draft, initiators, attribution),
        responsibility=settle_responsibility(draft, initiators, targets, attribution, asked),
        background=main.background,
        framing=settle_framing(draft, initiators, targets, asked),
    )


def _settle_hit(draft: Draft, asked: Asked) -> Answer[str]:
    for telling in main_first(draft):
        for phrase in telling.hits:
            return Found(phrase.span.of(asked.text), phrase.span, phrase.rule or "en.roles.object")
    return _NOT_SAID


def _hash(report_id: str, trigger: Span, sentence: Span, event_type: str) -> str:
    key = f"{report_id}|{trigger.start}|{trigger.end}|{sentence.start}|{event_type}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
