"""Markdown: links keep their text, emphasis loses its marks, headings and list items are told apart, front matter is read."""

import re

from according.model.report import Block, BlockKind
from according.steps.collect.blocks import find_blocks, join_broken
from according.steps.collect.formats.front_matter import read_front_matter
from according.steps.collect.links import strip_links
from according.steps.collect.shown import PageBuilder, Shown

_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\w*])")
_HEADING = re.compile(r"^#{1,6}\s+(?P<words>\S[^\n]*?)\s*#*$")
_LIST_MARK = re.compile(r"^(?:[-*+•]|\d{1,3}[.)])\s+")
_RULE = re.compile(r"^\s*(?:[-=*_]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|?$")


def show_markdown(text: str) -> Shown:
    """Show a Markdown text as it reads."""
    page = PageBuilder()
    front = read_front_matter(text)
    body = "\n".join("" if _RULE.match(line) else _mark(line) for line in text[front.end :].split("\n"))
    blocks = find_blocks(body)
    if front.title and not any(_fold(_classify(body, block)[1]) == _fold(front.title) for block in blocks[:4]):
        page.add(BlockKind.TITLE, front.title)
    for block in blocks:
        if block.span.of(body).startswith("|"):
            for line in block.span.of(body).split("\n"):
                page.add(BlockKind.TABLE_ROW, _read_row(line))
            continue
        kind, words = _classify(body, block)
        page.add(kind, words)
    return Shown(
        page.text,
        join_broken(page.text, page.parts),
        title=front.title,
        byline=front.byline,
        publisher=front.publisher,
        url=front.url,
        rights=front.rights,
        country=front.country,
        published=front.published,
        subjects=front.subjects,
    )


def _fold(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def _read_row(line: str) -> str:
    return "" if _TABLE_RULE.match(line) else " | ".join(cell.strip() for cell in line.strip("| ").split("|"))


def _mark(line: str) -> str:
    line = strip_links(line)
    line = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", line))
    heading = _HEADING.match(line.strip())
    return f"\n{line}\n" if heading else line


def _classify(body: str, block: Block) -> tuple[BlockKind, str]:
    words = block.span.of(body)
    heading = _HEADING.match(words)
    if heading:
        return BlockKind.HEADING, heading["words"]
    if block.kind is BlockKind.LIST_ITEM and _LIST_MARK.match(words):
        return BlockKind.LIST_ITEM, _LIST_MARK.sub("", words, count=1)
    if words.startswith("> "):
        return block.kind, "\n".join(line.removeprefix(">").strip() for line in words.split("\n"))
    return block.kind, words
