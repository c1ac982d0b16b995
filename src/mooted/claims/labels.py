"""Sources that stand apart from a whole sentence, as its label: before a colon, in brackets, after a dash or bar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.claims.brackets import Chain, chain_before
from mooted.claims.listening import Page, Voice
from mooted.language.gates import has_any
from mooted.model.mention import Mention, Sentence

_ENCLOSED = ("[] ", "() ")  # what stands before and behind
_DASHES = (" - ", " | ")
_HEAD, _TAIL = 90, 40  # characters at the head and the end of a sentence
_MARKS = 4  # characters in which a bracket opens before a sentence
_BRACKET = re.compile(r"\W{0,3}[\[(]([^()\[\]\n]{2,60})[\])]:? +(?=\S)")
_WRITER = re.compile(r" \([A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}\): ")
_COLON_OUTLET = re.compile(r"(?: in [A-Z]\w+| \([^()]{2,20}\))?: ")


def may_be_set_apart(folded: str, sentence: Sentence) -> bool:
    """Is there a mark by which a source may stand before a sentence or after it?"""
    end = max(sentence.start, sentence.stop - _TAIL)
    return (
        ":" in folded[sentence.start : sentence.start + _HEAD]
        or has_any(folded[sentence.start : sentence.start + _MARKS], "[(")
        or has_any(folded[end : sentence.stop], _DASHES)
        or " | " in folded[sentence.start : sentence.start + _TAIL]
    )


def set_apart(page: Page, sentence: Sentence) -> list[Voice]:
    """A source at the head of a line ("Bild: ...", "[Bild] ...", "Bild | ..."), or at its end ("... - Bild")."""
    folded, mentions = page.section.folded, sentence.mentions
    bracket = bracket_before(page, sentence)
    if bracket:
        return list(_voices_of(page, sentence, bracket))
    head = next((m for m in mentions if m.kind in ("outlet", "person") or m.text == "outlet"), None)
    if head and head.start - sentence.start <= 4:
        around = folded[sentence.start : head.start][-1:] + folded[head.stop : head.stop + 2]
        if around in _ENCLOSED or folded.startswith(" | ", head.stop) or _COLON_OUTLET.match(folded, head.stop):
            return _source_of(page, sentence, head)
    last = mentions[-1] if mentions else None
    if last and last.kind == "outlet" and folded.endswith(_DASHES, sentence.start, last.start):
        return [] if folded[last.stop : sentence.stop].strip(" .\"'\n") else _source_of(page, sentence, last)
    return []


def bracket_before(page: Page, sentence: Sentence) -> Chain | None:
    """The chain that a bracket at the head of a sentence names ("[Matt Law, Telegraph] ...")."""
    found = _BRACKET.match(page.section.folded, sentence.start, sentence.stop)
    return chain_before(page.section.text[slice(*found.span(1))], page.press) if found else None


def paper_before(page: Page, sentence: Sentence) -> str | None:
    """The paper that stands before a sentence with its writer in brackets ("Il Tempo (Rossi): Roma want ...")."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.kind != "outlet" or first.start > sentence.start:
        return None
    return page.section.text[first.start : first.stop] if _WRITER.match(page.section.folded, first.stop) else None


def _voices_of(page: Page, sentence: Sentence, chain: Chain) -> Iterator[Voice]:
    """The voices of a bracket before a sentence: who say it, and those who only pass it on."""
    (name, *others), via = chain
    start, stop = sentence.start, sentence.stop
    yield Voice(name, "writer" if name in page.press.journalists else "outlet", start, start, stop, tuple(others))
    for relay in via:
        yield Voice(relay, "outlet", start, start, stop, relays=True)


def _source_of(page: Page, sentence: Sentence, named: Mention) -> list[Voice]:
    """The voice of an outlet or journalist that stands apart from a whole sentence; none of anybody else."""
    if named.person is None:
        name = page.section.text[named.start : named.stop]
        return [Voice(name, "outlet", named.start, sentence.start, sentence.stop)]
    person = page.reading.people[named.person]
    if person.role != "journalist":
        return []
    return [Voice(person.name, "writer", named.start, sentence.start, sentence.stop)]
