"""Whose move a row of a table tells: players of the table matched to people of the ledger, with the reasons.

Names are compared folded and word by word. The same name is enough where it has two words and one bearer; a shorter,
longer or differently spelled form needs a club in common besides, a first name alone two. A surname alone is that of a
person whose full name is not known. Whoever is known with other clubs alone is a namesake, and whoever fits two people
is matched to neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import NamedTuple

from mooted.language.fold import key
from mooted.model.entry import Identity, Reason
from mooted.model.move import Move

SAME, ONE_WORD, WITHIN, SHORT, SPELLING, FIRST, CLUB = 4.0, 3.0, 2.5, 2.0, 2.0, 1.0, 1.5
ELSEWHERE = -1.0  # for a club that was left, where as many others are known
KNOWN = 3  # clubs, from which he is known well enough for that
ENOUGH = 3.5  # the same name of two words, or a form of it with a club in common
ALIKE = 0.86  # of 1: how alike two spellings of one name are at least
SHORTEST = 3  # letters of a word by which people are looked up
_YOUTH = re.compile(r" (?:U-?\d\d|B|II)$")  # sides that news calls by the name of the club


@dataclass(frozen=True, slots=True)
class Match:
    """A move with the person whose it is, and why."""

    move: Move
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A move of somebody whom the ledger does not know, or cannot tell from another."""

    move: Move
    why: str


class Matched(NamedTuple):
    """All moves of a table, matched or not."""

    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]


class _Bearer(NamedTuple):
    person: Identity
    names: tuple[tuple[str, ...], ...]  # each form as its words
    full: tuple[tuple[str, ...], ...]  # those of several words
    clubs: frozenset[str]


def match(moves: Iterable[Move], people: Iterable[Identity]) -> Matched:
    """The moves with their people. Linear in the moves; people are looked up by the words of their names."""
    by_word: dict[str, list[_Bearer]] = defaultdict(list)
    for person in people:
        names = tuple({tuple(key(name).split()) for name in person.names})
        full = tuple(name for name in names if len(name) > 1)
        bearer = _Bearer(person, names, full, frozenset(person.clubs))
        for word in {word for name in bearer.names for word in name if len(word) >= SHORTEST}:
            by_word[word].append(bearer)
    matches: list[Match] = []
    unmatched: list[Unmatched] = []
    for move in moves:
        found = _best(move, by_word)
        if isinstance(found, Unmatched):
            unmatched.append(found)
        else:
            matches.append(found)
    return Matched(tuple(matches), tuple(unmatched))


def _best(move: Move, by_word: dict[str, list[_Bearer]]) -> Match | Unmatched:
    words = tuple(key(move.player).split())
    bearers = {bearer.person.id: bearer for word in words for bearer in by_word.get(word, ())}
    found = ((_reasons(words, move, bearer), id) for id, bearer in sorted(bearers.items()))
    scored = sorted(((_order(why), id, why) for why, id in found if why), key=lambda one: one[0], reverse=True)
    if not scored:
        return Unmatched(move, "nobody of that name in the ledger")
    fitting = [one for one in scored if sum(one[0]) >= ENOUGH]
    if not fitting:
        return Unmatched(move, f"{bearers[scored[0][1]].person.name} is called alike, but shares no club with him")
    order, person, why = fitting[0]
    if len(fitting) > 1 and fitting[1][0] == order:
        return Unmatched(move, f"he may be {person} or {fitting[1][1]}")
    return Match(replace(move, person=person), why)


def _order(why: tuple[Reason, ...]) -> tuple[float, float]:
    """How well somebody fits: by his name first, among bearers of it by his clubs."""
    return why[0].weight, sum(reason.weight for reason in why[1:])


def _reasons(words: tuple[str, ...], move: Move, bearer: _Bearer) -> tuple[Reason, ...]:
    shared = tuple(club for club in (move.club_from, move.club_to) if club in bearer.clubs)
    others = bearer.full if len(words) > 1 and bearer.full else bearer.names
    alike = (_alike(words, other, bool(shared)) for other in others)
    name = max(alike, key=lambda reason: reason.weight if reason else 0.0)
    if name is None:
        return ()
    if shared:
        return name, Reason("club in common", CLUB * len(shared), " and ".join(filter(None, shared)))
    youth = any(club and _YOUTH.search(club) for club in (move.club_from, move.club_to))
    if move.club_from and not youth and len(bearer.clubs) >= KNOWN:
        return name, Reason("known with other clubs", ELSEWHERE, move.club_from)
    return (name,)


def _alike(words: tuple[str, ...], other: tuple[str, ...], shares: bool) -> Reason | None:
    """How a name is like another: the same, a part or the first of it, a short form; of who shares a club, a slip."""
    shown = f"{' '.join(words)} / {' '.join(other)}"
    if words == other:
        return Reason("same name", SAME if len(words) > 1 else ONE_WORD, shown)
    if set(words) == set(other):
        return Reason("same words", WITHIN, shown)
    if set(words) < set(other) or set(other) < set(words):
        short, long = sorted((words, other), key=len)
        if len(short) == 1 and short[0] != long[-1]:
            return Reason("first name alone", FIRST, shown)
        return Reason("one name within the other", WITHIN, shown)
    if words[-1] == other[-1] and _short(words[0], other[0]):
        return Reason("short form", SHORT, shown)
    if shares and _spelled(words, other):
        return Reason("spelled nearly so", SPELLING, shown)
    return None


def _spelled(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    spelling = SequenceMatcher(None, " ".join(words), " ".join(other), autojunk=False)
    return spelling.real_quick_ratio() >= ALIKE and spelling.ratio() >= ALIKE


def _short(first: str, other: str) -> bool:
    """Whether one given name is the beginning of the other ("Emi", "Emiliano")."""
    return first.startswith(other) or other.startswith(first)
