"""Read each word's part of speech and lemma from its tag, with the model's own rules and tables, each kind of word once.

spaCy's components do the same token by token with a matcher, which costs as much as parsing.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

_PARTS = ("ADJ", "ADP", "ADV", "AUX", "DET", "NOUN", "NUM", "PRON", "PROPN", "PUNCT", "VERB")  # those that tables may list
_MOST = 200_000  # kinds of words remembered; a process that meets more starts afresh


class Tagged(NamedTuple):
    """Hold a word as it comes from the tagger and the parser."""

    form: str
    tag: str
    dep: str


class Word(NamedTuple):
    """Hold what a word's form, tag and link to its head say of it; the lemma is in lower case."""

    pos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class _Condition:
    """Hold what a rule asks of one property of a word: one of these, none of these, or a shape."""

    among: frozenset[str] | None
    outside: frozenset[str]
    shape: re.Pattern[str] | None

    def fits(self, value: str) -> bool:
        """Say whether a value is as asked."""
        return (
            (self.among is None or value in self.among)
            and value not in self.outside
            and (self.shape is None or self.shape.search(value) is not None)
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """Hold what a rule asks of one word."""

    tag: _Condition
    form: _Condition
    dep: _Condition

    def fits(self, word: Tagged) -> bool:
        """Say whether a word is as asked."""
        return self.tag.fits(word.tag) and self.form.fits(word.form.lower()) and self.dep.fits(word.dep)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Hold one rule of the model, for one word or for two in a row; a later rule wins over an earlier one."""

    shapes: tuple[_Shape, ...]
    sets: int  # which of the words
    pos: str
    lemma: str
    morph: str


@dataclass(frozen=True, slots=True)
class _Lemmas:
    """Hold the lemma tables of one part of speech."""

    index: frozenset[str]
    exceptions: Mapping[str, Sequence[str]]
    endings: tuple[tuple[str, str], ...]

    def find(self, lowered: str) -> str:
        """Return the lemma that spaCy's rule lemmatizer picks: an exception, else a known word, else the first guess."""
        known: list[str] = []
        guesses: list[str] = []
        for old, new in self.endings:
            form = lowered[: len(lowered) - len(old)] + new if lowered.endswith(old) else ""
            if form in self.index:
                known.insert(0, form)
            elif form:
                (guesses if form.isalpha() else known).append(form)
        known = list(dict.fromkeys(known))
        for form in self.exceptions.get(lowered, ()):
            if form not in known:
                known.insert(0, form)
        return next(iter(known or guesses), lowered)


class WordReader:
    """Read the words of one model, and remember them."""

    __slots__ = ("_by_tag", "_known", "_lemmas", "_pairs", "_singles")

    def __init__(self, rules: Sequence[_Rule], lemmas: Mapping[str, _Lemmas]) -> None:
        self._singles = tuple(rule for rule in rules if len(rule.shapes) == 1)
        self._pairs = tuple(rule for rule in rules if len(rule.shapes) == 2)
        self._lemmas = lemmas
        self._known: dict[tuple[str, str, str], tuple[Word, bool]] = {}
        self._by_tag: dict[str, dict[str, tuple[_Rule, ...]]] = {}

    def read(self, tagged: Sequence[tuple[str, str, str]]) -> list[Word]:
        """Return the part of speech and the lemma of each word of a sentence, given as form, tag and link to its head."""
        looked_up = [self._known.get(word) or self._learn(Tagged(*word)) for word in tagged]
        words = [word for word, _ in looked_up]
        for number, (_, may_pair) in enumerate(looked_up[:-1]):
            if may_pair:
                self._read_pair(number, tagged, words)
        return words

    def _learn(self, word: Tagged) -> tuple[Word, bool]:
        if len(self._known) >= _MOST:
            self._known.clear()
        may_pair = any(rule.shapes[0].fits(word) for rule in self._pairs)
        self._known[word] = (self._read_one(word), may_pair)
        return self._known[word]

    def _read_one(self, word: Tagged) -> Word:
        pos = lemma = morph = ""
        for rule in self._find_rules(word):
            if rule.shapes[0].fits(word):
                pos, lemma, morph = rule.pos or pos, rule.lemma or lemma, rule.morph or morph
        if not lemma:
            lemma, table = word.form.lower(), self._lemmas.get(pos)
            if table is not None and not _is_base_form(pos, morph):
                lemma = table.find(lemma)
        return Word(pos, lemma.lower())

    def _find_rules(self, word: Tagged) -> tuple[_Rule, ...]:
        """Return the few rules, in order, that may fit a word of this tag and form."""
        by_form = self._by_tag.get(word.tag)
        if by_form is None:
            rules = [rule for rule in self._singles if rule.shapes[0].tag.fits(word.tag)]
            by_form = {"": tuple(rule for rule in rules if rule.shapes[0].form.among is None)}
            for form in sorted({form for rule in rules for form in rule.shapes[0].form.among or ()}):
                by_form[form] = tuple(rule for rule in rules if rule.shapes[0].form.among is None or form in rule.shapes[0].form.among)
            self._by_tag[word.tag] = by_form
        return by_form.get(word.form.lower(), by_form[""])

    def _read_pair(self, number: int, tagged: Sequence[tuple[str, str, str]], words: list[Word]) -> None:
        for rule in self._pairs:
            if all(shape.fits(Tagged(*word)) for shape, word in zip(rule.shapes, tagged[number : number + 2], strict=True)):
                before = words[number + rule.sets]
                words[number + rule.sets] = Word(rule.pos or before.pos, (rule.lemma or before.lemma).lower())


def open_words(language: "Language") -> WordReader:
    """Take the rules and tables out of a model that has its attribute ruler and lemmatizer."""
    ruler: Any = language.get_pipe("attribute_ruler")
    lemmatizer: Any = language.get_pipe("lemmatizer")
    index, exceptions, endings = (lemmatizer.lookups.get_table(f"lemma_{name}", {}) for name in ("index", "exc", "rules"))
    lemmas = {
        part: _Lemmas(frozenset(index.get(key, ())), exceptions.get(key, {}), tuple((old, new) for old, new in endings.get(key, ())))
        for part in _PARTS
        if (key := part.lower()) in index or key in exceptions or key in endings
    }
    rules = [
        _Rule(
            tuple(_Shape(*(_read_condition(shape.get(key)) for key in ("TAG", "LOWER", "DEP"))) for shape in pattern),
            entry["index"],
            entry["attrs"].get("POS", ""),
            entry["attrs"].get("LEMMA", ""),
            entry["attrs"].get("MORPH", ""),
        )
        for entry in ruler.patterns
        for pattern in entry["patterns"]
        if all("IS_SPACE" not in shape for shape in pattern)  # spaces give no tokens here
    ]
    return WordReader(rules, lemmas)


def _read_condition(asked: str | dict[str, Any] | None) -> _Condition:
    if asked is None or isinstance(asked, str):
        return _Condition(None if asked is None else frozenset({asked}), frozenset(), None)
    among, shape = asked.get("IN"), asked.get("REGEX")
    return _Condition(None if among is None else frozenset(among), frozenset(asked.get("NOT_IN", ())), re.compile(shape) if shape else None)


@functools.cache  # a model has few kinds
def _is_base_form(pos: str, morph: str) -> bool:
    traits = dict(trait.split("=", 1) for trait in morph.split("|") if "=" in trait)
    form = traits.get("VerbForm")
    return (
        (pos == "NOUN" and traits.get("Number") == "Sing")
        or (pos == "VERB" and form == "Fin" and traits.get("Tense") == "Pres" and "Number" not in traits)
        or form in {"Inf", "None"}
        or traits.get("Degree") == "Pos"
    )
