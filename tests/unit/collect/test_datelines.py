from datetime import date

import pytest

from according.model.report import Report
from according.steps.collect import CollectOptions, read_text


@pytest.mark.parametrize(
    ("text", "day", "agency"),
    [
        ("KABUL (Passes News, July 22, 2020): Forty-five people were killed in an air strike.", date(2020, 7, 22), "Passes News"),
        ("DONETSK, February 3, 2024. /ORBIT/. Three civilians were killed by shelling.", date(2024, 2, 3), "ORBIT"),
        ("Ouagadougou, 27 November 2023 (Agence du Soir). The army said that a post was attacked.", date(2023, 11, 27), "Agence du Soir"),
        ("GENEVA (3 May 2021) – Two people were killed when shells hit a market.", date(2021, 5, 3), None),
    ],
)
def test_a_date_line_may_hold_its_day_in_brackets_or_its_agency_between_strokes(text: str, day: date, agency: str | None) -> None:
    report = read_text(text, name="x", options=CollectOptions())
    assert isinstance(report, Report)
    assert report.published is not None
    assert report.published.day == day
    assert report.origin == agency


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("HILL WATCH — DAILY LIST, 5 June 2024", date(2024, 6, 5)),
        ("Rights Monitor, monthly brief (published 4 March 2024)", date(2024, 3, 4)),
        ("Bomb kills two people in Tikrit on 4 March 2024", None),
    ],
)
def test_a_title_may_end_with_the_day_of_the_report(title: str, day: date | None) -> None:
    text = f"{title}\n\nTikrit: Shells hit a bakery in the old market, and two people were killed.\n"
    report = read_text(text, name="x", options=CollectOptions())
    assert isinstance(report, Report)
    assert (report.published.day if report.published else None) == day
