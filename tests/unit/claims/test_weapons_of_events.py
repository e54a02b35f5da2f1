"""With what it was done: what was used comes before what acted, and what flies or lies in store is nobody's weapon."""

import pytest
from reading_claims import read, read_one

from according.model.evidence import Found


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Rebels shelled Kafr Nabl with mortar shells on Monday.", "mortar shells"),
        ("The artillery of the Syrian army shelled Douma with phosphorus bombs on Monday.", "phosphorus bombs"),
        ("A drone struck a market in Marib on Monday, killing three people.", None),
        ("Rebels shot down a drone near Marib on Monday.", None),
        ("Gunmen attacked a bus in Mopti on Monday.", None),
        ("The army destroyed a depot of rockets near Jabla on Monday.", None),
    ],
)
def test_the_weapon_is_what_was_used(text: str, weapon: str | None) -> None:
    answer = read(text).claims[0].weapon
    assert (answer.value if isinstance(answer, Found) else None) == weapon


def test_a_sports_club_is_no_weapon() -> None:
    claim = read_one("Two explosive rounds hit the Nidal Sports Club in Damascus.")
    assert not isinstance(claim.weapon, Found)
