"""Words that give a person a post in the dugout or the boardroom, though no title stands beside his name."""

from __future__ import annotations

import re

from mooted.model.entity import Role

_BEING = (
    r"(?:who |has |have |had |is |was |were |will |would |could |be |been |now |currently |back |previously |still |"
    r"remains? |put |placed |left |temporarily |again |himself |finally |once ){0,5}"
)
_TOGETHER = r"(?: \([^()\n]{2,30}\)| and [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})?"  # who shares what is said
_NOT_OF_A_TEAM = r"(?! of (?:the |those |all )?(?:talks|negotiations|deal|match|game|fixture|tie|final))"
_HOLDS_POST = re.compile(
    rf"{_TOGETHER}(?:'s)?,?(?: \(?\d\d\)?,?)? {_BEING}"
    rf"(?:in (?:sole |temporary |caretaker |interim |joint |permanent |overall )?charge\b{_NOT_OF_A_TEAM}"
    r"|(?:took|takes|take|taking|taken|assumed|to take) charge\b|at the helm\b"
    r"|in the (?:dug-?out|hot ?seat|technical area)\b"
    r"|(?:stepped|stood|stepping|standing) down\b|number two\b|on gardening leave\b)"
    r"|[^.;:!?\nA-Z]{0,45}\bresigned (?:in|from|as|after|on|last|yesterday|today|this|over|because|following)\b"
)
_IN_LINE = re.compile(
    rf"{_TOGETHER}(?:'s)?,?(?: \(?\d\d\)?,?)? [^.;:!?\nA-Z]{{0,40}}?\b"
    r"(?:favourites?|contenders?|candidates?|frontrunners?|front-runners?|agreed|set|due|ready|likely|expected|tipped|"
    r"lined up|in line|poised|asked|invited|appointed|named|hired|chosen|back) to take (?:over|charge)\b"
    r"(?! (?:the )?(?:captain|armband|number|no\b|ownership|club\b))"
)
_ON_THE_LIST = re.compile(
    rf"{_TOGETHER} (?:[^.;:!?\nA-Z]{{0,30}}? )?(?:(?:mentioned|named|made favourites?|rated) by (?:the )?"
    r"book(?:makers|ies)|favourites? with (?:the )?book(?:makers|ies)|"
    r"(?:head|heads|heading|lead|leads|top|tops) the (?:market|betting)"
    r"|(?:first|second|third|further|final) interviews?\b|(?:been |was )?interviewed (?:for|by|twice)\b)"
    r"|'s? (?:candidacy|managerial|coaching career|first job|interview (?:was|is|for|with the board)|backroom staff)\b"
    r"|,? out of work (?:since|for|after)\b|[^.;:!?\n]{0,45} (?:sacked|dismissed|fired|removed|axed) him\b"
    r"| [\"'\u201c\u2018](?:our|their|my) full (?:backing|support)\b"
)
_GIVEN = re.compile(
    r"\b(?:(?:gave|give|giving|given|handed|hand|offered|offer|take|took|taken) (?:him |them )?(?:the|his|a) "
    r"(?:vacant |same )?(?:job|reins|hot ?seat|managerial reins) (?:to|from)|(?:decided against|instead of) retaining|"
    r"(?:dismissals?|sacking|resignation) of(?: [A-Z][a-z]+)?|book(?:makers|ies) (?:make|have|rate)) $"
)
_TITLE = re.compile(
    r"(?:(?:'s|\bhis) number two|\b(?:right-hand man|man in charge(?: of [a-z ]{3,30})?|"
    r"(?:directors?|heads?|presidents?|vice-presidents?|chiefs?|managers?|coach|coaches) (?:of|for) "
    r"(?:[a-z-]+ ){0,3}?[a-z-]+|[a-z-]+ heads?|(?:opposite|opposing) number|predecessors?)),? $",
    re.IGNORECASE,
)
_HEADS_OF = ("scout", "recruit", "academy", "transfer", "football", "youth", "talent")


def post_of(before: str, after: str) -> tuple[Role, int] | None:
    """The post that the words around a name give its bearer, and how surely; null where they give none."""
    if _tells_post(after) and (_HOLDS_POST.match(after) or _IN_LINE.match(after)):
        return "manager", 2
    if _tells_title(before) and _TITLE.search(before):
        return ("director" if any(word in before for word in _HEADS_OF) else "manager"), 2
    if (_tells_choice(after) and _ON_THE_LIST.match(after)) or (_tells_job(before) and _GIVEN.search(before)):
        return "manager", 1
    return None


# Cheap tests for words without which the long patterns cannot match


def _tells_post(after: str) -> bool:
    return (
        "charge" in after or "take over" in after or "resigned" in after or "ing down" in after
        or "ed down" in after or "ood down" in after or "helm" in after or "dug" in after or "hot" in after
        or "number two" in after or "technical area" in after or "gardening" in after
    )  # fmt: skip


def _tells_title(before: str) -> bool:
    last = before[-14:]
    return (
        "two" in last or "man, " in last or "charge" in last or "head" in last
        or "number" in last or "predecessor" in last or " of " in before or " for " in before
    )  # fmt: skip


def _tells_choice(after: str) -> bool:
    return (
        "book" in after or "interview" in after or "candidacy" in after or "market" in after or "betting" in after
        or "out of work" in after or " him" in after or "full " in after or after.startswith("'")
    )  # fmt: skip


def _tells_job(before: str) -> bool:
    return (
        "job" in before or "reins" in before or "seat" in before or "retaining" in before or "dismiss" in before
        or "sacking" in before or "resignation" in before or "book" in before
    )  # fmt: skip
