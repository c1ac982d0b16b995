"""What a text wears on its way here and is no part of it: tags, character references, Markdown, what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from mooted.language.gates import has_any
from mooted.language.rewriting import Change

_BLOCKS = "p|br|div|li|ul|ol|h[1-6]|blockquote|tr|table|section|article|figure|figcaption|header|footer|hr|dt|dd"
_INLINE = "a|b|i|u|em|strong|span|small|sup|sub|mark|font|img|td|th|tbody|thead|cite|q|code|time|abbr|picture"
_TAG = re.compile(
    r"<(?:(?P<unread>script|style)\b[^<>]{0,500}>[^<]{0,9000}</(?P=unread)>"
    rf"|/?(?:(?P<block>{_BLOCKS})|{_INLINE})(?:\s[^<>]{{0,2000}})?/?>"
    r"|!--[^<>]{0,500}-->)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[a-zA-Z][a-zA-Z\d]{1,10});")
_LINES = "\r\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_UNSEEN = re.compile(f"\r\n?|[{_LINES}{_INVISIBLE}]")
_ADDRESS = r"\([^()\s]{1,1000}(?: \"[^\"\n]{0,200}\")?\)"
_MARKDOWN = re.compile(
    rf"!\[[^\[\]\n]{{0,300}}\]{_ADDRESS}"  # a picture
    rf"|\[(?=[^\[\]\n]{{1,300}}\]{_ADDRESS})"  # a link, from here
    rf"|(?<=\S)\]{_ADDRESS}"  # to here
    r"|(?<![\w*\\])\*{1,3}(?=[\w\"“'‘£€$@#\[])"  # what is stressed, from here
    r"|(?<=[\w.,!?;:\"”'’)%\]])\*{1,3}(?![\w*])"  # to here
    r"|(?<![\w@/\\-])_{1,2}(?=[^\W_][^_\n]{0,300}_{1,2}(?!\w))"  # the same by other marks
    r"|(?<=[^\s_])(?P<last>_{1,2})(?![\w/])"
    r"|~~(?=\w)|(?<=[\w.,!?])~~"  # what no longer holds
    r"|\\(?=[*_\[\]()#>~.!+-])"  # what is no mark
    r"|^[ \t]*(?:#{1,6}|>(?: ?>)*)[ ]+"  # a heading, a quotation
    r"|^[ \t]*[*+–—-][ \t]+(?=\S[^\n]{30})",  # an item of a list, where it is no signature
    re.MULTILINE,
)
_MARKS = ("*", "](", "_", "~~", "\\")
_BEGINS_ITEM = "#>+–—-"
_ADDRESSED = re.compile(r"[@/]\S*$")  # the name of an account, an address
_LONGEST = 60  # characters of one
_ITEM = re.compile(rf"\n[ \t]*[{_BEGINS_ITEM}]")


def references(text: str) -> Iterator[Change]:
    """For each character reference of HTML what it stands for."""
    for found in _REFERENCE.finditer(text) if "&" in text else ():
        stands_for = unescape(unescape(found[0]))
        if stands_for != found[0]:
            yield Change(found.start(), found.end(), stands_for)


def tags(text: str) -> Iterator[Change]:
    """No tags and comments of HTML; line ends for those that begin or end a block."""
    for found in _TAG.finditer(text) if "<" in text else ():
        inside = found.start() > 0 and found.end() < len(text)
        yield Change(found.start(), found.end(), "\n" if found["block"] and inside else "")


def unseen(text: str) -> Iterator[Change]:
    """Nothing for characters that take no room, a newline for each other end of a line."""
    for found in _UNSEEN.finditer(text) if has_any(text, _LINES + _INVISIBLE) else ():
        mark, (start, stop) = found[0][0], found.span()
        if mark in _LINES:
            yield Change(start, stop, "\n")
        elif mark != "\u200b" or not (text[start - 1 : start].isalnum() and text[stop : stop + 1].isalnum()):
            yield Change(start, stop)


def markdown(text: str) -> Iterator[Change]:
    """No marks of Markdown, and of its links the words alone."""
    marked = has_any(text, _MARKS) or text[:1] in _BEGINS_ITEM or _ITEM.search(text)
    for found in _MARKDOWN.finditer(text) if marked else ():
        start, stop = found.span()
        if not (found["last"] and _ADDRESSED.search(text, max(0, start - _LONGEST), start)):
            yield Change(start, stop)
