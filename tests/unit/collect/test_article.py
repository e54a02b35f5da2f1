from datetime import date
from pathlib import Path

import pytest

from according.model.report import BlockKind, Report
from according.steps.collect import CollectOptions, read_text

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
