"""Which day a report was published, and which day its origin wrote it: what each source says, and which one is believed."""

from dataclasses import dataclass
from pathlib import PurePath

from according.model.report import DatedFrom
from according.steps.collect.days import read_day_of_name
from according.steps.collect.metadata import Said
from according.steps.collect.options import CollectOptions
from according.steps.collect.outlets import is_same_outlet
from according.steps.collect.shown import Shown

_LONGEST_WAY = 7  # days from an agency's date line to a reprint; a longer way is a mistake in the date line


@dataclass(frozen=True, slots=True)
class Dates:
    """Hold the days of a report, and what speaks against them."""

    published: DatedFrom | None
    origin_published: DatedFrom | None
    notes: tuple[str, ...]


def settle_dates(shown: Shown, name: str, options: CollectOptions, said: Said, publisher: str | None, origin: str | None) -> Dates:
    """Settle the days: first what the user says, then what the text says in full, then what stands around it.

    A date line with a place is the day of writing; when the page gives a day a little later, that is the day of publication.
    """
    origin_day = next((dated for outlet, dated in said.lines if origin is not None and is_same_outlet(outlet, origin)), None)
    own = [(is_same_outlet(outlet, publisher), dated) for outlet, dated in said.lines if dated is not origin_day]
    own_day = next((dated for is_own, dated in own if is_own), own[0][1] if own else None)
    dateline = said.dateline.dated if said.dateline else None
    around = _list_around(shown, name)
    option = DatedFrom(options.published, "option") if options.published else None
    page = next((one for one in around if one.source != "column" or _lacks_year(said)), None)
    is_reprint = dateline is not None and page is not None and _has_place(said) and _is_short_way(dateline, page)
    is_mistaken = dateline is not None and page is not None and _lacks_year(said) and not is_reprint and dateline.day != page.day
    believed = None if is_reprint or is_mistaken else dateline
    candidates = (option, own_day, believed, *around, dateline, origin_day, said.title_day)
    published = next((one for one in candidates if one is not None), None)
    if origin_day is None and dateline is not None and published is not None and _has_place(said) and _is_short_way(dateline, published):
        origin_day = dateline
    if origin_day is published:
        origin_day = None
    return Dates(published, origin_day, _note_others(published, origin_day, (dateline, *around)))


def _list_around(shown: Shown, name: str) -> tuple[DatedFrom, ...]:
    """List the days that stand around the text, the most trusted first."""
    given = DatedFrom(shown.published, shown.dated_by) if shown.published else None
    url, file_name = read_day_of_name(shown.url or ""), read_day_of_name(PurePath(name).name)
    found = (
        given if shown.dated_by == "metadata" else None,
        DatedFrom(url, "url") if url else None,
        given if shown.dated_by == "column" else None,
        DatedFrom(file_name, "file name") if file_name else None,
    )
    return tuple(one for one in found if one is not None)


def _has_place(said: Said) -> bool:
    return said.dateline is not None and said.dateline.place is not None


def _lacks_year(said: Said) -> bool:
    return said.dateline is not None and said.dateline.lacks_year


def _is_short_way(written: DatedFrom, published: DatedFrom) -> bool:
    return 0 < (published.day - written.day).days <= _LONGEST_WAY


def _note_others(published: DatedFrom | None, origin_day: DatedFrom | None, others: tuple[DatedFrom | None, ...]) -> tuple[str, ...]:
    if published is None:
        return ()
    known = {published.day} | ({origin_day.day} if origin_day else set())
    return tuple(
        f"The {one.source} gives {one.day}, and the {published.source} gives {published.day}."
        for one in others
        if one is not None and one.day not in known
    )
