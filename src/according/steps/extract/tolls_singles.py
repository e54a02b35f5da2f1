"""Read single persons harmed ("a pilot was executed", "its commander X was killed") and links that only syntax shows."""
# ruff: noqa: E501 (a list of words or a regular expression reads best in one piece)

import re
from dataclasses import dataclass

from according.model.answers import Harm
from according.model.parsed import Sentence, Token
from according.steps.extract.tolls_groups import Group
from according.steps.extract.tolls_harms import HarmWord, is_unreal
from according.steps.extract.tolls_spotting import Spotted
from according.steps.extract.tolls_words import classify_words

_TRANSITIVE = {
    Harm.KILLED: "kill execute massacre murder assassinate behead slaughter eliminate neutralise neutralize lynch slay martyr",
    Harm.INJURED: "injure wound hurt maim",
    Harm.DETAINED: "detain arrest capture imprison jail apprehend abduct kidnap",
    Harm.DISPLACED: "displace evacuate uproot",
}
_INTRANSITIVE = {Harm.KILLED: "die perish drown", Harm.DISPLACED: "flee", Harm.MISSING: "disappear"}
_DOES = {lemma: harm for harm, lemmas in _TRANSITIVE.items() for lemma in lemmas.split()}
_SUFFERS = {lemma: harm for harm, lemmas in _INTRANSITIVE.items() for lemma in lemmas.split()}
_DEATHS = frozenset("death killing murder assassination execution body beheading massacre".split())
_HARMING = frozenset({*_DOES, *_SUFFERS, *_DEATHS})
_PATIENTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj"})
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:al-|Al-|el-|bin\s+|ibn\s+|Abu\s+|abu\s+|von\s+|de\s+)?[A-Z]?[\w'’-]*[a-z])*")
_BODY = re.compile(
    r"\b(?:State|Front|Army|Party|Forces?|Group|Council|Movement|Brigades?|Ministry|Observatory|Coalition|Center|Centre|Agency|Union|Nations|Province|City|Guards?|Corps)\b"
)
_TRADE = re.compile(r"[a-z]{3}(?:tor|ter|ner|der|cer|ist|ian)$")  # a prosecutor, a porter, an official's name for his trade
_ONE = frozenset(("a", "an", "one", "another"))
_KIN = frozenset(
    "driver father mother wife husband son daughter brother sister grandmother grandfather uncle aunt baby child cousin nephew niece bodyguard deputy commander".split()
)
_POSSESSED = frozenset(("its", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Single:
    """Hold one person or a few told one by one ("a woman and a child"); offsets count in the sentence."""

    word: HarmWord
    start: int
    end: int
    who: str
    count: int
    named: tuple[str, ...] = ()
    is_subgroup: bool = False


def links_by_syntax(group: Group, sentence: Sentence) -> HarmWord | None:
    """Return the harm done to a group, where other words stand between them."""
    if not sentence.tokens:
        return None
    head = _head_of(group, sentence)
    word = None if head is None else _harm_to(head, sentence)
    if word is None:
        return None
    reach = 100 if word.harm in (Harm.KILLED, Harm.INJURED) else 50
    return word if max(word.start - group.end, group.start - word.end) <= reach else None


def find_singles(text: str, sentence: Sentence, taken: tuple[tuple[int, int], ...], seen: Spotted) -> tuple[Single, ...]:
    """Find single persons whom a verb of harm has as its object or passive subject."""
    found: list[Single] = []
    harming = {index for index in seen.indexes if sentence.tokens[index].lemma.lower() in _HARMING}
    if not harming:
        return ()
    for token in _list_patients(sentence, harming):
        word = _harm_to(token, sentence)
        if word is None or is_unreal(text, word, _left_edge(token, sentence).span.start - sentence.span.start, seen.words):
            continue
        together = (token, *_conjuncts(token, sentence))
        persons = [one for one in together if _is_one(one, sentence)]
        if len(persons) < len(together):
            continue
        start, end = (
            _left_edge(persons[0], sentence).span.start - sentence.span.start,
            _phrase_end(persons[-1], sentence) - sentence.span.start,
        )
        if not any(start < last and first < end for first, last in taken):
            kinds = {_kind_of(one, sentence) for one in persons} - {None}
            if kinds:
                found.append(Single(word, start, end, _merge(kinds), len(persons), _names_of(persons, sentence)))
    return tuple(found)


def _list_patients(sentence: Sentence, harming: set[int]) -> list[Token]:
    """Return the nouns that a word of harm, or the verb above it, may act on, in the order of the text."""
    tokens, children = sentence.tokens, sentence.children
    below = {one for at in harming for one in (*children[at], *children[tokens[at].head])}
    below |= {inner for at in harming for one in children[at] if tokens[one].text.lower() == "of" for inner in children[one]}
    return [tokens[one] for one in sorted(below) if tokens[one].dep in _PATIENTS and tokens[one].pos in ("NOUN", "PROPN")]


def find_named(text: str, sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """Find names told after "including" or "among them" with a role: "including field commander Majid al-Said"."""
    found = []
    for match in re.finditer(r"\b(?:including|among them|among whom(?: was)?|one of them)\s+", text):
        rest = text[match.end() :]
        role = re.match(r"(?:(?:the|a|an|its|their|his|group's|group’s|one|of|prominent|senior|top|field|military|local|rebel|notorious|chief|leading|well-known|[a-z-]+)\s+){1,8}?"
                        r"(?:commanders?|leaders?|chief|head|emir|spokes\w+|official|general|colonel|officer|journalist|activist)\s+", rest)  # fmt: skip
        name = _NAME.match(rest, role.end()) if role else None
        if name and sentence.span.end > sentence.span.start:
            found.append((match.start(), _trim_name(name.group())))
    return tuple(found)


def _harm_to(token: Token, sentence: Sentence) -> HarmWord | None:
    tokens = sentence.tokens
    head = tokens[token.head]
    seen = 0
    while token.dep == "conj" and seen < 6:
        token, seen = head, seen + 1
        head = tokens[token.head]
    lemma = head.lemma.lower()
    harm: Harm | None = None
    if token.dep in ("dobj", "obj") or (token.dep == "nsubjpass" and head.tag in ("VBN", "VBD")):
        harm = _DOES.get(lemma)
    elif token.dep == "nsubj":
        harm = _SUFFERS.get(lemma) or (_DOES.get(lemma) if _is_small_clause(head, sentence) else None)
    if harm is None and token.dep in ("nsubj", "nsubjpass"):
        dying = next((one for one in _children(head, sentence) if one.dep == "conj" and one.lemma.lower() in _SUFFERS), None)
        if dying is not None and not any(one.dep in ("nsubj", "nsubjpass") for one in _children(dying, sentence)):
            harm, head = _SUFFERS[dying.lemma.lower()], dying
    if token.dep == "pobj" and head.text.lower() == "of":
        noun = tokens[head.head]
        if noun.lemma.lower() in _DEATHS:
            harm, head = Harm.KILLED, noun
    if harm is None:
        return None
    return HarmWord(harm, head.span.start - sentence.span.start, head.span.end - sentence.span.start)


def _is_small_clause(head: Token, sentence: Sentence) -> bool:
    """Say whether a participle stands as in "left three soldiers killed", or "he was killed and his son wounded"."""
    if (
        head.dep == "conj"
        and head.tag in ("VBN", "VBD")
        and any(one.dep == "auxpass" for one in _children(sentence.tokens[head.head], sentence))
    ):
        return not any(one.dep in ("aux", "auxpass", "dobj") for one in _children(head, sentence))
    return (
        head.tag == "VBN"
        and head.dep in ("ccomp", "oprd", "xcomp")
        and not any(one.dep in ("aux", "dobj") for one in _children(head, sentence))
    )


def _head_of(group: Group, sentence: Sentence) -> Token | None:
    offset = sentence.span.start
    inside = [token for token in sentence.tokens if group.start + offset <= token.span.start < group.end + offset]
    outside = [
        token
        for token in inside
        if not group.start + offset <= sentence.tokens[token.head].span.start < group.end + offset or token.head == token.index
    ]
    return outside[-1] if outside else None


def _conjuncts(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    found: list[Token] = []
    current = token
    while True:
        following = next((one for one in _children(current, sentence) if one.dep == "conj" and one.pos in ("NOUN", "PROPN")), None)
        if following is None or len(found) > 8:
            return tuple(found)
        found.append(following)
        current = following


def _children(token: Token, sentence: Sentence) -> list[Token]:
    return [sentence.tokens[index] for index in sentence.children[token.index]]


def _is_one(token: Token, sentence: Sentence) -> bool:
    """Say whether a noun names one person: "a pilot", "its commander", "the mother died"; a plural or mass noun does not."""
    if token.tag in ("NNS", "NNPS") or _kind_of(token, sentence) is None:
        return False
    words = [one.text.lower() for one in _children(token, sentence)]
    if any(word in ("no", "any", "every", "each") for word in words) or any(
        one.dep == "nummod" and one.text.lower() != "one" for one in _children(token, sentence)
    ):
        return False
    if token.text.lower() in ("personnel", "police", "people", "militia", "crew", "security", "force", "family"):
        return False
    if any(word in _ONE for word in words):
        return True
    is_owned = any(word in _POSSESSED for word in words)
    is_subject = token.dep in ("nsubj", "nsubjpass")
    is_kin = is_owned and token.text.lower() in _KIN
    is_definite = "the" in words and (is_subject or token.dep == "dobj")
    return bool(_own_name(token, sentence)) or is_kin or (is_owned and is_subject) or is_definite


def _kind_of(token: Token, sentence: Sentence) -> str | None:
    words = [
        one.text for one in sentence.tokens[_left_edge(token, sentence).index : token.index + 1] if one.pos in ("NOUN", "PROPN", "ADJ")
    ]
    if token.pos == "PROPN":
        roles = classify_words([word for word in words if not word[0].isupper()] or ["-"])
        if roles:
            return roles
        return "unspecified" if len(_own_name(token, sentence).split()) > 1 else None
    return (
        classify_words([words[-1]]) or ("civilians" if _TRADE.search(words[-1]) else None)
        if words and words[-1].islower() and len(words) == 1
        else classify_words([word.lower() for word in words] or ["-"])
    )


def _own_name(token: Token, sentence: Sentence) -> str:
    if token.pos != "PROPN":
        apposition = next((one for one in _children(token, sentence) if one.dep == "appos" and one.pos == "PROPN"), None)
        if apposition is None:
            return ""
        token = apposition
    parts = [
        one for one in sentence.tokens[: token.index + 1] if one.pos == "PROPN" and (one.index == token.index or one.head == token.index)
    ]
    if parts[-1].index - parts[0].index >= len(parts):
        return ""
    name = " ".join(one.text for one in parts)
    return "" if len(parts) > 4 or _BODY.search(name) else name


def _names_of(persons: list[Token], sentence: Sentence) -> tuple[str, ...]:
    return tuple(name for one in persons if len((name := _own_name(one, sentence)).split()) > 1)


def _left_edge(token: Token, sentence: Sentence) -> Token:
    for index in sentence.children[token.index]:
        if index < token.index and sentence.tokens[index].dep in ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod"):
            return sentence.tokens[index]
    return token


def _phrase_end(token: Token, sentence: Sentence) -> int:
    name = next((one for one in _children(token, sentence) if one.dep == "appos" and one.pos == "PROPN"), None)
    return (name or token).span.end


def _merge(kinds: set[str | None]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds)) or "unspecified"
    return "civilians" if kinds <= {"women", "children", "men", "civilians", "medics", "journalists", "aid workers"} else "unspecified"


def _trim_name(name: str) -> str:
    return re.sub(r"\s+(?:were|was|have|has|and|in|of|died|killed).*$", "", name)
