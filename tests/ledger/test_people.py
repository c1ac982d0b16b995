"""Every store: who is who does not depend on the order in which documents come, nor on how they are batched."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence

import pytest

from mooted.ledger import Ledger, plain_names
from mooted.model.entry import Correction, Identity, Sighting
from tests.ledger.dump import dump
from tests.ledger.told import TIMES, correction, day, interest

NAMES = ("Tom Ashby", "Ashby", "Bo Lund", "Lund", "Ada Lund", "Rui Reis", "Reis")
CLUBS = ("Leeds United", "Hull City", "Wigan Athletic", None)


class BySurname:
    """People with one surname are one, named by the fullest form, at whose first club the id ends."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def identify(self, sightings: Sequence[Sighting], corrections: Sequence[Correction] = ()) -> plain_names.Identities:
        self.asked.append(len(sightings))
        found = {}
        for surname in {one.name.split()[-1] for one in sightings}:
            mine = [one for one in sightings if one.name.split()[-1] == surname]
            first = min(mine, key=lambda one: (one.said_at, one.document))
            names = tuple(sorted({one.name for one in mine}, key=lambda name: (-len(name), name)))
            person = Identity(f"{names[0]}.{first.document}", names[0], names, "player", first.clubs)
            found |= {(one.document, one.name): person for one in mine}
        return found

    def tokens(self, name: str) -> list[str]:
        return [name.rsplit(maxsplit=1)[-1]]

    def beside(self, name: str, others: Collection[str]) -> Collection[str]:
        return others


def told(seed: int, count: int = 60) -> list:
    """Documents of random claims, some of them in several versions."""
    luck = random.Random(seed)
    return [
        interest(
            str(luck.randrange(count)), luck.choice(NAMES), luck.choice(CLUBS[:3]), luck.choice(CLUBS),
            day(luck.randrange(1, 20)), seen_at=day(20 + at),
        )
        for at in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3 * TIMES))
def test_order_and_batches_change_nothing(address, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    luck, documents = random.Random(seed), told(seed)
    with Ledger.open(address(), who=BySurname()) as whole:
        list(whole.add_all(documents))
        expected = dump(whole)
    shuffled = luck.sample(documents, len(documents))
    with Ledger.open(address(), who=BySurname()) as pieces:
        at = 0
        while at < len(shuffled):
            size = luck.randrange(1, 12)
            monkeypatch.setattr("mooted.ledger.ledger.BATCH", luck.randrange(1, 5))
            list(pieces.add_all([*shuffled[at : at + size], *shuffled[:at:7]]))
            at += size
        assert dump(pieces) == expected


def test_making_everything_anew_changes_nothing(address) -> None:
    with Ledger.open(address(), who=BySurname()) as ledger:
        list(ledger.add_all(told(9)))
        ledger.correct(correction("player", ledger.entries()[3].id, "Zed Reis"))
        ledger.correct(correction("not_a_claim", ledger.entries()[5].id))
        before = dump(ledger)
        ledger.rebuild()
        assert dump(ledger) == before


def test_only_the_neighbourhood_is_asked_about(address) -> None:
    who = BySurname()
    with Ledger.open(address(), who=who) as ledger:
        list(ledger.add_all(interest(str(at), f"Player Nr{at}", "Leeds United") for at in range(30)))
        ledger.add(*interest("x", "Nr7", "Hull City", at=day(13)))
        assert who.asked == [30, 2]


def test_a_name_met_a_thousand_times_is_asked_about_a_few_times(address) -> None:
    who = BySurname()
    with Ledger.open(address(), who=who) as ledger:
        list(
            ledger.add_all(
                interest(str(at), "Tom Ashby", "Leeds United", "Hull City", day(1 + at)) for at in range(300)
            )
        )
        assert who.asked == [2]
        assert {entry.person for entry in ledger.entries()} == {"Tom Ashby.0"}


def test_a_person_who_turns_out_to_be_another_is_recorded(address) -> None:
    with Ledger.open(address(), who=BySurname()) as ledger:
        ledger.add(*interest("b", "Ashby", "Leeds United", at=day(13)))
        ledger.add(*interest("a", "Tom Ashby", "Leeds United", at=day(12)))
        assert [(one.name, one.before, one.after) for one in ledger.identity_changes()] == [
            ("Ashby", "Ashby.b", "Tom Ashby.a")
        ]
        assert {entry.person for entry in ledger.entries()} == {"Tom Ashby.a"}
        assert [person.id for person in ledger.people()] == ["Tom Ashby.a"]


def test_people_left_open_by_a_command_that_was_killed_are_resolved_by_the_next(lasting) -> None:
    where = lasting()
    with Ledger.open(where) as ledger:
        receipts = ledger.add_all(interest(str(at), "Tom Ashby", "Leeds United") for at in range(250))
        next(receipts)
        assert {entry.person for entry in ledger.entries()} == {None}
    with Ledger.open(where) as ledger:
        assert {entry.person for entry in ledger.entries()} == {"tom-ashby"}
