"""Outlets that are named in one breath: where one says it, all of them do."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Voice
from mooted.model.listed import touches
from mooted.model.mention import Sentence

_IN_ONE_BREATH = re.compile(r"(?: \([^()\n]{2,30}\))?,? (?:(?:and|&|plus|as well as) )?(?:both )?(?:[Tt]he )?")
_JOINED = re.compile(r" (?:and|&|plus|as well as) ")


def with_others(page: Page, sentence: Sentence, voice: Voice, voices: list[Voice]) -> Voice:
    """An outlet with those that are named in one breath with it: "Marca, AS and Mundo Deportivo report ..."."""
    folded, text = page.section.folded, page.section.text
    start = text.find(voice.name, voice.start, sentence.stop) if voice.sort == "outlet" else -1
    if start < 0:
        return voice
    own = start, start + len(voice.name)
    outlets = (m for m in sentence.mentions if m.kind == "outlet")
    known = [(m.start, m.stop) for m in outlets if not folded.startswith("(", max(m.start - 1, 0))]
    papers = sorted((own, *(span for span in known if not touches(*span, (own,)))))
    speak = {other.start for other in voices if other is not voice}
    first = last = papers.index(own)
    while first > 0 and _IN_ONE_BREATH.fullmatch(folded, papers[first - 1][1], papers[first][0]):
        first -= 1
    while last + 1 < len(papers) and papers[last + 1][0] not in speak:
        if not _IN_ONE_BREATH.fullmatch(folded, papers[last][1], papers[last + 1][0]):
            break
        last += 1
    if not _JOINED.search(folded, papers[first][1], papers[last][0]):
        return voice
    name, *others = (text[slice(*span)] for span in papers[first : last + 1])
    return voice._replace(name=name, others=tuple(others))
