"""The headings of lists of deals: "IN", "Transfers out:", "Arsenal arrivals", "Released"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mooted.claims.deals.forms import CLUB
from mooted.claims.deals.vocabulary import capitalised, either, words
from mooted.model.listed import Place

Way = Literal["in", "out", "released", "offered", "renewed", "retained"]
"""What a heading says of those below it: who came, who went, whose contract ended, who was offered one, or took it."""

_WAYS: tuple[Way, ...] = ("in", "out", "released", "offered", "renewed", "retained")
_FORMS = {way: words("headings", way) for way in _WAYS}
_KINDS = either((*words("headings", "kinds"), *capitalised(words("headings", "kinds"))))
_LEAD = r"[\s*#_>|=•·▪►▶➡️⬅✅❌🔴🟢+-]*"
_REST = (
    rf"(?:(?:{_KINDS}) )?(?i:(?P<way>{either(form for forms in _FORMS.values() for form in forms)}))(?!\w)"
    r"(?i: \(?(?:on )?loans?\)?)?(?: \([^()\n]{1,30}\)| 20\d\d(?:[-/]\d\d)?)?"
    r"(?P<end>[ *_#|=]*(?::[ *_]*|$| - (?=[A-Z])))"
)
_WAY_OF: dict[str, Way] = {form: way for way, forms in _FORMS.items() for form in forms}
_PLAIN = re.compile(_LEAD + _REST)
_OF_CLUB = re.compile(rf"{_LEAD}(?P<club>{CLUB.pattern}?)(?:'s?)?(?P<mark> ?[:|] ?| - | ){_REST}")
_VERBS = frozenset(words("headings", "verbs"))
_IS_NONE = re.compile(r"none|no|nobody|players?|deals?", re.IGNORECASE)
_LOANED = re.compile(r"\bloan", re.IGNORECASE)
_SECONDS = ("in", "out", "ins", "outs", "arrivals", "departures", "released", "loaned out", "signings")
_SECOND = re.compile(rf" (?=(?:{either(capitalised(_SECONDS))})(?: ?: | - [A-Z]))")
_ENDS_ONE = frozenset(".;,)]|")
_NONE = re.compile(
    r"[\s*•·-]*(?:none|n/?a|nobody|no one|no (?:signings|arrivals|departures|deals|transfers)|nil|tbc|-)[\s.]*",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(form.rpartition(" ")[2].strip("()") for forms in _FORMS.values() for form in forms) | {
    "loan", "loans", "season",
}  # fmt: skip
_WITH_TIME = re.compile(
    r"\b(?:ins?|outs?|arrivals|departures|signings|transfers|players|released|retained|list|loans?) "
    r"\(?[^()\n]{0,24}\d$",
    re.IGNORECASE,
)
PROSE_ENDS = frozenset(".!?'\"’”")
_HEADED_ALONE = 60  # characters of a line that is no more than a heading
_HEADED = 90  # characters in which a heading ends


class Heading(NamedTuple):
    """A heading at ``[start, stop)``: what it says of those below it, and the club, where it has one."""

    start: int
    stop: int
    way: Way
    loan: bool
    club: Place | None


def read_heading(folded: str, start: int, stop: int) -> Heading | None:
    """The heading that a line is or begins with; null where it has none."""
    high = min(stop, start + _HEADED)
    plain = _PLAIN.match(folded, start, high)
    match = plain or _OF_CLUB.match(folded, start, high)
    if not match or (match["end"] == "" and match.end() < stop):
        return None
    form = match["way"].lower()
    way = _WAY_OF[form]
    loan = _LOANED.search(match[0]) is not None
    if plain:
        return Heading(start, match.end(), way, loan, None)
    if _IS_NONE.fullmatch(match["club"]) or (match["mark"] == " " and form in _VERBS and not match["way"].isupper()):
        return None  # "None signed", "Arsenal left"
    low, stop = match.span("club")
    return Heading(start, match.end(), way, loan, (low, stop - 2 if match["club"].endswith("'s") else stop))


def may_head(line: str) -> bool:
    """Could a line head a list? Asked of each line of each document, so that it is to cost little."""
    if len(line) > _HEADED_ALONE:
        mark = line.find(":", 0, _HEADED_ALONE)
        if mark < 0 and (mark := line.find(" - ", 0, _HEADED_ALONE)) < 0:
            return False
        line = line[:mark]
    elif line[-1:] in PROSE_ENDS:
        return False
    else:
        line = line.partition(":")[0]
    bare = line.rstrip(" *_#|=)")
    last = bare[bare.rfind(" ") + 1 :].lstrip("*_#|=(").lower()
    return last in _LAST_WORDS or (last[-1:].isdigit() and _WITH_TIME.search(bare) is not None)


def says_nobody(folded: str, start: int, stop: int) -> bool:
    """Does a line below a heading say that there is nobody ("NONE")?"""
    return _NONE.fullmatch(folded, start, stop) is not None


def parts(folded: str, start: int, stop: int) -> Iterator[Place]:
    """A line cut where a second heading begins in it ("In: ... Out: ...")."""
    for cut in _SECOND.finditer(folded, start, stop) if folded.find(":", start, stop) >= 0 else ():
        if folded[cut.start() - 1] in _ENDS_ONE or folded[max(start, cut.start() - 4) : cut.start()].lower() == "none":
            yield start, cut.start()
            start = cut.end()
    yield start, stop
