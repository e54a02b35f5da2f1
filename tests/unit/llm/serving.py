"""Reach the server that these tests start."""

import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
Write = Callable[..., Path]
"""Write a settings file for one kind of answer."""


@dataclass(frozen=True)
class Endpoint:
    port: int

    def address(self, how: str) -> str:
        return f"http://{HOST}:{self.port}/{how}/v1"

    def read_seen(self) -> list[dict[str, Any]]:
        """Return what was sent to the server since it was last asked."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://{HOST}:{self.port}/", timeout=10) as answer:
            seen: list[dict[str, Any]] = json.loads(answer.read())
        return seen
