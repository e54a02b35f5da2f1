"""One index for all tests of places; it is built once, in the cache directory."""

import pytest

from according.knowledge.places import PlaceIndex, open_places


@pytest.fixture(scope="session")
def places() -> PlaceIndex:
    return open_places(gazetteers=())
