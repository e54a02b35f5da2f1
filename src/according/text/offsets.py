"""Questions about stretches of a text: where its lines are, what is blank, what cannot be seen."""

import re
from collections.abc import Iterator

from according.model.evidence import Span

INVISIBLE = frozenset(map(chr, (0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)))
_INVISIBLE = re.compile(f"[{''.join(sorted(INVISIBLE))}]")


def trim_span(text: str, span: Span) -> Span:
    """Return the span without the white space at its ends.

    >>> trim_span("  ab ", Span(0, 5))
    Span(start=2, end=4)
    """
    words = text[span.start : span.end]
    if not words or not (words[0].isspace() or words[-1].isspace()):
        return span
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def find_lines(text: str) -> Iterator[Span]:
    r"""Find the lines of a text, trimmed; a blank line is an empty span.

    >>> list(find_lines("a\n\n b"))
    [Span(start=0, end=1), Span(start=2, end=2), Span(start=4, end=5)]
    """
    start = 0
    while True:
        end = text.find("\n", start)
        yield trim_span(text, Span(start, end if end >= 0 else len(text)))
        if end < 0:
            return
        start = end + 1


def find_invisible(text: str) -> list[int]:
    r"""Find characters that cannot be seen and hide a word from who looks for it: zero-width and bidirectional controls.

    >>> find_invisible("kil\u200bled \u202etown")
    [3, 8]
    """
    if text.isascii():
        return []
    return [match.start() for match in _INVISIBLE.finditer(text)]
