"""Contradictions: one question, answers that cannot both be so at the same time, each with who gives it.

What changes is no contradiction: "no bid yet" and, days later, a bid. So a denial contradicts what was affirmed before
it, and what is affirmed in the next hours; opposite wishes contradict each other only within days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from mooted.model.claim import RUNG, Claim, Event
from mooted.model.saga import Answer, Contradiction, Step
from mooted.sagas.money import near
from mooted.sagas.timeline import OPEN, is_actual, kind_of

_ASSERTED = timedelta(days=10)  # for how long what was affirmed is still what a denial answers
_AT_ONCE = timedelta(hours=24)  # after a denial, within which an affirmation is no news of a change
_MOODS = timedelta(days=3)  # within which nobody changes his mind, nor a club its liking
_DEAL = timedelta(days=21)  # within which reports of an agreed fee are of one deal
_FEES = 0.15  # the share by which agreed fees may differ
_IMPLIED: dict[Event, tuple[Event, ...]] = {"bid": ("bid", "bid_rejected", "bid_accepted")}
_ASKED: dict[Event, str] = {
    "interest": "Is {club} interested?", "contact": "Has {club} been in contact?", "talks": "Is {club} in talks?",
    "bid": "Has {club} made a bid?", "bid_rejected": "Was a bid by {club} turned down?",
    "bid_accepted": "Is a fee agreed with {club}?", "terms_agreed": "Are terms agreed with {club}?",
    "agreed": "Is a move to {club} agreed?", "medical": "Is there a medical at {club}?",
    "signed": "Has he joined {club}?",
}  # fmt: skip


def contradictions(steps: Iterable[Step]) -> tuple[Contradiction, ...]:
    """The contradictions among the steps of a saga, the earliest first. Copies are no voices of their own."""
    line = [step for step in steps if step.how not in ("copy", "spun")]
    if len(line) < 2:
        return ()
    found = [*_denials(line), *_fees(line), *_moods(line)]
    return tuple(sorted(found, key=lambda one: (one.since, one.question)))


def _denials(line: Sequence[Step]) -> Iterator[Contradiction]:
    """What one source affirms of a club's pursuit and another denies."""
    denied: dict[tuple[Event, str | None], list[Step]] = {}
    for step in line:
        claim = step.entry.claim
        if claim.event in RUNG and claim.polarity == "denied":
            denied.setdefault((claim.event, claim.club_to), []).append(step)
    for (event, club), nos in sorted(denied.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        yes = [step for step in line if step.entry.claim.club_to == club and _affirms(step, event)]
        after = _MOODS if event == "interest" else _AT_ONCE
        question = _ASKED[event].format(club=club or "any club")
        yield from _opposed(question, ("yes", yes), ("no", nos), _ASSERTED, after)


def _affirms(step: Step, event: Event) -> bool:
    return is_actual(step) and step.entry.claim.event in _IMPLIED.get(event, (event,))


def _apart(one: Step, two: Step) -> bool:
    """Do two voices speak? One who says otherwise later has learned better."""
    return one.voice.family != two.voice.family


def _at_odds(one: Step, two: Step) -> bool:
    """Do two voices speak, or one page that says both in its own name?"""
    return _apart(one, two) or one.entry.imprint.document == two.entry.imprint.document


def _in_one_breath(one: Step, two: Step) -> bool:
    """Do both rest on the same words? Then one of them is misread, and nobody is at odds."""
    mine, theirs = one.entry.claim.evidence, two.entry.claim.evidence
    if one.entry.imprint.document != two.entry.imprint.document or mine.span is None or theirs.span is None:
        return False
    return mine.span.start < theirs.span.stop and theirs.span.start < mine.span.stop


def _one_sale(one: Step, two: Step) -> bool:
    """Do two voices, or one page, speak of the same sale: by the same club, to the same one or to any?"""
    first, second = one.entry.claim, two.entry.claim
    sellers = {first.club_from, second.club_from} - {None}
    return _at_odds(one, two) and first.club_to == second.club_to and len(sellers) < 2


def _opposed(
    question: str, one: tuple[str, Sequence[Step]], two: tuple[str, Sequence[Step]],
    before: timedelta, after: timedelta, apart: Callable[[Step, Step], bool] = _apart,
) -> Iterator[Contradiction]:  # fmt: skip
    """One contradiction, if any step of ``one`` was said from ``before`` to ``after`` a step of ``two`` that
    another voice says, or the same document."""
    pairs = [
        (first, second)
        for first in one[1]
        for second in two[1]
        if -before <= first.entry.said_at - second.entry.said_at <= after
        and apart(first, second)
        and not _in_one_breath(first, second)
    ]
    if pairs:
        firsts, seconds = ({step.entry.id for step in side} for side in zip(*pairs, strict=True))
        sides = (
            Answer(one[0], tuple(step for step in one[1] if step.entry.id in firsts)),
            Answer(two[0], tuple(step for step in two[1] if step.entry.id in seconds)),
        )
        yield Contradiction(question, sides, max(side.steps[0].entry.said_at for side in sides))


def _fees(line: Sequence[Step]) -> Iterator[Contradiction]:
    """Agreed fees of one deal that differ by more than rounding, add-ons told apart from the base, and exchange."""
    clubs = sorted({step.entry.claim.club_to or "" for step in line if _priced(step)} - {""})
    for club in clubs:
        groups: list[list[Step]] = []
        for step in line:
            if _priced(step) and step.entry.claim.club_to == club:
                group = next((group for group in groups if _one_sum(group[0], step)), None)
                groups.append([step]) if group is None else group.append(step)
        groups = [one for one in groups if any(_of_one_deal(one, other) for other in groups if other is not one)]
        if len(groups) > 1:
            sides = tuple(Answer(_words(group[0]), tuple(group)) for group in groups)
            since = sorted(group[0].entry.said_at for group in groups)[1]
            yield Contradiction(f"What is the fee agreed with {club}?", sides, since)


def _priced(step: Step) -> bool:
    claim = step.entry.claim
    agreed = claim.fee is not None and claim.fee.kind in ("agreed", "paid")
    return agreed and claim.polarity == "affirmed" and claim.event in RUNG and kind_of(claim) != "loan"


def _sum(step: Step) -> tuple[int, str]:
    fee = step.entry.claim.fee
    return (fee.amount, fee.currency) if fee else (0, "")


def _one_sum(one: Step, two: Step) -> bool:
    return near(_sum(one), _sum(two), _FEES)


def _of_one_deal(group: Sequence[Step], other: Sequence[Step]) -> bool:
    """Do two sums answer one question? Where one is more than twice the other, it rather tells of something else."""
    if not near(_sum(group[0]), _sum(other[0]), 0.5):
        return False
    return any(
        abs(one.entry.said_at - two.entry.said_at) <= _DEAL and _apart(one, two) for one in group for two in other
    )


def _words(step: Step) -> str:
    amount, currency = _sum(step)
    return f"{amount:,} {currency}"


def _moods(line: Sequence[Step]) -> Iterator[Contradiction]:
    """What a party is said to want, and its opposite."""
    moods = [step for step in line if step.entry.claim.event in OPEN]
    if len(moods) < 2:
        return
    for question, one, two, apart in (
        ("Does he want to leave?", ("wants to leave", _wants_out), ("wants to stay", _wants_stay), _at_odds),
        ("Is he for sale?", ("for sale", _for_sale), ("not for sale", _not_for_sale), _one_sale),
    ):
        first, second = ([step for step in moods if test(step.entry.claim)] for test in (one[1], two[1]))
        yield from _opposed(question, (one[0], first), (two[0], second), _MOODS, _MOODS, apart)


def _stance(claim: Claim, event: Event, opposite: Event) -> bool:
    """Is this said as a fact, by the event itself or by denying its opposite? For a sale, loans are another matter."""
    said = claim.polarity == "affirmed" if claim.event == event else claim.polarity == "denied"
    return claim.event in (event, opposite) and said and claim.modality == "actual" and kind_of(claim) != "loan"


def _wants_out(claim: Claim) -> bool:
    return _stance(claim, "wants_out", "wants_stay")


def _wants_stay(claim: Claim) -> bool:
    """He wants to stay with his club; one whom he turned down may not be the only one."""
    return _stance(claim, "wants_stay", "wants_out") and claim.club_to is None


def _for_sale(claim: Claim) -> bool:
    """A price tag alone is not meant: who names one may not want to sell."""
    return _stance(claim, "for_sale", "not_for_sale") and (claim.fee is None or claim.fee.kind != "asking")


def _not_for_sale(claim: Claim) -> bool:
    return _stance(claim, "not_for_sale", "for_sale")
