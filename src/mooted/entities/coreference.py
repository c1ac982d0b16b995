"""Whom descriptions and pronouns mean: the one named before whom they fit best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from mooted.entities.antecedents import OPENING, Antecedents
from mooted.entities.book import Book, Known
from mooted.entities.refer import Description, Reference
from mooted.language.fold import fold
from mooted.language.sentences import Sentence
from mooted.model.entity import STAFF, Club, Person
from mooted.model.mention import How, Mention

_NEARNESS = tuple(1.0 / back for back in range(1, 25))  # of the last people named, the last first
_CLUBS_BACK, _FARTHEST = 16, 60  # mentions
_SAME_SENTENCE, _FOCUS, _HIS_CLUB = 0.4, 0.35, 1.0
_NEVER = -1.0
_NO_PLAYER = 40  # years: who is as old is rather a coach
_AND, _SEVERAL = 5, 2  # characters of " and "; people whom "they" are
_NEAR_MEN = 150  # characters from the last of them to "they"
_MEN_DO = re.compile(
    r" and [A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}(?: \([^()]{1,30}\))? (?:(?:both|all|each|now|also) )?"
    r"(?:have|are|were|will|had|want|would|could|may|might|remain|feel|say|insist|admit)\b[^.;!?]*$"
)
_TOGETHER = 3  # sentences back to those who are meant together
_OFFICIAL = re.compile(
    r"(?: FC| AFC| CF| Football Club| Women| [Oo]fficial(?: [Ss]ite| [Ww]ebsite)?|\.com| \([^()]+\))+$"
)
_LEADS = ("from ", "at ", "by ", "former ")  # before a club that is told of by the way
_OUTRIGHT = ("name", "short", "stadium")


class Cast(NamedTuple):
    """What the whole document tells of whom it is about.

    ``focus`` is the person it is mostly about; nobody in a ``column``, where each paragraph is a story of its own.
    ``lookup`` is what the book knows under a form, ``near`` the ids of the clubs of a city or an area. ``own`` is the
    club that prints the document, where one does.
    """

    people: tuple[Person, ...]
    focus: int | None
    column: bool
    lookup: dict[str, Known]
    near: dict[str, frozenset[str]]
    own: Club | None


def cast(people: tuple[Person, ...], focus: int | None, column: bool, book: Book, outlet: str | None = None) -> Cast:
    """The people of a document, ready to be referred to."""
    return Cast(people, None if column else focus, column, book.lookup, book.near, _club_of(outlet, book))


def _club_of(outlet: str | None, book: Book) -> Club | None:
    """The club that an outlet is ("Lens FC", "Lens official site"); most are none."""
    if not outlet or outlet in book.outlets:
        return None
    plain = fold(outlet)
    for form in (plain, _OFFICIAL.sub("", plain)):
        known = book.lookup.get(form)
        if known and known.kind == "club" and known.form in ("name", "short"):
            return known.clubs[0] if len(known.clubs) == 1 else book.defaults.get(form)
    return None


def stories(sentences: Sequence[Sentence], references: Iterable[Reference], column: bool) -> list[int]:
    """Where the story begins in which each sentence stands: nowhere, but in a column with its paragraph; or with an
    earlier one, where its own opens with a reference ("The Serie A club may also ...")."""
    if not column:
        return [-1] * len(sentences)
    opening = {reference.start - back for reference in references for back in range(OPENING + 1)}
    floors: list[int] = []
    paragraph = -1
    for start, _, own in sentences:
        goes_on = floors and (own == paragraph or start in opening)
        floors.append(floors[-1] if goes_on else start)
        paragraph = own
    return floors


def resolve(
    references: list[Reference], folded: str, sentences: Sequence[Sentence], mentions: list[Mention], cast: Cast
) -> list[Mention]:
    """Descriptions and pronouns, each with the person or club that it means, where there is one.

    ``mentions`` are the names before them, in order.
    """
    found: list[Mention] = []
    past = _Past(cast, folded, sentences, stories(sentences, references, cast.column))
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
        "_antecedents",
        "_at",
        "_cast",
        "_clubs",
        "_clubs_at",
        "_floor",
        "_floors",
        "_folded",
        "_people",
        "_people_at",
        "_sentence",
        "_sentences",
    )

    def __init__(self, cast: Cast, folded: str, sentences: Sequence[Sentence], floors: Sequence[int]) -> None:
        self._cast, self._sentences, self._floors = cast, sentences, floors
        self._folded = folded
        self._antecedents = Antecedents(folded, sentences, floors, cast.people, cast.focus)
        self._ages: dict[int, int] = {}
        self._people: list[int] = []
        self._people_at: list[int] = []
        self._clubs: list[Club] = []
        self._clubs_at: list[int] = []
        self._at = 0
        self._sentence = sentences[0].start if sentences else 0
        self._floor = floors[0] if floors else -1

    def meet(self, mentions: Iterable[Mention]) -> None:
        """Take note of names, or of what a reference was found to mean."""
        for mention in mentions:
            start, _, _, how, person, club, _, _, of, _ = mention
            self._antecedents.meet(mention)
            if person is not None and how != "pronoun":
                self._people.append(person)
                self._people_at.append(start)
            elif club and of is None:
                self._clubs.append(club)
                self._clubs_at.append(start)

    def advance(self, start: int) -> None:
        """Go on to the sentence around ``start``, and with it to its story."""
        sentences, at = self._sentences, self._at
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
        if at != self._at:
            self._at, self._sentence, self._floor = at, sentences[at].start, self._floors[at]

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
            person = self._antecedents.meant(start, stop) if what.pronoun else self._whom(what)
            return None if person is None else Mention(start, stop, "person", how, person)
        if what.pronoun and self._are_people(start):
            return None
        club = self._ours(what) or (self._they() if what.pronoun else self._which(what, start))
        return Mention(start, stop, "club", how, None, club) if club else None

    def _whom(self, what: Description) -> int | None:
        """Whom a description means: of those named before whom it can fit, the last one whom it fits best."""
        people, focus, floor = self._cast.people, self._cast.focus, self._floor
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
        score = _fits(what, self._cast.people[person])
        known = self._cast.lookup.get(what.club_form) if what.club_form and holder else None
        if score < 0 or known is None or known.kind != "club":
            return score
        if holder in known.clubs:
            return score + _HIS_CLUB
        return _NEVER if what.staff else score - _HIS_CLUB

    def _ours(self, what: Description) -> Club | None:
        """The club that prints the document, where "we" or "the club" means it."""
        itself = not what.pronoun and not what.nation and not what.club_form
        return self._cast.own if what.ours or itself else None

    def _are_people(self, start: int) -> bool:
        """Are "they" the men of whom the sentence tells ("Berg and Dunn have said that they want to leave")?"""
        named = self._people_at
        if not self._folded.startswith("they ", start) or not named or start - named[-1] >= _NEAR_MEN:
            return False
        several = len(named) - bisect_left(named, self._sentence) >= _SEVERAL
        if not several or (self._clubs_at and self._clubs_at[-1] > named[-1]):
            return False
        return _MEN_DO.search(self._folded, named[-1] - _AND, start) is not None

    def _they(self) -> Club | None:
        """Whom "they" are: the first club of the last sentence that names one."""
        if not self._clubs or self._clubs_at[-1] < self._floor:
            return None
        at = self._at
        while at > 0 and self._sentences[at].start > self._clubs_at[-1]:
            at -= 1
        return self._clubs[bisect_left(self._clubs_at, self._sentences[at].start)]

    def _which(self, what: Description, start: int) -> Club | None:
        """The club that a description means: the last one named that comes from the country or place said."""
        known = self._cast.lookup.get(what.club_form) if what.club_form else None
        if not what.nation and not what.club_form and self._follows_led(start):
            return self._they()
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

    def _follows_led(self, start: int) -> bool:
        """Does a reference open a sentence after a club to which "from" or the like led, and which did nothing?"""
        opens = start - self._sentence <= OPENING and bool(self._clubs)
        return opens and self._folded.endswith(_LEADS, 0, self._clubs_at[-1])

    def _near(self, form: str, known: Known | None) -> frozenset[str] | None:
        """The ids of the clubs that can be called by a place ("north London", "Anfield"); none where it is no place."""
        near = self._cast.near
        if known and known.kind == "club" and known.form in _OUTRIGHT:
            return frozenset(club.id for club in known.clubs)
        return near.get(form) or near.get(form.partition(" ")[2])


def _fits(what: Description, person: Person) -> float:
    """How well a description fits a person; below nought where it can't."""
    if person.role in ("journalist", "agent", "other") or (what.staff and person.role not in STAFF):
        return _NEVER
    score = _likely(what, person)
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


def _likely(what: Description, person: Person) -> float:
    """How likely somebody is described at all: players are, and coaches where the age is that of none who plays."""
    if what.age is not None and what.age >= _NO_PLAYER:
        return 0.0 if person.role == "player" else 1.2
    if person.role != "player":
        return -0.2
    return 0.5 if person.why != "weak" else 0.1
