"""Read groups of people with their number: "at least 12 civilians", "dozens of others", "a family of five"."""

import re

from according.model.parsed import Token
from according.model.records import record, replace
from according.steps.extract.tolls_amounts import ANOTHER, STOPS, Amount
from according.steps.extract.tolls_spotting import Spotted
from according.steps.extract.tolls_words import classify_words, stem

_OF_FAMILY = re.compile(r"\s+members?\s+of\s+(?:one|the\s+same|a|his|her|their|an?\s+\w+)\s+famil(?:y|ies)\b", re.IGNORECASE)
_FAMILY_OF = re.compile(r"\b(?:(?:an?|one|the|another)\s+)?(?:[a-z]+\s+)?family\s+of\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:(?:the|them|its|their|those|his|her|these|our)\b\s*)?", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+of\s+(?:them|those)\b", re.IGNORECASE)
_SAID = re.compile(r"\s*(?:civilian|resident)?\s*(?:said|told)")


@record(frozen=True, slots=True)
class Group:
    """Hold a group of people with its number; offsets count in the sentence.

    Args:
        noun_start: first character of the words after the number; equal to `end` when the number stands alone.
        end: one past the noun phrase.
        who: the group's coarse name, None when the words name no people.
        is_elided: the number stands alone ("killing six") or with "more".
        is_other: "others", who are of the kind named before.
    """

    amount: Amount
    noun_start: int
    end: int
    who: str | None
    is_elided: bool
    is_other: bool
    harm_before_noun: str | None = None

    @property
    def start(self) -> int:
        """Return the first character of the number with its hedge."""
        return self.amount.start


def read_group(text: str, amount: Amount, tokens: tuple[Token, ...], offset: int, seen: Spotted) -> Group | None:
    """Read the noun phrase after a number; None when it counts things, not people."""
    family = _OF_FAMILY.match(text, amount.end)
    if family:
        return Group(amount, amount.end + 1, family.end(), "civilians", False, False)
    family_of = _FAMILY_OF.search(text, max(0, amount.start - 20), amount.start)
    if family_of:
        amount = replace(amount, start=family_of.start())
        return Group(amount, amount.end, amount.end, "civilians", False, False)
    position = amount.end
    harm_before: str | None = None
    if text[position : position + 1] in _CLOSING:
        position += 1  # "about thirty" men
    link = _OF.match(text, position)
    if link and not _OF_THOSE.match(link.group()):
        position = link.end()
    words = _collect_words(text, position, tokens, offset, seen)
    if not words:
        start = _next_word(text, position)
        end = seen.ends.get(start)
        harm = text[start:end].lower() if end else ""
        if end and harm.isalpha():
            after = _collect_words(text, end, tokens, offset, seen)
            who = classify_words([word for word, _, _ in after]) if after else None
            if who and after[-1][0].lower() != "others" and not _SAID.match(text, end):
                return Group(amount, after[0][1], after[-1][2], who, False, False, harm)
        is_next = ANOTHER.match(text, amount.start) is not None
        return Group(amount, amount.end, amount.end, "unspecified", True, is_next, harm_before)
    plain = [word.lower() for word, _, _ in words]
    if amount.low == amount.high == 1 and plain[-1] == "family":
        return None
    is_other = plain[-1] in ("others", "other")
    if plain[-1] == "more":
        return Group(amount, words[0][1], words[-1][2], "unspecified", True, False)
    who = classify_words([word for word, _, _ in words])
    if stem(plain[-1]) == "member" and _COMMUNITY.match(text, words[-1][2]):
        who = "unspecified"
    return None if who is None else Group(amount, words[0][1], words[-1][2], who, False, is_other)


_COMMUNITY = re.compile(
    r"\s+of\s+(?:an?|the|his|her|their|one)\s+(?:[\w-]+\s+){0,3}?(?:tribe|famil\w+|clan|communit\w+|sect|minority|congregation|parliament|public|staff|crew|delegation)\b",
    re.IGNORECASE,
)
_OPENING = frozenset('"“')
_CLOSING = frozenset('"”’»')


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _collect_words(text: str, position: int, tokens: tuple[Token, ...], offset: int, seen: Spotted) -> list[tuple[str, int, int]]:
    words: list[tuple[str, int, int]] = []
    first = 0
    match = _NEXT.match(text, max(position - 1, 0) if position and text[position - 1 : position].isspace() else position)
    while match and len(words) < 7:
        word, start = match.group(1), match.start(1)
        if (word.lower() in STOPS and not (word.isupper() and len(word) > 1)) or word.lower() in _NUMBER_WORDS or start in seen.ends:
            break
        while first < len(tokens) and tokens[first].span.start - offset < start:
            first += 1
        if first < len(tokens) and tokens[first].span.start - offset == start and _stops_by_syntax(tokens[first]):
            break
        words.append((word, start, match.end(1)))
        if word.lower() in ("others", "people", "persons", "them") and not text[match.end(1) :].startswith(("'", "’")):
            break
        closed = _CLOSED.match(text, match.end(1)) if text[start - 1] in _OPENING else None
        match = _NEXT.match(text, closed.end() if closed else match.end(1))
    return words


_NEXT = re.compile(r"\s+(?:[\"“‘](?=[\w-]+[\"”’]\s))?([A-Za-zÀ-ÿ][\w'’/-]*|\d+-year-olds?\b)")
_CLOSED = re.compile(r"[\"”](?=\s[a-z])")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty".split()
)


def _stops_by_syntax(token: Token) -> bool:
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.pos == "VERB":
        return token.dep not in ("amod", "compound", "nmod")
    return token.pos in ("AUX", "ADP", "CCONJ", "SCONJ", "PUNCT", "PRON")
