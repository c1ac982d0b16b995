"""Who is who: each person with his career, the names he goes by, and what speaks for each."""

from __future__ import annotations

from collections.abc import Sequence

from mooted.answers.who import Who
from mooted.model.entry import Identity, Reason
from mooted.model.missing import Several
from mooted.model.phrases import day_words
from mooted.sagas.tenures import Tenure
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.steps import counted, listed


def who_page(answer: Who) -> Page:
    """The people whom a name fits, one section each."""
    return Page(
        title=answer.asked,
        under=(counted(len(answer.people), "person", "people"),),
        sections=tuple(_section(person, answer.careers.get(person.id, ())) for person in answer.people),
    )


def _section(person: Identity, career: Sequence[Tenure]) -> Section:
    known = [Item((Cell(known_of(person)),))]
    if len(person.names) > 1:
        known.append(Item((Cell(f"also {', '.join(person.names[1:])}"),)))
    return Section(
        f"{person.name}  {person.id}",
        items=(*known, *(_tenure(one, person) for one in career), *map(_reason, person.reasons)),
    )


def _tenure(tenure: Tenure, person: Identity) -> Item:
    """One job, where, and from when to when it was seen."""
    first, last = day_words(tenure.since), day_words(tenure.until)
    days = first if first == last else f"{first} to {last}"
    ended = ("ended",) if tenure.closed else ()
    words = (days, counted(tenure.seen, "time"), *ended)
    return Item((Cell(_job(tenure, person), "bold"), *map(Cell, words)), sign="so")


def _job(tenure: Tenure, person: Identity) -> str:
    if tenure.represents == person.id:
        return f"represented by {tenure.person}"
    return f"{tenure.job} of {tenure.represents}" if tenure.represents else f"{tenure.job}, {tenure.club}"


def _reason(reason: Reason) -> Item:
    style = "green" if reason.weight >= 0 else "red"
    return Item((Cell(f"{reason.weight:+.1f}  {reason.name}", style), *((Cell(reason.words),) if reason.words else ())))


def known_of(person: Identity) -> str:
    """Role, clubs, positions and nations, as far as they are known."""
    return ", ".join(filter(None, (person.role, listed(person.clubs), *person.positions, *person.nations)))


def several_page(error: Several) -> Page:
    """The people to choose from, each with the id to ask by."""
    rows = tuple((Cell(person.id, "bold"), Cell(person.name), Cell(known_of(person))) for person in error.people)
    return Page(
        title=f"{error.asked} may be any of {len(error.people)} people",
        sections=(Section("Ask by the id", Grid((), rows)),),
    )
