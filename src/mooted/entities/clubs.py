"""Which club a name means: nicknames and names that several clubs share are settled by the document."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

from mooted.entities.book import Book, Known
from mooted.entities.listed import LISTED
from mooted.entities.part import Part
from mooted.entities.people import vote
from mooted.language.automaton import Hit
from mooted.language.fold import fold
from mooted.model.entity import Club
from mooted.model.mention import How, Kind, Mention

Called = dict[str, dict[Club, None]]  # clubs by the last word of the names that a document has for them
_OUTRIGHT = ("name", "short")
_HOW: dict[str, How] = {"name": "name", "short": "name", "stadium": "stadium", LISTED: "name"}
_BESIDE = frozenset(("nation", "position", "league", "outlet", "place"))
_FORMER = re.compile(r"(?:\bformer|\bex|\bold|\bformerly|\bone-time)[\s-]*$|\bthen-$", re.IGNORECASE)
_NEVER_BEFORE = frozenset('abcfghijklmopqstuvwz,.:;"()')  # in which none of those words ends
_HAS_COACH = re.compile(
    r"(?:'s)? (?:(?:national(?: team)?|women's|under-\d\d|interim|caretaker|new|head) )?"
    r"(?:manager|boss|head coach|coach|job|hot seat|hotseat)\b",
    re.IGNORECASE,
)
_NATIONS = frozenset(("Holland", "USA", "US", "USMNT", "USWNT", "Ireland", "Czechia", "Bosnia"))  # not "Dutch"
_FORMER_REACH = 10  # characters
_AS_PLACE = re.compile(
    r"-(?:based|born|raised|bred)\b| (?:daily|newspaper|paper|station|radio|broadcaster|tabloid|outlet|publication)\b"
)
_PAPER = tuple(  # before what may be a club or an outlet ("the Turkish newspaper Sabah")
    f"{word} " for word in "newspaper paper daily outlet publication broadcaster website magazine".split()
)
_HOME = ("born in ", "Born in ", "raised in ", "Raised in ", "grew up in ", "brought up in ", "native of ")
_IN_TOWN = re.compile(
    r"\b(?:in|(?:fl(?:y|ew|ies|own|ying)|jet\w*|travel\w*|head(?:ed|ing)?|arriv\w+|way|flight|trip)"
    r"(?: (?:off|out|back|over))? (?:in|to)) $"
)
_TOWN_REACH = 24  # characters
_OFFICE = re.compile(r"Sporting (?:[Dd]irector|[Aa]dvis[eo]r|[Cc]hief)\b")  # and no club, where a sentence begins


def plainly_named(parts: list[Part]) -> dict[Club, int]:
    """The clubs that a document names outright, with how often; the most frequent first.

    Not those that only their place in a list tells: teams of every sport stand in such lists.
    """
    named: dict[Club, int] = {}
    for part in parts:
        for hit in part.hits:
            if len(hit.value.clubs) == 1 and hit.value.form != LISTED:
                vote(named, hit.value.clubs[0])
    return dict(sorted(named.items(), key=lambda item: -item[1]))


def last_words(parts: list[Part]) -> Called:
    """The clubs that a document names in several words, by the last one ("Royals" of "Utah Royals")."""
    found: Called = {}
    for part in parts:
        for start, stop, known in part.hits:
            if len(known.clubs) == 1 and " " in part.folded[start:stop] and known.form in _OUTRIGHT:
                found.setdefault(part.folded[start:stop].rpartition(" ")[2], {})[known.clubs[0]] = None
    return found


def settle(part: Part, named: dict[Club, int], called: Called, book: Book, column: bool) -> None:
    """Note what the hits of a part mean: clubs, and whatever else tells who somebody is.

    In a ``column`` each paragraph is a story of its own, and what others name settles only what nothing else does.
    """
    latest: dict[Club, int] = {}
    before = 0
    for at, hit in enumerate(part.hits):
        start, stop, known = hit
        if known.kind == "club":
            start = _tag_start(part.folded, start)
        if _OFFICE.match(part.folded, start):
            continue
        if column and latest and part.folded.find("\n", before, start) >= 0:
            latest.clear()
        before = stop
        if known.kind == "club" and _is_place(part.folded, start, stop):
            part.around.append(Mention(start, stop, "place", "name", None, None, (), known.value))
        elif known.also == "outlet" and part.folded.endswith(_PAPER, 0, start):
            part.around.append(Mention(start, stop, "outlet", "name", None, None, (), known.value))
        elif known.kind == "club":
            mine = called.get(known.value.removeprefix("The "), {})
            known = _with_namesakes(known, mine)
            club, candidates = _club(known, named, latest, book, _looks_ahead(part, known, column))
            if club and mine:
                club = _called_so(club, mine, named, latest)
            how = _HOW.get(known.form, "nickname")
            former = _is_former(part.folded, start) or _is_listed_former(part, start, stop)
            part.around.append(Mention(start, stop, "club", how, None, club, candidates, known.also, None, former))
            if club:
                latest[club] = at
        elif known.kind == "nation" and (team := _national_team(hit, part.folded)):
            part.around.append(
                Mention(start, stop, "club", "name", None, team, (), "", None, _is_former(part.folded, start))
            )
        elif known.kind in _BESIDE:
            text = known.also if known.kind == "position" else known.value
            part.around.append(Mention(start, stop, cast(Kind, known.kind), "name", None, None, (), text))


def _called_so(club: Club, mine: dict[Club, None], named: dict[Club, int], latest: dict[Club, int]) -> Club:
    """Of clubs named before, one that the text calls so in full and names as often ("Manchester United" is "United"
    though "Rotherham" comes later)."""
    if club in mine:
        return club
    fuller = [one for one in mine if one in latest and named.get(one, 0) >= named.get(club, 0)]
    return max(fuller, key=latest.__getitem__, default=club)


def _with_namesakes(known: Known, mine: dict[Club, None]) -> Known:
    """A nickname, or a name of several clubs, with those of the text that have it for the last word of their names."""
    if not mine or (known.form != "nickname" and len(known.clubs) == 1):
        return known
    return known._replace(clubs=tuple(dict.fromkeys((*known.clubs, *mine))))


def _tag_start(folded: str, start: int) -> int:
    """Where a club begins, with the sign of a tag ("#AFC"), so that lists of tags are lists as others are."""
    return start - 1 if folded.endswith(("#", "@"), 0, start) else start


def tell_towns(parts: list[Part], book: Book) -> None:
    """Clubs that are no clubs but the towns in which others are at home, of which the document speaks as often ("flew
    to Milan for his Inter medical"), become places."""
    towns = [
        (part, at, mention.club, at_home)
        for part in parts
        for at, mention in enumerate(part.around)
        if mention.club and (at_home := _at_home_in(part, mention, mention.club, book))
    ]
    counts = Counter(mention.club for part in parts for mention in part.around if mention.club) if towns else {}
    for part, at, own, at_home in towns:
        if any(club != own and club.id in at_home and count >= counts[own] for club, count in counts.items()):
            part.around[at] = part.around[at]._replace(kind="place", club=None, candidates=(), text=own.name)


def _at_home_in(part: Part, mention: Mention, club: Club, book: Book) -> frozenset[str]:
    """The ids of the clubs of a town by whose name a club is called, after words that lead to towns; else none."""
    at_home = book.near.get(part.folded[mention.start : mention.stop], frozenset())
    if club.id not in at_home:
        return frozenset()
    leads = _IN_TOWN.search(part.folded, max(0, mention.start - _TOWN_REACH), mention.start)
    return at_home if leads else frozenset()


def _is_place(folded: str, start: int, stop: int) -> bool:
    """Is a club's name that of its town ("a Bilbao newspaper", "the Dortmund-born winger", "born in Reading")?"""
    if folded.endswith(_HOME, 0, start):
        return True
    return folded[stop : stop + 1] in {" ", "-"} and _AS_PLACE.match(folded, stop) is not None


def _looks_ahead(part: Part, known: Known, column: bool) -> bool:
    """May clubs named later settle a form that usually means another? Not in a column, and in a title alone where it is
    the usual name of that one: "Wolves" are not Wolfsburg because these are named too."""
    return not column and (part.place == "title" or known.form not in _OUTRIGHT)


def _club(
    known: Known, named: dict[Club, int], latest: dict[Club, int], book: Book, ahead: bool
) -> tuple[Club | None, tuple[Club, ...]]:
    """The club meant, and all that it could be: the one named last, most often, or by default."""
    options = known.clubs
    if len(options) == 1:
        return options[0], ()
    default = book.defaults.get(fold(known.value))
    before = _at_home([club for club in options if club in latest], default, named)
    if before:
        return max(before, key=latest.__getitem__), options
    elsewhere = _at_home([club for club in options if club in named], default, named)
    if elsewhere and (ahead or not default):
        return max(elsewhere, key=named.__getitem__), options
    return default or (options[0] if known.form in _OUTRIGHT else None), options


def _at_home(clubs: list[Club], default: Club | None, named: dict[Club, int]) -> list[Club]:
    """Those of the country of the club that is usually meant, where none is named more than that: "the Eagles" are
    Palace, be it to Benfica that they sell."""
    if default is None or named.get(default, 0) < max((named.get(club, 0) for club in clubs), default=1):
        return clubs
    return [club for club in clubs if club.country == default.country] or clubs


def _is_listed_former(part: Part, start: int, stop: int) -> bool:
    """Does "former" before another club reach this one ("the former Genk and Lens midfielder")?"""
    before = part.around[-1] if part.around else None
    if before is None or not before.former or part.folded[before.stop : start] not in (" and ", ", ", ", and "):
        return False
    return part.folded.startswith((" ", ","), stop)


def _national_team(hit: Hit[Known], folded: str) -> Club | None:
    """The team of a nation that has a manager ("Germany boss Anna Berg", "the Holland job"), as a club."""
    if not folded.startswith((" ", "'s "), hit.stop) or not _HAS_COACH.match(folded, hit.stop):
        return None
    words = folded[hit.start : hit.stop]
    return Club("", hit.value.value, hit.value.value) if words in _NATIONS or words == fold(hit.value.value) else None


def _is_former(folded: str, start: int) -> bool:
    """Is the club that begins here one that somebody has left ("ex-Chelsea")?"""
    if start > 1 and folded[start - 1] == " " and folded[start - 2] in _NEVER_BEFORE:
        return False
    return _FORMER.search(folded[max(0, start - _FORMER_REACH) : start]) is not None
