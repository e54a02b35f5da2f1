import gzip
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from collect_documents import BODY, HEADLINE, HTML, LEAD, make_docx, make_pdf

from according.model.report import BlockKind, Rejected, RejectionKind, Report
from according.steps.collect import CollectOptions, find_inputs, read_bytes, read_path, read_text
from according.steps.collect.isolation import stop_workers


@pytest.fixture(autouse=True, scope="module")
def _no_worker_stays() -> Iterator[None]:
    yield
    stop_workers()


def read_one(data: bytes, name: str, options: CollectOptions | None = None) -> Report:
    reports = list(read_bytes(data, name, options or CollectOptions()))
    assert len(reports) == 1
    assert isinstance(reports[0], Report), reports[0]
    return reports[0]


def parts(report: Report, kind: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.blocks if block.kind is kind]


def test_a_web_page_gives_its_article_and_what_its_head_says() -> None:
    report = read_one(HTML.encode(), "page.html")
    assert (report.title, report.byline, report.publisher) == (HEADLINE, "Jane Doe", "The Daily Example")
    assert (report.origin, report.dateline_place) == ("Reuters", "BEIRUT")
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2019, 3, 8), "metadata")
    assert report.anchor is not None
    assert report.anchor.day == date(2019, 3, 7)
    assert parts(report, BlockKind.PARAGRAPH) == [LEAD.partition(" — ")[2], BODY]
    assert parts(report, BlockKind.HEADING) == ["What happened before"]
    assert len(parts(report, BlockKind.LIST_ITEM)) == 2
    assert "World" not in report.text


def test_a_web_page_is_known_by_what_is_in_it_not_by_its_name() -> None:
    assert read_one(HTML.encode(), "page.txt").title == HEADLINE


def test_a_pdf_gives_whole_paragraphs() -> None:
    report = read_one(make_pdf([LEAD, BODY]), "report.pdf")
    assert report.title == HEADLINE
    assert parts(report, BlockKind.PARAGRAPH)[-1] == BODY


def test_a_word_file_gives_headings_items_and_rows() -> None:
    report = read_one(make_docx(), "report.docx")
    assert [(block.kind, block.span.of(report.text)) for block in report.blocks] == [
        (BlockKind.TITLE, HEADLINE),
        (BlockKind.DATELINE, LEAD.partition("Two")[0].strip()),
        (BlockKind.PARAGRAPH, LEAD.partition(" — ")[2]),
        (BlockKind.HEADING, "What happened before"),
        (BlockKind.LIST_ITEM, "The market was closed for a week."),
        (BlockKind.TABLE_ROW, "Tal Marwan | 2 killed"),
        (BlockKind.PARAGRAPH, BODY),
    ]


def test_markdown_keeps_the_words_of_links_and_emphasis() -> None:
    text = (
        f"# {HEADLINE}\n\nBy [The Daily](https://daily.example)\n\n**Two** people were killed in [Tal Marwan](#).\n\n- The *first* item\n"
    )
    report = read_one(text.encode(), "report.md")
    assert report.title == HEADLINE
    assert report.byline == "The Daily"
    assert parts(report, BlockKind.PARAGRAPH) == ["Two people were killed in Tal Marwan."]
    assert parts(report, BlockKind.LIST_ITEM) == ["The first item"]


ROWS = [
    {"Headline": "One", "article_content": LEAD, "Date": "2019-03-09", "outlet": "The Daily"},
    {"Headline": "Two", "article_content": BODY, "Date": "2019-03-10", "outlet": "The Weekly"},
]


def make_table(suffix: str) -> bytes:
    if suffix == "jsonl":
        return "\n".join(map(json.dumps, ROWS)).encode()
    if suffix == "json":
        return json.dumps({"articles": ROWS}).encode()
    if suffix == "parquet":
        import pyarrow
        from pyarrow import parquet

        stream = io.BytesIO()
        parquet.write_table(pyarrow.Table.from_pylist(ROWS), stream)
        return stream.getvalue()
    mark = "\t" if suffix == "tsv" else ","
    lines = [mark.join(ROWS[0]), *(mark.join(f'"{value}"' for value in row.values()) for row in ROWS)]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("suffix", ["csv", "tsv", "jsonl", "json", "parquet"])
@pytest.mark.parametrize("is_packed", [False, True])
def test_a_table_gives_a_report_per_row(suffix: str, is_packed: bool) -> None:
    data, name = make_table(suffix), f"table.{suffix}"
    reports = list(read_bytes(gzip.compress(data) if is_packed else data, name + ".gz" * is_packed))
    assert [report.name for report in reports] == [f"{name}{'.gz' * is_packed}, row {number}" for number in (1, 2)]
    first, second = reports
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.title, first.publisher, first.origin) == ("One", "The Daily", "Reuters")
    assert first.anchor is not None
    assert first.anchor.day == date(2019, 3, 7)
    assert second.published is not None
    assert (second.published.day, second.published.source) == (date(2019, 3, 10), "column")


def test_the_user_names_the_columns() -> None:
    data = b"id,words,when\n1,Two people were killed in the town.,2019-03-09\n"
    options = CollectOptions(columns=(("text", "words"), ("date", "when")))
    report = read_one(data, "table.csv", options)
    assert report.text == "Two people were killed in the town."
    assert report.published is not None
    assert report.published.day == date(2019, 3, 9)


def test_stray_bytes_of_an_old_encoding_do_not_spoil_utf_8() -> None:
    data = "Two people were killed in “Tal Marwan”.".encode() + b" The army\x92s spokesman said so."
    assert read_one(data, "a.txt").text.endswith("The army’s spokesman said so.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    text = "Two people were killed in the café of Tal Marwan, the army’s spokesman said on Thursday."
    assert read_one(text.encode(encoding), "a.txt").text == text


def test_the_day_of_publication_is_taken_from_the_file_name_when_nothing_else_gives_it() -> None:
    report = read_one(BODY.encode(), "2019-03-08-market.txt")
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2019, 3, 8), "file name")


def test_a_text_in_another_language_is_rejected_by_the_name_of_the_language() -> None:
    text = "Deux personnes ont été tuées jeudi lorsque des obus ont frappé un marché dans la ville, ont déclaré des habitants de la région."
    rejected = read_text(text, name="a.txt")
    assert isinstance(rejected, Rejected)
    assert rejected.kind is RejectionKind.LANGUAGE
    assert "French" in rejected.message


def test_files_of_a_folder_come_in_order_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "picture.png", "sub/c.csv.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(find_inputs([str(tmp_path), str(tmp_path / "*.txt"), str(tmp_path / "none.txt")]))
    assert [one.name for one in found if isinstance(one, Path)] == ["a.md", "b.txt", "c.csv.gz"]
    missing = found[-1]
    assert isinstance(missing, Rejected)
    assert missing.message == "There is no such file or folder."
    assert next(read_path(tmp_path / "gone.txt")).name.endswith("gone.txt")


def test_a_bad_line_costs_its_own_article_only() -> None:
    lines = [json.dumps({"text": LEAD}), '{"text": ', "[1]", json.dumps({"text": BODY, "date": "2019-03-08"})]
    outcomes = list(read_bytes("\n".join(lines).encode(), "table.jsonl"))
    assert [type(one).__name__ for one in outcomes] == ["Report", "Rejected", "Rejected", "Report"]
    assert [one.name for one in outcomes] == ["table.jsonl, row 1", "table.jsonl, line 2", "table.jsonl, line 3", "table.jsonl, row 4"]
    assert isinstance(outcomes[1], Rejected)
    assert (outcomes[1].kind, outcomes[1].message) == (RejectionKind.UNREADABLE, "It cannot be read as JSON.")


def test_a_day_that_cannot_be_read_is_noted() -> None:
    report = read_one(f"text,date\n{LEAD.replace(',', '')},the day before\n".encode(), "table.csv")
    assert report.published is None
    assert report.notes == ("The column of the date says 'the day before', which is no day that can be read.",)


TOLD = "Shelling killed three people in the town of Marin on Friday, residents said."


def refusals(data: str, name: str, **columns: str) -> list[tuple[str, str]]:
    found = read_bytes(data.encode(), name, CollectOptions(columns=tuple(columns.items())))
    return [(one.name, one.message) for one in found if isinstance(one, Rejected)]


def reports(data: str, name: str, **columns: str) -> list[Report]:
    found = read_bytes(data.encode(), name, CollectOptions(columns=tuple(columns.items())))
    return [one for one in found if isinstance(one, Report)]


def test_objects_with_other_keys_than_the_first_keep_what_they_say() -> None:
    rows = [{"text": TOLD}, {"id": 7}, {"body": TOLD, "date": "2018-05-12", "source": "Marin Post"}]
    data = "\n".join(json.dumps(row) for row in rows)
    first, third = reports(data, "table.jsonl")
    assert first.published is None
    assert third.published is not None
    assert (third.name, third.published.day, third.publisher) == ("table.jsonl, row 3", date(2018, 5, 12), "Marin Post")
    assert refusals(data, "table.jsonl") == [("table.jsonl, row 2", "None of its columns is the text of an article; it has 'id'.")]
    assert len(reports(json.dumps(rows[1:]), "table.json")) == 1


def test_a_chosen_column_that_only_some_objects_have_is_read_and_one_that_none_has_is_refused() -> None:
    data = "\n".join(json.dumps(row) for row in ({"text": TOLD}, {"text": TOLD, "day": "2018-05-12"}))
    assert [one.published and one.published.day for one in reports(data, "table.jsonl", date="day")] == [None, date(2018, 5, 12)]
    assert refusals(data, "table.jsonl", date="dya") == [("table.jsonl", "It has no column 'dya'; it has 'text', 'day'.")]


def test_a_quotation_mark_that_is_never_closed_makes_no_article_of_many() -> None:
    data = f'text,title\n"{TOLD}",A\n"{TOLD},B\n{TOLD.replace(",", "")},C\n'
    assert [one.name for one in reports(data, "table.csv")] == ["table.csv, row 1"]
    message = "A quotation mark is opened in it that is never closed, up to line 4."
    assert refusals(data, "table.csv") == [("table.csv, row 2", message)]
    assert refusals(f'text,title\n"{TOLD}\n\nMore.",A', "table.csv") == []


def test_a_row_that_a_bare_comma_has_cut_is_no_article_but_empty_cells_at_its_end_are_nothing() -> None:
    data = f'text,title\n{TOLD},A\n"{TOLD}",B,,\n'
    assert [one.name for one in reports(data, "table.csv")] == ["table.csv, row 2"]
    assert refusals(data, "table.csv") == [("table.csv, row 1", "It has 3 cells where the header has 2.")]


def test_two_columns_of_one_name_are_refused_where_it_is_read() -> None:
    assert refusals(f'text,text\n"{TOLD}",x\n', "table.csv") == [("table.csv", "Two of its columns are called 'text'.")]
    assert len(reports(f'text,x,x\n"{TOLD}",1,2\n', "table.csv")) == 1
