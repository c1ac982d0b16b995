"""Lines of a profile that tell whose player somebody is: "Current club: Lens", below his name or above his story.

"Club: Lens" alone does not: it may be the one that he has just joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from mooted.entities.part import Named, Part
from mooted.entities.people import Draft, vote
from mooted.language.gates import has_any
from mooted.model.mention import Mention

_LABEL = re.compile(r"(?:^|\n)[ \t*-]*(?:current|present|parent) (?:club|team|side): ?$", re.IGNORECASE)
_SIGNS = ("lub: ", "eam: ", "ide: ", "LUB: ", "EAM: ", "IDE: ")
_LONGEST = 24  # characters of such a label
_ABOVE, _BELOW = 100, 300  # characters between it and the name
_NAMED = re.compile(r"(?:^|\n)[ \t*-]*(?:\d{1,3}[.)] ?)?(?:(?:name|player): ?)?$", re.IGNORECASE)  # before a name alone
_BESIDE = ("(", ",", "|", "-")  # how what stands beside it begins
_SURELY = 4  # votes


def read_profiles(part: Part, drafts: list[Draft]) -> None:
    """Count for each who has a profile that the club of its label holds him."""
    if not has_any(part.folded, _SIGNS):
        return
    for mention in part.around:
        if mention.club is not None and mention.kind == "club" and _is_labelled(part.folded, mention):
            person = _whose(part, mention.start, mention.stop)
            if person is not None:
                vote(drafts[person].holders, mention.club, _SURELY)


def _is_labelled(folded: str, club: Mention) -> bool:
    """Is a club all that stands behind a label on its line?"""
    if not _LABEL.search(folded, max(0, club.start - _LONGEST), club.start):
        return False
    return not _rest_of_line(folded, club.stop).strip(" .\t\r*")


def _whose(part: Part, start: int, stop: int) -> int | None:
    """The person whose name is the last heading before a place, if not far from it; else the one who is named next."""
    at = bisect_left(part.named, start, key=lambda named: named.start)
    if at and start - part.named[at - 1].stop <= _ABOVE and _is_heading(part.folded, part.named[at - 1]):
        return part.named[at - 1].person
    if at < len(part.named) and part.named[at].start - stop <= _BELOW:
        return part.named[at].person
    return None


def _is_heading(folded: str, named: Named) -> bool:
    """Does a name begin its line and end it, but for what stands beside it ("Karel Varga (Lens)")?"""
    line = folded.rfind("\n", 0, named.start) + 1
    if not _NAMED.fullmatch(folded, max(0, line - 1), named.start):
        return False
    beside = _rest_of_line(folded, named.stop).lstrip(" :*")
    return not beside or beside.startswith(_BESIDE)


def _rest_of_line(folded: str, start: int) -> str:
    end = folded.find("\n", start)
    return folded[start : end if end >= 0 else len(folded)]
