"""Read "the Front" and "the Coalition" as the name that the report gave in full before."""

import re
from collections.abc import Iterable
from typing import Final

from according.model.answers import Actor
from according.model.evidence import Basis, Found, Span
from according.steps.extract.actors_mentions import ActorMention

SHORT: Final = "introduced"  # the form of such a mention
_RULE: Final = "en.actors.short-name"
_LAST_WORDS: Final = (
    "Alliance|Assembly|Authority|Brotherhood|Coalition|Command|Committee|Council|Directorate|Front|League|Legion|Movement|Network|"
    "Observatory|Organi[sz]ation|Party|Union"
)
_FULL: Final = re.compile(rf"[\s-](?:{_LAST_WORDS})$")
_ALONE: Final = re.compile(rf"\b[Tt]he\s+(?P<word>{_LAST_WORDS})\b(?!\s+(?:of|for|to|[A-Z(]))")


def follow_short_names(text: str, mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """Return the mentions, with each "the Front" meaning the last full name before it that ends so; the others as they are."""
    kept = list(mentions)
    full = [one for one in kept if one.is_name and isinstance(one.answer, Found) and _FULL.search(one.span.of(text))]
    if not full:
        return kept
    short: dict[Span, ActorMention] = {}
    for match in _ALONE.finditer(text):
        span = Span(match.start("word"), match.end("word"))
        actor = _find_meant(span, match["word"], full, text)
        if actor is not None:
            short[span] = ActorMention(span, Found(actor, span, _RULE, Basis.INHERITED), False, SHORT)
    return [one for one in kept if not any(one.span.overlaps(span) for span in short)] + list(short.values()) if short else kept


def _find_meant(span: Span, word: str, full: list[ActorMention], text: str) -> Actor | None:
    before = [one for one in full if one.span.end <= span.start and one.span.of(text).endswith(word)]
    return before[-1].answer.value if before and isinstance(before[-1].answer, Found) else None
