"""re3d: relations between actors that the codebook has: fighting against, allied with, other names.

A relation is right if both ends share half of their words with gold's, in either order. Every sentence is parsed: the gate lets
pass only what may report an event. Gold also counts relations told only by events, and other names of persons, places and numbers.
"""

import json

from shared_data import Figures, rate, require, run

from according.app.code import open_coder
from according.evaluate.compare import match_all, token_f1
from according.model.codec import actor_claim_to_dict
from according.model.report import Report
from according.steps.collect import read_text
from according.steps.dissect import dissect_report
from according.steps.extract import extract_claims

NAMES = {"FightingAgainst": "fighting against", "AlliesOf": "allied with", "IsSynonymOf": "alias"}
_SAME = {"formerly known as": "alias", "supported by": "allied with"}


def measure(limit: int | None = None) -> Figures:
    """Return the figures per relation."""
    documents = json.loads(require("re3d/docs.json").read_text(encoding="utf-8"))
    knowledge = open_coder().knowledge
    right = dict.fromkeys(NAMES.values(), 0)
    gold, coded = dict(right), dict(right)
    for document in [documents[key] for key in sorted(documents)][:limit]:
        report = read_text(document["text"])
        if not isinstance(report, Report):
            continue
        found_all = extract_claims(dissect_report(report, lambda _: True), knowledge).actor_claims
        claims = [actor_claim_to_dict(claim, report.text) for claim in found_all]
        for theirs, ours in NAMES.items():
            wanted = {tuple(sorted((one["source"], one["target"]))) for one in document["relations"] if one["type"] == theirs}
            found = {(str(one["subject"]), str(one["object"])) for one in claims if _SAME.get(one["relation"], one["relation"]) == ours}
            right[ours] += match_all(sorted(wanted), sorted(found), _same_pair)
            gold[ours] += len(wanted)
            coded[ours] += len(found)
    figures: dict[str, float] = {}
    for name in right:
        figures |= rate(name, right[name], gold[name], coded[name])
    return figures


def _same_pair(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(all(token_f1(one, other) >= 0.5 for one, other in zip(left, turned, strict=True)) for turned in (right, right[::-1]))


if __name__ == "__main__":
    run(measure, str(__doc__))
