"""Know the words of harm to people, and whether they say that it happened."""
# ruff: noqa: E501 (a list of words or a regular expression reads best in one piece)

import re

from according.model.answers import Harm
from according.model.records import record
from according.text.letters import lower_evenly

# after the group: "12 people were killed", "three dead"
_AFTER = {
    Harm.KILLED: r"killed|dead|died|die|dying|slain|perish(?:ed)?|executed|massacred|murdered|assassinated|beheaded|slaughtered|eliminated|neutrali[sz]ed|martyred|drowned|"
    r"deceased|lost\s+(?:their|his|her|its)\s+li(?:ves|fe)|shot\s+dead|gunned\s+down|deaths|fatalities|burn(?:ed|t)\s+to\s+death|lynched|"
    r"succumb(?:ed|ing)?|attain(?:ed|ing)\s+(?:the\s+honou?r\s+of\s+)?martyrdom|f[ae]ll\s+(?:as\s+)?martyrs?|(?:gave|laid\s+down|sacrificed)\s+(?:their|his|her)\s+li(?:ves|fe)|"
    r"met\s+(?:their|his|her)\s+(?:deaths?|end)|f[ae]ll(?:en)?(?=\s+(?:in\s+(?:the\s+)?(?:battles?|fighting|combat|action|clashes|attack|fight|defen[cs]e|line)|on\s+the\s+(?:battlefield|front)|and\b)|\s*[.,;])|"
    r"embraced\s+martyrdom",
    Harm.INJURED: r"injured|wounded|hurt|maimed|hospitali[sz]ed|suffered\s+(?:\w+\s+){0,2}(?:injuries|wounds|symptoms|burns|suffocation|breathing)|(?:were\s+)?treated\s+for|"
    r"sustained\s+(?:\w+\s+){0,2}(?:injuries|wounds)|suffering\s+from|injuries|poisoned|suffocated|choked|receiv(?:ed|ing)\s+(?:\w+\s+){0,2}(?:injuries|wounds|burns)|in\s+(?:the\s+)?hospitals?|with\s+(?:[\w-]+\s+){0,2}?(?:wounds|injuries|burns)|(?:receiving|under)\s+(?:medical\s+)?treatment",
    Harm.MISSING: r"missing|unaccounted\s+for|disappeared|went\s+missing",
    Harm.DETAINED: r"detained|arrested|captured|imprisoned|jailed|taken\s+prisoner|rounded\s+up|taken\s+into\s+custody|apprehended|"
    r"abducted|kidnapped|kidnaped|taken\s+(?:hostage|captive|away|into\s+captivity|from\s+(?:their|his|her))|made\s+prisoners?|carried\s+off|snatched|held\s+(?:hostage|captive)|seized\s+as\s+hostages",
    Harm.DISPLACED: r"displaced|displaces|fled|flee|fleeing|evacuated|uprooted|driven\s+from|forced\s+to\s+(?:flee|leave)|forced\s+from\s+their|(?:left|leave|leaving)\s+their\s+(?:homes|houses|villages)|homeless|"
    r"(?:were\s+able\s+to\s+)?leave\s+the\s+(?:area|city|town)|abandoned\s+their\s+homes|moved?\s+(?:to\s+safer|north|south|east|west)\w*",
}  # fmt: skip
# before the group: "killed 12 people", "the bodies of two men"
_BEFORE = {
    Harm.KILLED: r"kill(?:ed|ing|s)?|execut(?:ed|ing|es?)|massacr(?:ed|ing)|murder(?:ed|ing|s)?|assassinat(?:ed|ing)|behead(?:ed|ing|s)?|slaughter(?:ed|ing)|eliminat(?:ed|ing)|"
    r"neutrali[sz](?:ed|ing)|lynch(?:ed|ing)|sho(?:t|oting)\s+dead|gun(?:ned|ning)\s+down|(?:claim(?:ed|ing|s)?|took|take[sn]?|taking|cost(?:ing|s)?)(?:\s+(?:the\s+)?li(?:ves|fe)\s+of)?|"
    r"los(?:t|ing)|(?:deaths?|killings?|murders?|executions?|assassinations?|massacres?|bod(?:y|ies)|corpses|beheadings?|loss)\s+of|"
    r"(?:death\s+toll|toll|number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|victims|those\s+killed|people\s+killed))(?:\s+[\w'’-]+){0,8}?\s+(?:to|at|of|reached|hit|reaching|exceeded|exceeds|is|was|stands\s+at|stood\s+at)|"
    r"(?:death\s+toll|toll|number\s+of\s+(?:[\w'’-]+\s+){1,4}?(?:dead|deaths|fatalities|victims|killed|martyrs))(?:\s+[\w'’-]+){0,18}?\s+(?:(?:risen|climbed|jumped|grown|increased|gone\s+up|rose)\s+to|reached|stands\s+at|stood\s+at|to)|"
    r"number\s+of\s+(?:the\s+)?martyrs(?:\s+[\w'’-]+){0,6}?\s+(?:to|at|is|was)|kill|burying|buried",
    Harm.INJURED: r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing|s)?|maim(?:ed|ing)|injur(?:ies|y)\s+(?:of|to)|wounding\s+of",
    Harm.DETAINED: r"detain(?:ed|ing|s)|arrest(?:ed|ing|s)|captur(?:ed|ing|es)|imprison(?:ed|ing)|jail(?:ed|ing)|(?:arrests?|detention|capture)\s+of|apprehend(?:ed|ing)|round(?:ed|ing)\s+up|"
    r"abduct(?:ed|ing|s)|kidnap(?:p?ed|p?ing|s)|(?:abduction|kidnapping|kidnap)\s+of|t(?:ook|aking)\s+(?:hostage|captive)|carr(?:ied|ying)\s+off|snatch(?:ed|ing)|seiz(?:ed|ing)",
    Harm.DISPLACED: r"displac(?:ed|ing|es)|evacuat(?:ed|ing)|uproot(?:ed|ing)|forc(?:ed|ing)|driv(?:en|ing)|drove|(?:displacement|evacuation|exodus|flight)\s+of|"
    r"number\s+of\s+(?:[\w'’-]+\s+){0,5}?(?:displaced|fled)(?:\s+[\w'’-]+){0,12}?\s+(?:(?:risen|climbed|jumped|grown|increased|rose)\s+to|reached|stands\s+at|stood\s+at|to|at)",
}  # fmt: skip
_NEEDS_LIVES = re.compile(r"^(?:claim\w*|to[ok]+|take[sn]?|taking|cost\w*|los(?:t|ing)|burying|buried)$", re.IGNORECASE)
_NEEDS_FLIGHT = re.compile(r"^(?:forc(?:ed|ing)|driv(?:en|ing)|drove)$", re.IGNORECASE)
_AUX = r"(?:have|has|had|were|was|are|is|been|being|be|also|reportedly|later|immediately|allegedly|instantly|all|both|feared|believed|presumed|confirmed|reported|left|still|who|that|which|initially|either|now|then|subsequently|brutally|reported\s+as|listed\s+as|found|remain(?:s|ed)?|to|have\s+to|had\s+to|critically|seriously|badly|severely|slightly)"


def alternatives(table: dict[Harm, str]) -> str:
    """Return a pattern with one group for each harm."""
    return "|".join(f"(?P<{harm.value}>{words})" for harm, words in table.items())


AFTER_GROUP = re.compile(rf"\s*,?\s*(?:\({_AUX}?\s*)?(?:{_AUX}\s+)*(?:{alternatives(_AFTER)})\b", re.IGNORECASE)
HARM_WORD = re.compile(rf"(?:{'|'.join(_AFTER.values())})\b")  # asked of small letters
BEFORE_GROUP = re.compile(
    rf"\b(?:{alternatives(_BEFORE)})\s+(?:off\s+|dead\s+|down\s+)?(?:also\s+|another\s+|with\s+it\s+)?$", re.IGNORECASE
)
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?"
AMONG_DEAD = re.compile(
    rf"\s*(?:,?\s*(?:\w+\s+){{0,3}})?(?:were|was|are|is|made\s+up)\s+(?:\w+\s+){{0,2}}?(?:(?:among|amongst|of)\s+(?:(?:the|those)\s+)?(?:\d+|{_COUNT}|at\s+least|more\s+than|some)|(?:(?:among|amongst|of)\s+)?(?:the|those|rest\s+of\s+the))\s+(?:[\w-]+\s+){{0,5}}?"
    rf"(?:{alternatives({Harm.KILLED: 'dead|killed|deceased|victims|casualties|fatalities', Harm.INJURED: 'wounded|injured'})})\b",
    re.IGNORECASE,
)
OF_THE_HARMED = re.compile(
    rf"\s+of\s+(?:the|those|them|all\s+those)?\s*(?:\d+\s+)?(?:{alternatives({Harm.KILLED: 'dead|killed|deceased|victims|fatalities', Harm.INJURED: 'wounded|injured'})})\b"
    r"(?P<rest>(?:\s+[\w'’-]+){0,5}?\s+(?:were|was|are|is)\s+)",
    re.IGNORECASE,
)
_UNREAL_BEFORE = re.compile(
    r"\b(?:could|may|might|would|will|shall|should|must|can|cannot|not|never|n't|didn't|unable\s+to|able\s+to|fail(?:ed|s|ing)?\s+to|(?:tried|try|trying|tries)\s+to|"
    r"(?:attempt(?:ed|s|ing)?|plann?(?:ed|s|ing)?|threaten(?:ed|s|ing)?|vow(?:ed|s)?|pledg(?:ed|es)|want(?:ed|s)?|order(?:ed|s)?|intend(?:ed|s)?|aim(?:ed|s|ing)?|hop(?:ed|ing)|"
    r"call(?:ed|s|ing)?(?:\s+for)?|prepar(?:ed|ing)|sought|conspir(?:ed|ing)|plot(?:ted|ting)?|designed|meant|ready|about)\s+(?:\w+\s+)?to|to|without|avoid(?:ed|ing)?|prevent(?:ed|ing)?|"
    r"deny|denied\s+having|neither|nor)\s+(?:\w+ly\s+)?(?P<aux>be\s+|been\s+|have\s+|have\s+been\s+|being\s+)?$",
)  # asked of small letters
_FORCED_TO = re.compile(
    r"\b(?:forc(?:ed|ing)|compell(?:ed|ing)|prompt(?:ed|ing)|caus(?:ed|ing)|led|oblig(?:ed|ing)|had|have|has)\b[^.;]{0,70}?\bto\s+$",
    re.IGNORECASE,
)
_REACH = 120  # characters from "the death toll" to its number
_IF = frozenset({"if", "unless", "case", "event"})
_LIVES = re.compile(r"(?:[\w.,-]+\s+){1,6}?(?:lives|soldiers|troops|fighters|men|civilians)\b", re.IGNORECASE)
_LOST = frozenset({"combatants", "police", "medics", "journalists", "aid workers", "civilians", "children", "women"})
_LOSING = frozenset({"lost", "losing"})
_CAPTIVE = re.compile(r"(?:[\w.,'’-]+\s+){1,6}?(?:prisoners?|hostages?|captives?|into\s+(?:custody|captivity))\b", re.IGNORECASE)
_FLIGHT = re.compile(
    r"\b(?:to\s+(?:flee|leave|evacuate)|from\s+(?:their|its|the)?\s*(?:homes?|villages?|land)|out\s+of\s+their)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:were|was|been|being|be|is|are)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
_UNREAL_INSIDE = re.compile(r"\b(?:could|(?:may|might)(?!\s+(?:\w+ly\s+)?have\b)|would|will|should|not|never|must|cannot)\b", re.IGNORECASE)
_GUESSED = re.compile(
    r"\b(?:may|might)\s|\b(?:believed|thought|feared|reported|said|known|understood|presumed|estimated|claimed|confirmed|suspected|alleged|assumed|appears?|seems?)\s+to\s",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|in\s+case|in\s+the\s+event)\b[^.;:]{0,60}$", re.IGNORECASE)


@record(frozen=True, slots=True)
class HarmWord:
    """Hold a word of harm and where it stands in the sentence."""

    harm: Harm
    start: int
    end: int


_HARMS = tuple(Harm)


def read_harm(match: re.Match[str]) -> HarmWord:
    """Return which harm a match of the patterns above names."""
    said = match.groupdict()
    harm = next(one for one in _HARMS if said.get(one.value))
    return HarmWord(harm, match.start(harm.value), match.end(harm.value))


def harm_before(text: str, start: int, starts: tuple[int, ...], who: str | None = None) -> HarmWord | None:
    """Return the harm that a verb or noun straight before a group does to it.

    Args:
        who: the group's coarse name; "lost 12 policemen" are dead, "lost 12 vehicles" are not.
        starts: where words that may belong to an expression of harm begin.
    """
    near = [one for one in starts if start - _REACH <= one < start]
    match = next((found for one in near if (found := BEFORE_GROUP.match(text, one, start))), None)
    if match is None:
        return None
    word = read_harm(match)
    if word.harm is Harm.KILLED and _NEEDS_LIVES.match(word_text(text, word)):
        if _CAPTIVE.match(text, start):
            return HarmWord(Harm.DETAINED, word.start, word.end)
        is_loss = who in _LOST and word_text(text, word).lower() in _LOSING
        if not is_loss and not _LIVES.match(text, start):
            return None
    if _NEEDS_FLIGHT.match(word_text(text, word)) and not _FLIGHT.search(text, start, start + 150):
        return None
    return None if is_passive(text, word.start) and word.harm is not Harm.DISPLACED else word


def word_text(text: str, word: HarmWord) -> str:
    """Return the words of a harm."""
    return text[word.start : word.end]


def is_passive(text: str, start: int) -> bool:
    """Say whether a participle follows a form of "be": then what comes after it is not what it harmed."""
    return _PASSIVE.search(text, max(0, start - 40), start) is not None


def is_unreal(text: str, word: HarmWord, group_start: int, words: frozenset[str] | None = None) -> bool:
    """Say whether the harm is denied, failed, wished, ordered, feared for the future or hypothetical.

    Args:
        words: the sentence's words in lower case, where they are known.
    """
    first = min(word.start, group_start)
    if word.harm is Harm.DISPLACED and _FORCED_TO.search(text, max(0, word.start - 90), word.start):
        return False
    before = _UNREAL_BEFORE.search(lower_evenly(text), max(0, word.start - 60), word.start)
    if before and not _is_past(text, before, word):
        return True
    if (words is None or not words.isdisjoint(_IF)) and _CONDITION.search(text, max(0, first - 80), first):
        return True
    return word.start > group_start and bool(_UNREAL_INSIDE.search(text[group_start : word.start]))


def _is_past(text: str, before: re.Match[str], word: HarmWord) -> bool:
    """Say whether it is told as past, only not for sure: "believed to have been killed", "may have died"; or "admitted to killing"."""
    if before.group().split()[0].lower() == "to" and text[word.start : word.end].lower().endswith("ing"):
        return True
    if not (before["aux"] or "").startswith("have"):
        return False
    return _GUESSED.search(text, max(0, before.start() - 40), before.end()) is not None


NO_LOSS = re.compile(
    r"\b(?:did\s+not|didn['’]t|without)\s+suffer(?:ing)?\s+(?:any\s+)?(?:human\s+)?(?:loss(?:es)?|casualties)\b|\bsuffered\s+no\s+loss(?:es)?\b",
    re.IGNORECASE,
)
_NO_PEOPLE = r"(?:people|one|person|persons|civilians?|soldiers?|fighters?|troops|(?:[A-Z]\w+\s+)?(?:servicemen|personnel|residents|forces|citizens)|militants|policemen|children)"
ZERO_VERB = re.compile(
    rf"\b(?:(?P<nobody>no\s?body|no[\s-]one|none|no\s+(?P<who>{_NO_PEOPLE}))(?:\s+(?:of|in|on|at)\s+(?:[\w'’-]+\s+){{1,4}}?)?)\s*(?:else\s+)?(?:was|were|has\s+been|have\s+been|is|are|had\s+been)?\s*(?:reported\s+|reportedly\s+)?"
    rf"(?:{alternatives({Harm.KILLED: 'killed|dead|died', Harm.INJURED: 'injured|wounded|hurt|harmed'})})\b(?P<both>\s+(?:or|and|nor)\s+(?:injured|wounded|hurt|killed))?",
    re.IGNORECASE,
)
ZERO_NOUN = re.compile(
    r"\b(?:(?:no|without(?:\s+(?:any|causing|causing\s+any))?|zero|nor\s+any|not\s+any|any\s+loss\s+without)\s+(?:civilian\s+|human\s+|reported\s+|military\s+|combat\s+|further\s+|serious\s+)?)"
    r"(?:(?P<killed>deaths?|fatalities|loss(?:es)?\s+of\s+life|dead)|(?P<injured>injur(?:y|ies)|wounded)|(?P<any>casualt(?:y|ies)|victims|human\s+losses))\b"
    r"(?P<both>\s+(?:or|and|nor)\s+(?:injuries|deaths|wounded|casualties))?",
    re.IGNORECASE,
)
NOT_ZERO_BEFORE = re.compile(r"\bno\s+(?:\w+\s+){0,2}(?:reports?|word|information|details|confirmation|figures?)\b", re.IGNORECASE)
