"""Answer which loaded words a sentence uses, of whom, and whose words they are."""

import re
from typing import Final

from according.knowledge.cues import split_words
from according.knowledge.framing import Framings, LoadedWord
from according.model.answers import Framing
from according.model.evidence import Found, Span
from according.model.parsed import Sentence
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.actors_resolving import find_inside
from according.steps.extract.references import resolve_pronoun_name

DESCRIBED_AS: Final = "en.framing.described-as"
_LINK: Final = r"(?:as|to be)\s+(?:being\s+)?"
_DESCRIBED: Final = re.compile(
    rf"\b(?:describes?|described|label(?:s|l?ed)?|brands?|branded|calls?|called|characteri[sz]ed?s?|portray(?:s|ed)?|"
    rf"designates?|designated|considers?|considered|regards?|regarded|presents?|presented|depicts?|depicted|views?|viewed)\s+"
    rf"(?P<of>(?:[\w’'\-]+\s+){{1,5}}?)(?:{_LINK})(?P<as>(?:an?\s+|the\s+)?[\w’'\-]+(?:\s+[\w’'\-]+){{0,4}})"
)
_DESCRIBED_PASSIVE: Final = re.compile(
    rf"\s(?:is|are|was|were|has been|have been)\s+(?:widely\s+)?(?:described|labell?ed|branded|characteri[sz]ed|"
    rf"portrayed|designated|considered|regarded|depicted|viewed|listed)\s+(?:{_LINK})?"
    rf"(?P<as>(?:an?\s+|the\s+)?[\w’'\-]+(?:\s+(?!by\b)[\w’'\-]+){{0,4}})\s+by\s+(?P<by>(?:the\s+)?[\w’'.\-]+(?:\s+[\w’'.\-]+){{0,4}})"
)
_RUN: Final = re.compile(r"[^\w’'\- ]")
_DESCRIBING: Final = frozenset(  # one of them is in every match of the two patterns above
    "describe describes described label labels labeled labelled brand brands branded call calls called characterise characterised "
    "characterize characterized characterises characterizes portray portrays portrayed designate designates designated consider considers "
    "considered regard regards regarded present presents presented depict depicts depicted view views viewed listed".split()
)
_GROUPISH: Final = re.compile(
    r"\b(?:group|groups|organi[sz]ation|organi[sz]ations|terrorists?|opposition|rebels?|militants?|fighters|extremists?|faction|movement|"
    r"moderates?|jihadists?|militia|force|criminals|mercenaries|separatists|regime|heroes|freedom fighters|allies|partners?)\b"
)
_ENDS: Final = re.compile(r"\b(?:and|but|which|who|that|because|since|while|in|after|for|with|on|at)\b.*$")


def find_framing(sentence: Sentence, text: str, mentions: tuple[ActorMention, ...], framing: Framings) -> tuple[Found[Framing], ...]:
    """Return the loaded words of a sentence in order, each with the actor it labels if the sentence shows one."""
    words = sentence.span.of(text)
    hits = framing.find_in(words)
    describes = not split_words(words).isdisjoint(_DESCRIBING)
    if not hits and not describes:
        return ()
    here = tuple([one for one in find_inside(sentence.span, mentions) if one.span.end <= sentence.span.end])
    found: list[Found[Framing]] = _find_characterised(sentence, text, mentions, here) if describes else []
    for start, end, entry in hits:
        span = Span(sentence.span.start + start, sentence.span.start + end)
        if not _is_in_name(span, here) and not _is_spared(span, entry, text):
            found.append(Found(Framing(span.of(text), _find_labelled(entry, span, sentence, here)), span, entry.id_))
    return tuple(sorted(found, key=lambda one: (one.span, one.value.words)))


def _is_in_name(span: Span, here: tuple[ActorMention, ...]) -> bool:
    """Say whether the word is part of an actor's own name, which judges no one ("Counter Terrorism Service")."""
    return any(one.is_name and one.form != "label" and one.span.overlaps(span) and one.span != span for one in here)


def _is_spared(span: Span, entry: LoadedWord, text: str) -> bool:
    before, after = text[max(0, span.start - 12) : span.start].lower(), text[span.end : span.end + 16].lower()
    if before.endswith(("counter-", "counter ", "anti-", "anti ", "ceasefire ", "visa ", "sanctions ", "legal ")):
        return True
    return entry.id_ == "en.framing.martyr" and after.lstrip("’'s ").startswith(("square", "brigade", "street", "bridge", "cemetery"))


def _find_labelled(entry: LoadedWord, span: Span, sentence: Sentence, here: tuple[ActorMention, ...]) -> str | None:
    """Name whom the word labels: the actor it means, the name it stands beside, or the object of the verb."""
    named = [one for one in here if isinstance(one.answer, Found) and one.form not in {"demonym", "capital"}]
    over = [one for one in named if one.span.overlaps(span)]
    beside = [one for one in named if one.is_name and not one.span.overlaps(span) and _gap(one.span, span) <= 4]
    if entry.of in {"itself", "beside"}:
        chosen = beside[:1] or over[:1] if entry.of == "itself" else beside[:1]
        return _name(chosen[0]) if chosen else None
    if entry.of == "object" and sentence.is_parsed:
        return _find_object(span, sentence, named)
    return None


def _find_object(span: Span, sentence: Sentence, named: list[ActorMention]) -> str | None:
    verb = next((token for token in sentence.tokens if token.span.overlaps(span)), None)
    if verb is None:
        return None
    wanted = {"dobj", "nsubjpass"}
    heads = [token for token in sentence.tokens if token.head == verb.index and token.dep in wanted]
    for head in heads:
        for one in named:
            if one.span.overlaps(head.span):
                return _name(one)
    return None


def _gap(left: Span, right: Span) -> int:
    return max(left.start, right.start) - min(left.end, right.end)


def _name(mention: ActorMention) -> str:
    assert isinstance(mention.answer, Found)
    return mention.answer.value.name


def _find_characterised(
    sentence: Sentence, text: str, mentions: tuple[ActorMention, ...], here: tuple[ActorMention, ...]
) -> list[Found[Framing]]:
    """Read "outlets describe X as a moderate group": X, the words, and whose they are."""
    words = sentence.span.of(text)
    match = _DESCRIBED.search(words)
    passive = _DESCRIBED_PASSIVE.search(words) if match is None else None
    described = match or passive
    if described is None:
        return []
    start = sentence.span.start
    label = re.sub(r"^(?:an?|the)\s+", "", _ENDS.sub("", described["as"]).strip())
    if not _GROUPISH.search(label):
        return []
    at = start + described.start("as") + described["as"].find(label)
    before = _RUN.split(words[: described.start()])[-1]
    of = Span(start + described.start() - len(before), start + described.start())
    of = Span(start + match.start("of"), start + match.end("of")) if match is not None else of
    by = re.sub(r"^(?:the|a|an|this|despite|but|and|that)\s+", "", (passive["by"] if passive else before).strip(), flags=re.IGNORECASE)
    by = re.sub(r"\s+(?:has|have|often|sometimes|also|usually|routinely)$", "", by)
    described_of = _find_described(of, sentence, text, mentions, here)
    return [Found(Framing(label, described_of, by or None), Span(at, at + len(label)), DESCRIBED_AS)]


def _find_described(
    span: Span, sentence: Sentence, text: str, mentions: tuple[ActorMention, ...], here: tuple[ActorMention, ...]
) -> str | None:
    inside = [one for one in here if one.span.overlaps(span) and isinstance(one.answer, Found)]
    if inside:
        return _name(inside[0])
    pronoun = re.fullmatch(r"\s*(?:it|them|him|itself)\s*", span.of(text), re.IGNORECASE)
    return resolve_pronoun_name(span, sentence, mentions) if pronoun else None
