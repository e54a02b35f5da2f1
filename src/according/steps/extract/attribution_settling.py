"""Give short references among the speakers their fuller words: "he", "the group", "the Observatory", a surname."""

from collections.abc import Sequence
from functools import lru_cache

from according.model.evidence import Basis
from according.model.parsed import ParsedReport
from according.model.records import replace
from according.steps.extract.attribution_speakers import WORD, SpeakerMention, name_speaker, strip_article

_HE = frozenset({"he", "she", "him", "her"})
_IT = frozenset({"it", "they", "them", "we", "both"})
_DOCUMENTS = frozenset(
    {"statement", "report", "message", "release", "communique", "communiqué", "video", "post", "letter", "tweet", "text"}
)
_NO_OWNERS = frozenset({"other media", "anonymous", "unknown", "medic/resident/witness"})
_GENERIC_ORGANISATIONS = frozenset(
    {"group", "watchdog", "monitor", "monitors", "ngo", "organisation", "organization", "monitoring group", "body"}
)


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
            one
            for one in before
            if one.person or (not one.is_plural and (one.office or one.kind in {"medic/resident/witness", "anonymous"}))
        ]
    elif words == "it":
        wanted = [one for one in before if not one.person and not one.is_plural and one.kind not in {"anonymous", "medic/resident/witness"}]
    else:
        wanted = [one for one in before if one.is_plural or not one.person]
    return wanted[-1] if wanted else before[-1] if before else None


def _is_named(speaker: SpeakerMention, text: str) -> bool:
    span = speaker.organisation or speaker.span
    names = [
        word for word in WORD.findall(strip_article(span.of(text))) if word[:1].isupper() and word.lower() not in _GENERIC_ORGANISATIONS
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
    is_inside = speaker.person is not None and speaker.span.contains(speaker.person)  # not "the commander, who gave his name as …"
    own = _content_words((speaker.person if speaker.person is not None and is_inside else speaker.span).of(text))
    if not own or len(own) > 3:
        return None
    words = speaker.span.of(text)
    named = own[-1][:1].isupper() and not (speaker.is_plural and len(own) == 1)  # "Activists said" is no name
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
    if mine == [other.office]:
        return True  # "the commander", of whom more was told
    for span in (other.person, other.organisation, None if other.person else other.span):
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
    return "".join(word[0] for word in WORD.findall(words) if word[:1].isupper())


@lru_cache(maxsize=256)  # each speaker of a report is compared with every other
def _content_words(words: str) -> tuple[str, ...]:
    return tuple([word for word in WORD.findall(strip_article(words)) if word.lower() not in {"the", "of", "for", "and", "a", "in"}])


@lru_cache(maxsize=1024)
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
