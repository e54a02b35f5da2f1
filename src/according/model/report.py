"""A report as it was read: its text, its parts, and what is known about where it comes from."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from according.model.evidence import Span


class BlockKind(StrEnum):
    """What part of a report a stretch of text is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"  # share, donate, copyright, contact: yields nothing


@dataclass(frozen=True, slots=True)
class Block:
    """Name one part of the text. Blocks are in order, do not overlap, and together hold every non-blank character."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class DatedFrom:
    """Hold a day and say where it was read: `option`, `text`, `dateline`, `metadata`, `url`, `file name`, `column`."""

    day: date
    source: str
    span: Span | None = None  # where in the report's text, when it stands there


@dataclass(frozen=True, slots=True)
class Report:
    """Hold one report: what was read, from where, and what it says about itself.

    Args:
        report_id: hash of the text and the publisher, the same for the same input always.
        name: what the user calls it (file name, or file name and row).
        text: the whole text as shown; every span counts code points in it.
        blocks: the parts of the text.
        language: ISO 639-1 code.
        raw_sha256: of the bytes that were read.
        publisher: the outlet that carried it.
        origin: the outlet that wrote it, when the text names another than the publisher.
        published: day the publisher carried it.
        origin_published: day the origin carried it, if the text says; anchor of "last week".
        dateline_place: "BEIRUT" in "BEIRUT, 7 March (Agency) —".
        country: ISO 3166-1 alpha-2 code of the country the user says it is about.
        copy_of: report_id of the report among the inputs whose near copy this is.
        copied: spans of text that the copy shares with its original, to be coded once.
        copies: names of the near copies of this one among the inputs.
    """

    report_id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    raw_sha256: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    origin: str | None = None
    published: DatedFrom | None = None
    origin_published: DatedFrom | None = None
    dateline_place: str | None = None
    country: str | None = None
    url: str | None = None
    rights: str | None = None
    subjects: tuple[str, ...] = ()
    copy_of: str | None = None
    copied: tuple[Span, ...] = ()
    copies: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())  # plain sentences: "3 zero-width characters were left out"

    @property
    def anchor(self) -> DatedFrom | None:
        """Return the day that "today" means in this text: the origin's day before the publisher's."""
        return self.origin_published or self.published


NO_DAY = "which is no day that can be read."  # how the note on a day that a table has ends


class RejectionKind(StrEnum):
    """Why an input gave no report."""

    LANGUAGE = "language"  # no rules for it
    UNREADABLE = "unreadable"  # damaged, encrypted, not what its name says
    EMPTY = "empty"  # nothing to read
    TOO_LARGE = "too large"
    TIME_LIMIT = "time limit"  # its parser hung, and was stopped
    NO_TEXT_COLUMN = "no text column"
    FAULT = "fault"  # the program itself failed on it


@dataclass(frozen=True, slots=True)
class Rejected:
    """Say in one plain line why an input gave no report, and what to do about it."""

    name: str
    kind: RejectionKind
    message: str
    cure: str
