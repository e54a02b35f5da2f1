"""Say who was hurt, where only the toll tells, and whether civilians were the target."""

import re
from collections.abc import Sequence

from according.model.answers import Actor, Harm, Toll
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved
from according.model.parsed import Sentence
from according.model.records import replace
from according.steps.extract.actors_resolving import resolve_actor
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import SIDELESS
from according.steps.extract.phrases import find_token

CIVILIAN_GROUPS = frozenset({"civilians", "children", "women", "medics", "journalists", "aid workers"})
_VICTIM_NAMES = dict.fromkeys(CIVILIAN_GROUPS, "civilians") | {
    "unspecified": "unspecified people",
    "men": "unspecified people",
    "police": "police",
}
_HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.DETAINED, Harm.DISPLACED, Harm.MISSING})
_WOUNDING = frozenset({Harm.KILLED, Harm.INJURED})
_UNKNOWN = frozenset({"civilians", "people", "unspecified people"})
FOUGHT_OVER = frozenset(
    {
        "armed_clash",
        "territory_gained_by_government",
        "territory_gained_by_nonstate_actor",
        "nonviolent_transfer_of_territory",
        "agreement",
        "ceasefire_declared",
        "withdrawal",
    }
)
_ARMED = frozenset({"rebel", "militia", "communal", "state", "gang"})
_NAMELESS = frozenset({"combatants:unspecified opposition armed group", "combatants:unidentified armed group"})
_FACELESS = frozenset({"combatants:unidentified armed group"})
_KILLING = re.compile(r"(?:kill|wound|injur|captur|eliminat|neutrali[sz]|liquidat)(?:ed|d|ing)\s+(?!in\b|by\b|when\b)", re.IGNORECASE)
_RULE = "en.targets.from-toll"


def name_victims(tolls: Sequence[Found[Toll]]) -> tuple[Answer[Actor], ...]:
    """Return who was harmed as the target, where the text names no target but counts the harmed."""
    found: dict[str, Answer[Actor]] = {}
    for toll in tolls:
        if toll.value.harm not in _HURT or toll.value.high == 0:
            continue
        who = toll.value.who
        name = who.removeprefix("combatants:") if who.startswith("combatants:") else _VICTIM_NAMES.get(who, who)
        found.setdefault(name, Found(Actor(name, is_generic=True), toll.span, _RULE, Basis.INFERRED))
    if len(found) > 1 and "unspecified people" in found:
        if _is_total(tolls):
            return (found["unspecified people"],)
        found.pop("unspecified people")
    return tuple(found.values())


def _is_total(tolls: Sequence[Found[Toll]]) -> bool:
    """Say whether the people counted without a kind are more than all of the kinds named: "40 people, 12 children among them"."""
    hurt = [one.value for one in tolls if one.value.harm in _HURT]
    people = [one for one in hurt if one.who == "unspecified" and one.low is not None]
    kinds = [one for one in hurt if one.who != "unspecified"]
    return all(
        one.low is not None and any(other.harm is one.harm and (other.low or 0) > one.low for other in people)
        for one in kinds
        if any(other.harm is one.harm for other in people)
    ) and bool(people)


def judge_civilians_targeted(draft: Draft, targets: Sequence[Answer[Actor]], tolls: Sequence[Found[Toll]], asked: Asked) -> Answer[bool]:
    """Judge whether civilians were hit: yes, only others, or not to be told from the words."""
    main = draft.main
    kinds = {one.value.kind or one.value.name for one in targets if isinstance(one, Found)}
    civilian = next((one for one in targets if isinstance(one, Found) and "civilians" in {one.value.kind, one.value.name}), None)
    if civilian is not None:
        return Found(True, civilian.span, "codebook.civilians.target", civilian.basis)
    toll = next((one for one in tolls if one.value.who in CIVILIAN_GROUPS and one.value.high != 0), None)
    if toll is not None and not kinds - _UNKNOWN and not _is_total(tolls):
        return Found(True, toll.span, "codebook.civilians.toll", Basis.INFERRED)
    if toll is not None:
        return Unresolved(Reason.AMBIGUOUS, toll.span)
    hurt = any(one.value.who == "unspecified" and one.value.harm in _WOUNDING and one.value.high != 0 for one in tolls)
    if hurt or kinds & _UNKNOWN or main.event_type.value == "threat":
        return Unresolved(Reason.NOT_MENTIONED)
    if kinds:
        return Found(False, main.main.span, "codebook.civilians.others-only", Basis.INFERRED)
    is_violent = asked.knowledge.event_types.get(main.event_type.value).is_violent
    is_hurt = any(one.value.harm in _WOUNDING and one.value.high != 0 for one in tolls)
    if (not is_violent and not is_hurt) or main.event_type.value in FOUGHT_OVER:
        return Found(False, main.main.span, "codebook.civilians.nobody-hit", Basis.INFERRED)
    return Unresolved(Reason.NOT_MENTIONED)


def name_counted(
    tolls: Sequence[Found[Toll]], initiators: Sequence[Answer[Actor]], targets: Sequence[Answer[Actor]], text: str, *, is_fight: bool
) -> tuple[Found[Toll], ...]:
    """Give counted fighters without a name the one armed group that was the target: "7 militants" of the group whose base was hit.

    In a fight both sides count their dead: there it may be either side that is no state.
    """
    named = [one.value for one in targets if isinstance(one, Found) and not one.value.is_generic and one.value.kind in _ARMED]
    if is_fight and len(named) == 1 and named[0].kind == "state":
        others = [one.value for one in initiators if isinstance(one, Found) and not one.value.is_generic and one.value.kind in _ARMED]
        named = [one for one in others if one.kind != "state"] or named
    if len(named) != 1:
        return tuple(tolls)
    whole = f"combatants:{named[0].name}"
    doers = {one.value.name for one in initiators if isinstance(one, Found)}
    told = {toll.value.harm for toll in tolls if toll.value.who == whole}  # "a soldier and five militants": the others are not his comrades
    nameless = _NAMELESS if named[0].kind != "state" else _FACELESS
    return tuple(
        replace(toll, value=replace(toll.value, who=whole), basis=Basis.INHERITED)
        if toll.value.who in nameless
        and toll.value.harm not in told
        and not (named[0].name in doers and _KILLING.match(text, toll.span.start, toll.span.end))  # nobody is said to kill his own
        else toll
        for toll in tolls
    )


def name_group(words: Span, sentence: Sentence, asked: Asked) -> str:
    """Return the neutral name of the armed group that a figure counts; one without a name stays unidentified."""
    head = find_token(sentence, words)
    answer = resolve_actor(words, head.span if head else words, sentence, asked.text, asked.actors, asked.knowledge.actors)
    if isinstance(answer, Found) and answer.value.kind not in SIDELESS:
        return answer.value.name
    return "unidentified armed group"
