"""Settle who says so, and who is said to have done it, for each claim."""

import re

from according.model.answers import Responsibility, Speaker
from according.model.evidence import Found, Span
from according.steps.extract.actors_mentions import NAMES
from according.steps.extract.attribution import AttributionMention, SpeakerMention
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling

_ANY_MONITOR = re.compile(
    r"(?:\w+[ -]){0,3}(?:monitor|monitors|watchdog|NGO|observatory|group|organi[sz]ation)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def settle_attribution(draft: Draft, asked: Asked) -> tuple[Found[Speaker], ...]:
    """Return who vouches for the event, each chain innermost first; empty where the outlet says it in its own voice."""
    found: dict[str, list[Found[Speaker]]] = {}
    for telling in draft.tellings:
        for mention in _find_covering(telling, asked):
            for chain in _read_chains(mention, asked):
                key = " > ".join(one.value.name for one in chain)
                if key not in found:
                    number = len(found) + 1
                    found[key] = [Found(_number(one.value, number), one.span, one.rule, one.basis) for one in chain]
    return tuple(one for chain in found.values() for one in chain)


def _find_covering(telling: Telling, asked: Asked) -> list[AttributionMention]:
    """Return the acts of vouching whose words include the trigger."""
    trigger = telling.main.span
    return [mention for mention in asked.attributions if mention.covers(trigger)]


def _read_chains(mention: AttributionMention, asked: Asked) -> list[list[Found[Speaker]]]:
    chains: dict[int, list[Found[Speaker]]] = {}
    for speaker in mention.speakers:
        chains.setdefault(speaker.chain, []).append(_read_speaker(speaker, mention, asked))
    return list(chains.values())


def _read_speaker(speaker: SpeakerMention, mention: AttributionMention, asked: Asked) -> Found[Speaker]:
    organisation = _name_speaker_side(speaker, asked)
    name = organisation or (_say_words(speaker, asked) if speaker.kind == "anonymous" else speaker.name)
    if organisation and speaker.person is not None and speaker.kind == "party to the conflict":
        person = f"{speaker.office or ''} {speaker.person.of(asked.text)}".strip()
        name = f"{organisation} ({person})"
    return Found(Speaker(name, speaker.kind, speaker.chain, mention.verb), speaker.span, mention.rule, speaker.basis)


def _name_speaker_side(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return for whom a speaker speaks: named here, or elsewhere in the report; "a monitor" is the only one that the report names."""
    for words in (speaker.organisation, speaker.antecedent, speaker.span):
        named = name_organisation(words, asked) if words is not None else None
        if named is not None:
            return named
    if speaker.person is not None and (home := _find_home(speaker.person.of(asked.text), asked)) is not None:
        return home
    if _ANY_MONITOR.fullmatch(_ARTICLE.sub("", speaker.span.of(asked.text))):
        monitors = {one.name for one in asked.sources if one.speaker_kind == "monitor/NGO"}
        return monitors.pop() if len(monitors) == 1 else None
    return None


def _find_home(person: str, asked: Asked) -> str | None:
    """Return the organisation that the report gives a person elsewhere."""
    surname = person.rsplit(maxsplit=1)[-1]
    for mention in asked.attributions:
        for other in mention.speakers:
            if other.person is not None and other.organisation is not None and other.person.of(asked.text).split()[-1] == surname:
                return name_organisation(other.organisation, asked)
    return None


def _say_words(speaker: SpeakerMention, asked: Asked) -> str:
    """Return an anonymous speaker as the text describes it: "pro-government sources", not only that it is unnamed."""
    words = _ARTICLE.sub("", speaker.span.of(asked.text))
    return words[:1].lower() + words[1:] if len(words.split()) > 1 and not words[:2].isupper() else speaker.name


def name_organisation(words: Span, asked: Asked) -> str | None:
    """Return the usual name of the outlet, monitor or armed side that the words name, if the knowledge has it."""
    text = _ARTICLE.sub("", words.of(asked.text))
    source = asked.knowledge.sources.find_named(text)
    if source is not None:
        return source.name
    inside = [one for one in asked.actors if words.contains(one.span) and isinstance(one.answer, Found) and one.form in NAMES]
    longest = max(inside, key=lambda one: one.span.end - one.span.start, default=None)
    if longest is not None and isinstance(longest.answer, Found):
        return longest.answer.value.name
    short = [word for word in text.split() if word[:1].isupper()]
    fuller = sorted({one.name for one in asked.sources if short and set(short) <= set(one.name.split())})
    return fuller[0] if len(fuller) == 1 else None


def settle_responsibility(draft: Draft, asked: Asked) -> tuple[Found[Responsibility], ...]:
    """Return who blames whom, who claims it and who denies it, in the sentences of the claim."""
    found: dict[tuple[str, str, str], Found[Responsibility]] = {}
    for mention in asked.responsibility:
        if any(telling.sentence.span.contains(mention.cue) for telling in draft.tellings):
            actor = name_organisation(mention.actor, asked) or mention.actor.of(asked.text)
            by = (name_organisation(mention.by, asked) or mention.by.of(asked.text)) if mention.by else "the outlet"
            value = Responsibility(actor, mention.stance, by)
            found.setdefault((actor, mention.stance.value, by), Found(value, mention.cue, mention.rule))
    return tuple(found.values())


def _number(speaker: Speaker, chain: int) -> Speaker:
    return Speaker(speaker.name, speaker.kind, chain, speaker.verb)
