"""Read verbs of saying in a parsed sentence: who speaks, through whom, and what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.steps.extract.attribution_sources import TIMES, extend_over_name, scan_source_after, scan_source_before, span_phrase
from according.steps.extract.attribution_speakers import judge_speaker_kind
from according.steps.extract.tree import Tree, grow_tree

_RELATIVE = frozenset({"who", "which", "that"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_UNREAL = frozenset({"not", "n't", "never", "will", "would", "may", "might", "could", "should", "to"})
_NEED_WORDS = frozenset({"respond", "observe", "note", "maintain", "recall", "relate", "detail", "reply"})
_GOES_ON = frozenset({"go", "continue"})
_SILENT = frozenset({"decline", "refuse", "fail", "unable"})
_TAIL_STARTS = frozenset(
    (
        "on in at by via late early earlier yesterday today overnight "
        "monday tuesday wednesday thursday friday saturday sunday after during "
        "from through separately later adding without quoting citing last this to when while as"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Vouching:
    """Hold an act of vouching as its sentence shows it: each chain lists its sources, the innermost first."""

    cue: Span
    verb: str | None
    rule: str
    content: tuple[Span, ...]
    chains: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """Hold what is needed around one verb of saying."""

    tree: Tree
    sentence: Sentence
    verb: Token
    rule: CueRule
    people: frozenset[str]
    quotes: tuple[Span, ...]
    text: str
    cues: Cues


def find_verb_vouchings(sentence: Sentence, text: str, cues: Cues, quotes: tuple[Span, ...] = ()) -> list[Vouching]:
    """Return what each verb of saying in a parsed sentence vouches for."""
    topic = cues.attribution
    governing = topic.get_reached("governs")
    verbs = [token for token in sentence.tokens if token.lemma in governing]
    if not verbs:
        return []
    tree = grow_tree(sentence)
    start = sentence.span.start
    idioms = [
        Span(start + left, start + right) for rule, left, right in topic.find_in(sentence.span.of(text), "ignores") if rule.says == "idiom"
    ]
    found = []
    near = tuple(quote for quote in quotes if quote.overlaps(sentence.span))
    for verb in verbs:
        rules = topic.find_by_lemma(verb.lemma, "governs")
        if rules and _is_verb(tree, verb) and not any(idiom.overlaps(verb.span) for idiom in idioms):
            vouching = _read_clause(_Clause(tree, sentence, verb, rules[0], topic.people, near, text, cues), topic)
            if vouching is not None:
                found.append(vouching)
    return found


def _is_verb(tree: Tree, token: Token) -> bool:
    """Say whether a word is a verb of saying, also where the tagger took "AFP reports." or "went on to state that" for nouns."""
    if token.pos in {"VERB", "AUX"} or token.tag.startswith("VB"):
        return True
    rest = [one for one in tree.tokens[token.index + 1 :] if one.pos != "PUNCT"]
    if token.text in {"reports", "says"} and token.index > 3:
        return not rest and tree.tokens[token.index - 1].pos == "PROPN"
    return token.text == "state" and bool(tree.find_children(token.index, "ccomp")) and tree.tokens[token.index - 1].lemma == "to"


def _read_clause(clause: _Clause, topic: CueTopic) -> Vouching | None:
    if clause.verb.lemma == "call" and not any(one.lemma in {"for", "on"} for one in clause.tree.find_children(clause.verb.index, "prep")):
        return None
    if _is_unreal(clause) or _is_inside_quoting(clause, topic):
        return None
    if clause.rule.says == "quotes":
        return _read_quoting(clause)
    sources, last = _find_sources(clause, topic)
    if not sources:
        return None
    content = _find_content(clause, last, sources[0])
    if not content:
        return None
    inner = _find_cited(clause, topic)
    outer = _find_listeners(clause) if clause.rule.says == "tells" else ()
    chains = tuple((*inner, source, *outer) for source in sources)
    return Vouching(clause.verb.span, clause.verb.lemma, clause.rule.id, content, chains)


def _find_sources(clause: _Clause, topic: CueTopic) -> tuple[list[Span], int]:
    """Return the speakers' words, and the index of the last word of verb and speakers together."""
    verb, tokens = clause.verb, clause.tree.tokens
    after = _scan_inverted(clause)
    if after is not None:
        return [after], max(token.index for token in tokens if token.span.end <= after.end)
    subjects = _find_subjects(clause, topic)
    ran_over = _scan_over_run(clause, subjects)
    if ran_over:
        return ran_over, verb.index
    in_quote = any(quote.contains(subject.span) and not quote.contains(verb.span) for quote in clause.quotes for subject in subjects[:1])
    if subjects and not in_quote and _is_near(clause, subjects[0]):
        return [_span_source(clause, one) for one in subjects], max(verb.index, *(one.index for one in subjects))
    passive = clause.tree.find_children(verb.index, "auxpass")
    if passive or verb.tag in {"VBG", "VB"}:
        return [], verb.index
    if subjects and not in_quote and not _ends_sentence(clause):
        return [_span_source(clause, one) for one in subjects], verb.index
    before = scan_source_before(tokens, verb.index, clause.people) if _ends_sentence(clause) else None
    return ([before] if before is not None else []), verb.index


def _scan_over_run(clause: _Clause, subjects: list[Token]) -> list[Span]:
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


def _is_speaker(clause: _Clause, words: Span) -> bool:
    return judge_speaker_kind(words.of(clause.text), clause.cues) != "unknown"


def _span_source(clause: _Clause, head: Token) -> Span:
    """Return a speaker's words; where the parser cut a name short, all of the name."""
    span = extend_over_name(clause.tree.tokens, span_phrase(clause.tree, head, clause.people), clause.people)
    scanned = scan_source_before(clause.tree.tokens, clause.verb.index, clause.people) if head.index < clause.verb.index else None
    cut_short = scanned is not None and span.start == scanned.start and span.end < scanned.end
    return scanned if cut_short and scanned is not None else span


def _is_near(clause: _Clause, subject: Token) -> bool:
    """Say whether a subject stands where a speaker stands: nothing but its own words and asides between it and the verb."""
    if subject.index > clause.verb.index or not _ends_sentence(clause):
        return True
    own = set(clause.tree.find_subtree(subject.index))
    between = [one for one in clause.tree.tokens[subject.index + 1 : clause.verb.index] if one.index not in own]
    return not any(one.pos in {"NOUN", "PROPN"} and one.text.lower() not in _TAIL_STARTS for one in between)


def _ends_sentence(clause: _Clause) -> bool:
    following = clause.tree.tokens[clause.verb.index + 1 :]
    if clause.rule.says == "tells":
        return clause.verb.index > 3 and not any(one.pos in {"VERB", "AUX"} for one in following)
    first = next((one for one in following if one.pos != "PUNCT"), None)
    return first is None or (clause.verb.index > 3 and (first.text.lower() in _TAIL_STARTS or first.tag == "VBG"))


def _scan_inverted(clause: _Clause) -> Span | None:
    """Read "…" said the Observatory, where the parser saw no subject."""
    tokens, verb = clause.tree.tokens, clause.verb
    if (
        verb.index < 3
        or verb.index + 1 >= len(tokens)
        or verb.lemma not in {"say", "add", "report"}
        or verb.tag not in {"VBD", "VBZ", "VBP"}
    ):
        return None
    closing = not any(token.pos in {"VERB", "AUX"} for token in tokens[verb.index + 1 :])
    named = any(subject.index == verb.index - 1 for subject in clause.tree.find_children(verb.index, "nsubj"))
    after_quote = tokens[verb.index - 1].text in {'"', "”", "''"} or (closing and not named)
    follows = tokens[verb.index + 1].tag in {"DT", "NNP", "NNPS"}
    return scan_source_after(tokens, verb.index) if after_quote and follows else None


def _is_unreal(clause: _Clause) -> bool:
    """Leave out what was not said: "did not say", "declined to say", "would say"."""
    marks = {child.lemma for child in clause.tree.find_children(clause.verb.index, "neg", "aux")}
    above = clause.tree.tokens[clause.verb.head].lemma if clause.verb.dep != "ROOT" else ""
    if marks & _UNREAL - {"to"} or ("to" in marks and clause.verb.dep not in {"xcomp", "ROOT"} and above not in _GOES_ON):
        return True
    return clause.verb.dep == "xcomp" and above in _SILENT


def _is_inside_quoting(clause: _Clause, topic: CueTopic) -> bool:
    """Say whether this is the "saying" of "quoted as saying", which the quoting verb reads."""
    if clause.verb.dep != "pcomp":
        return False
    above = list(clause.tree.find_ancestors(clause.verb.index))[:2]
    return len(above) == 2 and above[0].lemma == "as" and _says(above[1], topic) == "quotes"


def _says(token: Token, topic: CueTopic) -> str | None:
    rules = topic.find_by_lemma(token.lemma, "governs")
    return rules[0].says if rules else None


def _find_subjects(clause: _Clause, topic: CueTopic) -> list[Token]:
    """Return the heads of the speakers, coordinated ones apart."""
    tree, verb = clause.tree, clause.verb
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    if subject is None and tree.find_children(verb.index, "nsubjpass", "auxpass"):
        return [pobj for agent in tree.find_children(verb.index, "agent") for pobj in tree.find_children(agent.index, "pobj")]
    if subject is not None and verb.tag == "VBG" and not tree.find_children(verb.index, "aux"):
        subject = None  # "reported the blast saying a car …": the blast does not speak
    if subject is not None and subject.lemma in _RELATIVE and verb.dep == "relcl":
        subject = tree.tokens[verb.head]
    if subject is None:
        subject = _inherit_subject(clause, topic)
    if subject is None or not _can_speak(subject):
        return []
    conjuncts = [one for one in tree.find_children(subject.index, "conj") if one.pos in {"NOUN", "PROPN", "PRON"}]
    return [subject, *conjuncts]


def _inherit_subject(clause: _Clause, topic: CueTopic) -> Token | None:
    """Take the subject of the verb above: "said …, adding that …", "condemned the attack, saying …"."""
    index = clause.verb.index
    for _ in range(3):
        token = clause.tree.tokens[index]
        if token.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp"} or token.head == index:
            return None
        above = clause.tree.tokens[token.head]
        says = _says(above, topic) is not None or above.lemma in _GOES_ON
        if not says and (token.dep == "conj" or clause.verb.lemma not in {"say", "add", "accuse", "cite"}):
            return None
        index = token.head
        for subject in clause.tree.find_children(index, "nsubj", "nsubjpass"):
            return subject if subject.lemma not in _RELATIVE else clause.tree.tokens[clause.tree.tokens[index].head]
    return None


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


def _find_listeners(clause: _Clause) -> tuple[Span, ...]:
    """Return the outlet that was told, if it is named: it passes the words on."""
    heads = [
        one
        for one in clause.tree.find_children(clause.verb.index, "dobj", "dative")
        if one.pos == "PROPN" or any(part.pos == "PROPN" or part.text.isupper() for part in clause.tree.find_children(one.index))
    ]
    return tuple(span_phrase(clause.tree, head, clause.people) for head in heads[:1])


def _find_cited(clause: _Clause, topic: CueTopic) -> tuple[Span, ...]:
    """Return whom the speaker cites: "reported, citing a source in the ministry"."""
    verb = clause.verb
    near = {verb.index, *(child.index for child in clause.tree.find_children(verb.index))}
    for token in clause.tree.tokens:
        if token.tag == "VBG" and _says(token, topic) == "quotes" and token.head in near and token.index != verb.index:
            heads = clause.tree.find_children(token.index, "dobj")
            scanned = scan_source_after(clause.tree.tokens, token.index, clause.people) if heads else None
            return (scanned,) if scanned is not None else tuple(span_phrase(clause.tree, head, clause.people) for head in heads[:1])
    return ()


def _read_quoting(clause: _Clause) -> Vouching | None:
    """Read "Y quoted X as saying …" and "X was quoted as saying by Y"."""
    tree, verb = clause.tree, clause.verb
    if verb.tag == "VBG" and verb.dep in {"xcomp", "advcl", "acl"}:
        return None
    below = set(tree.find_subtree(verb.index))
    saying = next((tree.tokens[i] for i in sorted(below) if tree.tokens[i].tag == "VBG" and tree.tokens[i].dep == "pcomp"), None)
    passive = tree.find_children(verb.index, "nsubjpass")
    quoters = tree.find_children(verb.index, "nsubj")
    if passive:
        bys = [tree.tokens[i] for i in sorted(below) if i > verb.index and tree.tokens[i].lemma == "by"]
        quoters = tuple(one for by in bys[:1] for one in tree.find_children(by.index, "pobj"))
    quoted = passive or tree.find_children(verb.index, "dobj")
    if not quoted or saying is None:
        return None
    chain = (span_phrase(tree, quoted[0], clause.people), *(span_phrase(tree, one, clause.people) for one in quoters[:1]))
    inner = replace(clause, verb=saying)
    content = tuple(_span_clauses(inner)) or _span_before(clause, chain[0])
    return Vouching(Span(verb.span.start, saying.span.end), verb.lemma, clause.rule.id, content, (chain,)) if content else None


def _find_content(clause: _Clause, last: int, source: Span) -> tuple[Span, ...]:
    verb = clause.verb
    if clause.rule.lemmas and verb.lemma == "deny" and clause.tree.find_children(verb.index, "auxpass"):
        return ()
    spans = [span for span in _span_clauses(clause) if not span.contains(source)]
    if verb.lemma in _NEED_WORDS and not spans and not clause.quotes:
        return ()
    if clause.rule.says in {"reports", "accuses"} and not spans:
        spans = [*_span_objects(clause, source)]
    before = _span_before(clause, source)
    if not any(span.end <= verb.span.start for span in spans):
        if before and (_is_at_end(clause, last) or not spans):
            spans += before
    else:
        spans = [span for span in spans if span.end > verb.span.start] + list(
            before or [span for span in spans if span.end <= verb.span.start]
        )
    if not spans and clause.rule.says != "accuses":
        spans = _span_after(clause)
    return tuple(sorted(set(spans)))


def _span_clauses(clause: _Clause) -> Iterator[Span]:
    """Yield the stretches of the clauses that depend on the verb."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, *_CLAUSES, "xcomp"):
        if child.dep == "xcomp" and clause.rule.says not in {"reports", "accuses"}:
            continue
        span = tree.span_of(tree.find_subtree(child.index))
        if span is None:
            continue
        if span.start >= verb.span.end:
            yield Span(span.start, _end_of_reach(clause, span.end))
        elif span.end <= verb.span.start:
            yield span
        else:
            yield from (part for part in (Span(span.start, verb.span.start), Span(verb.span.end, span.end)) if part.end > part.start)


def _end_of_reach(clause: _Clause, end: int) -> int:
    """Let what the main verb says run on to the end of the sentence, or to where its next predicate begins."""
    tree, verb = clause.tree, clause.verb
    if verb.dep != "ROOT" and not (verb.dep == "conj" and tree.tokens[verb.head].dep == "ROOT"):
        return end
    nexts = [child for child in tree.find_children(verb.index, "conj", "cc") if child.span.start >= end]
    return min((child.span.start for child in nexts), default=clause.sentence.span.end)


def _span_objects(clause: _Clause, source: Span) -> Iterator[Span]:
    """Yield what is reported as a noun: "reported the blast", "accused the army of shelling"."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, "dobj", "prep", "dative"):
        wanted = child.dep == "dobj" or clause.rule.says == "accuses"
        if child.index > verb.index and not source.overlaps(child.span) and wanted:
            span = tree.span_of(tree.find_subtree(child.index))
            if span is not None:
                yield span


def _span_before(clause: _Clause, source: Span) -> tuple[Span, ...]:
    """Return the words before the speaker and the verb, if they can be a statement."""
    limit = min(source.start, clause.verb.span.start)
    tokens = [token for token in clause.tree.tokens if token.span.end <= limit]
    if sum(token.pos in {"VERB", "AUX"} for token in tokens) == 0 or len(tokens) < 3:
        return ()
    return (Span(clause.sentence.span.start, tokens[-1].span.end),)


def _is_at_end(clause: _Clause, last: int) -> bool:
    """Say whether nothing that could be said follows the verb and its speaker."""
    rest = [token for token in clause.tree.tokens[last + 1 :] if token.pos != "PUNCT"]
    if clause.rule.says == "tells":
        rest = [token for token in rest if token.dep not in {"dobj", "dative"}]
    if not rest:
        return True
    tail = rest[0].text.lower() in _TAIL_STARTS or rest[0].tag == "VBG" or rest[0].dep == "appos"
    return tail and not any(token.dep == "ccomp" and token.head == clause.verb.index for token in rest)


def _span_after(clause: _Clause) -> list[Span]:
    """Return the words after the verb where the parser saw no clause but there is one."""
    rest = [token for token in clause.tree.tokens[clause.verb.index + 1 :] if token.pos != "PUNCT"]
    that = next(
        (number for number, token in enumerate(rest[:12]) if token.text.lower() == "that" and token.tag in {"IN", "WDT", "DT"}), None
    )
    if clause.rule.says == "tells" and that is None:
        return []
    rest = rest[that + 1 :] if that is not None else rest
    if len(rest) < 4 or not any(token.pos in {"VERB", "AUX"} for token in rest):
        return []
    return [Span(rest[0].span.start, clause.sentence.span.end)]
