"""Turn the tellings of one event into a claim: every question answered, or said to be open."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from according.model.answers import Actor, Harm, Kind, Toll
from according.model.claim import Claim
from according.model.evidence import Answer, Found, Reason, Span, Unresolved
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.authorship import settle_responsibility
from according.steps.extract.claims.casting import main_first, settle_initiators, settle_targets
from according.steps.extract.claims.doubts import settle_status
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.claims.victims import judge_civilians_targeted, name_counted, name_group
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
    tolls = name_counted(tolls, targets)
    attribution = settle_attribution(draft, asked)
    report_id = asked.parsed.report.report_id
    event_type = main.event_type
    return Claim(
        claim_id=_hash(report_id, main.main.span, first.sentence.span, event_type.value),
        report_id=report_id,
        kind=main.kind,
        event_type=event_type,
        acled_sub_event=asked.knowledge.event_types.acled_sub_event(event_type.value),
        evidence=tuple(sorted({telling.sentence.span for telling in draft.tellings})),
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


def settle_tolls(draft: Draft, initiators: Sequence[Answer[Actor]], asked: Asked) -> tuple[Found[Toll], ...]:
    """Return every figure once, the fuller wording where two say the same."""
    kept: dict[tuple[Harm, str, int | None, int | None], Found[Toll]] = {}
    for telling in draft.tellings:
        for mention in telling.tolls:
            toll = _name_who(mention.answer.value, mention.who_span, telling, initiators, asked)
            key = (toll.harm, toll.who, toll.low, toll.high)
            if key not in kept:
                is_running = telling.kind.value is Kind.TALLY
                toll = toll if toll.is_running_total == is_running else replace(toll, is_running_total=is_running)
                kept[key] = mention.answer if toll is mention.answer.value else replace(mention.answer, value=toll)
    return tuple(_drop_vaguer(_drop_unhedged(list(kept.values()))))


def _drop_unhedged(tolls: list[Found[Toll]]) -> list[Found[Toll]]:
    """Drop "43 killed" where "at least 43" stands too: one count, told with less care."""
    hedged = {(one.value.harm, one.value.who, one.value.low) for one in tolls if one.value.wording == "at least"}
    return [one for one in tolls if one.value.wording != "exact" or (one.value.harm, one.value.who, one.value.low) not in hedged]


_OWN = re.compile(r"\b(?:its|our)\s+(?:own\s+)?$", re.IGNORECASE)
_KILLING = re.compile(
    r"\b(?:kill|wound|injur|captur|captive|arrest|detain|eliminat|neutrali[sz]|liquidat)\w*\s+[^,.;]{0,30}$", re.IGNORECASE
)
_ATTACKERS = re.compile(r"(?:\w+\s+)?(?:attackers?|assailants?|assaulters?)\b", re.IGNORECASE)


def _name_who(toll: Toll, words: Span | None, telling: Telling, initiators: Sequence[Answer[Actor]], asked: Asked) -> Toll:
    if toll.who != "combatants":
        return toll
    if words is None:
        return replace(toll, who="combatants:unidentified armed group")
    own = _name_owner(words, telling, asked)
    if own is None and _ATTACKERS.match(asked.text, words.start, words.end):
        named = [one.value.name for one in initiators if isinstance(one, Found)]
        own = named[0] if len(named) == 1 else None
    return replace(toll, who=f"combatants:{own or name_group(words, telling.sentence, asked)}")


def _name_owner(words: Span, telling: Telling, asked: Asked) -> str | None:
    """Return whose fighters "its soldiers" are: of the last one named before in the sentence."""
    start = telling.sentence.span.start
    if not _OWN.search(asked.text, max(start, words.start - 10), words.start):
        return None
    before = [one for one in asked.actors if start <= one.span.start and one.span.end <= words.start and not one.is_generic]
    found = [one.answer.value for one in before if isinstance(one.answer, Found) and one.answer.value.kind not in {"civilians", "people"}]
    if found and _KILLING.search(asked.text, max(start, words.start - 40), words.start):
        doers = {one.value.name for one in telling.initiators if isinstance(one, Found)}
        return None if found[-1].name in doers else found[-1].name  # nobody is said to kill his own
    return found[-1].name if found else None


def _drop_vaguer(tolls: list[Found[Toll]]) -> list[Found[Toll]]:
    """Drop "70 people" where "70 civilians" stands too: one count told twice."""
    kept = []
    for found in tolls:
        toll = found.value
        is_vaguer = toll.who == "unspecified" and any(
            other.value.harm is toll.harm
            and (other.value.low, other.value.high) == (toll.low, toll.high)
            and other.value.who != "unspecified"
            for other in tolls
            if other is not found and (toll.low or toll.high)
        )
        if not is_vaguer:
            kept.append(found)
    return kept


def _settle_hit(draft: Draft, asked: Asked) -> Answer[str]:
    for telling in main_first(draft):
        for phrase in telling.hits:
            return Found(phrase.span.of(asked.text), phrase.span, phrase.rule or "en.roles.object")
    return _NOT_SAID


def _hash(report_id: str, trigger: Span, sentence: Span, event_type: str) -> str:
    key = f"{report_id}|{trigger.start}|{trigger.end}|{sentence.start}|{event_type}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
