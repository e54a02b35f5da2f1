"""Infer the other side of a fight that names one: who stands against it in the same sentences, or held the ground before."""

from collections.abc import Iterator, Sequence

from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft

_TAKEN = "territory_gained_by_government"
_TWO_SIDED = frozenset({_TAKEN, "territory_gained_by_nonstate_actor", "armed_clash"})
_STATE = frozenset({"state", "police"})
_REBEL = frozenset({"rebel", "gang"})
_EITHER = frozenset({"militia", "communal"})
_RULE = "en.cast.other-side"


def find_adversary(draft: Draft, side: Sequence[Answer[Actor]], asked: Asked) -> tuple[Found[Actor], ...]:
    """Return who stands on the other side of a fight than those given, or nothing where the text names nobody of a hostile kind.

    Who lost ground to a state is looked for in the whole text before; every other side only in the sentences of the event.
    """
    kind = draft.main.event_type.value
    ours = [one.value for one in side if isinstance(one, Found)]
    if kind not in _TWO_SIDED or not ours:
        return ()
    known = {actor.name for actor in ours}
    for telling in (draft.main, *(one for one in draft.tellings if one is not draft.main)):
        start, end = telling.sentence.span.start, telling.sentence.span.end
        hostile = [one for one in _list_hostile(ours, known, asked) if start <= one.span.start < end and _may_lose(one, kind)]
        if found := _pick(hostile, draft):
            return (found,)
    if kind != _TAKEN:
        return ()
    start = draft.main.sentence.span.start
    before = [one for one in _list_hostile(ours, known, asked) if one.span.start < start]
    found = _pick([one for one in before if one.is_name][-1:] or before[-1:], draft)
    return (found,) if found else ()


def _list_hostile(ours: Sequence[Actor], known: set[str], asked: Asked) -> Iterator[ActorMention]:
    speakers = [speaker.span for mention in asked.attributions for speaker in mention.speakers]
    for one in asked.actors:
        if not isinstance(one.answer, Found) or one.answer.value.name in known or one.form in {"demonym", "country", "capital"}:
            continue
        if any(span.overlaps(one.span) for span in speakers) or _calls_another(one, asked):
            continue
        if all(_is_hostile(actor, one.answer.value) for actor in ours):
            yield one


def _calls_another(mention: ActorMention, asked: Asked) -> bool:
    """Say whether words for a kind of group stand right before a name: "Al-Qaeda affiliate Al-Nusra Front"."""
    if not asked.text.startswith(("affiliate", "affiliates", "offshoot", "branch"), max(mention.span.start, mention.span.end - 9)):
        return False
    return any(one.is_name and one.span.start == mention.span.end + 1 for one in asked.actors)


def _is_hostile(one: Actor, other: Actor) -> bool:
    """Say whether two kinds of actors fight each other: a state and rebels, or a militia and either."""
    if one.side is not None and one.side == other.side:
        return False
    kinds = {one.kind, other.kind}
    if not kinds <= _STATE | _REBEL | _EITHER:
        return False
    return bool(kinds & _EITHER) or bool(kinds & _STATE and kinds & _REBEL)


def _may_lose(mention: ActorMention, kind: str) -> bool:
    """Say whether somebody may have held what changed hands: from rebels' gains the state lost, unless the words say it."""
    is_state = isinstance(mention.answer, Found) and mention.answer.value.kind in _STATE
    return is_state or kind != "territory_gained_by_nonstate_actor"


def _pick(mentions: Sequence[ActorMention], draft: Draft) -> Found[Actor] | None:
    """Return the mention nearest to the word that names the event, a name before a word for anybody."""
    at = draft.main.main.span.start
    best = min(mentions, key=lambda one: (not one.is_name, abs(one.span.start - at)), default=None)
    if best is None or not isinstance(best.answer, Found):
        return None
    return Found(best.answer.value, best.span, _RULE, Basis.INFERRED)
