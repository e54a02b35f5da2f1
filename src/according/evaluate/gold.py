"""Read reports with coded claims, in the flat JSON that gold sets and coders share, one report per line."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from according.errors import UnreadableGoldError
from according.evaluate.record import Record
from according.model.answers import Kind, PlacePrecision, Stance, Status
from according.model.evidence import Span

REPORT_KEYS = frozenset(
    "report_id article_id outlet source title published text claims country language url license licence rights coder note split "
    "writing conflict".split()
)
CLAIM_KEYS = frozenset(
    "claim_id event_id report_id kind evidence trigger acled_sub_event event_type initiator initiator_text target target_text hit "
    "civilians_targeted weapon date place tolls attribution status responsibility background rival_account framing note notes basis "
    "rule confidence unresolved".split()
)
EVIDENCE_KEYS = frozenset("start end quote".split())
DATE_KEYS = frozenset("earliest latest text precision anchor start end".split())
PLACE_KEYS = frozenset(
    "name admin1 country text precision latitude longitude lat lon place_id relation part feature start end basis rule".split()
)
TOLL_KEYS = frozenset("harm who low high wording text start end by named is_running_total running_total basis rule".split())
SPEAKER_KEYS = frozenset("speaker kind text chain verb start end basis rule".split())
RESPONSIBILITY_KEYS = frozenset("actor stance by text start end basis rule".split())


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold first and last day, both inclusive; an open end is None."""

    earliest: date | None
    latest: date | None
    text: str | None = None

    def overlaps(self, other: "Interval") -> bool:
        """Say whether the two share a day."""
        return not (
            (self.latest is not None and other.earliest is not None and self.latest < other.earliest)
            or (other.latest is not None and self.earliest is not None and other.latest < self.earliest)
        )


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Hold a place; coordinates only where a coder gives them."""

    name: str
    admin1: str | None = None
    country: str | None = None
    precision: str | None = None
    text: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class GoldToll:
    """Hold one figure."""

    harm: str
    who: str
    low: int | None
    high: int | None
    wording: str | None = None
    text: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Hold who vouches for the event."""

    speaker: str
    kind: str | None = None
    chain: int = 1


@dataclass(frozen=True, slots=True)
class GoldResponsibility:
    """Hold one speech act about authorship."""

    actor: str
    stance: str
    by: str | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """Hold one claim, of a gold set or of a coder."""

    claim_id: str
    evidence: tuple[Span, ...]
    acled_sub_event: str
    kind: str
    status: str
    initiator: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    civilians_targeted: bool | None = None
    weapon: str | None = None
    date: Interval | None = None
    place: GoldPlace | None = None
    tolls: tuple[GoldToll, ...] = ()
    attribution: tuple[GoldSpeaker, ...] = ()
    responsibility: tuple[GoldResponsibility, ...] = ()
    background: bool = False
    trigger: str | None = None
    event_id: str | None = None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """Hold a report and the claims that a careful reader found in it."""

    report_id: str
    text: str
    claims: tuple[GoldClaim, ...]
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    country: str | None = None


def read_gold(path: Path) -> tuple[GoldReport, ...]:
    """Read a gold file, one JSON report per line.

    Raises:
        UnreadableGoldError: at the first line that does not have the format.
    """
    reports = tuple(_read_reports(path))
    seen: set[str] = set()
    for report in reports:
        if report.report_id in seen:
            raise UnreadableGoldError(
                f"the report_id {report.report_id!r} stands twice", where=str(path), cure="Give each report its own id."
            )
        seen.add(report.report_id)
    if not reports:
        raise UnreadableGoldError("no report in the file", where=str(path), cure="Give one JSON report per line.")
    return reports


def _read_reports(path: Path) -> Iterator[GoldReport]:
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableGoldError(f"cannot be read ({error.strerror})", where=str(path), cure="Check the path.") from error
    except UnicodeDecodeError as error:
        raise UnreadableGoldError("not UTF-8", where=str(path), cure="Save the file as UTF-8.") from error
    for number, line in enumerate(content.split("\n"), 1):  # not splitlines: texts may hold U+2028 and U+0085
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            table = json.loads(line)
        except json.JSONDecodeError as error:
            raise UnreadableGoldError(f"not JSON ({error})", where=where, cure="Give one JSON report per line.") from error
        yield read_report(table, where=where)


def read_report(table: object, *, where: str) -> GoldReport:
    """Read one report with its claims.

    Raises:
        UnreadableGoldError: if it does not have the format.
    """
    record = Record(table, where, REPORT_KEYS)
    text = record.text("text")
    claims = tuple(
        read_claim(claim, where=f"{where}: claim {number}", text=text)
        for number, claim in enumerate(record.rows("claims", required=True), 1)
    )
    return GoldReport(
        report_id=record.text("report_id"),
        text=text,
        claims=claims,
        title=record.text_or_none("title"),
        outlet=record.text_or_none("outlet") or record.text_or_none("source"),
        published=record.day_or_none("published"),
        country=record.text_or_none("country"),
    )


def read_claim(table: object, *, where: str, text: str | None = None, is_strict: bool = True) -> GoldClaim:
    """Read one claim.

    Args:
        text: the report's text; where given, evidence must lie in it and quote it.
        is_strict: refuse keys that the format does not know. A coder may add keys of its own.

    Raises:
        UnreadableGoldError: if it does not have the format.
    """

    def part(key: str, keys: frozenset[str]) -> Record | None:
        inner = record.get(key)
        return None if inner is None else Record(inner, f"{where}: {key}", keys, is_strict=is_strict)

    def parts(key: str, keys: frozenset[str]) -> tuple[Record, ...]:
        return tuple(Record(row, f"{where}: {key}", keys, is_strict=is_strict) for row in record.rows(key))

    record = Record(table, where, CLAIM_KEYS, is_strict=is_strict)
    when, place = part("date", DATE_KEYS), part("place", PLACE_KEYS)
    return GoldClaim(
        claim_id=record.text_or_none("claim_id") or where,
        evidence=tuple(_read_evidence(row, text) for row in parts("evidence", EVIDENCE_KEYS)),
        acled_sub_event=record.text("acled_sub_event"),
        kind=record.one_of("kind", tuple(Kind)),
        status=record.one_of("status", tuple(Status)),
        initiator=record.texts("initiator"),
        target=record.texts("target"),
        civilians_targeted=record.flag_or_none("civilians_targeted"),
        weapon=record.text_or_none("weapon"),
        date=_read_interval(when),
        place=None if place is None else _read_place(place),
        tolls=tuple(_read_toll(row) for row in parts("tolls", TOLL_KEYS)),
        attribution=tuple(
            GoldSpeaker(row.text("speaker"), row.text_or_none("kind"), row.number_or_none("chain") or 1)
            for row in parts("attribution", SPEAKER_KEYS)
        ),
        responsibility=tuple(
            GoldResponsibility(row.text("actor"), row.one_of("stance", tuple(Stance)), row.text_or_none("by"))
            for row in parts("responsibility", RESPONSIBILITY_KEYS)
        ),
        background=record.flag_or_none("background") or False,
        trigger=record.text_or_none("trigger"),
        event_id=record.text_or_none("event_id"),
    )


def read_coded(coded: Mapping[str, object]) -> dict[str, tuple[GoldClaim, ...]]:
    """Read what a coder gave: report_id → list of claims in the flat JSON form."""
    claims = {}
    for report_id, rows in sorted(coded.items()):
        record = Record({"claims": rows}, f"coded {report_id}", frozenset({"claims"}))
        claims[report_id] = tuple(
            read_claim(row, where=f"coded {report_id}: claim {number}", is_strict=False)
            for number, row in enumerate(record.rows("claims"), 1)
        )
    return claims


def _read_evidence(record: Record, text: str | None) -> Span:
    start, end = record.number("start"), record.number("end")
    quote = record.text_or_none("quote")
    if not 0 <= start < end:
        raise record.wrong(f"evidence {start}..{end} is no stretch of text", "Offsets count Unicode characters, end exclusive.")
    if text is not None and (end > len(text) or (quote is not None and text[start:end] != quote)):
        raise record.wrong(f"evidence {start}..{end} does not quote the text", "Offsets count Unicode characters, end exclusive.")
    return Span(start, end)


def _read_interval(record: Record | None) -> Interval | None:
    if record is None:
        return None
    interval = Interval(record.day_or_none("earliest"), record.day_or_none("latest"), record.text_or_none("text"))
    if interval.earliest is not None and interval.latest is not None and interval.earliest > interval.latest:
        raise record.wrong("the date ends before it starts", "Days are inclusive, earliest first.")
    return None if interval.earliest is None and interval.latest is None else interval


def _read_place(record: Record) -> GoldPlace:
    return GoldPlace(
        name=record.text("name"),
        admin1=record.text_or_none("admin1"),
        country=record.text_or_none("country"),
        precision=record.one_of("precision", tuple(PlacePrecision)) if record.get("precision") is not None else None,
        text=record.text_or_none("text"),
        latitude=record.real_or_none("latitude", "lat"),
        longitude=record.real_or_none("longitude", "lon"),
    )


def _read_toll(record: Record) -> GoldToll:
    return GoldToll(
        harm=record.text("harm"),
        who=record.text("who"),
        low=record.number_or_none("low"),
        high=record.number_or_none("high"),
        wording=record.text_or_none("wording"),
        text=record.text_or_none("text"),
        by=record.text_or_none("by"),
    )
