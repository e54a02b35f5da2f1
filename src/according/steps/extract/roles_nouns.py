"""Read the roles around an event's noun: "X's shelling of Y", "X launched an attack on Y", "Y came under fire from X"."""

from dataclasses import field

from according.model.parsed import Sentence, Token
from according.model.records import record
from according.steps.extract.phrases import Phrase, find_children, find_subtree, read_phrase, read_phrases, read_series
from according.steps.extract.roles_subjects import find_agents, find_patients, find_prepositional, find_subjects, is_passive

MODIFIER = "en.roles.modifier"  # a word before an event's noun: "Turkish shelling"
LIGHT = frozenset(
    "carry launch conduct deliver stage mount perform wage commit perpetrate resume continue intensify renew start begin open make do use "
    "escalate step lead execute unleash press pursue order announce declare sign reach impose lay hold organise organize plan fire drop "
    "detonate plant seize take set stop halt end suspend break violate breach".split()
)
AIMS = frozenset({"on", "against", "at", "upon", "targeting", "toward", "towards", "into"})
_TARGETING = frozenset(
    "hit strike target kill wound injure destroy damage pound batter rock shake leave claim engulf rip tear slam".split()
)
_SUFFERING = frozenset("suffer face endure undergo sustain survive escape repel repulse withstand thwart resist foil".split())
ATTACKS = frozenset(
    "attack assault raid offensive advance attempt incursion infiltration onslaught push ambush counterattack operation landing".split()
)  # what is repelled
_ANSWERING = frozenset("respond retaliate reply answer react".split())
_BLAMING = frozenset("blame attribute ascribe pin".split())
_USING = frozenset({"use", "employ"})
_DYING = frozenset({"die", "perish", "fall"})
_TIMES = frozenset({"after", "during", "following", "amid", "in", "before"})
_LAYING = frozenset({"ambush", "trap"})  # "an ambush for X"
_BLAMED_ON = frozenset({"on", "to"})
WITH = "en.roles.with"
_AMONG = frozenset({"between", "among", "amongst"})
_THROUGH = frozenset({"through", "into", "on"})
_NOT_ACTORS = frozenset(
    "air rocket missile artillery mortar drone bomb car suicide ground tank cluster barrel grenade chemical gas sniper gun street truck "
    "roadside mine night dawn morning evening aerial naval sea heavy fierce deadly massive recent new fresh latest several many two three "
    "similar similar separate first second other such same ongoing renewed intense sporadic violent major large small limited".split()
)
_MODIFYING = ("poss", "compound", "amod", "nmod")


@record(frozen=True, slots=True)
class Sides:
    """Hold the phrases on each side of an event."""

    initiators: list[Phrase] = field(default_factory=list)
    targets: list[Phrase] = field(default_factory=list)
    between: bool = False  # two sides with no attacker


def read_noun(sentence: Sentence, noun: Token) -> Sides:
    """Return who stands on each side of an event's noun."""
    between = find_between(sentence, noun)
    if len(between) > 1:
        return Sides(between[:1], between[1:], between=True)
    if between and between[0].head.tag == "NNS":  # "clashes between militants": each other
        return _read_governor(sentence, noun, Sides(between, [], between=True))
    if pitted := _read_pitted(sentence, noun):
        return pitted
    initiators = find_prepositional(sentence, noun, {"by"}, "en.roles.by") or _find_by_below(sentence, noun)
    hanging = find_children(sentence, noun.index, "acl", "relcl")
    for child in hanging:
        if child.lemma in _BLAMING:
            initiators += find_prepositional(sentence, child, _BLAMED_ON, "en.roles.blamed-on")
        elif child.dep == "acl" and (child.tag == "VBN" or child.index == noun.index + 1):  # "artillery shelling by X"
            initiators += find_agents(sentence, child)
    targets = _find_aimed(sentence, noun)
    for child in hanging:
        if child.lemma in _TARGETING and child.tag != "VBN":
            targets += _find_hit(sentence, child)
    initiators = initiators or find_modifiers(sentence, noun)
    return _read_governor(sentence, noun, Sides(initiators, targets))


def _read_pitted(sentence: Sentence, noun: Token) -> Sides | None:
    """Read "the clashes pitted X against Y"."""
    verbs = [one for one in find_children(sentence, noun.index, "acl", "relcl") if one.lemma == "pit"]
    if noun.dep == "nsubj" and sentence.tokens[noun.head].lemma == "pit":
        verbs.append(sentence.tokens[noun.head])
    for verb in verbs:
        first = [
            phrase for one in find_children(sentence, verb.index, "dobj") for phrase in read_phrases(sentence, one, "en.roles.between")
        ]
        other = find_prepositional(sentence, verb, {"against"}, "en.roles.between")
        if first and other:
            return Sides(first, other, between=True)
    return None


def find_between(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Return the sides of "clashes between X and Y", also where the parser hangs "between" on the verb above the noun."""
    holders = [noun]
    above = sentence.tokens[noun.head]
    if noun.dep in {"nsubj", "csubj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
        holders.append(above)
    tokens = sentence.tokens
    for holder in holders:
        for below in sentence.children[holder.index]:
            if tokens[below].lemma in _AMONG and tokens[below].dep == "prep":
                for child in find_children(sentence, below, "pobj"):
                    return _read_apposed(sentence, child) or read_series(sentence, child, "en.roles.between")
    return []


def _read_apposed(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Return the names in "between allies Russia and Iran and its rival Turkey", not what they are called."""
    named = [
        one for one in find_subtree(sentence, noun.index) if one.pos == "PROPN" and one.dep in {"appos", "conj"} and one.head >= noun.index
    ]
    is_apposed = noun.pos == "NOUN" and any(one.dep == "appos" and one.head == noun.index for one in named)
    return [read_phrase(sentence, one, "en.roles.between") for one in named] if is_apposed and len(named) > 1 else []


def _find_aimed(sentence: Sentence, noun: Token) -> list[Phrase]:
    targets = find_prepositional(sentence, noun, AIMS, "en.roles.noun-aimed-at")
    if noun.lemma not in {"series", "wave", "spate"}:
        targets += find_prepositional(sentence, noun, {"of"}, "en.roles.of")
    if noun.lemma in _LAYING:
        targets += find_prepositional(sentence, noun, {"for"}, "en.roles.noun-aimed-at")
    return targets + find_prepositional(sentence, noun, {"with"}, WITH)


def _find_hit(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Return what a strike hit: the object of "hit", or what follows "ripped through"."""
    things = find_children(sentence, verb.index, "dobj")
    found = [phrase for thing in things for phrase in read_phrases(sentence, thing, "en.roles.noun-hits")]
    return found or find_prepositional(sentence, verb, _THROUGH, "en.roles.noun-hits")


def _find_by_below(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Read "violations of the ceasefire by X", where the parser hangs the author on the inner noun."""
    for preposition in find_children(sentence, noun.index, "prep"):
        if preposition.lemma == "of":
            for inner in find_children(sentence, preposition.index, "pobj"):
                if found := find_prepositional(sentence, inner, {"by"}, "en.roles.by"):
                    return found
    return []


def _read_governor(sentence: Sentence, noun: Token, sides: Sides) -> Sides:
    """Read the roles that the word above an event noun gives: "launched an attack", "the strike hit a market", "came under fire"."""
    above = sentence.tokens[noun.head]
    if above.index == noun.index:
        return sides
    initiators, targets = sides.initiators, sides.targets
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    if above.pos not in {"VERB", "AUX"}:
        if noun.dep in {"pobj", "pcomp"}:
            under = _read_under(sentence, above, sides)
            is_one_sided = not under.initiators and any(one.rule == WITH for one in under.targets)
            return _read_after(sentence, above, under) if is_one_sided else under
        return sides
    if noun.dep == "advcl" and before.lemma == "under":  # the parser parts "came under" from "shelling"
        return _read_under(sentence, before, sides)
    if noun.dep in {"dobj", "obj"} and above.lemma in LIGHT:
        initiators = initiators or find_subjects(sentence, above)
        targets = targets or find_prepositional(sentence, above, AIMS, "en.roles.aimed-at")
    elif noun.dep in {"dobj", "obj"} and above.lemma in _SUFFERING:
        targets = targets or find_subjects(sentence, above)
    elif noun.dep == "nsubjpass" and above.lemma in _BLAMING:
        initiators = initiators or find_prepositional(sentence, above, _BLAMED_ON, "en.roles.blamed-on")
    elif noun.dep == "nsubjpass" and above.lemma in LIGHT:
        initiators = initiators or find_agents(sentence, above)
    elif noun.dep == "nsubj" and above.lemma in _TARGETING:
        targets = targets + _find_hit(sentence, above)
    return Sides(initiators, targets)


def _read_under(sentence: Sentence, preposition: Token, sides: Sides) -> Sides:
    """Read "the town came under fire from X", "was hit by a strike", "was subjected to shelling"."""
    verb = sentence.tokens[preposition.head]
    if verb.pos not in {"VERB", "AUX"}:
        return sides
    if preposition.lemma == "in" and (is_passive(sentence, verb) or verb.lemma in _DYING):
        return _read_fallen(sentence, verb, sides)
    if preposition.lemma == "in" and verb.lemma in _USING:  # "X used cluster bombs in attacks on Y"
        return Sides(sides.initiators or (find_agents if is_passive(sentence, verb) else find_subjects)(sentence, verb), sides.targets)
    if preposition.lemma == "with" and verb.lemma in _ANSWERING:
        return Sides(sides.initiators or find_subjects(sentence, verb), sides.targets)
    if preposition.lemma == "under" and verb.lemma in {"come", "be", "remain"}:
        hit = find_subjects(sentence, verb)
        by = find_prepositional(sentence, verb, {"from", "by"}, "en.roles.by")
    elif preposition.lemma in {"by", "to"} and is_passive(sentence, verb) and verb.lemma in _TARGETING | {"subject", "expose"}:
        hit, by = find_patients(sentence, verb), find_agents(sentence, verb) if preposition.lemma == "to" else []
    else:
        return sides
    return Sides(sides.initiators or by, sides.targets or hit)


def _read_after(sentence: Sentence, preposition: Token, sides: Sides) -> Sides:
    """Read "X took the town after weeks of clashes with Y", in which X clashed too."""
    if preposition.lemma == "of":
        preposition = sentence.tokens[sentence.tokens[preposition.head].head]
    verb = sentence.tokens[preposition.head]
    is_other = preposition.lemma in _TIMES and preposition.dep == "prep" and verb.pos in {"VERB", "AUX"} and not is_passive(sentence, verb)
    return Sides(find_subjects(sentence, verb), sides.targets, between=True) if is_other else sides


def _read_fallen(sentence: Sentence, verb: Token, sides: Sides) -> Sides:
    """Read "ten rebels were killed in a raid", and as the other side in "in clashes with soldiers"."""
    fallen = find_patients(sentence, verb) if is_passive(sentence, verb) else find_subjects(sentence, verb)
    if verb.lemma not in _TARGETING | _DYING:
        return sides
    if not sides.initiators and any(one.rule == WITH for one in sides.targets):
        return Sides(fallen, sides.targets, between=True)
    is_lone = verb.lemma in _DYING
    return sides if is_lone else Sides(sides.initiators, sides.targets or fallen)


def find_modifiers(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Return the words before an event's noun that may tell whose it is: "Russian and Syrian air strikes"."""
    found = []
    for child in find_children(sentence, noun.index, *_MODIFYING):
        if child.lemma == "lead" and child.tag == "VBN":  # "Turkish-led shelling"
            found += [read_phrase(sentence, leader, MODIFIER) for leader in find_children(sentence, child.index) if leader.dep != "punct"]
            continue
        for one in (child, *find_children(sentence, child.index, "conj")):
            is_name = one.pos == "PROPN" or one.dep == "poss" or one.pos in {"NOUN", "ADJ"}
            if is_name and one.lemma not in _NOT_ACTORS:
                found.append(read_phrase(sentence, one, MODIFIER))
            elif is_name:  # "rebel" of "rebel rocket fire"
                found += [read_phrase(sentence, inner, MODIFIER) for inner in find_children(sentence, one.index, "compound", "amod")]
    return found
