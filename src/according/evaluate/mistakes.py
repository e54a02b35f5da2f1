"""Name what went wrong in one report, with the words it went wrong on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from according.evaluate.align import Alignment, overlap_of
from according.evaluate.causes import Setting, judge_how
from according.evaluate.compare import Matcher
from according.evaluate.fields import FIELDS, is_right
from according.evaluate.gold import GoldClaim, GoldReport, GoldToll, Interval
from according.evaluate.scores import Cause, Mistake

CAUSES = {
    "initiator": Cause.INITIATOR,
    "target": Cause.TARGET,
    "civilians_targeted": Cause.CIVILIANS,
    "weapon": Cause.WEAPON,
    "date": Cause.DATE,
    "place": Cause.PLACE,
    "tolls": Cause.TOLL,
    "attribution": Cause.ATTRIBUTION,
    "status": Cause.STATUS,
    "kind": Cause.KIND,
    "responsibility": Cause.RESPONSIBILITY,
}
_WORST = {cause: number for number, cause in enumerate(Cause)}


def find_mistakes(report: GoldReport, coded: tuple[GoldClaim, ...], alignment: Alignment, matcher: Matcher) -> Iterator[Mistake]:
    """Yield each mistake of one report."""
    rows, columns = ({pair[side] for pair in (*alignment.pairs, *alignment.confused)} for side in (0, 1))
    for row, column in alignment.confused:
        yield _mistake(Cause.WRONG_TYPE, report, report.claims[row], report.claims[row].acled_sub_event, coded[column].acled_sub_event)
    for row, claim in enumerate(report.claims):
        if row not in rows:
            others = [other for other in coded if overlap_of(claim.evidence, other.evidence)]
            cause = Cause.MERGED if others else Cause.MISSED
            yield _mistake(cause, report, claim, describe_claim(claim), "; ".join(map(describe_claim, others)))
    for column, claim in enumerate(coded):
        if column not in columns:
            others = [other for other in report.claims if overlap_of(claim.evidence, other.evidence)]
            cause = Cause.SPLIT if others else Cause.SPURIOUS
            yield _mistake(cause, report, claim, "; ".join(map(describe_claim, others)), describe_claim(claim))
    for row, column in alignment.pairs:
        yield from _wrong_fields(report, report.claims[row], coded[column], coded, matcher)


def worst_first(mistakes: list[Mistake]) -> tuple[Mistake, ...]:
    """Return mistakes by gravity: claims missed, mistyped, merged, split, made up; then fields."""
    return tuple(sorted(mistakes, key=lambda mistake: (_WORST[mistake.cause], mistake.how, mistake.report_id, mistake.claim)))


def day_of(report: GoldReport, claim: GoldClaim) -> date | None:
    """Return the day for which actors of a claim are looked up."""
    return (claim.date and (claim.date.earliest or claim.date.latest)) or report.published


def _wrong_fields(
    report: GoldReport, gold: GoldClaim, coded: GoldClaim, others: tuple[GoldClaim, ...], matcher: Matcher
) -> Iterator[Mistake]:
    setting = Setting(report, others, matcher, day_of(report, gold))
    for field in FIELDS:
        if not is_right(field, gold, coded, matcher, setting.on):
            mistake = _mistake(CAUSES[field], report, gold, describe_field(field, gold), describe_field(field, coded))
            yield replace(mistake, how=judge_how(field, gold, coded, setting))


def _mistake(cause: Cause, report: GoldReport, claim: GoldClaim, gold: str, coded: str) -> Mistake:
    words = " […] ".join(span.of(report.text) for span in claim.evidence)
    return Mistake(cause, report.report_id, claim.claim_id, claim.acled_sub_event, gold, coded, words)


def describe_claim(claim: GoldClaim) -> str:
    """Say in a few words what a claim is."""
    trigger = f" “{claim.trigger}”" if claim.trigger else ""
    return f"{claim.acled_sub_event}{trigger} ({claim.kind}, {claim.status})"


def describe_field(field: str, claim: GoldClaim) -> str:
    """Say in a few words what a claim holds in one field."""
    match field:
        case "initiator":
            return ", ".join(claim.initiator) or "–"
        case "target":
            return ", ".join(claim.target) or "–"
        case "civilians_targeted":
            return {True: "yes", False: "no", None: "–"}[claim.civilians_targeted]
        case "weapon":
            return claim.weapon or "–"
        case "date":
            return _describe_interval(claim.date)
        case "place":
            return "–" if claim.place is None else ", ".join(filter(None, (claim.place.name, claim.place.admin1, claim.place.precision)))
        case "tolls":
            return "; ".join(map(_describe_toll, claim.tolls)) or "–"
        case "attribution":
            return "; ".join(one.speaker for one in claim.attribution) or "own voice"
        case "status":
            return claim.status
        case "kind":
            return claim.kind
        case "responsibility":
            return "; ".join(f"{one.actor} {one.stance} by {one.by or '–'}" for one in claim.responsibility) or "–"
    raise ValueError(f"no field {field!r}")


def _describe_interval(interval: Interval | None) -> str:
    if interval is None:
        return "–"
    if interval.earliest == interval.latest:
        return str(interval.earliest)
    return f"{interval.earliest or '…'} to {interval.latest or '…'}"


def _describe_toll(toll: GoldToll) -> str:
    numbers = toll.wording or "–" if toll.low is None and toll.high is None else f"{_number(toll.low)}–{_number(toll.high)}"
    return f"{toll.harm} {numbers} {toll.who}"


def _number(value: int | None) -> str:
    return "…" if value is None else str(value)
