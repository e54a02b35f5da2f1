"""Build one JSON Lines file per question from the compact texts in authoring/, checking every quote against its sentence.

A line is a sentence (with fields before ` || ` where the question needs them); the lines after it that start with `=` are its answers.
A sentence with no such line is a negative: nothing is to be found in it. Every third sentence is held out.
"""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
Answer = dict[str, object]
EVENT_TYPES = frozenset(
    "armed_clash territory_gained_by_government territory_gained_by_nonstate_actor nonviolent_transfer_of_territory air_strike shelling "
    "suicide_bombing explosive_device grenade chemical_attack attack_on_civilians execution sexual_violence abduction arrest "
    "detention_release weapons_seizure interception property_destruction headquarters_established defection withdrawal troop_movement "
    "surrender agreement ceasefire_declared ceasefire_violation evacuation humanitarian_obstruction aid_delivery displacement "
    "peaceful_protest protest_with_intervention excessive_force_against_protesters violent_demonstration mob_violence recruitment "
    "mass_grave_found other".split()
)
STATUSES = frozenset({"happened", "unconfirmed", "denied", "foreseen", "prevented"})
RELATIONS = frozenset({"alias", "formerly known as", "allied with", "part of", "supported by", "fighting against"})
WORDINGS = frozenset({"exact", "at least", "more than", "about", "up to", "some", "several", "dozens", "scores", "hundreds", "thousands"})
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class AnnotationError(Exception):
    """Say which answer does not fit its sentence."""


def quote(sentence: str, words: str) -> str:
    """Return words that stand in the sentence."""
    if words not in sentence:
        raise AnnotationError(f"not in the sentence: {words}")
    return words


def quotes(sentence: str, field: str, separator: str = ";") -> list[str]:
    """Return the parts of a list; a dash is an empty list."""
    return [] if field == "-" else [quote(sentence, words.strip()) for words in field.split(separator)]


def one_of(value: str, allowed: frozenset[str]) -> str:
    """Return a value that is in its list."""
    if value not in allowed:
        raise AnnotationError(f"unknown value: {value}")
    return value


def or_null(value: str) -> str | None:
    """Return null for a dash."""
    return None if value == "-" else value


def read_trigger(sentence: str, parts: list[str]) -> Answer:
    """Read `words | event type`."""
    words, event_type = parts
    return {"words": quote(sentence, words), "event_type": one_of(event_type, EVENT_TYPES)}


def read_roles(sentence: str, parts: list[str]) -> Answer:
    """Read `trigger | initiators | targets | weapon`."""
    trigger, initiator, target, weapon = parts
    if weapon != "-":
        quote(sentence, weapon)
    return {
        "trigger": quote(sentence, trigger), "initiator_text": quotes(sentence, initiator),
        "target_text": quotes(sentence, target), "weapon": or_null(weapon),
    }  # fmt: skip


def read_attribution(sentence: str, parts: list[str]) -> Answer:
    """Read `innermost > next speaker | content`."""
    speakers, content = parts
    return {"speakers": quotes(sentence, speakers, ">"), "content": quote(sentence, content)}


def read_status(sentence: str, parts: list[str]) -> Answer:
    """Read `trigger | status`."""
    return {"trigger": quote(sentence, parts[0]), "status": one_of(parts[1], STATUSES)}


def read_responsibility(sentence: str, parts: list[str]) -> Answer:
    """Read `actor | stance | by`."""
    actor, stance, by = parts
    if by != "-":
        quote(sentence, by)
    return {"actor": quote(sentence, actor), "stance": one_of(stance, frozenset({"blamed", "claimed", "denied"})), "by": or_null(by)}


def read_date(sentence: str, parts: list[str]) -> Answer:
    """Read `text | first..last` or `text | ? reason`."""
    words, days = parts
    answer: Answer = {"text": quote(sentence, words), "earliest": None, "latest": None}
    if days.startswith("?"):
        return answer | {"unresolved": days[1:].strip()}
    first, _, last = days.partition("..")
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    named = [i for i, name in enumerate(WEEKDAYS) if name in words]
    if latest < earliest or (len(named) == 1 and (earliest != latest or earliest.weekday() != named[0])):
        raise AnnotationError(f"the days do not fit the words: {words} {days}")
    return answer | {"earliest": str(earliest), "latest": str(latest)}


def read_place(sentence: str, parts: list[str]) -> Answer:
    """Read `text | name | admin1 | country | precision | lat,lon`."""
    words, name, admin1, country, precision, point = parts
    lat, lon = (float(x) for x in point.split(",")) if point != "-" else (None, None)
    one_of(precision, frozenset({"place", "near", "district", "province", "country"}))
    return {
        "text": quote(sentence, words),
        "name": name,
        "admin1": or_null(admin1),
        "country": country,
        "precision": precision,
        "lat": lat,
        "lon": lon,
    }


def read_actor(sentence: str, parts: list[str]) -> Answer:
    """Read `text | usual name | named or generic`."""
    words, name, sort = parts
    return {"text": quote(sentence, words), "name": name, "generic": one_of(sort, frozenset({"named", "generic"})) == "generic"}


def read_toll(sentence: str, parts: list[str]) -> Answer:
    """Read `harm | who | low..high | wording | text`."""
    harm, who, amount, wording, words = parts
    low, _, high = amount.partition("..")
    return {
        "harm": one_of(harm, frozenset({"killed", "injured", "missing", "detained", "displaced"})), "who": who,
        "low": int(low) if low else None, "high": int(high) if high else None,
        "wording": one_of(wording, WORDINGS), "text": quote(sentence, words),
    }  # fmt: skip


def read_relation(sentence: str, parts: list[str]) -> Answer:
    """Read `subject | relation | object`."""
    subject, relation, other = parts
    return {"subject": quote(sentence, subject), "relation": one_of(relation, RELATIONS), "object": quote(sentence, other)}


def read_kind(sentence: str, parts: list[str]) -> Answer:
    """Read `trigger | kind | background`."""
    trigger, kind, background = parts
    one_of(background, frozenset({"yes", "no"}))
    return {
        "trigger": quote(sentence, trigger),
        "kind": one_of(kind, frozenset({"incident", "tally", "pattern"})),
        "background": background == "yes",
    }


QUESTIONS: dict[str, tuple[tuple[str, ...], str, Callable[[str, list[str]], Answer]]] = {
    "triggers": ((), "triggers", read_trigger),
    "roles": ((), "roles", read_roles),
    "attribution": ((), "attributions", read_attribution),
    "status": ((), "statuses", read_status),
    "responsibility": ((), "responsibility", read_responsibility),
    "dates": (("anchor",), "dates", read_date),
    "places": (("country",), "places", read_place),
    "actors": (("on", "country"), "actors", read_actor),
    "tolls": ((), "tolls", read_toll),
    "relations": ((), "relations", read_relation),
    "kinds": ((), "claims", read_kind),
}


def build_question(name: str) -> list[Answer]:
    """Read all sentences of one question with their answers."""
    heads, key, read = QUESTIONS[name]
    items: list[tuple[Answer, list[Answer]]] = []
    for number, line in enumerate((HERE / "authoring" / f"{name}.txt").read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.startswith("="):
                item, answers = items[-1]
                answers.append(read(str(item["sentence"]), [part.strip() for part in re.split(r"\s\|\s", line[1:].strip())]))
            elif line.strip():
                *fields, sentence = line.split(" || ")
                at = len(items) + 1
                item = {"id": f"{name}-{at:02d}", "split": "held-out" if at % 3 == 0 else "dev"}
                items.append((item | dict(zip(heads, fields, strict=True)) | {"sentence": sentence}, []))
        except (AnnotationError, ValueError) as error:
            raise AnnotationError(f"{name}.txt:{number}: {error}") from error
    return [item | {key: answers} for item, answers in items]


def main() -> int:
    """Write every file; exit 1 and name every answer that does not fit."""
    problems = []
    for name in QUESTIONS:
        try:
            items = build_question(name)
        except AnnotationError as error:
            problems.append(str(error))
            continue
        (HERE / f"{name}.jsonl").write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
        print(f"{name}: {len(items)} sentences, {sum('held' in str(item['split']) for item in items)} held out")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
