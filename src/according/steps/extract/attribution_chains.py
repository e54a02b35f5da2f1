"""Find through whom words come: the outlet that was told, the source that a speaker cites, and who quoted whom."""

from according.knowledge.cues import CueTopic
from according.model.evidence import Span
from according.model.records import replace
from according.steps.extract.attribution_clauses import Clause, Vouching, judge_saying
from according.steps.extract.attribution_content import span_before, span_clauses
from according.steps.extract.attribution_sources import scan_source_after, span_phrase
from according.steps.extract.attribution_speakers import judge_speaker_kind


def find_listeners(clause: Clause) -> tuple[Span, ...]:
    """Return the outlet that was told, if it is named: it passes the words on."""
    heads = [
        one
        for one in clause.tree.find_children(clause.verb.index, "dobj", "dative")
        if one.pos == "PROPN" or any(part.pos == "PROPN" or part.text.isupper() for part in clause.tree.find_children(one.index))
    ]
    return tuple(span_phrase(clause.tree, head, clause.people) for head in heads[:1])


def find_hearers(clause: Clause) -> tuple[Span, ...]:
    """Return the outlet to which something was said: "confirmed to AFP", "wrote in a message to the BBC"."""
    tree = clause.tree
    preps = list(tree.find_children(clause.verb.index, "prep", "dative"))
    preps += [one for prep in preps for noun in tree.find_children(prep.index, "pobj") for one in tree.find_children(noun.index, "prep")]
    for prep in preps:
        if prep.lemma not in {"to", "with"}:
            continue
        for head in tree.find_children(prep.index, "pobj"):
            words = span_phrase(tree, head, clause.people)
            if head.pos == "PROPN" and judge_speaker_kind(words.of(clause.text), clause.cues) == "other media":
                return (words,)
    return ()


def find_relay(clause: Clause, source: Span) -> tuple[Span, ...]:
    """Return who quotes a speaker: "the general staff, quoted by the agency, said"."""
    tree, between = clause.tree, clause.text[source.end : clause.verb.span.start]
    if "quoted by" not in between and "cited by" not in between:
        return ()
    for token in tree.tokens:
        if token.span.start >= source.end and token.index < clause.verb.index and token.tag == "VBN" and token.lemma in {"quote", "cite"}:
            scanned = scan_source_after(tree.tokens, token.index + 1) if tree.tokens[token.index + 1].lemma == "by" else None
            return (scanned,) if scanned is not None else ()
    return ()


def find_cited(clause: Clause, topic: CueTopic) -> tuple[Span, ...]:
    """Return whom the speaker cites: "reported, citing a source in the ministry"."""
    verb = clause.verb
    near = {verb.index, *(child.index for child in clause.tree.find_children(verb.index))}
    for token in clause.tree.tokens:
        if token.tag == "VBG" and judge_saying(token, topic) == "quotes" and token.head in near and token.index != verb.index:
            heads = clause.tree.find_children(token.index, "dobj")
            scanned = scan_source_after(clause.tree.tokens, token.index, clause.people) if heads else None
            return (scanned,) if scanned is not None else tuple(span_phrase(clause.tree, head, clause.people) for head in heads[:1])
    return ()


def read_quoting(clause: Clause) -> Vouching | None:
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
    said_by = span_phrase(tree, quoted[0], clause.people)
    scanned = None if passive else scan_source_after(tree.tokens, verb.index, clause.people)
    if scanned is not None and scanned.start == said_by.start:
        said_by = max(said_by, scanned, key=lambda one: one.end)  # "a source at the ministry", where the parser takes "at" for the verb's
    chain = (said_by, *(span_phrase(tree, one, clause.people) for one in quoters[:1]))
    inner = replace(clause, verb=saying)
    content = tuple(span_clauses(inner)) or span_before(clause, chain[0])
    return Vouching(Span(verb.span.start, saying.span.end), verb.lemma, clause.rule.id, content, (chain,)) if content else None
