"""Say which armed group speaks in a report of its own: whose statement it is."""

import re
from collections.abc import Sequence
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.model.answers import Actor
from according.model.evidence import Found
from according.model.parsed import ParsedReport
from according.model.report import BlockKind
from according.steps.extract.actors_mentions import NAMES, ActorMention
from according.steps.extract.claims.sides import find_outlet_side

_STATEMENT: Final = re.compile(
    r"\b(?:statements?|communiqu[eé]s?|press release|bulletin|declaration|announcement|proclamation|military media|war media|media office|"
    r"press office)\b",
    re.IGNORECASE,
)
_DEVOUT: Final = re.compile(
    r"\bby the grace of (?:god|allah|the almighty)\b|\b(?:praise|thanks) be to (?:god|allah)\b|\bmujahid(?:een|in)\b|\bhirelings?\b"
    r"|\bapostates?\b|\bcrusaders?\b|\bmay (?:god|allah) accept\b|\bmartyrdom[- ]seek",
    re.IGNORECASE,
)
_DEVOUT_STEMS: Final = (
    "grace of",
    "praise",
    "thanks be",
    "mujahid",
    "hireling",
    "apostate",
    "crusader",
    " accept",
    "martyrdom",
)  # in every match
_FIRST_PERSON: Final = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_ARMED: Final = frozenset({"rebel", "militia", "gang", "communal"})
_OPENING: Final = frozenset({BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.HEADING})
_HEAD: Final = 300  # characters in which a statement says whose it is


def find_voice(parsed: ParsedReport, actors: Sequence[ActorMention], registry: ActorRegistry) -> Actor | None:
    """Return the armed group whose statement a report is, which then tells of its own deeds; nothing for everybody else's reports."""
    text = parsed.report.text
    outlet = find_outlet_side(parsed.report, registry)
    if outlet is not None:
        return registry.to_actor(outlet) if outlet.kind in _ARMED else None
    opening = max((block.span.end for block in parsed.report.blocks[:3] if block.kind in _OPENING), default=0)
    is_headed = _STATEMENT.search(text, 0, min(opening, _HEAD)) is not None
    named = [one for one in actors if one.form in NAMES and _is_armed(one)]
    heading = [one for one in named if one.span.end <= opening]
    if is_headed and heading:
        return _actor(heading[0])
    itself = [one for one in named if one.form != "leader"]  # "Haftar's militias" are what others call them
    if not itself or not (is_headed or _is_devout(text)) or not _speaks_for_itself(parsed):
        return None
    if is_headed and any(one.form in NAMES and one.span.end <= opening and _is_state(one) for one in actors):
        return None  # it is a state's statement, and the group that it names first may be its enemy
    return _actor(itself[0])


def _is_devout(text: str) -> bool:
    return any(map(text.lower().__contains__, _DEVOUT_STEMS)) and _DEVOUT.search(text) is not None


def _is_armed(one: ActorMention) -> bool:
    return isinstance(one.answer, Found) and one.answer.value.kind in _ARMED and not one.answer.value.is_generic


def _is_state(one: ActorMention) -> bool:
    return isinstance(one.answer, Found) and one.answer.value.kind == "state"


def _actor(one: ActorMention) -> Actor | None:
    return one.answer.value if isinstance(one.answer, Found) else None


def _speaks_for_itself(parsed: ParsedReport) -> bool:
    """Say whether a report says "we" in its own voice, outside quotes; others are "they" there."""
    for match in _FIRST_PERSON.finditer(parsed.report.text):
        quoted = any(quote.span.start <= match.start() < quote.span.end for quote in parsed.quotes)
        if not quoted:
            return True
    return False
