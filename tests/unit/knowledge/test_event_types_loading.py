from pathlib import Path

import pytest

from according.errors import KnowledgeError
from according.knowledge.event_types import ACLED_HIERARCHY, load_event_types
from according.knowledge.loader import PACKAGED

TYPES = load_event_types((PACKAGED,))


def test_every_acled_sub_event_is_reached() -> None:
    reached = {TYPES.acled_sub_event(name) for name in TYPES.names}
    assert {sub_event for _, _, sub_event in ACLED_HIERARCHY} == reached


def test_crosswalks_give_the_scheme_of_each_user() -> None:
    assert TYPES.acled_event_type("air_strike") == "Explosions/Remote violence"
    assert TYPES.acled_disorder_type("peaceful_protest") == "Demonstrations"
    assert TYPES.plover_type("withdrawal", is_foreseen=True) == "AGREE"
    assert TYPES.plover_type("withdrawal") == "RETREAT"


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="no event type `airstrike`"):
        TYPES.get("airstrike")


def test_an_unknown_sub_event_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "event_types"
    folder.mkdir()
    text = (PACKAGED / "event_types" / "grenade.toml").read_text(encoding="utf-8")
    (folder / "grenade.toml").write_text(text.replace('"Grenade"', '"Granade"'), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="unknown ACLED sub-event `Granade`"):
        load_event_types((PACKAGED, tmp_path))
