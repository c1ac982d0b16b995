"""What the ledger's other sagas have to do with a condition, as a player's page tells it."""

from __future__ import annotations

from datetime import UTC, datetime

from mooted.answers.club import club
from mooted.answers.player import player
from mooted.model.document import Document
from mooted.opening import open_ledger
from mooted.pipeline import read_whole

_TOLD = (
    "Tottenham head coach Thomas Frank might let defender Radu Dragusin leave this month, but only if Spurs sign a "
    "replacement at centre-back.",
    "Tottenham are looking for a new centre-back this month.",
    "Tottenham are in talks with Ajax over a deal for centre-back Luke Varga.",
)


def test_a_players_page_tells_what_his_going_waits_for() -> None:
    with open_ledger(":memory:") as ledger:
        for number, text in enumerate(_TOLD):
            said = Document(f"d{number}", text, published_at=datetime(2026, 1, 10 + number, tzinfo=UTC))
            ledger.add(said, read_whole(said))
        ties = player(ledger, "Dragusin", as_of="2026-01-31").saga.ties
        assert [(tie.position, tie.player) for tie in ties[1:]] == [("centre-back", None), ("defence", "Luke Varga")]
        assert {tie.player for tie in player(ledger, "Dragusin", as_of="2026-01-10").saga.ties} == {None}


def test_one_report_does_not_put_a_player_into_the_wrong_squad() -> None:
    told = [f"Chelsea want to sign West Ham midfielder Tom Ashby, say sources on day {day}." for day in range(1, 5)]
    with open_ledger(":memory:") as ledger:
        for number, text in enumerate((*told, "Arsenal are interested in Tottenham midfielder Tom Ashby.")):
            said = Document(f"d{number}", text, published_at=datetime(2026, 1, 10 + number, tzinfo=UTC))
            ledger.add(said, read_whole(said))
        for number in range(12):  # of whom more is said than of Ashby
            for day in (1, 2):
                text = f"Milan want Tottenham defender {_NAMES[number]} Novak, it was said on day {day}."
                said = Document(f"n{number}-{day}", text, published_at=datetime(2026, 1, 10 + day, tzinfo=UTC))
                ledger.add(said, read_whole(said))
        page = club(ledger, "Spurs", as_of="2026-01-31")
        assert "Tom Ashby" not in {member.player for member in page.squad}
        assert "Tom Ashby" not in {one.player for one in page.going}
        assert len(page.squad) == 12


_NAMES = ("Adam", "Bela", "Cyril", "David", "Emil", "Filip", "Georg", "Hugo", "Ivan", "Josef", "Karel", "Lukas")
