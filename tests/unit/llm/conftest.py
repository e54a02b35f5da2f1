import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Endpoint, Write

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    command = [sys.executable, str(HERE / "endpoint.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield Endpoint(int(server.stdout.readline()))
        assert server.stdin is not None
        server.stdin.close()


@pytest.fixture
def write_settings(tmp_path: Path, endpoint: Endpoint) -> Write:
    def write(how: str, **more: object) -> Path:
        lines = [f'endpoint = "{endpoint.address(how)}"', 'model = "tiny"']
        lines += [f"{key} = {json.dumps(value)}" for key, value in more.items()]
        path = tmp_path / "settings.toml"
        path.write_text("\n".join(["[language_model]", *lines]), encoding="utf-8")
        return path

    return write
