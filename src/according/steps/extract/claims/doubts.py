"""Carry doubt over to what is doubted: from the sentence after it, and from how all who tell of it put it."""

import re
from collections.abc import Sequence

from according.model.answers import Actor, Speaker, Status
from according.model.evidence import Answer, Basis, Found, Span
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft

_UNVERIFIED = "en.status.unverified"
_OF_A_DETAIL = re.compile(
    r"\b(?:toll|tolls|numbers?|figures?|identit\w+|footage|videos?|images?|photographs?|casualties|locations?)\b", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"\W*(?:th(?:e|is|at|ese|ose)|it|its|neither|none|there|both|his|her|their)\b", re.IGNORECASE)
_CLAIMING = frozenset({"claim", "allege"})
_REACH = 2  # sentences


def carry_doubts(drafts: Sequence[Draft], asked: Asked) -> None:
    """Make an event unconfirmed where the next sentence, which tells none itself, says that it could not be verified."""
    told = {one.sentence.index for draft in drafts for one in draft.tellings}
    near = {index + step for index in told for step in range(1, _REACH + 1)} - told
    for sentence in asked.parsed.sentences:
        if sentence.index not in near:
            continue
        words = sentence.span.of(asked.text)
        hits = asked.knowledge.cues.status.find_in(words, "sentence")
        hit = next((one for one in hits if one[0].id == _UNVERIFIED), None)
        before = max((index for index in told if index < sentence.index), default=None)
        if hit is None or before is None or sentence.index - before > _REACH or not _points_back(words, hit[1]):
            continue
        span = Span(sentence.span.start + hit[1], sentence.span.start + hit[2])
        for draft in drafts:
            if draft.main.status.value is Status.HAPPENED and any(one.sentence.index == before for one in draft.tellings):
                draft.main.status = Found(Status.UNCONFIRMED, span, _UNVERIFIED, Basis.INHERITED)


def _points_back(words: str, hit: int) -> bool:
    """Say whether a sentence doubts what stands before it ("the claim could not be verified"), and not a detail of it."""
    own_news = any(mark in words[:hit] for mark in (",", ";", " said ", " reported "))
    return _POINTS_BACK.match(words) is not None and not own_news and _OF_A_DETAIL.search(words) is None


def settle_status(draft: Draft, initiators: Sequence[Answer[Actor]], attribution: Sequence[Found[Speaker]]) -> Found[Status]:
    """Return the status of the main telling, but unconfirmed where all who tell of it only claim it, and of others."""
    status = draft.main.status
    doers = [one.value.name for one in initiators if isinstance(one, Found)]
    firsts = [chain[0] for chain in _by_chain(attribution)]
    only_claimed = bool(firsts) and all(one.value.verb in _CLAIMING for one in firsts)
    own = any(one.value.name == doer or one.value.name.startswith(f"{doer} (") for one in firsts for doer in doers)
    if status.value is not Status.HAPPENED or not only_claimed or own or not doers:
        return status
    return Found(Status.UNCONFIRMED, firsts[0].span, "en.status.claimed", Basis.INFERRED)


def _by_chain(attribution: Sequence[Found[Speaker]]) -> list[list[Found[Speaker]]]:
    chains: dict[int, list[Found[Speaker]]] = {}
    for one in attribution:
        chains.setdefault(one.value.chain, []).append(one)
    return list(chains.values())
