"""Read off one telling what pins its event down: places, days, sides, figures, and the words that point back or on."""

import re
from dataclasses import dataclass

from according.model.answers import DatePrecision, Kind, PlacePrecision, When, Where
from according.model.evidence import Found, Reason, Unresolved
from according.model.trigger import Strength
from according.steps.extract.claims.places_paths import Way, is_origin, judge_way
from according.steps.extract.claims.telling import REAL, SIDELESS, Telling
from according.steps.extract.phrases import find_children
from according.steps.extract.places import PlaceMention

_NEW_EVENT = re.compile(
    r"^\W*(?:separately|elsewhere|also|in (?:a|another) (?:separate|different|second)|in other|another|earlier|later|previously|"
    r"last (?:month|year)|"
    r"the (?:previous|earlier)|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"^\W*(?:separately|elsewhere|in (?:a|another|one) (?:separate|different|other|second) )", re.IGNORECASE)
SCENE = re.compile(r"\W*(?:meanwhile,? )?(?:in|at|near|around|outside|inside|across) (?!the (?:past|last|first|same)\b)", re.IGNORECASE)
SCENE_WORDS = 45  # characters of an opening in which a place sets a scene
_THINKING = frozenset({"believe", "think", "suspect"})  # "jets also believed to be Russian struck a town"
_MORE = frozenset({"another", "more", "other", "further", "additional"})
_OTHER = frozenset("another other second third separate further additional similar previous earlier".split())
_THIS = frozenset("the this that these those".split())
_SOME = frozenset("some most all those rest both many they".split())
_SIDES = {"state": "state", "rebel": "armed group", "gang": "armed group"}
_FINE = frozenset({PlacePrecision.PLACE, PlacePrecision.NEAR})


@dataclass(frozen=True, slots=True)
class Anchors:
    """Hold what one telling says of which event it is.

    Args:
        wheres: the place where it was, countries left out.
        around: the other places that its words name.
        is_unknown_place: the first place named is in no gazetteer.
        named: ids of the initiators that have a name.
        doers: names of the initiators.
        hurt: names of the targets, nobody's people left out.
        sides: "state" or "armed group" of each initiator, where it is either.
        figures: harm, number and class of people of each toll above one.
        is_definite: it points back, "the attack".
        is_described: the words after its name say which it is, "the killing of two guards in Homs".
        is_new: it points on, "another attack", "Earlier, …".
        is_apart: the text says that it is another event.
        is_scene: its sentence opens with a place of its own, "In Herat, …".
    """

    telling: Telling
    types: frozenset[str]
    wheres: tuple[Where, ...]
    around: tuple[Where, ...]
    is_unknown_place: bool
    days: tuple[When, ...]
    named: frozenset[str]
    doers: frozenset[str]
    hurt: frozenset[str]
    sides: frozenset[str]
    figures: frozenset[tuple[str, int, str]]
    is_definite: bool
    is_described: bool
    is_new: bool
    is_apart: bool
    is_scene: bool

    @property
    def is_afloat(self) -> bool:
        """Say whether neither a place nor a day pins it down."""
        return not self.wheres and not self.is_unknown_place and not self.days


def read_anchors(telling: Telling, text: str) -> Anchors:
    """Return the anchors of a telling."""
    places = _put_own_first(telling, text)
    found = [place.answer for place in places]
    wheres = tuple(one.value for one in found[:1] if isinstance(one, Found) and one.value.precision is not PlacePrecision.COUNTRY)
    unknown = bool(found) and isinstance(found[0], Unresolved) and found[0].reason is Reason.UNKNOWN_NAME
    first_day = [date.answer.value for date in telling.dates[:1] if isinstance(date.answer, Found)]
    initiators = [one.value for one in telling.initiators if isinstance(one, Found)]
    targets = [one.value for one in telling.targets if isinstance(one, Found)]
    tolls = [toll.answer.value for toll in telling.tolls]
    opening = text[telling.sentence.span.start : telling.sentence.span.start + 40]
    marks = _read_marks(telling)
    return Anchors(
        telling=telling,
        types=frozenset() if telling.is_harm_only else frozenset([telling.event_type.value]),
        wheres=wheres,
        around=tuple(one.value for one in found[1:] if isinstance(one, Found)),
        is_unknown_place=unknown,
        days=tuple(one for one in first_day if one.precision is not DatePrecision.PERIOD),
        named=frozenset(one.actor_id for one in initiators if one.actor_id and not one.is_generic),
        doers=frozenset(one.name for one in initiators if one.kind not in SIDELESS),
        hurt=frozenset(one.name for one in targets if one.kind not in SIDELESS),
        sides=frozenset(_SIDES[one.kind] for one in initiators if one.kind in _SIDES),
        figures=frozenset((one.harm.value, number, one.who.partition(":")[0]) for one in tolls if (number := one.low or one.high or 0) > 1),
        is_definite=_is_pointing(marks) or _is_of_those(telling),
        is_described=_is_described(telling),
        is_new=bool(marks & _OTHER) or _NEW_EVENT.match(opening) is not None or _is_also(telling) or _counts_on(telling),
        is_apart=_APART.match(opening) is not None,
        is_scene=_sets_scene(telling, opening),
    )


def _put_own_first(telling: Telling, text: str) -> tuple[PlaceMention, ...]:
    """Return the places of a telling, the first on which its event hangs before the others: not where somebody came from."""
    places = telling.places
    if len(places) < 2:
        return tuple(places)
    own = (one for one in places if judge_way(telling, one) is Way.OWN and not is_origin(one, telling.sentence, text))
    first = next(own, places[0])
    return (first, *(one for one in places if one is not first))


def _sets_scene(telling: Telling, opening: str) -> bool:
    if not telling.places or SCENE.match(opening) is None:
        return False
    return telling.places[0].span.start - telling.sentence.span.start < SCENE_WORDS


def points_back(telling: Telling) -> bool:
    """Say whether the words name an event told before: "the attack"."""
    return _is_pointing(_read_marks(telling))


def _is_pointing(marks: frozenset[str]) -> bool:
    return bool(marks & _THIS or "poss" in marks) and not marks & _OTHER


def _read_marks(telling: Telling) -> frozenset[str]:
    head = telling.sentence.tokens[telling.main.head]
    if head.pos not in {"NOUN", "PROPN"}:
        return frozenset()
    below = find_children(telling.sentence, head.index, "det", "amod", "poss")
    return frozenset([token.dep if token.dep == "poss" else token.lemma for token in below])


def _is_described(telling: Telling) -> bool:
    """Say whether the words after an event's name say which it is: such a name need not point at anything."""
    return telling.main.is_nominal and bool(telling.tolls) and bool(telling.dates or telling.places)


def _is_of_those(telling: Telling) -> bool:
    """Say whether those harmed are some of those told of before: "Some were shot", "The rest drowned"."""
    subjects = find_children(telling.sentence, telling.main.head, "nsubjpass", "nsubj")
    return any(one.lemma.lower() in _SOME and not any(find_children(telling.sentence, one.index, "prep")) for one in subjects)


def _is_also(telling: Telling) -> bool:
    """Say whether "also" adds another deed: "They also shelled the port", but not "Scores were also wounded"."""
    if telling.is_harm_only:
        return False
    tokens, head = telling.sentence.tokens, telling.main.head
    is_under = tokens[head].dep in {"nsubj", "dobj", "compound"} or tokens[tokens[head].head].lemma in _THINKING
    verbs = (head, tokens[head].head) if is_under else (head,)
    return any(one.lemma == "also" for verb in verbs for one in find_children(telling.sentence, verb, "advmod"))


def _counts_on(telling: Telling) -> bool:
    """Say whether more of them do it, "More shells hit the port", or others are harmed by a deed told as new: "when a mortar hit a bus"."""
    for trigger in telling.triggers:
        for subject in find_children(telling.sentence, trigger.head, "nsubj", "nsubjpass"):
            below = find_children(telling.sentence, subject.index, "amod", "det", "nummod")
            if not any(one.lemma.lower() in _MORE for one in below):
                continue
            is_count = trigger is telling.triggers[0] and any(
                one.dep == "nummod" for one in below
            )  # not "two died and six others were hurt"
            if trigger.strength is not Strength.HARM or (is_count and _has_new_cause(telling)):
                return True
    return False


def _has_new_cause(telling: Telling) -> bool:
    """Say whether who did it is told in a clause of its own: "when rebels fired a rocket at the port"."""
    tokens = telling.sentence.tokens
    deeds = (tokens[one.head] for one in telling.triggers if one.strength is not Strength.HARM)
    return any(one.dep == "advcl" and any(find_children(telling.sentence, one.index, "nsubj")) for one in deeds)


def share_place(some: tuple[Where, ...], others: tuple[Where, ...]) -> bool:
    """Say whether a place of the same name is among both."""
    return bool({one.name for one in some} & {one.name for one in others})


def is_fine(where: Where) -> bool:
    """Say whether a place is a town or a site, or near one."""
    return where.precision in _FINE


def tell_reality(telling: Telling) -> str:
    """Return whether it is told as real, or else as what."""
    status = telling.status.value
    return "real" if status in REAL else status.value


def is_incident(telling: Telling) -> bool:
    """Say whether it is one event, no total and nothing that recurs."""
    return telling.kind.value is Kind.INCIDENT


def names_event(telling: Telling) -> bool:
    """Say whether a word of the telling names its kind of event, and not only an attack or its harm."""
    return telling.main.strength is Strength.EVENT
