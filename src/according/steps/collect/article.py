"""One article: from the text that a format shows to a Report."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePath

from according.model.evidence import Span
from according.model.report import Block, BlockKind, Rejected, RejectionKind, Report
from according.steps.collect.blocks import find_blocks
from according.steps.collect.boilerplate import mark_boilerplate
from according.steps.collect.dating import settle_dates
from according.steps.collect.days import read_day_of_name
from according.steps.collect.language import SUPPORTED, identify_language, name_language
from according.steps.collect.metadata import Said, find_origin, find_rights, label_head
from according.steps.collect.options import CollectOptions
from according.steps.collect.outlets import Outlets, is_same_outlet, open_outlets
from according.steps.collect.shown import Shown, drop_invisible
from according.text.offsets import trim_span


def build_report(shown: Shown, name: str, raw_sha256: str, options: CollectOptions) -> Report | Rejected:
    """Build the report of one article, or say why there is none."""
    full_name = f"{name}, {shown.row}" if shown.row else name
    shown = drop_invisible(shown)
    text = shown.text
    if not text.strip():
        return Rejected(
            full_name,
            RejectionKind.EMPTY,
            "There is no text in it.",
            "Check that it is the right one; a scan needs text recognition first.",
        )
    if len(text) > options.max_characters:
        message = f"It has {len(text):,} characters; one report may have {options.max_characters:,}."
        return Rejected(full_name, RejectionKind.TOO_LARGE, message, "Split it into its articles.")
    language = options.language or identify_language(text)
    if language not in SUPPORTED:
        message = f"It is in {name_language(language)}, and there are rules for English only."
        return Rejected(full_name, RejectionKind.LANGUAGE, message, "Give an English version, or set the language if this is wrong.")
    outlets = open_outlets(options.known_outlets)
    hint = options.published or shown.published or read_day_of_name(shown.url or "") or read_day_of_name(PurePath(name).name)
    said = label_head(text, shown.parts or find_blocks(text), outlets, hint)
    blocks = _settle_blocks(text, said, shown.title)
    return _put_together(shown, full_name, raw_sha256, options, said, blocks, outlets)


def _settle_blocks(text: str, said: Said, title: str | None) -> tuple[Block, ...]:
    blocks = said.blocks
    if title is not None:
        said.title = title
        blocks = [Block(BlockKind.TITLE, one.span) if _is_title(one, text, title) else one for one in blocks]
    elif said.title is None and said.dateline is not None:
        said.title = said.dateline.headline
    return _cover(text, mark_boilerplate(text, blocks))


def _is_title(block: Block, text: str, title: str) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and _fold(block.span.of(text)) == _fold(title)


def _fold(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _cover(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make sure that the blocks hold every character that is not blank."""
    covered: list[Block] = []
    position = 0
    for block in blocks:
        gap = trim_span(text, Span(position, max(position, block.span.start)))
        if gap.start < gap.end:
            covered.append(Block(BlockKind.BOILERPLATE if _is_mark(gap.of(text)) else BlockKind.PARAGRAPH, gap))
        span = trim_span(text, block.span)
        if span.start < span.end:
            covered.append(Block(block.kind, span))
        position = max(position, block.span.end)
    rest = trim_span(text, Span(position, len(text)))
    if rest.start < rest.end:
        covered.append(Block(BlockKind.PARAGRAPH, rest))
    return tuple(covered)


def _is_mark(words: str) -> bool:
    return not any(character.isalnum() for character in words)


def _put_together(
    shown: Shown, name: str, raw_sha256: str, options: CollectOptions, said: Said, blocks: tuple[Block, ...], outlets: Outlets
) -> Report:
    text = shown.text
    named = [(outlet, dated) for outlet, dated in said.lines if outlet is not None]
    publisher = options.source or shown.publisher or (named[0][0] if named else None)
    byline = shown.byline or said.byline
    origin = _find_origin_of(text, publisher, byline, said, outlets)
    dates = settle_dates(shown, name, options, said, publisher, origin)
    return Report(
        report_id=hashlib.sha256(f"{publisher or ''}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        name=name,
        text=text,
        blocks=blocks,
        language=options.language or "en",
        raw_sha256=raw_sha256,
        title=said.title,
        byline=byline,
        publisher=publisher,
        origin=origin,
        published=dates.published,
        origin_published=dates.origin_published,
        dateline_place=_find_place(said, publisher),
        country=options.country or shown.country,
        url=shown.url,
        rights=shown.rights or find_rights(text),
        subjects=tuple(dict.fromkeys((*shown.subjects, *said.subjects))),
        notes=shown.notes + dates.notes,
    )


def _find_place(said: Said, publisher: str | None) -> str | None:
    """Return the place of the date line; of "Idlib, Barada –" in the Barada News Agency it is Idlib."""
    place = said.dateline.place if said.dateline else None
    city, _, credit = (place or "").rpartition(", ")
    return city if city and publisher is not None and publisher.startswith(credit) else place


def _find_origin_of(text: str, publisher: str | None, byline: str | None, said: Said, outlets: Outlets) -> str | None:
    stated = find_origin(text, publisher)
    if stated is not None:
        return stated
    other = next((outlet for outlet, _ in said.lines if outlet and not is_same_outlet(outlet, publisher)), None)
    agency = said.dateline.agency if said.dateline else None
    candidates = (other if publisher else None, byline if byline and outlets.knows(byline) else None, agency)
    return next((name for name in candidates if name is not None and not is_same_outlet(name, publisher)), None)
