"""Who is who: the people a name may mean, where they were when, and why each form of the name is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from mooted.answers.askable import askable
from mooted.answers.careers import career, tenure_to_json
from mooted.answers.moments import moment_of
from mooted.answers.people import near_people
from mooted.answers.table import Table
from mooted.language.fold import key
from mooted.model.entry import Identity
from mooted.model.missing import NotFound
from mooted.model.sagawire import identity_to_json
from mooted.model.wire import Json
from mooted.sagas.tenures import Tenure

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_WHOLE = 10  # people whose careers are told; a name that fits more says too little


@dataclass(frozen=True, slots=True)
class Who(Table):
    """The people whom a name fits; ``careers`` has the tenures of each by his id."""

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
    careers: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What was asked."""
        return f"Who is {self.asked}?"

    def rows(self) -> list[Json]:
        """A row for each reason of each person; one without reasons for a person who needs none."""
        return [row for person in self.people for row in _rows(person)]

    def to_json(self) -> Json:
        """Each person with the reasons and the tenures."""
        people = [
            {**identity_to_json(person), "tenures": [tenure_to_json(one) for one in self.careers.get(person.id, ())]}
            for person in self.people
        ]
        return {"asked": self.asked, "people": people}


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


def who(ledger: Ledger, name: str, *, as_of: date | datetime | str | None = None) -> Who:
    """The people whom a name fits and who were met by then, with what was known of their careers.

    Who is who is decided by all that the ledger holds. Raises ``NotFound`` with near misses where there are none.
    """
    until = moment_of(as_of)
    known = ledger.identity(askable(name))
    people = (known,) if known else tuple(ledger.people(askable(name)) if key(name) else ())
    if as_of is not None:
        people = tuple(one for one in people if ledger.sightings(person=one.id, as_of=until))
    if not people:
        raise NotFound("person", name, near_people(ledger, name))
    return Who(name, people, {person.id: career(ledger, person, until) for person in people[:_WHOLE]})
