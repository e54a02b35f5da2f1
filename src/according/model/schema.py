"""Build the JSON Schema (draft 2020-12) of a claim from the model, so that what is documented is what is written."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from according.model.answers import Framing, Kind, Responsibility, Speaker, Status, Toll, When, Where
from according.model.codec import SCHEMA_VERSION
from according.model.evidence import Basis, Reason

Json = dict[str, Any]

SINGLE_FIELDS = ("kind", "event_type", "civilians_targeted", "weapon", "hit", "date", "place", "status", "background")
LIST_FIELDS = ("initiator", "target", "tolls", "attribution", "responsibility", "framing")

_TEXT: Json = {"type": "string"}
_TEXT_OR_NULL: Json = {"type": ["string", "null"]}
_DAY_OR_NULL: Json = {"type": ["string", "null"], "format": "date"}
_OFFSET: Json = {"type": "integer", "minimum": 0}
_SHARE: Json = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_SPAN: Json = {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2}
_PLACED: Json = {"start": _OFFSET, "end": _OFFSET}
_WORDS: Json = {"text": _TEXT_OR_NULL}
_SAYS: Mapping[str, str] = {
    "evidence.quote": "The sentence as it stands in the text.",
    "date.earliest": "First day that the words allow; null for an open end.",
    "date.latest": "Last day that the words allow, inclusive.",
    "date.precision": "How exact it is.",
    "date.anchor": "What it was counted from: text, dateline, publication, event.",
    "place.name": "The place, in the gazetteer's usual spelling.",
    "place.precision": "How exact the place is.",
    "place.country": "ISO 3166-1 alpha-2.",
    "place.admin1": "First-level division.",
    "place.latitude": "WGS 84 degrees of the named place; for an area, of its label point.",
    "place.longitude": "WGS 84 degrees.",
    "place.place_id": "`<gazetteer>:<id>`.",
    "place.relation": "What the text says: in, near, between, countryside of, road, border, part of.",
    "place.part": "northwestern, southern …",
    "place.feature": "settlement, admin1, country, airbase, river, area …",
    "toll.harm": "What happened to them.",
    "toll.who": "civilians, children, women, men, medics, journalists, aid workers, police, unspecified, or `combatants:<actor>`.",
    "toll.low": "Lowest number the words allow; null when they give none. Unknown is not zero.",
    "toll.high": "Highest number the words allow; null when they give none.",
    "toll.wording": "exact, at least, more than, about, up to, between, or the word itself (dozens, several).",
    "toll.running_total": "The figure sums several events.",
    "toll.named": "Names of the dead that the text gives.",
    "toll.by": "Who gives this figure, when that is not the claim's own speaker.",
    "speaker.speaker": "Who says so.",
    "speaker.kind": "party to the conflict, official, monitor/NGO, medic/resident/witness, other media, anonymous, publisher, unknown.",
    "speaker.chain": "Speakers with one number pass it on, the innermost first.",
    "speaker.verb": "The verb of saying.",
    "responsibility.actor": "Who is said to have done it.",
    "responsibility.stance": "Blamed, claimed or denied.",
    "responsibility.by": "Who says so.",
    "framing.words": "The source's words.",
    "framing.of": "The neutral name of the actor they label.",
    "framing.by": "Who uses them, when it is not the outlet.",
    "unresolved.reason": "Why there is no value.",
    "unresolved.candidates": "What it might have been; for a date, the interval `../<last possible day>`.",
    "report.name": "File name, or file name and row.",
    "report.publisher": "The outlet that carried it.",
    "report.origin": "The outlet that wrote it, when the text names another.",
    "report.published": "Day of publication.",
    "report.published_from": "Where that day was read: option, text, dateline, metadata, url, file name, column.",
    "report.origin_published": "Day the origin carried it.",
    "report.country": "The country the user says it is about.",
    "report.copy_of": "`report_id` of the report whose near copy this is.",
    "report.copies": "Names of its near copies among the inputs; their words were coded once, here.",
    "report.raw_sha256": "Of the bytes that were read.",
    "report.notes": "Plain sentences about the reading.",
    "report.actor_claims": "What the report says of pairs of actors: alias, formerly known as, allied with, part of, supported by …",
    "report.text": "The text that offsets count in; only with `--with-text`.",
}
_KINDS_OF_VALUE: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


def build_claim_schema() -> Json:
    """Return the JSON Schema of one line of `according code --format jsonl`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:according:claim:{SCHEMA_VERSION}",
        "title": "Claim",
        "description": "One reporting of one event, tally or pattern. Days are inclusive; offsets count Unicode code points.",
        **_close({name: {**schema, "description": says} for name, (says, schema) in _list_fields().items()}),
        "$defs": {name: _describe(name, shape) for name, shape in _list_definitions().items()},
    }


def _describe(name: str, shape: Json) -> Json:
    """Return a definition with what each of its fields says."""
    if "properties" not in shape:
        return shape
    described = {
        field: {**schema, "description": _SAYS[f"{name}.{field}"]} if f"{name}.{field}" in _SAYS else schema
        for field, schema in shape["properties"].items()
    }
    return {**shape, "properties": described}


def _list_fields() -> Mapping[str, tuple[str, Json]]:
    """Return each field of a claim in the order in which it is written: what it says, and its shape."""
    return {
        "schema": ("Version of this schema.", {"const": SCHEMA_VERSION}),
        "claim_id": ("Hash of the claim's content: the same input and knowledge give the same id.", _TEXT),
        "report_id": ("Hash of the report's text and publisher.", _TEXT),
        "kind": ("One event, a total over several, or something that recurs.", _choose(Kind)),
        "event_type": ("Type of the codebook.", _TEXT),
        "acled_sub_event": ("The type as an ACLED sub-event.", _TEXT),
        "trigger": ("The words that name the event.", _TEXT),
        "evidence": ("The whole sentences that assert the claim.", _repeat({"$ref": "#/$defs/evidence"}, at_least=1)),
        **_describe_actors("initiator", "Who did it"),
        **_describe_actors("target", "To whom it was done"),
        "civilians_targeted": ("Whether civilians were the target; null where the report does not say.", {"type": ["boolean", "null"]}),
        "weapon": ("The weapon, in the report's words.", _TEXT_OR_NULL),
        "hit": ("What was hit, in the report's words.", _TEXT_OR_NULL),
        "date": ("When the event was; null where the report does not say. The day of publication never stands in.", _allow_null("date")),
        "place": ("Where the event was, never finer than the words.", _allow_null("place")),
        "tolls": ("Persons harmed, one entry for each figure.", _repeat({"$ref": "#/$defs/toll"})),
        "attribution": ("Who says so; empty means the outlet's own voice.", _repeat({"$ref": "#/$defs/speaker"})),
        "status": ("What the speaker says of the event's reality.", _choose(Status)),
        "responsibility": ("Who is blamed, claims it or denies it, and by whom.", _repeat({"$ref": "#/$defs/responsibility"})),
        "background": ("Whether it is told in passing, as history.", {"type": "boolean"}),
        "framing": ("Loaded words of the source, kept as the source's.", _repeat({"$ref": "#/$defs/framing"})),
        "basis": (
            "For each field that has a value: how the value rests on its words; null where a language model read it.",
            _per_field({"$ref": "#/$defs/basis"}, may_be_null=True),
        ),
        "rule": ("For each field that has a value: id of the rule that read it; `llm` for a language model.", _per_field(_TEXT)),
        "span": ("For each field that has a value: first offset, and one past the last.", _per_field(_SPAN)),
        "rejected": ("What else was considered for a field, and why it lost.", _per_field(_rejections(), may_be_null=True)),
        "confidence": ("How likely each value is right, 0 to 1; null where too few coded cases could tell.", _per_field(_SHARE)),
        "unresolved": ("For each field without a value that was looked for: why there is none.", _list_unresolved()),
        "report": ("What is known of the report.", {"$ref": "#/$defs/report"}),
    }


def _list_definitions() -> Json:
    return {
        "evidence": _close({**_PLACED, "quote": _TEXT}),
        "date": _close(_read_shape(When) | _WORDS),
        "place": _close(_read_shape(Where) | _WORDS),
        "toll": _close(_read_shape(Toll, is_running_total="running_total") | {"by": _TEXT} | {"text": _TEXT} | _PLACED, optional=("by",)),
        "speaker": _close(_read_shape(Speaker, name="speaker") | {"text": _TEXT}),
        "responsibility": _close(_read_shape(Responsibility) | {"text": _TEXT}),
        "framing": _close(_read_shape(Framing) | _PLACED),
        "basis": _choose(Basis),
        "unresolved": _close({"reason": _choose(Reason), "text": _TEXT_OR_NULL, "candidates": _repeat(_TEXT)}),
        "report": _describe_report(),
        "actor_claim": _describe_actor_claim(),
    }


def _describe_actors(role: str, what: str) -> Mapping[str, tuple[str, Json]]:
    return {
        role: (f"{what}, by the field's usual names.", _repeat(_TEXT)),
        f"{role}_text": (f"The report's words for each `{role}`.", _repeat(_TEXT_OR_NULL)),
        f"{role}_id": (f"Id in the registry for each `{role}`; null for a generic one.", _repeat(_TEXT_OR_NULL)),
    }


def _describe_report() -> Json:
    names = (
        "title", "byline", "publisher", "origin", "published_from", "dateline_place", "country", "url", "rights", "copy_of",
    )  # fmt: skip
    fields: Json = {"report_id": _TEXT, "name": _TEXT, "language": _TEXT, "raw_sha256": _TEXT, "text": _TEXT}
    fields |= dict.fromkeys(names, _TEXT_OR_NULL) | dict.fromkeys(("published", "origin_published"), _DAY_OR_NULL)
    said = {"actor_claims": _repeat({"$ref": "#/$defs/actor_claim"})}
    return _close(fields | dict.fromkeys(("subjects", "copies", "notes"), _repeat(_TEXT)) | said, optional=("text",))


def _describe_actor_claim() -> Json:
    fields = {"relation": _TEXT, "subject": _TEXT_OR_NULL, "object": _TEXT_OR_NULL, "rule": _TEXT}
    return _close(fields | {"evidence": {"$ref": "#/$defs/evidence"}, "attribution": _repeat({"$ref": "#/$defs/speaker"})})


def _list_unresolved() -> Json:
    return _close(dict.fromkeys(_all_fields(), _repeat({"$ref": "#/$defs/unresolved"}, at_least=1)), ())


def _rejections() -> Json:
    return _repeat(_close({"value": _TEXT, "why": _TEXT}))


def _all_fields() -> tuple[str, ...]:
    return (*SINGLE_FIELDS, *LIST_FIELDS)


def _per_field(schema: Json, *, may_be_null: bool = False) -> Json:
    """Return the shape of a table with one entry per field: a value for a single field, one for each value of a list."""
    item = {"oneOf": [schema, {"type": "null"}]} if may_be_null else schema
    return _close(dict.fromkeys(SINGLE_FIELDS, schema) | dict.fromkeys(LIST_FIELDS, _repeat(item)), ())


def _read_shape(shape: type, **renamed: str) -> Json:
    """Return the properties of a dataclass of the model, some of them under another name."""
    hints = typing.get_type_hints(shape)
    return {renamed.get(field.name, field.name): _read_hint(hints[field.name]) for field in dataclasses.fields(shape)}


def _read_hint(hint: Any) -> Json:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = _read_hint(next(one for one in typing.get_args(hint) if one is not type(None)))
        return {**inner, "type": [inner["type"], "null"]}
    if typing.get_origin(hint) is tuple:
        return _repeat(_read_hint(typing.get_args(hint)[0]))
    if hint is date:
        return {"type": "string", "format": "date"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choose(hint)
    return {"type": _KINDS_OF_VALUE[hint]}


def _choose(values: type[StrEnum]) -> Json:
    return {"type": "string", "enum": [value.value for value in values]}


def _repeat(schema: Json, *, at_least: int = 0) -> Json:
    return {"type": "array", "items": schema} | ({"minItems": at_least} if at_least else {})


def _allow_null(name: str) -> Json:
    return {"oneOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}


def _close(properties: Mapping[str, Json], required: tuple[str, ...] | None = None, *, optional: tuple[str, ...] = ()) -> Json:
    """Return an object that has these properties and no others; all are required unless said otherwise."""
    needed = [name for name in properties if name not in optional] if required is None else list(required)
    return {"type": "object", "properties": dict(properties), "required": needed, "additionalProperties": False}
