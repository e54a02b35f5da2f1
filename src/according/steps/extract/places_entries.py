"""Find what the entries of a list open with: "Karish: …", "MURZUQ - …", "07:40, Maqbanah: …"; mostly the place that the entry is about."""

import re
from collections.abc import Iterator

from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence
from according.model.report import BlockKind

_FEWEST = 2  # a single line that opens so is no list
_LONGEST = 110  # characters from the start of an entry to the end of what it opens with
_SKIPPED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.BOILERPLATE})
_TIME = r"(?:\d{1,2}[:.h]\d{2}|\d{3,4})\s*(?:hrs?\b|h\b|LT\b|UTC\b)?\s*[,:–-]\s*"
_DAY_PART = r"(?:(?:Early|Late)\s+)?(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight|[Nn]oon|[Mm]idnight|[Dd]awn|[Dd]usk|Overnight)\s*[,:]\s+"
_OPENING = re.compile(
    rf"[\s*•–-]*(?:\d{{1,2}}[.)]\s+)?(?:{_TIME}|{_DAY_PART})?(?P<name>[^:;!?\n()\"“”]{{2,70}}?)(?:,?\s+[NSEW]{{1,2}}\s+(?:of|OF))?(?:\s*\([^()\n]{{1,60}}\))?(?::|\s+[-–—])(?:\s|$)"
)
_MARK = re.compile(r"(?::|\s[-–—])(?:\s|$)")  # in every match of it; without one the pattern would try every way to read white space
_WORD = re.compile(r"[^\W\d_](?:[^\s,]*[^\W_])?\.?")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ar|an|at|ad|az|ed|ez|es)[-‑ ]", re.IGNORECASE)
_SMALL = frozenset(
    """town village city district sub-district subdistrict neighbourhood neighborhood suburb quarter hamlet countryside settlement province
    governorate territory township camp axis front frontline road highway area region zone state county oblast raion commune department
    cercle woreda prefecture sector line direction outskirts of and the near in north south east west northern southern eastern western
    central north-east north-west south-east south-west northeast northwest southeast southwest de du des la le al el bin""".split()
)
_CALLED = frozenset("village town district governorate territory township province zone county oblast raion axis camp state region".split())


def find_entries(parsed: ParsedReport) -> tuple[tuple[Sentence, Span], ...]:
    """Return the first sentence of each entry with the words that it opens with; none where the report is no list."""
    found = list(_find_openings(parsed))
    own = [one for one in found if one[0].block is not BlockKind.DATELINE]
    return tuple(found if len(own) >= _FEWEST else [one for one in own if _says_kind(one[1].of(parsed.report.text))])


def _says_kind(words: str) -> bool:
    """Say whether the words call it a place, which is enough for one entry: "Merawi, North Gojjam Zone: …"."""
    return not _CALLED.isdisjoint(words.lower().replace(",", " ").split())


def _find_openings(parsed: ParsedReport) -> Iterator[tuple[Sentence, Span]]:
    text = parsed.report.text
    before = -1
    for sentence in parsed.sentences:
        if sentence.block in _SKIPPED or (sentence.paragraph == before and text[sentence.span.start - 1] != "\n"):
            continue  # lines may stand in one paragraph, with no blank line between
        before = sentence.paragraph
        end = min(sentence.span.end, sentence.span.start + _LONGEST)
        match = _OPENING.match(text, sentence.span.start, end) if _MARK.search(text, sentence.span.start, end) else None
        if match is not None and _is_name(match["name"]):
            yield sentence, Span(*match.span("name"))


def _is_name(words: str) -> bool:
    """Say whether the words could name a place and what it lies in: capitals, and else only words for kinds of places."""
    if any(one.isdigit() for one in words):
        return False
    for number, part in enumerate(words.split(",")):
        found = _WORD.findall(part)
        if not found or len(found) > 5:
            return number > 0 and not found
        if not number and not (found[0][0].isupper() or _ARTICLE.match(part.strip())):
            return False
        if not all(one[0].isupper() or one.lower() in _SMALL or _ARTICLE.match(one) for one in found):
            return False
    return True
