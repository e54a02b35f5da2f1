"""MUC-4: whole records, slot by slot, on test sets 1 and 2 (the dev file has lost its templates).

A template is paired with the claim that agrees with it in most slots. Slots are scored over all templates, so a missed record costs
recall in each; claims of documents without templates are not held against the coder, since MUC asked for terrorist acts in nine
countries only. The texts are upper-case: they get back the case that each word has most often in `fakes`, others a capital.
"""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from shared_data import Figures, rate, require, run

from according.app.code import open_coder
from according.evaluate.assignment import assign_pairs
from according.evaluate.compare import normalise_place, token_f1

TYPES = {
    "ATTACK": {"Attack", "Armed clash", "Air/drone strike", "Shelling/artillery/missile attack", "Mob violence", "Grenade"},
    "BOMBING": {"Remote explosive/landmine/IED", "Suicide bomb", "Grenade", "Disrupted weapons use"},
    "KIDNAPPING": {"Abduction/forced disappearance"},
    "ARSON": {"Looting/property destruction"},
    "ROBBERY": {"Looting/property destruction"},
    "HIJACKING": {"Abduction/forced disappearance"},
}
SLOTS = ("type", "date", "location", "perpetrator", "target", "instrument", "deaths")
_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})")
Filled = dict[str, set[str]]


def measure(limit: int | None = None) -> Figures:
    """Return the figures per slot."""
    recase = learn_case()
    coder = open_coder()
    right, gold, coded = (Counter[str]() for _ in range(3))
    paired = templates = 0
    for document in [one for name in ("tst1", "tst2") for one in _read(name) if one["templates"]][:limit]:
        day = _read_day(document["text"][:120])
        outcome = coder.code_text(recase(document["text"]), published=day)
        ours = [_read_template(template) for template in document["templates"]]
        theirs = [_read_claim(claim) for claim in outcome.to_dicts()]
        weights = [[sum(_agree(slot, one, other) for slot in SLOTS) for other in theirs] for one in ours]
        pairs = dict(assign_pairs(weights))
        paired, templates = paired + len(pairs), templates + len(ours)
        for number, one in enumerate(ours):
            other: Filled = theirs[pairs[number]] if number in pairs else {}
            for slot in SLOTS:
                gold[slot] += bool(one.get(slot))
                coded[slot] += bool(other.get(slot))
                right[slot] += _agree(slot, one, other)
    figures: dict[str, float] = {"templates": float(templates), "paired with a claim": float(paired)}
    for slot in SLOTS:
        figures |= rate(slot, right[slot], gold[slot], coded[slot])
    return figures | rate("all slots", right.total(), gold.total(), coded.total())


def _read(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(require(f"muc4/{name}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def learn_case() -> Any:
    """Return a function that gives an upper-case text the usual case of its words."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(require("fakes/articles.csv.gz"), "rt", encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            for word in re.findall(r"(?<=[a-z,] )[A-Za-z]+", row["text"]):
                seen[word.upper()][word] += 1
    usual = {word: counts.most_common(1)[0][0] for word, counts in seen.items()}

    def recase(text: str) -> str:
        plain = re.sub(r"[A-Z]+", lambda match: usual.get(match[0], match[0].capitalize()), re.sub(r"(?<=\S)\n(?=\S)", " ", text))
        return re.sub(r"(?:^|[.!?]\s+|\]\s+|\n\s+)[a-z]", lambda match: match[0].upper(), plain)

    return recase


def _read_day(words: str) -> date | None:
    found = _DAY.search(words)
    return date(1900 + int(found[3]), _MONTHS[found[2]], int(found[1])) if found and found[2] in _MONTHS else None


def _read_template(template: dict[str, list[str]]) -> Filled:
    def fill(*slots: str) -> set[str]:
        return {name for slot in slots for value in template.get(slot, ()) for name in re.findall(r'"([^"]+)"', value)}

    kinds = {kind.strip() for value in template["INCIDENT: TYPE"] for kind in value.split("/")}
    day = next((found for value in template["INCIDENT: DATE"] if (found := _read_day(value.split(" - ")[-1]))), None)
    places = {re.sub(r"\(.*?\)", "", part).strip() for value in template["INCIDENT: LOCATION"] for part in re.split("[:-]", value)}
    deaths = any("DEATH" in value for value in template.get("HUM TGT: EFFECT OF INCIDENT", ()))
    return {
        "type": {sub_event for kind in kinds for sub_event in TYPES.get(kind, ())},
        "date": {day.isoformat()} if day else set(),
        "location": places - {"", "-"},
        "perpetrator": fill("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
        "target": fill("HUM TGT: NAME", "HUM TGT: DESCRIPTION", "PHYS TGT: ID"),
        "instrument": fill("INCIDENT: INSTRUMENT ID"),
        "deaths": {"yes"} if deaths else set(),
    }


def _read_claim(claim: dict[str, Any]) -> Filled:
    def texts(*values: str | None) -> set[str]:
        return {value for value in values if value}

    when, where = claim["date"] or {}, claim["place"] or {}
    deaths = any(toll["harm"] == "killed" and toll["low"] != 0 for toll in claim["tolls"])
    return {
        "type": {claim["acled_sub_event"]},
        "date": texts(when.get("latest")),
        "location": texts(where.get("name"), where.get("admin1")),
        "perpetrator": texts(*claim["initiator_text"], *claim["initiator"]),
        "target": texts(*claim["target_text"], *claim["target"], claim.get("hit"), *(toll["text"] for toll in claim["tolls"])),
        "instrument": texts(claim["weapon"]),
        "deaths": {"yes"} if deaths else set(),
    }


def _agree(slot: str, gold: Filled, coded: Filled) -> int:
    ours, theirs = gold.get(slot, set()), coded.get(slot, set())
    if slot == "location":
        return int(bool({normalise_place(one) for one in ours} & {normalise_place(one) for one in theirs}))
    if slot in {"perpetrator", "target", "instrument"}:
        return int(any(token_f1(one, other) >= 0.5 for one in ours for other in theirs))
    return int(bool(ours & theirs))


if __name__ == "__main__":
    run(measure, str(__doc__))
