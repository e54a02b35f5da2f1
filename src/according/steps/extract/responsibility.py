"""Find speech acts about authorship: who blames whom, who claims an act, who denies it."""

from dataclasses import dataclass

from according.knowledge.cues import CueRule, Cues
from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import ParsedReport, Sentence, Token
from according.model.records import replace
from according.model.report import BlockKind
from according.model.trigger import Trigger
from according.steps.extract.responsibility_acts import read_act
from according.steps.extract.responsibility_charges import CHARGE, MARKS, read_charge_nouns
from according.steps.extract.responsibility_clauses import Clause, find_speaker, is_first_person, is_own, span_actor
from according.steps.extract.tree import Tree, grow_tree

OWN_ACT = "en.responsibility.own-act"
_DISPUTED = "disputed"
_POINTS_BACK = 2  # a sentence that tells no event speaks of one told at most so many before it
_POINTS_ON = 1
_SAME_ACT = 8  # … or a few more, if it uses the same word for it
_STEM = 5


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """Hold one speech act about authorship.

    Args:
        actor: the words that name who is said to have done it, or not.
        by: the words that name who says so; none if the text does not say.
        cue: the words that show it.
        content: the words that tell what it was, as far as they stand beside the cue.
        is_own: the actor's words point at the speaker ("it", "its men"), or are the speaker's.
        about: number of the sentence that tells the event; its own, or a near one if it tells none.
        tells: the triggers among the words of the content.
    """

    actor: Span
    stance: Stance
    by: Span | None
    cue: Span
    rule: str
    sentence: int
    content: Span | None = None
    is_own: bool = False
    about: int | None = None
    tells: tuple[Span, ...] = ()


def may_tell_authorship(text: str, cues: Cues) -> bool:
    """Say, before any parsing, whether a sentence may blame, claim or deny; cheap, and wrong in favour of reading it."""
    return cues.responsibility.may_hold(text, "stops")


def find_responsibility(parsed: ParsedReport, cues: Cues, triggers: tuple[Trigger, ...] = ()) -> tuple[ResponsibilityMention, ...]:
    """Return every blame, claim and denial of responsibility in the parsed sentences of a report.

    Args:
        triggers: verbs of acts that have an author; a speaker who tells of its own act ("said it had shelled …") claims it.
    """
    found: list[ResponsibilityMention] = []
    told: dict[int, tuple[Trigger, ...]] = {}
    for trigger in triggers:
        told[trigger.sentence] = (*told.get(trigger.sentence, ()), trigger)
    for sentence in parsed.sentences:
        if sentence.is_parsed and sentence.block is not BlockKind.BOILERPLATE:
            here = told.get(sentence.index, ())
            for mention in _read_sentence(sentence, parsed.report.text, cues, here):
                words = [token for token in sentence.tokens if mention.content is not None and mention.content.contains(token.span)]
                found.append(replace(mention, about=_find_about(mention, words, triggers, parsed, cues)))
    return _keep_disputed(found)


def _find_about(
    mention: ResponsibilityMention, words: list[Token], triggers: tuple[Trigger, ...], parsed: ParsedReport, cues: Cues
) -> int | None:
    """Return the sentence of the event that is meant: the one told in the act's own words, else one before, else the next."""
    here = [one for one in triggers if one.sentence == mention.sentence]
    if mention.tells or any(one.span.end <= mention.cue.start for one in here):
        return mention.sentence
    if any(one.tag == "VBG" for one in words) and mention.stance is not Stance.CLAIMED:
        return None  # it names a deed of its own that is no event
    acts = {one.lemma[:_STEM] for one in words if one.lemma in cues.responsibility.get_lemmas("act")}
    text = parsed.report.text
    before = sorted({one.sentence for one in triggers if one.sentence < mention.sentence})
    same = {one.sentence for one in triggers if one.sentence < mention.sentence and acts & _find_stems(one.span.of(text))}
    near = [one for one in before if one >= mention.sentence - (_SAME_ACT if one in same else _POINTS_BACK)]
    named = [one for one in near if one in same]
    if named or near:
        return (named or near)[-1]
    after = [one.sentence for one in triggers if mention.sentence < one.sentence <= mention.sentence + _POINTS_ON]
    return mention.sentence if here else min(after, default=None)


def _find_stems(words: str) -> set[str]:
    return {word[:_STEM] for word in words.lower().split()}


def _read_sentence(sentence: Sentence, text: str, cues: Cues, triggers: tuple[Trigger, ...]) -> list[ResponsibilityMention]:
    tree = grow_tree(sentence)
    found: list[ResponsibilityMention] = []
    taken: list[Span] = []
    for rule, verb, cue in _find_cues(sentence, tree, text, cues):
        if any(cue.overlaps(other) for other in taken):
            continue
        stance, _, where = rule.says.partition(" ")
        acts = read_act(Clause(tree, sentence, verb, cues, triggers), "subject" if where == _DISPUTED else where, stance)
        deed = _find_deed(tree, verb, cue)
        told = tuple(trigger.span for trigger in triggers if deed is not None and deed.contains(trigger.span))
        for act in acts:
            stands = act.stance or Stance(stance)
            found.append(ResponsibilityMention(act.actor, stands, act.by, cue, rule.id, sentence.index, deed, act.is_own, tells=told))
        taken += [cue] if acts else []
    found += _read_nouns(tree, sentence, triggers, cues, found)
    own = [one for one in _read_own_acts(tree, sentence, triggers, cues) if not any(one.by == other.by and other.is_own for other in found)]
    return sorted(found + own, key=lambda one: (one.cue, one.rule, one.actor))


def _read_nouns(
    tree: Tree, sentence: Sentence, triggers: tuple[Trigger, ...], cues: Cues, found: list[ResponsibilityMention]
) -> list[ResponsibilityMention]:
    """Read the charges that stand in a noun and that no verb has told already."""
    if MARKS.isdisjoint([one.lemma for one in tree.tokens]):
        return []
    told: list[ResponsibilityMention] = []
    for noun, rule, act in read_charge_nouns(Clause(tree, sentence, noun_verb(tree), cues, triggers)):
        if any(one.actor == act.actor and one.stance is Stance.BLAMED for one in found):
            continue
        deed = tree.span_of(tree.find_subtree(noun.index if rule == CHARGE else noun.head))
        tells = tuple(trigger.span for trigger in triggers if deed is not None and deed.contains(trigger.span))
        told.append(ResponsibilityMention(act.actor, Stance.BLAMED, act.by, noun.span, rule, sentence.index, deed, act.is_own, tells=tells))
    return told


def noun_verb(tree: Tree) -> Token:
    """Return the verb that a sentence hangs on."""
    return next((one for one in tree.tokens if one.head == one.index), tree.tokens[0])


def _find_cues(sentence: Sentence, tree: Tree, text: str, cues: Cues) -> list[tuple[CueRule, Token, Span]]:
    found = []
    for rule, start, end in cues.responsibility.find_in(sentence.span.of(text), "governs"):
        cue = Span(sentence.span.start + start, sentence.span.start + end)
        verb = _find_top(tree, cue)
        if verb is not None:
            found.append((rule, verb, cue))
    governing = cues.responsibility.get_reached("governs")
    for token in sentence.tokens:
        if token.lemma in governing and token.pos in {"VERB", "AUX"}:
            found += [(rule, token, token.span) for rule in cues.responsibility.find_by_lemma(token.lemma, "governs")]
    return found


def _find_top(tree: Tree, cue: Span) -> Token | None:
    """Return the verb of a phrase, or the one it hangs on."""
    inside = [token for token in tree.tokens if token.span.overlaps(cue)]
    indexes = {token.index for token in inside}
    top = next((token for token in inside if token.head not in indexes or token.head == token.index), None)
    if top is None or (top.pos in {"VERB", "AUX"} and top.dep not in {"aux", "auxpass"}):
        return top
    return next((one for one in tree.find_ancestors(top.index) if one.pos in {"VERB", "AUX"}), None)


def _read_own_acts(tree: Tree, sentence: Sentence, triggers: tuple[Trigger, ...], cues: Cues) -> list[ResponsibilityMention]:
    """Read "The group said it had shelled …", "… said its fighters carried out the raid"."""
    found = []
    for trigger in triggers:
        act = tree.tokens[trigger.head]
        act = tree.tokens[act.head] if act.dep == "dobj" and tree.tokens[act.head].lemma in cues.status.get_lemmas("light") else act
        marks = tree.find_children(act.index)
        if act.pos != "VERB" or act.dep != "ccomp" or any(one.dep in {"neg", "nsubjpass"} or one.tag == "MD" for one in marks):
            continue
        saying = tree.tokens[act.head]
        subject = next((one for one in marks if one.dep == "nsubj" and is_own(tree, one) and not is_first_person(tree, one)), None)
        speaker = find_speaker(tree, saying)
        said = cues.attribution.find_by_lemma(saying.lemma, "governs") and saying.lemma != "deny"
        if subject is not None and speaker is not None and speaker.pos != "PRON" and said:
            by = span_actor(tree, speaker, saying)
            actor = by if subject.pos == "PRON" else span_actor(tree, subject, act)
            deed = tree.span_of(tree.find_subtree(act.index))
            found.append(
                ResponsibilityMention(
                    actor,
                    Stance.CLAIMED,
                    by,
                    saying.span,
                    OWN_ACT,
                    sentence.index,
                    deed,
                    is_own=True,
                    tells=(trigger.span,),
                )
            )
    return found


def _find_deed(tree: Tree, verb: Token, cue: Span) -> Span | None:
    """Return the words after the cue that hang below the verb: "for the attack on the bus"."""
    beside = [one.index for one in tree.find_children(verb.index, "conj") if one.pos in {"VERB", "AUX"} and one.span.start >= cue.end]
    stop = min(beside, default=len(tree.tokens))  # "denied any role and said that …": what is said is no part of it
    after = [index for index in tree.find_subtree(verb.index) if index < stop and tree.tokens[index].span.start >= cue.end]
    return tree.span_of(after)


def _keep_disputed(found: list[ResponsibilityMention]) -> tuple[ResponsibilityMention, ...]:
    """Leave out plain reports of who did it unless somebody near denies it: only then are they blame."""
    denials = [one.sentence for one in found if one.stance is Stance.DENIED]
    plain = "en.responsibility.carry-out"
    return tuple(one for one in found if one.rule != plain or any(0 <= at - one.sentence <= _POINTS_BACK for at in denials))
