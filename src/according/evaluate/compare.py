"""Say whether two values of a claim are the same: actors, speakers, places, tolls, weapons."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from anyascii import anyascii

from according.evaluate.assignment import assign_pairs
from according.evaluate.gold import GoldPlace, GoldResponsibility, GoldToll

SAME_NAME = 0.8
SAME_SPEAKER = 0.5
SAME_WEAPON = 0.5
NEAR_KM = 5.0

_DROPPED = frozenset("a an the al el".split())
_PLACE_DROPPED = _DROPPED | frozenset("ad ar as ash at az city town village district province governorate of".split())

Value = TypeVar("Value")
Coordinates = tuple[float, float]


def _knows_no_actor(_name: str, _on: date | None) -> str | None:
    return None


def _knows_no_place(_name: str, _admin1: str | None, _country: str | None) -> Coordinates | None:
    return None


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Hold what makes two spellings comparable; without them only the words count.

    Args:
        canonical: actor's name and day → id in the registry, or None.
        locate: place's name, first-level division, country → latitude and longitude, or None.
    """

    canonical: Callable[[str, date | None], str | None] = _knows_no_actor
    locate: Callable[[str, str | None, str | None], Coordinates | None] = _knows_no_place


@cache
def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case and Latin letters, without articles."""
    plain = re.sub(r"['’‘ʿʾ`]", "", anyascii(text).casefold())
    words = re.findall(r"[a-z0-9]+", plain)
    return tuple(word for word in words if word not in _DROPPED) or tuple(words)


def token_f1(left: str, right: str) -> float:
    """Return the F1 of the words that two texts share.

    >>> round(token_f1("the Free Syrian Army", "Syrian army"), 2)
    0.8
    """
    ours, theirs = Counter(tokens_of(left)), Counter(tokens_of(right))
    shared = sum((ours & theirs).values())
    total = sum(ours.values()) + sum(theirs.values())
    return 2 * shared / total if total else 0.0


def normalise_place(name: str) -> str:
    """Return a place's name without case, marks, articles and words such as "city" and "province".

    >>> normalise_place("the town of Al-Qusayr")
    'qusayr'
    """
    words = tokens_of(name)
    return " ".join([word for word in words if word not in _PLACE_DROPPED] or words)


def distance_km(left: Coordinates, right: Coordinates) -> float:
    """Return the great-circle distance."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (left, right))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def same_weapon(left: str, right: str) -> bool:
    """Say whether two wordings name one weapon."""
    return token_f1(left, right) >= SAME_WEAPON


def match_all(gold: Sequence[Value], coded: Sequence[Value], same: Callable[[Value, Value], bool]) -> int:
    """Return how many items pair off one to one."""
    return len(assign_pairs([[int(same(left, right)) for right in coded] for left in gold]))


class Matcher:
    """Compare names through the resolvers, remembering what they said."""

    def __init__(self, resolvers: Resolvers) -> None:
        self._canonical = cache(resolvers.canonical)
        self._locate = cache(resolvers.locate)

    def same_actor(self, left: str, right: str, on: date | None, *, at_least: float = SAME_NAME) -> bool:
        """Say whether two names are one actor: one registry id, or else alike in words.

        Two names that the registry knows as different actors are never the same, however alike their words.
        """
        ours, theirs = self._canonical(left, on), self._canonical(right, on)
        if ours is not None and theirs is not None:
            return ours == theirs
        return token_f1(left, right) >= at_least

    def same_speaker(self, left: str, right: str, on: date | None) -> bool:
        """Say whether two speakers are one: half of the words in common, or one registry id."""
        if token_f1(left, right) >= SAME_SPEAKER:
            return True
        ours = self._canonical(left, on)
        return ours is not None and ours == self._canonical(right, on)

    def same_place(self, left: GoldPlace, right: GoldPlace) -> bool:
        """Say whether two places have one name or lie within 5 km."""
        if normalise_place(left.name) == normalise_place(right.name):
            return True
        ours, theirs = self._coordinates(left), self._coordinates(right)
        return ours is not None and theirs is not None and distance_km(ours, theirs) <= NEAR_KM

    def same_toll(self, left: GoldToll, right: GoldToll, on: date | None) -> bool:
        """Say whether two figures agree in harm, group, lowest and highest number."""
        if (left.harm, left.low, left.high) != (right.harm, right.low, right.high):
            return False
        ours, _, our_name = left.who.partition(":")
        theirs, _, their_name = right.who.partition(":")
        return ours == theirs and (our_name == their_name or self.same_actor(our_name, their_name, on))

    def same_responsibility(self, left: GoldResponsibility, right: GoldResponsibility, on: date | None) -> bool:
        """Say whether two speech acts agree in actor, stance and speaker."""
        if left.stance != right.stance or not self.same_actor(left.actor, right.actor, on):
            return False
        if left.by is None or right.by is None:
            return left.by is right.by
        return self.same_speaker(left.by, right.by, on)

    def _coordinates(self, place: GoldPlace) -> Coordinates | None:
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
        return self._locate(place.name, place.admin1, place.country)
