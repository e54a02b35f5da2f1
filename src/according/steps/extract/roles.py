"""Answer who did it to whom: the phrases that a trigger's syntax puts in each role."""

from according.model.parsed import Sentence, Token
from according.model.records import record
from according.model.trigger import Trigger
from according.steps.extract.phrases import Phrase
from according.steps.extract.roles_addressed import GIVING, find_addressed
from according.steps.extract.roles_nouns import Sides, read_noun
from according.steps.extract.roles_parties import AGREED, read_parties
from according.steps.extract.roles_verbs import read_verb


@record(frozen=True, slots=True)
class Frame:
    """Hold the phrases in each role of one trigger, in the order of the text."""

    initiators: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    between: bool = False  # two sides with no attacker


def find_roles(sentence: Sentence, trigger: Trigger) -> Frame:
    """Return the phrases that stand in the trigger's roles, by the sentence's syntax."""
    head = _find_core(sentence, trigger)
    if trigger.event_type in AGREED and (parties := read_parties(sentence, head)) is not None:
        return Frame(_unique(parties.initiators), _unique(parties.targets), between=True)
    is_verb = head.pos in {"VERB", "AUX"}
    sides = read_verb(sentence, head) if is_verb else read_noun(sentence, head)
    addressed = find_addressed(sentence, head, trigger, sides)
    targets = addressed + sides.targets if trigger.event_type in GIVING else sides.targets + addressed
    return Frame(_unique(sides.initiators), _unique(targets), between=sides.between)


def _find_core(sentence: Sentence, trigger: Trigger) -> Token:
    """Return the word on which the roles hang: "shelling" of "artillery shelling", though the parser makes it a verb beside a noun."""
    head = sentence.tokens[trigger.head]
    behind = sentence.tokens[head.index + 1] if head.index + 1 < len(sentence.tokens) else head
    is_parted = behind.tag == "VBG" and behind.head != head.index and head.pos == "NOUN"
    return behind if is_parted and behind.span.end == trigger.span.end else head


def _unique(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    kept: dict[tuple[int, int], Phrase] = {}
    for phrase in phrases:
        kept.setdefault((phrase.span.start, phrase.span.end), phrase)
    return tuple(kept.values())


__all__ = ["Frame", "Sides", "find_roles"]
