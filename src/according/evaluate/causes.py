"""Say how a field went wrong: left out, added, taken from another event, too wide … so that the commonest cause can be mended first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from according.evaluate.compare import Matcher
from according.evaluate.gold import GoldClaim, GoldReport, GoldToll
from according.model.answers import PlacePrecision

_AREAS = frozenset({PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})
_LEFT_OUT, _ADDED, _OTHER = "left out", "added", "another value"


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold what a wrong field is judged beside: the report's gold claims and everything that was coded in it."""

    report: GoldReport
    coded: tuple[GoldClaim, ...]
    matcher: Matcher
    on: date | None


def judge_how(field: str, gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    """Return in a few words how a field of an aligned pair went wrong."""
    match field:
        case "initiator" | "target":
            return _judge_role(field, gold, coded, setting)
        case "tolls":
            return _judge_tolls(gold, coded, setting)
        case "date":
            return _judge_date(gold, coded, setting)
        case "place":
            return _judge_place(gold, coded, setting)
        case "attribution":
            return _judge_speakers(gold, coded, setting)
        case "status" | "kind":
            return f"{getattr(gold, field)} taken for {getattr(coded, field)}"
        case _:
            ours, theirs = getattr(gold, field), getattr(coded, field)
            return _judge_presence(ours not in (None, ()), theirs not in (None, ()))


def _judge_presence(is_gold: bool, is_coded: bool) -> str:
    if is_gold and not is_coded:
        return _LEFT_OUT
    return _ADDED if is_coded and not is_gold else _OTHER


def _judge_role(field: str, gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    ours, theirs = getattr(gold, field), getattr(coded, field)
    other = "target" if field == "initiator" else "initiator"
    missing, extra = _missing(ours, theirs, setting), _missing(theirs, ours, setting)
    if any(not _missing((one,), getattr(gold, other), setting) for one in extra):
        return "the other side taken for it"
    if extra and missing:
        return _OTHER
    if missing:
        return _LEFT_OUT if not theirs else "one of several left out"
    elsewhere = [name for claim in setting.report.claims if claim is not gold for name in getattr(claim, field)]
    return "added from another event" if any(not _missing((one,), elsewhere, setting) for one in extra) else _ADDED


def _missing(wanted: Sequence[str], found: Sequence[str], setting: Setting) -> list[str]:
    return [one for one in wanted if not any(setting.matcher.same_actor(one, other, setting.on) for other in found)]


def _judge_tolls(gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    missing = list(_tolls_without(gold.tolls, coded.tolls, setting))
    extra = list(_tolls_without(coded.tolls, gold.tolls, setting))
    if any(one.harm == other.harm and one.who == other.who for one in missing for other in extra):
        return "other bounds"
    if any((one.harm, one.low, one.high) == (other.harm, other.low, other.high) for one in missing for other in extra):
        return "another group"
    in_others = [toll for claim in setting.coded if claim is not coded for toll in claim.tolls]
    if missing and len(list(_tolls_without(missing, in_others, setting))) < len(missing):
        return "attached to another event"
    of_others = [toll for claim in setting.report.claims if claim is not gold for toll in claim.tolls]
    if extra and len(list(_tolls_without(extra, of_others, setting))) < len(extra):
        return "taken from another event"
    return _judge_presence(bool(missing), bool(extra))


def _tolls_without(wanted: Sequence[GoldToll], found: Sequence[GoldToll], setting: Setting) -> Iterator[GoldToll]:
    return (one for one in wanted if not any(setting.matcher.same_toll(one, other, setting.on) for other in found))


def _judge_date(gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    if gold.date is None or coded.date is None:
        return _judge_presence(gold.date is not None, coded.date is not None)
    if gold.date.overlaps(coded.date):
        return "too wide or too narrow"
    is_elsewhere = any(claim.date == coded.date for claim in setting.report.claims if claim is not gold)
    return "the day of another event" if is_elsewhere else "another day"


def _judge_place(gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    ours, theirs = gold.place, coded.place
    if ours is None or theirs is None:
        return _judge_presence(ours is not None, theirs is not None)
    if any(claim.place and setting.matcher.same_place(claim.place, theirs) for claim in setting.report.claims if claim is not gold):
        return "the place of another event"
    return "its wider area" if theirs.precision in _AREAS and ours.precision not in _AREAS else "another place"


def _judge_speakers(gold: GoldClaim, coded: GoldClaim, setting: Setting) -> str:
    ours, theirs = ([one.speaker for one in claim.attribution] for claim in (gold, coded))
    missing, extra = (
        [one for one in some if not any(setting.matcher.same_speaker(one, other, setting.on) for other in rest)]
        for some, rest in ((ours, theirs), (theirs, ours))
    )
    return _judge_presence(bool(missing), bool(extra))
