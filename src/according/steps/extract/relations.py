"""Answer what a report says about two actors: another name, an ally, a parent, a backer, an enemy."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.model.answers import Actor
from according.model.claim import ActorClaim
from according.model.evidence import Answer, Found, Span
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.actors_resolving import find_inside
from according.steps.extract.relations_patterns import (
    ALLIED,
    ALLY_AFTER,
    AND_ITS_ALLIES,
    BRACKET,
    BRACKET_END,
    DENIED,
    HYPHEN,
    IN_BRACKET,
    OR,
    PATTERNS,
    SUPPORTED,
    Pattern,
)
from according.steps.extract.relations_words import RelatingWords, find_relating_words

_NAMED: Final = frozenset({"name", "alias", "abbreviation", "former", "introduced", "unknown"})
_LOOSE: Final = frozenset({"country", "demonym", "capital"})
_GROUPS: Final = frozenset({"rebel", "militia", "state", "gang", "international"})
_APPOSED: Final = re.compile(r"\s*,\s+(?:an?|the|one of)\s")  # "X, a militia": the name says more
_REACH: Final = 140  # characters between two names
_LISTED: Final = re.compile(r"^\s*(?:,|and|,\s*and|or)\s*(?:the\s+)?$")
_SIDES: Final = frozenset(
    {"name", "alias", "abbreviation", "former", "introduced", "unknown", "label", "arm", "country", "demonym", "capital"}
)


def find_actor_claims(parsed: ParsedReport, mentions: tuple[ActorMention, ...], registry: ActorRegistry) -> tuple[ActorClaim, ...]:
    """Return what the sentences of a report say about pairs of actors, each pair once."""
    found: dict[tuple[str, str, str], ActorClaim] = {}
    text = parsed.report.text
    insides = {sentence.index: inside for sentence in parsed.sentences if (inside := find_inside(sentence.span, mentions))}
    if not insides:
        return ()
    words = find_relating_words(text)
    for sentence in words.find_sentences([one for one in parsed.sentences if one.index in insides]):
        inside = insides[sentence.index]
        for claim in (*_read_sentence(sentence, _find_ends(inside, text), words), *_read_names(sentence, inside, text, registry)):
            key = (claim.relation, _label(claim.subject), _label(claim.object))
            if key[1] != key[2] or claim.relation in {"formerly known as", "alias"}:
                found.setdefault(key, claim)
    return tuple(found.values())


def _find_ends(inside: tuple[ActorMention, ...], text: str) -> list[ActorMention]:
    """Return the mentions that can stand in a relation: names, states, and words for a group that no name stands right beside."""
    ends: list[ActorMention] = []
    for number, one in enumerate(inside):
        if one.form in _SIDES:
            ends.append(one)
        elif isinstance(one.answer, Found) and one.answer.value.kind in _GROUPS:
            before = text[inside[number - 1].span.end : one.span.start] if number else "."
            after = text[one.span.end : inside[number + 1].span.start] if number + 1 < len(inside) else "."
            if before.strip("’'s ") and after.strip() and not _APPOSED.match(before):
                ends.append(one)
    return ends


def _read_sentence(sentence: Sentence, here: list[ActorMention], words: RelatingWords) -> list[ActorClaim]:
    text = words.text
    claims: list[ActorClaim] = []
    for number, first in enumerate(here):
        for place in range(number + 1, min(number + 5, len(here))):
            second = here[place]
            if _is_bracketed(first, second, text):
                claims.append(_claim(BRACKET, first, second, sentence, text))
                continue
            between = _bare(words.lowered, first.span, second.span, here[number + 1 : place])
            pattern = _match(between, first, second, words)
            if pattern is None:
                continue
            objects = _listed(here, place, text) if not pattern.turned else [second]
            claims += [_claim(pattern, first, one, sentence, text) for one in objects]
            break
    return claims


def _read_names(sentence: Sentence, inside: tuple[ActorMention, ...], text: str, registry: ActorRegistry) -> Iterator[ActorClaim]:
    """Read who backs a group out of what it is called: "Ruritania-backed rebels", where that is a name of its own."""
    for one in inside:
        match = HYPHEN.search(one.span.of(text)) if one.form in _NAMED else None
        named = registry.find_named(match["who"]) if match else ()
        if match and len(named) == 1:
            span = Span(one.span.start, one.span.start + match.end("who"))
            way = ALLIED if match["how"] in {"allied", "aligned", "affiliated"} else SUPPORTED
            backer = Found(registry.to_actor(named[0]), span, way.rule)
            yield ActorClaim(way.relation, one.answer, backer, sentence.span, way.rule)


def _match(between: str, first: ActorMention, second: ActorMention, words: RelatingWords) -> Pattern | None:
    """Return the first way to say a relation that the words between two names fit."""
    if len(between) > _REACH or not words.may_relate(first.span, second.span) or DENIED.search(between):
        return None
    fitting, may_be_allies = _list_fitting(first.form, second.form)
    for pattern in fitting:  # each begins where the words between begin
        if pattern.between.match(between) and (pattern.after is None or pattern.after.match(words.lowered, second.span.end)):
            return pattern
    if may_be_allies and AND_ITS_ALLIES.between.match(between) and ALLY_AFTER.match(words.lowered, second.span.end):
        return AND_ITS_ALLIES
    return OR if OR.between.match(between) and _label(first.answer) == _label(second.answer) else None


def _is_bracketed(first: ActorMention, second: ActorMention, text: str) -> bool:
    """Say whether the second name stands in brackets behind the first and is a short or other form of it."""
    if first.form not in _NAMED or second.form not in _NAMED or second.span.start - first.span.end > 60:
        return False
    between, is_same = text[first.span.end : second.span.start], _label(first.answer) == _label(second.answer)
    if not BRACKET.between.search(between):
        return is_same and bool(IN_BRACKET.search(between) and BRACKET_END.match(text, second.span.end))
    word = second.span.of(text)
    is_short = len(word) < 11 and sum(letter.isupper() for letter in word) > 1 and " " not in word
    return bool(BRACKET_END.match(text, second.span.end)) and (is_short or is_same)


def _bare(text: str, first: Span, second: Span, inside: list[ActorMention]) -> str:
    """Return the words between two mentions, without a bracket that only abbreviates the first."""
    start = first.end
    for one in inside:
        if text[start : one.span.start].strip() == "(" and text[one.span.end : one.span.end + 1] == ")":
            start = one.span.end + 1
    return text[start : second.start] if start <= second.start else ""


@lru_cache(maxsize=256)  # there are 13 forms
def _list_fitting(first: str, second: str) -> tuple[tuple[Pattern, ...], bool]:
    """Return the patterns that mentions of two forms can stand in, and whether they can be allies."""
    return tuple([one for one in PATTERNS if _fits(one, first, second)]), _fits(AND_ITS_ALLIES, first, second)


def _fits(pattern: Pattern, first: str, second: str) -> bool:
    """Say whether two forms can stand in the relation: a country may back a group, but is no branch of one."""
    subject, other = (second, first) if pattern.turned else (first, second)
    if pattern.relation in {"alias", "formerly known as"} and "generic" in {subject, other}:
        return False
    if pattern.rule == "en.relations.supports":
        return other in {"country", "name", "alias"} and subject != "country" and not subject == other == "generic"
    if pattern.relation == "supported by":
        return subject not in _LOOSE
    if pattern.relation in {"allied with", "fighting against"}:
        return not {subject, other} & {"demonym", "capital"} and not subject == other == "country"
    return subject not in _LOOSE and other not in _LOOSE


def _listed(here: list[ActorMention], place: int, text: str) -> list[ActorMention]:
    """Return a mention and those that go on its list: "the US, Saudi Arabia and Turkey"."""
    found = [here[place]]
    for following in here[place + 1 :]:
        if following.form == "demonym":
            break
        if not _LISTED.match(text[found[-1].span.end : following.span.start]) and text[found[-1].span.end : following.span.start].strip():
            break
        found.append(following)
    return found


def _claim(pattern: Pattern, first: ActorMention, second: ActorMention, sentence: Sentence, text: str) -> ActorClaim:
    subject, other = (second, first) if pattern.turned else (first, second)
    object_: Answer[Actor] = other.answer
    if pattern.relation in {"formerly known as", "alias"}:
        object_ = _keep_words(other, text)
    return ActorClaim(pattern.relation, subject.answer, object_, sentence.span, pattern.rule)


def _keep_words(mention: ActorMention, text: str) -> Answer[Actor]:
    """Return the actor under the very name that the text gives, for a claim about names."""
    if not isinstance(mention.answer, Found):
        return mention.answer
    old = mention.answer.value
    kept = Actor(mention.span.of(text), old.actor_id, old.kind, old.side, old.country, old.is_generic)
    return Found(kept, mention.span, mention.answer.rule)


def _label(answer: Answer[Actor]) -> str:
    return answer.value.name if isinstance(answer, Found) else str(answer.span)
