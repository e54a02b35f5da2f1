"""A word that reports an event, before anything is asked about it."""

from enum import StrEnum

from according.model.answers import Kind, Status
from according.model.evidence import Span
from according.model.records import record


class Strength(StrEnum):
    """How much a trigger alone says about what happened."""

    EVENT = "event"  # names the event: "shelled", "air strike", "ceasefire"
    HARM = "harm"  # names only the harm: "killed", "wounded"
    VAGUE = "vague"  # names an event whose type the rest must tell: "attack", "operation", "blast"


@record(frozen=True, slots=True)
class Trigger:
    """Hold one trigger.

    Args:
        rule: id of the rule that found it.
        event_type: what it names if nothing else says more.
        span: its words.
        sentence: index of its sentence in the report.
        head: index of the token in that sentence on which its arguments hang.
        is_nominal: "the shelling of X by Y", not "Y shelled X".
        status: set where the word itself says it ("foiled", "threatened").
        kind: set where the word itself says it ("daily shelling").
        weapon: set where the word itself says it ("rocket attack" → "rocket").
    """

    rule: str
    event_type: str
    span: Span
    sentence: int
    head: int
    strength: Strength
    is_nominal: bool
    status: Status | None = None
    kind: Kind | None = None
    weapon: str | None = None
