"""Names of outlets in running text, known and unknown, as far as capitals and small words tell."""

from __future__ import annotations

import re
from functools import lru_cache

from mooted.claims.listening import Press
from mooted.language.fold import fold, letters

NO_SOURCE = frozenset(
    "the italian italy spanish spain france french germany german england english portugal portuguese "
    "dutch brazil turkey british scottish welsh irish belgian swiss austrian danish swedish norwegian polish greek "
    "croatian serbian russian ukrainian argentine argentinian brazilian mexican american saudi reports report "
    "sources source friday monday tuesday wednesday thursday saturday sunday his their her its turkish "
    "january february march april june "
    "july august september october november december some other others it he she they both many fans pundits "
    "rumours exclusive exclusively who and "
    "but local latest european media press speculation there as this that what these those however while "
    "meanwhile also clubs new so if when "
    "according various one another separate further "
    "twitter instagram insiders officials everyone nobody club we i you understand "
    "breaking excl can here told no not financial personal neither terms details after before "
    "despite amid although though since because until unless following transfer transfers yet still even".split()
)
OUTLET_BEFORE = re.compile(
    r"((?:The )?(?:[A-Z][\w'&-]*(?:\.\w+)*|[0-9]+[a-z]\w*)(?: (?:[A-Z][\w'&-]*(?:\.\w+)*|[0-9]|of|de|del"
    r"|della|dello|di|du|do|da|des|dos|el|la|van|&)){0,4})(?: (?:also|have|has|now|previously|then|exclusively)){0,2} $"
)
OUTLET_AFTER = re.compile(
    r"(?: (?:a |an |the |its |their )?(?:(?:[a-z-]+|(?:[A-Z][a-z]+(?:ian|ish|ese|ch)|Dutch|German"
    r"|Catalan)(?= [a-z])) ){0,4})?"
    r"([0-9]+ [a-z]+|(?:The |the )?(?:[A-Z0-9@][\w'&-]*(?:\.\w+)*|i\b)(?: (?:[A-Z0-9][\w'&-]*(?:\.\w+)*|(?:of|de|del"
    r"|della|dello|di|du|do|da|des|dos|el|la|van|and|&)(?= ))){0,4})"
)

_HOUSE = re.compile(  # what ends a handle behind the name: the house, the country or the club written of, a number
    r"(?:Telegraph|Tele?|Sky(?:Sports?)?|BBC(?:Sport)?|Mail|Mirror|ESPN|[A-Z]{0,4}FC|_[A-Za-z]{2,3}|\d+)_*$"
)


def outlet_name(raw: str, press: Press, written: str) -> str | None:
    """The outlet or person that "according to" names, as written; nothing for "reports in Italy"."""
    words = raw.split()
    for size in range(len(words), 0, -1):
        form = " ".join(words[:size])
        for option in (form, form.removesuffix("'s"), form.removeprefix("The "), form.removeprefix("the ")):
            if option in press.outlets:
                return written[: len(form)].removesuffix("'s").removeprefix("the ")
    first, _, other = raw.partition(" and ")
    if other in press.outlets:
        words = first.split()
    while words and (words[-1].islower() or words[-1] == "&"):
        words.pop()
    if not words or (
        words[0].lower().removesuffix("'s") in NO_SOURCE and (len(words) == 1 or words[0] not in ("The", "the"))
    ):
        return None
    name = (
        written[: len(" ".join(words))]
        .removeprefix("the ")
        .removeprefix("@")
        .rstrip(".")
        .removesuffix("'s")
        .removesuffix("’s")
        .removesuffix("'")
    )
    if raw.startswith("@"):
        return of_handle(name, press)
    return name if len(name) > 1 and not name.isdigit() and name.lower() not in NO_SOURCE else None


def outlet_behind(folded: str, text: str, at: int, press: Press) -> tuple[str, int] | None:
    """The outlet that is named right behind a place, as written, and where it begins; null where none is."""
    match = OUTLET_AFTER.match(folded, at)
    name = outlet_name(match.group(1), press, text[match.start(1) : match.end(1)]) if match else None
    return (name, match.start(1)) if match and name else None


def of_handle(handle: str, press: Press) -> str:
    """The reporter or outlet that the book knows by a handle; the handle itself, where it knows none."""
    bare = handle.strip("_")
    for form in (bare, _HOUSE.sub("", bare)):
        name = press.called.get(letters(form)) or _reporter(form, press)
        if name:
            return name
    return bare


def _reporter(handle: str, press: Press) -> str | None:
    """The journalist whose name a handle is, where the book has him: "MatteMoretto" is Matteo Moretto."""
    letters = re.sub(r"[^a-z]", "", handle.lower())
    for size in range(3, len(letters)):
        for first, name in _by_surname(press.journalists).get(letters[size:], ()):
            if first.startswith(letters[:size]):
                return name
    return None


@lru_cache(maxsize=4)
def _by_surname(journalists: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """Journalists by the letters of what follows their first name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(journalists):
        first, _, last = fold(name).lower().partition(" ")
        if last:
            found.setdefault(last.replace(" ", ""), []).append((first, name))
    return found


def goes_on(folded: str, stop: int) -> bool:
    """Does a name go on after a club's ("Liverpool Echo", "Ajax director Jan Smit")?"""
    return bool(
        re.match(
            r"(?:'s)? (?:[A-Z]|(?:[a-z-]+ ){0,3}(?:boss|manager|coach|director|president|chairman|chief|owner)\b)",
            folded[stop : stop + 40],
        )
    )
