"""Find who does what a verb says, and to whom a passive one is done."""

from according.model.parsed import Sentence, Token
from according.steps.extract.phrases import Phrase, find_ancestors, find_children, read_phrases

_CONTROLLING = frozenset(
    "force order urge ask tell allow help lead request instruct direct command enable prompt persuade call want push compel invite "
    "encourage train permit authorise authorize arm send".split()
)  # "X ordered Y to do it": Y does it
_ACCUSING = frozenset(
    "accuse suspect blame charge convict condemn criticise criticize denounce acquit absolve".split()
)  # "X accused Y of it"
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
    "december day night morning afternoon evening weekend date eve".split()
)  # "a strike on Monday" hits nobody
_RESULTS = frozenset("kill wound injure leave destroy claim cause damage maim".split())
_WHERE = frozenset({"by", "in", "near", "on", "at", "outside", "inside", "around"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_BACKING = frozenset("back support assist join accompany aid reinforce help".split())

_FIRED = frozenset("fire launch shoot plant lay drop throw hurl lob set detonate leave".split())


def find_prepositional(sentence: Sentence, head: Token, prepositions: frozenset[str] | set[str], rule: str) -> list[Phrase]:
    """Return the phrases after some prepositions that hang on a word."""
    found: list[Phrase] = []
    tokens = sentence.tokens
    for below in sentence.children[head.index]:
        preposition = tokens[below]
        if preposition.lemma in prepositions and preposition.dep in _PREPOSITIONS:
            for child in find_children(sentence, below, "pobj"):
                if child.text.lower() not in _DAYS:
                    found += read_phrases(sentence, child, rule)
    return found


def find_subjects(sentence: Sentence, verb: Token, depth: int = 0) -> list[Phrase]:
    """Return who does what a verb says, also where the subject stands at a verb above it."""
    own = find_children(sentence, verb.index, "nsubj", "csubj")
    if not own and (top := _find_misread(sentence, verb)) is not None:
        own = [top]
    if own:
        own = [_skip_label(sentence, child) for child in own]
        own = [*(one for child in own if child.dep == "csubj" for one in find_children(sentence, child.index, "nsubj")), *own]
        found = [phrase for subject in own for phrase in _read_subject(sentence, verb, subject)]
        return found + [one for subject in own for one in _find_backers(sentence, subject)]
    if depth > 4:
        return []
    above = sentence.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG" and verb.lemma in _RESULTS and (main := _find_main(sentence, above)) is not None:
        return find_subjects(sentence, main, depth + 1)
    if verb.dep in {"relcl", "acl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
        return read_phrases(sentence, above, "en.roles.modified-noun") if verb.tag != "VBN" else []
    if verb.dep == "pcomp":
        return _find_of_pcomp(sentence, verb, above, depth)
    if verb.dep in {"conj", "xcomp", "advcl", "ccomp"} and verb.head != verb.index:
        return _find_above(sentence, verb, above, depth)
    return []


def _skip_label(sentence: Sentence, subject: Token) -> Token:
    """Return the subject behind the heading of a list's entry: "Kalay: fighters of X stormed a post"."""
    tokens = sentence.tokens
    if subject.index + 1 >= len(tokens) or tokens[subject.index + 1].text != ":":
        return subject
    return next((one for one in find_children(sentence, subject.index, "appos") if one.index > subject.index), subject)


def _find_misread(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of a main verb that the parser took for a participle: "soldiers accompanied by mercenaries shot two men"."""
    if verb.dep != "acl" or verb.tag != "VBN" or not find_children(sentence, verb.index, "dobj"):
        return None
    top = sentence.tokens[verb.head]
    while top.dep in {"pobj", "agent", "acl", "conj"} and sentence.tokens[top.head].index < top.index:
        top = sentence.tokens[top.head]
    return top if top.pos in {"NOUN", "PROPN"} and top.index != verb.head else None


def _find_main(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb whose result a participle tells that the parser hung on the noun before it: "hit a village held by X killing ten"."""
    preposition = sentence.tokens[noun.head]
    verb = sentence.tokens[preposition.head]
    if noun.dep != "pobj" or (preposition.dep == "agent") != (verb.dep in {"acl", "relcl"}) or preposition.lemma not in _WHERE:
        return None
    above = (one for one in find_ancestors(sentence, noun.index) if one.pos == "VERB" and one.dep not in {"acl", "relcl"})
    return next(above, None)


def _find_of_pcomp(sentence: Sentence, verb: Token, preposition: Token, depth: int) -> list[Phrase]:
    """Read "accused Y of shelling Z" and "X answered by shelling Z"."""
    top = sentence.tokens[preposition.head]
    if top.pos not in {"VERB", "AUX"}:
        return find_owners(sentence, top) if top.index != verb.index and top.pos in {"NOUN", "PROPN"} else []
    if top.lemma in _ACCUSING and preposition.lemma in {"of", "for", "with"}:
        accused = find_children(sentence, top.index, "dobj")
        if accused:
            return read_phrases(sentence, accused[0], "en.roles.object-control")
        if is_passive(sentence, top):
            return find_patients(sentence, top)
    if is_passive(sentence, top) and preposition.lemma != "by":
        return find_agents(sentence, top)
    return find_subjects(sentence, top, depth + 1)


def _find_above(sentence: Sentence, verb: Token, top: Token, depth: int) -> list[Phrase]:
    if top.pos == "ADJ" and top.dep == "acomp" and verb.dep == "xcomp":
        top = sentence.tokens[top.head]  # "were able to storm the post"
    if top.pos not in {"VERB", "AUX"}:
        return find_owners(sentence, top) if top.index != verb.index and top.pos in {"NOUN", "PROPN"} else []
    is_under_passive = is_passive(sentence, top)
    if verb.dep == "xcomp":
        controlled = find_children(sentence, top.index, "dobj")
        if controlled and top.lemma in _CONTROLLING:
            return read_phrases(sentence, controlled[0], "en.roles.object-control")
        if is_under_passive:
            return (find_agents(sentence, top) if top.lemma == "use" else []) or find_patients(sentence, top)
    if is_under_passive and verb.dep in {"advcl", "conj"} and not is_passive(sentence, verb):
        return find_agents(sentence, top) or (find_patients(sentence, top) if verb.dep == "conj" else [])
    return find_subjects(sentence, top, depth + 1)


def find_owners(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Read "X's attempt to seize Y" and "an operation by X to seize Y"."""
    by = find_prepositional(sentence, noun, {"by"}, "en.roles.by")
    return by or [
        one for owner in find_children(sentence, noun.index, "poss") for one in read_phrases(sentence, owner, "en.roles.modifier")
    ]


def _find_backers(sentence: Sentence, subject: Token) -> list[Phrase]:
    """Read who took part in "the army, backed by a militia, took the town"."""
    backing = (one for one in find_children(sentence, subject.index, "acl") if one.tag == "VBN" and one.lemma in _BACKING)
    return [phrase for one in backing for phrase in find_agents(sentence, one, "en.roles.backed-by")]


def _read_subject(sentence: Sentence, verb: Token, subject: Token) -> list[Phrase]:
    if subject.tag in {"WDT", "WP"} or (subject.lemma in {"that", "which", "who"} and verb.dep == "relcl"):
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative") if verb.dep == "relcl" else []
    return read_phrases(sentence, subject, "en.roles.subject")


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb stands in the passive, also as a participle or second of two verbs."""
    signs = find_children(sentence, verb.index, "nsubjpass", "auxpass", "agent", "csubjpass")
    if any(one.text != "IS" for one in signs):  # the parser takes the name of the group for a verb
        return True
    if verb.tag != "VBN" or _find_misread(sentence, verb) is not None:
        return False
    if verb.dep in {"acl", "amod"}:
        return True
    return (
        verb.dep == "conj"
        and verb.head != verb.index
        and is_passive(sentence, sentence.tokens[verb.head])
        and not find_children(sentence, verb.index, "nsubj", "dobj")
    )


def find_patients(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Return to whom a passive verb is done."""
    own = find_children(sentence, verb.index, "nsubjpass")
    if own and own[0].tag in {"WDT", "WP"} and verb.dep == "relcl":
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative-passive")
    if own:
        return read_phrases(sentence, own[0], "en.roles.passive-subject")
    if verb.dep in {"acl", "amod", "relcl"}:
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.participle")
    if verb.dep == "xcomp":  # "they are believed to have been killed"
        top = sentence.tokens[verb.head]
        subjects = find_children(sentence, top.index, "nsubjpass", "nsubj")
        return [
            phrase for one in subjects if one.tag not in {"WDT", "WP"} for phrase in read_phrases(sentence, one, "en.roles.passive-subject")
        ]
    if verb.dep == "conj" and verb.head != verb.index:
        return find_patients(sentence, sentence.tokens[verb.head])
    return []


def find_agents(sentence: Sentence, verb: Token, rule: str = "en.roles.agent") -> list[Phrase]:
    """Return by whom a passive verb is done."""
    found = []
    for agent in find_children(sentence, verb.index, "agent", "prep"):
        if agent.dep == "agent" or agent.lemma == "by":
            for child in find_children(sentence, agent.index, "pobj"):
                found += _find_firing(sentence, child, rule) or read_phrases(sentence, child, rule)
    return found


def _find_firing(sentence: Sentence, thing: Token, rule: str) -> list[Phrase]:
    """Return who fired or laid what harmed: "wounded by shots fired by gunmen"."""
    verbs = [one for one in find_children(sentence, thing.index, "acl") if one.tag == "VBN" and one.lemma in _FIRED]
    return [phrase for verb in verbs for phrase in find_agents(sentence, verb, rule)]
