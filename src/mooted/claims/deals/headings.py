"""The headings of lists of deals: "IN", "Transfers out:", "Arsenal arrivals", "Released"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mooted.claims.deals.forms import CLUB
from mooted.model.listed import Place

Way = Literal["in", "out", "released", "offered", "renewed", "retained"]
"""What a heading says of those below it: who came, who went, whose contract ended, who was offered one, or took it."""

_WAYS: dict[Way, str] = {
    "in": (
        "in|ins|arrivals?|arrived|transfers? in|transferred in|transfers? \\(in\\)|players? in|signings?|signed|incomings?|"
        "incoming transfers?|additions|joined|bought|loans in|loaned in|loan in|in on loan|loan signings?|players? joined"
    ),
    "out": (
        "out|outs|departures?|departed|transfers? out|transferred out|transfers? \\(out\\)|players? out|outgoings?|"
        "outgoing transfers?|exits|left|sold|sales|loaned out|loaned|loans out|loan out|out on loan|players? left"
    ),
    "released": (
        "released|releases|players released|released players|released list|to be released|out of contract|"
        "end of contract|contracts? expir(?:ed|ing)|not retained|free transfers out"
    ),
    "offered": (
        "offered (?:a )?(?:new )?(?:contracts?|terms|deals?)|in (?:contract )?(?:talks|discussions)|contract offers?|"
        "in talks over new (?:contracts?|deals?)|offered new (?:contracts?|terms|deals?)"
    ),
    "renewed": (
        "(?:contract )?options? (?:exercised|taken up|triggered|activated)|new contracts?|contract extensions?|"
        "(?:contracts? )?(?:extended|renewed)|signed new (?:contracts?|deals?)"
    ),
    "retained": "retained|retained list|retained players|players retained|under contract|remaining under contract",
}
_SEASON = r"(?:(?:[Ss]ummer|SUMMER|[Ww]inter|[Jj]anuary|JANUARY|[Nn]ew|NEW|[Kk]ey|[Cc]onfirmed|[Ss]enior|[Mm]ain|[Mm]ajor|MAJOR|[Nn]otable|[Bb]iggest|BIGGEST|[Tt]op|[Aa]ll|ALL|[Pp]ermanent) )?"
_WORDS = "|".join(f"(?P<{way}>{words})" for way, words in _WAYS.items())
_LEAD = r"[\s*#_>|=•·▪►▶➡️⬅✅❌🔴🟢+-]*"
_HEADING = re.compile(
    rf"{_LEAD}(?:(?P<club>{CLUB.pattern}?)(?:'s?)?(?P<mark> ?[:|] ?| - | ))?"
    rf"(?P<season>{_SEASON})(?i:(?:{_WORDS}))\b(?P<loan>(?i: \(?(?:on )?loans?\)?))?(?P<when> \([^()\n]{{1,30}}\)| 20\d\d(?:[-/]\d\d)?)?"
    rf"(?P<end>[ *_#|=]*(?::[ *_]*|$| - (?=[A-Z])))"
)
_VERB = re.compile(r"signed|joined|bought|arrived|left|sold|departed|in|out", re.IGNORECASE)
_IS_NONE = re.compile(r"none|no|nobody|players?|deals?", re.IGNORECASE)
_LOANED = re.compile(r"\bloan", re.IGNORECASE)
_SECOND = re.compile(
    r" (?=(?:IN|OUT|Ins?|Outs?|INS|OUTS|Arrivals|ARRIVALS|Departures|DEPARTURES|Released|Loaned out|Signings)(?: ?: | - [A-Z]))"
)
_ENDS_ONE = frozenset(".;,)]|")
_NONE = re.compile(r"[\s*•·-]*(?:none|n/?a|nobody|no one|no (?:signings|arrivals|departures|deals|transfers)|nil|tbc|-)[\s.]*", re.IGNORECASE)
_ENDS_IN_NONE = re.compile(r"\bnone$", re.IGNORECASE)
_LAST_WORDS = frozenset(
    "in ins arrival arrivals arrived transfer transfers player players signing signings signed incoming incomings joined "
    "additions bought loan loans loaned loanee loanees out outs departure departures departed outgoing outgoings exits left sold sales released releases list contract "
    "contracts expired expiring retained offered terms deal deals talks discussions offers exercised up triggered activated "
    "extension extensions extended renewed season".split()
)
_WITH_TIME = re.compile(r"(?i:\b(?:ins?|outs?|arrivals|departures|signings|transfers|players|released|retained|list|loans?)) \(?[^()\n]{0,24}\d$")
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
    match = _HEADING.match(folded, start, min(stop, start + _HEADED))
    if not match or (match["end"] == "" and match.end() < stop):
        return None
    way = next(way for way in _WAYS if match[way])
    if match["club"] and (_IS_NONE.fullmatch(match["club"]) or (match["mark"] == " " and _VERB.fullmatch(match[way]))):
        return None  # "None signed", "Arsenal left"
    club = match.span("club") if match["club"] else None
    return Heading(start, match.end(), way, _LOANED.search(match[0]) is not None, club)


def may_head(line: str) -> bool:
    """Could a line head a list? Asked of each line of each document, so that it is to cost little."""
    mark = line.find(":", 0, _HEADED_ALONE)
    if mark < 0:
        mark = line.find(" - ", 0, _HEADED_ALONE) if len(line) > _HEADED_ALONE else len(line)
    words = line[: max(mark, 0)].rstrip(" *_#|=)")
    last = words[words.rfind(" ") + 1 :].lstrip("*_#|=(").lower()
    return last in _LAST_WORDS or (last[-1:].isdigit() and _WITH_TIME.search(words) is not None)


def says_nobody(folded: str, start: int, stop: int) -> bool:
    """Does a line below a heading say that there is nobody ("NONE")?"""
    return _NONE.fullmatch(folded, start, stop) is not None


def parts(folded: str, start: int, stop: int) -> Iterator[Place]:
    """A line cut where a second heading begins in it ("In: ... Out: ...")."""
    for cut in _SECOND.finditer(folded, start, stop) if folded.find(":", start, stop) >= 0 else ():
        if folded[cut.start() - 1] in _ENDS_ONE or _ENDS_IN_NONE.search(folded, start, cut.start()):
            yield start, cut.start()
            start = cut.end()
    yield start, stop
