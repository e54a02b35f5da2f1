"""Serve a model file over the OpenAI protocol on this machine, until standard input ends: prints the address it listens at.

Run it with a Python that has xllamacpp: `python evaluation/serve_model.py MODEL.gguf [THREADS]`.
"""

import os
import sys

import xllamacpp


def main(model: str, threads: int = 1) -> None:
    """Start the server and wait."""
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = 8192
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.hostnames, params.port, params.ui = ["127.0.0.1"], 0, False
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()
    os._exit(0)  # without waiting for what it is still generating


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
