"""Read groups of people with their number: "at least 12 civilians", "dozens of others", "a family of five"."""
# ruff: noqa: E501 (a list of words or a regular expression reads best in one piece)

import re
from dataclasses import replace

from according.model.parsed import Token
from according.model.records import record
from according.steps.extract.tolls_spotting import Spotted
from according.text.numerals import NUMBER_WORDS, find_numerals

HEDGES = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "not less than": "at least", "a minimum of": "at least",
    "more than": "more than", "over": "more than", "upwards of": "more than", "upward of": "more than", "in excess of": "more than",
    "well over": "more than", "up to": "up to", "as many as": "up to", "as high as": "up to", "no more than": "up to", "a maximum of": "up to",
    "fewer than": "up to", "less than": "up to", "about": "about", "around": "about", "some": "about", "approximately": "about",
    "roughly": "about", "nearly": "about", "almost": "about", "close to": "about", "an estimated": "about", "estimated": "about", "circa": "about",
}  # fmt: skip
_WORD_AMOUNTS = {
    "dozens": "dozens", "dozen": "dozens", "scores": "scores", "hundreds": "hundreds", "thousands": "thousands", "millions": "millions",
    "tens": "tens", "tens of thousands": "tens of thousands", "hundreds of thousands": "hundreds of thousands", "several": "several", "some": "some", "many": "some",
    "a number": "some", "a large number": "some", "large numbers": "some", "a few": "several", "a handful": "several", "numerous": "some",
    "multiple": "several", "countless": "some", "others": "some", "various": "some", "an unspecified number": "some",
    "an unknown number": "some", "an undetermined number": "some", "a large group": "some",
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
_OF_FAMILY = re.compile(r"\s+members?\s+of\s+(?:one|the\s+same|a|his|her|their|an?\s+\w+)\s+famil(?:y|ies)\b", re.IGNORECASE)
_FAMILY_OF = re.compile(r"\b(?:(?:an?|one|the|another)\s+)?(?:[a-z]+\s+)?family\s+of\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:(?:the|them|its|their|those|his|her|these|our)\b\s*)?", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+of\s+(?:them|those)\b", re.IGNORECASE)
_SAID = re.compile(r"\s*(?:civilian|resident)?\s*(?:said|told)")
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

CIVILIANS = (
    "civilian citizen resident villager worshipper worshiper pilgrim student passenger farmer worker shopper inhabitant refugee local sibling family families "
    "migrant elder expatriate novice monk nun cleric preacher missionary pastor schoolteacher cleaner vaccinator engineer lawyer judge academic professor lecturer guest customer visitor tourist cyclist "
    "motorcyclist pedestrian electrician technician peasant couple bridegroom spouse grandchild grandchildren churchgoer parishioner trader hunter tenant teaching orphan imam "
    "relative parent father employee teacher bystander nomad shepherd tribesman commuter merchant trader labourer laborer wedding-goer "
    "noncombatant non-combatant mourner protester protestor demonstrator driver fisherman fishermen miner volunteer shopkeeper passer-by passers-by passerby passersby herder herdsman herdsmen vendor grocer baker butcher tailor mechanic staff imam priest mayor son daughter brother sister cousin nephew niece uncle aunt wife husband grandson granddaughter neighbour neighbor"
).split()
CHILDREN = "schoolchild schoolchildren pupil schoolboy schoolgirl child children girl boy infant baby babies minor toddler kid newborn teenager schoolgirl youngster adolescent".split()
WOMEN = "woman women mother grandmother".split()
MEN = ["man", "men"]
MEDICS = "medic doctor nurse paramedic surgeon medical ambulance health rescuer responder pharmacist".split()
JOURNALISTS = "journalist reporter cameraman cameramen photographer correspondent media newsman newsmen".split()
POLICE = "police policeman policemen policewoman policewomen gendarme".split()
COMBATANTS = (
    "soldier troop fighter militant rebel insurgent terrorist jihadist jihadi gunman gunmen militiaman militiamen militia serviceman servicemen pilot airman airmen "
    "commander general colonel lieutenant captain sergeant guard mercenary mercenaries force forces peshmerga commando marine recruit cadet conscript bomber "
    "personnel operative element member officer crewman crewmen crew radical extremist paramilitary paramilitaries guerrilla sniper leader attacker assailant "
    "warrior peacekeeper combatant infiltrator dissident loyalist separatist reservist paratrooper navigator co-pilot gunner bodyguard"
).split()
UNSPECIFIED = (
    "people person persons other others more victim life lives casualty casualties dead body bodies martyr prisoner detainee hostage captive foreigner national "
    "suspect corpse fatality fatalities death deaths injury injuries inmate wounded injured individual human soul colleague injure supporter man-made activist "
    "defendant survivor member"
).split()
_OBJECTS = (
    "house home building vehicle tank rocket shell missile bomb barrel mile kilometre kilometer km metre meter year day hour week month minute village town city cities area "
    "plane aircraft helicopter drone jet warplane attack strike airstrike raid sortie ton tonne dollar percent time sheep cow camel animal truck car bus school hospital mosque "
    "church shop bridge checkpoint position site target weapon gun rifle round militia-held country countries nation province district neighbourhood neighborhood street bakery "
    "bakeries breach violation agreement group party parties organisation organization point part front side base depot warehouse facility facilities boat ship job state "
    "incident explosion blast clash clashes battle headline source report case operation crime massacre war cell mortar projectile artillery piece stage phase issue question "
    "reason factor thing structure tower farm field tent camp barrack outpost convoy device sanction vote step measure effort gain loss losses level condition front-line line "
    "launcher tanker bulldozer trailer carrier computer center centre quarter border shelter order power number matter container generator tractor bird goat horse donkey dog "
    "chicken livestock cattle animal"
).split()
_WORKER_ENDING = re.compile(r"[a-z]{3}(?:ers|ors)$")
_NO_TRADE = frozenset(
    "defender attacker raider invader occupier aggressor collaborator supporter follower backer deserter foreigner stranger villager ringleader prisoner "
    "contender kidnapper captor smuggler murderer killer looter rioter hijacker partner brother traitor sympathiser sympathizer traitor perpetrator robber hacker".split()
)
_PERSON_ENDING = re.compile(r"(?:ers|ors|ists|men|women|ians|ants|ees|oers|ese|kin)$")


@record(frozen=True, slots=True)
class Amount:
    """Hold how many, as the words say it."""

    start: int
    end: int
    low: int | None
    high: int | None
    wording: str


@record(frozen=True, slots=True)
class Group:
    """Hold a group of people with its number; offsets count in the sentence.

    Args:
        noun_start: first character of the words after the number; equal to `end` when the number stands alone.
        end: one past the noun phrase.
        who: the group's coarse name, None when the words name no people.
        is_elided: the number stands alone ("killing six") or with "more".
        is_other: "others", who are of the kind named before.
    """

    amount: Amount
    noun_start: int
    end: int
    who: str | None
    is_elided: bool
    is_other: bool
    harm_before_noun: str | None = None

    @property
    def start(self) -> int:
        """Return the first character of the number with its hedge."""
        return self.amount.start


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


def read_group(text: str, amount: Amount, tokens: tuple[Token, ...], offset: int, seen: Spotted) -> Group | None:
    """Read the noun phrase after a number; None when it counts things, not people."""
    family = _OF_FAMILY.match(text, amount.end)
    if family:
        return Group(amount, amount.end + 1, family.end(), "civilians", False, False)
    family_of = _FAMILY_OF.search(text, max(0, amount.start - 20), amount.start)
    if family_of:
        amount = replace(amount, start=family_of.start())
        return Group(amount, amount.end, amount.end, "civilians", False, False)
    position = amount.end
    harm_before: str | None = None
    if text[position : position + 1] in _CLOSING:
        position += 1  # "about thirty" men
    link = _OF.match(text, position)
    if link and not _OF_THOSE.match(link.group()):
        position = link.end()
    words = _collect_words(text, position, tokens, offset, seen)
    if not words:
        start = _next_word(text, position)
        end = seen.ends.get(start)
        harm = text[start:end].lower() if end else ""
        if end and harm.isalpha():
            after = _collect_words(text, end, tokens, offset, seen)
            who = classify_words([word for word, _, _ in after]) if after else None
            if who and after[-1][0].lower() != "others" and not _SAID.match(text, end):
                return Group(amount, after[0][1], after[-1][2], who, False, False, harm)
        is_next = _ANOTHER.match(text, amount.start) is not None
        return Group(amount, amount.end, amount.end, "unspecified", True, is_next, harm_before)
    plain = [word.lower() for word, _, _ in words]
    if amount.low == amount.high == 1 and plain[-1] == "family":
        return None
    is_other = plain[-1] in ("others", "other")
    if plain[-1] == "more":
        return Group(amount, words[0][1], words[-1][2], "unspecified", True, False)
    who = classify_words([word for word, _, _ in words])
    if _stem(plain[-1]) == "member" and _COMMUNITY.match(text, words[-1][2]):
        who = "unspecified"
    return None if who is None else Group(amount, words[0][1], words[-1][2], who, False, is_other)


_COMMUNITY = re.compile(
    r"\s+of\s+(?:an?|the|his|her|their|one)\s+(?:[\w-]+\s+){0,3}?(?:tribe|famil\w+|clan|communit\w+|sect|minority|congregation|parliament|public|staff|crew|delegation)\b",
    re.IGNORECASE,
)


_CLOSING = frozenset('"”’»')
_STAFF = frozenset("worker staff employee personnel member crew".split())
_AID = frozenset("aid humanitarian relief charity ngo un u.n unicef unhcr wfp msf icrc".split())
_KIND_OF = {
    noun: name
    for name, nouns in (
        ("combatants", COMBATANTS), ("civilians", CIVILIANS), ("police", POLICE), ("journalists", JOURNALISTS), ("medics", MEDICS),
        ("women", WOMEN), ("children", CHILDREN),
    )
    for noun in nouns
}  # fmt: skip


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def classify_words(words: list[str]) -> str | None:
    """Return the coarse group that the last telling noun names; None when the words count things."""
    lowered = [word.lower().replace("’", "'").removesuffix("'s").removesuffix("'") for word in words]
    last = _stem(lowered[-1])
    if last in _OBJECTS:
        return None
    if any((age := _YEARS_OLD.match(word)) and int(age[1]) < _OF_AGE for word in lowered):
        return "children"
    if staff := _classify_staff(lowered, last):
        return staff
    if len(lowered) == 1 and last == "guard":
        return "unspecified"
    for word in reversed(lowered):
        kind = _KIND_OF.get(word) or _KIND_OF.get(_stem(word))
        if kind:
            return kind
    if _stem(lowered[-1]) in MEN:
        return "men"
    if any(_stem(word) in UNSPECIFIED or word in UNSPECIFIED for word in lowered):
        return "unspecified"
    if words[-1][0].isupper():
        return "unspecified"
    if _PERSON_ENDING.search(lowered[-1]):
        return "civilians" if _WORKER_ENDING.search(lowered[-1]) and last not in _NO_TRADE else "unspecified"
    return None


def _classify_staff(lowered: list[str], last: str) -> str | None:
    """Read those whose own noun says little: "health workers", "UN staff", "police officers"."""
    if last in _STAFF and any(_stem(word) in _AID for word in lowered[:-1]):
        return "aid workers"
    if any(_stem(word) in ("medical", "ambulance", "health") for word in lowered[:-1]) and last in (
        "staff",
        "worker",
        "crew",
        "personnel",
        "team",
        "member",
    ):
        return "medics"
    if last == "member" and lowered[:-1] and lowered[-2] in ("staff", "family"):
        return "civilians"
    if "media" in lowered[:-1] and last in ("worker", "activist", "staff"):
        return "journalists"
    if "police" in lowered[:-1] and last in ("officer", "personnel", "member", "force", "recruit"):
        return "police"
    return None


def _stem(word: str) -> str:
    tail = word.rsplit("-", 1)[-1]
    return tail[:-1] if tail.endswith("s") and not tail.endswith("ss") and len(tail) > 3 else tail


def _collect_words(text: str, position: int, tokens: tuple[Token, ...], offset: int, seen: Spotted) -> list[tuple[str, int, int]]:
    words: list[tuple[str, int, int]] = []
    first = 0
    match = _NEXT.match(text, max(position - 1, 0) if position and text[position - 1 : position].isspace() else position)
    while match and len(words) < 7:
        word, start = match.group(1), match.start(1)
        if (word.lower() in _STOPS and not (word.isupper() and len(word) > 1)) or word.lower() in _NUMBER_WORDS or start in seen.ends:
            break
        while first < len(tokens) and tokens[first].span.start - offset < start:
            first += 1
        if first < len(tokens) and tokens[first].span.start - offset == start and _stops_by_syntax(tokens[first]):
            break
        words.append((word, start, match.end(1)))
        if word.lower() in ("others", "people", "persons", "them") and not text[match.end(1) :].startswith(("'", "’")):
            break
        match = _NEXT.match(text, match.end(1))
    return words


_STOPS = frozenset(
    (
        "a an the and or but nor of from in on at by with to for as is are was were be been being has have had having do does did who whom whose which that this these those "
        "when while where after before since during until near around inside outside within without among amid including include included also later then than said say says "
        "told reported according not no he she it they we you his her its their our would could may might will can shall should must into onto over under between through "
        "against because if so both either reportedly allegedly still yet all some several many there here because left leaving left made came"
    ).split()
)


_NEXT = re.compile(r"\s+([A-Za-zÀ-ÿ][\w'’/-]*|\d+-year-olds?\b)")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty".split()
)


def _stops_by_syntax(token: Token) -> bool:
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.pos == "VERB":
        return token.dep not in ("amod", "compound", "nmod")
    return token.pos in ("AUX", "ADP", "CCONJ", "SCONJ", "PUNCT", "PRON")


_ANOTHER = re.compile(
    r"\b(?:another|an?\s+(?:second|third|fourth|fifth|sixth)|the\s+(?:second|third|fourth|fifth|sixth))"
    r"(?=\s*[.,;]|\s+(?:was|is|were|has|had|who|died|killed|wounded|injured|remains?|in|and|on|at|later|seriously|critically|slightly)\b)",
    re.IGNORECASE,
)
_NEXT_ONE = frozenset({"another", "second", "third", "fourth", "fifth", "sixth"})


def _find_ones(text: str, counted: list[Amount], seen: Spotted) -> list[Amount]:
    """Count "a pilot" and "an old man" as one, where a noun for a person follows soon; "a couple" are two."""
    ones = [Amount(match.start(), match.end(), 1, 1, "exact") for match in _ANOTHER.finditer(text)] if seen.has(_NEXT_ONE) else []
    for match in _ONE_PERSON.finditer(text):
        words = match["words"].split()
        person = next((at for at, word in enumerate(words) if _is_singular_person(word)), None)
        if person is None or any(word.lower() in _STOPS for word in words[: person + 1]):
            continue
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        if not any(match.start() < one.end and one.start < match.end("article") for one in (*counted, *ones)):
            count = 2 if words[person].lower() == "couple" else 1
            ones.append(Amount(match.start(), match.end("article"), count, count, "exact"))
    return ones


_ONE_PERSON = re.compile(r"\b(?P<article>[Aa]n?|[Aa]nother)(?=\s+(?P<words>[\w'’-]+(?:\s+[\w'’-]+){0,4}))")
_MASS = frozenset(
    "police people troop force forces security militia media personnel family families crew medical health ambulance crewmen men women children element operative".split()
)


_PERSONS = frozenset(
    {*CIVILIANS, *CHILDREN, *WOMEN, *MEDICS, *JOURNALISTS, *POLICE, *COMBATANTS, "man", "person", "hostage", "prisoner", "activist"}
)
_ONE_PERSON_NOUNS = frozenset(part for noun in _PERSONS - _MASS for part in (noun, *noun.split("-"))) | _NEXT_ONE | {"old"}


def _is_singular_person(word: str) -> bool:
    plain = word.lower()
    if plain in _MASS:
        return False
    return plain in _PERSONS or _YEARS_OLD.match(plain) is not None


_YEARS_OLD = re.compile(r"(\d+)-year-olds?$")
_OF_AGE = 18


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
