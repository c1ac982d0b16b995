"""Which person a name means: one, several to choose from, or none with near misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mooted.answers.askable import askable
from mooted.language.fold import key
from mooted.model.entry import Entry, Identity
from mooted.model.missing import NotFound, Several

if TYPE_CHECKING:
    from mooted.ledger import Ledger

_NEAR = 3
_REMEDY = "mooted search finds words in documents, mooted add reads more of them"


def person_of(ledger: Ledger, name: str, until: datetime) -> Identity:
    """The person of a name or an id. Raises ``Several`` where it fits more than one, ``NotFound`` where none."""
    name = askable(name)
    known = ledger.identity(name)
    if known:
        return known
    named = ledger.people(name) if key(name) else []
    fitting = [one for one in named if ledger.entries(person=one.id, as_of=until, limit=1)]
    found = [one for one in fitting if _called(one, name)] or fitting
    full = [one for one in found if " " in key(name) and key(name) == key(one.name)]
    found = full if len(full) == 1 else found
    if not found and any(_called(one, name) for one in named):
        raise NotFound("claim about anyone", name, remedy=f"nothing was said of him by {until:%Y-%m-%d}")
    if not found:
        raise NotFound("person", name, near_people(ledger, name), _REMEDY)
    if len(found) > 1:
        raise Several(name, tuple(found))
    return found[0]


def _called(person: Identity, name: str) -> bool:
    """Is this one of his names, or a whole part of one?"""
    return any(set(key(name).split()) <= set(key(form).split()) for form in person.names)


def near_people(ledger: Ledger, name: str) -> tuple[str, ...]:
    """Names of the ledger that are spelt almost so: those that share a word, or the beginning of one."""
    words = [word for word in key(name).split() if len(word) > 2]
    starts = {word[:length] for word in words for length in (4, 3) if len(word) > length}
    names: dict[str, str] = {}
    for one in (one for start in sorted({*words, *starts}) for one in ledger.people(start)):
        for form in (key(one.name), *key(one.name).split()):
            names.setdefault(form, one.name)
    close = get_close_matches(key(name), names, n=2 * _NEAR, cutoff=0.7)
    return tuple(dict.fromkeys(names[form] for form in close))[:_NEAR]


def known_then(identity: Identity, entries: Sequence[Entry]) -> Identity:
    """The person as these entries show him: names and clubs that were only heard of later are left out."""
    return known_by(identity, *told_in(entries))


def told_in(entries: Sequence[Entry]) -> tuple[Counter[str], tuple[str, ...]]:
    """How often entries give a person each of his names, and the clubs that they name, in their order."""
    forms = Counter(entry.claim.player for entry in entries if entry.claim.player)
    clubs = (club for entry in entries for club in (entry.claim.club_from, entry.claim.club_to) if club)
    return forms, tuple(dict.fromkeys(clubs))


def known_by(identity: Identity, forms: Mapping[str, int], clubs: tuple[str, ...]) -> Identity:
    """The person by names, with how often each is given, and clubs."""
    names = tuple(sorted(forms, key=lambda name: (-name.count(" "), -forms[name], name)))
    name = identity.name if identity.name in names or not names else names[0]
    others = tuple(other for other in names if other != name)
    return Identity(identity.id, name, (name, *others), identity.role, clubs)
