"""Read the parties of an agreement, whose sides have no order: who agreed, and who brokered it for others."""

from according.model.parsed import Sentence, Token
from according.steps.extract.phrases import Phrase, find_children
from according.steps.extract.roles_nouns import Sides, find_between
from according.steps.extract.roles_subjects import find_agents, find_prepositional, find_subjects

AGREED = frozenset({"agreement", "ceasefire_declared"})
_BROKERING = frozenset("broker mediate sponsor facilitate negotiate arrange".split())
_HAVING = frozenset("have reach sign strike conclude seal make observe accept approve enter maintain keep".split())
_RULE = "en.roles.party"


def read_parties(sentence: Sentence, head: Token) -> Sides | None:
    """Return the parties that the words name, or None where they name none in a way of their own."""
    is_between = bool(find_between(sentence, head))
    noun = head if is_between or head.pos not in {"VERB", "AUX"} else _find_deal(sentence, head)
    if noun is None:
        return None
    parties = find_between(sentence, noun)
    brokers = _find_brokers(sentence, noun)
    if brokers and parties:
        return Sides(brokers, parties)
    if len(parties) > 2:
        return Sides(parties, [])
    if len(parties) == 2:
        return Sides(parties[:1], parties[1:])
    return _read_with(sentence, noun)


def _find_deal(sentence: Sentence, verb: Token) -> Token | None:
    """Return the deal of "agreed under a deal between X and Y"."""
    if find_children(sentence, verb.index, "nsubj", "agent"):
        return None
    for preposition in find_children(sentence, verb.index, "prep"):
        for noun in find_children(sentence, preposition.index, "pobj"):
            if find_between(sentence, noun):
                return noun
    return None


def _find_brokers(sentence: Sentence, noun: Token) -> list[Phrase]:
    found: list[Phrase] = []
    for child in find_children(sentence, noun.index, "acl", "relcl"):
        if child.lemma in _BROKERING:
            found += find_agents(sentence, child, "en.roles.broker")
    for preposition in find_children(sentence, noun.index, "prep"):
        for inner in find_children(sentence, preposition.index, "pobj"):
            for other in (inner, *find_children(sentence, inner.index, "conj")):
                for child in find_children(sentence, other.index, "acl", "relcl"):
                    if preposition.lemma == "between" and child.lemma in _BROKERING:
                        found += find_agents(sentence, child, "en.roles.broker")
    return found


def _read_with(sentence: Sentence, noun: Token) -> Sides | None:
    """Read "X have had a truce with Y"."""
    verb = sentence.tokens[noun.head]
    if noun.dep not in {"dobj", "obj"} or verb.pos not in {"VERB", "AUX"} or verb.lemma not in _HAVING:
        return None
    others = find_prepositional(sentence, noun, {"with"}, _RULE) or find_prepositional(sentence, verb, {"with"}, _RULE)
    first = find_subjects(sentence, verb)
    return Sides(first, others) if first and others else None
