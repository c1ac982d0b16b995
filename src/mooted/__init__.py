"""mooted: transfer intelligence for football.

>>> import mooted
>>> claims = mooted.read(
...     "Leeds United have made a bid for Tom Ashby, the Wigan Athletic midfielder, according to The Athletic.",
...     published="2026-01-12",
... )
>>> claims[0].player, claims[0].event, claims[0].club_to, claims[0].sources
('Tom Ashby', 'bid', 'Leeds United', ('The Athletic',))
>>> "made a bid" in claims[0].evidence.words
True
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from mooted import answers
    from mooted.ledger import Ledger, Receipt
    from mooted.model.claim import Claim
    from mooted.model.document import Document
    from mooted.model.errors import Rejected, Warned
    from mooted.opening import open_ledger
    from mooted.show.notebook import Claims

__all__ = ["Claim", "Claims", "Document", "Ledger", "__version__", "add", "answers", "open_ledger", "read", "read_many"]
_NAMES = {
    "Claim": "mooted.model.claim", "Claims": "mooted.show.notebook", "Document": "mooted.model.document",
    "Ledger": "mooted.ledger", "open_ledger": "mooted.opening",
}  # fmt: skip
__version__: str


def read(
    text: str,
    *,
    published: str | date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    id: str = "text",
) -> Claims:
    """The claims of one text. Never raises on any text.

    ``published`` is a date, a datetime (UTC if it has no zone) or a string like ``"2026-01-12"``; with it, "last
    summer" becomes a date. ``outlet`` is who printed the text, ``title`` is read like the text.

    >>> import mooted
    >>> mooted.read("Leeds beat Derby 2-0 at Elland Road on Saturday.")
    no claims
    >>> mooted.read("Leeds", published="someday")
    Traceback (most recent call last):
    ...
    ValueError: published has an unreadable date ('someday'); give it like 2026-01-12 or 2026-01-12T10:30Z
    """
    from mooted.model.document import Document
    from mooted.pipeline import read_document
    from mooted.show.notebook import Claims

    document = Document(id, text, title=title, outlet=outlet, published_at=_moment(published))
    return Claims(read_document(document))


def read_many(
    paths: str | Path | Iterable[str | Path],
    *,
    on_trouble: Callable[[Rejected | Warned], None] | None = None,
    jobs: int = 1,
) -> Iterator[tuple[Document, Claims]]:
    """Each document of files and folders with its claims, one at a time and in order, however many there are.

    What cannot be read, or not as it stands, is given to ``on_trouble``; without it, it becomes a Python warning
    that tells where, what and what to do. Many are read sooner by several processes, ``jobs`` of them; a script then
    keeps what it does under ``if __name__ == "__main__":``.

    >>> import mooted
    >>> for document, claims in mooted.read_many("examples/01-dragusin-suitors.txt"):
    ...     print(document.title)
    Milan join Roma and Napoli in queue for Tottenham's Dragusin
    """
    from mooted.model.errors import Rejected, Warned
    from mooted.pipeline import read_documents
    from mooted.show.notebook import Claims

    for found in read_documents([paths] if isinstance(paths, str | PathLike) else paths, jobs=jobs):
        if isinstance(found, Rejected | Warned):
            (on_trouble or _warn)(found)
        else:
            yield found[0], Claims(found[1])


def add(
    ledger: Ledger,
    paths: str | Path | Iterable[str | Path],
    *,
    on_trouble: Callable[[Rejected | Warned], None] | None = None,
    jobs: int = 1,
) -> list[Receipt]:
    """Read files and folders into a ledger; a receipt (new, repeated or updated) for each document.

    ``on_trouble`` and ``jobs`` as in ``read_many``.

    >>> import mooted
    >>> with mooted.open_ledger(":memory:") as ledger:
    ...     [receipt.kind for receipt in mooted.add(ledger, "examples/01-dragusin-suitors.txt")]
    ...     mooted.answers.player(ledger, "Dragusin", as_of="2026-01-30").title
    ['new']
    'Radu Dragusin, Tottenham Hotspur, winter window 2026'
    """
    from mooted.model.errors import Rejected, Warned
    from mooted.pipeline import add_documents

    receipts = []
    for told in add_documents([paths] if isinstance(paths, str | PathLike) else paths, ledger, jobs=jobs):
        if isinstance(told, Rejected | Warned):
            (on_trouble or _warn)(told)
        else:
            receipts.append(told)
    return receipts


def _moment(published: str | date | None) -> datetime | None:
    """The moment with its zone. A string that is no date, or one that cannot be right, is refused."""
    from datetime import UTC, datetime

    from mooted.documents.dates import read_date

    if isinstance(published, str):
        moment, doubt = read_date(published, datetime.now(UTC))
        if doubt:
            raise ValueError(f"published {doubt}; give it like 2026-01-12 or 2026-01-12T10:30Z")
        return moment
    if published is None or isinstance(published, datetime):
        return published.replace(tzinfo=published.tzinfo or UTC) if published else None
    return datetime(published.year, published.month, published.day, tzinfo=UTC)


def _warn(trouble: Rejected | Warned) -> None:
    import warnings

    warnings.warn(str(trouble), stacklevel=3)


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first asked for, so that ``import mooted`` costs next to nothing."""
    if name == "__version__":
        from importlib.metadata import version

        return version("mooted")
    if name == "answers" or name in _NAMES:
        from importlib import import_module

        if name == "answers":
            return import_module("mooted.answers")
        return getattr(import_module(_NAMES[name]), name)
    raise AttributeError(f"module 'mooted' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
