"""Discrete-time competing risks: every suitor, a club not yet named, and staying, whose chances sum to one.

In the interval from a day to the close of the window a player meets one of several ends. The cause-specific hazards are
multinomial logits of the signs (Tutz and Schmid, "Modeling Discrete Time-to-Event Data", 2016, chapter 8; Allison,
"Discrete-time methods for the analysis of event histories", 1982):

    P(joins club i) = exp(s_i) / (1 + exp(s_0) + sum_j exp(s_j)),   P(stays) = 1 / (same),

s_i the score of suitor i and s_0 that of a club that nobody has named. As outcome tables tell the window and not the
day, there is one interval, from the report to the close.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from mooted.forecasts.parameters import Parameters
from mooted.forecasts.signs import Signs


class Ends(NamedTuple):
    """The chances of one player's window; ``suitors`` in the order in which they were given."""

    suitors: tuple[float, ...]
    elsewhere: float
    stays: float


def ends(suitors: Sequence[Signs], own: Signs, parameters: Parameters) -> Ends:
    """The chances of each end, from the signs of each suitor and the player's own."""
    scores = [parameters.suitor.of(signs) for signs in suitors]
    unnamed = parameters.elsewhere.of(own)
    highest = max((0.0, unnamed, *scores))
    odds = [math.exp(score - highest) for score in (*scores, unnamed, 0.0)]
    total = math.fsum(odds)
    *clubs, elsewhere, stays = (odd / total for odd in odds)
    return Ends(tuple(clubs), elsewhere, stays)
