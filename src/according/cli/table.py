"""Claims as a table for people: eight columns where there is room, five where there is not."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from according.app.explain import say_relation
from according.app.unseen import show_unseen
from according.cli.screen import open_screen
from according.model.codec import Json
from according.text.wording import say_actors, say_speakers, say_toll, say_when, say_where

if TYPE_CHECKING:
    from according.app.results import CodedReport

_WIDE = 140
_STATUS_STYLES = {"denied": "red", "unconfirmed": "yellow", "foreseen": "cyan", "prevented": "magenta"}
_WIDE_COLUMNS = ("who", "did what", "to whom", "where", "when", "toll", "who says", "status")
_NARROW_COLUMNS = ("what", "who → to whom", "where, when", "toll", "who says, status")


def print_claims(coded: Sequence["CodedReport"], output: Path | None = None) -> None:
    """Print the claims of each report as a table, on the terminal or into a file."""
    if output is None:
        _print_all(open_screen(), coded)
        return
    with output.open("w", encoding="utf-8") as file:
        _print_all(Console(file=file, width=160, highlight=False), coded)


def _print_all(console: Console, coded: Sequence["CodedReport"]) -> None:
    names = {one.report.report_id: one.report.name for one in coded if one.report is not None}
    claims = 0
    for one in coded:
        if one.report is None:
            continue
        records = one.to_dicts()
        claims += len(records)
        console.print(f"\n[bold]{escape(show_unseen(one.report.title or one.report.name))}[/bold]")
        console.print(f"[dim]{escape(show_unseen(_describe(one)))}[/dim]")
        for note in one.report.notes:
            console.print(f"[yellow]{escape(show_unseen(note))}[/yellow]")
        if one.report.copy_of:
            original = names.get(one.report.copy_of, "another report here")
            console.print(f"[yellow]A copy of {escape(show_unseen(original))}: only what it adds or changes is coded.[/yellow]")
        console.print(build_claims(records, is_wide=console.width >= _WIDE) if records else f"  {_say_nothing(one)}")
        for said in one.actor_claims:
            console.print(f"  [dim]on actors:[/dim] {escape(show_unseen(say_relation(said, one.report.text)))}")
    rejected = sum(1 for one in coded if one.report is None)
    console.print(f"\n{_sum_up(claims, len(coded) - rejected, rejected)} A claim is what a source says; it is not a fact.")


def _describe(coded: "CodedReport") -> str:
    report = coded.report
    assert report is not None
    parts = [report.name, report.publisher or report.origin or "publisher not stated"]
    parts += [f"written by {report.origin}"] if report.publisher and report.origin and report.origin != report.publisher else []
    parts += [f"{report.published.day.isoformat()} (from the {report.published.source})" if report.published else "no publication date"]
    return " · ".join(parts)


def _say_nothing(coded: "CodedReport") -> str:
    """Say why a report has no claims."""
    if coded.report is not None and coded.report.copy_of:
        return "No claim: it adds nothing to the report that it copies."
    tried = len(coded.silences)
    if tried:
        says = "1 word looks like an event and reports none" if tried == 1 else f"{tried} words look like events and report none"
        return f"No claim: {says}; `according explain` says why."
    return "No claim: no sentence reports an event that the codebook knows."


def _sum_up(claims: int, reports: int, rejected: int) -> str:
    lost = f"; {rejected} input{'s' if rejected > 1 else ''} could not be read" if rejected else ""
    return f"{claims} claim{'' if claims == 1 else 's'} in {reports} report{'' if reports == 1 else 's'}{lost}."


def build_claims(records: Sequence[Json], *, is_wide: bool = True) -> Table:
    """Return the claims of one report as a table."""
    table = Table(show_lines=True, expand=True)
    for name in _WIDE_COLUMNS if is_wide else _NARROW_COLUMNS:
        table.add_column(name, ratio=2 if name in {"when", "status"} else 3, min_width=10 if name == "when" else None)
    for record in records:
        table.add_row(*(_say_wide(record) if is_wide else _say_narrow(record)))
    return table


def _say_wide(record: Json) -> tuple[str, ...]:
    return (
        _show(say_actors(record, "initiator")),
        _say_what(record),
        _show(say_actors(record, "target")),
        _show(say_where(record["place"])),
        _show(say_when(record["date"])),
        _say_tolls(record),
        _show(say_speakers(record["attribution"])),
        _say_status(record),
    )


def _say_narrow(record: Json) -> tuple[str, ...]:
    who, whom = say_actors(record, "initiator"), say_actors(record, "target")
    where = _show(say_where(record["place"])) if record["place"] else "[dim]no place[/dim]"
    when = say_when(record["date"]) if record["date"] else "[dim]no day[/dim]"
    says = say_speakers(record["attribution"])
    return (
        _say_what(record),
        _show(who) + ("" if whom == "not stated" else "\n" + _show("\n".join(f"→ {one}" for one in whom.splitlines()))),
        f"{where}\n{when}",
        _say_tolls(record),
        f"{_show(says)}\n{_say_status(record)}",
    )


def _say_what(record: Json) -> str:
    return _show(record["event_type"].replace("_", " ") + (f"\n({record['weapon']})" if record["weapon"] else ""))


def _say_tolls(record: Json) -> str:
    return _show("\n".join(say_toll(toll) for toll in record["tolls"]) or "not stated")


def _say_status(record: Json) -> str:
    style = _STATUS_STYLES.get(record["status"], "")
    lines = [f"[{style}]{record['status']}[/{style}]" if style else record["status"]]
    lines += [record["kind"]] if record["kind"] != "incident" else []
    lines += ["[dim]background[/dim]"] if record["background"] else []
    return "\n".join(lines)


def _show(words: str) -> str:
    return "[dim]–[/dim]" if words == "not stated" else escape(show_unseen(words))
