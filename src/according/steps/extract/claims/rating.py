"""Say how likely each value of a claim is right, by how it was read."""

from typing import Any, TypeVar

from according.knowledge.confidence import Confidence, to_share
from according.model.answers import Actor, Speaker, Toll, When, Where
from according.model.claim import Claim
from according.model.evidence import Answer, Basis, Found, Span
from according.model.records import replace

Value = TypeVar("Value")
Features = tuple[str, ...]
_BASES: dict[Basis | None, str] = {None: "basis:none", **{basis: f"basis:{basis.value}" for basis in Basis}}
_COUNTS = ("of:0", "of:1", "of:2", "of:3")


def rate_claim(claim: Claim, confidence: Confidence) -> Claim:
    """Return a claim whose values say how likely they are right, as far as their fields have a model."""
    if not confidence.weights:
        return claim
    rater = _Rater(confidence, describe_claim(claim), find_home(claim))
    rate, rate_open, rate_all = rater.rate, rater.rate_open, rater.rate_all
    return replace(
        claim,
        kind=rate("kind", claim.kind),
        event_type=rate("event_type", claim.event_type),
        initiators=rate_all("initiator", claim.initiators),
        targets=rate_all("target", claim.targets),
        civilians_targeted=rate_open("civilians_targeted", claim.civilians_targeted),
        weapon=rate_open("weapon", claim.weapon),
        when=rate_open("date", claim.when),
        where=rate_open("place", claim.where),
        tolls=rate_all("tolls", claim.tolls),
        attribution=rate_all("attribution", claim.attribution),
        status=rate("status", claim.status),
        responsibility=rate_all("responsibility", claim.responsibility),
    )


class _Rater:
    """Rate the values of one claim; what they share is weighed once for each field."""

    __slots__ = ("_confidence", "_home", "_shared", "_weighed")

    def __init__(self, confidence: Confidence, shared: Features, home: tuple[Span, tuple[Span, ...]]) -> None:
        self._confidence = confidence
        self._shared = shared
        self._home = home
        self._weighed: dict[str, float | None] = {}

    def rate(self, name: str, found: Found[Value], count: int = 1) -> Found[Value]:
        """Return a value with how likely it is right; as it is for a field without a model."""
        if name not in self._weighed:
            self._weighed[name] = self._confidence.weigh(name, self._shared)
        shared = self._weighed[name]
        if shared is None:
            return found
        total = self._confidence.weigh(name, describe_value(self._home, found, count), shared)
        return Found(found.value, found.span, found.rule, found.basis, to_share(total), found.rejected) if total is not None else found

    def rate_open(self, name: str, answer: Answer[Value], count: int = 1) -> Answer[Value]:
        """Return the same of an answer that may be open."""
        return self.rate(name, answer, count) if isinstance(answer, Found) else answer

    def rate_all(self, name: str, answers: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the same of each of several answers."""
        return tuple([self.rate_open(name, answer, len(answers)) for answer in answers])


def describe_claim(claim: Claim) -> Features:
    """Return what all values of a claim share that bears on their being right."""
    told = len(claim.evidence)
    return (
        f"type:{claim.event_type.value}",
        f"kind:{claim.kind.value}",
        f"status:{claim.status.value}",
        f"told:{min(told, 3)}",
        "background" if claim.background else "news",
        "located" if isinstance(claim.where, Found) else "unlocated",
        "dated" if isinstance(claim.when, Found) else "undated",
        "acted" if any(isinstance(one, Found) for one in claim.initiators) else "unacted",
        "counted" if claim.tolls else "uncounted",
    )


def find_home(claim: Claim) -> tuple[Span, tuple[Span, ...]]:
    """Return the sentence that names the event, and all that tell of it."""
    return next((span for span in claim.evidence if span.contains(claim.event_type.span)), claim.evidence[0]), claim.evidence


def describe_value(home: tuple[Span, tuple[Span, ...]], answer: Found[Any], count: int) -> Features:
    """Return how one value was read: its rule, on what it rests, how far from the event's own words it stands.

    Args:
        home: the sentence that names the event, and all that tell of it.
        count: how many values its field has.
    """
    own, told = home
    where = "from:home" if own.contains(answer.span) else "from:beside" if _is_told(answer.span, told) else "from:away"
    return (
        f"rule:{answer.rule}",
        _BASES[answer.basis],
        where,
        _COUNTS[min(count, 3)],
        "weighed" if answer.rejected else "alone",
        *_describe_own(answer.value),
    )


def _is_told(span: Span, told: tuple[Span, ...]) -> bool:
    return any(one.contains(span) for one in told)


def _describe_own(value: object) -> Features:
    """Return what kind of value it is: a bare province is not read as surely as a village, nor "militants" as a name."""
    match value:
        case Actor():
            return (f"actor:{value.kind}", "generic" if value.is_generic else "named")
        case When():
            return (f"precision:{value.precision.value}", f"anchor:{value.anchor}")
        case Where():
            return (f"precision:{value.precision.value}",)
        case Toll():
            return (f"harm:{value.harm.value}", f"wording:{value.wording}", f"who:{value.who.partition(':')[0]}")
        case Speaker():
            return (f"speaker:{value.kind}",)
        case _:
            return ()
