"""Settle the figures of a claim: whom each counts, and which of two says more."""

import re
from collections.abc import Sequence

from according.model.answers import Actor, Harm, Kind, Toll
from according.model.evidence import Answer, Found, Span
from according.model.parsed import Sentence
from according.model.records import replace
from according.steps.extract.actors_resolving import resolve_actor
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import SIDELESS, Telling
from according.steps.extract.claims.victims import name_group
from according.steps.extract.phrases import find_children, find_token, read_phrase
from according.steps.extract.references import resolve_reference

_CAPITAL = re.compile(r"[A-Z]")
_NAMELESS = frozenset({"unidentified armed group", "unspecified opposition armed group"})
_ARMED = frozenset({"rebel", "militia", "communal", "gang", "state"})


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
    if toll.who == "unspecified" and words is not None and _CAPITAL.search(asked.text, words.start, words.end):
        side = _find_side(words, asked)
        return replace(toll, who=f"combatants:{side}") if side else toll
    if toll.who != "combatants":
        return toll
    if words is None:
        return replace(toll, who="combatants:unidentified armed group")
    own = _name_owner(words, telling, initiators, asked)
    if own is None and _ATTACKERS.match(asked.text, words.start, words.end):
        named = [one.value.name for one in initiators if isinstance(one, Found)]
        own = named[0] if len(named) == 1 else None
    group = own or name_group(words, telling.sentence, asked)
    if group in _NAMELESS:
        group = _name_loser(words, telling.sentence, asked) or group
    return replace(toll, who=f"combatants:{group}")


def _name_loser(words: Span, sentence: Sentence, asked: Asked) -> str | None:
    """Return whose the dead are in "the group lost five fighters"."""
    head = find_token(sentence, words)
    if head is None or head.dep != "dobj" or sentence.tokens[head.head].lemma != "lose":
        return None
    for subject in find_children(sentence, head.head, "nsubj"):
        phrase = read_phrase(sentence, subject, "en.roles.subject")
        answer = resolve_actor(phrase.span, subject.span, sentence, asked.text, asked.actors, asked.knowledge.actors)
        if not isinstance(answer, Found) or answer.value.is_generic:
            pointed = resolve_reference(phrase.span, sentence, asked.parsed, asked.actors)
            answer = pointed if isinstance(pointed, Found) else answer
        if isinstance(answer, Found) and answer.value.kind not in SIDELESS:
            return answer.value.name
    return None


def _find_side(words: Span, asked: Asked) -> str | None:
    """Return the armed side by whose name people are counted: "22 Houthis", "4 LNA killed"."""
    for one in asked.actors:
        if words.overlaps(one.span) and one.is_name and isinstance(one.answer, Found) and one.answer.value.kind in _ARMED:
            return one.answer.value.name
    return None


def _name_owner(words: Span, telling: Telling, initiators: Sequence[Answer[Actor]], asked: Asked) -> str | None:
    """Return whose fighters "its soldiers" are: of the last one named before in the sentence."""
    start = telling.sentence.span.start
    if not _OWN.search(asked.text, max(start, words.start - 10), words.start):
        return None
    before = [one for one in asked.actors if start <= one.span.start and one.span.end <= words.start and not one.is_generic]
    found = [one.answer.value for one in before if isinstance(one.answer, Found) and one.answer.value.kind not in SIDELESS]
    if found and _KILLING.search(asked.text, max(start, words.start - 40), words.start):
        doers = {one.value.name for one in (*telling.initiators, *initiators) if isinstance(one, Found)}
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
