"""Read harm that the words tell before or around a figure: "Among the dead were two medics", "That brings to 64 the number of …"."""
# ruff: noqa: E501 (a list of words or a regular expression reads best in one piece)

import re
from typing import Final

from according.model.answers import Harm
from according.steps.extract.tolls_harms import HarmWord, alternatives, read_harm
from according.steps.extract.tolls_words import classify_words

_HARMED: Final = {Harm.KILLED: "dead|killed|deceased|victims|casualties|fatalities|slain|martyrs", Harm.INJURED: "wounded|injured"}
_AMONG: Final = re.compile(
    rf"\b(?:among(?:st)?\s+(?:the|those)|(?P<subject>the))\s+(?:[\w-]+\s+){{0,2}}?(?:{alternatives(_HARMED)})"
    r"(?(subject)\s+(?:includ(?:e[sd]?|ing)|comprised?)|(?:\s+in\s+[^,.;]{1,40})?,?\s+(?:were|was|are|is))\s+(?:also\s+)?$",
    re.IGNORECASE,
)
_AMONG_ENDS: Final = frozenset("were was are is also include includes included including comprise comprised".split())
_BROUGHT: Final = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|rais(?:es?|ed|ing)|push(?:es|ed|ing)|tak(?:es?|ing)|took)\s+to\s+$", re.IGNORECASE
)
_NUMBER_OF: Final = re.compile(
    rf"\s+the\s+(?:total\s+|overall\s+)?(?:number|count|toll)\s+of\s+(?P<who>(?:[\w'’-]+\s+){{0,4}}?)"
    rf"(?:{alternatives({Harm.KILLED: 'dead|killed|deaths|fatalities|victims|martyrs', Harm.INJURED: 'wounded|injured', Harm.DISPLACED: 'displaced'})})\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\bnumber\s+of\s+(?P<who>(?:[\w'’-]+\s+){1,4}?)(?:killed|dead)\b", re.IGNORECASE)
_ALL: Final = re.compile(r",?\s+all(?:\s+of\s+(?:them|whom))?(?:\s+(?:were|being))?\s+(?P<who>[\w'’-]+)", re.IGNORECASE)
_CASUALTIES: Final = re.compile(
    r"\b(?:civilians?(?=\s*:)|civilian\s+(?:casualties|victims|losses|deaths|toll))[^.;:]{0,60}:\s*[^.;:]*$", re.IGNORECASE
)


def read_among_before(text: str, start: int) -> HarmWord | None:
    """Return the harm of whom a group from `start` on is told to be among: "Among the dead were …", "The wounded included …"."""
    last = text[max(0, start - 12) : start].rsplit(None, 1)
    if not last or last[-1].lower() not in _AMONG_ENDS:
        return None
    match = _AMONG.search(text, max(0, start - 90), start)
    return read_harm(match) if match else None


def read_brought_to(text: str, start: int, end: int) -> tuple[HarmWord, str] | None:
    """Return what a bare number counts in "brings to 64 the number of soldiers killed", and who they are."""
    after = _NUMBER_OF.match(text, end) if text[end : end + 5] == " the " else None
    if after is None or not _BROUGHT.search(text, max(0, start - 14), start):
        return None
    return read_harm(after), _classify(after["who"])


def read_counted(text: str, word: HarmWord) -> str:
    """Return who is counted in "the number of soldiers killed … rose to 64", by the words that lead to the figure."""
    match = _COUNTED.search(text, word.start, word.end)
    return _classify(match["who"]) if match else "unspecified"


def read_kind_around(text: str, start: int, end: int) -> str:
    """Return of what kind bare figures are: "3 killed, all of them children", "58 civilian casualties: 26 killed"."""
    match = _ALL.match(text, end)
    if match and (who := classify_words([match["who"]])) not in (None, "unspecified", "men"):
        return who or "unspecified"
    is_listed = ":" in text[max(0, start - 60) : start] and _CASUALTIES.search(text, max(0, start - 120), start)
    return "civilians" if is_listed else "unspecified"


def _classify(words: str) -> str:
    who = classify_words(words.split()) if words.strip() else None
    return who if who not in (None, "men") else "unspecified"
