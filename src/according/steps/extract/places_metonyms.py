"""Say whether a place's name stands for its government: "Damascus denied", "accused Moscow"."""

import re

from according.knowledge.places import Feature, PlaceRow
from according.model.evidence import Span
from according.model.parsed import Sentence
from according.steps.extract.places_guards import find_token_at

_SAYS = (
    r"said|says|saying|den(?:y|ies|ied|ying)|accus\w+|blam\w+|claim\w*|insist\w*|announc\w*|declar\w*|condemn\w*|warn\w*|urg\w+|"
    r"calls? (?:for|on)|called (?:for|on)|reject\w*|agree[ds]?|want\w*|backs?|backed|backing|"
    r"support\w*|vow\w*|threaten\w*|consider\w*|maintain\w*|argu\w+|propos\w+|"
    r"demand\w*|hop(?:es|ed)|believ\w+|mediat\w+|broker\w+|veto\w*|responded|retaliated|admitted|acknowledged|"
    r"confirmed|stated|described|signed|"
    r"pledged|refus\w+|interven\w+"
)
_SPEAKS = re.compile(rf"(?:\s+(?:has|had|have|also|is|was|would|will|itself|again|later|on \w+))*\s+(?:{_SAYS})\b")
_BY = (
    r"backed|supported|brokered|mediated|led|sponsored|funded|accused|condemned|imposed|held responsible|signed|carried out|conducted|"
    r"launched|waged|"
    r"denied|agreed|designated|considered|armed|trained|negotiated"
)
_AGENT = re.compile(
    rf"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|(?:{_BY}) by|according to|pressure on|"
    r"(?:help|support|backing|aid|funding|funds|weapons|arms) from|urged|told|allied with|"
    r"ally|allies|prompt(?:ed|ing|s)|forc(?:ed|ing|es)|push(?:ed|ing|es)|ask(?:ed|ing|s)|press(?:ed|ing|es)|"
    r"loyal to|(?:help|support|backing) of|"
    r"sanctions on|relations with|(?:talks|agreement|deal|tensions|war|conflict) (?:with|between))\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BACKED = re.compile(
    r"[-–](?:backed|led|sponsored|supported|allied|brokered|funded|trained|affiliated|linked|mediated|made|supplied|based)\b", re.IGNORECASE
)
_LOCATED = re.compile(r"\b(?:in|of|from|near|at|for|to)\s+(?:the\s+)?$")
_CLOSINGS = ("by", "to", "on", "of", "from", "with", "between", "told", "ed", "ing", "s", "ally")
_SUBJECTS = frozenset({"nsubj", "agent"})
_CAPITAL = 300_000


def is_metonym(text: str, span: Span, sentence: Sentence, rows: tuple[PlaceRow, ...]) -> bool:
    """Say whether the name acts or speaks, as a government does, where only countries and capitals can."""
    if not rows or not (rows[0].feature is Feature.COUNTRY or rows[0].population >= _CAPITAL):
        return False
    after = text[span.end : min(span.end + 60, sentence.span.end)]
    before = text[max(sentence.span.start, span.start - 40) : span.start]
    if _SPEAKS.match(after) and not _LOCATED.search(before):
        return True
    if _BACKED.match(after) or (_may_close(before) and _AGENT.search(before)):
        return True
    if rows[0].feature is not Feature.COUNTRY:
        return False
    token = find_token_at(sentence, span.start, span.end)
    if token is None:
        return False
    head = sentence.tokens[token.head]
    return (token.dep in _SUBJECTS and head.pos in ("VERB", "AUX")) or (token.dep == "pobj" and head.dep == "agent")


def _may_close(before: str) -> bool:
    """Say whether the last word could be one after which governments stand; after "in" the long pattern need not run."""
    words = [word for word in before.lower().split()[-3:] if word not in ("the", "both")]
    return bool(words) and words[-1].endswith(_CLOSINGS)
