"""Answer who publishes and who monitors: outlets, agencies, monitors and state media, whose they are and whom they republish."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from according.errors import KnowledgeError
from according.knowledge.actors_names import NameIndex, NameUse, find_words, fold_name
from according.knowledge.reading import read_shapes

KINDS = (
    "agency",
    "newspaper",
    "broadcaster",
    "website",
    "magazine",
    "state media",
    "party media",
    "armed group media",
    "monitor",
    "official",
    "international organisation",
    "activist media",
    "social media",
)
_SPEAKER_KINDS = {
    "monitor": "monitor/NGO",
    "official": "official",
    "international organisation": "official",
    "armed group media": "party to the conflict",
    "activist media": "medic/resident/witness",
}


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """Hold what is known of one that publishes or monitors.

    Args:
        kind: one of `KINDS`.
        country: ISO 3166-1 alpha-2 of its seat.
        owner: owner or declared affiliation, in its own words or those of a public register.
        side: id of the side that owns it, when that side fights.
        republishes: ids of those whose texts it carries.
        domains: its web addresses, without `www.`.
        directors: people who speak for it.
        source: a file or document that was opened, or `unverified`.
    """

    id_: str
    name: str
    kind: str
    source: str
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    side: str | None = None
    republishes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    note: str = ""

    @property
    def speaker_kind(self) -> str:
        """Return what kind of speaker it is when it is quoted."""
        return _SPEAKER_KINDS.get(self.kind, "other media")


_SHORTEST = 8  # letters; a shorter run of small letters is a common word


@dataclass(frozen=True, slots=True)
class Sources:
    """Hold all sources, their names and their domains."""

    entries: Mapping[str, SourceEntry]
    index: NameIndex
    by_domain: Mapping[str, str]
    by_squeezed: Mapping[str, str]  # "jordantimes", as file and table names have it
    by_written: Mapping[str, str]  # names that have no capital letter

    def find_named(self, name: str) -> SourceEntry | None:
        """Return the source with this name, alias, abbreviation, director or domain; none where it is unknown or ambiguous."""
        domain = name.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0]
        if domain in self.by_domain:
            return self.entries[self.by_domain[domain]]
        if name == name.lower():  # "a monitor" is no outlet of that name, but a file may be called "jordantimes"
            written = self.by_written.get(name)
            if written is None and " " not in name and len(name) > _SHORTEST:
                written = self.by_squeezed.get(_squeeze(name))
            return self.entries[written] if written else None
        key = fold_name(name)
        uses = self.index.get(key) or self.index.get(key.removeprefix("the "))
        owners = sorted({use.owner for use in uses if not use.exact or use.exact == name.replace(".", "")})
        if len(owners) == 1:
            return self.entries[owners[0]]
        squeezed = self.by_squeezed.get(_squeeze(name)) if not owners else None
        return self.entries[squeezed] if squeezed else None

    def find_inside(self, words: str) -> SourceEntry | None:
        """Return the last source that is named among some words: "the party's official channel Harbour TV"."""
        pieces = find_words(words)
        found: SourceEntry | None = None
        number = 0
        while number < len(pieces):
            hit = self.index.find_at(pieces, number)
            owners = {use.owner for use in hit.uses} if hit is not None else set()
            written = words[pieces.start(number) : pieces.end(hit.last)] if hit is not None else ""
            if len(owners) == 1 and not written.split()[-1].islower():  # "The national broadcaster" is no paper of that name
                found = self.entries[owners.pop()]
            number = hit.last + 1 if hit is not None else number + 1
        return found

    def canonical(self, name: str) -> str:
        """Return the id of the source with this name, or the folded name."""
        found = self.find_named(name)
        return found.id_ if found else fold_name(name)


def load_sources(directories: tuple[Path, ...]) -> Sources:
    """Read sources/*.toml; a later directory replaces entries of the same id.

    Raises:
        KnowledgeError: if a file does not have the shape, or a kind or id is unknown.
    """
    entries: dict[str, SourceEntry] = {}
    for directory in directories:
        own: dict[str, SourceEntry] = {}
        for path in sorted((directory / "sources").glob("*.toml")):
            for entry in read_shapes(path, "source", SourceEntry):
                _check(entry, own, path)
                own[entry.id_] = entry
        entries |= own
    for entry in entries.values():
        for other in entry.republishes:
            if other not in entries:
                raise KnowledgeError(f"`{entry.id_}` republishes `{other}`, which is no source", cure="Add it, or mend the id.")
    names = [
        (fold_name(name), NameUse(entry.id_, form, name.replace(".", "") if form == "abbreviation" else ""))
        for entry in entries.values()
        for form, some in _list_names(entry)
        for name in some
    ]
    domains = {domain: entry.id_ for entry in entries.values() for domain in entry.domains}
    squeezed: dict[str, str] = {}
    written: dict[str, str] = {}
    for entry in entries.values():
        for name in (entry.name, *entry.aliases):
            squeezed.setdefault(_squeeze(name), entry.id_)
            if name == name.lower():
                written.setdefault(name, entry.id_)
    return Sources(
        MappingProxyType(entries), NameIndex(names), MappingProxyType(domains), MappingProxyType(squeezed), MappingProxyType(written)
    )


def _squeeze(name: str) -> str:
    """Return a name without blanks, brackets and "the"."""
    return "".join(word for word in fold_name(name.split("(", maxsplit=1)[0]).split() if word != "the")


def _list_names(entry: SourceEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("name", (entry.name,)),
        ("alias", entry.aliases),
        ("abbreviation", entry.abbreviations),
        ("director", entry.directors),
    )


def _check(entry: SourceEntry, own: Mapping[str, SourceEntry], path: Path) -> None:
    if entry.kind not in KINDS:
        raise KnowledgeError(f"`{entry.id_}` has the unknown kind `{entry.kind}`", where=str(path), cure=f"Kinds: {', '.join(KINDS)}.")
    if entry.id_ in own:
        raise KnowledgeError(f"the id `{entry.id_}` is given twice", where=str(path), cure="Rename or merge one of them.")
