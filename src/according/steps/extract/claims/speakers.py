"""Name the speakers of a report: who they are, and for whom they speak."""

import re

from according.model.answers import Speaker
from according.model.evidence import Found, Span
from according.steps.extract.actors_mentions import NAMES
from according.steps.extract.actors_resolving import find_inside, resolve_actor
from according.steps.extract.attribution import AttributionMention, SpeakerMention
from according.steps.extract.claims.asking import Asked, may_be_meant
from according.steps.extract.references import resolve_reference

Chain = list[Found[Speaker]]
_ARMED = frozenset({"rebel", "militia", "gang", "communal"})
_LOOSE_KINDS = frozenset({"official", "unknown"})
_ANY_MONITOR = re.compile(
    r"(?:\w+[ -]){0,3}(?:monitor|monitors|watchdog|NGO|observatory|group|organi[sz]ation)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:TV|television|radio|agency|newspaper|channel|broadcaster|daily|media|station|correspondent|reporter|photographer)\b",
    re.IGNORECASE,
)
_ARMY = re.compile(r"(?:the )?(?:army|military)", re.IGNORECASE)
_STATES_SPEAK = frozenset({"country", "capital"})
_OWNER = re.compile(r"(?:its|their)(?= )", re.IGNORECASE)
_OTHERS = re.compile(  # "the Courier's partner charity" is not the Courier; its own people are
    r"['’]s\s+(?!(?:own\s+)?(?:spokes|official|director|editor|correspondent|reporter|press|media|statement|head|chief))", re.IGNORECASE
)
_BODY = re.compile(r"the (\w+)['’]s(?= )", re.IGNORECASE)
_SIDE = re.compile(r"the (?:group|party|movement|militia|faction|front|brigade|alliance|organi[sz]ation)", re.IGNORECASE)
_PEOPLES = frozenset({"demonym", "country", "capital"})
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def read_chains(mention: AttributionMention, asked: Asked) -> list[Chain]:
    """Return who speaks in one act of vouching, each chain innermost first, under the names that the knowledge or the report has."""
    chains: dict[int, Chain] = {}
    for speaker in mention.speakers:
        chains.setdefault(speaker.chain, []).append(_read_speaker(speaker, mention, asked))
    return list(chains.values())


def _read_speaker(speaker: SpeakerMention, mention: AttributionMention, asked: Asked) -> Found[Speaker]:
    if speaker not in asked.named:
        asked.named[speaker] = name_speaker_fully(speaker, asked)
    name, kind = asked.named[speaker]
    return Found(Speaker(name, kind, speaker.chain, mention.verb), speaker.span, mention.rule, speaker.basis)


def name_speaker_fully(speaker: SpeakerMention, asked: Asked) -> tuple[str, str]:
    """Return a speaker's name, with person and office where it is no monitor or outlet, and its kind."""
    organisation = name_speaker_side(speaker, asked)
    source = asked.knowledge.sources.find_named(organisation) if organisation else None
    if organisation is None:
        return say_words(speaker, asked) if speaker.kind == "anonymous" else speaker.name, speaker.kind
    if source is not None:
        return organisation, source.speaker_kind
    parts = (speaker.office, speaker.person.of(asked.text) if speaker.person is not None else None)
    kind = "party to the conflict" if speaker.kind in _LOOSE_KINDS and _speaks_for_armed(speaker, asked) else speaker.kind
    shown = speaker.person is not None or speaker.office == "source"
    return (f"{organisation} ({' '.join(part for part in parts if part)})" if shown else organisation), kind


def _speaks_for_armed(speaker: SpeakerMention, asked: Asked) -> bool:
    """Say whether a speaker's words name a group that fights: "an M23 spokesman"."""
    inside = find_inside(speaker.span, asked.actors)
    return any(isinstance(one.answer, Found) and one.answer.value.kind in _ARMED and one.form in NAMES for one in inside)


def name_speaker_side(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return for whom a speaker speaks: named here, or elsewhere in the report; "a monitor" is the only one that the report names."""
    words, sources = speaker.span.of(asked.text), asked.knowledge.sources
    if _OUTLET.search(words):
        source = sources.find_named(_ARTICLE.sub("", words)) or sources.find_inside(words)
        if source is not None or speaker.organisation is None:
            return source.name if source is not None else _name_publisher(words, asked)
    if speaker.person is not None and (source := sources.find_named(speaker.person.of(asked.text))) is not None:
        return source.name
    if (government := name_government(speaker.span, asked)) is not None:
        return government
    for part in (speaker.organisation, speaker.antecedent, speaker.span):
        named = name_organisation(part, asked) if part is not None else None
        if named is not None:
            return named
    if speaker.person is not None and speaker.office and (first := _name_first_word(speaker, asked)) is not None:
        return first
    for name in (_name_armed_side, _name_pointed_at, _name_owner):
        if (side := name(speaker, asked)) is not None:
            return side
    if speaker.person is not None and (home := _find_home(speaker.person.of(asked.text), asked)) is not None:
        return home
    if _ANY_MONITOR.fullmatch(_ARTICLE.sub("", words)):
        monitors = {one.name for one in asked.sources if one.speaker_kind == "monitor/NGO"}
        return monitors.pop() if len(monitors) == 1 else None
    return _name_publisher(words, asked)


def _name_publisher(words: str, asked: Asked) -> str | None:
    """Return the report's own outlet where its name holds the capitals of some words: "The Ministry strongly denies …"."""
    publisher = asked.parsed.report.publisher or ""
    if _OTHERS.search(words):
        return None
    names = [word.removesuffix("'s").removesuffix("’s") for word in _ARTICLE.sub("", words).split() if word[:1].isupper()]
    return publisher if names and set(names) <= set(publisher.split()) else None


def _name_pointed_at(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return whom "its spokesman" or "the party" points at, an actor named before."""
    sentence = next((one for one in asked.parsed.sentences if one.span.contains(speaker.span)), None)
    owner = _OWNER.match(speaker.span.of(asked.text))
    span = Span(speaker.span.start, speaker.span.start + owner.end()) if owner else speaker.span
    if (
        sentence is None
        or speaker.antecedent is not None
        or not (owner or (speaker.person is None and _SIDE.fullmatch(span.of(asked.text))))
    ):
        return None
    answer = resolve_reference(span, sentence, asked.parsed, asked.actors)
    return answer.value.name if isinstance(answer, Found) else None


def _name_owner(speaker: SpeakerMention, asked: Asked) -> str | None:
    """Return whose spokesman "the ministry's spokesman" is: the body of that kind that was named last before."""
    owner = _BODY.match(speaker.span.of(asked.text))
    if owner is None:
        return None
    before = (one for one in reversed(asked.actors) if one.span.end <= speaker.span.start and one.form in NAMES)
    named = (one.answer.value.name for one in before if isinstance(one.answer, Found) and _has_word(one.span.of(asked.text), owner[1]))
    return next(named, None)


def _has_word(words: str, word: str) -> bool:
    return word.lower() in words.lower().split()


def name_government(span: Span, asked: Asked) -> str | None:
    """Return the government that a country or a capital speaks for: "Moscow announced"."""
    words = _ARTICLE.sub("", span.of(asked.text))
    if words == "West":
        return "Western governments"
    for one in asked.actors:
        if one.form in _STATES_SPEAK and one.span.overlaps(span) and one.span.of(asked.text) == words:
            state = one.answer.value.actor_id if isinstance(one.answer, Found) else None
            government = asked.knowledge.actors.entries.get((state or "").replace(".state", ".government"))
            return government.name if government is not None else None
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
            if other.person is None or not other.person.of(asked.text).endswith(surname):
                continue
            home = name_organisation(other.organisation, asked) if other.organisation is not None else _name_owner(other, asked)
            if home is not None:
                return home
    return None


def say_words(speaker: SpeakerMention, asked: Asked) -> str:
    """Return an anonymous speaker as the text describes it: "pro-government sources", not only that it is unnamed."""
    words = _ARTICLE.sub("", speaker.span.of(asked.text))
    if speaker.name.startswith("unnamed "):
        return speaker.name
    return words[:1].lower() + words[1:] if len(words.split()) > 1 and not words[:2].isupper() else speaker.name


def _is_armed_here(words: Span, text: str, asked: Asked) -> bool:
    """Say whether a report uses an abbreviation for an armed side of a country that it names: "the RSF" are no watchdog in Sudan."""
    if not text.isupper() or " " in text:
        return False
    inside = (one for one in find_inside(words, asked.actors) if isinstance(one.answer, Found) and one.span.of(asked.text) == text)
    side = next((one.answer.value for one in inside if isinstance(one.answer, Found) and one.answer.value.kind in _ARMED), None)
    named = (one.answer.value.country for one in asked.actors if isinstance(one.answer, Found) and one.span.of(asked.text) != text)
    return side is not None and (side.country is None or side.country in named)


def name_organisation(words: Span, asked: Asked) -> str | None:
    """Return the usual name of the outlet, monitor or armed side that the words name, if the knowledge has it."""
    text = _ARTICLE.sub("", words.of(asked.text))
    source = asked.knowledge.sources.find_named(text) if not _is_armed_here(words, text, asked) else None
    if source is not None and may_be_meant(source, text, asked.text):
        return source.name
    starting = find_inside(words, asked.actors)
    inside = [one for one in starting if one.form in NAMES and one.span.end <= words.end and isinstance(one.answer, Found)]
    longest = max(inside, key=lambda one: one.span.end - one.span.start, default=None)
    if longest is not None and isinstance(longest.answer, Found):
        return longest.answer.value.name
    peoples = [one.span for one in asked.actors if one.form in _PEOPLES and words.overlaps(one.span)]
    short = [word for word in text.split() if word[:1].isupper() and not any(word in people.of(asked.text).split() for people in peoples)]
    fuller = sorted({one.name for one in asked.sources if short and set(short) <= set(one.name.split())})
    return fuller[0] if len(fuller) == 1 else None
