"""Each bad input gives one plain line, or a report where it can be read; none stops the program."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator

import pytest

from according.model.report import Rejected, RejectionKind, Report
from according.steps.collect import CollectOptions, isolation, read_bytes
from according.steps.collect.isolation import stop_workers

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page"
SENTENCE = "Two people were killed on Thursday when shells hit a market in the town, residents said."


@pytest.fixture(autouse=True, scope="module")
def _no_worker_stays() -> Iterator[None]:
    yield
    stop_workers()


def make_zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def make_encrypted_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 720, SENTENCE)
    canvas.save()
    return stream.getvalue()


def make_empty_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return stream.getvalue()


BAD = {
    "empty.txt": (b"", RejectionKind.EMPTY),
    "blank.txt": (b" \n\n\t ", RejectionKind.EMPTY),
    "binary.txt": (bytes(range(256)) * 40, RejectionKind.UNREADABLE),
    "binary.html": (b"<html>" + bytes(range(256)) * 40, RejectionKind.UNREADABLE),
    "random.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 40, RejectionKind.UNREADABLE),
    "truncated.pdf": (PDF, RejectionKind.UNREADABLE),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), RejectionKind.UNREADABLE),
    "rich.rtf": (b"{\\rtf1 Two people were killed.}", RejectionKind.UNREADABLE),
    "zip.docx": (make_zip(letter=b"hello"), RejectionKind.UNREADABLE),
    "broken.docx": (make_zip(word__document=b"x")[:-30], RejectionKind.UNREADABLE),
    "nonsense.docx": (make_zip(**{"word__document.xml": b"<w:document"}), RejectionKind.UNREADABLE),
    "picture.jpg": (b"\xff\xd8\xff\xe0" + bytes(100), RejectionKind.UNREADABLE),
    "numbers.csv": (b"a,b\n1,2\n", RejectionKind.NO_TEXT_COLUMN),
    "numbers.jsonl": (b'{"a": 1}\n', RejectionKind.NO_TEXT_COLUMN),
    "broken.jsonl": (b'{"text": "x"\n', RejectionKind.UNREADABLE),
    "deep.json": (b"[" * 200_000, RejectionKind.UNREADABLE),
    "header.csv": (b"text,title\n", RejectionKind.EMPTY),
    "broken.parquet": (b"PAR1" + bytes(500) + b"PAR1", RejectionKind.UNREADABLE),
    "broken.txt.gz": (b"\x1f\x8b\x08\x00 nothing", RejectionKind.UNREADABLE),
    "russian.txt": ("Два человека погибли в четверг в результате обстрела рынка в городе.".encode(), RejectionKind.LANGUAGE),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_line_with_its_name_and_a_cure(name: str) -> None:
    data, kind = BAD[name]
    outcomes = list(read_bytes(data, name))
    assert len(outcomes) == 1
    rejected = outcomes[0]
    assert isinstance(rejected, Rejected), rejected
    assert rejected.name.startswith(name)
    assert rejected.kind is kind
    assert rejected.message.endswith(".")
    assert rejected.cure.endswith(".")
    assert "\n" not in rejected.message + rejected.cure


def test_a_pdf_with_a_password_says_so() -> None:
    (rejected,) = read_bytes(make_encrypted_pdf(), "secret.pdf")
    assert isinstance(rejected, Rejected)
    assert "password" in rejected.message


def test_a_pdf_without_text_is_told_from_a_damaged_one() -> None:
    (rejected,) = read_bytes(make_empty_pdf(), "scan.pdf")
    assert isinstance(rejected, Rejected)
    assert rejected.kind is RejectionKind.EMPTY


def test_one_line_of_a_hundred_megabytes_is_refused_at_once() -> None:
    for name in ("line.txt", "line.csv", "line.jsonl"):
        (rejected,) = read_bytes(b"a" * 100_000_000, name)
        assert isinstance(rejected, Rejected)
        assert rejected.kind is RejectionKind.TOO_LARGE


def test_a_bomb_of_a_word_file_is_not_unpacked() -> None:
    bomb = make_zip(**{"word__document.xml": bytes(400 * 2**20)})
    (rejected,) = read_bytes(bomb, "bomb.docx")
    assert isinstance(rejected, Rejected)
    assert rejected.kind is RejectionKind.TOO_LARGE


def test_a_page_nested_ten_thousand_deep_is_read() -> None:
    page = "<html><body>" + "<div>" * 10_000 + SENTENCE + "</div>" * 10_000 + "</body></html>"
    (report,) = read_bytes(page.encode(), "deep.html")
    assert isinstance(report, Report), report
    assert SENTENCE in report.text


def test_invisible_characters_hide_no_word_and_are_counted() -> None:
    text = SENTENCE.replace("killed", "kil\u200bled").replace("town", "\u202etown\u202c")
    (report,) = read_bytes(text.encode(), "hidden.txt")
    assert isinstance(report, Report)
    assert report.text == SENTENCE
    assert report.notes == ("3 zero-width or bidirectional characters stood in the text and were left out.",)


def test_a_parser_that_hangs_is_stopped_and_the_next_file_is_read() -> None:
    page = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
    assert isinstance(next(read_bytes(page, "before.html")), Report)
    worker = isolation._idle[0]
    os.kill(worker._process.pid, signal.SIGSTOP)
    started = time.monotonic()
    (rejected,) = read_bytes(page, "hangs.html", CollectOptions(max_seconds=0.5))
    assert time.monotonic() - started < 10
    assert isinstance(rejected, Rejected)
    assert rejected.kind is RejectionKind.TIME_LIMIT
    assert isinstance(next(read_bytes(page, "after.html")), Report)


def test_a_parser_that_dies_takes_nothing_with_it() -> None:
    page = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
    assert isinstance(next(read_bytes(page, "before.html")), Report)
    os.kill(isolation._idle[0]._process.pid, signal.SIGKILL)
    (rejected,) = read_bytes(page, "dies.html")
    assert isinstance(rejected, Rejected)
    assert rejected.kind is RejectionKind.UNREADABLE
    assert isinstance(next(read_bytes(page, "after.html")), Report)


def test_the_process_that_parses_gets_no_more_memory_than_it_may() -> None:
    code = "from according.steps.collect.worker import limit_memory; limit_memory(400 * 2**20); bytearray(2**30)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


def test_a_page_that_eats_memory_harms_only_its_parser() -> None:
    hungry = b"<p>" * 3_000_000 + SENTENCE.encode()
    (outcome,) = read_bytes(hungry, "hungry.html", CollectOptions(max_memory_bytes=300 * 2**20))
    assert isinstance(outcome, Report) or outcome.kind in (RejectionKind.TOO_LARGE, RejectionKind.UNREADABLE, RejectionKind.TIME_LIMIT)
    assert isinstance(next(read_bytes(b"<p>" + SENTENCE.encode(), "after.html")), Report)
