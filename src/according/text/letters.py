"""Turn a text into small letters, each character where it was: a pattern of small letters is three times as quick as one for any case."""


def lower_evenly(text: str) -> str:
    """Return a text in small letters, as long as it was.

    >>> lower_evenly("İzmir and AFRIN")
    'İzmir and afrin'
    """
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join([char.lower() if len(char.lower()) == 1 else char for char in text])
