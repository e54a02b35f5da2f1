"""Resolve what stands for a place named before without naming it: "the town", "the Syrian capital", "the country"."""

import re
from collections.abc import Iterator

from according.knowledge.places import Feature, MatchKind, PlaceIndex
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Answer, Basis, Found, Span
from according.model.parsed import ParsedReport
from according.model.records import record, replace

_GENERIC = re.compile(
    r"\b(?:the|this|that)\s+(?:(?:same|besieged|strategic|rebel-held|war-torn|war-battered|embattled|stricken|contested)\s+)?"
    r"(?P<kind>town|village|city|province|governorate|neighbou?rhood|district|area|camp|country)\b"
    r"(?![’'\w-]|\s+(?:of|called|named|council|and)\b|(?-i:\s+[A-Z]))",
    re.IGNORECASE,
)
_KINDS = ("town", "village", "city", "province", "governorate", "neighbo", "district", "area", "camp", "country")
_PROVINCIAL = re.compile(
    r"\b(?:the|its|a)\s+(?:provincial|regional|state)\s+capital\b(?!\s+(?:city\s+)?(?:of\s+(?!the\s+same)[A-Z]|[A-Z]))"
)
_CAPITAL = re.compile(
    r"\b(?:the\s+|its\s+|a\s+)?(?:(?P<adjective>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s+)?capital\b"
    r"(?!\s+(?:city\s+)?(?:of\b|[A-Z]|punishment|offen[cs]e))"
)
_OTHER_CAPITAL = re.compile(
    r"\b(?:de[- ]facto|self-(?:declared|proclaimed|styled)|commercial|economic|business|financial|industrial|cultural|spiritual|"
    r"old|former|ancient|"
    r"historic|provincial|regional|district|state|human|political|main|one-time|erstwhile)(?:\s+[A-Z][a-z]+)?\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:(?:north|south|east|west)[\w-]*\s+of|near|outside|around|from)\s+$", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:in|across|throughout)\s+(?P<words>the\s+(?:(?:far|country[’']s|extreme)\s+)?"
    r"(?P<side>(?:[nN]orth|[sS]outh)(?:[- ]?(?:east|west))?|[eE]ast|west|cent(?:re|er)))"
    r"(?:\s+of\s+the\s+country)?\b(?![’'\w-]|\s+(?:of|side|and|bank|coast|wing)\b|\s+[A-Z])"
)
_FEATURES = {
    "town": (Feature.SETTLEMENT,),
    "village": (Feature.SETTLEMENT,),
    "city": (Feature.SETTLEMENT,),
    "camp": (Feature.CAMP,),
    "neighborhood": (Feature.QUARTER,),
    "neighbourhood": (Feature.QUARTER,),
    "district": (Feature.QUARTER, Feature.DISTRICT, Feature.AREA),
    "province": (Feature.ADMIN1,),
    "governorate": (Feature.ADMIN1,),
    "area": (Feature.AREA, Feature.QUARTER, Feature.SETTLEMENT, Feature.DISTRICT),
}
_SIDES = ("north", "south", "east", "west", "cent")
_PARTS = {"north": "northern", "south": "southern", "east": "eastern", "west": "western", "centre": "central", "center": "central"}
_RULE = "en.places.reference"


@record(frozen=True, slots=True)
class GenericPlace:
    """Hold a stretch of text and the place that it means."""

    span: Span
    answer: Answer[Where]


def find_generic_places(
    parsed: ParsedReport, named: tuple[GenericPlace, ...], places: PlaceIndex, country: str | None, floors: tuple[int, ...] = ()
) -> Iterator[GenericPlace]:
    """Yield the references with the place that they mean: the last such place named before; the focus country's capital; that country.

    Args:
        floors: where the entries of a list begin, over which no reference reaches back.
    """
    text = parsed.report.text
    taken = [one.span for one in named]
    whole = text.lower()
    kinds = [kind for kind in _KINDS if kind in whole]  # few reports have all
    for sentence in parsed.sentences:
        lowered = text[sentence.span.start : sentence.span.end].lower()
        has_kind = any(map(lowered.__contains__, kinds))
        for match in _GENERIC.finditer(text, sentence.span.start, sentence.span.end) if has_kind else ():
            span = Span(*match.span())
            kind = match["kind"].lower()
            floor = max((one for one in floors if one <= span.start), default=0)
            where = find_country(places, country) if kind == "country" else _find_last(named, span, kind, floor)
            if where is None and kind in ("province", "governorate"):
                where = _find_division(named, span, places)
            if where is not None:
                yield GenericPlace(span, Found(where, span, _RULE, Basis.INHERITED))
        yield from _find_sides(text, sentence.span, lowered, named, places, country)
        if "capital" not in lowered:
            continue
        for match in _PROVINCIAL.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            where = _find_provincial_capital(named, span, places)
            if where is not None:
                yield GenericPlace(span, Found(where, span, "en.places.provincial-capital", Basis.INFERRED))
        for match in _CAPITAL.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if _OTHER_CAPITAL.search(text, max(sentence.span.start, span.start - 40), match.end() - len("capital")):
                continue
            code = places.country_of_adjective(match["adjective"] or "") or (country if not match["adjective"] else None)
            where = find_capital(places, code)
            beside = _BESIDE.search(text, max(sentence.span.start, span.start - 30), span.start)
            if where is not None and beside is not None:
                where = replace(where, precision=PlacePrecision.NEAR, relation="near")
            if where is not None and not any(span.overlaps(other) for other in taken):
                yield GenericPlace(span, Found(where, span, "en.places.capital", Basis.INFERRED))


def _find_sides(
    text: str, sentence: Span, lowered: str, named: tuple[GenericPlace, ...], places: PlaceIndex, country: str | None
) -> Iterator[GenericPlace]:
    """Yield "in the south" as that part of the country which the sentence names before it, or which the report is about."""
    if " the " not in lowered or not any(side in lowered for side in _SIDES):
        return
    for match in _SIDE.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span("words"))
        before = [one.answer.value for one in named if sentence.start <= one.span.start < span.start and isinstance(one.answer, Found)]
        told = [one.country for one in before if one.precision is PlacePrecision.COUNTRY]
        if len(told) < len(before):
            continue  # it may be the south of the town or the province
        where = find_country(places, told[-1] if told else country)
        if where is not None:
            side = match["side"].lower()
            part = _PARTS.get(side, side)
            where = replace(where, name=f"{part} {where.name}", latitude=None, longitude=None, place_id=None, relation="part of", part=part)
            yield GenericPlace(span, Found(where, span, "en.places.side-of-country", Basis.INFERRED))


def _find_last(named: tuple[GenericPlace, ...], span: Span, kind: str, floor: int) -> Where | None:
    before = [one for one in named if floor <= one.span.start and one.span.end <= span.start]
    for one in reversed(before):
        if isinstance(one.answer, Found) and one.answer.value.feature in [feature.value for feature in _FEATURES[kind]]:
            where = one.answer.value
            return Where(
                where.name,
                PlacePrecision.PLACE if where.precision is PlacePrecision.NEAR and where.relation != "countryside of" else where.precision,
                where.country,
                where.admin1,
                where.latitude,
                where.longitude,
                where.place_id,
                "in",
                None,
                where.feature,
            )
    return None


def _find_provincial_capital(named: tuple[GenericPlace, ...], span: Span, places: PlaceIndex) -> Where | None:
    """Return the city of the same name as the province named last, where there is one."""
    before = (one.answer.value for one in reversed(named) if one.span.end <= span.start and isinstance(one.answer, Found))
    province = next((where for where in before if where.precision is PlacePrecision.PROVINCE and where.admin1), None)
    rows = places.lookup(province.admin1, country=province.country) if province and province.admin1 else ()
    row = next((row for row in rows if row.feature is Feature.SETTLEMENT and row.admin1 == row.name), None)
    if row is None:
        return None
    point = (row.latitude, row.longitude, row.place_id)
    return Where(f"{row.name} city", PlacePrecision.PLACE, row.country, row.admin1, *point, "in", None, row.feature.value)


def _find_division(named: tuple[GenericPlace, ...], span: Span, places: PlaceIndex) -> Where | None:
    """Return the division that the places named before lie in, where the report names none itself."""
    found = (one.answer.value for one in reversed(named) if one.span.end <= span.start and isinstance(one.answer, Found))
    last = next((where for where in found if where.admin1), None)
    rows = places.lookup(last.admin1, country=last.country, loosest=MatchKind.EXACT) if last and last.admin1 else ()
    row = next((row for row in rows if row.feature is Feature.ADMIN1), None)
    if row is None:
        return None
    name = f"{row.admin1} province"
    return Where(
        name, PlacePrecision.PROVINCE, row.country, row.admin1, row.latitude, row.longitude, row.place_id, "in", None, row.feature.value
    )


def find_country(places: PlaceIndex, code: str | None) -> Where | None:
    """Return a country as a place."""
    name = places.country_name(code)
    rows = [row for row in places.lookup(name, country=code, loosest=MatchKind.EXACT) if row.feature is Feature.COUNTRY] if name else []
    if not rows:
        return None
    row = rows[0]
    return Where(row.name, PlacePrecision.COUNTRY, code, None, row.latitude, row.longitude, row.place_id, "in", None, row.feature.value)


def find_capital(places: PlaceIndex, code: str | None) -> Where | None:
    """Return the capital of a country as a place."""
    name = places.capital_of(code)
    rows = [row for row in places.lookup(name, country=code) if row.feature is Feature.SETTLEMENT] if name else []
    if not rows:
        return None
    row = rows[0]
    return Where(
        row.name, PlacePrecision.PLACE, code, row.admin1 or None, row.latitude, row.longitude, row.place_id, "in", None, row.feature.value
    )
