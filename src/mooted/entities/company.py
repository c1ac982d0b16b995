"""The company of a name tells who its bearer is: "Watford and England midfielder X", "X, 24, of Chelsea"."""

from __future__ import annotations

import re
from functools import lru_cache

from mooted.entities.part import Named, Part
from mooted.entities.people import Draft, vote
from mooted.entities.roles import read_role
from mooted.model.mention import Mention

_MEN = (
    "star|ace|man|captain|skipper|youngster|starlet|outcast|flop|misfit|favourite|hero|talisman|teenager|teen|veteran|"
    "loanee|player|prospect|wonderkid|sensation|talent|playmaker|gem|stalwart|regular|linchpin|marksman|dynamo|maestro|"
    "schemer|livewire|enforcer|academy product|academy graduate"
)
_GLUE_WORDS = (
    f"{_MEN}|and|stars|international|internationals|teenage|young|on-loan|academy|youth|players|duo|pair|trio|"
    "first-choice|number one|in-demand|in-form|out-of-favour|wantaway|versatile|"
    "experienced|talented|promising|attacking|left-footed|record signing|summer signing|out of favour|"
    "unsettled|midfield|attack|defensive|central|forward|and former|second-choice|"
    "England|winger|forgotten man|duo of|star man|senior|new|back-up|reserve|highly-rated|highly rated|injured|"
    "powerhouse|uncapped|ex|former|current|unwanted|influential|fellow|utility|home-grown|homegrown|club captain|"
    "goal machine|No 1|Test"
)
_GLUE = re.compile(
    rf"(?:[ ,/&\"()-]|'s?(?![a-z])|"
    rf"(?:{_GLUE_WORDS}|[£€]?\d[\d.]*+m?(?:-rated|-year-old)?|U\d\d|Under-\d\d)s?(?![a-zA-Z]))*"
)
_WHOSE = re.compile(rf"'s? (?:(?!(?:for|of|to|in|with|from|on|at|over)\b)[\w'-]+ ){{1,3}}(?:{_MEN}) ")
_ROLE_GAP = re.compile(
    r"[\s']*(?:s )?(?:[a-z-]+ ){0,3}?(?:manager|boss|head coach|coach|sporting director|director|chairman|president|"
    r"owner|chief|chief executive|gaffer|scout|CEO)[a-z ]{0,22}$"
    r"|,? who (?:have |had |has )?(?:recently |just |also )?"
    r"(?:sacked|dismissed|fired|axed|parted (?:company|ways) with|hired|appointed) $"
)
_OF_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? of (?:the )?")
_WHICH_SIDE = re.compile(
    r",? (?:[a-z-]+ )?(?:side|club|outfit|giants|champions|leaders|strugglers|rivals|team|newcomers|minnows) "
)
_FROM_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? (?:away )?from (?:(?!\w+ing )[a-z]+ ){0,2}")
_AT_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? (?:at|from|to stay at|leaving) ")
_LEFT_SO = re.compile(r" (?:out of|behind|without|short|needing|looking|in (?:pole|the))\b")  # "leaving Roma out of"
_HIS_BEFORE = (" from ", " at ")
_REUNITED = re.compile(
    r"\b(?:reunion|reunit\w+|(?:link|team|join)(?:s|ed|ing)? up|alongside|partner\w*)(?: with)? (?:[\w-]+ ){0,3}$"
)
_HAD = ("had ", "managed ", "coached ", "worked with ", "knew ", "knows ")  # a coach him, at another club
_SIGNED = re.compile(r"\b(?:signed|bought|recruited|captured|poached|landed|sold) (?:[\w-]+ ){0,3}$")
_SOUGHT = re.compile(  # by the club that "from" leads to
    r"\b(?i:bids?|offers?|interest|approach(?:es)?|[ei]nquir(?:y|ies)|proposals?|advances|attention)\b[^.;:\n]{0,20}?"
    r" (?:for|in|over|about) (?!sign|buy|bring|land|tak|recruit)(?:[\w-]+ ){0,4}$"
)
_STAYS = re.compile(
    r"(?:'s)?(?: [a-z]+){0,5} (?:leave|leaving|left|quit|stay at|stay with|staying at|remain at|remain with|"
    r"(?:contract|deal|future|career|time|stay) (?:at|with)|(?:exit|departure) from) (?:the )?"
)
_HIS_CLUB = re.compile(r"'s? ")
_OF_HIS = re.compile(r"(?:'s?)? (?:contract|future|career|deal|exit|departure|stay|team-mates?|teammates?)\b")
_JOINED = re.compile(r",?(?: who)?(?: has| had| only)? (?:joined|signed for|moved to|arrived at) (?:the )?")
_LONG_AGO = re.compile(
    r"[^.\n]{0,60}?\b(?:(?:in|since)(?: [A-Z][a-z]+)? (?:19|20)\d\d|ago|last (?:summer|season|year))\b"
)
_NOW_OF = re.compile(  # between a name and the club where he is now, whatever stands before his name
    r"(?:, (?:who is |and |but )?| who is )(?:now|currently|presently) "
    r"(?:of|at|with|(?:playing|plying \w+ trade) (?:for|at|in|with)) (?:the )?"
)
_APPOSED = re.compile(r",? (?:who is |now )?(?:the|an?) (?:[a-z\d-]+ ){0,3}")
_BRACKET_CLOSED = re.compile(r"[^()]{0,30}\)(?:,? and|,? or|,| &) ")  # "X (Genk), Y": his who stands before it
_BETWEEN = re.compile(r",? (?:and )?|,? \d\d,? (?:and )?")
_SEVERAL = re.compile(
    r"(?:pair|duo|trio|players|stars|defenders|midfielders|strikers|forwards|wingers|backs|internationals) "
    r"(?:[A-Z][\w'-]++(?:, | and | )?){0,6}$"
)
_SUIT = re.compile(r" (?:deal|move|bid|swoop|pursuit|chase|hunt|raid|offer|approach|signing)s?\b")
_LISTED = frozenset((", ", " and ", ", and ", " & ", " or "))  # between a club and another story's man
_PAST = ("former ", "Former ", "ex-", "Ex-", "retired ", "ex ")
_SURELY = 4  # votes
_BACK, _AHEAD, _ACROSS, _LIST = 48, 40, 12, 90  # characters


def learn(part: Part, people: list[Draft]) -> None:
    """What the words around each name tell of the person: role, age, club, position, nation."""
    around, at, size = part.around, 0, len(part.around)
    before: Named | None = None
    for named in part.named:
        draft = people[named.person]
        read_role(draft, part.folded, named.start, named.stop)
        while at < size and around[at].start < named.start:
            at += 1
        _look_back(part, named, draft, at - 1)
        after = at
        while after < size and around[after].start < named.stop:
            after += 1
        if after < size and around[after].start - named.stop <= _AHEAD:
            _look_after(part, named, draft, after)
        if before and named.start - before.stop <= _ACROSS and not draft.holders:
            _share_group(part.folded, before, named, people)
        before = named


def _look_back(part: Part, named: Named, draft: Draft, at: int) -> None:
    """Read the noun group that ends in the name, from its end ("Watford and England midfielder X")."""
    edge, clubs = named.start, 0
    while at >= 0 and edge - part.around[at].stop < _BACK:
        mention = part.around[at]
        gap = part.folded[mention.stop : edge]
        if mention.kind == "club" and _BRACKET_CLOSED.fullmatch(gap):
            return
        if not _glues(gap):
            if mention.club and _tells_role(gap):
                vote(draft.staff_of, mention.club)
            return
        if mention.kind == "club" and mention.club:
            if gap in _LISTED and (edge == named.start or _is_anothers(part, at)):
                return
            clubs += 1
            if clubs == 1 and not mention.former and "former" not in gap and not _seeks(part.folded, gap, named):
                _hold(part, at, named, draft)
            if clubs > 1 or "," in gap:
                return
        elif not _describes(mention, draft):
            return
        draft.past = draft.past or part.folded.endswith(_PAST, 0, mention.start) or mention.former
        draft.strong = True
        edge = mention.start
        at -= 1


def _seeks(folded: str, gap: str, named: Named) -> bool:
    """Is it a club's suit that is named after him ("Spurs' Varga deal", "the Genk Varga bid")?"""
    return gap in (" ", "' ", "'s ") and _SUIT.match(folded, named.stop) is not None


def _is_anothers(part: Part, at: int) -> bool:
    """Does a club before "and" end what is told of somebody else ("X, 26, from Celta and right-back Y")?"""
    return part.around[at + 1].kind == "position" or part.folded.endswith(_HIS_BEFORE, 0, part.around[at].start)


def _describes(mention: Mention, draft: Draft) -> bool:
    """Take a position or nation of a noun group; false for what cannot be in one."""
    if mention.kind == "position":
        vote(draft.positions, mention.text)
    elif mention.kind == "nation":
        vote(draft.nations, mention.text)
    return mention.kind in ("position", "nation", "league")


def _hold(part: Part, at: int, named: Named, draft: Draft) -> None:
    """The club at a place of ``around`` holds the person, and belongs to his noun group if to none yet."""
    club = part.around[at].club
    if club:
        vote(draft.holders, club, 3)
        part.owners.setdefault(at, named.person)


def _look_after(part: Part, named: Named, draft: Draft, at: int) -> None:
    """ "X of Chelsea", "X, 24, from Genoa", "X could leave Ajax", "X joined Spurs in 2019", "X, the Dane"."""
    gap = part.folded[named.stop : part.around[at].start]
    at = _of_which(part, at, gap)
    mention = part.around[at]
    if mention.club and _NOW_OF.fullmatch(gap):
        vote(draft.holders, mention.club, _SURELY)
    elif mention.club and (_OF_CLUB.fullmatch(gap) or _is_bracketed(part.folded, gap, mention.stop)):
        _hold(part, at, named, draft)
    elif mention.club and (sureness := _ties(part.folded, named, gap, mention.stop)):
        vote(draft.holders, mention.club, sureness)
    elif not mention.club and _APPOSED.fullmatch(gap):
        _describes(mention, draft)


def _of_which(part: Part, at: int, gap: str) -> int:
    """The place of the club to which a league or country only leads ("X from Championship side Hull"), else ``at``."""
    if part.around[at].kind not in ("league", "nation") or not gap.endswith((" of ", " from ", " at ")):
        return at
    if at + 1 == len(part.around) or not part.around[at + 1].club:
        return at
    leads = _WHICH_SIDE.fullmatch(part.folded, part.around[at].stop, part.around[at + 1].start)
    return at + 1 if leads else at


def _is_bracketed(folded: str, gap: str, stop: int) -> bool:
    """Does a club stand alone in brackets behind a name ("X (Genk)"), or with terms ("X (Genk, £5m)")?"""
    return gap == " (" and folded.startswith((")", ","), stop)


def _ties(folded: str, named: Named, gap: str, stop: int) -> int:
    """How surely the words between a name and a club, and those after it, tell that he is that club's."""
    back = max(0, named.start - _BACK)
    if "from " in gap and _SOUGHT.search(folded, back, named.start):
        return 0
    if _FROM_CLUB.fullmatch(gap):
        return 1 if _SIGNED.search(folded, back, named.start) else 2
    if _AT_CLUB.fullmatch(gap):
        if folded.endswith(_HAD, back, named.start):
            return 0
        return 0 if _LEFT_SO.match(folded, stop) or _REUNITED.search(folded, back, named.start) else 1
    his = _HIS_CLUB.fullmatch(gap) and _OF_HIS.match(folded, stop)
    joined = _JOINED.fullmatch(gap) and _LONG_AGO.match(folded, stop)
    return 2 if his or joined or _STAYS.fullmatch(gap) else 0


def _share_group(folded: str, before: Named, named: Named, people: list[Draft]) -> None:
    """ "Chelsea pair X and Y": the second of two names shares the group of the first."""
    if not _BETWEEN.fullmatch(folded, before.stop, named.start):
        return
    if _SEVERAL.search(folded[max(0, named.start - _LIST) : named.start]):
        for club, votes in people[before.person].holders.items():
            vote(people[named.person].holders, club, votes)


@lru_cache(maxsize=10_000)
def _glues(gap: str) -> bool:
    """Can these words stand within a noun group? A dash between blanks begins something else."""
    return " - " not in gap and (_GLUE.fullmatch(gap) or _WHOSE.fullmatch(gap)) is not None


@lru_cache(maxsize=10_000)
def _tells_role(gap: str) -> bool:
    """Do these words, between a club and a name, give the person a job there?"""
    return _ROLE_GAP.fullmatch(gap) is not None
