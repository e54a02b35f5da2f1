"""What a format module hands over: the text as shown, its parts, and what the file says about itself."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from according.model.evidence import Span
from according.model.report import Block, BlockKind, RejectionKind
from according.text.offsets import find_invisible


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold one article as its file shows it.

    Args:
        text: every later span counts code points in it.
        parts: its blocks, where the format knows them; empty where they must be found from the lines.
        row: "row 3" when it stands in a table.
        dated_by: where `published` was read: `metadata` or `column`.
    """

    text: str
    parts: tuple[Block, ...] = ()
    row: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    rights: str | None = None
    country: str | None = None
    published: date | None = None
    dated_by: str = "metadata"
    notes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Say why one row of a table gives no article, while the others do."""

    row: str
    kind: RejectionKind
    message: str
    cure: str


def drop_invisible(shown: Shown) -> Shown:
    """Leave out the characters that cannot be seen, and say so in a note; the parts move with their words."""
    places = find_invisible(shown.text)
    if not places:
        return shown
    note = f"{len(places)} zero-width or bidirectional characters stood in the text and were left out."
    kept = "".join(shown.text[start + 1 : end] for start, end in pairwise((-1, *places, len(shown.text))))
    parts = tuple(Block(one.kind, Span(*(end - bisect_left(places, end) for end in (one.span.start, one.span.end)))) for one in shown.parts)
    return replace(shown, text=kept, parts=parts, notes=(*shown.notes, note))


class CannotReadError(Exception):
    """Carry the reason why a file gives no text from a format module to the one line that the user sees."""

    def __init__(self, kind: RejectionKind, message: str, cure: str) -> None:
        self.kind = kind
        self.message = message
        self.cure = cure
        super().__init__(kind, message, cure)


class PageBuilder:
    """Put a text together part by part, and remember where each part stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._parts: list[Block] = []
        self._length = 0

    def add(self, kind: BlockKind, text: str) -> None:
        """Append one part, with a blank line before it; blank text adds nothing."""
        text = text.strip()
        if not text:
            return
        if self._pieces:
            self._pieces.append("\n\n")
            self._length += 2
        self._pieces.append(text)
        self._parts.append(Block(kind, Span(self._length, self._length + len(text))))
        self._length += len(text)

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "".join(self._pieces)

    @property
    def parts(self) -> tuple[Block, ...]:
        """Return the parts in order."""
        return tuple(self._parts)
