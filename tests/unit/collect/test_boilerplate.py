import pytest

from according.model.report import BlockKind, Report
from according.steps.collect import read_text

STORY = (
    "Shells hit market in Tal Marwan\n\nTwo people were killed on Thursday when shells hit a market in the town, residents said.\n\n"
    "The army did not comment on the report. Local medics said five more people had been wounded.\n\n"
)


def kinds(text: str) -> dict[str, BlockKind]:
    report = read_text(text, name="a.txt")
    assert isinstance(report, Report)
    return {block.span.of(report.text): block.kind for block in report.blocks}


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Share on Facebook",
        "Facebook | Twitter | WhatsApp",
        "Donate to support our work",
        "Copyright © The Daily 2019",
        "© 2019 The Daily. All rights reserved.",
        "Note to readers: please use the share buttons under the text.",
        "Sign up for our daily newsletter",
        "We use cookies to improve your experience.",
        "Read more: Fighting in the north",
        "Tags: market, shelling, Tal Marwan",
        "Comment on The Daily's articles on our Facebook page",
        "Articles by: Jane Doe",
        "For media inquiries: press@daily.example",
        "Photo: Jane Doe / The Daily",
        "Reporting by Jane Doe; Editing by John Roe",
        "https://daily.example/donate",
        "* * *",
    ],
)
def test_what_belongs_to_the_page_is_boilerplate(line: str) -> None:
    assert kinds(STORY + line)[line] is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Share of the blame for the attack lies with the army, the monitor said on Friday.",
        "Print shops and homes were hit by shells on Friday, and two people were killed.",
        "Follow-up strikes killed four rescue workers, according to medics.",
        "Support for the rebels has grown since the attack, residents said.",
        "Contact with the village was lost after the shelling, officials said.",
        "Photographs showed that the market had been hit by shells, the monitor said.",
        "Search teams found three more bodies under the rubble.",
        "Home to thousands of displaced people, the town was shelled again on Friday.",
        "Comments by the minister drew anger after the attack, in which two people died.",
        "Related fighting in the north killed six soldiers on Friday.",
        "Updated figures from the hospital put the number of dead at nine.",
        "Writing on the wall of the school was signed by the northern brigade.",
    ],
)
def test_a_sentence_that_begins_like_boilerplate_is_none(line: str) -> None:
    assert kinds(STORY + line)[line] is BlockKind.PARAGRAPH


def test_nothing_after_the_end_of_the_report_is_a_paragraph() -> None:
    text = STORY + "Note to readers: please share.\n\nTwo people were killed in another town on Friday.\n\nAbout us"
    assert kinds(text)["Two people were killed in another town on Friday."] is BlockKind.BOILERPLATE


def test_what_stands_at_the_end_of_a_paragraph_is_split_off() -> None:
    found = kinds("Two people were killed on Thursday, residents said. (Source: The Northern Council) Twitter")
    assert found["Two people were killed on Thursday, residents said."] is BlockKind.PARAGRAPH
    assert found["(Source: The Northern Council) Twitter"] is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("People inspect a site hit by shells in Tal Marwan, March 7, 2019. REUTERS/Jane Doe", BlockKind.CAPTION),
        ("Smoke rises over the market of Tal Marwan. (AP Photo/Jane Doe)", BlockKind.CAPTION),
        ("Residents of Tal Marwan walk past the burnt market [File Photo]", BlockKind.CAPTION),
        ("Two people were killed near the market, residents told AFP.", BlockKind.PARAGRAPH),
        ("The figures could not be confirmed by Reuters.", BlockKind.PARAGRAPH),
    ],
)
def test_a_picture_with_its_credit_is_a_caption(line: str, kind: BlockKind) -> None:
    assert kinds(STORY + line + "\n\nThe army denied it on Friday.")[line] is kind


WRAPPED = """Market hit

Two people were killed on Thursday when shells hit a market in the
town of Tal Marwan, residents said. The army did not comment on the
report.

Local medics said that five more people had been wounded there.
"""
LINES = """Market hit
Two people were killed on Thursday when shells hit a market in the town of Tal Marwan, residents said, and five others were hurt.
The army denied it.
"""


def test_lines_wrapped_at_a_margin_are_one_paragraph() -> None:
    assert list(kinds(WRAPPED).values()) == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_paragraph_per_line_stays_a_paragraph_per_line() -> None:
    found = kinds(LINES)
    assert list(found.values()) == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert list(found)[2] == "The army denied it."
