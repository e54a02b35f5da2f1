"""Open the command line, and turn the errors made on purpose into one plain line and an exit code."""

import sys
from typing import Any, NoReturn

from according.cli.exits import FINE, INTERRUPTED, NOTHING_READ, USAGE, close_pipe, say_error
from according.errors import AccordingError, InvalidRequestError, KnowledgeError


def main() -> NoReturn:
    """Run the program named on the command line and leave with its exit code."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run the program with these arguments, or those of the process, and return its exit code."""
    import typer

    from according.cli.commands import build_app

    refusal = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException" and issubclass(one, Exception))
    try:
        result = build_app()(arguments, prog_name="according", standalone_mode=False)
        sys.stdout.flush()
    except refusal as error:
        return _refuse(error)
    except (typer.Abort, KeyboardInterrupt):
        say_error("stopped; nothing more was written")
        return INTERRUPTED
    except AccordingError as error:
        say_error(str(error))
        return USAGE if isinstance(error, InvalidRequestError | KnowledgeError) else NOTHING_READ
    except BrokenPipeError:
        close_pipe()
        return FINE
    return result if isinstance(result, int) else FINE


def _refuse(error: Any) -> int:
    """Say what is wrong with the arguments, and which help to read."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return USAGE
    path = context.command_path if context else "according"
    say_error(f"{error.format_message().replace('Value error, ', '').rstrip('.')}. Read `{path} --help`.")
    return USAGE
