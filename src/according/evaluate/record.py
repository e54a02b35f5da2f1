"""Take typed values out of one JSON table; what does not fit is an error that names the line and the key."""

import difflib
from collections.abc import Sequence
from datetime import date

from according.errors import UnreadableGoldError


class Record:
    """Wrap one JSON table of a gold file.

    Raises:
        UnreadableGoldError: if it is no table, or is strict and has a key that is not known.
    """

    def __init__(self, table: object, where: str, keys: frozenset[str], *, is_strict: bool = True) -> None:
        if not isinstance(table, dict):
            raise UnreadableGoldError(f"{table!r:.60} is no JSON object", where=where, cure="See docs/reference/scoring.md.")
        self._table: dict[str, object] = table
        self._where = where
        if is_strict:
            for key in sorted(table.keys() - keys):
                near = difflib.get_close_matches(key, sorted(keys), n=1)
                raise self.wrong(
                    f"unknown key `{key}`", f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(sorted(keys))}."
                )

    def wrong(self, what: str, cure: str) -> UnreadableGoldError:
        """Return the error that names this table."""
        return UnreadableGoldError(what, where=self._where, cure=cure)

    def _mistyped(self, key: str, wanted: str) -> UnreadableGoldError:
        if key not in self._table:
            return self.wrong(f"the key `{key}` is missing", f"Add it: {wanted}.")
        return self.wrong(f"`{key}` holds {self._table[key]!r:.60}", f"It must be {wanted}.")

    def get(self, key: str) -> object:
        """Return the raw value, None where there is none."""
        return self._table.get(key)

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._mistyped(key, "a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a text; null and blank are None."""
        value = self.get(key)
        if value is not None and not isinstance(value, str):
            raise self._mistyped(key, "a text or null")
        return value if value and value.strip() else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that must be there; a null in it (an actor nobody could name) is left out."""
        value = self.get(key)
        if not isinstance(value, list) or not all(one is None or isinstance(one, str) for one in value):
            raise self._mistyped(key, "a list of texts")
        return tuple(one for one in value if one)

    def number(self, key: str) -> int:
        """Return a whole number that must be there."""
        value = self.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._mistyped(key, "a whole number")
        return value

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number or None."""
        return None if self.get(key) is None else self.number(key)

    def real_or_none(self, *keys: str) -> float | None:
        """Return the number under the first of the keys that has one."""
        for key in keys:
            value = self.get(key)
            if isinstance(value, bool) or (value is not None and not isinstance(value, (int, float))):
                raise self._mistyped(key, "a number or null")
            if value is not None:
                return float(value)
        return None

    def flag_or_none(self, key: str) -> bool | None:
        """Return true, false or None."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._mistyped(key, "true, false or null")
        return value

    def day_or_none(self, key: str) -> date | None:
        """Return a day written YYYY-MM-DD."""
        value = self.text_or_none(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value[:10])
        except ValueError as error:
            raise self._mistyped(key, "a day, YYYY-MM-DD") from error

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """Return a text that is one of the choices."""
        value = self.text(key)
        if value not in set(choices):
            raise self._mistyped(key, f"one of {', '.join(choices)}")
        return str(value)

    def rows(self, key: str, *, required: bool = False) -> tuple[object, ...]:
        """Return a list of tables; a key that is absent is an empty list."""
        value = self.get(key)
        if value is None and not required:
            return ()
        if not isinstance(value, list):
            raise self._mistyped(key, "a list")
        return tuple(value)
