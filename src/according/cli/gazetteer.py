"""`according gazetteer`: add, list and remove the user's own gazetteers."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from according.cli.exits import FINE, NOTHING_READ, PARTIAL, say_error
from according.errors import GazetteerError, InvalidRequestError
from according.text.wording import say_count

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line; so it is in a pipe.")]


def add_files(
    files: Annotated[list[Path], typer.Argument(help="GeoNames dumps, Who's On First tables, or your own CSV.", show_default=False)],
    source: Annotated[str | None, typer.Option(help="Where the files come from; kept with them.")] = None,
    licence: Annotated[str | None, typer.Option(help="Their licence; kept with them.")] = None,
) -> None:
    """Add files to the places that names are looked up in. The same file twice changes nothing; a new edition replaces the old."""
    from according.app.gazetteer import add_gazetteer

    failed = 0
    for file in files:
        try:
            added = add_gazetteer(file, source=source, licence=licence)
        except (GazetteerError, OSError) as error:
            failed += 1
            say_error(f"{file}: {error.strerror}. Check the name." if isinstance(error, OSError) else str(error))
            continue
        card = added.gazetteer
        state = "added" if added.is_new else "already there"
        typer.echo(f"{card.name}: {state}, {say_count(card.places, 'place')} ({card.form}; {card.source}, {card.licence})")
        for row in added.bad_rows:
            say_error(f"{file}: line {row.line}: {row.what}. {row.cure}")
        if card.bad_rows > len(added.bad_rows) and added.is_new:
            say_error(f"{file}: {card.bad_rows:,} rows in all could not be used. The other rows are in.")
    raise typer.Exit(FINE if not failed else NOTHING_READ if failed == len(files) else PARTIAL)


def list_added(as_json: AsJson = False) -> None:
    """List the gazetteers that were added, with their source and licence."""
    from dataclasses import asdict

    from rich.table import Table

    from according.app.gazetteer import list_gazetteers
    from according.cli.screen import open_screen

    cards = list_gazetteers()
    if as_json or not sys.stdout.isatty():
        for card in cards:
            typer.echo(json.dumps(asdict(card), ensure_ascii=False))
        return
    table = Table("name", "file", "places", "unused rows", "source", "licence")
    for card in cards:
        table.add_row(card.name, card.file, f"{card.places:,}", f"{card.bad_rows:,}", card.source, card.licence)
    open_screen().print(table if cards else "None has been added. Add one: according gazetteer add FILE")


def remove_added(name: Annotated[str, typer.Argument(help="A name that `according gazetteer list` shows.", show_default=False)]) -> None:
    """Remove a gazetteer by its name."""
    from according.app.gazetteer import remove_gazetteer

    try:
        card = remove_gazetteer(name)
    except GazetteerError as error:
        raise InvalidRequestError(error.what, where="gazetteer remove", cure=error.cure) from error
    typer.echo(f"{card.name}: removed, {say_count(card.places, 'place')}")
