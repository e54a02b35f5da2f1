"""What is asked of a language model, and what comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """Ask for one answer.

    Args:
        instruction: what to do; the same for every question, so that a server can keep it.
        content: what to do it with; data, never instruction.
        shape: JSON Schema of the answer.
    """

    instruction: str
    content: str
    shape: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Say in a few plain words why there is no answer."""

    why: str


FELL_BACK = "the rules' claims stand"
"""How a report's note ends that tells of a sentence without a usable answer."""

Ask = Callable[[Sequence[Question]], Sequence[str | NoAnswer]]
"""Ask all questions of one report; one outcome for each, in their order."""
