"""Answer who is named in a report: known names, names that the text introduces, states and their arms, and words without a name."""

import re
from collections import Counter
from datetime import date

from according.knowledge.actors import ActorEntry, ActorRegistry
from according.knowledge.actors_finding import Hit, find_hits
from according.knowledge.actors_names import Word, find_words
from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.model.parsed import ParsedReport
from according.steps.extract.actors_introduced import find_introduced, find_unknown_groups
from according.steps.extract.actors_mentions import ActorMention, Scene, find_name_spans
from according.steps.extract.actors_resolving import resolve_actor, resolve_actors
from according.steps.extract.actors_whose import is_american_state, judge_country, names_outlet, read_lands

__all__ = ["ActorMention", "Scene", "find_actors", "find_focus_country", "find_name_spans", "open_scene", "resolve_actor", "resolve_actors"]

_NEAR = 250  # characters
_FLIES = re.compile(r"\b(?:coalition|NATO|alliance)\b", re.IGNORECASE)  # what has warplanes without being a state


def open_scene(
    parsed: ParsedReport, registry: ActorRegistry, on: date | None = None, country: str | None = None
) -> tuple[Scene, tuple[ActorMention, ...]]:
    """Return the scene of a report and its mentions; a country that nobody gives is read from the text."""
    words = find_words(parsed.report.text)
    hits = find_hits(parsed.report.text, registry, words)
    given = country or parsed.report.country
    votes = _count_votes(hits, parsed.report.text, words, registry)
    lands = read_lands(given, votes, hits, words, parsed.report.text, registry)
    scene = Scene(parsed, registry, on, given or _pick_most(votes), lands)
    return scene, _read_mentions(scene, hits)


def find_actors(
    parsed: ParsedReport, registry: ActorRegistry, on: date | None = None, country: str | None = None
) -> tuple[ActorMention, ...]:
    """Return every mention of an actor in a report, in order."""
    return open_scene(parsed, registry, on, country)[1]


def find_focus_country(hits: tuple[Hit, ...], text: str, words: tuple[Word, ...], registry: ActorRegistry) -> str | None:
    """Return the country that a report is about: the one that most of its names belong to."""
    return _pick_most(_count_votes(hits, text, words, registry))


def _pick_most(votes: Counter[str]) -> str | None:
    ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    return ranked[0][0] if ranked else None


def _count_votes(hits: tuple[Hit, ...], text: str, words: tuple[Word, ...], registry: ActorRegistry) -> Counter[str]:
    votes: Counter[str] = Counter()
    for hit in hits:
        countries = dict.fromkeys(registry.entries[use.owner].countries[:1] for use in hit.uses if use.form != "generic")
        if len(countries) == 1 and (owners := next(iter(countries))):
            weight = {"country": 3, "demonym": 1, "capital": 2, "arm": 1}.get(
                hit.form, 2 if registry.entries[hit.uses[0].owner].arms else 1
            )
            votes[owners[0]] += weight + (2 if hit.start < 300 and hit.form in {"country", "demonym"} else 0)
    for word in words:
        if (town := registry.towns.get(word.key)) and text[word.start].isupper():
            votes[town] += 2 if word.start >= 300 else 4
    return votes


def _read_mentions(scene: Scene, hits: tuple[Hit, ...]) -> tuple[ActorMention, ...]:
    introduced = find_introduced(scene, hits)
    known = frozenset(use.owner for hit in hits for use in hit.uses if use.form in {"name", "alias"})
    mentions = []
    taken = [mention.span for mention in introduced]
    for hit in hits:
        span = Span(hit.start, hit.end)
        if not any(span.overlaps(other) for other in taken) and not _is_part_of_name(span, scene.text):
            mentions.append(_read_hit(scene, hit, known))
    mentions = _follow_arms(scene, mentions)
    spans = tuple(sorted([*taken, *(mention.span for mention in mentions if mention.form != "generic")]))
    unknown = find_unknown_groups(scene, spans)
    covered = [mention.span for mention in unknown]
    kept = [mention for mention in mentions if not any(mention.span.overlaps(other) for other in covered)]
    return tuple(sorted([*introduced, *kept, *unknown], key=lambda mention: mention.span))


def _is_part_of_name(span: Span, text: str) -> bool:
    """Say whether "Sheikh" belongs to the name of a place or a person: "Sheikh Maqsoud"."""
    return span.of(text) == "Sheikh" and bool(re.match(r"[\s-](?:al-)?[A-Z]", text[span.end : span.end + 5]))


def _follow_arms(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Read "the warplanes" as those of the state whose air force was named just before, if one was."""
    named: dict[str, tuple[int, Actor]] = {}
    followed = []
    for mention in mentions:
        entry = scene.registry.generics.get(mention.word or "")
        if isinstance(mention.answer, Found) and not mention.is_generic:
            known = scene.registry.entries.get(mention.answer.value.actor_id or "")
            for arm in (*known.arms, *(("air_force",) if _FLIES.search(known.name) else ())) if known else ():
                named[arm] = (mention.span.end, mention.answer.value)
        if entry and entry.arm in named and mention.span.start - named[entry.arm][0] < _NEAR:
            answer = Found(named[entry.arm][1], mention.span, "en.actors.arm-named-before", Basis.INHERITED)
            mention = ActorMention(mention.span, answer, True, "generic", mention.word)
        followed.append(mention)
    return followed


def _read_hit(scene: Scene, hit: Hit, known: frozenset[str]) -> ActorMention:
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
    """Say whether words that many conflicts know ("popular committees") belong to an actor of a country that the report never names."""
    words = span.of(scene.text)
    if not scene.country or not entry.countries or scene.country in entry.countries:
        return False
    if form != "label" and (form != "alias" or words != words.lower()):
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
    if entry.arm and country and (arm := scene.registry.get_arm(country, entry.arm)):
        actor = scene.registry.to_actor(arm, scene.on)
        return ActorMention(span, Found(actor, span, "en.actors.arm-of-focus-country", Basis.INFERRED), True, "generic", entry.id_)
    if not entry.name:
        return ActorMention(span, Unresolved(Reason.NOT_MENTIONED, span), True, "generic", entry.id_)
    actor = Actor(entry.name, None, entry.kind, None, country, is_generic=True)
    return ActorMention(span, Found(actor, span, entry.id_), True, "generic", entry.id_)
