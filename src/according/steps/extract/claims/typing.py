"""Settle what kind of event each telling, and then each claim, is about."""

from collections.abc import Sequence
from itertools import pairwise

from according.knowledge.weapons import WeaponHit
from according.model.answers import Kind
from according.model.evidence import Basis, Found
from according.model.records import replace
from according.model.trigger import Strength, Trigger
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.casting import cast_telling
from according.steps.extract.claims.linking import METHODS, drop_effects
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.event_types import settle_event_type
from according.steps.extract.phrases import find_children
from according.steps.extract.weapons import find_named, find_weapon

_BOMBING = "en.explosive_device.bombing"
_ATTACKS = frozenset({"attack_on_civilians", "armed_clash"})
_LAID = frozenset({"explosive_device", "suicide_bombing", "grenade"})


def settle_tellings(tellings: Sequence[Telling], asked: Asked) -> None:
    """Give each telling its weapon and its event type, by the codebook's boundary rules."""
    heads: dict[int, set[int]] = {}
    for telling in tellings:
        heads.setdefault(telling.sentence.index, set()).update(trigger.head for trigger in telling.triggers)
    named: dict[int, tuple[WeaponHit, ...]] = {}
    words: dict[int, frozenset[str]] = {}
    for telling in tellings:
        index = telling.sentence.index
        if index not in named:
            named[index] = find_named(telling.sentence, asked.text, asked.knowledge.weapons)
            words[index] = _list_words([telling])
        telling.weapon = find_weapon(telling.sentence, telling.triggers, heads[index], named[index], asked.text) if named[index] else None
        telling.event_type = _settle(telling.triggers, [telling], words[index], asked)
        cast_telling(telling, asked)
    _follow_similar(tellings)
    _follow_report(tellings)


def _follow_similar(tellings: Sequence[Telling]) -> None:
    """Let "a similar attack" be of the kind of the event told just before."""
    for before, telling in pairwise(tellings):
        is_vague = telling.main.is_nominal and telling.main.strength is Strength.VAGUE and telling.event_type.value in _ATTACKS
        near = telling.sentence.index - before.sentence.index <= 1
        if is_vague and near and before.event_type.value in METHODS and _is_similar(telling):
            telling.event_type = replace(
                telling.event_type, value=before.event_type.value, rule="codebook.similar-attack", basis=Basis.INHERITED
            )


def _is_similar(telling: Telling) -> bool:
    return any(one.lemma == "similar" for one in find_children(telling.sentence, telling.main.head, "amod"))


def _follow_report(tellings: Sequence[Telling]) -> None:
    """Let "the bombing" be from the air where the report tells of air strikes and of no bomb that was laid."""
    named = {one.event_type for telling in tellings for one in telling.triggers if one.strength is Strength.EVENT}
    if "air_strike" not in named or named & _LAID:
        return
    for telling in tellings:
        if telling.main.rule == _BOMBING and telling.event_type.value == "explosive_device" and telling.weapon is None:
            telling.event_type = replace(telling.event_type, value="air_strike", rule="codebook.bombing-of-report", basis=Basis.INFERRED)


def settle_drafts(drafts: list[Draft], asked: Asked) -> list[Draft]:
    """Settle the event type again over all tellings of a draft: what one sentence calls an attack, another calls a shelling."""
    for draft in drafts:
        if len(draft.tellings) > 1:
            triggers = [trigger for telling in draft.tellings for trigger in telling.triggers]
            draft.main.event_type = _settle(drop_effects(triggers), draft.tellings, _list_words(draft.tellings), asked)
        draft.settled = draft.main
    return drafts


def _settle(triggers: Sequence[Trigger], tellings: Sequence[Telling], words: frozenset[str], asked: Asked) -> Found[str]:
    weapon = next((telling.weapon.value for telling in tellings if telling.weapon), None)
    settled = settle_event_type(
        triggers,
        event_types=asked.knowledge.event_types,
        weapon=asked.knowledge.weapons.classify(weapon) if weapon else None,
        initiator_kinds=_kinds(tellings, "initiators"),
        target_kinds=_kinds(tellings, "targets"),
        words=words,
    )
    is_total = all(telling.kind.value is Kind.TALLY and telling.is_harm_only for telling in tellings) and weapon is None
    if is_total:
        return replace(settled, value="other", rule="codebook.tally-without-means", basis=Basis.INFERRED)
    return settled


def _list_words(tellings: Sequence[Telling]) -> frozenset[str]:
    return frozenset[str]().union(*[telling.sentence.words for telling in tellings])


def _kinds(tellings: Sequence[Telling], role: str) -> frozenset[str]:
    answers = [answer for telling in tellings for answer in getattr(telling, role)]
    return frozenset(answer.value.kind or "other" for answer in answers if isinstance(answer, Found))
