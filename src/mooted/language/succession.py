"""Words that tell who follows whom in a post: "X has left to succeed Y", "X was replaced by Y", "his successor, Y"."""

from __future__ import annotations

import re
from typing import Literal

from mooted.language.gates import has_any

Turn = Literal["after", "before"]
_FARTHEST, _FARTHEST_HIM = 90, 250  # characters between the two names; where one is "him" in the end
_COMES = (  # what may stand between a man and the word that he follows another
    r"(?:(?:who|he|she|was|were|is|are|has|have|had|been|will|would|could|be|set|to|due|tipped|hired|appointed|brought|"
    r"named|chosen|left|joined|recruited|arrived|came|promoted|poised|lined|up|in|on|only|just|then|and|when|among|"
    r"as|the|an?|early|leading|main|likely|possible|potential|immediate|interim|permanent|favourites?|contender|"
    r"resigned|quit|retired|stepped|down|candidates?|option|man|line|out|work|for|with|football|last|this|next|summer|"
    r"month|week|year|season|ago|from|at|of|"
    r"since|[A-Z][\w'.-]*|\d+)[ ,]+){0,12}"
)
_POST = (  # what is told of a man before his name
    r"(?:the|his|their|a|ousted|sacked|outgoing|departed|dismissed|former|long-serving|fellow|interim|caretaker|coach|"
    r"boss|manager|head|assistant|director|sporting|technical|chief|executive|scout|recruitment|academy|football|"
    r"first-team|under-\d\ds|of|[A-Z][\w'&.-]*)"
)
_FOLLOWS = re.compile(
    rf"(?:'s)?,? (?:\(?\d\d\)?,? )?{_COMES}"
    r"(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|t(?:ake|akes|ook|aking|aken) over from|"
    r"in (?:place of|succession to)|took (?:the|his) (?:job|role|post) from|successor to|replacement for) "
    rf"(?:{_POST},? ){{0,8}}"
)
_GIVES_WAY = re.compile(
    rf"(?:'s)?,? (?:\(?\d\d\)?,? )?{_COMES}"
    r"(?:(?:replaced|succeeded|followed) (?:[a-z]+ )?by|makes? way for|made way for|gave way to|gives way to) "
    rf"(?:{_POST},? ){{0,8}}"
)
_HIS_SUCCESSOR = re.compile(
    r"[^\n]{0,70}?(?:\b[Hh]is|\bwhose|'s) (?:eventual |immediate |likely )?(?:successors?|replacement|predecessor)"
    r"(?:,| is| was| will be| would be| could be| as [a-z ]{3,20},?)? "
    r"(?:(?:the|an?|interim|former|[A-Z][\w'&.-]*) ){0,2}"
)
_TO_REPLACE_HIM = re.compile(
    rf"(?:'s)?,? {_COMES}"
    r"(?:(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|t(?:ake|akes|ook|aking) over from) (?:him|her)|"
    r"as (?:his|her) (?:(?:eventual|immediate|likely|long-term) )?(?:successor|replacement))\b"
)
_WITH = " with "
SIGNS = (  # one of which stands in whatever tells it
    "replac", "succe", "take over from", "taking over from", "took over from", "takes over from", "in place of",
    "way for", "way to", "took the", "predecessor", "took his",
)  # fmt: skip


def turn_of(text: str, stop: int, start: int, end: int) -> Turn | None:
    """Does one who is named up to ``stop`` follow the next who is named, at ``[start, end)``, or go before him?"""
    if start - stop <= _FARTHEST_HIM and _TO_REPLACE_HIM.match(text, end):
        return "before"
    gap = text[stop:start]
    if len(gap) > _FARTHEST or not has_any(gap, SIGNS):
        return None
    if not text.startswith(_WITH, end) and _FOLLOWS.fullmatch(gap):  # not "is set to replace X with Y"
        return "after"
    if _GIVES_WAY.fullmatch(gap) or _HIS_SUCCESSOR.fullmatch(gap):
        return "after" if "predecessor" in gap else "before"
    return None
