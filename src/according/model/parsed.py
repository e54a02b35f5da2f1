"""A report after dissection: sentences, tokens with syntax, and quotes."""

from dataclasses import dataclass, field

from according.model.evidence import Span
from according.model.records import record
from according.model.report import BlockKind, Report


@record(frozen=True, slots=True)
class Token:
    """Hold one word with its syntax (Universal POS, Penn tag, ClearNLP dependency label)."""

    index: int  # in its sentence
    text: str
    span: Span
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int  # index of the head in the sentence; a root is its own head


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one sentence. `tokens` is empty where the gate let it pass unparsed; the rest is worked out from them."""

    index: int  # in the report
    span: Span
    block: BlockKind
    paragraph: int  # number of the block it stands in
    tokens: tuple[Token, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)  # of each token, in order
    lowered: tuple[str, ...] = field(init=False, repr=False, compare=False)  # each token's text in small letters, which many ask for
    words: frozenset[str] = field(init=False, repr=False, compare=False)  # the same, to look words up

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        lowered = tuple([token.text.lower() for token in self.tokens])
        object.__setattr__(self, "children", tuple(map(tuple, below)))
        object.__setattr__(self, "lowered", lowered)
        object.__setattr__(self, "words", frozenset(lowered))

    @property
    def is_parsed(self) -> bool:
        """Say whether the sentence has syntax."""
        return bool(self.tokens)


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold words in quotation marks, without the marks."""

    span: Span


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """Hold a report with its sentences in order and its quotes."""

    report: Report
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
