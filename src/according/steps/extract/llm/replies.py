"""Read a language model's answer strictly: what does not have the form is no answer."""

import json
from dataclasses import dataclass

from according.errors import KnowledgeError
from according.knowledge.event_types import EventTypes
from according.knowledge.reading import fit
from according.model.answers import Harm, Kind, Status
from according.model.conversation import NoAnswer

MOST_CLAIMS = 8  # of one sentence, and values in one list


@dataclass(frozen=True, slots=True)
class ToldToll:
    """Hold a figure as the model tells it."""

    harm: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one event as the model tells it: words that are still to be found in the sentence."""

    event_type: str
    trigger: str
    status: str
    kind: str
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapon: str | None = None
    place: str | None = None
    date: str | None = None
    tolls: tuple[ToldToll, ...] = ()
    speakers: tuple[str, ...] = ()
    status_words: str | None = None


def read_reply(content: str, event_types: EventTypes) -> tuple[Told, ...] | NoAnswer:
    """Return the events that an answer tells of, or what is wrong with its form."""
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        return NoAnswer("the answer is no JSON")
    rows = table.get("claims") if isinstance(table, dict) and set(table) == {"claims"} else None
    if not isinstance(rows, list) or len(rows) > MOST_CLAIMS or not all(isinstance(row, dict) for row in rows):
        return NoAnswer("the answer is no list of claims")
    try:
        told = tuple(fit({key: value for key, value in row.items() if value is not None}, Told, where="claims") for row in rows)
    except KnowledgeError as error:
        return NoAnswer(f"the answer does not have the form: {error.what}")
    return NoAnswer("the answer has a value that is none of the choices") if any(_is_odd(one, event_types) for one in told) else told


def _is_odd(told: Told, event_types: EventTypes) -> bool:
    """Say whether a choice is none of those that were given, or a list is too long."""
    lists = (told.initiators, told.targets, told.speakers, told.tolls)
    return (
        told.event_type not in event_types
        or told.status not in {one.value for one in Status}
        or told.kind not in {one.value for one in Kind}
        or any(one.harm not in {harm.value for harm in Harm} for one in told.tolls)
        or any(len(one) > MOST_CLAIMS for one in lists)
    )
