"""Find the name of a place that the news opens without: "a town in northern Syria … the strikes on Atarib"."""

import re
from collections.abc import Iterator, Sequence

from according.knowledge.places import measure_km
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Basis, Found, Span
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.places_mentions import PlaceMention

NAMED_AHEAD = "en.places.named-after"
_AHEAD = 3  # sentences in which the name must follow
_HOLDER_GAP = 60  # characters from "a town" to what it lies in
_NEAR_KM = 90.0
_TOWNS, _PARTS, _BASES, _CAMPS = "town", "part", "base", "camp"
_KINDS = {
    "town": _TOWNS,
    "village": _TOWNS,
    "city": _TOWNS,
    "suburb": _TOWNS,
    "settlement": _TOWNS,
    "district": _PARTS,
    "neighborhood": _PARTS,
    "neighbourhood": _PARTS,
    "quarter": _PARTS,
    "base": _BASES,
    "airbase": _BASES,
    "airport": _BASES,
    "outpost": _BASES,
    "camp": _CAMPS,
}
_KIND = "|".join(_KINDS)
_NAMELESS = re.compile(
    rf"\b(?:an?|one)\s+(?:(?!(?:in|of|on|at|near|to|from|the|and)\s)[\w’'-]+\s+){{0,4}}?(?P<kind>{_KIND})\b(?![’'-]|\s+(?:of|called|named|council|hall|official|resident)\b)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(rf"(?:the|this|that)\s.*?\b(?P<kind>{_KIND})s?\b", re.IGNORECASE | re.DOTALL)
_APPOSED = re.compile(rf"\s*,?\s+an?\s+(?:[\w’'-]+\s+){{0,3}}?(?P<kind>{_KIND})\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:the|this|that|these|those)\s+(?:\w+\s+){0,2}?(?:air\s?)?(?:attacks?|strikes?|raids?|assaults?|blasts?|bombings?|explosions?|"
    r"bombardments?|shelling|barrage|massacre|offensive|operation|clashes)\s+(?:on|in|at|against|hit|struck|targeted)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FINE = frozenset({PlacePrecision.PLACE, PlacePrecision.DISTRICT})


def find_names_ahead(parsed: ParsedReport, named: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield each place that a sentence leaves nameless, where one of the next sentences says its name."""
    text = parsed.report.text
    usable = [one for one in named if isinstance(one.answer, Found) and not (one.is_metonym or one.is_dateline)]
    for sentence in parsed.sentences:
        if not sentence.is_parsed:
            continue
        lowered = text[sentence.span.start : sentence.span.end].lower()
        if not any(map(lowered.__contains__, _KINDS)):
            continue
        for match in _NAMELESS.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if any(one.span.end <= span.start <= one.span.end + 2 for one in named):
                continue  # "Babeska, a village"
            where = _find_ahead(parsed, sentence, span, _KINDS[match["kind"].lower()], usable)
            if where is not None:
                yield PlaceMention(span, span, Found(where, span, NAMED_AHEAD, Basis.INHERITED), is_generic=True)


def _find_ahead(parsed: ParsedReport, sentence: Sentence, span: Span, kind: str, named: Sequence[PlaceMention]) -> Where | None:
    last = parsed.sentences[min(sentence.index + _AHEAD, len(parsed.sentences) - 1)].span.end
    end = min(sentence.span.end, span.end + _HOLDER_GAP)
    holders = [where for one in named if span.end <= one.span.start < end and (where := _where(one)) is not None]
    for one in named:
        if not sentence.span.end <= one.span.start < last or one.locates is not None:
            continue
        where = _where(one)
        if where is None or where.precision not in _FINE or not _is_told_again(parsed.report.text, one, kind):
            continue
        if not holders or _may_hold(holders[0], where):
            return where
    return None


def _is_told_again(text: str, mention: PlaceMention, kind: str) -> bool:
    """Say whether the words take up what was told: "the town of X", "the strikes on X"."""
    called = _DEFINITE.match(text, mention.phrase.start, mention.phrase.end) or _APPOSED.match(
        text, mention.span.end, mention.span.end + 50
    )
    if called is not None:
        return _KINDS[called["kind"].lower()] == kind
    return kind != _BASES and _EVENT.search(text, max(0, mention.phrase.start - 80), mention.phrase.start) is not None


def _may_hold(holder: Where, inner: Where) -> bool:
    if holder.country and inner.country and holder.country != inner.country:
        return False
    if holder.precision is PlacePrecision.PROVINCE:
        return holder.admin1 is None or inner.admin1 in (None, holder.admin1)
    if holder.precision is PlacePrecision.COUNTRY or None in (holder.latitude, holder.longitude, inner.latitude, inner.longitude):
        return True
    assert holder.latitude is not None
    assert holder.longitude is not None
    assert inner.latitude is not None
    assert inner.longitude is not None
    return measure_km(holder.latitude, holder.longitude, inner.latitude, inner.longitude) <= _NEAR_KM


def _where(mention: PlaceMention) -> Where | None:
    return mention.answer.value if isinstance(mention.answer, Found) else None
