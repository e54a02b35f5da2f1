"""One reporting of one event, tally or pattern, and the claims about actors beside it."""

from dataclasses import dataclass

from according.model.answers import (
    Actor,
    Framing,
    Kind,
    Responsibility,
    Speaker,
    Status,
    Toll,
    When,
    Where,
)
from according.model.evidence import Answer, Found, Span, Unresolved
from according.model.report import Rejected, Report


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold what one report says about one event, each value with its words.

    Args:
        evidence: whole sentences that assert it, in the order of the text.
        initiators: who did it, one answer each; empty when the text gives no hint.
        targets: to whom it was done.
        attribution: who says so; empty means the outlet's own voice.
        hit: what was hit, in the source's words ("a market", "positions of the group").
    """

    claim_id: str
    report_id: str
    kind: Found[Kind]
    event_type: Found[str]
    acled_sub_event: str
    evidence: tuple[Span, ...]
    initiators: tuple[Answer[Actor], ...]
    targets: tuple[Answer[Actor], ...]
    civilians_targeted: Answer[bool]
    weapon: Answer[str]
    hit: Answer[str]
    when: Answer[When]
    where: Answer[Where]
    tolls: tuple[Found[Toll], ...]
    attribution: tuple[Found[Speaker], ...]
    status: Found[Status]
    responsibility: tuple[Found[Responsibility], ...]
    background: Found[bool] | None  # None: told as news
    framing: tuple[Found[Framing], ...] = ()


@dataclass(frozen=True, slots=True)
class ActorClaim:
    """Hold what a report says about two actors: `X formerly known as Y`, `X allied with Y`."""

    relation: str  # alias, formerly known as, allied with, part of, supported by, fighting against
    subject: Answer[Actor]
    object: Answer[Actor]
    evidence: Span
    rule: str
    attribution: tuple[Found[Speaker], ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Say why a sentence with a trigger gave no claim."""

    span: Span  # the trigger
    sentence: Span
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a report and all that was read in it.

    Args:
        silences: triggers that gave no claim, and why.
        unknown_names: names that look like an actor or, in a report that tells of an event, a place, and could not be resolved.
    """

    report: Report
    claims: tuple[Claim, ...]
    actor_claims: tuple[ActorClaim, ...] = ()
    silences: tuple[Silence, ...] = ()
    unknown_names: tuple["UnknownName", ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Hold a name that nothing in the knowledge resolves."""

    text: str
    span: Span
    role: str  # actor or place
    unresolved: Unresolved


Outcome = Reading | Rejected
