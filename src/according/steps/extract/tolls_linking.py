"""Tell which harm befell each counted group: what the words before, behind and among it say, and what a list or a part hands on."""

import re
from dataclasses import dataclass
from itertools import pairwise

from according.model.answers import Harm
from according.model.parsed import Sentence
from according.model.records import replace
from according.steps.extract.tolls_groups import Group
from according.steps.extract.tolls_harms import AFTER_GROUP, AMONG_DEAD, OF_THE_HARMED, HarmWord, harm_before, is_unreal, read_harm
from according.steps.extract.tolls_inverted import read_among_before, read_brought_to, read_counted, read_kind_around
from according.steps.extract.tolls_singles import links_by_syntax
from according.steps.extract.tolls_spotting import Spotted
from according.steps.extract.tolls_words import classify_words

_SUBGROUP_BEFORE = re.compile(
    r"(?:\bincluding|\bincludes?|\bincluded|\bamong(?:st)?\s+(?:them|whom|those|the\s+dead)(?:\s+(?:were|was))?|\bof\s+(?:whom|them)|\bwith|\bamong(?:st)?\s+them\s+(?:were|are)|\bincl\.?|\binc\.|\b(?:mostly|mainly|notably))\s*(?:at\s+least\s+)?,?\s*$",
    re.IGNORECASE,
)
_PART_ENDS = frozenset(
    "including includes include included them whom those dead were was are with incl inc mostly mainly notably least".split()
) | {""}
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\s+(?:were\s+|are\s+|being\s+)?", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*as\s+well\s+as|,?\s*along\s+with|,?\s*plus|&|,?\s*together\s+with|,?\s*in\s+addition\s+to)?\s*(?:also\s+|another\s+|(?:his|her|their)\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s*\([^)]*\))?"
    r"(?:,\s+(?:including|among\s+them|mostly|mainly|largely|primarily|most|some|half|many|all|both|of\s+whom|\w+\s+of\s+(?:them|whom))\s[^,;.]{1,90},|,\s+[^,;.]{1,60}?\s+among(?:st)?\s+(?:them|whom),?|,?\s+(?:including|among\s+them|among\s+whom)(?:\s+[\w-]+){1,6}?,?)?"
    r"(?:\s+(?:from|of|belonging\s+to|in(?!\s+addition)|at|on|with|aboard|inside)"
    r"(?:\s+(?!(?:and|or|who|were|was|have|has|had|killed|wounded|injured|died|dead|including)\b)[\w'’().-]+){1,8}?)?",
    re.IGNORECASE,
)
_ABOARD = re.compile(r"\bwith\s+$", re.IGNORECASE)  # "a bus with 40 passengers"
_OF_THOSE = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_LATER_DIED = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:\w+\s+)?(?:wounded|injured)(?:\s+(?:people|civilians|soldiers|victims))?\s+(?:(?:later|has|have|had|since)\s+)*(?P<died>died|succumbed)\b",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"\s+among(?:st)?\s+(?:them|whom)(?=\s*(?:[,.;)]|$|and\b|were\b|was\b))", re.IGNORECASE)
_FREED = re.compile(r"\s+(?:were|was|have\s+been|had\s+been)\s+(?:later\s+|since\s+|then\s+)?(?:released|freed|rescued)\b", re.IGNORECASE)
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
_PLAIN_HARM = re.compile(
    r"detain|arrest|kidnap|abduct|missing|displac|taken\s|took|round|jail|imprison|prisoner|hostage|captive|apprehend|carried|fled|uproot|evacuat|homeless|home|forc|driv"
)
_THEN_KILLED = re.compile(
    r",?\s+(?:and|before\s+being)\s+(?:then\s+|later\s+|subsequently\s+|summarily\s+)*(?:were\s+)?(?:then\s+|later\s+)?"
    r"(?P<killed>killed|executed|beheaded|shot\s+dead|gunned\s+down|murdered|massacred|slaughtered)\b",
    re.IGNORECASE,
)
_DISPLACED = "displaced"
_CALLED_DISPLACED = re.compile(r"displaced\s+(?:people|persons|families|civilians|residents|villagers|women|children|men)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:,|,?\s*and)\s+", re.IGNORECASE)  # "30 dead, 50 wounded and 4 captured"
_FEW = 50  # a lone smaller number that "fled" may be the doers
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


@dataclass(frozen=True, slots=True)
class Link:
    """Hold a counted group with the word that tells what befell it."""

    group: Group
    word: HarmWord
    rule: str
    is_subgroup: bool = False
    whose: Group | None = None  # the group that tells what kind of people it is, where its own words do not


def link_groups(text: str, groups: list[Group], sentence: Sentence, seen: Spotted) -> list[Link]:
    """Return each counted group of people with what befell it, in the order of the text; others are left out."""
    direct = {index: link for index, group in enumerate(groups) if (link := _link_directly(text, group, groups, sentence, seen))}
    listed = [index for index, group in enumerate(groups) if not _is_part(text, group)]
    for left, right in pairwise(listed):
        is_listed = right not in direct and left in direct and joins(text, groups[left], groups[right])
        if is_listed and direct[left].word.start < groups[right].start:
            direct[right] = Link(groups[right], direct[left].word, "en.toll.and", direct[left].is_subgroup)
    for left, right in pairwise(listed[::-1]):
        is_listed = right not in direct and left in direct and joins(text, groups[right], groups[left])
        has_own = is_listed and _is_part_before(text, groups[right]) and any(one < right for one in direct)
        if is_listed and not has_own and direct[left].word.start > groups[right].end:
            direct[right] = Link(groups[right], direct[left].word, "en.toll.and", direct[left].is_subgroup)
    for index, group in enumerate(groups):
        if index not in direct and index - 1 in direct and direct[index - 1].is_subgroup and joins(text, groups[index - 1], group):
            direct[index] = Link(group, direct[index - 1].word, "en.toll.and", is_subgroup=True)
        if index not in direct and (whole := _whole_of(text, group, direct)):
            direct[index] = Link(_read_part(text, group), whole.word, "en.toll.part", is_subgroup=True)
    for index, group in enumerate(groups):
        if index not in direct and group.harm_before_noun == _DISPLACED:
            direct[index] = _call_displaced(text, group)
    kept = [link for _, link in sorted(direct.items()) if not _is_one_of_fighters(link)]
    real = [link for link in kept if not is_unreal(text, link.word, link.group.start, seen.words)]
    return [
        link
        for at, link in enumerate(real)
        if _is_person_count(text, link)
        or (
            at
            and real[at - 1].word.harm in (Harm.KILLED, Harm.INJURED)
            and _GOES_ON.fullmatch(text, real[at - 1].word.end, link.group.start)
        )
    ]


def _is_part(text: str, group: Group) -> bool:
    """Say whether a group says itself that it is part of another: "three of them children", "a nurse among them"."""
    return _OF_THEM.match(text, group.amount.end) is not None or _AMONG_THEM.match(text, group.end) is not None


def _is_one_of_fighters(link: Link) -> bool:
    """Say whether it only picks one out: "43 militants, including a leader"."""
    return link.is_subgroup and link.group.who == "combatants" and link.group.amount.low == link.group.amount.high == 1


def _link_directly(text: str, group: Group, groups: list[Group], sentence: Sentence, seen: Spotted) -> Link | None:
    """Return what befell a group by its own words, by what stands around it, or else by the syntax."""
    told = _link_inverted(text, group) or _link_by_own_words(text, group, sentence, seen.starts)
    if told is not None:
        return told
    them = _OF_THEM.match(text, group.amount.end)
    own = them and AFTER_GROUP.match(text, them.end())
    if own and not re.search(r"\bwho|which\b", text[group.end : own.end()]):
        return Link(_read_antecedent(group, groups), read_harm(own), "en.toll.of-them", is_subgroup=False)
    if _FREED.match(text, group.end):
        return None
    if them and (done := harm_before(text, group.start, seen.starts, group.who)):
        return Link(_read_antecedent(group, groups), done, "en.toll.before")  # "killing three of them"
    if them or _AMONG_THEM.match(text, group.end) or (_is_part_before(text, group) and not _after(text, group, groups, seen)):
        return None
    after, before = _after(text, group, groups, seen), harm_before(text, group.start, seen.starts, group.who)
    word = before if before and after and _starts_anew(text, group, after, groups) else after or before
    if word:
        rule = "after" if word.start >= group.end else "before"
        group = _read_antecedent(group, groups) if _OF_THOSE.match(text, group.amount.end) else group
        if group.is_elided and group.who == "unspecified":
            who = read_kind_around(text, group.start, word.end) if rule == "after" else read_counted(text, word)
            group = replace(group, who=who) if who != "unspecified" else group
        return Link(group, word, f"en.toll.{rule}", is_subgroup=_is_part_before(text, group))
    word = _among(text, group)
    if word:
        return Link(group, word, "en.toll.among", is_subgroup=True)
    word = links_by_syntax(group, sentence)
    return Link(group, word, "en.toll.syntax") if word else None


def _call_displaced(text: str, group: Group) -> Link:
    """Link "500 displaced people", of whom nothing worse is told, to what they are called."""
    start = text.lower().find(_DISPLACED, group.amount.end)
    return Link(group, HarmWord(Harm.DISPLACED, start, start + len(_DISPLACED)), "en.toll.harmed-noun")


def _is_subject(group: Group, sentence: Sentence) -> bool:
    """Say whether something is told of a group itself: it is a subject, or a finite verb follows it."""
    end = sentence.span.start + group.end
    head = next((one for one in sentence.tokens if one.span.start < end <= one.span.end), None)
    if head is None:
        return False
    behind = sentence.tokens[head.index + 1] if head.index + 1 < len(sentence.tokens) else head
    return head.dep in {"nsubj", "nsubjpass"} or behind.tag in {"VBD", "VBP", "VBZ", "MD"}


def _link_by_own_words(text: str, group: Group, sentence: Sentence, starts: tuple[int, ...]) -> Link | None:
    """Read what a group is called: martyrs, bodies, wounded people, some of the dead."""
    if not group.is_elided and _MARTYRS.search(text, group.noun_start, group.end):
        return Link(group, HarmWord(Harm.KILLED, group.end - len("martyrs"), group.end), "en.toll.martyrs")
    if not group.is_elided and _BODIES.fullmatch(text, group.noun_start, group.end) and _BROUGHT.search(text):
        return Link(group, HarmWord(Harm.KILLED, group.noun_start, group.end), "en.toll.bodies")
    if group.harm_before_noun and (died := links_by_syntax(group, sentence)) and died.harm is Harm.KILLED and died.start > group.end:
        return Link(group, died, "en.toll.syntax")
    if group.harm_before_noun and (deadly := harm_before(text, group.start, starts, group.who)) and deadly.harm is Harm.KILLED:
        return Link(group, deadly, "en.toll.before")  # "executed 20 captured soldiers"
    if group.harm_before_noun == _DISPLACED:  # who is displaced may be dead: settled last
        return _call_displaced(text, group) if _is_subject(group, sentence) else None
    if group.harm_before_noun:
        harm = _harm_named(group.harm_before_noun)
        start = text.lower().find(group.harm_before_noun, group.amount.end)
        return Link(group, HarmWord(harm, start, start + len(group.harm_before_noun)), "en.toll.harmed-noun") if harm else None
    if later := _LATER_DIED.match(text, group.amount.end):
        return Link(group, HarmWord(Harm.KILLED, later.start("died"), later.end()), "en.toll.died-later")
    part = OF_THE_HARMED.match(text, group.amount.end)
    if part:
        who = _classify_next(text, part.end()) or "unspecified"
        return Link(
            replace(group, who=who, noun_start=part.end(), end=part.end()), read_harm(part), "en.toll.of-the-harmed", is_subgroup=True
        )
    return None


def _link_inverted(text: str, group: Group) -> Link | None:
    if group.is_elided and (counted := read_brought_to(text, group.start, group.end)):
        return Link(replace(group, who=counted[1]), counted[0], "en.toll.brought-to")
    word = read_among_before(text, group.start)
    return Link(group, word, "en.toll.among", is_subgroup=True) if word else None


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
    before = text[max(0, group.start - 14) : group.start].rsplit(None, 1)
    return (
        bool(before)
        and before[-1].rstrip(",.").lower() in _PART_ENDS
        and _SUBGROUP_BEFORE.search(text, max(0, group.start - 40), group.start) is not None
    )


def _after(text: str, group: Group, groups: list[Group], seen: Spotted) -> HarmWord | None:
    """Return the harm that follows a group, unless the group is its doer ("12 militants killed five soldiers")."""
    if seen.starts[-1] < group.end:
        return None
    for end in (group.end, -1):
        at = _tail_end(text, group, seen) if end < 0 else end
        match = AFTER_GROUP.match(text, at)
        if match is None:
            continue
        word = _read_worst(text, read_harm(match))
        if _is_doer(text, match, word, groups) or _CALLED_DISPLACED.match(text, word.start):
            return None
        return word
    return None


def _read_worst(text: str, word: HarmWord) -> HarmWord:
    """Return the death that follows on being held: "were captured and beheaded"."""
    died = _THEN_KILLED.match(text, word.end) if word.harm is Harm.DETAINED else None
    return HarmWord(Harm.KILLED, died.start("killed"), died.end("killed")) if died else word


def _starts_anew(text: str, group: Group, after: HarmWord, groups: list[Group]) -> bool:
    """Say whether the word after a group harms the next one: "killed 11 people, wounded 8"."""
    return "," in text[group.end : after.start] and any(
        text[after.end : one.start].strip() == "" for one in groups if one.start > after.end
    )


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


def joins(text: str, left: Group, right: Group) -> bool:
    """Say whether a comma or "and" joins two groups in one list."""
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


def _whole_of(text: str, group: Group, direct: dict[int, Link]) -> Link | None:
    """Return the figure that a group after "including" or "two of them" is part of."""
    if not _is_part_before(text, group) and not _is_part(text, group):
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


def _is_person_count(text: str, link: Link) -> bool:
    """Drop a lone number that only a loose word of harm makes a count of people."""
    if not link.group.is_elided:
        return not (link.word.harm in (Harm.DETAINED, Harm.DISPLACED) and link.group.who is None)
    said = text[link.word.start : link.word.end].lower()
    if link.word.harm is Harm.DISPLACED and "displac" not in said and (link.group.amount.low or link.group.amount.high or _FEW) < _FEW:
        return False
    return link.word.harm in (Harm.KILLED, Harm.INJURED) or _PLAIN_HARM.search(said) is not None


def _harm_named(word: str) -> Harm | None:
    match = AFTER_GROUP.match(f" {word}")
    return read_harm(match).harm if match else None
