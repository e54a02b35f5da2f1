"""Say when what is told is a total of several events, by the days that it covers and by what is counted."""

from according.model.answers import Kind
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence, Token
from according.steps.extract.claims.telling import Telling
from according.steps.extract.dates import DateMention
from according.steps.extract.phrases import find_ancestors, find_children

_PERIOD_WORDS = frozenset({"during", "over", "between", "from", "throughout", "since", "through"})
_PERIODS = frozenset(
    f"en.date.{name}" for name in ("past", "recent", "reporting-period", "piece", "day-range-month", "month-day-range", "months", "years")
)
_TEN_DAYS, _WEEK = 10, 6  # days from the first to the last
_CASES = frozenset({"case", "instance", "incident"})
_OF_CASES = "en.kinds.pattern-increase"
_SEPARATE = frozenset({"separate", "different"})
_PLURAL = frozenset({"NNS", "NNPS"})
_ONE_DEED = frozenset({"agreement", "ceasefire_declared", "group_change", "headquarters_established", "threat"})
_WARS = frozenset({"war", "conflict", "crisis", "uprising", "insurgency"})
_WAR_REACH = 7  # words from "death toll" to the war
_LASTS = frozenset("fighting clash violence war conflict offensive campaign insurgency unrest hostility landmine mine".split())


def judge_total(telling: Telling, date: DateMention | None) -> Found[Kind] | None:
    """Return that a telling counts several events or the dead of a period, and by which words; nothing if it tells one event."""
    if telling.kind.rule == _OF_CASES and (number := _find_count(telling, _CASES)) is not None:
        return Found(Kind.TALLY, number, "en.kinds.counted-events", Basis.INFERRED)
    if telling.kind.value is not Kind.INCIDENT or telling.event_type.value in _ONE_DEED or telling.main.event_type in _ONE_DEED:
        return None
    if (separate := _find_separate(telling)) is not None:
        return Found(Kind.TALLY, separate, "en.kinds.separate-events", Basis.INFERRED)
    if telling.is_harm_only and (war := _find_war(telling)) is not None:
        return Found(Kind.TALLY, war, "en.kinds.dead-of-a-war", Basis.INFERRED)
    length = _measure(date)
    if date is not None and length is not None:
        if telling.is_harm_only and length >= _TEN_DAYS:
            return Found(Kind.TALLY, date.span, "en.kinds.dead-of-a-period", Basis.INFERRED)
        is_period = date.rule in _PERIODS or date.preposition in _PERIOD_WORDS or _is_range(date)
        counted = _find_count(telling)
        if counted is not None and ((length >= 1 and is_period) or length >= _TEN_DAYS):
            return Found(Kind.TALLY, counted, "en.kinds.counted-events", Basis.INFERRED)
        if (
            length >= _WEEK
            and is_period
            and date.preposition != "since"
            and any(_is_several(one.answer.value.low) for one in telling.tolls)
        ):
            return Found(Kind.TALLY, date.span, "en.kinds.toll-of-a-period", Basis.INFERRED)
        if length >= _WEEK and is_period and date.preposition != "since" and (number := _find_number(telling)) is not None:
            return Found(Kind.TALLY, number, "en.kinds.count-of-a-period", Basis.INFERRED)
        return None
    return _judge_lasting(telling)


def _find_war(telling: Telling) -> Span | None:
    """Return the war whose dead are counted: "the death toll from the five-year conflict"."""
    tokens = telling.sentence.tokens
    end = telling.main.span.end
    after = [one for one in tokens if end <= one.span.start][:_WAR_REACH]
    if not after or after[0].lemma not in {"from", "of", "in"}:
        return None
    return next((one.span for one in after[1:] if one.lemma in _WARS and one.pos in {"NOUN", "PROPN"}), None)


def _find_separate(telling: Telling) -> Span | None:
    """Return the number of events that are told to be several: "in three separate explosions"."""
    sentence = telling.sentence
    for trigger in telling.triggers:
        word = sentence.tokens[trigger.head]
        if word.tag in _PLURAL and any(one.lemma in _SEPARATE for one in find_children(sentence, word.index, "amod")):
            return next((one.span for one in find_children(sentence, word.index, "nummod")), None)
    return None


def _find_number(telling: Telling) -> Span | None:
    """Return the number of those who did something or to whom it was done: "4,620 trucks crossed", "recaptured 50 villages"."""
    sentence = telling.sentence
    head = sentence.tokens[telling.main.head]
    nouns = find_children(sentence, head.index, "nsubj", "nsubjpass", "dobj")
    numbers = (number for noun in nouns if noun.tag in _PLURAL for number in find_children(sentence, noun.index, "nummod"))
    return next((one.span for one in numbers if one.lemma not in {"one", "1", "two", "2"}), None)


def _measure(date: DateMention | None) -> int | None:
    if date is None or not isinstance(date.answer, Found):
        return None
    first, last = date.answer.value.earliest, date.answer.value.latest
    return (last - first).days if first is not None and last is not None else None


def _is_range(date: DateMention) -> bool:
    return isinstance(date.answer, Found) and date.answer.rule.endswith("-range")


def _is_several(number: int | None) -> bool:
    return number is not None and number > 1


def _find_count(telling: Telling, among: frozenset[str] | None = None) -> Span | None:
    """Return the number of a plural that names the events: "62 breaches", "nine cases of rape"."""
    sentence = telling.sentence
    head = sentence.tokens[telling.main.head]
    for word in (head, *_find_wholes(sentence, head)):
        if word.tag in _PLURAL and (among is None or word.lemma in among):
            for number in find_children(sentence, word.index, "nummod", "amod"):
                if number.pos == "NUM" and number.lemma not in {"one", "1"}:
                    return number.span
    return None


def _find_wholes(sentence: Sentence, head: Token) -> list[Token]:
    """Return the nouns that an event is counted by: "cases of", "incidents of"."""
    above = list(find_ancestors(sentence, head.index))[:2]
    return above[1:] if head.dep == "pobj" and above and above[0].lemma == "of" else []


def _judge_lasting(telling: Telling) -> Found[Kind] | None:
    """Read "the fighting has left 210 people dead" as a total so far."""
    sentence = telling.sentence
    if not any(_is_several(one.answer.value.low) for one in telling.tolls):
        return None
    for trigger in telling.triggers:
        for verb in (sentence.tokens[trigger.head], *find_ancestors(sentence, trigger.head)):
            if not any(one.lemma == "have" and one.tag in {"VBZ", "VBP"} for one in find_children(sentence, verb.index, "aux")):
                continue
            for subject in find_children(sentence, verb.index, "nsubj"):
                if subject.lemma.lower() in _LASTS and not any(
                    one.lemma in {"a", "an"} for one in find_children(sentence, subject.index, "det")
                ):
                    return Found(Kind.TALLY, subject.span, "en.kinds.lasting", Basis.INFERRED)
    return None
