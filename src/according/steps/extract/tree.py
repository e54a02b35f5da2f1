"""Walk the syntax of one sentence: children, subtrees, ancestors, and the spans that they cover."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from according.model.evidence import Span, get_end, get_start
from according.model.parsed import Sentence, Token
from according.model.records import record


@record(frozen=True, slots=True)
class Tree:
    """Hold a parsed sentence with the children of every token."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def find_children(self, index: int, *labels: str) -> tuple[Token, ...]:
        """Return the children of a token, all or those with one of the labels."""
        below = self.children[index]
        if not below:
            return ()
        tokens = self.tokens
        if labels:
            return tuple([token for child in below if (token := tokens[child]).dep in labels])
        return tuple([tokens[child] for child in below])

    def find_subtree(self, index: int, without: frozenset[int] = frozenset()) -> tuple[int, ...]:
        """Return the indexes under a token, itself included, in order of the text; branches in `without` are left out."""
        if not self.children[index]:
            return () if index in without else (index,)
        found: list[int] = []
        open_: list[int] = [index]
        while open_:
            current = open_.pop()
            if current in without:
                continue
            found.append(current)
            open_.extend(self.children[current])
        return tuple(sorted(found))

    def find_ancestors(self, index: int) -> Iterator[Token]:
        """Yield the heads above a token, nearest first."""
        tokens = self.tokens
        while (head := tokens[index].head) != index:  # a root is its own head
            index = head
            yield tokens[index]

    def span_of(self, indexes: Iterable[int]) -> Span | None:
        """Return the stretch of text from the first to the last of some tokens; none for none."""
        some = tuple(indexes)
        return Span(self.tokens[min(some)].span.start, self.tokens[max(some)].span.end) if some else None


def find_inside(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """Return those of a sentence's tokens that lie wholly in a stretch of the text."""
    first = bisect_left(tokens, span.start, key=get_start)
    return tokens[first : bisect_right(tokens, span.end, first, key=get_end)]


def find_over(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """Return those of a sentence's tokens that share a character with a stretch of the text."""
    first = bisect_right(tokens, span.start, key=get_end)
    return tokens[first : bisect_left(tokens, span.end, first, key=get_start)]


def grow_tree(sentence: Sentence) -> Tree:
    """Return the tree of a parsed sentence."""
    return Tree(sentence.tokens, sentence.children)
