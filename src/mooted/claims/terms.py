"""The terms of a deal as a sentence tells them: its kind, the fee, wages, length, clauses."""

from __future__ import annotations

import re

from mooted.language.money import find_money
from mooted.model.claim import CONTRACT, Deal, Event, Terms
from mooted.model.money import Fee, FeeKind, Money

_OBLIGATION = re.compile(r"\bobligation (?:to|of)|obligat|mandatory|compulsory (?:to )?(?:buy|purchase)|must buy|buy clause mandatory")
_OPTION = re.compile(
    r"\b(?:option|view|right|chance|possibility)(?: of| to)?(?: being| be| making| make| it| a| the| him| buy| purchase)*(?: buy| to buy| permanent| purchase)|buy option|option to (?:buy|make|sign|purchase)|purchase option|option for a permanent|with (?:an|the) option|buy clause|option included"
)
_LOAN = re.compile(r"\b(?:loan|loaned|loanee|loans|on-loan|temporary|season-long|borrow)\b")
_FREE = re.compile(r"\b(?:free transfer|free agent|on a free|for free|for nothing|without a fee|as a free|free signing|bosman)\b")
_SWAP = re.compile(r"\b(?:swap deal|swap|part-exchange|player exchange|in exchange|exchange deal|part exchange|makeweight|player-plus-cash|plus cash)\b")
_PERMANENT = re.compile(r"\bpermanent(?:ly)?\b")
_YEARS = re.compile(r"\b(one|two|three|four|five|six|seven|[1-8])(?:-and-a-half|½)?[- ]year(?:s)?\b")
_UNTIL = re.compile(r"\b(?:until|through to|to|till) (?:the (?:end of the |summer of )?)?((?:june|july|january|december|may|summer|season)? ?20[2-4]\d(?:-\d\d)?)")
_SELL_ON = re.compile(r"(\d{1,2})(?: per cent|%|pc) (?:sell-on|of (?:any|a|the) (?:future|next) (?:sale|transfer))|sell-on (?:clause )?of (\d{1,2})")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_KINDS: dict[str, FeeKind] = {
    "bid": "bid", "bid_rejected": "bid", "bid_accepted": "agreed", "agreed": "agreed", "signed": "paid",
    "past_move": "paid", "for_sale": "asking", "not_for_sale": "asking", "medical": "agreed", "terms_agreed": "agreed",
}  # fmt: skip
_CLAUSE = re.compile(r"clause")
_PRICED = frozenset(("bid", "bid_rejected", "bid_accepted", "agreed", "signed", "past_move", "for_sale", "not_for_sale",
                     "interest", "talks", "medical", "off", "contact", "staff_move"))  # fmt: skip
_NO_DEAL = frozenset((*CONTRACT, "needs", "staff_move"))


def read_deal(event: Event, low: str, start: int, stop: int) -> Deal | None:
    """The kind of deal that the words ``[start, stop)`` of a sentence in lower case speak of."""
    if event in _NO_DEAL:
        return None
    near = low[max(0, start) : stop]
    loan = _LOAN.search(near)
    if loan:
        if _OBLIGATION.search(near):
            return "loan_obligation"
        if _OPTION.search(near):
            return "loan_option"
        return "loan"
    if _SWAP.search(near):
        return "swap"
    if _FREE.search(near):
        return "free"
    return "permanent" if _PERMANENT.search(near) else None


def read_fee(event: Event, money: list[Money], start: int, stop: int, low: str) -> Fee | None:
    """The sum that belongs to a claim read at ``[start, stop)``: the nearest that is no wage."""
    if event not in _PRICED:
        return None
    near = [sum_ for sum_ in money if not sum_.is_wage and _gap(sum_, start, stop) < 70]
    if not near:
        return None
    best = min(near, key=lambda sum_: _gap(sum_, start, stop))
    kind = _KINDS.get(event, "valuation")
    if _CLAUSE.search(low[best.span.stop : best.span.stop + 30]):
        kind = "clause"
    return Fee(best.amount, best.currency, kind)


def _gap(sum_: Money, start: int, stop: int) -> int:
    if sum_.span.stop <= start:
        return start - sum_.span.stop
    return max(0, sum_.span.start - stop)


def read_terms(low: str, money: list[Money]) -> Terms:
    """Wages, length, end, sell-on and buy-back as the sentence has them."""
    wage = next((sum_ for sum_ in money if sum_.is_wage), None)
    years, until, sell_on = _YEARS.search(low), _UNTIL.search(low), _SELL_ON.search(low)
    return Terms(
        wage=wage,
        years=float(_NUMBERS.get(years.group(1)) or int(years.group(1))) if years else None,
        until=until.group(1).strip() if until else None,
        add_ons=next((Money(s.add_ons, s.currency, s.span) for s in money if s.add_ons), None),
        sell_on=float(sell_on.group(1) or sell_on.group(2)) if sell_on else None,
        buy_back="buy-back" in low or "buyback" in low,
    )


def money_of(text: str) -> list[Money]:
    """The sums of a text; none are looked for where no currency is named."""
    return find_money(text)
