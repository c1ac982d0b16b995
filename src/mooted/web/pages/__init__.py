"""The pages of the desk: each asks one question of the ledger and shows the answer."""

from __future__ import annotations

from fastapi import APIRouter


def routers() -> tuple[APIRouter, ...]:
    """The addresses of all pages."""
    from mooted.web.pages import (
        club,
        compare,
        correct,
        corrections,
        deadline,
        embed,
        health,
        method,
        player,
        reading,
        search,
        signin,
        source,
        today,
    )

    found = (
        today, player, club, source, deadline, compare, search, reading, correct, corrections, signin, method, health,
        embed,
    )  # fmt: skip
    return tuple(one.router for one in found)
