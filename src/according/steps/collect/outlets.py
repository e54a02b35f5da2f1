"""Who carried a report and who wrote it, as its own lines say."""

import re
from collections.abc import Collection
from functools import cached_property, lru_cache

# The usual agencies, as they stand in credits. Facts of common knowledge; more come from the caller.
AGENCIES = (
    "AA", "AFP", "AKI", "ANA", "ANHA", "ANI", "ANSA", "AP", "Agence France-Presse", "Al-Manar", "Anadolu Agency", "Anadolu",
    "Associated Press",
    "Bloomberg", "CNA", "DPA", "EFE", "Fars News", "FNA", "Hawar News", "IANS", "INA", "IRNA", "ISNA", "Interfax", "KUNA", "Kyodo", "MENA",
    "Mehr", "NAN", "NINA", "NNA", "PTI", "Petra", "RIA Novosti", "Reuters", "SABA", "SANA", "SPA", "Sputnik", "TASS", "Tasnim",
    "The Associated Press",
    "UPI", "Ukrinform", "WAFA", "WAM", "Xinhua", "dpa",
)  # fmt: skip
_TIDY = re.compile(r"^(?:the\s+)?(.*?)[\s.,;:*|–—-]*$", re.IGNORECASE | re.DOTALL)


def tidy_name(name: str) -> str:
    """Return the name without marks and white space around it."""
    return re.sub(r"\s+", " ", name).strip(" \t\n.,;:*|–—-_[]()\"'“”")


def is_same_outlet(one: str | None, other: str | None) -> bool:
    """Say whether two names are one outlet, whatever their capitals and articles.

    >>> is_same_outlet("The Daily Star", "daily star")
    True
    """
    return one is not None and other is not None and _key(one) == _key(other)


def _key(name: str) -> str:
    match = _TIDY.match(name.strip())
    return re.sub(r"[^\w]+", "", match[1] if match else name).casefold()


def list_outlets(known_outlets: Collection[str]) -> dict[str, str]:
    """Return the names that count as outlets, by key."""
    names = {_key(name): name for name in AGENCIES}
    return names | {_key(name): name for name in sorted(known_outlets)}


def open_outlets(known_outlets: Collection[str]) -> "Outlets":
    """Return the outlets with these names among them; the same names are prepared once."""
    return _open(frozenset(known_outlets))


@lru_cache(maxsize=4)
def _open(known_outlets: frozenset[str]) -> "Outlets":
    return Outlets(known_outlets)


class Outlets:
    """Recognise names of outlets in credits."""

    def __init__(self, known_outlets: Collection[str] = ()) -> None:
        self._names = list_outlets(known_outlets)
        words = sorted({*AGENCIES, *known_outlets}, key=lambda name: (-len(name), name))
        self._any_name = "|".join(re.escape(word) for word in words if len(word) > 1)

    @cached_property
    def before_dash(self) -> re.Pattern[str]:
        """Return what matches an outlet's name and a dash."""
        return re.compile(rf"(?P<agency>{self._any_name})\s*(?:—|–|--?)\s*")

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """Return what finds the outlets' names that some words end with."""
        return re.compile(rf"(?:^|\s)((?:{self._any_name})(?:(?:\s+and|,|\s)\s*(?:{self._any_name}))*)$")

    def knows(self, name: str) -> bool:
        """Say whether the name is that of an outlet."""
        return _key(name) in self._names
