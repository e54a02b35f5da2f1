"""Find the actors that a phrase without a name means together: "both sides", "the groups known as X and Y"."""

import re
from collections.abc import Sequence

from according.model.answers import Actor
from according.model.evidence import Basis, Found
from according.model.parsed import Sentence
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.phrases import Phrase, find_children, find_subtree

_SIDES = re.compile(
    r"(?:both|the two|the warring|the rival|the opposing|all|either)(?:\s+of\s+the)?\s+(?:sides?|part(?:y|ies))", re.IGNORECASE
)
_FIGHTING = frozenset({"state", "rebel", "militia", "communal", "gang", "international", "police"})
_CALLING = frozenset({"know", "call", "name", "dub", "include"})


def is_both_sides(phrase: Phrase, text: str) -> bool:
    """Say whether a phrase means both of two without naming them."""
    return phrase.head.lemma in {"side", "party"} and _SIDES.fullmatch(phrase.span.of(text)) is not None


def find_sides(phrase: Phrase, sentence: Sentence, mentions: Sequence[ActorMention], text: str) -> tuple[Found[Actor], ...]:
    """Return the two that "both sides" means: those between whom the sentence says something, before it."""
    if not is_both_sides(phrase, text):
        return ()
    start = text.rfind("between", sentence.span.start, phrase.span.start)
    found: dict[str, Found[Actor]] = {}
    for one in mentions:
        if (
            start <= one.span.start < phrase.span.start
            and start >= 0
            and isinstance(one.answer, Found)
            and one.answer.value.kind in _FIGHTING
        ):
            found.setdefault(one.answer.value.name, Found(one.answer.value, phrase.span, "en.references.both-sides", Basis.INHERITED))
    return tuple(found.values())[:2] if len(found) > 1 else ()


def find_called(phrase: Phrase, sentence: Sentence, mentions: Sequence[ActorMention]) -> tuple[Found[Actor], ...]:
    """Return the names in "militants of the groups known as X and Y"."""
    if not sentence.children[phrase.head.index]:
        return ()
    holders = [phrase.head.index]
    for preposition in find_children(sentence, phrase.head.index, "prep"):
        holders += [inner.index for inner in find_children(sentence, preposition.index, "pobj")]
    for holder in holders:
        for verb in find_children(sentence, holder, "acl"):
            if verb.lemma in _CALLING:
                below = find_subtree(sentence, verb.index)
                start, end = below[0].span.start, below[-1].span.end
                inside = [one for one in mentions if one.is_name and start <= one.span.start < end and isinstance(one.answer, Found)]
                return tuple(one.answer for one in inside if isinstance(one.answer, Found))
    return ()
