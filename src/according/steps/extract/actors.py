"""Answer who is named in a report: known names, names that the text introduces, states and their arms, and words without a name."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_finding import Hit, find_hits
from according.knowledge.actors_names import NameUse, Words, find_words
from according.model.answers import Actor
from according.model.evidence import Basis, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport
from according.steps.extract.actors_introduced import find_introduced, find_unknown_groups
from according.steps.extract.actors_mentions import ActorMention, Scene, find_name_spans
from according.steps.extract.actors_reading import means_the_same_anywhere, move_mention, read_hit
from according.steps.extract.actors_resolving import resolve_actor, resolve_actors
from according.steps.extract.actors_short import follow_short_names
from according.steps.extract.actors_whose import find_towns, read_lands

__all__ = ["ActorMention", "Scene", "find_actors", "find_focus_country", "find_name_spans", "open_scene", "resolve_actor", "resolve_actors"]

_NEAR = 250  # characters
_WEIGHTS = {"country": 3, "demonym": 1, "capital": 2, "arm": 1}  # of a vote for the country that a report is about
_SEATS = ("-based", " based", "-registered", "-headquartered")
_OWNED = re.compile(r"(?:government|regime|junta|army)\b", re.IGNORECASE)  # "regime warplanes" are of the state that the report is about
_ETHNIC = ("ethnic ", "Ethnic ")  # said of a people wherever it lives
_ORIGINS = frozenset({"country", "demonym"})
_FLIES = re.compile(r"\b(?:coalition|NATO|alliance)\b", re.IGNORECASE)  # what has warplanes without being a state


def open_scene(
    parsed: ParsedReport, registry: ActorRegistry, on: date | None = None, country: str | None = None
) -> tuple[Scene, tuple[ActorMention, ...]]:
    """Return the scene of a report and its mentions; a country that nobody gives is read from the text."""
    words = find_words(parsed.report.text)
    hits = find_hits(parsed.report.text, registry, words)
    given = country or parsed.report.country
    towns = find_towns(words, registry)
    votes = _count_votes([hit for hit in hits if not _is_seat(hit, parsed.report.text)], towns, registry)
    lands = read_lands(given, votes, hits, towns, parsed, registry)
    scene = Scene(parsed, registry, on, given or _pick_most(votes), lands)
    return scene, _read_mentions(scene, hits, words)


def find_actors(
    parsed: ParsedReport, registry: ActorRegistry, on: date | None = None, country: str | None = None
) -> tuple[ActorMention, ...]:
    """Return every mention of an actor in a report, in order."""
    return open_scene(parsed, registry, on, country)[1]


def find_focus_country(hits: tuple[Hit, ...], words: Words, registry: ActorRegistry) -> str | None:
    """Return the country that a report is about: the one that most of its names belong to."""
    return _pick_most(_count_votes(hits, find_towns(words, registry), registry))


def _pick_most(votes: Counter[str]) -> str | None:
    ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    return ranked[0][0] if ranked else None


def _is_seat(hit: Hit, text: str) -> bool:
    """Say whether a country only tells where a speaker sits, or which people somebody is of: "the Britain-based monitor"."""
    if text.startswith(_SEATS, hit.end):
        return hit.form in {"country", "capital", "demonym", "abbreviation"}
    return hit.form in _ORIGINS and text.endswith(_ETHNIC, 0, hit.start)


def _count_votes(hits: Sequence[Hit], towns: list[tuple[int, str]], registry: ActorRegistry) -> Counter[str]:
    votes: Counter[str] = Counter()
    weighed: dict[tuple[NameUse, ...], tuple[str, int] | None] = {}
    for hit in hits:
        form = hit.form
        if form == "generic":
            continue
        if hit.uses not in weighed:
            weighed[hit.uses] = _weigh(hit.uses, registry)
        if (vote := weighed[hit.uses]) is not None:
            votes[vote[0]] += _WEIGHTS.get(form, vote[1]) + (2 if hit.start < 300 and form in {"country", "demonym"} else 0)
    for start, country in towns:
        votes[country] += 2 if start >= 300 else 4
    return votes


def _weigh(uses: tuple[NameUse, ...], registry: ActorRegistry) -> tuple[str, int] | None:
    """Return the country that a name speaks for, and how much where its form says nothing."""
    countries = {registry.entries[use.owner].countries[:1] for use in uses if use.form != "generic"}
    country = next(iter(countries)) if len(countries) == 1 else ()
    return (country[0], 2 if registry.entries[uses[0].owner].arms else 1) if country else None


def _read_mentions(scene: Scene, hits: tuple[Hit, ...], words: Words) -> tuple[ActorMention, ...]:
    introduced = find_introduced(scene, hits)
    known = frozenset(use.owner for hit in hits for use in hit.uses if use.form in {"name", "alias"})
    taken = [mention.span for mention in introduced]
    read: dict[tuple[str, str | None], ActorMention] = {}
    mentions = []
    for hit in hits:
        span = Span(hit.start, hit.end)
        if (taken and any(span.overlaps(other) for other in taken)) or _is_part_of_name(span, scene.text):
            continue
        key = (scene.text[hit.start : hit.end], hit.arm)
        mention = read.get(key)
        if mention is None:
            mention = read_hit(scene, hit, known)
            if means_the_same_anywhere(hit, key[0], scene):
                read[key] = mention
        else:
            mention = move_mention(mention, span)
        mentions.append(mention)
    mentions = _follow_arms(scene, mentions)
    if _ETHNIC[0] in scene.text or _ETHNIC[1] in scene.text:
        mentions = [_read_ethnic(mention, scene) for mention in mentions]
    spans = tuple(sorted([*taken, *(mention.span for mention in mentions if mention.form != "generic")], key=_get_start))
    unknown = find_unknown_groups(scene, spans, words)
    covered = [mention.span for mention in unknown]
    if covered:
        mentions = [mention for mention in mentions if not any(mention.span.overlaps(other) for other in covered)]
    together = sorted([*introduced, *mentions, *unknown], key=_get_place)
    return tuple(sorted(follow_short_names(scene.text, together), key=_get_place))


def _read_ethnic(mention: ActorMention, scene: Scene) -> ActorMention:
    """Read "ethnic Albanians" as people, and "ethnic Albanian" as no state's."""
    span = mention.span
    if mention.form not in _ORIGINS or not scene.text.endswith(_ETHNIC, 0, span.start):
        return mention
    if not scene.text.endswith("s", span.start, span.end):
        return ActorMention(span, Unresolved(Reason.NOT_MENTIONED, span), True, "generic")
    people = Actor("unspecified people", kind="people", is_generic=True)
    return ActorMention(span, Found(people, span, "en.actors.people-of", Basis.INFERRED), True, "generic")


def _get_place(mention: ActorMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _get_start(span: Span) -> int:
    return span.start


def _is_part_of_name(span: Span, text: str) -> bool:
    """Say whether "Sheikh" belongs to the name of a place or a person: "Sheikh Maqsoud"."""
    return (
        span.end - span.start == len("Sheikh")
        and span.of(text) == "Sheikh"
        and bool(re.match(r"[\s-](?:al-)?[A-Z]", text[span.end : span.end + 5]))
    )


def _follow_arms(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Read "the warplanes" as those of the state whose air force was named just before, if one was."""
    named: dict[str, tuple[int, Actor]] = {}
    followed = []
    for mention in mentions:
        if not mention.is_generic and isinstance(mention.answer, Found):
            known = scene.registry.entries.get(mention.answer.value.actor_id or "")
            for arm in (*known.arms, *(("air_force",) if _FLIES.search(known.name) else ())) if known else ():
                named[arm] = (mention.span.end, mention.answer.value)
        elif named and mention.word and not _OWNED.match(mention.span.of(scene.text)):
            mention = _follow_arm(mention, named, scene)
        followed.append(mention)
    return followed


def _follow_arm(mention: ActorMention, named: dict[str, tuple[int, Actor]], scene: Scene) -> ActorMention:
    entry = scene.registry.generics.get(mention.word or "")
    end, actor = named.get(entry.arm, (-_NEAR, None)) if entry else (-_NEAR, None)
    if actor is None or mention.span.start - end >= _NEAR:
        return mention
    return ActorMention(
        mention.span, Found(actor, mention.span, "en.actors.arm-named-before", Basis.INHERITED), True, "generic", mention.word
    )
