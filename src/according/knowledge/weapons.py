"""What words name a weapon, and of which class it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from according.knowledge.reading import read_shapes
from according.model.records import record
from according.text.letters import lower_evenly

_WORD = re.compile(r"(?<![\w-])\w+")


@dataclass(frozen=True, slots=True)
class WeaponClass:
    """List the words for one class of weapons.

    Args:
        name: aerial, drone, artillery, rocket, missile, ied, suicide, mine, grenade, chemical, small arms or cold.
        words: singular forms; a plural s is understood.
    """

    name: str
    words: tuple[str, ...]


@record(frozen=True, slots=True)
class WeaponHit:
    """Hold a weapon's words in a text."""

    start: int
    end: int
    name: str  # of its class


@dataclass(frozen=True)
class Weapons:
    """Find weapons in texts."""

    classes: tuple[WeaponClass, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted({word.lower() for one in self.classes for word in one.words}, key=lambda word: (-len(word), word))
        body = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") for word in words)
        return re.compile(rf"({body})(?:s|es)?(?![\w])")  # asked of small letters

    @cached_property
    def _class_of(self) -> dict[str, str]:
        return {re.sub(r"[\s-]+", " ", word.lower()): one.name for one in self.classes for word in one.words}

    @cached_property
    def _starts(self) -> frozenset[str]:
        words = [word.lower() for one in self.classes for word in one.words]
        firsts = (first for word in words for first in (re.split(r"[\s-]", word)[0], re.split(r"\s", word)[0].replace("-", "")))
        return frozenset(form for first in firsts for form in (first, f"{first}s", f"{first}es"))

    def may_name(self, words: Iterable[str]) -> bool:
        """Say whether one of some lower-case words can begin the name of a weapon."""
        return not self._starts.isdisjoint(words)

    def find_hits(self, text: str) -> tuple[WeaponHit, ...]:
        """Return the weapons named in a text, in order, the longest name winning."""
        starts, find, lowered = self._starts, self._pattern.match, lower_evenly(text)
        matches = [match for word in _WORD.finditer(lowered) if word[0] in starts and (match := find(lowered, word.start()))]
        hits = [WeaponHit(match.start(), match.end(), self._classify(match[1])) for match in matches]
        return tuple([hit for number, hit in enumerate(hits) if number == 0 or hit.start >= hits[number - 1].end])

    def classify(self, words: str) -> str | None:
        """Return the class of the first weapon in some words, if there is one; poison wins over what carries it."""
        hits = self.find_hits(words)
        if not hits:
            return None
        return next((hit.name for hit in hits if hit.name in {"chemical", "suicide"}), hits[0].name)

    def _classify(self, word: str) -> str:
        key = re.sub(r"[\s-]+", " ", word.lower())
        return self._class_of.get(key) or self._class_of.get(key.replace(" ", "")) or "unknown"


def load_weapons(directories: Iterable[Path], language: str = "en") -> Weapons:
    """Read `languages/<language>/weapons.toml` of each directory; the words of a later one are added.

    Raises:
        KnowledgeError: if a file does not fit.
    """
    words: dict[str, tuple[str, ...]] = {}
    for directory in directories:
        path = directory / "languages" / language / "weapons.toml"
        if path.exists():
            for one in read_shapes(path, "class", WeaponClass):
                words[one.name] = tuple(dict.fromkeys((*words.get(one.name, ()), *one.words)))
    return Weapons(tuple(WeaponClass(name, words[name]) for name in sorted(words)))
