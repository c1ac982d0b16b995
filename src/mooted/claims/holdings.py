"""Who holds whom in one document: what all its claims together say of a player's club."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from mooted.claims.candidates import Option
from mooted.claims.choice import Answer
from mooted.claims.holding import Holder, HolderModel, chances, holders
from mooted.claims.parties import Sides, sides
from mooted.model.claim import PURSUIT
from mooted.model.mention import Mention, Reading

Weighed: TypeAlias = tuple[list[Holder], list[float]]
_UNDONE = frozenset(PURSUIT - {"signed"})
_OF_ANOTHER = PURSUIT | {"wants_stay", "not_for_sale"}  # that tell, of a club, it is not his
_ELSEWHERE = frozenset(("past_move", "staff_move"))  # tell of another club than the one that holds him now
_BEGINNINGS = (
    "began his career", "started his career", "began her career", "started her career", "came through", "came up",
    "rose through", "turned professional", "started out", "graduated from", "graduate of", "product of",
)  # fmt: skip
_THERE = frozenset((" at ", " with ", " in ", " ", " for ", " at the ", " with the "))
_HEARD, _ENOUGH, _LIKELY, _SURELY = 0.2, 0.4, 0.5, 0.6
_OUTWEIGHS = 1.5  # times the votes that a club surely pursues somebody, from which those that it holds him count
_ENOUGH_TO_LEAVE = 0.5  # of what a coach's coming has, for his leaving the same club to be what is meant


class Holdings:
    """The votes of a document's claims for the club that holds each person, and for those that pursue him.

    ``weighed`` are those of more answers, by which clubs have been weighed already.
    """

    def __init__(
        self, answers: Sequence[Answer], reading: Reading, model: HolderModel, weighed: Holdings | None = None
    ) -> None:
        self._votes: dict[int, dict[str, float]] = {}
        self._known: dict[int, dict[str, float]] = {}
        self._pursuers: dict[int, dict[str, float]] = {}
        self._single: dict[tuple[int, int], str | None] = {}
        self._sold: set[tuple[int, str, Sides]] = set()
        self._left: dict[int, dict[str, float]] = {}
        self._went: dict[int, dict[str, float]] = {}
        self._weighed: dict[tuple[int, int], Weighed] = weighed._weighed if weighed else {}
        self._sides = {id(answer): _sides(answer) for answer in answers}
        for answer in answers:
            self._count(answer, reading, model)
        for answer in answers:
            self._settle(answer, reading)

    def _count(self, answer: Answer, reading: Reading, model: HolderModel) -> None:
        option = answer.option
        named: dict[str, float] = {}
        if option.clubs and option.event in _OF_ANOTHER and not self._sides[id(answer)]:
            named = {m.club.name: answer.probability for m in option.clubs.members if m.club}
        for member, person in _people(answer):
            found, probable = self._weigh(answer, member, person, reading, model)
            best = max(range(len(found)), key=lambda n: probable[n], default=None)
            club = found[best].club.name if best is not None and probable[best] >= _LIKELY else None
            self._single[id(answer), person] = club
            if club is not None and _leaves(option):
                _add(self._left.setdefault(person, {}), {club: answer.probability})
            if option.event == "past_move" and option.clubs and not _is_lent(answer):
                _add(
                    self._went.setdefault(person, {}),
                    {m.club.name: answer.probability for m in option.clubs.members if m.club},
                )
            if option.event not in _ELSEWHERE:
                told = {one.club.name: chance for one, chance in zip(found, probable, strict=True) if chance > _HEARD}
                _add(self._votes.setdefault(person, {}), told)
                known = {one.club.name: told[one.club.name] for one in found if one.known and one.club.name in told}
                _add(self._known.setdefault(person, {}), known)
                _add(self._pursuers.setdefault(person, {}), named)

    def _weigh(self, answer: Answer, member: Mention, person: int, reading: Reading, model: HolderModel) -> Weighed:
        """The clubs that may hold a person by an answer, and how probably."""
        weighed = self._weighed.get((id(answer), person))
        if weighed is None:
            found = holders(answer.question, answer.option, reading, member)
            weighed = self._weighed[id(answer), person] = found, chances(found, answer.option, model)
        return weighed

    def _settle(self, answer: Answer, reading: Reading) -> None:
        """Where an answer has the two sides of a deal as its clubs: which of them sells, and that the other buys."""
        both = self._sides[id(answer)]
        if both is None:
            return
        for _, person in _people(answer):
            holder = reading.people[person].holder
            held, pursued = self._votes.get(person, {}), self._pursuers.get(person, {})
            seller = both.seller(holder.name if holder else None, held, pursued)
            if seller is not None:
                self._sold.add((person, seller, both))
                _add(self._votes.setdefault(person, {}), {seller: answer.probability})

    def of(self, answer: Answer, person: int | None, club_to: str | None, lent: bool = False) -> str | None:
        """The club that holds a person, by an answer about him: told beside it, or elsewhere in the document.

        An old move is told by itself, unless he was ``lent``: by whom he is held now ("spent last season on loan").
        """
        if person is None or answer.option.event == "needs":
            return None
        if answer.option.event not in _ELSEWHERE:
            return self._owner(person, club_to)
        if club_to and _is_first_club(answer):
            return None
        owner = self._owner(person, club_to) if lent and club_to else None
        return owner or self._single.get((id(answer), person))

    def _owner(self, person: int, club_to: str | None) -> str | None:
        """The club other than ``club_to`` for which most votes are."""
        held = {club: self._held(person, club, _OUTWEIGHS) for club in self._votes.get(person, {}) if club != club_to}
        club = max(held, key=held.__getitem__, default=None)
        if club is not None and held[club] >= _ENOUGH:
            return club
        return self._came_to(person, club_to)

    def _came_to(self, person: int, club_to: str | None) -> str | None:
        """The one club to which he is told to have moved before, where nothing else is told of whose he is."""
        went = [club for club, chance in self._went.get(person, {}).items() if chance >= _LIKELY]
        return went[0] if len(went) == 1 and went[0] != club_to else None

    def told(self, person: int | None, club: str | None) -> tuple[float, ...]:
        """The votes that a club holds a person, that it is known to, that it pursues him; and those of the other clubs
        of which most is said that they hold and pursue him."""
        if person is None:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        votes = (self._votes.get(person, {}), self._known.get(person, {}), self._pursuers.get(person, {}))
        held, _, pursued = votes
        others = (max((weight for name, weight in one.items() if name != club), default=0.0) for one in (held, pursued))
        return *(one.get(club or "", 0.0) for one in votes), *others

    def contradict(self, answer: Answer, person: int | None, club_to: str | None) -> bool:
        """Does the document say that the club which an answer has in pursuit of a player holds him already?

        Or that it sells him to the other one of its clubs; or, of a coach, that it is the one he leaves.
        """
        if person is None or club_to is None or answer.option.event == "past_move":
            return False
        if answer.option.event == "staff_move":
            return self._left.get(person, {}).get(club_to, 0.0) > answer.probability * _ENOUGH_TO_LEAVE
        both = self._sides[id(answer)]
        if both is not None and (person, club_to, both) in self._sold:
            return True
        if answer.option.event not in _UNDONE:
            return False
        pursued = self._pursuers.get(person, {}).get(club_to, 0.0)
        return self._held(person, club_to, math.inf) > max(_LIKELY, pursued)

    def _held(self, person: int, club: str, times: float) -> float:
        """The votes that a club holds a person. One that surely pursues him ("He is out of contract in June, and Leeds
        want to sign him") holds him only where it is known as his, or has so many ``times`` the votes of its suit."""
        votes, pursued = (one.get(person, {}).get(club, 0.0) for one in (self._votes, self._pursuers))
        if pursued >= _SURELY and votes < times * pursued:
            return self._known.get(person, {}).get(club, 0.0)
        return votes


def _people(answer: Answer) -> Iterator[tuple[Mention, int]]:
    """The people whom an answer is about."""
    for member in answer.option.people.members if answer.option.people else ():
        if member.person is not None:
            yield member, member.person


def _is_lent(answer: Answer) -> bool:
    """Does the sentence of an old move speak of a loan?"""
    scene = answer.question.scene
    return "loan" in scene.low[scene.sentence.start : scene.sentence.stop]


def _leaves(option: Option) -> bool:
    """Does a coach or director leave, with no word of where to?"""
    return option.event == "staff_move" and option.meaning.shape == "leaver" and option.clubs is None


def _sides(answer: Answer) -> Sides | None:
    clubs = answer.option.clubs
    return sides(answer.question.scene.low, clubs) if clubs and answer.option.event in PURSUIT else None


def _is_first_club(answer: Answer) -> bool:
    """Is it where somebody began, so that he came from no club ("began his career with Lens")?"""
    trigger, clubs = answer.question.trigger, answer.option.clubs
    if clubs is None or not trigger.value.words.startswith(_BEGINNINGS):
        return False
    return clubs.start > trigger.stop and answer.question.scene.low[trigger.stop : clubs.start] in _THERE


def _add(tally: dict[str, float], weights: dict[str, float]) -> None:
    for name, weight in weights.items():
        tally[name] = tally.get(name, 0.0) + weight
