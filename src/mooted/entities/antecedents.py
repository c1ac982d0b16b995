"""Whom "he" means: those named before a pronoun, each weighed by how, where and how lately he was named.

A conditional log-linear model. Its signs are those that have long been known to tell (Lappin and Leass, "An algorithm
for pronominal anaphora resolution", 1994); what they weigh is learned from annotated claims whose words name nobody,
by ``make train``, and stands in ``data/antecedents.csv``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from mooted.language.sentences import Sentence
from mooted.model.entity import STAFF, Club, Person, Role
from mooted.model.mention import Mention

WEIGHTS = Path(__file__).parent / "data" / "antecedents.csv"
_MOST = 12  # names back
_REACH = 24  # characters in which the word before a name is looked for
OPENING = 2  # characters before what opens a sentence, as quotation marks are
_MOST_RANKS, _MOST_PLAYERS, _MOST_BACK = 6, 4, 4
Whose = Literal["own", "other", "none"]


class Standing(NamedTuple):
    """How somebody stands to a pronoun.

    ``rank`` is how many others have been named since, ``players`` how many of them play; ``back`` how many sentences
    ago he was named; none is counted far. ``leads`` where no sentence since has begun with another, ``first`` where he
    was the first of his sentence, ``beside`` where it is of the same paragraph, ``often`` where nobody has been named
    more often; ``before`` is the word before his name, and ``opens`` tells of the pronoun that it opens its sentence.
    ``club`` is "own" where the last club before it in its sentence is his ("Spurs could loan him out"), "other" where
    it is not. Whoever the document is about (``focus``) counts too where he has not been named for long, with a
    ``rank`` of -1.
    """

    pronoun: str
    role: Role
    weak: bool
    focus: bool
    rank: int = -1
    players: int = 0
    back: int = 0
    beside: bool = False
    first: bool = False
    leads: bool = False
    opens: bool = False
    often: bool = False
    club: Whose = "none"
    before: str = ""


Place = tuple[str, Role, bool, bool, int, int, int, bool, bool, bool, bool, bool, Whose]
"""A standing without the word before the name."""


class _Named(NamedTuple):
    """A name, or a description that was resolved, in its sentence (by number)."""

    person: int
    start: int
    sentence: int
    first: bool
    before: str


class Antecedents:
    """The people named up to a place of a text, by name or description, and what each has to be meant by a pronoun.

    ``floors`` tells for each sentence where its story begins, before which nobody counts; ``focus`` is the person whom
    all of the text is about, where it is one story.
    """

    __slots__ = ("_at", "_club", "_floors", "_focus", "_low", "_most", "_named", "_people", "_sentences", "_times")

    def __init__(
        self,
        folded: str,
        sentences: Sequence[Sentence],
        floors: Sequence[int],
        people: Sequence[Person],
        focus: int | None,
    ) -> None:
        self._low, self._sentences, self._floors = folded, sentences, floors
        self._people, self._focus = people, focus
        self._named: list[_Named] = []
        self._times: Counter[int] = Counter()
        self._most = 0
        self._club: tuple[Club, int] | None = None
        self._at = 0

    def meet(self, mention: Mention) -> None:
        """Take note of somebody, or of a club; pronouns are passed over, for what they mean was named before."""
        if mention.how == "pronoun":
            return
        if mention.person is None:
            if mention.club and mention.of is None:
                self._club = mention.club, mention.start
            return
        at = self._sentence_of(mention.start)
        first = not self._named or self._named[-1].sentence != at
        self._times[mention.person] += 1
        self._most = max(self._most, self._times[mention.person])
        self._named.append(_Named(mention.person, mention.start, at, first, self._before(mention.start, at)))

    def meant(self, start: int, stop: int) -> int | None:
        """Whom a pronoun means: whoever weighs most, of equals the last named; null where nobody has been named."""
        best, most = None, 0.0
        for person, standing in self.standings(start, stop):
            weight = weight_of(standing)
            if best is None or weight > most:
                best, most = person, weight
        return best

    def standings(self, start: int, stop: int) -> Iterator[tuple[int, Standing]]:
        """Who may be meant by the pronoun at ``[start, stop)``, the last named first."""
        here = self._sentence_of(start)
        sentence = self._sentences[here]
        club = self._club[0] if self._club and self._club[1] >= sentence.start else None
        pronoun, opens = self._low[start:stop].lower(), start - sentence.start <= OPENING
        seen: set[int] = set()
        leader: int | None = None
        players = 0
        for person, _, at, first, before in self._lately(self._floors[here]):
            if first and leader is None:
                leader = person
            if person in seen:
                continue
            _, role, *_ = who = self._people[person]
            beside = self._sentences[at].paragraph == sentence.paragraph
            yield person, Standing(
                pronoun, role, who.why == "weak", person == self._focus, min(len(seen), _MOST_RANKS),
                min(players, _MOST_PLAYERS), min(here - at, _MOST_BACK), beside, first,
                person == leader, opens, self._times[person] == self._most, _whose(club, who), before,
            )  # fmt: skip
            seen.add(person)
            players += role == "player"
        if self._focus is not None and self._focus not in seen:
            focus = self._people[self._focus]
            yield self._focus, Standing(pronoun, focus.role, focus.why == "weak", True)

    def _lately(self, floor: int) -> Iterator[_Named]:
        """The last names of a story, the last first."""
        for named in reversed(self._named[-_MOST:]):
            if named.start < floor:
                return
            yield named

    def _sentence_of(self, start: int) -> int:
        """The number of the sentence around a place; places are asked for in order."""
        sentences, at = self._sentences, self._at
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
        self._at = at
        return at

    def _before(self, start: int, sentence: int) -> str:
        """The word before a name in its sentence."""
        words = self._low[max(self._sentences[sentence].start, start - _REACH) : start].lower().split()
        return words[-1] if words else "^"


def _whose(club: Club | None, person: Person) -> Whose:
    return "none" if club is None or person.holder is None else "own" if person.holder == club else "other"


_SORTS: dict[Role, str] = {"player": "player", **dict.fromkeys(STAFF, "staff")}


def signs(standing: Standing) -> tuple[str, ...]:
    """What is weighed of a standing."""
    placed = _signs_of_place(standing[:-1])
    return placed if standing.rank < 0 else (*placed, _word(standing))


def weigh(marks: Iterable[str], weights: Mapping[str, float]) -> float:
    """What signs weigh together."""
    return sum(weights.get(mark, 0.0) for mark in marks)


def weight_of(standing: Standing) -> float:
    """What speaks for a standing. Places recur and are remembered; words are too many."""
    placed = _weight_of_place(standing[:-1])
    return placed if standing.rank < 0 else placed + load().get(_word(standing), 0.0)


@lru_cache(maxsize=20_000)
def _weight_of_place(place: Place) -> float:
    return weigh(_signs_of_place(place), load())


def _signs_of_place(place: Place) -> tuple[str, ...]:
    """All signs but the word before a name."""
    pronoun, role, weak, focus, rank, players, back, beside, first, leads, opens, often, club = place
    found = [f"role={role}", f"role={role} {pronoun}", f"weak={weak}"]
    if rank < 0:
        return (*found, "long ago")
    where = _where(back)
    found += [
        f"rank={rank}",
        f"back={back}",
        f"back={min(back, 3)} rank={min(rank, 3)}",
        f"beside={beside}",
        f"players={players} {_SORTS.get(role, 'other')}",
        f"first={first} {where}",
        f"often={often}",
        f"often={often} rank={min(rank, 3)}",
    ]
    if club != "none" and back:
        found.append(f"club={club}")
    if focus:
        found += ["focus", f"focus rank={min(rank, 4)}", f"focus {where}"]
    if leads:
        found += ["leads", f"leads {pronoun}", f"leads opens={opens}"]
    return tuple(found)


def _word(standing: Standing) -> str:
    """The sign of the word before a name."""
    return f"before={_where(standing.back)} {standing.before}"


def _where(back: int) -> str:
    return "here" if back == 0 else "next" if back == 1 else "far"


@lru_cache(maxsize=1)
def load() -> dict[str, float]:
    """What each sign weighs."""
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(lines)}
