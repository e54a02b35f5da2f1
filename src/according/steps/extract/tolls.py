"""Answer at what cost: find each figure of people killed, injured, missing, detained, abducted or displaced in a sentence."""

import re

from according.model.answers import Harm, Toll
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence
from according.model.records import replace
from according.steps.extract.tolls_amounts import Amount, find_amounts
from according.steps.extract.tolls_groups import Group, read_group
from according.steps.extract.tolls_harms import harm_before
from according.steps.extract.tolls_linking import Link, link_groups
from according.steps.extract.tolls_singles import Single, find_named, find_singles
from according.steps.extract.tolls_speakers import is_speaker
from according.steps.extract.tolls_spotting import spot_harm
from according.steps.extract.tolls_sums import settle_others, sum_ones
from according.steps.extract.tolls_unnumbered import TollMention, find_uncounted, find_zeros

__all__ = ["TollMention", "find_tolls"]

_BY = re.compile(r"\bby\s+$")
_OWN = re.compile(r"\b(?:its|our)\s+$", re.IGNORECASE)
_NAMING = frozenset({"including", "among", "one"})
_FROM = re.compile(r"\s+(?:from|of|belonging)\b")
_OF_WHOM = re.compile(
    r"\s+(?:from|of|(?:belonging|loyal)\s+to|(?:allied|affiliated)\s+(?:to|with))(?:\s+(?:the|an?))?(?:\s+\(?[\w'’-]+\)?){1,6}"
)
_STOP = re.compile(r"\s(?:and|or|who|were|was|have|has|had|in|on|at|killed|wounded|injured|died|when|after|during)\b")
_RUNNING = re.compile(r"\b(?:death\s+toll|toll|total|since|so\s+far|brings?|bringing|raising|rose|risen)\b", re.IGNORECASE)
_ARMED_BODY = re.compile(
    r"\b(?:committees?|groups?|forces?|militias?|brigades?|fronts?|party|army|movement|battalions?|units?|corps|guards?|division|rebels|faction|Hez?ballah|Hezbollah)\b",
    re.IGNORECASE,
)


def find_tolls(sentence: Sentence, text: str) -> tuple[TollMention, ...]:
    """Find the figures of people harmed in a sentence, in the order of the text.

    Args:
        text: the whole report's text.
    """
    words = sentence.span.of(text)
    seen = spot_harm(words, sentence)
    if not seen.starts:
        return ()
    groups = [
        group for amount in find_amounts(words, seen) if (group := read_group(words, amount, sentence.tokens, sentence.span.start, seen))
    ]
    groups = [one for one in groups if not any(other is not one and other.start <= one.start and one.end <= other.end for other in groups)]
    groups = [one for one in groups if not _BY.search(words, max(0, one.start - 4), one.start)]  # who did it
    groups = [
        one for one in groups if not is_speaker(words, one.start, one.end, sentence) or harm_before(words, one.start, seen.starts, one.who)
    ]  # "killed five soldiers on Friday a monitor said": whom a verb harms says nothing
    links = sum_ones(words, link_groups(words, groups, sentence, seen)) if groups else []
    tolls = [_make_toll(words, link, sentence) for link in settle_others(words, links)]
    singles = find_singles(words, sentence, tuple((link.group.start, link.group.end) for link in links), seen)
    tolls += [_make_single(one, sentence) for one in singles if not is_speaker(words, one.start, one.end, sentence)]
    tolls += find_zeros(words, sentence, seen)
    tolls += find_uncounted(words, sentence, tuple(toll.span for toll in tolls), seen)
    if not tolls:
        return ()
    named = find_named(words, sentence) if seen.has(_NAMING) else ()
    return tuple(sorted((_add_names(toll, named, sentence) for toll in tolls), key=lambda one: (one.span.start, one.answer.value.harm)))


def _make_toll(text: str, link: Link, sentence: Sentence) -> TollMention:
    group, offset = link.group, sentence.span.start
    who = group.who or "unspecified"
    if who in ("men", "unspecified") and _FROM.match(text, group.end):
        tail = text[group.end : _plain_tail_end(text, group)]
        who = "combatants" if _ARMED_BODY.search(tail) else who
    amount = group.amount
    if text[group.noun_start : group.end].lower().endswith("families"):
        amount = Amount(amount.start, amount.end, None, None, text[amount.start : group.end])
    near = 0 <= link.word.start - group.end <= 12
    just_before = 0 <= amount.start - link.word.end <= 1
    start, end = (link.word.start if just_before else amount.start), (link.word.end if near else group.end)
    if who == "men" and _OWN.search(text, max(0, group.noun_start - 5), group.noun_start):
        who = "combatants"
    who = "unspecified" if who == "men" else who
    toll = Toll(
        link.word.harm,
        who,
        amount.low,
        amount.high,
        amount.wording,
        is_running_total=bool(_RUNNING.search(text[max(0, start - 60) : start])),
    )
    span = Span(start + offset, max(end, group.end) + offset)
    trigger = Span(link.word.start + offset, link.word.end + offset)
    named = link.whose or group
    who_end = named.end if who != "combatants" else named.end + len(text[named.end : _plain_tail_end(text, named)].rstrip())
    who_span = None if named.is_elided else Span(named.noun_start + offset, max(who_end, named.noun_start) + offset)
    basis = Basis.INFERRED if link.rule == "en.toll.and" or group.is_other or link.whose else Basis.STATED
    return TollMention(span, Found(toll, span, link.rule, basis), trigger, who_span, link.is_subgroup)


def _plain_tail_end(text: str, group: Group) -> int:
    match = _OF_WHOM.match(text, group.end)
    if match is None:
        return group.end
    stop = _STOP.search(match.group())
    return group.end + stop.start() if stop and stop.start() > 0 else match.end()


def _make_single(one: Single, sentence: Sentence) -> TollMention:
    offset = sentence.span.start
    toll = Toll(one.word.harm, one.who, one.count, one.count, "exact", named=one.named)
    span = Span(one.start + offset, one.end + offset)
    return TollMention(
        span,
        Found(toll, span, "en.toll.single", Basis.INFERRED),
        Span(one.word.start + offset, one.word.end + offset),
        span,
        is_subgroup=one.is_subgroup,
    )


def _add_names(mention: TollMention, named: tuple[tuple[int, str], ...], sentence: Sentence) -> TollMention:
    """Add the names told as part of a figure: "7 militants, including commander X, were killed"."""
    toll = mention.answer.value
    if toll.harm is not Harm.KILLED or mention.is_zero or mention.is_subgroup or toll.named:
        return mention
    names = tuple(name for at, name in named if 0 <= at + sentence.span.start - mention.answer.span.start <= 160)
    return replace(mention, answer=replace(mention.answer, value=replace(toll, named=names))) if names else mention
