"""Say whether two places may be the same, or one inside the other."""

import math

from according.model.answers import PlacePrecision, Where

_SAME_PLACE_KM = 12.0
_WIDE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.DISTRICT, PlacePrecision.NEAR})


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
    if distance is None and (pair := next((place.name for place in (one, other) if " and " in place.name), None)):
        return one.name in pair and other.name in pair  # "Jurin" and "Jurin and Shathah"
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
