"""Who is who: the people a name may mean, and the reasons why each form of it is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.askable import askable
from mooted.answers.people import near_people
from mooted.answers.table import Table
from mooted.language.fold import key
from mooted.model.entry import Identity
from mooted.model.missing import NotFound
from mooted.model.sagawire import identity_to_json
from mooted.model.wire import Json

if TYPE_CHECKING:
    from mooted.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Who(Table):
    """The people whom a name fits."""

    COLUMNS: ClassVar = (
        "person",
        "name",
        "role",
        "names",
        "clubs",
        "nations",
        "positions",
        "reason",
        "weight",
        "words",
    )
    SHOWN: ClassVar = ("name", "role", "clubs", "names", "reason", "weight", "words")

    asked: str
    people: tuple[Identity, ...]

    @property
    def title(self) -> str:
        """What was asked."""
        return f"Who is {self.asked}?"

    def rows(self) -> list[Json]:
        """A row for each reason of each person; one without reasons for a person who needs none."""
        return [row for person in self.people for row in _rows(person)]

    def to_json(self) -> Json:
        """Each person with the reasons."""
        return {"asked": self.asked, "people": [identity_to_json(person) for person in self.people]}


def _rows(person: Identity) -> list[Json]:
    known: Json = {
        "person": person.id,
        "name": person.name,
        "role": person.role,
        "names": "; ".join(person.names),
        "clubs": "; ".join(person.clubs),
        "nations": "; ".join(person.nations),
        "positions": "; ".join(person.positions),
    }
    reasons = [{"reason": one.name, "weight": one.weight, "words": one.words} for one in person.reasons]
    return [{**known, **reason} for reason in reasons or [{"reason": None, "weight": None, "words": None}]]


def who(ledger: Ledger, name: str) -> Who:
    """The people whom a name fits. Raises ``NotFound`` with near misses where there are none."""
    known = ledger.identity(askable(name))
    people = (known,) if known else tuple(ledger.people(askable(name)) if key(name) else ())
    if not people:
        raise NotFound("person", name, near_people(ledger, name))
    return Who(name, people)
