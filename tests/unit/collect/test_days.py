from datetime import date

import pytest

from according.steps.collect.days import read_day, read_day_of_name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 March 2019", date(2019, 3, 7)),
        ("Thursday, 7th of March, 2019", date(2019, 3, 7)),
        ("March 08, 2019", date(2019, 3, 8)),
        ("Wed Oct 19 2016", date(2016, 10, 19)),
        ("Sept. 3, 2014", date(2014, 9, 3)),
        ("Jun 142016", date(2016, 6, 14)),
        ("2019-03-07T10:00:00Z", date(2019, 3, 7)),
        ("05.02.2015", date(2015, 2, 5)),
        ("02/25/2015", date(2015, 2, 25)),
        ("03/03/2019", date(2019, 3, 3)),
        ("03/04/2019", None),
        ("31 February 2019", None),
        ("7 March", None),
        ("1.2.3.2019", None),
    ],
)
def test_a_day_is_read_only_when_nobody_can_read_it_otherwise(text: str, day: date | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-03-08-global-title.txt", date(2019, 3, 8)),
        ("https://daily.example/2019/03/08/title", date(2019, 3, 8)),
        ("report_20190308.html", date(2019, 3, 8)),
        ("20190399.html", None),
        ("article-1234567890.html", None),
    ],
)
def test_the_day_in_a_name_is_read(name: str, day: date | None) -> None:
    assert read_day_of_name(name) == day
