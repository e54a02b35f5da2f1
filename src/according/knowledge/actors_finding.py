"""Find every actor's name in a text: names, states and their arms ("Turkish troops"), and words for actors without a name."""

from dataclasses import dataclass
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_names import NameHit, NameUse, Word, find_words

_FILLERS: Final = frozenset(
    "government regime military fighter national federal armed special elite occupation ruling state combat attack own fleeing "
    "senior top allied heavily intense regular central interim transitional arab occupying defence defense and".split()
)

_NO_NOUNS: Final = frozenset("was were is are has had have who that and or in on at by from with to said shot killed wounded".split())
_ADJECTIVES: Final = frozenset({"criminal"})  # before a noun it only blames


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one find.

    Args:
        start: first character in the text.
        end: one past the last character.
        uses: whom the words may mean.
        arm: the part of a state that the words mean, after a country or alone.
    """

    start: int
    end: int
    uses: tuple[NameUse, ...]
    arm: str | None = None

    @property
    def form(self) -> str:
        """Return how the words name the actor: the best of their uses, or `arm`."""
        return "arm" if self.arm and self.uses[0].form != "generic" else self.uses[0].form


def find_hits(text: str, registry: ActorRegistry, words: tuple[Word, ...] | None = None) -> tuple[Hit, ...]:
    """Return the longest names in a text, in order, none inside another; the words may be given where they are known."""
    words = find_words(text) if words is None else words
    found: list[Hit] = []
    number = 0
    named, generic = registry.index, registry.generic_index
    while number < len(words):
        key = words[number].key
        if not named.may_start(key) and not generic.may_start(key):
            number += 1
            continue
        hit, after = _find_at(words, number, text, registry)
        if hit:
            found.append(hit)
        number = after
    return tuple(_share_arms(found, text, registry))


def _share_arms(hits: list[Hit], text: str, registry: ActorRegistry) -> list[Hit]:
    """Read "the Russian and Syrian air forces" as two air forces."""
    for number in range(len(hits) - 2, -1, -1):
        left, right = hits[number], hits[number + 1]
        entry = registry.entries.get(right.uses[0].owner)
        arm = right.arm or (entry.arms[0] if entry and entry.arms and right.form == "alias" else None)
        if left.form == "demonym" and arm and arm != "state" and text[left.end : right.start].strip(" ,") in {"and", "or", ""}:
            hits[number] = Hit(left.start, left.end, left.uses, arm)
    return hits


def _find_at(words: tuple[Word, ...], number: int, text: str, registry: ActorRegistry) -> tuple[Hit | None, int]:
    named = registry.index.find_at(words, number, text)
    states = _find_states(named, registry) if named else ()
    if named and states:
        arm = _find_arm(words, named, states, text, registry)
        if arm:
            return arm
    if named is None and words[number].key in {"ministry", "government", "army", "military", "armed"}:
        turned = _find_turned(words, number, text, registry)
        if turned:
            return turned
    generic = registry.generic_index.find_at(words, number, text)
    if generic and generic.first == generic.last and words[number].key in _ADJECTIVES and _has_noun_after(words, number, text):
        generic = None
    if generic and (named is None or generic.last > named.last):
        entry = registry.generics[generic.uses[0].owner]
        return Hit(words[number].start, words[generic.last].end - generic.cut, generic.uses, entry.arm or None), generic.last + 1
    if named:
        return Hit(words[number].start, words[named.last].end - named.cut, named.uses), named.last + 1
    return None, number + 1


def _has_noun_after(words: tuple[Word, ...], number: int, text: str) -> bool:
    after = words[number + 1] if number + 1 < len(words) else None
    return after is not None and after.joins and text[after.start].islower() and after.key not in _NO_NOUNS


def _find_states(named: NameHit, registry: ActorRegistry) -> tuple[NameUse, ...]:
    """Return the states that a name stands for, or to which the army or government that it names belongs."""
    direct = tuple(use for use in named.uses if use.form in {"country", "demonym", "capital"})
    entry = registry.entries.get(named.uses[0].owner)
    if direct or entry is None or not entry.arms or not entry.countries:
        return direct
    state = registry.arm_of.get(f"{entry.countries[0]}:state")
    return (NameUse(state, "country"),) if state else ()


def _find_arm(
    words: tuple[Word, ...], named: NameHit, uses: tuple[NameUse, ...], text: str, registry: ActorRegistry
) -> tuple[Hit, int] | None:
    """Read "Turkish troops", "Syria's army", "Russian fighter jets": a country with a word for a part of its state behind it."""
    best = None
    number = named.last + 1
    while number < min(len(words), named.last + 5) and words[number].joins:
        part = registry.generic_index.find_at(words, number, text)
        entry = registry.generics[part.uses[0].owner] if part else None
        if part and entry and entry.arm:
            best = Hit(words[named.first].start, words[part.last].end - part.cut, uses, entry.arm), part.last + 1
            number = part.last + 1
            break
        if words[number].key not in _FILLERS:
            break
        number += 1
    return best


def _find_turned(words: tuple[Word, ...], number: int, text: str, registry: ActorRegistry) -> tuple[Hit, int] | None:
    """Read "Armed Forces of Ukraine", "Ministry of Defence of Iraq"."""
    part = registry.generic_index.find_at(words, number, text)
    arm = registry.generics[part.uses[0].owner].arm if part else ""
    if not part or not arm or part.last + 2 >= len(words) or words[part.last + 1].key != "of":
        return None
    place = part.last + (3 if words[part.last + 2].key == "the" and part.last + 3 < len(words) else 2)
    named = registry.index.find_at(words, place, text)
    uses = tuple(use for use in named.uses if use.form == "country") if named else ()
    if not named or not uses:
        return None
    return Hit(words[number].start, words[named.last].end - named.cut, uses, arm), named.last + 1
