"""Proof that nothing decayed: every row against the sums that were written with it.

SQLite does not notice a flipped byte by itself. Each finding names its row. What is derived can be rebuilt, and
``repairing`` saves what is sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Table, exc, select

from mooted.ledger import schema
from mooted.ledger.corrected import Bound, correct, in_force
from mooted.ledger.listed import among
from mooted.ledger.payload import from_json, reading_of, seal_of, sha256, version_of
from mooted.ledger.portions import batches
from mooted.ledger.rows import claim_of, columns, document_of, said_at
from mooted.ledger.setting_right import bound_of, seal
from mooted.ledger.store import Store
from mooted.model.entry import Sighting
from mooted.model.move import Move

_C, _D, _S = schema.claims.c, schema.documents.c, schema.sightings.c
_PAGE = 500
UNREADABLE = (exc.DatabaseError, ValueError, OverflowError, TypeError, msgspec.MsgspecError)
"""What reading a damaged row may raise."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A row that is not as it was written. ``derived`` where a rebuild makes it good."""

    table: str
    row: str
    what: str
    derived: bool = False

    def __str__(self) -> str:
        return f"{self.table}{f' {self.row}' if self.row else ''}: {self.what}"


def verify(store: Store, connection: Connection) -> Iterator[Damage]:
    """All that is damaged: the file as the database sees it, then each row that was given and what is derived of it."""
    for said in store.check():
        yield Damage("the database", "", said)
    with store.forgiving(connection):
        corrections = yield from _checked(connection, select(schema.corrections), _correction)
        bound = _by_document(corrections)
        documents = yield from _checked(connection, select(schema.documents), _document)
        yield from _readings(connection, documents)
        yield from _checked(connection, select(schema.claims), lambda row: _claim(row, bound))
        yield from _checked(connection, select(schema.moves), _move)


Check = Callable[[Row[Any]], str | None]
Sound = list[tuple[Any, ...]]


def is_sound(row: Row[Any], table: Table) -> bool:
    """Is a row of what was given as it was written?"""
    check = _GIVEN.get(table.name)
    try:
        wrong = check(row) if check else None
    except UNREADABLE:
        return False
    return wrong is None or wrong.startswith("derived: ")


def _checked(connection: Connection, query: Select[Any], check: Check) -> Any:
    """Each damaged row of a table; returns what is known of the sound ones."""
    table = str(query.get_final_froms()[0])
    sound: Sound = []
    for row in rows(connection, query):
        if isinstance(row, Damage):
            yield row
            continue
        try:
            wrong = check(row)
        except UNREADABLE as error:
            wrong = f"cannot be read ({' '.join(str(error).split())[:80]})"
        if wrong:
            yield Damage(table, _name(row), wrong.removeprefix("derived: "), wrong.startswith("derived: "))
        else:
            sound.append(_kept(row))
    return sound


def rows(connection: Connection, query: Select[Any]) -> Iterator[Row[Any] | Damage]:
    """The rows of a table in the order of ``number``; one that cannot be read is told and passed over."""
    table = query.get_final_froms()[0]
    number = table.c.number
    last, size = None, _PAGE
    while True:
        ahead = query if last is None else query.where(number > last)
        try:
            page: Sequence[Row[Any]] = connection.execute(ahead.order_by(number).limit(size)).all()
        except UNREADABLE as error:
            if size > 1:
                size = 1
                continue
            last = yield from _over(connection, table, last, error)
            if last is None:
                return
            continue
        yield from page
        if len(page) < size:
            return
        last, size = page[-1].number, _PAGE


def _over(connection: Connection, table: Any, last: int | None, error: Exception) -> Any:
    """Tell the row after ``last`` as damaged; returns its number, null where not even that can be read."""
    words = " ".join(str(getattr(error, "orig", None) or error).split())[:120]
    query = select(table.c.number).order_by(table.c.number).limit(1)
    try:
        number = connection.scalar(query if last is None else query.where(table.c.number > last))
    except UNREADABLE:
        number = None
    after = "from its beginning on" if last is None else f"after number {last}"
    yield Damage(table.name, after if number is None else f"number {number}", f"cannot be read ({words})")
    return number


def _document(row: Row[Any]) -> str | None:
    document = document_of(row)
    if version_of(document) != row.version or seal_of(document, row.version) != row.sha256:
        return "is not as it was added: its sum differs"
    return None if said_at(document) == row.said_at else "derived: its time differs from the document's"


def _claim(row: Row[Any], bound: dict[str, list[Bound]]) -> str | None:
    if sha256(row.claim) != row.sha256:
        return "is not as it was read: its sum differs"
    claim = claim_of(row.claim)
    if (claim.id, claim.evidence.words) != (row.id, row.evidence):
        return "is not as it was read: id or evidence differ from the claim"
    wanted = columns(correct(claim, bound.get(claim.document, [])), row.form)
    if row.standing == "replaced":
        wanted = {name: wanted[name] for name in ("modality", "deal", "position")}
    odd = [name for name, value in wanted.items() if getattr(row, name) != value]
    return f"derived: {', '.join(odd)} differ from the claim" if odd else None


def _correction(row: Row[Any]) -> str | None:
    sound = seal(bound_of(row).correction, row.bound) == row.sha256
    return None if sound else "is not as it was made: its sum differs"


def _move(row: Row[Any]) -> str | None:
    from_json(row.move, Move)
    return None if sha256(row.move) == row.key else "is not as it was added: its sum differs"


_GIVEN: dict[str, Check] = {
    "documents": _document, "claims": lambda row: _claim(row, {}), "corrections": _correction, "moves": _move,
}  # fmt: skip


def _readings(connection: Connection, documents: Sound) -> Iterator[Damage]:
    """Documents of whose readings anything is missing or altered."""
    for some in batches(documents):
        numbers = [number for number, *_ in some]
        try:
            told = readings(connection, numbers)
        except UNREADABLE:
            told = {number: one for number in numbers for one in [_reading(connection, number)] if one}
        for number, id, reading, count in some:
            if told.get(number, ("", -1)) != (reading, count):
                yield Damage("documents", _called(id, number), "its claims or sightings are not all as they were read")


def readings(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, int]]:
    """The sum and count of the claims and sightings that documents have in their present reading."""
    here = [among(_D.number, numbers)]
    claims: dict[int, list[str]] = {number: [] for number in numbers}
    people: dict[int, list[Any]] = {number: [] for number in numbers}
    query = select(_C.document, _C.claim).join(
        schema.documents, (_D.number == _C.document) & (_D.reading == _C.reading)
    )
    for number, words in connection.execute(query.where(*here)):
        claims[number].append(words)
    shown = select(_S.document, _S.sighting).join(
        schema.documents, (_D.number == _S.document) & (_D.reading == _S.reading)
    )
    for number, words in connection.execute(shown.where(*here)):
        people[number].append(from_json(words, Sighting))
    return {number: (reading_of(claims[number], people[number]), len(claims[number])) for number in numbers}


def _reading(connection: Connection, number: int) -> tuple[str, int] | None:
    try:
        return readings(connection, [number])[number]
    except UNREADABLE:
        return None


def _by_document(corrections: Sound) -> dict[str, list[Bound]]:
    found: dict[str, list[Bound]] = {}
    for bound in in_force([bound for (bound,) in corrections]):
        if bound.claim is not None:
            found.setdefault(bound.claim.document, []).append(bound)
    return found


def _kept(row: Row[Any]) -> tuple[Any, ...]:
    """What of a sound row later checks need: of documents key, id and reading; of corrections themselves."""
    if hasattr(row, "bound"):
        return (bound_of(row),)
    return (row.number, row.id, row.reading, row.claims) if hasattr(row, "claims") else ()


def _name(row: Row[Any]) -> str:
    return _called(getattr(row, "id", None), row.number)


def _called(id: str | None, number: int) -> str:
    return f"{id!r} (number {number})" if id is not None else f"number {number}"
