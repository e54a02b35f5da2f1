"""Find every place that a report names, and decide jointly which places they are."""

import re
from collections import Counter
from collections.abc import Iterator

from according.knowledge.places import Feature, PlaceIndex, measure_km
from according.model.answers import Where
from according.model.evidence import Answer, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport
from according.model.records import replace
from according.model.report import BlockKind
from according.steps.extract.places_ahead import find_names_ahead
from according.steps.extract.places_describe import Named, answer_place, describe_place
from according.steps.extract.places_guards import find_token_at
from according.steps.extract.places_joint import Choice, Reading, choose_places, weigh_countries
from according.steps.extract.places_mentions import PlaceMention
from according.steps.extract.places_metonyms import is_metonym
from according.steps.extract.places_names import find_names
from according.steps.extract.places_pairs import join_pairs
from according.steps.extract.places_references import GenericPlace, find_capital, find_generic_places
from according.steps.extract.places_unknown import NameFound
from according.steps.extract.places_words import read_words

_BUILT = frozenset({Feature.AIRBASE, Feature.CROSSING, Feature.CAMP, Feature.WATER, Feature.SITE, Feature.MOUNTAIN})
_SHORTEST = 5  # letters; shorter words resemble too much
_IN_OR_NEAR = frozenset({"in", "near", "at", "outside", "around"})
_NATURAL = frozenset({Feature.RIVER, Feature.WATER, Feature.MOUNTAIN})
_PARTS = frozenset({Feature.QUARTER, Feature.AREA})
_CITY = 100_000
_APART_KM = 40.0
_NEW_CLAUSE = r"(?:in|of|at|on|to|by|for|with|from|and|or|that|which|who|where|while|as|was|were|has|had|have|after|before)"
_FILL = rf"(?:(?!{_NEW_CLAUSE}\s)[a-z][\w’'-]*\s+){{0,4}}?"
_KIND = r"(?:town|village|city|capital|province|governorate|district|region|countryside|suburbs?|area|outskirts|parts?|side|state|"
_KIND += r"valley|centre|center|heart|edge|tip|corner|(?:north|south|east|west)\w*)"
_PART = (
    r"(?:(?:towns?|village|city|neighbou?rhood|district|quarter|area|street|square|region|suburb|province|"
    r"countryside|one|camp|airport|air ?base)(?: (?:one|located|situated))?)"
)
_INSIDE = re.compile(
    rf"(?:\s+(?:is|lies|{_PART}s?))?\s*,?\s*(?:a\s+(?:[\w-]+\s+){{0,2}}(?:town|village|city|suburb)\s+)?(?:located\s+|situated\s+)?"
    rf"(?:in|of|within|inside)\s+(?:the\s+)?{_FILL}(?:{_KIND}\s+of\s+)?(?:the\s+)?{_FILL}"
)
_WORDS = r"(?:(?!(?:and|or|the|in|at|to|from|near|on)\s)[a-z-]+\s+){0,2}"
_OWNED = re.compile(
    rf"(?:[’']s?|s)\s+{_WORDS}|(?:[’']s?|s)?\s+{_WORDS}(?:suburb|neighbou?rhood|district|quarter|town|village)s?\s+of\s+(?:the\s+)?"
)
_OPENING = re.compile(r"[\s*•–-]*(?:(?:In|At|Across|Elsewhere in|Meanwhile,? in|Also in)\s+(?:the\s+)?)?", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][a-zé]+\b")
_COMMA = re.compile(r",\s*(?:in\s+)?(?:the\s+)?")
_DIRECTION = re.compile(
    r"\s*,?\s*(?:in\s+)?(?:the\s+)?(?:rural\s+)?(?:north|south|east|west)[\w-]*\s+(?:of\s+)?(?:the\s+)?(?:countryside\s+of\s+)?"
)
_KM = r"\d+\s*-?(?:km|kilomet\w+|miles?)\s*(?:\([^)]*\)\s*)?"
_BESIDE = re.compile(
    rf"\s*,?\s*(?:(?:located|situated|just|about|some|around|only|roughly)\s+)*(?:{_KM}(?:away\s+)?from|(?:{_KM})?"
    r"(?:(?:to the\s+)?(?:north|south|east|west)[\w-]*\s+(?:of|from)|near|outside|close to|around|on the (?:outskirts|edge) of))\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?"
)
_OF_CITY = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+(?:north|south|east|west|cent)\w*\s+(?:part\s+)?of\s+)?the\s+(?:(?P<adjective>[A-Z][a-z]+)\s+)?(?P<kind>city|town|capital)\b"
)
_DATELINE = re.compile(
    r"(?:,\s*[A-Z][\w .]{1,25})?(?:,?\s*\d{1,2}\s+\w{3,9}\.?|,?\s*\w{3,9}\.?\s+\d{1,2})?\s*(?:\((?:[A-Z]\w+[ ./-]?){1,4}\)|—|–\s|--?\s)"
)

__all__ = ["PlaceMention", "find_places"]


def find_places(parsed: ParsedReport, places: PlaceIndex, not_places: tuple[Span, ...], country: str | None) -> tuple[PlaceMention, ...]:
    """Return the places that the report names or refers to, in the order of the text.

    Args:
        not_places: names of actors, which may hold a place's name and are none.
        country: ISO code of the country that the report is known to be about.
    """
    text = parsed.report.text
    names = find_names(parsed, places, not_places)
    readings = _read_all(text, names, places)
    shares = weigh_countries(readings, _count_adjectives(text, places), country or parsed.report.country)
    choices = choose_places(readings, shares, places)
    mentions = join_pairs(parsed, list(_make_mentions(text, names, readings, choices, places)))
    focus = max(sorted(shares), key=lambda code: shares[code], default=None)
    found = tuple(GenericPlace(one.span, one.answer) for one in mentions if not (one.is_metonym or one.locates or one.is_dateline))
    floors = _list_floors(text, mentions)
    references = find_generic_places(parsed, found, places, focus, floors)
    generic = (PlaceMention(one.span, one.span, one.answer, is_generic=True) for one in references)
    return tuple(sorted([*mentions, *generic, *find_names_ahead(parsed, mentions)], key=lambda mention: mention.span))


def _list_floors(text: str, mentions: list[PlaceMention]) -> tuple[int, ...]:
    """Return where the lines of the entries of a list begin: "the town" in one is no town of the entry before."""
    return tuple(text.rfind("\n", 0, one.span.start) + 1 for one in mentions if one.is_entry)


def _make_mentions(
    text: str, names: tuple[NameFound, ...], readings: tuple[Reading, ...], choices: tuple[Choice, ...], places: PlaceIndex
) -> Iterator[PlaceMention]:
    answers: dict[int, Answer[Where] | None] = {}
    order = sorted(range(len(names)), key=lambda number: (_measure_depth(readings, number), number))
    for number in order:  # what holds a name is answered before it
        reading = readings[number]
        above = _find_above(reading)
        held_by = answers.get(above) if above is not None else None
        holder = held_by.value if isinstance(held_by, Found) else None
        city = None if holder else _find_city(text, names, readings, choices, number, places)
        if city is not None:
            holder, reading = city, replace(reading, words=replace(reading.words, feature=Feature.QUARTER))
        named = Named(names[number].span, reading, choices[number], holder, reading.is_weak)
        answers[number] = answer_place(named) or _answer_look_alike(named, names[number])
    outers: dict[int, int] = {}
    for other in sorted((other for other, answer in answers.items() if answer), reverse=True):
        outers |= {held: other for held in (readings[other].inside, readings[other].beside) if held is not None}
    for number, name in enumerate(names):
        answer = answers[number]
        if answer is not None:
            outer = outers.get(number)
            speaks = is_metonym(text, name.span, name.sentence, choices[number].rows)
            sent = not name.is_entry and (name.sentence.block is BlockKind.DATELINE or _opens_dateline(text, name))
            locates = names[outer].span if outer is not None else None
            phrase = _stretch(readings, number)
            yield PlaceMention(name.span, phrase, answer, speaks, locates, is_dateline=sent, is_entry=name.is_entry)


def _answer_look_alike(named: Named, name: NameFound) -> Answer[Where] | None:
    """Return as unknown what the syntax sees as where something is, though only places far away are spelled a little like it."""
    reading = named.reading
    if named.choice.rows or reading.is_weak or reading.words.has_article or not reading.words.follows_preposition:
        return None
    if len(reading.name) < _SHORTEST or reading.name.isupper():
        return None
    token = find_token_at(name.sentence, named.span.start, named.span.end)
    if token is None or token.tag != "NNP" or token.dep != "pobj" or name.sentence.tokens[token.head].lemma not in _IN_OR_NEAR:
        return None
    return Unresolved(Reason.UNKNOWN_NAME, named.span)


def _find_city(
    text: str, names: tuple[NameFound, ...], readings: tuple[Reading, ...], choices: tuple[Choice, ...], number: int, places: PlaceIndex
) -> Where | None:
    """Return the city of "the X quarter of the city": the one named before, or the capital."""
    words = readings[number].words
    if words.feature not in (Feature.QUARTER, Feature.DISTRICT, Feature.AREA) or not words.is_cue_after:
        return None
    match = _OF_CITY.match(text, words.phrase.end, names[number].sentence.span.end)
    if match is None:
        return None
    settled = [choice.rows[0] for choice in choices[:number] if len(choice.rows) == 1]
    towns = [row for row in settled if row.feature is Feature.SETTLEMENT]
    towns = [row for row in towns if row.population >= _CITY] or towns  # "the city" is no village named in between
    if match["kind"] == "capital":
        code = places.country_of_adjective(match["adjective"] or "") or (settled[-1].country if settled else None)
        return find_capital(places, code)
    reading = Reading(towns[-1].name, read_words(towns[-1].name, Span(0, len(towns[-1].name))), ()) if towns else None
    return describe_place(towns[-1], reading) if reading else None


def _opens_dateline(text: str, name: NameFound) -> bool:
    """Say whether a name only tells where the report was sent from: "MOSCOW (Press Agency)"."""
    return text[name.span.start : name.span.end].isupper() and _DATELINE.match(text, name.span.end, name.sentence.span.end) is not None


def _count_adjectives(text: str, places: PlaceIndex) -> dict[str, int]:
    found: Counter[str] = Counter()
    for word, count in Counter(_CAPITALISED.findall(text)).items():
        code = places.country_of_adjective(word)
        if code is not None:
            found[code] += count
    return found


def _read_all(text: str, names: tuple[NameFound, ...], places: PlaceIndex) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    floor = 0
    for name in names:
        words = read_words(text, name.span, max(floor, name.sentence.span.start))
        words = replace(words, is_named=True) if name.is_entry else words
        spelled = name.span.of(text)
        rows = places.lookup(spelled) if name.is_known else ()
        if words.is_cue_after and words.feature in _NATURAL:
            rows = tuple(row for row in rows if row.feature is not Feature.COUNTRY)  # the Niger river is no country
        if words.cue and words.is_cue_after and words.feature in _BUILT:
            rows = (*places.lookup(f"{spelled} {words.cue}"), *rows)
        readings.append(Reading(spelled, words, rows, is_weak=name.is_weak, is_new=not name.is_known))
        floor = words.phrase.end if words.is_cue_after else name.span.end  # "the X district of Y": the district is not Y's word
    for number in range(len(readings) - 1):
        if names[number].sentence is not names[number + 1].sentence:
            continue
        gap = text[names[number].span.end : names[number + 1].span.start]
        if _OWNED.fullmatch(gap) and not readings[number].words.is_named:
            is_inside = readings[number + 1].words.feature in (Feature.QUARTER, Feature.DISTRICT) and "suburb" not in gap
            readings[number] = replace(readings[number], words=replace(readings[number].words, feature=None, cue=None, relation=None))
            outer = replace(readings[number + 1], inside=number) if is_inside else replace(readings[number + 1], beside=number)
            readings[number + 1] = outer
        elif _BESIDE.fullmatch(gap):
            readings[number] = replace(readings[number], beside=number + 1)
        elif not (_is_country(readings[number]) or _are_apart(readings[number], readings[number + 1])) and (
            _INSIDE.fullmatch(gap) or _DIRECTION.fullmatch(gap) or (_COMMA.fullmatch(gap) and _may_hold(readings[number + 1]))
        ):
            readings[number] = replace(readings[number], inside=number + 1)
    return tuple(_set_topics(text, names, readings))


def _set_topics(text: str, names: tuple[NameFound, ...], readings: list[Reading]) -> Iterator[Reading]:
    """Note for the names of a sentence what it sets out from: "In Hasakah city, shells hit the Aziziyah district"."""
    topic = section = None
    for number, (name, reading) in enumerate(zip(names, readings, strict=True)):
        if not number or names[number - 1].sentence is not name.sentence:
            if name.sentence.block is BlockKind.HEADING:
                section = number
            topic = section
        before = text[name.sentence.span.start : reading.words.phrase.start]
        if not reading.words.relation and _OPENING.fullmatch(before):
            end = text[max(reading.words.phrase.end, name.span.end) : name.sentence.span.end]
            if (before.strip() and re.match(r"\s*(?:province|governorate|state)?\s*,", end)) or re.match(r"\s*:", end):
                topic = number
        yield replace(reading, topic=topic) if topic not in (None, number) and reading.inside is None else reading


def _measure_depth(readings: tuple[Reading, ...], number: int) -> int:
    seen = {number}
    while (inside := _find_above(readings[number])) is not None and inside not in seen:
        seen.add(inside)
        number = inside
    return len(seen)


def _find_above(reading: Reading) -> int | None:
    return reading.inside if reading.inside is not None else reading.topic


def _is_country(reading: Reading) -> bool:
    return any(row.feature is Feature.COUNTRY for row in reading.rows)


def _are_apart(inner: Reading, outer: Reading) -> bool:
    """Say whether one city cannot lie in the other, nor in a province of its name: "a teacher from Mosul in Baghdad"."""
    if inner.words.is_cue_after and inner.words.feature in _PARTS:  # "the X area of Mosul", whatever city X is elsewhere
        return False
    rows = [one.rows[0] for one in (inner, outer) if one.rows and one.words.feature is not Feature.ADMIN1]
    if len(rows) < 2 or any(row.feature is not Feature.SETTLEMENT or row.population < _CITY for row in rows):
        return False
    first, second = rows
    is_in_division = any(row.feature is Feature.ADMIN1 and row.admin1 == first.admin1 for row in outer.rows)
    return not is_in_division and measure_km(first.latitude, first.longitude, second.latitude, second.longitude) > _APART_KM


def _may_hold(outer: Reading) -> bool:
    return any(row.feature in (Feature.COUNTRY, Feature.ADMIN1, Feature.AREA) for row in outer.rows)


def _stretch(readings: tuple[Reading, ...], number: int) -> Span:
    reading = readings[number]
    last = reading.inside if reading.inside is not None else reading.beside
    end = readings[last].words.phrase.end if last is not None else reading.words.phrase.end
    return Span(reading.words.phrase.start, max(end, reading.words.phrase.end))
