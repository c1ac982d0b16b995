"""A ledger of the examples, read once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mooted.ledger import Ledger
from tests.answers.told import examples


@pytest.fixture(scope="session")
def ledger() -> Iterator[Ledger]:
    with examples() as told:
        yield told
