"""Bring together the tellings of one event across the sentences of a report: several sentences on one event make one claim."""

import math
import re
from dataclasses import dataclass, field
from datetime import date

from according.model.answers import DatePrecision, Kind, PlacePrecision, Status, When, Where
from according.model.evidence import Found, Reason, Unresolved
from according.model.trigger import Strength
from according.steps.extract.claims.linking import EFFECTS, METHODS, PARTING
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import find_children

_SAME_PLACE_KM = 12.0
_NEW_EVENT = re.compile(
    r"^\W*(?:separately|elsewhere|also|in (?:a|another) (?:separate|different|second)|in other|another|earlier|previously|"
    r"last (?:month|year)|"
    r"the (?:previous|earlier)|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"^\W*(?:separately|elsewhere|in (?:a|another|one) (?:separate|different|other|second) )", re.IGNORECASE)
_OTHER = frozenset("another other second third separate further additional similar previous earlier".split())
_THIS = frozenset("the this that these those".split())
_WIDE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.DISTRICT})
_REMOTE = frozenset({"shelling", "air_strike"})  # told together, they are one bombardment
_FROM_AFAR = frozenset({"shelling", "air_strike", "explosive_device", "chemical_attack"})
_NAMELESS = frozenset({"attack_on_civilians", "explosive_device", "other"})  # "the attack", whose kind the next sentence tells
_THRESHOLD = 2.0


@dataclass(slots=True)
class Draft:
    """Collect the tellings of one event, in the order of the text."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def last_sentence(self) -> int:
        """Return the index of the latest sentence that tells of it."""
        return max(telling.sentence.index for telling in self.tellings)

    @property
    def main(self) -> Telling:
        """Return the telling whose trigger says most, the first of them; never one of what the event only led to."""
        order = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
        return min(self.tellings, key=lambda one: (one.event_type.value in EFFECTS, order[one.main.strength], one.sentence.index))


def merge_tellings(tellings: list[Telling], text: str) -> list[Draft]:
    """Return the tellings grouped by event, in the order in which the text first tells of them."""
    drafts: list[Draft] = []
    for telling in tellings:
        scored = [(score_merge(draft, telling, text), number, draft) for number, draft in enumerate(drafts)]
        best = max(scored, key=lambda one: (one[0], one[1]), default=None)
        if best is not None and best[0] >= _THRESHOLD:
            if not _only_refers(telling):
                best[2].tellings.append(telling)
        else:
            drafts.append(Draft([telling]))
    return drafts


def _only_refers(telling: Telling) -> bool:
    """Say whether a telling only points back: "hours after the strike"."""
    head = telling.sentence.tokens[telling.main.head]
    above = telling.sentence.tokens[head.head]
    return len(telling.triggers) == 1 and _is_definite(telling) and head.dep == "pobj" and above.lemma in PARTING


def score_merge(draft: Draft, telling: Telling, text: str) -> float:
    """Return how much speaks for the telling being about the draft's event; minus infinity where something speaks against."""
    if _conflict(draft, telling):
        return -math.inf
    score = _score_type(draft, telling)
    if score == 0:
        return -math.inf
    gap = telling.sentence.index - draft.last_sentence
    score += 1.0 if gap <= 1 else 0.5 if gap <= 3 else -0.25 if gap <= 8 else -0.5
    if telling.is_harm_only and any(isinstance(one, Found) for one in telling.initiators):
        score -= 0.5  # who kills by himself is more likely told of anew
    score += 1.0 if _is_definite(telling) else 0.0
    score += 1.0 if _shares(_place_names(draft.tellings), _place_names([telling])) else 0.0
    score += 1.0 if _shares(_actor_names(draft.tellings), _actor_names([telling])) else 0.0
    score += 1.0 if _shares(_figures(draft.tellings), _figures([telling])) else 0.0
    if _APART.match(telling.sentence.span.of(text)):
        return -math.inf
    return score - (1.5 if _opens_new_event(telling, text) else 0.0)


def _score_type(draft: Draft, telling: Telling) -> float:
    types = {one.event_type.value for one in draft.tellings if not one.is_harm_only}
    if telling.is_harm_only:
        return 1.5 if not types else 1.0 if types & METHODS else 0.0
    if telling.event_type.value in types:
        return 2.0
    if telling.event_type.value in EFFECTS and telling.kind.value is Kind.INCIDENT and types & METHODS:
        return 1.0
    if telling.event_type.value in _REMOTE and types & _REMOTE:
        return 1.0
    if telling.main.strength is Strength.VAGUE:
        return 0.5 if types else 1.0
    is_open = all(one.main.strength is not Strength.EVENT for one in draft.tellings)
    return 0.5 if is_open and types <= _NAMELESS else 1.0 if is_open and not types else 0.0


def _conflict(draft: Draft, telling: Telling) -> bool:
    first = draft.main
    if (first.kind.value is Kind.INCIDENT) != (telling.kind.value is Kind.INCIDENT):
        return True
    if first.kind.value is not Kind.INCIDENT and first.kind.value is not telling.kind.value:
        return True
    if _reality(first) != _reality(telling):
        return True
    if bool(first.background) != bool(telling.background) and not _shares(_figures(draft.tellings), _figures([telling])):
        return not _is_definite(telling)
    is_same = (
        _is_definite(telling) and telling.sentence.index - draft.last_sentence <= 2 and telling.event_type.value == first.event_type.value
    )
    return (_places_conflict(draft, telling) and not is_same) or _dates_conflict(draft, telling) or _actors_conflict(draft, telling)


def _reality(telling: Telling) -> str:
    status = telling.status.value
    return {Status.HAPPENED: "real", Status.UNCONFIRMED: "real"}.get(status, status.value)


def _places_conflict(draft: Draft, telling: Telling) -> bool:
    mine = [answer for answer in _wheres([telling]) if answer.precision is not PlacePrecision.COUNTRY]
    theirs = [answer for answer in _wheres(draft.tellings) if answer.precision is not PlacePrecision.COUNTRY]
    if mine and theirs:
        return not any(may_be_same_place(one, other) for one in mine for other in theirs)
    unknown, known = (_unknown_places([telling]), theirs) if theirs else (_unknown_places(draft.tellings), mine)
    fine = [where for where in known if where.precision in {PlacePrecision.PLACE, PlacePrecision.NEAR}]
    return bool(unknown and fine)  # a name that no gazetteer has is another place than one that it has


def _unknown_places(tellings: list[Telling]) -> list[Unresolved]:
    found = [place.answer for one in tellings for place in one.places[:1] if isinstance(place.answer, Unresolved)]
    return [answer for answer in found if answer.reason is Reason.UNKNOWN_NAME]


def may_be_same_place(one: Where, other: Where) -> bool:
    """Say whether two places may be the same or one inside the other."""
    if one.name.casefold() == other.name.casefold():
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if PlacePrecision.COUNTRY in {one.precision, other.precision}:
        return True
    if PlacePrecision.PROVINCE in {one.precision, other.precision}:
        names = {(place.admin1 or place.name).casefold() for place in (one, other)}
        return len(names) == 1 or None in (one.admin1, other.admin1)
    distance = measure_km(one, other)
    reach = _SAME_PLACE_KM * (3 if _WIDE & {one.precision, other.precision} else 1)
    return distance is None or distance <= reach


def measure_km(one: Where, other: Where) -> float | None:
    """Return the great-circle distance in kilometres (haversine, radius 6371 km), or None without coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _dates_conflict(draft: Draft, telling: Telling) -> bool:
    mine, theirs = _days([telling]), _days(draft.tellings)
    return bool(mine and theirs) and not any(_overlap(one, other) for one in mine for other in theirs)


def _overlap(one: When, other: When) -> bool:
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (one.latest or date.max)


def _actors_conflict(draft: Draft, telling: Telling) -> bool:
    mine, theirs = _named(telling), {name for one in draft.tellings for name in _named(one)}
    if telling.is_harm_only and draft.main.event_type.value in _FROM_AFAR and any(isinstance(one, Found) for one in telling.initiators):
        return not _shares(_actor_names([telling]), _actor_names(draft.tellings))  # gunmen do not kill from the air
    return bool(mine and theirs) and not mine & theirs


def _named(telling: Telling) -> set[str]:
    return {one.value.actor_id for one in telling.initiators if isinstance(one, Found) and one.value.actor_id and not one.value.is_generic}


def _wheres(tellings: list[Telling]) -> list[Where]:
    return [place.answer.value for one in tellings for place in one.places[:1] if isinstance(place.answer, Found)]


def _days(tellings: list[Telling]) -> list[When]:
    found = [date.answer.value for one in tellings for date in one.dates[:1] if isinstance(date.answer, Found)]
    return [when for when in found if when.precision is not DatePrecision.PERIOD]


def _place_names(tellings: list[Telling]) -> set[str]:
    return {where.name for where in _wheres(tellings)}


def _actor_names(tellings: list[Telling]) -> set[str]:
    return {answer.value.name for one in tellings for answer in (*one.initiators, *one.targets) if isinstance(answer, Found)}


def _figures(tellings: list[Telling]) -> set[tuple[str, int]]:
    tolls = [toll.answer.value for one in tellings for toll in one.tolls]
    return {(toll.harm.value, toll.low or toll.high or 0) for toll in tolls if (toll.low or toll.high or 0) > 1}


def _shares(one: set[str] | set[tuple[str, int]], other: set[str] | set[tuple[str, int]]) -> bool:
    return bool(one & other)


def _is_definite(telling: Telling) -> bool:
    head = telling.sentence.tokens[telling.main.head]
    if head.pos not in {"NOUN", "PROPN"}:
        return False
    words = {token.lemma for token in find_children(telling.sentence, head.index, "det", "amod", "poss")}
    return bool(words & _THIS) and not words & _OTHER


def _opens_new_event(telling: Telling, text: str) -> bool:
    head = telling.sentence.tokens[telling.main.head]
    words = {token.lemma for token in find_children(telling.sentence, head.index, "det", "amod")}
    return bool(words & _OTHER) or _NEW_EVENT.match(telling.sentence.span.of(text)) is not None
