"""Settle who is blamed for a claim's event, who claims it and who denies it, and who says so."""

import re
from collections.abc import Sequence

from according.model.answers import Actor, Responsibility, Speaker, Stance, Status
from according.model.evidence import Answer, Found, Span, Unresolved
from according.steps.extract.actors_resolving import resolve_actor
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.linking import METHODS
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.speakers import name_government, name_organisation, name_speaker_fully, name_speaker_side, say_words
from according.steps.extract.claims.telling import REAL
from according.steps.extract.references import is_reference, resolve_reference
from according.steps.extract.responsibility import OWN_ACT, ResponsibilityMention
from according.steps.extract.responsibility_charges import WORK

_STATES = frozenset({"state", "police", "international"})
_ARMED = frozenset({"rebel", "militia", "gang", "communal", "other"})
_OWN = frozenset({"it", "they", "he", "she", "we", "its", "their"})
_NEAR = 40  # characters
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_DEEDS = (METHODS | {"execution", "abduction", "aircraft_downed", "property_destruction"}) - {"armed_clash"}
_OWN_DEEDS = _DEEDS | {"armed_clash", "territory_gained_by_nonstate_actor"}  # of a group that tells of them in a statement of its own
_OWN_STATEMENT = "en.responsibility.own-statement"
_THIRD_PERSON = re.compile(r"(?:its?|their|they|he|his)\b", re.IGNORECASE)
_OWN_TOLD = "en.responsibility.own-deed-told"
_RIVAL_TOLD = "en.responsibility.told-though-denied"
Acts = dict[tuple[str, str, str], Found[Responsibility]]


def settle_responsibility(
    draft: Draft,
    initiators: Sequence[Answer[Actor]],
    targets: Sequence[Answer[Actor]],
    attribution: Sequence[Found[Speaker]],
    asked: Asked,
) -> tuple[Found[Responsibility], ...]:
    """Return who blames whom, who claims it and who denies it, in the sentences of the claim and those that point at them."""
    found: Acts = {}
    doers = {one.value.name for one in initiators if isinstance(one, Found)}
    states = {_state_of(one.value) for one in initiators if isinstance(one, Found)} - {None}
    hurt = {one.value.name for one in targets if isinstance(one, Found)} - doers
    for mention in asked.responsibility:
        if not _is_about(mention, draft):
            continue
        if mention.rule == WORK and mention.by is None and asked.voice is None:
            continue  # the outlet only reports whose work it was
        by = _name_side(mention.by, mention, asked) if mention.by else asked.voice if mention.rule == WORK else None
        side = by if mention.is_own or (by and _is_speaker(mention, asked)) else _name_side(mention.actor, mention, asked)
        if (
            side is None
            or side.name.lower() in _OWN
            or (side.kind is None and not mention.is_own and any(one.span == mention.actor for one in asked.places))  # a place is no party
            or (mention.rule == OWN_ACT and (side.kind in _STATES or draft.main.event_type.value not in _DEEDS))
        ):
            continue  # a state that tells what its forces did only reports it
        if mention.stance is Stance.DENIED and not mention.is_own and draft.main.status.value is Status.DENIED:
            continue  # that the event is denied is its status
        if not mention.tells and side.name in hurt and by is not None and _state_of(by) in states:
            continue  # whom the doer blames for something else
        actor = asked.knowledge.actors.settle_arm(side, draft.main.event_type.value).name
        said_by = _name_by(mention.by, by, asked) if mention.by and by else by.name if by else "the outlet"
        _add(found, actor, mention.stance, said_by, mention.cue, mention.rule)
    _add_told(found, draft, initiators, attribution, asked)
    _add_own_statement(found, draft, initiators, attribution, asked)
    return tuple(found.values())


def _is_speaker(mention: ResponsibilityMention, asked: Asked) -> bool:
    """Say whether a pronoun right behind who speaks means him: "the ministry denied that it had …"."""
    by = mention.by
    return by is not None and mention.actor.of(asked.text).lower() in _OWN and 0 < mention.actor.start - by.end < _NEAR


def _state_of(actor: Actor) -> str | None:
    """Return what the ids of a side's parts begin with: the country, or the whole of a group's id."""
    return actor.actor_id.partition(".")[0] if actor.actor_id and actor.kind in _STATES else actor.actor_id


def _add(found: Acts, actor: str, stance: Stance, by: str, span: Span, rule: str) -> None:
    found.setdefault((actor, stance.value, by), Found(Responsibility(actor, stance, by), span, rule))


def _add_told(found: Acts, draft: Draft, initiators: Sequence[Answer[Actor]], attribution: Sequence[Found[Speaker]], asked: Asked) -> None:
    """Add what plain reports say: a group that tells of its own deed claims it; who names a doer that denies the deed blames him."""
    denied = {actor: by for actor, stance, by in found if stance == Stance.DENIED.value}
    for doer in initiators:
        if not isinstance(doer, Found):
            continue
        name = doer.value.name
        for one in attribution:
            speaker = one.value
            own = speaker.name == name or speaker.name.startswith(f"{name} (")
            is_told = draft.main.event_type.value in _DEEDS and draft.main.status.value in REAL
            if own and is_told and doer.value.kind in _ARMED and not doer.value.is_generic:
                _add(found, name, Stance.CLAIMED, name, one.span, _OWN_TOLD)
            elif not own and name in denied and speaker.name != denied[name] and _names_doer(one.span, name, draft, asked):
                _add(found, name, Stance.BLAMED, speaker.name, one.span, _RIVAL_TOLD)


def _names_doer(speaker: Span, name: str, draft: Draft, asked: Asked) -> bool:
    """Say whether it is a speaker's own words that name the doer."""
    return any(
        mention.covers(telling.main.span) and any(one.span == speaker for one in mention.speakers)
        for telling in draft.tellings
        if any(isinstance(doer, Found) and doer.value.name == name for doer in telling.initiators)
        for mention in asked.attributions
    )


def _add_own_statement(
    found: Acts, draft: Draft, initiators: Sequence[Answer[Actor]], attribution: Sequence[Found[Speaker]], asked: Asked
) -> None:
    """Add that a group which publishes a statement claims the deeds that it tells there of itself, as "we" or by name.

    "Its artillery" may be the enemy's.
    """
    voice, main = asked.voice, draft.main
    if voice is None or attribution or main.status.value is not Status.HAPPENED or main.event_type.value not in _OWN_DEEDS:
        return
    for doer in initiators:
        if not isinstance(doer, Found) or doer.value.name != voice.name or _THIRD_PERSON.match(doer.span.of(asked.text)):
            continue
        if any(telling.sentence.span.contains(doer.span) for telling in draft.tellings):
            _add(found, voice.name, Stance.CLAIMED, voice.name, main.main.span, _OWN_STATEMENT)


def _name_by(words: Span, by: Actor, asked: Asked) -> str:
    """Return who says so, named as where he vouches for something."""
    speaker = next((one for each in asked.attributions for one in each.speakers if one.span.overlaps(words)), None)
    if speaker is not None:
        return name_speaker_fully(speaker, asked)[0]
    return name_government(words, asked) or by.name


def _is_about(mention: ResponsibilityMention, draft: Draft) -> bool:
    """Say whether a speech act speaks of a claim: of its trigger if it tells one, else of its sentence."""
    tellings = [one for one in (*draft.tellings, *draft.answers) if one.sentence.index == mention.about]
    return any(not mention.tells or any(trigger.span in mention.tells for trigger in one.triggers) for one in tellings)


def _name_side(words: Span, mention: ResponsibilityMention, asked: Asked) -> Actor:
    """Return whom the words of a speech act mean, as the registry, the report's speakers or the text itself name them."""
    sentence = next(one for one in asked.parsed.sentences if one.index == mention.sentence)
    speaker = next((one for each in asked.attributions for one in each.speakers if one.span.overlaps(words)), None)
    named = name_organisation(words, asked) or (name_speaker_side(speaker, asked) if speaker is not None else None)
    tokens = [token for token in sentence.tokens if words.contains(token.span)]
    indexes = {token.index for token in tokens}
    head = next((one for one in tokens if one.head not in indexes or one.head == one.index), None)
    if head is not None:
        actors, registry = asked.actors, asked.knowledge.actors
        answer = resolve_actor(words, head.span, sentence, asked.text, actors, registry)
        if isinstance(answer, Unresolved) and (is_reference(words, head.span, asked.text) or head.pos == "PRON"):
            answer = resolve_reference(words, sentence, asked.parsed, actors) if named is None else answer
        if isinstance(answer, Found) and (named is None or answer.value.name == named):
            return answer.value
    said = say_words(speaker, asked) if speaker is not None and head is not None and head.pos == "PRON" else words.of(asked.text)
    return Actor(named or _ARTICLE.sub("", said))
