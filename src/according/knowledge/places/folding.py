"""Fold a place name into keys that its other spellings share: exact, variant, skeleton."""

import re
import unicodedata
from functools import lru_cache
from operator import eq

from anyascii import anyascii

ARTICLES = frozenset("al el ul il as ash an ar at ad az adh ath az ed ez er es et en esh eth the".split())
_MARKS = re.compile(r"['`’‘ʼʻʿʾ´\"“”]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_NATIVE_BREAKS = re.compile(r"[\W_]+")
_DIGRAPHS = tuple(
    pair.split(":")
    for pair in (
        "tch:C sch:X sh:X ch:X kh:K gh:G dj:j dh:d th:t ph:f zh:j ck:k ou:u oo:u ee:i ie:i ei:ai ay:ai ey:ai iy:i aa:a q:k v:w o:u y:i"
    ).split()
)
_FIRST_WORDS = {  # of Arabic place names, by their usual spellings: hill, monastery, village, ruin, mother of, well, house, bridge, mount …
    word: read
    for read, words in {
        "tal": "tel tell tall til",
        "dair": "der deir dayr deyr",
        "kafr": "kafar kefr kfar kufr kafer kefer",
        "khirbat": "khirbet kherbet kherba khirba khirbah kharbat kharaba khrab",
        "um": "umm om oum omm",
        "jub": "jubb job joub jeb jib",
        "bait": "beit bayt bet beyt",
        "jisr": "jesr jasr gisr",
        "jabal": "jebel jabel djebel gebel jbel",
        "shaikh": "sheikh shaykh cheikh shekh sheik shaik",
        "ain": "ayn ein en",
        "qalat": "qala qalaat kalaat qalet qalah",
        "marat": "maarat maarrat maaret maarrah maarah maara marrat mara",
        "rasm": "resm",
        "hawsh": "hosh housh hush hawsh haush",
    }.items()
    for word in words.split()
}
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLES = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 3


@lru_cache(maxsize=1 << 14)
def fold_exact(name: str) -> str:
    """Return the name without case, accents, apostrophes and hyphens.

    >>> fold_exact("Ma‘arrat  an-Nu‘mān")
    'maarrat an numan'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    if not is_latin(plain):
        return _NATIVE_BREAKS.sub(" ", plain.casefold()).strip()
    if not plain.isascii():
        plain = anyascii(_MARKS.sub("", plain))
    return _BREAKS.sub(" ", _MARKS.sub("", plain.lower())).strip()


@lru_cache(maxsize=1 << 14)
def fold_variant(name: str) -> str:
    """Return a key that the usual romanisations of one name share; empty when too little is left.

    >>> fold_variant("Douma") == fold_variant("Dūmā") and fold_variant("al-Qusayr") == fold_variant("Qusair")
    True
    """
    return fold_loosely(name)[0]


@lru_cache(maxsize=1 << 14)
def fold_skeleton(name: str) -> str:
    """Return the consonants of the name, with a mark for a vowel at its start; empty when they are too few to tell names apart.

    >>> fold_skeleton("Dayr az-Zawr") == fold_skeleton("Deir Ezzor")
    True
    >>> fold_skeleton("Ub")
    ''
    """
    return fold_loosely(name)[1]


def fold_loosely(name: str) -> tuple[str, str]:
    """Return the variant and the skeleton of a name."""
    words = [_fold_word(word) for word in _drop_articles(fold_exact(name))]
    bones = [_strip_vowels(word) for word in words]
    joined = "".join(bones)
    is_enough = len(joined) - joined.count("a") >= _SHORTEST_SKELETON
    return _squeeze("".join(words)), " ".join(filter(None, bones)) if is_enough else ""


@lru_cache(maxsize=1 << 12)
def is_latin(name: str) -> bool:
    """Say whether the letters of a name are Latin ones."""
    return name.isascii() or not any(
        char.isalpha() and not unicodedata.name(char, "").startswith(("LATIN", "MODIFIER")) for char in name if ord(char) > 0x7F
    )


def _drop_articles(folded: str) -> list[str]:
    words = folded.split()
    kept = [_split_glued_article(word, number) for number, word in enumerate(words) if word not in ARTICLES] or words
    return [_FIRST_WORDS.get(kept[0], kept[0]), *kept[1:]] if len(kept) > 1 else kept


def _split_glued_article(word: str, number: int) -> str:
    """Take "ezzor" to "zor" and "assuwayda" to "suwayda", "ain eltineh" to "ain tineh": an article written with its noun."""
    if number and len(word) > 5 and word[:2] in ("el", "al"):
        return word[2:]
    if len(word) > 4 and word[0] in "ae" and word[1] == word[2] and word[1] in "dnrstz":
        return word[2:]
    return word


@lru_cache(maxsize=1 << 15)
def _fold_word(word: str) -> str:
    for written, read in _DIGRAPHS:
        word = word.replace(written, read)
    word = _squeeze(word)
    if len(word) > 3 and word[-1] in "ht" and word[-2] in "aie":
        word = word[:-1]
    return word[:-1] + "a" if len(word) > 3 and word[-1] == "e" else word


@lru_cache(maxsize=1 << 15)
def _strip_vowels(word: str) -> str:
    bones = _VOWELS.sub("", word)
    bones = ("a" if word[:1] in "aeiu" else "") + bones
    return _squeeze(bones)


def _squeeze(word: str) -> str:
    """Write double letters once; most words have none, which is told sooner than by the pattern."""
    return _DOUBLES.sub(r"\1", word) if any(map(eq, word, word[1:])) else word
