"""WHAT WAS SAID, FOR EVER: the only writing.

``Ledger.open(address)`` is the one door. The address is the path of a file (SQLite), ``":memory:"`` or
``postgresql://user@host/name``; without one, the file that ``MOOTED_DB`` names or the user's own.

>>> from datetime import UTC, datetime
>>> from mooted.ledger import Ledger
>>> from mooted.model.document import Document
>>> from mooted.pipeline import read_whole
>>> document = Document(
...     "leeds-1", "Leeds United have made a bid for Tom Ashby, the Wigan Athletic midfielder.",
...     outlet="The Touchline Gazette", published_at=datetime(2026, 1, 12, tzinfo=UTC),
... )
>>> with Ledger.open(":memory:") as ledger:
...     ledger.add(document, read_whole(document)).kind
...     [(entry.person, entry.claim.event) for entry in ledger.entries(club="Leeds United")]
...     [person.name for person in ledger.people("ashby")]
...     [hit.words for hit in ledger.search("bid ashby")]
'new'
[('tom-ashby', 'bid')]
['Tom Ashby']
['made a bid for Tom Ashby']

Writing: ``add(document, whole)``, ``add_all(pairs)`` (batches; a receipt once it is on the disk), ``correct``,
``add_moves``, ``reject``.

Asking: ``entries(person=, club=, source=, document=, event=, since=, until=, as_of=, limit=, newest_first=)``,
``people(words)``, ``identity(id)``, ``sightings(person=, document=, as_of=)``, ``document(id, version)``,
``documents(since=, until=, as_of=)`` (an iterator), ``search(words, as_of=, limit=, syntax=)``, ``corrections()``,
``moves(person=, window=, as_of=)``; ``counts()``, ``clubs()`` and ``outlets()`` (``as_of=``) take stock.

Keeping: ``verify()``, ``backup(path)``, ``export(...)``, ``rebuild()``.

Who is who comes from outside: ``Ledger.open(address, who=mooted.sagas.who)`` takes a module (or object) with
``identify(sightings, corrections)``, ``tokens(name)`` and ``beside(name, others)``; without it, every full name is one
person.

Every time is an aware datetime. ``as_of`` asks what was known then: what had been said up to that moment, of an article
that changed the version that was its newest. ``since`` is included, ``until`` is not. Corrections are honoured always.
"""

from mooted.ledger.adding import Receipt
from mooted.ledger.chaptering import Kept, Outlined, is_sure
from mooted.ledger.corrected import Ruling
from mooted.ledger.counting import Counted, Told
from mooted.ledger.ledger import Ledger
from mooted.ledger.setting_right import CorrectionError
from mooted.ledger.stock import ClubCount, Counts, OutletCount
from mooted.ledger.terms import Pursuit
from mooted.model.hit import Hit

__all__ = [
    "ClubCount",
    "CorrectionError",
    "Counted",
    "Counts",
    "Hit",
    "Kept",
    "Ledger",
    "OutletCount",
    "Outlined",
    "Pursuit",
    "Receipt",
    "Ruling",
    "Told",
    "is_sure",
]
