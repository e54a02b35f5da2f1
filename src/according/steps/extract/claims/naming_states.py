"""Say when a state's name means the state, its people, or only where something happened."""

from according.model.answers import Actor
from according.model.evidence import Answer, Found
from according.model.parsed import Sentence, Token
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import Phrase, find_children

STATE_RULES = frozenset({"en.actors.state", "en.actors.demonym"})
PEOPLE = "unspecified people"
SUFFERING = frozenset({"en.roles.object", "en.roles.noun-aimed-at", "en.roles.aimed-at", "en.roles.of", "en.roles.passive-subject"})
_CROWDS = frozenset("peaceful_protest violent_demonstration protest_with_intervention non_cooperation mob_violence displacement".split())
_A = frozenset({"a", "an", "another"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
_CLOSING = frozenset({"humanitarian_obstruction", "restriction", "threat"})
_CLOSED = frozenset({"of", "on", "against"})  # "a blockade of X"
_INVADING = frozenset({"invade", "invasion"})


def means_people(answer: Found[Actor], phrase: Phrase, sentence: Sentence, event_type: str) -> bool:
    """Say whether the people of a state are meant, and not the state: "seventeen Moldovans", "a massacre against Syrians"."""
    head = phrase.head
    if answer.rule not in STATE_RULES:
        return head.text == "Kurds" and event_type in _CROWDS
    if head.tag in {"NN", "NNP"}:
        return any(one.lemma in _A for one in find_children(sentence, head.index, "det"))  # "a Palestinian"
    is_plural = head.tag in {"NNS", "NNPS"}
    if is_plural and event_type in _CROWDS:
        return True
    if not is_plural or (head.pos != "PROPN" and phrase.rule in SUFFERING):
        return False
    return phrase.rule in SUFFERING or bool(find_children(sentence, head.index, "nummod"))


def to_people(answer: Found[Actor]) -> Actor:
    """Return the people that a state's name stands for."""
    return Actor(PEOPLE, kind="people", country=answer.value.country, is_generic=True)


def is_where(answer: Answer[Actor], phrase: Phrase, telling: Telling, sentence: Sentence, *, is_place: bool) -> bool:
    """Say whether a state's or a capital's name only tells where, and not against whom: "a raid in X", but "the invasion of X"."""
    is_capital = isinstance(answer, Found) and answer.rule == "en.actors.capital"
    if not (is_place or is_capital):
        return False
    head = _find_first(sentence, phrase.head)
    above = sentence.tokens[head.head]
    if head.dep == "pobj":
        if above.lemma == "by":
            return False
        return is_capital or not _is_dealt_with(above, telling, sentence)
    is_invaded = not is_capital and head.dep in {"dobj", "nsubjpass"} and above.lemma in _INVADING
    return head.dep not in _SUBJECTS and not is_invaded


def _is_dealt_with(preposition: Token, telling: Telling, sentence: Sentence) -> bool:
    """Say whether a preposition makes a state the other side: "attacks against X", "the blockade of X"."""
    if preposition.lemma == "against":
        return True
    if preposition.lemma not in _CLOSED:
        return False
    is_closing = telling.main.event_type in _CLOSING
    return is_closing or sentence.tokens[preposition.head].lemma in _INVADING


def _find_first(sentence: Sentence, head: Token) -> Token:
    """Return the first of a series, whose function the others share."""
    while head.dep == "conj" and head.head != head.index:
        head = sentence.tokens[head.head]
    return head
