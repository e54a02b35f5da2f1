"""Read the words that name a speaker: what kind of speaker, for which organisation, and whom a short reference means."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from according.knowledge.cues import Cues
from according.model.evidence import Basis, Span
from according.model.parsed import ParsedReport, Sentence, Token
from according.steps.extract.attribution_offices import split_office
from according.steps.extract.attribution_sources import scan_source_after

_HE = frozenset({"he", "she"})
_IT = frozenset({"it", "they", "we", "both"})
_DOCUMENTS = frozenset(
    {"statement", "report", "message", "release", "communique", "communiqué", "video", "post", "letter", "tweet", "text"}
)
_NO_OWNERS = frozenset({"other media", "anonymous", "unknown", "medic/resident/witness"})
_GENERIC_ORGANISATIONS = frozenset(
    {"group", "watchdog", "monitor", "monitors", "ngo", "organisation", "organization", "monitoring group", "body"}
)
_DETERMINERS = re.compile(
    r"^(?:(?:the|a|an|another|some|one|this|that|its|their|his|her)(?:\s+(?:latest|recent|initial|preliminary|own))?)\s+", re.IGNORECASE
)
_DESCRIPTIONS = re.compile(r"^(?:(?i:so-called|[\w-]+-(?:based|backed|led|run|affiliated))\s+|(?:opposition|opposing)\s+(?=[A-Z]))+")
_VAGUE_SOURCE = re.compile(
    r"(?:(?:well-?|well )?(?:informed|reliable|credible|trusted|knowledgeable|unnamed|anonymous|certain)\s+)?sources?", re.IGNORECASE
)
_NAMING = (["known", "as"], ["calling", "itself"], ["calling", "themselves"], ["identified", "as"])
_WORD = re.compile(r"[\w'’-]+")
_PLURALS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
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
    tokens = [token for token in sentence.tokens if span.start <= token.span.start and token.span.end <= span.end]
    head = _find_head(tokens)
    organisation, person, office = split_office(span, sentence, tokens, cues)
    known_as = _read_known_as(span, sentence)
    if known_as is not None and _DETERMINERS.match(span.of(text)) and person is None:
        organisation = known_as
    elif known_as is not None and office is not None:
        person = known_as
    words = span.of(text)
    kind = judge_speaker_kind(words if organisation is None else f"{words} {organisation.of(text)}", cues)
    plural = head is not None and head.tag in _PLURALS
    mention = SpeakerMention(span, head.span if head else span, kind, chain, "", organisation, person, office, is_plural=plural)
    return replace(mention, name=name_speaker(mention, text))


def _read_known_as(span: Span, sentence: Sentence) -> Span | None:
    """Return the name that a relative clause gives: "a group known as X", "the commander, who gave his name as X"."""
    first = bisect_left(sentence.tokens, span.end, key=_get_start)
    following = sentence.tokens[first : first + 9]
    words = [token.text.lower() for token in following]
    if words[:2] in _NAMING or (words[:1] == [","] and words[1:3] in _NAMING):
        at = following[1 if words[:2] in _NAMING else 2].index
    elif "name" in words[:5] and words[words.index("name") + 1 : words.index("name") + 2] == ["as"] and words[0] in {",", "who"}:
        at = following[words.index("name") + 1].index
    else:
        return None
    return scan_source_after(sentence.tokens, at)


def judge_speaker_kind(words: str, cues: Cues) -> str:
    """Guess what kind of speaker some words name."""
    lowered = f" {' '.join(_WORD.findall(words.lower()))} "
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


def _get_start(token: Token) -> int:
    return token.span.start


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


def settle_speakers(mentions: Sequence[tuple[SpeakerMention, ...]], parsed: ParsedReport) -> list[tuple[SpeakerMention, ...]]:
    """Give each pronoun and short reference the fuller words that it stands for."""
    text = parsed.report.text
    raw = [speaker for chain in mentions for speaker in chain]
    done: list[SpeakerMention] = []
    settled = []
    for chain in mentions:
        resolved = tuple(_settle(speaker, done, raw, text) for speaker in chain)
        settled.append(resolved)
        done += resolved[:1]
    return settled


def _settle(speaker: SpeakerMention, before: list[SpeakerMention], every: list[SpeakerMention], text: str) -> SpeakerMention:
    words = speaker.span.of(text).lower()
    if words in _HE or words in _IT:
        return _adopt(speaker, _find_pronoun(words, before), text)
    bare = strip_article(words)
    last = bare.split()[-1] if bare.split() else bare
    if last in _DOCUMENTS and speaker.organisation is None:
        return _adopt(speaker, next((one for one in reversed(before) if one.kind not in _NO_OWNERS), None), text)
    others = [one for one in every if one.span != speaker.span]
    if last in _GENERIC_ORGANISATIONS and not _is_named(speaker, text):
        monitors = [one for one in others if one.kind == "monitor/NGO" and _is_named(one, text)]
        groups = (
            monitors if speaker.kind == "monitor/NGO" else [one for one in before if one in monitors or one.kind == "party to the conflict"]
        )
        return _adopt(speaker, _nearest(speaker, groups), text)
    fuller = _find_fuller(speaker, others, before, text)
    return _expand(_adopt(speaker, fuller, text), others, text)


def _find_pronoun(words: str, before: list[SpeakerMention]) -> SpeakerMention | None:
    if words in _HE:
        wanted = [
            one for one in before if one.person or (one.office and not one.is_plural) or one.kind in {"medic/resident/witness", "anonymous"}
        ]
    elif words == "it":
        wanted = [one for one in before if not one.person and not one.is_plural and one.kind not in {"anonymous", "medic/resident/witness"}]
    else:
        wanted = [one for one in before if one.is_plural or not one.person]
    return wanted[-1] if wanted else before[-1] if before else None


def _is_named(speaker: SpeakerMention, text: str) -> bool:
    span = speaker.organisation or speaker.span
    names = [
        word for word in _WORD.findall(strip_article(span.of(text))) if word[:1].isupper() and word.lower() not in _GENERIC_ORGANISATIONS
    ]
    return len(names) >= 2 or any(len(name) > 2 and name.isupper() for name in names)


def _nearest(speaker: SpeakerMention, candidates: list[SpeakerMention]) -> SpeakerMention | None:
    """Return the last candidate before a speaker, else the first after it."""
    before = [one for one in candidates if one.span.start < speaker.span.start]
    return before[-1] if before else candidates[0] if candidates else None


def _find_fuller(speaker: SpeakerMention, others: list[SpeakerMention], before: list[SpeakerMention], text: str) -> SpeakerMention | None:
    """Find the mention that says the same name with more words: "Alloush", "the Observatory", "the army"."""
    if speaker.person is not None and speaker.organisation is not None:
        return None
    own = _content_words((speaker.person or speaker.span).of(text))
    if not own or len(own) > 3:
        return None
    words = speaker.span.of(text)
    named = own[-1][:1].isupper()
    if not (named or words.lower().startswith(("the ", "its ", "their "))):
        return None
    return _nearest(speaker, [one for one in (others if named else before) if _says_more(own, one, text)])


def _expand(speaker: SpeakerMention, others: list[SpeakerMention], text: str) -> SpeakerMention:
    """Give a short name of an organisation its full one: "Observatory director Omar Ali"."""
    if speaker.organisation is None:
        return speaker
    own = _content_words(speaker.organisation.of(text))
    if not own or len(own) > 2:
        return speaker
    longer = _nearest(speaker, [one for one in others if _says_more(own, one, text) and not one.person])
    if longer is None:
        return speaker
    organisation = longer.organisation or longer.span
    kind = speaker.kind if longer.kind == "unknown" else longer.kind
    expanded = replace(speaker, organisation=organisation, kind=kind)
    return replace(expanded, name=name_speaker(expanded, text))


def _says_more(own: tuple[str, ...], other: SpeakerMention, text: str) -> bool:
    """Say whether another mention holds all words of a short name, in the same role."""
    mine = [_fold(word) for word in own]
    for span in (other.person, other.organisation, None if other.organisation or other.person else other.span):
        if span is None:
            continue
        words = [_fold(word) for word in _content_words(span.of(text))]
        if span is other.person and words == mine and other.office:
            return True
        if len(own) == 1 and len(own[0]) > 2 and own[0].isupper() and _initials(strip_article(span.of(text))) == own[0]:
            return True
        if len(words) > len(mine) and set(mine) <= set(words):
            ends = {words[0], words[-1], _fold(other.head.of(text))}
            return mine[-1] in ends or (own[-1][:1].isupper() and len(mine) > 1)
    return False


def _initials(words: str) -> str:
    return "".join(word[0] for word in _WORD.findall(words) if word[:1].isupper())


@lru_cache(maxsize=256)  # each speaker of a report is compared with every other
def _content_words(words: str) -> tuple[str, ...]:
    return tuple([word for word in _WORD.findall(strip_article(words)) if word.lower() not in {"the", "of", "for", "and", "a", "in"}])


def _fold(word: str) -> str:
    return word.lower().replace("-", "").replace("’", "").replace("'", "")


def _adopt(speaker: SpeakerMention, antecedent: SpeakerMention | None, text: str) -> SpeakerMention:
    if antecedent is None:
        return speaker
    kind = antecedent.kind if antecedent.kind != "unknown" else speaker.kind
    adopted = replace(
        speaker,
        kind=kind,
        organisation=antecedent.organisation,
        person=antecedent.person or speaker.person,
        office=antecedent.office or speaker.office,
        antecedent=antecedent.antecedent or antecedent.span,
        basis=Basis.INHERITED,
        is_plural=antecedent.is_plural,
    )
    return replace(adopted, name=name_speaker(replace(adopted, span=adopted.antecedent or adopted.span), text))


def _find_head(tokens: list[Token]) -> Token | None:
    inside = {token.index for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.index), tokens[-1] if tokens else None)
