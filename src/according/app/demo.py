"""What a newcomer may try after the demo."""

from pathlib import Path

EXAMPLES = Path("examples/reports")
_STEPS = (
    ("see which words each value rests on", "explain {wire}"),
    ("the same as a page to read", "explain {folder} --html -o explained.html"),
    ("a table for a spreadsheet", "code {folder} --format csv -o claims.csv"),
    ("who a name meant on a day", "lookup actor HTS --on 2016-05-01"),
    ("your own reports", "code my-reports/ --country SY"),
)


def list_next_steps(examples: Path = EXAMPLES) -> tuple[str, ...]:
    """Return lines that say what to try next; the program is named so that the line can be typed from where `make demo` was."""
    names = {"folder": str(examples), "wire": str(examples / "2018-05-12-levant-wire-market-strike.txt")}
    program = ".venv/bin/according" if Path(".venv/bin/according").is_file() else "according"
    wide = max(len(what) for what, _ in _STEPS)
    return ("What to try next:", *(f"  {what:<{wide}}  {program} {command.format(**names)}" for what, command in _STEPS))
