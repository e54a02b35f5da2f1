"""What a format module hands over: the text as shown, its parts, and what the file says about itself."""

from dataclasses import dataclass
from datetime import date

from according.model.evidence import Span
from according.model.report import Block, BlockKind, RejectionKind


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
