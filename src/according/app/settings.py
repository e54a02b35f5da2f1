"""Read the settings file, and open the line to the language model that it names."""

import importlib.util
import os
import tomllib
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from according.errors import InvalidRequestError, KnowledgeError
from according.knowledge.reading import fit
from according.model.conversation import Ask
from according.settings import LanguageModel, Settings

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_LONGEST_WAIT = 3600  # seconds


def load_settings(path: Path) -> Settings:
    """Read a settings file.

    Raises:
        InvalidRequestError: if it cannot be read, has a key that means nothing, or names a model that cannot or must not be asked.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidRequestError(f"it cannot be read ({error})", where=str(path), cure="Give a file of TOML.") from error
    try:
        settings = fit(table, Settings, where=str(path))
    except KnowledgeError as error:
        raise InvalidRequestError(error.what, where=error.where, cure=error.cure) from error
    if settings.language_model is not None:
        _check_model(settings.language_model, str(path))
    return settings


def open_line(settings: Settings) -> Ask | None:
    """Return the line to the language model of the settings; None where they name none."""
    if settings.language_model is None:
        return None
    from according.chat import ask_model

    return partial(ask_model, settings.language_model)


def _check_model(model: LanguageModel, where: str) -> None:
    for what, cure in (_refuse_endpoint(model), _refuse_numbers(model), _refuse_key(model)):
        if what:
            raise InvalidRequestError(what, where=where, cure=cure)
    if importlib.util.find_spec("httpx") is None:
        raise InvalidRequestError("asking a language model needs httpx", where=where, cure="Install it: pip install 'according[llm]'.")


_FINE = ("", "")


def _refuse_endpoint(model: LanguageModel) -> tuple[str, str]:
    """Say what is wrong with an address, and the cure."""
    try:
        address = urlsplit(model.endpoint)
        host, secret, _ = address.hostname, address.username or address.password, address.port
    except ValueError:
        return f"`endpoint` is no address: {model.endpoint!r}", "Write it as https://llm.example.org/v1."
    if address.scheme not in {"http", "https"} or not host or address.query or address.fragment:
        return f"`endpoint` is no address: {model.endpoint!r}", "Write it as https://llm.example.org/v1."
    if secret:
        return "`endpoint` holds a user or a password", "Put the key into an environment variable, and name it in `key_from`."
    if address.scheme == "http" and host not in _HERE and not model.plain_http:
        return f"text would go to {host} unencrypted", "Use https; on a network of your own say `plain_http = true`."
    return _FINE


def _refuse_numbers(model: LanguageModel) -> tuple[str, str]:
    if not 0 < model.timeout_seconds <= _LONGEST_WAIT:
        return "`timeout_seconds` makes no sense", f"Give a number up to {_LONGEST_WAIT}."
    if not 1 <= model.at_once <= 64 or min(model.most_sentences, model.most_tokens) < 1:
        return "`at_once`, `most_sentences` or `most_tokens` makes no sense", "Give whole numbers from 1 on; `at_once` up to 64."
    return _FINE


def _refuse_key(model: LanguageModel) -> tuple[str, str]:
    if model.key_from is None:
        return _FINE
    key = os.environ.get(model.key_from, "")
    if not key:
        return f"the environment variable `{model.key_from}` is not set", "Set it to the key, or leave `key_from` out."
    if not (key.isascii() and key.isprintable() and " " not in key):
        return f"the environment variable `{model.key_from}` holds no key", "Set it to the key alone, without a line break."
    return _FINE
