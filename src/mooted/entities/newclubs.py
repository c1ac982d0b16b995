"""Clubs that the book does not know, by shape and company ("FC Noah", "Serie C side Giugliano"), and misspelt ones.

A name of that kind is no person's. Close spellings are found among the forms of the book with one letter left out
(Mor and Fraenkel, "A hash code method for detecting and correcting spelling errors", 1982).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mooted.entities.book import Book, Known
from mooted.entities.nobody import Name
from mooted.language.automaton import Hit
from mooted.model.entity import Club

_FIRST = frozenset(
    "FC AFC SC AC AS SV SK FK NK CD UD CF RC US TSG VfB VfL BSC KV RSC IFK BK Deportivo Atletico Sporting Dynamo "
    "Dinamo Lokomotiv Spartak CSKA Hapoel Maccabi Olympique Independiente".split()
)
_LAST = frozenset(
    "United City Town Rovers Wanderers Athletic Albion FC AFC CF SC FK SK Harriers Argyle Thistle".split()
)
_TOLD = re.compile(
    r"(?:\b[A-Z][\w-]+|\b[Ss]erie [A-D]|\bLigue \d|\b\w+-tier|\btop-flight|\bnon-league|\bdivision) "
    r"(?:side|club|outfit|giants|champions|minnows|strugglers|new boys|newcomers|rivals) $"
)
_HEADS = ("side ", "club ", "outfit ", "giants ", "champions ", "minnows ", "strugglers ", "new boys ", "newcomers ",
          "rivals ")  # fmt: skip
_MOVED_FROM = re.compile(
    r"\b(?:join|sign|mov|switch|arriv|transferr|loan|recruit|captur|bought|return)(?:s|e[sd]?|ed|ing)?\b"
    r"[^.!?;:\n]{0,80} from $"
)
_ACT = re.compile(  # with verbs of many, as one man has none
    r" (?:have|are set to|are to|are ready to|are keen|are in|want|sign|unveil|release|reject|eye) "
    r"(?:also |now |today |already |finally |officially |reportedly )?"
    r"(?:sign|announc|confirm|complet|agree|re-sign|snap|recruit|releas|brought|reject|turned|accept|offer|made|bid|sold|"
    r"unveil|appoint|sack|part|talks|to|on|a|an|the|[A-Z])"
)
_MOVE_REACH = 100  # characters
_BACK = 40  # characters
_LONG = 9  # letters from which a name is too much like a club's to be another
_HALF = 6  # the same of a first word
_SURE = ("name", "short")


def set_apart(
    names: list[Name], hits: list[Hit[Known]], folded: str, book: Book
) -> tuple[list[Name], list[Hit[Known]]]:
    """The names of people, and the hits of the book with those of clubs met for the first time, both in order."""
    found = {name.words: club for name in names if not name.known and (club := _club(name, folded, book))}
    halves = {hit.start: hit for hit in hits if folded[hit.start : hit.stop] in _LAST}
    joined = dict(_joined(names, halves, folded, book)) if halves else {}
    if not found and not joined:
        return names, hits
    new = [Hit(name.start, name.stop, _known(found[name.words])) for name in names if name.words in found]
    for name, hit in joined.items():
        words = folded[name.start : hit.stop]
        new.append(Hit(name.start, hit.stop, _known(_close(words, book) or Club("", words))))
    used = set(joined.values())
    kept = [name for name in names if name.words not in found and name not in joined]
    return kept, sorted([*(hit for hit in hits if hit not in used), *new], key=_begin)


def _joined(
    names: list[Name], halves: dict[int, Hit[Known]], folded: str, book: Book
) -> Iterator[tuple[Name, Hit[Known]]]:
    """Names of one word that a short form of other clubs follows ("Marlow United"), with that form."""
    people = {name.words.rpartition(" ")[2] for name in names if " " in name.words}
    for name in names:
        hit = halves.get(name.stop + 1)
        if hit and not name.known and folded[name.stop] == " ":
            ordinary = name.initial and name.words.endswith(("ing", "ed"))  # "Frustrated United boss ..."
            if name.words.isalpha() and not ordinary and name.words not in people and name.words not in _surnames(book):
                yield name, hit


def _begin(hit: Hit[Known]) -> int:
    return hit.start


def _known(club: Club) -> Known:
    return Known("club", club.name, "name", (club,))


def _club(name: Name, folded: str, book: Book) -> Club | None:
    """The club that a name is: a new one, or one of the book under another spelling."""
    first, _, rest = name.words.partition(" ")
    if not rest and len(first) >= _LONG and (meant := _close(first, book)):
        return meant
    shaped = bool(rest) and (first in _FIRST or rest.rpartition(" ")[2] in _LAST)
    told = folded.endswith(_HEADS, max(0, name.start - _BACK), name.start)
    if shaped and first in _FIRST and len(rest) >= _LONG and (meant := _close(rest, book)):
        return meant
    if rest and first not in book.given_names and _is_left(name, folded):
        return Club("", name.words)
    if rest and name.initial and first not in book.given_names and _ACT.match(folded, name.stop):
        return Club("", name.words)
    if shaped or (told and _TOLD.search(folded, max(0, name.start - _BACK), name.start)):
        return Club("", name.words)
    return None


def _is_left(name: Name, folded: str) -> bool:
    """Does somebody come from what is named, in a sentence about his move ("joined Genoa from Tacoma Ridge")? People
    whom something comes from go by a given name, or have a job told."""
    if not folded.endswith("from ", 0, name.start) or folded.startswith("'s", name.stop):
        return False
    return _MOVED_FROM.search(folded, max(0, name.start - _MOVE_REACH), name.start) is not None


def _close(words: str, book: Book) -> Club | None:
    """The one club whose name, up to its last word, has a letter too many, too few, another or in another place."""
    spellings = _spellings(book)
    near = {near for spelling in _without_one(words) for near in spellings.get(spelling, ())}
    meant = {club for form, club in near if _one_off(words, form)}
    return meant.pop() if len(meant) == 1 and words not in _surnames(book) else None


def _one_off(words: str, form: str) -> bool:
    """Of two that are alike without one letter: does no more than that letter differ, or two that changed places?"""
    if len(words) != len(form):
        return True
    apart = [at for at, letters in enumerate(zip(words, form, strict=True)) if letters[0] != letters[1]]
    return len(apart) < 2 or (len(apart) == 2 and words[apart[0] : apart[1] + 1] == form[apart[0] : apart[1] + 1][::-1])


@lru_cache(maxsize=4)
def _spellings(book: Book) -> dict[str, tuple[tuple[str, Club], ...]]:
    """The long names of clubs in one word, or in two ("Rovers"), by themselves and with each letter left out."""
    found: dict[str, tuple[tuple[str, Club], ...]] = {}
    for form, known in book.lookup.items():
        if known.kind == "club" and known.form in _SURE and len(known.clubs) == 1 and _is_long(form):
            near = (form, known.clubs[0])
            for spelling in _without_one(form):
                found[spelling] = (*found.get(spelling, ()), near)
    return found


def _is_long(form: str) -> bool:
    first, _, rest = form.partition(" ")
    return (
        first.isalpha()
        and not first.isupper()
        and (len(first) >= _LONG if not rest else rest in _LAST and len(first) >= _HALF)
    )


@lru_cache(maxsize=4)
def _surnames(book: Book) -> frozenset[str]:
    """The last words of all names of people, and the given names."""
    people = (form for form, known in book.lookup.items() if known.kind in ("player", "staff", "journalist"))
    return frozenset(form.rpartition(" ")[2] for form in people) | book.given_names


def _without_one(words: str) -> Iterator[str]:
    """The words as they are, and with each letter of the first left out."""
    yield words
    for at in range(len(words.partition(" ")[0])):
        yield words[:at] + words[at + 1 :]
