from pathlib import Path

import pytest

import according
from according.knowledge.actors import ActorRegistry, load_actors
from according.knowledge.framing import Framings, load_framing
from according.knowledge.sources import Sources, load_sources

DATA = Path(according.__file__).parent / "knowledge" / "data"


@pytest.fixture(scope="session")
def registry() -> ActorRegistry:
    return load_actors((DATA,))


@pytest.fixture(scope="session")
def framings() -> Framings:
    return load_framing((DATA,))


@pytest.fixture(scope="session")
def sources() -> Sources:
    return load_sources((DATA,))
