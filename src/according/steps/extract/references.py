"""Answer whom "the group", "they", "its fighters" or "the army" mean: an actor named before in the report."""

import re
from bisect import bisect_right
from typing import Final

from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved, get_start
from according.model.parsed import ParsedReport, Sentence, Token
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.tree import find_over

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
_PRONOUN_WORDS: Final = frozenset(_PRONOUNS.split())
_DEFINITE_STARTS: Final = frozenset({"the", "thi", "tha", "tho", "its", "his", "her", "sai", "suc"})  # how the words above begin
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
_GROUP_WORD: Final = "en.generic.armed-group"  # "the group" points at a name itself
_ARMED: Final = frozenset("rebel militia state gang communal international police other civilians party company".split())
_REACH: Final = 3  # sentences back
_HAPPENINGS: Final = frozenset(
    "war conflict violence blast explosion attack strike fighting battle clash crisis uprising revolt siege offensive operation campaign "
    "raid bomb bombing bombardment shelling assault incident massacre earthquake outbreak unrest truce ceasefire".split()
)
_FLIES: Final = re.compile(r"\b(?:air|aerospace) forces?\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\b\d+(?:st|nd|rd|th)\b|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b")
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent"})
_SAME_PHRASE: Final = frozenset({"compound", "amod", "nmod"})
_ONE_PERSON: Final = frozenset({"he", "she", "him", "himself", "herself"})
_MEMBERS: Final = frozenset(
    """soldier officer policeman policewoman fighter rebel militant insurgent gunman militiaman guard pilot commander leader member
    terrorist jihadist extremist operative guerrilla deserter recruit conscript mercenary bomber attacker assailant lieutenant captain
    colonel general brigadier major sergeant chief president minister governor mayor emir official peacekeeper serviceman deputy
    head warlord""".split()
)
_GROUP_NOUN: Final = re.compile(
    r"^(?:movement|group|organi[sz]ation|militia|faction|party|network|outfit|coalition|alliance)$", re.IGNORECASE
)


def is_reference(phrase: Span, head: Span, text: str) -> bool:
    """Say whether a phrase points at somebody named before."""
    if text[head.start : head.end].lower() in _PRONOUN_WORDS:
        return True
    is_open = text[phrase.start : phrase.start + 3].lower() in _DEFINITE_STARTS
    if not is_open or _DEFINITE.match(text[phrase.start : phrase.end]) is None:
        return False
    return not text[head.start].isupper() or _NUMBERED.search(text, phrase.start, head.start) is None  # "the 47th Brigade" is a name


def is_group_noun(word: str) -> bool:
    """Say whether a word for a group may have the group's name behind it."""
    return bool(_GROUP_NOUN.match(word))


def find_apposed(head: Span, text: str, mentions: tuple[ActorMention, ...]) -> ActorMention | None:
    """Return the name right behind a word for a group: "the Shiite movement Hezbollah"."""
    if not _GROUP_NOUN.match(head.of(text)):
        return None
    named = (one for one in mentions if one.is_name and one.span.start > head.end and isinstance(one.answer, Found))
    return next((one for one in named if not text[head.end : one.span.start].strip(" ,\"“‘'")), None)


def resolve_reference(phrase: Span, sentence: Sentence, parsed: ParsedReport, mentions: tuple[ActorMention, ...]) -> Answer[Actor]:
    """Return the actor that a pronoun or a definite description points at, or the candidates where the text leaves it open."""
    text = parsed.report.text
    words = phrase.of(text)
    if not _DEFINITE.match(words) and not any(_PRONOUN.match(word) for word in words.split()[:1] + words.split()[-1:]):
        return Unresolved(Reason.NOT_MENTIONED, phrase)
    if apposed := _find_apposed_at(phrase, text, mentions):
        return apposed
    wanted = _read_kinds(words)
    ranked: dict[str, tuple[float, ActorMention]] = {}
    named = {one.span.end for one in mentions if not one.is_generic}
    for mention in mentions:
        if mention.span.end > phrase.start or not isinstance(mention.answer, Found):
            continue
        if mention.is_generic and mention.span.start - 1 in named:
            continue  # "ADF fighters" are the ADF
        score = _score(mention, phrase, sentence, parsed, wanted, words)
        if score is None:
            continue
        name = mention.answer.value.name
        if name not in ranked or score > ranked[name][0]:
            ranked[name] = (score, mention)
    if not ranked:
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase)
    if words.lower() == "it" and _is_of_happening(phrase, max(one.span.end for _, one in ranked.values()), sentence, parsed):
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase)
    order = sorted(ranked.items(), key=lambda item: (-item[1][0], item[0]))
    best_score, best = order[0][1]
    if len(order) > 1 and best_score - order[1][1][0] < 0.5:
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase, tuple(name for name, _ in order[:3]))
    assert isinstance(best.answer, Found)
    if best.span.end <= sentence.span.start and _is_of_nobody_known(phrase, sentence, mentions):
        return Unresolved(Reason.UNRESOLVED_REFERENCE, phrase, (best.answer.value.name,))
    return Found(best.answer.value, phrase, "en.references.nearest-actor", Basis.INHERITED)


def _find_apposed_at(phrase: Span, text: str, mentions: tuple[ActorMention, ...]) -> Answer[Actor] | None:
    last = phrase.of(text).rsplit(maxsplit=1)[-1]
    apposed = find_apposed(Span(phrase.end - len(last), phrase.end), text, mentions)
    return apposed.answer if apposed else None


def _is_of_happening(phrase: Span, after: int, sentence: Sentence, parsed: ParsedReport) -> bool:
    """Say whether a war or a blast is the subject nearest before "it", nearer than every actor."""
    near = [one for one in parsed.sentences if sentence.index - 1 <= one.index <= sentence.index]
    return any(
        token.dep in {"nsubj", "nsubjpass"} and token.lemma.lower() in _HAPPENINGS and after <= token.span.start < phrase.start
        for one in near
        for token in one.tokens
    )


def _is_of_nobody_known(phrase: Span, sentence: Sentence, mentions: tuple[ActorMention, ...]) -> bool:
    """Say whether the subject of the same sentence is somebody nobody knows: "The occupation struck back, and its artillery …"."""
    before = (one for one in mentions if sentence.span.start <= one.span.start and one.span.end <= phrase.start)
    unknown = [one.span for one in before if isinstance(one.answer, Unresolved) and _is_subject(sentence, one.span)]
    tops = [_find_top(sentence, token) for span in unknown for token in find_over(sentence.tokens, span)]
    return any(sentence.tokens[top.head].dep != "relcl" for top in tops if top.dep in _SUBJECTS)


def _is_victim(mention: Span, phrase: Span, sentence: Sentence) -> bool:
    """Say whether a mention stands in the passive subject of the verb whose agent the phrase is."""
    tokens = sentence.tokens
    agents = [one for one in tokens if one.span.overlaps(phrase) and one.dep == "pobj" and tokens[one.head].dep == "agent"]
    verbs = {tokens[tokens[one.head].head].index for one in agents}
    verbs |= {tokens[verb].head for verb in verbs if tokens[verb].dep == "conj"}  # "were rounded up and shot by the group"
    for token in tokens:
        if not token.span.overlaps(mention):
            continue
        for _ in range(12):
            if token.dep == "nsubjpass" and token.head in verbs:
                return True
            token = tokens[token.head]
    return False


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
    if mention.is_generic and (not _PRONOUN.match(words) or mention.word == _GROUP_WORD):
        return None
    if _PERSON.match(words) and mention.answer.value.kind == "civilians":
        return None
    if words.lower() in {"them", "of them"} and _FLIES.search(mention.answer.value.name):
        return None
    if mention.span.start >= sentence.span.start and _is_victim(mention.span, phrase, sentence):
        return None
    home = _find_sentence(parsed, mention.span)
    if home is None or sentence.index - home.index > _REACH:
        return None
    if words.lower() in _ONE_PERSON and not _is_of_one_person(home, mention.span):
        return None
    score = 6.0 - 1.5 * (sentence.index - home.index)
    score += 1.0 if _is_subject(home, mention.span) else 0.0
    score += 0.5 if home.paragraph == sentence.paragraph else 0.0
    score += 0.5 if not mention.is_generic else 0.0
    score -= 0.6 if mention.is_generic and _PLURAL.match(words) and mention.answer.value.kind == "state" else 0.0
    score += 0.002 * max(0, 250 - (phrase.start - mention.span.end))
    return score


def _is_of_one_person(sentence: Sentence, span: Span) -> bool:
    """Say whether a mention goes with one man or woman: "an army officer", never "a source at the police command"."""
    tops = [_find_top(sentence, token) for token in find_over(sentence.tokens, span)]
    return any(top.lemma.lower() in _MEMBERS and top.tag in {"NN", "NNP"} for top in tops)


def _find_sentence(parsed: ParsedReport, span: Span) -> Sentence | None:
    number = bisect_right(parsed.sentences, span.start, key=get_start) - 1
    return parsed.sentences[number] if number >= 0 and parsed.sentences[number].span.contains(span) else None


def _is_subject(sentence: Sentence, span: Span) -> bool:
    if sentence.is_parsed:
        return any(_find_top(sentence, token).dep in _SUBJECTS for token in find_over(sentence.tokens, span))
    return span.start - sentence.span.start < 25


def _find_top(sentence: Sentence, token: Token) -> Token:
    """Return the noun that a word before it goes with: "combatants" of "ADF combatants"."""
    while (token.dep in _SAME_PHRASE and token.head > token.index) or token.dep == "appos":
        token = sentence.tokens[token.head]
    return token


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
