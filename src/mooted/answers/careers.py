"""A career as the reading shows it: where somebody played or worked, for whom he spoke, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mooted.model.entry import Entry, Identity
from mooted.model.wire import Json
from mooted.sagas.tenures import Tenure, tenures

if TYPE_CHECKING:
    from mooted.ledger import Ledger


def career(ledger: Ledger, person: Identity, until: datetime) -> tuple[Tenure, ...]:
    """The tenures of a person as they were known at a moment, in the order of time.

    Of an agent, also the players whom he is heard to represent, and of a player, the agents who represent him.
    """
    sightings = ledger.sightings(person=person.id, as_of=until)
    names = {(one.document, one.name): person for one in sightings}
    entries = ledger.entries(person=person.id, as_of=until)
    if person.role == "agent":
        entries += [one for one in ledger.entries(source=person.name, as_of=until) if one.person != person.id]
    names.update(_agents(ledger, entries, person))
    found = [one for one in tenures(sightings, names, entries) if person.id in (one.person, one.represents)]
    return tuple(sorted(found, key=lambda one: (one.since, one.job, one.person)))


def _agents(ledger: Ledger, entries: Sequence[Entry], person: Identity) -> dict[tuple[str, str], Identity]:
    """Whom the agents' names in claims mean: the only one of that name, where there is one."""
    known: dict[str, Identity | None] = {name: person for name in person.names}
    found: dict[tuple[str, str], Identity] = {}
    for entry in entries:
        name = entry.claim.agent
        if name and name not in known:
            people = ledger.people(name)
            known[name] = people[0] if len(people) == 1 else None
        who = known.get(name) if name else None
        if name and who:
            found[entry.imprint.document, name] = who
    return found


def tenure_to_json(tenure: Tenure) -> Json:
    """A tenure as it is written."""
    return {
        "person": tenure.person,
        "job": tenure.job,
        "club": tenure.club,
        "represents": tenure.represents,
        "since": tenure.since.isoformat(),
        "until": tenure.until.isoformat(),
        "seen": tenure.seen,
        "closed": tenure.closed,
    }
