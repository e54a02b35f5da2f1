"""The forms a dictionary word takes: `shell` → shell, shells, shelled, shelling. The irregular ones are in `language.toml`."""

import re
from collections.abc import Mapping

_NO_ADVERBS = frozenset({"ally", "apply", "bully", "comply", "fly", "rally", "rely", "reply", "supply"})
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def inflect_verb(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return base, third person, past, participle and -ing form of an English verb.

    >>> inflect_verb("ram", {})
    ('ram', 'rams', 'rammed', 'ramming')
    """
    if lemma in irregular:
        return irregular[lemma]
    return lemma, _add_s(lemma), _add_ed(lemma), _add_ing(lemma)


def inflect_noun(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return singular and plural of an English noun.

    >>> inflect_noun("casualty", {})
    ('casualty', 'casualties')
    """
    if lemma in irregular:
        return irregular[lemma]
    return lemma, _add_s(lemma)


def inflect_phrase(phrase: str, part: str, verbs: Mapping[str, tuple[str, ...]], nouns: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the forms of a phrase: a verb phrase bends its first word that is no adverb, a noun phrase the word before `of`, or its last.

    >>> inflect_phrase("act of violence", "noun", {}, {})
    ('act of violence', 'acts of violence')
    """
    words = phrase.split(" ")
    forms: dict[str, None] = {}
    if part in ("verb", "any"):
        at = 1 if words[0].endswith("ly") and words[0] not in _NO_ADVERBS and len(words) > 1 else 0
        forms |= dict.fromkeys(" ".join([*words[:at], form, *words[at + 1 :]]) for form in inflect_verb(words[at], verbs))
    if part in ("noun", "any"):
        at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
        forms |= dict.fromkeys(" ".join([*words[:at], form, *words[at + 1 :]]) for form in inflect_noun(words[at], nouns))
    return tuple(forms) or (phrase,)


def _add_s(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _add_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + (word[-1] if _DOUBLING.fullmatch(word) else "") + "ed"


def _add_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return word + (word[-1] if _DOUBLING.fullmatch(word) else "") + "ing"
