"""One sentence's telling of one event: what its words say, before other sentences are asked."""

from dataclasses import dataclass, field

from according.model.answers import Actor, Kind, Status
from according.model.evidence import Answer, Basis, Found, Span
from according.model.parsed import Sentence
from according.model.trigger import Strength, Trigger
from according.steps.extract.dates import DateMention
from according.steps.extract.phrases import Phrase
from according.steps.extract.places import PlaceMention
from according.steps.extract.tolls import TollMention

REAL = frozenset({Status.HAPPENED, Status.UNCONFIRMED})  # told as having happened, be it in doubt
SIDELESS = frozenset({"civilians", "people"})  # kinds of people who are on no side: they suffer violence
_ORDER = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
_NOWHERE = Span(0, 0)
_PLAIN_STATUS = Found(Status.HAPPENED, _NOWHERE, "en.status.plain", Basis.INFERRED)
_PLAIN_KIND = Found(Kind.INCIDENT, _NOWHERE, "en.kinds.plain", Basis.INFERRED)
_OTHER = Found("other", _NOWHERE, "codebook.unsettled", Basis.INFERRED)


@dataclass(slots=True)
class Telling:
    """Collect what one sentence says of one event.

    Args:
        main: the trigger that says most: an event's name before a vague word before harm.
        is_harm_only: the sentence tells only who was harmed.
    """

    sentence: Sentence
    triggers: list[Trigger]
    initiators: list[Answer[Actor]] = field(default_factory=list)
    targets: list[Answer[Actor]] = field(default_factory=list)
    hits: list[Phrase] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    said_dates: list[DateMention] = field(default_factory=list)  # when somebody said it, not when it happened
    places: list[PlaceMention] = field(default_factory=list)
    tolls: list[TollMention] = field(default_factory=list)
    beside: list[Span] = field(default_factory=list)  # sentences that only add a figure to it
    weapon: Found[str] | None = None
    is_mutual: bool = False  # two sides, and no attacker
    status: Found[Status] = _PLAIN_STATUS
    kind: Found[Kind] = _PLAIN_KIND
    background: Found[bool] | None = None
    event_type: Found[str] = _OTHER
    main: Trigger = field(init=False, repr=False, compare=False)
    is_harm_only: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        triggers = self.triggers
        self.main = triggers[0] if len(triggers) == 1 else min(triggers, key=lambda one: (_ORDER[one.strength], one.span))
        self.is_harm_only = self.main.strength is Strength.HARM  # harm says least
