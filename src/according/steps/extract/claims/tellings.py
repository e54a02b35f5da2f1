"""Read each sentence: which events it tells of, and which of its words belong to which."""

import re
from collections.abc import Mapping, Sequence

from according.model.answers import Status
from according.model.claim import Silence
from according.model.evidence import Found
from according.model.parsed import Sentence
from according.model.trigger import Trigger
from according.steps.extract.claims.anchors import SCENE, SCENE_WORDS
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.dates_own import share_dates
from according.steps.extract.claims.filling import fill_roles
from according.steps.extract.claims.linking import group_triggers
from according.steps.extract.claims.naming import look_around
from according.steps.extract.claims.ownership import find_nearest, find_owner
from according.steps.extract.claims.telling import Telling
from according.steps.extract.claims.tolls_beside import add_figures
from according.steps.extract.claims.totals import judge_total
from according.steps.extract.kinds import judge_background, judge_kind
from according.steps.extract.phrases import find_children
from according.steps.extract.places import PlaceMention
from according.steps.extract.status import judge_reality
from according.steps.extract.tolls import find_tolls

_ORIGINS = frozenset("peaceful_protest violent_demonstration protest_with_intervention excessive_force_against_protesters arrest".split())
_WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|crisis|uprising|revolt|unrest|rebellion)\b[^.]{0,60}\b(?:began|begun|started|erupted|broke out|sparked)\b"
    r"|\b(?:morphed|evolved|turned|descended|spiralled|escalated|became)\b[^.]{0,40}\b(?:war|conflict|uprising|insurgency)\b"
    r"|\b(?:since|in)\s+(?:\w+[ -]){0,2}(?:19|20)\d\d\b[^.]{0,40}\bwhen\b"
    r"|\b(?:hit|gripped|plunged|rocked) by\b[^.]{0,30}\bunrest\s+since\b",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"(?:\s\.\.\.)?\s\d{1,4}(?= Related [A-Z].{20,1500}?\bTags\b)", re.DOTALL)  # "12 Related …", other headlines
_FREED = "detention_release"  # people are set free elsewhere than where they were taken
_ATTACKERS = frozenset({"bomber", "gunman", "attacker", "assailant", "sniper"})
_WORRIES = frozenset({"concern", "worry", "fear", "dread", "alarm"})
_LEAD = 2  # so many sentences are the head of the news


def read_tellings(asked: Asked, read: Mapping[int, tuple[tuple[Trigger, ...], tuple[Silence, ...]]]) -> tuple[list[Telling], list[Silence]]:
    """Return the tellings of every sentence in order, and why other triggers gave none.

    Args:
        read: for each parsed sentence its triggers, and the words that only look like triggers.
    """
    tellings: list[Telling] = []
    silences: list[Silence] = []
    footer = _FOOTER.search(asked.text) if " Related " in asked.text else None
    for sentence in asked.parsed.sentences:
        if sentence.index in read and (footer is None or sentence.span.end <= footer.end()):
            triggers, refused = read[sentence.index]
            real, silent = _find_real_triggers(sentence, triggers, asked)
            silences += [*refused, *silent]
            tellings += _read_sentence(sentence, real, tellings[-1] if tellings else None, asked)
            if triggers:
                continue
        add_figures(sentence, tellings, asked)
    return tellings, silences


def _find_real_triggers(
    sentence: Sentence, triggers: tuple[Trigger, ...], asked: Asked
) -> tuple[dict[Trigger, Found[Status]], list[Silence]]:
    silences: list[Silence] = []
    real: dict[Trigger, Found[Status]] = {}
    for trigger in triggers:
        reality = judge_reality(sentence, trigger, asked.text, asked.knowledge.cues)
        why = reality.no_event
        origin = _find_origin_of_war(sentence, trigger, asked)
        aside = None if why else _find_aside(sentence, trigger, triggers)
        if why is None and origin is not None:
            silences.append(Silence(trigger.span, sentence.span, "en.claims.origin-of-the-war", f"it tells how the war began: {origin!r}"))
        elif aside is not None:
            silences.append(Silence(trigger.span, sentence.span, *aside))
        elif why is None:
            real[trigger] = reality.status
        else:
            silences.append(Silence(trigger.span, sentence.span, why.rule, f"{why.value}: {why.span.of(asked.text)!r}"))
    return real, silences


def _find_aside(sentence: Sentence, trigger: Trigger, triggers: tuple[Trigger, ...]) -> tuple[str, str] | None:
    """Say why a trigger only names what somebody fears, or what a threat answers."""
    head = sentence.tokens[trigger.head]
    above = sentence.tokens[head.head]
    if head.dep in {"ccomp", "acl", "relcl"} and above.lemma in _WORRIES:
        return "en.claims.feared", f"it is only feared: {above.text!r}"
    if trigger.is_nominal and head.dep == "nsubj" and any(one.event_type == "threat" and one.head == above.index for one in triggers):
        return "en.claims.answered", "it is what the threat answers"
    return None


def _find_origin_of_war(sentence: Sentence, trigger: Trigger, asked: Asked) -> str | None:
    """Return the words that tell how a war began, where the trigger is only part of that."""
    if trigger.event_type not in _ORIGINS:
        return None
    match = _WAR_BEGAN.search(sentence.span.of(asked.text))
    return match[0] if match else None


def _read_sentence(sentence: Sentence, triggers: dict[Trigger, Found[Status]], before: Telling | None, asked: Asked) -> list[Telling]:
    groups = group_triggers(sentence, tuple(triggers))
    tellings = [Telling(sentence, group) for group in groups]
    if not tellings:
        return []
    _share_tolls(sentence, tellings, asked)
    _share_places(sentence, tellings, asked)
    share_dates(sentence, tellings, asked)
    around = look_around(sentence, asked)
    for telling in tellings:
        telling.status = _settle_reality(telling, triggers)
        _judge(telling, asked)
        fill_roles(telling, around.follow(before))
        before = telling
    return tellings


def _settle_reality(telling: Telling, triggers: Mapping[Trigger, Found[Status]]) -> Found[Status]:
    """Return the status of the main words, or of the verb that they are the subject of: "bombers reportedly attacked"."""
    status, tokens = triggers[telling.main], telling.sentence.tokens
    head = tokens[telling.main.head]
    if status.rule != "en.status.plain" or head.dep != "nsubj" or head.lemma not in _ATTACKERS:
        return status
    verb = next((one for one in telling.triggers if one.head == head.head), None)
    return triggers[verb] if verb is not None else status


def _judge(telling: Telling, asked: Asked) -> None:
    knowledge, main = asked.knowledge, telling.main
    anchor = asked.parsed.report.anchor
    first = telling.dates[0] if telling.dates else None
    when = first.answer.value if first and isinstance(first.answer, Found) else None
    telling.kind = judge_kind(telling.sentence, main, asked.text, knowledge.cues)
    telling.kind = judge_total(telling, first) or telling.kind
    telling.background = judge_background(
        telling.sentence,
        main,
        asked.text,
        knowledge.cues,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        anchor=anchor.day if anchor else None,
        is_lead=telling.sentence.index < _LEAD,
        kind=telling.kind,
    )


def _share_tolls(sentence: Sentence, tellings: list[Telling], asked: Asked) -> None:
    for toll in find_tolls(sentence, asked.text):
        counted = toll.who_span or toll.span
        if toll.answer.value.low == 1 and any(place.span.overlaps(counted) for place in asked.places_in(sentence)):
            continue  # a town that was captured is nobody who was detained
        named = next(
            (n for n, one in enumerate(tellings) if toll.trigger and any(t.span.overlaps(toll.trigger) for t in one.triggers)), None
        )
        owner = named if named is not None else find_owner(sentence, toll.span, tellings)
        tellings[owner if owner is not None else find_nearest(toll.span, tellings)].tolls.append(toll)


def _share_places(sentence: Sentence, tellings: list[Telling], asked: Asked) -> None:
    mentions = asked.places_in(sentence)
    loose: list[PlaceMention] = []
    for place in mentions:
        owner = find_owner(sentence, place.span, tellings) if len(tellings) > 1 else 0
        if owner is None:
            loose.append(place)
        else:
            tellings[owner].places.append(place)
    for telling in tellings:
        if not telling.places:
            shared = [] if loose else _find_shared(sentence, telling, tellings)
            telling.places += loose or shared or _find_scene(sentence, mentions, asked) or asked.entry_places(sentence)


def _find_shared(sentence: Sentence, telling: Telling, tellings: Sequence[Telling]) -> list[PlaceMention]:
    """Return the places of the verb that one without a subject of its own is joined to: "killed two men in X and burned a school"."""
    verb = sentence.tokens[telling.main.head]
    if telling.event_type.value == _FREED:
        return []
    while verb.dep == "conj" and verb.pos == "VERB" and not any(find_children(sentence, verb.index, "nsubj", "nsubjpass")):
        verb = sentence.tokens[verb.head]
        before = next((one for one in tellings if one is not telling and one.places and verb.index in {t.head for t in one.triggers}), None)
        if before is not None:
            return list(before.places)
    return []


def _find_scene(sentence: Sentence, mentions: Sequence[PlaceMention], asked: Asked) -> list[PlaceMention]:
    """Return the place that a sentence opens with, "In Herat, …": it holds for every event told after it."""
    if not mentions or SCENE.match(asked.text, sentence.span.start, sentence.span.end) is None:
        return []
    return [place for place in mentions[:1] if place.span.start - sentence.span.start < SCENE_WORDS]
