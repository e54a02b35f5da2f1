"""Find the names that only this report makes known: "the Northern Shield Brigade (NSB)", and groups that no list has."""

import re
from bisect import bisect_right
from typing import Final

from according.knowledge.actors_finding import Hit
from according.knowledge.actors_names import Words, fold_name
from according.model.answers import Actor
from according.model.evidence import Found, Span
from according.steps.extract.actors_mentions import ActorMention, Scene
from according.steps.extract.actors_whose import find_home

_BRACKET: Final = re.compile(r"\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z&/-]{1,9})[\"”']?\s*[),;]")
_NAME_WORD: Final = r"(?:[A-Z][\w'’‘-]*|al-[A-Z]?[\w'’‘-]+|of|the|for|and|in|de|la|wal|wa|li|fi|bin|ibn|du|des|pour|et)"
_BEFORE: Final = re.compile(rf"((?:{_NAME_WORD}\s+){{0,9}}{_NAME_WORD})\s*$")
_SMALL: Final = frozenset("of the for and in de la wal wa li fi du des pour et bin ibn".split())
_GROUP_WORDS: Final = (
    "Brigades?|Battalions?|Fronts?|Army|Armies|Movement|Forces|Corps|Legion|Division|Regiment|Militia|Militias|Liwa|Jaysh|Jaish|Katibat|"
    "Kata'ib|Kataib|Harakat|Jabhat|Hizb|Ansar|Jund|Saraya|Faylaq|Failaq|Tajammu|Asa'ib|Lashkar|Jamaat|Jama'at|Jamaa|Cartel|Mujahideen|"
    "Guard|Guards|Squad|Squads|Command|Alliance|Coalition|Party|Organisation|Organization|Union|Units|Defenders|Resistance|Gang|Group|Commandos"
)
_GROUP_KEYS: Final = frozenset(
    fold_name(form) for word in _GROUP_WORDS.split("|") for form in ((word[:-2], f"{word[:-2]}s") if word.endswith("s?") else (word,))
)
_CORE: Final = r"(?:[A-Z][\w'’‘-]+|(?:al|as|ash|an|ar|ad|el|ul|wal)-[A-Z]?[\w'’‘]+|\d{1,3}(?:st|nd|rd|th))"
_LINK: Final = r"(?:\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?|and\s+)?|-)"
_GROUP: Final = re.compile(
    rf"(?<![\w'-])(?:{_CORE}(?:{_LINK}{_CORE}){{0,4}}\s+(?:{_GROUP_WORDS})(?:{_LINK}{_CORE}){{0,3}}"
    rf"|(?:Liwa|Jaysh|Jaish|Katibat|Kataib|Harakat|Jabhat|Ansar|Jund|Saraya|Faylaq|Lashkar)(?:\s+{_CORE}){{1,4}})(?![\w'-])"
)
_STARTERS: Final = re.compile(
    r"(?:The|A|An|In|On|At|By|But|And|For|When|After|While|Meanwhile|Both|Another|Some|Its|Their|This|That|From|With|Of)\s+"
    r"|(?:[A-Z]?[a-z]+\s+)?(?:[Ff]ighters|[Mm]embers|[Mm]ilitants|[Gg]unmen|[Rr]ebels|[Ss]oldiers|[Ll]eaders?|[Cc]ommanders?|[Uu]nits|"
    r"[Pp]ositions|[Ss]pokesm[ae]n|[Ff]orces|[Tt]roops)\s+(?:of|from)\s+(?:the\s+)?"
)
_FIGHTERS: Final = re.compile(r"\b(?:fighters|militants|rebels|gunmen|militia|armed)\b")
_NOT_GROUPS: Final = re.compile(
    r"\b(?:Security|United|European|African|Arab League|Council|Salvation|Observatory|University|Court|Football|Olympic|Salafi|Working|"
    r"Minsk|Crisis|Research|Media|Press|News|Republican|Democratic|Labou?r|Conservative|Communist|Baath|Ba'ath|Justice|Soviet|World|"
    r"National Security|Cold|First|Second|Boy|Red|Trade|Students?|Workers|Writers|Human Rights|Contact|Task|Support|Friends)\b"
)
_ARMED: Final = re.compile(
    r"\b(?:Party|Organi[sz]ation|Union|Group|Alliance|Coalition|Command|Units|Guard|Guards|Corps|Resistance|Forces)\b"
)


def find_introduced(scene: Scene, hits: tuple[Hit, ...]) -> tuple[ActorMention, ...]:
    """Return the abbreviations that the text gives in brackets after a name, wherever they stand in it."""
    text = scene.text
    if "(" not in text:
        return ()
    found: list[ActorMention] = []
    for match in _BRACKET.finditer(text):
        short = match[1]
        if sum(letter.isupper() for letter in short) < 2 or any(old.span.of(text) == short for old in found):
            continue
        owner = _read_owner(scene, hits, match.start(), short)
        if owner is None:
            continue
        actor, span = owner
        if span is not None:
            found.append(ActorMention(span, Found(actor, span, "en.actors.introduced-name"), False, "introduced"))
        found += _find_uses(text, short, actor)
    return tuple(found)


def _read_owner(scene: Scene, hits: tuple[Hit, ...], start: int, short: str) -> tuple[Actor, Span | None] | None:
    before = scene.text[max(0, start - 120) : start]
    ended = next((hit for hit in hits if hit.end <= start and not scene.text[hit.end : start].strip(" \"'”’")), None)
    known = scene.registry.index.get(short.lower())
    if ended and ended.form not in {"generic", "arm", "country", "demonym", "capital"}:
        entries = scene.registry.rank_uses(ended.uses, scene.on, scene.country)
        if len(entries) != 1 or any(use.owner == entries[0].id_ for use in known):
            return None
        return scene.registry.to_actor(entries[0], scene.on), None
    name = _read_initials(before, short)
    if name is None or known or (ended and ended.form == "arm"):
        return None
    at = before.rstrip().rfind(name) + max(0, start - 120)
    return Actor(name, None, "rebel" if re.search(rf"\b(?:{_GROUP_WORDS})\b", name) else "organisation"), Span(at, at + len(name))


def _read_initials(before: str, short: str) -> str | None:
    """Return the words before the bracket whose initials it gives."""
    match = _BEFORE.search(before)
    if match is None:
        return None
    words = match[1].split()
    for first in range(len(words) - 1, -1, -1):
        if words[first].lower() in _SMALL:
            continue
        some = words[first:]
        parts = [part for word in some for part in word.split("-") if part]
        full = "".join(part[0] for part in parts).lower()
        main = "".join(part[0] for part in parts if part.lower() not in _SMALL | {"al"}).lower()
        if short.lower() in {full, main} and len(some) > 1:
            return " ".join(some) if " ".join(some) in before else None
    return None


def _find_uses(text: str, short: str, actor: Actor) -> list[ActorMention]:
    spans = [Span(one.start(), one.end()) for one in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w])", text)]
    return [ActorMention(span, Found(actor, span, "en.actors.introduced-abbreviation"), False, "introduced") for span in spans]


def find_unknown_groups(scene: Scene, taken: tuple[Span, ...], words: Words) -> tuple[ActorMention, ...]:
    """Return names that look like an armed group and are in no list; the text's own words are the name."""
    found = []
    for sentence in _find_sentences(scene, taken, words):
        for match in _GROUP.finditer(scene.text, sentence.start, sentence.end):
            span = _trim(scene.text, Span(match.start(), match.end()))
            name = span.of(scene.text)
            if len(name.split()) < 2 or any(span.overlaps(other) for other in taken) or _NOT_GROUPS.search(name):
                continue
            if _ARMED.search(name) and not _FIGHTERS.search(scene.text[span.end : span.end + 60]):
                continue
            actor = Actor(re.sub(r"\s+", " ", name), None, "rebel", None, scene.country)
            found.append(ActorMention(span, Found(actor, span, "en.actors.unknown-group"), False, "unknown"))
    return tuple(found)


def _find_sentences(scene: Scene, taken: tuple[Span, ...], words: Words) -> tuple[Span, ...]:
    """Return the sentences with a word for a group that no known name has taken."""
    found: dict[Span, None] = {}
    for number, key in enumerate(words.keys):
        if key in _GROUP_KEYS and words.matches[number][0][0].isupper():
            start = words.start(number)
            before = bisect_right(taken, start, key=_get_start) - 1
            if before < 0 or taken[before].end <= start:
                found[find_home(Span(start, words.end(number)), scene.parsed)] = None
    return tuple(found)


def _get_start(span: Span) -> int:
    return span.start


def _trim(text: str, span: Span) -> Span:
    """Leave out what is capital only because it starts the sentence: "The", "Fighters of the"."""
    start = span.start
    while match := _STARTERS.match(text, start, span.end):
        start = match.end()
    return Span(start, span.end)
