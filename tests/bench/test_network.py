"""The learning of the network, on cases that no log-linear model could learn."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
sparse = pytest.importorskip("scipy.sparse")

from bench.network import Asked, Course, fit_network  # noqa: E402 - only where it is installed
from mooted.claims.network import Layers, Network  # noqa: E402

NAMES = ("early", "late", "ours")
BAGS = ((), ("early",), ("late",), ("early", "late"))
TRUE = (False, True, True, False)  # one of the two, but not both
COPIES = 400


@pytest.fixture(scope="module")
def layers() -> Layers:
    """Each bag of signs is a question with one option."""
    signs = [[name in bag for name in NAMES] for bag in BAGS]
    count = len(BAGS) * COPIES
    options = sparse.csr_matrix(np.tile(np.eye(len(BAGS)), (COPIES, 1)))
    tuples = sparse.csr_matrix(np.array(signs, dtype=float))
    right = np.tile(np.array(TRUE, dtype=float), COPIES)
    zeros, ones = np.zeros(count, dtype=int), np.ones(count, dtype=int)
    asked = Asked(NAMES, ["bid"], options, tuples, zeros, right, ones, np.ones(count))
    return fit_network(asked, without=("ours",), course=Course(8, 12, 0.03))


def test_what_signs_mean_only_together_is_learned(layers: Layers) -> None:
    network = Network(layers)
    assert [network.weigh("bid", (bag,)) > 0 for bag in BAGS] == list(TRUE)


def test_signs_that_are_not_to_be_used_are_left_out(layers: Layers) -> None:
    assert set(layers.signs) == {"early", "late"}
