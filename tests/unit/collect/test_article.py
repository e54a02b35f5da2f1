from datetime import date
from pathlib import Path

import pytest

from according.model.report import BlockKind, Report
from according.steps.collect import CollectOptions, read_bytes, read_text

SHARED = Path(__file__).parents[3].parent / "shared"
SEED = SHARED / "reports" / "2019-03-08-global-research-idlib.txt"


def read(text: str, **options: object) -> Report:
    report = read_text(text, name="test.txt", options=CollectOptions(**options))  # type: ignore[arg-type]
    assert isinstance(report, Report), report
    return report


@pytest.mark.skipif(not SEED.exists(), reason="the seed report is not here")
def test_the_seed_report_says_who_carried_it_and_who_wrote_it() -> None:
    import tomllib

    expected = tomllib.loads(SEED.with_suffix(".expected.toml").read_text(encoding="utf-8"))["report"]
    report = read(SEED.read_text(encoding="utf-8"))
    assert report.title == expected["title"]
    assert report.publisher == expected["publisher"]
    assert report.origin == expected["origin"]
    assert report.published is not None
    assert report.published.day == expected["published"]
    assert report.anchor is not None
    assert report.anchor.day == expected["origin_published"]
    assert list(report.subjects) == expected["subjects"]
    end = report.text.index(expected["body_ends_before"])
    assert all(block.kind is BlockKind.BOILERPLATE for block in report.blocks if block.span.start >= end)
    bodies = [block.span.of(report.text) for block in report.blocks if block.kind is BlockKind.PARAGRAPH]
    assert len(bodies) == 12
    assert any("the terrorist group appears\n\nto be unable to stop" in body for body in bodies)


@pytest.mark.parametrize(
    ("head", "day", "place", "origin"),
    [
        ("2 July 2016 The shelling of the town killed three people.", date(2016, 7, 2), None, None),
        ("05-02-2015 Rockets hit the capital and killed three people.", date(2015, 2, 5), None, None),
        ("BEIRUT, 7 March 2019 (Reuters) — Two people were killed on Thursday.", date(2019, 3, 7), "BEIRUT", "Reuters"),
        ("DAMASCUS (SANA) - Two people were killed on Thursday by a shell.", None, "DAMASCUS", "SANA"),
        ("Blast kills two in the market Monitor AFP Friday 6 Feb 2015 Two people were killed by a blast.", date(2015, 2, 6), None, "AFP"),
        ("Last updated at Jun 142016 BEIRUT — Two people were killed by a blast in the market.", date(2016, 6, 14), "BEIRUT", None),
        ("On 6 March 2019 the army shelled the town and killed two people.", None, None, None),
        ("The rebels killed two soldiers near the town on Friday 6 Feb 2015 in a raid on their post.", None, None, None),
    ],
)
def test_a_dateline_is_read_and_kept_out_of_the_sentence(head: str, day: date | None, place: str | None, origin: str | None) -> None:
    report = read(head)
    assert (report.anchor.day if report.anchor else None) == day
    assert report.dateline_place == place
    assert report.origin == origin


def test_a_dateline_without_a_year_takes_it_from_the_day_of_publication() -> None:
    report = read("BEIRUT, 31 December (Reuters) — Two people were killed.", published=date(2019, 1, 2))
    assert report.published is not None
    assert report.published.day == date(2019, 1, 2)
    assert report.origin_published is not None
    assert report.origin_published.day == date(2018, 12, 31)


BODY = "\n\nTwo people were killed when shells hit a market in the town of Tal Marwan, residents said on Friday.\n\nThe army denied it."


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("The Daily, March 08, 2019", "The Daily", date(2019, 3, 8)),
        ("The Daily | 8 March 2019, 10:15 GMT", "The Daily", date(2019, 3, 8)),
        ("Published: 2019-03-08", None, date(2019, 3, 8)),
        ("Marwan Monitor: events of Friday, 8 March 2019", "Marwan Monitor", date(2019, 3, 8)),
        ("Flash Update No. 3, 8 March 2019 Marwan Relief Desk", "Marwan Relief Desk", date(2019, 3, 8)),
        ("Friday, 1 Rajab 1440, corresponding to 8 March 2019", None, date(2019, 3, 8)),
        ("The army shelled the town on 8 March 2019", None, None),
    ],
)
def test_a_line_of_name_and_day_says_who_published_and_when(line: str, publisher: str | None, day: date | None) -> None:
    report = read(f"Shells hit market in Tal Marwan\n\n{line}{BODY}")
    assert report.publisher == publisher
    assert (report.published.day if report.published else None) == day


def test_a_date_line_long_before_the_file_is_a_mistake() -> None:
    report = read_text(f"MARWAN, 14 April (The Daily) — The dead were buried.{BODY}", name="2018-05-15-funeral.md")
    assert isinstance(report, Report)
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2018, 5, 15), "file name")
    assert report.origin_published is None
    assert report.notes == ("The dateline gives 2018-04-14, and the file name gives 2018-05-15.",)


def test_the_texts_own_day_wins_over_the_column_of_a_table() -> None:
    report = next(read_bytes(b'text,date\n"2 July 2016 Shells killed two people in the town.",2016-03-04\n', "a.csv"))
    assert isinstance(report, Report)
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2016, 7, 2), "dateline")
    assert report.notes == ("The column gives 2016-03-04, and the dateline gives 2016-07-02.",)


def test_the_user_wins_over_everything() -> None:
    report = read(f"The Daily, March 08, 2019{BODY}", published=date(2020, 1, 1), source="The Weekly")
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2020, 1, 1), "option")
    assert (report.publisher, report.origin) == ("The Weekly", "The Daily")


def test_the_same_text_of_another_publisher_is_another_report() -> None:
    assert read(BODY, source="The Daily").report_id != read(BODY, source="The Weekly").report_id
    assert read(BODY, source="The Daily").report_id == read(BODY, source="The Daily").report_id
