"""Answer what a report says about two actors: another name, an ally, a parent, a backer, an enemy."""

import re
from dataclasses import dataclass
from typing import Final

from according.model.answers import Actor
from according.model.claim import ActorClaim
from according.model.evidence import Answer, Found, Span
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.actors_mentions import ActorMention

_SKIP: Final = (
    r"(?:[\s,(]+(?:now|currently|is|was|are|were|which|that|a|an|the|group|militia|one|of|key|closest|main|and|also|once)\b)*[\s,(]*"
)
_NEG: Final = re.compile(r"\b(?:not|never|no longer|denied|denies|deny|rejects?|rejected)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pattern:
    relation: str
    rule: str
    between: re.Pattern[str]
    turned: bool = False  # the object stands first


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DET: Final = r"(?:\s*(?:the|a|an|so-called|[\"“'’”]))*\s*$"
_IS: Final = r"(?:(?:is|are|was|were|has been|have been|had been|remains)\s+)?"
_WHICH: Final = rf"^[\s,(]*(?:(?:which|who|that)\s+)?{_IS}"
_FEW: Final = r"(?:[\w-]+\s+){0,3}"
_HELP: Final = r"(?:supports?|weapons|arms|aid|funding|funds|training|backing|assistance|money)"
_BACK: Final = r"(?:back|support|fund|arm|financ|sponsor|equipp?|train)"
_GIVERS: Final = r"receiv(?:e|es|ed|ing)|gets?|got|getting|enjoy(?:s|ed|ing)?|obtain(?:s|ed|ing)?"
_OFFSHOOT: Final = r"(?:branch|wing|arm|affiliate|offshoot|faction|component|subsidiary|franchise|cell|unit)"
_PATTERNS: Final = (
    _Pattern(
        "formerly known as",
        "en.relations.formerly",
        _compile(rf"^{_SKIP}(?:formerly|previously|once)(?:\s+(?:known|called|named))?(?:\s+as)?{_DET}"),
    ),
    _Pattern(
        "formerly known as",
        "en.relations.renamed",
        _compile(r"^[\s,]*(?:which\s+)?(?:renamed|rebranded)(?:\s+itself)?\s*(?:as|to)?\s*$"),
        turned=True,
    ),
    _Pattern(
        "alias",
        "en.relations.also-known-as",
        _compile(rf"^{_SKIP}(?:also|better|otherwise|commonly|locally)\s+(?:known|called|referred to)(?:\s+as)?{_DET}"),
    ),
    _Pattern(
        "alias",
        "en.relations.aka",
        _compile(r"^\s*\(?\s*(?:a\.?k\.?a\.?|aka)\s+$"),
    ),
    _Pattern(
        "allied with",
        "en.relations.ally-of",
        _compile(rf"{_WHICH}(?:an?\s+|one of the\s+|the\s+)?{_FEW}(?:ally|allies|partners?)\s+of{_DET}"),
    ),
    _Pattern(
        "allied with",
        "en.relations.allied-with",
        _compile(rf"{_WHICH}(?:closely\s+|loosely\s+)?(?:allied|aligned)\s+(?:with|to){_DET}"),
    ),
    _Pattern(
        "allied with",
        "en.relations.fights-alongside",
        _compile(rf"{_WHICH}(?:fighting|fights|fought|fight)\s+(?:alongside|on the side of){_DET}"),
    ),
    _Pattern(
        "allied with",
        "en.relations.and-its-ally",
        _compile(r"^\s*,?\s*(?:and\s+)?(?:its|their)\s+(?:[\w-]+\s+){0,2}(?:ally|allies)\s*,?\s*(?:the\s+)?$"),
    ),
    _Pattern(
        "part of",
        "en.relations.branch-of",
        _compile(rf"{_WHICH}(?:the\s+|an?\s+)?{_FEW}{_OFFSHOOT}\s+of{_DET}"),
    ),
    _Pattern(
        "part of",
        "en.relations.part-of",
        _compile(rf"{_WHICH}(?:an?\s+)?(?:[\w-]+\s+){{0,2}}(?:part|member|members)\s+of{_DET}"),
    ),
    _Pattern(
        "part of",
        "en.relations.belongs-to",
        _compile(rf"^[\s,]*(?:which\s+)?belong(?:s|ing|ed)?\s+to{_DET}"),
    ),
    _Pattern(
        "part of",
        "en.relations.pledged",
        _compile(rf"^[\s,]*(?:which\s+)?(?:ha[sd]\s+|have\s+)?(?:pledged|swore|sworn)\s+(?:allegiance|loyalty)\s+to{_DET}"),
    ),
    _Pattern(
        "part of",
        "en.relations.affiliated",
        _compile(rf"{_WHICH}affiliated\s+(?:with|to){_DET}"),
    ),
    _Pattern(
        "part of",
        "en.relations.owner-of-branch",
        _compile(rf"^(?:[’']?s)?\s+(?:[\w-]+\s+){{0,2}}{_OFFSHOOT}\s*,?\s*(?:the\s+)?$"),
        turned=True,
    ),
    _Pattern(
        "supported by",
        "en.relations.backed-by",
        _compile(rf"{_WHICH}(?:[a-z]+ly\s+)?{_BACK}ed\s+(?:and\s+\w+\s+)?by{_DET}"),
    ),
    _Pattern(
        "supported by",
        "en.relations.receives-support",
        _compile(rf"{_WHICH}(?:(?:has|have|had)\s+(?:been\s+)?)?(?:{_GIVERS})\s+{_FEW}{_HELP}\s+from{_DET}"),
    ),
    _Pattern(
        "supported by",
        "en.relations.hyphen-backed",
        _compile(rf"^(?:[’']s?)?[\s-]{_BACK}ed\s+(?:[\w-]+\s+){{0,3}}$"),
        turned=True,
    ),
    _Pattern(
        "supported by",
        "en.relations.supports",
        _compile(rf"^[\s,]*(?:which\s+)?(?:ha[sd]\s+|have\s+)?{_BACK}e?(?:s|d|ed)?\s+(?:[\w-]+\s+){{0,2}}?{_DET}"),
        turned=True,
    ),
    _Pattern(
        "fighting against",
        "en.relations.fights",
        _compile(
            rf"^[\s,]*(?:which\s+|that\s+)?(?:is|are|was|were|ha[sd] been)\s+(?:fighting|battling|at war with)\s+(?:against\s+)?{_DET}"
        ),
    ),
    _Pattern(
        "fighting against",
        "en.relations.rival-of",
        _compile(rf"{_WHICH}(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}(?:rivals?|enemy|enemies|foes?)\s+of{_DET}"),
    ),
)
_BRACKET: Final = _Pattern("alias", "en.relations.abbreviated", _compile(r"^\s*\(\s*(?:the\s+|or\s+)?[\"“'‘]?$"))
_BRACKET_END: Final = _compile(r"[\"”'’]?\s*[),;]")
_AND_ITS: Final = _compile(r"^[\s,]*(?:and|with)\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}$")
_ALLY_AFTER: Final = _compile(r"\s+(?:[a-z]+\s+)?(?:allies|ally|partners?)\b")
_AND_ITS_ALLIES: Final = _Pattern("allied with", "en.relations.and-its-allies", _AND_ITS)
_NAMED: Final = frozenset({"name", "alias", "abbreviation", "former", "introduced", "unknown"})
_LISTED: Final = re.compile(r"^\s*(?:,|and|,\s*and|or)\s*(?:the\s+)?$")
_SIDES: Final = frozenset(
    {"name", "alias", "abbreviation", "former", "introduced", "unknown", "label", "arm", "country", "demonym", "capital"}
)


def find_actor_claims(parsed: ParsedReport, mentions: tuple[ActorMention, ...]) -> tuple[ActorClaim, ...]:
    """Return what the sentences of a report say about pairs of actors, each pair once."""
    found: dict[tuple[str, str, str], ActorClaim] = {}
    for sentence in parsed.sentences:
        start, end = sentence.span.start, sentence.span.end
        here = [one for one in mentions if start <= one.span.start and one.span.end <= end and one.form in _SIDES]
        for claim in _read_sentence(sentence, here, parsed.report.text):
            key = (claim.relation, _label(claim.subject), _label(claim.object))
            if key[1] != key[2] or claim.relation in {"formerly known as", "alias"}:
                found.setdefault(key, claim)
    return tuple(found.values())


def _read_sentence(sentence: Sentence, here: list[ActorMention], text: str) -> list[ActorClaim]:
    claims: list[ActorClaim] = []
    for number, first in enumerate(here):
        for place in range(number + 1, min(number + 5, len(here))):
            second = here[place]
            if _is_bracketed(first, second, text):
                claims.append(_claim(_BRACKET, first, second, sentence, text))
                continue
            between = _bare(text, first.span, second.span, here[number + 1 : place])
            pattern = next((one for one in _PATTERNS if one.between.search(between)), None)
            if pattern is None and _AND_ITS.search(between) and _ALLY_AFTER.match(text, second.span.end):
                pattern = _AND_ITS_ALLIES
            if pattern is None or _NEG.search(between) or not _fits(pattern, first, second):
                continue
            objects = _listed(here, place, text) if not pattern.turned else [second]
            claims += [_claim(pattern, first, one, sentence, text) for one in objects]
            break
    return claims


def _is_bracketed(first: ActorMention, second: ActorMention, text: str) -> bool:
    """Say whether the second name stands in brackets behind the first and is a short or other form of it."""
    if first.form not in _NAMED or second.form not in _NAMED or not _BRACKET.between.search(text[first.span.end : second.span.start]):
        return False
    word = second.span.of(text)
    is_short = len(word) < 11 and sum(letter.isupper() for letter in word) > 1 and " " not in word
    return bool(_BRACKET_END.match(text, second.span.end)) and (is_short or _label(first.answer) == _label(second.answer))


def _bare(text: str, first: Span, second: Span, inside: list[ActorMention]) -> str:
    """Return the words between two mentions, without a bracket that only abbreviates the first."""
    start = first.end
    for one in inside:
        if text[start : one.span.start].strip() == "(" and text[one.span.end : one.span.end + 1] == ")":
            start = one.span.end + 1
    return text[start : second.start] if start <= second.start else ""


def _fits(pattern: _Pattern, first: ActorMention, second: ActorMention) -> bool:
    """Say whether the two can stand in the relation: a country may back a group, but is no branch of one."""
    subject, other = (second, first) if pattern.turned else (first, second)
    loose = {"country", "demonym", "capital"}
    if pattern.relation != "supported by" and (subject.form in loose or other.form in loose):
        return False
    if pattern.rule == "en.relations.supports":
        return other.form in {"country", "name", "alias"} and subject.is_name
    return subject.form not in loose


def _listed(here: list[ActorMention], place: int, text: str) -> list[ActorMention]:
    """Return a mention and those that go on its list: "the US, Saudi Arabia and Turkey"."""
    found = [here[place]]
    for following in here[place + 1 :]:
        if following.form == "demonym":
            break
        if not _LISTED.match(text[found[-1].span.end : following.span.start]) and text[found[-1].span.end : following.span.start].strip():
            break
        found.append(following)
    return found


def _claim(pattern: _Pattern, first: ActorMention, second: ActorMention, sentence: Sentence, text: str) -> ActorClaim:
    subject, other = (second, first) if pattern.turned else (first, second)
    object_: Answer[Actor] = other.answer
    if pattern.relation in {"formerly known as", "alias"}:
        object_ = _keep_words(other, text)
    return ActorClaim(pattern.relation, subject.answer, object_, sentence.span, pattern.rule)


def _keep_words(mention: ActorMention, text: str) -> Answer[Actor]:
    """Return the actor under the very name that the text gives, for a claim about names."""
    if not isinstance(mention.answer, Found):
        return mention.answer
    old = mention.answer.value
    kept = Actor(mention.span.of(text), old.actor_id, old.kind, old.side, old.country, old.is_generic)
    return Found(kept, mention.span, mention.answer.rule)


def _label(answer: Answer[Actor]) -> str:
    return answer.value.name if isinstance(answer, Found) else str(answer.span)
