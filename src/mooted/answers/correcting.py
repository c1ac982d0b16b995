"""Setting the ledger right in the names that people use: clubs by any form of their name, people by name or id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mooted.answers.clubs import in_book, near_clubs
from mooted.answers.moments import moment_of
from mooted.answers.people import person_of
from mooted.ledger import CorrectionError
from mooted.model.entry import Correction

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_CLUBS = ("club_to", "club_from")
_PEOPLE = ("merge", "split")


def correct(ledger: Ledger, correction: Correction) -> Correction:
    """Append a correction; "Spurs" in it becomes the name that claims show, a person's name his id.

    Raises ``CorrectionError`` where it cannot be, or names a club that is only spelt almost like one; ``NotFound`` for
    a person whom nobody knows, ``Several`` where the name fits several.
    """
    if correction.kind in _PEOPLE:
        correction = replace(correction, target=_person(ledger, correction.target))
    if correction.value and correction.kind in _CLUBS:
        correction = replace(correction, value=_club(ledger, correction.value))
    elif correction.value and correction.kind == "merge":
        correction = replace(correction, value=_person(ledger, correction.value))
    return ledger.correct(correction)


def _person(ledger: Ledger, name: str) -> str:
    return person_of(ledger, name, moment_of(None)).id


def _club(ledger: Ledger, name: str) -> str:
    """The club as claims show it; one that nobody knows yet as it is written, unless it looks like a slip."""
    known = in_book(name)
    if known or ledger.entries(club=name, limit=1):
        return known or name
    if near := near_clubs(name):
        raise CorrectionError(f"there is no club {name!r}; did you mean {' or '.join(map(repr, near))}?")
    return name
