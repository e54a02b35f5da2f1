"""Find the day of an event in the story around it: a list's heading, the event told before, the lead's own retelling."""

import re
from collections.abc import Sequence

from according.model.answers import DatePrecision, Kind, Status, When
from according.model.evidence import Basis, Found, Span
from according.model.parsed import Sentence
from according.model.records import replace
from according.model.trigger import Strength
from according.steps.extract.claims.anchors import points_back
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.dates_own import is_day_of_saying
from according.steps.extract.claims.linking import METHODS, find_parting_between
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.nearness import measure_km
from according.steps.extract.claims.telling import Telling
from according.steps.extract.dates import DateMention, is_heading, read_date
from according.steps.extract.dates_lines import OPENS_WITH_DAY, is_day_line
from according.steps.extract.phrases import find_ancestors, find_children

_LIST = re.compile(
    r"\b(?:incidents|events|attacks|violations|breaches|developments|clashes|casualties|victims|strikes|raids|bombardments?|shelling|"
    r"activities|operations|deaths|killings|chronology|toll|log|list|summary)\b[^.;:]{0,60}\b(?:on|of|for|from|during)\s*$",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"\bdaily\s+(?:\w+\s+)?(?:report|log|summary|bulletin|list|update|digest|chronicle|round-?up)\b|\b24-hour\s+(?:report|log|summary)\b",
    re.IGNORECASE,
)
_LOG = re.compile(r"\b(?:log|ledger|entries|entry|diary|register|chronicle|logbook)\b[^\n]{0,60}$", re.IGNORECASE)
_OWN_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "parataxis"})
_PERFECT = frozenset({"VBZ", "VBP"})
_FOREGROUND = METHODS - {"other", "sexual_violence"} | {
    "property_destruction", "territory_gained_by_government", "territory_gained_by_nonstate_actor", "weapons_seizure",
}  # fmt: skip
_AT_ONCE = frozenset({"amid", "while", "whereas", "as"})
_REAL = frozenset({Status.HAPPENED, Status.UNCONFIRMED, Status.PREVENTED})
_SHIFT = re.compile(
    r"^\W*(?:separately|elsewhere|earlier|previously|before(?:hand)?|in (?:a|another) (?:separate|different)|since|"
    r"for (?:months|weeks|years|days)|at (?:an|some) earlier|recent(?:ly)?|in recent|over the (?:past|last)|until|once|"
    r"another(?!\s+(?:\d|\w+\s+(?:\w+\s+){0,2}(?:was|were|died|killed|wounded)))|(?:this|it|that)\s+(?:follows|followed|comes?|came)\b)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:continu(?:e|es|ing)|ongoing|still|repeatedly|regularly|frequently|often|daily|every)\b", re.IGNORECASE)
_WARS = r"(?:war|conflict|crisis|uprising|revolt|unrest|rebellion|insurgency|hostilities)"
_WAR = re.compile(rf"\b{_WARS}\b|\bsince then\b", re.IGNORECASE)
_BEGAN = re.compile(
    rf"\b{_WARS}\b[^.;]{{0,40}}?\b(?:began|begun|started|erupted|broke out)\b"
    rf"|\b{_WARS}\s+since\b"
    rf"|\b(?:began|start|beginning|outbreak|onset)\b[^.;]{{0,40}}?\b(?:protests?|demonstrations?|{_WARS})\b",
    re.IGNORECASE,
)
_A_WAR = 60  # days at the least
_SAME_SENTENCE_KM = 120.0  # further away than that, another sentence tells of another day for all one knows
_BEFORE, _AFTER = 5, 4  # sentences
_SHORT = 1  # days from the first to the last of a day that may be handed on
_LEAD = 3
_HEAD = 250  # characters at the start, in which a report says what it is


def find_list_day(asked: Asked) -> DateMention | None:
    """Return the day of a list's heading: "Violations recorded on 7 February"."""
    for sentence in asked.parsed.sentences[:_LEAD]:
        if is_heading(sentence):
            is_daily = _DAILY.search(asked.text, 0, min(sentence.span.end, _HEAD)) is not None
            for date in asked.dates_in(sentence):
                start = date.span.start + len(date.preposition)
                titles = (
                    _LIST.search(asked.text, sentence.span.start, start),
                    _LOG.search(asked.text, sentence.span.start, date.span.start),
                )
                if _is_short(date) and (is_daily or any(titles)):
                    return date
    return None


def find_day_lines(asked: Asked) -> list[tuple[Sentence, DateMention]]:
    """Return the days that date the sentences below them, "Monday 3 June:", and those that a paragraph opens with, "3 June: …"."""
    found: list[tuple[Sentence, DateMention]] = []
    before = -1
    for sentence in asked.parsed.sentences:
        opens, before = sentence.paragraph != before, sentence.paragraph
        is_line = not sentence.is_parsed and is_day_line(sentence, asked.text)
        if is_line or (opens and OPENS_WITH_DAY.match(asked.text, sentence.span.start, sentence.span.end)):
            days = [date for date in asked.dates_in(sentence) if _is_short(date)]
            found += [(sentence, date) for date in days[:1]]
    return found if len(found) > 1 else []


def find_day_above(draft: Draft, lines: Sequence[tuple[Sentence, DateMention]]) -> DateMention | None:
    """Return the day of the line above an event: one that only opens a paragraph holds no further than that."""
    at = draft.main.sentence
    for line, day in reversed(lines):
        if line.index <= at.index and (not line.is_parsed or line.paragraph == at.paragraph):
            return day
    return None


def find_war_days(draft: Draft, asked: Asked) -> Found[When] | None:
    """Return the days of a war that a total is of, from where the report says that it began to the day of the report."""
    anchor, main = asked.parsed.report.anchor, draft.main
    if anchor is None or main.kind.value is not Kind.TALLY or _WAR.search(main.sentence.span.of(asked.text)) is None:
        return None
    last = main.sentence.index
    for sentence in asked.parsed.sentences[max(0, last - 1) : last + 1]:
        words = _BEGAN.search(asked.text, sentence.span.start, sentence.span.end)
        answer = read_date(asked.text[words.start() : sentence.span.end], anchor.day) if words else None
        first = answer.value.earliest if isinstance(answer, Found) else None
        if words and isinstance(answer, Found) and first is not None and (anchor.day - first).days > _A_WAR:
            days = When(first, anchor.day, DatePrecision.PERIOD, answer.value.anchor)
            span = Span(answer.span.start + words.start(), answer.span.end + words.start())
            return Found(days, span, "en.date.war-began", Basis.INHERITED)
    return None


def find_day_around(draft: Draft, drafts: Sequence[Draft], number: int, list_day: DateMention | None, asked: Asked) -> Found[When] | None:
    """Return the day that an event without one shares with the story it stands in, as inherited."""
    if list_day is not None and isinstance(list_day.answer, Found) and _is_entry(draft):
        return _hand_on(list_day.answer, "en.date.list-heading")
    if not _is_news(draft):
        return _of_same_time(draft, drafts) if _is_amid(draft) else None
    between = _find_between(draft, drafts, asked)
    if between is not None:
        return _hand_on(between, "en.date.sentence-between")
    if (at_once := _of_same_time(draft, drafts)) is not None:
        return at_once
    if draft.main.event_type.value not in _FOREGROUND and not _is_added_harm(draft):
        return None
    before = _find_before(draft, drafts[:number], asked)
    if before is not None:
        return _hand_on(before, "en.date.event-before")
    after = _find_after(draft, drafts[number + 1 :], is_lead=number == 0)
    return _hand_on(after, "en.date.retold") if after else None


def _hand_on(found: Found[When], rule: str) -> Found[When]:
    return replace(found, basis=Basis.INHERITED, rule=rule, rejected=())


def _is_entry(draft: Draft) -> bool:
    main = draft.main
    return main.kind.value is not Kind.PATTERN and main.status.value is not Status.FORESEEN and not _is_background(draft)


def _is_news(draft: Draft) -> bool:
    main = draft.main
    return main.kind.value is Kind.INCIDENT and main.status.value in _REAL and not _is_background(draft)


def _is_background(draft: Draft) -> bool:
    found = draft.main.background
    return bool(found and found.value)


def _is_short(date: DateMention) -> bool:
    return isinstance(date.answer, Found) and is_short(date.answer.value)


def is_short(when: When) -> bool:
    """Say whether it is one day, or one night."""
    return when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= _SHORT


def _day_of(draft: Draft, *, or_background: bool = False) -> Found[When] | None:
    """Return the day of an event that may be handed on; what only counts or denies hands on none."""
    main = draft.main
    is_told = main.status.value in _REAL and (or_background or not _is_background(draft)) and main.kind.value is not Kind.PATTERN
    if is_told and isinstance(draft.when, Found) and is_short(draft.when.value):
        return draft.when
    return None


def _of_same_time(draft: Draft, drafts: Sequence[Draft]) -> Found[When] | None:
    """Return the day of what the same sentence tells as happening then: "the raids on Monday came amid clashes"."""
    for telling in draft.tellings:
        for other in drafts:
            beside = [one for one in other.tellings if one.sentence.index == telling.sentence.index] if other is not draft else []
            for one in beside:
                parting = find_parting_between(telling.sentence, telling.main, one.main)
                day = _day_of(other) if parting is None or parting in _AT_ONCE else None
                if day is not None:
                    return _hand_on(day, "en.date.same-time")
    return None


def _is_amid(draft: Draft) -> bool:
    """Say whether an event is told only as what another took place in the midst of."""
    main = draft.main
    is_told = main.kind.value is Kind.INCIDENT and main.status.value in _REAL
    return is_told and main.background is not None and main.background.rule == "en.kinds.occasion"


def _is_added_harm(draft: Draft) -> bool:
    """Say whether a sentence only adds to the dead and wounded of the story: "Five more were killed in the next town"."""
    return all(one.is_harm_only and one.tolls for one in draft.tellings)


def _find_before(draft: Draft, earlier: Sequence[Draft], asked: Asked) -> Found[When] | None:
    """Return the day of the event told just before: what a story tells next in the same tense happened at the same time."""
    first = draft.tellings[0].sentence
    words = first.span.of(asked.text)
    if _SHIFT.match(words) or _GOES_ON.search(words) or _is_perfect(draft.main):
        return None
    near = [(gap, other) for other in reversed(earlier) if (gap := _gap_before(first, other)) <= _BEFORE and _day_of(other) is not None]
    counts = [pair for pair in near if pair[1].main.kind.value is Kind.TALLY]
    for gap, other in [pair for pair in near if pair not in counts] or counts:
        return _day_of(other) if gap == 0 or not any(_is_far(draft, one) for one in _told_with(other, earlier)) else None
    return None


def _told_with(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events of the sentences that tell of one: where it names no place, theirs is its own."""
    sentences = {one.sentence.index for one in draft.tellings}
    return [other for other in drafts if any(one.sentence.index in sentences for one in other.tellings)]


def _is_perfect(telling: Telling) -> bool:
    """Say whether the tense leaves the time open: "has laid mines", "has allowed them to lay mines"."""
    sentence = telling.sentence
    for one in (sentence.tokens[telling.main.head], *find_ancestors(sentence, telling.main.head)):
        if any(aux.lemma == "have" and aux.tag in _PERFECT for aux in find_children(sentence, one.index, "aux")):
            return True
        is_infinitive = any(aux.lemma == "to" for aux in find_children(sentence, one.index, "aux"))
        if one.dep in _OWN_CLAUSES and one.pos in {"VERB", "AUX"} and not is_infinitive:
            return False
    return False


def _gap_before(sentence: Sentence, other: Draft) -> int:
    return min((sentence.index - one.sentence.index for one in other.tellings if one.sentence.index <= sentence.index), default=_BEFORE + 1)


def _find_after(draft: Draft, later: Sequence[Draft], *, is_lead: bool) -> Found[When] | None:
    """Return the day of what tells the event again: "The attack … on Thursday", or the story that a lead sums up."""
    first = draft.tellings[0].sentence.index
    for other in later:
        main = other.main
        gap = main.sentence.index - (first if is_lead else draft.last_sentence)
        if not 0 <= gap <= _AFTER:
            continue
        is_same = is_lead and main.event_type.value == draft.main.event_type.value
        day = _day_of(other, or_background=is_same)
        is_again = points_back(main) and main.main.strength is Strength.VAGUE
        is_retold = is_lead and first <= _LEAD and main.event_type.value in METHODS - {"other"}
        if day is not None and (is_again or is_retold) and not _is_far(draft, other):
            return day
    return None


def _find_between(draft: Draft, drafts: Sequence[Draft], asked: Asked) -> Found[When] | None:
    """Return the day of a sentence amid the event's own that tells of no other: "The crime was committed on Monday"."""
    first, last = draft.tellings[0].sentence.index, draft.last_sentence
    taken = {telling.sentence.index for other in drafts for telling in other.tellings}
    for sentence in asked.parsed.sentences[first + 1 : last]:
        if sentence.index not in taken:
            day = _find_own_day(sentence, draft.tellings, asked)
            if day is not None:
                return day
    return None


def _find_own_day(sentence: Sentence, tellings: Sequence[Telling], asked: Asked) -> Found[When] | None:
    for date in asked.dates_in(sentence):
        if _is_short(date) and isinstance(date.answer, Found) and not is_day_of_saying(date.span, sentence, tellings, asked):
            return date.answer
    return None


def _is_far(draft: Draft, other: Draft) -> bool:
    mine, theirs = ([p.answer.value for one in some.tellings for p in one.places if isinstance(p.answer, Found)] for some in (draft, other))
    distances = [measure_km(one, two) for one in mine for two in theirs]
    known = [one for one in distances if one is not None]
    return bool(known) and min(known) > _SAME_SENTENCE_KM
