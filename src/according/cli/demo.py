"""`according demo`: what to try after the example reports are coded."""

import typer


def show_next_steps() -> None:
    """Say what to try next, with commands that work as they stand."""
    from according.app.demo import list_next_steps

    for line in list_next_steps():
        typer.echo(line)
