"""Parse a document in a process of its own, with a limit on memory and time. One worker is kept for the documents that follow."""

import atexit
import contextlib
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping

from according.model.report import RejectionKind
from according.steps.collect.shown import CannotReadError, Shown
from according.steps.collect.sniffing import Format
from according.steps.collect.wire import unpack

_CHUNK = 65536
_THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_NUM_THREADS"), "1")


class _Worker:
    """Hold the process that parses, and talk to it."""

    def __init__(self, max_memory_bytes: int) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        self.owner = os.getpid()
        self.max_memory_bytes = max_memory_bytes
        self._left = b""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "according.steps.collect.worker", str(max_memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_THREADS, "ARROW_DEFAULT_MEMORY_POOL": "system", "PYTHONPATH": paths},
            start_new_session=True,
        )

    def ask(self, request: bytes, deadline: float) -> None:
        """Send a request, and give up at the deadline."""
        pipe = self._process.stdin
        assert pipe is not None
        os.set_blocking(pipe.fileno(), False)
        view = memoryview(request)
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_WRITE)
            while view:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError
                view = view[os.write(pipe.fileno(), view[:_CHUNK]) :]

    def read_line(self, deadline: float) -> bytes:
        """Read one line of the answer, and give up at the deadline."""
        pipe = self._process.stdout
        assert pipe is not None
        pieces = [self._left]
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while b"\n" not in pieces[-1]:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError
                more = os.read(pipe.fileno(), _CHUNK)
                if not more:
                    raise EOFError
                pieces.append(more)
        line, _, self._left = b"".join(pieces).partition(b"\n")
        return line

    def kill(self) -> None:
        """End the process, if this process started it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


_lock = threading.Lock()
_idle: list[_Worker] = []
_of_parents: list[_Worker] = []  # inherited by a fork; theirs to end, and kept so that nothing else ends them


def show_isolated(form: Format, data: bytes, chosen: Mapping[str, str], *, max_seconds: float, max_memory_bytes: int) -> Iterator[Shown]:
    """Show what is in a document, parsed by a process of its own.

    Raises:
        CannotReadError: if it cannot be read, or its parser died or took too long.
    """
    worker = _take(max_memory_bytes)
    is_idle = False
    try:
        header = json.dumps({"format": form.value, "size": len(data), "chosen": dict(chosen), "seconds": max_seconds}).encode("ascii")
        deadline = time.monotonic() + max_seconds
        worker.ask(header + b"\n" + data, deadline)
        refusal: CannotReadError | None = None
        while True:
            try:
                shown = unpack(worker.read_line(deadline))
            except CannotReadError as error:
                refusal = error
                continue
            if shown is None:
                is_idle = True
                break
            yield shown
            deadline = time.monotonic() + max_seconds
        if refusal is not None:
            raise refusal
    except TimeoutError as error:
        message = f"Parsing it took longer than {max_seconds:g} seconds and was stopped."
        raise CannotReadError(RejectionKind.TIME_LIMIT, message, "Save its text alone and give that.") from error
    except (EOFError, OSError, ValueError) as error:
        message = f"The {form.value} file stopped its parser."
        raise CannotReadError(RejectionKind.UNREADABLE, message, "Save its text alone and give that.") from error
    finally:
        if is_idle:
            _give_back(worker)
        else:
            worker.kill()


def _take(max_memory_bytes: int) -> _Worker:
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.owner != os.getpid():
                _of_parents.append(worker)
            elif worker.max_memory_bytes == max_memory_bytes:
                return worker
            worker.kill()
    return _Worker(max_memory_bytes)


def _give_back(worker: _Worker) -> None:
    with _lock:
        if not _idle:
            _idle.append(worker)
            atexit.register(stop_workers)
            return
    worker.kill()


def stop_workers() -> None:
    """End the idle worker."""
    atexit.unregister(stop_workers)
    with _lock:
        while _idle:
            _idle.pop().kill()
