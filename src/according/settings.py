"""What a user settles once in a file: only which language model may be asked, and how. Without the file nothing is asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Name a language model behind an endpoint that speaks the OpenAI protocol.

    Args:
        endpoint: the address before `/chat/completions`, as `https://llm.example.org/v1`.
        model: its name at that endpoint.
        key_from: the environment variable that holds the key; without it no key is sent.
        timeout_seconds: how long one sentence may take, from the connection to the last byte.
        at_once: how many sentences of one report are asked about at the same time.
        most_sentences: how many sentences of one report are sent at most.
        most_tokens: how long one answer may be, as the endpoint counts.
        plain_http: whether text may go to another machine unencrypted.
    """

    endpoint: str
    model: str
    key_from: str | None = None
    timeout_seconds: float = 60.0
    at_once: int = 1
    most_sentences: int = 200
    most_tokens: int = 1500
    plain_http: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold all that a settings file says."""

    language_model: LanguageModel | None = None
