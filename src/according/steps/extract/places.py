"""Find every place that a report names, and decide jointly which places they are: never more exactly than the words say."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from according.knowledge.places import Feature, PlaceIndex, PlaceRow
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.model.parsed import ParsedReport
from according.steps.extract.places_joint import Choice, Reading, choose_places, weigh_countries
from according.steps.extract.places_metonyms import is_metonym
from according.steps.extract.places_names import NameFound, find_names
from according.steps.extract.places_words import is_between, is_road, read_words

_FILL = r"(?:[a-z][\w’'-]*\s+){0,4}?"
_KIND = r"(?:town|village|city|capital|province|governorate|district|region|countryside|suburbs?|area|outskirts|part|state|valley)"
_INSIDE = re.compile(
    rf"(?:\s+[a-z-]+(?:\s+[a-z-]+)?)??\s*,?\s*(?:a\s+(?:[\w-]+\s+){{0,2}}(?:town|village|city|suburb)\s+)?(?:located\s+|situated\s+)?"
    rf"(?:in|of|within|inside)\s+(?:the\s+)?{_FILL}(?:{_KIND}\s+of\s+)?(?:the\s+)?{_FILL}"
)
_COMMA = re.compile(r",\s*(?:in\s+)?(?:the\s+)?")
_DIRECTION = re.compile(
    r"\s*,?\s*(?:in\s+)?(?:the\s+)?(?:rural\s+)?(?:north|south|east|west)[\w-]*\s+(?:of\s+)?(?:the\s+)?(?:countryside\s+of\s+)?"
)
_BESIDE = re.compile(
    r"\s*,?\s*(?:(?:located|situated|just|about|some|around|only|roughly)\s+)*(?:\d+\s*-?(?:km|kilomet\w+|miles?)\s*(?:\([^)]*\))?\s*)?"
    r"(?:(?:to the\s+)?(?:north|south|east|west)[\w-]*\s+(?:of|from)|near|outside|from|close to|around|on the (?:outskirts|edge) of)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?"
)
_AREA_FEATURES = frozenset({Feature.AREA, Feature.RIVER, Feature.MOUNTAIN, Feature.WATER, Feature.DISTRICT, Feature.ISLAND, Feature.ROAD})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Hold one naming of a place.

    Args:
        span: the name.
        phrase: the whole place phrase, "the town of Jayrud near Damascus".
        is_metonym: the name stands for a government ("Damascus denied"), not for where something happened.
        locates: the name that this one only helps to find: Damascus in "Jayrud near Damascus".
    """

    span: Span
    phrase: Span
    answer: Answer[Where]
    is_metonym: bool = False
    locates: Span | None = None


def find_places(parsed: ParsedReport, places: PlaceIndex, not_places: tuple[Span, ...], country: str | None) -> tuple[PlaceMention, ...]:
    """Return the places that the report names, in the order of the text.

    Args:
        not_places: names of actors, which may hold a place's name and are none.
        country: ISO code of the country that the report is known to be about.
    """
    text = parsed.report.text
    names = find_names(parsed, places, not_places)
    readings = _read_all(text, names, places)
    shares = weigh_countries(readings, _count_adjectives(text, places), country or parsed.report.country)
    choices = choose_places(readings, shares, places)
    mentions = []
    for number, (name, reading, choice) in enumerate(zip(names, readings, choices, strict=True)):
        answer = _answer(name, reading, choice)
        if answer is None:
            continue
        held = next((other for other, one in enumerate(readings) if number in (one.inside, one.beside) and choices[other].rows), None)
        mentions.append(
            PlaceMention(
                name.span,
                _stretch(readings, number),
                answer,
                is_metonym(text, name.span, name.sentence, choice.rows),
                names[held].span if held is not None else None,
            )
        )
    return tuple(_join_pairs(text, mentions))


def _count_adjectives(text: str, places: PlaceIndex) -> dict[str, int]:
    found = Counter(places.country_of_adjective(word) for word in re.findall(r"\b[A-Z][a-zé]+\b", text))
    return {code: count for code, count in found.items() if code is not None}


def _read_all(text: str, names: tuple[NameFound, ...], places: PlaceIndex) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    floor = 0
    for name in names:
        words = read_words(text, name.span, max(floor, name.sentence.span.start))
        spelled = name.span.of(text)
        readings.append(Reading(spelled, words, places.lookup(spelled) if name.is_known else (), is_weak=name.is_weak))
        floor = name.span.end
    for number in range(len(readings) - 1):
        if names[number].sentence is not names[number + 1].sentence:
            continue
        gap = text[names[number].span.end : names[number + 1].span.start]
        if _BESIDE.fullmatch(gap):
            readings[number] = replace(readings[number], beside=number + 1)
        elif _INSIDE.fullmatch(gap) or _DIRECTION.fullmatch(gap) or (_COMMA.fullmatch(gap) and _may_hold(readings[number + 1])):
            readings[number] = replace(readings[number], inside=number + 1)
    return tuple(readings)


def _may_hold(reading: Reading) -> bool:
    return any(row.feature in (Feature.COUNTRY, Feature.ADMIN1, Feature.AREA) for row in reading.rows)


def _stretch(readings: tuple[Reading, ...], number: int) -> Span:
    reading = readings[number]
    last = reading.inside if reading.inside is not None else reading.beside
    end = readings[last].words.phrase.end if last is not None else reading.words.phrase.end
    return Span(reading.words.phrase.start, max(end, reading.words.phrase.end))


def _answer(name: NameFound, reading: Reading, choice: Choice) -> Answer[Where] | None:
    """Return the place, or why it is open; None where the name turns out to be no place's name at all."""
    named = [f"{row.name}, {row.admin1}, {row.country}" for row in (*choice.rows, *choice.rejected)]
    if not choice.rows:
        if reading.words.is_named:
            return Unresolved(Reason.UNKNOWN_NAME, name.span, tuple(named[:5]))
        return None
    row = choice.rows[0]
    if not _is_said_as_place(name, reading, row, choice):
        return None
    where = describe_place(row, reading)
    rule = "en.places.name"
    if len(choice.rows) > 1:
        if len({(one.country, one.admin1) for one in choice.rows}) > 1 or row.feature is Feature.COUNTRY:
            return Unresolved(Reason.AMBIGUOUS, name.span, tuple(named[:5]))
        where, rule = replace(where, latitude=None, longitude=None, place_id=None), "en.places.several-in-province"
    why = f"a place of the same name, less likely here ({row.match.value} match kept)"
    rejected = tuple(Rejection(one, why) for one in named[len(choice.rows) : len(choice.rows) + 3])
    return Found(where, name.span, rule, Basis.STATED, None, rejected)


def _is_said_as_place(name: NameFound, reading: Reading, row: PlaceRow, choice: Choice) -> bool:
    """Refuse a small place that only shares a word's letters: it must be well known, or be spoken of as a place."""
    words = reading.words
    if row.feature in (Feature.COUNTRY, Feature.ADMIN1) or row.rank == 0 or row.population >= 100_000:
        return True
    if words.is_named or words.feature is not None or reading.inside is not None or reading.beside is not None:
        return True
    return words.follows_preposition or (not name.is_weak and choice.score > 4.0)


def describe_place(row: PlaceRow, reading: Reading) -> Where:
    """Return the place as the words give it."""
    words = reading.words
    precision, relation = _judge_precision(row, reading)
    name = row.name if row.rank == 0 or row.feature in (Feature.COUNTRY, Feature.ADMIN1) else reading.name
    if row.feature is Feature.ADMIN1 or (precision is PlacePrecision.PROVINCE and row.admin1):
        name = f"{row.admin1} province" if words.feature is Feature.ADMIN1 else row.admin1
    elif words.cue == "city" and _has_namesake(reading, row):
        name = f"{name} city"
    return Where(
        name,
        precision,
        row.country or None,
        row.admin1 or None,
        row.latitude,
        row.longitude,
        row.place_id,
        relation,
        words.part,
        row.feature.value,
    )


def _has_namesake(reading: Reading, row: PlaceRow) -> bool:
    return any(other.feature is Feature.ADMIN1 and other.country == row.country and other.admin1 == row.admin1 for other in reading.rows)


def _judge_precision(row: PlaceRow, reading: Reading) -> tuple[PlacePrecision, str]:
    words = reading.words
    relation = words.relation or ("part of" if words.part else "in")
    if row.feature is Feature.COUNTRY:
        return PlacePrecision.COUNTRY, relation
    if row.feature is Feature.ADMIN1:
        return PlacePrecision.PROVINCE, relation
    is_city = words.cue in ("city", "town", "village", "neighborhood", "neighbourhood")
    if words.relation == "countryside of" or (words.part and not is_city):
        if _has_namesake(reading, row):
            return PlacePrecision.PROVINCE, relation
        return (PlacePrecision.NEAR if words.relation else PlacePrecision.DISTRICT), relation
    if words.relation:
        return PlacePrecision.NEAR, relation
    if row.feature in _AREA_FEATURES:
        return PlacePrecision.DISTRICT, relation
    return PlacePrecision.PLACE, relation


def _join_pairs(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Mark "between A and B" and "the A-B road" on both names."""
    for number in range(len(mentions) - 1):
        first, second = mentions[number], mentions[number + 1]
        relation = "road" if is_road(text, first.span, second.span) else "between" if is_between(text, first.span, second.span) else None
        if relation is None:
            continue
        for place, one in ((number, first), (number + 1, second)):
            if isinstance(one.answer, Found) and one.answer.value.precision in (PlacePrecision.PLACE, PlacePrecision.NEAR):
                where = replace(one.answer.value, precision=PlacePrecision.NEAR, relation=relation)
                mentions[place] = replace(one, answer=replace(one.answer, value=where))
    return mentions
