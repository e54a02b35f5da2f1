"""Walk a sentence's syntax: children, subtrees, noun phrases."""

from collections.abc import Iterator
from dataclasses import dataclass

from according.model.evidence import Span
from according.model.parsed import Sentence, Token

_LEFT_OUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "parataxis", "advcl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold a noun phrase: its head token and its words, without relative clauses and appositions."""

    head: Token
    span: Span
    rule: str = ""  # which path in the syntax led to it


def find_children(sentence: Sentence, head: int, *labels: str) -> Iterator[Token]:
    """Yield the direct dependents of a token, all or those with the given labels, in order."""
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if not labels or token.dep in labels:
            yield token


def find_subtree(sentence: Sentence, head: int, skip: frozenset[str] = frozenset()) -> list[Token]:
    """Return the token and all below it in order, leaving out branches whose label is to be skipped."""
    wanted = {head}
    frontier = [head]
    while frontier:
        top = frontier.pop()
        for child in find_children(sentence, top):
            if child.dep not in skip and child.index not in wanted:
                wanted.add(child.index)
                frontier.append(child.index)
    return [token for token in sentence.tokens if token.index in wanted]


def read_phrase(sentence: Sentence, head: Token, rule: str = "") -> Phrase:
    """Return the noun phrase of a head: the contiguous words around it."""
    indexes = {token.index for token in find_subtree(sentence, head.index, _LEFT_OUT)}
    for agent in find_children(sentence, head.index, "prep"):
        if agent.lemma == "by":  # "the shelling of the town by the army": who did it is no part of what it was done to
            indexes -= {token.index for token in find_subtree(sentence, agent.index)}
    first = last = head.index
    while first - 1 in indexes or (first - 2 in indexes and first >= 2 and sentence.tokens[first - 1].dep == "punct"):
        first -= 1
    while last + 1 in indexes or (
        last + 2 in indexes and sentence.tokens[last + 1].dep == "punct" and sentence.tokens[last + 1].text in "-'’"
    ):
        last += 1
    return Phrase(head, Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end), rule)


def read_phrases(sentence: Sentence, head: Token, rule: str = "") -> list[Phrase]:
    """Return the phrase of a head and those coordinated with it."""
    found = [read_phrase(sentence, head, rule)]
    for other in find_children(sentence, head.index, "conj"):
        if other.pos in NOMINAL:
            found += read_phrases(sentence, other, rule)
    return found


def find_ancestors(sentence: Sentence, index: int) -> Iterator[Token]:
    """Yield the heads above a token, nearest first."""
    seen = {index}
    while (head := sentence.tokens[index].head) not in seen:
        seen.add(head)
        index = head
        yield sentence.tokens[index]


def find_token(sentence: Sentence, span: Span) -> Token | None:
    """Return the syntactic top token of a span of the sentence."""
    inside = [token for token in sentence.tokens if token.span.overlaps(span)]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), None)
