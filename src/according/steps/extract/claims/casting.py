"""Settle who is in each role of an event, from what its tellings put there and from what the rest of the report shows."""

from collections.abc import Iterator, Sequence

from according.model.answers import Actor, Kind, Stance, Status, Toll
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved
from according.model.records import replace
from according.steps.extract.actors_resolving import find_inside
from according.steps.extract.claims.adversaries import find_adversary
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import SIDELESS, Telling
from according.steps.extract.claims.victims import FOUGHT_OVER, name_victims
from according.steps.extract.phrases import find_children
from according.steps.extract.references import resolve_reference
from according.steps.extract.responsibility import ResponsibilityMention

_CROWDS = frozenset("peaceful_protest violent_demonstration mob_violence protest_with_intervention".split())
_ONE_SIDED = frozenset("group_change defection surrender withdrawal troop_movement headquarters_established".split())
_OWN = ("its ", "their ", "his ", "Its ", "Their ")  # "withdrew its troops": its own
_VOWING = frozenset({"vow", "threaten", "swear", "pledge"})  # "X vowed that the port would be bombed"
_EITHER = "en.actors.either-of-two"
_OBJECT = "en.generic.civilian-object"
_PEOPLE = "unspecified people"
_REACH = 3  # sentences over which an unnamed initiator may be the one of the event told before


def cast_telling(telling: Telling, asked: Asked) -> None:
    """Correct a telling's roles by its event type: the arm of a state that acts, and nobody who cannot act."""
    kind = telling.event_type.value
    event_type = asked.knowledge.event_types.get(kind)
    telling.initiators = _cast(telling.initiators, kind, asked, is_doer=True)
    telling.targets = _cast(telling.targets, kind, asked)
    if kind == "displacement":
        telling.targets = [*telling.targets, *(one for one in telling.initiators if _is_harmless(one))]
    if event_type.is_violent and kind not in _CROWDS:
        telling.initiators = [one for one in telling.initiators if not _is_harmless(one)]
    if kind == "ceasefire_declared":
        telling.targets = [one for one in telling.targets if not _is_harmless(one)]  # who is spared is no side of a truce
    if kind == "violent_demonstration":
        telling.initiators = [_name_rioters(one) for one in telling.initiators]
    if kind in _ONE_SIDED and telling.initiators:
        telling.targets = [one for one in telling.targets if not _is_own(one, asked.text)]
    if kind in _ONE_SIDED and not telling.initiators:
        telling.initiators, telling.targets = telling.targets, []


def _is_own(answer: Answer[Actor], text: str) -> bool:
    """Say whether those who are moved are the mover's own: "withdrew its troops", "sent fighters"."""
    if isinstance(answer, Found) and answer.value.is_generic and answer.value.kind not in SIDELESS:
        return True
    return answer.span is not None and answer.span.of(text).startswith(_OWN)


def _name_rioters(answer: Answer[Actor]) -> Answer[Actor]:
    """Call nameless people who riot what they are in that event."""
    if not _is_harmless(answer) or not isinstance(answer, Found) or not answer.value.is_generic:
        return answer
    return replace(answer, value=replace(answer.value, name="rioters"))


def _cast(answers: Sequence[Answer[Actor]], event_type: str, asked: Asked, *, is_doer: bool = False) -> list[Answer[Actor]]:
    settled: dict[str, Answer[Actor]] = {}
    for one in answers:
        if isinstance(one, Found):
            actor = asked.knowledge.actors.settle_arm(one.value, event_type, is_doer=is_doer)
            one = one if actor is one.value else replace(one, value=actor)
        settled.setdefault(one.value.name if isinstance(one, Found) else str(one.span), one)
    return _join_alternatives(list(settled.values()), asked.text) if len(settled) > 1 else list(settled.values())


def _join_alternatives(answers: list[Answer[Actor]], text: str) -> list[Answer[Actor]]:
    """Read "Syrian or Russian raids" as one joint actor: the text does not say which."""
    joined: list[Answer[Actor]] = []
    for one in answers:
        last = joined[-1] if joined else None
        if (
            isinstance(last, Found)
            and isinstance(one, Found)
            and text[last.span.end : one.span.start].strip() == "or"
            and not (last.value.is_generic or one.value.is_generic)
        ):
            either = Actor(f"{last.value.name} or {one.value.name}", None, one.value.kind)
            joined[-1] = Found(either, Span(last.span.start, one.span.end), _EITHER)
        else:
            joined.append(one)
    return joined


def _is_harmless(answer: Answer[Actor]) -> bool:
    return isinstance(answer, Found) and answer.value.kind in SIDELESS


def settle_initiators(draft: Draft, earlier: Sequence[Draft], asked: Asked) -> tuple[Answer[Actor], ...]:
    """Return who did it, by the first of these that gives a name.

    The claim's sentences, a claim of responsibility, the speaker of a threat, the event of the same type told just before.
    """
    told = settle_actors([telling.initiators for telling in main_first(draft)])
    if any(isinstance(one, Found) and not one.value.is_generic for one in told):
        return told
    claimants = tuple(_find_claimants(draft, asked))
    if claimants or any(isinstance(one, Found) for one in told):
        return claimants or told
    if draft.main.status.value is Status.DENIED:
        return told  # who did what is told before is not who did what somebody denies
    if any(isinstance(one, Unresolved) and one.reason is Reason.UNRESOLVED_REFERENCE for one in told):
        return told  # somebody did it, whom the text leaves open
    return tuple(_find_threatener(draft, asked)) or _find_opponent(draft, asked) or _inherit(draft, earlier) or told


def _find_opponent(draft: Draft, asked: Asked) -> tuple[Found[Actor], ...]:
    """Return the other side of a clash of which only those are told that were hit."""
    if draft.main.event_type.value != "armed_clash":
        return ()
    return find_adversary(draft, settle_actors([telling.targets for telling in main_first(draft)]), asked)


def _find_claimants(draft: Draft, asked: Asked) -> Iterator[Found[Actor]]:
    for mention in asked.responsibility:
        if mention.stance is Stance.CLAIMED and _is_about(draft, mention.cue, asked):
            inside = [one for one in find_inside(mention.actor, asked.actors) if isinstance(one.answer, Found)]
            named = next((one for one in inside if not one.is_generic), inside[0] if inside else None)
            answer = _find_meant(mention, asked) if named is not None and named.is_generic else named and named.answer
            if named is not None and isinstance(answer, Found):
                yield Found(answer.value, named.span, "en.cast.claims-responsibility", Basis.INFERRED)


def _find_meant(mention: ResponsibilityMention, asked: Asked) -> Found[Actor] | None:
    """Return whom "the group" or "its fighters" mean that claim a deed."""
    sentence = next(one for one in asked.parsed.sentences if one.index == mention.sentence)
    answer = resolve_reference(mention.actor, sentence, asked.parsed, asked.actors)
    return answer if isinstance(answer, Found) else None


def _is_about(draft: Draft, cue: Span, asked: Asked) -> bool:
    """Say whether a claim of responsibility stands in the event's sentences, or in the one right behind them."""
    if any(telling.sentence.span.contains(cue) for telling in draft.tellings):
        return True
    following = asked.parsed.sentences[draft.last_sentence + 1 : draft.last_sentence + 2]
    return any(one.span.contains(cue) for one in following)


def _find_threatener(draft: Draft, asked: Asked) -> Iterator[Found[Actor]]:
    main = draft.main
    is_threat = main.event_type.value == "threat"
    if not is_threat and main.status.value is not Status.FORESEEN:
        return
    for mention in asked.attributions:
        if (is_threat or mention.verb in _VOWING) and mention.covers(main.main.span):
            spans = [span for one in mention.speakers for span in (one.organisation or one.antecedent, one.span) if span is not None]
            inside = [one for one in asked.actors if isinstance(one.answer, Found) and any(span.contains(one.span) for span in spans)]
            named = next((one for one in inside if not one.is_generic), inside[0] if inside else None)
            if named is not None and isinstance(named.answer, Found):
                yield Found(named.answer.value, named.span, "en.cast.threatening-speaker", Basis.INFERRED)
                return


def _inherit(draft: Draft, earlier: Sequence[Draft]) -> tuple[Answer[Actor], ...]:
    first = draft.tellings[0].sentence.index
    if draft.main.kind.value is Kind.TALLY or draft.main.event_type.value == "other" or _is_by_somebodys(draft):
        return ()
    for other in reversed(earlier):
        same = other.main.event_type.value == draft.main.event_type.value
        if same and first - other.last_sentence <= _REACH:
            named = settle_actors([telling.initiators for telling in main_first(other)])
            return tuple(replace(one, rule="en.cast.event-before", basis=Basis.INHERITED) for one in named if isinstance(one, Found))
    return ()


def _is_by_somebodys(draft: Draft) -> bool:
    """Say whether something of somebody's did it: "its artillery shelled"; of whom, the words left open."""
    sentence, head = draft.main.sentence, draft.main.main.head
    return any(any(find_children(sentence, one.index, "poss")) for one in find_children(sentence, head, "nsubj"))


def settle_targets(
    draft: Draft, initiators: Sequence[Answer[Actor]], tolls: Sequence[Found[Toll]], asked: Asked
) -> tuple[Answer[Actor], ...]:
    """Return to whom it was done: the most specific that the sentences name, else those whom the tolls count.

    A town that was shelled is its people; a town that was fought over or taken is no one.
    """
    main = draft.main
    kind = main.event_type.value
    if main.kind.value is Kind.TALLY and kind == "other":
        return tuple(one for one in name_victims(tolls) if isinstance(one, Found) and one.value.name == "civilians")
    told = settle_actors(_put_objects_first([_keep_specific(telling.targets) for telling in main_first(draft)]), others=initiators)
    counted = settle_actors([name_victims(tolls)], others=initiators)
    if kind == "displacement":
        told = tuple(one for one in told if not _is_bystander(one, kind))
    if kind in FOUGHT_OVER:
        armed = tuple(one for one in told if not _is_bystander(one, kind))
        if any(isinstance(one, Found) for one in armed):
            return armed
        return find_adversary(draft, initiators, asked) or tuple(one for one in counted if not _is_bystander(one, kind)) or armed
    if not any(isinstance(one, Found) and one.value.kind != "people" for one in main.targets):
        own = settle_actors([name_victims([one for one in tolls if main.sentence.span.contains(one.span)])], others=initiators)
        if any(isinstance(one, Found) and one.value.name != _PEOPLE for one in own):
            return own  # whom the event's own sentence counts, before whom another one names
    if any(isinstance(one, Found) and one.value.kind != "people" for one in told):
        return told
    if any(isinstance(one, Found) and one.value.name != _PEOPLE for one in counted):
        return counted
    return told if any(isinstance(one, Found) for one in told) else counted or told


def _is_bystander(answer: Answer[Actor], kind: str) -> bool:
    """Say whether somebody is no side of a fight: people, and where ground changes hands the market or quarter that stands for them."""
    if not isinstance(answer, Found):
        return False
    is_people = (answer.value.kind == "people" or answer.value.name == _PEOPLE) and kind != "displacement"
    return is_people or (kind != "armed_clash" and answer.rule == _OBJECT)


def _keep_specific(answers: Sequence[Answer[Actor]]) -> list[Answer[Actor]]:
    specific = [one for one in answers if isinstance(one, Found) and one.value.kind != "people"]
    return list(specific or answers)


def _put_objects_first(told: list[list[Answer[Actor]]]) -> list[list[Answer[Actor]]]:
    """Let homes and markets that were hit say who the people were that another sentence counts."""
    if not told[0] or not all(isinstance(one, Found) and one.value.kind == "people" for one in told[0]):
        return told
    hit = [answers for answers in told if any(isinstance(one, Found) and one.rule == _OBJECT for one in answers)]
    return [*hit, *told]


def settle_actors(told: Sequence[Sequence[Answer[Actor]]], others: Sequence[Answer[Actor]] = ()) -> tuple[Answer[Actor], ...]:
    """Return who is in a role: the named actors of the telling that names any, else generic ones, else what could not be resolved.

    Args:
        told: the answers of each telling, the weightiest first.
        others: who is in the other role, and cannot be in this one too.
    """
    taken = {one.value.name for one in others if isinstance(one, Found)}
    kept = [[one for one in answers if not (isinstance(one, Found) and one.value.name in taken)] for answers in told]
    named = next((answers for answers in kept if any(isinstance(one, Found) and not one.value.is_generic for one in answers)), None)
    known = next((answers for answers in kept if any(isinstance(one, Found) for one in answers)), None)
    some = next((answers for answers in kept if answers), [])
    return tuple(_unique(named or known or some))


def _unique(answers: Sequence[Answer[Actor]]) -> list[Answer[Actor]]:
    found = [one for one in answers if isinstance(one, Found)]
    if not found:
        return list(dict.fromkeys(one for one in answers if isinstance(one, Unresolved)))
    by_name: dict[str, Found[Actor]] = {}
    for one in found:
        by_name.setdefault(one.value.name, one)
    for joint in [one.value.name for one in found if one.rule == _EITHER]:  # "X or Y" leaves neither of them sure
        for name in joint.split(" or "):
            by_name.pop(name, None)
    return [one for one in by_name.values() if not _is_state_of_another(one, list(by_name.values()))]


def _is_state_of_another(one: Found[Actor], others: Sequence[Found[Actor]]) -> bool:
    """Say whether an actor is a state beside an arm of the same state: "Syria" beside "Syrian Air Force"."""
    actor = one.value
    if actor.kind != "state" or not (actor.actor_id or "").endswith((".state", ".government")):
        return False
    return any(other.value.country == actor.country and other is not one and other.value.kind == "state" for other in others)


def main_first(draft: Draft) -> list[Telling]:
    """Return a draft's tellings, the one whose words name the event first."""
    main = draft.main
    return [main, *(telling for telling in draft.tellings if telling is not main)]
