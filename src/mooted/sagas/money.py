"""Sums compared across currencies, as loosely as reporters convert them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mooted.model.money import Fee

Sum = tuple[int, str]
_IN_POUNDS = {"GBP": 1.0, "EUR": 0.87, "USD": 0.77, "CHF": 0.82, "SAR": 0.2, "BRL": 0.15, "TRY": 0.02}
"""About what one unit was worth in pounds from 2019 to 2026; within the tolerance all the same."""
SAME = 0.12
"""The share by which two reports of one sum may differ: rounding, bonuses left out, the day's rate."""


def pounds(sum: Sum) -> float | None:
    """What a sum is about in pounds; null for a currency without a rate."""
    rate = _IN_POUNDS.get(sum[1])
    return None if rate is None else sum[0] * rate


def near(one: Sum, two: Sum, tolerance: float = SAME) -> bool:
    """Are two sums the same but for rounding and the rate of exchange? Of unknown currencies only where equal."""
    if one[1] == two[1]:
        first, second = float(one[0]), float(two[0])
    else:
        converted = pounds(one), pounds(two)
        if converted[0] is None or converted[1] is None:
            return False
        first, second = converted[0], converted[1]
    return abs(first - second) <= tolerance * max(first, second)


def sum_of(fee: Fee) -> Sum:
    """A fee as a sum."""
    return fee.amount, fee.currency


def usual(fees: Sequence[Fee]) -> Fee | None:
    """The fee that most of the reports agree on; of sums that as many give, the newest. ``fees`` in their order."""
    if len(fees) < 2:
        return fees[0] if fees else None
    times = Counter(map(sum_of, fees))
    support = {one: sum(count for other, count in times.items() if near(one, other)) for one in times}
    return max(enumerate(fees), key=lambda item: (support[sum_of(item[1])], item[0]))[1]
