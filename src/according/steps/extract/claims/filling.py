"""Fill the roles of a telling: who did it and to whom, from the words around its triggers."""

from collections.abc import Sequence

from according.model.answers import Actor
from according.model.evidence import Answer, Found, Span
from according.steps.extract.claims.naming import Around, name_phrases
from according.steps.extract.claims.telling import SIDELESS, Telling
from according.steps.extract.phrases import Phrase
from according.steps.extract.roles import find_roles
from according.steps.extract.roles_addressed import ADDRESSED


def fill_roles(telling: Telling, around: Around) -> None:
    """Give a telling its initiators, its targets and what was hit; the word that says most comes first, others fill what it leaves open."""
    main = telling.main
    heads = {trigger.head for trigger in telling.triggers}
    for trigger in [main, *[one for one in telling.triggers if one is not main]]:
        frame = find_roles(telling.sentence, trigger)
        telling.is_mutual = telling.is_mutual or frame.between
        if trigger is main or not _is_settled(telling.initiators):
            _fill(telling.initiators, frame.initiators, telling, telling.targets, around)
        if trigger is main or not _is_settled(telling.targets):
            _fill(telling.targets, frame.targets, telling, telling.initiators, around)
        telling.hits += [phrase for phrase in frame.targets if phrase.rule != ADDRESSED and _is_thing(phrase, heads, around)]


def _is_settled(answers: Sequence[Answer[Actor]]) -> bool:
    return any(isinstance(one, Found) and one.value.kind not in SIDELESS for one in answers)


def _fill(
    answers: list[Answer[Actor]], phrases: Sequence[Phrase], telling: Telling, others: Sequence[Answer[Actor]], around: Around
) -> None:
    has_named = any(_is_named(one) for one in answers)
    ways: set[str] = set()  # the paths in the syntax that led to names
    for phrase in phrases:
        if phrase.rule == ADDRESSED and phrase.head.dep != "conj" and any(isinstance(one, Found) for one in answers):
            return
        named = name_phrases(phrase, telling, others, around)
        for answer in named:
            if ((has_named or ways - {phrase.rule}) and _is_nameless_armed(answer)) or (
                _is_nameless_arm(answer) and any(_is_named(one) for one in answers)
            ):
                continue
            if len(named) == 1 and isinstance(answer, Found) and phrase.span.contains(answer.span):
                answer = Found(answer.value, phrase.span, answer.rule, answer.basis, answer.confidence, answer.rejected)
            if _is_named(answer):
                ways.add(phrase.rule)
            _add(answers, answer)


def _is_thing(phrase: Phrase, heads: set[int], around: Around) -> bool:
    head = phrase.head
    return (
        head.index not in heads
        and head.pos in {"NOUN", "PROPN"}
        and not (around.days and any(one.contains(head.span) for one in around.days))
    )


def _is_named(answer: Answer[Actor]) -> bool:
    return isinstance(answer, Found) and not answer.value.is_generic


def _is_nameless_armed(answer: Answer[Actor]) -> bool:
    return isinstance(answer, Found) and answer.value.is_generic and answer.value.kind not in SIDELESS


def _is_nameless_arm(answer: Answer[Actor]) -> bool:
    """Say whether an answer is some state's arm, of no state: "a drone" beside "French jets"."""
    return isinstance(answer, Found) and answer.value.is_generic and answer.value.kind == "state"


def _add(answers: list[Answer[Actor]], answer: Answer[Actor]) -> None:
    if not answers or _key(answer) not in [_key(one) for one in answers]:
        answers.append(answer)


def _key(answer: Answer[Actor]) -> str | Span | None:
    return answer.value.name if isinstance(answer, Found) else answer.span
