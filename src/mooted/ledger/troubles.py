"""What the store says when something is wrong, told plainly: which ledger, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import Timeout
from sqlalchemy import exc

from mooted.model.errors import LedgerError

_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "the disk is full", "free some space and run it again: what was acknowledged is kept"),
    ("no space left", "the disk is full", "free some space and run it again: what was acknowledged is kept"),
    ("disk i/o error", "the disk failed", "check the disk, then run `mooted verify`"),
    ("readonly database", "it may not be written", "check the permissions of the file and its folder"),
    ("read-only transaction", "it may not be written", "use a database user that may write"),
    ("unable to open database", "it cannot be opened", "check that its folder exists and may be written"),
    ("is locked", "somebody else has been writing to it for too long", "try again when the other command has ended"),
    ("not a database", "it is no ledger but some other file", "name another file with --db"),
    ("malformed", "the file is damaged", "run `mooted verify`, then `mooted db repair`, or restore a backup"),
    ("decode to utf-8", "the file is damaged", "run `mooted verify`, then `mooted db repair`, or restore a backup"),
    ("interrupted", "the question took longer than it may", "ask for less, or give it more time"),
    ("statement timeout", "the question took longer than it may", "ask for less, or give it more time"),
    ("connection refused", "no server answers there", "check the address and that PostgreSQL is running"),
    ("password authentication failed", "the server refuses the password", "check user and password of the address"),
    ("does not exist", "the server does not know it", "check the name of the database and of the user"),
    ("could not translate host name", "there is no such server", "check the address"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the store raises into a ``LedgerError`` that names ``place``."""
    try:
        yield
    except Timeout as error:
        raise LedgerError(place, "somebody else has been writing to it for too long", "try again later") from error
    except (exc.DBAPIError, exc.DatabaseError) as error:
        raise _plainly(place, str(error.orig or error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _plainly(place, str(error)) from error


def _plainly(place: str, words: str) -> LedgerError:
    said = words.casefold()
    for sign, reason, remedy in _KNOWN:
        if sign in said:
            return LedgerError(place, reason, remedy)
    return LedgerError(place, " ".join(words.split())[:300], "run `mooted verify` if this comes again")
