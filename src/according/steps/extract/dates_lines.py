"""See which short lines are nothing but a day, "Monday 3 June:", and so date the list below them."""

import re
from typing import Final

from according.model.parsed import Sentence

_LONGEST: Final = 48  # characters
_WEEKDAY: Final = r"(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY: Final = (
    rf"(?:(?:{_WEEKDAY})\.?,?\s+)?(?:(?:the\s+)?{_NUMBER}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_NUMBER})(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d"
)
_LINE: Final = re.compile(
    rf"\W*(?:(?:events|incidents|entries)?\s*(?:of|on|for|during)?\s+(?:the\s+)?(?:night\s+of\s+)?)?(?:{_DAY}|(?:{_WEEKDAY}))\s*(?:\([^()]{{1,20}}\))?\W*",
    re.IGNORECASE,
)
_FIRST: Final = frozenset("0123456789MTWFSJADNOEIT*-–•(")  # what such a line can begin with
OPENS_WITH_DAY: Final = re.compile(rf"\W*(?:{_DAY})\s*(?::|[-–—]\s)", re.IGNORECASE)


def is_day_line(sentence: Sentence, text: str) -> bool:
    """Say whether a sentence is a line of a day and nothing else."""
    start, end = sentence.span.start, sentence.span.end
    return end - start <= _LONGEST and text[start].upper() in _FIRST and _LINE.fullmatch(text, start, end) is not None
