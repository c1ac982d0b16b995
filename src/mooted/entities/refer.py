"""Descriptions and pronouns: "the 23-year-old", "the Romanian", "the Ligue 1 side", "he", and whom they mean."""

from __future__ import annotations

import re
from typing import NamedTuple

_THE = re.compile(r"\b(?:[Tt]he|[Tt]his) (?=[\w£])")
_WORD = re.compile(r"[A-Za-z0-9][\w'/-]*")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]er|[Tt]hey|[Tt]heir|[Tt]hem)\b(?!')|\b(?:[Hh]e|[Ss]he|[Tt]hey)(?='(?:s|ll|d|re|ve)\b)")
_PLAYER_HEADS = frozenset(
    "player star youngster teenager ace international playmaker attacker frontman veteran hitman talisman starlet "
    "wonderkid prospect outcast misfit flop loanee academy-graduate skipper captain man sensation talent newcomer".split()
)
_CLUB_HEADS = frozenset(
    "club side outfit giants champions team minnows hierarchy strugglers leaders clubs sides hopefuls newcomers".split()
)
_ADJECTIVES = frozenset(
    "former young talented veteran teenage star prolific north south east west midlands experienced own big new left right "
    "first second top tall powerful star exciting key top-flight second-tier city capital rival current old same "
    "youthful versatile in-form classy club central attacking defensive".split()
)
_ADJECTIVE_ENDS = ("ed", "ful", "ive", "ous", "al", "ic", "ant", "ern")
_NOT_PEOPLE = frozenset(
    "league top media press outlet newspaper journalist fa government football top-flight capital city national market "
    "cup window transfer champions publication website report federation reporter broadcaster season version".split()
)


class Reference(NamedTuple):
    """A description or pronoun at ``[start, stop)``; ``sort`` is person or club, empty fields say nothing."""

    start: int
    stop: int
    sort: str
    pronoun: bool = False
    age: int | None = None
    position: str = ""
    nation: str = ""
    club_form: str = ""
    league: str = ""


class Words(NamedTuple):
    """What descriptions are made of: forms in lower case or as written, and what they stand for."""

    positions: dict[str, str]
    people: dict[str, str]
    nations: dict[str, str]


def find_references(folded: str, words: Words) -> list[Reference]:
    """Every description and pronoun of a folded text, in order."""
    found = [ref for match in _THE.finditer(folded) if (ref := _description(folded, match.start(), match.end(), words))]
    found += [_pronoun(match) for match in _PRONOUN.finditer(folded)]
    return sorted(found)


def _pronoun(match: re.Match[str]) -> Reference:
    sort = "club" if match.group().lower().startswith("the") else "person"
    return Reference(match.start(), match.end(), sort, pronoun=True)


def _description(folded: str, start: int, at: int, words: Words) -> Reference | None:
    """Read on from "the" until a word that can be the head of a description."""
    age, nation, club, league = None, "", "", ""
    for _ in range(6):
        match = _WORD.match(folded, at)
        if not match:
            return None
        word, stop = match.group(), match.end()
        if word.endswith("'s"):
            word, stop = word[:-2], stop - 2
        two = _WORD.match(folded, stop + 1) if folded[stop : stop + 1] == " " else None
        pair = f"{word} {two.group()}" if two else ""
        follows = two.group() if two else ""
        if len(word) > 8 and word.endswith("-year-old") and word[:2].isdigit():
            age = int(word[:2])
            if not _goes_on(follows, words):
                return Reference(start, stop, "person", False, age, "", nation, club, league)
        elif pair.lower() in words.positions and two:
            return _if_alone(folded, Reference(start, two.end(), "person", False, age, words.positions[pair.lower()], nation, club))
        elif word.lower() in words.positions:
            return _if_alone(folded, Reference(start, stop, "person", False, age, words.positions[word.lower()], nation, club))
        elif word in words.people and follows.lower() not in _NOT_PEOPLE and follows not in _CLUB_HEADS and not _goes_on(follows, words):
            return Reference(start, stop, "person", False, age, "", words.people[word], club)
        elif pair in words.people and two:
            return Reference(start, two.end(), "person", False, age, "", words.people[pair], club)
        elif word in _PLAYER_HEADS:
            return _if_alone(folded, Reference(start, stop, "person", False, age, "", nation, club))
        elif word.split("'")[0] in _CLUB_HEADS:
            return Reference(start, start + len(folded[start:stop].split("'")[0]), "club", False, None, "", nation, club, league)
        elif word in words.nations:
            nation = words.nations[word]
        elif pair in words.nations and two:
            nation, stop = words.nations[pair], two.end()
        elif word[0].isupper():
            club = f"{club} {word}".strip()
        elif not _describes(word):
            return None
        if folded[stop : stop + 1] != " ":
            return None
        at = stop + 1
    return None


def _describes(word: str) -> bool:
    """Can a small word stand before the head of a description ("the out-of-favour midfielder")?"""
    return word.islower() and ("-" in word or word in _ADJECTIVES or word.endswith(_ADJECTIVE_ENDS))


def _goes_on(word: str, words: Words) -> bool:
    """Is the head of the description still to come?"""
    low = word.lower()
    return low in words.positions or word in words.people or word in words.nations or low in _PLAYER_HEADS


def _if_alone(folded: str, reference: Reference) -> Reference | None:
    """A head that a name follows belongs to the name."""
    follows = folded[reference.stop : reference.stop + 2]
    return None if len(follows) == 2 and follows[0] == " " and follows[1].isupper() else reference
