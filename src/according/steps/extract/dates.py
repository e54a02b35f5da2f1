"""Answer when: find every date expression of a report and resolve it against the right day; durations stay unresolved."""

import re
from datetime import date

from according.model.answers import DatePrecision, When
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport, Sentence
from according.model.records import record, replace
from according.model.report import BlockKind
from according.steps.extract.dates_counted import count_from_clause
from according.steps.extract.dates_finding import Atom, find_atoms
from according.steps.extract.dates_joining import (
    CLAUSE_DAY,
    FROM_EVENT,
    counts_from,
    find_preposition,
    find_week,
    is_end,
    is_range,
    join_range,
    open_ends,
)
from according.steps.extract.dates_lines import is_day_line
from according.steps.extract.dates_moment import Moment
from according.text.calendars import Days

_TOP, _LONGEST_HEADING = 3, 120  # sentences, characters
_LONGEST_PERIOD = 31  # days
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE})
OF_SPEECH = frozenset({"en.date.today", "en.date.today-first-word", "en.date.yesterday"})
"""Rules whose days count from the day of the speech where they stand in one."""
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|planned|plans?\s+to|due(?!\s+to\s+(?!be\b|begin|start|take|hold|meet|end\b|expire|visit|arrive|leave|enter|resume|open|go\b|come|join|sign|return|travel|run\b|last\b|vote|speak))|expected|set\s+to|going\s+to|is\s+to|are\s+to|to\s+(?:start|begin|hold|take\s+place|enter|meet)|upcoming|ahead\s+of|"
    r"(?:to\s+)?pave\s+the\s+way\s+for|calls?\s+for|called\s+for|deadline|would\s+(?:start|begin|take|last|enter|come|hold))\b",
)  # asked of small letters
_LONGEST_OPENING = 12  # characters: "By the ", "On "
_WILL = re.compile(r"[\w'’-]+(?:\s[\w'’-]+){0,2},?\s+(?:the\s+|an?\s+|its\s+|all\s+)?(?:[\w'’-]+\s+){0,3}?(?:will|shall)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|told|announced|stated|added|reported|tweeted|warned)(?:\s+\w+){0,2}\s*(?:on\s+|late\s+|early\s+)*$", re.IGNORECASE
)


@record(frozen=True, slots=True)
class DateMention:
    """Hold one date expression.

    Args:
        span: its words, with the preposition ("since 2011").
        is_background_hint: it counts in years or lies a year or more before the anchor.
        preposition: since, until, by, before, after, on, in …, lower case; empty when there is none.
        direction: `future` when the words beside it speak of something to come, else `past`.
        rule: id of the rule that read it, also when it has no answer.
        plain: the days without the preposition, for what happened then ("since they seized the town in May").
    """

    span: Span
    answer: Answer[When]
    is_background_hint: bool
    preposition: str
    direction: str
    rule: str
    plain: When | None = None


def find_dates(parsed: ParsedReport) -> tuple[DateMention, ...]:
    """Find the date expressions of a report in order, each resolved or with the reason why not.

    Sentences without syntax tell of no event: their dates are not returned, and are read only where "the next day" counts from them.
    Headings and lines of a day are always read, since they date the list below them.
    """
    anchor, text = parsed.report.anchor, parsed.report.text
    moment = Moment(anchor.day if anchor else None, name_anchor(anchor.source) if anchor else "publication")
    found: list[DateMention] = []
    unread: list[Sentence] = []
    for sentence in parsed.sentences:
        if sentence.block is BlockKind.BOILERPLATE:
            continue
        is_line = not sentence.is_parsed and is_day_line(sentence, text)
        if not (sentence.is_parsed or is_line or is_heading(sentence)):
            unread.append(sentence)
            continue
        words = sentence.span.of(text)
        atoms = find_atoms(words)
        if not atoms:
            continue
        if unread and any(atom.rule.rule in FROM_EVENT for atom in atoms):
            for earlier in unread:
                before = earlier.span.of(text)
                moment = _read_atoms(before, find_atoms(before), moment, 0, [])
            unread.clear()
        event, known = moment.event, len(found)
        moment = _read_atoms(words, atoms, moment, sentence.span.start, found)
        if not (sentence.is_parsed or is_line):
            moment = replace(moment, event=event, period=moment.period or _find_period(found[known:]))
        elif moment.event is not event:
            unread.clear()
    return tuple(found)


def is_heading(sentence: Sentence) -> bool:
    """Say whether a sentence is a heading, or stands like one at the top: short and without a full stop."""
    if sentence.block in _HEADINGS:
        return True
    return sentence.index < _TOP and not sentence.is_parsed and sentence.span.end - sentence.span.start <= _LONGEST_HEADING


def _find_period(mentions: list[DateMention]) -> Days | None:
    """Return the days from a heading that a report covers: "Update, 5-11 July"."""
    for mention in mentions:
        if isinstance(mention.answer, Found):
            first, last = mention.answer.value.earliest, mention.answer.value.latest
            if first is not None and last is not None and 1 < (last - first).days <= _LONGEST_PERIOD:
                return (first, last)
    return None


def read_date(text: str, anchor: date | None, event: date | None = None) -> Answer[When]:
    """Read the longest date expression of a short text.

    Args:
        anchor: the day that "today" means.
        event: the day that "the next day" counts from.
    """
    mentions: list[DateMention] = []
    _read_atoms(text, find_atoms(text), Moment(anchor, "publication", event), 0, mentions)
    if not mentions:
        return Unresolved(Reason.NOT_MENTIONED)
    return max(mentions, key=lambda one: (isinstance(one.answer, Found), one.span.end - one.span.start)).answer


def name_anchor(source: str) -> str:
    """Return the word of the record for where the anchor was read: `dateline` or `publication`."""
    return "dateline" if source in ("dateline", "text") else "publication"


def _event_after(mention: DateMention, moment: Moment) -> date | None:
    """Return the day that a following "the next day" counts from."""
    answer = mention.answer
    if isinstance(answer, Found) and answer.value.precision in (DatePrecision.DAY, DatePrecision.DAYS) and mention.direction == "past":
        return answer.value.latest or answer.value.earliest
    return moment.event


def _read_atoms(text: str, atoms: list[Atom], moment: Moment, offset: int, found: list[DateMention]) -> Moment:
    """Append a mention for each expression, and return the moment with the day that "the next day" counts from now."""
    done = at = 0
    known = len(found)
    clauses: dict[int, Atom] = {}
    while at < len(atoms):
        joined = (
            2 if at + 1 < len(atoms) and (is_range(text, atoms[at], atoms[at + 1]) or counts_from(text, atoms[at], atoms[at + 1])) else 1
        )
        is_future = _is_future(text, done, atoms[at].start)
        here = moment if is_future == moment.is_future else replace(moment, is_future=is_future)
        mention = _read_mention(text, atoms[at : at + joined], here, offset)
        found.append(mention)
        event = _event_after(mention, moment)
        if event is not moment.event:
            moment = replace(moment, event=event, since=None)
        elif mention.preposition == "since" and isinstance(mention.answer, Found) and mention.answer.value.earliest:
            moment = replace(moment, since=mention.answer.value.earliest)
        if isinstance(mention.answer, Found):
            done = atoms[at + joined - 1].end
        if joined == 1 and atoms[at].rule.rule == CLAUSE_DAY:
            clauses[len(found) - 1] = atoms[at]
        at += joined
    for number, atom in clauses.items():
        found[number] = _count_clause(found, known, number, atom)
    return moment


def _count_clause(found: list[DateMention], known: int, number: int, atom: Atom) -> DateMention:
    """Read "on Friday, two days after a blast": when the blast was, by the day told before in the sentence, else the one told after."""
    others = [*reversed(found[known:number]), *found[number + 1 :]]
    days = (one.answer.value for one in others if isinstance(one.answer, Found) and one.direction == "past")
    day = next((one.latest for one in days if one.precision is DatePrecision.DAY), None)
    value = Reason.NO_ANCHOR if day is None else count_from_clause(atom.match, day)
    mention = found[number]
    if isinstance(value, Reason):
        return replace(mention, answer=Unresolved(value, mention.span))
    return replace(mention, answer=Found(value, mention.span, CLAUSE_DAY, Basis.INFERRED), preposition="")


def _is_future(text: str, after: int, start: int) -> bool:
    between = text[after:start]
    if len(between) <= _LONGEST_OPENING and _WILL.match(text, start):
        return True
    return bool(_FUTURE.search(between.lower())) and not _REPORTED.search(between)


def _read_mention(text: str, atoms: list[Atom], moment: Moment, offset: int) -> DateMention:
    first, last = atoms[0], atoms[-1]
    value = Reason.NO_ANCHOR if first is last and first.rule.rule == CLAUSE_DAY else last.rule.read(last.match, moment)
    if len(atoms) == 2 and isinstance(value, When) and first.rule.rule in FROM_EVENT:
        value = first.rule.read(first.match, replace(moment, event=value.latest))
    elif len(atoms) == 2 and isinstance(value, When):
        value = join_range(first, value, moment)
    start, preposition = find_preposition(text, first)
    week = find_week(text, first, value) if first is last and isinstance(value, When) else None
    if week is not None:
        (start, value), preposition = week, ""
    plain = value if isinstance(value, When) and preposition == "since" else None
    if isinstance(value, When):
        preposition_of = "until" if preposition == "before" and is_end(last) else preposition
        value = open_ends(value, preposition_of, moment)
    span = Span(start + offset, last.end + offset)
    basis = Basis.INFERRED if any(atom.rule.basis is Basis.INFERRED for atom in atoms) else Basis.STATED
    rule = f"{last.rule.rule}-range" if len(atoms) == 2 else first.rule.rule
    answer: Answer[When] = (
        Unresolved(value, span, _candidates(last.match, value)) if isinstance(value, Reason) else Found(value, span, rule, basis)
    )
    return DateMention(span, answer, _is_long_ago(first, value, moment), preposition, "future" if moment.is_future else "past", rule, plain)


def _candidates(match: re.Match[str], reason: Reason) -> tuple[str, ...]:
    if reason is not Reason.AMBIGUOUS or "first" not in match.groupdict():
        return ()
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    return tuple(f"{year}-{month:02}-{day:02}" for month, day in ((second, first), (first, second)))


def _is_long_ago(atom: Atom, value: When | Reason, moment: Moment) -> bool:
    unit = atom.match.groupdict().get("unit")
    if isinstance(value, Reason):
        return unit == "year"
    first = value.earliest
    return unit in ("year", "decade") or (moment.anchor is not None and first is not None and (moment.anchor - first).days >= 365)
