"""Run the examples and counterexamples of every trigger rule."""

from functools import cache

import pytest

from according.app.rules import finds_example
from according.knowledge.loader import PACKAGED
from according.knowledge.triggers import Counterexample, Example, TriggerRule, Triggers, load_triggers
from according.steps.dissect import parse_text
from according.steps.extract.triggers import find_triggers, may_report_event


@cache
def triggers() -> Triggers:
    return load_triggers((PACKAGED,))


def find_words(text: str, rule_id: str) -> list[str]:
    parsed = parse_text(text)
    found = [trigger for sentence in parsed.sentences for trigger in find_triggers(sentence, text, triggers())]
    return [trigger.span.of(text) for trigger in found if trigger.rule == rule_id]


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}") for rule in triggers().rules for number, example in enumerate(rule.example, 1)
]
COUNTEREXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-not-{number}")
    for rule in triggers().rules
    for number, example in enumerate(rule.counterexample, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_example(rule: TriggerRule, example: Example) -> None:
    assert finds_example(rule, example, triggers())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_gate_lets_every_example_pass(rule: TriggerRule, example: Example) -> None:
    assert may_report_event(example.text, triggers()), rule.id


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES)
def test_a_rule_leaves_its_counterexample_alone(rule: TriggerRule, example: Counterexample) -> None:
    assert find_words(example.text, rule.id) == [], example.why
