"""Everything that goes wrong on purpose, each with what, where, and what to do.

AccordingError
├── KnowledgeError          a rule or data file is wrong
├── GazetteerError          a gazetteer is missing or cannot be read
├── InvalidRequestError     an option or argument makes no sense
└── UnreadableGoldError     a gold file does not have the format
"""


class AccordingError(Exception):
    """Say what is wrong, where it is, and what to do.

    Args:
        what: one sentence without a full stop.
        where: file, line or option; empty when there is none.
        cure: what to do, one sentence.
    """

    def __init__(self, what: str, *, where: str = "", cure: str = "") -> None:
        self.what = what
        self.where = where
        self.cure = cure
        super().__init__(". ".join(part for part in (f"{where}: {what}" if where else what, cure) if part))


class KnowledgeError(AccordingError):
    """A rule or data file is wrong."""


class GazetteerError(AccordingError):
    """A gazetteer is missing or cannot be read."""


class InvalidRequestError(AccordingError):
    """An option or argument makes no sense."""


class UnreadableGoldError(AccordingError):
    """A gold file does not have the format."""
