"""Newspapers, stations and sites that the book does not know, told from people by their words and their company.

Each test takes folded text; ``before`` and ``after`` are the characters to either side of a name.
"""

from __future__ import annotations

import re

from mooted.language.gates import has_any

_WORDS = frozenset(
    "gazette post times news sport sports corriere notes herald chronicle daily radio tv weekly mercury echo journal "
    "press tribune observer standard bulletin gazzetta giornale diario deportivo zeitung nieuws football calcio "
    "futbol mercato podcast magazine online live fm argus courier dispatch examiner telegraph express mirror "
    "jornal correo correio gaceta gazeta gazete gazetesi gazzettino tribuna voz noticias deporte deportes esport "
    "esports sportif sportivo sportowy kurier postasi tidende tagblatt anzeiger rundschau woche presse futebol "
    "fussball foot desportivo esportivo courrier depeche dagblad weekblad hebdo abendblatt morgenpost".split()
)
_ENDINGS = (
    "bladet", "blatt", "zeitung", "avisen", "posten", "tidende", "anzeiger", "dagblad", "krant", "journaal", "presse",
    "fotospor",
)  # fmt: skip
_ORDINARY = frozenset("news live online football notes times mirror post standard".split())  # before a name in headings
_SOURCE = re.compile(
    r"(?:\b(?:according to|as per|reported by|reports? (?:in|from|by)|pages of)|\b[Ss]ources?:|"
    r", (?:reports?|writes?)(?! (?:claim|say|suggest|stat|indicat|emerg|ha[dv]|are|were|link|that))) (?:[\w'-]+ ){0,3}$"
)
_OF_SOURCES = ("according to ", "as per ", "report", "pages of ", ", write", "ource: ")
_MEDIA = (
    "newspaper daily outlet paper channel station website site portal podcast tabloid weekly broadcaster magazine "
    "publication".split()
)
_MEDIA_NOUNS = frozenset((*_MEDIA, "sports", "radio", "press", "television", "media"))
_PARTICLES = frozenset("di de del della do da du des dos dello".split())
_MEDIUM = re.compile(rf"(?<!\b[Tt]he )\b(?:{'|'.join(_MEDIA)}) $")
_MEDIUM_ENDS = tuple(f"{word} " for word in _MEDIA)
_TOLD = re.compile(r"\b(?:told|tells|to|by|with|via|in) (?:[\w'-]+ ){0,2}$")
_ARTICLES = ("El ", "Il ", "La ", "Le ", "Lo ", "Las ", "Los ", "Der ", "Die ", "Das ", "Het ", "O ", "A ", "L'")
_CLAUSE = r"(?= that\b| on [A-Z]|[.,:;)]|\n|\Z| [A-Z'\"£€$])"
_WRITES = re.compile(
    r"(?:,? (?:of|from|for|at) [A-Zt][\w' ]{2,25},?)? (?:also |now |has |have |had )?"  # "Ann Hill of Ruhrpost reports"
    rf"(?:reports?|reported|writes?|wrote|prints|affirms){_CLAUSE}"
)
_SAYS = re.compile(rf" (?:also |now )?(?:says?|claims?|reveals?|adds?|reckons?){_CLAUSE}")
_TOLD_THE = ("told The ", "tells The ")
_SAY = ("says ", "say ", "said ", "claims ", "claim ", "insists ", "believes ")
_JOINED = re.compile(r"(?:Sports?|Tele|Calcio|Radio|Foot|Futbol|Tutto)[A-Z]|[A-Z][a-z]+(?:Post|Sports?|News|TV)\b")
_STOPS = (". ", "! ", "? ")
_WITHIN = 30  # characters of a source that stand before one of its words
_ITEM = 60  # characters that an item has at the least before the source that ends it


def of_the_press(name: str) -> bool:
    """Is a name that the book does not know that of a newspaper or station ("Calcio Corriere", "Ruhranzeiger")?"""
    return any(map(_is_press_word, name.lower().split())) or _JOINED.match(name) is not None


def _is_press_word(word: str) -> bool:
    return word in _WORDS or word.endswith(_ENDINGS)


def is_cited(before: str, name: str) -> bool:
    """Is a name that of a source ("according to El Diario"); with a foreign article also after lesser words?"""
    if has_any(before, _OF_SOURCES) and _SOURCE.search(before):
        return True
    if before.endswith(_MEDIUM_ENDS) and _MEDIUM.search(before):
        return True
    if before.endswith(_TOLD_THE):
        return True
    return name.startswith(_ARTICLES) and (before.endswith(_SAY) or _TOLD.search(before) is not None)


def reports(name: str, after: str) -> bool:
    """Does what is named report ("Ruhrpost reports that ...") or, with a foreign article, say something?"""
    return _WRITES.match(after) is not None or (name.startswith(_ARTICLES) and _SAYS.match(after) is not None)


def is_half(before: str, name: str, after: str) -> bool:
    """Is a name but part of one of the press ("Tribuna Rosarina", "Gazzetta di Lomborg", "Nord TV"), or what its place
    is called ("Roman sports station Radio Aquila")?"""
    words = before.rsplit(" ", 3)[-3:]
    joined = len(words) == 3 and words[1] in _PARTICLES
    word = words[0] if joined else words[-2] if len(words) > 1 else ""
    if (joined or " " not in name) and not words[-1] and heads_paper(word):
        return True
    if " " in name or after[:1] != " ":
        return False
    follows = after[1:20].partition(" ")[0].rstrip(".,:;)'\"\n")
    return follows in _MEDIA_NOUNS or (follows[:1].isupper() and _is_press_word(follows.lower()))


def heads_paper(word: str) -> bool:
    """Is a word before a name one with which names of the press begin?"""
    low = word.lower()
    return word[:1].isupper() and low not in _ORDINARY and _is_press_word(low)


def ends_item(folded: str, start: int, stop: int) -> bool:
    """Does a name end an item as its source, in brackets after the full stop or behind a dash?"""
    if folded.startswith(")", stop):
        opened = folded.rfind("(", max(0, start - _WITHIN), start)
        quoted = folded.endswith(("' ", '" '), 0, opened)
        return opened > 1 and (quoted or (_ends_line(folded, stop + 1) and folded.endswith(_STOPS, 0, opened)))
    dash = folded.rfind(" - ", max(0, start - _WITHIN), start)
    return _ends_line(folded, stop) and dash - folded.rfind("\n", 0, start) > _ITEM


def _ends_line(folded: str, at: int) -> bool:
    return folded[at : at + 1] in {"", "\n"}
