"""Where sentences begin and end."""

import pytest

from according.model.evidence import Span
from according.model.report import Block, BlockKind, Report
from according.steps.dissect.sentences import find_sentences


def split(text: str, *blocks: Block) -> list[str]:
    report = Report("id", "text", text, blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en", "0" * 64)
    return [sentence.span.of(text) for sentence in find_sentences(report)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One fell. Two fled.", ["One fell.", "Two fled."]),
        ("Gen. Osman Reed spoke at 5 p.m. on Monday.", ["Gen. Osman Reed spoke at 5 p.m. on Monday."]),
        ("It began at 5 p.m. The mill burned.", ["It began at 5 p.m.", "The mill burned."]),
        ("The U.S. Navy fired.", ["The U.S. Navy fired."]),
        ("He left the U.S. He went home.", ["He left the U.S.", "He went home."]),
        ("About 1.5 tons fell on No. 5 Mill St. near here.", ["About 1.5 tons fell on No. 5 Mill St. near here."]),
        ("“We saw it fall.” The guard left.", ["“We saw it fall.”", "The guard left."]),
        ("Who fired? Nobody knows! Not yet… They wait.", ["Who fired?", "Nobody knows!", "Not yet…", "They wait."]),
        ("Seven died, incl. 3 boys. Two fled.", ["Seven died, incl. 3 boys.", "Two fled."]),
        ("The mill\nburned down.", ["The mill\nburned down."]),
        ("No stop at the end", ["No stop at the end"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_text_is_cut_at_the_ends_of_sentences(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_the_items_of_a_list_are_sentences_without_their_dashes() -> None:
    assert split("A list:\n- one mill\n- two barns") == ["A list:", "one mill", "two barns"]


def test_boilerplate_and_bylines_give_no_sentences_and_a_title_stays_whole() -> None:
    text = "Mill burns. Two fled\nBy A. Reed\nOne fell.\nShare this."
    kinds = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE)
    ends = [*(place for place, sign in enumerate(text) if sign == "\n"), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    blocks = [Block(kind, Span(start, end)) for kind, start, end in zip(kinds, starts, ends, strict=True)]
    assert split(text, *blocks) == ["Mill burns. Two fled", "One fell."]


def test_a_sentence_never_crosses_a_block() -> None:
    text = "The army shelled the mill on Monday"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 16)), Block(BlockKind.PARAGRAPH, Span(16, len(text))))
    assert split(text, *blocks) == ["The army shelled", "the mill on Monday"]


def test_a_line_without_end_is_cut_at_white_space_and_loses_no_word() -> None:
    text = "word " * 2000
    pieces = split(text)
    assert max(map(len, pieces)) <= 1500
    assert " ".join(pieces).split() == text.split()


def test_sentences_know_their_number_and_their_paragraph() -> None:
    text = "One fell. Two fled."
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 9)), Block(BlockKind.PARAGRAPH, Span(10, len(text))))
    found = find_sentences(Report("id", "text", text, blocks, "en", "0" * 64))
    assert [(one.index, one.paragraph, one.is_parsed) for one in found] == [(0, 0, False), (1, 1, False)]
