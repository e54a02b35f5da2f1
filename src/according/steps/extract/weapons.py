"""Answer with what: the words in an event's own clause that name a weapon."""

from collections.abc import Sequence

from according.knowledge.weapons import WeaponHit, Weapons
from according.model.evidence import Found, Span
from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.phrases import find_ancestors, find_children

_DOWNED = frozenset({"interception", "aircraft_downed"})
_FLYING = frozenset({"drone", "missile", "rocket"})
_WITH = frozenset({"with", "using", "by"})
_STORES = frozenset("depot cache store warehouse stockpile arsenal dump factory workshop".split())
_STORED = frozenset({"oil", "fuel", "gas", "water", "storage", "petrol"})
_SHOOTING = frozenset("fire drop launch use throw hurl lob plant detonate".split())


def find_named(sentence: Sentence, text: str, weapons: Weapons) -> tuple[WeaponHit, ...]:
    """Return the weapons that a sentence names, in order."""
    if not weapons.may_name(sentence.words):
        return ()
    return tuple(weapons.find_hits(sentence.span.of(text)))


def find_weapon(
    sentence: Sentence, triggers: Sequence[Trigger], all_heads: set[int], named: Sequence[WeaponHit], text: str
) -> Found[str] | None:
    """Return the weapon of an event: inside its trigger, or hanging on it with no other trigger between; what was used before what acted.

    A drone that flies, what was shot down and what lay in store are no weapons of the event.
    """
    heads = {trigger.head for trigger in triggers}
    best: tuple[int, Found[str]] | None = None
    for hit in named:
        span = Span(sentence.span.start + hit.start, sentence.span.start + hit.end)
        token = next((one for one in sentence.tokens if one.span.overlaps(span)), None)
        if token is None or _is_no_weapon(sentence, token, hit.name) or not _belongs(sentence, token, span, triggers, heads, all_heads):
            continue
        top = _find_top(sentence, token)
        rank = _rank(sentence, top, hit.name)
        if rank is None or (hit.name in _FLYING and _is_downed(top, triggers)):
            continue
        if best is None or rank < best[0]:
            best = rank, Found(span.of(text), span, "en.weapons.named")
    return best[1] if best else None


def _is_no_weapon(sentence: Sentence, token: Token, name: str) -> bool:
    """Say whether "Club" is a part of a name and nothing to hit with, and a tank one for oil."""
    is_vessel = token.lemma == "tank" and any(one.lemma in _STORED for one in find_children(sentence, token.index, "compound", "amod"))
    return (name == "cold" and token.pos == "PROPN") or is_vessel


def _belongs(sentence: Sentence, token: Token, span: Span, triggers: Sequence[Trigger], heads: set[int], all_heads: set[int]) -> bool:
    if any(trigger.span.overlaps(span) for trigger in triggers):
        return True
    above = (one.index for one in (token, *find_ancestors(sentence, token.index)) if one.index in all_heads)
    return next(above, None) in heads


def _find_top(sentence: Sentence, token: Token) -> Token:
    """Return the head of the noun phrase that a word stands in: "rounds" of "mortar rounds"."""
    while token.dep in {"compound", "amod", "nmod", "poss"} and token.head > token.index:
        token = sentence.tokens[token.head]
    return token


def _rank(sentence: Sentence, top: Token, name: str) -> int | None:
    """Rank how clearly a weapon was used: with it, shot, named; None for a drone that acts by itself and for what lay in store."""
    above = sentence.tokens[top.head]
    if top.dep == "pobj" and above.lemma in _WITH:
        return 0
    if top.dep in {"dobj", "nsubjpass"} and above.lemma in _SHOOTING:
        return 1
    if top.dep == "pobj" and above.lemma == "of" and sentence.tokens[above.head].lemma in _STORES:
        return None
    return None if name == "drone" and top.dep in {"nsubj", "conj"} else 2


def _is_downed(top: Token, triggers: Sequence[Trigger]) -> bool:
    return any(trigger.event_type in _DOWNED for trigger in triggers) and top.dep in {"dobj", "nsubjpass", "pobj", "conj"}
