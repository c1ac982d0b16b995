"""Sources that stand apart from a whole sentence, as its label: before a colon, or after a dash."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Voice
from mooted.model.mention import Mention, Sentence

_COLON_OUTLET = re.compile(r"(?: in [A-Z]\w+| \([^()]{2,20}\))?: ")


def set_apart(page: Page, sentence: Sentence) -> list[Voice]:
    """A source at the head of a line, before a colon ("Bild: ..."), or at its end, after a dash ("... - Bild")."""
    folded = page.section.folded
    if ":" in folded[sentence.start : sentence.start + 40]:
        head = next((m for m in sentence.mentions if m.kind in ("outlet", "person") or m.text == "outlet"), None)
        if head and head.start - sentence.start <= 4 and _COLON_OUTLET.match(folded, head.stop):
            return _source_of(page, sentence, head)
    last = sentence.mentions[-1] if sentence.mentions else None
    if last and last.kind == "outlet" and folded.endswith(" - ", sentence.start, last.start):
        return [] if folded[last.stop : sentence.stop].strip(" .\"'\n") else _source_of(page, sentence, last)
    return []


def _source_of(page: Page, sentence: Sentence, named: Mention) -> list[Voice]:
    """The voice of an outlet or journalist that stands apart from a whole sentence; none of anybody else."""
    if named.person is None:
        name = page.section.text[named.start : named.stop]
        return [Voice(name, "outlet", named.start, sentence.start, sentence.stop)]
    person = page.reading.people[named.person]
    if person.role != "journalist":
        return []
    return [Voice(person.name, "writer", named.start, sentence.start, sentence.stop)]
