"""Find who speaks: the subject of a verb of saying, one that it shares with another verb, or the words right before or after it."""

from according.knowledge.cues import CueTopic
from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.attribution_clauses import GOES_ON, RELATIVE, TAIL_STARTS, Clause, judge_saying
from according.steps.extract.attribution_sources import TIMES, extend_over_name, scan_source_after, scan_source_before, span_phrase
from according.steps.extract.attribution_speakers import judge_speaker_kind
from according.steps.extract.tree import find_inside

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
WATCHERS = frozenset({"correspondent", "reporter", "photographer", "journalist", "cameraman", "crew", "stringer"})


def find_sources(clause: Clause, topic: CueTopic) -> tuple[list[Span], int]:
    """Return the speakers' words, and the index of the last word of verb and speakers together."""
    verb, tokens = clause.verb, clause.tree.tokens
    after = _scan_inverted(clause)
    if after is not None:
        return [after], max(token.index for token in tokens if token.span.end <= after.end)
    subjects = _find_subjects(clause, topic)
    if clause.rule.says == "sees":
        return ([_span_source(clause, one) for one in subjects if one.lemma in WATCHERS and one.index < verb.index], verb.index)
    ran_over = _scan_over_run(clause, subjects)
    if ran_over:
        return ran_over, verb.index
    in_quote = any(quote.contains(subject.span) and not quote.contains(verb.span) for quote in clause.quotes for subject in subjects[:1])
    if subjects and subjects[0].index < verb.index and any(one.text == ":" for one in tokens[subjects[0].index : verb.index]):
        behind = scan_source_before(tokens, verb.index, clause.people)  # "Kutum: families report …"
        return ([behind] if behind is not None else []), verb.index
    if subjects and not in_quote and _is_near(clause, subjects[0]):
        return [_span_source(clause, one) for one in subjects], max(verb.index, *(one.index for one in subjects))
    passive = clause.tree.find_children(verb.index, "auxpass") or (verb.tag == "VBN" and verb.dep == "acl")
    if passive or verb.tag in {"VBG", "VB"}:
        return [], verb.index
    if subjects and not in_quote and not _ends_sentence(clause):
        return [_span_source(clause, one) for one in subjects], verb.index
    before = scan_source_before(tokens, verb.index, clause.people) if _ends_sentence(clause) else None
    return ([_cut_counted(clause, before)] if before is not None else []), verb.index


def _scan_over_run(clause: Clause, subjects: list[Token]) -> list[Span]:
    """Read who speaks right before a closing verb whose subject the parser saw in the words that are said: "… killed ten medics said"."""
    if not subjects or subjects[0].index > clause.verb.index or not _ends_sentence(clause):
        return []
    tokens, verb = clause.tree.tokens, clause.verb
    scanned = scan_source_before(tokens, verb.index, clause.people)
    if scanned is None or scanned.start <= subjects[0].span.start or not _is_speaker(clause, scanned):
        return []
    first = next(one.index for one in tokens if one.span.start >= scanned.start)
    between = tokens[subjects[0].index : first]
    if not any(one.pos == "VERB" or one.text.lower() in TIMES for one in between):
        return []
    joined = scan_source_before(tokens, first - 1, clause.people) if first and tokens[first - 1].lemma == "and" else None
    return [joined, scanned] if joined is not None and _is_speaker(clause, joined) else [scanned]


def _is_speaker(clause: Clause, words: Span) -> bool:
    return judge_speaker_kind(words.of(clause.text), clause.cues) != "unknown"


def _span_source(clause: Clause, head: Token) -> Span:
    """Return a speaker's words; where the parser cut a name short, all of the name."""
    span = extend_over_name(clause.tree.tokens, span_phrase(clause.tree, head, clause.people), clause.people)
    scanned = scan_source_before(clause.tree.tokens, clause.verb.index, clause.people) if head.index < clause.verb.index else None
    span = _cut_counted(clause, span)
    cut_short = scanned is not None and span.start == scanned.start and span.end < scanned.end
    return scanned if cut_short and scanned is not None else span


def _cut_counted(clause: Clause, span: Span) -> Span:
    """Cut whom somebody counted off who speaks: "killing eight volunteers opposition activists said"."""
    inside = find_inside(clause.tree.tokens, span)
    if len(inside) < 3 or inside[0].tag != "CD":
        return span
    counted = next((number for number, token in enumerate(inside[:-1]) if token.tag == "NNS"), None)
    return span if counted is None else Span(inside[counted + 1].span.start, span.end)


def _is_near(clause: Clause, subject: Token) -> bool:
    """Say whether a subject stands where a speaker stands: nothing but its own words and asides between it and the verb."""
    if subject.index > clause.verb.index or not _ends_sentence(clause):
        return True
    own = set(clause.tree.find_subtree(subject.index))
    between = [one for one in clause.tree.tokens[subject.index + 1 : clause.verb.index] if one.index not in own]
    return not any(one.pos in {"NOUN", "PROPN"} and one.text.lower() not in TAIL_STARTS for one in between)


def _ends_sentence(clause: Clause) -> bool:
    following = clause.tree.tokens[clause.verb.index + 1 :]
    if clause.rule.says == "tells":
        return clause.verb.index > 3 and not any(one.pos in {"VERB", "AUX"} for one in following)
    first = next((one for one in following if one.pos != "PUNCT"), None)
    return first is None or (clause.verb.index > 3 and (first.text.lower() in TAIL_STARTS or first.tag == "VBG"))


def _scan_inverted(clause: Clause) -> Span | None:
    """Read "…" said the Observatory, where the parser saw no subject."""
    tokens, verb = clause.tree.tokens, clause.verb
    if (
        verb.index < 3
        or verb.index + 1 >= len(tokens)
        or verb.lemma not in {"say", "add", "report"}
        or verb.tag not in {"VBD", "VBZ", "VBP"}
    ):
        return None
    closing = not any(token.tag in _FINITE for token in tokens[verb.index + 1 :])
    named = any(subject.index == verb.index - 1 for subject in clause.tree.find_children(verb.index, "nsubj"))
    after_quote = tokens[verb.index - 1].text in {'"', "”", "''"} or (closing and not named)
    follows = tokens[verb.index + 1].tag in {"DT", "NNP", "NNPS"}
    return scan_source_after(tokens, verb.index) if after_quote and follows else None


def _find_subjects(clause: Clause, topic: CueTopic) -> list[Token]:
    """Return the heads of the speakers, coordinated ones apart."""
    tree, verb = clause.tree, clause.verb
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    if verb.tag == "VBN" and verb.dep == "acl" and not tree.find_children(verb.index, "aux", "auxpass"):
        return [pobj for agent in tree.find_children(verb.index, "agent") for pobj in tree.find_children(agent.index, "pobj")]
    if subject is None and tree.find_children(verb.index, "nsubjpass", "auxpass"):
        return [pobj for agent in tree.find_children(verb.index, "agent") for pobj in tree.find_children(agent.index, "pobj")]
    if subject is not None and verb.tag == "VBG" and not tree.find_children(verb.index, "aux"):
        subject = None  # "reported the blast saying a car …": the blast does not speak
    if subject is not None and subject.lemma in RELATIVE and verb.dep == "relcl":
        subject = tree.tokens[verb.head]
    if subject is None:
        subject = _inherit_subject(clause, topic)
    if subject is None or not _can_speak(subject) or any(one.lemma == "no" for one in tree.find_children(subject.index, "det")):
        return []
    conjuncts = [one for one in tree.find_children(subject.index, "conj") if one.pos in {"NOUN", "PROPN", "PRON"}]
    return [subject, *conjuncts]


def _inherit_subject(clause: Clause, topic: CueTopic) -> Token | None:
    """Take the subject of the verb above: "said …, adding that …", "condemned the attack, saying …"."""
    index = clause.verb.index
    for _ in range(3):
        token = clause.tree.tokens[index]
        if token.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp"} or token.head == index:
            return None
        above = clause.tree.tokens[token.head]
        if token.dep == "conj" and above.dep == "ccomp" and _follows_joint(clause, token):
            above = clause.tree.tokens[above.head]  # "denied that it was hit and said …"
        says = judge_saying(above, topic) is not None or above.lemma in GOES_ON
        if not says and token.dep == "conj" and _is_next_deed(clause, token, above):
            says = True
        if not says and (token.dep == "conj" or clause.verb.lemma not in {"say", "add", "accuse", "cite"}):
            return None
        index = above.index
        for subject in clause.tree.find_children(index, "nsubj", "nsubjpass"):
            return subject if subject.lemma not in RELATIVE else clause.tree.tokens[clause.tree.tokens[index].head]
    return None


def _is_next_deed(clause: Clause, verb: Token, above: Token) -> bool:
    """Say whether a verb right behind "and" or "but" goes on with the subject of the one before: "gave no toll but said …"."""
    return above.index < verb.index and above.tag in _FINITE | {"VB"} and _follows_joint(clause, verb)


def _follows_joint(clause: Clause, verb: Token) -> bool:
    return verb.tag in _FINITE and clause.tree.tokens[verb.index - 1].lemma in {"and", "but"}


def _can_speak(subject: Token) -> bool:
    if subject.pos not in {"NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "VERB"} or subject.lemma in {
        "what",
        "there",
        "this",
        "i",
        "you",
        "we",
    }:
        return False
    return not (subject.tag in {"VBG", "VBD"} and subject.pos == "VERB")
