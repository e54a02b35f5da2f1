from datetime import date

import pytest

from according.model.report import BlockKind, Report
from according.steps.collect import CollectOptions, read_bytes
from according.steps.collect.formats.front_matter import read_front_matter

BODY = "NERIMAN, 14 April (Valley Post) — Two shepherds were killed by a mine near the village of Tal Marwan on Friday, the mayor said.\n"
HEAD = """---
title: "Two shepherds killed"
source: Valley Post  # the paper
date: 2018-05-13
author: Ada Noor
url: https://post.example/1
tags: [mines, 'Tal Marwan']
layout: wide
---

"""


def read_one(text: str) -> Report:
    (report,) = read_bytes(text.encode(), "notice.md", CollectOptions())
    assert isinstance(report, Report), report
    return report


def test_front_matter_says_who_published_what_and_when() -> None:
    report = read_one(HEAD + "# Two shepherds killed\n\n" + BODY)
    assert (report.title, report.publisher, report.byline) == ("Two shepherds killed", "Valley Post", "Ada Noor")
    assert (report.url, report.subjects) == ("https://post.example/1", ("mines", "Tal Marwan"))
    assert report.published is not None
    assert (report.published.day, report.published.source) == (date(2018, 5, 13), "metadata")


def test_front_matter_is_no_part_of_the_text() -> None:
    report = read_one(HEAD + "# Two shepherds killed\n\n" + BODY)
    assert "layout" not in report.text
    assert [block.kind for block in report.blocks] == [BlockKind.TITLE, BlockKind.DATELINE, BlockKind.PARAGRAPH]


def test_a_title_that_only_the_front_matter_gives_is_shown() -> None:
    report = read_one(HEAD + BODY)
    assert report.blocks[0].kind is BlockKind.TITLE
    assert report.blocks[0].span.of(report.text) == "Two shepherds killed"


def test_a_date_line_against_the_front_matter_is_noted() -> None:
    assert read_one(HEAD + BODY).notes == ("The dateline gives 2018-04-14, and the metadata gives 2018-05-13.",)


def test_keys_may_hold_lists_on_lines_of_their_own_and_days_with_hours() -> None:
    front = read_front_matter("---\npubDate: 2019-02-01T08:30:00Z\nauthors:\n  - A. Noor\n  - B. Saleh\nextra:\n  deep: value\n---\nText")
    assert (front.published, front.byline, front.title) == (date(2019, 2, 1), "A. Noor, B. Saleh", None)


@pytest.mark.parametrize("text", ["---\nThe market burned\n---\nText", "---\ntitle: no end", "No front matter", "---\n---\n"])
def test_what_is_no_front_matter_is_left_to_the_text(text: str) -> None:
    assert read_front_matter(text).end == 0
