"""Who plays where, who manages or directs whom and who represents whom, with dates, as the reading itself shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from mooted.model.entry import Entry, Identity, Sighting
from mooted.sagas.titles import slug

Job = Literal["player", "manager", "director", "agent"]
_JOBS: dict[str, Job] = {"player": "player", "manager": "manager", "director": "director", "agent": "agent"}
_PASSING = timedelta(days=60)  # within which nobody leaves a club, and comes back
_AROUND = 4  # observations before and after, among which a slip of the reading shows
Names = Mapping[tuple[str, str], Identity]


@dataclass(frozen=True, slots=True)
class Tenure:
    """``person`` (an id) was seen in a job at ``club`` from ``since`` to ``until``, ``seen`` times.

    An agent has no club but a player whom he ``represents`` (an id). ``closed`` tells that the news has ended it; else
    it may go on after it was last seen.
    """

    person: str
    job: Job
    club: str | None
    since: datetime
    until: datetime
    seen: int = 1
    represents: str | None = None
    closed: bool = False


def tenures(sightings: Iterable[Sighting], names: Names, entries: Iterable[Entry] = ()) -> tuple[Tenure, ...]:
    """The tenures that sightings and claims show, by person and time; ``names`` as ``who.identify`` gives them.

    Of claims, moves of managers and directors that are done begin and end a tenure, and an agent named with a player
    represents him.
    """
    told = tuple(entries)
    jobs = {identity.id: _JOBS.get(identity.role, "player") for identity in names.values()}
    seen: dict[tuple[str, Job], list[Tenure]] = defaultdict(list)
    for one in (*_sighted(sightings, names), *_moved(told, jobs)):
        seen[one.person, one.job].append(one)
    found = [tenure for key in sorted(seen) for tenure in _runs(seen[key])]
    found += _represented(told, names)
    return tuple(sorted(found, key=lambda one: (one.person, one.since, one.job, one.club or "", one.represents or "")))


def at(tenures: Iterable[Tenure], moment: datetime, *, person: str | None = None, club: str | None = None,
       job: Job | None = None) -> tuple[Tenure, ...]:  # fmt: skip
    """The tenures that hold at ``moment``, of a person or club: those begun of which none later has taken the place.

    A club has one manager at a time; a person one club for each job.
    """
    begun = [
        one
        for one in tenures
        if one.since <= moment
        and (person is None or one.person == person)
        and (club is None or one.club == club)
        and (job is None or one.job == job)
    ]
    latest: dict[tuple[str, ...], Tenure] = {}
    for one in sorted(begun, key=lambda one: (one.since, one.until, one.person)):
        alone = club is not None and one.job == "manager"
        latest[(one.job,) if alone else (one.person, one.job, one.represents or "")] = one
    return tuple(one for one in latest.values() if not (one.closed and one.until < moment))


def _sighted(sightings: Iterable[Sighting], names: Names) -> Iterable[Tenure]:
    for sighting in sightings:
        job = _JOBS.get(sighting.role)
        identity = names.get((sighting.document, sighting.name))
        if job and job != "agent" and sighting.holder and identity:
            yield Tenure(identity.id, job, sighting.holder, sighting.said_at, sighting.said_at)


def _moved(entries: Iterable[Entry], jobs: Mapping[str, Job]) -> Iterable[Tenure]:
    """Moves that are done: seen at the new club; of managers and directors also the old one at an end."""
    for entry in entries:
        claim = entry.claim
        if not claim.is_actual or not entry.person:
            continue
        if claim.event == "signed" and claim.club_to:
            yield Tenure(entry.person, "player", claim.club_to, entry.said_at, entry.said_at)
        elif claim.event == "staff_move":
            job: Job = "director" if jobs.get(entry.person) == "director" else "manager"
            club = claim.club_to or claim.club_from
            if club:
                yield Tenure(entry.person, job, club, entry.said_at, entry.said_at, closed=claim.club_to is None)


def _runs(seen: Iterable[Tenure]) -> list[Tenure]:
    """Observations in a row of one club, made one tenure, after those that their neighbours contradict are left out."""
    row = sorted(seen, key=lambda one: (one.since, one.club or "", one.closed))
    runs: list[Tenure] = []
    for at, one in enumerate(row):
        if _slip(one, row[max(0, at - _AROUND) : at], row[at + 1 : at + 1 + _AROUND]):
            continue
        if runs and runs[-1].club == one.club:
            runs[-1] = _together(runs[-1], one)
        else:
            runs.append(one)
    return _smooth(runs)


def _smooth(runs: list[Tenure]) -> list[Tenure]:
    """Runs without those that interrupt another for a moment, and are seen no more often than what is about them."""
    for at in range(1, len(runs) - 1):
        before, one, after = runs[at - 1 : at + 2]
        rare = one.seen <= min(before.seen, after.seen)
        if before.club == after.club and rare and after.since - before.until <= _PASSING:
            return _smooth([*runs[: at - 1], _together(before, after), *runs[at + 2 :]])
    return runs


def _slip(one: Tenure, before: list[Tenure], after: list[Tenure]) -> bool:
    """Do neither most of the observations before, nor most of those after, nor most of all name this club?"""
    sides = (before, after, [*before, one, *after])
    return bool(before and after) and one.club not in [_most(side) for side in sides]


def _most(side: list[Tenure]) -> str | None:
    """The club that most name, of equals the first by name."""
    votes = Counter(one.club or "" for one in side)
    return min(votes, key=lambda club: (-votes[club], club))


def _together(one: Tenure, other: Tenure) -> Tenure:
    return replace(one, until=other.until, seen=one.seen + other.seen, closed=other.closed)


def _represented(entries: Iterable[Entry], names: Names) -> list[Tenure]:
    """Agents and the players whom they speak for: named as his agent, or heard on his side."""
    found: dict[tuple[str, str], Tenure] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        for agent in _agents(entry, names):
            if entry.person and agent != entry.person:
                one = Tenure(agent, "agent", None, entry.said_at, entry.said_at, represents=entry.person)
                before = found.get((agent, entry.person))
                found[agent, entry.person] = _together(before, one) if before else one
    return list(found.values())


def _agents(entry: Entry, names: Names) -> Iterable[str]:
    """The ids of the agents of an entry."""
    claim = entry.claim
    if claim.agent:
        known = names.get((entry.imprint.document, claim.agent))
        yield known.id if known else slug(claim.agent)
    elif claim.stance_of == "agent":
        heard = (names.get((entry.imprint.document, source)) for source in claim.sources)
        yield from (who.id for who in heard if who is not None and who.role == "agent")
