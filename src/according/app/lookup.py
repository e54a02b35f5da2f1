"""Look up a name: whom or what place it may mean, how well each candidate fits, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from according.errors import InvalidRequestError
from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_entries import ActorEntry
from according.knowledge.actors_names import NameUse, fold_name
from according.knowledge.loader import Knowledge
from according.knowledge.places import MatchKind, PlaceRow, is_assumed_population, measure_km, resolve_place_name

_FORM_SCORES = {
    "name": 1.0, "alias": 0.95, "former": 0.9, "abbreviation": 0.9, "country": 0.9, "generic": 0.8, "label": 0.7,
    "leader": 0.5, "capital": 0.5, "demonym": 0.5,
}  # fmt: skip
_FORM_WORDS = {
    "name": "its usual name", "alias": "another name of it", "former": "a name that it gave up", "abbreviation": "its abbreviation",
    "country": "a country, standing for its state", "generic": "a word for actors without a name",
    "label": "what its enemies call it, kept as framing", "leader": "a person whose name stands for it",
    "capital": "a capital, standing for its state", "demonym": "people or things of that country",
}  # fmt: skip
_MATCH_SCORES = {MatchKind.EXACT: 1.0, MatchKind.VARIANT: 0.9, MatchKind.SKELETON: 0.7, MatchKind.FUZZY: 0.5}
_MATCH_WORDS = {
    MatchKind.EXACT: "the same spelling",
    MatchKind.VARIANT: "the same name, spelled another usual way",
    MatchKind.SKELETON: "the same consonants",
    MatchKind.FUZZY: "nearly the same letters",
}
_NEAR_KM = 50.0
_LIKE = 78.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold one meaning of a name.

    Args:
        score: 0 to 1, for ranking only; it is no probability.
        about: what is known of it, as (what, value) pairs.
        why: what speaks for and against it.
    """

    id_: str
    name: str
    score: float
    about: tuple[tuple[str, str], ...]
    why: tuple[str, ...]
    at: tuple[float, float] | None = None  # latitude and longitude of a place


def find_actor_candidates(knowledge: Knowledge, name: str, *, on: date | None = None, country: str | None = None) -> tuple[Candidate, ...]:
    """Return whom a name may mean, best first; when nobody has it, the actors with the most similar names."""
    registry = knowledge.actors
    uses = {use.owner: use for use in sorted(_list_uses(registry, name), key=lambda use: -_FORM_SCORES.get(use.form, 0.3))[::-1]}
    found = [_judge_actor(registry, use, on, country) for use in uses.values()] or list(_find_similar(registry, name, on))
    return tuple(sorted(found, key=lambda one: (-one.score, one.id_)))


def _list_uses(registry: ActorRegistry, name: str) -> Iterator[NameUse]:
    for spelled in dict.fromkeys((name, name.removeprefix("the ").removeprefix("The "))):
        key = fold_name(spelled)
        yield from registry.index.get(key)
        yield from registry.generic_index.get(key)
        if key in registry.made_names:
            yield NameUse(registry.made_names[key], "name")


def _judge_actor(registry: ActorRegistry, use: NameUse, on: date | None, country: str | None) -> Candidate:
    score, why = _FORM_SCORES.get(use.form, 0.3), [_FORM_WORDS.get(use.form, use.form)]
    if use.exact:
        why.append(f"only when it is written {use.exact!r}")
    if use.owner in registry.generics:
        generic = registry.generics[use.owner]
        return Candidate(generic.id_, generic.name or generic.words[0], score, (("kind", generic.kind),), tuple(why))
    entry = registry.entries[use.owner]
    if on and entry.active_from and on < entry.active_from:
        score, why = score / 2, [*why, f"not before {entry.active_from}"]
    if on and entry.active_to and on > entry.active_to:
        score, why = score / 2, [*why, f"not after {entry.active_to}"]
    if on and entry.name_on(on) != entry.name:
        why.append(f"on {on} it was called {entry.name_on(on)}; later {entry.name}")
    if country and entry.countries and country not in entry.countries:
        score, why = score / 2, [*why, f"not known to act in {country}"]
    return Candidate(entry.id_, entry.name_on(on), round(score, 3), _describe_actor(entry), tuple(why))


def _describe_actor(entry: ActorEntry) -> tuple[tuple[str, str], ...]:
    years = f"{entry.active_from or '…'} to {entry.active_to or '…'}" if entry.active_from or entry.active_to else ""
    former = "; ".join(f"{old.name} until {old.until}" for old in entry.former)
    about = (
        ("kind", entry.kind),
        ("side", entry.side or ""),
        ("countries", ", ".join(entry.countries)),
        ("active", years),
        ("formerly", former),
        ("part of", ", ".join(parent.id_ for parent in entry.parents)),
        ("also", ", ".join((*entry.aliases[:4], *entry.abbreviations[:2]))),
        ("source", entry.source),
    )
    return tuple((key, value) for key, value in about if value)


def _find_similar(registry: ActorRegistry, name: str, on: date | None) -> Iterator[Candidate]:
    from rapidfuzz import fuzz, process

    named = {entry.id_: [fold_name(one) for one in (entry.name, *entry.aliases)] for entry in registry.entries.values()}
    spellings = [(id_, spelled) for id_, spelt in named.items() for spelled in spelt]
    hits = process.extract(fold_name(name), [spelled for _, spelled in spellings], scorer=fuzz.ratio, score_cutoff=_LIKE, limit=8)
    best: dict[str, float] = {}
    for _, likeness, position in hits:
        best.setdefault(spellings[position][0], likeness)
    for id_, likeness in best.items():
        entry = registry.entries[id_]
        why = ("no actor has this name; this one's is similar, and no report is coded by it",)
        yield Candidate(id_, entry.name_on(on), round(likeness / 400, 3), _describe_actor(entry), why)


def find_place_candidates(knowledge: Knowledge, name: str, *, near: str | None = None, country: str | None = None) -> tuple[Candidate, ...]:
    """Return what places a name may mean, best first.

    Raises:
        InvalidRequestError: if no gazetteer has the place it is said to be near.
    """
    places = knowledge.places
    beside = resolve_place_name(near, places, country=country) if near else None
    if near and beside is None:
        raise InvalidRequestError(f"no gazetteer has {near!r}", where="--near", cure="Name a town or a province.")
    found = (_judge_place(row, beside) for row in places.lookup(name, country=country, loosest=MatchKind.FUZZY))
    return tuple(sorted(found, key=lambda one: (-one.score, one.id_)))


def _judge_place(row: PlaceRow, beside: PlaceRow | None) -> Candidate:
    people = min(len(str(row.population)), 7) / 7 if row.population else 0.0
    score = _MATCH_SCORES[row.match] * (row.likeness / 100) * (0.55 + 0.1 * row.is_primary + 0.35 * people)
    why = [_MATCH_WORDS[row.match] + (f" ({row.likeness} %)" if row.match is MatchKind.FUZZY else "")]
    why.append("its main name" if row.is_primary else "another name of it")
    is_known = row.population and not is_assumed_population(row.place_id, row.population)
    why.append(f"{row.population:,} people" if is_known else "population not known")
    if beside is not None:
        away = measure_km(row.latitude, row.longitude, beside.latitude, beside.longitude)
        score *= _NEAR_KM / (_NEAR_KM + away)
        why.append(f"{away:,.0f} km from {beside.name}")
    about = tuple(
        (key, value) for key, value in (("feature", row.feature.value), ("admin1", row.admin1), ("country", row.country)) if value
    )
    return Candidate(row.place_id, row.name, round(score, 3), about, tuple(why), (row.latitude, row.longitude))
