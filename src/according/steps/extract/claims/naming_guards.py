"""Say which phrases in a role name nobody who can act: events, places, peoples, labels, words that the parser cut."""

import re
from collections.abc import Sequence

from according.model.answers import Actor
from according.model.parsed import Sentence, Token
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.claims.telling import SIDELESS, Telling
from according.steps.extract.phrases import Phrase, find_children
from according.steps.extract.roles_nouns import MODIFIER

_NO = frozenset({"no", "which", "what"})
ARTICLES = frozenset({"a", "an", "another"})
_LABELS = frozenset({"terrorist", "terror"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_SO_CALLED = re.compile(r"\s*(?:the\s+)?(?:so[ -]called\s+)?[\"“‘']?")
_OF = re.compile(r"\bof(?:\s+the)?(?:\s+so[ -]called)?$")
_OF_ENDS = ("of", "the", "called")  # with which every match ends


def is_cut_before_name(phrase: Phrase, mentions: Sequence[ActorMention], text: str) -> bool:
    """Say whether the parser cut "terrorists of" from "the so-called Islamic State", which is read by itself."""
    end = phrase.span.end
    if not text.endswith(_OF_ENDS, 0, end) or not _OF.search(text, phrase.span.start, end):
        return False
    behind = next((one for one in mentions if one.is_name and one.span.start >= end), None)
    return behind is not None and _SO_CALLED.fullmatch(text, end, behind.span.start) is not None


def is_nobody(phrase: Phrase, sentence: Sentence) -> bool:
    """Say whether a phrase only denies or asks: "none of the group's positions", "which aircraft"."""
    head = phrase.head
    return head.lemma.lower() == "none" or any(one.lemma in _NO for one in find_children(sentence, head.index, "det"))


def names_event(head: Token, telling: Telling) -> bool:
    """Say whether a word names the event itself."""
    start, end = head.span.start, head.span.end
    return any(one.head == head.index or (one.span.start <= start and end <= one.span.end) for one in telling.triggers)


def is_party(actor: Actor, phrase: Phrase) -> bool:
    """Say whether words that only modify or are only addressed name somebody who can act."""
    if phrase.rule == MODIFIER:
        return actor.kind not in SIDELESS and phrase.head.lemma not in _LABELS  # calling it a terrorist attack does not say whose it was
    return not actor.is_generic or actor.kind == "state"


def is_motion(head: Token, sentence: Sentence) -> bool:
    """Say whether "movement" is what moves and no group: "all movement is targeted"."""
    before = find_children(sentence, head.index, "det", "poss", "compound", "amod")
    return all(one.lemma in {"all", "any", "no"} for one in before)
