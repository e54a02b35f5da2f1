"""Say which telling of a sentence a date, a place or a figure belongs to, by the syntax between them."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from according.model.evidence import Span, get_start
from according.model.parsed import Sentence, Token
from according.steps.extract.claims.linking import PARTING
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_ancestors, find_children, find_subtree, find_token


def find_owner(sentence: Sentence, words: Span, tellings: Sequence[Telling]) -> int | None:
    """Return the number of the telling whose trigger stands above the words in the syntax, or None if none does."""
    token = find_token(sentence, words)
    if token is None:
        return None
    heads = _list_heads(sentence, tellings)
    path = [token, *find_ancestors(sentence, token.index)]
    for number, one in enumerate(path):
        if one.index in heads:
            return heads[one.index]
        if number and one.dep in {"advcl", "pcomp"} and _has_parting_mark(sentence, one):
            inside = {below.index for below in find_subtree(sentence, one.index)}
            return next((owner for head, owner in heads.items() if head in inside), None)
    return None


def _has_parting_mark(sentence: Sentence, verb: Token) -> bool:
    marks = {child.lemma for child in find_children(sentence, verb.index, "mark", "advmod", "prep")}
    above = sentence.tokens[verb.head].lemma if verb.dep == "pcomp" else ""
    return bool(PARTING & (marks | {above}))


def find_nearest(words: Span, tellings: Sequence[Telling]) -> int:
    """Return the number of the telling whose trigger stands nearest in the text."""
    return min(range(len(tellings)), key=lambda number: min(_gap(words, trigger.span) for trigger in tellings[number].triggers))


def _list_heads(sentence: Sentence, tellings: Sequence[Telling]) -> dict[int, int]:
    """Return for each token of a trigger the number of the last telling that it belongs to."""
    heads: dict[int, int] = {}
    for number, telling in enumerate(tellings):
        own: set[int] = set()
        for trigger in telling.triggers:
            own.add(trigger.head)
            end = trigger.span.end
            for token in islice(sentence.tokens, bisect_left(sentence.tokens, trigger.span.start, key=get_start), None):
                if token.span.end > end:
                    break
                own.add(token.index)
        for index in sorted(own):
            heads[index] = number
    return heads


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
