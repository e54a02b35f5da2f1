from pathlib import Path

from according.knowledge.codebook import write_codebook
from according.knowledge.event_types import load_event_types
from according.knowledge.loader import PACKAGED
from according.knowledge.triggers import load_triggers

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "codebook.md"


def test_the_codebook_page_is_current() -> None:
    written = write_codebook(load_event_types((PACKAGED,)), load_triggers((PACKAGED,)))
    assert PAGE.read_text(encoding="utf-8") == written, "run `python scripts/write_codebook.py`"
