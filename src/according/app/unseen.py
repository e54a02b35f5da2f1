"""Show the characters of a text that nobody can see, and those that turn its direction."""

import re
from collections.abc import Callable

_NAMES = {"\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\ufeff": "BOM", "\u2060": "WJ", "\u00ad": "SHY"}
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def name_unseen(character: str) -> str:
    """Return a name for a character that is not shown."""
    return _NAMES.get(character, f"U+{ord(character):04X}")


def mark_unseen(text: str, mark: Callable[[str], str]) -> str:
    """Put what `mark` returns for its name in the place of each character that is not shown; tabs and line ends stay."""
    return _UNSEEN.sub(lambda match: mark(name_unseen(match[0])), text)


def show_unseen(text: str) -> str:
    """Return a text for a terminal, each character that is not shown as its name in brackets.

    >>> show_unseen("a" + chr(0x202E) + "b")
    'a⟨U+202E⟩b'
    """
    return mark_unseen(text, lambda name: f"⟨{name}⟩")
