"""Say whom "the enemy", "we" and "our forces" mean: by who speaks, or whose statement it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_entries import ActorEntry
from according.knowledge.actors_finding import find_hits
from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Span
from according.model.parsed import ParsedReport
from according.model.report import Report
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.attribution import AttributionMention

_WORDS: Final = re.compile(
    r"\b(?:[Ee]nemy|ENEMY)\b(?![-\s](?:combatants?|number|territory|of\b))|\b[Ww]e\b"
    r"|\b[Oo]ur(?=\s+(?:\w+[\s-]){0,2}?(?:forces|fighters|troops|soldiers|army|units?|aviation|aircraft|artillery|positions|defenders|"
    r"men|heroes|mujahideen|warriors|brigades?|battalions?|military|drones?|navy|patrols?|convoys?|air defen[cs]es?|commandos|gunners|"
    r"snipers?|missiles?|rockets|air force|resistance|guerrillas|militants|bases|outposts|brothers|engineers|knights|lions|youths?|sons)\b)"
)
_FAITHFUL: Final = re.compile(r"\b[Mm]ujahid(?:een|in)\b(?!\s+of\b)")  # what some groups call their own men
_STATEMENT: Final = re.compile(
    r"\b(?:statement|communiqu[eé]|spokes\w+|press|staff|command|bulletin|ministry|information|media|office|leadership)\b", re.IGNORECASE
)
_COMMUNIQUE: Final = re.compile(
    r"\b(?:communiqu[eé]|statement|press release|(?:military )?media (?:office|foundation|cent(?:er|re))|daily summary|operations room|"
    r"official spokes\w+|general (?:command|staff))\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"\b(?:said|told|according to|reported|reports)\b")
_OWN_GROUP: Final = re.compile(
    r"(?<!at )(?<!on )(?<!along )\b[Tt]he\s+(?:(?P<band>mujahid[ei]+n|brothers|heroes|lions|resistance|resistance fighters|revolutionaries)"
    r"|(?P<kind>group|front|movement|organi[sz]ation|coalition|alliance|Forces|Army|Brigades?|Party|Command|Council))\b"
    r"(?![-\s](?:lines?|of|door|held|page)\b|-)"
)
_ANY_GROUP: Final = frozenset({"group", "movement", "organisation", "organization"})
_RIVALS: Final = frozenset({"rebel", "militia", "gang", "communal"})
_NEAR: Final = 250  # characters in which another group may be "the group"
_ARMED: Final = frozenset({"state", "rebel", "militia", "police", "gang", "communal"})
_OWN: Final = frozenset({"name", "alias", "abbreviation", "arm", "introduced", "former"})
_ADJECTIVES: Final = frozenset({"demonym", "country", "alias", "name", "abbreviation"})
_FIGHTING: Final = frozenset({"armed_forces", "army", "government_forces"})
_OPENING: Final = 200  # characters in which a statement says that it is one
_HEAD: Final = 300  # characters in which a statement says whose it is
_ENEMY: Final = "en.actors.enemy-of-speaker"
_SELF: Final = "en.actors.first-person"


@dataclass(frozen=True, slots=True)
class _Scene:
    parsed: ParsedReport
    registry: ActorRegistry
    actors: tuple[ActorMention, ...]
    attributions: tuple[AttributionMention, ...]
    home: str


def add_sides(
    actors: tuple[ActorMention, ...],
    attributions: tuple[AttributionMention, ...],
    home: str | None,
    parsed: ParsedReport,
    registry: ActorRegistry,
    voice: Actor | None = None,
) -> tuple[ActorMention, ...]:
    """Return the mentions of a report with "we", "our" and "the enemy" among them, where it is known who speaks.

    Args:
        voice: the armed group whose statement the report is.
        home: the country from which the outlet reports, for one that calls somebody the enemy in its own voice.
    """
    matches = list(_WORDS.finditer(parsed.report.text))
    whose = registry.entries.get(voice.actor_id or "") if voice is not None else None
    faithful = list(_FAITHFUL.finditer(parsed.report.text)) if whose is not None else []
    is_own = whose is not None or _is_communique(parsed.report.text)
    if not matches and not is_own:
        return actors
    scene = _Scene(parsed, registry, actors, attributions, home or parsed.report.country or "")
    called = _find_called_enemies(scene)
    publisher = whose or _find_publisher(scene)
    added = _find_own_group(publisher, scene) if is_own and publisher is not None else []
    for match in matches:
        span = Span(match.start(), match.end())
        named = called.get(span.start)
        is_enemy = match[0].lower() == "enemy"
        side = _find_speaker(span, publisher, whose, is_enemy, scene)
        entry = side if not is_enemy else _force_of(named, registry) if named else _find_enemy(side, called, scene)
        if entry is not None and not any(one.span.overlaps(span) for one in added):
            added.append(_mention(entry, span, _ENEMY if is_enemy else _SELF, registry))
    band = [Span(match.start(), match.end()) for match in faithful]
    band = [span for span in band if not any(one.span.overlaps(span) for one in added)]
    added += [_mention(whose, span, _SELF, registry) for span in band if whose is not None]
    if not added:
        return actors
    taken = {one.span for one in added}
    kept = [one for one in actors if not any(one.span.overlaps(span) for span in taken)]
    return tuple(sorted([*kept, *added], key=lambda one: (one.span.start, one.span.end)))


def _mention(entry: ActorEntry, span: Span, rule: str, registry: ActorRegistry) -> ActorMention:
    answer: Answer[Actor] = Found(registry.to_actor(entry), span, rule, Basis.INFERRED)
    return ActorMention(span, answer, False, "demonym" if entry.kind == "state" else "label")


def _is_communique(text: str) -> bool:
    """Say whether a text opens as a party's own statement, and not as a report about one."""
    return _COMMUNIQUE.search(text, 0, _OPENING) is not None and _TOLD.search(text, 0, _OPENING) is None


def _find_own_group(publisher: ActorEntry, scene: _Scene) -> list[ActorMention]:
    """Return where a party's statement calls the party itself "the front", "the group" or "the brothers"."""
    if publisher.kind not in _RIVALS:
        return []
    names = " ".join((publisher.name, *publisher.aliases, *(one.name for one in publisher.former))).lower()
    text = scene.parsed.report.text
    found = []
    for match in _OWN_GROUP.finditer(text):
        kind = (match["kind"] or "").lower()
        if kind and (_names_rival(match.start(), publisher, scene) if kind in _ANY_GROUP else kind not in names):
            continue
        found.append(_mention(publisher, Span(match.start(), match.end()), _SELF, scene.registry))
    return found


def _names_rival(at: int, publisher: ActorEntry, scene: _Scene) -> bool:
    """Say whether another group is named shortly before the words, which may mean it."""
    near = (one for one in scene.actors if one.is_name and at - _NEAR < one.span.start < at and isinstance(one.answer, Found))
    return any(
        one.answer.value.kind in _RIVALS and one.answer.value.actor_id != publisher.id_ for one in near if isinstance(one.answer, Found)
    )


def _find_called_enemies(scene: _Scene) -> dict[int, ActorMention]:
    """Return, by where "enemy" stands, the adjective before it that says which: "the Saudi enemy"."""
    text = scene.parsed.report.text
    called: dict[int, ActorMention] = {}
    for one in scene.actors:
        if one.form in _ADJECTIVES and isinstance(one.answer, Found) and text[one.span.end : one.span.end + 6].lower() == " enemy":
            called[one.span.end + 1] = one
    return called


def _force_of(mention: ActorMention, registry: ActorRegistry) -> ActorEntry | None:
    """Return the forces of the state that is named, or the actor itself."""
    assert isinstance(mention.answer, Found)
    return _arm_side(registry.entries.get(mention.answer.value.actor_id or ""), registry)


def _find_speaker(span: Span, publisher: ActorEntry | None, whose: ActorEntry | None, is_enemy: bool, scene: _Scene) -> ActorEntry | None:
    """Return the side that says the words: who is quoted, whose statement it is, and for "we" who spoke last before."""
    if whose is not None and not is_enemy and not any(quote.span.contains(span) for quote in scene.parsed.quotes):
        return whose  # outside quotes "we" is who writes, whatever others are said to have said
    covering = next((one for one in scene.attributions if one.covers(span)), None)
    if covering is not None:
        return _side_of(covering, scene) or (publisher if is_enemy else None)
    if publisher is not None or is_enemy or any(quote.span.contains(span) for quote in scene.parsed.quotes):
        return publisher
    before = [one for one in scene.attributions if one.cue.end <= span.start]
    return _side_of(before[-1], scene) if before else None


def _side_of(mention: AttributionMention, scene: _Scene) -> ActorEntry | None:
    for speaker in mention.speakers:
        for part in (speaker.organisation, speaker.antecedent, speaker.span):
            inside = (one for one in scene.actors if part is not None and part.contains(one.span))
            if (entry := _first_side(inside, scene.registry)) is not None:
                return entry
    return None


def _first_side(mentions: Iterator[ActorMention] | Sequence[ActorMention], registry: ActorRegistry) -> ActorEntry | None:
    for one in mentions:
        if isinstance(one.answer, Found) and one.answer.value.kind in _ARMED and one.answer.value.actor_id:
            return _arm_side(registry.entries.get(one.answer.value.actor_id), registry)
    return None


def _arm_side(entry: ActorEntry | None, registry: ActorRegistry) -> ActorEntry | None:
    """Return who fights for a state whose ministry, staff or government speaks; every other side as it is."""
    if entry is None or entry.kind != "state" or not entry.countries or _FIGHTING & set(entry.arms):
        return entry
    return registry.get_arm(entry.countries[0], "armed_forces") or entry


def _find_publisher(scene: _Scene) -> ActorEntry | None:
    """Return the side whose outlet the report is from, or whose statement its first lines say that it is."""
    report = scene.parsed.report
    outlet = find_outlet_side(report, scene.registry)
    if outlet is not None:
        return outlet
    if _STATEMENT.search(report.text, 0, _HEAD) is None:
        return None
    return _first_side([one for one in scene.actors if one.span.start < _HEAD and one.form in _OWN], scene.registry)


def find_outlet_side(report: Report, registry: ActorRegistry) -> ActorEntry | None:
    """Return the side whose outlet a report is from."""
    for outlet in (report.publisher, report.origin):
        for hit in find_hits(outlet, registry) if outlet else ():
            if hit.form in _OWN and hit.uses[0].form != "capital":
                entry = registry.entries.get(hit.uses[0].owner)
                arm = registry.get_arm(entry.countries[0], hit.arm) if entry and hit.arm and entry.countries else entry
                if arm is not None and arm.kind in _ARMED:
                    return _arm_side(arm, registry)
    return None


def _find_enemy(side: ActorEntry | None, called: dict[int, ActorMention], scene: _Scene) -> ActorEntry | None:
    """Return the one enemy of a side that the report names, or the only one that it has."""
    for one in called.values():
        return _force_of(one, scene.registry)
    known = _list_known(side, scene)
    named = [one for one in known if _is_named(one, scene)]
    if len(named) == 1 or (not named and len(known) == 1):
        return (named or known)[0]
    if named or side is None:
        return None
    hostile = {one.id_: one for one in _list_hostile(side, scene)}
    return next(iter(hostile.values())) if len(hostile) == 1 else None


def _list_known(side: ActorEntry | None, scene: _Scene) -> list[ActorEntry]:
    registry = scene.registry
    keys = [side.id_] if side is not None else []
    if side is None or side.kind == "state":
        keys += side.countries[:1] if side is not None else [scene.home]
    enemies = next((registry.adversaries[key] for key in keys if key in registry.adversaries), ())
    found = (registry.entries.get(one) or registry.get_arm(one, "armed_forces") for one in enemies)
    return [one for one in found if one is not None]


def _is_named(entry: ActorEntry, scene: _Scene) -> bool:
    """Say whether a report names an actor, or any part of its state."""
    for one in scene.actors:
        if isinstance(one.answer, Found) and not (one.is_generic and one.form == "generic"):
            value = one.answer.value
            if value.actor_id == entry.id_ or (entry.arms and value.kind == "state" and value.country in entry.countries):
                return True
    return False


def _list_hostile(side: ActorEntry, scene: _Scene) -> Iterator[ActorEntry]:
    """List the named rebels in a report by a state's side, or the forces of the state in one by rebels."""
    wanted = {"rebel", "gang"} if side.kind == "state" else {"state"}
    for one in scene.actors:
        if isinstance(one.answer, Found) and one.answer.value.kind in wanted and one.answer.value.actor_id and one.form not in {"capital"}:
            entry = scene.registry.entries.get(one.answer.value.actor_id)
            if entry is not None and (not side.countries or not entry.countries or set(side.countries) & set(entry.countries)):
                forces = scene.registry.get_arm(entry.countries[0], "armed_forces") if entry.arms and entry.countries else entry
                yield forces or entry
