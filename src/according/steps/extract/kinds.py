"""Judge what one claim is about (incident, tally, pattern), and whether it is history told in passing."""

import re
from datetime import date

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.answers import Kind
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence, Token
from according.model.trigger import Strength, Trigger
from according.steps.extract.tree import Tree, grow_tree

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OLD_DAYS = 45
_NUMBER = re.compile(r"\d|\b(?:thousands?|hundreds?|million|dozens?|scores|tens)\b", re.IGNORECASE)
_KINDS = frozenset(kind.value for kind in Kind)
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
_LARGE = re.compile(
    r"\b\d{2,3}[,.]?\d{3}\b|\b\d(?:\.\d+)? ?million\b|\b(?:hundreds|tens) of thousands\b|\bquarter of a million\b|\bhalf a million\b",
    re.IGNORECASE,
)


def judge_kind(sentence: Sentence, trigger: Trigger, text: str, cues: Cues) -> Found[Kind]:
    """Judge whether a trigger's clause tells one event, a total, or something that keeps happening."""
    rule, span = _find_cue(sentence, trigger, text, cues.kinds, _KINDS)
    if rule is not None and span is not None and (rule.says != Kind.TALLY or _has_number(sentence, text)):
        return Found(Kind(rule.says), span, rule.id)
    if trigger.kind is not None:
        return Found(trigger.kind, trigger.span, trigger.rule)
    large = _LARGE.search(sentence.span.of(text)) if trigger.strength is Strength.HARM else None
    if large is not None:
        start = sentence.span.start
        return Found(Kind.TALLY, Span(start + large.start(), start + large.end()), "en.kinds.large", Basis.INFERRED)
    return Found(Kind.INCIDENT, trigger.span, "en.kinds.plain", Basis.INFERRED)


def judge_background(
    sentence: Sentence,
    trigger: Trigger,
    text: str,
    cues: Cues,
    *,
    latest: date | None = None,
    anchor: date | None = None,
    is_lead: bool = False,
) -> Found[bool] | None:
    """Say that a claim is history told in passing, or nothing if it is told as news.

    Args:
        latest: last day that the claim's own date allows.
        anchor: day of the report.
        is_lead: the sentence stands in the title or first paragraph, where the news is.
    """
    if latest is not None and anchor is not None:
        age = (anchor - latest).days
        if age > _OLD_DAYS:
            return Found(True, trigger.span, "en.kinds.long-ago", Basis.INFERRED)
        if age <= 2:
            return None
    rule, span = _find_cue(sentence, trigger, text, cues.kinds, frozenset({"background"}))
    if rule is not None and span is not None:
        return Found(True, span, rule.id)
    year = _find_old_year(sentence, trigger, text, anchor)
    if year is not None:
        return Found(True, year, "en.kinds.year")
    if is_lead or not sentence.is_parsed:
        return None
    past = _find_pluperfect(sentence, trigger)
    return Found(True, past.span, "en.kinds.pluperfect") if past is not None else None


def _find_cue(
    sentence: Sentence, trigger: Trigger, text: str, topic: CueTopic, wanted: frozenset[str]
) -> tuple[CueRule | None, Span | None]:
    start = sentence.span.start
    clause = _span_clause(sentence, trigger)
    for rule, left, right in topic.find_in(sentence.span.of(text), "both", "forward", "backward", "sentence"):
        span = Span(start + left, start + right)
        if rule.says not in wanted:
            continue
        if rule.reach == "sentence" or (clause.contains(span) and _is_in_reach(rule, span, trigger, text, topic)):
            return rule, span
    if sentence.is_parsed:
        return _find_marked(grow_tree(sentence), trigger, topic, wanted)
    return None, None


def _is_in_reach(rule: CueRule, span: Span, trigger: Trigger, text: str, topic: CueTopic) -> bool:
    after = span.end <= trigger.span.start
    if (rule.reach == "forward" and not after) or (rule.reach == "backward" and after):
        return False
    between = text[span.end : trigger.span.start] if after else text[trigger.span.end : span.start]
    stop = topic.stop_of(rule)
    return stop is None or not stop.search(between)


def _find_marked(tree: Tree, trigger: Trigger, topic: CueTopic, wanted: frozenset[str]) -> tuple[CueRule | None, Span | None]:
    """Read the words that hang on the trigger ("daily shelling") and the verb that carries it ("continued to shell")."""
    head = tree.tokens[trigger.head]
    for child in tree.find_children(head.index, "amod", "advmod", "compound", "nmod"):
        for rule in topic.find_by_lemma(child.lemma, "marks") + topic.find_by_lemma(child.text.lower(), "marks"):
            if rule.says in wanted:
                return rule, child.span
    above = tree.tokens[head.head]
    links = {"xcomp", "dobj"} if head.dep != "nsubj" else {"nsubj"}
    if head.dep in links:
        for rule in topic.find_by_lemma(above.lemma, "governs"):
            if rule.says in wanted and head.dep in rule.through:
                return rule, above.span
    return None, None


def _span_clause(sentence: Sentence, trigger: Trigger) -> Span:
    """Return the trigger's own clause, so that what another clause says does not count for it."""
    if not sentence.is_parsed:
        return sentence.span
    tree = grow_tree(sentence)
    index = trigger.head
    for token in (tree.tokens[index], *tree.find_ancestors(index)):
        index = token.index
        if token.dep in {"ROOT", "ccomp", "relcl", "advcl", "acl", "parataxis"} or (token.dep == "conj" and token.pos == "VERB"):
            break
    left_out = frozenset(
        one.index
        for at in tree.find_subtree(index)
        for one in tree.find_children(at, "relcl", "advcl", "ccomp", "parataxis")
        if trigger.head not in tree.find_subtree(one.index)
    )
    span = tree.span_of(tree.find_subtree(index, left_out))
    return span if span is not None else sentence.span


def _has_number(sentence: Sentence, text: str) -> bool:
    return _NUMBER.search(sentence.span.of(text)) is not None


def _find_old_year(sentence: Sentence, trigger: Trigger, text: str, anchor: date | None) -> Span | None:
    """Return a year in the trigger's clause that lies before the report's own."""
    clause = _span_clause(sentence, trigger)
    for match in _YEAR.finditer(text, clause.start, clause.end):
        if anchor is not None and int(match.group()) < anchor.year:
            return Span(match.start(), match.end())
    return None


def _find_pluperfect(sentence: Sentence, trigger: Trigger) -> Token | None:
    """Return the "had" of a subordinate or main clause that lies before the story, unless a speaker's report put it there."""
    tree = grow_tree(sentence)
    index = trigger.head
    for token in (tree.tokens[index], *tree.find_ancestors(index)):
        if token.pos in {"VERB", "AUX"}:
            had = next((one for one in tree.find_children(token.index, "aux") if one.text.lower() == "had"), None)
            reported = token.dep == "ccomp" or any(one.dep == "ccomp" for one in tree.find_ancestors(token.index))
            return had if not reported else None
        if token.dep in _SUBORDINATE:
            return None
    return None
