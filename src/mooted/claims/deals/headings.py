"""The headings of lists of deals: "IN", "Transfers out:", "Arsenal arrivals", "Released", "Linked with Arsenal:", and
sentences that stand for one ("The following players will leave:")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from mooted.claims.deals.forms import CLUB, PICTURE, trimmed
from mooted.claims.deals.vocabulary import capitalised, either, words
from mooted.language.later import Later
from mooted.model.listed import Place

Way = Literal["in", "out", "released", "offered", "renewed", "retained", "returned", "wanted", "listed"]
"""What a heading says of those below it: who came, who went, whose contract ended, who was offered one, or took it,
who stays, whose loan ended, whom the club would have, and whom it would sell."""

_WAYS: tuple[Way, ...] = get_args(Way)
NAMES_ONLY = frozenset(_WAYS[2:])  # whose entries may be bare names, since the heading says all
_FORMS = {way: words("headings", way) for way in _WAYS}
_KINDS = either((*words("headings", "kinds"), *capitalised(words("headings", "kinds"))))
_LEAD = rf"(?:[\s*#_>|=•·❌+-]|{PICTURE})*"
_TIMES = words("headings", "times")
_WAY = rf"(?:(?:{_KINDS}) )?(?i:(?P<way>{either(form for forms in _FORMS.values() for form in forms)}))(?!\w)"
_TIME = rf"(?: (?i:{either(_TIMES)}))?"
_END = r"(?P<end>[ *_#|=]*(?::[ *_]*|$| - (?=[A-Z]|no)))"
_REST = rf"{_WAY}(?i: \(?(?:on )?loans?\)?)?(?: \([^()\n]{{1,30}}\)| 20\d\d(?:[-/]\d\d)?)?{_TIME}{_END}"
_WAY_OF: dict[str, Way] = {form: way for way, forms in _FORMS.items() for form in forms}
_PLAIN = Later(_LEAD + _REST)
_OF_CLUB = Later(rf"{_LEAD}(?P<club>{CLUB.pattern}?)(?:'s?)?(?P<mark> ?[:|] ?| - | ){_REST}")
_BEFORE_CLUB = either(words("headings", "before_club"))
_CLOSE = Later(  # "In Ann Berg (Metz, £5m)"
    rf"{_LEAD}(?P<way>In|Out|IN|OUT)(?P<end> )(?=[A-Z][\w'-]+[^()\n]{{0,40}} \()"
)
_AT_CLUB = Later(
    rf"{_LEAD}(?:[Pp]layers )?{_WAY}{_TIME}(?: (?P<mark>{_BEFORE_CLUB}))? (?P<club>{CLUB.pattern}?)(?: FC)?"
    rf"{_TIME}{_END}"
)
_WITH_CLUB = re.compile(rf"\b(?:{_BEFORE_CLUB}|[Ll]eaving|[Dd]eparting) [A-Z]")
_VERBS = frozenset(words("headings", "verbs"))
_OF_CLUB_ITSELF, _VAGUE = frozenset(words("headings", "of_club")), frozenset(words("headings", "vague"))
_OF_TRANSFERS = frozenset(words("headings", "of_transfers"))
_IS_NONE = re.compile(r"none|no|nobody|players?|deals?", re.IGNORECASE)
_LOANED = re.compile(r"\bloan", re.IGNORECASE)
_SECONDS = ("in", "out", "ins", "outs", "arrivals", "departures", "released", "loaned out", "signings")
_MORE_SECONDS = {form for way in NAMES_ONLY for form in _FORMS[way]}
_UNKNOWN = r"[A-Z][a-z]+(?: [a-z]{2,}){1,4}: [A-Z]"  # "Talks with the agent: ..."
_SECOND = Later(
    rf" (?={_UNKNOWN}|(?:{either(capitalised(_SECONDS))})(?: ?: | - (?:[A-Z]|no))"
    rf"|(?:{either(capitalised(_MORE_SECONDS))}): )"
)
_ENDS_ONE = frozenset(".;,)]|")
_NONE = Later(
    r"[\s*•·-]*(?:none|n/?a|nobody|no one|no (?:signings|arrivals|departures|deals|transfers)|nil|tbc|-)[\s.;]*",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(form.rpartition(" ")[2].strip("()") for forms in _FORMS.values() for form in forms) | {
    "loan", "loans", "season", *(time.rpartition(" ")[2] for time in _TIMES),
}  # fmt: skip
_WITH_TIME = re.compile(
    r"\b(?:ins?|outs?|arrivals|departures|signings|transfers|players|released|retained|list|loans?) "
    r"\(?[^()\n]{0,24}\d$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\b[Ff]ollowing (?:\w+ ){0,2}(?:players?|men|have|has|will|are|were|available|on)\b|\bthe following:?$"
)
_FOLLOWED: tuple[Way, ...] = ("returned", "released", "listed", "renewed", "offered")
_FOLLOWING = [(way, Later(rf"\b(?:{either(words('following', way))})\b")) for way in _FOLLOWED]
_OF_HEADINGS = frozenset(word for forms in _FORMS.values() for form in forms for word in form.split() if len(word) > 4)
_DASH = re.compile(" [-–—] ")
_MARK = re.compile(":| - ")
PROSE_ENDS = frozenset(".!?'\"’”")
_HEADED_ALONE = 60  # characters of a line that is no more than a heading
_HEADED = 90  # characters in which a heading ends
_SENTENCE = 240  # characters of a sentence that stands for a heading


class Heading(NamedTuple):
    """A heading at ``[start, stop)``: what it says of those below it, and the club, where it has one."""

    start: int
    stop: int
    way: Way
    loan: bool
    club: Place | None
    of_transfers: bool = False  # "Ins", "Arrivals", while "in" and "out" may be said of a team


def read_heading(folded: str, start: int, stop: int) -> Heading | None:
    """The heading that a line is or begins with; null where it has none."""
    mark = _leads_on(folded, start, stop)
    if mark >= 0:
        return _of_sentence(folded, start, mark + 1)
    high = min(stop, start + _HEADED)
    plain = _PLAIN.now.match(folded, start, high) or _CLOSE.now.match(folded, start, high)
    match = plain or _OF_CLUB.now.match(folded, start, high) or _AT_CLUB.now.match(folded, start, high)
    if not match or (match["end"] == "" and match.end() < stop):
        return None
    form = match["way"].lower()
    if form in _VAGUE if plain else not _has_club(match, form):
        return None
    way, loan = _WAY_OF[form], _LOANED.search(match[0]) is not None
    return Heading(start, match.end(), way, loan, _club_of(match), form in _OF_TRANSFERS)


def _leads_on(text: str, start: int, stop: int) -> int:
    """Where the colon stands behind words about those who follow; below nought where none does."""
    mark = text.find(":", start, min(stop, start + _SENTENCE))
    return mark if mark >= 0 and _FOLLOWS.search(text, start, mark) else -1


def _of_sentence(folded: str, start: int, stop: int) -> Heading | None:
    """A sentence about those named behind it ("The following players will leave:")."""
    low = folded[start:stop].lower()
    way = next((way for way, words in _FOLLOWING if words.now.search(low)), None)
    return way and Heading(start, stop, way, False, None)


def of_headings(name: str) -> bool:
    """Is a name made of the words of headings, as no man's is ("OFFERED NEW DEALS")?"""
    return not _OF_HEADINGS.isdisjoint(name.lower().split())


def _has_club(match: re.Match[str], form: str) -> bool:
    """Is what stands before or after the words of a heading a club's name, and the whole no sentence ("None signed",
    "Arsenal left")?"""
    if _IS_NONE.fullmatch(match["club"]):
        return False
    if match.re is _AT_CLUB.now:
        return match["mark"] is not None or form in _OF_CLUB_ITSELF
    return match["mark"] != " " or form not in _VERBS or match["way"].isupper()


def _club_of(match: re.Match[str]) -> Place | None:
    if "club" not in match.re.groupindex:
        return None
    return trimmed(match.span("club"), match.string)


def may_head(line: str) -> bool:
    """Could a line head a list? Asked of each line of each document, so that it is to cost little."""
    if _leads_on(line, 0, len(line)) >= 0 or (" (" in line and _CLOSE.now.match(line)):
        return True
    mark = line.find(":", 0, _HEADED_ALONE)
    if mark < 0:
        dash = _DASH.search(line, 0, _HEADED_ALONE)
        if dash:
            mark = dash.start()
        elif len(line) > _HEADED_ALONE or line[-1:] in PROSE_ENDS:
            return False
    if _may_be_heading(line[:mark] if mark >= 0 else line):
        return True
    second = _MARK.search(line, mark + 1, _HEADED_ALONE) if mark >= 0 else None  # "Lens: In - ..."
    return second is not None and _may_be_heading(line[mark + 1 : second.start()])


def _may_be_heading(words: str) -> bool:
    if _WITH_CLUB.search(words):
        return True
    bare = words.rstrip(" *_#|=)")
    last = bare[bare.rfind(" ") + 1 :].lstrip("*_#|=(").lower()
    return last in _LAST_WORDS or (last[-1:].isdigit() and _WITH_TIME.search(bare) is not None)


def says_nobody(folded: str, start: int, stop: int) -> bool:
    """Does a line below a heading say that there is nobody ("NONE")?"""
    return _NONE.now.fullmatch(folded, start, stop) is not None


def parts(folded: str, start: int, stop: int) -> Iterator[Place]:
    """A line cut where a second heading begins in it ("In: ... Out: ...")."""
    for cut in _SECOND.now.finditer(folded, start, stop) if folded.find(":", start, stop) >= 0 else ():
        if folded[cut.start() - 1] in _ENDS_ONE or folded[max(start, cut.start() - 4) : cut.start()].lower() == "none":
            yield start, cut.start()
            start = cut.end()
    yield start, stop
