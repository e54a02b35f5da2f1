"""Fold names to one spelling, and find many of them in a text at once, word by word."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from anyascii import anyascii

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|(?:[A-Za-z]\.)+[A-Za-z](?![\w'])|[^\W_]+(?:['’‘ʼʿʾ`´][^\W_]+)*['’ʼ]?")
_MARKS = str.maketrans("", "", "'’‘ʼʿʾ`´.")
_JOINED = frozenset(" -‐‑‒–\u00a0\u200b\t\n")
_ASSIMILATED = frozenset("an as ash at ad ar az".split())
_SUN = {"n", "s", "sh", "t", "th", "d", "dh", "r", "z"}


class Word(NamedTuple):
    """Hold a word of a text, folded; a tuple, because an article makes many hundreds of them.

    Args:
        key: lower case, ASCII, without apostrophes and dots.
        joins: only blanks or a hyphen stand between it and the word before.
        hyphen: a hyphen stands right before it.
    """

    key: str
    start: int
    end: int
    joins: bool
    hyphen: bool


@functools.lru_cache(maxsize=256)  # several questions split the same sentence
def find_words(text: str) -> tuple[Word, ...]:
    """Split a text into folded words."""
    lowered = text.lower() if text.isascii() else None
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        key = lowered[start:end] if lowered is not None else _fold_word(match[0])
        if not key.isalnum():
            key = key.translate(_MARKS)
        gap = text[last:start]
        if gap == " ":
            joins, hyphen = True, False
        else:
            joins = len(gap) < 4 and all(mark in _JOINED for mark in gap)
            hyphen = joins and gap != "" and gap.strip() == gap
        found.append(Word(key, start, end, joins and last > 0, hyphen))
        last = end
    return tuple(found)


def _fold_word(raw: str) -> str:
    return raw.lower() if raw.isascii() else anyascii(raw).lower()


def fold_name(name: str) -> str:
    """Return a name in its folded form, for comparing.

    >>> fold_name("Hay’at Tahrir al-Shām")
    'hayat tahrir al sham'
    """
    return " ".join(word.key for word in find_words(name))


def index_spellings(groups: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the groups of equal spellings by the first word of each member."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for group in groups:
        for first in sorted({member.split()[0] for member in group}):
            found[first] = (*found.get(first, ()), group)
    return found


def vary_name(name: str, spellings: dict[str, tuple[tuple[str, ...], ...]]) -> frozenset[str]:
    """Return the folded name with the other usual spellings of its words and of the Arabic article."""
    first = fold_name(name)
    forms = {first}
    for group in dict.fromkeys(group for word in first.split() for group in spellings.get(word, ())):
        for form in sorted(forms):
            padded = f" {form} "
            forms |= {padded.replace(f" {one} ", f" {other} ").strip() for one in group if f" {one} " in padded for other in group}
    for form in sorted(forms):
        forms |= set(_vary_article(form))
    return frozenset(forms)


def _vary_article(form: str) -> Iterator[str]:
    words = form.split()
    for number, word in enumerate(words[:-1]):
        if word not in {"al", "el"} and (word not in _ASSIMILATED or number == 0):
            continue
        after = words[number + 1]
        sun = {start for start in _SUN if after.startswith(start)}
        if word not in {"al", "el"} and not (sun and word[1:] in sun):
            continue
        articles = {"al", "el"} | {f"a{start}" for start in sun if len(start) == 1 or start == "sh"}
        for article in sorted(articles):
            yield " ".join([*words[:number], article, *words[number + 1 :]])
        if len(after) > 3:
            yield " ".join([*words[:number], f"al{after}", *words[number + 2 :]])


@dataclass(slots=True)
class _Node:
    below: dict[str, "_Node"] = field(default_factory=dict)
    uses: tuple["NameUse", ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class NameUse:
    """Say for whom a name stands, and how.

    Args:
        owner: id of an actor, source, or generic entry.
        form: name, alias, abbreviation, former, label, leader, country, capital, demonym, generic.
        exact: the letters in the text must be written just so ("IS", "US"); empty when case says nothing.
        has_capital: the text must have a capital letter in it ("Southern Front" is a name, a southern front is not).
    """

    owner: str
    form: str
    exact: str = ""
    has_capital: bool = False


@dataclass(frozen=True, slots=True)
class NameHit:
    """Hold a name found in a text: the numbers of its first and its last word, and for whom it stands."""

    first: int
    last: int
    uses: tuple[NameUse, ...]
    cut: int = 0  # letters of a possessive ending that are not part of the name


class NameIndex:
    """Find names by their words, the longest first."""

    __slots__ = ("_root",)

    def __init__(self, names: Iterable[tuple[str, NameUse]]) -> None:
        self._root = _Node()
        for key, use in names:
            node = self._root
            for word in key.split():
                node = node.below.setdefault(word, _Node())
            if use not in node.uses and key:
                node.uses = (*node.uses, use)

    def may_start(self, key: str) -> bool:
        """Say whether a name can start with this word."""
        return key in self._root.below or key[:-1] in self._root.below

    def get(self, key: str) -> tuple[NameUse, ...]:
        """Return the uses of a folded name."""
        node: _Node | None = self._root
        for word in key.split():
            node = node.below.get(word) if node else None
        return node.uses if node else ()

    def find_at(self, words: tuple[Word, ...], first: int, text: str) -> NameHit | None:
        """Return the longest name that starts at a word."""
        node, best = self._root, None
        if not self.may_start(words[first].key):
            return None
        for number in range(first, len(words)):
            word = words[number]
            if number > first and not word.joins:
                break
            for cut, key in _find_stems(word, text):
                after = node.below.get(key)
                if after and after.uses and (uses := _keep_exact(after.uses, text[words[first].start : word.end - cut])):
                    best = NameHit(first, number, uses, cut)
                    break
            following = node.below.get(word.key) or (node.below.get(word.key[:-1]) if word.key.endswith("s") else None)
            if following is None:
                break
            node = following
        return best


def _find_stems(word: Word, text: str) -> Iterator[tuple[int, str]]:
    """Yield the word, then the word without the ending of a possessive, whose apostrophe may be lost."""
    yield (1 if text[word.end - 1] in "'’ʼ" else 0), word.key
    if word.key.endswith("s") and len(word.key) > 3:
        raw = text[word.start : word.end]
        yield (2 if len(raw) > 2 and raw[-2] in "'’ʼ" else 1), word.key[:-1]


def _keep_exact(uses: tuple[NameUse, ...], raw: str) -> tuple[NameUse, ...]:
    plain = raw.replace(".", "")
    return tuple(use for use in uses if (not use.exact or use.exact == plain) and (not use.has_capital or raw.lower() != raw))
