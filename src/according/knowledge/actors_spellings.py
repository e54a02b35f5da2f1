"""Write a folded name the other ways in which the press writes it."""

from collections.abc import Iterator

from according.knowledge.actors_names import fold_name

_ASSIMILATED = frozenset("an as ash at ad ar az".split())
_SUN = {"n", "s", "sh", "t", "th", "d", "dh", "r", "z"}


def index_spellings(groups: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the groups of equal spellings by the first word of each member."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for group in groups:
        for first in sorted({member.split()[0] for member in group}):
            found[first] = (*found.get(first, ()), group)
    return found


def vary_name(name: str, spellings: dict[str, tuple[tuple[str, ...], ...]]) -> frozenset[str]:
    """Return the folded name with the other usual spellings of its words and of the Arabic article."""
    first = fold_name(name)
    forms = {first}
    for group in dict.fromkeys(group for word in first.split() for group in spellings.get(word, ())):
        for form in sorted(forms):
            padded = f" {form} "
            forms |= {padded.replace(f" {one} ", f" {other} ").strip() for one in group if f" {one} " in padded for other in group}
    for form in sorted(forms):
        forms |= set(_vary_article(form))
    return frozenset(forms)


def _vary_article(form: str) -> Iterator[str]:
    words = form.split()
    for number, word in enumerate(words[:-1]):
        if word not in {"al", "el"} and (word not in _ASSIMILATED or number == 0):
            continue
        after = words[number + 1]
        sun = {start for start in _SUN if after.startswith(start)}
        if word not in {"al", "el"} and not (sun and word[1:] in sun):
            continue
        articles = {"al", "el"} | {f"a{start}" for start in sun if len(start) == 1 or start == "sh"}
        for article in sorted(articles):
            yield " ".join([*words[:number], article, *words[number + 1 :]])
        if len(after) > 3:
            yield " ".join([*words[:number], f"al{after}", *words[number + 2 :]])
