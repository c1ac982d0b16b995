"""How a saga ended, as the news told it: a move done, a new contract, or a stay announced."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime, timedelta
from operator import itemgetter
from typing import NamedTuple

from mooted.model.claim import RUNG, Deal
from mooted.model.money import Fee
from mooted.model.saga import Outcome, Step
from mooted.sagas.believing import borne_out
from mooted.sagas.holding import is_his
from mooted.sagas.money import usual
from mooted.sagas.timeline import is_actual, is_pursuit

_BELIEVED, _SHARE = 3, 0.1
"""The reports and signs that it takes to believe a move, and the share of what was said of it that must tell it."""
_FEW = 6  # steps up to which one report is all that can be hoped for
_GONE_ON = 3  # times as many documents as tell of a move may still speak of other clubs' pursuits from then on
_LATER = timedelta(days=2)  # from when such talk is no late edition of yesterday's
_ONE_NEWS = timedelta(days=14)  # within which reports of a new contract are of one
_LOOKED_BACK = 1.25  # times as many documents as tell that he stays may look back on his wish to go
_COPIES = ("copy", "spun")
_ENDING = (RUNG["agreed"], RUNG["medical"], RUNG["signed"])


class _Told(NamedTuple):
    """All that was said in a saga, as far as it bears on whether a move is believed.

    ``others`` are pursuits told as going on: when, whose, and in which document, copies left out.
    """

    moves: Mapping[str, Sequence[Step]]
    pursuits: Mapping[str, Sequence[Step]]
    holders: Counter[str]
    others: Sequence[tuple[datetime, str, str]]


def outcome(steps: Sequence[Step]) -> Outcome | None:
    """The end of a saga; null where the news tells of none, or of one that nothing bears out."""
    if any(step.entry.claim.event == "signed" and is_actual(step) for step in steps):
        told = _told(steps)
        ends = [end for club in sorted(told.moves) if (end := _move(club, told))]
        if ends:
            return max(ends, key=lambda end: (end[0], -end[1].day.toordinal(), end[1].club or ""))[1]
    return _extended(steps) or _stayed(steps)


def _told(steps: Sequence[Step]) -> _Told:
    moves: dict[str, list[Step]] = defaultdict(list)
    pursuits: dict[str, list[Step]] = defaultdict(list)
    others = []
    for step in steps:
        entry, club = step.entry, step.entry.claim.club_to
        if club is None or not is_pursuit(step):
            continue
        pursuits[club].append(step)
        if is_actual(step):
            if entry.claim.event == "signed":
                moves[club].append(step)
            if _rung(step) >= 0 and step.how not in _COPIES:
                others.append((entry.said_at, club, entry.imprint.document))
    said = (step.entry.claim.club_from for step in steps if step.entry.claim.event != "past_move")
    return _Told(moves, pursuits, Counter(filter(None, said)), others)


def _move(club: str, told: _Told) -> tuple[int, Outcome] | None:
    """The move to a club and how many signs bear it out; null where they are too few, or the talk of others goes on."""
    branch = told.pursuits[club]
    believed = borne_out(branch)
    moves = [step for step in told.moves[club] if step.entry.id in believed]
    documents = _documents(moves)
    ending = _documents(step for step in branch if _rung(step) in _ENDING and is_actual(step))
    support = len(documents) + sum(_signs(club, moves, branch, documents))
    if not moves or support < _BELIEVED or len(ending) < _SHARE * len(branch) or is_his(club, told.holders):
        return None
    if len(_elsewhere(club, moves[0], told.others)) > _GONE_ON * len(documents):
        return None
    first, fee = moves[0].entry, _paid(branch)
    deals = [deal for step in moves if (deal := step.entry.claim.deal) and (fee is None or deal != "free")]
    return support, Outcome("moved", first.said_at.date(), club, _most(deals), fee, first.id)


def _documents(steps: Iterable[Step]) -> set[str]:
    """The documents of steps, copies left out."""
    return {step.entry.imprint.document for step in steps if step.how not in _COPIES}


def _rung(step: Step) -> int:
    return RUNG.get(step.entry.claim.event, -1)


def _elsewhere(club: str, told: Step, others: Sequence[tuple[datetime, str, str]]) -> set[str]:
    """The documents that, after a move was told, still speak of other clubs' pursuits as going on."""
    since = told.entry.said_at + _LATER
    later = others[bisect_left(others, since, key=itemgetter(0)) :]
    return {document for _, other, document in later if other != club}


def _signs(club: str, told: Sequence[Step], branch: Sequence[Step], documents: Set[str]) -> Iterator[bool]:
    """What else makes a move likely: the club left is named, so are deal or fee, it was talked of, others told of the
    agreement, others of the medical, the club says it."""
    claims = [step.entry.claim for step in told]
    others = [step for step in branch if step.entry.imprint.document not in documents and is_actual(step)]
    yield any(claim.club_from and claim.club_from != club for claim in claims)
    yield any(claim.deal or claim.fee for claim in claims)
    yield any(step.entry.imprint.document not in documents for step in branch)
    yield len(_documents(step for step in others if step.entry.claim.event == "agreed")) > 1
    yield len(_documents(step for step in others if step.entry.claim.event == "medical")) > 0
    yield any(step.voice.kind == "club" and step.voice.name == club for step in told)


def _most(deals: Sequence[Deal]) -> Deal | None:
    """The kind of deal that most tell, of equals the newest."""
    return max(enumerate(deals), key=lambda item: (deals.count(item[1]), item[0]))[1] if deals else None


def _paid(branch: Iterable[Step]) -> Fee | None:
    """What most say was paid or agreed."""
    fees = [step.entry.claim.fee for step in branch if step.entry.claim.polarity == "affirmed"]
    return usual([fee for fee in fees if fee is not None and fee.kind in ("paid", "agreed")])


def _extended(steps: Sequence[Step]) -> Outcome | None:
    """A new contract that is signed: told by two voices or by three documents in a fortnight, or by the club itself."""
    signed = [step for step in steps if step.entry.claim.event == "contract_signed" and is_actual(step)]
    for first in signed:
        told = [one for one in signed if timedelta(0) <= one.entry.said_at - first.entry.said_at <= _ONE_NEWS]
        if _is_sure(told, first.entry.claim.club_from) or len(steps) <= _FEW:
            return Outcome("extended", first.entry.said_at.date(), first.entry.claim.club_from, source=first.entry.id)
    return None


def _is_sure(told: Sequence[Step], club: str | None) -> bool:
    voices = {step.voice.family for step in told if step.how not in _COPIES}
    official = any(step.voice.kind == "club" and step.voice.name == club for step in told)
    return len(voices) > 1 or len(_documents(told)) > 2 or official


def _stayed(steps: Sequence[Step]) -> Outcome | None:
    """He says himself, or his club says, that he stays, after it was told that he wanted to go; as many take it so as
    still tell of that wish, which is looked back on."""
    stays = [step for step in steps if step.entry.claim.event == "wants_stay" and is_actual(step)]
    stays = [step for step in stays if step.entry.claim.club_to is None]
    if not stays:
        return None
    goes = [step for step in steps if step.entry.claim.event == "wants_out" and is_actual(step)]
    first = next((step for step in stays if _is_own_word(step)), None)
    if first is None or not any(step.entry.said_at < first.entry.said_at for step in goes):
        return None
    staying, going = (_documents(_from(first, side)) for side in (stays, goes))
    if len(staying) < _BELIEVED or len(going) > len(staying) * _LOOKED_BACK:
        return None
    return Outcome("stayed", first.entry.said_at.date(), first.entry.claim.club_from, source=first.entry.id)


def _is_own_word(step: Step) -> bool:
    """Does he speak, or the club that has him?"""
    return step.voice.name in (step.entry.claim.player, step.entry.claim.club_from)


def _from(first: Step, steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if step.entry.said_at >= first.entry.said_at]
