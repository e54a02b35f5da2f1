"""The list of commands."""

from typing import Annotated

import typer

from according.cli.code import code_reports

_EPILOG = "Start with: according code examples/ · A claim is what a source says; it is not a fact."


def build_app() -> typer.Typer:
    """Return the program with all its commands."""
    app = typer.Typer(
        name="according",
        help="Conflict event data, according to whom: reports in, attributed claims out.",
        epilog=_EPILOG,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("code")(code_reports)
    app.callback()(_show_version)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from according import __version__

        typer.echo(f"according {__version__}")
        raise typer.Exit


def _show_version(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)] = False,
) -> None:
    del version
