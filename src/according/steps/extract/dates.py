"""Answer when: find every date expression of a report and resolve it against the right day; durations stay unresolved."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Answer, Basis, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport, Sentence
from according.model.report import BlockKind
from according.steps.extract.dates_finding import Atom, find_atoms
from according.steps.extract.dates_readers import Moment, make_when, name_length
from according.text.calendars import Days

_PREPOSITION = re.compile(
    r"\b(?P<word>since|until|till|up to|as of|by|before|after|from|on|in|during|at|between|through|throughout|ahead of|following|prior to|"
    r"around|over|late on|early on|late in|early in)"
    r"\s+(?:the\s+|its\s+|a\s+)?(?:(?:early\s+|late\s+)?(?:hours|morning|evening|night|afternoon|day)\s+of\s+)?$",
    re.IGNORECASE,
)
_LONGEST_PREPOSITION = 50
_TOP, _LONGEST_HEADING = 3, 120  # sentences, characters
_LONGEST_PERIOD = 31  # days
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE})
_THE_DAY = re.compile(r"\s+(?:the\s+|an?\s+|his\s+|their\s+)?(?:after\s+the\s+)?", re.IGNORECASE)
_WHOLE_DAYS = frozenset(f"en.date.{name}" for name in ("day-month", "month-day", "day-month-year", "month-day-year"))
OF_SPEECH = frozenset({"en.date.today", "en.date.today-first-word", "en.date.yesterday"})
"""Rules whose days count from the day of the speech where they stand in one."""
_FROM_EVENT = frozenset({"en.date.event-day", "en.date.event-days", "en.date.since-then"})
_SINCE_CLAUSE = re.compile(r"\bsince\b(?:\s+[\w'’-]+){1,9}?\s+$", re.IGNORECASE)
_NEW_FINITE = re.compile(r"\b(?:was|were|said|killed|has|have|had)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:,?\s*(?P<join>to|until|till|through|and|or|into)|-|–|—)\s*(?:on\s+|in\s+|the\s+|early\s+|late\s+)*", re.IGNORECASE
)
_CONTINUED = re.compile(
    r",?\s+and\s+(?:was|were|is|are|had|has)?\s*(?:still\s+)?(?:continuing|continued|continues|lasted|ongoing|going on|raging|under way)"
    r"\s+(?:until|into|through|on|to)?\s*",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|scheduled|planned|plans?\s+to|due|expected|set\s+to|going\s+to|is\s+to|are\s+to|to\s+(?:start|begin|hold|take\s+place|enter|meet)|upcoming|ahead\s+of|"
    r"(?:to\s+)?pave\s+the\s+way\s+for|calls?\s+for|called\s+for|deadline|would\s+(?:start|begin|take|last|enter|come|hold))\b",
    re.IGNORECASE,
)
_LONGEST_OPENING = 12  # characters: "By the ", "On "
_WILL = re.compile(r"[\w'’-]+(?:\s[\w'’-]+){0,2},?\s+(?:the\s+|an?\s+|its\s+|all\s+)?(?:[\w'’-]+\s+){0,3}?(?:will|shall)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|told|announced|stated|added|reported|tweeted|warned)(?:\s+\w+){0,2}\s*(?:on\s+|late\s+|early\s+)*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
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
    Headings are always read, since they date the list below them.
    """
    anchor, text = parsed.report.anchor, parsed.report.text
    moment = Moment(anchor.day if anchor else None, name_anchor(anchor.source) if anchor else "publication")
    found: list[DateMention] = []
    unread: list[Sentence] = []
    for sentence in parsed.sentences:
        if sentence.block is BlockKind.BOILERPLATE:
            continue
        if not sentence.is_parsed and not is_heading(sentence):
            unread.append(sentence)
            continue
        words = sentence.span.of(text)
        atoms = find_atoms(words)
        if not atoms:
            continue
        if unread and any(atom.rule.rule in _FROM_EVENT for atom in atoms):
            for earlier in unread:
                before = earlier.span.of(text)
                moment = _read_atoms(before, find_atoms(before), moment, 0, [])
            unread.clear()
        event, known = moment.event, len(found)
        moment = _read_atoms(words, atoms, moment, sentence.span.start, found)
        found[known:] = [_widen_speech(one, parsed) for one in found[known:]]
        if not sentence.is_parsed:
            moment = replace(moment, event=event, period=moment.period or _find_period(found[known:]))
        elif moment.event is not event:
            unread.clear()
    return tuple(found)


def _widen_speech(mention: DateMention, parsed: ParsedReport) -> DateMention:
    """Take "today" in a quotation for the day of the report or the one before: nobody knows when it was said."""
    answer = mention.answer
    if mention.rule not in OF_SPEECH or not isinstance(answer, Found) or not any(one.span.contains(mention.span) for one in parsed.quotes):
        return mention
    first, last = answer.value.earliest, answer.value.latest
    if first is None or last is None or first == date.min:
        return mention
    when = make_when((first - timedelta(days=1), last), DatePrecision.DAYS, answer.value.anchor)
    return replace(mention, answer=replace(answer, value=when, basis=Basis.INFERRED))


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
    while at < len(atoms):
        joined = (
            2 if at + 1 < len(atoms) and (_is_range(text, atoms[at], atoms[at + 1]) or _counts_from(text, atoms[at], atoms[at + 1])) else 1
        )
        is_future = _is_future(text, done, atoms[at].start)
        here = moment if is_future == moment.is_future else replace(moment, is_future=is_future)
        mention = _read_mention(text, atoms[at : at + joined], here, offset)
        found.append(mention)
        event = _event_after(mention, moment)
        if event is not moment.event:
            moment = replace(moment, event=event)
        if isinstance(mention.answer, Found):
            done = atoms[at + joined - 1].end
        at += joined
    return moment


def _is_range(text: str, left: Atom, right: Atom) -> bool:
    gap = text[left.end : right.start]
    before = text[: left.start]
    if _CONTINUED.fullmatch(gap):
        return True
    link = _BETWEEN.fullmatch(gap)
    if link is None or (link["join"] or "").lower() == "or":
        return False
    if (link["join"] or "").lower() == "and":
        return (
            bool(re.search(r"\bbetween\s+(?:the\s+)?$", before, re.IGNORECASE))
            or left.rule.rule == right.rule.rule == "en.date.weekday"
            or _are_bare_months(left, right)
        )
    if (link["join"] or "").lower() in ("to", "into"):
        return (
            bool(re.search(r"\b(?:from|overnight|night\s+of|of)\s+(?:early\s+|late\s+|the\s+)*$", before, re.IGNORECASE))
            or left.rule.rule == right.rule.rule
        )
    return bool(link["join"]) or left.rule.rule == right.rule.rule or {left.rule.rule, right.rule.rule} <= _WHOLE_DAYS


def _counts_from(text: str, left: Atom, right: Atom) -> bool:
    """Say whether one counts from the other: "two days after the 16 December election"."""
    is_counted = left.rule.rule in _FROM_EVENT and left.match.group().lower().endswith(("after", "before"))
    return is_counted and _THE_DAY.fullmatch(text, left.end, right.start) is not None


def _are_bare_months(left: Atom, right: Atom) -> bool:
    return all(atom.rule.rule in ("en.date.month", "en.date.month-after-preposition") for atom in (left, right))


def _is_future(text: str, after: int, start: int) -> bool:
    between = text[after:start]
    if len(between) <= _LONGEST_OPENING and _WILL.match(text, start):
        return True
    return bool(_FUTURE.search(between)) and not _REPORTED.search(between)


def _read_mention(text: str, atoms: list[Atom], moment: Moment, offset: int) -> DateMention:
    first, last = atoms[0], atoms[-1]
    value = last.rule.read(last.match, moment)
    if len(atoms) == 2 and isinstance(value, When) and first.rule.rule in _FROM_EVENT:
        value = first.rule.read(first.match, replace(moment, event=value.latest))
    elif len(atoms) == 2 and isinstance(value, When):
        value = _join_range(first, value, moment)
    start, preposition = _find_preposition(text, first)
    plain = value if isinstance(value, When) and preposition == "since" else None
    if isinstance(value, When):
        preposition_of = "until" if preposition == "before" and _is_end(last) else preposition
        value = _open_ends(value, preposition_of, moment)
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


def _join_range(first: Atom, last: When, moment: Moment) -> When | Reason:
    """Read the first end as seen from the last: "from January to March 2018" is January 2018."""
    end = last.latest
    start = first.rule.read(first.match, replace(moment, anchor=end, is_future=False))
    if isinstance(start, Reason):
        return start
    if start.earliest is None or end is None or start.earliest > end:
        return Reason.CONTRADICTORY
    days = (start.earliest, end)
    return make_when(days, name_length(days), last.anchor)


def _find_preposition(text: str, atom: Atom) -> tuple[int, str]:
    before = text[: atom.start]
    match = _PREPOSITION.search(text, max(0, atom.start - _LONGEST_PREPOSITION), atom.start)
    word = " ".join(match["word"].lower().split()) if match else ""
    start = match.start() if match else min(atom.match.start(), atom.start)
    if word in ("in", "on", "") and "since" in before.lower():
        clause = _SINCE_CLAUSE.search(before)
        if clause and not re.search(r"[;:]", clause.group()) and len(_NEW_FINITE.findall(clause.group())) <= 1:
            return clause.start(), "since"
    return start, word


def _open_ends(value: When, preposition: str, moment: Moment) -> When | Reason:
    """Apply "since", "until", "by" and "before", which leave one end to the anchor or open."""
    earliest, latest = value.earliest, value.latest
    if preposition == "since" and earliest is not None:
        end = moment.anchor if moment.anchor is not None and moment.anchor >= earliest else None
        return When(earliest, end, DatePrecision.PERIOD if end is None else name_length((earliest, end)), value.anchor)
    if preposition in ("by", "before") and moment.is_future and latest is not None and moment.anchor is not None and latest > moment.anchor:
        return When(moment.anchor, latest, DatePrecision.PERIOD, value.anchor)
    if preposition in ("until", "till", "by", "up to", "as of") and latest is not None:
        return When(None, latest, DatePrecision.PERIOD, value.anchor)
    if preposition in ("before", "prior to") and earliest is not None:
        if earliest == date.min:
            return Reason.NOT_A_DATE
        return When(None, earliest - timedelta(days=1), DatePrecision.PERIOD, value.anchor)
    return value


def _is_end(atom: Atom) -> bool:
    """Say whether it is the end of a time: what comes before the end of May comes until the end of May."""
    return (atom.match.groupdict().get("part") or "").lower().removeprefix("the ").startswith("end")


def _is_long_ago(atom: Atom, value: When | Reason, moment: Moment) -> bool:
    unit = atom.match.groupdict().get("unit")
    if isinstance(value, Reason):
        return unit == "year"
    first = value.earliest
    return unit in ("year", "decade") or (moment.anchor is not None and first is not None and (moment.anchor - first).days >= 365)
