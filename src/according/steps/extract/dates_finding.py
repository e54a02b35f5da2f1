"""Find where date expressions stand: which rules can match at all is told by the words of the text, so that few are tried."""

import re
from collections.abc import Iterable

from according.model.records import record
from according.steps.extract.dates_pieces import PIECE_RULES
from according.steps.extract.dates_relative import RELATIVE_RULES
from according.steps.extract.dates_rules import ABSOLUTE_RULES, ANY_DIGIT, LEVANTINE_NAME, YEAR_DIGITS, DateRule

_RULES = (*PIECE_RULES, *ABSOLUTE_RULES, *RELATIVE_RULES)
_APART = str.maketrans({**{chr(code): " " for code in range(128) if not chr(code).isalpha()}, **dict.fromkeys("’‘“”–—…´`", " ")})
_DIGIT = re.compile(r"\d")
_YEAR_OR_MARKED = re.compile(r"(?:19|20)\d\d|\d[-:./]\d")
_LEVANTINE_STARTS = frozenset(
    (
        "kanu kano cano canu shub shba schu schb scub adar adha azar azha nisa niss ayar aiar ayya aaya iyar eyar hazi hzir hziz huza hoza "
        "hoze tamu tamo tamm ab aab aylu aylo ailo eylu tish"
    ).split()
)
_LEADING = re.compile(
    r"(?:in|since|until|till|by|from|of|during|before|after|throughout|back in|around|on|between|over|within|prior to|following|up to|"
    r"all through|as of)\s+(?:the\s+year\s+)?",
    re.IGNORECASE,
)


@record(frozen=True, slots=True)
class Atom:
    """Hold one match of one rule; start leaves out a preposition."""

    rule: DateRule
    match: re.Match[str]
    start: int
    end: int


def _index(rules: Iterable[DateRule]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for key in rule.needs[0]:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


_RULES_OF = _index(_RULES)
_KEYS = frozenset(key for rule in _RULES for need in rule.needs for key in need)


def find_atoms(text: str) -> list[Atom]:
    """Return the date expressions that do not overlap: the longest first, the earlier rule where two are alike."""
    hints = _find_hints(text)
    numbers = sorted({number for hint in hints for number in _RULES_OF.get(hint, ())})
    found: list[Atom] = []
    for number in numbers:
        rule = _RULES[number]
        if not any(map(hints.isdisjoint, rule.needs)):
            found += [Atom(rule, match, _core_start(match), match.end()) for match in rule.pattern.finditer(text)]
    if len(found) < 2:
        return found
    found.sort(key=lambda one: one.start - one.end)
    kept: list[Atom] = []
    for atom in found:
        if not any(atom.start < other.end and other.start < atom.end for other in kept):
            kept.append(atom)
    return sorted(kept, key=lambda one: one.start)


def _find_hints(text: str) -> set[str]:
    """Return the words of dates in a text, and whether it has digits, a year, a month of the Levant."""
    words = set(text.lower().translate(_APART).split())
    hints = words & _KEYS
    if _DIGIT.search(text):
        hints.add(ANY_DIGIT)
        if _YEAR_OR_MARKED.search(text):
            hints.add(YEAR_DIGITS)
    if not _LEVANTINE_STARTS.isdisjoint([word[:4] for word in words]):
        hints.add(LEVANTINE_NAME)
    return hints


def _core_start(match: re.Match[str]) -> int:
    lead = _LEADING.match(match.string, match.start(), match.end())
    return lead.end() if lead and lead.end() < match.end() else match.start()
