"""Write docs/reference/codebook.md from the packaged knowledge."""

from pathlib import Path

from according.knowledge.codebook import write_codebook
from according.knowledge.event_types import load_event_types
from according.knowledge.loader import PACKAGED
from according.knowledge.triggers import load_triggers

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "codebook.md"

if __name__ == "__main__":
    PAGE.write_text(write_codebook(load_event_types((PACKAGED,)), load_triggers((PACKAGED,))), encoding="utf-8")
