"""The words before a first sentence: "BEIRUT, 7 March (Agency) —", "05-02-2015", "Headline AFP Sunday 3 Jul 2016"."""

import re
from dataclasses import dataclass
from datetime import date

from according.model.evidence import Span
from according.model.report import BlockKind, DatedFrom
from according.steps.collect.days import DAY, SHORT_DAY, find_days, read_short_day
from according.steps.collect.outlets import Outlets, tidy_name
from according.text.offsets import trim_span

_LONGEST_HEADLINE = 230
_LONGEST_PLACE = 60
_FIRST_YEAR = 50  # of two-digit years: 50 is 1950, 49 is 2049
_ON_AT = r"(?: on| at)?"
_LEAD = re.compile(
    rf"(?:(?:date of publication|(?:(?:first )?published|posted|(?:last )?(?:updated?|modified)){_ON_AT})\s*:?\s+)?",
    re.IGNORECASE,
)
# What pages put after the day: a time, counters, a section.
_TRAIL = re.compile(
    r"""(?:\s*\)|\s*[,|]?\s*(?:
      title:
    | (?:at\s+)?\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s*(?:GMT|UTC|KSA|EET|EST)\b(?:\s*[+-]\d{1,2})?)?
    | (?:at\s+)?\d{4}\s*(?:[AP]M|UTC(?:\s*[+-]\d{1,2})?|GMT)\b
    | at\s+\d{4}\b
    | \((?:updated|modified)\s[^()]{4,40}\)
    | Get\ short\ URL(?:\s+\d{1,7}){0,4}(?=\s|$)
    | Print\ Tweet(?:\ Views\ \d+)?
    | Views\ \d+
    )(?=\s|$|[.,)(|-]))*""",
    re.VERBOSE,
)
_NO_PLACE_BEGINS = "On|In|At|By|From|The|A|An|As|For|Of|To|After|Before|Since|Meanwhile|Last|This|When|While|FILE"
_DASH = r"(?:\s*(?:—|–|--)\s*|\s+-\s*|\s*:\s+)"
_NOT_BEFORE_DAY = frozenset(
    "on of in since from until till by at for to between and or after before late early mid dated the this last next a during through "
    "around about over than early, with ended began beginning starting as".split()
)
_NO_PLACES = frozenset("ISIS ISIL DAESH SANA TASS NATO HAMAS MENA AMISOM MONUSCO MINUSMA UNICEF UNHCR UNRWA OCHA SOHR".split())

_NO_CITY = frozenset(
    "WATCH MONITOR REPORT NEWS AGENCY OFFICE NETWORK OBSERVATORY COMMITTEE DESK BULLETIN UPDATE LOG LIST SUMMARY STATEMENT DIGEST".split()
)  # an organisation or a document, no place


@dataclass(frozen=True, slots=True)
class Dateline:
    """Hold what stands before the first sentence, and where the first sentence begins."""

    parts: tuple[tuple[BlockKind, Span], ...]
    body_start: int
    dated: DatedFrom | None = None
    place: str | None = None
    agency: str | None = None
    headline: str | None = None
    lacks_year: bool = False  # "7 March": its year is taken from elsewhere


def find_dateline(text: str, span: Span, outlets: Outlets, published: date | None) -> Dateline | None:
    """Read the date line that a paragraph begins with, or None.

    Args:
        published: day that is known from elsewhere; gives "7 March" its year.
    """
    found = _read_leading_day(text, span) or _read_headline_and_day(text, span, outlets)
    start = found.body_start if found else span.start
    known_day = published or (found.dated.day if found and found.dated else None)
    place = find_place_line(text, Span(start, span.end), outlets, known_day) or (found and _read_bare_place(text, start))
    if found is None or place is None:
        return found or place
    return Dateline(
        _merge(text, found.parts + place.parts),
        place.body_start,
        found.dated or place.dated,
        place.place,
        found.agency or place.agency,
        found.headline,
        lacks_year=found.dated is None and place.lacks_year,
    )


def _read_leading_day(text: str, span: Span) -> Dateline | None:
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    match = DAY.match(text, start, span.end)
    if match is None or text[match.end() : match.end() + 1] in ("-", "/"):
        return None
    written = next(find_days(text, start, match.end()), None)
    if written is None:
        return None
    body = _skip_trail(text, written.span.end, span.end)
    first = text[body : body + 1]
    if body >= span.end or first.islower() or first == ",":  # "On 2 July 2016 the army", and "2 July 2016, when the army"
        return None
    return Dateline(
        ((BlockKind.DATELINE, trim_span(text, Span(span.start, body))),), body, DatedFrom(written.day, "dateline", written.span)
    )


def _read_headline_and_day(text: str, span: Span, outlets: Outlets) -> Dateline | None:
    """Read "Headline AFP Sunday 3 Jul 2016 Body", the shape of a page that lost its lines."""
    written = next(find_days(text, span.start, min(span.end, span.start + _LONGEST_HEADLINE + 60)), None)
    if written is None:
        return None
    before = text[span.start : written.span.start].rstrip()
    agency = outlets.at_end.search(before)
    body = _skip_trail(text, written.span.end, span.end)
    if not _ends_headline(
        before, text[body : span.end], text[written.span.end :][:1], written.span.of(text), is_credited=agency is not None
    ):
        return None
    headline = trim_span(text, Span(span.start, span.start + (agency.start(1) if agency else len(before))))
    parts = [(BlockKind.TITLE, headline)] if headline.end > headline.start else []
    if agency:
        parts.append((BlockKind.BYLINE, Span(span.start + agency.start(1), span.start + agency.end(1))))
    parts.append((BlockKind.DATELINE, trim_span(text, Span(written.span.start, max(body, written.span.end)))))
    name = agency[1] if agency and outlets.knows(agency[1]) else None
    return Dateline(tuple(parts), body, DatedFrom(written.day, "dateline", written.span), agency=name, headline=headline.of(text) or None)


def _ends_headline(before: str, after: str, next_mark: str, day: str, *, is_credited: bool) -> bool:
    """Say whether words before a day are a headline, and no sentence that the day belongs to."""
    words = before.split()
    if len(before) > _LONGEST_HEADLINE or not words or words[-1].lower() in _NOT_BEFORE_DAY or re.search(r"[.!?]\s", before):
        return False
    if before.endswith((",", ";", "(")) or next_mark in (",", ";", ":") or (len(words) < 3 and not is_credited):
        return False
    is_sure = is_credited or re.match(r"(?:mon|tue|wed|thu|fri|sat|sun)", day, re.IGNORECASE) is not None
    return is_sure or (bool(after) and not after[0].islower())


_DASH_OR_NONE = r"(?:\s*(?:—|–|--|-))?\s*"


def _list_forms() -> tuple[str, ...]:
    place = rf"(?!(?:{_NO_PLACE_BEGINS})\b)(?P<place>[A-Z][\w'’./-]+(?:[ ,]{{1,2}}(?!(?:Reuters|AFP)\b)[A-Z][\w'’.-]*){{0,4}}?)"
    capitals = r"(?P<place>(?!FILE\b)[A-Z][A-Z'’./-]{2,}(?:,? [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][a-z]+)?)"
    agency = r"\((?P<agency>[A-Z][\w .&'’/-]{1,40}?)\)"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    month = r"[A-Z][A-Za-z]{2,8}\.?"
    year = r"(?:,?\s+(?:(?:19|20)\d\d|\d\d(?=\s*(?:--|—|–|\())))?"
    day = rf"(?P<day>(?:[A-Z][a-z]+\.?,?\s+)?(?:{number}\s+{month}|{month}\s+{number}){year})"
    return (
        rf"{place}(?: \([A-Z][\w ]{{2,30}}\))?,\s*{day}\s*(?:,?\s*{agency})?{_DASH}",
        rf"{place}\s*{agency}(?:\s*,?\s*{day})?{_DASH}",
        rf"{place}\s*\((?P<agency>[A-Z][\w .&'’/-]{{1,40}})[,;]?\s+{day}\)(?:{_DASH}|\s*)",
        rf"{place}\s*\({day}\){_DASH}",
        rf"{place},\s*{day}\.?\s*/(?P<agency>[A-Z][\w .&'’-]{{1,40}}?)/\.?{_DASH_OR_NONE}",
        rf"{place},\s*{day}\s*{agency}\s*[.:]?\s+",
        rf"{capitals}\s*{agency}\s*",
        rf"{capitals}\s*(?:—|–|--| -)\s*",
        r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,\s+[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s*(?:—|–)\s*(?=[A-Z\"“])",
    )


_FORMS = tuple(map(re.compile, _list_forms()))
_SIGN = re.compile(r"[—–:(/-]")  # no form is without one of them


def find_place_line(text: str, span: Span, outlets: Outlets, published: date | None) -> Dateline | None:
    """Read "BEIRUT, 7 March (Agency) —", "DAMASCUS (SANA) -", "MOSCOW (Sputnik)"; a lone place must be in capitals."""
    window = text[span.start : min(span.end, span.start + 140)]
    if _SIGN.search(window) is None:
        return None
    for form in (*_FORMS, outlets.before_dash):
        match = form.match(window)
        if match is None or match.end() >= span.end - span.start:
            continue
        groups = match.groupdict()
        name, place_name = tidy_name(groups.get("agency") or ""), groups.get("place")
        if (place_name is not None and len(place_name) > _LONGEST_PLACE) or (place_name is None and not name):
            continue
        dated = _date_of(text, span.start + match.start("day"), span.start + match.end("day"), published) if groups.get("day") else None
        lacks_year = dated is not None and not re.search(r"\d{4}|\s\d\d$", groups["day"] or "")
        whole = trim_span(text, Span(span.start, span.start + match.end()))
        if place_name is not None and not _NO_CITY.isdisjoint(place_name.upper().split()):
            continue
        city, _, credit = (place_name or "").rpartition(",")
        if not name and city and outlets.knows(credit):  # "Damascus, SANA –", and not "ALEPPO, Syria —"
            place_name, name = city, tidy_name(credit)
        parts = ((BlockKind.DATELINE, whole),)
        return Dateline(parts, span.start + match.end(), dated, place_name and tidy_name(place_name), name or None, lacks_year=lacks_year)
    return None


def _read_bare_place(text: str, start: int) -> Dateline | None:
    """Read the "BEIRUT" of "Jun 14 2016 BEIRUT An air strike …", its dash lost; only after a day."""
    match = re.compile(r"(?P<place>[A-Z]{4,}(?: [A-Z]{4,})?)\s+(?=(?:An?|The|At|In|On|[A-Z][a-z]{2,})\s)").match(text, start)
    if match is None or match["place"] in _NO_PLACES:
        return None
    return Dateline(((BlockKind.DATELINE, Span(*match.span("place"))),), match.end(), place=match["place"])


def _date_of(text: str, start: int, end: int, published: date | None) -> DatedFrom | None:
    written = next(find_days(text, start, end), None)
    if written is not None:
        return DatedFrom(written.day, "dateline", written.span)
    short = SHORT_DAY.search(text, start, end)
    if short is not None and (years := re.fullmatch(r",?\s+(\d\d)", text[short.end() : end])):  # 3 JAN 90
        century = 1900 if int(years[1]) >= _FIRST_YEAR else 2000
        day = read_short_day(short, date(century + int(years[1]), 12, 31))
        return DatedFrom(day, "dateline", Span(short.start(), end)) if day else None
    if short is None or published is None:
        return None
    day = read_short_day(short, published)
    return DatedFrom(day, "dateline", Span(*short.span())) if day else None


def _skip_trail(text: str, start: int, end: int) -> int:
    match = _TRAIL.match(text, start, end)
    stop = match.end() if match else start
    while stop < end and (text[stop].isspace() or text[stop] in "|.,;:—–-)"):
        stop += 1
    return stop


def _merge(text: str, parts: tuple[tuple[BlockKind, Span], ...]) -> tuple[tuple[BlockKind, Span], ...]:
    """Put date lines that follow each other together."""
    merged: list[tuple[BlockKind, Span]] = []
    for kind, span in parts:
        if merged and merged[-1][0] is kind is BlockKind.DATELINE:
            merged[-1] = (kind, trim_span(text, Span(merged[-1][1].start, span.end)))
        else:
            merged.append((kind, span))
    return tuple(merged)
