"""Who speaks for whom: the agents that a document names, with the players whom they represent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mooted.language.gates import has_any
from mooted.model.mention import Mention, Reading, Section, Sentence

Agents = Mapping[int, int]
"""The agent of a player, both as places in ``Reading.people``."""
_CALLING = r"(?:super-?agent|agent|representative|advis[eo]r|intermediary)"
_BEFORE = re.compile(rf"(?:\b(?P<his>[Hh]is|[Hh]er|[Tt]he player's)|(?P<own>['’]s?)) {_CALLING},? $")
_AFTER = re.compile(
    rf",? (?:who is )?(?:(?P<his>his|her|the player's) {_CALLING}\b|(?:the |an )?{_CALLING} (?:of|for) )"
)
_WORDS = ("agent", "representative", "adviser", "advisor", "intermediary")
_LEFT = 40  # characters before a name in which it is called an agent's
_RIGHT = 40  # and after it
_NEAR = 20  # mentions on either side among whom they are looked for
_BACK = 250  # characters over which "his" reaches back


def agents_of(reading: Reading) -> dict[int, int]:
    """The agents that a document names as somebody's own: "his agent X", "Y's agent X", "X, the agent of Y"."""
    found: dict[int, int] = {}
    for section in reading.sections:
        if has_any(section.folded, _WORDS):
            for player, agent in _told(section, reading):
                found.setdefault(player, agent)
    return found


def agent_in(sentence: Sentence, player: int | None, agents: Agents) -> int | None:
    """The agent of a player, where the sentence names him."""
    agent = agents.get(player) if player is not None else None
    return agent if any(mention.person == agent for mention in sentence.mentions) else None


def _told(section: Section, reading: Reading) -> Iterator[tuple[int, int]]:
    people = [one for sentence in section.sentences for one in sentence.mentions if one.kind == "person"]
    for at, mention in enumerate(people):
        if mention.person is None or mention.how not in ("name", "surname"):
            continue
        before = _BEFORE.search(section.text, max(0, mention.start - _LEFT), mention.start)
        after = None if before else _AFTER.match(section.text, mention.stop, mention.stop + _RIGHT)
        earlier = people[max(0, at - _NEAR) : at]
        whose = None
        if before and before["own"]:
            whose = next((one for one in earlier if one.stop in (before.start("own"), before.end("own"))), None)
        elif before or (after and after["his"]):
            whose = _last_player(earlier, mention, reading)
        elif after:
            last = after.end() + _RIGHT
            whose = next((one for one in people[at + 1 : at + _NEAR] if after.end() <= one.start <= last), None)
        if whose and whose.person is not None and whose.person != mention.person and _plays(whose, reading):
            yield whose.person, mention.person


def _last_player(before: list[Mention], agent: Mention, reading: Reading) -> Mention | None:
    """The player who was named last before his agent, and not long before."""
    near = (one for one in reversed(before) if agent.start - one.stop <= _BACK and one.person != agent.person)
    return next((one for one in near if _plays(one, reading)), None)


def _plays(mention: Mention, reading: Reading) -> bool:
    return mention.person is not None and reading.people[mention.person].role in ("player", "manager")
