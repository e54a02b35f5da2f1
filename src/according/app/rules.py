"""Check rules, try them on a sentence, and show what they cover."""

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from according.errors import InvalidRequestError
from according.knowledge.lint import Finding, Level, lint_knowledge
from according.knowledge.loader import Knowledge, load_knowledge
from according.knowledge.triggers import Example, TriggerRule, Triggers
from according.steps.dissect import parse_text
from according.steps.extract.triggers import explain_refusals, find_triggers, may_report_event


@dataclass(frozen=True, slots=True)
class Tried:
    """Hold one rule's verdict on words of a sentence."""

    rule: str
    words: str
    event_type: str | None  # None: the rule refused them
    why: str  # the reason of a refusal; for a find what hangs on it


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold how many rules and examples an event type has in one language."""

    event_type: str
    language: str
    rules: int
    words: int
    examples: int
    counterexamples: int


def lint_rules(knowledge_dirs: tuple[Path, ...] = (), *, with_examples: bool = True) -> tuple[Finding, ...]:
    """Return what is wrong or odd in the knowledge.

    Args:
        with_examples: also run every example and counterexample of the trigger rules, which takes some seconds.

    Raises:
        KnowledgeError: at the first file that cannot be read at all.
    """
    knowledge = load_knowledge(*knowledge_dirs)
    findings = lint_knowledge(knowledge)
    return (*_run_examples(knowledge.triggers), *findings) if with_examples else findings


def try_rules(text: str, rule: str | None = None, knowledge_dirs: tuple[Path, ...] = ()) -> tuple[Tried, ...]:
    """Return which rules find something in a text and which refuse words of it, and why; one rule only, if it is named.

    Raises:
        InvalidRequestError: if no rule has the id.
    """
    knowledge = load_knowledge(*knowledge_dirs)
    ids = [one.id for one in knowledge.triggers.rules]
    if rule is not None and rule not in ids:
        near = difflib.get_close_matches(rule, ids, n=3, cutoff=0.4)
        cure = f"Did you mean {' or '.join(near)}?" if near else "Try the sentence without --rule; it prints their ids."
        raise InvalidRequestError(f"no rule has the id {rule!r}", where="--rule", cure=cure)
    tried: list[Tried] = []
    if not may_report_event(text, knowledge.triggers):
        tried.append(Tried("gate", text, None, "no word in it passes the gate before parsing"))
    for sentence in parse_text(text).sentences:
        for trigger in find_triggers(sentence, text, knowledge.triggers):
            head = sentence.tokens[trigger.head].text
            about = f"{trigger.strength.value}, hangs on “{head}”"
            tried.append(Tried(trigger.rule, trigger.span.of(text), trigger.event_type, about))
        refused = explain_refusals(sentence, text, knowledge.triggers)
        tried.extend(Tried(silence.rule, silence.span.of(text), None, silence.why) for silence in refused)
    return tuple(one for one in tried if rule is None or one.rule == rule)


def measure_coverage(knowledge_dirs: tuple[Path, ...] = ()) -> tuple[Coverage, ...]:
    """Return the numbers of rules, words and examples for each event type and language, the gaps included."""
    knowledge = load_knowledge(*knowledge_dirs)
    return tuple(_count(knowledge, name) for name in knowledge.event_types.names)


def _count(knowledge: Knowledge, event_type: str) -> Coverage:
    rules = [rule for rule in knowledge.triggers.rules if rule.event_type == event_type]
    counts = Counter(
        words=sum(len(rule.words) for rule in rules),
        examples=sum(len(rule.example) for rule in rules),
        counterexamples=sum(len(rule.counterexample) for rule in rules),
    )
    language = knowledge.triggers.language.code
    return Coverage(event_type, language, len(rules), counts["words"], counts["examples"], counts["counterexamples"])


def _run_examples(triggers: Triggers) -> tuple[Finding, ...]:
    return tuple(finding for rule in triggers.rules for finding in _run_rule(rule, triggers))


def _run_rule(rule: TriggerRule, triggers: Triggers) -> Iterator[Finding]:
    for example in rule.example:
        if not finds_example(rule, example, triggers):
            yield Finding(Level.ERROR, rule.id, f"does not find “{example.finds}” in its example “{example.text}”")
    for counter in rule.counterexample:
        if found := _find_words(counter.text, rule.id, triggers):
            yield Finding(Level.ERROR, rule.id, f"finds “{found[0]}” in its counterexample “{counter.text}”")


def finds_example(rule: TriggerRule, example: Example, triggers: Triggers) -> bool:
    """Say whether a rule finds the words of its example, be it that a narrower rule of the same type is quicker."""
    if example.finds in _find_words(example.text, rule.id, triggers):
        return True
    alone = Triggers((rule,), triggers.language)
    kin = {one.id for one in triggers.rules if one.event_type == rule.event_type}
    taken = any(_shares(example.finds, word) for one in sorted(kin) for word in _find_words(example.text, one, triggers))
    return taken and example.finds in _find_words(example.text, rule.id, alone)


def _shares(words: str, others: str) -> bool:
    return words in others or others in words


def _find_words(text: str, rule: str, triggers: Triggers) -> list[str]:
    found = [trigger for sentence in parse_text(text).sentences for trigger in find_triggers(sentence, text, triggers)]
    return [trigger.span.of(text) for trigger in found if trigger.rule == rule]
