"""Join two dates to one time, and read the word before a date: "from Monday to Friday", "since 2011", "by Friday"."""

import re
from datetime import date, timedelta

from according.model.answers import DatePrecision, When
from according.model.evidence import Reason
from according.model.records import replace
from according.steps.extract.dates_finding import Atom
from according.steps.extract.dates_moment import Moment, make_when, name_length
from according.text.calendars import week_days

_PREPOSITION = re.compile(
    r"\b(?P<word>since|until|till|up to|as of|by|before|after|from|on|in|during|at|between|through|throughout|ahead of|following|prior to|"
    r"around|over|late on|early on|late in|early in)"
    r"\s+(?:the\s+|its\s+|a\s+)?(?:(?:early\s+|late\s+)?(?:hours|morning|evening|night|afternoon|day)\s+of\s+)?$",
    re.IGNORECASE,
)
_LONGEST_PREPOSITION = 50
_THE_DAY = re.compile(r"\s+(?:the\s+|an?\s+|his\s+|their\s+)?(?:after\s+the\s+)?", re.IGNORECASE)
_WHOLE_DAYS = frozenset(f"en.date.{name}" for name in ("day-month", "month-day", "day-month-year", "month-day-year"))
CLAUSE_DAY = "en.date.clause-day"
FROM_EVENT = frozenset({"en.date.event-day", "en.date.event-days", "en.date.since-then", CLAUSE_DAY})
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


_NAMED_DAYS = frozenset(f"en.date.{name}" for name in ("weekday", "yesterday", "today", "overnight", "last-night"))
_WEEK_BEFORE = re.compile(
    r"\bweek\s+(?:(?P<until>ending|ended|to|until|up to|through)|(?P<of>of)|beginning|starting|commencing|from)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_SIX_DAYS = timedelta(days=6)


def is_range(text: str, left: Atom, right: Atom) -> bool:
    """Say whether two dates are the ends of one time."""
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
            or {left.rule.rule, right.rule.rule} <= _NAMED_DAYS
            or _are_bare_months(left, right)
        )
    if (link["join"] or "").lower() in ("to", "into"):
        return (
            bool(re.search(r"\b(?:from|overnight|night\s+of|of)\s+(?:early\s+|late\s+|the\s+)*$", before, re.IGNORECASE))
            or left.rule.rule == right.rule.rule
        )
    return bool(link["join"]) or left.rule.rule == right.rule.rule or {left.rule.rule, right.rule.rule} <= _WHOLE_DAYS


def counts_from(text: str, left: Atom, right: Atom) -> bool:
    """Say whether one counts from the other: "two days after the 16 December election"."""
    is_counted = left.rule.rule in FROM_EVENT and left.match.group().lower().endswith(("after", "before"))
    return is_counted and _THE_DAY.fullmatch(text, left.end, right.start) is not None


def _are_bare_months(left: Atom, right: Atom) -> bool:
    return all(atom.rule.rule in ("en.date.month", "en.date.month-after-preposition") for atom in (left, right))


def join_range(first: Atom, last: When, moment: Moment) -> When | Reason:
    """Read the first end as seen from the last: "from January to March 2018" is January 2018."""
    end = last.latest
    start = first.rule.read(first.match, replace(moment, anchor=end, is_future=False))
    if isinstance(start, Reason):
        return start
    if start.earliest is None or end is None or start.earliest > end:
        return Reason.CONTRADICTORY
    days = (start.earliest, end)
    return make_when(days, name_length(days), last.anchor)


def find_preposition(text: str, atom: Atom) -> tuple[int, str]:
    """Return where the words of a date begin with its preposition, and the preposition."""
    before = text[: atom.start]
    match = _PREPOSITION.search(text, max(0, atom.start - _LONGEST_PREPOSITION), atom.start)
    word = " ".join(match["word"].lower().split()) if match else ""
    start = match.start() if match else min(atom.match.start(), atom.start)
    if word in ("in", "on", "") and "since" in before.lower():
        clause = _SINCE_CLAUSE.search(before)
        if clause and not re.search(r"[;:]", clause.group()) and len(_NEW_FINITE.findall(clause.group())) <= 1:
            return clause.start(), "since"
    return start, word


def find_week(text: str, atom: Atom, value: When) -> tuple[int, When] | None:
    """Return where "in the week ending 12 March" begins and its days, if a day is told as the end or the start of a week."""
    day = value.earliest
    if day is None or day != value.latest or "week" not in text[max(0, atom.start - _LONGEST_PREPOSITION) : atom.start].lower():
        return None
    match = _WEEK_BEFORE.search(text, max(0, atom.start - _LONGEST_PREPOSITION), atom.start)
    if match is None:
        return None
    try:
        days = (day - _SIX_DAYS, day) if match["until"] else week_days(day) if match["of"] else (day, day + _SIX_DAYS)
    except OverflowError:
        return None
    return match.start(), make_when(days, DatePrecision.WEEK, value.anchor)


def open_ends(value: When, preposition: str, moment: Moment) -> When | Reason:
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


def is_end(atom: Atom) -> bool:
    """Say whether it is the end of a time: what comes before the end of May comes until the end of May."""
    return (atom.match.groupdict().get("part") or "").lower().removeprefix("the ").startswith("end")
