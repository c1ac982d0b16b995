"""Lists of moves that stand under the wrong club, found and set right by the other end of each move.

Where a table is put together league by league, one club too few or too many shifts every list to a neighbour's name.
But most moves are told twice: in the buying club's list, with the seller, and in the selling club's, with the buyer. So
each list has witnesses to whose it is. A league in which the witnesses contradict nearly every name gets the names that
they give; a list without witnesses gets none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from mooted.language.fold import key
from mooted.model.errors import Warned
from mooted.sagas.outcome_table import Row, Table

FEWEST = 8  # witnesses in a league, below which nothing is concluded
AGREEING = 0.25  # the share of them that speaks for the names as they stand, from which on they are left alone
SURE = 0.6  # the share of a list's witnesses that must agree on another club

Block = tuple[str, str]  # window and league
Votes = dict[str, Counter[str]]  # by the club in whose list rows stand: the clubs that witnesses name


class _Pair(NamedTuple):
    bought: Row
    sold: Row


def refile(table: Table, file: str) -> Table:
    """The table with misfiled lists under their own clubs, and a warning for each list that was moved."""
    votes = _votes(_pairs(table.rows))
    names: dict[Block, dict[str, str | None]] = {}
    for block, lists in votes.items():
        if _is_shifted(lists):
            names[block] = _names(lists, {row.own for row in table.rows if _block(row) == block and row.own})
    rows = tuple(_renamed(row, names.get(_block(row), {})) for row in table.rows)
    return Table(rows, (*table.problems, *_warnings(table.rows, rows, votes, file)))


def _block(row: Row) -> Block:
    return row.window, row.league


def _pairs(rows: Iterable[Row]) -> Iterator[_Pair]:
    """The moves told twice: a player who goes out of one list once and into another once, on the same terms."""
    by_move: dict[tuple[object, ...], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.side and not row.back:
            by_move[row.window, key(row.player), row.deal, row.fee and row.fee.amount][row.side].append(row)
    for sides in by_move.values():
        if len(sides["in"]) == len(sides["out"]) == 1:
            yield _Pair(sides["in"][0], sides["out"][0])


def _votes(pairs: Iterable[_Pair]) -> dict[Block, Votes]:
    votes: dict[Block, Votes] = defaultdict(lambda: defaultdict(Counter))
    for bought, sold in pairs:
        for row, told in ((bought, sold.club_to), (sold, bought.club_from)):
            if row.own and told:
                votes[_block(row)][row.own][told] += 1
    return votes


def _is_shifted(lists: Votes) -> bool:
    witnesses = sum(sum(told.values()) for told in lists.values())
    agreeing = sum(told[own] for own, told in lists.items())
    return witnesses >= FEWEST and agreeing < AGREEING * witnesses


def _names(lists: Votes, own: set[str]) -> dict[str, str | None]:
    """For each list of a shifted league the club that it belongs to; null where nobody can tell."""
    named: dict[str, str | None] = dict.fromkeys(own)
    for name in sorted(lists, key=lambda name: (-max(lists[name].values()), name)):
        club, count = min(lists[name].items(), key=lambda told: (-told[1], told[0]))
        if count >= SURE * sum(lists[name].values()) and club not in named.values():
            named[name] = club
    return named


def _renamed(row: Row, names: dict[str, str | None]) -> Row:
    if not row.side or row.own not in names:
        return row
    named = names[row.own]
    return replace(row, club_to=named) if row.side == "in" else replace(row, club_from=named)


def _warnings(before: Iterable[Row], after: Iterable[Row], votes: dict[Block, Votes], file: str) -> Iterator[Warned]:
    seen: set[tuple[Block, str]] = set()
    for row, new in zip(before, after, strict=True):
        if row.own and row.own != new.own and (_block(row), row.own) not in seen:
            seen.add((_block(row), row.own))
            told = sum(votes[_block(row)][row.own].values())
            whose = f"read as that of {new.own}" if new.own else "left without a club"
            reason = f"the list of {row.own} in {row.window} is {whose}: {told} moves told from their other end say so"
            yield Warned(f"{file}:{row.line}", reason, "correct the column with the club")
