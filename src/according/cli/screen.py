"""Open the terminal for tables and texts."""

import sys
from typing import NoReturn

from rich.console import Console

from according.cli.exits import FINE, close_pipe


class Screen(Console):
    """Print without colouring numbers, and end quietly when whoever read the pipe has gone."""

    def on_broken_pipe(self) -> NoReturn:
        """Leave as `head` wants it."""
        close_pipe()
        raise SystemExit(FINE)


def open_screen(width_in_pipe: int = 160) -> Screen:
    """Return standard output: as wide as the terminal, and of a fixed width in a pipe. NO_COLOR is heeded."""
    return Screen(width=None if sys.stdout.isatty() else width_in_pipe, highlight=False)
