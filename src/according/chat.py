"""Ask a language model over the OpenAI protocol; whatever the server does costs one question. The only module that opens a connection."""

import asyncio
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

from according.model.conversation import NoAnswer, Question
from according.settings import LanguageModel

_MOST_BYTES = 1_000_000  # of one answer
_LONGEST = 4000  # characters of what one question is about
_GIVE_UP = 3  # failures in a row, after which the rest of a report is not asked


def ask_model(settings: LanguageModel, questions: Sequence[Question]) -> list[str | NoAnswer]:
    """Return what the model says to each question, or why it says nothing."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(_ask_all(settings, questions))
    with ThreadPoolExecutor(1) as pool:  # a notebook has a loop running already
        return pool.submit(asyncio.run, _ask_all(settings, questions)).result()


async def _ask_all(settings: LanguageModel, questions: Sequence[Question]) -> list[str | NoAnswer]:
    # Nothing of the environment, no proxy and no stored password, decides where text goes; and no redirect is followed.
    client = httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=None, headers=_write_headers(settings))
    async with client:
        line = _Line(client, settings, asyncio.Semaphore(settings.at_once))
        most = settings.most_sentences
        asked = await asyncio.gather(*(line.ask(one) for one in questions[:most]))
    return [*asked, *(NoAnswer(f"not sent: a report may have {most} sentences sent") for _ in questions[most:])]


def _write_headers(settings: LanguageModel) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",  # a small answer cannot unpack into a large one
    }
    key = os.environ.get(settings.key_from, "") if settings.key_from else ""
    return headers | ({"Authorization": f"Bearer {key}"} if key else {})


@dataclass(slots=True)
class _Line:
    """Hold one connection to a server, and how many questions in a row it failed."""

    client: httpx.AsyncClient
    settings: LanguageModel
    free: asyncio.Semaphore
    failed: int = 0

    async def ask(self, question: Question) -> str | NoAnswer:
        if len(question.content) > _LONGEST:
            return NoAnswer(f"not sent: it has more than {_LONGEST} characters")
        async with self.free:
            if self.failed >= _GIVE_UP:
                return NoAnswer(f"not sent: {_GIVE_UP} questions in a row had failed")
            outcome = await self._try(question)
        self.failed = self.failed + 1 if isinstance(outcome, NoAnswer) else 0
        return outcome

    async def _try(self, question: Question) -> str | NoAnswer:
        seconds = self.settings.timeout_seconds
        try:
            async with asyncio.timeout(seconds):  # over all of it: a server may also stall byte by byte
                return await self._post(question)
        except TimeoutError:
            return NoAnswer(f"no whole answer within {seconds:g} seconds")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return NoAnswer(f"the connection failed ({type(error).__name__})")

    async def _post(self, question: Question) -> str | NoAnswer:
        address = f"{self.settings.endpoint.rstrip('/')}/chat/completions"
        async with self.client.stream("POST", address, content=_write_request(self.settings, question)) as response:
            if response.status_code != httpx.codes.OK:
                return NoAnswer(f"the server answered with status {response.status_code}")
            if response.headers.get("Content-Encoding", "identity") != "identity":
                return NoAnswer("the answer came packed, which was not asked for")
            data = bytearray()
            async for piece in response.aiter_raw():
                data += piece
                if len(data) > _MOST_BYTES:
                    return NoAnswer(f"the answer has more than {_MOST_BYTES:,} bytes")
        return _read_content(bytes(data))


def _write_request(settings: LanguageModel, question: Question) -> bytes:
    shape = {"name": "claims", "strict": True, "schema": json.loads(question.shape)}
    request = {
        "model": settings.model,
        "messages": [{"role": "system", "content": question.instruction}, {"role": "user", "content": question.content}],
        "response_format": {"type": "json_schema", "json_schema": shape},
        "temperature": 0,
        "seed": 0,
        "max_tokens": settings.most_tokens,
    }
    return json.dumps(request).encode()


def _read_content(data: bytes) -> str | NoAnswer:
    """Return what the model says in an answer of the protocol."""
    try:
        choice = json.loads(data)["choices"][0]
        content, finished = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return NoAnswer("the answer is not of the OpenAI protocol")
    if finished == "length":
        return NoAnswer("the answer was cut off")
    return content if isinstance(content, str) else NoAnswer("the answer has no text")
