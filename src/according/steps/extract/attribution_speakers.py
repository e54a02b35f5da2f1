"""Read the words that name a speaker: what kind of speaker, for which organisation, and whom a short reference means."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from according.knowledge.cues import Cues
from according.model.evidence import Basis, Span, get_start
from according.model.parsed import Sentence, Token
from according.model.records import record, replace
from according.steps.extract.attribution_offices import split_office
from according.steps.extract.attribution_sources import scan_source_after
from according.steps.extract.tree import find_inside

_DETERMINERS = re.compile(
    r"^(?:(?:the|a|an|another|some|one|this|that|its|their|his|her)(?:\s+(?:latest|recent|initial|preliminary|own))?)\s+", re.IGNORECASE
)
_DESCRIPTIONS = re.compile(r"^(?:(?i:so-called|[\w-]+-(?:based|backed|led|run|affiliated))\s+|(?:opposition|opposing)\s+(?=[A-Z]))+")
_VAGUE_SOURCE = re.compile(
    r"(?:(?:well-?|well )?(?:informed|reliable|credible|trusted|knowledgeable|unnamed|anonymous|certain)\s+)?sources?", re.IGNORECASE
)
_NAMING = (["known", "as"], ["calling", "itself"], ["calling", "themselves"], ["identified", "as"])
WORD = re.compile(r"[\w'’-]+")
_PLURALS = frozenset({"NNS", "NNPS"})


@record(frozen=True, slots=True)
class SpeakerMention:
    """Hold one speaker as the text names it.

    Args:
        span: the noun phrase.
        head: its head noun.
        kind: one of the kinds of a Speaker, guessed from the words.
        chain: number of the chain it belongs to in its mention.
        organisation: the words for whom it speaks, or the speaker itself if it is one; elsewhere in the report for a reference.
        person: a person's name.
        office: "spokesman", "director", "activist" …
        antecedent: the fuller words that a reference ("he", "the group") stands for.
        name: what to call it if no registry knows it.
    """

    span: Span
    head: Span
    kind: str
    chain: int
    name: str
    organisation: Span | None = None
    person: Span | None = None
    office: str | None = None
    antecedent: Span | None = None
    basis: Basis = Basis.STATED
    is_plural: bool = False


def read_speaker(span: Span, sentence: Sentence, text: str, cues: Cues, *, chain: int = 1) -> SpeakerMention:
    """Read a speaker's phrase by itself; short references are settled later."""
    tokens = find_inside(sentence.tokens, span)
    head = _find_head(tokens)
    organisation, person, office = split_office(span, sentence, tokens, cues)
    known_as = _read_known_as(span, sentence)
    if known_as is not None and office is not None:
        person = known_as
    elif known_as is not None and _DETERMINERS.match(span.of(text)) and person is None:
        organisation = known_as
    words = span.of(text)
    kind = judge_speaker_kind(words if organisation is None else f"{words} {organisation.of(text)}", cues)
    plural = head is not None and head.tag in _PLURALS
    mention = SpeakerMention(span, head.span if head else span, kind, chain, "", organisation, person, office, is_plural=plural)
    return replace(mention, name=name_speaker(mention, text))


def _read_known_as(span: Span, sentence: Sentence) -> Span | None:
    """Return the name that a relative clause gives: "a group known as X", "the commander, who gave his name as X"."""
    first = bisect_left(sentence.tokens, span.end, key=get_start)
    following = sentence.tokens[first : first + 9]
    words = [token.text.lower() for token in following]
    if words[:2] in _NAMING or (words[:1] == [","] and words[1:3] in _NAMING):
        at = following[1 if words[:2] in _NAMING else 2].index
    elif "name" in words[:5] and words[words.index("name") + 1 : words.index("name") + 2] == ["as"] and words[0] in {",", "who"}:
        at = following[words.index("name") + 1].index
    else:
        return None
    return scan_source_after(sentence.tokens, at)


_OWNING = re.compile(r"['’]s?\b(?=\s)|['’](?=\s)")


def judge_speaker_kind(words: str, cues: Cues) -> str:
    """Guess what kind of speaker some words name."""
    lowered = f" {' '.join(WORD.findall(_OWNING.sub('', words.lower())))} "
    single = set(lowered.split())
    for list_ in cues.speakers:
        words_, phrases = _spread_heads(list_.heads)
        if not words_.isdisjoint(single) or any(map(lowered.__contains__, phrases)):
            return list_.kind
    return "unknown"


@lru_cache(maxsize=64)  # one entry for each kind of speaker
def _spread_heads(heads: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return heads and their plurals: those of one word, and those of several with blanks around them."""
    forms = [form for head in heads for form in (head, f"{head}s")]
    return frozenset(form for form in forms if len(form.split()) == 1), tuple(f" {form} " for form in forms if len(form.split()) > 1)


def name_speaker(mention: SpeakerMention, text: str, organisation: str | None = None) -> str:
    """Compose a speaker's name from its parts; the caller may give the organisation's usual name."""
    person = mention.person.of(text) if mention.person else None
    if organisation is None and mention.organisation is not None:
        organisation = strip_article(mention.organisation.of(text))
    if organisation and (mention.kind in {"monitor/NGO", "other media"} or not (person or mention.office)):
        return organisation
    if organisation and person:
        return f"{organisation} ({mention.office} {person})" if mention.office else f"{person} ({organisation})"
    if organisation and mention.office:
        return f"{organisation} ({mention.office})"
    if person and mention.office:
        return f"{person} ({mention.office})"
    words = " ".join(strip_article(mention.span.of(text)).split())
    if _VAGUE_SOURCE.fullmatch(words):
        return "unnamed sources" if words.endswith("s") else "unnamed source"
    return words


def strip_article(words: str) -> str:
    """Return a phrase without its article, "so-called" or "London-based"."""
    words = _DETERMINERS.sub("", words.strip(" \"“”'"))
    return _DESCRIPTIONS.sub("", words)


def _find_head(tokens: Sequence[Token]) -> Token | None:
    inside = {token.index for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.index), tokens[-1] if tokens else None)
