"""Importing a table of moves: what was matched to whom and why, and what could not be used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from gzip import GzipFile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.replaying import people_of
from mooted.answers.table import Table
from mooted.entities.book import load as load_book
from mooted.entities.calendar import load_calendar
from mooted.entities.naming import club_named
from mooted.model.errors import MootedError, Rejected, Warned
from mooted.model.move import Move
from mooted.model.wire import Json
from mooted.sagas.matching import Match, Unmatched, match
from mooted.sagas.misfiled import refile
from mooted.sagas.moves import moves_of
from mooted.sagas.outcome_table import read_table

if TYPE_CHECKING:
    from mooted.ledger import Ledger

LARGEST = 256 * 2**20  # bytes of a table, unpacked


@dataclass(frozen=True, slots=True)
class Outcomes(Table):
    """What a table gave: moves with their people, moves of nobody whom the ledger knows, and rows with a problem."""

    COLUMNS: ClassVar = ("player", "person", "club_from", "club_to", "window", "day", "deal", "fee", "source", "why")
    SHOWN: ClassVar = ("player", "person", "club_from", "club_to", "window", "why")

    file: str
    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]
    problems: tuple[Rejected | Warned, ...]
    new: int

    @property
    def title(self) -> str:
        """The import in a line."""
        return f"{self.file}: {len(self.moves):,} moves, {len(self.matches):,} of people in the ledger"

    @property
    def windows(self) -> dict[str, int]:
        """How many moves there are of each window."""
        return dict(sorted(Counter(move.window for move in self.moves).items()))

    @property
    def moves(self) -> list[Move]:
        """All moves, matched or not."""
        return [*(one.move for one in self.matches), *(one.move for one in self.unmatched)]

    def rows(self) -> list[Json]:
        """A row for each move: with the reasons where it is matched, else why it is not."""
        matched = [_row(one.move, "; ".join(f"{r.name} {r.weight:+.1f}" for r in one.reasons)) for one in self.matches]
        return matched + [_row(one.move, f"not matched: {one.why}") for one in self.unmatched]

    def to_json(self) -> Json:
        """All of it."""
        return {
            "file": self.file,
            "moves": len(self.moves),
            "matched": len(self.matches),
            "new": self.new,
            "windows": self.windows,
            "problems": [str(problem) for problem in self.problems],
            "rows": self.rows(),
        }


def _row(move: Move, why: str) -> Json:
    return {
        "player": move.player, "person": move.person, "club_from": move.club_from, "club_to": move.club_to,
        "window": move.window, "day": move.day.isoformat() if move.day else None, "deal": move.deal,
        "fee": move.fee.amount if move.fee else None, "source": move.source, "why": why,
    }  # fmt: skip


def import_outcomes(ledger: Ledger, path: Path) -> Outcomes:
    """Read a table of moves (CSV, also .gz), match it to the people of the ledger and append what is new.

    Raises:
        MootedError: Where the file cannot be read at all.
    """
    name = path.name
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            with GzipFile(fileobj=raw) if packed else raw as stream:
                unpacked = stream.read(LARGEST + 1)
    except (OSError, EOFError) as error:
        raise MootedError(f"{path}: cannot be read ({error}); check the file and its permissions") from error
    if len(unpacked) > LARGEST:
        raise MootedError(f"{path}: is larger than {LARGEST // 2**20} MB; split it")
    book, lines = load_book(), unpacked.decode("utf-8-sig", "replace").splitlines(keepends=True)
    table = refile(read_table(lines, name, club_named(book), load_calendar(), date.today()), name)
    found = moves_of(table, name)
    matched = match(found.moves, people_of(ledger))
    moves = [*(one.move for one in matched.matches), *(one.move for one in matched.unmatched)]
    new = ledger.add_moves(moves)
    return Outcomes(name, matched.matches, matched.unmatched, found.problems, new)
