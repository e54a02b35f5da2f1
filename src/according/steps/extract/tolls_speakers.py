"""Tell whether counted people are those who speak ("a local official said"), who are never among the harmed."""

import re
from bisect import bisect_left
from itertools import takewhile
from typing import Final

from according.model.evidence import get_start
from according.model.parsed import Sentence

_SAYING: Final = (
    "said|says|say|told|tells|added|adds|reported|confirmed|stated|announced|wrote|explained|recalled|claimed|declared|noted|"
    "insisted|acknowledged|warned|tweeted|testified|estimated"
)
_SAYS_AFTER: Final = re.compile(
    r"(?:\s+(?:of|from|at|in|with|for|on|close\s+to|who)\b(?:\s+(?!and\b|or\b|were\b|was\b|died\b|that\b)[\w'’.-]+){1,7}?"
    r"|,?(?:\s+[A-Z][\w'’.-]*){1,4},?)?"
    rf"\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+)?(?:{_SAYING})\b"
    r"(?!\s+(?:to\s+(?:be|have)\s+|as\s+)?(?:killed|dead|wounded|injured|missing|hurt|detained|arrested|abducted|by|the\s+lives?|\d+\s+lives)\b)",
)
_SOURCE_BEFORE: Final = re.compile(r"\b(?:according\s+to|citing|quoting|told\s+by)\s+$", re.IGNORECASE)
_LEMMAS: Final = frozenset("say tell add confirm state announce write explain recall declare note insist warn tweet testify".split())


def is_speaker(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Say whether the words from start to end of a sentence are the subject of a verb of saying, or a source.

    Args:
        text: the sentence's own words, in which start and end count.
    """
    if _SAYS_AFTER.match(text, end) or _SOURCE_BEFORE.search(text, max(0, start - 20), start):
        return True
    first, last = start + sentence.span.start, end + sentence.span.start
    tokens = sentence.tokens
    begin = bisect_left(tokens, first, key=get_start)
    inside = takewhile(lambda one: one.span.start < last, tokens[begin : begin + last - first])
    return any(one.dep == "nsubj" and tokens[one.head].lemma.lower() in _LEMMAS for one in inside)
