"""Judge what a sentence says of an event's reality: happened, denied, unconfirmed, foreseen, prevented, or no event at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.answers import Status
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence, Token
from according.model.records import record
from according.model.trigger import Strength, Trigger
from according.steps.extract.tree import Tree, grow_tree

_UP = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "compound", "nmod", "amod", "conj", "attr", "oprd", "dative", "agent"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARKS = frozenset({"aux", "auxpass", "neg", "advmod", "amod", "det", "mark", "preconj", "cc", "predet", "nmod"})
_THREAT = "threat"  # what it announces is still to come
_STATUSES = frozenset(status.value for status in Status)
_NO_EVENT = "no event"
_ATTEMPTED = "attempted"
_OPEN = frozenset({"en.status.whether", "en.status.condition"})
_OWN = frozenset({"it", "they", "he", "she", "we", "i", "its", "their", "his", "her", "our"})
_SAYS = frozenset({"say", "add", "state", "report", "insist", "tell", "affirm"})
_JUDGING = frozenset({"justify", "excuse", "condemn", "denounce", "deplore", "avenge", "mourn"})
_PRESUPPOSES = frozenset({"because", "due", "despite", "after", "following", "since", "amid"})
_AUTHORSHIP = frozenset("responsibility involvement role part hand connection link complicity knowledge liability authorship".split())
_TURNING_DOWN = frozenset({"reject", "refuse", "dismiss", "decline", "spurn", "rebuff"})
_PROPOSALS = frozenset(
    "proposal offer plan request demand appeal call initiative suggestion draft deal resolution truce ceasefire pause".split()
)
_REACHED_BY_ATTEMPTS = frozenset({"territory_gained_by_government", "territory_gained_by_nonstate_actor"})


@record(frozen=True, slots=True)
class Reality:
    """Hold whether an event happened, and why it is none, if it is none."""

    status: Found[Status]
    no_event: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class _Verdict:
    says: str
    span: Span
    rule: str


def judge_status(sentence: Sentence, trigger: Trigger, text: str, cues: Cues) -> Found[Status]:
    """Judge whether the event of a trigger happened, as its sentence tells it; without any cue it did."""
    return judge_reality(sentence, trigger, text, cues).status


def judge_no_event(sentence: Sentence, trigger: Trigger, text: str, cues: Cues) -> Found[str] | None:
    """Say why a trigger reports no event (a condition, a purpose, a question, a failed try), or nothing if it does report one."""
    return judge_reality(sentence, trigger, text, cues).no_event


def judge_reality(sentence: Sentence, trigger: Trigger, text: str, cues: Cues) -> Reality:
    """Judge both at once: whether there is an event at all, and whether it happened."""
    verdict = _judge(sentence, trigger, text, cues.status)
    if verdict is None:
        return Reality(_settle(trigger))
    is_reached = trigger.strength is Strength.HARM or trigger.event_type in _REACHED_BY_ATTEMPTS
    vain = verdict.says == _ATTEMPTED and is_reached and not _is_attack_when_tried(sentence, trigger)
    no_event = Found(verdict.says, verdict.span, verdict.rule) if verdict.says == _NO_EVENT or vain else None
    if verdict.says in _STATUSES:
        return Reality(Found(Status(verdict.says), verdict.span, verdict.rule), no_event)
    return Reality(_settle(trigger), no_event)


def _is_attack_when_tried(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the try is an attack too, though it may harm nobody: "tried to assassinate the mayor"."""
    return trigger.head < len(sentence.tokens) and sentence.tokens[trigger.head].lemma == "assassinate"


def _settle(trigger: Trigger) -> Found[Status]:
    if trigger.status is not None:
        return Found(trigger.status, trigger.span, trigger.rule)
    if trigger.event_type == _THREAT:
        return Found(Status.FORESEEN, trigger.span, "en.status.threat", Basis.INFERRED)
    return Found(Status.HAPPENED, trigger.span, "en.status.plain", Basis.INFERRED)


def _judge(sentence: Sentence, trigger: Trigger, text: str, topic: CueTopic) -> _Verdict | None:
    surface = _judge_surface(sentence, trigger, text, topic)
    if not sentence.is_parsed or trigger.head >= len(sentence.tokens):
        return surface
    if surface is not None and (surface.says == Status.DENIED or surface.span.overlaps(trigger.span)):
        return surface
    tree = grow_tree(sentence)
    weak: _Verdict | None = None
    verdicts = _judge_tree(tree, trigger, topic)
    for one in verdicts:
        if one.says == Status.UNCONFIRMED:  # a claim that is denied is denied
            return next((other for other in verdicts if other.says == Status.DENIED and other.rule == "en.status.denied"), one)
        if one.rule in _OPEN and surface is not None and surface.says == Status.UNCONFIRMED:
            return surface  # "it could not be confirmed whether …"
        if one.says != _ATTEMPTED and one.rule != "en.status.any":
            return one
        weak = weak or one
    return surface or weak


def _judge_tree(tree: Tree, trigger: Trigger, topic: CueTopic) -> Iterator[_Verdict]:
    yield from _judge_path(tree, trigger, topic)
    yield from _judge_purpose(tree.tokens[trigger.head], tree, topic)


def _judge_path(tree: Tree, trigger: Trigger, topic: CueTopic) -> Iterator[_Verdict]:
    """Climb from the trigger; each word on the way may be marked, and each next one may govern."""
    node = tree.tokens[trigger.head]
    carries_marks = True
    via_conjunct = told = False
    while True:
        if carries_marks:
            yield from _judge_marks(tree, node, topic, via_conjunct=via_conjunct)
        link, head = node.dep, tree.tokens[node.head]
        if head.index == node.index or (link == "conj" and told and node.lemma in _SAYS):
            return  # "denied that …, and said …": a new statement
        told = link == "ccomp"
        if _is_taken_for_granted(node, head):
            return
        if link == "advcl":
            yield from _judge_condition(tree, node, topic)
            return
        if link in _SUBJECTS:
            if head.lemma == "be":
                yield from _judge_predicate(tree, head, topic)
            light = _is_light(head, tree, topic)
            if light or link == "nsubjpass":
                yield from _judge_governor(tree, head, node, link, topic)
            if not light:
                return
        elif link in _UP:
            if link != "conj":
                yield from _judge_governor(tree, head, node, link, topic)
            via_conjunct = link == "conj" and (node.pos in {"VERB", "AUX"})
            carries_marks = carries_marks and _carries_marks(node, head, link, tree, topic)
        else:
            return
        node = head


def _is_taken_for_granted(node: Token, head: Token) -> bool:
    """Read "because of the raids", "due to the raids", "besieged towns", and "excuses that justify the raids"."""
    if node.dep == "amod" and node.tag == "VBN":
        return True
    is_due_to = head.lemma == "due" and node.lemma == "to"
    return (head.lemma in _PRESUPPOSES and (head.tag == "IN" or is_due_to)) or (node.dep == "dobj" and head.lemma in _JUDGING)


def _judge_predicate(tree: Tree, verb: Token, topic: CueTopic) -> Iterator[_Verdict]:
    """Read what is said of an event as a subject: "a truce is due", "an attack is imminent"."""
    for child in tree.find_children(verb.index, "acomp"):
        for rule in topic.find_by_lemma(child.lemma, "marks"):
            if "amod" in rule.through:
                yield _Verdict(rule.says, child.span, rule.id)


def _carries_marks(node: Token, head: Token, link: str, tree: Tree, topic: CueTopic) -> bool:
    """Say whether what marks the head ("will", "not") also marks what hangs on it by this link."""
    if link == "conj":
        own = tree.find_children(node.index, "aux", "auxpass", "nsubj", "nsubjpass")
        return not own and (node.tag == head.tag if node.pos in {"VERB", "AUX"} else node.pos in {"NOUN", "PROPN"})
    if link in {"xcomp", "compound", "amod", "nmod"}:
        return True
    return link in {"dobj", "attr"} and (_is_light(head, tree, topic) or head.lemma == "be")


def _is_light(verb: Token, tree: Tree, topic: CueTopic) -> bool:
    """Say whether a verb only says that its object or subject takes place."""
    light = topic.get_lemmas("light")
    if verb.lemma in light:
        return True
    beside = [one.lemma for one in tree.find_children(verb.index) if one.dep == "prt" or (one.dep == "dobj" and one.lemma == "place")]
    return any(f"{verb.lemma} {one}" in light for one in beside)


def _judge_marks(tree: Tree, node: Token, topic: CueTopic, *, via_conjunct: bool) -> Iterator[_Verdict]:
    children = [child for child in tree.find_children(node.index) if child.dep in _MARKS]
    if not children:
        yield from _judge_subject(tree, node, topic)
        return
    has_have = any(child.lemma == "have" and child.dep == "aux" for child in children)
    ahead = next((child for child in children if child.tag == "MD" and topic.find_by_lemma(child.lemma, "marks")), None)
    negation = next((child for child in children if child.dep == "neg"), None)
    if ahead is not None and negation is not None and not _is_not_only(tree, negation):
        yield _Verdict(_NO_EVENT, negation.span, "en.status.will-not")
        return
    if ahead is not None and (none := _find_no_object(tree, node)) is not None:
        yield _Verdict(_NO_EVENT, none.span, "en.status.will-not")
        return
    if ahead is not None and ahead.lemma in {"could", "can"} and any(one.dep == "mark" and one.lemma == "before" for one in children):
        yield _Verdict(Status.PREVENTED, ahead.span, "en.status.before-could")
        return
    is_about_author = any(tree.find_children(node.index, "agent")) and _is_light(node, tree, topic)
    for child in sorted(children, key=lambda one: (one.dep != "neg", one.index)):
        if via_conjunct and child.dep not in {"aux", "neg"}:
            continue
        if child.lemma in {"not", "n't", "never"} and _is_not_only(tree, child):
            continue
        perfect = topic.find_by_lemma(f"{child.lemma}+have", "marks") if has_have and child.tag == "MD" else ()
        for rule in perfect or _find_mark_rules(topic, child):
            if not (is_about_author and rule.says == Status.UNCONFIRMED):
                yield _Verdict(rule.says, child.span, rule.id)
    yield from _judge_subject(tree, node, topic)


def _find_no_object(tree: Tree, node: Token) -> Token | None:
    """Return the "no" of "will hand over no captive"."""
    objects = tree.find_children(node.index, "dobj") if node.pos == "VERB" else ()
    return next((one for thing in objects for one in tree.find_children(thing.index, "det") if one.lemma == "no"), None)


def _find_mark_rules(topic: CueTopic, child: Token) -> tuple[CueRule, ...]:
    rules = topic.find_by_lemma(child.lemma, "marks") or topic.find_by_lemma(child.text.lower(), "marks")
    return tuple(rule for rule in rules if not rule.through or child.dep in rule.through)


def _is_not_only(tree: Tree, negation: Token) -> bool:
    following = tree.tokens[negation.index + 1 : negation.index + 2]
    return any(token.lemma in {"only", "just", "merely"} for token in following)


def _judge_subject(tree: Tree, node: Token, topic: CueTopic) -> Iterator[_Verdict]:
    """Read "no plane struck", "neither army fired", "nobody attacked"."""
    if node.pos not in {"VERB", "AUX"}:
        return
    for subject in tree.find_children(node.index, "nsubj", "nsubjpass"):
        words = (subject, *tree.find_children(subject.index, "det", "preconj", "cc", "advmod"))
        for word in words:
            for rule in topic.find_by_lemma(word.lemma, "marks"):
                if "nsubj" in rule.through:
                    yield _Verdict(rule.says, word.span, rule.id)


def _judge_governor(tree: Tree, head: Token, node: Token, link: str, topic: CueTopic) -> Iterator[_Verdict]:
    """Read the word above: "denied that …", "plans to …", "the threat of …"."""
    through = f"prep {node.lemma}" if link == "prep" else link
    if (head.lemma == "have" and head.tag in {"VBD", "VBN"}) or node.lemma in _AUTHORSHIP:
        return  # who had to leave has left; who denies a part in it does not deny it
    if link == "ccomp" and any(one.lemma in _AUTHORSHIP for one in tree.find_children(head.index, "dobj")):
        return  # "Gunmen raided the mill; nobody claimed responsibility"
    if head.lemma in _TURNING_DOWN and node.lemma in _PROPOSALS:
        yield _Verdict(_NO_EVENT, head.span, "en.status.turned-down")
        return
    for rule in topic.find_by_lemma(head.lemma, "governs"):
        if rule.through and through not in rule.through:
            continue
        says, _, unless_own = rule.says.partition(" unless ")
        negated = _is_negated(tree, head) and says not in {Status.DENIED, _NO_EVENT}
        if not negated and not (unless_own and _is_own_act(tree, head, node)):
            yield _Verdict(says, head.span, rule.id)


def _is_negated(tree: Tree, verb: Token) -> bool:
    return any(child.dep == "neg" for child in tree.find_children(verb.index))


def _is_own_act(tree: Tree, verb: Token, node: Token) -> bool:
    """Say whether a speaker tells of its own act: "claimed to have", "claimed that it had", "claimed the attack"."""
    if node.dep in {"xcomp", "dobj"}:
        return True
    subjects = tree.find_children(node.index, "nsubj", "nsubjpass")
    speakers = tree.find_children(verb.index, "nsubj")
    return bool(speakers) and any(one.lemma in _OWN or one.text.lower() in _OWN for one in subjects)


def _judge_condition(tree: Tree, node: Token, topic: CueTopic) -> Iterator[_Verdict]:
    for mark in tree.find_children(node.index, "mark", "advmod"):
        for rule in topic.find_by_lemma(mark.lemma, "governs"):
            if "mark" in rule.through:
                yield _Verdict(rule.says, mark.span, rule.id)


def _judge_purpose(node: Token, tree: Tree, topic: CueTopic) -> Iterator[_Verdict]:
    """Read "fired rockets to kill …": what an act is meant to do has not happened by that."""
    means = node.dep == "xcomp" and bool(tree.find_children(node.head, "dobj")) and _is_light(tree.tokens[node.head], tree, topic)
    if node.tag != "VB" or not (means or node.dep in {"advcl", "acl", "relcl"}):
        return
    for child in tree.find_children(node.index, "aux"):
        if child.lemma == "to":
            yield _Verdict(_NO_EVENT, child.span, "en.status.purpose")


def _is_told_beside(sentence: Sentence, trigger: Trigger, between: str) -> bool:
    """Say whether a finite verb goes on after an "and": "called for a truce and marched"."""
    head = sentence.tokens[trigger.head] if trigger.head < len(sentence.tokens) else None
    return head is not None and head.tag in {"VBD", "VBZ", "VBP"} and head.dep in {"conj", "ROOT"} and " and " in between


def _judge_surface(sentence: Sentence, trigger: Trigger, text: str, topic: CueTopic) -> _Verdict | None:
    """Apply the phrases whose reach is a stretch of the sentence."""
    words = sentence.span.of(text)
    at = trigger.span.start - sentence.span.start
    end = trigger.span.end - sentence.span.start
    for rule, start, stop in topic.find_in(words, "forward", "backward", "both", "sentence"):
        if rule.reach == "both" and start < end and at < stop:
            return _Verdict(rule.says, Span(sentence.span.start + start, sentence.span.start + stop), rule.id)
        between = words[stop:at] if stop <= at else words[end:start] if start >= end else None
        if between is None:
            continue
        on_side = rule.reach in {"both", "sentence"} or (rule.reach == "forward") == (stop <= at)
        stopper = topic.stop_of(rule)
        if rule.reach == "forward" and rule.says == "foreseen" and _is_told_beside(sentence, trigger, between):
            continue
        if on_side and not (rule.reach != "sentence" and stopper is not None and stopper.search(between)):
            return _Verdict(rule.says, Span(sentence.span.start + start, sentence.span.start + stop), rule.id)
    return None
