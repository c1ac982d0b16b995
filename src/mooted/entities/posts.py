"""Words that give a person a post in the dugout or the boardroom, though no title stands beside his name."""

from __future__ import annotations

import re

from mooted.language.gates import has_any
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
    r"|(?:took|takes|take|taking|taken|handed|given) (?:over )?the (?:reins|job)\b(?! (?:of|in|up|from)\b)"
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
_JOB = re.compile(
    rf"{_TOGETHER}(?:'s)?,?(?: \(?\d\d\)?,?)? [^.;:!?\nA-Z]{{0,45}}?\b(?:the (?:vacant |top )?(?:[A-Z][\w'-]+ ){{1,3}}"
    r"(?:job|vacancy|hot ?seat)\b|(?:the )?vacant (?:[A-Z][\w'-]+ ){0,3}(?:job|post|role)\b"
    r"|to become (?:the |their )?(?:new |next )?(?:[A-Z][\w'-]+ ){0,3}(?:new |next |club's )?"
    r"(?:manager|boss|(?:head )?coach|(?:sporting|technical) director|director of football)\b)"
)
_GIVEN = re.compile(
    r"\b(?:(?:gave|give|giving|given|handed|hand|offered|offer|take|took|taken) (?:him |them )?(?:the|his|a) "
    r"(?:vacant |same )?(?:job|reins|hot ?seat|managerial reins) (?:to|from)|(?:decided against|instead of) retaining|"
    r"(?:dismissals?|sacking|resignation) of(?: [A-Z][a-z]+)?|book(?:makers|ies) (?:make|have|rate)) $"
)
_PLANS = re.compile(r"(?:'s|') (?:[a-z-]+ ){0,2}(?:plans|thinking|squad)\b")
_IN_PLANS = re.compile(r"\b(?:in|into|of|from) $")
_TITLE = re.compile(
    r"(?:(?:'s|\bhis) number two|\b(?:right-hand man|man in charge(?: of [a-z ]{3,30})?|"
    r"(?:directors?|heads?|presidents?|vice-presidents?|chiefs?|managers?|coach|coaches) (?:of|for) "
    r"(?:[a-z-]+ ){0,3}?[a-z-]+|[a-z-]+ heads?|(?:opposite|opposing) number|predecessors?)),? $",
    re.IGNORECASE,
)
_OF_POSTS = ("charge", "reins", "the job", "take over", "resigned", "ing down", "ed down", "ood down", "helm",
             "dug", "hot", "number two", "technical area", "gardening")  # fmt: skip
_TITLE_ENDS, _OF_TITLES = ("two", "man, ", "charge", "head", "number", "predecessor"), (" of ", " for ")
_OF_CHOICES = ("book", "interview", "candidacy", "market", "betting", "out of work", " him", "full ")
_OF_A_JOB = (" job", " vacan", " seat", "hotseat", " become ")
_OF_JOBS = ("job", "reins", "seat", "retaining", "dismiss", "sacking", "resignation", "book")
_HEADS_OF = ("scout", "recruit", "academy", "transfer", "football", "youth", "talent")


_BUYS = re.compile(
    r"\b(?:[Cc]onsorti(?:um|a)|(?:[Ii]nvestment|[Oo]wnership|[Tt]akeover) (?:group|vehicle|firm|bid)|[Ii]nvestors|"
    r"[Tt]akeover(?: bid| offer| approach| attempt)?) (?:[a-z]+ ){0,3}?(?:led|headed|fronted|backed|run|by|from) "
    r"(?:by )?(?:the |[A-Z][a-z]+ )?(?:[a-z-]+ ){0,2}$"
)
_OF_BUYERS = ("onsorti", "nvest", "wnership", "akeover")


def post_of(before: str, after: str) -> tuple[Role, int] | None:
    """The post that the words around a name give its bearer, and how surely; null where they give none."""
    if has_any(after, _OF_POSTS) and (_HOLDS_POST.match(after) or _IN_LINE.match(after)):
        return "manager", 2
    if (has_any(before[-14:], _TITLE_ENDS) or has_any(before, _OF_TITLES)) and _TITLE.search(before):
        return ("director" if any(word in before for word in _HEADS_OF) else "manager"), 2
    if has_any(before, _OF_BUYERS) and _BUYS.search(before):
        return "director", 2
    if after.startswith("'") and _PLANS.match(after) and _IN_PLANS.search(before):
        return "manager", 2
    if has_any(after, _OF_A_JOB) and _JOB.match(after):
        return "manager", 2
    chosen = (has_any(after, _OF_CHOICES) or after.startswith("'")) and _ON_THE_LIST.match(after)
    return ("manager", 1) if chosen or (has_any(before, _OF_JOBS) and _GIVEN.search(before)) else None
