"""Walk a sentence's syntax: children, subtrees, noun phrases."""

from bisect import bisect_right
from collections.abc import Iterator

from according.model.evidence import Span, get_end
from according.model.parsed import Sentence, Token
from according.model.records import record

_LEFT_OUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "parataxis", "advcl"})
_INNER = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "predet", "case", "punct", "advmod", "prt"})
_HYPHENS = "-'’"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


@record(frozen=True, slots=True)
class Phrase:
    """Hold a noun phrase: its head token and its words, without relative clauses and appositions."""

    head: Token
    span: Span
    rule: str = ""  # which path in the syntax led to it


def find_children(sentence: Sentence, head: int, *labels: str) -> list[Token]:
    """Return the direct dependents of a token, all or those with the given labels, in order."""
    below = sentence.children[head]
    if not below:
        return []
    tokens = sentence.tokens
    if not labels:
        return [tokens[child] for child in below]
    return [token for child in below if (token := tokens[child]).dep in labels]


def find_subtree(sentence: Sentence, head: int, skip: frozenset[str] = frozenset()) -> list[Token]:
    """Return the token and all below it in order, leaving out branches whose label is to be skipped."""
    return [sentence.tokens[index] for index in sorted(find_indexes(sentence, head, skip))]


def find_indexes(sentence: Sentence, head: int, skip: frozenset[str] = frozenset()) -> set[int]:
    """Return the index of a token and of all below it, leaving out branches whose label is to be skipped."""
    tokens, children = sentence.tokens, sentence.children
    wanted = {head}
    frontier = [head]
    while frontier:
        for child in children[frontier.pop()]:
            if child not in wanted and tokens[child].dep not in skip:
                wanted.add(child)
                frontier.append(child)
    return wanted


def read_phrase(sentence: Sentence, head: Token, rule: str = "") -> Phrase:
    """Return the noun phrase of a head: the contiguous words around it."""
    tokens = sentence.tokens
    if not sentence.children[head.index]:
        return Phrase(head, head.span, rule)
    indexes = find_indexes(sentence, head.index, _LEFT_OUT)
    for child in sentence.children[head.index]:
        if tokens[child].lemma == "by" and tokens[child].dep == "prep":
            indexes -= find_indexes(sentence, child)  # "the shelling of the town by the army": who did it is no part of what it was done to
    first = last = head.index
    while first - 1 in indexes or (first - 2 in indexes and first >= 2 and tokens[first - 1].dep == "punct"):
        first -= 1
    while last + 1 in indexes or (last + 2 in indexes and tokens[last + 1].dep == "punct" and tokens[last + 1].text in _HYPHENS):
        last += 1
    return Phrase(head, Span(tokens[first].span.start, tokens[last].span.end), rule)


def read_phrases(sentence: Sentence, head: Token, rule: str = "") -> list[Phrase]:
    """Return the phrase of a head and those coordinated with it."""
    found = [read_phrase(sentence, head, rule)]
    for child in sentence.children[head.index]:
        other = sentence.tokens[child]
        if other.dep == "conj" and other.pos in NOMINAL:
            found += read_phrases(sentence, other, rule)
    return found


def read_series(sentence: Sentence, head: Token, rule: str = "") -> list[Phrase]:
    """Return the phrases that stand in one series after a preposition, also where the parser broke it at a comma."""
    found = read_phrases(sentence, head, rule)
    while (following := _find_next_of_series(sentence, found[-1])) is not None:
        found += read_phrases(sentence, following, rule)
    return found


def _find_next_of_series(sentence: Sentence, phrase: Phrase) -> Token | None:
    """Return the head of the noun phrase that a comma or "and" joins to a phrase."""
    tokens = sentence.tokens
    at = next((token.index for token in tokens[phrase.head.index :] if token.span.start >= phrase.span.end), len(tokens))
    start = at
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].lemma == "and"):
        at += 1
    if at == start or at >= len(tokens):
        return None
    head = at
    while head < len(tokens) and tokens[head].dep in _INNER and tokens[head].head > head:
        head += 1
    return tokens[head] if head < len(tokens) and tokens[head].pos in {"NOUN", "PROPN"} else None


def find_ancestors(sentence: Sentence, index: int) -> Iterator[Token]:
    """Yield the heads above a token, nearest first."""
    tokens = sentence.tokens
    while (head := tokens[index].head) != index:  # a root is its own head
        index = head
        yield tokens[index]


def find_token(sentence: Sentence, span: Span) -> Token | None:
    """Return the syntactic top token of a span of the sentence."""
    tokens, end = sentence.tokens, span.end
    first = last = bisect_right(tokens, span.start, key=get_end)
    while last < len(tokens) and tokens[last].span.start < end:
        last += 1
    for token in tokens[first:last]:
        if not first <= token.head < last or token.head == token.index:
            return token
    return None
