"""Walk from a place up to the words that tell of the event, and say what the way makes of the place."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from according.model.parsed import Sentence, Token
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_ancestors, find_children, find_token
from according.steps.extract.places import PlaceMention

_CONDITIONS = frozenset({"if", "unless", "since"})
_MOMENTS = frozenset({"after", "before", "following"})
_CLAUSES = frozenset({"acl", "relcl", "ccomp", "advcl"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass"})  # "a mine went off": where it went off is where the mine was
_FINITE = frozenset({"VBD", "VBZ", "VBP"})

_ORIGIN = re.compile(r"\b(?:from|native of|resident of)\s+(?:the\s+)?$", re.IGNORECASE)
_SENT = frozenset("fire launch come arrive send travel originate hail".split())
_REMOVED = frozenset(
    """abduct kidnap seize take capture remove rescue free release evacuate withdraw pull drive push expel oust dislodge clear
    displace snatch recapture retake wrest transfer move escape flee recover retrieve""".split()
)  # what is done to somebody who is there: "abducted two men from X"
_INSIDE = frozenset({"in", "at", "inside", "on"})
_SITTING = frozenset("position locate base station entrench hole deploy".split())
_FLED = frozenset({"flee", "escape", "displace"})
PREPOSITIONS = frozenset({"prep", "pobj", "compound", "nmod", "amod", "det", "poss", "appos", "conj", "flat"})


class Way(Enum):
    """What the syntax between a place and an event says."""

    OWN = auto()  # the place hangs on the event's words
    LOOSE = auto()  # it stands in the same sentence
    BESIDE = auto()  # it tells where something else happened, before or after
    HYPOTHETICAL = auto()  # it stands under "if", "unless", "since"
    SPEAKER = auto()  # it tells where somebody speaks: "according to officials in X"


def judge_way(telling: Telling, place: PlaceMention) -> Way:
    """Say how a place of a sentence stands to the event that it tells."""
    sentence = telling.sentence
    token = find_token(sentence, place.span)
    if token is None:
        return Way.LOOSE
    heads = {trigger.head for trigger in telling.triggers}
    heads |= {sentence.tokens[head].head for head in heads if sentence.tokens[head].dep in _ARGUMENTS}
    is_apart = False
    for one in _climb(sentence, token):
        if one.index in heads:
            return Way.LOOSE if is_apart else Way.OWN
        if one.lemma == "accord":
            return Way.SPEAKER
        if one.dep in ("advcl", "pcomp") and (way := _judge_clause(sentence, one, heads)) is not None:
            return way
        if (one.dep == "relcl" and _is_earlier_or_of_place(sentence, one, telling)) or _is_joined_on(one, heads):
            return Way.BESIDE
        is_apart = is_apart or one.dep in _CLAUSES
    return Way.LOOSE


def is_around(telling: Telling, place: PlaceMention) -> bool:
    """Say whether the event is told in a clause that only describes: "X lies in an area that is part of a zone agreed in May"."""
    sentence = telling.sentence
    token = find_token(sentence, place.span)
    if token is None:
        return False
    above = {one.index for one in _climb(sentence, token)}
    for one in _climb(sentence, sentence.tokens[telling.main.head]):
        if one.index in above:
            return False
        if one.dep in ("relcl", "acl") and one.tag != "VBG":
            return True
        if one.dep == "advcl" and not any(find_children(sentence, one.index, "nsubj", "nsubjpass", "mark")):
            return True
    return False


def _climb(sentence: Sentence, token: Token) -> Iterator[Token]:
    yield token
    yield from find_ancestors(sentence, token.index)


def _judge_clause(sentence: Sentence, verb: Token, heads: set[int]) -> Way | None:
    marks = {mark.lemma for mark in find_children(sentence, verb.index, "mark", "advmod")}
    if verb.dep == "pcomp":
        marks = {sentence.tokens[verb.head].lemma}
    if marks & _CONDITIONS:
        return Way.HYPOTHETICAL
    is_run_on = verb.dep == "advcl" and not marks and verb.tag in _FINITE and verb.head in heads  # its "after" hangs elsewhere
    return Way.BESIDE if is_run_on or marks & _MOMENTS else None


def _is_earlier_or_of_place(sentence: Sentence, verb: Token, telling: Telling) -> bool:
    """Read "whom they had taken in X last week" as another event, and "Y, where X is located" as a remark on Y."""
    if any(child.lemma == "have" and child.tag == "VBD" for child in find_children(sentence, verb.index, "aux")):
        return True
    described = sentence.tokens[verb.head].span
    return any(other.span.overlaps(described) or other.phrase.overlaps(described) for other in telling.places)


def _is_joined_on(verb: Token, heads: set[int]) -> bool:
    """Read "… and has received aid from X" as another event."""
    return verb.dep == "conj" and verb.pos in ("VERB", "AUX") and verb.head in heads


def is_origin(place: PlaceMention, sentence: Sentence, text: str) -> bool:
    """Say whether a place is only where somebody or something comes from: "fired from a district of Mosul"."""
    token = find_token(sentence, place.span)
    for one in (token, *find_ancestors(sentence, token.index)) if token else ():
        if one.dep == "prep" and one.lemma == "from":
            head, before = sentence.tokens[one.head], sentence.tokens[max(0, one.index - 1)]
            if head.lemma in _FLED and head.dep in _CLAUSES:
                return True  # "tents of people who fled from X"
            is_of_person = before.pos in ("NOUN", "PROPN") and head.lemma not in _REMOVED  # "killed a teacher from X"
            return head.lemma in _SENT or head.pos in ("NOUN", "PROPN") or is_of_person
        if (
            one.dep == "prep"
            and one.lemma in _INSIDE
            and sentence.tokens[one.head].dep in _CLAUSES
            and sentence.tokens[one.head].lemma in _SITTING
        ):
            return True  # "rebels positioned in X shelled Y"
        if one.dep not in PREPOSITIONS or (one.dep == "prep" and one.lemma != "of"):
            break  # "a teacher from X in Y": Y is no part of where he comes from
    return _ORIGIN.search(text, max(0, place.phrase.start - 12), place.phrase.start) is not None
