"""Score coded claims against gold, by the rules in docs/reference/scoring.md."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from according.evaluate.align import Alignment, align_claims
from according.evaluate.baselines import answer_blindly, find_commonest
from according.evaluate.compare import Matcher, Resolvers
from according.evaluate.fields import BESIDE, FIELDS, RECORD, Count, agreement_of, is_right
from according.evaluate.gold import GoldClaim, GoldReport, read_coded
from according.evaluate.mistakes import day_of, find_mistakes, worst_first
from according.evaluate.rates import rate_counts
from according.evaluate.scores import Confused, FieldScore, Part, Scores

_BESIDE_OF = {"date": "date overlap", "status": "status accuracy"}


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Hold one report with what was coded in it and which claim answers which."""

    report: GoldReport
    coded: tuple[GoldClaim, ...]
    alignment: Alignment

    def pairs(self, *, with_background: bool) -> list[tuple[GoldClaim, GoldClaim]]:
        pairs = [(self.report.claims[row], self.coded[column]) for row, column in self.alignment.pairs]
        return [pair for pair in pairs if with_background or not pair[0].background]

    def count(self, *, with_background: bool) -> Count:
        """Count claims. Without background, a coded claim that answers a background claim goes with it."""
        if with_background:
            return Count(len(self.alignment.pairs), len(self.report.claims), len(self.coded))
        row_of = {column: row for row, column in (*self.alignment.confused, *self.alignment.pairs)}
        news = [not claim.background for claim in self.report.claims]
        coded = sum(news[row_of[column]] if column in row_of else not claim.background for column, claim in enumerate(self.coded))
        return Count(len(self.pairs(with_background=False)), sum(news), coded)


def score_sets(
    gold: Sequence[GoldReport],
    coded: Mapping[str, object],
    resolvers: Resolvers | None = None,
    *,
    name: str = "gold",
) -> Scores:
    """Score a coder's claims, given as report_id → list of claims in the flat JSON form.

    Reports that `coded` lacks count as coded with no claims; reports that gold lacks are left out.

    Raises:
        UnreadableGoldError: if a coded claim does not have the form.
    """
    resolvers = resolvers or Resolvers()
    matcher = Matcher(resolvers)
    claims = read_coded(coded)
    aligned = [_align(report, claims.get(report.report_id, ()), matcher) for report in gold]
    blind = _make_blind(gold, resolvers)
    mistakes = [mistake for one in aligned for mistake in find_mistakes(one.report, one.coded, one.alignment, matcher)]
    return Scores(
        name=name,
        reports=len(gold),
        all=_score_part(aligned, matcher, blind, with_background=True),
        news=_score_part(aligned, matcher, blind, with_background=False),
        confusion=_confuse(aligned),
        mistakes=worst_first(mistakes),
    )


_Blind = Callable[[GoldReport, GoldClaim], GoldClaim]


def _make_blind(gold: Sequence[GoldReport], resolvers: Resolvers) -> _Blind:
    commonest = find_commonest(gold)
    return lambda report, claim: answer_blindly(report, claim, commonest, resolvers)


def _align(report: GoldReport, coded: tuple[GoldClaim, ...], matcher: Matcher) -> _Aligned:
    def agree(ours: GoldClaim, theirs: GoldClaim) -> float:
        return agreement_of(ours, theirs, matcher, day_of(report, ours))

    return _Aligned(report, coded, align_claims(report.claims, coded, agree))


def _score_part(aligned: Sequence[_Aligned], matcher: Matcher, blind: _Blind, *, with_background: bool) -> Part:
    counts = [one.count(with_background=with_background) for one in aligned]
    pairs = [one.pairs(with_background=with_background) for one in aligned]
    right, gold, coded = (sum(getattr(count, side) for count in counts) for side in ("right", "gold", "coded"))
    records = sum(_is_record(one.report, *pair, matcher) for one, some in zip(aligned, pairs, strict=True) for pair in some)
    score = partial(_score_field, [one.report for one in aligned], pairs, matcher, blind)
    return Part(
        gold=gold,
        coded=coded,
        aligned=right,
        claims=rate_counts([[count] for count in counts]),
        fields=tuple(score(name) for name in FIELDS),
        record=records / gold if gold else 0.0,
    )


def _score_field(
    reports: Sequence[GoldReport],
    pairs: Sequence[Sequence[tuple[GoldClaim, GoldClaim]]],
    matcher: Matcher,
    blind: _Blind,
    name: str,
) -> FieldScore:
    def count_with(count: Callable[..., tuple[Count, ...]], *, is_blind: bool = False) -> list[list[Count]]:
        return [
            [
                one
                for ours, theirs in some
                for one in count(ours, blind(report, ours) if is_blind else theirs, matcher, day_of(report, ours))
            ]
            for report, some in zip(reports, pairs, strict=True)
        ]

    empty = 1.0 if any(pairs) else 0.0  # agreeing that there is nothing is right, having found no claim is not
    beside = _BESIDE_OF.get(name)
    return FieldScore(
        name=name,
        rates=rate_counts(count_with(FIELDS[name]), empty=empty),
        n=sum(
            any(one.gold or one.coded for one in FIELDS[name](ours, theirs, matcher, day_of(report, ours)))
            for report, some in zip(reports, pairs, strict=True)
            for ours, theirs in some
        ),
        baseline=rate_counts(count_with(FIELDS[name], is_blind=True), empty=empty).f1,
        beside=None if beside is None else (beside, rate_counts(count_with(BESIDE[beside]), empty=empty).f1),
    )


def _is_record(report: GoldReport, gold: GoldClaim, coded: GoldClaim, matcher: Matcher) -> bool:
    return all(is_right(field, gold, coded, matcher, day_of(report, gold)) for field in RECORD)


def _confuse(aligned: Sequence[_Aligned]) -> tuple[Confused, ...]:
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for one in aligned:
        both = (*one.alignment.pairs, *one.alignment.confused)
        counts.update((one.report.claims[row].acled_sub_event, one.coded[column].acled_sub_event) for row, column in both)
        rows, columns = {row for row, _ in both}, {column for _, column in both}
        counts.update((claim.acled_sub_event, None) for row, claim in enumerate(one.report.claims) if row not in rows)
        counts.update((None, claim.acled_sub_event) for column, claim in enumerate(one.coded) if column not in columns)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0] or "~", item[0][1] or "~"))
    return tuple(Confused(gold, coded, count) for (gold, coded), count in ordered)
