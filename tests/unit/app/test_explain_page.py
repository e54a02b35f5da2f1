import re
from html.parser import HTMLParser

import pytest
from coded_reports import PLAIN, make_coded, make_report
from rich.console import Console

from according.app.explain import explain_all, explain_coded
from according.app.explain_page import write_page
from according.app.results import CodedReport
from according.app.unseen import show_unseen
from according.cli.explain import print_explanations
from according.model.claim import Reading
from according.model.evidence import Span

HOSTILE = f'</script><script>alert(1)</script> " onload="x {PLAIN} <img src=x onerror=alert(2)> &amp;'


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def _explain(text: str = PLAIN, title: str = "A title") -> str:
    return write_page(explain_coded(make_coded(text, title=title)))


def test_what_a_report_says_is_never_html() -> None:
    page = _Page(_explain(HOSTILE, title=HOSTILE))
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "<b>Police</b>" in page.text


def test_the_page_loads_nothing() -> None:
    page = _explain()
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_characters_that_nobody_sees_are_shown() -> None:
    text = "Gunmen killed three people in Town, po\u202elice and wit\u200bnesses said \x07."
    page = _explain(text, title="A \u2066title")
    for character in "\u202e\u200b\u2066\x07":
        assert character not in page
    for name in ("U+202E", "ZWSP", "U+2066", "U+0007"):
        assert name in page


def test_the_text_of_the_report_is_whole() -> None:
    page = _explain(HOSTILE)
    article = re.search(r"<article[^>]*>(.*?)</article>", page, re.DOTALL)
    assert article is not None
    shown = _Page(re.sub(r'<a class="n[^>]*>\d+</a>', "", article[1]))
    assert shown.text == HOSTILE


def test_a_value_shows_its_words_basis_rule_and_what_lost() -> None:
    page = _explain()
    for words in ("attack on civilians", "<q>killed</q>", "<i>stated</i>", "<code>en.attack.kill</code>", "armed clash: nobody shot back"):
        assert words in page


def test_an_unresolved_value_is_plain_and_what_is_not_said_is_one_line() -> None:
    page = _explain()
    assert '<q>people</q> <i>unknown name</i><ul class="lost"><li>People&#x27;s Front</li></ul>' in page
    assert "Not said: weapon, what was hit, civilians targeted." in page


def test_silences_are_folded_and_escaped() -> None:
    page = _explain()
    assert "<details" in page
    assert "a word that is &lt;no&gt; event" in page
    assert "en.silence.&lt;i&gt;" in page


def test_several_reports_have_contents_and_ids_of_their_own() -> None:
    page = write_page(explain_all([make_coded(claims=2), make_coded(title="Another")]))
    ids = re.findall(r' id="(r\d+(?:c\d+)?)"', page)
    assert ids == ["r1", "r1c1", "r1c2", "r2", "r2c1"]
    assert 'href="#r2"' in page
    assert "2 claims" in page


def test_a_copy_names_its_original_and_its_shared_words_are_grey() -> None:
    original = make_coded()
    copied = make_report(PLAIN, name="copy.txt", copy_of="id-a.txt")
    one = explain_all([original, CodedReport(Reading(copied, ()))])[1]
    assert ("a copy of", "a.txt") in one.about
    assert "No sentence reports an event" in write_page(one)


def test_an_open_range_of_days_is_said_in_words() -> None:
    from according.app.explain import _say_candidate

    assert _say_candidate("../2018-05-13") == "no later than 2018-05-13"
    assert _say_candidate("Town, AA") == "Town, AA"


@pytest.mark.parametrize("width", [60, 100, 160])
def test_the_terminal_shows_the_same_at_any_width(width: int) -> None:
    console = Console(width=width, record=True, highlight=False, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    print_explanations([explain_coded(make_coded(PLAIN.replace("police", "po\u202elice")))], console)
    text = console.export_text()
    assert all(len(line) <= width for line in text.splitlines())
    for words in (
        "1. attack on civilians",
        "en.attack.kill",
        "not armed clash: nobody shot back",
        "unknown name",
        "gave no claim",
        "⟨U+202E⟩",
    ):
        assert words in " ".join(text.split())
    console.file.close()


def test_text_of_many_sorts_keeps_what_can_be_seen() -> None:
    assert show_unseen("Ḥalab\n\tحلب — 你好 🙂") == "Ḥalab\n\tحلب — 你好 🙂"


def test_spans_that_cross_are_cut_at_their_edges() -> None:
    coded = make_coded(claims=2)
    one = explain_coded(coded)
    assert Span(0, len(PLAIN)) in one.claims[0].evidence
    assert 'data-claims="r1c1 r1c2"' in write_page(one)
