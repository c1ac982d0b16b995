"""The chooser's signs in plain words. Signs that say the same in finer and coarser steps share their words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_WHO = {"p": "player", "c": "club"}
_SIDE = {"L": "before", "R": "after"}
_NTH = ("nearest", "second nearest", "third nearest", "farther")
_HOW = {
    "name": "given by name", "surname": "given by surname", "nickname": "given by nickname", "pronoun": "a pronoun",
    "description": "a description", "stadium": "given by stadium", "manager": "given by its manager",
}  # fmt: skip
_FORM = {
    "base": "the phrase is in its base form", "s": "the phrase is in the present tense",
    "ed": "the phrase is in the past or passive", "ing": "the phrase is in its -ing form", "": "the phrase is no verb",
}  # fmt: skip
_KIND = {"article": "an article", "column": "a column of items", "line": "a line alone", "post": "a short post"}
_TIME = {
    "last": "last summer, last season", "this": "this summer, this week", "next": "next summer, next season",
    "recent": "today, yesterday, on Sunday", "ago": "years ago", "unnamed": "clubs that are not named",
    "loan": "a loan", "free": "a free transfer", "contract": "a contract", "replace": "a replacement",
    "pundit": "a wish or an opinion", "window": "the transfer market", "match": "a match",
    "oldyear": "an earlier year", "newyear": "a coming year", "sameyear": "the year of publication",
}  # fmt: skip
_PRESENT = {
    "p:weak": "taken for a player by his name alone", "p:strong": "shown to be a player",
    "p:plays": "his position or age is told", "o:was": "he has left the club not long ago",
    "p:many": "a list of players", "p:first": "the first person of the sentence",
    "p:focus": "the document is about him", "p:held": "his club is known",
    "c:owned": "the club stands in a player's noun group", "c:Lc:owned": "the club stands in a player's noun group",
    "c:Rc:owned": "the club stands in a player's noun group", "c:former": "the club is a former one",
    "c:many": "a list of clubs", "c:first": "the first club of the sentence", "quoted": "inside a quotation",
    "quote": "inside a quotation", "money": "a sum in the sentence", "clubless": "no club in the sentence",
    "c:nation": "the club is a national team",
    "peopleless": "nobody in the sentence", "bias": "how common the event is", "event": "how common the event is",
}  # fmt: skip
_PREPOSITIONS = (
    "to|from|with|by|at|for|of|in|on|over|about|between|than|into|against|join|joining|joined|sign|signing|signed|leave|"
    "leaving|like|including|as|and|or|but|both|that|see|is|are|have|has|after|rejoin"
)
_EDGE = {"^": "the sentence begins", "$": "the sentence ends"}
_LETTER = {"T": "phrase", "P": "player", "C": "club"}


def _order(found: re.Match[str]) -> str:
    return "the order is " + ", ".join(_LETTER[letter] for letter in found[1])


def _rule_beside(found: re.Match[str]) -> str:
    side = "before" if found[1] == "prev" else "after"
    return f"no phrase just {side} it" if found[2] == "-" else f"a phrase of '{found[2]}' just {side} it"


def _before_it(found: re.Match[str]) -> str:
    return f"'{found[2]}' just before the {_WHO[found[1]]}"


def _cues(cues: list[str]) -> str:
    return f"just before it: {', '.join(cues)}" if any(cues) else "no cue just before it"


def _phrase_before(found: re.Match[str]) -> str:
    return "no phrase just before it" if found[1] == "-" else f"'{found[1]}' just before it"


def _words_beside(found: re.Match[str]) -> str:
    return f"{_edge_or_words(found[2])} just {found[1]} it"


def _words_beside_name(found: re.Match[str]) -> str:
    side = "before" if found[2] == "<" else "after"
    return f"{_edge_or_words(found[3])} just {side} the {_WHO[found[1]]}"


def _edge_or_words(words: str) -> str:
    words = words.removeprefix("^ ").removesuffix(" $")  # one word before the edge, or none
    return _EDGE.get(words, f"'{words}'")


def _own(found: re.Match[str]) -> str:
    return "the club already holds the player" if found[1] == "True" else "the club is not the player's own"


def _switch(yes: str, no: str) -> Callable[[re.Match[str]], str]:
    return lambda found: yes if found[1] == "True" else no


_SIGNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"usual=0.*", lambda found: "the usual meaning of the rule"),
        (r"usual=.*", lambda found: "a less usual meaning of the rule"),
        (r"say=(.*)", lambda found: f"the pattern '{found[1]}'"),
        (r"w=(.*)", lambda found: f"the words '{found[1]}'"),
        (r"f=(.*)", lambda found: _FORM.get(found[1], found[1])),
        (r"near=(.*)", lambda found: _cues(found[1].split("."))),
        (r"near1=(.*)", lambda found: _cues([found[1]])),
        (r"cue=(.*)", lambda found: f"a cue in the clause: {found[1]}"),
        (r"(prev|next)=(.*)", _rule_beside),
        (r"prevw=(.*)", _phrase_before),
        (r"(after|before)=(.*)", _words_beside),
        (r"([pc]):(?:[LR][pc]:)?([<>])(.*)", _words_beside_name),
        (r"kind=(article|column|line|post)(T?)", lambda found: "a headline" if found[2] else _KIND[found[1]]),
        (r"quote=(.*)", _switch("inside a quotation", "outside quotations")),
        (r"money=(.*)", _switch("a sum in the sentence", "no sum in the sentence")),
        (r"f\+near=(?:.*)\|(.*)", lambda found: _cues(found[1].split("."))),
        (r"when=-", lambda found: "the sentence tells no time"),
        (r"(?:when|time)=(.*)", lambda found: f"the sentence speaks of {_TIME.get(found[1], found[1])}"),
        (r"noclub\|False.*", lambda found: "no club is meant, and none is hinted at"),
        (r"noclub\|True.*", lambda found: "no club is meant, only unnamed ones"),
        (r"noclub.*", lambda found: "no club is meant"),
        (r"people0", lambda found: "nobody in the sentence"),
        (r"people1", lambda found: "one person in the sentence"),
        (r"people\d", lambda found: "several people in the sentence"),
        (r"gap0", lambda found: "the position follows at once"),
        (r"gap\d+", lambda found: "the position follows farther on"),
        (r"named(.*)", _switch("a name follows the position", "no name follows the position")),
        (r"([pc]):earlier.*", lambda found: f"the {_WHO[found[1]]} is taken from an earlier sentence"),
        (r"c:before.*", lambda found: "the club is that of the sentence before"),
        (r"p:last.*", lambda found: "the player is the last of the sentence before"),
        (r"before", lambda found: "the position stands before it"),
        (r"p:topic.*", lambda found: "the player is the one whom the document is about"),
        (r"c:topic.*", lambda found: "the club is the document's usual suitor for him"),
        (r"c:heading.*", lambda found: "the club is that of the heading above"),
        (r"c:home", lambda found: "the club is the one that holds him now"),
        (r"c:about.*", lambda found: "the club is the one that the document is about"),
        (r"c:staff.*", lambda found: "the club is that of the manager or director named"),
        (r"([pc]):([LR])\d?", lambda found: f"the {_WHO[found[1]]} stands {_SIDE[found[2]]} the phrase"),
        (r"([pc]):[LR]broken", lambda found: f"a new clause between phrase and {_WHO[found[1]]}"),
        (r"([pc]):[LR]whole", lambda found: f"phrase and {_WHO[found[1]]} in one clause"),
        (r"([pc]):[LR]x0", lambda found: f"no other phrase between it and the {_WHO[found[1]]}"),
        (r"([pc]):[LR]x\d", lambda found: f"another phrase between it and the {_WHO[found[1]]}"),
        (r"([pc]):(?:[LR]#|rank)(\d)", lambda found: f"the {_NTH[int(found[2])]} {_WHO[found[1]]}"),
        (r"([pc]):how=(.*)", lambda found: f"the {_WHO[found[1]]} is {_HOW.get(found[2], found[2])}"),
        (r"([pc]):many=1", lambda found: f"one {_WHO[found[1]]}, no list"),
        (r"([pc]):many=\d", lambda found: f"a list of {_WHO[found[1]]}s"),
        (r"p:weak=(.*)", _switch("taken for a player by his name alone", "shown to be a player")),
        (r"p:role=(.*)", lambda found: f"he is a {found[1]}"),
        (r"[p]:first=(.*)", _switch("the first person of the sentence", "not the first person of the sentence")),
        (r"[c]:first=(.*)", _switch("the first club of the sentence", "not the first club of the sentence")),
        (r"p:focus=(.*)", _switch("the document is about him", "the document is about somebody else")),
        (r"p:held=(.*)", _switch("his club is known", "his club is not known")),
        (r"c:[LR]?owned=(.*)", _switch("the club stands in a player's noun group", "the club stands alone")),
        (r"c:former=(.*)", _switch("the club is a former one", "the club is no former one")),
        (r"c:(?:[LR]c:)?tail='s", lambda found: "the club is a possessive"),
        (r"c:(?:[LR]c:)?tail=staff", lambda found: "the club is followed by its staff"),
        (r"c:(?:[LR]c:)?tail=-", lambda found: "the club is no possessive"),
        (r"([pc]):[LR]?\^", lambda found: f"the {_WHO[found[1]]} opens the sentence"),
        (r"([pc]):[LR]?-", lambda found: f"no preposition before the {_WHO[found[1]]}"),
        (rf"([pc]):[LR]?({_PREPOSITIONS})", _before_it),
        (r"o:own=(True|False).*", _own),
        (r"o:[TPC]{3}\|own=(True|False)", _own),
        (r"o:attached=(.*)", _switch("the club stands in his noun group", "the club stands apart from his name")),
        (r"o:([TPC]{3})(?:\|.*)?", _order),
        (r"o:gap=long", lambda found: "player and club stand apart"),
        (r"o:gap=(.*)", lambda found: f"'{found[1]}' between player and club"),
        (r"h:registered.*", lambda found: "his club elsewhere in the document"),
        (r"h:reg=True.*", lambda found: "named as his club in the document"),
        (r"h:reg=False.*", lambda found: "not named as his club in the document"),
        (r"h:of=his", lambda found: "the club stands in his noun group"),
        (r"h:of=other", lambda found: "the club stands in another's noun group"),
        (r"h:of=none", lambda found: "the club stands apart from names"),
        (r"h:n=(\d)", lambda found: "one club, no list" if found[1] == "1" else "a list of clubs"),
        (r"h:-", lambda found: "no word of place before the club"),
        (r"h:([a-z]+)", lambda found: f"'{found[1]}' before the club"),
    )
)  # fmt: skip


@lru_cache(maxsize=20_000)
def in_words(sign: str) -> str | None:
    """What a sign says, without its weight; nothing for a sign that has no words here yet."""
    if sign in _PRESENT:
        return _PRESENT[sign]
    for pattern, words in _SIGNS:
        found = pattern.fullmatch(sign)
        if found:
            return words(found)
    return None
