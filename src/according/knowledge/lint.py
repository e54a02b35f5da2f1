"""Check the knowledge as a whole, beyond what each file's own reader refuses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from according.knowledge.loader import Knowledge
from according.knowledge.triggers import Conditions, TriggerRule
from according.model.trigger import Strength

_STRENGTHS = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
_NO_CONDITIONS = Conditions()


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Hold one thing that the check found."""

    level: Level
    where: str  # rule id, event type or kind of entry
    what: str


def lint_knowledge(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what is wrong or odd in the knowledge, and the shares of where its entries come from, errors first."""
    findings = [
        *_find_contradictions(knowledge),
        *_find_dead_words(knowledge),
        *_find_bad_examples(knowledge),
        *_find_bare_types(knowledge),
        *_find_idle_classes(knowledge),
        *_share_sources("actors", (entry.source for entry in knowledge.actors.entries.values())),
        *_share_sources("sources", (entry.source for entry in knowledge.sources.entries.values())),
    ]
    return tuple(sorted(findings, key=lambda one: (list(Level).index(one.level), one.where, one.what)))


def _group_by_form(knowledge: Knowledge) -> dict[tuple[str, str], list[TriggerRule]]:
    forms: dict[tuple[str, str], list[TriggerRule]] = defaultdict(list)
    for rule in knowledge.triggers.rules:
        for part in ("verb", "noun") if rule.part == "any" else (rule.part,):
            for form in sorted({form for word in rule.words for form in knowledge.triggers.language.inflect(word, part)}):
                forms[form, part].append(rule)
    return forms


def _find_contradictions(knowledge: Knowledge) -> Iterator[Finding]:
    """Find words that two rules read as two types with nothing to choose between them."""
    told: set[tuple[str, str]] = set()
    for (form, _), rules in sorted(_group_by_form(knowledge).items()):
        plain = [rule for rule in rules if rule.needs == _NO_CONDITIONS and rule.strength == Strength.EVENT]
        types = {rule.event_type for rule in plain}
        pair = (plain[0].id, plain[-1].id) if plain else ("", "")
        if len(types) > 1 and pair not in told:
            told.add(pair)
            yield Finding(Level.ERROR, plain[0].id, f"“{form}” reports {' and '.join(sorted(types))}: see {plain[-1].id}")


def _find_dead_words(knowledge: Knowledge) -> Iterator[Finding]:
    """Find words that another rule always takes first."""
    for (form, part), rules in sorted(_group_by_form(knowledge).items()):
        for rule in rules:
            winner = next((other for other in rules if other is not rule and _always_wins(other, rule)), None)
            if winner is not None:
                yield Finding(Level.WARNING, rule.id, f"“{form}” ({part}) never counts: {winner.id} takes it first")


def _always_wins(other: TriggerRule, rule: TriggerRule) -> bool:
    if other.needs != _NO_CONDITIONS or other.unless != _NO_CONDITIONS or rule.needs != _NO_CONDITIONS:
        return False
    return (_STRENGTHS[Strength(other.strength)], other.id) < (_STRENGTHS[Strength(rule.strength)], rule.id)


def _find_bad_examples(knowledge: Knowledge) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for rule in knowledge.triggers.rules:
        for example in rule.example:
            if example.finds not in example.text:
                yield Finding(Level.ERROR, rule.id, f"“{example.finds}” is not in its example “{example.text}”")
            if example.text in seen and seen[example.text] == rule.id:
                yield Finding(Level.WARNING, rule.id, f"the example “{example.text}” is there twice")
            seen[example.text] = rule.id


def _find_bare_types(knowledge: Knowledge) -> Iterator[Finding]:
    used = {rule.event_type for rule in knowledge.triggers.rules}
    for name in knowledge.event_types.names:
        if name not in used:
            yield Finding(Level.WARNING, name, "no trigger reports this event type")


def _find_idle_classes(knowledge: Knowledge) -> Iterator[Finding]:
    used = {
        word
        for rule in knowledge.triggers.rules
        for conditions in (rule.needs, rule.unless)
        for group in (conditions.object, conditions.subject, conditions.sentence)
        for word in group
    }
    for one in knowledge.triggers.language.word_class:
        if f"@{one.name}" not in used:
            yield Finding(Level.WARNING, f"@{one.name}", "no rule uses this word class")


def _share_sources(label: str, sources: Iterable[str]) -> Iterator[Finding]:
    counts = Counter("unverified" if source.startswith("unverified") else "documented" for source in sources)
    total = sum(counts.values())
    for name, count in sorted(counts.items()):
        yield Finding(Level.NOTE, label, f"{count} of {total} entries are {name} ({count / total:.0%})")
