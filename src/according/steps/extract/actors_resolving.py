"""Answer which actor a noun phrase means: the name in it, the state it belongs to, or the neutral word for its kind."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

from according.knowledge.actors import ActorRegistry
from according.knowledge.actors_generic import GenericActor
from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved, get_start
from according.model.parsed import Sentence
from according.model.records import record
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.references import find_apposed, is_reference

_SIDELINED_AFTER: Final = re.compile(
    r"^[’']?s?[\s-](?:backed|supported|funded|sponsored|armed|equipped|trained|held|controlled|besieged|occupied|run|ruled|aligned|allied|"
    r"linked|affiliated|inspired|dominated|friendly|populated|majority|led|brokered|mediated|born|made|built|owned|based|captured|"
    r"installed|appointed|designed|speaking|language|imposed|declared|administered)\b",
    re.IGNORECASE,
)
_SIDELINED_BEFORE: Final = re.compile(
    r"(?:\b(?:anti|pro|ex|former|non|counter)[\s-]|\b(?:backed|supported|funded|armed|trained|led|held|controlled|besieged|run|inspired|"
    r"followed|accompanied|assisted)\s+by\s+(?:the\s+)?|\b(?:against|with|near|in|at|on|upon|inside|around|outside|to|under|than|like|despite|"
    r"amid|after|before|between|over|opposed to|linked to|affiliated (?:to|with)|links to|ties to|allied (?:to|with)|loyal to|fleeing|"
    r"fighting|battling|opposing|targeting)\s+(?:the\s+|an?\s+|some\s+|so-called\s+)*)$",
    re.IGNORECASE,
)
_INCLUDED: Final = re.compile(r"\b(?:including|among them)\b")  # "seven people including a policeman"
_ENEMY: Final = re.compile(r"\b(?:anti|non|counter)[\s-]$", re.IGNORECASE)
_LOYAL: Final = re.compile(r"(?:loyal to|of|under|commanded by|led by|belonging to)\s+(?:[\w'’.-]+\s+){0,5}$", re.IGNORECASE)
_LED: Final = re.compile(r"^[\s-]led\b", re.IGNORECASE)
_DEFINITE_PLURAL: Final = re.compile(
    r"^(?:the|these|those)\s+(?:[\w-]+\s+)?(?:militants|jihadists|jihadis|extremists|terrorists|insurgents|radicals|fighters|attackers|gunmen|"
    r"islamists|assailants|guerrillas|militiamen|separatists|bombers?|terror group)$",
    re.IGNORECASE,
)
_OR_THOSE: Final = re.compile(r"\s*,?\s+or\s+(?:those|that|the ones)\s+(?:of|from|belonging to)\s+")
_AND: Final = re.compile(r"[\s,]*(?:and\s+)?(?:the\s+)?")
_OR: Final = re.compile(r"\s*,?\s*or\b")
_LISTED: Final = frozenset({"arm", "alias", "name"})
_OTHERS: Final = ("rebel ", "opposition ", "ruling ", "governing ", "political ", "insurgent ", "jihadist ", "Islamist ")
_NEAR: Final = 350  # characters
_PERSONS: Final = frozenset({"en.generic.civilians", "en.generic.people", "en.generic.protesters", "en.generic.mob"})
_WAR_OBJECT: Final = "en.generic.war-object"  # "Russian positions" are those of the Russian forces
_LABELLED: Final = "en.generic.labelled-enemy"  # "the American invaders"
_STATE_FORMS: Final = frozenset({"country", "capital", "demonym"})


@record(frozen=True, slots=True)
class _Words:
    text: str
    registry: ActorRegistry


def resolve_actor(
    phrase: Span, head: Span, sentence: Sentence, text: str, mentions: tuple[ActorMention, ...], registry: ActorRegistry
) -> Answer[Actor]:
    """Return the actor that a noun phrase means; "they" and "the group" are left to `resolve_reference`.

    Args:
        phrase: the noun phrase in the report's text.
        head: its head word.
        mentions: of the whole report, from `find_actors`.
    """
    scene = _Words(text, registry)
    if _is_adjective(head, sentence, text):
        return Unresolved(Reason.NOT_MENTIONED, phrase)
    if apposed := find_apposed(head, text, mentions):
        return apposed.answer
    phrase = _widen(phrase, head, mentions)
    inside = find_inside(phrase, mentions)
    at_head = _pick_at(inside, head)
    if at_head and at_head.is_name and _is_of_others(at_head, text):
        inside = tuple(one for one in inside if one is not at_head)
        at_head = _pick_at(inside, head)
    if at_head and at_head.is_name:
        is_enemy = _ENEMY.search(text[max(0, at_head.span.start - 9) : at_head.span.start])
        if is_enemy:
            return Unresolved(Reason.AMBIGUOUS, phrase)
        return _read_alternative(at_head, mentions, scene) or at_head.answer
    at_head = at_head or _find_title(inside, head, text)
    word = scene.registry.generics.get(at_head.word or "") if at_head else None
    names = [one for one in inside if one.is_name and not is_sidelined(one.span, phrase, text) and not _is_of_others(one, text)]
    named = _settle_named(names, head, word, scene)
    if named:
        return named
    if at_head and (other := _find_other_arm(at_head, mentions, scene)):
        return _join(other, at_head, Span(other.span.start, phrase.end))
    if at_head and at_head.form in {"arm", "country", "capital"}:
        return _read_alternative(at_head, mentions, scene) or at_head.answer
    state = _settle_state(inside, phrase, head, word, scene)
    if state:
        return state
    if is_reference(phrase, head, scene.text) and (word is None or word.refers):
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase)
    if word and (named_before := _find_antecedent(phrase, head, mentions, text)):
        return named_before
    return _settle_generic(inside, phrase, head, at_head, word, scene)


def resolve_actors(
    phrase: Span, head: Span, sentence: Sentence, text: str, mentions: tuple[ActorMention, ...], registry: ActorRegistry
) -> tuple[Answer[Actor], ...]:
    """Return all actors that a noun phrase means: two for "the Russian and Syrian air forces", one joint one for "X or Y"."""
    phrase = _widen(phrase, head, mentions)
    return resolve_several(phrase, text, mentions) or (resolve_actor(phrase, head, sentence, text, mentions, registry),)


def resolve_several(phrase: Span, text: str, mentions: tuple[ActorMention, ...]) -> tuple[Answer[Actor], ...]:
    """Return the actors that a phrase lists, or the joint one of "X or Y"; nothing where it lists none."""
    inside = [one for one in find_inside(phrase, mentions) if one.form in _LISTED and isinstance(one.answer, Found)]
    if len(inside) < 2:
        return ()
    named = [one for one in inside if one.span.end <= phrase.end and not is_sidelined(one.span, phrase, text)]
    joints = [text[left.span.end : right.span.start] for left, right in pairwise(named)]
    if len(named) > 1 and all(_AND.fullmatch(joint) for joint in joints):
        return tuple(one.answer for one in named)
    if len(named) == 2 and _OR.match(joints[0]):
        return (_join(named[0], named[1], phrase),)
    return ()


def find_inside(phrase: Span, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Return the mentions that start in a phrase; the mentions are in the order of the text."""
    first = bisect_left(mentions, phrase.start, key=get_start)
    last = bisect_left(mentions, phrase.end, first, key=get_start)
    return mentions[first:last]


def _widen(phrase: Span, head: Span, mentions: tuple[ActorMention, ...]) -> Span:
    """Let a phrase begin where "Syrian regime jets" begins, if the parser cut it."""
    number = bisect_left(mentions, head.end, key=get_start) - 1
    while number >= 0 and mentions[number].span.end > head.start:
        if mentions[number].form == "arm" and mentions[number].span.start <= phrase.start:
            return Span(mentions[number].span.start, phrase.end)
        number -= 1
    return phrase


def _find_other_arm(arm: ActorMention, mentions: tuple[ActorMention, ...], scene: _Words) -> ActorMention | None:
    """Return "Russian" of "Russian or Syrian regime jets"."""
    if not isinstance(arm.answer, Found) or not scene.text.endswith(" or ", 0, arm.span.start):
        return None
    before = (one for one in mentions if one.form in {"arm", "demonym"} and one.span.end == arm.span.start - 4)
    other = next((one for one in before if isinstance(one.answer, Found)), None)
    if other is None or other.form == "arm" or not isinstance(other.answer, Found):
        return other
    entry = scene.registry.entries.get(arm.answer.value.actor_id or "")
    country = other.answer.value.country
    same = scene.registry.get_arm(country, entry.arms[0]) if entry and entry.arms and country else None
    if same is None:
        return None
    return ActorMention(other.span, Found(scene.registry.to_actor(same), other.span, "en.actors.state-arm"), False, "arm")


def _join(left: ActorMention, right: ActorMention, phrase: Span) -> Answer[Actor]:
    """Return "X or Y" as one answer: the text does not say which."""
    assert isinstance(left.answer, Found)
    assert isinstance(right.answer, Found)
    one, other = left.answer.value, right.answer.value
    return Found(Actor(f"{one.name} or {other.name}", None, one.kind), phrase, "en.actors.either-of-two")


def _read_alternative(first: ActorMention, mentions: tuple[ActorMention, ...], scene: _Words) -> Answer[Actor] | None:
    """Read "Syrian warplanes or those of Russia" as one joint answer."""
    match = _OR_THOSE.match(scene.text, first.span.end)
    other = next((one for one in mentions if match and match.end() <= one.span.start < match.end() + 40), None)
    while other and other.form == "capital":  # "Damascus's ally Russia"
        other = next((one for one in mentions if other.span.end < one.span.start < other.span.end + 12), None)
    if match is None or other is None or not isinstance(first.answer, Found) or not isinstance(other.answer, Found):
        return None
    entry = scene.registry.entries.get(first.answer.value.actor_id or "")
    country = other.answer.value.country
    arm = scene.registry.get_arm(country, entry.arms[0]) if entry and entry.arms and country and other.form != "arm" else None
    right = ActorMention(other.span, Found(scene.registry.to_actor(arm), other.span, "en.actors.state-arm"), False) if arm else other
    return _join(first, right, Span(first.span.start, other.span.end))


def _find_antecedent(phrase: Span, head: Span, mentions: tuple[ActorMention, ...], text: str) -> Answer[Actor] | None:
    """Read "the militants" as the one armed group that the lines before name, if they name only one."""
    if not _DEFINITE_PLURAL.match(text[phrase.start : head.end]):
        return None
    near = [one for one in mentions if one.is_name and one.span.end <= phrase.start and phrase.start - one.span.end < _NEAR]
    named = {
        one.answer.value.name: one.answer for one in near if isinstance(one.answer, Found) and one.answer.value.kind in {"rebel", "militia"}
    }
    if len(named) != 1:
        return None
    answer = next(iter(named.values()))
    return Found(answer.value, phrase, "en.references.the-militants", Basis.INHERITED)


def is_sidelined(span: Span, phrase: Span, text: str) -> bool:
    """Say whether a name inside a phrase only tells who backs, holds, opposes or surrounds the ones meant."""
    after = text[span.end : span.end + 20]
    before = text[phrase.start : span.start]
    if _SIDELINED_AFTER.match(after):
        return True
    return bool(_SIDELINED_BEFORE.search(before)) and not re.search(r"(?:loyal to)\s+(?:the\s+)?$", before)


def _pick_at(mentions: tuple[ActorMention, ...], head: Span) -> ActorMention | None:
    over = [mention for mention in mentions if mention.span.overlaps(head)]
    return max(over, key=lambda mention: (mention.span.end - mention.span.start, -mention.span.start), default=None)


def _is_adjective(head: Span, sentence: Sentence, text: str) -> bool:
    """Say whether the head is "military" before a noun, which tells what kind of thing it is and not whose."""
    if head.of(text).lower() != "military":
        return False
    token = next((one for one in sentence.tokens if one.span.start == head.start), None)
    return token is not None and token.dep in {"amod", "compound", "nmod"}


def _is_of_others(mention: ActorMention, text: str) -> bool:
    """Say whether a common word for a known alliance is said of others: "a coalition of Islamist insurgents", "a rebel coalition"."""
    words = mention.span.of(text)
    if words != words.lower() or not words.endswith(("coalition", "alliance")):
        return False
    return text.startswith(" of ", mention.span.end) or text.endswith(_OTHERS, 0, mention.span.start)


def _find_title(inside: tuple[ActorMention, ...], head: Span, text: str) -> ActorMention | None:
    """Return the word before a person's name that says what the person is: "artist Nadia Homs"."""
    if not head.of(text)[:1].isupper():
        return None
    before = [one for one in inside if one.is_generic and one.word and one.span.end <= head.start]
    named = re.fullmatch(r"\s+(?:[A-Z][\w'’.-]*\s+){0,3}", text[before[-1].span.end : head.start]) if before else None
    return before[-1] if named else None


def _settle_named(names: list[ActorMention], head: Span, word: GenericActor | None, scene: _Words) -> Answer[Actor] | None:
    if not names or (word and word.id_ in _PERSONS):
        return None
    if word and word.is_object and names[0].span.start > head.start:
        return None
    before = [mention for mention in names if mention.span.start < head.start]
    chosen = before[-1] if before else names[0]
    answer = chosen.answer
    if isinstance(answer, Found):
        rule = "en.actors.leader-in-phrase" if chosen.form == "leader" else "en.actors.name-in-phrase"
        arm = _settle_leader(answer, word, scene) if chosen.form == "leader" and word and word.arm else answer.value
        return Found(arm, chosen.span, rule, answer.basis, rejected=answer.rejected)
    return answer


def _settle_leader(answer: Found[Actor], word: GenericActor, scene: _Words) -> Actor:
    """Read "Assad's air force": the arm of the leader's state."""
    entry = scene.registry.entries.get(answer.value.actor_id or "")
    arm = scene.registry.get_arm(entry.countries[0], word.arm) if entry and entry.arms else None
    return scene.registry.to_actor(arm) if arm else answer.value


def _settle_state(
    inside: tuple[ActorMention, ...], phrase: Span, head: Span, word: GenericActor | None, scene: _Words
) -> Answer[Actor] | None:
    """Read a country with a word for an arm anywhere in the phrase: "a Syrian Mi-25 helicopter"."""
    states = [one for one in inside if one.form in _STATE_FORMS | {"arm"} and not is_sidelined(one.span, phrase, scene.text)]
    states = [one for one in states if one.span.start <= head.start or _LOYAL.search(scene.text[phrase.start : one.span.start])]
    is_label = word is not None and word.id_ == _LABELLED
    if not states or (word and not word.arm and not (is_label or word.refers or (word.is_weak and states[0].form == "arm"))):
        return None
    chosen = next((one for one in states if one.form == "arm"), states[0])
    answer = chosen.answer
    if isinstance(answer, Unresolved):
        return answer
    if chosen.form == "arm":
        return Found(answer.value, chosen.span, "en.actors.state-arm-in-phrase", answer.basis)
    if word and word.arm and answer.value.country and (arm := scene.registry.get_arm(answer.value.country, word.arm)):
        return Found(scene.registry.to_actor(arm), Span(chosen.span.start, max(head.end, chosen.span.end)), "en.actors.state-arm")
    if chosen.span.overlaps(head):
        return Found(answer.value, chosen.span, "en.actors.state", answer.basis)
    if word and word.id_ in {_WAR_OBJECT, _LABELLED} and chosen.span.start < head.start and answer.value.country:
        forces = scene.registry.get_arm(answer.value.country, "armed_forces")
        return Found(scene.registry.to_actor(forces), Span(chosen.span.start, head.end), "en.actors.forces-of-state") if forces else None
    return None


def _settle_generic(
    inside: tuple[ActorMention, ...], phrase: Span, head: Span, at_head: ActorMention | None, word: GenericActor | None, scene: _Words
) -> Answer[Actor]:
    others = [one for one in inside if one.word and not _modifies(one.span, phrase, scene.text) and not _describes(one.span, scene.text)]
    if at_head and word and word.keeps_words:
        name = re.sub(r"^(?:the|a|an)\s+", "", phrase.of(scene.text), flags=re.IGNORECASE)
        return Found(Actor(name, None, word.kind, is_generic=True), phrase, word.id_)
    if at_head and (word is None or not word.is_weak) and at_head.is_generic:
        return at_head.answer
    stronger = [one for one in others if one is not at_head and _is_strong(one, scene)]
    stronger = [one for one in stronger if word is None or word.id_ not in _PERSONS or one.span.start > head.start]
    if stronger and isinstance(stronger[0].answer, Found):
        found = stronger[0].answer
        return Found(found.value, stronger[0].span, found.rule, found.basis)
    if at_head:
        return at_head.answer
    if others:
        return others[0].answer
    raw = head.of(scene.text)
    if raw[:1].isupper():
        return Unresolved(Reason.UNKNOWN_NAME, phrase)
    return Unresolved(Reason.NOT_MENTIONED, phrase)


def _is_strong(mention: ActorMention, scene: _Words) -> bool:
    entry = scene.registry.generics.get(mention.word or "")
    return entry is not None and not entry.is_weak


def _describes(span: Span, text: str) -> bool:
    """Say whether "military" only tells of what kind something is: "military operations"."""
    return span.of(text).lower() == "military" and text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].islower()


def _modifies(span: Span, phrase: Span, text: str) -> bool:
    is_example = bool(_INCLUDED.search(text, phrase.start, span.start))
    return is_example or bool(_SIDELINED_AFTER.match(text[span.end : span.end + 20])) or is_sidelined(span, phrase, text)
