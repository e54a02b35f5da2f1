"""Read what is known of each actor: names and when it had them, kind, side, parents, countries."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from according.errors import InvalidRequestError, KnowledgeError
from according.knowledge.countries import check_country
from according.knowledge.reading import read_shapes

KINDS = ("state", "police", "rebel", "militia", "communal", "gang", "international", "company", "party", "civilians", "other")


@dataclass(frozen=True, slots=True)
class FormerName:
    """Hold a name that an actor gave up, and the last day it had it."""

    name: str
    until: date
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parent:
    """Name an actor that another belongs to, and since and until when."""

    id_: str
    from_: date | None = None
    to: date | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """Hold what is known of an actor.

    Args:
        name: the field's usual spelling.
        kind: one of `KINDS`.
        source: a file or document that was opened, or `unverified`.
        arms: the parts of its country's state that it is.
        labels: what its enemies call it; found, and kept as framing.
        leaders: people whose name stands for it ("forces loyal to …").
        occupies: countries in which it plays its parts too, where they have none of their own: "soldiers" in the West Bank.
    """

    id_: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    side: str | None = None
    parents: tuple[Parent, ...] = ()
    countries: tuple[str, ...] = ()
    active_from: date | None = None
    active_to: date | None = None
    arms: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    occupies: tuple[str, ...] = ()
    note: str = ""

    def name_on(self, on: date | None) -> str:
        """Return the name it had on a day; without a day, the latest."""
        past = sorted((old for old in self.former if on and on <= old.until), key=lambda old: old.until)
        return past[0].name if past else self.name

    def since(self, form: str) -> date | None:
        """Return the day from which it bore its latest name, if that is known and the form is that name's."""
        return max(old.until for old in self.former) if self.former and form in {"name", "alias", "abbreviation"} else None


def read_entries(directory: Path, *, is_users: bool = False) -> dict[str, ActorEntry]:
    """Read actors/*.toml of one directory, by id.

    Raises:
        KnowledgeError: if a file does not have the shape, an id is given twice, or a kind or a user's country is unknown.
    """
    found: dict[str, ActorEntry] = {}
    for path in sorted((directory / "actors").glob("*.toml")):
        for entry in read_shapes(path, "actor", ActorEntry):
            if entry.id_ in found:
                raise KnowledgeError(f"the id `{entry.id_}` is given twice", where=str(path), cure="Rename or merge one of them.")
            if entry.kind not in KINDS:
                raise KnowledgeError(
                    f"`{entry.id_}` has the unknown kind `{entry.kind}`", where=str(path), cure=f"Kinds: {', '.join(KINDS)}."
                )
            if is_users:
                _check_countries(entry, path)
            found[entry.id_] = entry
    return found


def _check_countries(entry: ActorEntry, path: Path) -> None:
    for code in entry.countries:
        try:
            check_country(code)
        except InvalidRequestError as error:
            raise KnowledgeError(f"`{entry.id_}` has the unknown country `{code}`", where=str(path), cure=error.cure) from error
