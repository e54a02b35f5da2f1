"""Ask every question of a whole report once; the answers are handed to the sentences that need them."""

from dataclasses import dataclass

from according.knowledge.loader import Knowledge
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.actors import find_actors
from according.steps.extract.actors_mentions import ActorMention, find_name_spans
from according.steps.extract.attribution import AttributionMention, find_attributions
from according.steps.extract.dates import DateMention, find_dates
from according.steps.extract.places import PlaceMention, find_places
from according.steps.extract.responsibility import ResponsibilityMention, find_responsibility


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what was found in a report, question by question, in the order of the text."""

    parsed: ParsedReport
    knowledge: Knowledge
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    attributions: tuple[AttributionMention, ...]
    responsibility: tuple[ResponsibilityMention, ...]

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.parsed.report.text

    def dates_in(self, sentence: Sentence) -> list[DateMention]:
        """Return the dates of a sentence."""
        return [one for one in self.dates if sentence.span.contains(one.span)]

    def places_in(self, sentence: Sentence) -> list[PlaceMention]:
        """Return the places of a sentence that can be where something happened."""
        return [one for one in self.places if sentence.span.contains(one.span) and not one.is_metonym]


def ask_report(parsed: ParsedReport, knowledge: Knowledge) -> Asked:
    """Return what every report-wide question finds."""
    report = parsed.report
    anchor = report.anchor.day if report.anchor else None
    actors = find_actors(parsed, knowledge.actors, anchor, report.country)
    return Asked(
        parsed=parsed,
        knowledge=knowledge,
        actors=actors,
        dates=find_dates(parsed),
        places=find_places(parsed, knowledge.places, find_name_spans(actors), report.country),
        attributions=find_attributions(parsed, knowledge.cues),
        responsibility=find_responsibility(parsed, knowledge.cues),
    )
