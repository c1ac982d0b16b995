"""A forecast for one player: what each end's chance is, the sum of named pieces behind it, and what would change it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mooted.forecasts.hazard import ends
from mooted.forecasts.observing import asks
from mooted.forecasts.parameters import Cell, Parameters, Score
from mooted.forecasts.signs import FURTHEST, FURTHEST_LATELY, Signs, of_player, signs_of
from mooted.forecasts.situation import MEMORY, Context, Situation, situation
from mooted.forecasts.table import cell_of
from mooted.model.entry import Entry, Reason
from mooted.model.judgement import Chance, Forecast
from mooted.model.move import Move

ANOTHER = "another club"
"""The end that he joins a club which nobody has named."""
METHOD = "competing risks"
SHOWN = 3  # signs that are told under each piece
_WEIGHTY = 0.01  # by which a sign changes a score to be told
LEAST = 0.005  # by which a chance changes to be told

_REACHED = (FURTHEST, FURTHEST_LATELY)
_IF: Mapping[str, Signs] = {
    "the clubs agree a fee": {
        "stage: now bid accepted": 1.0, FURTHEST: 5 / 9, FURTHEST_LATELY: 5 / 9, "wording: watching": 0.0,
    },
    "a bid is made": {"stage: now bid": 1.0, FURTHEST: 3 / 9, FURTHEST_LATELY: 3 / 9, "wording: watching": 0.0},
    "the pursuit is called off": {"stage: now off": 1.0, FURTHEST_LATELY: 0.0, "wording: certain": 0.0},
    "a rival agrees a fee": {"rivals: furthest of them": 5 / 9},
}  # fmt: skip
_IF_HE: Mapping[str, Signs] = {
    "he says that he wants to stay": {"stance: wants stay": 1.0},
    "he signs a new contract": {"contract: contract signed": 1.0},
    "he asks to leave": {"stance: wants out": 1.0},
}


@dataclass(frozen=True, slots=True)
class Change:
    """What the first suitor's chance would be if something were reported now."""

    what: str
    probability: float


@dataclass(frozen=True, slots=True)
class Alike:
    """How sagas like this one ended in training: of ``n`` reports of the same stage and time left ``yes`` came true."""

    cell: str
    n: int
    yes: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast with what would change its first suitor's chance, the most first, and how such sagas ended."""

    forecast: Forecast
    changes: tuple[Change, ...]
    alike: Alike | None


def foretell(
    person: str,
    entries: Sequence[Entry],
    moment: datetime,
    context: Context,
    parameters: Parameters,
    moves: Iterable[Move] = (),
) -> Foretold:
    """The chances of a player's ends in the window that talk is of at a moment, from his entries in order."""
    found, now, suitors, own = _told(person, entries, moment, context, parameters, moves)
    if not suitors:
        return Foretold(found, (), None)
    given = ends(suitors, own, parameters).suitors
    first = max(range(len(suitors)), key=given.__getitem__)
    closes = now.pursuits[first].window.closes
    cell = cell_of(suitors[first], (closes - now.day).days)
    counts = parameters.table.get(cell, Cell(0, 0))
    return Foretold(found, _changes(suitors, own, first, parameters), Alike(cell, counts.n, counts.yes))


def forecast(
    person: str,
    entries: Sequence[Entry],
    moment: datetime,
    context: Context,
    parameters: Parameters,
    moves: Iterable[Move] = (),
) -> Forecast:
    """The forecast of ``foretell`` alone, for a chart of many."""
    return _told(person, entries, moment, context, parameters, moves)[0]


def _told(
    person: str, entries: Sequence[Entry], moment: datetime, context: Context, parameters: Parameters,
    moves: Iterable[Move],
) -> tuple[Forecast, Situation, list[Signs], Signs]:  # fmt: skip
    """The forecast, what is known of him at the moment, and the signs of each suitor and his own."""
    said = entries[: bisect_right(entries, moment, key=lambda entry: entry.said_at)]
    day = moment.date()
    now = situation(person, said, day, _window(said, day, context), context, moves)
    suitors, own = [signs_of(pursuit, now, context) for pursuit in now.pursuits], of_player(now, context)
    chances = _chances(now, suitors, own, parameters)
    return Forecast(person, now.window, moment, chances, bool(suitors), METHOD, parameters.n), now, suitors, own


def _window(said: Sequence[Entry], day: date, context: Context) -> str:
    """The window that talk is of: that of the newest suitor, for Turkey may buy when England has closed."""
    newest = next((e for e in reversed(said) if asks(e) and context.clubs(e.claim.club_to or "")), None)
    if newest is None or (day - newest.said_at.date()).days > MEMORY:
        return context.calendar.window_for(day).id
    return context.window(newest.claim.club_to or "", day).id


def _chances(now: Situation, suitors: Sequence[Signs], own: Signs, parameters: Parameters) -> tuple[Chance, ...]:
    """The chances, the suitors' first and the highest of them first; they sum to one."""
    found = ends(suitors, own, parameters)
    clubs = [
        Chance(pursuit.club, chance, pieces(parameters.suitor, signs))
        for pursuit, chance, signs in zip(now.pursuits, found.suitors, suitors, strict=True)
    ]
    clubs.sort(key=lambda chance: (-chance.probability, chance.club or ""))
    unnamed = Chance(ANOTHER, found.elsewhere, pieces(parameters.elsewhere, own))
    stays = Chance(None, found.stays, (Reason("what is left", 0.0, "of all that the suitors' chances leave"),))
    return (*clubs, unnamed, stays)


def pieces(score: Score, signs: Signs) -> tuple[Reason, ...]:
    """A score as a sum of named pieces in log odds against staying: the level, then the weightiest first."""
    reasons = []
    told = score.told(signs)
    for piece, names in score.pieces.items():
        parts = [(told[name], sign, bool(signs.get(name))) for name, sign in names]
        reasons.append(Reason(piece, sum(weight for weight, _, _ in parts), _words(parts)))
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    return (Reason("level", score.level, "the average pursuit"), *reasons)


def _words(parts: Iterable[tuple[float, str, bool]]) -> str:
    """The weightiest signs of a piece: those that are there, and those that count by being absent."""
    weighty = sorted((-abs(weight), sign, there) for weight, sign, there in parts if abs(weight) >= _WEIGHTY)[:SHOWN]
    present = ", ".join(sign for _, sign, there in weighty if there)
    absent = [sign for _, sign, there in weighty if not there]
    lacking = f"{'none of' if len(absent) > 1 else 'no'}: {', '.join(absent)}" if absent else ""
    return "; ".join(filter(None, (present, lacking)))


def _changes(suitors: Sequence[Signs], own: Signs, first: int, parameters: Parameters) -> tuple[Change, ...]:
    """What would move the first suitor's chance, the most first."""
    before = ends(suitors, own, parameters).suitors[first]
    changes = [Change(what, ends(_after(suitors, first, signs), own, parameters).suitors[first])
               for what, signs in _IF.items()]  # fmt: skip
    for what, signs in _IF_HE.items():
        all_of_them = [{**some, **signs} for some in suitors]
        changes.append(Change(what, ends(all_of_them, {**own, **signs}, parameters).suitors[first]))
    changes.sort(key=lambda change: (-abs(change.probability - before), change.what))
    return tuple(change for change in changes if abs(change.probability - before) >= LEAST)


def _after(suitors: Sequence[Signs], first: int, signs: Signs) -> list[Signs]:
    """The signs of all suitors once the first one shows more; what was reached before stays reached."""
    shown = suitors[first]
    more = {**shown, **signs}
    for reached in _REACHED:
        if signs.get(reached):
            more[reached] = max(signs[reached], shown.get(reached, 0.0))
    return [more if at == first else some for at, some in enumerate(suitors)]
