"""The claims of a document before they are told: doubles are brought together, and of two that cannot both be so the
less likely is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from mooted.claims.needs import Spot, says_less
from mooted.model.claim import LADDER, MOVES, Attribution, Claim, Terms
from mooted.model.listed import touches
from mooted.model.span import Quote

_NEARLY, _LITTLE = 0.9, 40  # as likely, and so many characters more: then the words that tell more are kept
_NEWS_OR_HISTORY = {"signed": "past_move", "past_move": "signed"}
_OTHER_ANSWER = {"bid_rejected": "bid_accepted", "bid_accepted": "bid_rejected"}
_BIDS = frozenset(("bid", "bid_rejected", "bid_accepted"))
_REFUSABLE, _REFUSED = ("contact", "bid"), (("bid_rejected", "affirmed"),)  # "an approach has been rejected"
_OTHER_STANCE = {
    "for_sale": "not_for_sale", "not_for_sale": "for_sale", "wants_out": "wants_stay", "wants_stay": "wants_out",
}  # fmt: skip
_INTEREST = ("interest", "affirmed")
_FURTHER = tuple((event, "affirmed") for event in LADDER if event != "interest")
_FALLEN = (("off", "affirmed"),)
_FEES_AGREED = (("bid_accepted", "affirmed"),)
_OF_MOVES = frozenset(  # rules that name a move
    ("loan-out", "move-noun", "signing-noun", "deal-noun", "will-join", "joined")
)
_CLEARLY = 2.0  # times as likely, since a sentence may tell both ("he can go in summer, but not now")
_OPPOSITE = {"affirmed": "denied", "denied": "affirmed"}


class Draft(NamedTuple):
    """A claim, the probability that its words make it, that by which the document does, and the position sought."""

    words: float
    chance: float
    claim: Claim
    spot: Spot | None = None


Drafts = dict[tuple[object, ...], Draft]


def add(drafts: Drafts, draft: Draft) -> None:
    """Put a claim among the others, together with the one that says the same."""
    claim = draft.claim
    place = (claim.player, claim.event, claim.club_to, claim.polarity, claim.position)
    drafts[place] = _merge(drafts[place], draft) if place in drafts else draft


def with_bidders(drafts: Drafts) -> Drafts:
    """The claims, those that tell the answer to a bid and not whose it was with the one club that has bid."""
    if not any(draft.claim.event in _OTHER_ANSWER and draft.claim.club_to is None for draft in drafts.values()):
        return drafts
    named: Drafts = {}
    for draft in drafts.values():
        add(named, draft._replace(claim=_with_bidder(draft.claim, drafts)))
    return named


def _with_bidder(claim: Claim, drafts: Drafts) -> Claim:
    if claim.event not in _OTHER_ANSWER or claim.club_to is not None or claim.player is None:
        return claim
    others = (draft.claim for draft in drafts.values() if draft.claim.player == claim.player)
    clubs = {one.club_to for one in others if one.event in _BIDS and one.club_to and one.polarity == "affirmed"}
    return replace(claim, club_to=clubs.pop()) if len(clubs) == 1 and claim.club_from not in clubs else claim


def is_told_otherwise(draft: Draft, drafts: Drafts) -> bool:
    """Does another claim of the document leave no room for this one?"""
    if draft.spot:
        return _is_vaguer(draft.spot, draft, drafts)
    return any(drops(draft, drafts) for drops in _DROPPING)


def _is_vaguer(spot: Spot, draft: Draft, drafts: Drafts) -> bool:
    """Is it the vaguer word for one need ("a defender" beside "a centre-back")?"""
    club = draft.claim.club_to
    return says_less(spot, (other.spot for other in drafts.values() if other.spot and other.claim.club_to == club))


def _contradicted(draft: Draft, drafts: Drafts) -> bool:
    """Do the same words deny or answer more surely what it affirms or answers otherwise?"""
    claim = draft.claim
    opposite = ((claim.event, _OPPOSITE[claim.polarity]), (_OTHER_ANSWER.get(claim.event), claim.polarity))
    return any(_surer(rival, draft) for rival in _rivals(claim, opposite, drafts))


def _was_made(draft: Draft, drafts: Drafts) -> bool:
    """Is it the denial of an approach that the same words tell to have been refused?"""
    claim = draft.claim
    if claim.polarity != "denied" or claim.event not in _REFUSABLE:
        return False
    return next(_rivals(claim, _REFUSED, drafts), None) is not None


def _other_stance(draft: Draft, drafts: Drafts) -> bool:
    """Do the same words tell the opposite wish far more likely?"""
    claim = draft.claim
    stance = ((_OTHER_STANCE.get(claim.event), claim.polarity),)
    return any(rival.words > _CLEARLY * draft.words for rival in _rivals(claim, stance, drafts))


def _further_told(draft: Draft, drafts: Drafts) -> bool:
    """Is it an interest of which the same words tell a higher rung ("closing in on the signing of X")?"""
    claim = draft.claim
    further = _FURTHER if (claim.event, claim.polarity) == _INTEREST else ()
    return any(_same_words(rival, draft) for rival in _rivals(claim, further, drafts))


def _news_or_history(draft: Draft, drafts: Drafts) -> bool:
    """A move is news or history, not both."""
    claim = draft.claim
    other = _NEWS_OR_HISTORY.get(claim.event)
    rival = drafts.get((claim.player, other, claim.club_to, claim.polarity, claim.position)) if other else None
    if rival is None or claim.club_to is None or _loan_first(claim, rival.claim):
        return False
    return rival.chance > draft.chance


def _is_offered_him(draft: Draft, drafts: Drafts) -> bool:
    """Is it a sale by the club to which the same words offer him ("Lens were offered the chance to sign X")?"""
    claim = draft.claim
    if claim.event != "for_sale" or claim.club_to is not None or claim.club_from is None:
        return False
    offered = drafts.get((claim.player, "for_sale", claim.club_from, claim.polarity, claim.position))
    return offered is not None and _overlap(offered.claim.evidence, claim.evidence)


def _only_names_a_deal(draft: Draft, drafts: Drafts) -> bool:
    """Is it a deal that the same words only name, to say that it is off ("his move to Lens is off"), or that they tell
    the clubs to have agreed on ("agreed a fee with Genk to sign him")?"""
    claim = draft.claim
    if claim.event not in MOVES or claim.polarity == "denied":
        return False
    if claim.rule in _OF_MOVES and any(_surer(rival, draft) for rival in _rivals(claim, _FALLEN, drafts)):
        return True
    agreed = claim.event == "agreed"
    return agreed and any(rival.words > _CLEARLY * draft.words for rival in _rivals(claim, _FEES_AGREED, drafts))


_DROPPING = (
    _contradicted, _was_made, _other_stance, _is_offered_him, _only_names_a_deal, _further_told, _news_or_history,
)  # fmt: skip


def _same_words(further: Draft, interest: Draft) -> bool:
    """Are the words of an interest those of a higher rung, at least as likely?"""
    return further.claim.evidence.span == interest.claim.evidence.span and further.chance >= interest.chance


def _rivals(claim: Claim, saying: Iterable[tuple[str | None, str]], drafts: Drafts) -> Iterator[Draft]:
    """What the same words claim of the same move by other events and polarities."""
    for event, polarity in saying:
        rival = drafts.get((claim.player, event, claim.club_to, polarity, claim.position))
        if rival and _overlap(rival.claim.evidence, claim.evidence):
            yield rival


def _loan_first(one: Claim, other: Claim) -> bool:
    """Was he on loan at a club that has now signed him for good? Those are two moves."""
    history, news = (one, other) if one.event == "past_move" else (other, one)
    return history.deal == "loan" and news.deal != "loan"


def _surer(one: Draft, other: Draft) -> bool:
    """Is the first of two that cannot both be said by likelier words? Of equal ones a denial is."""
    return (one.words, one.claim.polarity == "denied") > (other.words, other.claim.polarity == "denied")


def _says_more(one: Quote, two: Quote) -> bool:
    """Do the words of one quote hold those of another, and a little more ("asked" and "asked to be kept informed")?"""
    a, b = one.span, two.span
    if a is None or b is None or not (a.start <= b.start and b.stop <= a.stop):
        return False
    return 1 < len(one.words) - len(two.words) <= _LITTLE


def _overlap(one: Quote, two: Quote) -> bool:
    """Do two quotes of a text share words?"""
    a, b = one.span, two.span
    return a is not None and b is not None and touches(a.start, a.stop, ((b.start, b.stop),))


def _merge(one: Draft, two: Draft) -> Draft:
    """The same claim twice: the likelier words, all sources, the fullest terms."""
    first, second = (one, two) if one.words >= two.words else (two, one)
    if second.words > _NEARLY * first.words and _says_more(second.claim.evidence, first.claim.evidence):
        first, second = second, first
    a, b = first.claim, second.claim
    told: dict[str, object] = {
        "fee": a.fee or b.fee,
        "deal": a.deal or b.deal,
        "club_from": a.club_from or b.club_from,
        "condition": a.condition or b.condition,
        "said_at": a.said_at if a.said_at and a.said_at.words else b.said_at or a.said_at,
        "stance_of": a.stance_of or b.stance_of,
        "terms": _fullest(a.terms, b.terms),
        "attribution": _voiced(a.attribution, b.attribution),
    }
    new = {field: value for field, value in told.items() if value is not getattr(a, field)}
    merged = replace(a, **new) if new else a  # type: ignore[arg-type]
    return Draft(first.words, max(one.chance, two.chance), merged, first.spot)


def _voiced(one: Attribution, two: Attribution) -> Attribution:
    """The first chain, with the voices of both."""
    if set(two.voices) <= set(one.voices):
        return one
    return replace(one, voices=tuple(dict.fromkeys((*one.voices, *two.voices))))


def _fullest(one: Terms, two: Terms) -> Terms:
    """The terms of both, those of the first where they differ."""
    if one == two:
        return one
    return Terms(
        one.wage or two.wage, one.years or two.years, one.until or two.until, one.add_ons or two.add_ons,
        one.sell_on or two.sell_on, one.buy_back or two.buy_back,
    )  # fmt: skip
