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
from according.knowledge.cues import Cues, load_cues
from according.knowledge.event_types import EventTypes, load_event_types
from according.knowledge.framing import Framings, load_framing
from according.knowledge.places import PlaceIndex, check_supplement, open_places
from according.knowledge.sources import Sources, load_sources
from according.knowledge.triggers import Triggers, load_triggers
from according.knowledge.weapons import Weapons, load_weapons

PACKAGED = Path(__file__).parent / "data"
_FOLDERS = frozenset({"actors", "confidence", "event_types", "languages", "places", "sources"})
_TEXTS = {".toml", ".tsv"}


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
    directories = (PACKAGED, *overlays)
    event_types = load_event_types(directories)
    triggers = load_triggers(directories)
    for rule in triggers.rules:
        if rule.event_type not in event_types:
            cure = f"Add event_types/{rule.event_type}.toml, or use one of the known types."
            raise KnowledgeError(f"the rule reports the event type `{rule.event_type}`, which does not exist", where=rule.id, cure=cure)
    return Knowledge(
        directories=directories,
        event_types=event_types,
        triggers=triggers,
        weapons=load_weapons(directories),
        cues=load_cues(directories),
        actors=load_actors(directories),
        sources=load_sources(directories),
        framing=load_framing(directories),
        confidence=load_confidence(directories),
        version=hash_knowledge(directories),
    )


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


def hash_knowledge(directories: Iterable[Path]) -> str:
    """Return a hash of all data files: the names inside each directory and their bytes."""
    digest = hashlib.sha256()
    for directory in directories:
        for path in sorted(path for path in directory.rglob("*") if path.suffix in _TEXTS):
            digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
