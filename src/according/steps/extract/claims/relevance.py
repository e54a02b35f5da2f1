"""Leave in a report only the sentences that can matter to its events, so that politics around one line of news costs little."""

from collections.abc import Iterable

from according.model.parsed import ParsedReport
from according.model.records import replace
from according.steps.extract.relations_words import find_relating_words

_HEAD = 3  # sentences at the start, which set the place, the day and the sides
_BEFORE, _AFTER = 3, 2  # sentences around one that tells of an event, for what it leaves unsaid


def keep_relevant(parsed: ParsedReport, telling: Iterable[int]) -> ParsedReport:
    """Return the report with every other sentence blanked and without its syntax; offsets stay what they are.

    Kept are the sentences that tell of an event, those around them, the first ones, and those that may say something of actors.

    Args:
        telling: indexes of the sentences that tell of an event.
    """
    told = set(telling)
    near = {index + step for index in told for step in range(-_BEFORE, _AFTER + 1)}
    text = parsed.report.text
    near |= set(range(_HEAD)) if told else set()
    far = [one for one in parsed.sentences if one.index not in near]
    near |= {one.index for one in find_relating_words(text).find_sentences(far)} if far else set()
    kept = [one for one in parsed.sentences if one.index in near]
    if len(kept) == len(parsed.sentences):
        return parsed
    pieces, end = [], 0
    for sentence in kept:
        pieces += [_blank(text[end : sentence.span.start]), sentence.span.of(text)]
        end = sentence.span.end
    pieces.append(_blank(text[end:]))
    sentences = tuple(one if one.index in near or not one.is_parsed else replace(one, tokens=()) for one in parsed.sentences)
    return replace(parsed, report=replace(parsed.report, text="".join(pieces)), sentences=sentences)


def _blank(words: str) -> str:
    """Return as many blanks, the lines kept."""
    return words if words.isspace() else "\n".join([" " * len(line) for line in words.split("\n")])
