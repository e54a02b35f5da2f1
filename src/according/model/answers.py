"""The answers to the questions asked of each claim: who, when, where, at what cost, who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from according.model.records import record


@record(frozen=True, slots=True)
class Actor:
    """Name an actor. A generic one ("militants", "police") has no id of its own and stays generic."""

    name: str  # the field's usual spelling, never the source's label
    actor_id: str | None = None
    kind: str | None = None  # state, rebel, militia, communal, civilians, international, other …
    side: str | None = None  # id of the side it fights on, at the time of the report
    country: str | None = None  # ISO 3166-1 alpha-2
    is_generic: bool = False


class DatePrecision(StrEnum):
    """How exact a When is."""

    DAY = "day"
    DAYS = "days"  # 2 to 6
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"  # any other range


@record(frozen=True, slots=True)
class When:
    """Hold the first and the last day that the words allow, both inclusive. An open end is None."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    anchor: str  # what it was counted from: text, dateline, publication, event


class PlacePrecision(StrEnum):
    """How exact a Where is; the first five are the gold's words."""

    PLACE = "place"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


@record(frozen=True, slots=True)
class Where:
    """Hold a place as the words give it, never finer."""

    name: str
    precision: PlacePrecision
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    latitude: float | None = None  # WGS 84 degrees
    longitude: float | None = None
    place_id: str | None = None  # `<gazetteer>:<id>`
    relation: str | None = None  # in, near, between, countryside of, road, border, part of
    part: str | None = None  # northwestern, southern …
    feature: str | None = None  # settlement, admin1, country, airbase, river, area …


class Harm(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"  # by anyone: arrested, captured, abducted; the event type tells them apart
    DISPLACED = "displaced"


@record(frozen=True, slots=True)
class Toll:
    """Count people harmed, as the words count them.

    Args:
        who: civilians, children, women, men, medics, journalists, aid workers, police, unspecified, or `combatants:<actor name>`.
        low: lowest number the words allow, None when they give none. Unknown is not zero.
        high: highest number the words allow, None when they give none.
        wording: exact, at least, more than, about, up to, between, or the word itself (dozens, several).
        is_running_total: the figure sums several events.
        by: who gives this figure, when it is not the claim's own speaker.
        named: names of the dead that the text gives.
    """

    harm: Harm
    who: str
    low: int | None
    high: int | None
    wording: str
    is_running_total: bool = False
    by: str | None = None
    named: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Speaker:
    """Say who vouches for something. Speakers with one chain number pass it on, the innermost first."""

    name: str
    kind: str  # party to the conflict, official, monitor/NGO, medic/resident/witness, other media, anonymous, publisher
    chain: int = 1
    verb: str | None = None


class Status(StrEnum):
    """What the speaker says of the event's reality."""

    HAPPENED = "happened"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    FORESEEN = "foreseen"
    PREVENTED = "prevented"


class Stance(StrEnum):
    """What a speech act says about authorship."""

    BLAMED = "blamed"
    CLAIMED = "claimed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Record who is said to have done it, or says so or not, and by whom."""

    actor: str
    stance: Stance
    by: str


class Kind(StrEnum):
    """What one claim is about."""

    INCIDENT = "incident"
    TALLY = "tally"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Framing:
    """Keep a loaded word of the source, and whom it was said of."""

    words: str
    of: str | None = None  # the neutral name of the actor it labels
    by: str | None = None  # who uses the word, when it is not the outlet
