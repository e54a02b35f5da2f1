"""Say coded values in plain words."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
_SINGULAR = {
    "civilians": "civilian", "children": "child", "women": "woman", "men": "man", "medics": "medic", "journalists": "journalist",
    "aid workers": "aid worker",
}  # fmt: skip
_HEDGES = {"at least": "at least ", "more than": "more than ", "up to": "up to ", "about": "about "}


def say_actors(record: Json, role: str) -> str:
    """Say who is in a role; `?` before a name marks one that could not be resolved."""
    names = list(record[role])
    names += [f"? {one['text']}" for one in record["unresolved"].get(role, ()) if one["text"]]
    return "\n".join(names) or "not stated"


def say_when(date: Json | None) -> str:
    """Say a date interval; both days are inclusive.

    >>> say_when({"earliest": "2019-03-06", "latest": "2019-03-06"})
    '2019-03-06'
    """
    if date is None:
        return "not stated"
    earliest, latest = date["earliest"], date["latest"]
    if earliest == latest:
        return str(earliest)
    return f"{earliest or '…'} to {latest or '…'}"


def say_where(place: Json | None) -> str:
    """Say a place with its relation and the larger unit it lies in."""
    if place is None:
        return "not stated"
    name = f"{place['part']} {place['name']}" if place.get("part") else place["name"]
    relation = place.get("relation")
    name = f"{relation} {name}" if relation and relation not in {"in", "part of"} else name
    around = [one for one in (place.get("admin1"), place.get("country")) if one and one != place["name"]]
    return ", ".join([name, *around])


def say_toll(toll: Json) -> str:
    """Say a toll as its source counts it.

    >>> say_toll({"harm": "killed", "who": "civilians", "low": 16, "high": None, "wording": "at least"})
    'at least 16 civilians killed'
    >>> say_toll({"harm": "injured", "who": "women", "low": 1, "high": 1, "wording": "exact"})
    '1 woman injured'
    """
    who = toll["who"].removeprefix("combatants:") if toll["who"] != "unspecified" else ""
    low, high = toll["low"], toll["high"]
    if low is None and high is None:
        count = toll["wording"]
    elif toll["wording"] in _HEDGES:
        count = f"{_HEDGES[toll['wording']]}{_say_number(low if low is not None else high)}"
    else:
        count = _say_number(low) if low == high else f"{_say_number(low)} to {_say_number(high)}"
        who = _SINGULAR.get(who, who) if low == high == 1 else who
    by = f" ({toll['by']})" if toll.get("by") else ""
    return " ".join(part for part in (count, who, toll["harm"]) if part) + by


def _say_number(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def say_speakers(speakers: Sequence[Json]) -> str:
    """Say who says so, each chain from the innermost speaker outward."""
    chains: dict[int, list[str]] = {}
    for one in speakers:
        chains.setdefault(one["chain"], []).append(one["speaker"])
    return "\n".join(" → ".join(names) for names in chains.values()) or "the outlet itself"


def say_claim(record: Json) -> str:
    """Say a claim in one line: type, place, day."""
    what = record["event_type"].replace("_", " ")
    parts = [what, say_where(record["place"]) if record["place"] else "", say_when(record["date"]) if record["date"] else ""]
    return " · ".join(part for part in parts if part)


def say_count(number: int, noun: str) -> str:
    """Return "1 place", "1,200 places"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say_flag(value: bool | None) -> str:
    """Say yes, no or not known."""
    return "not known" if value is None else "yes" if value else "no"
