"""Find who vouches for what: the cue, the words vouched for, and the chain of speakers."""

from according.knowledge.cues import Cues
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Quote, Sentence
from according.model.records import record, replace
from according.model.report import BlockKind
from according.steps.extract.attribution_clauses import Vouching
from according.steps.extract.attribution_phrases import find_headline_vouching, find_phrase_vouchings
from according.steps.extract.attribution_settling import settle_speakers
from according.steps.extract.attribution_speakers import SpeakerMention, read_speaker
from according.steps.extract.attribution_verbs import find_verb_vouchings

__all__ = ["AttributionMention", "SpeakerMention", "find_attributions"]

_CONTINUES_WITHIN = 2  # a quote without a speaker goes on after at most so many sentences


@record(frozen=True, slots=True)
class AttributionMention:
    """Hold one act of vouching.

    Args:
        cue: the words that show it ("said", "according to").
        verb: its verb in dictionary form, if it has one.
        rule: id of the cue rule.
        content: the words vouched for; following sentences too where the text shows it.
        source: the words that name the speakers.
        speakers: those with the same chain number pass it on, the innermost first.
    """

    cue: Span
    verb: str | None
    rule: str
    sentence: int
    content: tuple[Span, ...]
    source: Span
    speakers: tuple[SpeakerMention, ...]

    def covers(self, span: Span) -> bool:
        """Say whether the words vouched for include a span."""
        start, end = span.start, span.end
        return any(one.start <= start and end <= one.end for one in self.content)


def find_attributions(parsed: ParsedReport, cues: Cues) -> tuple[AttributionMention, ...]:
    """Return every act of vouching in a report, in order, its short references resolved."""
    found: list[AttributionMention] = []
    quotes = tuple([quote.span for quote in parsed.quotes])
    for sentence in parsed.sentences:
        if sentence.block is not BlockKind.BOILERPLATE:
            found += [_read_mention(one, sentence, parsed, cues) for one in _find_vouchings(sentence, parsed, quotes, cues)]
    settled = settle_speakers([mention.speakers for mention in found], parsed)
    mentions = [replace(mention, speakers=speakers) for mention, speakers in zip(found, settled, strict=True)]
    return tuple(_nest(_continue_quotes(_widen_over_quotes(mentions, parsed.quotes), parsed)))


def _find_vouchings(sentence: Sentence, parsed: ParsedReport, quotes: tuple[Span, ...], cues: Cues) -> list[Vouching]:
    text = parsed.report.text
    if not sentence.is_parsed and sentence.span.of(text).isspace():
        return []  # blanked, as it cannot matter
    found = find_headline_vouching(sentence, text, cues)
    if sentence.is_parsed:
        found += find_verb_vouchings(sentence, text, cues, quotes)
    found += find_phrase_vouchings(sentence, text, cues)
    kept: list[Vouching] = []
    for one in found:
        if one.content and not any(one.cue.overlaps(other.cue) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.cue)


def _read_mention(vouching: Vouching, sentence: Sentence, parsed: ParsedReport, cues: Cues) -> AttributionMention:
    text = parsed.report.text
    speakers = [
        read_speaker(source, sentence, text, cues, chain=number) for number, chain in enumerate(vouching.chains, 1) for source in chain
    ]
    spans = [speaker.span for speaker in speakers]
    source = Span(min(span.start for span in spans), max(span.end for span in spans))
    return AttributionMention(vouching.cue, vouching.verb, vouching.rule, sentence.index, vouching.content, source, tuple(speakers))


def _widen_over_quotes(mentions: list[AttributionMention], quotes: tuple[Quote, ...]) -> list[AttributionMention]:
    """Let a speaker of part of a quote vouch for all of it, also in the sentences before and after."""
    widened = []
    for mention in mentions:
        held = [quote.span for quote in quotes if any(_shares_much(content, quote.span) for content in mention.content)]
        more = [span for span in held if not mention.covers(span)]
        widened.append(replace(mention, content=(*mention.content, *more)) if more else mention)
    return widened


def _shares_much(content: Span, quote: Span) -> bool:
    shared = min(content.end, quote.end) - max(content.start, quote.start)
    return shared > 0 and (shared >= 12 or 2 * shared >= quote.end - quote.start)


def _continue_quotes(mentions: list[AttributionMention], parsed: ParsedReport) -> list[AttributionMention]:
    """Give a quote that nobody is said to speak to the speaker just before it."""
    continued = list(mentions)
    for quote in parsed.quotes:
        if any(mention.covers(quote.span) for mention in continued):
            continue
        sentence = next((one.index for one in parsed.sentences if one.span.overlaps(quote.span)), None)
        if sentence is None or not _is_whole_sentence(quote, parsed.sentences[sentence]):
            continue
        near = [number for number, one in enumerate(continued) if sentence - _CONTINUES_WITHIN <= one.sentence < sentence]
        if near:
            last = continued[near[-1]]
            continued[near[-1]] = replace(last, content=(*last.content, quote.span))
    return continued


def _is_whole_sentence(quote: Quote, sentence: Sentence) -> bool:
    return (quote.span.start - sentence.span.start <= 2 and sentence.span.end - quote.span.end <= 2) or quote.span.contains(sentence.span)


def _nest(mentions: list[AttributionMention]) -> list[AttributionMention]:
    """Make one chain of a speaker inside another's words ("the monitor said witnesses reported …"); the inner one keeps the words."""
    nested = list(mentions)
    for number, inner in enumerate(mentions):
        for place, outer in enumerate(mentions):
            if outer.sentence != inner.sentence or place == number or not _is_inside(inner, outer):
                continue
            names = {speaker.name for speaker in inner.speakers}
            passed_on = [speaker for speaker in outer.speakers if speaker.chain == 1 and speaker.name not in names]
            chains = {speaker.chain for speaker in nested[number].speakers}
            added = tuple(replace(speaker, chain=chain) for chain in sorted(chains) for speaker in passed_on)
            nested[number] = replace(nested[number], speakers=(*nested[number].speakers, *added))
            kept = tuple(piece for content in nested[place].content for piece in _subtract(content, inner.content))
            nested[place] = replace(nested[place], content=kept)
    return [mention for mention in nested if mention.content]


def _is_inside(inner: AttributionMention, outer: AttributionMention) -> bool:
    """Say whether one act of vouching, source and cue, is told inside another's words."""
    wider = sum(span.end - span.start for span in outer.content) > sum(span.end - span.start for span in inner.content)
    return wider and outer.covers(inner.cue) and outer.covers(inner.source) and not inner.covers(outer.cue)


def _subtract(content: Span, others: tuple[Span, ...]) -> list[Span]:
    pieces = [content]
    for other in others:
        pieces = (
            [
                Span(start, end)
                for piece in pieces
                for start, end in (
                    (piece.start, min(piece.end, max(piece.start, other.start))),
                    (max(piece.start, min(piece.end, other.end)), piece.end),
                )
                if end - start > 1
            ]
            if any(piece.overlaps(other) for piece in pieces)
            else pieces
        )
    return pieces
