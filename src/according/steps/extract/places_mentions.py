"""Hold one naming of a place."""

from according.model.answers import Where
from according.model.evidence import Answer, Span
from according.model.records import record


@record(frozen=True, slots=True)
class PlaceMention:
    """Hold one naming of a place.

    Args:
        span: the name.
        phrase: the whole place phrase, "the town of Jayrud near Damascus".
        is_metonym: the name stands for a government ("Damascus denied"), not for where something happened.
        locates: the name that this one only helps to find: Damascus in "Jayrud near Damascus".
        is_generic: no name but "the town", "the capital", "the country".
        is_dateline: the name only says where the report was sent from.
        is_entry: an entry of a list opens with the name: it holds for all that the entry tells.
    """

    span: Span
    phrase: Span
    answer: Answer[Where]
    is_metonym: bool = False
    locates: Span | None = None
    is_generic: bool = False
    is_dateline: bool = False
    is_entry: bool = False
