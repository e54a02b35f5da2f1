"""Find the amounts in a sentence that may count people, with their bounds and their wording."""

import re

from according.model.records import record
from according.steps.extract.tolls_spotting import Spotted
from according.steps.extract.tolls_words import CHILDREN, CIVILIANS, COMBATANTS, JOURNALISTS, MEDICS, POLICE, WOMEN, YEARS_OLD
from according.text.numerals import NUMBER_WORDS, find_numerals

HEDGES = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "not less than": "at least",
    "a minimum of": "at least", "more than": "more than", "over": "more than", "upwards of": "more than", "upward of": "more than",
    "in excess of": "more than", "well over": "more than", "up to": "up to", "as many as": "up to", "as high as": "up to",
    "no more than": "up to", "a maximum of": "up to", "fewer than": "up to", "less than": "up to", "about": "about", "around": "about",
    "some": "about", "approximately": "about", "roughly": "about", "nearly": "about", "almost": "about", "close to": "about",
    "an estimated": "about", "estimated": "about", "circa": "about",
}  # fmt: skip
_WORD_AMOUNTS = {
    "dozens": "dozens", "dozen": "dozens", "scores": "scores", "hundreds": "hundreds", "thousands": "thousands", "millions": "millions",
    "tens": "tens", "tens of thousands": "tens of thousands", "hundreds of thousands": "hundreds of thousands", "several": "several",
    "some": "some", "many": "some", "a number": "some", "a large number": "some", "large numbers": "some", "a few": "several",
    "a handful": "several", "numerous": "some", "multiple": "several", "countless": "some", "others": "some", "various": "some",
    "an unspecified number": "some", "an unknown number": "some", "an undetermined number": "some", "a large group": "some",
}  # fmt: skip
_HEDGE = "|".join(sorted((re.escape(words) for words in HEDGES), key=len, reverse=True)).replace(r"\ ", r"\s+")
_AMOUNT_WORD = "|".join(sorted((re.escape(words) for words in _WORD_AMOUNTS), key=len, reverse=True)).replace(r"\ ", r"\s+")
_BEFORE_NUMBER = re.compile(rf"\b(?P<hedge>{_HEDGE})\s+(?:another\s+|a\s+further\s+|a\s+total\s+of\s+)?$", re.IGNORECASE)
_PLAIN_BEFORE = re.compile(r"\b(?:another|a\s+further|a\s+total\s+of|the|other|all|an\s+additional)\s+$", re.IGNORECASE)
_NOT_A_COUNT_BEFORE = re.compile(
    r"(?:\b(?:aged?|article|resolution|highway|route|chapter|no\.|number|channel|m|km|GMT|page|level|Jan|Feb|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|#)\s*$"
)
_NOT_A_COUNT_AFTER = re.compile(
    r"\s*(?:%|[-–\s]year|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|(?:per\s+cent|percent|kilomet|km|mile|metre|meter|GMT|am\b|pm\b|hours?\b|minutes?\b|days?\b|weeks?\b|months?\b|a\.m|p\.m|square|tons?\b|tonnes?\b|dollars?\b|times\b))"
)
_PARENT_OF = re.compile(
    r"\b(?:father|mother|parent|dad|mum|mom|grandfather|grandmother|widow|widower)s?\s+of\s+$", re.IGNORECASE
)  # "a father of four"
_AGE_OF = re.compile(r"\b(?:boy|girl|child|baby|man|woman|youth|teenager|student|daughter|son)s?\s+of\s+(?:about\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(r"\bcompared\s+(?:with|to)\s+$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|by|until|from|during|before|after|the|mid|early|late)[\s-]+$", re.IGNORECASE)
_PEOPLE_NEXT = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:people|persons|civilians|soldiers|troops|fighters|others|families|men|were|killed|wounded|injured|dead)\b"
)
_WORDS_ALONE = re.compile(rf"\b(?P<word>{_AMOUNT_WORD})\b(?!\s+(?:\d|of\s+the\s+most|of\s+them|of\s+whom))", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HEDGE_ENDS = frozenset({*(words.split()[-1] for words in HEDGES), "another", "further", "of"})
_AGED = re.compile(r"\b[Aa]ged?\s+(?:between\s+)?(?:\w+\s*(?:,|and|to|or)\s*){0,3}$")
_EVERY = re.compile(r"\b(?:no|any|every|each)[\s-]$", re.IGNORECASE)
_GOES_ON = re.compile(r"[.\-/]\d")
_IS_RANGE = re.compile(r"-\d{1,3}(?![\d-])")
_NO_START = re.compile(r"[/:]$|\d[.-]$")
_NO_START_ENDS = frozenset("/:.-")
_LEADS = frozenset({"of", "about", "with", "to"})
_RANGE_BEFORE = re.compile(r"(?<![\d.-])\d{1,3}[-–]$")
_HOW = re.compile(r"\b(?:the|of|how|too|so|as|a)\s+$")
_ALONE = frozenset(words.split()[-1] if words.startswith("a") else words.split()[0] for words in _WORD_AMOUNTS) | {
    "tens",
    "hundreds",
    "large",
}
_RANGE_GAP = re.compile(r"\s*(?:-|–|to|or)\s*|\s+and\s+", re.IGNORECASE)


@record(frozen=True, slots=True)
class Amount:
    """Hold how many, as the words say it."""

    start: int
    end: int
    low: int | None
    high: int | None
    wording: str


def find_amounts(text: str, seen: Spotted) -> tuple[Amount, ...]:
    """Find the numbers and number-like words of a sentence that may count people."""
    has_number = seen.has(NUMBER_WORDS) or _DIGIT.search(text) is not None
    numerals = [one for one in find_numerals(text) if _may_count(text, one.value, one.start, one.end)] if has_number else []
    found: list[Amount] = []
    at = 0
    while at < len(numerals):
        first = numerals[at]
        words = text[max(0, first.start - 14) : first.start].lower().split()
        last_word = words[-1] if words else ""
        hedge = _BEFORE_NUMBER.search(text, max(0, first.start - 50), first.start) if last_word in _HEDGE_ENDS else None
        is_between = last_word == "between"
        if (
            at + 1 < len(numerals)
            and _is_range(text, first.end, numerals[at + 1].start, is_between=is_between)
            and first.value < numerals[at + 1].value
        ):
            last = numerals[at + 1]
            start = first.start - len("between ") if is_between else first.start
            found.append(Amount(start, last.end, first.value, last.value, "between"))
            at += 2
            continue
        found.append(_hedged(text, first.start, first.end, first.value, hedge))
        at += 1
    if seen.has(_ONE_PERSON_NOUNS):
        found += _find_ones(text, found, seen)
    taken = [(one.start, one.end) for one in found]
    for match in _WORDS_ALONE.finditer(text) if seen.has(_ALONE) else ():
        if not any(match.start() < end and start < match.end() for start, end in taken) and not _is_others_alone(match):
            wording = _WORD_AMOUNTS[" ".join(match["word"].lower().split())]
            found.append(Amount(match.start(), match.end(), None, None, wording))
    return tuple(sorted(found, key=lambda one: one.start))


STOPS = frozenset(
    (
        "a an the and or but nor of from in on at by with to for as is are was were be been being has have had having do does did who "
        "whom whose which that this these those when while where after before since during until near around inside outside within "
        "without among amid including include included also later then than said say says told reported according not no he she it "
        "they we you his her its their our would could may might will can shall should must into onto over under between through "
        "against because if so both either reportedly allegedly still yet all some several many there here because left leaving left "
        "made came mostly mainly largely chiefly primarily loyal allied affiliated belonging"
    ).split()
)
ANOTHER = re.compile(
    r"\b(?:another|an?\s+(?:second|third|fourth|fifth|sixth)|the\s+(?:second|third|fourth|fifth|sixth))"
    r"(?=\s*[.,;]|\s+(?:was|is|were|has|had|who|died|killed|wounded|injured|remains?|in|and|on|at|later|seriously|critically|slightly)\b)",
    re.IGNORECASE,
)
_NEXT_ONE = frozenset({"another", "second", "third", "fourth", "fifth", "sixth"})


def _find_ones(text: str, counted: list[Amount], seen: Spotted) -> list[Amount]:
    """Count "a pilot" and "an old man" as one, where a noun for a person follows soon; "a couple" are two."""
    ones = [Amount(match.start(), match.end(), 1, 1, "exact") for match in ANOTHER.finditer(text)] if seen.has(_NEXT_ONE) else []
    for match in _ONE_PERSON.finditer(text):
        words = match["words"].split()
        person = next((at for at, word in enumerate(words) if _is_singular_person(word)), None)
        if person is None or any(word.lower() in STOPS for word in words[: person + 1]):
            continue
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        if not any(match.start() < one.end and one.start < match.end("article") for one in (*counted, *ones)):
            count = 2 if words[person].lower() == "couple" else 1
            ones.append(Amount(match.start(), match.end("article"), count, count, "exact"))
    return ones


_ONE_PERSON = re.compile(r"\b(?P<article>[Aa]n?|[Aa]nother)(?=\s+(?P<words>[\w'’-]+(?:\s+[\w'’-]+){0,4}))")
_MASS = frozenset(
    "police people troop force forces security militia media personnel family families crew medical health ambulance crewmen men "
    "women children element operative".split()
)
_PERSONS = frozenset(
    {*CIVILIANS, *CHILDREN, *WOMEN, *MEDICS, *JOURNALISTS, *POLICE, *COMBATANTS, "man", "person", "hostage", "prisoner", "activist"}
)
_ONE_PERSON_NOUNS = frozenset(part for noun in _PERSONS - _MASS for part in (noun, *noun.split("-"))) | _NEXT_ONE | {"old"}


def _is_singular_person(word: str) -> bool:
    plain = word.lower()
    if plain in _MASS:
        return False
    return plain in _PERSONS or YEARS_OLD.match(plain) is not None


def _may_count(text: str, value: int, start: int, end: int) -> bool:
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    last = before.rsplit(None, 1)[-1].lower() if before.strip() else ""
    if last in _LEADS and (_PARENT_OF.search(before) or _AGE_OF.search(before) or _COMPARED.search(before)):
        return False
    if _NOT_A_COUNT_AFTER.match(after) or (_NOT_A_COUNT_BEFORE.search(before) and not _PEOPLE_NEXT.match(after)):
        return False
    if ("age" in before.lower() and _AGED.search(before)) or (value == 1 and _EVERY.search(before)):
        return False
    if 1900 <= value <= 2099 and text[start:end].isdigit() and (_YEAR_BEFORE.search(before) or not _PEOPLE_NEXT.match(after)):
        return False
    if _GOES_ON.match(after) and not _IS_RANGE.match(after):
        return False
    return before[-1:] not in _NO_START_ENDS or not _NO_START.search(before) or _RANGE_BEFORE.search(before) is not None


def _is_range(text: str, end: int, start: int, *, is_between: bool) -> bool:
    gap = text[end:start]
    return bool(_RANGE_GAP.fullmatch(gap)) and (is_between or gap.strip().lower() != "and")


def _hedged(text: str, start: int, end: int, value: int, hedge: re.Match[str] | None) -> Amount:
    if hedge is None:
        plain = _PLAIN_BEFORE.search(text, max(0, start - 30), start)
        return Amount(plain.start() if plain else start, end, value, value, "exact")
    wording = HEDGES[" ".join(hedge["hedge"].lower().split())]
    low = None if wording == "up to" else value
    high = None if wording in ("at least", "more than") else value
    return Amount(hedge.start(), end, low, high, wording)


def _is_others_alone(match: re.Match[str]) -> bool:
    if match["word"].lower() == "others":
        return True
    is_doubtful = match["word"].lower() in ("many", "dozen", "several")
    return is_doubtful and _HOW.search(match.string, max(0, match.start() - 10), match.start()) is not None
