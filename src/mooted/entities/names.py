"""Names by their shape: runs of capitalised words that are no club, place, league or ordinary word."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from mooted.entities.book import Book, Known
from mooted.language.automaton import Hit

_TOKEN = re.compile(r"[A-Z][A-Za-z0-9]*(?:['\-/][A-Za-z0-9]+)*")
_PARTICLES = frozenset(
    "de da do dos das del della di van von der den ter ten la le el al bin ben y e du des zu af st".split()
)
_GAP = re.compile(r" (?:[a-z]{1,5} ){0,2}")
_OPENERS = "\"'([*-•>#|"
_ENDS = ".!?:;\n\r…"
PERSON_KINDS = frozenset(("player", "staff", "journalist"))
_ABSORBED_FIRST = frozenset(("place", "nation", "club", "player", "league", "outlet"))


class Name(NamedTuple):
    """A person's name at ``[start, stop)``, as written; ``known`` is what the book has under it."""

    start: int
    stop: int
    words: str
    known: Known | None
    initial: bool


class _Token(NamedTuple):
    start: int
    stop: int
    word: str
    hit: Hit[Known] | None
    initial: bool


def split_names(folded: str, hits: list[Hit[Known]], book: Book) -> tuple[list[Name], list[Hit[Known]]]:
    """People's names of a folded text, and the hits of the book that are not part of one."""
    names: list[Name] = []
    taken: set[int] = set()
    for run in _runs(_tokens(folded, hits), folded):
        _read_run(run, folded, book, names, taken)
    inside = _covered(names)
    left = [hit for hit in hits if hit.start not in taken and not _within(hit, inside)]
    return names, left


def _covered(names: list[Name]) -> tuple[list[int], list[int]]:
    return [name.start for name in names], [name.stop for name in names]


def _within(hit: Hit[Known], spans: tuple[list[int], list[int]]) -> bool:
    starts, stops = spans
    at = bisect_right(starts, hit.start) - 1
    return at >= 0 and hit.start < stops[at]


def _tokens(folded: str, hits: list[Hit[Known]]) -> list[_Token]:
    tokens: list[_Token] = []
    at, size = 0, len(hits)
    for match in _TOKEN.finditer(folded):
        start, stop = match.span()
        if start and (folded[start - 1].isalnum() or folded[start - 1] in "@#"):
            continue
        word = match.group()
        if word.endswith("'s"):
            word, stop = word[:-2], stop - 2
        while at < size and hits[at].stop <= start:
            at += 1
        hit = hits[at] if at < size and hits[at].start <= start < hits[at].stop else None
        if hit and folded[hit.stop : hit.stop + 1] in ("-", "/") and folded[hit.stop + 1 : hit.stop + 2].isupper():
            hit = None
        tokens.append(_Token(start, stop, word, hit, _initial(folded, start)))
    return tokens


def _initial(folded: str, start: int) -> bool:
    """Does the word at ``start`` begin a sentence or a quotation?"""
    at = start - 1
    while at >= 0 and (folded[at] in _OPENERS or folded[at] == " "):
        if folded[at] in "\"'(" :
            return True
        at -= 1
    return at < 0 or folded[at] in _ENDS or not folded[at].isascii()


def _runs(tokens: list[_Token], folded: str) -> list[list[_Token]]:
    runs: list[list[_Token]] = []
    for token in tokens:
        if runs and _joins(runs[-1][-1], token, folded):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _joins(left: _Token, right: _Token, folded: str) -> bool:
    gap = folded[left.stop : right.start]
    if gap == " ":
        return True
    return len(gap) < 13 and _GAP.fullmatch(gap) is not None and set(gap.split()) <= _PARTICLES and not left.hit


def _read_run(run: list[_Token], folded: str, book: Book, names: list[Name], taken: set[int]) -> None:
    """Cut a run of capitalised words into names."""
    part: list[_Token] = []
    for at, token in enumerate(run):
        if token.hit and token.hit.value.kind in PERSON_KINDS and " " in folded[token.hit.start : token.hit.stop]:
            if token.start == token.hit.start or (part and part[-1].hit is not token.hit):
                _close(part, folded, book, names, taken)
                part = []
            if token.start == token.hit.start:
                hit = token.hit
                names.append(Name(hit.start, hit.stop, folded[hit.start : hit.stop], hit.value, token.initial))
                taken.add(hit.start)
        elif _is_word_of_name(run, at, part, book):
            part.append(token)
        else:
            _close(part, folded, book, names, taken)
            part = []
    _close(part, folded, book, names, taken)


def _is_word_of_name(run: list[_Token], at: int, part: list[_Token], book: Book) -> bool:
    token = run[at]
    if token.hit:
        return _absorbed(run, at, part, book)
    if token.word in book.ordinary or token.word.isdigit():
        following = run[at + 1] if at + 1 < len(run) else None
        return token.word in book.given_names and following is not None and not following.hit and following.word not in book.ordinary
    return True


def _absorbed(run: list[_Token], at: int, part: list[_Token], book: Book) -> bool:
    """Is a word that the book knows part of a person's name here ("Milan Skriniar", "David Villa")?"""
    token = run[at]
    hit = token.hit
    assert hit is not None
    kind = hit.value.kind
    single = hit.stop - hit.start == len(token.word)
    if not single or kind not in _ABSORBED_FIRST:
        return False
    following = run[at + 1] if at + 1 < len(run) else None
    plain_next = following is not None and not following.hit and following.word not in book.ordinary
    if kind == "player":
        return True
    if token.word in book.given_names and plain_next and not part:
        return True
    if len(part) == 1 and part[0].word in book.given_names and not part[0].hit:
        return kind in ("place", "nation", "outlet", "league") or hit.value.form == "nickname" or (
            hit.value.form == "short" and not plain_next and token.word in book.given_names
        )
    return False


def _close(part: list[_Token], folded: str, book: Book, names: list[Name], taken: set[int]) -> None:
    """One person's name out of the words collected."""
    while len(part) > 1 and (part[-1].word in book.ordinary or (part[-1].word.isupper() and not part[0].word.isupper() and len(part[-1].word) > 1)):
        part = part[:-1]
    if not part or len(part) > 6:
        return
    start, stop = part[0].start, part[-1].stop
    words = folded[start:stop]
    if len(words) < 3 or (words.isupper() and len(part) == 1):
        return
    known = part[0].hit.value if len(part) == 1 and part[0].hit else None
    taken.update(token.hit.start for token in part if token.hit)
    names.append(Name(start, stop, words, known, part[0].initial))
