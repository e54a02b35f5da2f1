"""Answer whom the words of one find mean: a known name, a state's arm, or words without a name."""

import re

from according.knowledge.actors_entries import ActorEntry
from according.knowledge.actors_finding import Hit
from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.steps.extract.actors_mentions import ActorMention, Scene
from according.steps.extract.actors_whose import is_american_state, judge_country, names_outlet

_LONGER = re.compile(r"[a-z,] (?:the )?[A-Z][a-z]+ $")  # "Chin" before "National Defence Force": another group's longer name


def means_the_same_anywhere(hit: Hit, words: str, scene: Scene) -> bool:
    """Say whether what stands around the words cannot change whom they mean."""
    if hit.uses[0].form == "generic":
        return not scene.registry.generics[hit.uses[0].owner].arm
    return not hit.arm or not (words.startswith("Georgia") or words.lower().endswith("state"))


def move_mention(mention: ActorMention, span: Span) -> ActorMention:
    """Return the same reading of the same words at another place."""
    answer = mention.answer
    if isinstance(answer, Unresolved):
        moved: Answer[Actor] = Unresolved(answer.reason, span, answer.candidates)
    else:
        moved = Found(answer.value, span, answer.rule, answer.basis, answer.confidence, answer.rejected)
    return ActorMention(span, moved, mention.is_generic, mention.form, mention.word)


def read_hit(scene: Scene, hit: Hit, known: frozenset[str]) -> ActorMention:
    """Return whom the words of a find mean.

    Args:
        known: ids of the actors that the report calls by a name or alias somewhere.
    """
    span = Span(hit.start, hit.end)
    if hit.uses[0].form == "generic":
        return _read_generic(scene, hit, span)
    entries = scene.registry.rank_uses(hit.uses, scene.on, scene.country)
    if len(entries) > 1:
        entries = tuple(entry for entry in entries if entry.id_ in known) or entries
    if hit.arm and is_american_state(span, scene.text):
        word = next(one for one in scene.registry.generics.values() if one.arm == hit.arm)
        local = Actor(word.name, None, word.kind, is_generic=True)
        return ActorMention(span, Found(local, span, "en.actors.american-state", Basis.INFERRED), True, "generic", word.id_)
    if hit.arm and entries and entries[0].countries and not names_outlet(span, scene.text):
        arm = scene.registry.get_arm(entries[0].countries[0], hit.arm)
        if arm:
            return ActorMention(span, Found(scene.registry.to_actor(arm, scene.on), span, "en.actors.state-arm"), False, "arm")
    if len(entries) > 1:
        names = tuple(sorted({entry.name for entry in entries}))
        return ActorMention(span, Unresolved(Reason.AMBIGUOUS, span, names), False, hit.form)
    use = next(use for use in hit.uses if use.owner == entries[0].id_)
    is_state = use.form in {"country", "capital", "demonym"}
    if _is_of_elsewhere(scene, entries[0], use.form, span):
        return ActorMention(span, Unresolved(Reason.AMBIGUOUS, span, (entries[0].name,)), True, hit.form)
    return ActorMention(span, _read_name(scene, entries[0], use.form, span, known), is_state, use.form)


def _is_of_elsewhere(scene: Scene, entry: ActorEntry, form: str, span: Span) -> bool:
    """Say whether words of many conflicts ("popular committees", "UN peacekeepers") are an actor's whose country the report never names."""
    words = span.of(scene.text)
    if not scene.country or not entry.countries or scene.country in entry.countries:
        return False
    is_common = form == "label" or (form == "alias" and (words == words.lower() or entry.kind == "international"))
    if not is_common and not (form in {"name", "alias"} and _LONGER.search(scene.text, max(0, span.start - 20), span.start)):
        return False
    known = (scene.registry.countries.get(country) for country in entry.countries)
    return not any(one is not None and (one.country in scene.text or one.adjective in scene.text) for one in known)


def _read_name(scene: Scene, entry: ActorEntry, form: str, span: Span, known: frozenset[str]) -> Answer[Actor]:
    text = span.of(scene.text)
    is_bare = form == "abbreviation" and len(text.replace(".", "")) < 3 and entry.id_ not in known
    if is_bare and entry.countries and scene.country not in entry.countries:
        return Unresolved(Reason.AMBIGUOUS, span, (entry.name,))
    actor = scene.registry.to_actor(entry, scene.on)
    since = entry.since(form)
    if since and scene.on and scene.on <= since:
        early = (Rejection(entry.name, f"the actor bore this name only after {since.isoformat()}"),)
        return Found(actor, span, "en.actors.name-before-its-time", rejected=early)
    return Found(actor, span, f"en.actors.{form}")


def _read_generic(scene: Scene, hit: Hit, span: Span) -> ActorMention:
    entry = scene.registry.generics[hit.uses[0].owner]
    country = judge_country(span, scene.parsed, scene.lands) if entry.arm else scene.country
    if entry.name and entry.arm and country and (arm := scene.registry.get_arm(country, entry.arm)):
        actor = scene.registry.to_actor(arm, scene.on)
        return ActorMention(span, Found(actor, span, "en.actors.arm-of-focus-country", Basis.INFERRED), True, "generic", entry.id_)
    if not entry.name or names_outlet(span, scene.text):
        return ActorMention(span, Unresolved(Reason.NOT_MENTIONED, span), True, "generic", entry.id_)
    actor = Actor(entry.name, None, entry.kind, None, country, is_generic=True)
    return ActorMention(span, Found(actor, span, entry.id_), True, "generic", entry.id_)
