"""Read two names together: "the road between A and B", "the A–B highway", "A and B provinces"."""

import re
from dataclasses import replace

from according.knowledge.places import Feature
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found, Rejection, Span
from according.steps.extract.places_mentions import PlaceMention
from according.steps.extract.places_words import is_between, is_road

_ROAD_BEFORE = re.compile(
    r"\b(?P<kind>road|highway|motorway|route)\s+(?:between|linking|connecting|from)\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
_ROAD_AFTER = re.compile(r"\s*(?:\w+\s+){0,2}?(?P<kind>road|highway|motorway|route)\b", re.IGNORECASE)
_AND = re.compile(
    r"\s+and\s+(?:the\s+)?(?:(?:north|south|east|west|cent)\w*\s+)?(?:(?:province|region|governorate|state)\s+of\s+)?", re.IGNORECASE
)
_PLURAL = re.compile(r"\s+(?P<kind>provinces|regions|governorates|states|districts|townships|counties)\b", re.IGNORECASE)
_POINTS = (PlacePrecision.PLACE, PlacePrecision.NEAR)


def join_pairs(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Make one mention of two names that tell one place together; a place between two has no position of its own."""
    joined: list[PlaceMention] = []
    for mention in mentions:
        first = joined[-1] if joined else None
        both = first and (_read_road(text, first, mention) or _read_both(text, first, mention))
        if both:
            joined[-1] = both
        else:
            joined.append(mention)
    return joined


def _read_road(text: str, first: PlaceMention, second: PlaceMention) -> PlaceMention | None:
    is_line, lies_between = is_road(text, first.span, second.span), is_between(text, first.span, second.span)
    if not (is_line or lies_between) or not _are_points(first, second):
        return None
    ours, theirs = _name(text, first), _name(text, second)
    after = _ROAD_AFTER.match(text, second.span.end)
    before = _ROAD_BEFORE.search(text, max(0, first.span.start - 60), first.span.start)
    end = second.phrase.end
    if is_line and after:
        name, end = f"{ours}–{theirs} {after['kind'].lower()}", max(end, after.end())
    else:
        name = f"{before['kind'].lower()} between {ours} and {theirs}" if before else f"between {ours} and {theirs}"
    relation = "road" if is_line or before else "between"
    start = before.start() if before else first.phrase.start
    return _make(text, first, second, Where(name, PlacePrecision.NEAR, relation=relation, feature=Feature.ROAD.value), Span(start, end))


def _read_both(text: str, first: PlaceMention, second: PlaceMention) -> PlaceMention | None:
    """Read "A and B provinces", where the plural word after belongs to both, and "in A and B" of two provinces."""
    if not _AND.fullmatch(text, first.phrase.end, second.span.start) and not _AND.fullmatch(text, first.span.end, second.span.start):
        return None
    kind = _PLURAL.match(text, second.span.end)
    wheres = [_where(one) for one in (first, second)]
    is_wide = [where is None or where.precision is PlacePrecision.PROVINCE for where in wheres]
    if first.is_metonym or second.is_metonym or (wheres[0] is None and wheres[1] is None):
        return None
    if kind is None and not (all(is_wide) and any(where is not None for where in wheres)):
        return None
    if any(where is not None and where.precision is PlacePrecision.COUNTRY for where in wheres):
        return None
    name = f"{_name(text, first)} and {_name(text, second)}" + (f" {kind['kind'].lower()}" if kind else "")
    is_small = kind is not None and kind["kind"].lower() in ("districts", "townships", "counties")
    precision = PlacePrecision.DISTRICT if is_small else PlacePrecision.PROVINCE
    where = Where(name, precision, relation="in", feature=(Feature.DISTRICT if is_small else Feature.ADMIN1).value)
    return _make(text, first, second, where, Span(first.phrase.start, max(second.phrase.end, kind.end() if kind else 0)))


def _make(text: str, first: PlaceMention, second: PlaceMention, where: Where, phrase: Span) -> PlaceMention:
    """Return the joint mention, in the country and the division that both lie in."""
    known = [one for one in (_where(first), _where(second)) if one is not None]
    countries, divisions = {one.country for one in known}, {one.admin1 for one in known}
    country = known[0].country if len(countries) == 1 else None
    admin1 = known[0].admin1 if country and len(divisions) == 1 and len(known) == 2 else None
    found = next(one.answer for one in (first, second) if isinstance(one.answer, Found))
    span = Span(first.span.start, second.span.end)
    why = "only one of the two"
    rejected = tuple(Rejection(name, why) for name in (_name(text, first), _name(text, second)))
    answer = replace(found, value=replace(where, country=country, admin1=admin1), span=span, rule="en.places.pair", rejected=rejected)
    return PlaceMention(span, phrase, answer)


def _are_points(first: PlaceMention, second: PlaceMention) -> bool:
    wheres = [_where(one) for one in (first, second)]
    return any(wheres) and all(where is None or where.precision in _POINTS for where in wheres)


def _where(mention: PlaceMention) -> Where | None:
    return mention.answer.value if isinstance(mention.answer, Found) else None


def _name(text: str, mention: PlaceMention) -> str:
    where = _where(mention)
    return where.name.removesuffix(" province") if where else mention.span.of(text)
