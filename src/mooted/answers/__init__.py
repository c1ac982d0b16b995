"""A question and an ``as_of`` give one answer: a frozen value that becomes JSON, rows, a data frame or a table.

Each question is a function of its name in the file of its name. Its first argument is a ``mooted.Ledger``.
"""

from mooted.answers.brief import Brief, brief
from mooted.answers.club import Club, club
from mooted.answers.echo import Echo, echo
from mooted.answers.player import Player, player
from mooted.answers.search import Search, search
from mooted.answers.source import Source, source
from mooted.answers.who import Who, who

__all__ = [
    "Brief", "Club", "Echo", "Player", "Search", "Source", "Who", "brief", "club", "echo", "player", "search",
    "source", "who",
]  # fmt: skip
