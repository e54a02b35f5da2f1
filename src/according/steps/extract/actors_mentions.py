"""What is passed between the questions about actors: a mention, and the scene it stands in."""

from dataclasses import dataclass, field
from datetime import date

from according.knowledge.actors import ActorRegistry
from according.model.answers import Actor
from according.model.evidence import Answer, Span
from according.model.parsed import ParsedReport
from according.model.records import record
from according.steps.extract.actors_whose import Lands

NAMES = frozenset({"name", "alias", "abbreviation", "former", "label", "leader", "introduced", "unknown"})


@record(frozen=True, slots=True)
class ActorMention:
    """Hold words that may mean an actor, and whom they mean.

    Args:
        is_generic: the words are no name of an actor of its own ("gunmen", "the army", and "Syria", which may be a place).
        form: name, alias, abbreviation, former, label, leader, introduced, unknown, country, capital, demonym, arm, generic.
        word: id of the entry of generic words, if they are such.
    """

    span: Span
    answer: Answer[Actor]
    is_generic: bool
    form: str = "name"
    word: str | None = None

    @property
    def is_name(self) -> bool:
        """Say whether the words are a name of the actor, which therefore names no place."""
        return self.form in NAMES


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold what a question about an actor is asked of: the report, the registry, the day and the country of the report."""

    parsed: ParsedReport
    registry: ActorRegistry
    on: date | None = None
    country: str | None = None
    lands: Lands = field(default_factory=Lands)

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.parsed.report.text


def find_name_spans(mentions: tuple[ActorMention, ...]) -> tuple[Span, ...]:
    """Return the spans of names of actors, in which no place is to be looked for; a country or a capital alone is no such name."""
    return tuple(mention.span for mention in mentions if mention.is_name and mention.form != "leader")
