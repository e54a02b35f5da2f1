"""Say when a sentence tells of a second event of one kind: "four raids on Harem and two raids on Atma"."""

from according.model.parsed import Sentence, Token
from according.model.trigger import Strength, Trigger
from according.steps.extract.phrases import find_children
from according.steps.extract.tree import find_inside

_ANOTHER = frozenset({"a", "an", "another", "second", "third"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COUNTED = frozenset("air_strike shelling explosive_device suicide_bombing grenade chemical_attack attack_on_civilians armed_clash".split())


def is_counted_anew(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether a second event of the kind is told of: "four raids on Harem and two raids on Atma"."""
    if not {first.event_type, second.event_type} <= _COUNTED or Strength.HARM in {first.strength, second.strength}:
        return False
    heads = [_find_named_event(sentence, one) for one in (first, second)]
    if heads[0] is None or heads[1] is None or heads[0].index == heads[1].index:
        return False
    later = max(heads[0], heads[1], key=lambda one: one.index)
    is_new = any((one.dep == "nummod") or one.lemma in _ANOTHER for one in find_children(sentence, later.index, "det", "nummod", "amod"))
    return is_new and (later.dep in _SUBJECTS or any(find_children(sentence, later.index, "prep", "acl", "relcl")))


def _find_named_event(sentence: Sentence, trigger: Trigger) -> Token | None:
    """Return the noun that names an event or what went off."""
    inside = [one for one in find_inside(sentence.tokens, trigger.span) if one.pos in {"NOUN", "PROPN"}]
    return inside[-1] if inside and inside[-1].dep not in {"compound", "nmod"} else None


def is_another_subject(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether one noun names two things: "a bomb killed two in Harem and a bomb killed five in Atma"."""
    heads = [one for trigger in (first, second) for one in find_children(sentence, trigger.head, "nsubj", "nsubjpass")]
    later = max(heads, key=lambda one: one.index)
    marks = {one.lemma for one in find_children(sentence, later.index, "det", "amod")}
    return len({one.index for one in heads}) > 1 and bool(marks & _ANOTHER)
