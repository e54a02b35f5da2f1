"""Which sentences of a copy say the same as its original. A changed number, name or "not" makes a sentence the copy's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from according.model.evidence import Span
from according.model.report import BlockKind, Report

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
_MOST_DROPPED = 0.4  # share of the original sentence's words that the copy may leave out
_LITTLE = frozenset(
    "a an and are as at be been being but by for from had has have he her his in into is it its of on or s she t "
    "than that the their them then "
    "there these they this those to was we were which while who whom whose with".split()
)
# Leaving one of these out changes what is claimed.
_WEIGHTY = frozenset(
    "accuse accused alleged allegedly almost although apparently attempted blamed cannot claim claimed claims could "
    "denied denies deny failed feared "
    "foiled if least may might more nearly never no nobody none nor not only over planned possibly reported "
    "reportedly says suspected threatened "
    "unconfirmed unless unlikely up will without would about around approximately dozens hundreds scores several "
    "thousands many some one two three "
    "four five six seven eight nine ten eleven twelve".split()
)
_REPORTED = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}
)


@dataclass(frozen=True, slots=True)
class _Said:
    span: Span
    words: frozenset[str]  # those that carry content
    weighty: frozenset[str]


def find_shared(copy: Report, original: Report) -> tuple[Span, ...]:
    """Find the stretches of a copy whose sentences all stand in the original, if shortened."""
    known = _Index(list(_read_sentences(original)))
    shared: list[Span] = []
    last_shared = False
    for said in _read_sentences(copy):
        is_shared = known.holds(said)
        if is_shared and last_shared and not copy.text[shared[-1].end : said.span.start].strip():
            shared[-1] = Span(shared[-1].start, said.span.end)
        elif is_shared:
            shared.append(said.span)
        last_shared = is_shared
    return tuple(shared)


class _Index:
    """Find the sentence of the original that a sentence of the copy comes from."""

    def __init__(self, sentences: Sequence[_Said]) -> None:
        pairs = [_together(one, other) for one, other in pairwise(sentences)]
        self._sentences = [*sentences, *pairs]
        self._by_word: dict[str, set[int]] = {}
        for number, said in enumerate(self._sentences):
            for word in said.words:
                self._by_word.setdefault(word, set()).add(number)

    def holds(self, said: _Said) -> bool:
        """Say whether a sentence of the original says all that this one says."""
        if not said.words:
            return True
        places = [self._by_word.get(word, set()) for word in sorted(said.words)]
        return any(_says_same(said, self._sentences[number]) for number in sorted(set.intersection(*places)))


def _says_same(said: _Said, source: _Said) -> bool:
    return said.weighty == source.weighty and len(source.words - said.words) <= _MOST_DROPPED * len(source.words)


def _together(one: _Said, other: _Said) -> _Said:
    return _Said(one.span, one.words | other.words, one.weighty | other.weighty)


def _read_sentences(report: Report) -> Iterator[_Said]:
    for block in report.blocks:
        if block.kind not in _REPORTED:
            continue
        start = block.span.start
        ends = [match.span() for match in _SENTENCE_END.finditer(report.text, block.span.start, block.span.end)]
        for end, next_start in [*ends, (block.span.end, block.span.end)]:
            yield _read(report.text, Span(start, max(start, end)))
            start = next_start


def _read(text: str, span: Span) -> _Said:
    words = frozenset(re.findall(r"\w+", span.of(text).casefold())) - _LITTLE
    weighty = frozenset(word for word in words if word in _WEIGHTY or any(character.isdigit() for character in word))
    return _Said(span, words, weighty)
