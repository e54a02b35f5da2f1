"""What a language's words are like, beside any rule: irregular forms, word classes, light verbs and words of quantity."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from according.errors import KnowledgeError
from according.knowledge.inflection import inflect_phrase
from according.knowledge.reading import fit, read_toml


@dataclass(frozen=True, slots=True)
class WordClass:
    """Give a list of words a name, which rules refer to as `@name`."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """Hold what the rules of one language share.

    Args:
        verbs: irregular verbs, the forms of each separated by spaces, the base first.
        nouns: irregular nouns, likewise.
        light_verbs: verbs that carry a noun of action: `carry out` an attack.
        quantity_nouns: nouns that only count another: a `wave` of strikes.
    """

    code: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light_verbs: tuple[str, ...] = ()
    quantity_nouns: tuple[str, ...] = ()
    word_class: tuple[WordClass, ...] = ()

    @cached_property
    def _verbs(self) -> dict[str, tuple[str, ...]]:
        return {line.split()[0]: tuple(dict.fromkeys(line.split())) for line in self.verbs}

    @cached_property
    def _nouns(self) -> dict[str, tuple[str, ...]]:
        return {line.split()[0]: tuple(dict.fromkeys(line.split())) for line in self.nouns}

    def inflect(self, phrase: str, part: str) -> tuple[str, ...]:
        """Return the forms of a word or phrase, read as a verb, a noun or any."""
        return inflect_phrase(phrase, part, self._verbs, self._nouns)

    def is_irregular(self, verb: str) -> bool:
        """Say whether a verb, given by its base, has forms of its own."""
        return verb in self._verbs

    def expand(self, words: Iterable[str]) -> frozenset[str]:
        """Return all forms of some words; `@class` stands for the words of a class, and `@name` for none.

        Raises:
            KnowledgeError: if there is no such class.
        """
        key = tuple(words)
        found = self._expanded.get(key)  # asked often, and a long key takes its time
        if found is None:
            found = self._expanded[key] = self._expand(key)
        return found

    @cached_property
    def _expanded(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}  # rules ask for the same lists in every sentence

    def _expand(self, words: tuple[str, ...]) -> frozenset[str]:
        classes = {one.name: one.words for one in self.word_class}
        found: set[str] = set()
        for word in words:
            if word == "@name":
                continue
            if word.startswith("@") and word[1:] not in classes:
                raise KnowledgeError(f"there is no word class `{word}`", cure=f"Known classes: {', '.join(sorted(classes))}.")
            for one in classes[word[1:]] if word.startswith("@") else (word,):
                found.update(self.inflect(one, "any"))
        return frozenset(found)

    @cached_property
    def light_verb_forms(self) -> frozenset[str]:
        """Return all forms of the light verbs."""
        return frozenset(form for verb in self.light_verbs for form in self.inflect(verb, "verb"))

    @cached_property
    def quantity_forms(self) -> frozenset[str]:
        """Return all forms of the nouns that only count another."""
        return frozenset(form for noun in self.quantity_nouns for form in self.inflect(noun, "noun"))


def load_language(directories: Iterable[Path], code: str) -> Language:
    """Read `languages/<code>/language.toml`; the lists of a later directory are added to those of an earlier one.

    Raises:
        KnowledgeError: if no directory has the file, or one does not fit.
    """
    parts = []
    for directory in directories:
        path = directory / "languages" / code / "language.toml"
        if path.exists():
            parts.append(fit(read_toml(path), Language, where=str(path)))
    if not parts:
        raise KnowledgeError(f"there is no language `{code}`", cure=f"Add languages/{code}/language.toml.")
    return Language(
        code,
        verbs=_join(part.verbs for part in parts),
        nouns=_join(part.nouns for part in parts),
        light_verbs=_join(part.light_verbs for part in parts),
        quantity_nouns=_join(part.quantity_nouns for part in parts),
        word_class=_join_classes(parts),
    )


def _join(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for words in lists for one in words))


def _join_classes(parts: list[Language]) -> tuple[WordClass, ...]:
    joined: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for one in part.word_class:
            joined[one.name] = tuple(dict.fromkeys((*joined.get(one.name, ()), *one.words)))
    return tuple(WordClass(name, words) for name, words in sorted(joined.items()))
