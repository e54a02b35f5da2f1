"""Say which telling of a sentence a date belongs to, and which dates only tell when somebody spoke or of something else."""

import re
from collections.abc import Sequence
from datetime import timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence, Token
from according.model.records import replace
from according.steps.extract.attribution import AttributionMention
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.ownership import find_owner
from according.steps.extract.claims.telling import Telling
from according.steps.extract.dates import OF_SPEECH, DateMention
from according.steps.extract.dates_joining import CLAUSE_DAY
from according.steps.extract.phrases import find_ancestors, find_children, find_token

_STATEMENT = (
    r"(?:statements?|reports?|briefings?|communiqu[eé]s?|interviews?|press\s+releases?|press\s+conferences?|tweets?|posts?|messages?|"
    r"speech|speeches|letters?|videos?|broadcasts?|bulletins?|news\s+conferences?)"
)
_BEFORE_STATEMENT = re.compile(rf"(?:['’]s)?\s+(?:(?!an?\b|the\b)\w+\s+)?{_STATEMENT}\b", re.IGNORECASE)
_ISSUED = r"\s+(?:was\s+|were\s+)?(?:released|published|issued|posted|broadcast|aired|made|given|carried|dated|uploaded|sent|read)"
_AFTER_STATEMENT = re.compile(
    rf"\b(?:{_STATEMENT}{_ISSUED}|(?!reports?\b){_STATEMENT}|(?:published|released|issued|posted|broadcast|aired))"
    r"(?:\s+(?:online|here|there))?(?:\s+(?:late|early))?\s*$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:said|says|stated|told\s+(?:reporters|journalists|state\s+TV))\s+(?:late\s+|early\s+)?$"
)
_AFTER_VERB = re.compile(
    rf"[\s,]*(?:(?:also|later|late|early|again|earlier|only|in|on|via|at|through|by|an?|the|its|his|her|their|joint|official|separate|"
    rf"written|short|brief|online|televised|state|television|tv|radio|twitter|facebook|telegram|phone|telephone|{_STATEMENT})[\s,]*)*",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"[\s,]*(?:(?:also|later|first|again|has|had)[\s,]*)*")
_FIRST_SINCE = re.compile(
    r"\b(?:first|worst|deadliest|biggest|largest|heaviest|highest|bloodiest|fiercest|most\s+\w+|only)\b[^.;]{0,90}$", re.IGNORECASE
)
_HAPPENS = frozenset("begin start occur happen take erupt break last continue end follow come".split())
_ANNOUNCES = frozenset({"announce", "declare"})  # what is announced is done by it, or was just before
_BOUNDED = frozenset({"after", "following"})
_LEFT = frozenset({"relcl", "acl", "advcl"})  # a clause of its own
_SHARED_CLAUSE = frozenset({"when", "while", "as", "where", "during"})  # at the same time as its main clause
_SOON = 10  # days
_UP_TO_SAYING = frozenset({"en.date.past", "en.date.recent"})
_A_DAY = timedelta(days=1)


def share_dates(sentence: Sentence, tellings: Sequence[Telling], asked: Asked) -> None:
    """Give each telling of a sentence its dates; a date that no telling stands above is shared by those without one."""
    loose: list[DateMention] = []
    bounds: list[DateMention] = []
    announced: list[DateMention] = []
    dates = [_widen_speech(one, asked) for one in asked.dates_in(sentence) if isinstance(one.answer, Found)]
    said = [one for one in dates if is_day_of_saying(one.span, sentence, tellings, asked)]
    for date in dates:
        if date in said:
            for telling in tellings:
                telling.said_dates.append(date)
            announced += [_as_announced(date)] if _is_announced(date, sentence, asked) else []
        elif not _is_first_since(date, sentence, asked):
            _give(_count_from_saying(date, said, asked), sentence, tellings, loose, bounds)
    for telling in tellings:
        if not telling.dates:
            telling.dates += loose or [_open_end(date, asked) for date in bounds] or announced


def _give(date: DateMention, sentence: Sentence, tellings: Sequence[Telling], loose: list[DateMention], bounds: list[DateMention]) -> None:
    """Give a date to the telling that stands above it, and "since they seized it in May" to the seizure as the May it is."""
    inside = next((one for one in tellings if date.plain and date.span.contains(one.main.span)), None)
    if inside is not None and date.plain is not None and isinstance(date.answer, Found):
        inside.dates.append(replace(date, preposition="", answer=replace(date.answer, value=date.plain)))
        others = [one for one in tellings if one is not inside]
        for other in others[:1]:
            other.dates.append(date)
        return
    if date.rule == CLAUSE_DAY:
        inside = next((one for one in tellings if one.main.span.start >= date.span.end), None)
        if inside is not None and inside is not tellings[0]:
            inside.dates.append(date)
        return
    owner = find_owner(sentence, date.span, tellings)
    how = _judge_clause(sentence, date, tellings)
    if owner is not None and how != "earlier":
        tellings[owner].dates.append(date)
    elif owner is None and how == "bound":
        bounds.append(date)
    elif owner is None and not how:
        loose.append(date)


def _widen_speech(mention: DateMention, asked: Asked) -> DateMention:
    """Take "today" in a quotation for the day of the report or the one before: nobody knows when it was said."""
    answer = mention.answer
    if mention.rule not in OF_SPEECH or not isinstance(answer, Found):
        return mention
    first, last = answer.value.earliest, answer.value.latest
    if first is None or last is None or not any(one.span.contains(mention.span) for one in asked.parsed.quotes):
        return mention
    when = When(first - _A_DAY if first.toordinal() > 1 else first, last, DatePrecision.DAYS, answer.value.anchor)
    return replace(mention, answer=replace(answer, value=when, basis=Basis.INFERRED))


def _count_from_saying(mention: DateMention, said: Sequence[DateMention], asked: Asked) -> DateMention:
    """Count "in the past two weeks" from the day on which somebody said it, where that was a few days before the report."""
    answer, anchor = mention.answer, asked.parsed.report.anchor
    if not said or mention.rule not in _UP_TO_SAYING or anchor is None or not isinstance(answer, Found):
        return mention
    days = [one.answer.value for one in said if isinstance(one.answer, Found)]
    day = next((one.latest for one in days if one.precision is DatePrecision.DAY), None)
    first, last = answer.value.earliest, answer.value.latest
    if day is None or first is None or last != anchor.day or not 0 < (anchor.day - day).days <= _SOON:
        return mention
    back = anchor.day - day
    return replace(mention, answer=replace(answer, value=replace(answer.value, earliest=first - back, latest=day)))


def _is_first_since(date: DateMention, sentence: Sentence, asked: Asked) -> bool:
    """Say whether a date only tells how long there was nothing like it: "the first attack since 2011"."""
    return date.preposition == "since" and _FIRST_SINCE.search(asked.text, sentence.span.start, date.span.start) is not None


def _is_announced(date: DateMention, sentence: Sentence, asked: Asked) -> bool:
    verbs = {one.verb for one in asked.attributions if one.sentence == sentence.index and one.cue.end <= date.span.start}
    return bool(verbs) and verbs <= _ANNOUNCES


def _as_announced(date: DateMention) -> DateMention:
    assert isinstance(date.answer, Found)
    return replace(date, answer=replace(date.answer, rule="en.date.announced", basis=Basis.INFERRED))


def _open_end(date: DateMention, asked: Asked) -> DateMention:
    """Read "killed him after he had fled on Friday": not before Friday, and not after the report."""
    anchor = asked.parsed.report.anchor
    assert isinstance(date.answer, Found)
    first = date.answer.value.earliest
    if anchor is None or first is None or not 0 <= (anchor.day - first).days <= _SOON:
        return date
    when = When(first, anchor.day, DatePrecision.DAYS, "event")
    return replace(date, answer=replace(date.answer, value=when, rule="en.date.after-clause", basis=Basis.INFERRED))


def _judge_clause(sentence: Sentence, date: DateMention, tellings: Sequence[Telling]) -> str:
    """Return what the clause of a date tells: `aside`, something else; `earlier`, what was before; `bound`, what the event came after."""
    token = find_token(sentence, date.span)
    if token is None:
        return ""
    heads = {trigger.head for telling in tellings for trigger in telling.triggers}
    above = {one.index for head in heads for one in find_ancestors(sentence, head)}
    for one in (token, *find_ancestors(sentence, token.index)):
        if one.index in heads or one.index in above:
            return ""
        if one.dep in _LEFT or one.dep == "pcomp":
            marks = _marks_of(sentence, one)
            if marks & _BOUNDED:
                return "bound"
            if one.dep in {"relcl", "acl"} and one.head not in heads and not marks & _SHARED_CLAUSE:
                return "earlier" if one.dep == "relcl" and _is_own_story(sentence, one, date) else "aside"
    return ""


def _is_own_story(sentence: Sentence, verb: Token, date: DateMention) -> bool:
    if date.preposition == "since":
        return False
    if any(one.lemma == "have" and one.tag == "VBD" for one in find_children(sentence, verb.index, "aux")):
        return True
    return verb.lemma not in _HAPPENS and verb.tag in {"VBD", "VBN"}


def _marks_of(sentence: Sentence, verb: Token) -> set[str]:
    marks = {child.lemma for child in find_children(sentence, verb.index, "mark", "advmod", "prep")}
    return marks | ({sentence.tokens[verb.head].lemma} if verb.dep == "pcomp" else set())


def is_day_of_saying(words: Span, sentence: Sentence, tellings: Sequence[Telling], asked: Asked) -> bool:
    """Say whether a date tells when somebody spoke: "the army said on Friday", "in a Friday statement".

    A date that opens the sentence, "On Friday the army said …", holds for what is told.
    """
    text = asked.text
    if _BEFORE_STATEMENT.match(text, words.end, sentence.span.end) or _AFTER_STATEMENT.search(
        text, max(sentence.span.start, words.start - 60), words.start
    ):
        return True
    if _SAID.search(text, max(sentence.span.start, words.start - 24), words.start):
        return True
    here = [one for one in asked.attributions if one.verb and one.sentence == sentence.index]
    return any(_is_beside(words, mention, sentence, tellings, text) for mention in here)


def _is_beside(words: Span, mention: AttributionMention, sentence: Sentence, tellings: Sequence[Telling], text: str) -> bool:
    cue, source = mention.cue, mention.source
    if words.start >= cue.end:
        between = Span(cue.end, words.start)
        if _AFTER_VERB.fullmatch(text, cue.end, words.start):
            return True
        if any(trigger.span.overlaps(between) for telling in tellings for trigger in telling.triggers):
            return False
        token = find_token(sentence, words)
        verb = token and next((one for one in (token, *find_ancestors(sentence, token.index)) if one.pos in {"VERB", "AUX"}), None)
        return bool(verb and cue.contains(verb.span))
    is_after_source = source.end <= words.start and not text[source.end : words.start].strip(" ,")
    return is_after_source and words.end <= cue.start and _BEFORE_VERB.fullmatch(text, words.end, cue.start) is not None
