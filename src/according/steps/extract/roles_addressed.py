"""Read at whom a threat, a protest or help is directed, where no object names it: "threatened to cut ties with X", "demands from X"."""

from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.phrases import Phrase, find_children, find_indexes, read_phrase, read_phrases
from according.steps.extract.roles_nouns import Sides
from according.steps.extract.roles_subjects import find_prepositional

ADDRESSED = "en.roles.addressed"  # only a state or a named actor counts there
GIVEN = "en.roles.given-to"
GIVING = frozenset({"aid_delivery"})
_DEMANDING = frozenset({"threat", "peaceful_protest", "non_cooperation", "violent_demonstration"})
_DENYING = frozenset("deny refuse block bar withhold restrict cut".split())
_FOR = frozenset({"to", "for"})
_ACTS = frozenset(  # what is demanded of somebody, or protested against: "the resignation of X"
    "resignation ouster removal departure overthrow policy decision refusal failure violation dismissal trial impeachment arrest release "
    "killing treatment rule conduct abuse crime reign".split()
)
_BEFORE_NOUN = frozenset({"compound", "amod", "poss", "nmod"})
_LOCATIVE = frozenset("in at near outside inside around across throughout of".split())


def find_addressed(sentence: Sentence, head: Token, trigger: Trigger, sides: Sides) -> list[Phrase]:
    """Return the phrases in which somebody may be addressed, the likelier first; none for other events."""
    if trigger.event_type in GIVING:
        verb = _find_verb(sentence, head)
        given = [one for dative in find_children(sentence, verb.index, "dative") for one in _read_given(sentence, dative)]
        given = given or find_prepositional(sentence, head, _FOR, GIVEN) or find_prepositional(sentence, verb, _FOR, GIVEN)
        inner = [one for thing in find_children(sentence, verb.index, "dobj") for one in _find_for(sentence, thing)]
        return given or inner
    if trigger.event_type == "humanitarian_obstruction" and head.lemma in _DENYING:
        things = (head, *find_children(sentence, head.index, "dobj"))
        to = [one for thing in things for one in find_prepositional(sentence, thing, _FOR, "en.roles.denied-to")]
        return to or [one for dative in find_children(sentence, head.index, "dative") for one in _read_given(sentence, dative)]
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


def _read_given(sentence: Sentence, dative: Token) -> list[Phrase]:
    """Read "gave X a grant" and "gave a grant to X"."""
    inner = find_children(sentence, dative.index, "pobj") if dative.pos == "ADP" else [dative]
    return [phrase for one in inner for phrase in read_phrases(sentence, one, GIVEN)]


def _find_for(sentence: Sentence, thing: Token) -> list[Phrase]:
    """Read "500 tons of food to X", where what is given hangs below the number."""
    found = find_prepositional(sentence, thing, _FOR, GIVEN)
    for preposition in find_children(sentence, thing.index, "prep"):
        for inner in find_children(sentence, preposition.index, "pobj") if preposition.lemma == "of" and not found else ():
            found = find_prepositional(sentence, inner, _FOR, GIVEN)
    return found


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
    if token.dep != "pobj":
        return False
    preposition = sentence.tokens[token.head]
    is_act = preposition.lemma == "of" and sentence.tokens[preposition.head].lemma in _ACTS
    return preposition.lemma in _LOCATIVE and not is_act
