"""Who is who in one document: full names, surnames and given names brought together, with roles and clubs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from mooted.entities.book import Book
from mooted.entities.names import PERSON_KINDS, Name
from mooted.language.fold import fold, key
from mooted.model.entity import Club, Role

_STAFF_WORDS: dict[str, Role] = {
    "manager": "manager", "boss": "manager", "coach": "manager", "gaffer": "manager", "trainer": "manager",
    "assistant": "manager", "caretaker": "manager", "director": "director", "chairman": "director",
    "chairwoman": "director", "president": "director", "owner": "director", "co-owner": "director",
    "executive": "director", "ceo": "director", "chief": "director", "vice-president": "director",
    "vice-chairman": "director", "recruitment": "director", "scout": "director", "shareholder": "director",
    "secretary": "director", "supremo": "director", "agent": "agent", "representative": "agent",
    "adviser": "agent", "advisor": "agent", "intermediary": "agent", "lawyer": "agent", "broker": "agent",
    "journalist": "journalist", "reporter": "journalist", "correspondent": "journalist", "expert": "journalist",
    "insider": "journalist", "pundit": "pundit", "legend": "pundit", "great": "pundit", "columnist": "journalist",
    "wife": "other", "father": "other", "brother": "other", "dad": "other", "mother": "other", "girlfriend": "other",
    "son": "other", "minister": "other", "referee": "other", "analyst": "pundit", "physio": "other",
    "captain": "player", "skipper": "player", "star": "player", "ace": "player", "youngster": "player",
    "international": "player", "teenager": "player", "prospect": "player", "starlet": "player", "loanee": "player",
    "wonderkid": "player", "target": "player", "duo": "player", "trio": "player", "pair": "player", "signing": "player",
    "team-mate": "player", "teammate": "player", "compatriot": "player", "team-mates": "player", "stopper": "player",
}  # fmt: skip
_BEFORE = re.compile(r"([A-Za-z-]+),? $")
_AFTER = re.compile(
    r",? (?:\d\d, )?(?:\(|who (?:is|was) |now )?(?:the |his |their |its |a )?(?:(?!says |said |but |and |with |after |while |who |has |as |told |under )[A-Za-z'&-]+ ){0,4}?"
    r"(manager|boss|head coach|coach|sporting director|director|chairman|president|owner|chief executive|CEO|agent|"
    r"representative|journalist|reporter|pundit|chief|captain)\b"
)
_AS_STAFF = re.compile(
    r"(?:'s)?,? (?:\(?\d\d\)?,? )?(?:has been |was |is |will be |have been |had been |is set to be |to be |could be |who was )?"
    r"(?:(?:appointed|named|hired|unveiled|confirmed|announced|installed|back|on board|in|set|sacked|dismissed|fired|axed|removed|returns|returned|joins|joined|leaves|left|quit|resigned|steps? down|stepped down|stood down|tenure|reign|spell|future|stint|time|role|position|job|post) )?"
    r"(?:as|becomes?|became|from (?:his|her) (?:role|position|post|job) as|in charge|at the helm|to become) (?:the |their |its |his |her |a |an |club )?(?:[A-Za-z'&-]+ ){0,4}?"
    r"(manager|boss|head coach|coach|director|chairman|president|chief executive|CEO|head of recruitment|scout|successor|assistant)\b"
)
_SACKED = re.compile(r"(?:'s)? (?:was|were|has been|have been|had been|is|being|been|will be|could be|faces the) ?(?:finally |officially )?(?:sacked|the sack|dismissed|fired|relieved of his duties|sack)\b|'s (?:sacking|dismissal|appointment|successor|predecessor|coaching staff|backroom|assistants?|side|men|team|reign|tenure)\b")
_HIRED = re.compile(r"(?:appoint(?:ed|ing|s|ment of)?|sack(?:ed|ing|s|ing of)?|dismiss(?:ed|al of)?|fired?|sacking of|hir(?:e|ed|ing)|managed by|coached by|replac(?:e|ed|ing) (?:manager|coach|boss)|under|successor to (?:manager|coach|boss)) (?:[a-z-]+ ){0,2}$")
_AGE_AFTER = re.compile(r",? ?\(?(\d\d)(?=[,.);]| and | who | to | from |$)")
_AGE_BEFORE = re.compile(r"(\d\d)-year-old (?:[A-Za-z'-]+ ){0,5}$")


@dataclass(slots=True)
class Draft:
    """A person while a document is being read."""

    name: str
    full: bool
    known: str = ""
    count: int = 0
    strong: bool = False
    roles: Counter[Role] = field(default_factory=Counter)
    holders: Counter[Club] = field(default_factory=Counter)
    positions: Counter[str] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    ages: Counter[int] = field(default_factory=Counter)
    loans: Counter[Club] = field(default_factory=Counter)
    staff_of: Counter[Club] = field(default_factory=Counter)


class Registry:
    """The people of a document, found by any of their names."""

    def __init__(self, book: Book) -> None:
        self.people: list[Draft] = []
        self._book = book
        self._by_key: dict[str, int] = {}
        self._by_part: dict[str, list[int]] = {}

    def add_full(self, name: Name, words: str) -> int:
        """The person of a name of several words, met now or before."""
        plain = key(words)
        at = self._by_key.get(plain)
        if at is None:
            at = self._variant(plain)
        if at is None:
            at = self._new(Draft(words, True, name.known.kind if name.known else ""), plain)
        self._by_key[plain] = at
        return at

    def _new(self, draft: Draft, plain: str) -> int:
        self.people.append(draft)
        at = len(self.people) - 1
        parts = plain.split()
        for cut in range(1, len(parts)):
            self._by_part.setdefault(" ".join(parts[cut:]), []).append(at)
        self._by_part.setdefault(parts[0], []).append(at)
        if len(parts) > 2:
            self._by_part.setdefault(" ".join(parts[:2]), []).append(at)
            self._by_part.setdefault(parts[1], []).append(at)
        return at

    def _variant(self, plain: str) -> int | None:
        """Another spelling of somebody ("Josh King", "Joshua King")."""
        parts = plain.split()
        for at in self._by_part.get(parts[-1], ()):
            other = key(self.people[at].name).split()
            if len(other) > 1 and other[-1] == parts[-1] and (other[0][:3] == parts[0][:3]):
                return at
        return None

    def find(self, words: str, recent: list[int]) -> int | None:
        """The person whom a surname or given name means: of several the one named last."""
        plain = key(words)
        if plain in self._by_key:
            return self._by_key[plain]
        options = self._by_part.get(plain)
        if not options:
            return None
        for at in reversed(recent):
            if at in options:
                return at
        return options[0]

    def add_single(self, name: Name, words: str) -> int:
        """A person of whom only one name is known."""
        plain = key(words)
        at = self._by_key.get(plain)
        if at is None:
            self.people.append(Draft(words, False, name.known.kind if name.known else ""))
            at = self._by_key[plain] = len(self.people) - 1
        return at


def several_words(name: Name) -> bool:
    return " " in name.words or (name.known is not None and name.known.kind in PERSON_KINDS and " " in name.words)


def read_role(draft: Draft, folded: str, start: int, stop: int) -> None:
    """What the words around a name say of his role and age."""
    before = folded[max(0, start - 48) : start]
    after = folded[stop : stop + 60]
    word = _BEFORE.search(before)
    if word:
        low = word.group(1).lower()
        role = _STAFF_WORDS.get(low) or _STAFF_WORDS.get(low.rstrip("s"))
        if role:
            draft.roles[role] += 2
            draft.strong = True
    follows = _AFTER.match(after) if after[:1] in ", (" and (after[:2] in (", ", " (")) else None
    if follows:
        draft.roles[_STAFF_WORDS[follows.group(1).split()[-1].lower()]] += 2
        draft.strong = True
    as_staff = _AS_STAFF.match(after)
    if as_staff:
        draft.roles[_STAFF_WORDS.get(as_staff.group(1).split()[-1].lower(), "manager")] += 2
    if _SACKED.match(after):
        draft.roles["manager"] += 2 if "sack" in after[:30] or "dismiss" in after[:40] else 1
    if _HIRED.search(before):
        draft.roles["manager"] += 1
    age = _AGE_AFTER.match(after) or _AGE_BEFORE.search(before)
    if age and 14 < int(age.group(1)) < 46:
        draft.ages[int(age.group(1))] += 1
        draft.strong = True


def role_of(draft: Draft, book: Book, day: str) -> Role:
    """The role with most votes; the book breaks ties, and a name alone is taken for a player's."""
    votes = Counter(draft.roles)
    plain = fold(draft.name)
    if draft.name in book.journalists or draft.known == "journalist":
        votes["journalist"] += 3
    tenures = book.staff.get(plain, ())
    for tenure in tenures:
        if not day or not tenure.start or tenure.start[:4] <= day[:4]:
            votes[_STAFF_WORDS.get(tenure.role.split()[-1], "manager")] += 2 if tenure.role != "pundit" else 1
            break
    if plain in book.players or draft.positions:
        votes["player"] += 2 if draft.positions else 1
    return votes.most_common(1)[0][0] if votes else "player"


def club_of(draft: Draft, book: Book, day: str) -> Club | None:
    """The club at which the book has a manager or director on a day (ISO; empty for unknown)."""
    for tenure in reversed(book.staff.get(fold(draft.name), ())):
        begun = tenure.start and day and tenure.start <= day
        ended = tenure.end and day and tenure.end < day[: len(tenure.end)]
        if tenure.club and begun and not ended:
            return book.clubs.get(tenure.club)
    return None
