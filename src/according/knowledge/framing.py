"""Read the loaded words that sources use, which are kept as theirs and never become a name or a type."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from according.knowledge.actors_generic import Example
from according.knowledge.actors_names import NameIndex, NameUse, fold_name
from according.knowledge.reading import read_shapes


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """Hold words that judge whom or what they name.

    Args:
        words: each form that is found.
        labels: actor ("terrorists"), act ("liberated", said of who did it or to whom), thing ("occupied zone"), or name ("so-called X").
        of: whom it labels: itself, the name beside it, the object of the verb, or nobody.
    """

    id_: str
    words: tuple[str, ...]
    labels: str
    of: str
    example: tuple[Example, ...]
    counterexample: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Framings:
    """Hold all loaded words."""

    entries: Mapping[str, LoadedWord]
    index: NameIndex


def load_framing(directories: tuple[Path, ...], language: str = "en") -> Framings:
    """Read languages/<language>/framing.toml; a later directory replaces entries of the same id."""
    found: dict[str, LoadedWord] = {}
    for directory in directories:
        path = directory / "languages" / language / "framing.toml"
        if path.exists():
            found |= {entry.id_: entry for entry in read_shapes(path, "framing", LoadedWord)}
    names = ((fold_name(word), NameUse(entry.id_, "framing")) for entry in found.values() for word in entry.words)
    return Framings(MappingProxyType(found), NameIndex(names))
