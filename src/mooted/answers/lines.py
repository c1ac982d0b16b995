"""What claims change in the pursuits that they speak of.

What was known is learned from gists; read in full are only those earlier claims that say what one of the new ones says:
they tell who confirms it and who repeats whom.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mooted.answers.change import weight
from mooted.answers.copied import copies_among
from mooted.answers.earlier import Earlier, Pursuit, Stretch, earlier
from mooted.entities.calendar import load_calendar
from mooted.entities.families import load_families
from mooted.model.claim import LADDER, PURSUIT, Claim
from mooted.model.entry import Entry
from mooted.model.saga import Step
from mooted.sagas.copies import Derived
from mooted.sagas.echo import echoes
from mooted.sagas.fold import by_window, usual_name
from mooted.sagas.timeline import Known, step_of

if TYPE_CHECKING:
    from mooted.ledger import Ledger

Topic = tuple[str, str | None]
"""What belongs together: a club's pursuit, or a kind of news and the club that it names."""
_NOTHING = Earlier()


class Line(NamedTuple):
    """One person with one club, about one window: the name that most give him, the steps that say something new with
    all that say the same, and by topic the furthest that was told before."""

    player: str
    steps: tuple[Step, ...]
    before: Mapping[Topic, Entry]


class _Draft(NamedTuple):
    """A line in the making: what was told earlier, what is said since and whether it is new, and what the news says."""

    pursuit: Pursuit
    window: str
    earlier: Earlier
    since: tuple[tuple[Entry, bool], ...]
    news: tuple[Entry, ...]

    def bears(self, claim: Claim) -> bool:
        """Does a claim say what one of the news says?"""
        return any((claim.event, claim.polarity) == (one.claim.event, one.claim.polarity) for one in self.news)


def topic_of(claim: Claim) -> Topic:
    """What belongs into one line: a club's pursuit; the player's contract; a stance."""
    return ("pursuit" if claim.event in PURSUIT else claim.event), claim.club_to


def lines_of(ledger: Ledger, entries: Sequence[Entry], said: Collection[str], stretch: Stretch) -> list[Line]:
    """The lines in which any of the entries ``said`` (by their ids) is new.

    ``entries`` are all that were said since the start of the stretch of the pursuits that are looked at.
    """
    drafts = list(_drafts(ledger, entries, said, stretch))
    again = _said_before(ledger, drafts, stretch)
    whole = [[*again.get((one.pursuit, one.window), ()), *_bearing(one)] for one in drafts]
    derived = copies_among(ledger, [entry for line in whole for entry in line])
    furthest = [_furthest(draft, said) for draft in drafts]
    numbered = ledger.numbered([one for found in furthest for one in found.values() if isinstance(one, int)])
    return [
        Line(
            _name(draft), _steps(draft, line, derived),
            {topic: numbered[one] if isinstance(one, int) else one for topic, one in found.items()},
        )
        for draft, line, found in zip(drafts, whole, furthest, strict=True)
    ]  # fmt: skip


def _drafts(ledger: Ledger, entries: Sequence[Entry], said: Collection[str], stretch: Stretch) -> Iterator[_Draft]:
    """The lines in which something is new."""
    pursuits: dict[Pursuit, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.person:
            pursuits[entry.person, entry.claim.club_to].append(entry)
    before = earlier(ledger, pursuits, stretch)
    for pursuit, told in pursuits.items():
        for window, line in by_window(told, load_calendar()):
            known, then = Known(), before.get((pursuit, window.id), _NOTHING)
            for claim in then.claims:
                known.learn(claim)
            since = tuple((entry, known.learn(entry.claim)) for entry in line)
            news = tuple(entry for entry, new in since if new and entry.id in said)
            if news:
                yield _Draft(pursuit, window.id, then, since, news)


def _bearing(draft: _Draft) -> Iterator[Entry]:
    return (entry for entry, _ in draft.since if draft.bears(entry.claim))


def _said_before(
    ledger: Ledger, drafts: Sequence[_Draft], stretch: Stretch
) -> Mapping[tuple[Pursuit, str], Sequence[Entry]]:
    """The earlier entries that say what the news of each draft says, by pursuit and window."""
    since, start, until = stretch
    sayings = [(*one.pursuit, told.gist) for one in drafts for told in one.earlier.told if one.bears(told.claim)]
    said: dict[Pursuit, list[Entry]] = defaultdict(list)
    if sayings:
        for entry in ledger.entries(sayings=sayings, since=since, until=start, as_of=until):
            said[entry.person or "", entry.claim.club_to].append(entry)
    return {
        (pursuit, window.id): line
        for pursuit, entries in said.items()
        for window, line in by_window(entries, load_calendar())
    }


def _steps(draft: _Draft, line: Sequence[Entry], derived: Mapping[str, Derived]) -> tuple[Step, ...]:
    """A draft's entries as steps; what was said earlier is no news."""
    heard = echoes(line, load_families(), derived)
    new = {entry.id for entry, changes in draft.since if changes}
    return tuple(step_of(entry, heard[entry.id], entry.id in new) for entry in line)


def _name(draft: _Draft) -> str:
    """The name that most give him."""
    names: Counter[str] = Counter(entry.claim.player for entry, _ in draft.since if entry.claim.player)
    for told in draft.earlier.told:
        if told.claim.player:
            names[told.claim.player] += told.times
    return usual_name(names)


def _furthest(draft: _Draft, said: Collection[str]) -> dict[Topic, int | Entry]:
    """For each topic of the news the furthest that was told of it before: an entry, or the number of one."""
    found: dict[Topic, tuple[float, int | Entry]] = {}
    topics = {topic_of(entry.claim) for entry in draft.news}
    told: list[tuple[Claim, int | Entry]] = [
        (one.claim, one.first) for one in sorted(draft.earlier.told, key=lambda one: one.first)
    ]
    told += [(entry.claim, entry) for entry, _ in draft.since if entry.id not in said]
    for claim, which in told:
        topic = topic_of(claim)
        if topic in topics and claim.event in LADDER and claim.polarity == "affirmed":
            reached = weight(claim)
            if topic not in found or reached > found[topic][0]:
                found[topic] = reached, which
    return {topic: which for topic, (_, which) in found.items()}
