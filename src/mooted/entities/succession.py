"""Who follows a manager in his post, or went before him, is one too: "X has left to succeed Y", "his successor, Z"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from mooted.entities.part import Part
from mooted.entities.people import Draft, vote
from mooted.language.gates import has_any
from mooted.model.entity import STAFF, Role

_FARTHEST, _FARTHEST_HIM = 90, 250  # characters between the two names; where one is "him" in the end
_COMES = (  # what may stand between a man and the word that he follows another
    r"(?:(?:who|he|she|was|were|is|are|has|have|had|been|will|would|could|be|set|to|due|tipped|hired|appointed|brought|"
    r"named|chosen|left|joined|recruited|arrived|came|promoted|poised|lined|up|in|on|only|just|then|and|when|among|"
    r"as|the|an?|early|leading|main|likely|possible|potential|immediate|interim|permanent|favourites?|contender|"
    r"candidates?|option|man|line|out|work|for|with|football|last|this|next|summer|month|week|year|season|ago|from|at|of|"
    r"since|[A-Z][\w'.-]*|\d+)[ ,]+){0,12}"
)
_FOLLOWS = re.compile(
    rf"(?:'s)?,? (?:\(?\d\d\)?,? )?{_COMES}"
    r"(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|t(?:ake|akes|ook|aking|aken) over from|"
    r"in (?:place of|succession to)|took (?:the|his) (?:job|role|post) from|successor to|replacement for) "
    r"(?:(?:the|his|their|ousted|sacked|outgoing|departed|dismissed|former|long-serving|fellow|coach|boss|manager|head"
    r"|[A-Z][\w'&.-]*) ){0,4}"
)
_GIVES_WAY = re.compile(
    rf"(?:'s)?,? (?:\(?\d\d\)?,? )?{_COMES}"
    r"(?:(?:replaced|succeeded|followed) (?:[a-z]+ )?by|makes? way for|made way for|gave way to|gives way to) "
    r"(?:(?:the|his|interim|caretaker|former|[A-Z][\w'&.-]*) ){0,3}"
)
_HIS_SUCCESSOR = re.compile(
    r"[^\n]{0,70}?(?:\b[Hh]is|\bwhose|'s) (?:eventual |immediate |likely )?(?:successors?|replacement|predecessor)"
    r"(?:,| is| was| will be| would be| could be| as [a-z ]{3,20},?)? "
    r"(?:(?:the|an?|interim|former|[A-Z][\w'&.-]*) ){0,2}"
)
_TO_REPLACE_HIM = re.compile(
    rf"(?:'s)?,? {_COMES}(?:(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|t(?:ake|akes|ook|aking) over from) (?:him|her)"
    r"|as (?:his|her) (?:(?:eventual|immediate|likely|long-term) )?(?:successor|replacement))\b"
)
_LONGEST = 4  # who followed whom who followed whom
_WITH = " with "
_SIGNS = ("replac", "succe", "take over from", "taking over from", "took over from", "takes over from", "in place of",
          "way for", "way to", "took the", "predecessor", "took his")  # fmt: skip
Turn = Literal["after", "before"]
_OTHERWISE: frozenset[Role] = frozenset(("player", "journalist", "agent", "other"))


def succeed(parts: Iterable[Part], drafts: list[Draft], roles: list[Role]) -> bool:
    """Count for each who follows or precedes one of the staff that he is of the staff; true where any was counted.

    ``roles`` are those that the words around each name have shown.
    """
    links = [link for part in parts if has_any(part.folded, _SIGNS) for link in _links(part)]
    staff = {person for person, role in enumerate(roles) if role in STAFF}
    begun = len(staff)
    for _ in range(_LONGEST):
        grown = {two for one, two in (*links, *(link[::-1] for link in links)) if one in staff and _may_be(drafts[two])}
        if grown <= staff:
            break
        for person in grown - staff:
            vote(drafts[person].roles, "manager")
        staff |= grown
    return len(staff) > begun


def turn_of(text: str, stop: int, start: int, end: int) -> Turn | None:
    """Whether one who is named up to ``stop`` follows the next who is named, at ``[start, end)``, or goes before him."""
    if start - stop <= _FARTHEST_HIM and _TO_REPLACE_HIM.match(text, end):
        return "before"
    gap = text[stop:start]
    if len(gap) > _FARTHEST or not has_any(gap, _SIGNS):
        return None
    if not text.startswith(_WITH, end) and _FOLLOWS.fullmatch(gap):  # not "is set to replace X with Y"
        return "after"
    return "before" if _GIVES_WAY.fullmatch(gap) or _HIS_SUCCESSOR.fullmatch(gap) else None


def _links(part: Part) -> Iterator[tuple[int, int]]:
    """Each two who hold the same post one after the other, if they hold one."""
    for one, two in pairwise(part.named):
        if one.person == two.person:
            continue
        if turn_of(part.folded, one.stop, two.start, two.stop):
            yield one.person, two.person


def _may_be(draft: Draft) -> bool:
    """Does nothing else say what a person is, nor where he plays?"""
    return _OTHERWISE.isdisjoint(draft.roles) and (not draft.positions or draft.past)
