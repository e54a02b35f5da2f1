"""The arguments of a command to files: files, folders and patterns."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from according.model.report import Rejected, RejectionKind
from according.steps.collect.sniffing import SUFFIXES

STANDARD_INPUT = Path("-")


def find_inputs(arguments: Sequence[str]) -> Iterator[Path | Rejected]:
    """Find the files that the arguments mean, each once, those of a folder in the order of their names.

    A folder gives the files in it whose ending is that of a format that can be read; hidden ones are passed over.
    """
    seen: set[str] = set()
    for argument in arguments:
        for found in _find(argument):
            key = os.path.realpath(found) if isinstance(found, Path) else argument
            if key not in seen:
                seen.add(key)
                yield found


def _find(argument: str) -> Iterator[Path | Rejected]:
    path = Path(argument)
    if argument == "-" or path.is_file():
        yield path
        return
    if path.is_dir():
        files = list(_walk(path))
        if not files:
            yield Rejected(argument, RejectionKind.EMPTY, "There is no report in this folder.", f"Files end in {_list_endings()}.")
        yield from files
        return
    matches = sorted(glob.glob(argument, recursive=True)) if glob.has_magic(argument) else []  # noqa: PTH207 - keeps the spelling
    if matches:
        for match in matches:
            yield from _find(match)
        return
    if path.exists():
        yield Rejected(argument, RejectionKind.UNREADABLE, "It is no ordinary file.", "Give a file or a folder.")
    else:
        yield Rejected(argument, RejectionKind.UNREADABLE, "There is no such file or folder.", "Check the name.")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(tuple(sorted(SUFFIXES))):
                yield Path(root) / name


def _list_endings() -> str:
    return ", ".join(sorted(ending for ending in SUFFIXES if not ending.endswith(".gz")))
