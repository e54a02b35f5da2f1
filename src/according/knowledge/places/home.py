"""Say where indexes and the user's gazetteers are kept."""

import os
from pathlib import Path


def find_cache_directory() -> Path:
    """Return where built indexes go: they can be deleted at any time."""
    return _home("cache") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "according"


def find_data_directory() -> Path:
    """Return where what the user added is kept."""
    return _home("data") or Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "according"


def _home(part: str) -> Path | None:
    home = os.environ.get("ACCORDING_HOME")
    return Path(home) / part if home else None
