"""Turn an event as a model tells it into a claim: its words found in the sentence, and read by our own readers."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from according.model.answers import Actor, Harm, Kind, Speaker, Status, Toll, When, Where
from according.model.claim import Claim
from according.model.evidence import Answer, Found, Reason, Span, Unresolved
from according.model.parsed import Token
from according.model.records import replace
from according.model.trigger import Strength, Trigger
from according.steps.extract.actors_resolving import resolve_actor
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.speakers import read_chains
from according.steps.extract.llm.grounding import Grounding
from according.steps.extract.llm.replies import Told, ToldToll
from according.steps.extract.phrases import find_token
from according.steps.extract.references import resolve_reference
from according.steps.extract.status import judge_reality
from according.steps.extract.tolls import TollMention, find_tolls

RULE = "llm"
_NOT_SAID = Unresolved(Reason.NOT_MENTIONED)
_NOBODY = "combatants:unidentified armed group"
T = TypeVar("T")


def build_claim(told: Told, grounding: Grounding, asked: Asked) -> Claim | None:
    """Return the claim that the sentence bears out; None where not even the event's own words stand in it."""
    trigger = grounding.find("event", told.trigger)
    if trigger is None:
        return None
    report_id, sentence = asked.parsed.report.report_id, grounding.sentence
    targets = _find_actors("target", told.targets, trigger, grounding, asked)
    return Claim(
        claim_id=_hash(report_id, trigger, told.event_type),
        report_id=report_id,
        kind=_say(Kind(told.kind), trigger),
        event_type=_say(told.event_type, trigger),
        acled_sub_event=asked.knowledge.event_types.acled_sub_event(told.event_type),
        evidence=(sentence.span,),
        initiators=_find_actors("initiator", told.initiators, trigger, grounding, asked),
        targets=targets,
        civilians_targeted=_find_civilians(targets),
        weapon=_find_weapon(told.weapon, trigger, grounding),
        hit=_NOT_SAID,
        when=_find_when(told.date, trigger, grounding, asked),
        where=_find_where(told.place, trigger, grounding, asked),
        tolls=tuple(_find_tolls(told.tolls, grounding, asked)),
        attribution=tuple(_find_speakers(told.speakers, trigger, grounding, asked)),
        status=_find_status(told, trigger, grounding, asked),
        responsibility=(),
        background=None,
    )


def _say(value: T, span: Span) -> Found[T]:
    return Found(value, span, RULE, None)


def _hash(report_id: str, trigger: Span, event_type: str) -> str:
    return hashlib.sha256(f"{report_id}|{RULE}|{trigger.start}|{trigger.end}|{event_type}".encode()).hexdigest()[:16]


def _find_civilians(targets: Sequence[Answer[Actor]]) -> Answer[bool]:
    civilians = (one.span for one in targets if isinstance(one, Found) and "civilians" in {one.value.kind, one.value.name})
    return next((_say(True, span) for span in civilians), _NOT_SAID)


def _find_actors(role: str, told: Sequence[str], trigger: Span, grounding: Grounding, asked: Asked) -> tuple[Answer[Actor], ...]:
    """Return everybody in a role under the names that the registry has; words that it cannot resolve stay open."""
    found: dict[str, Answer[Actor]] = {}
    for words in told:
        span = grounding.find(role, words, trigger)
        if span is not None:
            answer = _resolve(span, grounding, asked)
            found.setdefault(answer.value.name if isinstance(answer, Found) else str(span), answer)
    return tuple(found.values())


def _resolve(span: Span, grounding: Grounding, asked: Asked) -> Answer[Actor]:
    sentence = grounding.sentence
    head = find_token(sentence, span)
    answer = resolve_actor(span, head.span if head else span, sentence, asked.text, asked.actors, asked.knowledge.actors)
    if isinstance(answer, Unresolved) and answer.reason is Reason.UNRESOLVED_REFERENCE:
        answer = resolve_reference(span, sentence, asked.parsed, asked.actors)
    if isinstance(answer, Found):
        return _say(answer.value, span)
    reason = Reason.UNKNOWN_NAME if answer.reason is Reason.NOT_MENTIONED else answer.reason  # the words are there
    return Unresolved(reason, span, answer.candidates)


def _find_weapon(told: str | None, trigger: Span, grounding: Grounding) -> Answer[str]:
    span = grounding.find("weapon", told, trigger)
    return _say(span.of(grounding.text), span) if span else _NOT_SAID


def _find_when(told: str | None, trigger: Span, grounding: Grounding, asked: Asked) -> Answer[When]:
    span = grounding.find("date", told, trigger)
    if span is None:
        return _NOT_SAID
    read = [one for one in asked.dates if one.span.overlaps(span)]
    if not read:
        return Unresolved(Reason.NOT_A_DATE, span)
    answer = max(read, key=lambda one: _share(one.span, span)).answer
    return _say(answer.value, answer.span) if isinstance(answer, Found) else answer


def _find_where(told: str | None, trigger: Span, grounding: Grounding, asked: Asked) -> Answer[Where]:
    span = grounding.find("place", told, trigger)
    if span is None:
        return _NOT_SAID
    read = [one for one in asked.places if one.span.overlaps(span)]
    if not read:
        return Unresolved(Reason.UNKNOWN_NAME, span)
    first = min(read, key=lambda one: (one.locates is not None, one.span))  # "Jayrud near Damascus" is Jayrud
    return _say(first.answer.value, first.answer.span) if isinstance(first.answer, Found) else first.answer


def _find_tolls(told: Sequence[ToldToll], grounding: Grounding, asked: Asked) -> Iterator[Found[Toll]]:
    """Yield the figures that our own reader finds in the words too, with the same harm."""
    read = find_tolls(grounding.sentence, asked.text) if told else ()
    taken: set[TollMention] = set()
    for one in told:
        span = grounding.find("toll", one.words)
        if span is None:
            continue
        alike = [mention for mention in read if mention.span.overlaps(span) and mention.answer.value.harm is Harm(one.harm)]
        if not alike:
            grounding.drop("toll", one.words, f"no number of people {one.harm} is read in these words")
        for mention in alike:
            if mention not in taken:
                taken.add(mention)
                yield _say(_name_who(mention, grounding, asked), mention.answer.span)


def _name_who(mention: TollMention, grounding: Grounding, asked: Asked) -> Toll:
    toll = mention.answer.value
    if toll.who != "combatants":
        return toll
    answer = _resolve(mention.who_span, grounding, asked) if mention.who_span else None
    return replace(toll, who=f"combatants:{answer.value.name}" if isinstance(answer, Found) else _NOBODY)


def _find_speakers(told: Sequence[str], trigger: Span, grounding: Grounding, asked: Asked) -> Iterator[Found[Speaker]]:
    """Yield each speaker once, under the name that our own reader gives it where it takes it for one too."""
    seen: set[str] = set()
    for words in told:
        span = grounding.find("speaker", words, trigger)
        if span is None:
            continue
        speaker = _read_speaker(span, asked) or Speaker(span.of(asked.text), "unknown")
        if speaker.name not in seen:
            seen.add(speaker.name)
            yield _say(replace(speaker, chain=len(seen)), span)


def _read_speaker(span: Span, asked: Asked) -> Speaker | None:
    for mention in asked.attributions:
        if any(speaker.span.overlaps(span) for speaker in mention.speakers):
            return next(one.value for chain in read_chains(mention, asked) for one in chain if one.span.overlaps(span))
    return None


def _find_status(told: Told, trigger: Span, grounding: Grounding, asked: Asked) -> Found[Status]:
    """Return what is said of the event's reality; "happened" has no words to be found, so there our own reader decides."""
    if told.status != Status.HAPPENED.value:
        span = grounding.find("status", told.status_words or told.status, trigger)
        if span is not None:
            return _say(Status(told.status), span)
    head = find_token(grounding.sentence, trigger)
    word = Trigger(RULE, told.event_type, trigger, grounding.sentence.index, head.index if head else 0, Strength.EVENT, _is_noun(head))
    status = judge_reality(grounding.sentence, word, asked.text, asked.knowledge.cues).status
    return _say(status.value, status.span)


def _is_noun(head: Token | None) -> bool:
    return head is not None and head.pos in {"NOUN", "PROPN"}


def _share(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
