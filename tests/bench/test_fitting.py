"""The learning of weights, on cases small enough to know the answer."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
sparse = pytest.importorskip("scipy.sparse")

from bench.fitting import _maximise  # noqa: E402 - only where it is installed
from bench.logistic import logistic  # noqa: E402
from bench.tuples import OF_ONE_RULE, Tuples, flags  # noqa: E402
from mooted.claims.candidates import Option  # noqa: E402
from mooted.claims.lexicon import Meaning  # noqa: E402

BID = Meaning("bids", ("bid",), "buyer")


def option(*parts: tuple[str, ...]) -> Option:
    return Option("bid", BID, None, None, None, parts)


def test_options_share_the_tuples_of_their_signs() -> None:
    table = Tuples()
    first, second = table.of(option(("a", "b"), ("c",)), False), table.of(option(("a", "b"), ("d",)), False)
    assert first[0] == second[0]
    assert (len(set(first + second)), len(table)) == (3, 3)


def test_a_sign_must_occur_in_enough_questions_and_one_of_a_rule_is_held_down() -> None:
    table = Tuples()
    asked = [table.of(option(("a", "b"), ("c",)), False), table.of(option(("a", "b")), False)]
    names, matrix = table.matrix(flags(asked, len(table)), fewest=2)
    assert {name.split("\t")[1] for name in names} == {"a", "b"}
    assert matrix[0, names["bid\ta"]] == 1.0
    assert matrix[0, names["bid/bids\ta"]] == OF_ONE_RULE


def test_the_right_option_becomes_the_likeliest() -> None:
    options = sparse.csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]]))
    right, sizes = np.array([1.0, 0.0, 1.0, 0.0]), np.array([2, 2])
    best = _maximise((options, sparse.identity(2, format="csr")), right, sizes, np.ones(2), ridge=0.1)
    assert best[0] > 0 > best[1]


def test_logistic_regression_follows_the_odds() -> None:
    rows = [[0]] * 8 + [[0, 1]] * 8
    right = np.array([1.0, 1.0, *[0.0] * 6, *[1.0] * 6, 0.0, 0.0])
    best = logistic(rows, right, np.ones(16), 1e-6, 2)
    assert best[0] == pytest.approx(-np.log(3), abs=0.01)
    assert best[1] == pytest.approx(2 * np.log(3), abs=0.01)
