"""Conflict event data, according to whom.

>>> import according
>>> coded = according.code("DAMASCUS, 3 May (Wire) — Shelling killed three people in Douma, residents said.")
>>> coded.claims[0].event_type.value
'shelling'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from according.app.code import Coder, code, open_coder
    from according.app.results import CodedReport
    from according.errors import AccordingError

__version__ = "0.1.0"
__all__ = ["AccordingError", "CodedReport", "Coder", "__version__", "code", "open_coder"]

_HOMES = {
    "AccordingError": "according.errors",
    "CodedReport": "according.app.results",
    "Coder": "according.app.code",
    "code": "according.app.code",
    "open_coder": "according.app.code",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import according` stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'according' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
