"""Whatever a server does costs one question, within the time that was set."""

import asyncio
import time

import pytest
from serving import HOST, Endpoint

from according.chat import ask_model
from according.model.conversation import NoAnswer, Question
from according.settings import LanguageModel

QUESTION = Question("List the events.", '{"sentence": "Shelling hit the town."}', '{"type": "object"}')


def ask(endpoint: Endpoint, how: str, *, seconds: float = 20, questions: int = 1, **more: object) -> list[str | NoAnswer]:
    model = LanguageModel(endpoint.address(how), "tiny", timeout_seconds=seconds, **more)  # type: ignore[arg-type]
    return ask_model(model, [QUESTION] * questions)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("401", "the server answered with status 401"),
        ("404", "the server answered with status 404"),
        ("429", "the server answered with status 429"),
        ("500", "the server answered with status 500"),
        ("html", "the answer is not of the OpenAI protocol"),
        ("empty", "the answer is not of the OpenAI protocol"),
        ("deep", "the answer is not of the OpenAI protocol"),
        ("digits", "the answer is not of the OpenAI protocol"),
        ("no-choices", "the answer is not of the OpenAI protocol"),
        ("list", "the answer is not of the OpenAI protocol"),
        ("not-utf8", "the answer is not of the OpenAI protocol"),
        ("no-text", "the answer has no text"),
        ("number", "the answer has no text"),
        ("cut", "the answer was cut off"),
        ("flood", "the answer has more than 1,000,000 bytes"),
        ("packed", "the answer came packed, which was not asked for"),
        ("hang_up", "the connection failed (RemoteProtocolError)"),
    ],
)
def test_a_bad_answer_is_no_answer(endpoint: Endpoint, how: str, why: str) -> None:
    assert ask(endpoint, how) == [NoAnswer(why)]


@pytest.mark.parametrize("how", ["stall", "drip_headers", "drip_body"])
def test_a_server_that_stalls_costs_the_time_that_was_set(endpoint: Endpoint, how: str) -> None:
    began = time.monotonic()
    assert ask(endpoint, how, seconds=0.5) == [NoAnswer("no whole answer within 0.5 seconds")]
    assert time.monotonic() - began < 8


def test_after_three_failures_in_a_row_the_rest_of_a_report_is_not_sent(endpoint: Endpoint) -> None:
    endpoint.read_seen()
    answers = ask(endpoint, "500", questions=9)
    assert [one.why for one in answers if isinstance(one, NoAnswer)][2:5] == [
        "the server answered with status 500",
        "not sent: 3 questions in a row had failed",
        "not sent: 3 questions in a row had failed",
    ]
    assert len(endpoint.read_seen()) == 3


def test_no_more_sentences_are_sent_than_the_settings_allow(endpoint: Endpoint) -> None:
    endpoint.read_seen()
    answers = ask(endpoint, "nothing", questions=3, most_sentences=2, at_once=2)
    assert answers == ['{"claims": []}', '{"claims": []}', NoAnswer("not sent: a report may have 2 sentences sent")]
    assert len(endpoint.read_seen()) == 2


def test_a_sentence_too_long_to_be_one_is_not_sent(endpoint: Endpoint) -> None:
    endpoint.read_seen()
    long = Question("", "shelling " * 1000, "{}")
    assert ask_model(LanguageModel(endpoint.address("good"), "tiny"), [long]) == [NoAnswer("not sent: it has more than 4000 characters")]
    assert endpoint.read_seen() == []


def test_text_follows_no_redirect_and_no_proxy_of_the_environment(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, endpoint.address("proxy"))
    endpoint.read_seen()
    assert ask(endpoint, "307") == [NoAnswer("the server answered with status 307")]
    assert [one["path"] for one in endpoint.read_seen()] == ["/307/v1/chat/completions"]


def test_the_key_is_sent_only_where_the_settings_name_it(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-something-else")
    monkeypatch.setenv("TEST_KEY", "abc")
    endpoint.read_seen()
    ask(endpoint, "nothing")
    ask(endpoint, "nothing", key_from="TEST_KEY")
    assert [one["headers"].get("Authorization") for one in endpoint.read_seen()] == [None, "Bearer abc"]


def test_a_request_asks_for_the_form_and_for_the_likeliest_words(endpoint: Endpoint) -> None:
    endpoint.read_seen()
    ask(endpoint, "nothing", most_tokens=50)
    (seen,) = endpoint.read_seen()
    assert seen["body"] == {
        "model": "tiny",
        "messages": [{"role": "system", "content": QUESTION.instruction}, {"role": "user", "content": QUESTION.content}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": {"type": "object"}}},
        "temperature": 0,
        "seed": 0,
        "max_tokens": 50,
    }


def test_no_server_at_all_is_no_answer() -> None:
    model = LanguageModel(f"http://{HOST}:1/v1", "tiny", timeout_seconds=5)
    assert ask_model(model, [QUESTION]) == [NoAnswer("the connection failed (ConnectError)")]


def test_it_can_be_asked_from_within_a_running_loop(endpoint: Endpoint) -> None:
    async def in_notebook() -> list[str | NoAnswer]:
        return ask(endpoint, "nothing")

    assert asyncio.run(in_notebook()) == ['{"claims": []}']
