"""Outlets that are named in one breath: where one says it, all of them do."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Voice
from mooted.model.listed import Place, touches
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
    known = [(m.start, m.stop) for m in outlets if not folded.endswith("(", 0, m.start)]
    speak = {other.start for other in voices if other is not voice}
    lists: list[list[Place]] = []
    for paper in sorted((own, *(place for place in known if not touches(*place, (own,))))):
        if lists and paper[0] not in speak and _IN_ONE_BREATH.fullmatch(folded, lists[-1][-1][1], paper[0]):
            lists[-1].append(paper)
        else:
            lists.append([paper])
    together = next(papers for papers in lists if own in papers)
    if not _JOINED.search(folded, together[0][1], together[-1][0]):
        return voice
    name, *others = (text[slice(*paper)] for paper in together)
    return voice._replace(name=name, others=tuple(others))
