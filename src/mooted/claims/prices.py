"""What a move costs: which of the sums of a sentence belongs to a claim, and what it is said to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from mooted.claims.terms import BREAK, Sought
from mooted.language.later import Later
from mooted.model.claim import Event
from mooted.model.money import Fee, FeeKind, Money

_KINDS: dict[str, FeeKind] = {
    "bid": "bid", "bid_rejected": "bid", "bid_accepted": "agreed", "agreed": "agreed", "signed": "paid",
    "past_move": "paid", "for_sale": "asking", "not_for_sale": "asking", "medical": "agreed", "terms_agreed": "agreed",
}  # fmt: skip
_AFTER_SUM: tuple[tuple[str, Later], ...] = (
    ("outlay", Later(r"[- ](?:barrier|budget|war[- ]chest|kitty|(?:spending )?spree|rebuild|overhaul)\b")),
    ("rated", Later(r"[- ]?rated\b")),
    ("clause", Later(r"[)]?(?:[- ][\w-]+){0,3}? (?:clause|option|buy-?back|buy-?out)\b")),
    (
        "bid",
        Later(r"[)]?(?:[- ](?!deal|move|fee|for|from)[\w-]+){0,3}? (?:bid|offer|proposal|approach|attempt)s?\b"),
    ),
    (
        "asking",
        Later(r"[)]?(?:[- ](?!for|from)[\w-]+){0,1}?[ -](?:price[- ]tag|asking price|price|valuation|demand|rating)\b"),
    ),
    (
        "fee",
        Later(
            r"[)]?(?:[- ](?!for|from)[\w-]+){0,2}?[ -](?:fee|deal|move|transfer|switch|package|swoop|agreement"
            r"|transaction)\b"
        ),
    ),
    (
        "bought",
        Later(
            r"[)]?(?: (?!for|from|to|in|on)[\w-]+){0,2}? (?:signing|man|star|striker|forward|midfielder|defender"
            r"|winger|buy|goalkeeper|recruit|replacement|flop)\b"
        ),
    ),
)
_HEDGE = (
    r"(?: (?:around|about|roughly|some|just|over|under|up to|an?|the|initial|of|at|in|excess|more|than|as "
    r"much as|region|only|at least|nearly|almost|least|possible|reported|believed|to be|fixed|combined"
    r"|total|another|club-record|record|further|for|worth|a total of))* $"
)
_BEFORE_SUM: tuple[tuple[str, Later], ...] = (
    (  # of a club on all that it bought
        "outlay",
        Later(
            r"\b(?:spending|spend|outlay|expenditure|investment|bill)"
            r"(?: (?:this|on|in|for|of the|since) [\w' -]{2,30}?)?"
            r" (?:to|past|beyond|above|(?:has |had )?(?:reach|exceed|pass|topp?|hit)\w*)(?: the)?" + _HEDGE
        ),
    ),
    (
        "clause",
        Later(
            r"(?:clause|option|buy-?back|buy-?out|purchase option)(?: (?:of|worth|set at|at|is|was|to (?:buy|make "
            r"it permanent|sign him))(?: \w+){0,4})?" + _HEDGE
        ),
    ),
    (
        "bid",
        Later(
            r"\b(?:bids?|offer(?:s|ed|ing)?|proposals?|tabled?|submitted|lodged|proposed|proposing|bidding"
            r"|put)(?: in| together| forward)?(?: (?:of|worth|at|them|the [\w']+(?: [\w']+)?|a total of))?" + _HEDGE
        ),
    ),
    (
        "asking",
        Later(
            r"\b(?:asking (?:price|for)|price[- ]tag|price|valuation|h[oe]ld(?:ing)? out for|hold(?:ing)? firm on"
            r"|demand(?:s|ed|ing)?|wants?|wanted|seek(?:s|ing)?|available for|quoted|valu(?:e|es|ed|ing)(?: (?:him"
            r"|the [\w-]+|their [\w-]+))? at|listed at|listen to offers|offers|sell (?:him )?for|sold for|go for"
            r"|leave for|let [\w -]{2,20} for|less than|below|in excess of|accept|reach|drop|dropped|lower|meet"
            r"|looking for|expect|insist on)" + _HEDGE
        ),
    ),
    (
        "cost",
        Later(
            r"\b(?:would|could|might|will|to) (?:cost|fetch|command|be worth)(?: \w+){0,3}"
            + _HEDGE
            + r"|\b(?:worth|priced at|rated at)"
            + _HEDGE
        ),
    ),
    (
        "fee",
        Later(
            r"\b(?:fee|deal|price|move|transfer|switch|package|sum|total|swap|agreement|done|sale|swoop)(?: (?:of"
            r"|worth|for|at|that|could|rise|rising|to|around|is|was|will be|understood|thought|,))*" + _HEDGE
        ),
    ),
    (
        "paid",
        Later(
            r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|spen[dt]|splash(?:ed|ing)?(?: out)?|fork(?:ed|ing) out"
            r"|rais(?:e|ed|ing)|receiv\w+|get(?:s|ting)?|got|bank(?:ed|ing)?|net(?:ted)?|part with|invest\w*"
            r"|commit\w*|shelled out|bought|sold|signed|joined)(?: (?:[\w']+ ){0,3})?" + _HEDGE
        ),
    ),
    ("for", Later(r"\bfor" + _HEDGE)),
)
_SUITS: dict[str, dict[str, float]] = {
    "bid": {"bid": 2.5, "fee": 1.2, "for": 0.8, "": 0.9, "paid": 0.5, "clause": 0.3, "asking": -0.6},
    "bid_rejected": {"bid": 2.5, "": 1.2, "fee": 0.8, "for": 0.3, "asking": -1.0},
    "bid_accepted": {"fee": 2.5, "bid": 1.6, "paid": 1.5, "for": 1.6, "": 1.3, "cost": 1.0, "clause": 1.0},
    "agreed": {"fee": 2.2, "for": 1.8, "paid": 1.6, "": 1.0, "cost": 1.6, "bid": 0.2, "clause": -0.4, "asking": -0.4},
    "signed": {"fee": 2.2, "for": 2.0, "paid": 1.9, "": 1.1, "cost": 1.4, "bought": 1.0, "clause": -0.8, "rated": 0.8},
    "past_move": {"fee": 2.0, "for": 2.0, "paid": 2.0, "": 1.0, "cost": 1.5, "bought": 1.5},
    "for_sale": {"asking": 2.4, "cost": 1.8, "for": 1.2, "": 0.6, "clause": 1.0, "rated": 1.6, "fee": 0.8, "bid": 0.1},
    "not_for_sale": {"asking": 2.4, "cost": 1.0, "clause": 1.6, "": 0.6, "for": 0.4, "fee": 0.2, "rated": 1.0},
    "interest": {"rated": 2.6, "cost": 1.3, "fee": 1.4, "for": 0.6, "": 0.2, "asking": -0.1, "clause": -0.6},
    "talks": {"fee": 1.4, "rated": 2.2, "cost": 1.2, "for": 0.8, "": 0.3, "asking": -0.5, "bid": -0.6},
    "off": {"rated": 2.0, "fee": 0.9, "cost": 0.6, "for": 0.4, "bid": -0.2},
    "medical": {"rated": 1.2, "fee": 0.1}, "terms_agreed": {"rated": 1.0}, "contact": {"rated": 2.0, "cost": 0.6},
    "staff_move": {"clause": 2.0, "fee": 1.0, "paid": 1.5, "for": 1.0, "": 0.5},
    "wants_out": {"rated": 1.0},
}  # fmt: skip
_NEXT: dict[str, tuple[str, ...]] = {
    "agreed": ("fee", "paid", "for", "", "asking"), "signed": ("fee", "paid", "for", "", "asking"),
    "bid_accepted": ("fee", "paid", "for"), "bid": ("bid", "fee"), "bid_rejected": ("bid",),
}  # fmt: skip
_OF_HIS_PAST = re.compile(  # the sum of a clause about an earlier move that ends before the claim
    r", who (?:had )?(?:joined|moved|signed|cost|arrived|was (?:signed|bought|sold))\b[^,;]*, "
)
_ABOUT_HIM = re.compile(  # from his name to what he would cost ("Berg, who would cost £5m", "Berg, but he could fetch")
    r"(?:,? \(?\d\d\)?)?,? (?:who|(?:but|though|and|although) (?:he|she)) (?:[\w']+ ){0,2}?"
    r"(?:would|could|might|may|will|'d|'ll) (?:(?!have)\w+ )?(?:cost|fetch|command|be available for|set them back)\b"
    r"[^,;:.£€$]{0,30}"
)
_BARE = frozenset(  # the words of a sentence that is no more than a sum
    "a the transfer fee price package deal offer bid cost initial fixed guaranteed base plus and with in of is be to "
    "for expected could reach rising around about approximately roughly close near just under over nearly almost up "
    "some total bonus bonuses variable variables add-ons add-on addons add ons extras easy performance-related on "
    "top".split()
)
_WORD = re.compile(r"[^\W\d][\w'-]*")
_ABOUT = 70  # characters from his name to the sum of a clause about him
_MANY = re.compile(r"\b(?:each|combined|pair|duo|both|for the two)\b")


def sums_in(money: list[Money], start: int, stop: int) -> list[Money]:
    """Of the sums of a text, in order, those that begin within ``[start, stop)``."""
    low = bisect_left(money, start, key=_begin)
    return money[low : bisect_left(money, stop, lo=low, key=_begin)]


def _begin(sum_: Money) -> int:
    return sum_.span.start


def fee_of(sought: Sought, money: Sequence[Money], low: str) -> Fee | None:
    """The sum that a claim names as its price, of those of its sentence; null where none suits."""
    suits = _SUITS.get(sought.event)
    if not suits:
        return None
    best: tuple[float, Money, str] | None = None
    for at, sum_ in enumerate(money):
        if sum_.is_wage or (at and _converts(money[at - 1], sum_, low)):
            continue
        head, about = head_of(sum_, low), _is_about_him(sought, sum_, low)
        if head not in suits:
            continue
        score = suits[head] - _cost(sought, sum_, low, about)
        if score > 0 and (best is None or score > best[0]):
            best = (score, sum_, head)
    return _fee(sought.event, best[1], best[2]) if best else None


def _converts(before: Money, sum_: Money, low: str) -> bool:
    """Is a sum the one before it in another currency ("€50m (£44.5m, $58m)")?"""
    gap = low[before.span.stop : sum_.span.start]
    return before.currency != sum_.currency and gap in (" (", "(", ", ", " / ", "/")


def fee_next(sought: Sought, money: list[Money], low: str, sentence: tuple[int, int]) -> Fee | None:
    """The price that the sentence after a claim tells of it: one sum alone, of a deal ("Deal done. Fee of €40m.")."""
    sums = [sum_ for sum_ in sums_in(money, *sentence)[:3] if not sum_.is_wage]
    if len(sums) != 1 or sought.event not in _NEXT:
        return None
    head = head_of(sums[0], low)
    suits = head in _NEXT[sought.event] or (head != "clause" and _is_bare(sums[0], low, *sentence))
    return _fee(sought.event, sums[0], head) if suits else None


def _is_bare(sum_: Money, low: str, start: int, stop: int) -> bool:
    """Is a sentence no more than a sum ("42M€ fixed + 8 in variables")?"""
    return _BARE.issuperset(_WORD.findall(f"{low[start : sum_.span.start]} {low[sum_.span.stop : stop]}"))


def _fee(event: Event, sum_: Money, head: str) -> Fee:
    kind = "clause" if head == "clause" else _KINDS.get(event, "valuation")
    return Fee(sum_.amount, sum_.currency, kind)


def head_of(sum_: Money, low: str) -> str:
    """What the words beside a sum say that it is: a bid, a price asked, a fee, a clause; "" where nothing tells."""
    start, stop = sum_.span.start, sum_.span.stop
    return _head_between(low[max(0, start - 60) : start], low[stop : stop + 44])


@lru_cache(maxsize=64)
def _head_between(before: str, after: str) -> str:
    """What a sum between these words is, remembered while the claims beside it are read."""
    for name, pattern in _AFTER_SUM:
        if pattern.now.match(after):
            return name
    cut = max(before.rfind(". "), before.rfind("\n"), before.rfind("; "))
    before = before[cut + 1 :]
    for name, pattern in _BEFORE_SUM:
        if pattern.now.search(before):
            return name
    return ""


def _is_about_him(sought: Sought, sum_: Money, low: str) -> bool:
    """Do the words from his name to a sum tell what he would cost?"""
    start = sum_.span.start
    close = (end for _, end in sought.own if 0 < start - end < _ABOUT)
    return any(_ABOUT_HIM.fullmatch(low, end, start) for end in close)


def _cost(sought: Sought, sum_: Money, low: str, about: bool) -> float:
    """How far a sum stands from a claim: characters, clauses and other people between them; a clause ``about`` him is
    no other."""
    start, stop = min(sought.start, sought.trigger[0]), max(sought.stop, sought.trigger[1])
    if start <= sum_.span.start < stop:
        low_, high = (
            (sum_.span.stop, sought.trigger[0])
            if sum_.span.stop <= sought.trigger[0]
            else (sought.trigger[1], sum_.span.start)
        )
    elif sum_.span.start >= stop:
        low_, high = stop, sum_.span.start
    else:
        low_, high = sum_.span.stop, start
    gap = max(0, high - low_)
    breaks = sum(1 for _ in BREAK.finditer(low, low_, high)) if gap and not about else 0
    people = sum(1 for begin, _ in sought.others if low_ <= begin < high)
    theirs = sum_.span.stop <= start and (
        (breaks > 0 and _tells_of_others(sought, sum_)) or _OF_HIS_PAST.search(low, max(0, sum_.span.start - 90), high)
    )
    beside = any(0 <= sum_.span.start - end < 3 for _, end in sought.others)
    ours = any(0 <= sum_.span.start - end < 3 for _, end in sought.own)
    return gap / 60 + 1.1 * min(breaks, 2) + 1.2 * min(people, 2) + 2.0 * bool(theirs) + 3.0 * beside - 2.0 * ours


def _tells_of_others(sought: Sought, sum_: Money) -> bool:
    """Do others stand before a sum, and not the person of the claim ("signed Berg for £2m and Dunn is on loan")?"""
    own, others = (any(start < sum_.span.start for start, _ in people) for people in (sought.own, sought.others))
    return others and not own


def for_each(low: str) -> bool:
    """Does a sentence that names several people tell one price for each of them?"""
    return _MANY.search(low) is not None
