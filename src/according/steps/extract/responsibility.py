"""Find speech acts about authorship: who blames whom, who claims an act, who denies it."""

from dataclasses import dataclass

from according.knowledge.cues import CueRule, Cues
from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence, Token
from according.model.report import BlockKind
from according.model.trigger import Trigger
from according.steps.extract.attribution_sources import scan_source_before, span_phrase
from according.steps.extract.tree import Tree, grow_tree

_SELF = "self"  # the speaker is the actor
_OBJECT = "object"  # the actor is the verb's object
_OF = "of"  # the actor is in a phrase with "on", "by", "of"
_ALONE = frozenset({"no", "nobody", "none", "neither"})
_RELATIVE = frozenset({"who", "which", "that"})
_REFLEXIVE = frozenset({"it", "they", "he", "she", "its", "their", "his", "we"})


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """Hold one speech act about authorship.

    Args:
        actor: the words that name who is said to have done it, or not.
        by: the words that name who says so; none if the text does not say.
        cue: the words that show it.
        content: the words that tell what it was, as far as they stand beside the cue.
    """

    actor: Span
    stance: Stance
    by: Span | None
    cue: Span
    rule: str
    sentence: int
    content: Span | None = None


def find_responsibility(parsed: ParsedReport, cues: Cues, triggers: tuple[Trigger, ...] = ()) -> tuple[ResponsibilityMention, ...]:
    """Return every blame, claim and denial of responsibility in the parsed sentences of a report.

    Args:
        triggers: verbs of acts that have an author; a speaker who tells of its own act ("said it had shelled …") claims it.
    """
    found: list[ResponsibilityMention] = []
    for sentence in parsed.sentences:
        if sentence.is_parsed and sentence.block is not BlockKind.BOILERPLATE:
            acts = _read_sentence(sentence, parsed.report.text, cues)
            own = _read_own_acts(sentence, [one for one in triggers if one.sentence == sentence.index], cues)
            found += acts + [one for one in own if not any(one.actor == act.actor for act in acts)]
    return tuple(found)


def _read_own_acts(sentence: Sentence, triggers: list[Trigger], cues: Cues) -> list[ResponsibilityMention]:
    """Read "The group said it had shelled …"."""
    tree = grow_tree(sentence)
    found = []
    for trigger in triggers:
        act = tree.tokens[trigger.head]
        if act.pos != "VERB" or act.dep != "ccomp" or any(one.dep in {"neg", "nsubjpass"} for one in tree.find_children(act.index)):
            continue
        saying = tree.tokens[act.head]
        subjects = tree.find_children(act.index, "nsubj")
        own = any(
            one.lemma in _REFLEXIVE or any(det.text.lower() in _REFLEXIVE for det in tree.find_children(one.index, "poss"))
            for one in subjects
        )
        speaker = _find_speaker(tree, saying)
        if own and speaker is not None and speaker.pos != "PRON" and cues.attribution.find_by_lemma(saying.lemma, "governs"):
            span = _span_actor(tree, speaker, saying)
            deed = tree.span_of(tree.find_subtree(act.index))
            found.append(ResponsibilityMention(span, Stance.CLAIMED, span, saying.span, "en.responsibility.own-act", sentence.index, deed))
    return found


def _read_sentence(sentence: Sentence, text: str, cues: Cues) -> list[ResponsibilityMention]:
    tree = grow_tree(sentence)
    found = []
    words = sentence.span.of(text)
    taken: list[Span] = []
    for rule, start, end in cues.responsibility.find_in(words, "governs"):
        cue = Span(sentence.span.start + start, sentence.span.start + end)
        verb = _find_top(tree, cue)
        if verb is not None and not any(cue.overlaps(other) for other in taken):
            taken.append(cue)
            mention = _read_act(tree, sentence, verb, rule, cue)
            if mention is not None:
                found.append(mention)
    for token in sentence.tokens:
        for rule in cues.responsibility.find_by_lemma(token.lemma, "governs"):
            if token.pos in {"VERB", "AUX"} and not any(token.span.overlaps(other) for other in taken):
                mention = _read_act(tree, sentence, token, rule, token.span)
                if mention is not None:
                    found.append(mention)
                    taken.append(token.span)
    return sorted(found, key=lambda one: (one.cue, one.rule))


def _read_act(tree: Tree, sentence: Sentence, verb: Token, rule: CueRule, cue: Span) -> ResponsibilityMention | None:
    stance, _, where = rule.says.partition(" ")
    speaker = _find_speaker(tree, verb)
    negated = any(child.dep == "neg" for child in tree.find_children(verb.index))
    if negated or (speaker is not None and _is_nobody(tree, speaker)):
        return None
    by = _span_actor(tree, speaker, verb) if speaker is not None else None
    actor = by if where == _SELF else _find_accused(tree, verb, where)
    if actor is None or (where == _SELF and by is None):
        return None
    return ResponsibilityMention(actor, Stance(stance), by, cue, rule.id, sentence.index, _find_deed(tree, verb, cue))


def _span_actor(tree: Tree, head: Token, verb: Token) -> Span:
    """Return a speaker's words, all of the name where the parser cut it short."""
    span = span_phrase(tree, head)
    scanned = scan_source_before(tree.tokens, verb.index, frozenset()) if head.index < verb.index else None
    return scanned if scanned is not None and scanned.contains(span) and scanned.start == span.start else span


def _cut_at_deed(tree: Tree, span: Span) -> Span:
    """Cut "foreign powers of arming the rebels" to who is accused."""
    stop = next((one for one in tree.tokens if span.contains(one.span) and one.lemma == "of" and one.index + 1 < len(tree.tokens)), None)
    deed = stop is not None and (tree.tokens[stop.index + 1].tag == "VBG" or not tree.tokens[stop.index + 1].text[:1].isupper())
    return Span(span.start, tree.tokens[stop.index - 1].span.end) if stop is not None and deed and stop.span.start > span.start else span


def _find_top(tree: Tree, cue: Span) -> Token | None:
    """Return the verb of a phrase, else its topmost word."""
    inside = [token for token in tree.tokens if token.span.overlaps(cue)]
    verbs = [token for token in inside if token.pos in {"VERB", "AUX"}]
    return verbs[0] if verbs else inside[0] if inside else None


def _find_speaker(tree: Tree, verb: Token) -> Token | None:
    index = verb.index
    for _ in range(4):
        token = tree.tokens[index]
        passive = tree.find_children(index, "auxpass")
        if passive and token.index == verb.index:
            bys = [at for at in tree.find_subtree(index) if at > index and tree.tokens[at].lemma == "by"]
            agents = [one for by in bys for one in tree.find_children(by, "pobj")]
            return agents[0] if agents else None
        for subject in tree.find_children(index, "nsubj", "nsubjpass"):
            if subject.lemma in _RELATIVE and token.dep == "relcl":
                return tree.tokens[token.head]
            return subject
        if token.dep in {"acl", "relcl"}:
            return tree.tokens[token.head]
        if token.dep not in {"xcomp", "conj", "advcl", "pcomp", "prep", "aux"} or token.head == index:
            return None
        index = token.head
    return None


def _is_nobody(tree: Tree, speaker: Token) -> bool:
    return speaker.lemma in _ALONE or any(child.lemma in _ALONE for child in tree.find_children(speaker.index, "det", "preconj", "cc"))


def _find_accused(tree: Tree, verb: Token, where: str) -> Span | None:
    passive = tree.find_children(verb.index, "nsubjpass")
    if where == _OBJECT:
        if any(child.lemma == "on" and child.dep == "prep" for child in tree.find_children(verb.index)):
            return None
        for head in passive or tree.find_children(verb.index, "dobj"):
            if head.lemma not in {"responsibility", "attack", "bombing", "incident", "death", "blast", "explosion"}:
                return _cut_at_deed(tree, span_phrase(tree, head))
        if not passive and (
            clause := tree.find_children(verb.index, "ccomp")
        ):  # the parser took "X of doing" or "X responsible" for a clause
            return next((span_phrase(tree, one) for one in tree.find_children(clause[0].index, "nsubj")), None)
    for index in tree.find_subtree(verb.index):
        token = tree.tokens[index]
        if index > verb.index and token.lemma in {"on", "by", "with"} and token.dep in {"prep", "agent"}:
            for head in tree.find_children(index, "pobj"):
                if head.pos in {"PROPN", "NOUN"} and not head.text.endswith("day"):
                    return span_phrase(tree, head)
    return None


def _find_deed(tree: Tree, verb: Token, cue: Span) -> Span | None:
    """Return the words after the cue that hang below the verb: "for the attack on the bus"."""
    after = [index for index in tree.find_subtree(verb.index) if tree.tokens[index].span.start >= cue.end]
    return tree.span_of(after)
