"""Read the words for actors without a name: "gunmen", "residents", "a market"."""

from dataclasses import dataclass
from pathlib import Path

from according.knowledge.reading import read_shapes


@dataclass(frozen=True, slots=True)
class Example:
    """Hold a sentence and the words that are found in it, or why none are."""

    text: str
    finds: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class GenericActor:
    """Hold words that mean the same kind of actor.

    Args:
        name: the neutral name given to it; empty where the words alone name nobody ("positions", "a leader").
        words: singular or plural, both are found.
        arm: the part of a state that the words mean; the country comes from beside them or from the report.
        is_object: the words name a thing (a market) whose people are meant.
        refers: the words usually point at an actor named before ("the group").
        keeps_words: the report's own words are the best name ("local representatives").
        is_weak: a name beside them says more ("a senior commander of X", "pilgrims from X").
    """

    id_: str
    name: str
    kind: str
    words: tuple[str, ...]
    example: tuple[Example, ...]
    counterexample: tuple[Example, ...]
    arm: str = ""
    is_object: bool = False
    refers: bool = False
    is_weak: bool = False
    keeps_words: bool = False


def load_generic_actors(directories: tuple[Path, ...], language: str = "en") -> tuple[GenericActor, ...]:
    """Read languages/<language>/generic_actors.toml; a later directory replaces entries of the same id."""
    found: dict[str, GenericActor] = {}
    for directory in directories:
        path = directory / "languages" / language / "generic_actors.toml"
        if path.exists():
            found |= {entry.id_: entry for entry in read_shapes(path, "generic", GenericActor)}
    return tuple(found.values())
