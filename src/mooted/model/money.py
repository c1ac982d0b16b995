"""Sums of money as the text gives them, and the role a sum plays in a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mooted.model.span import Span

FeeKind = Literal["bid", "asking", "agreed", "paid", "valuation", "clause"]
Period = Literal["week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole units of ``currency`` (ISO 4217).

    A range keeps its lower end in ``amount`` and its upper end in ``upper``. A sum paid every ``per``
    period is a wage. ``add_ons`` is what may come on top of a base ("£25m plus £5m in add-ons").
    """

    amount: int
    currency: str
    span: Span
    upper: int | None = None
    per: Period | None = None
    add_ons: int | None = None

    @property
    def is_wage(self) -> bool:
        return self.per is not None


@dataclass(frozen=True, slots=True)
class Fee:
    """What a move costs, or would: ``amount`` in whole units of ``currency`` (ISO 4217)."""

    amount: int
    currency: str
    kind: FeeKind
