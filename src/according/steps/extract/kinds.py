"""Judge what one claim is about (incident, tally, pattern), and whether it is history told in passing."""

import re
from collections.abc import Sequence
from datetime import date

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.answers import Kind
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence, Token
from according.model.trigger import Strength, Trigger
from according.steps.extract.tree import Tree, find_inside, grow_tree

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*\b|\b(?:thousands?|hundreds?|million|dozens?|scores|tens)\b"
    r"|\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b(?!\s+(?:hour|day|week|month|year)s)",
    re.IGNORECASE,
)
_VAGUE_LARGE = re.compile(r"\b(?:thousands|hundreds|million|millions)\b", re.IGNORECASE)
_MONTH_BEFORE = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s*$", re.IGNORECASE)
_COUNTED = "people|civilians|lives|persons|syrians|iraqis|yemenis|men|women|children|dead|others|killed|deaths"
_LARGE = re.compile(
    r"(?:\b\d{2,3}[,.]?\d{3}|\b\d(?:\.\d+)? ?million|\b(?:hundreds|tens) of thousands|\bquarter of a million|\bhalf a million)"
    rf"(?=(?: of)?(?:\s+[\w'’-]+){{0,2}}?\s+(?:{_COUNTED})\b)",
    re.IGNORECASE,
)
_KINDS = frozenset(kind.value for kind in Kind)
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
_GOES_ON = frozenset({"troop_movement", "displacement", "recruitment", "aid_delivery"})
_TOLD_AS = frozenset("claim report allegation accusation news statement rumour rumor suggestion assertion".split())
_FIGHTS = frozenset({"fight", "battle"})
_OLD_DAYS = 30
_OLD_IN_PASSING_DAYS = 10
_LONG_DAYS = 60
_NEWS_PERIOD = re.compile(r"hours|day|week", re.IGNORECASE)


def judge_kind(sentence: Sentence, trigger: Trigger, text: str, cues: Cues) -> Found[Kind]:
    """Judge whether a trigger's clause tells one event, a total, or something that keeps happening."""
    rule, span = _find_cue(sentence, trigger, text, cues.kinds, _KINDS)
    if rule is not None and span is not None:
        if rule.says != Kind.TALLY or _counts_something(sentence, trigger, text, span):
            return Found(Kind(rule.says), span, rule.id)
        if _is_perfect(sentence, trigger):
            return Found(Kind.PATTERN, span, "en.kinds.since-without-count", Basis.INFERRED)
    if trigger.kind is not None:
        return Found(trigger.kind, trigger.span, trigger.rule)
    if sentence.is_parsed:
        shape = _judge_shape(sentence, trigger, text)
        if shape is not None:
            return shape
    return Found(Kind.INCIDENT, trigger.span, "en.kinds.plain", Basis.INFERRED)


def _find_going_on(sentence: Sentence, trigger: Trigger) -> Token | None:
    """Return the "are" of what people keep doing these days: "are infiltrating the valley"."""
    head = sentence.tokens[trigger.head]
    is_battle = trigger.event_type == "armed_clash" and head.lemma in _FIGHTS
    if not (is_battle or trigger.event_type in _GOES_ON) or trigger.is_nominal or head.tag != "VBG":
        return None
    below = grow_tree(sentence).find_children(head.index, "aux")
    return next((one for one in below if one.lemma == "be" and one.tag in {"VBP", "VBZ"}), None)


def _judge_shape(sentence: Sentence, trigger: Trigger, text: str) -> Found[Kind] | None:
    """Judge by the form of the clause: large counts, "has been battling", "has been hit since …", "launch … frequently"."""
    going = _find_going_on(sentence, trigger)
    if going is not None:
        return Found(Kind.PATTERN, going.span, "en.kinds.present-progressive", Basis.INFERRED)
    perfect = _is_perfect(sentence, trigger)
    if not perfect and trigger.strength is not Strength.HARM:
        return None
    clause = _span_clause(sentence, trigger)
    large = _LARGE.search(text, clause.start, min(len(text), clause.end + 1))
    if large is not None and trigger.strength is Strength.HARM:
        return Found(Kind.TALLY, Span(large.start(), large.end()), "en.kinds.large", Basis.INFERRED)
    if not perfect:
        return None
    tree = grow_tree(sentence)
    verb = _find_verb(tree, trigger)
    vague = _VAGUE_LARGE.search(text, clause.start, clause.end)
    if vague is not None:
        return Found(Kind.TALLY, Span(vague.start(), vague.end()), "en.kinds.perfect-count", Basis.INFERRED)
    marks = (one for one in sentence.tokens if one.lemma == "since" and one.index > trigger.head)
    since = next((one for one in marks if _is_in_clause(sentence, trigger, [one])), None)
    if since is not None:
        counted = _counts_something(sentence, trigger, text, since.span)
        return Found(Kind.TALLY if counted else Kind.PATTERN, since.span, "en.kinds.perfect-since", Basis.INFERRED)
    if verb is not None and verb.tag == "VBG":
        return Found(Kind.PATTERN, verb.span, "en.kinds.perfect-progressive", Basis.INFERRED)
    return None


def _find_verb(tree: Tree, trigger: Trigger) -> Token | None:
    head = tree.tokens[trigger.head]
    return next((one for one in (head, *tree.find_ancestors(head.index)) if one.pos in {"VERB", "AUX"}), None)


def _is_perfect(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the trigger's verb is in the present perfect."""
    if not sentence.is_parsed:
        return False
    tree = grow_tree(sentence)
    verb = _find_verb(tree, trigger)
    return verb is not None and any(one.lemma == "have" and one.tag in {"VBZ", "VBP"} for one in tree.find_children(verb.index, "aux"))


def judge_background(
    sentence: Sentence,
    trigger: Trigger,
    text: str,
    cues: Cues,
    *,
    earliest: date | None = None,
    latest: date | None = None,
    anchor: date | None = None,
    is_lead: bool = False,
    kind: Found[Kind] | None = None,
) -> Found[bool] | None:
    """Say that a claim is history told in passing, or nothing if it is told as news.

    Args:
        earliest: first day that the claim's own date allows.
        latest: last day that the claim's own date allows.
        anchor: day of the report.
        is_lead: the sentence stands in the title or first paragraph, where the news is.
        kind: what `judge_kind` said of it, if that is known already.
    """
    by_date = _judge_age(trigger, earliest, latest, anchor, is_lead=is_lead)
    if by_date is not None:
        return by_date if by_date.value else None
    rule, span = _find_cue(sentence, trigger, text, cues.kinds, frozenset({"background"}))
    if rule is not None and span is not None:
        return Found(True, span, rule.id)
    kind = kind or judge_kind(sentence, trigger, text, cues)
    passing = kind.value is Kind.PATTERN and not is_lead
    if passing or (kind.value is Kind.TALLY and not _NEWS_PERIOD.search(kind.span.of(text)) and not is_lead):
        return Found(True, kind.span, "en.kinds.in-passing", Basis.INFERRED)
    year = _find_old_year(sentence, trigger, text, anchor)
    if year is not None:
        return Found(True, year, "en.kinds.year")
    if is_lead or not sentence.is_parsed:
        return None
    past = _find_pluperfect(sentence, trigger)
    return Found(True, past.span, "en.kinds.pluperfect") if past is not None else None


def _judge_age(trigger: Trigger, earliest: date | None, latest: date | None, anchor: date | None, *, is_lead: bool) -> Found[bool] | None:
    """Judge by the claim's own date: long ago is history, a day or two ago is news, anything else is open."""
    if latest is None or anchor is None:
        return None
    age = (anchor - latest).days
    if age > 2 * _OLD_DAYS or (age > _OLD_IN_PASSING_DAYS and not is_lead):
        return Found(True, trigger.span, "en.kinds.long-ago", Basis.INFERRED)
    if earliest is not None and (latest - earliest).days > _LONG_DAYS and not is_lead:
        return Found(True, trigger.span, "en.kinds.long-period", Basis.INFERRED)
    if earliest is not None and (anchor - earliest).days <= 2:
        return Found(False, trigger.span, "en.kinds.fresh", Basis.INFERRED)
    return None


def _find_cue(
    sentence: Sentence, trigger: Trigger, text: str, topic: CueTopic, wanted: frozenset[str]
) -> tuple[CueRule | None, Span | None]:
    start = sentence.span.start
    for rule, left, right in topic.find_in(sentence.span.of(text), "both", "forward", "backward", "sentence"):
        span = Span(start + left, start + right)
        if rule.says not in wanted:
            continue
        if rule.reach == "sentence" or (_is_near(sentence, span, trigger) and _is_in_reach(rule, span, trigger, text, topic)):
            return rule, span
    if sentence.is_parsed:
        return _find_marked(grow_tree(sentence), trigger, topic, wanted)
    return None, None


def _is_near(sentence: Sentence, span: Span, trigger: Trigger) -> bool:
    if not _is_parted(sentence, span, trigger):
        return True
    return not sentence.is_parsed or _is_in_clause(sentence, trigger, [one for one in sentence.tokens if one.span.overlaps(span)])


def _is_parted(sentence: Sentence, span: Span, trigger: Trigger) -> bool:
    """Say whether another predicate stands between a cue and the trigger."""
    left, right = min(span.end, trigger.span.end), max(span.start, trigger.span.start)
    if not sentence.is_parsed:
        return True
    between = find_inside(sentence.tokens, Span(left, right)) if left < right else ()
    return any(one.pos in {"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"} or one.tag in {"WDT", "WP"} for one in between)


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
    inside = find_inside(tree.tokens, trigger.span)
    for child in [one for token in inside for one in tree.find_children(token.index, "amod", "advmod", "compound", "nmod")]:
        for rule in topic.find_by_lemma(child.lemma, "marks") + topic.find_by_lemma(child.text.lower(), "marks"):
            if rule.says in wanted:
                return rule, child.span
    above = tree.tokens[head.head]
    link = head.dep
    if trigger.span.end <= head.span.start or head.span.end <= trigger.span.start:
        link, above = "dobj", head  # the light verb that carries the noun
    if link in {"pobj", "pcomp"} and above.dep == "prep":  # the tagger may see a verb in "an increase in shelling"
        link, above = f"prep {above.lemma}", tree.tokens[above.head]
    elif link not in {"xcomp", "dobj", "nsubj"} or (link == "dobj" and not _is_present(tree, above)):
        return None, None
    for rule in topic.find_by_lemma(above.lemma, "governs"):
        if rule.says in wanted and link in rule.through:
            return rule, above.span
    return None, None


def _is_present(tree: Tree, verb: Token) -> bool:
    """Say whether a verb stands in the present; a bare form that no auxiliary governs is one that the tagger missed."""
    return verb.tag in {"VBZ", "VBP"} or (verb.tag == "VB" and not tree.find_children(verb.index, "aux"))


def _span_clause(sentence: Sentence, trigger: Trigger) -> Span:
    """Return the trigger's own clause, so that what another clause says does not count for it."""
    if not sentence.is_parsed:
        return sentence.span
    span = grow_tree(sentence).span_of(_list_clause(sentence, trigger))
    return span if span is not None else sentence.span


def _is_in_clause(sentence: Sentence, trigger: Trigger, words: Sequence[Token]) -> bool:
    """Say whether words are of the trigger's clause, or say since when: "a town that has been besieged since 2014" is of the town."""
    own = frozenset(_list_clause(sentence, trigger))
    if any(one.index in own for one in words):
        return True
    marks = [sentence.tokens[one.head] for one in words if one.lemma == "since"]
    return any(verb.dep == "advcl" and verb.head in own for verb in marks)


def _list_clause(sentence: Sentence, trigger: Trigger) -> tuple[int, ...]:
    """Return the indexes of the words of the trigger's own clause; the clauses inside it are left out."""
    tree = grow_tree(sentence)
    index = trigger.head
    path = [tree.tokens[index], *tree.find_ancestors(index)]
    for token in path:
        index = token.index
        if token.dep in {"ROOT", "ccomp", "relcl", "advcl", "acl", "parataxis"} or (token.dep == "conj" and token.pos == "VERB"):
            break
    above = {token.index for token in path}
    below = (one for at in tree.find_subtree(index) for one in tree.find_children(at, "relcl", "advcl", "ccomp", "parataxis"))
    left_out = frozenset([one.index for one in below if one.index not in above])
    return tree.find_subtree(index, left_out)


def _counts_something(sentence: Sentence, trigger: Trigger, text: str, cue: Span) -> bool:
    """Say whether the clause has a number that is no part of the cue or of a date."""
    clause = sentence.span if trigger.strength is Strength.HARM else _span_clause(sentence, trigger)
    return any(
        not cue.overlaps(Span(match.start(), match.end())) and not _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start())
        for match in _NUMBER.finditer(text, clause.start, clause.end)
    )


def _find_old_year(sentence: Sentence, trigger: Trigger, text: str, anchor: date | None) -> Span | None:
    """Return a year in the trigger's clause that lies before the report's own."""
    years = _YEAR.finditer(text, sentence.span.start, sentence.span.end)
    old = [Span(*match.span()) for match in years if anchor is not None and int(match.group()) < anchor.year]
    if not old:
        return None
    clause = _span_clause(sentence, trigger)
    return next((year for year in old if clause.contains(year)), None)


def _find_pluperfect(sentence: Sentence, trigger: Trigger) -> Token | None:
    """Return the "had" of a subordinate or main clause that lies before the story, unless a speaker's report put it there."""
    tree = grow_tree(sentence)
    index = trigger.head
    for token in (tree.tokens[index], *tree.find_ancestors(index)):
        if token.pos in {"VERB", "AUX"}:
            had = next((one for one in tree.find_children(token.index, "aux") if one.text.lower() == "had"), None)
            told = token.dep == "acl" and tree.tokens[token.head].lemma in _TOLD_AS
            reported = told or token.dep == "ccomp" or any(one.dep == "ccomp" for one in tree.find_ancestors(token.index))
            return had if not reported else None
        if token.dep in _SUBORDINATE:
            return None
    return None
