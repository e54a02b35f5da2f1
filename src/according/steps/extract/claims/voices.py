"""Settle who says so, and who is said to have done it, for each claim."""

import re
from dataclasses import replace

from according.model.answers import Actor, Responsibility, Speaker, Stance, Status, Toll
from according.model.evidence import Found, Span, Unresolved
from according.steps.extract.actors_mentions import NAMES
from according.steps.extract.actors_resolving import resolve_actor
from according.steps.extract.attribution import AttributionMention, SpeakerMention
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.references import is_reference, resolve_reference
from according.steps.extract.responsibility import OWN_ACT, ResponsibilityMention

_ANY_MONITOR = re.compile(
    r"(?:\w+[ -]){0,3}(?:monitor|monitors|watchdog|NGO|observatory|group|organi[sz]ation)",
    re.IGNORECASE,
)
_STATES = frozenset({"state", "police", "international"})
_OUTLET = re.compile(r"\b(?:TV|television|radio|agency|newspaper|channel|broadcaster|daily)$", re.IGNORECASE)
_ARMY = re.compile(r"(?:the )?(?:army|military)", re.IGNORECASE)
_PEOPLES = frozenset({"demonym", "country", "capital"})
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
    kept = [chain for chain in _drop_parts(list(found.values())) if _can_vouch(chain[0], asked)]
    return tuple(replace(one, value=_number(one.value, number)) for number, chain in enumerate(kept, 1) for one in chain)


def _drop_parts(chains: list[list[Found[Speaker]]]) -> list[list[Found[Speaker]]]:
    """Drop a chain whose speakers all stand in a longer one."""
    names = [{one.value.name for one in chain} for chain in chains]
    return [chain for chain, own in zip(chains, names, strict=True) if not any(own < other for other in names)]


def _can_vouch(found: Found[Speaker], asked: Asked) -> bool:
    """Say whether words name a person, an organisation or a document, not a thing or an event that the parser took for one."""
    words = found.value.name.split()
    if not words:
        return False
    last = words[-1].lower()
    return last not in asked.knowledge.cues.responsibility.get_lemmas("act") and last != "also"


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
    if _OUTLET.search(speaker.span.of(asked.text)) and speaker.organisation is None:
        source = asked.knowledge.sources.find_named(_ARTICLE.sub("", speaker.span.of(asked.text)))
        return source.name if source is not None else None
    for words in (speaker.organisation, speaker.antecedent, speaker.span):
        named = name_organisation(words, asked) if words is not None else None
        if named is not None:
            return named
    if speaker.person is not None and speaker.office and (first := _name_first_word(speaker, asked)) is not None:
        return first
    if (side := _name_armed_side(speaker, asked)) is not None:
        return side
    if speaker.person is not None and (home := _find_home(speaker.person.of(asked.text), asked)) is not None:
        return home
    if _ANY_MONITOR.fullmatch(_ARTICLE.sub("", speaker.span.of(asked.text))):
        monitors = {one.name for one in asked.sources if one.speaker_kind == "monitor/NGO"}
        return monitors.pop() if len(monitors) == 1 else None
    return None


def _name_first_word(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return the organisation in "Observatory head Omar Ali", whose capital proves nothing at the head of a sentence."""
    first = speaker.span.of(asked.text).partition(" ")[0]
    return name_organisation(Span(speaker.span.start, speaker.span.start + len(first)), asked) if first[:1].isupper() else None


def _name_armed_side(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return whose "the army" or "the military" is, and the state that a capital speaks for."""
    sentence = next((one for one in asked.parsed.sentences if one.span.contains(speaker.span)), None)
    if sentence is None or speaker.person is not None or not _ARMY.fullmatch(speaker.span.of(asked.text)):
        return None
    answer = resolve_actor(speaker.span, speaker.head, sentence, asked.text, asked.actors, asked.knowledge.actors)
    arms = isinstance(answer, Found) and answer.value.kind == "state" and not answer.value.is_generic
    return answer.value.name if isinstance(answer, Found) and arms else None


def _find_home(person: str, asked: Asked) -> str | None:
    """Return the organisation that the report gives a person elsewhere."""
    surname = person.rsplit(maxsplit=1)[-1]
    for mention in asked.attributions:
        for other in mention.speakers:
            if other.person is not None and other.organisation is not None and other.person.of(asked.text).endswith(surname):
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
    peoples = [one.span for one in asked.actors if one.form in _PEOPLES and words.overlaps(one.span)]
    short = [word for word in text.split() if word[:1].isupper() and not any(word in people.of(asked.text).split() for people in peoples)]
    fuller = sorted({one.name for one in asked.sources if short and set(short) <= set(one.name.split())})
    return fuller[0] if len(fuller) == 1 else None


def name_counter(toll: Found[Toll], attribution: tuple[Found[Speaker], ...], asked: Asked) -> Found[Toll]:
    """Add who gives a figure, where that is not whom the claim names first."""
    main = {one.value.name for one in attribution if one.value.chain == 1}
    chains = [chain for mention in asked.attributions if mention.covers(toll.span) for chain in _read_chains(mention, asked)]
    if not main or not chains or any(one.value.name in main for chain in chains for one in chain):
        return toll
    return replace(toll, value=replace(toll.value, by=chains[0][0].value.name))


def settle_responsibility(draft: Draft, asked: Asked) -> tuple[Found[Responsibility], ...]:
    """Return who blames whom, who claims it and who denies it, in the sentences of the claim and those that point at them."""
    found: dict[tuple[str, str, str], Found[Responsibility]] = {}
    for mention in asked.responsibility:
        if not _is_about(mention, draft):
            continue
        by = _name_side(mention.by, mention, asked) if mention.by else None
        side = by if mention.is_own else _name_side(mention.actor, mention, asked)
        if side is None or (mention.rule == OWN_ACT and side.kind in _STATES):
            continue  # a state that tells what its forces did only reports it
        if mention.stance is Stance.DENIED and not mention.is_own and draft.main.status.value is Status.DENIED:
            continue  # that the event is denied is its status
        actor = asked.knowledge.actors.settle_arm(side, draft.main.event_type.value).name
        said_by = by.name if by else "the outlet"
        value = Responsibility(actor, mention.stance, said_by)
        found.setdefault((actor, mention.stance.value, said_by), Found(value, mention.cue, mention.rule))
    return tuple(found.values())


def _is_about(mention: ResponsibilityMention, draft: Draft) -> bool:
    """Say whether a speech act speaks of a claim: of its trigger if it tells one, else of its sentence."""
    tellings = [one for one in draft.tellings if one.sentence.index == mention.about]
    return any(not mention.tells or any(trigger.span in mention.tells for trigger in one.triggers) for one in tellings)


def _name_side(words: Span, mention: ResponsibilityMention, asked: Asked) -> Actor:
    """Return whom the words of a speech act mean, as the registry, the report's speakers or the text itself name them."""
    sentence = next(one for one in asked.parsed.sentences if one.index == mention.sentence)
    speaker = next((one for each in asked.attributions for one in each.speakers if one.span.overlaps(words)), None)
    named = name_organisation(words, asked) or (_name_speaker_side(speaker, asked) if speaker is not None else None)
    tokens = [token for token in sentence.tokens if words.contains(token.span)]
    indexes = {token.index for token in tokens}
    head = next((one for one in tokens if one.head not in indexes or one.head == one.index), None)
    if head is not None:
        actors, registry = asked.actors, asked.knowledge.actors
        answer = resolve_actor(words, head.span, sentence, asked.text, actors, registry)
        if isinstance(answer, Unresolved) and (is_reference(words, head.span, asked.text) or head.pos == "PRON"):
            answer = resolve_reference(words, sentence, asked.parsed, actors) if named is None else answer
        if isinstance(answer, Found) and (named is None or answer.value.name == named):
            return answer.value
    said = _say_words(speaker, asked) if speaker is not None and head is not None and head.pos == "PRON" else words.of(asked.text)
    return Actor(named or _ARTICLE.sub("", said))


def _number(speaker: Speaker, chain: int) -> Speaker:
    return Speaker(speaker.name, speaker.kind, chain, speaker.verb)
