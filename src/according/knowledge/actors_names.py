"""Fold names to one spelling, and find many of them in a text at once, word by word."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from anyascii import anyascii

from according.model.records import record

_MARKS = "'’‘ʼʿʾ`´"
_WORD = re.compile(  # it starts with one class of characters, for which the engine has a fast search
    r"[^\W_](?:(?<=[A-Za-z])\.(?:[A-Za-z]\.)+|(?<=[A-Za-z])\.(?:[A-Za-z]\.)*[A-Za-z](?![\w'])"
    rf"|[^\W_]*(?:[{_MARKS}][^\W_]+)*['’ʼ]?)"
)
_DROPPED = str.maketrans("", "", _MARKS + ".")
_ENDS = frozenset("'’ʼ")
_JOINED = frozenset(" -‐‑‒–\u00a0\u200b\t\n")


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of a text.

    Args:
        keys: each word in lower case, in ASCII, without apostrophes and dots.
        matches: where each stands.
    """

    text: str
    keys: list[str]
    matches: list[re.Match[str]]

    def __len__(self) -> int:
        return len(self.keys)

    def start(self, number: int) -> int:
        """Return where a word starts."""
        return self.matches[number].start()

    def end(self, number: int) -> int:
        """Return where a word ends."""
        return self.matches[number].end()

    def joins(self, number: int) -> bool:
        """Say whether only blanks or a hyphen stand between a word and the one before."""
        if number == 0:
            return False
        gap = self.text[self.matches[number - 1].end() : self.matches[number].start()]
        return gap == " " or (len(gap) < 4 and all(mark in _JOINED for mark in gap))


@functools.lru_cache(maxsize=256)  # several questions split the same sentence
def find_words(text: str) -> Words:
    """Split a text into folded words."""
    matches = list(_WORD.finditer(text))
    return Words(text, [_fold_word(match[0]) for match in matches], matches)


@functools.lru_cache(maxsize=16384)  # the words of a language are few
def _fold_word(raw: str) -> str:
    key = raw.lower() if raw.isascii() else anyascii(raw).lower()
    return key if key.isalnum() else key.translate(_DROPPED)


def fold_name(name: str) -> str:
    """Return a name in its folded form, for comparing.

    >>> fold_name("Hay’at Tahrir al-Shām")
    'hayat tahrir al sham'
    """
    return " ".join(find_words(name).keys)


@dataclass(slots=True)
class _Node:
    below: dict[str, "_Node"] = field(default_factory=dict)
    uses: tuple["NameUse", ...] = ()
    is_plain: bool = True  # no use asks how the words are written


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


@record(frozen=True, slots=True)
class NameHit:
    """Hold a name found in a text: the numbers of its first and its last word, and for whom it stands."""

    first: int
    last: int
    uses: tuple[NameUse, ...]
    cut: int = 0  # letters of a possessive ending that are not part of the name


class NameIndex:
    """Find names by their words, the longest first.

    Args:
        starts: the words with which a name can start.
    """

    __slots__ = ("_root", "starts")

    def __init__(self, names: Iterable[tuple[str, NameUse]]) -> None:
        self._root = _Node()
        for key, use in names:
            node = self._root
            for word in key.split():
                node = node.below.setdefault(word, _Node())
            if use not in node.uses and key:
                node.uses = (*node.uses, use)
                node.is_plain = node.is_plain and not use.exact and not use.has_capital
        self.starts = frozenset(form for key in self._root.below for form in (key, f"{key}s"))

    def get(self, key: str) -> tuple[NameUse, ...]:
        """Return the uses of a folded name."""
        node: _Node | None = self._root
        for word in key.split():
            node = node.below.get(word) if node else None
        return node.uses if node else ()

    def find_at(self, words: Words, first: int) -> NameHit | None:
        """Return the longest name that starts at a word."""
        keys, size = words.keys, len(words.keys)
        node, best, number = self._root, None, first
        while number < size:
            key = keys[number]
            after = node.below.get(key)
            stem = node.below.get(key[:-1]) if key[-1:] == "s" else None
            if (after is None and stem is None) or (number > first and not words.joins(number)):
                break
            hit = None
            if after is not None and after.uses:
                hit = _keep_written(after, words, first, number, 1 if words.text[words.end(number) - 1] in _ENDS else 0)
            if hit is None and stem is not None and stem.uses and len(key) > 3:
                hit = _keep_written(stem, words, first, number, _measure_possessive(words.matches[number][0]))
            best = hit or best
            node = after or stem or node
            number += 1
        return best


def _measure_possessive(raw: str) -> int:
    """Return how many letters the ending of a possessive has, whose apostrophe may be lost."""
    return 2 if len(raw) > 2 and raw[-2] in _ENDS else 1


def _keep_written(node: _Node, words: Words, first: int, last: int, cut: int) -> NameHit | None:
    """Return the uses of a name that allow how the text writes it."""
    if node.is_plain:
        return NameHit(first, last, node.uses, cut)
    raw = words.text[words.start(first) : words.end(last) - cut]
    plain = raw.replace(".", "")
    has_capital = raw.lower() != raw
    uses = tuple([use for use in node.uses if (not use.exact or use.exact == plain) and (has_capital or not use.has_capital)])
    if not uses:
        return None
    return NameHit(first, last, node.uses if len(uses) == len(node.uses) else uses, cut)
