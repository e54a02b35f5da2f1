"""Read at whom a threat, a protest or help is directed, where no object names it: "threatened to cut ties with X", "demands from X"."""

from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.phrases import Phrase, find_indexes, read_phrase
from according.steps.extract.roles_nouns import Sides
from according.steps.extract.roles_subjects import find_prepositional

ADDRESSED = "en.roles.addressed"  # only a state or a named actor counts there
_GIVING = frozenset({"aid_delivery"})
_DEMANDING = frozenset({"threat", "peaceful_protest", "non_cooperation", "violent_demonstration"})
_BEFORE_NOUN = frozenset({"compound", "amod", "poss", "nmod"})
_LOCATIVE = frozenset("in at near outside inside around across throughout of".split())


def find_addressed(sentence: Sentence, head: Token, trigger: Trigger, sides: Sides) -> list[Phrase]:
    """Return the phrases in which somebody may be addressed, the likelier first; none for other events."""
    if trigger.event_type in _GIVING:
        verb = _find_verb(sentence, head)
        given = find_prepositional(sentence, head, {"to", "for"}, ADDRESSED)
        return given or find_prepositional(sentence, verb, {"to", "for"}, ADDRESSED)
    if trigger.event_type not in _DEMANDING:
        return []
    taken = {phrase.head.index for phrase in sides.initiators}
    inside = find_indexes(sentence, _find_verb(sentence, head).index)
    found: dict[int, Phrase] = {}
    for token in sentence.tokens[head.index + 1 :]:
        if token.index in inside and token.text[:1].isupper() and token.pos in {"PROPN", "ADJ", "NOUN"}:
            top = _find_top(sentence, token)
            if top.index not in found and top.index not in taken:
                found[top.index] = read_phrase(sentence, top, ADDRESSED)
    near = [phrase for phrase in found.values() if not _is_where(sentence, phrase.head)]
    return near or (list(found.values()) if trigger.event_type == "threat" else [])


def _find_verb(sentence: Sentence, head: Token) -> Token:
    """Return the verb that carries an event's noun, or the word itself."""
    above = sentence.tokens[head.head]
    carries = head.pos not in {"VERB", "AUX"} and head.dep in {"dobj", "obj", "nsubjpass", "attr", "pobj"}
    if carries and head.dep == "pobj":
        above = sentence.tokens[above.head]
    return above if carries and above.pos in {"VERB", "AUX"} else head


def _find_top(sentence: Sentence, token: Token) -> Token:
    """Return the head of the noun phrase that a word stands in."""
    while token.dep in _BEFORE_NOUN and token.head > token.index:
        token = sentence.tokens[token.head]
    return token


def _is_where(sentence: Sentence, token: Token) -> bool:
    return token.dep == "pobj" and sentence.tokens[token.head].lemma in _LOCATIVE
