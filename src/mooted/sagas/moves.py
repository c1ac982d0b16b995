"""Rows of a table into moves: the two tellings of one move joined, and those that contradict each other set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mooted.language.fold import key
from mooted.model.errors import Rejected, Warned
from mooted.model.move import Move
from mooted.sagas.outcome_table import Row, Table


class Moves(NamedTuple):
    """What a table comes to: the moves, and a word on each row that was not used as it stands."""

    moves: tuple[Move, ...]
    problems: tuple[Rejected | Warned, ...]


def moves_of(table: Table, file: str) -> Moves:
    """The moves of a table, each once. Ends of loans are none: they settle nobody's pursuit."""
    by_player: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in table.rows:
        if not row.back and (row.club_to or row.club_from):
            by_player[key(row.player), row.age, row.window].append(row)
    problems: list[Rejected | Warned] = list(table.problems)
    moves = [move for rows in by_player.values() for move in _joined(rows, file, problems)]
    return Moves(tuple(moves), tuple(sorted(problems, key=_line)))


def _line(problem: Rejected | Warned) -> int:
    return int(problem.place.rpartition(":")[2])


def _joined(rows: list[Row], file: str, problems: list[Rejected | Warned]) -> Iterator[Move]:
    """The moves of one player in one window."""
    groups: list[list[Row]] = []
    for row in rows:
        group = next((group for group in groups if all(_same(row, other) for other in group)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    for group in groups:
        rival = next((other for other in groups if other is not group and _contradict(group[0], other[0])), None)
        if rival:
            what = (
                f"{group[0].player} goes to {group[0].club_to} here, but line {rival[0].line} says {rival[0].club_to}"
            )
            problems.extend(Rejected(f"{file}:{row.line}", what, "correct one of the two") for row in group)
        elif any(row.club_to for row in group):
            yield _move(group, file)


def _same(row: Row, other: Row) -> bool:
    """Whether two rows tell one move: no end of it differs, where both tell it, and they share one."""
    ends = ((row.club_from, other.club_from), (row.club_to, other.club_to))
    told = [mine == yours for mine, yours in ends if mine and yours]
    return row.deal == other.deal and bool(told) and all(told)


def _contradict(row: Row, other: Row) -> bool:
    """Whether one club is said to have let one player go to two clubs on one day, or for good with no day told."""
    if row.club_from is None or row.club_from != other.club_from or row.deal != other.deal:
        return False
    if row.club_to == other.club_to or None in (row.club_to, other.club_to):
        return False
    if None in (row.day, other.day):
        return row.deal == "permanent"
    return row.day == other.day


def _move(rows: list[Row], file: str) -> Move:
    first = rows[0]
    return Move(
        player=first.player,
        club_from=next((row.club_from for row in rows if row.club_from), None),
        club_to=next((row.club_to for row in rows if row.club_to), None),
        window=first.window,
        source=f"{file}:{first.line}",
        day=next((row.day for row in rows if row.day), None),
        deal=first.deal,
        fee=next((row.fee for row in rows if row.fee), None),
    )
