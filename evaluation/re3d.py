"""re3d: relations between actors that the codebook has: fighting against, allied with, other names.

A relation is right if both ends share half of their words with gold's, in either order; gold also counts relations told only by events.
"""

import json

from shared_data import Figures, rate, require, run

from according.app.code import open_coder
from according.evaluate.compare import match_all, token_f1
from according.model.codec import actor_claim_to_dict

NAMES = {"FightingAgainst": "fighting against", "AlliesOf": "allied with", "IsSynonymOf": "alias"}
_SAME = {"formerly known as": "alias", "supported by": "allied with"}


def measure(limit: int | None = None) -> Figures:
    """Return the figures per relation."""
    documents = json.loads(require("re3d/docs.json").read_text(encoding="utf-8"))
    coder = open_coder()
    right = dict.fromkeys(NAMES.values(), 0)
    gold, coded = dict(right), dict(right)
    for document in [documents[key] for key in sorted(documents)][:limit]:
        outcome = coder.code_text(document["text"])
        text = outcome.report.text if outcome.report else ""
        claims = [actor_claim_to_dict(claim, text) for claim in outcome.actor_claims]
        for theirs, ours in NAMES.items():
            wanted = {(one["source"], one["target"]) for one in document["relations"] if one["type"] == theirs}
            found = {(str(one["subject"]), str(one["object"])) for one in claims if _SAME.get(one["relation"], one["relation"]) == ours}
            right[ours] += match_all(sorted(wanted), sorted(found), _same_pair)
            gold[ours] += len(wanted)
            coded[ours] += len(found)
    figures: dict[str, float] = {}
    for name in right:
        figures |= rate(name, right[name], gold[name], coded[name])
    return figures


def _same_pair(left: tuple[str, str], right: tuple[str, str]) -> bool:
    return any(all(token_f1(one, other) >= 0.5 for one, other in zip(left, turned, strict=True)) for turned in (right, right[::-1]))


if __name__ == "__main__":
    run(measure, str(__doc__))
