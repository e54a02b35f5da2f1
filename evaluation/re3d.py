"""re3d: relations between actors that the codebook has: fighting against, allied with, other names.

Asked are the relations whose two ends re3d types as organisations: weapons, places, persons and numbers that fight or are called something
else are no actors. An end is right if it shares half of its words with gold's or is a name of the same actor; either order counts. Who
fights whom is also told as an event, so the initiator and the target of a claim count as fighting. Every sentence is parsed: the gate
lets pass only what may report an event.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from shared_data import Figures, rate, require, run

from according.app.code import open_coder
from according.app.evaluate import open_resolvers
from according.evaluate.compare import Matcher, match_all, token_f1
from according.model.claim import Reading
from according.model.codec import actor_claim_to_dict, claim_to_dict
from according.model.report import Report
from according.steps.collect import read_text
from according.steps.dissect import dissect_report
from according.steps.extract import extract_claims

NAMES = {"FightingAgainst": "fighting against", "AlliesOf": "allied with", "IsSynonymOf": "alias"}
_SAME = {"formerly known as": "alias", "supported by": "allied with"}


def measure(limit: int | None = None) -> Figures:
    """Return the figures per relation."""
    documents = json.loads(require("re3d/docs.json").read_text(encoding="utf-8"))
    knowledge, matcher = open_coder().knowledge, Matcher(open_resolvers())
    right = dict.fromkeys(NAMES.values(), 0)
    gold, coded = dict(right), dict(right)
    for document in [documents[key] for key in sorted(documents)][:limit]:
        report = read_text(document["text"])
        if not isinstance(report, Report):
            continue
        reading = extract_claims(dissect_report(report, lambda _: True), knowledge)
        for theirs, ours in NAMES.items():
            wanted = read_gold(document, theirs)
            said = set(read_pairs(reading, report.text, ours))
            fought = (set(read_events(reading, report.text)) - said) if ours == "fighting against" else set()
            right[ours] += match_all(sorted(wanted), sorted(said | fought), partial(same_pair, matcher))
            gold[ours] += len(wanted)
            coded[ours] += len(said | fought)
    figures: dict[str, float] = {}
    for name in right:
        figures |= rate(name, right[name], gold[name], coded[name])
    return figures


def read_gold(document: dict[str, Any], relation: str) -> set[tuple[str, str]]:
    """Return the pairs of organisations that gold sets in a relation."""
    types = {(one["begin"], one["end"]): one["type"] for one in document["entities"]}
    found = set()
    for one in document["relations"]:
        ends = ((one["sourceBegin"], one["sourceEnd"]), (one["targetBegin"], one["targetEnd"]))
        if one["type"] == relation and all(types.get(end) == "Organisation" for end in ends):
            left, right = sorted((one["source"], one["target"]))
            found.add((left, right))
    return found


def read_pairs(reading: Reading, text: str, relation: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of which a report says that they stand in a relation."""
    for claim in reading.actor_claims:
        flat = actor_claim_to_dict(claim, text)
        if _SAME.get(flat["relation"], flat["relation"]) == relation:
            yield str(flat["subject"]), str(flat["object"])


def read_events(reading: Reading, text: str) -> Iterator[tuple[str, str]]:
    """Yield who fights whom in the events of a report."""
    for claim in reading.claims:
        flat = claim_to_dict(claim, text)
        for initiator in flat["initiator"]:
            yield from ((initiator, target) for target in flat["target"] if target != "civilians" and target != initiator)


def same_pair(matcher: Matcher, left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Say whether both ends mean the same, in either order."""
    return any(all(_same_end(matcher, *ends) for ends in zip(left, turned, strict=True)) for turned in (right, right[::-1]))


def _same_end(matcher: Matcher, left: str, right: str) -> bool:
    return token_f1(left, right) >= 0.5 or matcher.same_actor(left, right, None)


if __name__ == "__main__":
    run(measure, str(__doc__))
