"""Explain a coded report: which words each value rests on, by which rule, what was rejected, and why other words gave nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from according.app.results import CodedReport
from according.model.claim import ActorClaim, Claim, Silence
from according.model.codec import Json, claim_to_dict
from according.model.evidence import Answer, Found, Reason, Span, Unresolved
from according.model.report import BlockKind, Report
from according.text.wording import say_claim, say_flag, say_toll, say_when, say_where

FIELDS = (
    ("what", "event_type"),
    ("who says so", "attribution"),
    ("who", "initiator"),
    ("to whom", "target"),
    ("where", "place"),
    ("when", "date"),
    ("toll", "tolls"),
    ("status", "status"),
    ("responsibility", "responsibility"),
    ("weapon", "weapon"),
    ("what was hit", "hit"),
    ("civilians targeted", "civilians_targeted"),
    ("kind", "kind"),
    ("background", "background"),
    ("the source's words", "framing"),
)
_MAY_BE_UNSAID = {"initiator", "target", "tolls"}  # no speaker means the outlet itself, and is said in the card's head


@dataclass(frozen=True, slots=True)
class Value:
    """Hold one value of a claim for display.

    Args:
        question: which question it answers, in plain words.
        said: the value in plain words; empty where there is no answer.
        words: the words it rests on.
        span: where they stand.
        basis: stated, inherited or inferred, empty where a language model read it; the reason where there is no answer.
        rule: id of the rule.
        rejected: what else was considered, and why it lost.
        confidence: how likely it is right, where that is known.
    """

    question: str
    said: str
    words: str
    span: Span | None
    basis: str
    rule: str
    rejected: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def likely(self) -> str:
        """Say how likely it is right: "82 % likely", or nothing where that is not known."""
        return "" if self.confidence is None else f"{self.confidence * 100:.0f} % likely"


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """Hold one claim with its values in the order in which a reader asks for them.

    Args:
        says: who says so, in one line.
        status: happened, denied, …, with the kind when it is no incident.
        values: answers, and questions whose words could not be read.
        unsaid: the questions that the text does not answer.
    """

    number: int
    claim_id: str
    headline: str
    says: str
    status: str
    evidence: tuple[Span, ...]
    values: tuple[Value, ...]
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Hold a report's text, what was read in it, and what was not.

    Args:
        copied: spans that the report shares with another one, where they are coded.
        notes: plain sentences on how the text was read.
    """

    name: str
    title: str
    text: str
    boilerplate: tuple[Span, ...]
    about: tuple[tuple[str, str], ...]
    claims: tuple[ExplainedClaim, ...]
    silences: tuple[Silence, ...]
    actor_claims: tuple[str, ...]
    copied: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


def explain_all(coded: Iterable[CodedReport]) -> tuple[Explanation, ...]:
    """Return the explanations of the reports that could be read; copies name their original."""
    outcomes = [one for one in coded if one.report is not None]
    names = {one.report.report_id: one.report.name for one in outcomes if one.report is not None}
    return tuple(explain_coded(one, names) for one in outcomes)


def explain_coded(coded: CodedReport, names: dict[str, str] | None = None) -> Explanation:
    """Return the explanation of a report that could be read.

    Args:
        names: of the other reports by their ids.
    """
    report = coded.report
    assert report is not None
    return Explanation(
        name=report.name,
        title=report.title or report.name,
        text=report.text,
        boilerplate=tuple(block.span for block in report.blocks if block.kind is BlockKind.BOILERPLATE),
        about=tuple(_describe(report, names or {})),
        claims=tuple(_explain_claim(number, claim, report.text) for number, claim in enumerate(coded.claims, 1)),
        silences=coded.silences,
        actor_claims=tuple(say_relation(claim, report.text) for claim in coded.actor_claims),
        copied=report.copied,
        notes=report.notes,
    )


def _describe(report: Report, names: dict[str, str]) -> Iterable[tuple[str, str]]:
    about = [
        ("file", report.name),
        ("publisher", report.publisher or ""),
        ("written by", report.origin or ""),
        ("byline", report.byline or ""),
    ]
    if report.published:
        about.append(("published", f"{report.published.day.isoformat()} (from the {report.published.source})"))
    if report.origin_published:
        about.append(("first published", report.origin_published.day.isoformat()))
    if report.copy_of:
        about.append(("a copy of", names.get(report.copy_of, "another report")))
    return ((key, value) for key, value in about if value)


def _explain_claim(number: int, claim: Claim, text: str) -> ExplainedClaim:
    record = claim_to_dict(claim, text)
    answers: dict[str, tuple[Answer[Any], ...]] = {
        "event_type": (claim.event_type,),
        "kind": (claim.kind,),
        "initiator": claim.initiators,
        "target": claim.targets,
        "weapon": (claim.weapon,),
        "hit": (claim.hit,),
        "civilians_targeted": (claim.civilians_targeted,),
        "date": (claim.when,),
        "place": (claim.where,),
        "tolls": claim.tolls,
        "attribution": claim.attribution,
        "status": (claim.status,),
        "responsibility": claim.responsibility,
        "background": (claim.background,) if claim.background else (),
        "framing": claim.framing,
    }
    values, unsaid = [], []
    for question, field in FIELDS:
        said = iter(_say_field(field, record))
        if not answers[field] and field in _MAY_BE_UNSAID:
            unsaid.append(question)
        for answer in answers[field]:
            if isinstance(answer, Unresolved) and answer.reason is Reason.NOT_MENTIONED and not answer.candidates:
                unsaid.append(question)
            else:
                words = next(said, "") if isinstance(answer, Found) else ""
                values.append(_explain_value(question, words, answer, text))
    status = (
        record["status"]
        + ("" if record["kind"] == "incident" else f", {record['kind']}")
        + (", background" if record["background"] else "")
    )
    return ExplainedClaim(
        number,
        claim.claim_id,
        say_claim(record),
        _say_chains(record),
        status,
        claim.evidence,
        tuple(values),
        tuple(dict.fromkeys(unsaid)),
    )


def _say_chains(record: Json) -> str:
    """Say who says so, each chain from the outlet's side inward: the last link is whom the reader hears."""
    chains: dict[int, list[str]] = {}
    for one in record["attribution"]:
        chains.setdefault(one["chain"], []).append(one["speaker"])
    return "; ".join(", quoted by ".join(names) for names in chains.values()) or "the outlet itself"


def _explain_value(question: str, said: str, answer: Answer[Any], text: str) -> Value:
    if isinstance(answer, Found):
        rejected = tuple(f"{_say_type(question, one.value)}: {one.why}" for one in answer.rejected)
        words, basis = answer.span.of(text), answer.basis or ""
        return Value(question, said or str(answer.value), words, answer.span, basis, answer.rule, rejected, answer.confidence)
    words = answer.span.of(text) if answer.span else ""
    return Value(question, "", words, answer.span, answer.reason.value, "", tuple(_say_candidate(one) for one in answer.candidates))


def _say_type(question: str, value: str) -> str:
    return value.replace("_", " ") if question == "what" else value


def _say_candidate(candidate: str) -> str:
    """Say an open range of days, which dates have as `../2018-05-13`, in plain words."""
    first, dots, last = candidate.partition("..")
    if not dots:
        return candidate
    return f"no later than {last.strip('/')}" if not first else f"no earlier than {first.strip('/')}"


def _say_field(field: str, record: Json) -> list[str]:
    """Return the answers to a question in plain words, one for each found value in order."""
    match field:
        case "initiator" | "target":
            return list(record[field])
        case "date":
            return [say_when(record["date"])]
        case "place":
            return [say_where(record["place"])]
        case "tolls":
            return [say_toll(toll) for toll in record["tolls"]]
        case "attribution":
            return [f"{one['speaker']} ({one['kind']})" for one in record["attribution"]]
        case "responsibility":
            return [f"{one['actor']} {one['stance']} by {one['by']}" for one in record["responsibility"]]
        case "framing":
            return [f"“{one['words']}”" + (f" of {one['of']}" if one["of"] else "") for one in record["framing"]]
        case "civilians_targeted" | "background":
            return [say_flag(record[field])]
        case _:
            return [str(record[field]).replace("_", " ")]


def say_relation(claim: ActorClaim, text: str) -> str:
    """Say what a report says of two actors: "X formerly known as Y"."""
    sides = (
        side.value.name if isinstance(side, Found) else f"? {side.span.of(text)}" if side.span else "?"
        for side in (claim.subject, claim.object)
    )
    subject, other = sides
    says = ", ".join(one.value.name for one in claim.attribution)
    return f"{subject} {claim.relation} {other}" + (f" (says {says})" if says else "")
