"""Say which triggers of one sentence report the same event."""

from collections.abc import Sequence

from according.model.answers import Status
from according.model.parsed import Sentence, Token
from according.model.trigger import Strength, Trigger
from according.steps.extract.claims.linking_anew import is_another_subject, is_counted_anew
from according.steps.extract.phrases import find_ancestors, find_children

PARTING = frozenset("after before since despite besides ahead until unlike while whereas although though following amid".split())
PARTING_NOUNS = frozenset("response retaliation revenge reprisal protest reaction wake aftermath anniversary day hour week month".split())
_HARMLESS_PARTING = frozenset({"after", "when", "as", "following"})  # "12 died after a bomb exploded" is one event
METHODS = frozenset(
    "air_strike shelling explosive_device suicide_bombing grenade chemical_attack armed_clash attack_on_civilians execution mob_violence "
    "excessive_force_against_protesters violent_demonstration sexual_violence aircraft_downed other interception".split()
)  # what people can be hurt by
EFFECTS = frozenset({"displacement", "property_destruction"})  # of violence told beside them, no events of their own
_PACTS = frozenset({"agreement", "ceasefire_declared", "ceasefire_violation"})
_WAR = "en.other.war-toll"
_WARS = frozenset({"war", "conflict", "crisis", "uprising", "revolt", "insurgency"})
_PROTESTS = frozenset(
    "peaceful_protest violent_demonstration protest_with_intervention excessive_force_against_protesters non_cooperation".split()
)  # one crowd, and what it does and meets
_NEWS = frozenset({"information", "report", "news", "word"})  # "raids, amid reports of five dead"
_COUNTED_ON = frozenset("other others many several dozen dozens score scores hundred hundreds some rest".split())
_SETTINGS = frozenset({"in", "at", "near", "by", "on", "outside"})
_THE_SAME = frozenset({"he", "she", "they"})
_HELD = frozenset({"abduction", "arrest"})
_PROMPTING = frozenset({"prompt", "provoke"})
_TERRITORY = "territory"
_SETTING = frozenset({"armed_clash", "attack_on_civilians", "shelling", "air_strike", "withdrawal", "surrender"})


def group_triggers(sentence: Sentence, triggers: tuple[Trigger, ...]) -> list[list[Trigger]]:
    """Return the triggers in groups, one for each event the sentence tells of, in the order of the text."""
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        joined = [group for group in groups if any(is_one_event(sentence, other, trigger) for other in group)]
        merged = [one for group in joined for one in group] + [trigger]
        groups = [group for group in groups if group not in joined] + [sorted(merged, key=lambda one: one.span)]
    groups = _join_causes_before(sentence, groups)
    return sorted((drop_effects(group) for group in groups), key=lambda group: group[0].span)


def _join_causes_before(sentence: Sentence, groups: list[list[Trigger]]) -> list[list[Trigger]]:
    """Join harm with what it came after, "12 died after a bomb exploded", where nothing nearer is its cause."""
    for harmed in [group for group in groups if all(one.strength is Strength.HARM for one in group)]:
        cause = next((group for group in groups if group is not harmed and _came_after(sentence, harmed, group)), None)
        if cause is not None:
            merged = sorted([*harmed, *cause], key=lambda one: one.span)
            groups = [group for group in groups if group is not harmed and group is not cause] + [merged]
    return groups


def _came_after(sentence: Sentence, harmed: list[Trigger], cause: list[Trigger]) -> bool:
    pairs = ((harm, other) for harm in harmed for other in cause if _is_harm_and_cause(sentence, harm, other))
    for harm, other in pairs:
        path = _find_path(sentence, harm.head, other.head)
        parting = _find_parting(sentence, path)
        if parting in _HARMLESS_PARTING or (parting == "amid" and any(one.lemma in _NEWS for one in path)):
            return True
    return False


def drop_effects(group: Sequence[Trigger]) -> list[Trigger]:
    """Leave out what the violence of the group only led to: burnt houses, people who fled."""
    causes = [one for one in group if one.event_type not in EFFECTS]
    return causes if any(one.event_type in METHODS for one in causes) else list(group)


def is_one_event(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether two triggers of a sentence are words for one event."""
    if first.head == second.head:
        return True
    if _is_of_war(sentence, first) != _is_of_war(sentence, second) or is_counted_anew(sentence, first, second):
        return False
    path = _find_path(sentence, first.head, second.head)
    parting = _find_parting(sentence, path)
    if first.event_type == second.event_type:
        is_fight = first.event_type == "armed_clash" and parting in _HARMLESS_PARTING
        if is_fight or first.strength is Strength.EVENT is second.strength:
            return (parting is None or is_fight) and not _has_two_subjects(sentence, first, second)
    if (first.strength is Strength.HARM) != (second.strength is Strength.HARM):
        is_held = bool({first.event_type, second.event_type} & _HELD)
        if is_held or _is_harm_and_cause(sentence, first, second):
            return parting is None and (not is_held or _have_one_victim(sentence, first, second))
        if not _is_instrument(sentence, first, second):
            return False
    if parting is not None:
        return _is_battle_for_territory(first, second) or _is_harm_of_one_cause(sentence, first, second, parting)
    if _is_stopped_by(sentence, first, second) or _is_stopped_by(sentence, second, first):
        return True
    if first.strength is Strength.HARM is second.strength and _is_counted_on(sentence, second):
        return True
    return _is_joined(sentence, first, second, path)


def _is_stopped_by(sentence: Sentence, attack: Trigger, deed: Trigger) -> bool:
    """Say whether an attack is what somebody stopped: "A rocket attack was thwarted"."""
    token = sentence.tokens[attack.head]
    return deed.status is Status.PREVENTED and attack.is_nominal and token.head == deed.head and token.dep in {"dobj", "nsubjpass"}


def _is_counted_on(sentence: Sentence, harm: Trigger) -> bool:
    """Say whether harm goes on counting the same people: "Two soldiers were killed and five wounded"."""
    if sentence.tokens[harm.head].dep != "conj":
        return False
    subjects = find_children(sentence, harm.head, "nsubjpass", "nsubj")
    return any(one.tag == "CD" or one.lemma.lower() in _COUNTED_ON for one in subjects)


def _is_harm_of_one_cause(sentence: Sentence, first: Trigger, second: Trigger, parting: str) -> bool:
    """Say whether one cause is told for both: "Two were killed while five were wounded in the raid", "She died after she was shot"."""
    if not first.strength is Strength.HARM is second.strength or sentence.tokens[second.head].head != first.head:
        return False
    hurt = [find_children(sentence, one.head, "nsubj", "nsubjpass") for one in (first, second)]
    if parting in _HARMLESS_PARTING:
        return any(one.lemma.lower() in _THE_SAME for one in hurt[1])
    has_own = any(one.dep == "agent" or one.lemma in _SETTINGS for one in find_children(sentence, first.head, "agent", "prep"))
    return parting == "while" and not has_own and all(one.dep == "nsubjpass" for one in (*hurt[0], *hurt[1]))


def _is_joined(sentence: Sentence, first: Trigger, second: Trigger, path: list[Token]) -> bool:
    """Say whether two triggers that nothing parts are one event, by what kinds of event they are."""
    types, strengths = {first.event_type, second.event_type}, {first.strength, second.strength}
    if len(types) > 1 and _is_prompted(path):
        return False
    if types <= _PROTESTS:
        return True
    if types & EFFECTS:
        return _is_cause_and_effect(sentence, first, second)
    if types <= _PACTS:
        return _is_within(path)
    if types & _HELD and (Strength.HARM in strengths or "execution" in types):
        return _have_one_victim(sentence, first, second)
    if types <= METHODS and any(one.dep == "agent" and one.head in {first.head, second.head} for one in path):
        return True  # "hit by gunfire"
    if types <= METHODS and strengths & {Strength.VAGUE, Strength.HARM}:
        return not _has_two_subjects(sentence, first, second)
    return _is_battle_for_territory(first, second)


def _is_harm_and_cause(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    harm = next((one for one in (first, second) if one.strength is Strength.HARM), None)
    other = second if harm is first else first
    if harm is None or other.strength is Strength.HARM or _is_quality(sentence, other):
        return False
    return not any(find_children(sentence, harm.head, "agent")) and not (
        any(find_children(sentence, harm.head, "nsubj")) and any(find_children(sentence, harm.head, "dobj"))
    )


def _is_quality(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a word only tells how a place is: the besieged town."""
    word = sentence.tokens[trigger.head]
    return word.dep == "amod" and word.tag == "VBN" and trigger.event_type not in METHODS


def _is_instrument(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether who harmed somebody by himself did it by the other: "killed five in a raid", "attacked the village and killed five"."""
    harm, other = (first, second) if first.strength is Strength.HARM else (second, first)
    if sentence.tokens[harm.head].dep in {"conj", "advcl", "xcomp", "acl"} and sentence.tokens[harm.head].head == other.head:
        return True
    below = _find_path(sentence, harm.head, other.head)
    return any(one.index == other.head for one in below) and all(one.dep not in {"relcl", "advcl", "ccomp"} for one in below)


def _have_one_victim(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether those held are those killed: "Some were arrested and killed"."""
    verb = sentence.tokens[second.head]
    if verb.dep == "conj" and verb.head == first.head and not any(find_children(sentence, first.head, "nsubjpass", "dobj")):
        return any(find_children(sentence, second.head, "dobj"))  # "seized and killed two guards"
    own = any(find_children(sentence, second.head, "nsubjpass", "nsubj", "dobj"))
    return verb.dep == "conj" and not own and any(find_children(sentence, first.head, "nsubjpass")) and verb.tag == "VBN"


def _is_prompted(path: list[Token]) -> bool:
    """Say whether one act only led another side to the other: "prompting the first air strikes"."""
    return any(one.lemma in _PROMPTING and one.tag == "VBG" for one in path)


def _is_within(path: list[Token]) -> bool:
    """Say whether one is the object of the other: "joined the ceasefire agreement", "violations of the truce"."""
    return bool(path) and all(one.dep in {"dobj", "pobj", "prep", "compound", "nmod", "amod"} for one in path)


def _is_of_war(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a trigger tells of a whole war, or of those whom a war has harmed."""
    if trigger.rule == _WAR:
        return True
    if trigger.strength is not Strength.HARM:
        return False
    word = sentence.tokens[trigger.head]
    while word.dep == "conj" and not any(find_children(sentence, word.index, "nsubj", "nsubjpass")):
        word = sentence.tokens[word.head]
    doers = {one.lemma for one in find_children(sentence, word.index, "nsubj")}
    return bool(doers & _WARS) or (word.dep == "relcl" and bool(doers & {"that", "which"}) and sentence.tokens[word.head].lemma in _WARS)


def _is_cause_and_effect(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    """Say whether one is what the other led to: "fighting displaced 500 people", "attacked the village, burning homes"."""
    effect, cause = (first, second) if first.event_type in EFFECTS else (second, first)
    if cause.event_type not in METHODS:
        return cause.event_type in EFFECTS
    word = sentence.tokens[effect.head]
    subjects = {token.index for token in find_children(sentence, effect.head, "nsubj", "agent")}
    if word.dep == "dobj":  # "the assault sparked an exodus"
        subjects |= {token.index for token in find_children(sentence, word.head, "nsubj")}
    return cause.head in subjects or word.dep in {"advcl", "xcomp", "acl"} or (word.dep == "conj" and not subjects)


def _is_battle_for_territory(first: Trigger, second: Trigger) -> bool:
    types = {first.event_type, second.event_type}
    return any(_TERRITORY in one for one in types) and bool(types & _SETTING)


def _has_two_subjects(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    subjects = [
        {token.text.lower() for token in find_children(sentence, one.head, "nsubj", "nsubjpass")}
        for one in (first, second)
        if not one.is_nominal
    ]
    nominal = next((one for one in (first, second) if one.is_nominal), None)
    if len(subjects) == 1 and nominal is not None and _is_new_subject(sentence, nominal, second if nominal is first else first):
        return bool(subjects[0])
    if len(subjects) < 2 or not all(subjects):
        return False
    if subjects[0] == subjects[1]:
        return is_another_subject(sentence, first, second)
    return subjects[0] != subjects[1] and not (subjects[0] | subjects[1]) & {"it", "they", "which", "that", "who", "others", "he"}


def _is_new_subject(sentence: Sentence, noun: Trigger, verb: Trigger) -> bool:
    """Say whether an event's name opens a clause beside the verb's: "Rebels raided a post and a blast shook the port"."""
    token = sentence.tokens[noun.head]
    if (
        token.dep not in {"nsubj", "nsubjpass"}
        or token.head == verb.head
        or sentence.tokens[token.head].dep not in {"conj", "ccomp", "ROOT"}
    ):
        return False
    return not any(one.lemma in {"the", "this", "that", "these", "those"} for one in find_children(sentence, token.index, "det"))


def _find_path(sentence: Sentence, first: int, second: int) -> list[Token]:
    """Return the tokens between two tokens in the tree, without the one where their branches meet."""
    up = [sentence.tokens[first], *find_ancestors(sentence, first)]
    down = [sentence.tokens[second], *find_ancestors(sentence, second)]
    common = {token.index for token in up} & {token.index for token in down}
    return [token for token in (*up, *down) if token.index not in common]


def _find_parting(sentence: Sentence, path: list[Token]) -> str | None:
    for token in path:
        if token.dep in {"prep", "mark", "pcomp"} and (token.lemma in PARTING or token.text.lower() in PARTING):
            return token.text.lower()
        if token.lemma in PARTING_NOUNS and token.dep in {"pobj", "attr"}:
            return token.lemma
        if token.dep == "advcl":
            for mark in find_children(sentence, token.index, "mark", "advmod", "prep"):
                if mark.lemma in PARTING and mark.index < token.index:
                    return mark.lemma
    return None


def find_parting_between(sentence: Sentence, first: Trigger, second: Trigger) -> str | None:
    """Return the word that parts two events of a sentence in time or place: "after", "despite"; nothing if none does."""
    return _find_parting(sentence, _find_path(sentence, first.head, second.head))
