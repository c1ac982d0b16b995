"""What a club looks for: positions in a list, and the vaguer of two words for one need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mooted.claims.scenes import Scene
from mooted.model.mention import Mention

_LIST = re.compile(
    r"s?(?:,| and| or|, and| as well as|, plus| plus|/)(?: (?:an?|another|one|two|new|his|their|the|in))*[ ]?"
)
_VAGUE = {
    "defence": ("defen", "backline", "back line", "rearguard", "at the back"),
    "midfield": ("midfield",),
    "attack": ("attack", "forward", "front", "strikeforce", "strike force", "firepower"),
}


class Spot(NamedTuple):
    """A position as written, and the line of the team that it belongs to."""

    words: str
    line: str

    @property
    def vague(self) -> bool:
        """Whether it names the line and no position in it."""
        return self.words.lower().startswith(_VAGUE.get(self.line, ()))


def spots(scene: Scene, first: Mention) -> list[Spot]:
    """The position that a phrase speaks of, and those that stand in a list with it ("a left-back and a striker")."""
    found = [first]
    for mention in scene.sentence.mentions:
        if mention.kind == "position" and mention.start >= found[-1].stop:
            if not _LIST.fullmatch(scene.low, found[-1].stop, mention.start):
                break
            found.append(mention)
    text = scene.section.text
    return [Spot(text[mention.start : mention.stop], mention.text) for mention in found]


def says_less(spot: Spot, others: Iterable[Spot]) -> bool:
    """Whether a word for a line of the team ("defence") says less than another of that line ("centre-back") does."""
    return spot.vague and any(one.line == spot.line and not one.vague for one in others)
