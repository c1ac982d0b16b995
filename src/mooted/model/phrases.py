"""Events, deals, sums and times in the words of an editor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mooted.model.claim import Claim, Deal, Event, rung_of
from mooted.model.moment import Moment
from mooted.model.money import Fee, FeeKind, Money

if TYPE_CHECKING:
    from mooted.model.saga import Outcome, Stance

# What is said to be so, what may be, and what is said not to be.
EVENT_WORDS: dict[Event, tuple[str, str, str]] = {
    "interest": ("interested", "may be interested", "NOT interested"),
    "contact": ("in contact", "may make contact", "NO contact"),
    "talks": ("in talks", "may open talks", "NOT in talks"),
    "bid": ("bid made", "may bid", "NO bid"),
    "bid_rejected": ("bid rejected", "bid may be rejected", "bid NOT rejected"),
    "bid_accepted": ("fee agreed", "fee may be agreed", "fee NOT agreed"),
    "terms_agreed": ("personal terms agreed", "personal terms may be agreed", "personal terms NOT agreed"),
    "agreed": ("deal agreed", "may join", "deal NOT agreed"),
    "medical": ("medical", "medical may follow", "NO medical"),
    "signed": ("signed", "may sign", "NOT signed"),
    "off": ("off", "may fall through", "NOT off"),
    "wants_out": ("wants to go", "may want to go", "does NOT want to go"),
    "wants_stay": ("wants to stay", "may stay", "does NOT want to stay"),
    "for_sale": ("for sale", "may be sold", "NOT up for sale"),
    "not_for_sale": ("not for sale", "may not be sold", "a sale is NOT ruled out"),
    "contract_talks": ("new contract in talks", "new contract may be offered", "NO talks on a new contract"),
    "contract_signed": ("new contract signed", "new contract may be signed", "new contract NOT signed"),
    "contract_ending": ("contract ending", "contract may end", "contract NOT ending"),
    "past_move": ("earlier move", "earlier move, it seems", "did NOT move"),
    "needs": ("looking", "may look", "NOT looking"),
    "staff_move": ("on the move", "may move", "does NOT move"),
}
_WITH_CLUB: dict[Event, tuple[str, str, str]] = {
    "wants_out": ("wants the move", "may want the move", "does NOT want the move"),
    "wants_stay": ("turned the move down", "may turn the move down", "has NOT turned the move down"),
    "for_sale": ("offered to them", "may be offered to them", "NOT offered to them"),
    "past_move": ("joined earlier", "joined earlier, it seems", "did NOT join"),
}
_STANCES: dict[Event, tuple[str, str]] = {
    "wants_out": ("wants to go", "does NOT want to go"),
    "wants_stay": ("wants to stay", "does NOT want to stay"),
    "for_sale": ("would {} him", "would NOT {} him"),
    "not_for_sale": ("would NOT {} him", "would {} him after all"),
}
_TURNED_DOWN = ("turned down {}", "has NOT turned down {}")
_LEFT = ("left earlier", "left earlier, it seems", "did NOT leave")
_STAFF_IN = ("joins", "wanted", "does NOT join")
_STAFF_OUT = ("leaves", "may leave", "is NOT leaving")
DEAL_WORDS: dict[Deal, str] = {
    "permanent": "permanent",
    "loan": "loan",
    "loan_option": "loan with option to buy",
    "loan_obligation": "loan with obligation to buy",
    "free": "free transfer",
    "swap": "swap",
}
_LOANS = frozenset(("loan", "loan_option", "loan_obligation"))
_FEE_WORDS: dict[FeeKind, str] = {
    "bid": "{}",
    "asking": "{} asked",
    "agreed": "{} agreed",
    "paid": "{} paid",
    "valuation": "valued at {}",
    "clause": "{} clause",
}
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "BRL": "R$", "JPY": "¥"}


def event_words(claim: Claim) -> str:
    """The event in plain words, with its doubt or denial."""
    return _forms(claim)[2 if claim.polarity == "denied" else 0 if claim.modality == "actual" else 1]


def _forms(claim: Claim) -> tuple[str, str, str]:
    if claim.event == "staff_move":
        return _STAFF_IN if claim.club_to else _STAFF_OUT if claim.club_from else EVENT_WORDS["staff_move"]
    if claim.event == "past_move" and claim.club_from and not claim.club_to:
        return _LEFT
    if claim.club_to and claim.event in _WITH_CLUB:
        return _WITH_CLUB[claim.event]
    return EVENT_WORDS[claim.event]


def stance_words(stance: Stance) -> str:
    """What a party is for or against, told of whoever takes the stance: ``would NOT sell him to Chelsea``."""
    side = 0 if stance.affirmed else 1
    if stance.event == "wants_stay" and stance.club:
        return _TURNED_DOWN[side].format(stance.club)
    words = _STANCES[stance.event][side].format("lend" if stance.deal in _LOANS else "sell")
    return f"{words} to {stance.club}" if stance.club else words


def stance_deal(stance: Stance) -> str:
    """The kind of deal that a stance is about, where ``stance_words`` do not tell it."""
    told = stance.deal == "loan" and stance.event in ("for_sale", "not_for_sale")
    return "" if told or stance.deal is None else DEAL_WORDS[stance.deal]


def rung(claim: Claim) -> int:
    """The rung of the pursuit ladder that is said to be reached, 1 to 10; 0 for none."""
    return rung_of(claim.event) if claim.is_actual else 0


def sum_words(amount: int, currency: str) -> str:
    """``£35m``, ``€1.2bn``, ``£120,000``, ``CHF 2m``."""
    sign = _SIGNS.get(currency, f"{currency} ")
    for size, letters in ((10**9, "bn"), (10**6, "m")):
        if round(amount / size, 2) >= 1:
            return f"{sign}{_short(amount / size)}{letters}"
    return f"{sign}{amount:,}"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def fee_words(fee: Fee) -> str:
    """The fee and the part that it plays: ``£35m agreed``."""
    return _FEE_WORDS[fee.kind].format(sum_words(fee.amount, fee.currency))


def money_words(money: Money) -> str:
    """A sum, or a range of it, and for a wage its period: ``£120,000 a week``."""
    low = sum_words(money.amount, money.currency)
    words = f"{low} to {sum_words(money.upper, money.currency)}" if money.upper else low
    return f"{words} a {money.per}" if money.per else words


def terms_words(claim: Claim) -> list[str]:
    """Deal, fee, and what else is told of the terms, each in a few words."""
    terms = claim.terms
    return [
        *([DEAL_WORDS[claim.deal]] if claim.deal else []),
        *([fee_words(claim.fee)] if claim.fee else []),
        *([f"{money_words(terms.add_ons)} in add-ons"] if terms.add_ons else []),
        *([money_words(terms.wage)] if terms.wage else []),
        *([_years(claim.event, terms.years)] if terms.years else []),
        *([f"until {terms.until}"] if terms.until else []),
        *([f"{_percent(terms.sell_on)} sell-on"] if terms.sell_on else []),
        *(["buy-back"] if terms.buy_back else []),
    ]


def _years(event: Event, years: float) -> str:
    """How long a contract is, or of one that ends how long it still runs."""
    if event == "contract_ending":
        return f"{_short(years)} year{'s' if years != 1 else ''} left"
    return f"{_short(years)}-year contract"


def _percent(share: float) -> str:
    return f"{_short(share * 100 if share <= 1 else share)}%"


def window_words(window: str) -> str:
    """``2021-summer`` as ``summer window 2021``."""
    year, _, season = window.partition("-")
    return f"{season} window {year}" if season else window


def outcome_words(outcome: Outcome) -> str:
    """How a saga ended."""
    if outcome.kind == "moved":
        return f"moved to {outcome.club or 'another club'}"
    return "stayed" if outcome.kind == "stayed" else "signed a new contract"


def day_words(day: date) -> str:
    """``3 Feb 2021``."""
    return f"{day.day} {day:%b %Y}"


def moment_words(moment: Moment) -> str:
    """When, as finely as it is known."""
    if moment.precision in ("hour", "day") or moment.start == moment.stop:
        return day_words(moment.start)
    if moment.precision == "month":
        return f"{moment.start:%b %Y}"
    if moment.precision == "year":
        return str(moment.start.year)
    if moment.precision == "season":
        return f"{moment.start.year}/{moment.stop.year % 100:02d}"
    return f"{day_words(moment.start)} to {day_words(moment.stop)}"
