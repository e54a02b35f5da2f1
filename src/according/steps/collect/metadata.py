"""What an article says about itself: title, byline, date lines, outlets, subjects, rights."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from according.model.evidence import Span
from according.model.report import Block, BlockKind, DatedFrom
from according.steps.collect.datelines import Dateline, find_dateline, find_place_line
from according.steps.collect.days import find_days
from according.steps.collect.outlets import Outlets, is_same_outlet, tidy_name

_HEAD_BLOCKS = 14  # a head is at most so many lines
_BODY_LENGTH = 220  # and no line of it is longer

_BYLINE = re.compile(r"(?:By|BY|Written by|Words by|Author:|Reporter:)\s+(?P<name>[^\n]{2,120})$")
_SUBJECT_WORDS = (
    "Regions?",
    "Themes?",
    "In-depth Reports?",
    "Tags?",
    "Keywords?",
    "Topics?",
    "Filed under",
    "Categor(?:y|ies)",
    "Sections?",
    "Subjects?",
)
_SUBJECTS = re.compile(
    rf"(?:{'|'.join(_SUBJECT_WORDS)})\s*:\s*(?P<names>.{{2,400}})$",
    re.DOTALL,
)
_NAME = r"(?:[A-Z0-9&][\w.'’-]*|of|the|for|and|on|in|&|-|–|\|)"
_BEFORE_DAY = re.compile(
    rf"(?P<name>[A-Z][\w.'’-]*(?:\s+{_NAME}){{0,7}}?)?(?:\s*:\s*[a-z ]{{0,24}}?)?\s*[,|–—:-]?\s*"
    r"(?:(?:on|published|updated|posted)\s*:?\s+)?$"
)
_DAY_LEAD = re.compile(
    r"(?:date of publication|date|(?:published|posted|(?:last )?(?:updated?|modified))(?: on| at)?)\s*:?\s*$"
    r"|.{0,20}\b\d{1,2} [\w'’ -]{3,20} 1[34]\d\d(?: AH)?,?\s*(?:corresponding to|[/=(–-])?\s*$",  # 26 Shaaban 1439, corresponding to
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(
    r"[\s,|–—-]*(?:at\s+)?(?:\d{1,2}[:.]?\d\d\s*(?:[ap]\.?m\.?)?)?\s*\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2})?)?\)?[\s.,|]*$", re.IGNORECASE
)
_NAME_AFTER_DAY = re.compile(rf"\s*[,|–—-]?\s*(?P<name>[A-Z][\w.'’-]*(?:\s+{_NAME}){{1,5}})$")
_TITLE_ENDS = re.compile(r"\s*\)?\s*")
_APART = re.compile(r"[,(|–—-]\s*(?:published\s+|issued\s+|of\s+)?$", re.IGNORECASE)
_SOURCE_LINE = re.compile(r"^\(?source\s*:\s*(?P<name>[^\n()]{2,60})\)?\s*$", re.IGNORECASE | re.MULTILINE)
_ORIGINS = (  # each with words of which one stands in whatever fits
    (
        ("original source of",),
        re.compile(
            r"the original source of (?:this|the) article is\s+(?:the\s+)?(?P<name>[^\n]{2,80}?)\s*(?:\n|$|\.(?:\s|$))", re.IGNORECASE
        ),
    ),
    (
        ("first published", "first appeared", "first posted", "originally "),
        re.compile(r"(?:first|originally) (?:published|appeared|posted) (?:by|in|on|at)\s+(?P<name>[^\n.,;]{2,60})", re.IGNORECASE),
    ),
    (("source",), _SOURCE_LINE),
    (
        ("published", "reprinted", "reposted"),
        re.compile(
            r"^(?:re-?published|reprinted|reposted) (?:with permission )?from\s+(?P<name>[^\n.,;]{2,60})", re.IGNORECASE | re.MULTILINE
        ),
    ),
)
_RIGHTS = re.compile(
    r"^[^\n]{0,40}(?:copyright\b|©|\(c\)\s*\d{4}|all rights reserved|creative commons|CC[ -]BY)[^\n]{0,300}$", re.IGNORECASE | re.MULTILINE
)


@dataclass(slots=True)
class Said:
    """Collect what the text says about itself while its parts are labelled."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    lines: list[tuple[str | None, DatedFrom]] = field(default_factory=list)  # "Global Research, March 08, 2019"
    dateline: Dateline | None = None
    subjects: list[str] = field(default_factory=list)
    title_day: DatedFrom | None = None  # "Daily list, 5 June 2024"


def label_head(text: str, blocks: Sequence[Block], outlets: Outlets, published: date | None) -> Said:
    """Label the title, byline and date lines at the head of an article, and read them."""
    said = Said()
    in_head = True
    for number, block in enumerate(blocks):
        words = block.span.of(text)
        if not in_head or number >= _HEAD_BLOCKS or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE):
            said.blocks.append(block)
            continue
        has_place = find_place_line(text, block.span, outlets, published) is not None
        kind = _read_head_line(text, block, words, said, is_body=has_place or number + 1 == len(blocks))
        if kind is not None:
            said.blocks.append(Block(kind, block.span))
            continue
        in_head = block.kind is not BlockKind.PARAGRAPH and not has_place
        if in_head or (not has_place and said.title is None and len(words) < _BODY_LENGTH and not words.endswith((".", '."', ".”"))):
            said.blocks.append(block)
            in_head = True
            continue
        said.dateline = find_dateline(text, block.span, outlets, published)
        said.blocks.extend(_split(block, said.dateline))
    _read_later_place(text, said, outlets, published)
    _label_credits(text, said)
    return said


def _label_credits(text: str, said: Said) -> None:
    """Label a line of the head that repeats the date line's agency: "Levant Wire, Beirut"."""
    agency = said.dateline.agency if said.dateline else None
    if agency is None:
        return
    for number, block in enumerate(said.blocks):
        words = block.span.of(text)
        if block.kind is BlockKind.DATELINE:
            return
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(words) < 80 and words.startswith(agency):
            said.blocks[number] = Block(BlockKind.BYLINE, block.span)


def _read_later_place(text: str, said: Said, outlets: Outlets, published: date | None) -> None:
    """Read a place line that follows a summary: "MOSCOW (Sputnik) — …" in the second or third paragraph."""
    bodies = [number for number, block in enumerate(said.blocks) if block.kind is BlockKind.PARAGRAPH]
    for number in bodies[1:3]:
        if said.dateline is not None and said.dateline.place is not None:
            return
        block = said.blocks[number]
        later = find_place_line(text, block.span, outlets, published)
        if later is not None:
            earlier = said.dateline
            said.blocks[number : number + 1] = _split(block, later)
            said.dateline = replace(later, dated=earlier.dated or later.dated, headline=earlier.headline) if earlier else later


def _read_head_line(text: str, block: Block, words: str, said: Said, *, is_body: bool) -> BlockKind | None:
    if block.kind is BlockKind.TITLE:
        said.title = said.title or words
        return BlockKind.TITLE
    if len(words) > _BODY_LENGTH or is_body:
        return None
    byline = _BYLINE.match(words)
    if byline and len(words) < 120:
        said.byline = said.byline or tidy_name(byline["name"])
        return BlockKind.BYLINE
    subjects = _SUBJECTS.match(words)
    if subjects:
        said.subjects.extend(name for name in map(tidy_name, re.split(r"[,;|\n]", subjects["names"])) if name and name not in said.subjects)
        return BlockKind.BOILERPLATE
    line = _read_day_line(text, block.span)
    if line is not None:
        said.lines.append(line)
        return BlockKind.DATELINE
    if said.title is None and not said.lines and len(words) <= 200 and not words.endswith((".", ",", ";", ":")) and len(words.split()) > 1:
        said.title = re.sub(r"\s+", " ", words)
        said.title_day = _read_title_day(text, block.span)
        return BlockKind.TITLE
    return None


def _read_title_day(text: str, span: Span) -> DatedFrom | None:
    """Read the day that a title ends with, set apart from its words: "Monthly brief (published 4 March 2024)"."""
    written = next(find_days(text, span.start, span.end), None)
    if written is None or not _TITLE_ENDS.fullmatch(text, written.span.end, span.end):
        return None
    is_apart = _APART.search(text, max(span.start, written.span.start - 14), written.span.start)
    return DatedFrom(written.day, "text", written.span) if is_apart else None


def _read_day_line(text: str, span: Span) -> tuple[str | None, DatedFrom] | None:
    if span.end - span.start > 120:
        return None
    written = next(find_days(text, span.start, span.end), None)
    if written is None:
        return None
    start, end = text[span.start : written.span.start], text[written.span.end : span.end]
    named, later = _BEFORE_DAY.match(start), _NAME_AFTER_DAY.match(end)
    is_lead = _DAY_LEAD.match(start) is not None
    if not (is_lead or named) or not (_AFTER_DAY.match(end) or later):
        return None
    name = tidy_name((named["name"] or "") if named and not is_lead else "")
    if not name or any(character.isdigit() for character in name):
        name = tidy_name(later["name"]) if later else ""
    name = re.sub(r"[\s|,–—-]*\b(?:Updated|Published|Posted|Last)$", "", name)
    return name or None, DatedFrom(written.day, "text", written.span)


def _split(block: Block, dateline: Dateline | None) -> Iterator[Block]:
    if dateline is None:
        yield block
        return
    for kind, span in dateline.parts:
        yield Block(kind, span)
    yield Block(block.kind, Span(dateline.body_start, block.span.end))


def find_origin(text: str, publisher: str | None) -> str | None:
    """Find the outlet that a republished piece names as its source, if it is another than the publisher."""
    lowered = text.lower()
    for words, pattern in _ORIGINS:
        if not any(word in lowered for word in words):
            continue
        for match in pattern.finditer(text):
            name = tidy_name(match["name"])
            is_chart = pattern is _SOURCE_LINE and match.start() < 0.75 * len(text)
            if name and not is_chart and len(name.split()) <= 6 and not is_same_outlet(name, publisher):
                return name
    return None


def find_rights(text: str) -> str | None:
    """Find the line that says who holds the rights."""
    lowered = text.lower()
    if not any(word in lowered for word in ("copyright", "©", "(c)", "all rights", "creative commons", "cc by", "cc-by")):
        return None
    match = _RIGHTS.search(text)
    return match[0].strip() if match else None
