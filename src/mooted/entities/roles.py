"""What the words around a name say of a person's role and age, and what the book knows of it."""

from __future__ import annotations

import re
from functools import lru_cache

from mooted.entities.book import Book, Footballer, Tenure
from mooted.entities.people import Draft, most, vote
from mooted.entities.posts import post_of
from mooted.entities.press import ends_item, is_cited, is_half, of_the_press, reports
from mooted.entities.readers import is_reader
from mooted.language.fold import fold
from mooted.language.gates import has_any
from mooted.model.entity import Club, Role

_ROLES: dict[str, Role] = {
    "manager": "manager", "boss": "manager", "coach": "manager", "gaffer": "manager", "trainer": "manager",
    "assistant": "manager", "caretaker": "manager", "interim": "manager", "tactician": "manager",
    "director": "director", "chairman": "director",
    "chairwoman": "director", "president": "director", "owner": "director", "co-owner": "director",
    "executive": "director", "ceo": "director", "chief": "director", "vice-president": "director",
    "vice-chairman": "director", "recruitment": "director", "scout": "director", "shareholder": "director",
    "secretary": "director", "supremo": "director", "patron": "director", "tycoon": "director", "mogul": "director",
    "billionaire": "director", "businessman": "director", "businesswoman": "director", "financier": "director",
    "investor": "director", "magnate": "director", "entrepreneur": "director",
    "head-coach": "manager", "co-chairman": "director", "agent": "agent",
    "representative": "agent", "adviser": "agent", "advisor": "agent", "intermediary": "agent", "lawyer": "agent",
    "broker": "agent", "journalist": "journalist", "reporter": "journalist", "correspondent": "journalist",
    "expert": "journalist", "insider": "journalist", "pundit": "pundit", "legend": "pundit", "great": "pundit",
    "columnist": "journalist", "writer": "journalist", "specialist": "journalist",
    "wife": "other", "father": "other", "brother": "other", "dad": "other", "mother": "other", "girlfriend": "other",
    "son": "other", "minister": "other", "referee": "other", "analyst": "pundit", "physio": "other",
    "presenter": "journalist", "editor": "journalist", "commentator": "journalist", "host": "journalist",
    "captain": "player", "skipper": "player", "star": "player", "ace": "player", "youngster": "player",
    "international": "player", "teenager": "player", "prospect": "player", "starlet": "player", "loanee": "player",
    "wonderkid": "player", "target": "player", "duo": "player", "trio": "player", "pair": "player", "signing": "player",
    "team-mate": "player", "teammate": "player", "compatriot": "player", "team-mates": "player", "stopper": "player",
}  # fmt: skip
_OF_JOBS, _OF_ENDS = (" as ", " bec", " in charge ", " at the helm "), ("sack", "dismissed", "fired", "relie")
_OF_STAFFS = re.compile(r"\b(?:staff|assistants|coaches),? (?:including|among them|such as|namely) $")
_OF_CHANGES = ("under ", "ed by ", "replac", "appoint", "sack", "dismiss", "fire", "hir", "successor")
_LAST_WORD = re.compile(r"([A-Za-z-]+),?\Z")
_AFTER = re.compile(
    r",? (?:\d\d, )?(?:\(|who (?:is|was) |now )?(?:now )?(?:the |his |their |its |her |a )?"
    r"(?:(?:[A-Z][\w'&.-]*|former|current|new|ex|then|long-time|club|team|first-team|technical|sporting|football|"
    r"general|managing|chief|head|assistant|caretaker|interim|executive|vice|recruitment|player's|striker's|"
    r"midfielder's|defender's|winger's|goalkeeper's|forward's|club's|sports|transfer|of|and) ){0,5}?"
    r"(manager|boss|head coach|coach|sporting director|director|chairman|president|owner|chief executive|CEO|agent|"
    r"representative|journalist|pundit|chief(?! (?:football|sports?)\b)|captain|[Rr]eporter|[Cc]orrespondent|[Ww]riter|"
    r"[Cc]olumnist|[Ee]ditor)\b(?! [A-Z])"
)
_AS_STAFF = re.compile(
    r"(?:'s)?,? (?:\(?\d\d\)?,? )?"
    r"(?:has been |was |is |will be |have been |had been |is set to be |to be |could be |who was )?"
    r"(?P<verb>(?:appointed|named|hired|unveiled|confirmed|announced|installed|back|on board|in|set|sacked|dismissed|"
    r"fired|axed|removed|returns|returned|joins|joined|leaves|left|quit|resigned|steps? down|stepped down|stood down|"
    r"tenure|reign|spell|future|stint|time|role|position|job|post) )?"
    r"(?:as|becomes?|became|from (?:his|her) (?:role|position|post|job) as|in charge|at the helm|to become) "
    r"(?:the |their |its |his |her |a |an |club )?(?:[A-Za-z'&-]+ ){0,4}?"
    r"(?P<job>manager|boss|head coach|coach|director|chairman|president|chief executive|CEO|head of recruitment|scout|"
    r"assistant)\b"
)
_SACKED = re.compile(
    r"(?:'s)? (?:was|were|has been|have been|had been|is|being|been|will be|could be|faces the) ?"
    r"(?:finally |officially )?(?:sacked|the sack|dismissed|fired|relieved of his duties|sack)\b"
    r"|'s (?:sacking|dismissal|appointment|successor|predecessor|coaching staff|backroom|assistants?|side|men|team|"
    r"squad|reign|tenure)\b(?!-)"
)
_HIRED = re.compile(
    r"\b(?:(?:appoint(?:ed|ing|s|ment of)?|sack(?:ed|ing|s|ing of)?|dismiss(?:ed|al of)?|fired?|sacking of|"
    r"hir(?:e|ed|ing)|managed by|coached by|(?:replac(?:e|ed|ing)|successor to) (?:manager|coach|boss)) "
    r"(?:(?!(?:report|rumou?r|claim|suggest|speculat|talk|that\b))[a-z-]+ ){0,2}"  # "dismissed reports that Berg ..."
    r"|under (?:(?:former|new|then|current|ex|previous) )?)$"
)
_AGE_AFTER = re.compile(r",? ?\(?(\d\d)(?=[,.);]| and | who | to | from |$)")
_AGE_BEFORE = re.compile(
    r"(\d\d)-year-old (?:(?!(?:as|for|who|has|is|was|to|from|with|in|at|on|by|after|before|but|while|would|could|will|"
    r"says|said)\b)[A-Za-z'-]+ ){0,5}$"
)
_BY = ("By", "by", "BY")
_BYLINE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:[Ww]ritten|[Ww]ords|[Rr]eport(?:ing)?|[Pp]osted|[Pp]ublished|[Ss]tory|[Aa]nalysis) )?"
    r"(?:[Bb]y|BY):? (?:[A-Z][^.!?\n]{1,40}(?:,| and| &) )?$"
)
_LINE = 70  # characters that follow an author's name on his line at most
_FIRMS = (" agency", " Agency", " Sports Agency", " Management", " Foundation", " Stadium", " Arena", " Cup", " Trophy")
_CLUBLESS = ("free agent ", "Free agent ", "free-agent ", "Free Agent ")
_BEFORE, _BEHIND = 48, 60  # characters to either side of a name that tell of its bearer
_YOUNGEST, _OLDEST = 15, 45
_STILL_PLAYS = 37  # years
_TOO_YOUNG = 32  # to be a manager or director
_NOT_YET: frozenset[Role] = frozenset(("pundit", "journalist", "director", "agent"))  # while he plays
_BESIDE_HIM: frozenset[Role] = frozenset(("other", "player"))  # relatives and team-mates, of whom many play themselves


def read_role(draft: Draft, folded: str, start: int, stop: int) -> None:
    """What the words around a name say of his role and age."""
    before = folded[max(0, start - _BEFORE) : start]
    after = folded[stop : stop + _BEHIND]
    role = _role_before(before)
    if role:
        vote(draft.roles, role, 1 if role == "other" else 2)
        draft.strong = True
    if after[:2] in (", ", " (") and (follows := _AFTER.match(after)):
        vote(draft.roles, _ROLES[follows[1].split()[-1].lower()], 2)
        draft.strong = True
    if is_reader(before, after):
        vote(draft.roles, "other", 4)
    if after.startswith(_FIRMS):
        vote(draft.roles, "other", 3)
    if folded[start:stop].isupper() and _signs(folded, start, after):
        vote(draft.roles, "journalist", 3)
    if has_any(before, _BY) and _BYLINE.search(before) and _ends_line(folded, stop):
        vote(draft.roles, "journalist", 4)
    if _is_source(folded, start, stop, before, after):
        vote(draft.roles, "journalist", 1)
    _read_jobs(draft, before, after)
    _read_age(draft, before, after)


def _signs(folded: str, start: int, after: str) -> bool:
    """Is a name in capitals that of the author, who stands before what he writes ("ANNA BERG: United have")?"""
    heads = start == 0 or folded[start - 1] == "\n" or folded.endswith(("By ", "BY "), 0, start)
    story = after[:1] in (":", "\n") or (after[1:2].isupper() and after[2:3].islower())
    return heads and " " in folded[start : start + 30] and story


def _ends_line(folded: str, stop: int) -> bool:
    """Does the line end soon after a name, and is it no sentence?"""
    end = folded.find("\n", stop, stop + _LINE)
    return end >= 0 and folded[end - 1] not in ".!?:"


def _is_source(folded: str, start: int, stop: int, before: str, after: str) -> bool:
    """Is what is named here a source, or half of the name of one?"""
    name = folded[start:stop]
    return (
        is_cited(before, name) or reports(name, after) or is_half(before, name, after) or ends_item(folded, start, stop)
    )


def _role_before(before: str) -> Role | None:
    """The role that the word before a name tells ("boss Anna Berg"); a free agent has no clients."""
    line = before.removesuffix("\n")
    if line.endswith(_CLUBLESS):
        return "player"
    return _role_of_word(line[line.rfind(" ", 0, -1) + 1 : -1]) if line[-1:] == " " else None


@lru_cache(maxsize=10_000)
def _role_of_word(word: str) -> Role | None:
    last = _LAST_WORD.search(word)
    low = last[1].lower().removeprefix("ex-") if last else ""
    return _ROLES.get(low) or _ROLES.get(low.rstrip("s"))


def is_called(word: str) -> bool:
    """May anybody of some job be called so ("Skipper")?"""
    return _role_of_word(word) is not None


def _read_jobs(draft: Draft, before: str, after: str) -> None:
    """Who is appointed, sacked or served under is a manager, or what he is appointed as."""
    if has_any(after, _OF_JOBS) and (as_staff := _AS_STAFF.match(after)):
        job = _ROLES.get(as_staff["job"].split()[-1].lower(), "manager")
        vote(draft.roles, job, 2 if as_staff["verb"] else 1)  # "tried to sign X as Leeds boss" is about another
    if (has_any(after, _OF_ENDS) or after.startswith("'s ")) and _SACKED.match(after):
        vote(draft.roles, "manager", 2 if "sack" in after[:30] or "dismiss" in after[:40] else 1)
    if _OF_STAFFS.search(before):
        vote(draft.roles, "manager", 2)
    if has_any(before, _OF_CHANGES) and _HIRED.search(before):
        vote(draft.roles, "manager", 1)
    if post := post_of(before, after):
        vote(draft.roles, *post)


def _read_age(draft: Draft, before: str, after: str) -> None:
    age = _AGE_AFTER.match(after) if after.lstrip(", (")[:1].isdigit() else None
    if age is None and "-year-old" in before:
        age = _AGE_BEFORE.search(before)
    if age and _YOUNGEST <= int(age[1]) <= _OLDEST:
        vote(draft.ages, int(age[1]))
        draft.strong = True


def role_of(draft: Draft, book: Book, day: str) -> Role:
    """The role with most votes; the book breaks ties, and a name alone is taken for a player's."""
    votes = draft.roles.copy()
    plain = fold(draft.name)
    footballer = book.players.get(plain)
    if draft.name in book.journalists or draft.known == "journalist" or (not footballer and of_the_press(plain)):
        vote(votes, "journalist", 3)
    playing = footballer is not None and _plays(footballer, day)
    tenures = book.staff.get(plain, ())
    if playing and not tenures and draft.name not in book.journalists:
        votes = {role: count for role, count in votes.items() if role not in _NOT_YET}
    for tenure in tenures:
        if not day or not tenure.start or tenure.start[:4] <= day[:4]:
            if not (playing and not tenure.start):
                vote(votes, _ROLES.get(tenure.role.rpartition(" ")[2], "manager"), 2 if tenure.role != "pundit" else 1)
            break
    if (draft.positions and not draft.past) or (most(draft.ages) or _OLDEST) <= _TOO_YOUNG:
        vote(votes, "player", 3)
    elif draft.positions or footballer:
        vote(votes, "player", 2 if draft.positions or playing else 1)
    elif draft.ages and _BESIDE_HIM.issuperset(votes):
        vote(votes, "player", 2)
    return most(votes) or "player"


def _plays(footballer: Footballer, day: str) -> bool:
    """Was a player of the book, on a day, of an age at which most still play?"""
    return bool(day) and bool(footballer.born) and int(day[:4]) - footballer.born <= _STILL_PLAYS


def club_of(draft: Draft, book: Book, day: str) -> Club | None:
    """The club at which the book has a manager or director on a day (ISO; empty for unknown)."""
    for tenure in reversed(book.staff.get(fold(draft.name), ())):
        begun = tenure.start and day and tenure.start <= day
        if tenure.club and begun and not _ended(tenure, day):
            return book.clubs.get(tenure.club)
    return None


def left_by(draft: Draft, book: Book, day: str) -> Club | None:
    """The club that the book has a manager or director leave in the year of a day, or in the one before it."""
    for tenure in reversed(book.staff.get(fold(draft.name), ())):
        if tenure.club and _ended(tenure, day) and int(day[:4]) - int(tenure.end[:4]) <= 1:
            return book.clubs.get(tenure.club)
    return None


def _ended(tenure: Tenure, day: str) -> bool:
    return bool(tenure.end and day) and tenure.end < day[: len(tenure.end)]
