"""Decide jointly, over a whole report, which place each name means: what contains it, what is near it, what country the report is about."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from according.knowledge.places import POINTS, Feature, MatchKind, PlaceIndex, PlaceRow, measure_km
from according.model.records import record, replace
from according.steps.extract.places_words import PlaceWords

_MATCH_COST = {MatchKind.EXACT: 0.0, MatchKind.VARIANT: 0.7, MatchKind.SKELETON: 1.8, MatchKind.FUZZY: 2.4}
_MARGIN = 0.35  # two places closer than this in score are not told apart
_BIG = 200_000
_PLAUSIBLE = 2.2
_DIVISION = 300_000  # a division counts as a town of this size
_NEAR_KM = 90.0
_FAR_KM = 150.0
_QUARTER_KM = 40.0
_FOREIGN = 0.25  # of a report's attention, which a country needs before other spellings of its places are thought of
_PASSING = 0.2  # a name's own vote for its country, and no more


@record(frozen=True, slots=True)
class Reading:
    """Hold a name with the places that it may mean.

    Args:
        inside: number of the reading that the words say contains it.
        beside: number of the reading that the words say is near it.
        topic: number of the reading that the sentence sets out from: "In Hasakah city, …", "Beni territory: …".
        is_new: no gazetteer has the name as it is spelled; the words beside it make it a place's.
    """

    name: str
    words: PlaceWords
    rows: tuple[PlaceRow, ...]
    is_weak: bool = False
    inside: int | None = None
    beside: int | None = None
    topic: int | None = None
    is_new: bool = False


@record(frozen=True, slots=True)
class Choice:
    """Hold the place chosen for a reading; no row when none is plausible, more than one when they tie."""

    rows: tuple[PlaceRow, ...]
    score: float
    rejected: tuple[PlaceRow, ...] = ()


@record(frozen=True, slots=True)
class _Scene:
    """Hold what each name is weighed by: what the others were settled to, and what the report is about.

    Args:
        anchors: the places settled, countries left out.
        countries: those that the report names.
        shares: of the report's attention, by country.
    """

    choices: tuple[Choice, ...]
    anchors: tuple[PlaceRow, ...]
    countries: frozenset[str]
    shares: Mapping[str, float]


def weigh_countries(readings: tuple[Reading, ...], adjectives: Mapping[str, int], country: str | None) -> dict[str, float]:
    """Return the share of the report's attention that each country has."""
    votes: Counter[str] = Counter()
    for code, count in sorted(adjectives.items()):
        votes[code] += count
    for reading in readings:
        top = reading.rows[0] if reading.rows else None
        if top is None:
            continue
        if any(row.feature is Feature.COUNTRY for row in reading.rows):
            votes[next(row.country for row in reading.rows if row.feature is Feature.COUNTRY)] += 2
        elif len({row.country for row in reading.rows}) == 1 and not reading.is_weak:
            votes[top.country] += 2 if top.rank == 0 or top.population > _BIG else 1
        elif top.population > _BIG and top.population > 8 * max(
            (row.population for row in reading.rows if row.country != top.country), default=0
        ):
            votes[top.country] += 1
    if country:
        votes[country] += 10 + sum(votes.values())
    total = sum(votes.values())
    return {code: count / total for code, count in sorted(votes.items())} if total else {}


def choose_places(readings: tuple[Reading, ...], shares: Mapping[str, float], places: PlaceIndex) -> tuple[Choice, ...]:
    """Return one choice for each reading, in two rounds: the second knows what the first settled."""
    readings = tuple(_widen(reading, shares, places) for reading in readings)
    choices: tuple[Choice, ...] = tuple(Choice((), 0.0) for _ in readings)
    for _ in range(2):
        choices = _choose_all(readings, _settle_scene(choices, shares))
    return choices


def _settle_scene(choices: tuple[Choice, ...], shares: Mapping[str, float]) -> _Scene:
    settled = (choice.rows[0] for choice in choices if len(choice.rows) == 1 and choice.rows[0].feature is not Feature.COUNTRY)
    anchors = tuple({row.place_id: row for row in settled}.values())
    countries = frozenset([choice.rows[0].country for choice in choices if choice.rows and choice.rows[0].feature is Feature.COUNTRY])
    return _Scene(choices, anchors, countries, shares)


def _choose_all(readings: tuple[Reading, ...], scene: _Scene) -> tuple[Choice, ...]:
    """Choose for each reading; one name said twice in the same way is weighed once."""
    done: dict[tuple[object, ...], Choice] = {}
    chosen = []
    for reading in readings:
        words = reading.words
        key = (reading.name, words.feature, words.part, words.is_named, len(reading.rows), reading.is_weak)
        if reading.inside is not None or reading.beside is not None or reading.topic is not None:
            chosen.append(_choose(reading, scene))
        else:
            if key not in done:
                done[key] = _choose(reading, scene)
            chosen.append(done[key])
    return tuple(chosen)


def _widen(reading: Reading, shares: Mapping[str, float], places: PlaceIndex) -> Reading:
    """Look for other spellings inside the countries of the report, where the words say that this is a place or no known one fits."""
    focus = [code for code, share in shares.items() if share >= 0.2]
    if any(row.country in focus for row in reading.rows) or not focus:
        return reading
    if any(row.feature is Feature.COUNTRY or row.population > _BIG for row in reading.rows):
        return reading
    if not (reading.words.is_named or reading.words.follows_preposition or reading.words.feature):
        return reading
    extra = tuple(row for code in focus for row in places.lookup(reading.name, country=code))
    if not extra and (reading.words.is_named or reading.is_new):
        top = max(focus, key=lambda code: (shares[code], code))
        extra = places.lookup(reading.name, country=top, loosest=MatchKind.FUZZY)
    return replace(reading, rows=(*reading.rows, *extra))


def _choose(reading: Reading, scene: _Scene) -> Choice:
    scored = sorted(
        ((_score(row, reading, scene), row) for row in _keep_likely(reading, scene.shares) if not _is_namesake(row, reading, scene)),
        key=lambda pair: (-round(pair[0], 6), pair[1].rank, pair[1].place_id),
    )
    if not scored or scored[0][0] < _PLAUSIBLE + (0.8 if reading.is_weak and not reading.words.is_named else 0.0):
        return Choice((), scored[0][0] if scored else 0.0, tuple(row for _, row in scored[:5]) or reading.rows[:5])
    best, top = scored[0]
    tied = tuple(row for score, row in scored if best - score < _MARGIN and _differs(row, top))
    return Choice((top, *tied), best, tuple(row for _, row in scored[1:6] if row not in tied))


def _is_namesake(row: PlaceRow, reading: Reading, scene: _Scene) -> bool:
    """Refuse a small place of a country that the report does not speak of, far from all others; and what lies elsewhere than said."""
    anchors, shares = scene.anchors, scene.shares
    holder = scene.choices[reading.inside].rows[:1] if reading.inside is not None else ()
    if holder and row.match not in (MatchKind.EXACT, MatchKind.VARIANT) and _judge_holder(row, holder[0], is_inside=True) < 0:
        return True
    if _is_far_guess(row, reading, anchors) or (holder and _lies_abroad(row, holder[0], shares)):
        return True
    is_known = row.feature is Feature.COUNTRY or (row.feature is Feature.ADMIN1 and row.is_primary)
    if holder or not anchors or is_known or row.population >= _BIG:
        return False
    if shares.get(row.country, 0.0) > _PASSING or max(shares.values(), default=0.0) < 0.3 or row.country in scene.countries:
        return False
    others = [other for other in anchors if other.place_id != row.place_id]
    if not others or any(other.country == row.country for other in others):
        return False
    return min(_list_gaps(row, others)) > _FAR_KM


def _lies_abroad(row: PlaceRow, city: PlaceRow, shares: Mapping[str, float]) -> bool:
    """Say whether a place lies in another country, far from the city of the report's own country that is said to hold it."""
    if city.feature not in POINTS or row.country == city.country or shares.get(city.country, 0.0) <= shares.get(row.country, 0.0):
        return False
    return measure_km(row.latitude, row.longitude, city.latitude, city.longitude) > _FAR_KM


def _is_far_guess(row: PlaceRow, reading: Reading, anchors: tuple[PlaceRow, ...]) -> bool:
    """Say whether only the consonants fit, far from all that the report names; a quarter must lie in a city that it names."""
    if row.match not in (MatchKind.SKELETON, MatchKind.FUZZY):
        return False
    others = [other for other in anchors if other.place_id != row.place_id and other.feature is not Feature.ADMIN1]
    reach = _QUARTER_KM if reading.words.feature is Feature.QUARTER else _FAR_KM
    return bool(others) and min(_list_gaps(row, others)) > reach


def _keep_likely(reading: Reading, shares: Mapping[str, float]) -> Sequence[PlaceRow]:
    """Leave out another spelling's places in a country that the report hardly speaks of."""
    rows: Sequence[PlaceRow] = reading.rows
    if reading.is_new and not reading.words.is_named:
        rows = [row for row in rows if row.match is not MatchKind.FUZZY]
    if not shares:
        return rows
    exact = MatchKind.EXACT
    if any(row.match is exact and row.population >= _BIG / 2 and row.rank == 0 for row in rows):  # Hebron is no Hibran
        rows = [row for row in rows if row.match is exact or row.population >= _BIG / 2 or row.feature is Feature.ADMIN1]
    return [
        row
        for row in rows
        if row.match is exact or (share := shares.get(row.country, 0.0)) >= _FOREIGN or (share >= 0.1 and row.population >= _BIG)
    ]


def _differs(row: PlaceRow, top: PlaceRow) -> bool:
    if row.country != top.country or row.admin1 != top.admin1:
        return True
    return row.feature in POINTS and top.feature in POINTS and measure_km(row.latitude, row.longitude, top.latitude, top.longitude) > 10


def _score(row: PlaceRow, reading: Reading, scene: _Scene) -> float:
    anchors, choices, shares = scene.anchors, scene.choices, scene.shares
    people = _DIVISION if row.feature is Feature.ADMIN1 and row.is_primary else row.population
    score = 2.0 - _MATCH_COST[row.match] - (100 - row.likeness) / 10
    score += 0.4 * row.is_primary + 0.35 * math.log10(people + 10) + (0.8 if row.rank == 0 and row.feature is not Feature.ADMIN1 else 0)
    score += 3.0 * shares.get(row.country, 0.0)
    if shares and row.country not in shares:
        score -= 1.2 if people < _BIG else 0.4
    score += _score_feature(row, reading)
    for number, weight in ((reading.inside, 3.0), (reading.beside, 2.0), (reading.topic, 1.5)):
        holder = choices[number].rows[0] if number is not None and choices[number].rows else None
        if holder is not None and not _is_doubtful(holder, row, shares):
            score += weight * _judge_holder(row, holder, is_inside=number == reading.inside)
    if not anchors or row.feature in (Feature.COUNTRY, Feature.ADMIN1):
        return score
    gaps = sorted(_list_gaps(row, [other for other in anchors if other.place_id != row.place_id]))
    if gaps:
        nearest = gaps[0]
        score += 1.0 if nearest < 25 else 0.6 if nearest < 70 else 0.3 if nearest < 150 else -0.4 if nearest > 600 else 0.0
        score -= 0.0004 * min(nearest, 300.0) + 0.0006 * min(gaps[len(gaps) // 2], 500.0)
    return score


def _is_doubtful(holder: PlaceRow, row: PlaceRow, shares: Mapping[str, float]) -> bool:
    """Say whether what should hold a place is itself only a namesake, in a country that the report does not speak of."""
    if holder.feature in (Feature.COUNTRY, Feature.ADMIN1) or holder.population >= _BIG:
        return False
    return holder.country != row.country and shares.get(holder.country, 0.0) <= _PASSING < shares.get(row.country, 0.0)


def _list_gaps(row: PlaceRow, others: Sequence[PlaceRow]) -> list[float]:
    """Return the kilometres to other places, as on a flat map, which is enough to weigh and far quicker."""
    north, east, hypot = row.latitude, row.longitude, math.hypot
    return [hypot(north - other.latitude, (east - other.longitude) * 0.82) * 111.2 for other in others]


def _score_feature(row: PlaceRow, reading: Reading) -> float:
    called = reading.words.feature
    if row.feature is Feature.COUNTRY:
        return 2.5 if called is None else -1.0
    if called is None:
        return -0.4 if row.feature is Feature.ADMIN1 and reading.words.part is None else 0.0
    if called is Feature.ADMIN1:
        return 4.0 if row.feature is Feature.ADMIN1 else -2.0
    if called is Feature.AREA:
        return 3.2 if row.feature in (Feature.ADMIN1, Feature.AREA) else 0.0
    if called in POINTS:
        return 1.5 if row.feature in POINTS else -2.0 if row.feature is Feature.ADMIN1 else -0.5
    return 2.5 if row.feature is called else 0.0


def _judge_holder(row: PlaceRow, holder: PlaceRow, *, is_inside: bool) -> float:
    """Return 1 where the row lies in or near what the words say, -1 where it cannot."""
    if holder.feature is Feature.COUNTRY:
        return 1.0 if row.country == holder.country else -1.0
    if holder.feature is Feature.ADMIN1 and is_inside:
        return 1.0 if (row.country, row.admin1) == (holder.country, holder.admin1) else -1.0
    gap = measure_km(row.latitude, row.longitude, holder.latitude, holder.longitude)
    if gap <= _NEAR_KM:
        return 1.0 - gap / _NEAR_KM / 2
    same = (row.country, row.admin1) == (holder.country, holder.admin1)
    return 0.2 if same else -1.0 if gap > 2 * _NEAR_KM else -0.3
