"""What sightings together show of one person, and what two such pictures say for or against their being one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log2
from typing import NamedTuple, TypeVar

from mooted.model.entry import Reason, Sighting

_CLOSE = 400  # days: a season and a summer, within which two mentions of a club are of the same time
_HOLDS = 3  # a club that a person is said to belong to counts as much as three that he is named with
_STANDING = 0.3  # the share of those that name his club from which a club is his
_OFTEN = 0.1  # the share of all clubs named with him from which a move there is one to follow
_NOISE = 0.1  # the share of sightings up to which something is more likely misread than true
_YEARS = 2  # that two ages may differ by: one for the birthday, one for carelessness

T = TypeVar("T", str, int)


class Seen(NamedTuple):
    """How often, and from which day to which (proleptic ordinals)."""

    times: int
    first: int
    last: int

    def plus(self, other: Seen) -> Seen:
        """Both together."""
        return Seen(self.times + other.times, min(self.first, other.first), max(self.last, other.last))

    def near(self, other: Seen) -> bool:
        """Are both of the same time?"""
        return self.first <= other.last + _CLOSE and other.first <= self.last + _CLOSE

    def crosses(self, other: Seen) -> bool:
        """Do both go on at once, and not one after the other?"""
        return self.first < other.last and other.first < self.last


@dataclass(slots=True, eq=False)
class Profile:
    """A picture of a person, grown sighting by sighting; the order in which they come makes no difference."""

    names: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    positions: Counter[str] = field(default_factory=Counter)
    born: Counter[int] = field(default_factory=Counter)
    holders: dict[str, Seen] = field(default_factory=dict)
    clubs: dict[str, Seen] = field(default_factory=dict)
    first: int = 10**7
    first_document: str = ""

    @property
    def count(self) -> int:
        """The number of sightings."""
        return self.names.total()

    def see(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        day = sighting.said_at.toordinal()
        self.names[sighting.name] += 1
        self.documents.add(sighting.document)
        self.roles[sighting.role] += 1
        self.nations.update(sighting.nations)
        self.positions.update(sighting.positions)
        if sighting.age is not None:
            self.born[sighting.said_at.year - sighting.age] += 1
        if sighting.holder:
            _note(self.holders, sighting.holder, Seen(1, day, day))
        for club in sighting.clubs:
            _note(self.clubs, club, Seen(1, day, day))
        self._begin(day, sighting.document)

    def join(self, other: Profile) -> None:
        """Take in all that another has seen."""
        self.documents |= other.documents
        for mine, theirs in (
            (self.names, other.names), (self.roles, other.roles), (self.nations, other.nations),
            (self.positions, other.positions),
        ):  # fmt: skip
            mine.update(theirs)
        self.born.update(other.born)
        for club, seen in other.holders.items():
            _note(self.holders, club, seen)
        for club, seen in other.clubs.items():
            _note(self.clubs, club, seen)
        self._begin(other.first, other.first_document)

    def _begin(self, day: int, document: str) -> None:
        self.first, self.first_document = min((self.first, self.first_document), (day, document))

    def weights(self) -> dict[str, float]:
        """How much each club stands for this person."""
        found = {club: float(seen.times) for club, seen in self.clubs.items()}
        for club, seen in self.holders.items():
            found[club] = found.get(club, 0.0) + _HOLDS * seen.times
        return found

    def standing(self, club: str) -> float:
        """The share of the sightings with a club that name this one."""
        return self.holders[club].times / sum(seen.times for seen in self.holders.values())

    def seen_with(self, club: str) -> Seen | None:
        """When he was named with a club, as its man or otherwise."""
        held, named = self.holders.get(club), self.clubs.get(club)
        return held.plus(named) if held and named else held or named


def picture(sightings: Iterable[Sighting]) -> Profile:
    """What the sightings show together."""
    profile = Profile()
    for sighting in sightings:
        profile.see(sighting)
    return profile


def compare(one: Profile, two: Profile) -> tuple[Reason, ...]:
    """What speaks for or against one person behind both, names left aside."""
    small, large = (one, two) if one.count <= two.count else (two, one)
    return tuple(
        reason
        for reason in (*_clubs(small, large), _nation(small, large), _position(small, large), _age(small, large),
                       _role(small, large), _together(small, large))
        if reason is not None
    )  # fmt: skip


def _note(into: dict[str, Seen], club: str, seen: Seen) -> None:
    into[club] = into[club].plus(seen) if club in into else seen


def _clubs(small: Profile, large: Profile) -> Iterator[Reason]:
    """Common clubs speak for one person, and so do clubs between which he is said to move; others against."""
    shared = _shared_holder(small, large)
    if shared:
        yield Reason("same club at the same time", 3.0, shared)
    elif moved := _linked(small, large):
        yield Reason("followed move", 1.5, moved)
    else:
        near = _near(small, large)
        if near:
            yield Reason("named with the same clubs", round(2.0 * near[0], 2), near[1])
        apart = _apart(small, large)
        if apart:
            yield apart


def _shared_holder(one: Profile, two: Profile) -> str | None:
    """The club that is said of both at the same time, where it is no slip of the reading for either."""
    common = [club for club in sorted(one.holders) if club in two.holders and one.holders[club].near(two.holders[club])]
    firm = [club for club in common if min(one.standing(club), two.standing(club)) >= _STANDING]
    return max(firm, key=lambda club: two.holders[club].times) if firm else None


def _linked(one: Profile, two: Profile) -> str | None:
    """A club that one belongs to and the other is often named with at that time, as a suitor or a seller."""
    for first, second in ((one, two), (two, one)):
        weights = second.weights()
        for club in sorted(first.holders):
            other = second.clubs.get(club)
            often = weights.get(club, 0.0) >= _OFTEN * sum(weights.values())
            if other and often and other.near(first.holders[club]) and first.standing(club) >= _STANDING:
                return club
    return None


def _near(small: Profile, large: Profile) -> tuple[float, str] | None:
    """How far the clubs of the one are those that stand for the other, from 0 to 1; and the nearest."""
    mine, theirs = small.weights(), large.weights()
    common = sorted(club for club in mine if _same_time(club, small, large))
    if not common:
        return None
    top = max(theirs.values())
    share = sum(mine[club] * theirs[club] / top for club in common) / sum(mine.values())
    return share, max(common, key=lambda club: theirs[club])


def _same_time(club: str, one: Profile, two: Profile) -> bool:
    mine, theirs = one.seen_with(club), two.seen_with(club)
    return bool(mine and theirs and mine.near(theirs))


def _apart(small: Profile, large: Profile) -> Reason | None:
    """Two clubs at once, never named together: one of the strongest signs of namesakes."""
    if not small.holders or not large.holders:
        return None
    club, seen = max(sorted(small.holders.items()), key=lambda item: item[1].times)
    other, elsewhere = max(sorted(large.holders.items()), key=lambda item: item[1].times)
    if not seen.crosses(elsewhere):
        return None
    share = small.count / (small.count + large.count)
    most = 3.0 if _both_play(small, large) else 0.5  # a manager is also named with the clubs that he had
    return Reason("another club at the same time", _against(seen.times, share, 1.0, most), f"{club}, {other}")


def _against(count: int, share: float, least: float, most: float) -> float:
    """A weight against, the more the more often it was seen; little where it may be a slip of the reading."""
    weight = min(most, least * log2(1 + count))
    return -round(weight if share > _NOISE else weight / 4, 2)


def _nation(small: Profile, large: Profile) -> Reason | None:
    if not small.nations or not large.nations or not _both_play(small, large):
        return None
    mine, count = _most(small.nations)
    theirs, total = _most(large.nations)
    if mine == theirs:
        return Reason("same nation", 1.0, mine)
    if small.nations.keys() & large.nations.keys():
        return None
    return Reason("another nation", _against(count, count / (count + total), 0.6, 3.0), f"{mine}, {theirs}")


def _position(small: Profile, large: Profile) -> Reason | None:
    if not small.positions or not large.positions or not _both_play(small, large):
        return None
    mine, count = _most(_lines(small.positions))
    theirs, total = _most(_lines(large.positions))
    if mine == theirs:
        return Reason("same line", 0.5, mine)
    gap = {"goalkeeper": 0, "defence": 4, "midfield": 5, "attack": 6}
    if abs(gap[mine] - gap[theirs]) < 2:
        return None
    least = 0.8 if "goalkeeper" in (mine, theirs) else 0.5
    return Reason("another position", _against(count, count / (count + total), least, 3.0), f"{mine}, {theirs}")


def _lines(positions: Counter[str]) -> Counter[str]:
    """Positions by the line in which they play."""
    found: Counter[str] = Counter()
    for position, count in positions.items():
        found[line_of(position)] += count
    return found


def line_of(position: str) -> str:
    """The line of a position, given as such ("defence") or more closely ("left-back")."""
    if "keeper" in position:
        return "goalkeeper"
    if any(word in position for word in ("back", "defen")):
        return "defence"
    return "attack" if any(word in position for word in ("attack", "wing", "forward", "striker")) else "midfield"


def _age(small: Profile, large: Profile) -> Reason | None:
    """Years of birth, as ages tell them."""
    if not small.born or not large.born or not _both_play(small, large):
        return None
    mine, count = _most(small.born)
    theirs, total = _most(large.born)
    words = f"born about {mine}, {theirs}"
    if abs(mine - theirs) <= 1:
        return Reason("same age", 1.0, words)
    if abs(mine - theirs) <= _YEARS:
        return None
    return Reason("another age", _against(count, count / (count + total), 0.6, 3.0), words)


def _both_play(one: Profile, two: Profile) -> bool:
    """Are both players? By a manager's name often stand the nation, position and age of whom he speaks of."""
    return _most(one.roles)[0] == _most(two.roles)[0] == "player"


def _role(small: Profile, large: Profile) -> Reason | None:
    """Who plays and who does not; a little only, as players become managers and readings err."""
    mine, count = _most(small.roles)
    theirs, _ = _most(large.roles)
    if (mine == "player") == (theirs == "player"):
        return None
    share = count / (small.count + large.count)
    return Reason("another role", _against(count, share, 0.4, 1.0), f"{mine}, {theirs}")


def _together(small: Profile, large: Profile) -> Reason | None:
    """Who is told apart in one document is likely not the same."""
    both = len(small.documents & large.documents)
    if not both:
        return None
    return Reason("told apart in one document", _against(both, both / small.count, 0.5, 1.0), f"{both}")


def _most(votes: Counter[T]) -> tuple[T, int]:
    """The value with most votes and their number; of equals the lowest, so that order makes no difference."""
    return min(votes.items(), key=lambda item: (-item[1], item[0]))
