"""Answer at what cost: find each figure of people killed, injured, missing, detained, abducted or displaced in a sentence."""

import re
from dataclasses import dataclass, replace

from according.model.answers import Harm, Toll
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence
from according.steps.extract.tolls_groups import Amount, Group, classify_words, find_amounts, read_group
from according.steps.extract.tolls_harms import (
    AFTER_GROUP,
    AMONG_DEAD,
    OF_THE_HARMED,
    HarmWord,
    harm_before,
    is_unreal,
    read_harm,
)
from according.steps.extract.tolls_singles import Single, find_named, find_singles, links_by_syntax
from according.steps.extract.tolls_speakers import is_speaker
from according.steps.extract.tolls_spotting import Spotted, spot_harm
from according.steps.extract.tolls_unnumbered import TollMention, find_uncounted, find_zeros

__all__ = ["TollMention", "find_tolls"]

_SUBGROUP_BEFORE = re.compile(
    r"(?:\bincluding|\bincludes?|\bincluded|\bamong\s+(?:them|whom|those|the\s+dead)(?:\s+(?:were|was))?|\bof\s+(?:whom|them)|\bwith|\bamong\s+them\s+(?:were|are))\s*(?:at\s+least\s+)?,?\s*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\s+(?:were\s+|are\s+|being\s+)?", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*as\s+well\s+as|,?\s*along\s+with|,?\s*plus|&|,?\s*together\s+with)?\s*(?:also\s+|another\s+|(?:his|her|their)\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s*\([^)]*\))?"
    r"(?:,\s+(?:including|among\s+them|most|some|half|many)\s[^,;.]{1,90},|,?\s+(?:including|among\s+them|among\s+whom)(?:\s+[\w-]+){1,6}?,?)?"
    r"(?:\s+(?:from|of|belonging\s+to|in|at|on|with|aboard|inside)"
    r"(?:\s+(?!(?:and|or|who|were|was|have|has|had|killed|wounded|injured|died|dead|including)\b)[\w'’().-]+){1,8}?)?",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$")
_HANDED_ON = frozenset({"civilians", "combatants"})  # "12 soldiers were killed and 5 wounded"
_OWN = re.compile(r"\b(?:its|our)\s+$", re.IGNORECASE)
_ABOARD = re.compile(r"\bwith\s+$", re.IGNORECASE)  # "a bus with 40 passengers"
_OF_THOSE = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_FREED = re.compile(r"\s+(?:were|was|have\s+been|had\s+been)\s+(?:later\s+|since\s+|then\s+)?(?:released|freed|rescued)\b", re.IGNORECASE)
_NAMING = frozenset({"including", "among", "one"})
_WORDS = re.compile(r"[\w'’-]+")
_NEXT_WORDS = re.compile(r"\s*[\w'’-]+(?:\s[\w'’-]+){0,2}")
_MARTYRS = re.compile(r"\bmartyrs?$", re.IGNORECASE)
_DEEDS = frozenset(
    "killed injured wounded executed massacred murdered captured detained arrested abducted kidnapped eliminated beheaded evacuated".split()
)
_BE = re.compile(r"\b(?:were|was|been|being|are|is|be)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:the|a|an|his|their|its|her|him|them|civilians|people|[A-Z][a-z]+\s+(?:soldiers|fighters|civilians|forces))\b")
_APART = re.compile(r"[.;:]\s|\b(?:while|when|after|who|which|that|but|said|including|among|in\s+which)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|\band|\bas\s+well\s+as|\balong\s+with)\s*$", re.IGNORECASE)
_OF_THEM_LATER = re.compile(r"\s+of\s+(?:them|whom)\s+(?:have|has|had|are\s+in|in|were\s+in|remain)\b")
_PLAIN_HARM = re.compile(r"detain|arrest|kidnap|abduct|missing|displac")
_FROM = re.compile(r"\s+(?:from|of|belonging)\b")
_OF_WHOM = re.compile(r"\s+(?:from|of|belonging\s+to)(?:\s+(?:the|an?))?(?:\s+\(?[\w'’-]+\)?){1,6}")
_STOP = re.compile(r"\s(?:and|or|who|were|was|have|has|had|in|on|at|killed|wounded|injured|died|when|after|during)\b")
_NEAR = 120  # characters; "others" farther from a group than that are not of its kind for sure
_RUNNING = re.compile(r"\b(?:death\s+toll|toll|total|since|so\s+far|brings?|bringing|raising|rose|risen)\b", re.IGNORECASE)
_ARMED_BODY = re.compile(
    r"\b(?:committees?|groups?|forces?|militias?|brigades?|fronts?|party|army|movement|battalions?|units?|corps|guards?|division|rebels|faction|Hez?ballah|Hezbollah)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Link:
    group: Group
    word: HarmWord
    rule: str
    is_subgroup: bool = False
    whose: Group | None = None  # the group that tells what kind of people it is, where its own words do not


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
    groups = [one for one in groups if not is_speaker(words, one.start, one.end, sentence)]
    links = _merge_ones(words, _link_groups(words, groups, sentence, seen)) if groups else []
    tolls = [_make_toll(words, link, sentence) for link in _settle_others(links)]
    singles = find_singles(words, sentence, tuple((link.group.start, link.group.end) for link in links), seen)
    tolls += [_make_single(one, sentence) for one in singles if not is_speaker(words, one.start, one.end, sentence)]
    tolls += find_zeros(words, sentence, seen)
    tolls += find_uncounted(words, sentence, tuple(toll.span for toll in tolls), seen)
    if not tolls:
        return ()
    named = find_named(words, sentence) if seen.has(_NAMING) else ()
    return tuple(sorted((_add_names(toll, named, sentence) for toll in tolls), key=lambda one: (one.span.start, one.answer.value.harm)))


def _link_groups(text: str, groups: list[Group], sentence: Sentence, seen: Spotted) -> list[_Link]:
    direct = {index: link for index, group in enumerate(groups) if (link := _link_directly(text, group, groups, sentence, seen))}
    for index in range(len(groups)):
        if (
            index not in direct
            and index - 1 in direct
            and _joins(text, groups[index - 1], groups[index])
            and direct[index - 1].word.start < groups[index].start
        ):
            direct[index] = _Link(groups[index], direct[index - 1].word, "en.toll.and", direct[index - 1].is_subgroup)
    for index in reversed(range(len(groups))):
        if (
            index not in direct
            and index + 1 in direct
            and _joins(text, groups[index], groups[index + 1])
            and direct[index + 1].word.start > groups[index].end
        ):
            direct[index] = _Link(groups[index], direct[index + 1].word, "en.toll.and", direct[index + 1].is_subgroup)
    for index, group in enumerate(groups):
        if index not in direct and index - 1 in direct and direct[index - 1].is_subgroup and _joins(text, groups[index - 1], group):
            direct[index] = _Link(group, direct[index - 1].word, "en.toll.and", is_subgroup=True)
        if index not in direct and (whole := _whole_of(text, group, direct)):
            direct[index] = _Link(_read_part(text, group), whole.word, "en.toll.part", is_subgroup=True)
    kept = [link for _, link in sorted(direct.items()) if not _is_one_of_fighters(link)]
    return [link for link in kept if not is_unreal(text, link.word, link.group.start, seen.words) and _is_person_count(text, link)]


def _is_one_of_fighters(link: _Link) -> bool:
    """Say whether it only picks one out: "43 militants, including a leader"."""
    return link.is_subgroup and link.group.who == "combatants" and link.group.amount.low == link.group.amount.high == 1


def _merge_ones(text: str, links: list[_Link]) -> list[_Link]:
    """Sum people told one by one ("a woman and a child"), and a kinsman told after a number ("and their father")."""
    merged: list[_Link] = []
    for link in links:
        kin = _KIN.match(text, link.group.end) if link.group.amount.low == link.group.amount.high and link.group.amount.low else None
        if kin and link.group.amount.low is not None:
            total = link.group.amount.low + 1
            link = _sum(link, total, kin.end(), "civilians")
        last = merged[-1] if merged else None
        if (
            last
            and last.word == link.word
            and _is_single(link)
            and (_is_single(last) or last.rule == "en.toll.sum")
            and _joins(text, last.group, link.group)
        ):
            kinds = {last.group.who, link.group.who}
            who = last.group.who if len(kinds) == 1 else "civilians" if kinds <= _LAY else "unspecified"
            merged[-1] = _sum(last, (last.group.amount.low or 0) + 1, link.group.end, who or "unspecified")
            continue
        is_kin = _THEIR_KIN.match(text, link.group.amount.end) or _OWN_KIN.search(text, max(0, link.group.start - 12), link.group.start)
        if last and last.word == link.word and _is_single(last) and is_kin and link.group.amount.low and last.group.who in _LAY:
            merged[-1] = _sum(last, link.group.amount.low + 1, link.group.end, "civilians")
            continue
        merged.append(link)
    return merged


_KIN = re.compile(
    r"\s+and\s+(?:his|her|their|its)\s+(?:father|mother|wife|husband|son|daughter|brother|sister|grandmother|grandfather|uncle|aunt|baby|child|driver)\b"
)
_BODIES = re.compile(
    r"(?:(?:dead|charred|burn(?:ed|t)|decompos(?:ed|ing)|lifeless|mutilated|headless|unidentified|bullet-riddled|more|other|civilian)\s+)*"
    r"(?:bod(?:y|ies)|corpses?)",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:brought|arriv\w+|recover\w*|retriev\w+|pull\w*|found|discover\w+|receiv\w+|taken|dug|deliver\w+|transferred|buried|identified|"
    r"collected|counted|saw|seen|unearthed|exhumed|dumped|removed|l[ay]y|lying|littered|morgue|rubble|mass\s+graves?)\b",
    re.IGNORECASE,
)
_OWN_KIN = re.compile(r"\band\s+(?:his|her|their)\s+$", re.IGNORECASE)
_THEIR_KIN = re.compile(r"\s+of\s+(?:his|her|their)\b")
_LAY = frozenset(("women", "children", "men", "civilians", "medics", "journalists", "aid workers"))


def _is_single(link: _Link) -> bool:
    return link.group.amount.low == link.group.amount.high == 1 and not link.is_subgroup


def _sum(link: _Link, total: int, end: int, who: str) -> _Link:
    amount = replace(link.group.amount, low=total, high=total)
    return replace(link, group=replace(link.group, amount=amount, end=end, who=who, is_elided=False), rule="en.toll.sum")


def _link_directly(text: str, group: Group, groups: list[Group], sentence: Sentence, seen: Spotted) -> _Link | None:
    if not group.is_elided and _MARTYRS.search(text, group.noun_start, group.end):
        return _Link(group, HarmWord(Harm.KILLED, group.end - len("martyrs"), group.end), "en.toll.martyrs")
    if not group.is_elided and _BODIES.fullmatch(text, group.noun_start, group.end) and _BROUGHT.search(text):
        return _Link(group, HarmWord(Harm.KILLED, group.noun_start, group.end), "en.toll.bodies")
    if group.harm_before_noun and (died := links_by_syntax(group, sentence)) and died.harm is Harm.KILLED and died.start > group.end:
        return _Link(group, died, "en.toll.syntax")
    if group.harm_before_noun:
        harm = _harm_named(group.harm_before_noun)
        start = text.lower().find(group.harm_before_noun, group.amount.end)
        return _Link(group, HarmWord(harm, start, start + len(group.harm_before_noun)), "en.toll.harmed-noun") if harm else None
    part = OF_THE_HARMED.match(text, group.amount.end)
    if part:
        who = _classify_next(text, part.end()) or "unspecified"
        return _Link(
            replace(group, who=who, noun_start=part.end(), end=part.end()), read_harm(part), "en.toll.of-the-harmed", is_subgroup=True
        )
    them = _OF_THEM.match(text, group.amount.end)
    own = them and AFTER_GROUP.match(text, them.end())
    if own and not re.search(r"\bwho|which\b", text[group.end : own.end()]):
        return _Link(_read_antecedent(group, groups), read_harm(own), "en.toll.of-them", is_subgroup=False)
    if _FREED.match(text, group.end):
        return None
    if them or (_is_part_before(text, group) and not _after(text, group, groups, seen)):
        return None
    word = _after(text, group, groups, seen) or harm_before(text, group.start, seen.starts)
    if word:
        rule = "after" if word.start >= group.end else "before"
        group = _read_antecedent(group, groups) if _OF_THOSE.match(text, group.amount.end) else group
        return _Link(group, word, f"en.toll.{rule}", is_subgroup=_is_part_before(text, group))
    word = _among(text, group)
    if word:
        return _Link(group, word, "en.toll.among", is_subgroup=True)
    word = links_by_syntax(group, sentence)
    return _Link(group, word, "en.toll.syntax") if word else None


def _read_antecedent(group: Group, groups: list[Group]) -> Group:
    """Give "two of them" the kind of the people counted or told of last before."""
    before = [one for one in groups if one.end <= group.start and not one.is_elided]
    return replace(group, who=before[-1].who) if before and group.who in (None, "unspecified") else group


def _classify_next(text: str, start: int) -> str | None:
    """Return the kind of people that the next words name, up to the next mark."""
    match = _NEXT_WORDS.match(text, start)
    words = match.group().split() if match else []
    return next(
        (who for count in range(len(words), 0, -1) if (who := classify_words(words[:count])) and classify_words(words[count - 1 : count])),
        None,
    )


def _is_part_before(text: str, group: Group) -> bool:
    return _SUBGROUP_BEFORE.search(text, max(0, group.start - 40), group.start) is not None


def _after(text: str, group: Group, groups: list[Group], seen: Spotted) -> HarmWord | None:
    """Return the harm that follows a group, unless the group is its doer ("12 militants killed five soldiers")."""
    for end in (group.end, -1):
        at = _tail_end(text, group, seen) if end < 0 else end
        match = AFTER_GROUP.match(text, at)
        if match is None:
            continue
        word = read_harm(match)
        if _is_doer(text, match, word, groups):
            return None
        return word
    return None


def _tail_end(text: str, group: Group, seen: Spotted) -> int:
    """Return where "of the family" or "(from the town)" after a group ends, if a word of harm follows soon."""
    limit = min(len(text), group.end + 130)
    last = max((start for start, end in seen.ends.items() if group.end <= start and end <= limit), default=group.end)
    for end in range(group.end, last):
        if text[end] == " " and AFTER_GROUP.match(text, end) and _TAIL.fullmatch(text, group.end, end):
            return end
    return group.end


def _is_doer(text: str, match: re.Match[str], word: HarmWord, groups: list[Group]) -> bool:
    said = text[word.start : word.end].lower()
    if said not in _DEEDS or _BE.search(text, match.start(), word.start):
        return False
    following = next((group for group in groups if group.start >= word.end and text[word.end : group.start].strip() == ""), None)
    if following is not None:
        return not AFTER_GROUP.match(text, following.end)
    return _OBJECT.match(text, word.end) is not None


def _among(text: str, group: Group) -> HarmWord | None:
    match = AMONG_DEAD.match(text, group.end)
    return read_harm(match) if match else None


def _joins(text: str, left: Group, right: Group) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > 90 or right.start < left.end:
        return False
    if _APART.search(gap):
        return False
    tail = _TAIL.match(text, left.end, right.start)
    if gap.strip() == "":
        return not right.is_elided  # a list that lost its commas
    if _AND.fullmatch(gap):
        return True
    joined = _JOINED.search(gap)
    return bool(tail and joined and _TAIL.fullmatch(gap[: joined.start()].rstrip()))


def _whole_of(text: str, group: Group, direct: dict[int, _Link]) -> _Link | None:
    """Return the figure that a group after "including" or "two of them" is part of."""
    if not _is_part_before(text, group) and not _OF_THEM.match(text, group.amount.end):
        return None
    if _OF_THEM_LATER.match(text, group.amount.end) or _FREED.match(text, group.end):
        return None
    if _OF_THEM.match(text, group.amount.end) and _read_part(text, group) is group:
        return None
    before = [link for link in direct.values() if link.group.start < group.start]
    if before:
        return before[-1]
    return None if _ABOARD.search(text, max(0, group.start - 12), group.start) else next(iter(direct.values()), None)


def _read_part(text: str, group: Group) -> Group:
    them = _OF_THEM.match(text, group.amount.end)
    if them is None:
        return group
    words = [(match.group(), match.end()) for match in _WORDS.finditer(text[them.end() : them.end() + 40])][:3]
    for count in range(len(words), 0, -1):
        who = classify_words([word for word, _ in words[:count]])
        if who not in (None, "unspecified") and classify_words([words[count - 1][0]]) not in (None, "unspecified"):
            return replace(group, who=who, noun_start=them.end(), end=them.end() + words[count - 1][1], is_elided=False)
    return group


def _is_person_count(text: str, link: _Link) -> bool:
    """Drop a lone number that only a loose word of harm makes a count of people."""
    if not link.group.is_elided:
        return not (link.word.harm in (Harm.DETAINED, Harm.DISPLACED) and link.group.who is None)
    said = text[link.word.start : link.word.end].lower()
    return link.word.harm in (Harm.KILLED, Harm.INJURED) or _PLAIN_HARM.search(said) is not None


def _settle_others(links: list[_Link]) -> list[_Link]:
    """Give "others", and numbers without a noun, the kind of the people named before them, when they are of one kind."""
    settled: list[_Link] = []
    for link in links:
        is_bare = link.group.is_elided and not link.is_subgroup and (link.group.amount.low or link.group.amount.high)
        if (link.group.is_other or is_bare) and link.group.who in (None, "unspecified"):
            named = [
                one.whose or one.group
                for one in settled
                if not one.is_subgroup and (one.whose or not one.group.is_elided) and link.group.start - one.group.end < _NEAR
            ]
            kinds = {one.who for one in named}
            is_sum = any(one.rule == "en.toll.sum" for one in settled)
            if len(kinds) == 1 and (kinds <= _HANDED_ON if link.group.is_elided else "unspecified" not in kinds and not is_sum):
                link = replace(link, group=replace(link.group, who=kinds.pop()), whose=named[-1])
        settled.append(link)
    return settled


def _harm_named(word: str) -> Harm | None:
    match = AFTER_GROUP.match(f" {word}")
    return read_harm(match).harm if match else None


def _make_toll(text: str, link: _Link, sentence: Sentence) -> TollMention:
    group, offset = link.group, sentence.span.start
    who = group.who or "unspecified"
    tail = text[group.end : _plain_tail_end(text, group)]
    if who in ("men", "unspecified") and _FROM.match(tail) and _ARMED_BODY.search(tail):
        who = "combatants"
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
