"""HTML: the article's title, author, days and body, without the page around it."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from according.model.report import BlockKind, RejectionKind
from according.steps.collect.blocks import join_broken
from according.steps.collect.encoding import decode_bytes
from according.steps.collect.outlets import tidy_name
from according.steps.collect.shown import CannotReadError, PageBuilder, Shown

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
    "quote": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "row": BlockKind.TABLE_ROW,
}
_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "nav", "footer", "form", "button", "svg", "iframe", "aside"})
_BREAKS = frozenset("p div br li h1 h2 h3 h4 h5 h6 tr article section main blockquote td header".split())


def show_html(data: bytes) -> Shown:
    """Show the article in a page."""
    text, notes = decode_bytes(data, is_html=True)
    if not text.strip():
        raise CannotReadError(RejectionKind.EMPTY, "There is no text in it.", "Check that the page was saved whole.")
    document = _extract(text)
    page = PageBuilder()
    title = _clean(document.title or "") if document is not None else ""
    body = list(_read_body(document.body)) if document is not None and document.body is not None else []
    if sum(len(words) for _, words in body) < 80:
        fallback = [part for part in _read_page(text) if part[1]] or [(BlockKind.PARAGRAPH, _strip_tags(text))]
        body = fallback if sum(len(words) for _, words in fallback) > sum(len(words) for _, words in body) else body
    if title and not any(_fold(words) == _fold(title) for _, words in body[:4]):
        page.add(BlockKind.TITLE, title)
    for kind, words in body:
        page.add(BlockKind.TITLE if title and _fold(words) == _fold(title) else kind, words)
    return Shown(
        page.text,
        join_broken(page.text, page.parts),
        title=title or None,
        byline=_clean(document.author or "") or None if document is not None else None,
        publisher=_find_publisher(document),
        url=document.url if document is not None else None,
        rights=document.license if document is not None else None,
        published=_find_day(text, document),
        notes=notes,
    )


def _extract(text: str) -> Any:
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None


def _read_body(body: Any) -> Iterator[tuple[BlockKind, str]]:
    done: set[Any] = set()
    for element in body.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag not in _KINDS or any(parent in done for parent in element.iterancestors()):
            continue
        if tag == "quote" and element.find(".//p") is not None:
            continue
        done.add(element)
        if tag == "row":
            cells = (_clean(" ".join(cell.itertext())) for cell in element.iter("cell"))
            yield _KINDS[tag], " | ".join(cell for cell in cells if cell)
        else:
            for line in re.split(r"\n\s*\n", _text_of(element)):
                yield _KINDS[tag], _clean(line)


def _text_of(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element.iter():
        if child is element:
            continue
        if child.tag == "lb":
            pieces.append("\n")
        pieces.append(child.text or "")
        pieces.append(child.tail or "")
    return "".join(pieces)


def _read_page(text: str) -> Iterator[tuple[BlockKind, str]]:
    """Read every visible word of a page, where no article was found in it."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(
            text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return
    line: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag in _BREAKS and line:
            yield BlockKind.PARAGRAPH, _clean("".join(line))
            line = []
        if event == "start":
            skipped += tag in _SKIPPED
            line.append(element.text or "" if not skipped else "")
        else:
            skipped -= tag in _SKIPPED
            line.append(element.tail or "" if not skipped else "")
    yield BlockKind.PARAGRAPH, _clean("".join(line))


def _strip_tags(text: str) -> str:
    """Take the tags away, where a page is nested so deep that no parser follows."""
    return _clean(unescape(re.sub(r"<[^<>]{0,2000}>", " ", re.sub(r"(?is)<(script|style)\b.*?</\1\s*>", " ", text))))


def _find_publisher(document: Any) -> str | None:
    if document is None:
        return None
    name = tidy_name(document.sitename or "").lstrip("@")
    return name or (document.hostname or None)


def _find_day(text: str, document: Any) -> date | None:
    written = document.date if document is not None else None
    if not written:
        from htmldate import find_date

        try:
            written = find_date(text, extensive_search=False, original_date=True)
        except (ValueError, TypeError, RecursionError, AssertionError):
            return None
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _clean(words: str) -> str:
    return re.sub(r"[ \t\r\n\f\v]+", " ", words).strip()


def _fold(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
