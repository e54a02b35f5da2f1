"""Answer whose "the army" or "police" are, where no country stands beside the word: only what the text clearly says counts."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_finding import Hit
from according.knowledge.actors_names import Words
from according.model.evidence import Span, get_start
from according.model.parsed import ParsedReport

_SHARE: Final = 0.6  # of the votes, from which on a country is clearly what a report is about
_VOTES: Final = 3
_STATES: Final = frozenset({"country", "capital", "demonym", "arm"})
_ALLIED: Final = re.compile(
    r"^[’']?s?[\s-](?:backed|supported|funded|sponsored|armed|trained|led|aligned|allied|linked|based|registered|headquartered)\b",
    re.IGNORECASE,
)
_RULING: Final = re.compile(r"\b(?:regime|junta)\b", re.IGNORECASE)  # so the country's own are called, whoever else is named beside them
_NOBODY_ALONE: Final = re.compile(r"^(?:state|(?:[\w-]+\s+)?ministers?)$", re.IGNORECASE)
_OUTLET_AFTER: Final = re.compile(
    r"^(?:[’']s\b|[\s-](?:(?:news\s+)?(?:media|tv|television|radio|agency|agencies|broadcaster|newspaper|outlets?)|news|run|owned|of)\b)",
    re.IGNORECASE,
)
_AMERICAN_GEORGIA: Final = re.compile(r"\b(?:Atlanta|Savannah|Augusta|U\.?S\.?|United States|Sheriff|County|FBI)\b")
_CAUCASUS: Final = re.compile(r"\b(?:Georgians?|Tbilisi|Ossetia|Abkhazia|Batumi|Gori|Russian?)\b")


@dataclass(frozen=True, slots=True)
class Lands:
    """Hold the countries that a report speaks of.

    Args:
        given: the country that the user or the report's own data give.
        clear: the country that most names belong to, if by far.
        named: where the text names a country: position, country, whether as a place.
    """

    given: str | None = None
    clear: str | None = None
    named: tuple[tuple[int, str, bool], ...] = ()


def find_towns(words: Words, registry: ActorRegistry) -> list[tuple[int, str]]:
    """Return where a text names a town that tells its country, and which country."""
    towns = registry.towns
    found = [number for number, key in enumerate(words.keys) if key in towns]
    return [(words.start(number), towns[words.keys[number]]) for number in found if words.matches[number][0][0].isupper()]


def read_lands(
    given: str | None,
    votes: Counter[str],
    hits: tuple[Hit, ...],
    towns: list[tuple[int, str]],
    parsed: ParsedReport,
    registry: ActorRegistry,
) -> Lands:
    """Return the countries that a report speaks of, with where it names them."""
    ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    clear = ranked[0][0] if ranked and ranked[0][1] >= _VOTES and ranked[0][1] >= _SHARE * votes.total() else None
    if given:
        return Lands(given, clear)
    text = parsed.report.text
    named = [(start, country, True) for start, country in towns]
    for hit in hits:
        form = hit.form
        if form in _STATES:
            countries = registry.entries[hit.uses[0].owner].countries
            if countries and not _ALLIED.match(text[hit.end : hit.end + 20]):
                named.append((hit.start, countries[0], form in {"country", "capital"}))
    return Lands(given, clear, tuple(sorted(named)))


def judge_country(span: Span, parsed: ParsedReport, lands: Lands) -> str | None:
    """Return the country whose arm the words at a span mean, or None where the text does not tell."""
    text = parsed.report.text
    if _NOBODY_ALONE.match(span.of(text)) or names_outlet(span, text):
        return None
    if lands.given:
        return lands.given
    if lands.clear and _RULING.match(span.of(text)):
        return lands.clear
    home = find_home(span, parsed)
    near = lands.named[bisect_left(lands.named, (home.start,)) : bisect_left(lands.named, (home.end,))]
    places = {country for _, country, is_place in near if is_place}
    if len(places) == 1:
        return next(iter(places))
    others = {country for _, country, _ in near}
    if lands.clear:
        return lands.clear if others <= {lands.clear} else None
    return next(iter(others)) if len(others) == 1 else None


def find_home(span: Span, parsed: ParsedReport) -> Span:
    """Return the sentence that a span starts in."""
    number = bisect_right(parsed.sentences, span.start, key=get_start) - 1
    home = parsed.sentences[number].span if number >= 0 else span
    return home if home.start <= span.start < home.end else span


def names_outlet(span: Span, text: str) -> bool:
    """Say whether "state" only tells what kind of outlet or thing follows: "state media", "state's"."""
    return span.of(text).lower().endswith("state") and bool(_OUTLET_AFTER.match(text[span.end : span.end + 20]))


def is_american_state(span: Span, text: str) -> bool:
    """Say whether "Georgia" names the state around Atlanta."""
    return span.of(text).startswith("Georgia ") and bool(_AMERICAN_GEORGIA.search(text)) and not _CAUCASUS.search(text)
