"""Serve answers in the OpenAI protocol, most of them hostile: the first part of the path says how. Prints its port."""

import gzip
import json
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GOOD = {
    "event_type": "shelling",
    "trigger": "Shelling",
    "initiators": ["the army"],
    "targets": [],
    "weapon": None,
    "place": "Harem",
    "date": "on Friday",
    "tolls": [{"harm": "killed", "words": "killed three people"}],
    "speakers": ["residents"],
    "status": "happened",
    "status_words": None,
    "kind": "incident",
}
SEEN: list[dict[str, object]] = []


def say(content: object, **more: object) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop", **more}]}).encode()


BODIES: dict[str, Callable[[], bytes]] = {
    "good": lambda: say(json.dumps({"claims": [GOOD]})),
    "nothing": lambda: say(json.dumps({"claims": []})),
    "html": lambda: b"<!doctype html><title>Sign in</title>",
    "empty": lambda: b"",
    "deep": lambda: b'{"choices":' + b"[" * 200_000,
    "digits": lambda: b'{"choices":' + b"7" * 100_000 + b"}",
    "no-choices": lambda: b'{"choices": []}',
    "list": lambda: b"[1, 2]",
    "no-text": lambda: say(None, tool_calls=[{"function": {"name": "delete_files", "arguments": "{}"}}]),
    "number": lambda: say(7),
    "cut": lambda: say('{"claims": [', finish_reason="length"),
    "not-utf8": lambda: b'{"choices": "\xff\xfe"}',
    "prose": lambda: say("Sure! Here are the events you asked for."),
    "deep-inside": lambda: say("[" * 200_000),
    "other-form": lambda: say(json.dumps({"claims": [GOOD | {"confidence": 0.99}]})),
    "other-choice": lambda: say(json.dumps({"claims": [GOOD | {"event_type": "genocide"}]})),
    "wrong-type": lambda: say(json.dumps({"claims": [GOOD | {"tolls": "three"}]})),
    "too-many": lambda: say(json.dumps({"claims": [GOOD] * 5000})),
    "unwritable": lambda: say(json.dumps({"claims": [GOOD | {"place": "\ud800\u202e\x1b[2J"}]})),
}


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.send(json.dumps(SEEN).encode())
        SEEN.clear()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        how = self.path.split("/")[1]
        SEEN.append({"path": self.path, "headers": dict(self.headers), "body": json.loads(body)})
        if how.isdigit():
            self.send(b"the key is wrong", int(how), ("Location", "/elsewhere/v1/chat/completions"))
        elif how in BODIES:
            self.send(BODIES[how]())
        else:
            getattr(self, how)()

    def send(self, body: bytes, status: int = 200, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def stall(self) -> None:
        time.sleep(30)

    def drip_headers(self) -> None:
        self.drip(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(300)))

    def drip_body(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        self.drip(b" " * 1000)

    def drip(self, data: bytes) -> None:
        for at in range(len(data)):
            try:
                self.wfile.write(data[at : at + 1])
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def flood(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n")
        for _ in range(500):
            try:
                self.wfile.write(b"x" * 100_000)
            except OSError:
                return

    def packed(self) -> None:
        self.send(gzip.compress(b" " * 50_000_000), 200, ("Content-Encoding", "gzip"))


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    sys.stdin.read()
