"""Read the loaded words that sources use, which are kept as theirs and never become a name or a type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from according.knowledge.actors_generic import Example
from according.knowledge.cues import split_words
from according.knowledge.reading import read_shapes


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """Hold words that judge whom or what they name.

    Args:
        words: each form that is found.
        labels: actor ("terrorists"), act ("liberated", said of who did it or to whom), thing ("occupied zone"), or name ("so-called X").
        of: whom it labels: itself, the name beside it, the object of the verb, or nobody.
    """

    id_: str
    words: tuple[str, ...]
    labels: str
    of: str
    example: tuple[Example, ...]
    counterexample: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Framings:
    """Hold all loaded words.

    Args:
        by_anchor: for the longest word of each form the pattern of the forms that hold it; one of these words is in every loaded phrase.
        owners: the id of the entry for each form, in small letters and with blanks for hyphens.
    """

    entries: Mapping[str, LoadedWord]
    by_anchor: Mapping[str, re.Pattern[str]]
    owners: Mapping[str, str]

    def find_in(self, text: str) -> list[tuple[int, int, LoadedWord]]:
        """Return start, end and entry of each loaded phrase in a text, in order, the longest where several begin at one word."""
        anchors = self.by_anchor.keys() & split_words(text)
        if not anchors:
            return []
        hits = {match.span() for anchor in anchors for match in self.by_anchor[anchor].finditer(text)}
        found: list[tuple[int, int, LoadedWord]] = []
        for start, end in sorted(hits, key=lambda span: (span[0], -span[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end, self.entries[self.owners[_fold(text[start:end])]]))
        return found


def load_framing(directories: tuple[Path, ...], language: str = "en") -> Framings:
    """Read languages/<language>/framing.toml; a later directory replaces entries of the same id."""
    found: dict[str, LoadedWord] = {}
    for directory in directories:
        path = directory / "languages" / language / "framing.toml"
        if path.exists():
            found |= {entry.id_: entry for entry in read_shapes(path, "framing", LoadedWord)}
    owners: dict[str, str] = {}
    for entry in found.values():
        for word in entry.words:
            owners.setdefault(_fold(word), entry.id_)
    phrases: dict[str, list[str]] = {}
    for phrase in owners:
        phrases.setdefault(max(phrase.split(), key=lambda word: (len(word), word)), []).append(phrase)
    patterns = {anchor: _compile(some) for anchor, some in phrases.items()}
    patterns |= {f"{anchor}s": pattern for anchor, pattern in patterns.items() if f"{anchor}s" not in patterns}
    return Framings(MappingProxyType(found), MappingProxyType(patterns), MappingProxyType(owners))


def _fold(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _compile(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of some phrases; the ending of a possessive may have lost its apostrophe."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    bodies = (r"[\s-]+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"\b(?:{'|'.join(bodies)})(?=s?\b)", re.IGNORECASE)
