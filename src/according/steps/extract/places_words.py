"""The words beside a place name that say what it is and how the event stands to it: "town of", "near", "northwestern", "province"."""

import re

from according.knowledge.places import Feature
from according.model.evidence import Span
from according.model.records import record

_DIRECTION = r"(?:north|south)[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|upper|lower"
_FEATURES = {
    Feature.SETTLEMENT: "town|city|village|hamlet|settlement|municipality|locality|enclave|suburb|capital|township|stronghold|bastion",
    Feature.QUARTER: "neighbourhood|neighborhood|quarter|block|street|square|market|souq|souk",
    Feature.DISTRICT: "district|sub-district|subdistrict|county|raion|canton|territory|township|commune",
    Feature.ADMIN1: "province|governorate|state|oblast|muhafazah|wilaya|wilayah|department",
    Feature.AREA: "region|area|pocket|valley|plain|desert|peninsula|countryside",
    Feature.AIRBASE: "airport|air base|airbase|airfield|air field|military airport|base",
    Feature.CAMP: "camp|refugee camp",
    Feature.CROSSING: "crossing|border crossing|checkpoint",
    Feature.RIVER: "river",
    Feature.MOUNTAIN: "mountain|mountains|mount|hill|hills|heights",
    Feature.WATER: "dam|lake|reservoir|sea|gulf|strait",
    Feature.ISLAND: "island|islands",
    Feature.ROAD: "road|highway|motorway",
    Feature.SITE: "prison|hospital|bridge|field|oil field|gas field|power plant|plant|refinery|port|outpost|barracks|forest",
}
_FEATURE_OF = {word: feature for feature, words in _FEATURES.items() for word in words.split("|")}
_CUE = "|".join(sorted(map(re.escape, _FEATURE_OF), key=len, reverse=True))
_PLURALS = "|".join(sorted({re.sub("ty$", "tie", word) + "s" for word in _FEATURE_OF}, key=len, reverse=True))
# Between "the" and "town": words that describe, and no verb or preposition that would start another phrase.
_ADJECTIVE = r"(?:(?:[\w’'-]+-(?:held|controlled|majority|backed|run|populated|dominated)|besieged|strategic|small|large|nearby|border|"
_ADJECTIVE += rf"coastal|{_DIRECTION}|"
_ADJECTIVE += r"rural|ancient|historic|old|key|main|provincial|flashpoint|ruined|rebel|Syrian|Iraqi|Yemeni|[A-Z][a-z]+i?an|"
_ADJECTIVE += r"[A-Z][a-z]+[’']?s|mountain\w*|remote|"
_ADJECTIVE += r"rebellious|restive|contested|former|tiny|northern|majority|Kurdish|Christian|Druze|Alawite|desert|oil-rich)[ \t]+){0,3}"
_OUTSKIRTS = r"(?:(?:on|at|in|to) )?the (?:(?:northern|southern|eastern|western) )?(?:outskirts|edges?|periphery) of"
_RELATION = rf"\b(?:near(?:by)?(?: to)?|outside(?: of)?|around|close to|{_OUTSKIRTS}|"
_RELATION += r"beside|next to|(?:in|at) the (?:immediate )?(?:vicinity|environs|surroundings) of|surrounding|adjacent to|overlooking|"
_RELATION += rf"(?:to the )?(?:{_DIRECTION}) (?:of|from)|(?:{_DIRECTION})[- ](?:countryside|suburbs) of|(?:{_DIRECTION}) rural|rural|"
_RELATION += (
    rf"(?:the )?(?:(?:{_DIRECTION}) )?(?:countryside|suburbs)(?: (?:of|around|near))?|(?:on )?the road to|en route to|the border with)"
)
_OF_PART = r"(?:[ \t]+(?:parts?|side|areas?|regions?|countryside|rural|outskirts))?(?:[ \t]+of)?"
_BEFORE = re.compile(
    rf"(?<![^\s(,—–])(?P<phrase>(?:(?P<relation>{_RELATION})\s+)?"
    rf"(?P<kind>(?:\b(?:the|a|an|its|their)[ \t]+)?{_ADJECTIVE}\b(?P<cue>{_CUE}|{_PLURALS})[ \t]+"
    r"(?P<of>of[ \t]+|called[ \t]+|named[ \t]+)?)?"
    rf"(?:the[ \t]+)?(?P<part>\b(?:{_DIRECTION})(?:[- ](?:and|to)[- ](?:{_DIRECTION}))?{_OF_PART}[ \t]+)?(?:the[ \t]+)?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:[’']s?)?[ \t]+(?:(?P<part>{_DIRECTION})[ \t]+)?(?P<cue>{_CUE}|{_PLURALS}|countrysides?|suburbs?|outskirts|border|provincial)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|at|on|into|inside|within|from|towards?|to|of|over|across|through|near|outside|around|between|against|entering|leaving|"
    r"reach(?:ed|ing)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"(?:just\s+)?(?:north|south)?[- ]?(?:east|west|north|south)\s+of\s*$", re.IGNORECASE
)  # "areas east of X", not "the east of"
_OLD = re.compile(r"\bold\s+(?:city|town|quarter)\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|linking|connecting)\s+(?:the\s+)?(?:[a-z]+\s+){0,4}$")
_ROAD_AFTER = re.compile(r"^\s*(?:international\s+|main\s+|strategic\s+|desert\s+)*(?:road|highway|motorway|route)\b", re.IGNORECASE)
_PART_WORD = re.compile(_DIRECTION, re.IGNORECASE)
_REACH = 90
_TOKEN = re.compile(r"\S+")
_NEXT = re.compile(r"(?:[’']s?)?[ \t]+(\w+)")
_STEMS = ("north", "south", "east", "west", "mountain")
_PHRASE_WORDS = frozenset(
    {"nearby", *(word for form in (_BEFORE.pattern, re.sub(r"\w\?", "", _BEFORE.pattern)) for word in re.findall("[a-z]+", form.lower()))}
)
_CUE_OPENINGS = frozenset(
    """central upper lower countryside countrysides suburb suburbs outskirts border provincial""".split()
) | frozenset(re.split(r"\W", word)[0] for word in (*_FEATURE_OF, *_PLURALS.split("|")))
_LAST_WORDS = frozenset(
    """of from near nearby to outside around beside surrounding overlooking rural countryside suburbs with the called named
    part parts side area areas region regions outskirts""".split()
) | frozenset(word for words in (*_FEATURE_OF, *_PLURALS.split("|")) for word in (words.split()[-1],))


@record(frozen=True, slots=True)
class PlaceWords:
    """Hold what the words beside a name say of it.

    Args:
        phrase: the whole place phrase, the name included.
        feature: what the words call it.
        cue: that word.
        relation: near, countryside of, outskirts …; None means in.
        part: northwestern, southern …
        is_named: "the town of X", where X must be a place's name.
        is_cue_after: "X town", not "the town of X".
        follows_preposition: "in X", "to X".
    """

    phrase: Span
    feature: Feature | None = None
    cue: str | None = None
    relation: str | None = None
    part: str | None = None
    is_named: bool = False
    follows_preposition: bool = False
    is_cue_after: bool = False
    is_old: bool = False  # "the Old City of X"
    has_article: bool = False  # "the X", as peoples and rivers are called, and towns are not


def read_words(text: str, span: Span, floor: int = 0) -> PlaceWords:
    """Read the words beside a name, not before `floor`."""
    left = max(floor, span.start - _REACH)
    before = text[left : span.start]
    cut = max(map(before.rfind, '.;:!?\n"”“')) + 1
    cut += _find_opening(before[cut:])
    left, before = left + cut, before[cut:]
    match = _BEFORE.search(before)
    assert match is not None  # every group may be empty
    start = left + match.start("phrase") if match["phrase"].strip() else span.start
    cue, relation, part = match["cue"], match["relation"], match["part"]
    if part and not relation and _BEYOND.fullmatch(part) and not _THE.search(before, 0, match.start("part")):
        relation, part = "near", None
    is_named = bool(match["of"])
    end = span.end
    following = _NEXT.match(text, span.end)
    after = _AFTER.match(text, span.end) if following and _opens_cue(following[1].lower()) else None
    if after and _ends_name(after["cue"], cue if match["of"] else None, text[after.end() : after.end() + 15]):
        if after["cue"].lower().rstrip("s") in ("countryside", "suburb", "outskirt", "border"):
            relation = after["cue"]
        else:
            cue, is_named = after["cue"], not match["of"] and after["cue"].lower() not in ("base", "area", "region", "state", "field")
        part = part or after["part"]
        end = after.end()
    elif (
        cue
        and not match["of"]
        and cue.lower() not in ("town", "city", "village", "capital", "province", "governorate", "neighborhood", "neighbourhood")
    ):
        cue, start = None, span.start  # "the market Aleppo", words that only stand beside it
    phrase = Span(left + len(before) - len(before[start - left :].lstrip()) if start < span.start else start, end)
    return PlaceWords(
        phrase,
        _to_feature(cue),
        cue.lower() if cue else None,
        _to_relation(relation, part),
        _to_part(part) or (_to_part(relation) if relation and "of" not in relation.split()[-1:] else None),
        is_named,
        bool(_IN.search(text[max(floor, phrase.start - 30) : phrase.start])) or bool(relation),
        end > span.end,
        match["of"] is not None and _OLD.search(match["kind"]) is not None,
        _THE.search(before) is not None,
    )


def _find_opening(before: str) -> int:
    """Return where the words start, just before a name, that could all belong to its phrase; most often none does."""
    opening = len(before)
    words = list(_TOKEN.finditer(before))
    if not before[-1:].isspace() or not words or not (words[-1][0].lower() in _LAST_WORDS or _PART_WORD.fullmatch(words[-1][0])):
        return opening
    for match in reversed(words):
        word, mark = match[0].lower(), max(map(match[0].rfind, "(,—–"))
        if mark >= 0:
            return match.end() - len(match[0][mark + 1 :])
        if not (word in _PHRASE_WORDS or "-" in word or word.endswith(("s", "an")) or word.startswith(_STEMS)):
            break
        opening = match.start()
    return opening


def _opens_cue(word: str) -> bool:
    return word in _CUE_OPENINGS or word.startswith(_STEMS)


def _ends_name(after: str, before: str | None, rest: str) -> bool:
    """Say whether the word after a name belongs to it, though "town of" may stand before: "area of Homs province"."""
    word = after.lower()
    if word == "state" and re.match(
        r"(?:[- ]run|[- ]owned)?\s*(?:TV|[Mm]edia|[Nn]ews|[Tt]ele|[Dd]epart|[Ss]ecret|[Aa]gency|owned|run)", rest.lstrip()
    ):
        return False
    return before is None or (
        _to_feature(before) in (Feature.AREA, Feature.SITE, Feature.DISTRICT) and _to_feature(after) is Feature.ADMIN1
    )


def is_between(text: str, first: Span, second: Span) -> bool:
    """Say whether the words place something between two names."""
    gap = text[first.end : second.start]
    return bool(re.fullmatch(r"\s+and\s+(?:the\s+)?(?:(?:town|village|city)\s+of\s+)?", gap)) and bool(
        _BETWEEN.search(text[max(0, first.start - 60) : first.start])
    )


def is_road(text: str, first: Span, second: Span) -> bool:
    """Say whether two names and a following word name a road: "the Aleppo-Damascus highway"."""
    gap = text[first.end : second.start]
    return bool(re.fullmatch(r"\s*[-–—/]\s*|\s+to\s+|\s*[-–—]?to[-–—]\s*", gap)) and bool(
        _ROAD_AFTER.match(text[second.end : second.end + 40])
    )


def _to_feature(cue: str | None) -> Feature | None:
    if cue is None:
        return None
    word = " ".join(cue.lower().split())
    for form in (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"):
        if form in _FEATURE_OF:
            return _FEATURE_OF[form]
    return None


def _to_relation(words: str | None, part: str | None) -> str | None:
    if not (words or part):
        return None
    lowered = " ".join(words.lower().split()) if words else ""
    if re.search(r"countryside|rural|suburb", lowered) or (part and re.search(r"countryside|rural", part.lower())):
        return "countryside of"
    if "road" in lowered or "route" in lowered:
        return "road"
    if "border" in lowered:
        return "border"
    return "near" if lowered else None


def _to_part(words: str | None) -> str | None:
    match = _PART_WORD.search(words or "")
    if not match:
        return None
    parts = [re.sub(r"[- ]", "", one.lower()) for one in _PART_WORD.findall(words or "")]
    return " and ".join(one if one.endswith("ern") or one in ("central", "upper", "lower") else f"{one}ern" for one in parts[:2])
