"""Say who a phrase in a role means, with what the telling and the one before it already know."""

import re
from collections.abc import Sequence
from dataclasses import replace

from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Unresolved
from according.model.parsed import Sentence, Token
from according.steps.extract.actors_resolving import resolve_actor, resolve_several
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import Phrase, find_children, read_phrase
from according.steps.extract.references import is_reference, resolve_reference
from according.steps.extract.roles import MODIFIER

_NO_ONE = frozenset({"civilians", "people"})  # words before an event's noun that tell its target or its place, not its author
_BARE_PLACES = frozenset({"en.actors.capital", "en.actors.country"})
_FOCUS_ARMS = frozenset({"en.actors.arm-of-focus-country", "en.actors.arm-named-before"})
_OWNED = re.compile(r"\b(?:air force|government|regime|army|military|state|national|loyalist|its|their|his)\b", re.IGNORECASE)
_AIRCRAFT = Actor("unidentified aircraft", kind="state", is_generic=True)
_NOBODY = frozenset(
    "basis dawn dusk noon midnight night morning evening time way attempt order retaliation response load hill fire rubble".split()
)
_EVENT_NOUNS = frozenset({"strike", "raid", "airstrike", "sortie", "bombing", "bombardment", "attack"})
_LABELS = frozenset({"terrorist", "terror"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "oneself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def name_phrases(
    phrase: Phrase, telling: Telling, others: Sequence[Answer[Actor]], before: Telling | None, asked: Asked
) -> list[Answer[Actor]]:
    """Return everybody a phrase means: both in "the Russian and Syrian air forces", none in a day or a place."""
    one = name_phrase(phrase, telling, others, before, asked)
    if one is None:
        return []
    named = [answer for answer in resolve_several(phrase.span, asked.text, asked.actors) if isinstance(answer, Found)]
    return list(named) if len(named) > 1 and isinstance(one, Found) and one.basis is Basis.STATED else [one]


def name_phrase(
    phrase: Phrase, telling: Telling, others: Sequence[Answer[Actor]], before: Telling | None, asked: Asked
) -> Answer[Actor] | None:
    """Return who a phrase means, or None where it is no one: a day, a place, a quality, the event itself.

    Args:
        others: who is in the other role already; nobody does something to himself, so a reference is not to them.
        before: the telling before, whose initiator goes on as "they".
    """
    head = phrase.head
    if head.tag in {"WDT", "WP"} or head.text.lower() in _REFLEXIVE or any(one.span.contains(head.span) for one in asked.dates):
        return None
    answer = _resolve(phrase, telling.sentence, others, before, asked)
    is_event = any(trigger.head == head.index or trigger.span.contains(head.span) for trigger in telling.triggers)
    is_place = any(one.span.overlaps(head.span) and not one.is_metonym for one in asked.places)
    if isinstance(answer, Unresolved):
        if head.lemma in _NOBODY or asked.knowledge.weapons.classify(head.text) is not None:
            return None
        return None if is_event or is_place or phrase.rule == MODIFIER or head.pos not in {"NOUN", "PROPN", "PRON"} else answer
    is_bare_place = is_place and answer.rule in _BARE_PLACES and _find_function(telling.sentence, head) not in _SUBJECTS | {"poss"}
    if is_event and not answer.span.overlaps(head.span):
        return None  # "a strike on a base of X" names whom it hit, not who did it
    if answer.rule.startswith(("en.actors.arm", "en.actors.unmarked")) and (is_event or head.lemma in _EVENT_NOUNS):
        return None  # an air strike does not say whose it was
    if phrase.rule == MODIFIER and head.lemma in _LABELS:
        return None  # nor does calling it a terrorist attack
    if is_bare_place or (phrase.rule == MODIFIER and answer.value.kind in _NO_ONE):
        return None
    return answer


def _find_function(sentence: Sentence, head: Token) -> str:
    """Return what a word is in its clause; the second of two subjects is a subject too."""
    while head.dep == "conj" and head.head != head.index:
        head = sentence.tokens[head.head]
    return head.dep


def _resolve(phrase: Phrase, sentence: Sentence, others: Sequence[Answer[Actor]], before: Telling | None, asked: Asked) -> Answer[Actor]:
    answer = resolve_actor(phrase.span, phrase.head.span, sentence, asked.text, asked.actors, asked.knowledge.actors)
    owned = _name_owned(phrase, sentence, answer, asked)
    if owned is not None:
        return owned
    if isinstance(answer, Found) and answer.rule in _FOCUS_ARMS and _is_unmarked_aircraft(answer, phrase, asked):
        return replace(answer, value=_AIRCRAFT, rule="en.actors.unmarked-aircraft")
    pointing = _find_reference(phrase, sentence, asked)
    is_named = isinstance(answer, Found) and answer.value.actor_id is not None and answer.basis is Basis.STATED
    if pointing is None or is_named:
        return answer
    taken = {one.value.name for one in others if isinstance(one, Found)}
    mentions = tuple(one for one in asked.actors if not (isinstance(one.answer, Found) and one.answer.value.name in taken))
    referred = resolve_reference(pointing.span, sentence, asked.parsed, mentions)
    if isinstance(referred, Found):
        return replace(referred, span=phrase.span)
    return _go_on(referred, phrase, sentence, before) or (answer if isinstance(answer, Found) else referred)


def _name_owned(phrase: Phrase, sentence: Sentence, answer: Answer[Actor], asked: Asked) -> Answer[Actor] | None:
    """Return whose army or aircraft "its" are: of the state that the sentence speaks of, never of the country that the report is about."""
    owner = next((one for one in find_children(sentence, phrase.head.index, "poss") if one.text.lower() in {"its", "their"}), None)
    if owner is None or not isinstance(answer, Found) or answer.rule not in _FOCUS_ARMS:
        return None
    referred = resolve_reference(owner.span, sentence, asked.parsed, asked.actors)
    if not isinstance(referred, Found):
        return referred
    registry = asked.knowledge.actors
    entry = registry.entries.get(answer.value.actor_id or "")
    arms = (registry.get_arm(referred.value.country, arm) for arm in entry.arms) if entry and referred.value.country else ()
    own = next((arm for arm in arms if arm is not None), None)
    value = registry.to_actor(own) if own is not None and referred.value.kind == "state" else referred.value
    return Found(value, phrase.span, "en.references.owner", Basis.INHERITED)


def _is_unmarked_aircraft(answer: Found[Actor], phrase: Phrase, asked: Asked) -> bool:
    """Say whether the words name aircraft and nobody whose they are: over many wars fly several air forces."""
    return answer.value.name.endswith("Air Force") and not _OWNED.search(phrase.span.of(asked.text))


def _find_reference(phrase: Phrase, sentence: Sentence, asked: Asked) -> Phrase | None:
    """Return the phrase that points back: the whole one, or "the group" in "a unit of the group"."""
    if is_reference(phrase.span, phrase.head.span, asked.text):
        return phrase
    for preposition in find_children(sentence, phrase.head.index, "prep"):
        for inner in find_children(sentence, preposition.index, "pobj"):
            found = read_phrase(sentence, inner)
            if preposition.lemma == "of" and is_reference(found.span, inner.span, asked.text):
                return found
    return None


def _go_on(referred: Unresolved, phrase: Phrase, sentence: Sentence, before: Telling | None) -> Found[Actor] | None:
    """Let the initiator of the telling before go on as the subject "they", where he is among the candidates."""
    if before is None or phrase.head.dep not in _SUBJECTS or sentence.index - before.sentence.index > 1:
        return None
    same = (one for one in before.initiators if isinstance(one, Found) and one.value.name in referred.candidates)
    found = next(same, None)
    return Found(found.value, phrase.span, "en.references.subject-before", Basis.INHERITED) if found else None
