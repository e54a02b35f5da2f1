"""Read charges that stand in a noun, "allegations by the mayor that …", and deeds that are called somebody's work."""

from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.attribution_sources import span_phrase
from according.steps.extract.responsibility_clauses import Act, Clause, find_saying, find_speaker, is_own, run_on, span_actor

CHARGE = "en.responsibility.charge-noun"
WORK = "en.responsibility.work-of"
_CHARGES = frozenset({"accusation", "allegation", "charge"})
_WORKS = frozenset({"work", "doing", "handiwork"})
_NOUNS = frozenset({"NOUN", "PROPN"})
MARKS = _CHARGES | _WORKS


def read_charge_nouns(clause: Clause) -> list[tuple[Token, str, Act]]:
    """Return the charges of a sentence that are nouns with their teller and doer, each with its noun and rule."""
    found: list[tuple[Token, str, Act]] = []
    for noun in clause.tree.tokens:
        if noun.lemma in _CHARGES and noun.pos == "NOUN":
            found += [(noun, CHARGE, act) for act in _read_told(clause, noun)]
        elif noun.lemma in _WORKS and noun.dep in {"attr", "oprd"}:
            found += [(noun, WORK, act) for act in _read_work(clause, noun)]
    return found


def _read_told(clause: Clause, noun: Token) -> list[Act]:
    """Read "allegations by some channels about the bombing of the mill by the navy"."""
    tree = clause.tree
    tellers = [one for prep in tree.find_children(noun.index, "prep", "agent") if prep.lemma in {"by", "from"}
               for one in tree.find_children(prep.index, "pobj")]  # fmt: skip
    tellers = tellers or [one for one in tree.find_children(noun.index, "poss") if one.pos in _NOUNS]
    doers = _list_doers(clause, noun, tellers[0] if tellers else None)
    if not tellers or not doers or doers[0].index == tellers[0].index:
        return []
    said = run_on(tree, span_phrase(tree, tellers[0]))
    if any(said.contains(one.span) for one in clause.triggers):  # "allegations by villagers about the bombing"
        said = Span(said.start, tellers[0].span.end)
    return [Act(span_phrase(tree, doers[0]), said, stance=Stance.BLAMED)]


def _list_doers(clause: Clause, noun: Token, teller: Token | None) -> list[Token]:
    """Return whom a charge names: behind "by" at the deed, or as who did what the clause below tells."""
    tree = clause.tree
    below = [one for one in tree.find_subtree(noun.index) if teller is None or one > teller.index]
    deeds = [tree.tokens[at] for at in below if any(trigger.span.contains(tree.tokens[at].span) for trigger in clause.triggers)]
    if not deeds:
        return []
    agents = [one for at in below if at > deeds[0].index and tree.tokens[at].lemma == "by" for one in tree.find_children(at, "pobj")]
    subjects = [one for deed in deeds for one in tree.find_children(deed.index, "nsubj") if one.pos in _NOUNS]
    return [one for one in (*agents, *subjects) if not clause.is_act(one)]


def _read_work(clause: Clause, noun: Token) -> list[Act]:
    """Read "the blast was the work of the pirates": said by who says so, or by the outlet."""
    tree = clause.tree
    verb = tree.tokens[noun.head]
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    doer = next(
        (one for of in tree.find_children(noun.index, "prep") if of.lemma == "of" for one in tree.find_children(of.index, "pobj")), None
    )
    negated = any(one.dep == "neg" for one in tree.find_children(verb.index))
    if subject is None or doer is None or doer.pos not in _NOUNS or negated or not (clause.is_act(subject) or subject.pos == "PRON"):
        return []
    saying = find_saying(Clause(tree, clause.sentence, verb, clause.cues, clause.triggers))
    speaker = find_speaker(tree, saying) if saying is not None else None
    by = span_actor(tree, speaker, saying) if speaker is not None and saying is not None else None
    return [Act(span_phrase(tree, doer), by, is_own(tree, doer))]
