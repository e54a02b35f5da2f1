"""Explain a coded report: which words each value rests on, by which rule, what was rejected, and why other words gave nothing."""

from dataclasses import dataclass
from typing import Any

from according.app.results import CodedReport
from according.model.claim import Claim, Silence
from according.model.codec import Json, claim_to_dict
from according.model.evidence import Answer, Found, Span, Unresolved

FIELDS = (
    ("what", "event_type"),
    ("kind", "kind"),
    ("who", "initiator"),
    ("to whom", "target"),
    ("weapon", "weapon"),
    ("what was hit", "hit"),
    ("civilians targeted", "civilians_targeted"),
    ("when", "date"),
    ("where", "place"),
    ("toll", "tolls"),
    ("who says so", "attribution"),
    ("status", "status"),
    ("responsibility", "responsibility"),
    ("background", "background"),
    ("the source's words", "framing"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """Hold one value of a claim for display.

    Args:
        question: which question it answers, in plain words.
        said: the value in plain words; empty where there is no answer.
        words: the words it rests on.
        span: where they stand.
        basis: stated, inherited or inferred; the reason where there is no answer.
        rule: id of the rule.
        rejected: what else was considered, and why it lost.
    """

    question: str
    said: str
    words: str
    span: Span | None
    basis: str
    rule: str
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """Hold one claim with its values in the order in which a reader asks for them."""

    number: int
    claim_id: str
    headline: str
    evidence: tuple[Span, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Hold a report's text, what was read in it, and what was not."""

    name: str
    title: str
    text: str
    boilerplate: tuple[Span, ...]
    about: tuple[tuple[str, str], ...]
    claims: tuple[ExplainedClaim, ...]
    silences: tuple[Silence, ...]
    actor_claims: tuple[str, ...]


def explain_coded(coded: CodedReport) -> Explanation:
    """Return the explanation of a report that could be read."""
    from according.model.report import BlockKind
    from according.text.wording import say_relation

    report = coded.report
    assert report is not None
    about = [("publisher", report.publisher), ("written by", report.origin), ("byline", report.byline), ("language", report.language)]
    if report.published:
        about.append(("published", f"{report.published.day.isoformat()}, from the {report.published.source}"))
    if report.origin_published:
        about.append(("first published", report.origin_published.day.isoformat()))
    return Explanation(
        name=report.name,
        title=report.title or report.name,
        text=report.text,
        boilerplate=tuple(block.span for block in report.blocks if block.kind is BlockKind.BOILERPLATE),
        about=tuple((key, value) for key, value in about if value),
        claims=tuple(_explain_claim(number, claim, report.text) for number, claim in enumerate(coded.claims, 1)),
        silences=coded.silences,
        actor_claims=tuple(say_relation(claim, report.text) for claim in coded.actor_claims),
    )


def _explain_claim(number: int, claim: Claim, text: str) -> ExplainedClaim:
    from according.text.wording import say_claim

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
    values = []
    for question, field in FIELDS:
        said = iter(_say_field(field, record))
        for answer in answers[field]:
            words = next(said, "") if isinstance(answer, Found) else ""
            values.append(_explain_value(question, words, answer, text))
    return ExplainedClaim(number, claim.claim_id, say_claim(record), claim.evidence, tuple(values))


def _explain_value(question: str, said: str, answer: Answer[Any], text: str) -> Value:
    if isinstance(answer, Found):
        rejected = tuple(f"{one.value}: {one.why}" for one in answer.rejected)
        return Value(question, said or str(answer.value), answer.span.of(text), answer.span, answer.basis.value, answer.rule, rejected)
    return _explain_silence(question, answer, text)


def _explain_silence(question: str, answer: Unresolved, text: str) -> Value:
    words = answer.span.of(text) if answer.span else ""
    return Value(question, "", words, answer.span, answer.reason.value, "", answer.candidates)


def _say_field(field: str, record: Json) -> list[str]:
    """Return the answers to a question in plain words, one for each found value in order."""
    from according.text.wording import say_toll, say_when, say_where

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
            return [one["words"] + (f" (of {one['of']})" if one["of"] else "") for one in record["framing"]]
        case _:
            return [str(record[field]).replace("_", " ")]
