"""Count, for one aligned pair of claims and one field, what is right, what gold has and what was coded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from according.evaluate.compare import Matcher, match_all, same_weapon
from according.evaluate.gold import GoldClaim
from according.model.answers import Status


@dataclass(frozen=True, slots=True)
class Count:
    """Count values: right, in gold, in the coder's output. `label` keeps classes apart where F1 is a mean over classes."""

    right: int
    gold: int
    coded: int
    label: str = ""

    @property
    def is_perfect(self) -> bool:
        """Say whether nothing is wrong and nothing is missing."""
        return self.right == self.gold == self.coded


Counter = Callable[[GoldClaim, GoldClaim, Matcher, date | None], tuple[Count, ...]]


def _count_initiators(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    return _count_actors(gold.initiator, coded.initiator, matcher, on)


def _count_targets(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    return _count_actors(gold.target, coded.target, matcher, on)


def _count_actors(gold: tuple[str, ...], coded: tuple[str, ...], matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    ours, theirs = tuple(dict.fromkeys(gold)), tuple(dict.fromkeys(coded))
    return (Count(match_all(ours, theirs, lambda left, right: matcher.same_actor(left, right, on)), len(ours), len(theirs)),)


def _count_civilians(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    ours, theirs = gold.civilians_targeted, coded.civilians_targeted
    return _count_one(ours is not None, theirs is not None, ours is theirs)


def _count_weapon(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    same = gold.weapon is not None and coded.weapon is not None and same_weapon(gold.weapon, coded.weapon)
    return _count_one(gold.weapon is not None, coded.weapon is not None, same)


def _count_date(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    ours, theirs = gold.date, coded.date
    same = ours is not None and theirs is not None and (ours.earliest, ours.latest) == (theirs.earliest, theirs.latest)
    return _count_one(ours is not None, theirs is not None, same)


def _count_date_overlap(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    same = gold.date is not None and coded.date is not None and gold.date.overlaps(coded.date)
    return _count_one(gold.date is not None, coded.date is not None, same)


def _count_place(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    same = gold.place is not None and coded.place is not None and matcher.same_place(gold.place, coded.place)
    return _count_one(gold.place is not None, coded.place is not None, same)


def _count_tolls(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    right = match_all(gold.tolls, coded.tolls, lambda left, right: matcher.same_toll(left, right, on))
    return (Count(right, len(gold.tolls), len(coded.tolls)),)


def _count_speakers(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    ours, theirs = ([one.speaker for one in claim.attribution] for claim in (gold, coded))
    return (Count(match_all(ours, theirs, lambda left, right: matcher.same_speaker(left, right, on)), len(ours), len(theirs)),)


def _count_status(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    return _count_one(gold.status != Status.HAPPENED, coded.status != Status.HAPPENED, gold.status == coded.status)


def _count_status_accuracy(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    return (Count(int(gold.status == coded.status), 1, 1),)


def _count_kind(gold: GoldClaim, coded: GoldClaim, _matcher: Matcher, _on: date | None) -> tuple[Count, ...]:
    if gold.kind == coded.kind:
        return (Count(1, 1, 1, gold.kind),)
    return Count(0, 1, 0, gold.kind), Count(0, 0, 1, coded.kind)


def _count_responsibility(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> tuple[Count, ...]:
    ours, theirs = gold.responsibility, coded.responsibility
    return (Count(match_all(ours, theirs, lambda left, right: matcher.same_responsibility(left, right, on)), len(ours), len(theirs)),)


def _count_one(is_gold: bool, is_coded: bool, is_same: bool) -> tuple[Count, ...]:
    return (Count(int(is_gold and is_coded and is_same), int(is_gold), int(is_coded)),)


FIELDS: dict[str, Counter] = {
    "initiator": _count_initiators,
    "target": _count_targets,
    "civilians_targeted": _count_civilians,
    "weapon": _count_weapon,
    "date": _count_date,
    "place": _count_place,
    "tolls": _count_tolls,
    "attribution": _count_speakers,
    "status": _count_status,
    "kind": _count_kind,
    "responsibility": _count_responsibility,
}
BESIDE: dict[str, Counter] = {"date overlap": _count_date_overlap, "status accuracy": _count_status_accuracy}
RECORD = ("initiator", "target", "date", "place", "tolls")
"""The fields that must all be right for a record to count as right."""


def is_right(field: str, gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> bool:
    """Say whether a field is wholly right; null on both sides is right."""
    return all(count.is_perfect for count in FIELDS[field](gold, coded, matcher, on))


def agreement_of(gold: GoldClaim, coded: GoldClaim, matcher: Matcher, on: date | None) -> float:
    """Return the share of fields that are wholly right."""
    return sum(is_right(field, gold, coded, matcher, on) for field in FIELDS) / len(FIELDS)
