"""Write claims as flat JSON: the one form that the command line, tables, evaluation and later the store and the service use."""

from collections.abc import Callable, Iterable
from typing import Any

from according.model.answers import Actor, Responsibility, Speaker, Toll, When, Where
from according.model.claim import ActorClaim, Claim, Reading, Silence
from according.model.evidence import Answer, Found, Span, Unresolved
from according.model.report import DatedFrom, Report

Json = dict[str, Any]
SCHEMA_VERSION = "1"


def reading_to_dicts(reading: Reading, *, with_text: bool = False) -> list[Json]:
    """Return one flat record per claim, each with what is known of its report under `report`.

    Args:
        with_text: put the report's text, which the offsets count in, under `report.text`.
    """
    said = [actor_claim_to_dict(one, reading.report.text) for one in reading.actor_claims]
    report = report_to_dict(reading.report, with_text=with_text) | {"actor_claims": said}
    return [claim_to_dict(claim, reading.report.text) | {"report": report} for claim in reading.claims]


def claim_to_dict(claim: Claim, text: str) -> Json:
    """Return a claim under the gold's flat names, with each value's words, basis and rule beside it."""
    singles: dict[str, Answer[Any] | None] = {
        "kind": claim.kind,
        "event_type": claim.event_type,
        "civilians_targeted": claim.civilians_targeted,
        "weapon": claim.weapon,
        "hit": claim.hit,
        "date": claim.when,
        "place": claim.where,
        "status": claim.status,
        "background": claim.background,
    }
    lists: dict[str, tuple[Answer[Any], ...]] = {
        "initiator": claim.initiators,
        "target": claim.targets,
        "tolls": claim.tolls,
        "attribution": claim.attribution,
        "responsibility": claim.responsibility,
        "framing": claim.framing,
    }
    record: Json = {
        "schema": SCHEMA_VERSION,
        "claim_id": claim.claim_id,
        "report_id": claim.report_id,
        "kind": claim.kind.value,
        "event_type": claim.event_type.value,
        "acled_sub_event": claim.acled_sub_event,
        "trigger": claim.event_type.span.of(text),
        "evidence": [{"start": span.start, "end": span.end, "quote": span.of(text)} for span in claim.evidence],
        **_actors_to_dict("initiator", claim.initiators, text),
        **_actors_to_dict("target", claim.targets, text),
        "civilians_targeted": _value(claim.civilians_targeted),
        "weapon": _value(claim.weapon),
        "hit": _value(claim.hit),
        "date": when_to_dict(claim.when, text),
        "place": where_to_dict(claim.where, text),
        "tolls": [toll_to_dict(toll, text) for toll in claim.tolls],
        "attribution": [speaker_to_dict(speaker, text) for speaker in claim.attribution],
        "status": claim.status.value,
        "responsibility": [responsibility_to_dict(one, text) for one in claim.responsibility],
        "background": bool(claim.background and claim.background.value),
        "framing": [{"words": one.value.words, "of": one.value.of, "by": one.value.by, **_place_of(one.span)} for one in claim.framing],
    }
    for key, read in _PER_VALUE.items():
        record[key] = {
            field: value
            for field, value in [
                *((name, read(answer)) for name, answer in singles.items() if isinstance(answer, Found)),
                *((name, [read(one) for one in answers if isinstance(one, Found)]) for name, answers in lists.items()),
            ]
            if value not in (None, [])
        }
    record["confidence"] = {
        field: [one.confidence for one in lists[field] if isinstance(one, Found)] if field in lists else _confidence(singles[field])
        for field in record["rule"]
    }
    record["unresolved"] = _unresolved_to_dict(singles, lists, text)
    return record


def report_to_dict(report: Report, *, with_text: bool = False) -> Json:
    """Return what is known of a report's origin; with its text where wanted."""
    record: Json = {
        "report_id": report.report_id,
        "name": report.name,
        "title": report.title,
        "byline": report.byline,
        "publisher": report.publisher,
        "origin": report.origin,
        "published": _day(report.published),
        "published_from": report.published.source if report.published else None,
        "origin_published": _day(report.origin_published),
        "dateline_place": report.dateline_place,
        "language": report.language,
        "country": report.country,
        "url": report.url,
        "rights": report.rights,
        "subjects": list(report.subjects),
        "copy_of": report.copy_of,
        "copies": list(report.copies),
        "raw_sha256": report.raw_sha256,
        "notes": list(report.notes),
    }
    return record | {"text": report.text} if with_text else record


def when_to_dict(answer: Answer[When], text: str) -> Json | None:
    """Return a date interval, both days inclusive, or None."""
    if isinstance(answer, Unresolved):
        return None
    when = answer.value
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "text": answer.span.of(text) or None,
        "precision": when.precision.value,
        "anchor": when.anchor,
    }


def where_to_dict(answer: Answer[Where], text: str) -> Json | None:
    """Return a place with its precision, or None."""
    if isinstance(answer, Unresolved):
        return None
    where = answer.value
    return {
        "name": where.name,
        "admin1": where.admin1,
        "country": where.country,
        "text": answer.span.of(text) or None,
        "precision": where.precision.value,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "place_id": where.place_id,
        "relation": where.relation,
        "part": where.part,
        "feature": where.feature,
    }


def toll_to_dict(found: Found[Toll], text: str) -> Json:
    """Return a toll; a word that is no number keeps low and high null."""
    toll = found.value
    return {
        "harm": toll.harm.value,
        "who": toll.who,
        "low": toll.low,
        "high": toll.high,
        "wording": toll.wording,
        "running_total": toll.is_running_total,
        "named": list(toll.named),
        **({"by": toll.by} if toll.by else {}),
        "text": found.span.of(text),
        **_place_of(found.span),
    }


def speaker_to_dict(found: Found[Speaker], text: str) -> Json:
    """Return one link of a chain of speakers."""
    speaker = found.value
    return {"speaker": speaker.name, "kind": speaker.kind, "text": found.span.of(text), "chain": speaker.chain, "verb": speaker.verb}


def responsibility_to_dict(found: Found[Responsibility], text: str) -> Json:
    """Return a speech act about authorship."""
    value = found.value
    return {"actor": value.actor, "stance": value.stance.value, "by": value.by, "text": found.span.of(text)}


def actor_claim_to_dict(claim: ActorClaim, text: str) -> Json:
    """Return a claim about two actors."""
    return {
        "relation": claim.relation,
        "subject": _name(claim.subject, text),
        "object": _name(claim.object, text),
        "evidence": {"start": claim.evidence.start, "end": claim.evidence.end, "quote": claim.evidence.of(text)},
        "attribution": [speaker_to_dict(speaker, text) for speaker in claim.attribution],
        "rule": claim.rule,
    }


def silence_to_dict(silence: Silence, text: str) -> Json:
    """Return why a trigger gave no claim."""
    return {
        "trigger": silence.span.of(text),
        **_place_of(silence.span),
        "sentence": silence.sentence.of(text),
        "rule": silence.rule,
        "why": silence.why,
    }


def _actors_to_dict(name: str, answers: Iterable[Answer[Actor]], text: str) -> Json:
    found = [answer for answer in answers if isinstance(answer, Found)]
    return {
        name: [answer.value.name for answer in found],
        f"{name}_text": [answer.span.of(text) or None for answer in found],
        f"{name}_id": [answer.value.actor_id for answer in found],
    }


def _name(answer: Answer[Actor], text: str) -> str | None:
    if isinstance(answer, Found):
        return answer.value.name
    return answer.span.of(text) if answer.span else None


def _value(answer: Answer[Any]) -> Any:
    return answer.value if isinstance(answer, Found) else None


def _confidence(answer: Answer[Any] | None) -> float | None:
    return answer.confidence if isinstance(answer, Found) else None


def _day(dated: DatedFrom | None) -> str | None:
    return dated.day.isoformat() if dated else None


def _place_of(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _rejected(found: Found[Any]) -> list[Json] | None:
    return [{"value": one.value, "why": one.why} for one in found.rejected] or None


_PER_VALUE: dict[str, Callable[[Found[Any]], Any]] = {
    "basis": lambda found: found.basis.value if found.basis else None,
    "rule": lambda found: found.rule,
    "span": lambda found: [found.span.start, found.span.end],
    "rejected": _rejected,
}


def _unresolved_to_dict(singles: dict[str, Answer[Any] | None], lists: dict[str, tuple[Answer[Any], ...]], text: str) -> Json:
    record: Json = {}
    for name, answers in [*((name, (answer,)) for name, answer in singles.items()), *lists.items()]:
        open_ones = [answer for answer in answers if isinstance(answer, Unresolved)]
        if open_ones:
            record[name] = [
                {"reason": one.reason.value, "text": one.span.of(text) if one.span else None, "candidates": list(one.candidates)}
                for one in open_ones
            ]
    return record
