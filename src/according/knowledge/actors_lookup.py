"""Answer `according lookup actor NAME`: the actors that a name may mean, each with a score and why."""

from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_entries import ActorEntry
from according.knowledge.actors_finding import find_hits
from according.knowledge.actors_names import fold_name

_ENOUGH = 82.0  # below this, two names are only alike by chance


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    """Hold an actor that a name may mean.

    Args:
        name: what it was called on the day asked for.
        score: 0 to 1; 1 is the name itself.
        why: plain sentences.
    """

    entry: ActorEntry
    name: str
    score: float
    why: tuple[str, ...]


def lookup_actor(name: str, registry: ActorRegistry, on: date | None = None, *, limit: int = 8) -> tuple[ActorCandidate, ...]:
    """Return the actors that a name may mean on a day, best first."""
    exact = registry.find_named(name, on)
    if exact:
        return tuple(_weigh(entry, name, on, 1.0, "a name of this actor") for entry in exact[:limit])
    hits = [hit for hit in find_hits(name, registry) if hit.arm and hit.uses[0].form != "generic"]
    if hits:
        entry = registry.get_arm(registry.entries[hits[0].uses[0].owner].countries[0], hits[0].arm or "")
        if entry:
            return (_weigh(entry, name, on, 0.95, "a country with a word for a part of its state"),)
    return _find_alike(name, registry, on, limit)


def _find_alike(name: str, registry: ActorRegistry, on: date | None, limit: int) -> tuple[ActorCandidate, ...]:
    names = {
        (entry.id_, known): fold_name(known)
        for entry in registry.entries.values()
        for known in (entry.name, *entry.aliases, *(old.name for old in entry.former))
        if not entry.arms
    }
    found: dict[str, ActorCandidate] = {}
    for _, score, (owner, known) in process.extract(
        fold_name(name), names, scorer=fuzz.token_sort_ratio, score_cutoff=_ENOUGH, limit=limit * 3
    ):
        if owner not in found:
            found[owner] = _weigh(registry.entries[owner], name, on, score / 100 * 0.9, f"written like “{known}”")
    ranked = sorted(found.values(), key=lambda one: (-one.score, one.entry.id_))
    return tuple(ranked[:limit])


def _weigh(entry: ActorEntry, name: str, on: date | None, score: float, why: str) -> ActorCandidate:
    called = entry.name_on(on)
    key = fold_name(name)
    past = [old for old in entry.former if key in {fold_name(known) for known in (old.name, *old.aliases, *old.abbreviations)}]
    reasons = [why, *(f"a former name, used until {old.until.isoformat()}" for old in past)]
    if on and called != entry.name:
        reasons.append(f"called {called} on {on.isoformat()}, and {entry.name} later")
    if on and entry.active_from and on < entry.active_from:
        score, reasons = score * 0.5, [*reasons, f"it did not exist before {entry.active_from.isoformat()}"]
    if on and entry.active_to and on > entry.active_to:
        score, reasons = score * 0.5, [*reasons, f"it ended on {entry.active_to.isoformat()}"]
    return ActorCandidate(entry, called, round(score, 3), tuple(reasons))
