"""Load the cue words that say who vouches for an event, whether it happened, who is blamed for it, and what kind of claim it is."""

import dataclasses
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from according.errors import KnowledgeError
from according.knowledge.reading import read_shapes

TOPICS = ("attribution", "status", "responsibility", "kinds")
_MOST_RECENT = 64
_WORD = re.compile(r"\w+")
REACHES = frozenset({"forward", "backward", "both", "stops", "ignores", "governs", "marks", "sentence"})


@dataclass(frozen=True, slots=True)
class CueExample:
    """Show what a rule does to the trigger of a sentence.

    Args:
        trigger: the word of the text that is judged; for attribution the words whose speaker is asked.
        finds: what comes out; for attribution the speaker's words; empty for nothing.
        why: needed in a counterexample.
    """

    text: str
    trigger: str
    finds: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CueRule:
    """Hold one cue rule.

    Args:
        says: what it says of the event in its reach.
        words: phrases, matched on the surface, letter case aside.
        lemmas: single words in their dictionary form, matched on parsed tokens.
        reach: `governs` (events below it in the syntax), `marks` (the event it hangs on), `forward`, `backward`, `both`,
            `sentence`; `stops` ends the reach of others, `ignores` takes its words out of their sight.
        through: syntactic links a `governs` rule works through; none listed means all.
        stopped_by: phrases that end a surface reach.
    """

    id: str
    says: str
    example: tuple[CueExample, ...]
    counterexample: tuple[CueExample, ...]
    words: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    reach: str = "governs"
    through: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """List head words that tell what kind of speaker a phrase names, tried in order."""

    kind: str
    heads: tuple[str, ...]


Hits = tuple[tuple["CueRule", int, int], ...]
_Phrase = tuple[int, frozenset[str], re.Pattern[str] | None]  # number of its rule, its words, its pattern


@dataclass(frozen=True, slots=True)
class CueTopic:
    """Hold the rules of one topic, with one pattern for the phrases of each, and indexes of words and lemmas."""

    rules: tuple[CueRule, ...]
    patterns: tuple[re.Pattern[str] | None, ...] = field(init=False)
    _stops: dict[str, re.Pattern[str] | None] = field(init=False, repr=False, compare=False)
    _words: frozenset[str] = field(init=False, repr=False, compare=False)  # one of them is in every match
    _by_word: dict[str, tuple[_Phrase, ...]] = field(init=False, repr=False, compare=False)
    _by_lemma: dict[str, tuple[CueRule, ...]] = field(init=False, repr=False, compare=False)
    _lemmas: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    _reached: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    people: frozenset[str] = field(init=False, repr=False, compare=False)  # lemmas of offices and occupations
    _anchors: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)  # by reach: one of them is in every match
    _recent: dict[str, Hits] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "patterns", tuple(compile_phrases(rule.words) for rule in self.rules))
        object.__setattr__(self, "_stops", {rule.id: compile_phrases(rule.stopped_by) for rule in self.rules})
        by_word: dict[str, list[_Phrase]] = {}
        for number, rule in enumerate(self.rules):
            for phrase in rule.words:
                needed = frozenset(_WORD.findall(phrase.lower()))
                by_word.setdefault(_find_anchor(phrase), []).append((number, needed, compile_phrases((phrase,))))
        object.__setattr__(self, "_words", frozenset(by_word))
        object.__setattr__(self, "_by_word", {word: tuple(phrases) for word, phrases in by_word.items()})
        lemmas = sorted({lemma for rule in self.rules for lemma in rule.lemmas})
        object.__setattr__(self, "_by_lemma", {lemma: tuple(rule for rule in self.rules if lemma in rule.lemmas) for lemma in lemmas})
        object.__setattr__(self, "_lemmas", _collect([(rule.says, rule) for rule in self.rules]))
        object.__setattr__(self, "_reached", _collect([(rule.reach, rule) for rule in self.rules]))
        object.__setattr__(self, "people", self.get_lemmas("office") | self.get_lemmas("occupation"))
        anchors = [(rule.reach, _find_anchor(phrase)) for rule in self.rules for phrase in rule.words]
        object.__setattr__(
            self, "_anchors", {reach: tuple(sorted({word for one, word in anchors if one == reach})) for reach, _ in anchors}
        )

    def find_by_lemma(self, lemma: str, *reaches: str) -> tuple[CueRule, ...]:
        """Return the rules that list a lemma and have one of the reaches."""
        rules = self._by_lemma.get(lemma)
        return tuple([rule for rule in rules if rule.reach in reaches]) if rules is not None else ()

    def find_in(self, text: str, *reaches: str) -> Hits:
        """Return rule, start and end of each phrase found in a text, in order of the text."""
        hits = self._recent.get(text)
        if hits is None:  # each trigger of a sentence asks again
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            hits = self._recent[text] = self._find_in(text)
        return tuple([hit for hit in hits if hit[0].reach in reaches]) if hits else ()

    def may_hold(self, text: str, reach: str) -> bool:
        """Say whether a phrase of a reach stands in a text."""
        lowered = text.lower()
        return any(map(lowered.__contains__, self._anchors.get(reach, ()))) and bool(self.find_in(text, reach))

    def _find_in(self, text: str) -> Hits:
        words = split_words(text)
        likely: dict[int, re.Pattern[str] | None] = {}
        for word in self._words & words:
            for number, needed, pattern in self._by_word[word]:
                if needed <= words:  # where several phrases of a rule may stand, the longest is to win
                    likely[number] = self.patterns[number] if number in likely else pattern
        found = []
        for number, pattern in likely.items():
            if pattern is not None:
                found += [(self.rules[number], match.start(), match.end()) for match in pattern.finditer(text)]
        if len(found) > 1:
            found.sort(key=lambda one: (one[1], -one[2], one[0].id))
        return tuple(found)

    def stop_of(self, rule: CueRule) -> re.Pattern[str] | None:
        """Return the pattern that ends a rule's reach."""
        return self._stops[rule.id]

    def get_lemmas(self, says: str) -> frozenset[str]:
        """Return all lemmas of the rules that say something."""
        return self._lemmas.get(says, frozenset())

    def get_reached(self, reach: str) -> frozenset[str]:
        """Return all lemmas of the rules that have a reach."""
        return self._reached.get(reach, frozenset())


@dataclass(frozen=True, slots=True)
class Cues:
    """Hold the cue rules of one language by topic, and the words that tell kinds of speakers."""

    attribution: CueTopic
    status: CueTopic
    responsibility: CueTopic
    kinds: CueTopic
    speakers: tuple[SpeakerWords, ...] = ()


def load_cues(directories: tuple[Path, ...], language: str = "en") -> Cues:
    """Load the cues of a language; a later directory replaces rules of the same id and adds others.

    Raises:
        KnowledgeError: if a rule is not well formed, has no example or no counterexample, or comes twice in a file.
    """
    topics = {topic: CueTopic(_load_rules(directories, language, topic)) for topic in TOPICS}
    speakers = tuple(
        words
        for directory in reversed(directories)  # an overlay's words are tried first
        if (path := _locate(directory, language, "attribution")).is_file()
        for words in read_shapes(path, "speaker", SpeakerWords, also=frozenset({"rule"}))
    )
    return Cues(**topics, speakers=speakers)


def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return one pattern for whole phrases, any white space between their words; none for no phrases."""
    if not phrases:
        return None
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(_compile_phrase(phrase) for phrase in longest_first), re.IGNORECASE)


@lru_cache(maxsize=_MOST_RECENT)
def split_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, cut at every hyphen, stop and apostrophe; asked once for all topics."""
    return frozenset(_WORD.findall(text.lower()))


def _find_anchor(phrase: str) -> str:
    """Return the longest word of a phrase, which every match of it holds."""
    words: list[str] = _WORD.findall(phrase.lower())
    return max(words, key=lambda word: (len(word), word))


def _collect(rules: list[tuple[str, CueRule]]) -> dict[str, frozenset[str]]:
    keys = sorted({key for key, _ in rules})
    return {key: frozenset(lemma for other, rule in rules if other == key for lemma in rule.lemmas) for key in keys}


def _compile_phrase(phrase: str) -> str:
    body = r"\s+".join(r"[\w.,'-]+" if word == "*" else re.escape(word) for word in phrase.split())
    return (r"\b" if phrase[:1].isalnum() else "") + body + (r"\b" if phrase[-1:].isalnum() else "")


def _locate(directory: Path, language: str, topic: str) -> Path:
    return directory / "languages" / language / "cues" / f"{topic}.toml"


def _load_rules(directories: tuple[Path, ...], language: str, topic: str) -> tuple[CueRule, ...]:
    rules: dict[str, CueRule] = {}
    for directory in directories:
        path = _locate(directory, language, topic)
        if not path.is_file():
            continue
        here: set[str] = set()
        for rule in read_shapes(path, "rule", CueRule, also=frozenset({"speaker"})):
            _check_rule(rule, here, where=f"{path}: {rule.id}", prefix=f"{language}.{topic}.")
            here.add(rule.id)
            rules[rule.id] = _lower(rule)
    return tuple(rules.values())


def _lower(rule: CueRule) -> CueRule:
    return dataclasses.replace(rule, lemmas=tuple(lemma.lower() for lemma in rule.lemmas))


def _check_rule(rule: CueRule, seen: set[str], *, where: str, prefix: str) -> None:
    if rule.id in seen:
        raise KnowledgeError("the rule id is there twice", where=where, cure="Give one of them another id.")
    if not rule.id.startswith(prefix):
        raise KnowledgeError("the rule id does not name its topic", where=where, cure=f"Begin it with `{prefix}`.")
    if rule.reach not in REACHES:
        raise KnowledgeError(f"unknown reach `{rule.reach}`", where=where, cure=f"Use one of {', '.join(sorted(REACHES))}.")
    if not rule.words and not rule.lemmas:
        raise KnowledgeError("the rule matches nothing", where=where, cure="Add `words` or `lemmas`.")
    if not rule.example or not rule.counterexample:
        raise KnowledgeError("the rule has no example or no counterexample", where=where, cure="Write one of each.")
    for shown in rule.counterexample:
        if not shown.why:
            raise KnowledgeError("a counterexample does not say why", where=where, cure="Add `why = …`.")
    for shown in rule.example + rule.counterexample:
        if shown.trigger not in shown.text:
            raise KnowledgeError(f"the trigger {shown.trigger!r} is not in its text", where=where, cure="Copy it from the text.")
