"""Answer who is meant by a name, on a given day: the registry of actors, read from data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from according.errors import KnowledgeError
from according.knowledge.actors_entries import ActorEntry, read_entries
from according.knowledge.actors_generic import GenericActor, load_generic_actors
from according.knowledge.actors_names import NameIndex, NameUse, fold_name
from according.knowledge.actors_spellings import index_spellings, vary_name
from according.knowledge.actors_states import (
    Arm,
    Country,
    Settling,
    load_adversaries,
    load_arms,
    load_countries,
    load_settlings,
    load_towns,
)
from according.knowledge.reading import read_toml
from according.model.answers import Actor

_STATES = frozenset({"state", "government", "government_forces", "capital"})
_SETTLED = _STATES | {"army"}  # the parts of a state of which another part may do the deed
_ONLY_PLURAL = frozenset({"others"})  # "other" is no person
_MADE = "made from the table of countries"
_RANK = {"name": 0, "alias": 1, "country": 1, "abbreviation": 2, "former": 2, "label": 3, "leader": 4, "capital": 5, "demonym": 6}


@dataclass(frozen=True, slots=True)
class ActorRegistry:
    """Hold all actors and the names by which they go.

    Args:
        entries: by id, the generated ones of states included.
        index: every name, alias, abbreviation, country and demonym.
        generics: by id.
        generic_index: the words without a name.
        arm_of: the id of an actor by country and arm, `SY:army`.
        made_names: the ids of made actors by folded name; a text's "Turkish troops" is put together when it is read.
        adversaries: whom a side calls the enemy, by the id of the actor or the code of the state.
    """

    entries: Mapping[str, ActorEntry]
    index: NameIndex
    generics: Mapping[str, GenericActor]
    generic_index: NameIndex
    arm_of: Mapping[str, str]
    countries: Mapping[str, Country]
    settlings: tuple[Settling, ...] = ()
    made_names: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    adversaries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def get_arm(self, country: str, arm: str) -> ActorEntry | None:
        """Return a part of a country's state, or what stands in for it."""
        found = self.arm_of.get(f"{country}:{arm}")
        return self.entries[found] if found else None

    def find_named(self, name: str, on: date | None = None, country: str | None = None) -> tuple[ActorEntry, ...]:
        """Return the actors that a name may mean on a day, best first; several mean that it is ambiguous."""
        key = fold_name(name.removeprefix("the ").removeprefix("The "))
        uses = [use for use in self.index.get(key) if not use.exact or use.exact == name.replace(".", "")]
        if not uses and (made := self.made_names.get(key)):
            return (self.entries[made],)
        return self.rank_uses(tuple(uses), on, country)

    def rank_uses(self, uses: tuple[NameUse, ...], on: date | None, country: str | None) -> tuple[ActorEntry, ...]:
        """Return the actors of a name that fit the day and the country best, all of those that fit alike."""
        if len(uses) == 1:
            return (self.entries[uses[0].owner],)
        scored = []
        for use in uses:
            entry = self.entries[use.owner]
            is_early = bool(on and entry.active_from and on < entry.active_from)
            is_abroad = bool(country and entry.countries and country not in entry.countries)
            is_past = bool(on and entry.active_to and on > entry.active_to)
            is_wide = bool(country) != bool(entry.countries)  # where a country is known, its own actor is nearer than the world's
            scored.append((is_early or is_past, is_abroad, _RANK.get(use.form, 7), is_wide, use.owner))
        if not scored:
            return ()
        best = min(scored)[:4]
        ids = dict.fromkeys(owner for *rank, owner in sorted(scored) if tuple(rank) == best)
        return tuple(self.entries[owner] for owner in ids)

    def canonical(self, name: str, on: date | None = None) -> str:
        """Return the id of the actor with this name, or the folded name when none or several have it."""
        found = self.find_named(name, on)
        if len(found) == 1:
            return found[0].id_
        plain = fold_name(name.removeprefix("the ").removeprefix("The "))
        meant = self.generic_index.get(plain)
        called = fold_name(self.generics[meant[0].owner].name) if meant else plain
        generic = next((entry.id_ for entry in self.generics.values() if called and fold_name(entry.name) == called), None)
        return generic or plain

    def to_actor(self, entry: ActorEntry, on: date | None = None) -> Actor:
        """Return an entry as the answer to who it was on a day."""
        country = entry.countries[0] if entry.countries else None
        return Actor(entry.name_on(on), entry.id_, entry.kind, entry.side, country)

    def settle_arm(self, actor: Actor, event_type: str, *, is_doer: bool = False) -> Actor:
        """Return the part of a state that acts in this type of event, when the report names only the state.

        Args:
            is_doer: it did it, so that an army that bombs from the air is the air force.
        """
        entry = self.entries.get(actor.actor_id or "")
        if entry is None or not _SETTLED & set(entry.arms) or not entry.countries:
            return actor
        arm = next((rule.arm for rule in self.settlings if event_type in rule.event_types), None)
        if not _STATES & set(entry.arms) and not (is_doer and arm == "air_force"):
            return actor  # an army does everything but fly
        if arm is None or ("government_forces" in entry.arms and arm != "air_force"):
            return actor
        found = self.get_arm(entry.countries[0], arm)
        return self.to_actor(found) if found else actor


def load_actors(directories: tuple[Path, ...]) -> ActorRegistry:
    """Read actors/**, and the generic words; what a later directory holds replaces entries of the same id.

    Raises:
        KnowledgeError: if a file does not have the shape, or two entries of one directory share an id.
    """
    countries, arms = load_countries(directories), load_arms(directories)
    entries: dict[str, ActorEntry] = {}
    for number, directory in enumerate(directories):
        entries |= read_entries(directory, is_users=number > 0)
    arm_of = {f"{entry.countries[0]}:{arm}": entry.id_ for entry in entries.values() for arm in entry.arms if entry.countries}
    for one in entries.values():
        for key in (f"{held}:{arm}" for held in one.occupies for arm in one.arms):
            arm_of.setdefault(key, one.id_)
    made_names: dict[str, str] = {}
    for country in countries:
        made = {f"{country.iso2}:{arm.id_}": entry for arm in arms if (entry := _make_arm(country, arm, arm_of))}
        entries |= {entry.id_: entry for entry in made.values()}
        arm_of |= {key: entry.id_ for key, entry in made.items()}
        for entry in (one for one in made.values() if "state" not in one.arms):
            made_names |= {_fold_plain(name): entry.id_ for name in (entry.name, *entry.aliases)}
        for arm in arms:
            key = f"{country.iso2}:{arm.id_}"
            if key not in arm_of and (other := arm_of.get(f"{country.iso2}:{arm.without}")):
                arm_of[key] = other
    generics = load_generic_actors(directories)
    spellings = _read_spellings(directories)
    by_country = {country.iso2: country for country in countries}
    return ActorRegistry(
        MappingProxyType(entries),
        NameIndex(_find_names(entries, by_country, arm_of, spellings)),
        MappingProxyType({entry.id_: entry for entry in generics}),
        NameIndex((fold_name(form), NameUse(entry.id_, "generic")) for entry in generics for word in entry.words for form in _number(word)),
        MappingProxyType(arm_of),
        MappingProxyType(by_country),
        load_settlings(directories),
        MappingProxyType(made_names),
        MappingProxyType(load_towns(directories)),
        MappingProxyType(_read_adversaries(directories, entries, by_country)),
    )


def _read_adversaries(
    directories: tuple[Path, ...], entries: Mapping[str, ActorEntry], countries: Mapping[str, Country]
) -> dict[str, tuple[str, ...]]:
    found = load_adversaries(directories)
    for one in (name for side, enemies in found.items() for name in (side, *enemies)):
        if one not in entries and one not in countries:
            raise KnowledgeError(
                f"`{one}` is no actor and no country", where="adversaries.tsv", cure="Give an actor's id or a country's code."
            )
    return found


def _read_spellings(directories: tuple[Path, ...]) -> tuple[tuple[str, ...], ...]:
    paths = [directory / "actors" / "states" / "spellings.toml" for directory in directories]
    return tuple(tuple(group) for path in paths if path.exists() for group in read_toml(path).get("same", []))


def _make_arm(country: Country, arm: Arm, taken: Mapping[str, str]) -> ActorEntry | None:
    if f"{country.iso2}:{arm.id_}" in taken or not arm.name:
        return None
    names = {"country": country.country, "adjective": country.adjective, "capital": country.capital}
    also = tuple(template.format(**names) for template in arm.aliases)
    more = country.also if arm.id_ == "state" else ()
    return ActorEntry(
        f"{country.iso2.lower()}.{arm.id_}",
        arm.name.format(**names),
        arm.kind,
        _MADE,
        aliases=(*also, *more),
        countries=(country.iso2,),
        arms=(arm.id_,),
    )


def _find_names(
    entries: Mapping[str, ActorEntry], countries: Mapping[str, Country], arm_of: Mapping[str, str], spellings: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, NameUse]]:
    groups = index_spellings(spellings)
    for entry in entries.values():
        if entry.source == _MADE:
            continue
        for name, form in _list_names(entry):
            use = NameUse(entry.id_, form, _need_case(name, form), name.lower() != name)
            for key in sorted(vary_name(name, groups)) if not use.exact else [fold_name(name)]:
                yield key, use
    for country in countries.values():
        state = arm_of.get(f"{country.iso2}:state")
        if state is None:
            continue
        yield fold_name(country.country), NameUse(state, "country")
        for name in country.also:
            yield fold_name(name), NameUse(state, "country", _need_case(name, "abbreviation"))
        for name in (country.adjective, *country.people):
            yield fold_name(name), NameUse(state, "demonym", _need_case(name, "abbreviation"))
        if country.capital:
            yield fold_name(country.capital), NameUse(state, "capital")


def _list_names(entry: ActorEntry) -> Iterator[tuple[str, str]]:
    if "state" not in entry.arms:
        yield entry.name, "name"
        yield from ((name, "alias") for name in entry.aliases)
    yield from ((name, "abbreviation") for name in entry.abbreviations)
    for old in entry.former:
        yield from ((name, "former") for name in (old.name, *old.aliases, *old.abbreviations))
    yield from ((name, "label") for name in entry.labels)
    yield from ((name, "leader") for name in entry.leaders)


def _fold_plain(name: str) -> str:
    return fold_name(name) if not name.isascii() or "." in name else name.lower().replace("-", " ").replace("'", "")


def _need_case(name: str, form: str) -> str:
    plain = name.replace(".", "")
    short = len(plain) <= 4 and plain.upper() == plain
    return plain if (short and len(plain) < 4) or (form == "abbreviation" and len(plain) < 4) or (short and form != "name") else ""


def _number(word: str) -> tuple[str, ...]:
    """Return a word in both numbers, as far as a rule can tell."""
    if word in _ONLY_PLURAL:
        return (word,)
    if word.endswith("men"):
        return (word, word[:-3] + "man")
    if word.endswith("ies"):
        return (word, word[:-3] + "y")
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return (word, word[:-1])
    return (word,)
