"""Put all knowledge together: the packaged data, and the folders of a user laid over it."""

import difflib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from according.errors import KnowledgeError
from according.knowledge.actors import ActorRegistry, load_actors
from according.knowledge.confidence import Confidence, load_confidence
from according.knowledge.countries import is_country
from according.knowledge.cues import Cues, load_cues
from according.knowledge.event_types import EventTypes, load_event_types
from according.knowledge.framing import Framings, load_framing
from according.knowledge.places import PlaceIndex, check_supplement, open_places
from according.knowledge.pointing import point_at
from according.knowledge.sources import Sources, load_sources
from according.knowledge.triggers import Triggers, load_triggers
from according.knowledge.weapons import Weapons, load_weapons

PACKAGED = Path(__file__).parent / "data"
_FOLDERS = frozenset({"actors", "confidence", "event_types", "languages", "places", "sources"})
_TEXTS = {".toml", ".tsv"}
_BUILT_IN = {"@name"}  # any proper name, which is no list of words


@dataclass(frozen=True)
class Knowledge:
    """Hold what is known. Places are opened when they are first asked for.

    Args:
        directories: the packaged data and the folders laid over it, in this order.
        version: hash of all data files.
    """

    directories: tuple[Path, ...]
    event_types: EventTypes
    triggers: Triggers
    weapons: Weapons
    cues: Cues
    actors: ActorRegistry
    sources: Sources
    framing: Framings
    confidence: Confidence
    version: str

    @cached_property
    def places(self) -> PlaceIndex:
        """Return the index of places."""
        return open_places(self.directories)


def load_knowledge(*overlays: Path) -> Knowledge:
    """Load the packaged knowledge with the user's folders laid over it: the same id replaces, a new one adds.

    Raises:
        KnowledgeError: if a folder is missing or a file in it has a mistake.
    """
    for overlay in overlays:
        if not overlay.is_dir():
            raise KnowledgeError("there is no such folder", where=str(overlay), cure="Give a folder laid out like the packaged knowledge.")
        check_layout(overlay)
        check_supplement(overlay)
    try:
        return _load(overlays)
    except KnowledgeError as error:
        raise point_at(error) from error


def _load(overlays: tuple[Path, ...]) -> Knowledge:
    directories = (PACKAGED, *overlays)
    event_types = load_event_types(directories)
    triggers = load_triggers(directories)
    _check_rules(triggers, event_types, directories)
    actors, sources = load_actors(directories), load_sources(directories)
    if overlays:
        _check_ids(actors, sources, overlays)
    return Knowledge(
        directories=directories,
        event_types=event_types,
        triggers=triggers,
        weapons=load_weapons(directories),
        cues=load_cues(directories),
        actors=actors,
        sources=sources,
        framing=load_framing(directories),
        confidence=load_confidence(directories),
        version=hash_knowledge(directories),
    )


def _check_rules(triggers: Triggers, event_types: EventTypes, directories: tuple[Path, ...]) -> None:
    """Check that the rules name event types and word classes that exist."""
    classes = {f"@{one.name}" for one in triggers.language.word_class} | _BUILT_IN
    for rule in triggers.rules:
        if rule.event_type not in event_types:
            cure = f"Add event_types/{rule.event_type}.toml, or use one of the known types."
            what = f"the rule reports the event type `{rule.event_type}`, which does not exist"
            raise KnowledgeError(what, where=_find_file(rule.id, directories), cure=cure)
        for conditions in (rule.needs, rule.unless):
            for word in (*conditions.object, *conditions.subject, *conditions.sentence):
                if word.startswith("@") and word not in classes:
                    cure = f"Known classes: {', '.join(sorted(classes))}."
                    raise KnowledgeError(f"there is no word class `{word}`", where=_find_file(rule.id, directories), cure=cure)


def _find_file(id_: str, directories: tuple[Path, ...]) -> str:
    """Return the last file that holds an id, and the id."""
    files = (path for directory in reversed(directories) for path in sorted(directory.rglob("*.toml")))
    return next((f"{path}: {id_}" for path in files if f'"{id_}"' in path.read_text(encoding="utf-8")), id_)


def _check_ids(actors: ActorRegistry, sources: Sources, overlays: tuple[Path, ...]) -> None:
    """Check that actors belong to actors that exist, and that sources sit in countries that exist."""
    for actor in actors.entries.values():
        for parent in actor.parents:
            if parent.id_ not in actors.entries:
                what = f"`{actor.id_}` is part of `{parent.id_}`, which is no actor"
                raise KnowledgeError(what, where=_find_file(actor.id_, overlays), cure="Add it, or mend the id.")
    for source in sources.entries.values():
        if source.country and not is_country(source.country):
            what = f"`{source.id_}` has the unknown country `{source.country}`"
            raise KnowledgeError(what, where=_find_file(source.id_, overlays), cure="Write the ISO code of two letters: SY.")


def check_layout(overlay: Path) -> None:
    """Check that a user's folder is laid out like ours, so that a misspelt name is not passed over in silence.

    Raises:
        KnowledgeError: at the first name that means nothing.
    """
    for path in sorted(overlay.iterdir()):
        if path.name not in _FOLDERS and not path.name.startswith(".") and path.suffix != ".md":
            near = difflib.get_close_matches(path.stem, sorted(_FOLDERS), n=1)
            cure = f"Did you mean `{near[0]}/`?" if near else f"Known folders: {', '.join(sorted(_FOLDERS))}."
            raise KnowledgeError("nothing reads this file or folder", where=str(path), cure=cure)
    for path in sorted(path for path in overlay.rglob("*") if path.is_file() and path.suffix != ".md"):
        inside = path.relative_to(overlay)
        if not any(part.startswith(".") for part in inside.parts) and not _is_read(inside):
            cure = "Give it the name and ending that a file of ours has; docs/reference/knowledge-files.md lists them."
            raise KnowledgeError("nothing reads this file", where=str(path), cure=cure)


def _is_read(inside: Path) -> bool:
    """Say whether a file of a user's folder has a place in the layout."""
    if inside.suffix == ".toml" and inside.parent.as_posix() in {"actors", "sources", "event_types"}:
        return True
    if inside.parts[0] == "languages" and len(inside.parts) > 2:
        is_rules = inside.suffix == ".toml" and inside.parts[2:-1] == ("triggers",)
        return is_rules or (PACKAGED / "languages" / "en").joinpath(*inside.parts[2:]).is_file()
    return (PACKAGED / inside).is_file()


def hash_knowledge(directories: Iterable[Path]) -> str:
    """Return a hash of all data files: the names inside each directory and their bytes."""
    digest = hashlib.sha256()
    for directory in directories:
        for path in sorted(path for path in directory.rglob("*") if path.suffix in _TEXTS):
            digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
