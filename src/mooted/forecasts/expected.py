"""Which way each sign can point, as anyone in the trade would say before seeing a figure.

A bid accepted never lowers a chance, and interest that cools never raises one. Fitting keeps to this (non-negative
least squares is the oldest case of it: Lawson and Hanson, "Solving Least Squares Problems", 1974, chapter 23), so that
a few hundred noisy windows cannot teach the opposite. Signs that are not named here may point either way.
"""

from __future__ import annotations

from typing import Literal

UP = (
    "stage: now bid", "stage: now talks", "stage: now agree", "stage: now medical", "stage: now signed",
    "stage: now terms", "stage: beyond interest", "wording: resolved", "wording: ahead", "voices: days",
    "voices: independent", "voices: lately", "voices: reported", "rivals: share", "stance: wants out",
    "stance: for sale", "stance: wants stay denied", "stance: not for sale denied", "contract: contract ending",
    "contract: contract signed denied", "contract: contract talks denied", "history: on loan",
    "settled: has joined this", "deal: for free", "deal: a sum is told", "deal: for good",
    "history: owned by this club", "time: little left", "wording: certain", "rivals: ahead of all",
)  # fmt: skip
DOWN = (
    "stage: now denied", "stage: now off", "stage: now interest", "stage: now contact", "stage: silent",
    "wording: watching", "rivals: furthest", "stance: wants stay", "stance: not for sale", "stance: wants out denied",
    "stance: for sale denied", "contract: contract signed", "contract: contract talks",
    "contract: contract ending denied", "history: joined", "settled: has joined another", "clubs: holder unknown",
    "time: until", "wording: hedged", "clubs: holds him already", "voices: a single report",
)  # fmt: skip


def direction(sign: str) -> Literal[-1, 0, 1]:
    """1 where a sign can only raise a chance, -1 where it can only lower one, 0 where it may do either."""
    longest = max((start for start in (*UP, *DOWN) if sign.startswith(start)), key=len, default="")
    if "denied" in sign and "denied" not in longest and longest:
        return 0
    return 1 if longest in UP else -1 if longest in DOWN else 0
