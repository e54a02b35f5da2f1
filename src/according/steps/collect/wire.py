"""How a Shown crosses from the process that parses to the one that asked: JSON, so that a taken-over parser can send nothing but data."""

import json
from datetime import date
from typing import Any

from according.model.evidence import Span
from according.model.report import Block, BlockKind, RejectionKind
from according.steps.collect.shown import CannotReadError, Shown

_WORDS = ("row", "title", "byline", "publisher", "url", "rights", "country")


def pack_shown(shown: Shown) -> bytes:
    """Write a Shown as one line."""
    values: dict[str, Any] = {name: getattr(shown, name) for name in _WORDS if getattr(shown, name) is not None}
    values["text"] = shown.text
    values["parts"] = [(part.kind.value, part.span.start, part.span.end) for part in shown.parts]
    values["published"] = shown.published.isoformat() if shown.published else None
    values["dated_by"] = shown.dated_by
    values["notes"] = shown.notes
    return json.dumps({"shown": values}).encode("ascii") + b"\n"


def pack_refusal(error: CannotReadError) -> bytes:
    """Write why there is nothing to show as one line."""
    return json.dumps({"refusal": [error.kind.value, error.message, error.cure]}).encode("ascii") + b"\n"


def unpack(line: bytes) -> Shown | None:
    """Read a line: a Shown, or None at the end.

    Raises:
        CannotReadError: if it says why there is nothing to show.
        ValueError: if it is no such line.
    """
    values = json.loads(line)
    if "refusal" in values:
        kind, message, cure = values["refusal"]
        raise CannotReadError(RejectionKind(kind), str(message), str(cure))
    if "shown" not in values:
        return None
    shown = values["shown"]
    parts = tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in shown["parts"])
    published = date.fromisoformat(shown["published"]) if shown["published"] else None
    words = {name: shown.get(name) for name in _WORDS}
    return Shown(shown["text"], parts, published=published, dated_by=shown["dated_by"], notes=tuple(shown["notes"]), **words)
