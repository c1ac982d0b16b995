"""How a saga ended, as the news told it: a move done, or a new contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from mooted.model.claim import Deal
from mooted.model.money import Fee
from mooted.model.saga import Outcome, Step
from mooted.sagas.believing import borne_out
from mooted.sagas.money import usual
from mooted.sagas.timeline import is_actual, is_pursuit

_BELIEVED, _SHARE = 3, 0.1
"""The reports and signs that it takes to believe a move, and the share of what was said of it that must tell it."""
_FEW = 6  # steps up to which one report is all that can be hoped for


def outcome(steps: Sequence[Step]) -> Outcome | None:
    """The end of a saga; null where the news tells of none, or of one that nothing bears out."""
    moves = [step for step in steps if step.entry.claim.event == "signed" and is_actual(step)]
    clubs = {step.entry.claim.club_to for step in moves} - {None}
    ends = [end for club in sorted(filter(None, clubs)) if (end := _move(club, moves, steps))]
    if ends:
        return max(ends, key=lambda end: (end[0], -end[1].day.toordinal(), end[1].club or ""))[1]
    return _extended(steps)


def _move(club: str, moves: Iterable[Step], steps: Sequence[Step]) -> tuple[int, Outcome] | None:
    """The move to a club and how many signs bear it out; null where they are too few."""
    branch = [step for step in steps if step.entry.claim.club_to == club and is_pursuit(step)]
    told = [step for step in moves if step.entry.claim.club_to == club and borne_out(step, branch)]
    documents = {step.entry.imprint.document for step in told if step.how not in ("copy", "spun")}
    support = len(documents) + sum(_signs(club, told, branch, documents))
    if not told or support < _BELIEVED or len(documents) < _SHARE * len(branch) or _held(club, steps):
        return None
    first, fee = told[0].entry, _paid(branch)
    deals = [deal for step in told if (deal := step.entry.claim.deal) and (fee is None or deal != "free")]
    return support, Outcome("moved", first.said_at.date(), club, _most(deals), fee, first.id)


def _signs(club: str, told: Sequence[Step], branch: Sequence[Step], documents: Set[str]) -> Iterator[bool]:
    """What else makes a move likely: the club left is named, so are deal or fee, it was talked of, the club says it."""
    claims = [step.entry.claim for step in told]
    yield any(claim.club_from and claim.club_from != club for claim in claims)
    yield any(claim.deal or claim.fee for claim in claims)
    yield any(step.entry.imprint.document not in documents for step in branch)
    yield any(step.voice.kind == "club" and step.voice.name == club for step in told)


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
