"""Walk the syntax of one sentence: children, subtrees, ancestors, and the spans that they cover."""

from collections.abc import Iterable, Iterator

from according.model.evidence import Span
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
        seen = {index}
        while self.tokens[index].head not in seen:
            index = self.tokens[index].head
            seen.add(index)
            yield self.tokens[index]

    def span_of(self, indexes: Iterable[int]) -> Span | None:
        """Return the stretch of text from the first to the last of some tokens; none for none."""
        spans = [self.tokens[index].span for index in indexes]
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def grow_tree(sentence: Sentence) -> Tree:
    """Return the tree of a parsed sentence."""
    return Tree(sentence.tokens, sentence.children)
