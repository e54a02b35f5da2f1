"""The command line: parse, ask the app, print."""

from according.cli.entry import main

__all__ = ["main"]
