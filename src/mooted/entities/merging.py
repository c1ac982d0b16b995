"""One row for one club or player, however often and however it is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from itertools import chain, count
from typing import Any

from mooted.entities.check import Problem
from mooted.entities.rows import ClubRow, PlayerRow, Row, slug
from mooted.language.fold import fold, key

_HOME_NATIONS = frozenset(["England", "Scotland", "Wales", "Northern Ireland"])
_AFFIXES = frozenset(["fc", "afc", "cf", "sc", "ac", "fk", "if", "sk", "bk", "nk", "club"])


def usual(club: ClubRow) -> ClubRow:
    """The club under the name that it goes by ("Arsenal", not "Arsenal FC"), where that is among its names."""
    plain = bare(club.name)
    name = plain if plain in club.short else club.name
    short = dict.fromkeys(form for form in (club.name, *club.short) if form != name)
    return replace(club, id=slug(name), name=name, short=tuple(short))


def bare(name: str) -> str:
    """A club's name without "FC" and the like."""
    return " ".join(word for word in name.split() if word.casefold() not in _AFFIXES)


def joined(old: Row, new: Row) -> Row:
    """The old row, with what only the new one says: empty cells filled, further forms added."""
    values = {field.name: _more(getattr(old, field.name), getattr(new, field.name)) for field in fields(old)}
    return replace(old, **values)


def _more(mine: Any, theirs: Any) -> Any:
    if isinstance(mine, tuple):
        return (*mine, *(form for form in theirs if form not in mine))
    return mine or theirs


def merged_players(players: Iterable[PlayerRow]) -> tuple[PlayerRow, ...]:
    """Each player once. Of the same name are the same only those whose births and nations agree."""
    found: dict[str, list[PlayerRow]] = {}
    for player in players:
        namesakes = found.setdefault(key(player.name), [])
        at = next((at for at, other in enumerate(namesakes) if _same_player(other, player)), None)
        if at is None:
            namesakes.append(player)
        else:
            namesakes[at] = joined(namesakes[at], player)
    return tuple(chain.from_iterable(found.values()))


def _same_player(one: PlayerRow, other: PlayerRow) -> bool:
    births = one.born.startswith(other.born) or other.born.startswith(one.born)
    return births and (one.nationality == other.nationality or not (one.nationality and other.nationality))


def merged_clubs(
    old: Sequence[ClubRow], new: Iterable[ClubRow], shared: frozenset[tuple[str, str]]
) -> tuple[list[ClubRow], list[Problem]]:
    """The clubs of a book with others merged in; a form that means another club already is not taken.

    ``shared`` holds the forms that several clubs may have, each with the id of such a club.
    """
    book = {club.id: club for club in old}
    called, meant = _owners(old)
    problems: list[Problem] = []
    for club in new:
        same = _known(club, book, called) or _free(club.id, book)
        kept = _untaken(replace(club, id=same), meant, shared, problems)
        book[same] = _distinct(joined(book[same], kept) if same in book else kept)
        for owners, more in zip((called, meant), _owners([book[same]]), strict=True):
            owners |= {form: [*owners.get(form, ()), *ids] for form, ids in more.items()}
    return list(book.values()), problems


def _owners(clubs: Iterable[ClubRow]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Whom each name and short form means; and whom each of them or a nickname does."""
    called: dict[str, list[str]] = {}
    meant: dict[str, list[str]] = {}
    for club in clubs:
        _take(called, club, (club.name, *club.short))
        _take(meant, club, (club.name, *club.short, *club.nicknames))
    return called, meant


def _take(owners: dict[str, list[str]], club: ClubRow, forms: Iterable[str]) -> None:
    for form in forms:
        owners.setdefault(key(form), []).append(club.id)


def _known(club: ClubRow, book: dict[str, ClubRow], called: dict[str, list[str]]) -> str:
    """The id of the club in the book that this one is: called so, and of its country; empty where there is none."""
    ids = (id for form in (club.name, bare(club.name)) for id in called.get(key(form), ()))
    return next((id for id in ids if same_country(book[id].country, club.country)), "")


def same_country(one: str, other: str) -> bool:
    """Whether two countries agree; the United Kingdom does with each of its football nations."""
    apart = {one, other} - {"", "United Kingdom"}
    return len(apart) < 2 and ("United Kingdom" not in (one, other) or apart <= _HOME_NATIONS)


def _free(id: str, book: dict[str, ClubRow]) -> str:
    """An id that no club of the book has."""
    return next(each for each in chain([id], (f"{id}-{n}" for n in count(2))) if each not in book)


def _untaken(
    club: ClubRow, taken: dict[str, list[str]], shared: frozenset[tuple[str, str]], problems: list[Problem]
) -> ClubRow:
    """The club without the forms that mean another one; each is reported."""

    def free(form: str) -> bool:
        owners = set(taken.get(key(form), ())) - {club.id}
        if not owners or (fold(form), club.id) in shared:
            return True
        what = f"{form!r} of {club.name} means {' and '.join(sorted(owners))} already and was not taken"
        problems.append(Problem("shared.csv", 1, what, f"list {form!r} here with both clubs, and import again"))
        return False

    return replace(club, short=tuple(filter(free, club.short)), nicknames=tuple(filter(free, club.nicknames)))


def _distinct(club: ClubRow) -> ClubRow:
    """The club with each form once: as its name, else as a nickname, else as a short form."""
    name = fold(club.name)
    nicknames = {fold(form): form for form in reversed(club.nicknames) if fold(form) != name}
    short = {fold(form): form for form in reversed(club.short) if fold(form) not in {name, *nicknames}}
    return replace(club, short=tuple(reversed(short.values())), nicknames=tuple(reversed(nicknames.values())))
