from pathlib import Path

import pytest
from coded_reports import HERE, PLAIN, make_claim, make_coded, make_rejected, make_report
from rich.console import Console

from according.app.results import CodedReport
from according.app.unknown import count_unknown
from according.cli.table import _print_all, print_claims
from according.model.answers import Status
from according.model.claim import Reading


def _print(*coded: CodedReport, width: int = 160) -> str:
    console = Console(width=width, record=True, highlight=False, quiet=False, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    _print_all(console, coded)
    console.file.close()
    return console.export_text()


@pytest.mark.parametrize("width", [90, 100, 160])
def test_the_table_fits_and_says_all(width: int) -> None:
    text = _print(make_coded(), width=width)
    assert all(len(line) <= width for line in text.splitlines())
    flat = " ".join(text.replace("│", " ").split())
    for words in ("A title", "Invented Wire", "no publication date", "=Gunmen", "Idlib", "killed", "<b>Police</b>", "happened"):
        assert words in flat
    assert "1 claim in 1 report. A claim is what a source says; it is not a fact." in flat


def test_a_name_that_could_not_be_resolved_has_a_question_mark() -> None:
    assert "? people" in _print(make_coded())


def test_a_denial_stands_out_on_a_terminal() -> None:
    coded = CodedReport(Reading(make_report(PLAIN), (make_claim(PLAIN, where=HERE, status=Status.DENIED),)))
    console = Console(width=160, force_terminal=True, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    _print_all(console, [coded])
    console.file.close()
    assert "\x1b[31mdenied" in console.export_text(styles=True)


def test_a_copy_a_silent_report_and_a_rejected_one_are_told() -> None:
    copied = CodedReport(Reading(make_report(PLAIN, name="c.txt", copy_of="id-a.txt"), ()))
    silent = CodedReport(Reading(make_report("Nothing.", name="d.txt"), ()))
    looks = CodedReport(Reading(make_report(PLAIN, name="e.txt"), (), (), make_coded().silences))
    text = _print(make_coded(), copied, silent, looks, make_rejected())
    assert "A copy of a.txt: only what it adds or changes is coded." in text
    assert "No claim: it adds nothing to the report that it copies." in text
    assert "No claim: no sentence reports an event that the codebook knows." in text
    assert "No claim: 1 word looks like an event and reports none; `according explain` says why." in text
    assert "1 claim in 4 reports; 1 input could not be read." in text


def test_a_report_cannot_command_the_terminal() -> None:
    hostile = PLAIN.replace("people", "people \x1b[31m\u202e")
    text = _print(make_coded(hostile, title="A \x1b]0;title\x07"))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "⟨U+001B⟩" in text


def test_the_table_goes_to_a_file(tmp_path: Path) -> None:
    print_claims([make_coded()], tmp_path / "claims.txt")
    text = (tmp_path / "claims.txt").read_text(encoding="utf-8")
    assert "attack on" in text
    assert "\x1b[" not in text


def test_unknown_names_are_ranked_by_how_often_they_occur() -> None:
    counts = count_unknown([make_coded(), make_coded()])
    assert [(one.text, one.role, one.times, one.reports, one.candidates) for one in counts] == [("Town", "place", 4, 2, ("Down",))]
