"""A player's forecast: each suitor's chance, that of another club, and that he stays, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.moments import moment_of
from mooted.answers.people import known_then, person_of
from mooted.answers.replaying import context
from mooted.answers.table import Table
from mooted.forecasts.foretelling import Foretold, foretell
from mooted.forecasts.parameters import Parameters
from mooted.forecasts.parameters import load as load_parameters
from mooted.model.entry import Identity
from mooted.model.judgement import Chance
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Outlook(Table):
    """What will come of a player in a window, as of a moment."""

    COLUMNS: ClassVar = ("player", "window", "as_of", "club", "probability", "reasons")
    SHOWN: ClassVar = ("club", "probability", "reasons")

    identity: Identity
    told: Foretold
    parameters: Parameters

    @property
    def title(self) -> str:
        """Who, and in which window."""
        return f"{self.identity.name}, {self.told.forecast.window}"

    def rows(self) -> list[Json]:
        """A row for each end."""
        forecast = self.told.forecast
        return [
            {
                "player": self.identity.name, "window": forecast.window, "as_of": forecast.as_of.isoformat(),
                "club": name_of(chance), "probability": round(chance.probability, 6),
                "reasons": "; ".join(f"{reason.name} {reason.weight:+.2f}" for reason in chance.reasons),
            }
            for chance in forecast.chances
        ]  # fmt: skip

    def to_json(self) -> Json:
        """The forecast with its reasons, what would change it, and how sagas like it ended."""
        forecast, alike = self.told.forecast, self.told.alike
        return {
            "player": self.identity.name,
            "person": self.identity.id,
            "window": forecast.window,
            "as_of": forecast.as_of.isoformat(),
            "enough": forecast.enough,
            "method": forecast.method,
            "trained": {
                "since": self.parameters.since.isoformat(),
                "until": self.parameters.until.isoformat(),
                "n": forecast.n,
            },
            "chances": [_chance(chance) for chance in forecast.chances],
            "changes": [{"what": one.what, "probability": round(one.probability, 6)} for one in self.told.changes],
            "alike": {"cell": alike.cell, "n": alike.n, "yes": alike.yes} if alike else None,
        }


def name_of(chance: Chance) -> str:
    """The end's name: a club, "another club" or "stays"."""
    return chance.club or "stays"


def _chance(chance: Chance) -> Json:
    reasons = [{"piece": one.name, "weight": round(one.weight, 4), "words": one.words} for one in chance.reasons]
    return {"club": name_of(chance), "probability": round(chance.probability, 9), "reasons": reasons}


def forecast(ledger: Ledger, name: str, *, as_of: date | datetime | str | None = None) -> Outlook:
    """The forecast for a player as of a moment. Raises ``NotFound`` and ``Several`` as ``player`` does."""
    until = moment_of(as_of)
    identity = person_of(ledger, name, until)
    entries = ledger.entries(person=identity.id, as_of=until)
    moves = ledger.moves(person=identity.id, as_of=until)
    parameters = load_parameters()
    told = foretell(identity.id, entries, until, context(), parameters, moves)
    return Outlook(known_then(identity, entries), told, parameters)
