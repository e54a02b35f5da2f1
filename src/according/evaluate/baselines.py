"""Answer each field in one line without reading: the publication day, the first place, the first number, the commonest class."""

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from according.evaluate.compare import Resolvers
from according.evaluate.gold import (
    GoldClaim,
    GoldPlace,
    GoldReport,
    GoldResponsibility,
    GoldSpeaker,
    GoldToll,
    Interval,
)
from according.model.answers import Harm

Value = TypeVar("Value", bound=Hashable)
_NAME = re.compile(r"\b(?:in|near|of|from|at|on) (?:the (?:city|town|village|province) of )?((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)?)")
_NUMBER = re.compile(r"(?<![\w.:-])(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w:-])")


@dataclass(frozen=True, slots=True)
class Commonest:
    """Hold the commonest class of each field in a gold set, nothing included."""

    initiator: tuple[str, ...]
    target: tuple[str, ...]
    civilians_targeted: bool | None
    weapon: str | None
    attribution: tuple[GoldSpeaker, ...]
    status: str
    kind: str
    responsibility: tuple[GoldResponsibility, ...]


def find_commonest(gold: Sequence[GoldReport]) -> Commonest:
    """Return the commonest values of a gold set; a list field takes its commonest single value, if there is one."""
    claims = [claim for report in gold for claim in report.claims]
    speakers = [GoldSpeaker(one.speaker) for claim in claims for one in claim.attribution]
    return Commonest(
        initiator=_most([name for claim in claims for name in claim.initiator]),
        target=_most([name for claim in claims for name in claim.target]),
        civilians_targeted=next(iter(_most([claim.civilians_targeted for claim in claims if claim.civilians_targeted is not None])), None),
        weapon=next(iter(_most([claim.weapon for claim in claims if claim.weapon is not None])), None),
        attribution=_most(speakers),
        status=next(iter(_most([claim.status for claim in claims])), "happened"),
        kind=next(iter(_most([claim.kind for claim in claims])), "incident"),
        responsibility=_most([one for claim in claims for one in claim.responsibility]),
    )


def answer_blindly(report: GoldReport, claim: GoldClaim, commonest: Commonest, resolvers: Resolvers) -> GoldClaim:
    """Return the baseline's answers for one claim; of the claim itself it sees only the evidence."""
    return replace(
        claim,
        initiator=commonest.initiator,
        target=commonest.target,
        civilians_targeted=commonest.civilians_targeted,
        weapon=commonest.weapon,
        date=None if report.published is None else Interval(report.published, report.published),
        place=_first_place(report, resolvers),
        tolls=_first_number(report, claim),
        attribution=commonest.attribution,
        status=commonest.status,
        kind=commonest.kind,
        responsibility=commonest.responsibility,
    )


def _most(values: Sequence[Value]) -> tuple[Value, ...]:
    counts = Counter(values)
    return (min(counts, key=lambda value: (-counts[value], repr(value))),) if counts else ()


def _first_place(report: GoldReport, resolvers: Resolvers) -> GoldPlace | None:
    """Return the first capitalised name after "in", "near" …, one that the gazetteer knows if any is."""
    names = [match[1] for match in _NAME.finditer(report.text)]
    known = (name for name in names if resolvers.locate(name, None, report.country) is not None)
    name = next(known, names[0] if names else None)
    return None if name is None else GoldPlace(name)


def _first_number(report: GoldReport, claim: GoldClaim) -> tuple[GoldToll, ...]:
    words = " ".join(span.of(report.text) for span in claim.evidence)
    match = _NUMBER.search(words)
    if match is None:
        return ()
    number = int(match[1].replace(",", ""))
    return (GoldToll(Harm.KILLED, "unspecified", number, number),)
