"""Read vouching that needs no syntax: "according to X", headlines ending in ": monitor", and plain "X said" where nothing is parsed."""

import re

from according.knowledge.cues import Cues
from according.model.evidence import Span
from according.model.parsed import Sentence
from according.model.report import BlockKind
from according.steps.extract.attribution_clauses import Vouching
from according.steps.extract.attribution_sources import scan_source_after
from according.steps.extract.attribution_speakers import judge_speaker_kind

_PLAIN_VERB = re.compile(r"\b(?:said|says|reported|reports|told|announced|claimed|stated|added|confirmed|warned|insisted)\b")
_ARTICLE = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)
_SOURCE_BEFORE = re.compile(
    r"(?P<source>\b(?:(?:[Tt]he|[Aa]n?|[Aa]nother|[Ss]ome|[Ll]ocal|[Oo]fficial|[Ss]tate)\s+)?(?:[\w'’-]+\s+){0,5}?[\w'’-]+)\s+$"
)
_PHRASE_END = re.compile(
    r"[,;:.“”\"()]|\s+-+\s+|\b(?:who|which|that|adding|saying|said|says|were|was|is|are|has|have|had|by now|in|on|published|while|but|"
    r"after|since|as|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_KEEPS_ON = re.compile(
    r"(?:sources?|officials?|activists?|residents?|people|witnesses|accounts|reports?|group|hospital|police|council|center|centre)\s*$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:(?:a|an|the|its|latest|new|recent|initial|official|first|\w+day|\w+ary)\s+){0,3}"
    r"(?:reports?|statements?|figures|data|information|estimates?|tally|count|statistics|tolls?|accounts?|documents?|video)\s+"
    r"(?:(?:\w+ed|given|\w+ over)\s+)?(?:by|from|of)\s+",
    re.IGNORECASE,
)
_DOCUMENT_END = re.compile(r"(?<=[\w.])(?:['’]?s?)\s+(?:statistics|estimates|figures|data|count|tally|tolls?|records)$")
_BRACKETED = re.compile(r"\((?P<label>(?:sources?|reported by|via|according to)\s*:?\s+)?(?P<source>[^()\d]{3,60})\)[ .]*$", re.IGNORECASE)
_SHORTEST_ENTRY = 20  # characters
_CLAUSE_START = re.compile(r";|,? but |,? while |,? although |,? whereas ", re.IGNORECASE)
_LEADING = re.compile(r"^\s*(?P<source>[^:;,.!?\"“]{2,50}?)\s*:\s+(?=\S)")


def find_phrase_vouchings(sentence: Sentence, text: str, cues: Cues) -> list[Vouching]:
    """Return what "according to" and its like vouch for; in an unparsed sentence plain verbs too."""
    words = sentence.span.of(text)
    people = cues.attribution.people
    found: list[Vouching] = []
    for rule, start, end in cues.attribution.find_in(words, "sentence"):
        source = _read_source(words, end - 4 if words[start:end].lower() == "per the" else end, sentence, people)
        if source is None:
            continue
        at = sentence.span.start
        sources = [source, *_read_others(words, source[1], sentence, people)]
        content = _cut_clause(words, start, sources[-1][1])
        if found and found[-1].chains[-1][-1].end < at + start:  # "two dead according to X and four according to Y"
            content = [(found[-1].chains[-1][-1].end - at, start)]
        spans = tuple(Span(at + left, at + right) for left, right in content)
        named = [_cut_document(words, *source) for source in sources]
        chains = tuple((Span(at + left, at + right),) for left, right in named)
        found.append(Vouching(Span(at + start, at + end), None, rule.id, spans, chains))
    if not found and words.rstrip(" .").endswith(")"):
        found = _find_bracketed(sentence, words, cues)
    return found if sentence.is_parsed else found + _find_plain_verbs(sentence, words, cues)


def _find_bracketed(sentence: Sentence, words: str, cues: Cues) -> list[Vouching]:
    """Read the source that an entry of a list names in brackets at its end: "… two killed (source: district hospital)"."""
    match = _BRACKETED.search(words)
    rules = [rule for rule in cues.attribution.rules if rule.says == "according"]
    if match is None or not rules or match.start() < _SHORTEST_ENTRY:
        return []
    named = match["source"]
    is_name = any(word[:1].isupper() for word in named.split()) and match["label"] is None
    if not match["label"] and (
        is_name or len(named.split()) < 2 or judge_speaker_kind(" ".join(named.split()[-2:]), cues) == "unknown" or named.endswith("tion")
    ):
        return []
    at = sentence.span.start
    source = Span(at + match.start("source"), at + match.end("source"))
    cue = Span(at + match.start(), at + match.end())
    return [Vouching(cue, None, rules[0].id, (Span(at, at + match.start()),), ((source,),))]


def find_headline_vouching(sentence: Sentence, text: str, cues: Cues) -> list[Vouching]:
    """Return the source that a headline names at its end (": monitor", "- SOHR") or its start ("Russia: …")."""
    if sentence.block not in {BlockKind.TITLE, BlockKind.HEADING}:
        return []
    words, at = sentence.span.of(text), sentence.span.start
    for _, start, end in cues.attribution.find_in(words, "backward"):
        trailing = words[end:].strip(' .!"”’)')
        if not trailing and start > 10:
            rule = next(rule.id for rule in cues.attribution.rules if rule.reach == "backward")
            said = len(words[:start].rstrip(" :-–—"))
            return [Vouching(Span(at + start, at + end), None, rule, (Span(at, at + said),), ((Span(at + start, at + end),),))]
    leading = _LEADING.match(words)
    rules = [rule for rule in cues.attribution.rules if rule.reach == "forward"]
    if leading and rules and len(leading["source"].split()) <= 4 and leading["source"].strip().lower() not in rules[0].stopped_by:
        source = Span(at + leading.start("source"), at + leading.end("source"))
        return [
            Vouching(Span(source.end, at + leading.end()), None, rules[0].id, (Span(at + leading.end(), sentence.span.end),), ((source,),))
        ]
    return []


def _read_source(words: str, start: int, sentence: Sentence, people: frozenset[str]) -> tuple[int, int] | None:
    """Return where the noun phrase after "according to" stands: word by word if the sentence is parsed, else up to the first stop."""
    while start < len(words) and words[start].isspace():
        start += 1
    document = _DOCUMENT.match(words, start)
    if document is not None:
        start = document.end()
    if sentence.is_parsed:
        at = sentence.span.start
        before = [token.index for token in sentence.tokens if token.span.end <= at + start]
        span = scan_source_after(sentence.tokens, before[-1] if before else -1, people)
        return (span.start - at, span.end - at) if span is not None else None
    end = len(words)
    for stop in _PHRASE_END.finditer(words, start):
        if stop.start() > start and not (stop.group().lower() in {"in", "on"} and _KEEPS_ON.search(words[start : stop.start()])):
            end = stop.start()
            break
    return (start, len(words[:end].rstrip())) if end > start + 1 else None


def _cut_document(words: str, start: int, end: int) -> tuple[int, int]:
    """Cut "the centre's statistics" to the centre; the apostrophe may be lost."""
    match = _DOCUMENT_END.search(words[start:end])
    if match is None or not (words[start:end].lower().startswith("the ") or any(word[:1].isupper() for word in words[start:end].split())):
        return start, end
    return start, start + match.start()


def _read_others(words: str, end: int, sentence: Sentence, people: frozenset[str]) -> list[tuple[int, int]]:
    """Return the second of two sources: "according to residents and a local official"."""
    joined = re.match(r",?\s+and\s+(?=(?:an?|the|other|local)\s|[A-Z])", words[end:])
    if joined is None or not sentence.is_parsed:
        return []
    other = _read_source(words, end + joined.end(), sentence, people)
    return [other] if other is not None else []


def _cut_clause(words: str, cue_start: int, source_end: int) -> list[tuple[int, int]]:
    """Return the rest of the clause in which the phrase stands, without the phrase."""
    begins = [match.end() for match in _CLAUSE_START.finditer(words, 0, cue_start)]
    left = begins[-1] if begins else 0
    ends = [match.start() for match in _CLAUSE_START.finditer(words, source_end)]
    right = ends[0] if ends else len(words)
    parts = [(left, len(words[:cue_start].rstrip(" ,"))), (source_end, right)]
    return [(begin, end) for begin, end in parts if end - begin > 3]


def _find_plain_verbs(sentence: Sentence, words: str, cues: Cues) -> list[Vouching]:
    """Read "X said …" and "… X said." without syntax, past tense and present."""
    at = sentence.span.start
    verb = _PLAIN_VERB.search(words)
    match = _SOURCE_BEFORE.search(words, max(0, verb.start() - 80), verb.start()) if verb is not None else None
    rules = cues.attribution.find_by_lemma("say", "governs")
    if verb is None or match is None or not rules:
        return []
    if words[verb.end() :].strip(' ."”'):
        content = Span(at + verb.end(), sentence.span.end)
    elif match.start("source") > 8:
        content = Span(at, at + match.start("source"))
    else:
        return []
    article = max(
        (one.start() for one in _ARTICLE.finditer(words, match.start("source"), match.end("source"))), default=match.start("source")
    )
    source = Span(at + article, at + match.end("source"))
    return [Vouching(Span(at + verb.start(), at + verb.end()), verb.group(), rules[0].id, (content,), ((source,),))]
