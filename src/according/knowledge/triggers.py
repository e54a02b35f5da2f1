"""What words report an event: the shape of a trigger rule, the reading of its files, and the index that finds the words in a text."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from according.errors import KnowledgeError
from according.knowledge.language import Language, load_language
from according.knowledge.reading import fit, read_toml
from according.model.answers import Kind, Status
from according.model.records import record
from according.model.trigger import Strength
from according.text.letters import lower_evenly

_PARTS = ("verb", "noun", "any")

# What may stand behind the object: "led two men away", "handed the base over to the army", "set them free".
_PARTICLES = ("away", "back", "down", "free", "off", "out", "over", "safe", "up")
_NO_GAP = r"(?!(?:and|but|or|to|that|who|which|when|is|was|were|are)\b)"
_GAPS = {
    particle: re.compile(rf"\s(?:{_NO_GAP}[\w'.]+ ){{1,7}}?{particle}\b(?! (?:the|an?|his|her|its|their|\d))") for particle in _PARTICLES
}
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_STRENGTHS = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
_MOST_RECENT = 2048  # sentences whose hits are kept


@dataclass(frozen=True, slots=True)
class Example:
    """Show what a rule finds: `finds` are the trigger's own words."""

    text: str
    finds: str


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Show what a rule leaves alone, and say why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Conditions:
    """Say what must, or must not, stand around the words.

    A word list holds dictionary words in all their forms, `@class` for a word class of `language.toml`, and `@name` for a proper name.

    Args:
        followed_by: patterns for the text right after the trigger.
        preceded_by: patterns for the text right before it.
        object: words of the object, of what is done to, or of the `of` phrase of a noun.
        subject: words of who or what does it.
        sentence: words anywhere in the sentence.
    """

    followed_by: tuple[re.Pattern[str], ...] = ()
    preceded_by: tuple[re.Pattern[str], ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """Say that some words report an event.

    Args:
        words: dictionary forms; a phrase bends its verb or its noun.
        part: verb, noun or any.
        strength: event, harm or vague; see `according.model.trigger.Strength`.
        needs: all of these groups must hold, each by one of its members.
        unless: none of these may hold.
        status: set where the words themselves say it ("foiled").
        kind: set where the words themselves say it ("daily shelling").
        weapon: set where the words themselves say it ("rocket attack").
        attributive: a participle that only describes its noun counts too ("the besieged town"); else it takes the event as known.
    """

    id: str
    words: tuple[str, ...]
    part: str
    strength: str
    example: tuple[Example, ...] = ()
    counterexample: tuple[Counterexample, ...] = ()
    event_type: str = ""
    needs: Conditions = Conditions()
    unless: Conditions = Conditions()
    status: str | None = None
    kind: str | None = None
    weapon: str | None = None
    attributive: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _RuleFile:
    rule: tuple[TriggerRule, ...]


@dataclass(frozen=True, slots=True)
class ConditionForms:
    """Hold the word lists of a rule's conditions in all their forms, spread out once.

    Args:
        rank: the lower, the sooner the rule is asked where several find the same words: more conditions first, then the surer strength.
    """

    rank: int
    needs_object: frozenset[str]
    needs_subject: frozenset[str]
    needs_sentence: frozenset[str]
    unless_object: frozenset[str]
    unless_subject: frozenset[str]
    unless_sentence: frozenset[str]


@record(frozen=True, slots=True)
class Hit:
    """Hold one place where the words of a rule stand in a text."""

    start: int
    end: int
    rule: TriggerRule
    part: str  # verb, noun or any: as what this form can be read
    forms: "ConditionForms"


_Reading = tuple[TriggerRule, str, ConditionForms, str]  # the last: the particle that must follow behind the object


@dataclass(frozen=True)
class Triggers:
    """Hold the trigger rules of a language, and find their words."""

    rules: tuple[TriggerRule, ...]
    language: Language

    def __reduce__(self) -> tuple[type["Triggers"], tuple[tuple[TriggerRule, ...], Language]]:
        return Triggers, (self.rules, self.language)  # the automaton cannot be pickled: it is rebuilt

    @cached_property
    def _forms(self) -> tuple[tuple[str, tuple[_Reading, ...]], ...]:
        forms: dict[str, dict[tuple[int, str], _Reading]] = defaultdict(dict)
        for number, rule in enumerate(self.rules):
            spread = self._spread(rule)
            for word in rule.words:
                for form, part in self._bend(word, rule.part):
                    known = forms[form].get((number, ""))
                    forms[form][number, ""] = (rule, part if known is None or known[1] == part else "any", spread, "")
                verb, _, particle = word.partition(" ")
                if particle in _GAPS and rule.part == "verb":
                    for form in self.language.inflect(verb, "verb"):
                        forms[form][number, particle] = (rule, "verb", spread, particle)
        return tuple((form, tuple(forms[form].values())) for form in sorted(forms))

    def _spread(self, rule: TriggerRule) -> ConditionForms:
        expand, needs, unless = self.language.expand, rule.needs, rule.unless
        groups = (needs.followed_by, needs.preceded_by, needs.object, needs.subject, needs.sentence)
        return ConditionForms(
            rank=_STRENGTHS[Strength(rule.strength)] - len(_STRENGTHS) * sum(map(bool, groups)),
            needs_object=expand(needs.object),
            needs_subject=expand(needs.subject),
            needs_sentence=expand(needs.sentence),
            unless_object=expand(unless.object),
            unless_subject=expand(unless.subject),
            unless_sentence=expand(unless.sentence),
        )

    def _bend(self, word: str, part: str) -> Iterator[tuple[str, str]]:
        for one in ("verb", "noun") if part == "any" else (part,):
            for form in self.language.inflect(word, one):
                yield form, one

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick([form for form, _ in self._forms])

    @cached_property
    def _surfaces(self) -> dict[str, tuple[frozenset[str], tuple[frozenset[str], ...]]]:
        return {}  # by rule: words of which none may, and groups of words of which one must stand in the sentence

    def leaves_room(self, rule: TriggerRule, words: frozenset[str]) -> bool:
        """Say whether a rule's conditions can hold in a sentence, as far as its words show."""
        surface = self._surfaces.get(rule.id)
        if surface is None:
            groups = [group for group in (rule.needs.object, rule.needs.subject, rule.needs.sentence) if group and "@name" not in group]
            needs = tuple((need - _RELATIVE) or need for need in map(self.language.expand, groups))  # whom "which" means stands there too
            surface = (self.language.expand(rule.unless.sentence), needs)
            self._surfaces[rule.id] = surface
        unless, needs = surface
        return unless.isdisjoint(words) and not any(need.isdisjoint(words) for need in needs)

    @cached_property
    def _recent(self) -> dict[str, list[Hit]]:
        return {}  # the gate asks of every sentence first, and reading asks again

    def find_hits(self, text: str) -> list[Hit]:
        """Return every place where words of a rule stand as whole words, hyphens read as spaces."""
        hits = self._recent.get(text)
        if hits is None:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            hits = self._recent[text] = self._find_hits(text)
        return hits

    def _find_hits(self, text: str) -> list[Hit]:
        lowered = fold(text)
        hits = []
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if (start == 0 or not lowered[start - 1].isalnum()) and (end == len(lowered) or not lowered[end].isalnum()):
                for rule, part, spread, gap in self._forms[number][1]:
                    if not gap or _GAPS[gap].match(lowered, end):
                        hits.append(Hit(start, end, rule, part, spread))
        return hits


def fold(text: str) -> str:
    """Lower the text and turn hyphens into spaces, every character staying where it is."""
    return lower_evenly(text).replace("-", " ").replace("‑", " ").replace("’", "'")


def load_triggers(directories: Iterable[Path], language: str = "en") -> Triggers:
    """Read `languages/<language>/triggers/*.toml` of each directory; a rule of a later one replaces the rule of the same id.

    Raises:
        KnowledgeError: if a rule does not fit its shape, lacks an example or a counterexample, or has an id twice in one directory.
    """
    directories = tuple(directories)
    found: dict[str, TriggerRule] = {}
    for directory in directories:
        here: dict[str, TriggerRule] = {}
        for path in sorted((directory / "languages" / language / "triggers").glob("*.toml")):
            for rule in _read_rules(path):
                if rule.id in here:
                    raise KnowledgeError(f"the id `{rule.id}` is there twice", where=str(path), cure="Rename one of them.")
                here[rule.id] = rule
        found |= here
    return Triggers(tuple(found[one] for one in sorted(found)), load_language(directories, language))


def _read_rules(path: Path) -> Iterator[TriggerRule]:
    table = read_toml(path)
    event_type = table.pop("event_type", None)
    if not isinstance(event_type, str):
        raise KnowledgeError("the key `event_type` is missing", where=str(path), cure='Add `event_type = "…"` on the first line.')
    for row in fit(table, _RuleFile, where=str(path)).rule:
        _check_rule(row, path)
        yield dataclasses.replace(row, event_type=row.event_type or event_type)


def _check_rule(rule: TriggerRule, path: Path) -> None:
    where = f"{path}: {rule.id}"
    choices = (
        ("part", rule.part, _PARTS),
        ("strength", rule.strength, tuple(Strength)),
        ("status", rule.status, (None, *Status)),
        ("kind", rule.kind, (None, *Kind)),
    )
    for key, value, known in choices:
        if value not in known:
            raise KnowledgeError(
                f"`{key}` holds {value!r}", where=where, cure=f"Choose one of: {', '.join(str(one) for one in known if one)}."
            )
    if not rule.words:
        raise KnowledgeError("the rule has no words", where=where, cure="Add at least one.")
    if not rule.example:
        raise KnowledgeError("the rule has no example", where=where, cure="Add a `[[rule.example]]` with `text` and `finds`.")
    if not rule.counterexample:
        raise KnowledgeError("the rule has no counterexample", where=where, cure="Add a `[[rule.counterexample]]` with `text` and `why`.")
