"""The words between: from a phrase to somebody beside it, and from a person to a club, as signs.

Where little stands between, its words are a sign as they are. In any case its bones are: the small words and marks that
tell how the parts of a sentence hang together, with "w" for whatever else stands between them. What is long tells by
both of its ends. (The words between two names are an old sign of what joins them: Zhou and others, "Exploring various
knowledge in relation extraction", 2005.)
"""

from __future__ import annotations

import re
from functools import lru_cache

from mooted.claims.weighing import Features

_BONES = frozenset(
    "who whom whose which that what and but or nor to for with from by of at in on over about into after before as "
    "than if while when where because is are was were be been being has have had having will would could should may "
    "might must can do does did not n't 's s' , ; : ( ) \" ' - his her their its he she they it him them "
    "only both either".split()
)
_UNTOLD = frozenset(("the", "a", "an", "also", "still", "now", "already"))  # words that change nothing
_TOKEN = re.compile(r"n't\b|'s\b|[\w£€$][\w.£€$-]*|[^\s\w]")
_WHO = re.compile(r"(?:'s)?,? ?(?:\(?(?:aged )?\d\d\)?,? ?)?(?:who|whose|whom)\b")
_FEW_SPACES, _FEW_BONES = 5, 6
_LONG = 60  # characters; of what is longer only the ends are looked at
_HEAD, _TAIL = 24, 32
_MOST_COMMAS = 2


@lru_cache(maxsize=20_000)
def path(sort: str, side: str, gap: str) -> Features:
    """The signs of what stands between a phrase and somebody on one ``side`` of it ("L" or "R"); the ``sort`` tells
    whether he is a person or a club."""
    head = f"{sort}:{side}"
    signs = [f"{head}~{bones}" for bones in _skeleton(gap)]
    if len(gap) <= _LONG and gap.count(" ") <= _FEW_SPACES:
        signs.append(f"{head}={gap.strip()}")
    if side == "L" and "who" in gap:
        signs += _relative(head, gap)
    return tuple(signs)


@lru_cache(maxsize=20_000)
def path_between(order: str, gap: str) -> Features:
    """The signs of what stands between a person and a club; ``order`` tells where the phrase stands to both."""
    return tuple(f"o:{order}~{bones}" for bones in _skeleton(gap))


def _relative(head: str, gap: str) -> Features:
    """Does the phrase stand in a clause that tells of him ("Dvorsky, who is in talks"), or of another after him?"""
    own = _WHO.match(gap)
    if own:
        return (f"{head}who{min(gap.count(',', own.end()), _MOST_COMMAS)}",)
    return (f"{head}who else",) if ", who" in gap else ()


def _skeleton(gap: str) -> Features:
    """The bones of a gap; where they are many, its first two and its last three."""
    if len(gap) <= _LONG:
        first = last = _bones(gap)
        if len(first) <= _FEW_BONES:
            return (" ".join(first),)
    else:
        first, last = _bones(gap[:_HEAD].rpartition(" ")[0]), _bones(gap[-_TAIL:].partition(" ")[2])
    return f"{' '.join(first[:2])} ..", f".. {' '.join(last[-3:])}"


def _bones(gap: str) -> list[str]:
    """The small words and marks of a gap in their order, with one "w" for other words between them."""
    bones: list[str] = []
    for word in _TOKEN.findall(gap):
        if word in _BONES:
            bones.append(word)
        elif word not in _UNTOLD and bones[-1:] != ["w"]:
            bones.append("w")
    return bones
