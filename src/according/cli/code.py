"""`according code`: reports in, claims out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.exits import FINE, NOTHING_READ, PARTIAL, close_pipe, say_error
from according.errors import InvalidRequestError
from according.model.conversation import FELL_BACK
from according.model.report import NO_DAY

if TYPE_CHECKING:
    from according.app.code import Coder, Progress
    from according.app.results import CodedReport


class Format(StrEnum):
    """What the claims are written as."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"


_CURES = {
    "no text column": "Name it: --column text=NAME.",
    "language": "Give an English version, or say --language en if it is English.",
}  # in words of the command line

Reports = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", show_default=False)]
Published = Annotated[str | None, typer.Option(help="Day of publication of all the reports, as 2026-05-12.")]
Source = Annotated[str | None, typer.Option(help="Outlet of all the reports.")]
Country = Annotated[str | None, typer.Option(help="Country the reports are about, as ISO code: SY.")]
Language = Annotated[str | None, typer.Option(help="Language of the reports, as ISO code, instead of finding out: en.")]
KnowledgeDirs = Annotated[list[Path] | None, typer.Option("--knowledge", help="A folder of your own actors, places, sources, triggers.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="A file that names a language model; it is then sent sentences.")]
Column = Annotated[list[str] | None, typer.Option(help="Column of a table: text=body, title=headline, date=day, source=paper, url=link.")]


def code_reports(
    reports: Reports,
    format_: Annotated[
        Format | None, typer.Option("--format", help="Default: what the name of -o says; else a table on a terminal, JSON Lines in a pipe.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")] = None,
    published: Published = None,
    source: Source = None,
    country: Country = None,
    language: Language = None,
    knowledge: KnowledgeDirs = None,
    column: Column = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes.")] = 1,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put each report's text into the JSON; offsets count in it.")] = False,
    settings: SettingsFile = None,
) -> None:
    """Read reports and write their claims: who did what to whom, where, when, at what cost, and who says so.

    Exit code 0: all was read. 3: some inputs could not be read. 4: none could.
    """
    check_output(output)
    coder = make_coder(
        published=published,
        source=source,
        country=country,
        language=language,
        knowledge=knowledge,
        column=column,
        jobs=jobs,
        settings=settings,
    )
    chosen = format_ or choose_format(output)
    if chosen is Format.PARQUET and output is None and sys.stdout.isatty():
        raise InvalidRequestError("Parquet is not for a terminal", where="--format parquet", cure="Add -o claims.parquet.")
    with show_progress() as progress:
        coded = list(code_inputs(coder, reports, progress))
    write_claims(coded, chosen, output, with_text=with_text)
    report_model_failures(coded)
    report_lost_days(coded)
    raise typer.Exit(report_rejections(coded))


def choose_format(output: Path | None) -> Format:
    """Return the format that the name of the file asks for; without one, a table on a terminal and JSON Lines in a pipe."""
    if output is None:
        return Format.TABLE if sys.stdout.isatty() else Format.JSONL
    return next((one for one in Format if output.suffix.lower() == f".{one}"), Format.JSONL)


def make_coder(
    *,
    published: str | None = None,
    source: str | None = None,
    country: str | None = None,
    language: str | None = None,
    knowledge: Sequence[Path] | None = None,
    column: Sequence[str] | None = None,
    jobs: int = 1,
    settings: Path | None = None,
) -> "Coder":
    """Return a coder for the options of the command line.

    Raises:
        InvalidRequestError: if a day, a country, a column or a settings file makes no sense.
    """
    from according.app.code import open_coder

    pairs = tuple(_read_column(one) for one in column or ())
    _check_once([role for role, _ in pairs])
    day = read_day(published, "--published")
    return open_coder(
        knowledge=tuple(knowledge or ()),
        published=day,
        source=source,
        country=read_country(country),
        language=language,
        columns=pairs,
        jobs=jobs,
        settings=settings,
    )


def read_day(text: str | None, option: str) -> date | None:
    """Read a day of the command line.

    Raises:
        InvalidRequestError: if it is not written as 2026-05-12.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InvalidRequestError(f"{text!r} is not a day", where=option, cure="Write it as 2026-05-12.") from None


def read_country(code: str | None) -> str | None:
    """Read a country of the command line.

    Raises:
        InvalidRequestError: if no country has this code.
    """
    from according.knowledge.countries import check_country

    return check_country(code, "--country")


def _read_column(pair: str) -> tuple[str, str]:
    role, sign, name = pair.partition("=")
    if not sign or role not in {"text", "title", "date", "source", "url"}:
        raise InvalidRequestError(
            f"{pair!r} is not a column", where="--column", cure="Write it as text=body (or title=, date=, source=, url=)."
        )
    return role, name


def _check_once(roles: Sequence[str]) -> None:
    twice = next((role for role in roles if roles.count(role) > 1), None)
    if twice is not None:
        raise InvalidRequestError(f"{twice}= is given twice", where="--column", cure="Name one column for it.")


def code_inputs(coder: "Coder", reports: Sequence[str], progress: "Progress | None" = None) -> Iterator["CodedReport"]:
    """Yield the outcome of each input; `-` is standard input."""
    if "-" in reports:
        yield from coder.code_bytes(sys.stdin.buffer.read(), "standard input", progress)
    paths = [report for report in reports if report != "-"]
    if paths:
        yield from coder.code_many(paths, progress)


@contextmanager
def show_progress() -> Iterator["Progress | None"]:
    """Show a progress bar on standard error, when that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def write_claims(coded: Sequence["CodedReport"], chosen: Format, output: Path | None, *, with_text: bool) -> None:
    """Write the claims of all reports in one format, to a file or to standard output."""
    from according.app import tables

    records = [record for one in coded for record in one.to_dicts(with_text=with_text)]
    match chosen:
        case Format.TABLE:
            from according.cli.table import print_claims

            print_claims(coded, output)
        case Format.PARQUET:
            write_bytes(tables.write_parquet(records), output)
        case Format.JSONL:
            write_bytes(tables.write_jsonl(records).encode(), output)
        case Format.CSV:
            write_bytes(tables.write_csv(records).encode(), output)
        case Format.GEOJSON:
            write_bytes(tables.write_geojson(records).encode(), output)


def check_output(output: Path | None) -> None:
    """Refuse a place that cannot be written to before any work is done.

    Raises:
        InvalidRequestError: if there is no such folder, or it is a folder itself.
    """
    if output is None:
        return
    if output.is_dir():
        raise InvalidRequestError("this is a folder", where=f"-o {output}", cure="Name a file in it.")
    if not output.absolute().parent.is_dir():
        raise InvalidRequestError("there is no such folder", where=f"-o {output}", cure="Name a folder that exists.")


def write_bytes(content: bytes, output: Path | None) -> None:
    """Write to a file or to standard output.

    Raises:
        InvalidRequestError: if the file cannot be written.
    """
    if output is None:
        try:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            close_pipe()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InvalidRequestError(f"cannot write there ({error.strerror})", where=str(output), cure="Name a folder that exists.") from error


def report_model_failures(coded: Iterable["CodedReport"]) -> None:
    """Say on standard error that a language model failed, which else only the notes of the reports tell."""
    failed = [one.report.name for one in coded if one.report and any(note.endswith(FELL_BACK) for note in one.report.notes)]
    if failed:
        where = failed[0] if len(failed) == 1 else f"{failed[0]} and {len(failed) - 1} more reports"
        say_error(f"{where}: the language model gave no usable answer for some sentences, where {FELL_BACK}; `report.notes` says why")


def report_lost_days(coded: Iterable["CodedReport"]) -> None:
    """Say on standard error that days of a table could not be read, which else only the notes of the reports tell."""
    lost = [(one.report.name, note) for one in coded if one.report for note in one.report.notes if note.endswith(NO_DAY)]
    if lost:
        name, note = lost[0]
        more = f" So it is with {len(lost) - 1} more." if len(lost) > 1 else ""
        say_error(f"{name}: {note} Write days as 2026-05-12; 05/06/2026 may be two.{more}")


def report_rejections(coded: Iterable["CodedReport"]) -> int:
    """Say on standard error which inputs gave no report, and return the exit code."""
    outcomes = list(coded)
    rejected = [one.rejected for one in outcomes if one.rejected is not None]
    for one in rejected:
        say_error(f"{one.name}: {one.message.rstrip('.')}. {_CURES.get(one.kind.value, one.cure)}")
    if not rejected:
        return FINE
    return NOTHING_READ if len(rejected) == len(outcomes) else PARTIAL
