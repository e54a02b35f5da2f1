"""Read the words that name a speaker: what kind of speaker, for which organisation, and whom a short reference means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from according.knowledge.cues import Cues
from according.model.evidence import Basis, Span
from according.model.parsed import ParsedReport, Sentence, Token

_HE = frozenset({"he", "she"})
_IT = frozenset({"it", "they", "we", "both"})
_DOCUMENTS = frozenset(
    {"statement", "report", "message", "release", "communique", "communiqué", "video", "post", "letter", "tweet", "text"}
)
_GENERIC_ORGANISATIONS = frozenset(
    {"group", "watchdog", "monitor", "monitors", "ngo", "organisation", "organization", "monitoring group", "body"}
)
_DETERMINERS = re.compile(r"^(?:the|a|an|another|some|one|this|that|its|their|his|her)\s+", re.IGNORECASE)
_DESCRIPTIONS = re.compile(r"^(?:so-called|[\w-]+-(?:based|backed|led|run|affiliated)|opposition|opposing)\s+", re.IGNORECASE)
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
    tokens = [token for token in sentence.tokens if span.contains(token.span)]
    head = _find_head(tokens)
    offices = cues.attribution.get_lemmas("office")
    organisation, person, office = _split_office(span, sentence, tokens, offices)
    words = span.of(text)
    kind = judge_speaker_kind(words if organisation is None else f"{words} {organisation.of(text)}", cues)
    plural = head is not None and head.tag in _PLURALS
    mention = SpeakerMention(span, head.span if head else span, kind, chain, "", organisation, person, office, is_plural=plural)
    return replace(mention, name=name_speaker(mention, text))


def judge_speaker_kind(words: str, cues: Cues) -> str:
    """Guess what kind of speaker some words name."""
    lowered = f" {' '.join(_WORD.findall(words.lower()))} "
    for list_ in cues.speakers:
        if any(f" {head} " in lowered or f" {head}s " in lowered for head in list_.heads):
            return list_.kind
    return "unknown"


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
    if mention.kind == "anonymous":
        return "unnamed sources" if mention.is_plural or words.endswith("s") else f"unnamed {words}" if " " not in words else words
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
        owner = next((one for one in reversed(before) if one.kind not in {"other media", "anonymous", "unknown"}), None)
        return _adopt(speaker, owner, text)
    others = [one for one in every if one.span != speaker.span]
    if speaker.kind == "monitor/NGO" and (last in _GENERIC_ORGANISATIONS) and bare == bare.lower() and not _is_named(speaker, text):
        return _adopt(speaker, _nearest(speaker, [one for one in others if one.kind == "monitor/NGO" and _is_named(one, text)]), text)
    fuller = _find_fuller(speaker, others, before, text)
    if fuller is not None:
        return _adopt(speaker, fuller, text)
    return speaker


def _find_pronoun(words: str, before: list[SpeakerMention]) -> SpeakerMention | None:
    if words in _HE:
        wanted = [
            one for one in before if one.person or (one.office and not one.is_plural) or one.kind in {"medic/resident/witness", "anonymous"}
        ]
    else:
        wanted = [one for one in before if not one.person]
    return wanted[-1] if wanted else before[-1] if before else None


def _is_named(speaker: SpeakerMention, text: str) -> bool:
    span = speaker.organisation or speaker.span
    names = [word for word in _WORD.findall(strip_article(span.of(text))) if word[:1].isupper()]
    return len(names) >= 2 or any(len(name) > 2 and name.isupper() for name in names)


def _nearest(speaker: SpeakerMention, candidates: list[SpeakerMention]) -> SpeakerMention | None:
    """Return the last candidate before a speaker, else the first after it."""
    before = [one for one in candidates if one.span.start < speaker.span.start]
    return before[-1] if before else candidates[0] if candidates else None


def _find_fuller(speaker: SpeakerMention, others: list[SpeakerMention], before: list[SpeakerMention], text: str) -> SpeakerMention | None:
    """Find the mention that says the same name with more words: "Alloush", "the Observatory", "the army"."""
    own = _content_words((speaker.person or speaker.organisation or speaker.span).of(text))
    if not own or len(own) > 3:
        return None
    definite = speaker.span.of(text)[:1].isupper() or speaker.span.of(text).lower().startswith(("the ", "its ", "their "))
    if not definite and speaker.organisation is None:
        return None
    named = own[0][:1].isupper()
    candidates = [one for one in (others if named else before) if _says_more(own, one, text)]
    return _nearest(speaker, candidates)


def _says_more(own: list[str], other: SpeakerMention, text: str) -> bool:
    for span in (other.person, other.organisation, other.span):
        if span is None:
            continue
        words = _content_words(span.of(text))
        if len(words) > len(own) and {_fold(word) for word in own} <= {_fold(word) for word in words}:
            return span is not other.span or _fold(own[-1]) in {_fold(words[-1]), _fold(words[0])} or own[-1][:1].isupper()
    return False


def _content_words(words: str) -> list[str]:
    return [word for word in _WORD.findall(strip_article(words)) if word.lower() not in {"the", "of", "for", "and", "a", "in"}]


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


def _split_office(
    span: Span, sentence: Sentence, tokens: list[Token], offices: frozenset[str]
) -> tuple[Span | None, Span | None, str | None]:
    """Split "Northern Front spokesman Omar Ali", "head of the Observatory Omar Ali", "Omar Ali, director of the Observatory"."""
    place = next((number for number, token in enumerate(tokens) if token.lemma in offices), None)
    if place is None:
        return _split_following(span, sentence, tokens, offices)
    office = tokens[place].text.lower()
    left = [token for token in tokens[:place] if token.pos != "DET" and token.tag not in {"POS", "DT"}]
    right = tokens[place + 1 :]
    if right and right[0].lemma in {"of", "for", "at", "in", "from", "with"}:
        organisation, person = _split_names(right[1:])
        return organisation, person, office
    person = _cover([token for token in right if token.pos in {"PROPN", "NOUN", "ADJ", "X", "ADP", "PART", "VERB"} or token.text == "-"])
    names = [token for token in left if token.pos == "PROPN" or token.text[:1].isupper() or token.text == "-"]
    organisation = _cover(left) if names else None
    if not any(token.text[:1].isupper() for token in right):
        person = None
    return organisation, person, office


def _split_names(tokens: list[Token]) -> tuple[Span | None, Span | None]:
    """Part an organisation from a name that follows it without a comma: the name hangs on another head."""
    while tokens and tokens[0].pos == "DET":
        tokens = tokens[1:]
    if not tokens:
        return None, None
    for number in range(len(tokens) - 1, 0, -1):
        if tokens[number - 1].text in {
            "Rights",
            "Agency",
            "Ministry",
            "Army",
            "Forces",
            "Front",
            "Council",
            "Committee",
            "Center",
            "Centre",
        }:
            return _cover(tokens[:number]), _cover(tokens[number:])
    return _cover(tokens), None


def _split_following(
    span: Span, sentence: Sentence, tokens: list[Token], offices: frozenset[str]
) -> tuple[Span | None, Span | None, str | None]:
    """Read an apposition after the name, with or without its comma: "Omar Ali, director of the Observatory, said"."""
    named = (
        bool(tokens)
        and all(token.pos in {"PROPN", "PUNCT", "X", "ADJ", "DET", "NOUN"} for token in tokens)
        and tokens[-1].text[:1].isupper()
    )
    if not named:
        return None, None, None
    following = [token for token in sentence.tokens if token.span.start >= span.end][:14]
    for number, token in enumerate(following):
        if number > 6 or token.text in {".", ";"}:
            break
        if token.lemma in offices or (token.lemma == "head" and token.pos == "VERB"):
            rest = following[number + 1 :]
            while rest and (rest[0].pos in {"ADP", "DET"}):
                rest = rest[1:]
            names = []
            for one in rest:
                if one.pos in {"PROPN", "ADJ", "NOUN"} or one.lemma in {"for", "of"} or one.text == "-":
                    names.append(one)
                else:
                    break
            return _cover(names), span, token.text.lower() if token.pos != "VERB" else "head"
        if token.pos == "VERB" and token.lemma != "head" and number > 0:
            break
    return None, None, None


def _cover(tokens: list[Token]) -> Span | None:
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None
