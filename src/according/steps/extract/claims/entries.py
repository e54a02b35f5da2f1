"""Say which entry of a list, and which section under a heading, each block of a report is: two entries tell of two events."""

import re
from dataclasses import dataclass

from according.model.report import BlockKind, Report

_ENTRY = re.compile(  # "Kani Township: …", "AL-FUQAHA (late) - …", "10:15, Taiz city: …"
    r"\W*(?:\d{1,2}[:.]?\d\d(?: ?h(?:rs?)?)?\b[,:]?\s*)?[^\W\d_][\w'’.-]*(?:[ /][\w'’.-]+){0,4}(?:,? \([^()\n]{1,40}\))?(?::| [-–—]) ",
)
_SUMMARY = re.compile(
    r"highlight|key (?:message|figure|point|development)|overview|summary|headline|at a glance|total|situation$", re.IGNORECASE
)
_MANY = 3  # entries make a list, and two sections a report of sections
_SECTIONS = 2


@dataclass(frozen=True, slots=True)
class Position:
    """Hold where in a list and under which heading a paragraph stands; nothing where it stands in none."""

    entry: int | None = None
    section: int | None = None


_NOWHERE = Position()


def locate_blocks(report: Report) -> tuple[Position, ...]:
    """Return the position of each block, by its number; empty where the report is no list and has no sections."""
    items = [_opens_entry(block.kind, block.span.of(report.text)) for block in report.blocks]
    headings = [block.kind is BlockKind.HEADING for block in report.blocks]
    is_list, has_sections = sum(items) >= _MANY, sum(headings) >= _SECTIONS
    if not is_list and not has_sections:
        return ()
    found: list[Position] = []
    section: int | None = None
    for number, block in enumerate(report.blocks):
        if headings[number] and has_sections:
            section = None if _SUMMARY.search(block.span.of(report.text)) else number
        found.append(Position(number if items[number] and is_list else None, section))
    return tuple(found)


def _opens_entry(kind: BlockKind, words: str) -> bool:
    return kind is BlockKind.LIST_ITEM or (kind is BlockKind.PARAGRAPH and _ENTRY.match(words) is not None)


def get_position(positions: tuple[Position, ...], paragraph: int) -> Position:
    """Return the position of a paragraph."""
    return positions[paragraph] if paragraph < len(positions) else _NOWHERE


def are_apart(one: Position, other: Position) -> bool:
    """Say whether two positions are two entries of one list."""
    return one.entry is not None and other.entry is not None and one.entry != other.entry


def are_under_two_headings(one: Position, other: Position) -> bool:
    """Say whether two positions are two sections, none of which sums up the report."""
    return one.section is not None and other.section is not None and one.section != other.section
