"""Read two names together: "the road between A and B", "the A–B highway", "A and B provinces"."""

import re
from bisect import bisect_right

from according.knowledge.places import Feature
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found, Reason, Rejection, Span, Unresolved
from according.model.parsed import ParsedReport
from according.model.records import replace
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
_PLURAL_OF = re.compile(
    r"\b(?P<kind>provinces|regions|governorates|states|districts|townships|counties)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_STREET = re.compile(r"\s(?:Street|Square|Road|Avenue)\b")
PAIR = "en.places.pair"
_LIST = re.compile(r"\s*,\s*(?:the\s+)?")
_FARTHEST = 80  # characters between two names that belong together
_POINTS = (PlacePrecision.PLACE, PlacePrecision.NEAR)


def join_pairs(parsed: ParsedReport, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Make one mention of names that tell one place together; a place between two has no position of its own."""
    text = parsed.report.text
    joined: list[PlaceMention] = []
    for mention in mentions:
        first = joined[-1] if joined else None
        if first is None or mention.span.start - first.span.end > _FARTHEST:
            joined.append(mention)
            continue
        both = _read_road(text, first, mention) or _read_both(text, first, mention)
        if both is None and _is_pair_of_points(parsed, first, mention):
            both = _join_points(text, first, mention)
            if len(joined) > 1 and _LIST.fullmatch(text, joined[-2].phrase.end, first.phrase.start) and _are_alike(joined[-2], first):
                both = _join_points(text, joined[-2], both, ", ")
                joined.pop()
        if both:
            joined[-1] = both
        else:
            joined.append(mention)
    return joined


def _is_pair_of_points(parsed: ParsedReport, first: PlaceMention, second: PlaceMention) -> bool:
    """Say whether the syntax coordinates two settlements or quarters: "in the towns of A and B"."""
    text = parsed.report.text
    if not _AND.fullmatch(text, first.phrase.end, second.phrase.start) and not _AND.fullmatch(text, first.span.end, second.span.start):
        return False
    if not _are_alike(first, second):
        return False
    sentence = parsed.sentences[bisect_right(parsed.sentences, second.span.start, key=lambda one: one.span.start) - 1]
    token = next((one for one in reversed(sentence.tokens) if one.span.overlaps(second.span)), None)
    before = next((one for one in reversed(sentence.tokens) if one.span.overlaps(first.span)), None)
    if token is None or before is None:
        return False
    head = sentence.tokens[token.head]
    return head.index == before.index or (token.dep == "conj" and head.pos in ("NOUN", "PROPN") and head.span.start >= first.phrase.start)


def _are_alike(first: PlaceMention, second: PlaceMention) -> bool:
    wheres = [_where(one) for one in (first, second)]
    if not any(wheres) or any(where and (where.precision not in _POINTS or where.relation in ("road", "between")) for where in wheres):
        return False
    if any(isinstance(one.answer, Unresolved) and one.answer.reason is not Reason.UNKNOWN_NAME for one in (first, second)):
        return False
    return not any(one.is_metonym or one.is_dateline or one.locates for one in (first, second))


def _join_points(text: str, first: PlaceMention, second: PlaceMention, link: str = " and ") -> PlaceMention:
    wheres = [where for where in (_where(first), _where(second)) if where is not None]
    holder = wheres[-1].name.rpartition(", ")[2] if ", " in wheres[-1].name and wheres[-1].feature == Feature.QUARTER.value else ""
    precision = PlacePrecision.NEAR if any(where.precision is PlacePrecision.NEAR for where in wheres) else PlacePrecision.PLACE
    name = link.join(_spell(text, one) for one in (first, second)) + (f", {holder}" if holder else "")
    where = Where(name, precision, relation=wheres[0].relation, feature=wheres[0].feature)
    return _make(text, first, second, where, Span(first.phrase.start, max(second.phrase.end, first.phrase.end)))


def _spell(text: str, mention: PlaceMention) -> str:
    """Return a name as the text spells it, with the "Street" that belongs to it."""
    if isinstance(mention.answer, Found) and mention.answer.rule == PAIR:
        return mention.answer.value.name
    street = _STREET.match(text, mention.span.end, mention.phrase.end)
    name = mention.span.of(text) + (street[0] if street else "")
    return name.title() if name.isupper() else name


def _read_road(text: str, first: PlaceMention, second: PlaceMention) -> PlaceMention | None:
    is_line, lies_between = is_road(text, first.span, second.span), is_between(text, first.span, second.span)
    if not (is_line or lies_between) or not (is_line or _are_points(first, second)) or not any(map(_where, (first, second))):
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
    kind = _PLURAL.match(text, second.span.end) or _PLURAL_OF.search(text, max(0, first.span.start - 40), first.span.start)
    wheres = [_where(one) for one in (first, second)]
    is_wide = [where is None or where.precision is PlacePrecision.PROVINCE for where in wheres]
    if first.is_metonym or second.is_metonym or (wheres[0] is None and wheres[1] is None):
        return None
    if kind is None and not (all(is_wide) and any(where is not None for where in wheres)):
        return None
    if any(where is not None and where.precision is PlacePrecision.COUNTRY for where in wheres):
        return None
    called = kind["kind"].lower() if kind else "provinces" if any(_is_called_province(one) for one in (first, second)) else ""
    name = f"{_name(text, first)} and {_name(text, second)} {called}".rstrip()
    is_small = kind is not None and kind["kind"].lower() in ("districts", "townships", "counties")
    precision = PlacePrecision.DISTRICT if is_small else PlacePrecision.PROVINCE
    where = Where(name, precision, relation="in", feature=(Feature.DISTRICT if is_small else Feature.ADMIN1).value)
    return _make(text, first, second, where, Span(first.phrase.start, max(second.phrase.end, kind.end() if kind else 0)))


def _is_called_province(mention: PlaceMention) -> bool:
    where = _where(mention)
    return where is not None and where.name.endswith(" province")


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
    answer = replace(found, value=replace(where, country=country, admin1=admin1), span=span, rule=PAIR, rejected=rejected)
    return PlaceMention(span, phrase, answer)


def _are_points(first: PlaceMention, second: PlaceMention) -> bool:
    wheres = [_where(one) for one in (first, second)]
    return any(wheres) and all(where is None or where.precision in _POINTS for where in wheres)


def _where(mention: PlaceMention) -> Where | None:
    return mention.answer.value if isinstance(mention.answer, Found) else None


def _name(text: str, mention: PlaceMention) -> str:
    where = _where(mention)
    if where is None or where.precision in _POINTS:
        return mention.span.of(text)
    return where.name.removesuffix(" province")
