"""Read a report with a language model: its claims where it answered, the rules' claims where it did not."""

from collections.abc import Mapping, Sequence

from according.knowledge.loader import Knowledge
from according.model.claim import Claim, Reading
from according.model.conversation import FELL_BACK, Ask, NoAnswer
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.model.records import replace
from according.model.report import BlockKind
from according.steps.extract.claims import extract_claims
from according.steps.extract.claims.asking import Asked, ask_report
from according.steps.extract.llm.answering import build_claim
from according.steps.extract.llm.grounding import Grounding, show
from according.steps.extract.llm.questions import write_question
from according.steps.extract.llm.replies import Told, read_reply

_SILENT = frozenset({BlockKind.BOILERPLATE, BlockKind.TITLE})
_MOST_NOTES = 20


def extract_with_model(parsed: ParsedReport, knowledge: Knowledge, ask: Ask) -> Reading:
    """Return everything that is read in a parsed report, its sentences read by a model where that answers.

    Sent are the sentences behind the gate, each alone. What the model says replaces what the rules say of the same sentence.
    """
    reading = extract_claims(parsed, knowledge)
    sentences = _choose_sentences(parsed)
    if not sentences:
        return reading
    told, failures = _ask_about(sentences, parsed.report.text, knowledge, ask)
    claims, dropped = _build_claims(told, parsed, knowledge) if any(told.values()) else ([], [])
    read = [parsed.sentences[index].span for index in told]
    kept = [claim for claim in reading.claims if not _is_in(claim.event_type.span, read)]
    silences = tuple(one for one in reading.silences if not _is_in(one.span, read))
    notes = _write_notes(len(sentences), len(told), [*failures, *dropped])
    return replace(
        reading,
        report=replace(parsed.report, notes=(*parsed.report.notes, *notes)),
        claims=tuple(sorted([*kept, *claims], key=lambda one: (one.evidence[0], one.event_type.span, one.claim_id))),
        silences=silences,
    )


def _choose_sentences(parsed: ParsedReport) -> list[Sentence]:
    """Return the sentences that may tell of an event; not headlines, boilerplate and what a copy shares with its original."""
    copied = parsed.report.copied
    may_tell = [one for one in parsed.sentences if one.is_parsed and one.block not in _SILENT]
    return [one for one in may_tell if not any(span.contains(one.span) for span in copied)]


def _ask_about(
    sentences: Sequence[Sentence], text: str, knowledge: Knowledge, ask: Ask
) -> tuple[Mapping[int, tuple[Told, ...]], list[str]]:
    """Return what the model tells in each sentence that it answered, and why there is no answer about the others."""
    told: dict[int, tuple[Told, ...]] = {}
    failures = []
    outcomes = ask([write_question(one.span.of(text), knowledge.event_types) for one in sentences])
    for sentence, outcome in zip(sentences, outcomes, strict=True):
        reply = outcome if isinstance(outcome, NoAnswer) else read_reply(outcome, knowledge.event_types)
        if isinstance(reply, NoAnswer):
            failures.append(f"“{show(sentence.span.of(text))}”: {show(reply.why, 160)}; {FELL_BACK}")
        else:
            told[sentence.index] = reply
    return told, failures


def _build_claims(told: Mapping[int, tuple[Told, ...]], parsed: ParsedReport, knowledge: Knowledge) -> tuple[list[Claim], list[str]]:
    asked: Asked = ask_report(parsed, knowledge)
    claims: dict[str, Claim] = {}
    dropped: list[str] = []
    for index, events in told.items():
        for one in events:
            grounding = Grounding(parsed.sentences[index], parsed.report.text)
            claim = build_claim(one, grounding, asked)
            if claim is not None:
                claims.setdefault(claim.claim_id, claim)
            dropped += grounding.dropped
    return list(claims.values()), dropped


def _is_in(span: Span, others: Sequence[Span]) -> bool:
    return any(other.contains(span) for other in others)


def _write_notes(sent: int, answered: int, details: Sequence[str]) -> list[str]:
    """Return plain sentences on what the model did, the longest list cut."""
    notes = [f"A language model read {answered} of {sent} sentences"]
    notes += [f"Language model: {one}" for one in details[:_MOST_NOTES]]
    return notes + ([f"Language model: {len(details) - _MOST_NOTES} more like these"] if len(details) > _MOST_NOTES else [])
