"""Scores against scoringrules, and by hand."""

from __future__ import annotations

import math
import random

import pytest
import scoringrules

from mooted.forecasts import scoring
from mooted.forecasts.resampling import resampled

CHANCE = random.Random(7)
GIVEN = [CHANCE.random() for _ in range(400)]
CAME = [CHANCE.random() < chance for chance in GIVEN]


def test_brier_and_log_score_are_those_of_scoringrules() -> None:
    assert scoring.brier(GIVEN, CAME) == pytest.approx(
        sum(float(scoringrules.brier_score(float(y), p)) for p, y in zip(GIVEN, CAME, strict=True)) / 400
    )
    assert scoring.log_score(GIVEN, CAME) == pytest.approx(
        sum(float(scoringrules.log_score(float(y), p)) for p, y in zip(GIVEN, CAME, strict=True)) / 400
    )


def test_auc_counts_pairs_and_ties_half() -> None:
    assert scoring.auc([0.1, 0.4, 0.4, 0.9], [False, False, True, True]) == (1 + 1 + 1 + 0.5) / 4
    pairs = [
        (p > q) + (p == q) / 2
        for p, y in zip(GIVEN, CAME, strict=True)
        if y
        for q, z in zip(GIVEN, CAME, strict=True)
        if not z
    ]
    assert scoring.auc(GIVEN, CAME) == pytest.approx(sum(pairs) / len(pairs))
    assert scoring.auc([0.5], [True]) is None


def test_calibrated_chances_have_a_small_error_and_lie_in_their_bands() -> None:
    many = [CHANCE.random() for _ in range(20_000)]
    came = [CHANCE.random() < chance for chance in many]
    error = scoring.ece(many, came)
    assert error is not None
    assert error < 0.015
    assert scoring.ece([0.9] * 100, [True] * 50 + [False] * 50) == pytest.approx(0.4)
    assert sum(one.band_low <= one.share <= one.band_high for one in scoring.bins(many, came)) >= 7


def test_nothing_has_no_score() -> None:
    assert scoring.brier([], []) is scoring.log_score([], []) is scoring.ece([], []) is scoring.auc([], []) is None
    assert scoring.skill(None, 0.2) is scoring.skill(0.1, 0.0) is None


def test_a_certainty_that_fails_costs_much_but_not_everything() -> None:
    found = scoring.log_score([1.0], [False])
    assert found is not None
    assert math.isfinite(found)


def test_intervals_come_from_clusters_and_are_the_same_each_time() -> None:
    def mean(items: object) -> dict[str, float | None]:
        told = list(items)  # type: ignore[call-overload]
        return {"mean": sum(value for _, value in told) / len(told) if told else None}

    apart = [(f"player {at}", float(at % 2)) for at in range(100)]
    together = [(f"player {at // 25}", float(at // 25 % 2)) for at in range(100)]
    one, two = (resampled(some, lambda item: item[0], mean)["mean"] for some in (apart, together))
    assert one == resampled(apart, lambda item: item[0], mean)["mean"]
    assert one.low is not None
    assert one.high is not None
    assert two.low is not None
    assert two.high is not None
    assert two.high - two.low > 2 * (one.high - one.low)
    assert resampled([], lambda item: item[0], mean)["mean"].value is None
