"""Whom descriptions and pronouns mean: the one named before whom they fit best."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from mooted.entities.book import Book, Known
from mooted.entities.refer import Description, Reference
from mooted.language.sentences import Sentence
from mooted.model.entity import STAFF, Club, Person
from mooted.model.mention import How, Mention

_NEARNESS = tuple(1.0 / back for back in range(1, 25))  # of the last people named, the last first
_CLUBS_BACK, _FARTHEST = 16, 60  # mentions
_SAME_SENTENCE, _FOCUS, _HIS_CLUB, _MOST_LEANING = 0.4, 0.35, 0.3, 0.3
_LEADS = 0.25  # whom the sentence before spoke of first
_NEVER = -1.0
_TOGETHER = 3  # sentences back to those who are meant together
_OUTRIGHT = ("name", "short", "stadium")


class Cast(NamedTuple):
    """What the whole document tells of whom it is about.

    ``focus`` is the person it is mostly about. In a ``column`` each paragraph is a story of its own. ``lookup`` is
    what the book knows under a form, ``near`` the ids of the clubs of a city or an area; ``leanings`` are how well each
    person suits a pronoun.
    """

    people: tuple[Person, ...]
    focus: int | None
    column: bool
    lookup: dict[str, Known]
    near: dict[str, frozenset[str]]
    leanings: tuple[float, ...]


def cast(people: tuple[Person, ...], focus: int | None, column: bool, book: Book) -> Cast:
    """The people of a document, ready to be referred to."""
    return Cast(people, focus, column, book.lookup, book.near, tuple(map(_leaning, people)))


def resolve(
    references: list[Reference], sentences: Sequence[Sentence], mentions: list[Mention], cast: Cast
) -> list[Mention]:
    """Descriptions and pronouns, each with the person or club that it means, where there is one.

    ``mentions`` are the names before them, in order.
    """
    found: list[Mention] = []
    past = _Past(cast, sentences)
    at, size = 0, len(mentions)
    for reference in references:
        begin = at
        while at < size and mentions[at].start < reference.start:
            at += 1
        past.meet(mentions[begin:at])
        past.advance(reference.start)
        meant = past.mentions(reference)
        found += meant
        past.meet(meant)
    return found


class _Past:
    """Who has been named or meant up to a place of a text."""

    __slots__ = (
        "_ages",
        "_at",
        "_cast",
        "_clubs",
        "_clubs_at",
        "_firsts",
        "_floor",
        "_people",
        "_people_at",
        "_reached",
        "_sentence",
        "_sentences",
    )

    def __init__(self, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self._cast, self._sentences = cast, sentences
        self._ages: dict[int, int] = {}
        self._people: list[int] = []
        self._people_at: list[int] = []
        self._firsts: list[bool] = []
        self._reached = 0
        self._clubs: list[Club] = []
        self._clubs_at: list[int] = []
        self._at = 0
        self._sentence = sentences[0].start if sentences else 0
        self._floor = self._sentence if cast.column else -1

    def meet(self, mentions: Iterable[Mention]) -> None:
        """Take note of names, or of what a reference was found to mean."""
        for start, _, _, _, person, club, _, _, of, _ in mentions:
            if person is not None:
                self._firsts.append(self._leads_his_sentence(start))
                self._people.append(person)
                self._people_at.append(start)
            elif club and of is None:
                self._clubs.append(club)
                self._clubs_at.append(start)

    def _leads_his_sentence(self, start: int) -> bool:
        """Is whoever is named at ``start`` the first person of his sentence?"""
        sentences, at = self._sentences, self._reached
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
        self._reached = at
        return not self._people_at or self._people_at[-1] < sentences[at].start

    def advance(self, start: int) -> None:
        """Go on to the sentence around ``start``; in a column, nothing before its paragraph counts any more."""
        sentences, at = self._sentences, self._at
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
            if self._cast.column and sentences[at].paragraph != sentences[at - 1].paragraph:
                self._floor = sentences[at].start
        if at != self._at:
            self._at, self._sentence = at, sentences[at].start

    def mentions(self, reference: Reference) -> tuple[Mention, ...]:
        """The reference with whom or what it means; several people stand at one place."""
        start, stop, what = reference
        if what.several > 1:
            return tuple(Mention(start, stop, "person", "description", one) for one in self._together(what.several))
        mention = self._mention(start, stop, what)
        return (mention,) if mention else ()

    def _together(self, many: int) -> list[int]:
        """So many players, the last named in this sentence or in one shortly before; nobody where fewer are."""
        end = len(self._people)
        for at in range(self._at, max(self._at - _TOGETHER, 0) - 1, -1):
            begin = bisect_left(self._people_at, max(self._sentences[at].start, self._floor))
            here = dict.fromkeys(who for who in self._people[begin:end] if self._cast.people[who].role == "player")
            if len(here) > 1 or (here and at < self._at):
                return list(here)[-many:] if len(here) >= many else []
            end = begin
        return []

    def _mention(self, start: int, stop: int, what: Description) -> Mention | None:
        how: How = "pronoun" if what.pronoun else "description"
        if what.sort == "person":
            person = self._he() if what.pronoun else self._whom(what)
            return None if person is None else Mention(start, stop, "person", how, person)
        club = self._they() if what.pronoun else self._which(what)
        return Mention(start, stop, "club", how, None, club) if club else None

    def _he(self) -> int | None:
        """Whom a pronoun means: the nearer the likelier, then players, the one whom the document is about, and those
        of the club that the sentence has named before it ("Spurs could loan him out")."""
        leanings, floor, sentence = self._cast.leanings, self._floor, self._sentence
        people, club = self._cast.people, self._club_here()
        focus = self._cast.focus if floor < 0 else None
        best, best_score = None, 0.0
        past = zip(_NEARNESS, reversed(self._people), reversed(self._people_at), reversed(self._firsts), strict=False)
        for nearness, person, start, leads in past:
            here = _SAME_SENTENCE if start >= sentence else _HIS_CLUB if club else 0.0
            if start < floor or best_score >= _MOST_LEANING + nearness + here + _FOCUS + _LEADS:
                break
            if club and start < sentence and people[person].holder != club:
                here = 0.0
            leading = _LEADS if leads and start < sentence else 0.0
            score = leanings[person] + (nearness + here + leading + (_FOCUS if person == focus else 0.0))
            if score > best_score:
                best, best_score = person, score
        return focus if best is None else best

    def _club_here(self) -> Club | None:
        """The last club of the sentence so far."""
        return self._clubs[-1] if self._clubs and self._clubs_at[-1] >= self._sentence else None

    def _whom(self, what: Description) -> int | None:
        """Whom a description means: of those named before whom it can fit, the last one whom it fits best."""
        people, floor = self._cast.people, self._floor
        focus = self._cast.focus if floor < 0 else None
        fits: dict[int, float] = {}
        best, best_score, back = None, 0.0, 0
        past = zip(reversed(self._people), reversed(self._people_at), strict=True)
        for person, start in islice(past, _FARTHEST):
            if start < floor or back == len(_NEARNESS):
                break
            if person not in fits:
                fits[person] = self._fit(what, person)
            if fits[person] < 0:
                continue
            here = _SAME_SENTENCE if start >= self._sentence else 0.0
            score = fits[person] + (_NEARNESS[back] + here + (_FOCUS if person == focus else 0.0))
            back += 1
            if score > best_score:
                best, best_score = person, score
        if best is None and focus is not None and _fits(what, people[focus]) >= 0:
            best = focus
        if best is not None and what.age:
            self._ages.setdefault(best, what.age)
        return best

    def _fit(self, what: Description, person: int) -> float:
        """How well a description fits a person, whose age an earlier one may have told."""
        age, holder = self._ages.get(person), self._cast.people[person].holder
        if what.age and age and what.age != age:
            return _NEVER
        if what.staff and what.club_form and holder and not self._leads(what.club_form, holder):
            return _NEVER
        return _fits(what, self._cast.people[person])

    def _leads(self, form: str, holder: Club) -> bool:
        """Can the club of a manager be the one named with his job ("the Chelsea boss")?"""
        known = self._cast.lookup.get(form)
        return known is None or known.kind != "club" or holder in known.clubs

    def _they(self) -> Club | None:
        """Whom "they" are: the first club of the last sentence that names one."""
        if not self._clubs or self._clubs_at[-1] < self._floor:
            return None
        at = self._at
        while at > 0 and self._sentences[at].start > self._clubs_at[-1]:
            at -= 1
        return self._clubs[bisect_left(self._clubs_at, self._sentences[at].start)]

    def _which(self, what: Description) -> Club | None:
        """The club that a description means: the last one named that comes from the country or place said."""
        known = self._cast.lookup.get(what.club_form) if what.club_form else None
        country = known.also if known and known.kind == "league" else ""
        near = self._near(what.club_form, known) if what.club_form else None
        for back in range(1, min(len(self._clubs), _CLUBS_BACK) + 1):
            if self._clubs_at[-back] < self._floor:
                return None
            club = self._clubs[-back]
            fits = (not what.nation or what.nation == club.country) and (not country or country == club.country)
            if fits and (not near or club.id in near):
                return club
        return None

    def _near(self, form: str, known: Known | None) -> frozenset[str] | None:
        """The ids of the clubs that can be called by a place ("north London", "Anfield"); none where it is no place."""
        near = self._cast.near
        if known and known.kind == "club" and known.form in _OUTRIGHT:
            return frozenset(club.id for club in known.clubs)
        return near.get(form) or near.get(form.partition(" ")[2])


def _leaning(person: Person) -> float:
    """How well a person suits a pronoun."""
    if person.why == "weak":
        return 0.05
    return _MOST_LEANING if person.role == "player" else 0.0


def _fits(what: Description, person: Person) -> float:
    """How well a description fits a person; below nought where it can't."""
    if person.role in ("journalist", "agent", "other") or (what.staff and person.role not in STAFF):
        return _NEVER
    score = (0.5 if person.why != "weak" else 0.1) if person.role == "player" else -0.2
    if what.age is not None and person.age is not None:
        if what.age != person.age:
            return _NEVER
        score += 3.0
    if what.position and person.positions:
        if what.position not in person.positions:
            return _NEVER
        score += 0.5
    if what.nation and person.nations:
        if what.nation not in person.nations:
            return _NEVER
        score += 2.0
    return score if person.role == "player" or score > 0 or what.nation or what.staff else _NEVER
