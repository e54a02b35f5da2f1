"""Turn a chosen place and the words beside its name into an answer: never more exactly than the words say."""

from according.knowledge.places import POINTS, Feature, MatchKind, PlaceRow, measure_km
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Answer, Basis, Found, Reason, Rejection, Span, Unresolved
from according.model.records import record, replace
from according.steps.extract.places_joint import Choice, Reading

_AREAS = frozenset({Feature.AREA, Feature.RIVER, Feature.MOUNTAIN, Feature.WATER, Feature.DISTRICT, Feature.ISLAND, Feature.ROAD})
_WIDER = frozenset({Feature.DISTRICT, Feature.AREA})  # "X territory", "the X area", where X is a town
_QUARTERS = frozenset({Feature.QUARTER, Feature.DISTRICT})
_SITES = frozenset({Feature.AIRBASE, Feature.SITE, Feature.CROSSING, Feature.RIVER, Feature.WATER})  # not where the town of the name is
_CITY_KM = 15.0
_METROPOLIS = 1_000_000
_SETTLED = ("city", "town", "village", "neighborhood", "neighbourhood", "suburb", "capital")


@record(frozen=True, slots=True)
class Named:
    """Hold a name with its reading, its choice, and the place that the words say holds it."""

    span: Span
    reading: Reading
    choice: Choice
    holder: Where | None
    is_weak: bool


def answer_place(named: Named) -> Answer[Where] | None:
    """Return the place, or why it is open; None where the name turns out to be no place's name at all."""
    reading, choice = named.reading, named.choice
    listed = [f"{row.name}, {row.admin1}, {row.country}" for row in (*choice.rows, *choice.rejected)]
    quarter = _answer_quarter(named, listed)
    if quarter is not None:
        return quarter
    if not choice.rows:
        return _answer_unknown(named, listed)
    row = choice.rows[0]
    if not _is_said_as_place(named, row):
        return None
    where, rule = describe_place(row, reading), "en.places.name"
    if len(choice.rows) > 1:
        if len({(one.country, one.admin1) for one in choice.rows}) > 1 or row.feature is Feature.COUNTRY:
            return Unresolved(Reason.AMBIGUOUS, named.span, tuple(dict.fromkeys(listed))[:5])
        where, rule = replace(where, latitude=None, longitude=None, place_id=None), "en.places.several-in-province"
    why = f"less likely here than the {row.match.value} match that was kept"
    rejected = tuple(Rejection(one, why) for one in dict.fromkeys(listed[len(choice.rows) :]) if one != listed[0])[:3]
    return Found(where, named.span, rule, Basis.STATED, None, rejected)


def _answer_quarter(named: Named, listed: list[str]) -> Answer[Where] | None:
    """Return a quarter of the city that the words name, also one that no gazetteer has: then it stands where the city stands."""
    reading, holder = named.reading, named.holder
    is_quarter = reading.words.feature in _QUARTERS and (reading.words.is_named or reading.words.feature is Feature.QUARTER)
    if (
        holder is None
        or not is_quarter
        or not (
            holder.precision is PlacePrecision.PLACE or (holder.precision is PlacePrecision.DISTRICT and holder.part and holder.latitude)
        )
    ):
        return None
    if named.choice.rows and named.choice.rows[0].rank == 0 and named.choice.rows[0].feature is not Feature.QUARTER:
        return None
    close = [row for row in named.choice.rows if row.feature in POINTS and _measure(row, holder) <= _CITY_KM]
    if named.choice.rows and not close and reading.inside is None:
        return None
    city = holder.name.removeprefix(f"{holder.part} ")
    name = f"{close[0].name if close and close[0].rank == 0 else reading.name}, {city}"
    precision, relation = (PlacePrecision.NEAR, "near") if reading.words.relation == "near" else (PlacePrecision.PLACE, "in")
    where = replace(holder, name=name, precision=precision, relation=relation, part=None, place_id=None, feature=Feature.QUARTER.value)
    if close:
        where = replace(where, latitude=close[0].latitude, longitude=close[0].longitude, place_id=close[0].place_id)
    why = "not in that city"
    return Found(where, named.span, "en.places.quarter-of-city", Basis.STATED, None, tuple(Rejection(one, why) for one in listed[:2]))


def _answer_unknown(named: Named, listed: list[str]) -> Answer[Where] | None:
    """Return a name that no gazetteer has as what the words say: its name and what holds it, without a position."""
    reading, holder = named.reading, named.holder
    is_elsewhere = reading.words.follows_preposition and any(row.match is MatchKind.EXACT for row in named.choice.rejected)
    if not (reading.words.is_named or reading.is_new or (is_elsewhere and not named.is_weak and not reading.words.has_article)):
        return None
    if holder is None or holder.admin1 is None or reading.beside is not None:
        return Unresolved(Reason.UNKNOWN_NAME, named.span, tuple(dict.fromkeys(listed))[:5])
    precision = PlacePrecision.NEAR if reading.words.relation else PlacePrecision.PLACE
    if reading.words.feature is Feature.DISTRICT and precision is PlacePrecision.PLACE:
        precision = PlacePrecision.DISTRICT
    feature = reading.words.feature.value if reading.words.feature else None
    is_in_city = holder.precision is PlacePrecision.PLACE and reading.inside is None and reading.words.follows_preposition
    is_line = reading.words.feature in (Feature.RIVER, Feature.ROAD) and reading.words.is_cue_after
    if is_line:
        precision = PlacePrecision.NEAR
    name = f"{reading.name} {reading.words.cue}" if is_line else f"{reading.name}, {holder.name}" if is_in_city else reading.name
    where = Where(name, precision, holder.country, holder.admin1, relation=reading.words.relation or "in", feature=feature)
    why = "does not lie there, or is spelled otherwise"
    return Found(where, named.span, "en.places.unknown-within", Basis.STATED, None, tuple(Rejection(one, why) for one in listed[:3]))


def _is_said_as_place(named: Named, row: PlaceRow) -> bool:
    """Refuse a small place that only shares a word's letters: it must be well known, or be spoken of as a place."""
    reading, words = named.reading, named.reading.words
    if row.feature in (Feature.COUNTRY, Feature.ADMIN1):
        return True
    if words.is_named or (words.feature is not None and not named.is_weak):
        return True
    if row.rank == 0 or row.population >= 100_000:
        return not (named.is_weak and row.rank and row.population < 500_000) or words.follows_preposition
    if reading.inside is not None or reading.beside is not None:
        return not named.is_weak or words.follows_preposition
    return (words.follows_preposition and not named.is_weak) or (not named.is_weak and named.choice.score > 4.0)


def describe_place(row: PlaceRow, reading: Reading) -> Where:
    """Return the place as the words give it."""
    words = reading.words
    precision, relation = _judge_precision(row, reading)
    if words.is_cue_after and words.feature in _SITES and row.feature in POINTS and row.feature is not words.feature:
        is_river = words.feature is Feature.RIVER
        precision = PlacePrecision.NEAR if is_river or words.relation else PlacePrecision.PLACE
        name, admin1 = f"{reading.name} {words.cue}", None if is_river else row.admin1 or None
        return Where(name, precision, row.country or None, admin1, relation=relation, feature=words.feature.value)
    if precision is PlacePrecision.PROVINCE:
        row = _find_division(reading, row) or row
        name = f"{row.admin1} province" if words.feature is Feature.ADMIN1 else row.admin1 or row.name
    elif row.feature is Feature.COUNTRY:
        name = f"{words.part} {row.name}" if words.part else row.name
    elif row.rank == 0:
        name = row.name
    else:
        name = reading.name.title() if reading.name.isupper() and len(reading.name) > 3 else reading.name
    if words.cue == "city" and words.is_cue_after and precision is PlacePrecision.PLACE and _find_division(reading, row):
        name = f"{name} city"
    if precision is PlacePrecision.DISTRICT and words.part and row.feature in POINTS:
        name = f"{words.part} {name}"
    if words.feature is Feature.ROAD and words.is_cue_after and row.feature in POINTS:
        name = f"{name} {words.cue}"
    if words.is_cue_after and words.cue in ("market", "souq", "souk") and precision is PlacePrecision.PLACE:
        name = f"{name} {words.cue}"
    if words.is_old and precision is PlacePrecision.PLACE:
        name, row = f"Old City of {name}", replace(row, feature=Feature.QUARTER)
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


def _find_division(reading: Reading, row: PlaceRow) -> PlaceRow | None:
    """Return the first-level division of the same name that the settlement lies in."""
    rows = (one for one in reading.rows if one.feature is Feature.ADMIN1 and one.country == row.country and one.admin1 == row.admin1)
    return next(rows, None)


def _judge_precision(row: PlaceRow, reading: Reading) -> tuple[PlacePrecision, str]:
    words = reading.words
    relation = words.relation or ("part of" if words.part else "in")
    if row.feature is Feature.COUNTRY:
        return PlacePrecision.COUNTRY, relation
    if row.feature is Feature.ADMIN1:
        return PlacePrecision.PROVINCE, relation
    if words.relation == "countryside of":
        return (PlacePrecision.PROVINCE if _find_division(reading, row) else PlacePrecision.NEAR), relation
    if words.relation or (words.feature is Feature.ROAD and words.is_cue_after):
        return PlacePrecision.NEAR, relation
    if words.part and row.feature in POINTS and words.cue not in _SETTLED:
        is_province = row.population < _METROPOLIS and words.feature is None and _find_division(reading, row) is not None
        return (PlacePrecision.PROVINCE if is_province else PlacePrecision.DISTRICT), relation
    if row.feature in _AREAS or (words.feature in _WIDER and row.feature is Feature.SETTLEMENT):
        return PlacePrecision.DISTRICT, relation
    return PlacePrecision.PLACE, relation


def _measure(row: PlaceRow, holder: Where) -> float:
    if holder.latitude is None or holder.longitude is None:
        return 1e6
    return measure_km(row.latitude, row.longitude, holder.latitude, holder.longitude)
