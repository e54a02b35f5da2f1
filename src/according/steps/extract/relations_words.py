"""Tell cheaply where a text may say how two actors stand to each other, so that the patterns are tried nowhere else."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick

from according.model.evidence import Span
from according.model.parsed import Sentence
from according.text.letters import lower_evenly

_MAY_BE_NAMED: Final = re.compile(r"\((?=[^()]{2,40}\))|, or ")
_MAY_RELATE: Final = re.compile(  # asked of small letters; some word of the two stands in or beside everything that the patterns match
    r"\b(?:formerly|previously|known|calls? (?:itself|themselves)|called|calling|referred to|rebranded|renamed|"
    r"restyled|"
    r"its name|the name|alias|a\.?k\.?a|styl(?:es?|ed|ing) (?:itself|themselves)|"
    r"short for|stands for|acronym|abbreviation|ally|allies|allied|"
    r"aligned|"
    r"alliance|partners? of|and (?:its|their) partners?|alongside|on the side of|side by side|forces with|teamed up|allegiance|loyalty|"
    r"affiliate[sd]?|branch|wing|(?:arm|component|subsidiary|cell|unit|part|members?) of|[’']s? (?:\w+ )?(?:arm|unit|cell)|offshoot|"
    r"faction|"
    r"franchise|belong(?:s|ed|ing)? to|back(?:s|ed|ing)?|support(?:s|ed|ing)?|(?:fund|financ|arm|equipp?|train|assist|aid|sponsor|"
    r"receiv)(?:e?[sd]|ing)|"
    r"with the help|(?:provid|suppl|send|sent|giv|gave|offer|deliver)\w* .{2,60}?(?:to|for|with)|fights?|fighting|fought|battl(?:es?|ing)|"
    r"battle (?:with|against)|combat(?:ing)?|at war|(?:war|conflict|campaign|struggle|insurgency|rebellion|jihad) (?:with|against|on)|"
    r"to (?:defeat|destroy|eliminate)|rivals? of|enem(?:y|ies) of|foes? of|describe[sd]?)\b"
)
_AHEAD: Final = 40  # characters that may precede the first of them in a match: "’s military wing"
_BEHIND: Final = 80  # characters that may follow the second name up to the last word of a match
_STARTS: Final = AhoCorasick(  # one of them begins a word in every match of it
    (
        "(;, or ;formerly;previously;known;call;referred to;rebranded;renamed;restyled;its name;the name;alias;aka;a.k;ak.a;styl;"
        "short for;stands for;acronym;abbreviation;ally;allie;aligned;alliance;partner;alongside;on the side of;side by side;"
        "forces with;teamed up;allegiance;loyalty;affiliate;branch;wing;arm;component of;subsidiary of;cell;unit;part of;member;"
        "offshoot;faction;franchise;belong;back;support;fund;financ;equip;train;assist;aid;sponsor;receiv;with the help;provid;"
        "suppl;send;sent;giv;gave;offer;deliver;fight;fought;battl;combat;at war;war ;conflict ;campaign ;struggle ;insurgency ;"
        "rebellion ;jihad ;to d;to e;rival;enem;foe;describe"
    ).split(";")
)


@dataclass(frozen=True, slots=True)
class RelatingWords:
    """Hold a text, the same in small letters, and where the words start that may tell of a relation."""

    text: str
    lowered: str
    starts: list[int]

    def find_sentences(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """Return the sentences that may hold an alliance, a backer, a former name or an abbreviation."""
        return [one for one in sentences if self._are_in(one.span)]

    def may_relate(self, first: Span, second: Span) -> bool:
        """Say whether words between two names, or right after them, may tell of a relation."""
        start, end = first.end, second.end + _BEHIND
        if self._find_start(start, end) is None and not self.text[start - 1 : start + 1].isalnum():
            return False
        words = self.text[start:end]
        return bool(_MAY_RELATE.search(words.lower()) or _MAY_BE_NAMED.search(words))

    def _are_in(self, span: Span) -> bool:
        first = self._find_start(span.start, span.end)
        if first is None:
            return False
        start = max(span.start, first - _AHEAD)
        return bool(_MAY_RELATE.search(self.lowered, start, span.end) or _MAY_BE_NAMED.search(self.text, start, span.end))

    def _find_start(self, start: int, end: int) -> int | None:
        number = bisect_left(self.starts, start)
        return self.starts[number] if number < len(self.starts) and self.starts[number] < end else None


def find_relating_words(text: str) -> RelatingWords:
    """Return where the words of a text start that may tell of a relation."""
    lowered = lower_evenly(text)
    found = _STARTS.find_matches_as_indexes(lowered, overlapping=True)
    return RelatingWords(text, lowered, sorted([start for _, start, _ in found if _begins_word(lowered, start)]))


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not text[start].isalnum() or not text[start - 1].isalnum()
