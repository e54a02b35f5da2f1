"""Find a model's words in the sentence that it was given; what is not there is dropped, and said."""

import re
from dataclasses import dataclass, field

from according.model.evidence import Span
from according.model.parsed import Sentence

_LONGEST = 300  # characters of one value
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"})  # one letter for one
_EDGES = " \t\n.,;:\"'()[]"


@dataclass(slots=True)
class Grounding:
    """Find words in one sentence, and keep what was dropped.

    Args:
        dropped: plain words for each value that the sentence does not bear out.
    """

    sentence: Sentence
    text: str
    dropped: list[str] = field(default_factory=list)

    def find(self, what: str, words: str | None, near: Span | None = None) -> Span | None:
        """Return where the words stand, nearest to a span; None, and a note, where they do not."""
        if not words:
            return None
        found = find_words(words, self.sentence.span, self.text)
        if not found:
            self.drop(what, words, "the sentence does not have these words")
            return None
        return min(found, key=lambda one: abs(one.start - near.start)) if near else found[0]

    def drop(self, what: str, words: str, why: str) -> None:
        """Note that a value was dropped."""
        self.dropped.append(f"the {what} “{show(words)}” was dropped: {why}")


def find_words(words: str, inside: Span, text: str) -> list[Span]:
    """Return every place in a sentence where some words stand whole; case, white space and the form of quotes do not matter."""
    pieces = words.translate(_ALIKE).strip(_EDGES).split()
    if not pieces or len(words) > _LONGEST:
        return []
    joined = r"\s+".join(map(re.escape, pieces))
    pattern = re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
    sentence = inside.of(text).translate(_ALIKE)
    return [Span(inside.start + match.start(), inside.start + match.end()) for match in pattern.finditer(sentence)]


def show(words: str, most: int = 80) -> str:
    """Return words of anybody's for a note: on one line, without what cannot be seen, and short."""
    plain = "".join(letter for letter in " ".join(words[: 4 * most].split()) if letter.isprintable())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()}…"
