"""Ask every question of a whole report once; the answers are handed to the sentences that need them."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from according.knowledge.loader import Knowledge
from according.knowledge.sources import SourceEntry
from according.model.answers import Actor, Framing, PlacePrecision
from according.model.evidence import Found, Span, list_starting
from according.model.parsed import ParsedReport, Sentence
from according.model.records import replace
from according.model.report import BlockKind
from according.model.trigger import Trigger
from according.steps.extract.actors import find_actors
from according.steps.extract.actors_mentions import ActorMention, find_name_spans
from according.steps.extract.attribution import AttributionMention, SpeakerMention, find_attributions
from according.steps.extract.claims.publishing import find_voice
from according.steps.extract.claims.sides import add_sides
from according.steps.extract.dates import DateMention, find_dates
from according.steps.extract.places import PlaceMention, find_places
from according.steps.extract.responsibility import ResponsibilityMention, find_responsibility

_LOCATIVE = re.compile(
    r"\b(?:in|across|throughout|inside|within|into|of|over|to|around|near|on|from)(?:\s+(?:the|all|war-?\w+|neighbou?ring|"
    r"(?:north|south|east|west|central|mid)\w*(?:[ -]?(?:and\s+)?(?:north|south|east|west)\w*)?))*\s+$",
    re.IGNORECASE,
)
_ANY_BODY = re.compile(r"(?:the )?(?:Monitor|Observatory|Network|Cent(?:er|re)|Committees?)", re.IGNORECASE)
_STEM = 5  # letters of a country's name that its adjective has too

Entries = tuple[tuple[int, PlaceMention], ...]  # where an entry begins, and the place that it opens with


@dataclass(frozen=True, slots=True)
class SaidOf:
    """Hold a loaded word and the number of the sentence that it goes with, if it goes with one."""

    word: Found[Framing]
    sentence: int | None


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
    sources: tuple[SourceEntry, ...]  # outlets, agencies and monitors that speak in the report
    framing: tuple[SaidOf, ...] = ()
    voice: Actor | None = None  # the armed group whose statement the report is
    entries: dict[int, Entries] = field(default_factory=dict, compare=False, repr=False)  # of a list, by paragraph
    named: dict[SpeakerMention, tuple[str, str]] = field(default_factory=dict, compare=False, repr=False)  # speakers named already

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.parsed.report.text

    def dates_in(self, sentence: Sentence) -> list[DateMention]:
        """Return the dates of a sentence."""
        start, end = sentence.span.start, sentence.span.end
        return [one for one in list_starting(self.dates, start, end) if one.span.end <= end]

    def places_in(self, sentence: Sentence) -> list[PlaceMention]:
        """Return the places of a sentence that can be where something happened."""
        start, end = sentence.span.start, sentence.span.end
        here = [one for one in list_starting(self.places, start, end) if one.span.end <= end]
        return [one for one in here if not (one.is_metonym or one.is_dateline or one.locates is not None or self._is_aside(one))]

    def entry_places(self, sentence: Sentence) -> list[PlaceMention]:
        """Return the place that the list entry of a sentence is about, if it is in one."""
        entries = self.entries.get(sentence.paragraph, ()) if self.entries else ()
        return [place for start, place in entries if start <= sentence.span.start][-1:]

    def _is_aside(self, place: PlaceMention) -> bool:
        """Say whether a place only tells who speaks ("an activist in X said"), or is a state that acts ("backed by X")."""
        if any(speaker.span.overlaps(place.span) for mention in self.attributions for speaker in mention.speakers):
            return True
        is_country = isinstance(place.answer, Found) and place.answer.value.precision is PlacePrecision.COUNTRY
        return is_country and _LOCATIVE.search(self.text, max(0, place.span.start - 40), place.span.start) is None


def ask_report(parsed: ParsedReport, knowledge: Knowledge) -> Asked:
    """Return what every report-wide question finds."""
    report = parsed.report
    anchor = report.anchor.day if report.anchor else None
    actors = find_actors(parsed, knowledge.actors, anchor, report.country)
    attributions = find_attributions(parsed, knowledge.cues)
    places = find_places(parsed, knowledge.places, _find_not_places(actors, attributions), report.country)
    voice = find_voice(parsed, actors, knowledge.actors)
    return Asked(
        entries=_find_entry_places(parsed, places),
        parsed=parsed,
        knowledge=knowledge,
        actors=add_sides(actors, attributions, _find_home(places), parsed, knowledge.actors, voice),
        dates=find_dates(parsed),
        places=places,
        attributions=attributions,
        responsibility=(),
        sources=_find_sources(attributions, parsed, knowledge),
        voice=voice,
    )


def _find_entry_places(parsed: ParsedReport, places: tuple[PlaceMention, ...]) -> dict[int, Entries]:
    """Return where the entries of each paragraph begin and what they open with; a date line's place holds for the paragraph behind it."""
    found: dict[int, Entries] = {}
    opening = [one for one in places if one.is_entry and one.locates is None]
    for place in opening:
        at = bisect_right(parsed.sentences, place.span.start, key=lambda one: one.span.start) - 1
        sentence = parsed.sentences[at]
        for paragraph in (sentence.paragraph, *((sentence.paragraph + 1,) if sentence.block is BlockKind.DATELINE else ())):
            held = found.get(paragraph, ())
            if all(start != sentence.span.start for start, _ in held):
                found[paragraph] = (*held, (sentence.span.start, place))
    return found


def _find_home(places: tuple[PlaceMention, ...]) -> str | None:
    """Return the country that a report is from: of the place in its dateline, else of most places that it names."""
    found = [one for one in places if isinstance(one.answer, Found) and one.answer.value.country]
    sent = [one for one in found if one.is_dateline][:1] or found
    votes = Counter(one.answer.value.country for one in sent if isinstance(one.answer, Found))
    best = min(votes, key=lambda country: (-votes[country], country or ""), default=None)
    return best if 2 * votes[best] > votes.total() else None


def ask_actors(parsed: ParsedReport, knowledge: Knowledge) -> Asked:
    """Return only who is named, for a report that tells of no event."""
    anchor = parsed.report.anchor
    actors = find_actors(parsed, knowledge.actors, anchor.day if anchor else None, parsed.report.country)
    return Asked(parsed, knowledge, actors, dates=(), places=(), attributions=(), responsibility=(), sources=())


def _find_sources(attributions: tuple[AttributionMention, ...], parsed: ParsedReport, knowledge: Knowledge) -> tuple[SourceEntry, ...]:
    """Return the outlets, agencies and monitors that the report names as speakers."""
    words = {
        re.sub(r"^(?:the|a|an)\s+", "", span.of(parsed.report.text), flags=re.IGNORECASE)
        for mention in attributions
        for speaker in mention.speakers
        for span in (speaker.organisation, speaker.antecedent, speaker.span)
        if span is not None
    }
    found = ((one, knowledge.sources.find_named(one)) for one in sorted(words))
    return tuple(dict.fromkeys(source for one, source in found if source is not None and may_be_meant(source, one, parsed.report.text)))


def may_be_meant(source: SourceEntry, words: str, text: str) -> bool:
    """Say whether some words can mean a source: "the Observatory" is Syria's only where Syria is spoken of."""
    return _ANY_BODY.fullmatch(words) is None or source.name.split()[0][:_STEM] in text


def _find_not_places(actors: tuple[ActorMention, ...], attributions: tuple[AttributionMention, ...]) -> tuple[Span, ...]:
    """Return the words that hold a place's name and are none: names of actors, adjectives of countries, names of speakers."""
    adjectives = {one.span for one in actors if one.form == "demonym"}
    persons = {speaker.person for mention in attributions for speaker in mention.speakers if speaker.person is not None}
    return tuple(sorted({*find_name_spans(actors), *adjectives, *persons}))


def ask_responsibility(asked: Asked, triggers: tuple[Trigger, ...]) -> Asked:
    """Return the same with the speech acts about authorship, for which the report's triggers must be known."""
    return replace(asked, responsibility=find_responsibility(asked.parsed, asked.knowledge.cues, triggers))
