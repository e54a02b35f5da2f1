"""Find every actor's name in a text: names, states and their arms ("Turkish troops"), and words for actors without a name."""

from typing import Final

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_names import NameHit, NameUse, Words, find_words
from according.model.records import record

_FILLERS: Final = frozenset(
    "government regime military fighter national federal armed special elite occupation ruling state combat attack own fleeing "
    "senior top allied heavily intense regular central interim transitional arab occupying defence defense and".split()
)

_NO_NOUNS: Final = frozenset("was were is are has had have who that and or in on at by from with to said shot killed wounded".split())
_TURNING: Final = frozenset("ministry government army military armed".split())
_STATE_FORMS: Final = frozenset({"country", "demonym", "capital"})
_ADJECTIVES: Final = frozenset({"criminal"})  # before a noun it only blames


@record(frozen=True, slots=True)
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


def find_hits(text: str, registry: ActorRegistry, words: Words | None = None) -> tuple[Hit, ...]:
    """Return the longest names in a text, in order, none inside another; the words may be given where they are known."""
    words = find_words(text) if words is None else words
    found: list[Hit] = []
    named, generic = registry.index.starts, registry.generic_index.starts
    free = 0  # the first word that no name has taken
    for number, key in enumerate(words.keys):
        if (key in named or key in generic) and number >= free:
            hit, free = _find_at(words, number, registry)
            if hit:
                found.append(hit)
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


def _find_at(words: Words, number: int, registry: ActorRegistry) -> tuple[Hit | None, int]:
    key = words.keys[number]
    named = registry.index.find_at(words, number) if key in registry.index.starts else None
    states = _find_states(named, registry) if named else ()
    if named and states:
        arm = _find_arm(words, named, states, registry)
        if arm:
            return arm
    if key not in registry.generic_index.starts:
        return _end_at(words, named, number)
    if named is None and key in _TURNING:
        turned = _find_turned(words, number, registry)
        if turned:
            return turned
    generic = registry.generic_index.find_at(words, number)
    if generic and generic.first == generic.last and key in _ADJECTIVES and _has_noun_after(words, number):
        generic = None
    if generic and (named is None or generic.last > named.last):
        entry = registry.generics[generic.uses[0].owner]
        return Hit(words.start(number), words.end(generic.last) - generic.cut, generic.uses, entry.arm or None), generic.last + 1
    return _end_at(words, named, number)


def _end_at(words: Words, named: NameHit | None, number: int) -> tuple[Hit | None, int]:
    if named is None:
        return None, number + 1
    return Hit(words.start(number), words.end(named.last) - named.cut, named.uses), named.last + 1


def _has_noun_after(words: Words, number: int) -> bool:
    after = number + 1
    if after == len(words) or not words.joins(after):
        return False
    return words.matches[after][0][0].islower() and words.keys[after] not in _NO_NOUNS


def _find_states(named: NameHit, registry: ActorRegistry) -> tuple[NameUse, ...]:
    """Return the states that a name stands for, or to which the army or government that it names belongs."""
    direct = tuple([use for use in named.uses if use.form in _STATE_FORMS])
    entry = registry.entries.get(named.uses[0].owner)
    if direct or entry is None or not entry.arms or not entry.countries:
        return direct
    state = registry.arm_of.get(f"{entry.countries[0]}:state")
    return (NameUse(state, "country"),) if state else ()


def _find_arm(words: Words, named: NameHit, uses: tuple[NameUse, ...], registry: ActorRegistry) -> tuple[Hit, int] | None:
    """Read "Turkish troops", "Syria's army", "Russian fighter jets": a country with a word for a part of its state behind it."""
    for number in range(named.last + 1, min(len(words), named.last + 5)):
        if not words.joins(number):
            return None
        part = registry.generic_index.find_at(words, number)
        entry = registry.generics[part.uses[0].owner] if part else None
        if part and entry and entry.arm:
            return Hit(words.start(named.first), words.end(part.last) - part.cut, uses, entry.arm), part.last + 1
        if words.keys[number] not in _FILLERS:
            return None
    return None


def _find_turned(words: Words, number: int, registry: ActorRegistry) -> tuple[Hit, int] | None:
    """Read "Armed Forces of Ukraine", "Ministry of Defence of Iraq"."""
    part = registry.generic_index.find_at(words, number)
    arm = registry.generics[part.uses[0].owner].arm if part else ""
    if not part or not arm or part.last + 2 >= len(words) or words.keys[part.last + 1] != "of":
        return None
    place = part.last + (3 if words.keys[part.last + 2] == "the" and part.last + 3 < len(words) else 2)
    named = registry.index.find_at(words, place)
    uses = tuple(use for use in named.uses if use.form == "country") if named else ()
    if not named or not uses:
        return None
    return Hit(words.start(number), words.end(named.last) - named.cut, uses, arm), named.last + 1
