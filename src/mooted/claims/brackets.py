"""Sources set apart from the text: in brackets at the end of a column's items, and reporters thanked in a post."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Press
from mooted.claims.outlets import NO_SOURCE, of_handle
from mooted.language.fold import fold, key, letters
from mooted.language.gates import has_any
from mooted.model.mention import Section, Sentence

SET_APART = ("(", "[", "Full story:", "Source:")  # as columns name their sources
LONGEST = 120  # characters of a line that only names a source
Chain = tuple[tuple[str, ...], tuple[str, ...]]
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{1,80})[)\]][.\s]*$")
_BELOW = re.compile(
    r"\s*(?:\(\s*([^()\n]{2,60}?)\s*\)|(?:Full story|Source|Read more):\s*([^:\n]{2,60}?))"
    r"(?:\s*\(subscription[^()\n]{0,12}\))?[.\s]*"
)
_LABEL = re.compile(r"^\s*(?:sources?|via|per|from)\s*:\s*|^\s*(?:via|per) ", re.IGNORECASE)
_VIA = re.compile(r"\s*(?:,|-|–)?\s*\b(?:via|h/t|through|by way of)\b\s*", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\s*[-–,(]?\s*(?:in )?(?:Spanish|Italian|French|German|Portuguese|Dutch|Turkish|subscription"
    r"|subscription required|external|video|print edition)\)?$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[,;/|&]| [-–—] |\band\b|['’]s )\s*")
_ALIKE = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")  # between papers that both have it: "Sun & Star"
_CLOCK = re.compile(  # when it was told: "Sky Sports News 1853 GMT", "Goal.com 11.30am", "Marca, 9:15"
    r"[\s,;-]+(?:at )?(?:[01]?\d|2[0-3])"
    r"(?:[.:][0-5]\d|(?:[.:]?[0-5]\d)?\s?(?:GMT|BST|UTC|CES?T|E[SD]?T|hrs|[ap]\.?m\.?))$",
    re.IGNORECASE,
)
_CLOCK_ENDS = frozenset("tTmMsScC.")
_HANDLE = re.compile(
    r"\b(?:[Aa]s|[Vv]ia|[Pp]er|by|(?:[Ss]ources|been|was|were) told|tells|from|[Cc]redit|h/t)\b[^@\n]{0,25}@(\w{3,20})"
    r"|@(\w{3,20}) (?:reports|reported|understands|had|has|called|revealed|first|\W*\U0001F91D)"
    r"|@(?P<last>\w{3,20})(?=[^\w\U0001F4F8\U0001F3A5]*(?:https?://\S+\W*)*$)"
    r"|^\W*@(\w{3,20})\b(?!\W{0,3}[\U0001F4F8\U0001F3A5])\W"
)
_IN_SENTENCE = re.compile(r"\w+ (?:\w+\W{1,3}){3,20}(?:as|per|according to) @\w{3,20}\b")
_NO_CREDIT = re.compile(  # a byline that is shared, where to read on, to whom somebody spoke, whose picture it is
    r"(?:\b(?:w/|with|on|at|for|and|follow|told|tells|more|read|story|details|column)|[&+\U0001F4F8\U0001F3A5]):?\s*(?:@\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_OF_CLUBS = re.compile(r"official|_|fc$|^fc|cf$|ac$|^ac|calcio$|en$|club$")


def post_credits(page: Page) -> dict[int, tuple[str, ...]]:
    """The reporters whom a short post thanks by their handles, by paragraph; one whom no sentence of its own cites
    ("..., as @tom reports") counts for what stands before."""
    section = page.section
    found: dict[int, tuple[str, ...]] = {}
    for sentence in section.sentences:
        line = section.text[sentence.start : sentence.stop]
        handle = _credited(line, page) if "@" in line else ""
        if not handle:
            continue
        credited = of_handle(handle, page.press)
        if page.own.isdisjoint((handle.lower(), credited.lower())) and not _tags_club(handle, sentence, section.text):
            name = (credited,)
            found.setdefault(sentence.paragraph, name)
            for earlier in range(0 if _IN_SENTENCE.search(line) else sentence.paragraph):
                found.setdefault(earlier, name)
    return found


def _credited(line: str, page: Page) -> str:
    """The handle that a line thanks, or nothing.

    None is thanked that stands last as the place to read on, as the account of a club that the post is about, or as the
    outlet of a writer who is not named otherwise.
    """
    match = _HANDLE.search(line)
    if not match:
        return ""
    handle = next(group for group in match.groups() if group)
    if match["last"]:
        own = page.outlet is None and handle in page.press.outlets
        if own or _NO_CREDIT.search(line, 0, match.start()) or _is_club(handle, page):
            return ""
    return handle


def _tags_club(handle: str, sentence: Sentence, text: str) -> bool:
    """Does a handle stand for a club in its sentence ("@ManUtd sign ...")?"""
    return any(m.kind == "club" and text[m.start : m.stop].lstrip("#@") == handle for m in sentence.mentions)


def _is_club(handle: str, page: Page) -> bool:
    """Is a handle that of a club of the document: "@RealSociedadEN", "@Cagliari_Calcio"?"""
    letters = {key(handle), key(_OF_CLUBS.sub("", handle.lower()))}
    return any(key(club.name).replace(" ", "") in letters for club in page.reading.clubs)


def bracketed(section: Section, press: Press) -> dict[int, Chain]:
    """The sources in brackets at the end of a column's items, by paragraph: origin and via."""
    last: dict[int, Sentence] = {}
    first: dict[int, int] = {}
    for sentence in section.sentences:
        first.setdefault(sentence.paragraph, sentence.start)
        last[sentence.paragraph] = sentence
    text, folded = section.text, section.folded
    found: dict[int, Chain] = {}
    above = -1
    for paragraph, sentence in last.items():
        below = _BELOW.fullmatch(folded, first[paragraph], min(sentence.stop, first[paragraph] + LONGEST))
        if below:
            words = text[slice(*below.span(1 if below[1] else 2))]
            if above >= 0 and _source_like(words):
                found[above] = found[paragraph] = _chain_of(words, press)
                continue
        above = paragraph
        start = max(first[paragraph], sentence.stop - 110)
        closes = has_any(folded[start : sentence.stop], ")]")
        match = _BRACKET.search(folded, start, sentence.stop) if closes else None
        if not match:
            continue
        words = text[slice(*match.span(1))]
        closed = folded[start : match.start()].rstrip()[-1:] in (".", "!", "?", '"', "'")
        if _known(words, press) or ((closed or len(last) > 2) and _source_like(words)):
            found[paragraph] = _chain_of(words, press)
    return found if len(found) >= max(1, len(last) // 3) else {}


def _chain_of(words: str, press: Press) -> Chain:
    """The origin that a bracket names, and through whom it came ("Sky Italia, via Football Italia")."""
    parts = _VIA.split(_LABEL.sub("", words))
    return _origins(parts[0], press), tuple(name for part in parts[1:] if (name := _named(part, press)))


def chain_before(words: str, press: Press) -> Chain | None:
    """The chain that a bracket before a text names, where the book knows them: reporters, without their outlets, else
    outlets ("Matt Law, Telegraph", "The Athletic - David Ornstein", "Di Marzio via GdS")."""
    origin, *passed_on = _VIA.split(_LABEL.sub("", words))
    names = [_called(origin, press)]
    if not names[0]:
        names = [_called(part, press) for part in _PARTS.split(origin)]
    named = [name for name in names if name]
    reporters = [name for name in named if name in press.journalists]
    via = tuple(name for part in passed_on if (name := _named(part, press)))
    return (tuple(reporters or named), via) if named else None


def _called(words: str, press: Press) -> str:
    """The outlet, as written, or the journalist whom the book knows by a name, a surname or a handle; or nothing."""
    name = _named(words, press)
    if fold(name) in press.outlets or words.strip().startswith("@"):
        return name
    return press.called.get(letters(name), "") if name[:1].isupper() and name.lower() not in NO_SOURCE else ""


def _origins(words: str, press: Press) -> tuple[str, ...]:
    """Whom a bracket names: all of several outlets that the book knows ("Sun & Star"), else the first."""
    return _together(_named(words, press), press) or (_origin(words, press),)


def _together(words: str, press: Press) -> tuple[str, ...]:
    """The outlets of a list of which the book knows each; nothing for any other words."""
    if fold(words) in press.outlets:
        return ()
    names = [_named(part, press) for part in _ALIKE.split(words)]
    return tuple(dict.fromkeys(names)) if len(names) > 1 and all(fold(one) in press.outlets for one in names) else ()


def _origin(words: str, press: Press) -> str:
    """The first of the outlets in a bracket; "Press and Journal" is one."""
    whole = _named(words, press)
    if fold(whole) in press.outlets:
        return whole
    parts = [name for part in re.split(r",\s*|\s+and\s+|;\s*|\s/\s", words) if (name := _named(part, press))]
    return parts[0] if (parts and fold(parts[0]) in press.outlets) or ("," in words and parts) else whole


def _named(words: str, press: Press) -> str:
    """Who is named, without what stands about the name; of a handle whose it is."""
    name = _clean(words)
    return of_handle(name[1:], press) if name.startswith("@") else name


def _clean(name: str) -> str:
    bare = _LANGUAGE.sub("", _LABEL.sub("", name.strip().strip("'\""))).strip(" -–,")
    return _CLOCK.sub("", bare) if bare[-1:].isdigit() or bare[-1:] in _CLOCK_ENDS else bare


def _known(name: str, press: Press) -> bool:
    origin = _clean(_VIA.split(name)[0])
    return origin.startswith("@") or fold(origin) in press.outlets or bool(_together(origin, press))


def _source_like(words: str) -> bool:
    written = words.removeprefix("the ")[:1].isupper() or "." in words or words in ("i", "i paper") or words[:1] == "@"
    return written and not words[:1].isdigit() and words.lower() not in NO_SOURCE
