"""Answer whom "the group", "they", "its fighters" or "the army" mean: an actor named before in the report."""

import re
from typing import Final

from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport, Sentence
from according.steps.extract.actors_mentions import ActorMention

_PRONOUNS: Final = "they them it he him she her who themselves itself himself those these its their his both"
_PRONOUN: Final = re.compile(rf"^(?:{_PRONOUNS.replace(' ', '|')})$", re.IGNORECASE)
_PLURAL: Final = re.compile(r"^(?:they|them|themselves|their|those|these|both)\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"^(?:he|him|she|her|himself|his)\b", re.IGNORECASE)
_DEFINITE: Final = re.compile(
    r"^(?:the|this|that|these|those|its|their|his|her|said|such)\b(?:[\s-]+[\w’'-]+){0,4}?\s+(?:group|groups|organi[sz]ation|movement|faction|factions|militia|"
    r"militants?|fighters|insurgents|rebels|terrorists|jihadists|extremists|members|commander|commanders|leader|leaders|forces|force|troops|"
    r"army|side|sides|party|coalition|alliance|cell|unit|battalion|brigade|positions|ranks|spokesman|elements|operatives|attackers|gunmen|"
    r"network|outfit|hardliners|faction|command|headquarters|bases)\b",
    re.IGNORECASE,
)
_KINDS: Final = {
    "army": {"state"},
    "troops": {"state"},
    "coalition": {"international"},
    "group": {"rebel", "militia", "gang", "communal", "other"},
    "organisation": {"rebel", "militia", "gang", "other", "international", "party"},
    "organization": {"rebel", "militia", "gang", "other", "international", "party"},
    "movement": {"rebel", "militia", "party"},
    "militia": {"militia", "rebel", "communal"},
    "faction": {"rebel", "militia"},
    "terrorist": {"rebel", "militia", "other"},
    "terrorists": {"rebel", "militia", "other"},
    "militants": {"rebel", "militia", "other"},
    "jihadists": {"rebel"},
    "rebels": {"rebel"},
    "insurgents": {"rebel"},
    "extremists": {"rebel"},
}
_ARMED: Final = frozenset("rebel militia state gang communal international police other civilians party company".split())
_REACH: Final = 3  # sentences back


def is_reference(phrase: Span, head: Span, text: str) -> bool:
    """Say whether a phrase points at somebody named before."""
    words = phrase.of(text)
    return bool(_PRONOUN.match(head.of(text)) or _DEFINITE.match(words))


def resolve_reference(phrase: Span, sentence: Sentence, parsed: ParsedReport, mentions: tuple[ActorMention, ...]) -> Answer[Actor]:
    """Return the actor that a pronoun or a definite description points at, or the candidates where the text leaves it open."""
    text = parsed.report.text
    words = phrase.of(text)
    if not _DEFINITE.match(words) and not any(_PRONOUN.match(word) for word in words.split()[:1] + words.split()[-1:]):
        return Unresolved(Reason.NOT_MENTIONED, phrase)
    wanted = _read_kinds(words)
    ranked: dict[str, tuple[float, ActorMention]] = {}
    for mention in mentions:
        if mention.span.end > phrase.start or not isinstance(mention.answer, Found):
            continue
        score = _score(mention, phrase, sentence, parsed, wanted, words)
        if score is None:
            continue
        name = mention.answer.value.name
        if name not in ranked or score > ranked[name][0]:
            ranked[name] = (score, mention)
    if not ranked:
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase)
    order = sorted(ranked.items(), key=lambda item: (-item[1][0], item[0]))
    best_score, best = order[0][1]
    if len(order) > 1 and best_score - order[1][1][0] < 0.5:
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase, tuple(name for name, _ in order[:3]))
    assert isinstance(best.answer, Found)
    return Found(best.answer.value, phrase, "en.references.nearest-actor", Basis.INHERITED)


def _read_kinds(words: str) -> frozenset[str]:
    last = [word for word in re.findall(r"[\w-]+", words.lower()) if word in _KINDS]
    return frozenset(_KINDS[last[-1]]) if last else _ARMED


def _score(
    mention: ActorMention, phrase: Span, sentence: Sentence, parsed: ParsedReport, wanted: frozenset[str], words: str
) -> float | None:
    """Weigh a mention before the phrase: nearness, whether it is a subject, whether it is a name; None where it cannot be meant."""
    assert isinstance(mention.answer, Found)
    if mention.form in {"demonym", "capital", "country"} or mention.answer.value.kind not in wanted:
        return None
    if mention.is_generic and not _PRONOUN.match(words):
        return None
    if _PERSON.match(words) and mention.answer.value.kind == "civilians":
        return None
    home = _find_sentence(parsed, mention.span)
    if home is None or sentence.index - home.index > _REACH:
        return None
    score = 6.0 - 1.5 * (sentence.index - home.index)
    score += 1.0 if _is_subject(home, mention.span) else 0.0
    score += 0.5 if home.paragraph == sentence.paragraph else 0.0
    score += 0.5 if not mention.is_generic else 0.0
    score -= 0.6 if mention.is_generic and _PLURAL.match(words) and mention.answer.value.kind == "state" else 0.0
    score += 0.002 * max(0, 250 - (phrase.start - mention.span.end))
    return score


def _find_sentence(parsed: ParsedReport, span: Span) -> Sentence | None:
    return next((one for one in parsed.sentences if one.span.contains(span)), None)


def _is_subject(sentence: Sentence, span: Span) -> bool:
    if sentence.is_parsed:
        return any(token.span.overlaps(span) and token.dep in {"nsubj", "nsubjpass", "agent"} for token in sentence.tokens)
    return span.start - sentence.span.start < 25


def resolve_pronoun_name(phrase: Span, sentence: Sentence, mentions: tuple[ActorMention, ...]) -> str | None:
    """Return the name that "it" or "them" most likely repeats: the first name of the nearest text before."""
    before = [one for one in mentions if one.span.end <= phrase.start and one.is_name and isinstance(one.answer, Found)]
    if not before:
        return None
    own = [one for one in before if one.span.start >= sentence.span.start]
    reach = [one for one in before if phrase.start - one.span.end < 400]
    chosen = own[-1:] or _first_of_block(reach)
    answer = chosen[0].answer if chosen else None
    return answer.value.name if isinstance(answer, Found) else None


def _first_of_block(mentions: list[ActorMention]) -> list[ActorMention]:
    """Return the mention that opens the run of names before the phrase; it is the likeliest topic."""
    return mentions[:1]
