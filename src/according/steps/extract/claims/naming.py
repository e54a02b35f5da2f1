"""Say who a phrase in a role means, with what the telling and the one before it already know."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved, get_start, list_starting
from according.model.parsed import Sentence, Token
from according.model.records import record, replace
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.actors_resolving import find_inside, is_sidelined, resolve_actor, resolve_several
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.naming_groups import find_called, find_sides, is_both_sides
from according.steps.extract.claims.naming_guards import (
    ARTICLES,
    SUBJECTS,
    is_cut_before_name,
    is_motion,
    is_nobody,
    is_party,
    names_event,
)
from according.steps.extract.claims.naming_states import PEOPLE, is_where, means_people, to_people
from according.steps.extract.claims.telling import Telling
from according.steps.extract.phrases import Phrase, find_ancestors, find_children, find_subtree, read_phrase
from according.steps.extract.references import is_group_noun, is_reference, resolve_reference
from according.steps.extract.roles_addressed import ADDRESSED, GIVEN
from according.steps.extract.roles_nouns import MODIFIER
from according.steps.extract.roles_verbs import BELONGING

_THINGS = frozenset({"en.generic.war-object", "en.generic.object-of-either", "en.generic.locality"})  # nobody's that the words name
_BARE_PLACES = frozenset({"en.actors.capital", "en.actors.country"})
_FOCUS_ARMS = frozenset({"en.actors.arm-of-focus-country", "en.actors.arm-named-before"})
_ARM = re.compile(r"\b(?:air force|army|navy|regime|government|coast guard)\b", re.IGNORECASE)
_STATES = frozenset({"state", "police", "international"})
_OWNED = re.compile(r"\b(?:air force|government|regime|junta|army|military|state|national|loyalist|its|their|his)\b", re.IGNORECASE)
_NOBODY = frozenset(
    (
        "basis dawn dusk noon midnight night morning evening time way attempt order retaliation response load hill fire rubble "
        "war conflict crisis fighting violence unrest hostility drought famine request behest invitation account support consent approval "
        "permission presence absence operation number"
    ).split()
)
_EVENT_NOUNS = frozenset({"strike", "raid", "airstrike", "sortie", "bombing", "bombardment", "attack"})
_AMOUNTS = frozenset({"dozen", "hundred", "thousand", "score", "series", "group", "number", "couple", "handful", "majority"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "oneself"})
_ONLY_NAMES = frozenset({MODIFIER, ADDRESSED})
_DEALING = frozenset({"en.roles.between", "en.roles.party", "en.roles.with", BELONGING, ADDRESSED, GIVEN})
_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = _PERSONAL | {"it", "they"}
_SAYING = frozenset(
    "say announce state add claim confirm declare admit insist warn acknowledge reveal stress threaten vow pledge promise swear".split()
)
_JOINTS = frozenset({"and", "or", ",", "and ethnic"})
_AND = re.compile(r"\s*(?:,|and|, and)\s+(?:the\s+)?")
_DOING = re.compile(r"(?:ers|ors|ists|men)$", re.IGNORECASE)  # "dockers", and no "trucks"
_DEMONSTRATIVES = frozenset({"this", "that"})
_DOERS = re.compile(
    r"(?:the|these|those)\s+(?:attackers|assailants|perpetrators|raiders|gunmen|kidnappers|abductors|captors)", re.IGNORECASE
)
_ATTACKING = frozenset({"rebel", "militia", "gang", "communal", "other", "state"})
_AFTER = 2  # sentences after an event in which "the attackers" are still its doers
_BACK = 3  # sentences in which a reference may have its name
_BACK_CHARACTERS = 400
_AHEAD = 12  # characters after the sentence


@record(frozen=True, slots=True)
class Around:
    """Hold what a report says in and before one sentence, as far as it tells who is who.

    Args:
        mentions: of actors, from a few sentences before up to the sentence's end.
        days: where the sentence names days.
        spots: where it names places as places.
        before: the telling before, whose initiator goes on as "they".
    """

    sentence: Sentence
    asked: Asked
    mentions: tuple[ActorMention, ...]
    days: tuple[Span, ...]
    spots: tuple[Span, ...]
    before: Telling | None = None

    def follow(self, before: Telling | None) -> "Around":
        """Return the same after another telling."""
        return Around(self.sentence, self.asked, self.mentions, self.days, self.spots, before)


def look_around(sentence: Sentence, asked: Asked) -> Around:
    """Return what stands in and before a sentence."""
    first = asked.parsed.sentences[max(0, sentence.index - _BACK)].span.start
    since = min(first, max(0, sentence.span.start - _BACK_CHARACTERS))
    at, last = sentence.span.start, sentence.span.end
    actors = tuple(list_starting(asked.actors, since, last + _AHEAD))
    days = tuple([one.span for one in list_starting(asked.dates, at, last) if one.span.end <= last])
    spots = tuple([one.span for one in list_starting(asked.places, at, last) if one.span.end <= last and not one.is_metonym])
    return Around(sentence, asked, actors, days, spots)


def name_phrases(phrase: Phrase, telling: Telling, others: Sequence[Answer[Actor]], around: Around) -> list[Answer[Actor]]:
    """Return everybody a phrase means: both in "the Russian and Syrian air forces", none in a day or a place.

    Args:
        others: who is in the other role already; nobody does something to himself, so a reference is not to them.
    """
    if is_cut_before_name(phrase, around.mentions, around.asked.text) or is_nobody(phrase, around.sentence):
        return []
    phrase = _widen(_share_head(_skip_amount(phrase, around.sentence), around), around)
    inside = find_inside(phrase.span, around.mentions)
    both = find_sides(phrase, around.sentence, around.mentions, around.asked.text)
    if both:
        return list(both)
    if is_both_sides(phrase, around.asked.text):
        return []  # two that the words do not tell, and never one
    one = name_phrase(phrase, inside, telling, others, around)
    if one is None:
        return []
    if isinstance(one, Found) and one.basis is Basis.STATED:
        several = resolve_several(phrase.span, around.asked.text, around.mentions) if len(inside) > 1 else ()
        if several or not one.value.is_generic:
            return [answer for answer in several if isinstance(answer, Found)] or [one]
        return list(find_called(phrase, around.sentence, around.mentions)) or [one]
    return [one]


def _skip_amount(phrase: Phrase, sentence: Sentence) -> Phrase:
    """Return what "dozens of rockets" counts."""
    if phrase.head.lemma.lower() not in _AMOUNTS or not sentence.children[phrase.head.index]:
        return phrase
    if phrase.head.lemma == "number" and not any(one.lemma in ARTICLES for one in find_children(sentence, phrase.head.index, "det")):
        return phrase  # "the number of soldiers killed" is a figure
    of = (one for one in find_children(sentence, phrase.head.index, "prep") if one.lemma == "of")
    counted = next((inner for one in of for inner in find_children(sentence, one.index, "pobj") if inner.pos in {"NOUN", "PROPN"}), None)
    return phrase if counted is None else replace(read_phrase(sentence, counted, phrase.rule), span=phrase.span)


def _share_head(phrase: Phrase, around: Around) -> Phrase:
    """Return "Malian and Chadian refugees" whole, where the parser parts the first adjective from the noun."""
    head, sentence = phrase.head, around.sentence
    if not head.text[:1].isupper() or head.tag in {"NNS", "NNPS"} or not sentence.children[head.index]:
        return phrase
    noun = next((one for one in find_children(sentence, head.index, "conj") if one.tag in {"NN", "NNS"}), None)
    if noun is None or not any(one.form == "demonym" and one.span.end == head.span.end for one in around.mentions):
        return phrase
    between = around.asked.text[head.span.end : noun.span.start]
    other = [one for one in around.mentions if one.form == "demonym" and head.span.end < one.span.start < noun.span.start]
    is_shared = len(other) == 1 and between.replace(around.asked.text[slice(other[0].span.start, other[0].span.end)], "").strip() in _JOINTS
    return replace(read_phrase(sentence, noun, phrase.rule), span=Span(phrase.span.start, noun.span.end)) if is_shared else phrase


def _widen(phrase: Phrase, around: Around) -> Phrase:
    """Let a phrase begin where the name at its head begins, and at the adjective that shares it: "Russian and Syrian air forces"."""
    start = phrase.span.start
    at = bisect_left(around.mentions, start, key=get_start) - 1
    while at >= 0:
        span = around.mentions[at].span
        is_over = span.overlaps(phrase.head.span)
        # the parser takes "IS" before "members" for a verb
        is_cut = start == phrase.span.start and around.mentions[at].form == "abbreviation" and around.asked.text[span.end : start] == " "
        is_shared = around.mentions[at].form == "arm" and bool(_AND.fullmatch(around.asked.text, span.end, start))
        if not is_over and not is_cut and not (is_shared and start < phrase.span.start):
            break
        start, at = span.start, at - 1
    return phrase if start == phrase.span.start else replace(phrase, span=Span(start, phrase.span.end))


def name_phrase(
    phrase: Phrase, inside: Sequence[ActorMention], telling: Telling, others: Sequence[Answer[Actor]], around: Around
) -> Answer[Actor] | None:
    """Return who a phrase means, or None where it is no one: a day, a place, a quality, the event itself."""
    head, asked = phrase.head, around.asked
    if (
        head.tag in {"WDT", "WP"}
        or (head.text.lower() == "movement" and is_motion(head, around.sentence))
        or head.text.lower() in _REFLEXIVE
        or (around.days and any(one.contains(head.span) for one in around.days))
    ):
        return None
    if head.text.lower() == "those" and find_children(around.sentence, head.index, "acl", "relcl"):  # "those trapped in the town"
        return Found(Actor(PEOPLE, kind="people", is_generic=True), phrase.span, "en.actors.those-who")
    answer = _resolve(phrase, inside, others, around)
    is_event = names_event(head, telling)
    is_place = bool(around.spots) and any(one.overlaps(head.span) for one in around.spots)
    if isinstance(answer, Unresolved):
        is_thing = answer.reason is Reason.NOT_MENTIONED and any(one.word in _THINGS and one.span.overlaps(head.span) for one in inside)
        if is_event or is_place or is_thing or phrase.rule in _ONLY_NAMES or head.pos not in {"NOUN", "PROPN", "PRON"}:
            return None
        return answer if _may_be_somebody(answer, phrase, asked) else None
    if (is_event or head.lemma in _NOBODY) and not answer.span.overlaps(head.span):
        return None  # "a strike on a base of X" names whom it hit, not who did it; "at X's request", not X
    if answer.rule.startswith(("en.actors.arm", "en.actors.unmarked")) and (is_event or head.lemma in _EVENT_NOUNS):
        return None  # an air strike does not say whose it was
    if phrase.rule in _ONLY_NAMES and not is_party(answer.value, phrase):
        return None
    is_bare = answer.rule in _BARE_PLACES and phrase.rule not in _DEALING
    if is_bare and is_where(answer, phrase, telling, around.sentence, is_place=is_place):
        return None
    if means_people(answer, phrase, around.sentence, telling.main.event_type):
        return replace(answer, value=to_people(answer), rule="en.actors.people-of")
    return _place_generic(answer, phrase, inside, asked)


def _may_be_somebody(answer: Unresolved, phrase: Phrase, asked: Asked) -> bool:
    """Say whether a phrase that no knowledge reads may yet mean somebody: a name, a pronoun, or people called by what they do."""
    head = phrase.head
    if head.lemma in _NOBODY or head.text.lower() in _DEMONSTRATIVES:
        return False
    if answer.reason is Reason.NOT_MENTIONED and head.pos == "NOUN" and not _DOING.search(head.text):
        return False
    return asked.knowledge.weapons.classify(phrase.span.of(asked.text)) is None


def _place_generic(answer: Found[Actor], phrase: Phrase, inside: Sequence[ActorMention], asked: Asked) -> Found[Actor]:
    """Give nameless people the country whose name stands before them: "Congolese refugees"."""
    if not answer.value.is_generic or answer.value.kind == "state":
        return answer
    of = (one for one in inside if one.form == "demonym" and not is_sidelined(one.span, phrase.span, asked.text))
    country = next((one.answer.value.country for one in of if isinstance(one.answer, Found)), answer.value.country)
    return answer if country == answer.value.country else replace(answer, value=replace(answer.value, country=country))


def _resolve(phrase: Phrase, inside: Sequence[ActorMention], others: Sequence[Answer[Actor]], around: Around) -> Answer[Actor]:
    asked, sentence = around.asked, around.sentence
    pointing = _find_reference(phrase, sentence, asked)
    if not inside and pointing is None and not is_group_noun(phrase.head.text):
        return Unresolved(Reason.UNKNOWN_NAME if phrase.head.text[:1].isupper() else Reason.NOT_MENTIONED, phrase.span)
    answer = resolve_actor(phrase.span, phrase.head.span, sentence, asked.text, around.mentions, asked.knowledge.actors)
    owned = _name_owned(phrase, answer, around)
    if owned is not None:
        return owned
    if isinstance(answer, Found) and answer.rule in _FOCUS_ARMS and _is_unmarked_aircraft(answer, phrase, asked):
        return Unresolved(Reason.NOT_MENTIONED, phrase.span)
    is_named = isinstance(answer, Found) and answer.value.actor_id is not None and answer.basis is Basis.STATED
    if pointing is None or is_named:
        return answer
    if _DOERS.fullmatch(pointing.span.of(asked.text)) and (doer := _find_doer(phrase, sentence, around.before)) is not None:
        return doer
    taken = {one.value.name for one in others if isinstance(one, Found)}
    mentions = tuple(one for one in around.mentions if not (isinstance(one.answer, Found) and one.answer.value.name in taken))
    referred = _follow_subject(phrase, around) or resolve_reference(pointing.span, sentence, asked.parsed, mentions)
    is_arm = _is_arm(answer, phrase, asked)
    if isinstance(referred, Found):
        return answer if is_arm and referred.value.kind not in _STATES else replace(referred, span=phrase.span)
    if is_arm:
        return answer
    return (
        _go_on(referred, phrase, sentence, around.before)
        or _follow_subject(phrase, around)
        or (answer if isinstance(answer, Found) else referred)
    )


def _find_doer(phrase: Phrase, sentence: Sentence, before: Telling | None) -> Found[Actor] | None:
    """Read "the attackers" as whoever attacked in the event told just before."""
    if before is None or sentence.index - before.sentence.index > _AFTER:
        return None
    doer = next((one for one in before.initiators if isinstance(one, Found) and one.value.kind in _ATTACKING), None)
    return Found(doer.value, phrase.span, "en.references.the-attackers", Basis.INHERITED) if doer else None


def _is_arm(answer: Answer[Actor], phrase: Phrase, asked: Asked) -> bool:
    """Say whether the words name a part of a state, which no rebels can be: "the air force"."""
    return isinstance(answer, Found) and answer.rule in _FOCUS_ARMS and _ARM.search(phrase.span.of(asked.text)) is not None


def _name_owned(phrase: Phrase, answer: Answer[Actor], around: Around) -> Answer[Actor] | None:
    """Return whose army or aircraft "its" are: of the state that the sentence speaks of, never of the country that the report is about."""
    if not isinstance(answer, Found) or answer.rule not in _FOCUS_ARMS:
        return None
    sentence, asked = around.sentence, around.asked
    owner = next((one for one in find_children(sentence, phrase.head.index, "poss") if one.text.lower() in {"its", "their"}), None)
    if owner is None:
        return None
    referred = resolve_reference(owner.span, sentence, asked.parsed, around.mentions)
    if not isinstance(referred, Found):
        return referred
    registry = asked.knowledge.actors
    entry = registry.entries.get(answer.value.actor_id or "")
    arms = (registry.get_arm(referred.value.country, arm) for arm in entry.arms) if entry and referred.value.country else ()
    own = next((arm for arm in arms if arm is not None), None)
    value = registry.to_actor(own) if own is not None and referred.value.kind == "state" else referred.value
    return Found(value, phrase.span, "en.references.owner", Basis.INHERITED)


def _is_unmarked_aircraft(answer: Found[Actor], phrase: Phrase, asked: Asked) -> bool:
    """Say whether the words name aircraft and nobody whose they are: over many wars fly several air forces."""
    return answer.value.name.endswith("Air Force") and not _OWNED.search(phrase.span.of(asked.text))


def _is_told_apart(phrase: Phrase, sentence: Sentence, text: str) -> bool:
    """Say whether a clause or a name tells which group is meant, so that none named before is: "the group that holds the town"."""
    for child in find_children(sentence, phrase.head.index, "relcl"):
        first = min((one.span.start for one in find_subtree(sentence, child.index)), default=child.span.start)
        if text[phrase.head.span.end : first] == " ":
            return True
    for of in find_children(sentence, phrase.head.index, "prep"):
        if of.lemma == "of" and of.index == phrase.head.index + 1:
            return any(one.tag == "NNP" for one in find_children(sentence, of.index, "pobj"))
    return False


def _find_reference(phrase: Phrase, sentence: Sentence, asked: Asked) -> Phrase | None:
    """Return the phrase that points back: the whole one, or "the group" in "a unit of the group"."""
    if is_reference(Span(min(phrase.span.start, phrase.head.span.start), phrase.head.span.end), phrase.head.span, asked.text):
        is_pronoun = phrase.head.pos == "PRON"
        return phrase if is_pronoun or not _is_told_apart(phrase, sentence, asked.text) else None
    for preposition in find_children(sentence, phrase.head.index, "prep"):
        if preposition.lemma == "of":
            for inner in find_children(sentence, preposition.index, "pobj"):
                found = read_phrase(sentence, inner)
                if is_reference(Span(found.span.start, inner.span.end), inner.span, asked.text):
                    return found
    return None


def _follow_subject(phrase: Phrase, around: Around) -> Found[Actor] | None:
    """Read "it" and "they" as the subject of the clause above: "the group freed a nurse whom it had abducted", "X said it had left"."""
    tokens, head = around.sentence.tokens, phrase.head
    pronoun = head.text.lower()
    if pronoun not in _PRONOUNS or head.dep not in SUBJECTS:
        return None
    clause = tokens[head.head]
    while clause.dep in {"xcomp", "conj"} and clause.head != clause.index:
        clause = tokens[clause.head]
    if clause.dep not in {"relcl", "advcl", "ccomp"}:
        return None
    above = next((one for one in find_ancestors(around.sentence, clause.index) if one.pos in {"VERB", "AUX"}), None)
    if above is None or (clause.dep == "ccomp") != (above.lemma in _SAYING) or (pronoun in _PERSONAL and clause.dep != "ccomp"):
        return None
    subjects = find_children(around.sentence, above.index, "nsubj", *(() if clause.dep == "ccomp" else ("nsubjpass",)))
    if len(subjects) != 1 or subjects[0].pos == "PRON" or not _agrees(pronoun, subjects[0]):
        return None
    subject = read_phrase(around.sentence, subjects[0])
    answer = _resolve(subject, find_inside(subject.span, around.mentions), (), around)
    return Found(answer.value, phrase.span, "en.references.subject-above", Basis.INHERITED) if isinstance(answer, Found) else None


def _agrees(pronoun: str, subject: Token) -> bool:
    """Say whether a subject may be meant by a pronoun: no plural by "it", and by "he" only who bears a name."""
    if pronoun in _PERSONAL:
        return subject.tag == "NNP"
    return pronoun != "it" or subject.tag not in {"NNS", "NNPS"}


def _go_on(referred: Unresolved, phrase: Phrase, sentence: Sentence, before: Telling | None) -> Found[Actor] | None:
    """Let the initiator of the telling before go on as the subject "they", where he is among the candidates."""
    if before is None or phrase.head.dep not in SUBJECTS or sentence.index - before.sentence.index > 1:
        return None
    same = (one for one in before.initiators if isinstance(one, Found) and one.value.name in referred.candidates)
    found = next(same, None)
    return Found(found.value, phrase.span, "en.references.subject-before", Basis.INHERITED) if found else None
