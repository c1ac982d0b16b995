"""The shapes of words in folded text: capitals, possessives, and whether one begins a sentence."""

from __future__ import annotations

_OPENERS = "\"'([*-•>#|"
_ENDS = ".!?:;\n\r…"


def bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith("'s") else word


def shouted(word: str, first: str) -> bool:
    """Is the last word in capitals, other than the first ("Mason Mount EXCLUSIVE")?"""
    return len(word) > 1 and word.isupper() and not first.isupper()


def in_capitals(word: str) -> bool:
    """Is a word longer than initials set in capitals ("BERG", "McBERG")?"""
    return len(word) > 2 and word[-2:].isupper()


def in_address(folded: str, start: int) -> bool:
    """Is the slash before ``start`` one of a web address?"""
    return folded.find("://", max(0, start - 60), start) > folded.rfind(" ", max(0, start - 60), start)


def is_initial(folded: str, start: int) -> bool:
    """Does the word at ``start`` begin a sentence or a quotation?"""
    at = start - 1
    while at >= 0 and (folded[at] == " " or folded[at] in _OPENERS):
        if folded[at] in "\"'(":
            return True
        at -= 1
    return at < 0 or folded[at] in _ENDS or not folded[at].isascii()
