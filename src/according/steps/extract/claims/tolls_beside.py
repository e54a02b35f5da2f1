"""Give figures that stand alone, "No casualties.", "Another eight were hurt.", to the event told just before."""

import re
from collections.abc import Sequence

from according.model.answers import Harm, Kind
from according.model.parsed import Sentence
from according.model.report import BlockKind
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.linking import METHODS
from according.steps.extract.claims.telling import REAL, Telling
from according.steps.extract.tolls import TollMention, find_tolls

_REACH = 2  # sentences back to the event
_SILENT = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.DATELINE})
_HURT = frozenset({Harm.KILLED, Harm.INJURED, Harm.MISSING})
_SPOKEN = re.compile(
    r"kill|dead|death|die[sd]?\b|casualt|fatalit|victim|toll|hurt|wound|injur|missing|martyr|bod(?:y|ies)\b|lives?\b|loss|nobody|no one",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:since|so\s+far|(?:this|last|past|previous)\s+(?:year|month|week|day|few|two|three|\d+)|in\s+(?:19|20)\d\d|earlier|previous(?:ly)?|"
    r"years?\s+ago|war|conflict|uprising|in\s+total|overall|altogether)\b|\btotal\b",
    re.IGNORECASE,
)


def add_figures(sentence: Sentence, tellings: Sequence[Telling], asked: Asked) -> None:
    """Add the figures of a sentence without an event of its own to the last event told, if that can have hurt people."""
    if not tellings or sentence.block in _SILENT:
        return
    start, end, text = sentence.span.start, sentence.span.end, asked.text
    telling = _find_event(sentence, tellings)
    if telling is None or _SPOKEN.search(text, start, end) is None or _OTHER_TIME.search(text, start, end) is not None:
        return
    found = [one for one in find_tolls(sentence, text) if one.answer.value.harm in _HURT]
    if not found:
        return
    telling.tolls += [one for one in found if not _is_told(one, telling)]
    telling.beside.append(sentence.span)


def _find_event(sentence: Sentence, tellings: Sequence[Telling]) -> Telling | None:
    last = tellings[-1].sentence
    gap = sentence.index - last.index
    if gap > _REACH or (gap > 1 and sentence.paragraph != last.paragraph):
        return None
    beside = [one for one in tellings[-4:] if one.sentence is last]
    fit = [one for one in beside if one.kind.value is Kind.INCIDENT and one.status.value in REAL and one.main.event_type in METHODS]
    return fit[-1] if fit else None


def _is_told(mention: TollMention, telling: Telling) -> bool:
    value = mention.answer.value
    return any(
        (one.answer.value.harm, one.answer.value.low, one.answer.value.high) == (value.harm, value.low, value.high) for one in telling.tolls
    )
