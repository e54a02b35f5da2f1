"""Read which capitalised words are no places, and what words beside a name make it a person's or an organisation's."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from according.knowledge.reading import fit, read_toml

_FILE = Path(__file__).parents[1] / "data" / "languages" / "en" / "places.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Hold words in small letters.

    Args:
        never: no place by themselves.
        given_names: a capitalised word beside one is a person.
        titles: a name after one is a person.
        organisation: a name before one belongs to an organisation.
        openings: first words of names, that are none alone.
        bystanders: capitalised for where they stand; a name beside one is whole.
        common: words that some place shares its spelling with; a place only where the words beside say so.
    """

    never: tuple[str, ...]
    given_names: tuple[str, ...]
    titles: tuple[str, ...]
    organisation: tuple[str, ...]
    openings: tuple[str, ...]
    bystanders: tuple[str, ...]
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameWordSets:
    """Hold the same words for quick questions."""

    never: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    organisation: frozenset[str]
    openings: frozenset[str]
    bystanders: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def load_name_words() -> NameWordSets:
    """Return the packaged words."""
    words = fit(read_toml(_FILE), NameWords, where=str(_FILE))
    return NameWordSets(
        frozenset(words.never),
        frozenset(words.given_names),
        frozenset(words.titles),
        frozenset(words.organisation),
        frozenset(words.openings),
        frozenset(words.bystanders),
        frozenset(words.common),
    )
