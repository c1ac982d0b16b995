"""The suitors of a saga: one branch for each club that is said to pursue the player."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from mooted.model.claim import RUNG, Deal, rung_of
from mooted.model.money import Fee
from mooted.model.saga import Outcome, State, Step, Suitor
from mooted.sagas.believing import borne_out
from mooted.sagas.money import usual
from mooted.sagas.timeline import is_actual, is_pursuit

_LULL = timedelta(days=30)  # without a word, after which a pursuit is no more as warm as it was
_FEE_RANK = {"paid": 0, "agreed": 0, "bid": 1, "asking": 2, "clause": 3, "valuation": 4}
_BACK = 3  # rungs by which talk must have fallen for a pursuit to have cooled


def suitors(
    steps: Iterable[Step], moment: datetime, closed: bool, outcome: Outcome | None, holder: str | None = None
) -> tuple[Suitor, ...]:
    """The pursuits among the steps, the furthest first, as they stand at ``moment``.

    ``closed`` tells that the window is over, so that what was only talk is dormant. The ``holder`` is no suitor.
    """
    branches: dict[str | None, list[Step]] = {}
    for step in steps:
        if is_pursuit(step):
            branches.setdefault(step.entry.claim.club_to, []).append(step)
    found = [
        _suitor(club, branch, moment, closed, outcome)
        for club, branch in branches.items()
        if club is None or club != holder or _joins(outcome, club)
    ]
    return tuple(sorted(found, key=_standing))


def _suitor(
    club: str | None, branch: Sequence[Step], moment: datetime, closed: bool, outcome: Outcome | None
) -> Suitor:
    joined = _joins(outcome, club)
    furthest, firm = _furthest([step for step in branch if joined or not _signs(step)] or branch)
    firm = firm and (joined or not _signs(furthest))
    event = furthest.entry.claim.event
    families = {step.voice.family for step in branch if step.origin is None and step.voice.kind != "unnamed"}
    return Suitor(
        club, branch[0].entry.said_at, event, furthest.entry.said_at, firm, branch[-1].entry.said_at,
        _state(club, branch, moment, closed, outcome), _deal(branch), _fee(branch), len(families), tuple(branch),
    )  # fmt: skip


def climbs(suitor: Suitor, outcome: Outcome | None) -> Iterator[tuple[Step, int]]:
    """The steps that carried a pursuit further, each with the rung that it reached; rung 0 where it ended.

    What is only possible or denied carries it nowhere, nor does an end that later talk does not bear out.
    """
    reached, believed = 0, borne_out(suitor.steps)
    for step in suitor.steps:
        claim = step.entry.claim
        if not claim.is_actual or (claim.event == "signed" and not _joins(outcome, suitor.club)):
            continue
        rung = rung_of(claim.event)
        if claim.event == "off" and reached:
            reached = 0
            yield step, 0
        elif rung > reached and step.entry.id in believed:
            reached = rung
            yield step, rung


def _joins(outcome: Outcome | None, club: str | None) -> bool:
    return outcome is not None and outcome.kind == "moved" and outcome.club == club


def _signs(step: Step) -> bool:
    return step.entry.claim.event == "signed"


def _standing(suitor: Suitor) -> tuple[bool, bool, int, float, str]:
    """Who has moved comes first, then who is or was furthest, then whose news is newest.

    What is only possible counts half as far.
    """
    rung = RUNG.get(suitor.furthest, -1)
    denied = suitor.state == "denied"
    return (
        suitor.state != "done",
        denied,
        -(2 * rung + 1 if suitor.firm else rung),
        -suitor.last.timestamp(),
        suitor.club or "~",
    )


def _furthest(branch: Sequence[Step]) -> tuple[Step, bool]:
    """The first step on the highest rung that is affirmed and actual, else possible; of denials alone, the first.

    An agreement, medical or signing that later talk does not bear out is not firm.
    """
    hoped = [step for step in branch if step.entry.claim.event in RUNG and step.entry.claim.polarity == "affirmed"]
    believed = borne_out(branch)
    firm = [step for step in hoped if is_actual(step) and step.entry.id in believed]
    best = firm or hoped
    if not best:
        return branch[0], False
    return max(best, key=_rung), bool(firm)


def _state(club: str | None, branch: Sequence[Step], moment: datetime, closed: bool, outcome: Outcome | None) -> State:
    """How a pursuit stands."""
    if outcome is not None and outcome.kind == "moved":
        return "done" if outcome.club == club else "off"
    affirmed = [step for step in branch if step.entry.claim.polarity == "affirmed"]
    if not affirmed:
        return "denied"
    if outcome is not None and outcome.kind == "stayed" and branch[-1].entry.said_at.date() <= outcome.day:
        return "off"
    last = branch[-1].entry.claim
    if last.event == "off" and last.polarity == "affirmed":
        return "off" if last.modality == "actual" else "cooled"
    if closed:
        return "dormant"
    return "cooled" if _cooled(branch, moment) else "live"


def _cooled(branch: Sequence[Step], moment: datetime) -> bool:
    """Has the newest talk fallen well below the highest, been denied, or ceased?"""
    last = branch[-1].entry
    if last.claim.polarity == "denied" or moment - last.said_at > _LULL:
        return True
    now = max(_rung(step) for step in branch if last.said_at - step.entry.said_at <= _LULL / 3)
    if max(map(_rung, branch)) - now < _BACK:
        return False
    furthest, firm = _furthest(branch)
    return firm and _rung(furthest) - now >= _BACK


def _rung(step: Step) -> int:
    return RUNG.get(step.entry.claim.event, -1)


def _deal(branch: Sequence[Step]) -> Deal | None:
    """The kind of deal that was named last, what is firm before what is not."""
    named = [step for step in branch if step.entry.claim.deal]
    firm = [step for step in named if is_actual(step)] or named
    return firm[-1].entry.claim.deal if firm else None


def _fee(branch: Sequence[Step]) -> Fee | None:
    """The sum that tells most of the price: agreed before bid before asked; of one kind what most reports give."""
    fees = [step.entry.claim.fee for step in branch if step.entry.claim.polarity == "affirmed"]
    known = [fee for fee in fees if fee is not None]
    best = min((_FEE_RANK[fee.kind] for fee in known), default=0)
    return usual([fee for fee in known if _FEE_RANK[fee.kind] == best])
