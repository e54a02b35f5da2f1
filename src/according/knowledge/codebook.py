"""Write the codebook page of the documentation from the same files that the program reads."""

from collections.abc import Iterable

from according.knowledge.event_types import EventType, EventTypes
from according.knowledge.triggers import TriggerRule, Triggers

_HEAD = """# Codebook

The kinds of events that According knows, generated from `knowledge/data` by `write_codebook`; do not edit this page.
Each type has a definition, the rules that part it from its neighbours, and its names in the schemes that users load.
Examples are invented. The trigger rules show the words that report the type, with what they find and what they leave alone.

## All types

| type | ACLED sub-event | UCDP type of violence | PLOVER (mode) | PLOVER when foreseen | CAMEO |
|---|---|---|---|---|---|
"""
_VIOLENCE = {1: "1 state-based", 2: "2 non-state", 3: "3 one-sided"}


def write_codebook(event_types: EventTypes, triggers: Triggers) -> str:
    """Return the page as Markdown; the same knowledge gives the same bytes."""
    ordered = sorted(event_types.types, key=lambda one: (one.rank, one.name))
    table = "".join(_write_row(one) for one in ordered)
    sections = "".join(_write_type(one, [rule for rule in triggers.rules if rule.event_type == one.name]) for one in ordered)
    return f"{_HEAD}{table}{sections}"


def _write_row(one: EventType) -> str:
    walk = one.crosswalk
    violence = ", ".join(_VIOLENCE[number] for number in walk.ucdp_type_of_violence) or "none"
    plover = f"{walk.plover_type} ({walk.plover_mode})" if walk.plover_mode else walk.plover_type
    cells = (f"[{one.name}](#{one.name})", walk.acled_sub_event, violence, plover, walk.plover_foreseen or "the same", walk.cameo)
    return f"| {' | '.join(cells)} |\n"


def _write_type(one: EventType, rules: Iterable[TriggerRule]) -> str:
    lines = [f"\n## {one.title} {{ #{one.name} }}\n", f"`{one.name}`: {one.definition}\n", "Boundaries:\n"]
    lines += [f"- {boundary}" for boundary in one.boundary]
    lines += ["\nExamples:\n", *(f"- {example}" for example in one.examples)]
    for rule in rules:
        lines += _write_rule(rule)
    return "\n".join(lines) + "\n"


def _write_rule(rule: TriggerRule) -> list[str]:
    shown = ", ".join(rule.words[:6]) + (" …" if len(rule.words) > 6 else "")
    lines = [f"\n### `{rule.id}`\n", f"{rule.part}, {rule.strength}: {shown}\n"]
    lines += [f"- finds “{example.finds}”: {example.text}" for example in rule.example]
    lines += [f"- leaves alone: {counter.text} ({counter.why})" for counter in rule.counterexample]
    return lines
