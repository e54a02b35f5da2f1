"""Fit how likely each value is right, by how it was read, and say how far that can be trusted.

Cases are the values of coded claims that have a partner in the gold; a claim itself (`event_type`) is right when it has a partner.
One logistic model with a quadratic penalty for each field that has 100 cases or more. Values in reports that were read while the
rules were written are right more often than others: that is a feature of its own, which no report has when the program runs; the
calibration part of the gold, which nobody tunes on, shows how much it is. Reliability is measured on reports that the model has not
seen: ten folds by report, and the held-out gold. `--write` fits all but the held-out gold and writes the weights.
"""

import argparse
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from shared_data import SHARED

from according.app.code import Coder, open_coder
from according.app.evaluate import open_resolvers
from according.evaluate.align import align_claims
from according.evaluate.compare import Matcher, same_weapon
from according.evaluate.fields import agreement_of
from according.evaluate.gold import GoldClaim, GoldReport, read_coded, read_gold
from according.evaluate.mistakes import day_of
from according.knowledge.confidence import Confidence, write_weights
from according.model.claim import Claim
from according.model.evidence import Found
from according.steps.extract.claims.rating import describe_claim, describe_value, find_home

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src/according/knowledge/data/confidence/weights.tsv"
SHARED_GOLD = (SHARED / "data/gold/claims.jsonl", SHARED / "data/gold/claims_extra.jsonl")
FIELDS = tuple("event_type kind status initiator target civilians_targeted weapon date place tolls attribution responsibility".split())
ALWAYS, TUNED_ON = "always", "tuned on"
_FEWEST = 100  # cases that a field needs
_SEEN = 4  # cases that a feature needs
_FOLDS = 10
_BINS = 10
_PENALTY = 6.0
_LIGHT_PENALTY = 0.5  # on having been tuned on


@dataclass(frozen=True)
class Case:
    """Hold one value that was coded: the report, how it was read, whether gold has it."""

    report_id: str
    features: tuple[str, ...]
    is_right: bool


def main() -> None:
    """Print the reliability of each field, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights, fitted on all of the development gold")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, with the bins")
    given = parser.parse_args()
    coder = open_coder()
    cases = collect_cases((*[path for path in SHARED_GOLD if path.exists()], HERE / "gold/dev.jsonl"), coder, TUNED_ON)
    for name, some in collect_cases((HERE / "gold/calibration.jsonl",), coder).items():
        cases[name] += some
    unseen = collect_cases((HERE / "gold/heldout.jsonl",), coder)
    fitted = {name: fit(some) for name, some in cases.items() if len(some) >= _FEWEST}
    figures = {name: measure(name, cases[name], unseen.get(name, []), fitted.get(name)) for name in FIELDS if name in cases}
    if given.json:
        print(json.dumps(figures, indent=1))
    for name, some in figures.items() if not given.json else ():
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in some.items() if key != "bins"))
    if given.write:
        WEIGHTS.write_text(write_weights({name: _leave_out(fitted[name]) for name in FIELDS if name in fitted}), encoding="utf-8")


def collect_cases(paths: Sequence[Path], coder: Coder, *also: str) -> dict[str, list[Case]]:
    """Code the reports of gold files, and return the cases of each field, with features that all of them share."""
    matcher = Matcher(open_resolvers())
    cases: dict[str, list[Case]] = defaultdict(list)
    for report in [report for path in paths for report in read_gold(path)]:
        coded = coder.code_text(report.text, published=report.published, source=report.outlet, name=report.report_id)
        if coded.report is None or coded.report.text != report.text:
            continue
        flat = read_coded({report.report_id: coded.to_dicts()})[report.report_id]
        for name, case in _list_cases(report, coded.claims, flat, matcher):
            cases[name].append(replace(case, features=(*case.features, *also)))
    return cases


def _list_cases(report: GoldReport, claims: Sequence[Claim], flat: Sequence[GoldClaim], matcher: Matcher) -> Iterator[tuple[str, Case]]:
    alignment = align_claims(report.claims, flat, lambda left, right: agreement_of(left, right, matcher, day_of(report, left)))
    partner = {column: report.claims[row] for row, column in alignment.pairs}
    for number, claim in enumerate(claims):
        gold, shared = partner.get(number), describe_claim(claim)
        yield "event_type", Case(report.report_id, (*shared, *describe_value(find_home(claim), claim.event_type, 1)), gold is not None)
        if gold is None:
            continue
        on = day_of(report, gold)
        for name, answers in list_answers(claim).items():
            found = [one for one in answers if isinstance(one, Found)]
            for place, answer in enumerate(found):
                is_right = _judge(name, gold, flat[number], place, matcher, on)
                yield name, Case(report.report_id, (*shared, *describe_value(find_home(claim), answer, len(answers))), is_right)


def list_answers(claim: Claim) -> dict[str, tuple[Any, ...]]:
    """Return the answers of a claim by field."""
    return {
        "kind": (claim.kind,),
        "status": (claim.status,),
        "initiator": claim.initiators,
        "target": claim.targets,
        "civilians_targeted": (claim.civilians_targeted,),
        "weapon": (claim.weapon,),
        "date": (claim.when,),
        "place": (claim.where,),
        "tolls": claim.tolls,
        "attribution": claim.attribution,
        "responsibility": claim.responsibility,
    }


def _judge(name: str, gold: GoldClaim, coded: GoldClaim, place: int, matcher: Matcher, on: Any) -> bool:
    ours, theirs = getattr(gold, name), getattr(coded, name)
    if name in {"kind", "status", "civilians_targeted"}:
        return bool(ours == theirs)
    if ours is None:
        return False
    match name:
        case "weapon":
            return same_weapon(ours, theirs)
        case "date":
            return bool((ours.earliest, ours.latest) == (theirs.earliest, theirs.latest))
        case "place":
            return matcher.same_place(ours, theirs)
        case "initiator" | "target":
            return any(matcher.same_actor(one, theirs[place], on) for one in ours)
        case "tolls":
            return any(matcher.same_toll(one, theirs[place], on) for one in ours)
        case "attribution":
            return any(matcher.same_speaker(one.speaker, theirs[place].speaker, on) for one in ours)
        case _:
            return any(matcher.same_responsibility(one, theirs[place], on) for one in ours)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights of a logistic model by Newton's method; the bias is not penalised."""
    seen = Counter(feature for case in cases for feature in set(case.features))
    names = [ALWAYS, *sorted(feature for feature, count in seen.items() if _SEEN <= count < len(cases))]
    column = {name: number for number, name in enumerate(names)}
    given = np.zeros((len(cases), len(names)))
    given[:, 0] = 1
    for row, case in enumerate(cases):
        for feature in case.features:
            if feature in column:
                given[row, column[feature]] = 1
    wanted = np.array([case.is_right for case in cases], dtype=float)
    penalty = np.full(len(names), _PENALTY)
    penalty[0] = 1e-6
    penalty[[number for name, number in column.items() if name == TUNED_ON]] = _LIGHT_PENALTY
    weights = np.zeros(len(names))
    for _ in range(50):
        likely = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (likely - wanted) + penalty * weights
        curve = (given.T * (likely * (1 - likely))) @ given + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _leave_out(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: weight for name, weight in weights.items() if name != TUNED_ON}


def measure(name: str, cases: Sequence[Case], unseen: Sequence[Case], fitted: Mapping[str, float] | None) -> dict[str, Any]:
    """Return how many values were right, and, for a field with a model, how well it says so of reports that it has not seen."""
    figures: dict[str, Any] = {"cases": len(cases), "right": round(sum(case.is_right for case in cases) / len(cases), 3)}
    if fitted is None:
        return figures
    folded = _rate_by_folds(name, cases)
    figures |= {"ece": round(find_ece(folded), 3), "auc": round(find_auc(folded), 3), "bins": list_bins(folded)}
    if unseen:
        rated = [(Confidence({name: fitted}).rate(name, case.features) or 0.0, case.is_right) for case in unseen]
        figures |= {
            "held-out cases": len(rated),
            "held-out right": round(sum(right for _, right in rated) / len(rated), 3),
            "held-out ece": round(find_ece(rated), 3),
            "held-out auc": round(find_auc(rated), 3),
        }
    return figures


Rated = Sequence[tuple[float, bool]]


def _rate_by_folds(name: str, cases: Sequence[Case]) -> Rated:
    """Rate each case by a model that saw no case of its report."""
    rated: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        inside = [case for case in cases if zlib.crc32(case.report_id.encode()) % _FOLDS == fold]
        model = Confidence({name: fit([case for case in cases if zlib.crc32(case.report_id.encode()) % _FOLDS != fold])})
        rated += [(model.rate(name, case.features) or 0.0, case.is_right) for case in inside]
    return rated


def find_ece(rated: Rated) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    return sum(count * abs(said - right) for _, count, said, right in list_bins(rated)) / len(rated)


def list_bins(rated: Rated) -> list[tuple[float, int, float, float]]:
    """Return lower bound, cases, mean of what was said and share that was right, of each bin that has cases."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for said, right in rated:
        bins[min(int(said * _BINS), _BINS - 1)].append((said, right))
    return [
        (number / _BINS, len(some), round(sum(one for one, _ in some) / len(some), 3), round(sum(one for _, one in some) / len(some), 3))
        for number, some in sorted(bins.items())
    ]


def find_auc(rated: Rated) -> float:
    """Return how often a right value is rated above a wrong one; a tie counts half."""
    right, wrong = ([said for said, is_right in rated if is_right is wanted] for wanted in (True, False))
    if not right or not wrong:
        return 1.0
    return sum((one > other) + 0.5 * (one == other) for one in right for other in wrong) / (len(right) * len(wrong))


if __name__ == "__main__":
    main()
