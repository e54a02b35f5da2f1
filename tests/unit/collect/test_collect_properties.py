from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.model.report import Rejected, Report
from according.steps.collect import read_bytes, read_text
from according.steps.collect.isolation import stop_workers

WORDS = st.sampled_from(
    "By Reuters BEIRUT, 7 March 2019 (AFP) — Two people were killed . Share this Tags: Source: Global Research, * \n \n\n - # [x](#) © "
    "Copyright "
    "Note to readers: the army said on Friday 6 Feb 2015 \u200b \u202e é “ ” <p> </p> appears\n\nto Last updated at Jun 142016".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300)


def check(report: Report) -> None:
    position = 0
    for block in report.blocks:
        assert position <= block.span.start < block.span.end <= len(report.text)
        assert not report.text[position : block.span.start].strip()
        words = block.span.of(report.text)
        assert words == words.strip()
        position = block.span.end
    assert not report.text[position:].strip()
    for dated in (report.published, report.origin_published):
        if dated is not None and dated.span is not None:
            assert dated.span.of(report.text).strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_blocks_of_any_text_are_in_order_and_hold_all_of_it(text: str) -> None:
    report = read_text(text, name="a.txt")
    if isinstance(report, Report):
        check(report)
        assert read_text(text, name="a.txt") == report
    else:
        assert isinstance(report, Rejected)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(["a.txt", "a.md", "a.csv", "a.jsonl", "a.json"]),
)
def test_any_bytes_give_reports_or_say_why_not(data: bytes, name: str) -> None:
    outcomes = list(read_bytes(data, name))
    assert outcomes or name == "a.jsonl"
    for outcome in outcomes:
        if isinstance(outcome, Report):
            check(outcome)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300),
    st.sampled_from([b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"PAR1"]),
    st.sampled_from(["a.html", "a.pdf", "a.docx", "a.parquet"]),
)
def test_any_bytes_with_a_known_head_give_reports_or_say_why_not(data: bytes, head: bytes, name: str) -> None:
    try:
        for outcome in read_bytes(head + data, name):
            if isinstance(outcome, Report):
                check(outcome)
    finally:
        pass


def teardown_module() -> None:
    stop_workers()
