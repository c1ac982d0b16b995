"""How a saga ended, as the news told it: a move done, or a new contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mooted.model.claim import Deal, Event
from mooted.model.money import Fee
from mooted.model.saga import Outcome, Step
from mooted.sagas.believing import borne_out
from mooted.sagas.money import usual
from mooted.sagas.timeline import is_actual, is_pursuit

_LAST: tuple[Event, ...] = ("bid_accepted", "terms_agreed", "agreed", "medical")
"""What comes just before a move is done: a report of it together with one of these is believed."""
_LONG, _TALKED_ABOUT, _BELIEVED = 15, 3, 2
"""The steps from which a pursuit is long, and the signs that it takes to believe the end of such a one and another."""
_FEW = 6  # steps up to which one report is all that can be hoped for


def outcome(steps: Sequence[Step]) -> Outcome | None:
    """The end of a saga; null where the news tells of none, or of one that nothing bears out."""
    moves = [step for step in steps if step.entry.claim.event == "signed" and is_actual(step)]
    clubs = {step.entry.claim.club_to for step in moves} - {None}
    ends = [_move(club, moves, steps) for club in sorted(filter(None, clubs))]
    believed = [(support, end) for support, end in ends if support > 0]
    if believed:
        return max(believed, key=lambda end: (end[0], -end[1].day.toordinal(), end[1].club or ""))[1]
    return _extended(steps)


def _move(club: str, moves: Iterable[Step], steps: Sequence[Step]) -> tuple[int, Outcome]:
    """The move to a club and how many signs bear it out; none where they are too few."""
    branch = [step for step in steps if step.entry.claim.club_to == club and is_pursuit(step)]
    told = [step for step in moves if step.entry.claim.club_to == club and borne_out(step, branch)]
    if not told or _held(club, steps):
        return 0, Outcome("moved", steps[0].entry.said_at.date(), club)
    documents = {step.entry.imprint.document for step in told if step.how not in ("copy", "spun")}
    nearly = any(step.entry.claim.event in _LAST and is_actual(step) for step in branch)
    official = any(step.voice.kind == "club" and step.voice.name == club for step in told)
    support = len(documents) + nearly + official + (len(steps) <= _FEW)
    if support < (_TALKED_ABOUT if len(branch) > _LONG else _BELIEVED):
        return 0, Outcome("moved", steps[0].entry.said_at.date(), club)
    first = told[0].entry
    deals = [step.entry.claim.deal for step in told if step.entry.claim.deal]
    fee = _paid(branch)
    deal = _most([deal for deal in deals if fee is None or deal != "free"])
    return support, Outcome("moved", first.said_at.date(), club, deal, fee, first.id)


def _held(club: str, steps: Iterable[Step]) -> bool:
    """Does he belong to the club already, by most of what is said? Then what was read as a move is an earlier one."""
    said = [step.entry.claim.club_from for step in steps if step.entry.claim.event != "past_move"]
    votes = Counter(holder for holder in said if holder)
    return votes[club] * 2 > votes.total()


def _most(deals: Sequence[Deal]) -> Deal | None:
    """The kind of deal that most tell, of equals the newest."""
    return max(enumerate(deals), key=lambda item: (deals.count(item[1]), item[0]))[1] if deals else None


def _paid(branch: Iterable[Step]) -> Fee | None:
    """What most say was paid or agreed."""
    fees = [step.entry.claim.fee for step in branch if step.entry.claim.polarity == "affirmed"]
    return usual([fee for fee in fees if fee is not None and fee.kind in ("paid", "agreed")])


def _extended(steps: Sequence[Step]) -> Outcome | None:
    """A new contract that is signed."""
    signed = [step for step in steps if step.entry.claim.event == "contract_signed" and is_actual(step)]
    documents = {step.entry.imprint.document for step in signed if step.how not in ("copy", "spun")}
    if not signed or len(documents) + (len(steps) <= _FEW) < 2:
        return None
    first = signed[0].entry
    return Outcome("extended", first.said_at.date(), first.claim.club_from, source=first.id)
