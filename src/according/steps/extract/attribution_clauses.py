"""Hold one verb of saying with what is needed around it, and what its sentence says."""

from dataclasses import dataclass

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.steps.extract.tree import Tree

RELATIVE = frozenset({"who", "which", "that"})
GOES_ON = frozenset({"go", "continue"})
TAIL_STARTS = frozenset(
    (
        "on in at by via late early earlier yesterday today overnight "
        "monday tuesday wednesday thursday friday saturday sunday after during "
        "from through separately later adding without quoting citing last this to when while as"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Vouching:
    """Hold an act of vouching as its sentence shows it: each chain lists its sources, the innermost first."""

    cue: Span
    verb: str | None
    rule: str
    content: tuple[Span, ...]
    chains: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold what is needed around one verb of saying."""

    tree: Tree
    sentence: Sentence
    verb: Token
    rule: CueRule
    people: frozenset[str]
    quotes: tuple[Span, ...]
    text: str
    cues: Cues


def judge_saying(token: Token, topic: CueTopic) -> str | None:
    """Return what kind of saying a word is, if it is one."""
    rules = topic.find_by_lemma(token.lemma, "governs")
    return rules[0].says if rules else None
