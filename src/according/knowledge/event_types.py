"""What kinds of events there are: the codebook's types and how each maps onto the schemes that users load."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from according.errors import KnowledgeError
from according.knowledge.reading import fit, read_toml

FAMILIES = ("battle", "protest", "explosion", "civilian_violence", "strategic", "cooperation")

# Disorder, event type and sub-event, the higher tactic first.
ACLED_HIERARCHY: tuple[tuple[str, str, str], ...] = (
    ("Political violence", "Battles", "Government regains territory"),
    ("Political violence", "Battles", "Non-state actor overtakes territory"),
    ("Political violence", "Battles", "Armed clash"),
    ("Political violence; Demonstrations", "Protests", "Excessive force against protesters"),
    ("Demonstrations", "Protests", "Protest with intervention"),
    ("Demonstrations", "Protests", "Peaceful protest"),
    ("Demonstrations", "Riots", "Violent demonstration"),
    ("Political violence", "Riots", "Mob violence"),
    ("Political violence", "Explosions/Remote violence", "Chemical weapon"),
    ("Political violence", "Explosions/Remote violence", "Air/drone strike"),
    ("Political violence", "Explosions/Remote violence", "Suicide bomb"),
    ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Political violence", "Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("Political violence", "Explosions/Remote violence", "Grenade"),
    ("Political violence", "Violence against civilians", "Sexual violence"),
    ("Political violence", "Violence against civilians", "Attack"),
    ("Political violence", "Violence against civilians", "Abduction/forced disappearance"),
    ("Strategic developments", "Strategic developments", "Agreement"),
    ("Strategic developments", "Strategic developments", "Arrests"),
    ("Strategic developments", "Strategic developments", "Change to group/activity"),
    ("Strategic developments", "Strategic developments", "Disrupted weapons use"),
    ("Strategic developments", "Strategic developments", "Headquarters or base established"),
    ("Strategic developments", "Strategic developments", "Looting/property destruction"),
    ("Strategic developments", "Strategic developments", "Non-violent transfer of territory"),
    ("Strategic developments", "Strategic developments", "Other"),
)
_ACLED_RANKS = {sub_event: rank for rank, (_, _, sub_event) in enumerate(ACLED_HIERARCHY, 1)}


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Say what an event type is called elsewhere.

    Args:
        ucdp_type_of_violence: those it can be (1 state-based, 2 non-state, 3 one-sided), for the actors to settle; empty when none.
        plover_foreseen: the PLOVER type when it is only threatened, planned or agreed to.
    """

    acled_sub_event: str
    plover_type: str
    cameo: str
    ucdp_type_of_violence: tuple[int, ...] = ()
    plover_mode: str | None = None
    plover_foreseen: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """Define one kind of event.

    Args:
        family: battle, protest, explosion, civilian_violence, strategic or cooperation.
        boundary: what decides between it and its neighbours.
        examples: sentences about invented events.
    """

    name: str
    title: str
    definition: str
    family: str
    is_violent: bool
    boundary: tuple[str, ...]
    examples: tuple[str, ...]
    crosswalk: Crosswalk

    @property
    def rank(self) -> int:
        """Return its place in ACLED's hierarchy of tactics; 1 wins over all others."""
        return _ACLED_RANKS[self.crosswalk.acled_sub_event]


@dataclass(frozen=True)
class EventTypes:
    """Hold the codebook, sorted by name."""

    types: tuple[EventType, ...]

    @cached_property
    def _by_name(self) -> dict[str, EventType]:
        return {one.name: one for one in self.types}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names in alphabetical order."""
        return tuple(one.name for one in self.types)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def get(self, name: str) -> EventType:
        """Return a type by its name.

        Raises:
            KnowledgeError: if there is none.
        """
        if name not in self._by_name:
            raise KnowledgeError(f"there is no event type `{name}`", cure=f"Known types: {', '.join(self.names)}.")
        return self._by_name[name]

    def acled_sub_event(self, name: str) -> str:
        """Return ACLED's sub-event for a type."""
        return self.get(name).crosswalk.acled_sub_event

    def acled_event_type(self, name: str) -> str:
        """Return ACLED's event type for a type."""
        return ACLED_HIERARCHY[self.get(name).rank - 1][1]

    def acled_disorder_type(self, name: str) -> str:
        """Return ACLED's disorder type for a type."""
        return ACLED_HIERARCHY[self.get(name).rank - 1][0]

    def plover_type(self, name: str, *, is_foreseen: bool = False) -> str:
        """Return PLOVER's type for a type; what is only foreseen is often another one."""
        crosswalk = self.get(name).crosswalk
        return (crosswalk.plover_foreseen or crosswalk.plover_type) if is_foreseen else crosswalk.plover_type


def load_event_types(directories: Iterable[Path]) -> EventTypes:
    """Read `event_types/*.toml` of each directory; a later one replaces a type of the same name.

    Raises:
        KnowledgeError: if a file does not fit, or names a family or an ACLED sub-event that does not exist.
    """
    found: dict[str, EventType] = {}
    for directory in directories:
        for path in sorted((directory / "event_types").glob("*.toml")):
            one = fit(read_toml(path), EventType, where=str(path))
            _check_type(one, path)
            found[one.name] = one
    return EventTypes(tuple(found[name] for name in sorted(found)))


def _check_type(one: EventType, path: Path) -> None:
    if one.name != path.stem:
        raise KnowledgeError(f"the type is named `{one.name}`", where=str(path), cure="Give the file and the type the same name.")
    if one.family not in FAMILIES:
        raise KnowledgeError(f"unknown family `{one.family}`", where=str(path), cure=f"Known families: {', '.join(FAMILIES)}.")
    if one.crosswalk.acled_sub_event not in _ACLED_RANKS:
        cure = f"Known sub-events: {', '.join(_ACLED_RANKS)}."
        raise KnowledgeError(f"unknown ACLED sub-event `{one.crosswalk.acled_sub_event}`", where=str(path), cure=cure)
    if not one.examples or not one.boundary:
        raise KnowledgeError("a type needs examples and boundary rules", where=str(path), cure="Add `examples` and `boundary`.")
