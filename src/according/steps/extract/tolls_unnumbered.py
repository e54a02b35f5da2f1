"""Read what is told without a number: "no casualties", "civilians had fled", "all the dead were women"."""

import re

from according.model.answers import Harm, Toll
from according.model.evidence import Found, Span
from according.model.parsed import Sentence
from according.model.records import record
from according.steps.extract.tolls_harms import NO_LOSS, NOT_ZERO_BEFORE, ZERO_NOUN, ZERO_VERB, HarmWord, is_unreal
from according.steps.extract.tolls_spotting import Spotted
from according.steps.extract.tolls_words import classify_words


@record(frozen=True, slots=True)
class TollMention:
    """Hold one figure.

    Args:
        span: the number with its noun, and the word of harm where it stands beside them.
        answer: the toll; `who` is `combatants` where the words name an armed side, to be completed by whom they name.
        trigger: the word of harm.
        who_span: the words that name the group, None where the number stands alone.
        is_subgroup: the figure is contained in another of the text.
        is_zero: the text says that nobody was harmed.
        by: who alone gives this figure.
    """

    span: Span
    answer: Found[Toll]
    trigger: Span
    who_span: Span | None = None
    is_subgroup: bool = False
    is_zero: bool = False
    by: Span | None = None


_NONE = frozenset({"no", "none", "nobody", "noone", "without", "zero", "nor", "not", "any"})
_FLIGHT = frozenset({"fled", "fleeing", "flee", "displaced", "evacuated", "exodus", "flight", "displacement"})
_SHARE = frozenset({"all", "most", "half", "many", "majority"})


def find_zeros(text: str, sentence: Sentence, seen: Spotted) -> list[TollMention]:
    """Find where the text says that nobody was harmed; "no reports of casualties" does not say so."""
    found: list[TollMention] = []
    if not seen.has(_NONE):
        return found
    for match in NO_LOSS.finditer(text):
        span = Span(match.start() + sentence.span.start, match.end() + sentence.span.start)
        found.append(TollMention(span, Found(Toll(Harm.KILLED, "unspecified", 0, 0, "exact"), span, _LOSS), span, None, is_zero=True))
    for match in [*ZERO_VERB.finditer(text), *ZERO_NOUN.finditer(text)]:
        if NOT_ZERO_BEFORE.search(text[max(0, match.start() - 40) : match.end()]):
            continue
        harms = [harm for harm in (Harm.KILLED, Harm.INJURED) if match[harm.value]]
        if match.groupdict().get("any") or match["both"] or match.group().lower().endswith("harmed"):
            harms = [Harm.KILLED, Harm.INJURED]
        who = classify_words(re.findall(r"\w+", match["who"])) if match.groupdict().get("who") else "unspecified"
        if re.search(r"\bcivilian\b", match.group(), re.IGNORECASE):
            who = "civilians"
        span = Span(match.start() + sentence.span.start, match.end() + sentence.span.start)
        found += [
            TollMention(span, Found(Toll(harm, who or "unspecified", 0, 0, "exact"), span, "en.toll.none"), span, None, is_zero=True)
            for harm in harms
        ]
    return found


_LOSS = "en.toll.no-loss"
_FLED = re.compile(
    r"\b(?P<lead>(?:exodus|flight|displacement)\s+of\s+)?(?P<who>(?:[Cc]ivilians|[Rr]esidents|[Vv]illagers|[Ff]amilies|[Ii]nhabitants|[Ll]ocals|[Rr]efugees|[Pp]eople))"
    r"(?:\s+(?:have|had|has|were|are|been|also|reportedly)){0,3}(?(lead)|\s+(?P<verb>fled|fleeing|flee|displaced|evacuated))\b"
)
_ALL_THE_DEAD = re.compile(
    r"\b(?P<share>all|most|half|many|the\s+majority)\s+(?:of\s+)?(?:the|those)\s+(?:\d+\s+)?(?:(?P<killed>killed|dead|deceased|fatalities)|(?P<injured>wounded|injured))\s+(?:were|was|are)\s+(?P<who>[\w-]+)",
    re.IGNORECASE,
)


def find_uncounted(text: str, sentence: Sentence, taken: tuple[Span, ...], seen: Spotted) -> list[TollMention]:
    """Find people harmed without any number: "civilians had fled", "all those killed were civilians"."""
    found: list[TollMention] = []
    offset = sentence.span.start
    fled = [*_FLED.finditer(text)] if seen.has(_FLIGHT) else []
    for match in [*fled, *_ALL_THE_DEAD.finditer(text)] if seen.has(_SHARE) else fled:
        who = classify_words([match["who"]])
        span = Span(match.start() + offset, match.end() + offset)
        harm = Harm.DISPLACED if match.re is _FLED else Harm.KILLED if match["killed"] else Harm.INJURED
        word = HarmWord(harm, match.start(), match.end())
        if who is None or any(span.overlaps(other) for other in taken) or is_unreal(text, word, match.start()):
            continue
        wording = "some" if match.re is _FLED else re.sub(r"\s+", " ", match["share"].lower())
        toll = Toll(harm, who, None, None, wording)
        rule = "en.toll.fled" if match.re is _FLED else "en.toll.share-of-dead"
        found.append(
            TollMention(
                span, Found(toll, span, rule), span, Span(match.start("who") + offset, match.end("who") + offset), match.re is _ALL_THE_DEAD
            )
        )
    return found
