"""Readings made by hand, so that exports and pages are tested without coding a report."""

from datetime import date

from according.app.results import CodedReport
from according.model.answers import Actor, DatePrecision, Framing, Harm, Kind, PlacePrecision, Speaker, Status, Toll, When, Where
from according.model.claim import Claim, Reading, Silence, UnknownName
from according.model.evidence import Basis, Found, Reason, Rejection, Span, Unresolved
from according.model.report import Block, BlockKind, Rejected, RejectionKind, Report

NOT_SAID = Unresolved(Reason.NOT_MENTIONED)


def make_report(text: str, *, title: str | None = "A title", name: str = "a.txt", copy_of: str | None = None) -> Report:
    return Report(
        f"id-{name}",
        name,
        text,
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        "en",
        "0" * 64,
        title=title,
        publisher="Invented Wire",
        copy_of=copy_of,
    )


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(text: str, *, where: Where | None = None, status: Status = Status.HAPPENED, number: int = 1) -> Claim:
    """Return a claim on "… Gunmen killed three people in Town …" with one value of each sort."""
    place = find(text, "Town")
    return Claim(
        claim_id=f"claim-{number}",
        report_id="id-a.txt",
        kind=Found(Kind.INCIDENT, find(text, "killed"), "en.kinds.plain", Basis.INFERRED),
        event_type=Found(
            "attack_on_civilians", find(text, "killed"), "en.attack.kill", rejected=(Rejection("armed_clash", "nobody shot back"),)
        ),
        acled_sub_event="Attack",
        evidence=(Span(0, len(text)),),
        initiators=(Found(Actor("=Gunmen", is_generic=True), find(text, "Gunmen"), "en.generic.gunmen"),),
        targets=(Unresolved(Reason.UNKNOWN_NAME, find(text, "people"), ("People's Front",)),),
        civilians_targeted=NOT_SAID,
        weapon=NOT_SAID,
        hit=NOT_SAID,
        when=Found(When(date(2026, 5, 1), date(2026, 5, 2), DatePrecision.DAYS, "text"), place, "en.date.range"),
        where=Found(where, place, "en.places.name") if where else Unresolved(Reason.AMBIGUOUS, place, ("Town, AA", "Town, BB")),
        tolls=(Found(Toll(Harm.KILLED, "civilians", 3, 3, "exact"), find(text, "three people"), "en.toll.before"),),
        attribution=(Found(Speaker("<b>Police</b>", "official"), place, "en.attribution.says"),),
        status=Found(status, find(text, "killed"), "en.status.plain", Basis.INFERRED),
        responsibility=(),
        background=None,
        framing=(Found(Framing("thugs"), place, "en.framing.thug"),),
    )


HERE = Where("Town", PlacePrecision.PLACE, "SY", "Idlib", 35.5, 36.5, "test:1", "in")
PLAIN = "Gunmen killed three people in Town on 1 and 2 May, police said."


def make_coded(text: str = PLAIN, *, title: str | None = "A title", where: Where | None = HERE, claims: int = 1) -> CodedReport:
    report = make_report(text, title=title)
    made = tuple(make_claim(text, where=where if number == 1 else None, number=number) for number in range(1, claims + 1))
    silence = Silence(find(text, "people"), Span(0, len(text)), "en.silence.<i>", "a word that is <no> event")
    unknown = UnknownName("Town", find(text, "Town"), "place", Unresolved(Reason.UNKNOWN_NAME, find(text, "Town"), ("Down",)))
    return CodedReport(Reading(report, made, (), (silence,), (unknown, unknown)))


def make_rejected() -> CodedReport:
    return CodedReport(Rejected("b.pdf", RejectionKind.UNREADABLE, "The PDF is damaged", "Download it again."))
