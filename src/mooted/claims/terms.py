"""The terms of a deal as a sentence tells them: its kind, the fee, wages, length, clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from mooted.language.money import find_money
from mooted.model.claim import CONTRACT, PURSUIT, Deal, Event, Terms
from mooted.model.money import Fee, FeeKind, Money

_YEARS = re.compile(r"\b(one|two|three|four|five|six|seven|[1-8])(?:-and-a-half|½)?[- ]year(?:s)?\b(?![ -]old)")
_UNTIL = re.compile(
    r"\b(?:until|till|through to|through|to|expir\w+ in|runs? out in|ends? in|up in) "
    r"(?:the (?:end of the |summer of )?)?((?:june|july|january|december|may|summer|season)? ?20[2-4]\d(?:-\d\d)?)"
)
_SELL_ON = re.compile(
    r"(\d{1,2})(?: per cent|%|pc|percent) (?:sell-on|future-sale|of (?:any|a|the) (?:future|next) (?:sale"
    r"|transfer))|sell-on (?:clause )?of (\d{1,2})"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_KINDS: dict[str, FeeKind] = {
    "bid": "bid", "bid_rejected": "bid", "bid_accepted": "agreed", "agreed": "agreed", "signed": "paid",
    "past_move": "paid", "for_sale": "asking", "not_for_sale": "asking", "medical": "agreed", "terms_agreed": "agreed",
}  # fmt: skip
_NO_DEAL = frozenset((*CONTRACT, "needs", "staff_move"))

# What a sum is said to be, by the words after it or before it, and how well that suits each event.
_AFTER_SUM: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rated", re.compile(r"[- ]?rated\b")),
    ("clause", re.compile(r"[)]?(?:[- ][\w-]+){0,3}? (?:clause|option|buy-?back|buy-?out)\b")),
    (
        "bid",
        re.compile(r"[)]?(?:[- ](?!deal|move|fee|for|from)[\w-]+){0,3}? (?:bid|offer|proposal|approach|attempt)s?\b"),
    ),
    (
        "asking",
        re.compile(
            r"[)]?(?:[- ](?!for|from)[\w-]+){0,1}?[ -](?:price[- ]tag|asking price|price|valuation|demand|rating)\b"
        ),
    ),
    (
        "fee",
        re.compile(
            r"[)]?(?:[- ](?!for|from)[\w-]+){0,2}?[ -](?:fee|deal|move|transfer|switch|package|swoop|agreement"
            r"|transaction)\b"
        ),
    ),
    (
        "bought",
        re.compile(
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
_BEFORE_SUM: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "clause",
        re.compile(
            r"(?:clause|option|buy-?back|buy-?out|purchase option)(?: (?:of|worth|set at|at|is|was|to (?:buy|make "
            r"it permanent|sign him))(?: \w+){0,4})?" + _HEDGE
        ),
    ),
    (
        "bid",
        re.compile(
            r"\b(?:bids?|offer(?:s|ed|ing)?|proposals?|tabled?|submitted|lodged|proposed|proposing|bidding"
            r"|put)(?: in| together| forward)?(?: (?:of|worth|at|them|the [\w']+(?: [\w']+)?|a total of))?" + _HEDGE
        ),
    ),
    (
        "asking",
        re.compile(
            r"\b(?:asking (?:price|for)|price[- ]tag|price|valuation|h[oe]ld(?:ing)? out for|hold(?:ing)? firm on"
            r"|demand(?:s|ed|ing)?|wants?|wanted|seek(?:s|ing)?|available for|quoted|valu(?:e|es|ed|ing)(?: (?:him"
            r"|the [\w-]+|their [\w-]+))? at|listed at|listen to offers|offers|sell (?:him )?for|sold for|go for"
            r"|leave for|let [\w -]{2,20} for|less than|below|in excess of|accept|reach|drop|dropped|lower|meet"
            r"|looking for|expect|insist on)" + _HEDGE
        ),
    ),
    (
        "cost",
        re.compile(
            r"\b(?:would|could|might|will|to) (?:cost|fetch|command|be worth)(?: \w+){0,3}"
            + _HEDGE
            + r"|\b(?:worth|priced at|rated at)"
            + _HEDGE
        ),
    ),
    (
        "fee",
        re.compile(
            r"\b(?:fee|deal|price|move|transfer|switch|package|sum|total|swap|agreement|done|sale|swoop)(?: (?:of"
            r"|worth|for|at|that|could|rise|rising|to|around|is|was|will be|understood|thought|,))*" + _HEDGE
        ),
    ),
    (
        "paid",
        re.compile(
            r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|spen[dt]|splash(?:ed|ing)?(?: out)?|fork(?:ed|ing) out"
            r"|rais(?:e|ed|ing)|receiv\w+|get(?:s|ting)?|got|bank(?:ed|ing)?|net(?:ted)?|part with|invest\w*"
            r"|commit\w*|shelled out|bought|sold|signed|joined)(?: (?:[\w']+ ){0,3})?" + _HEDGE
        ),
    ),
    ("for", re.compile(r"\bfor" + _HEDGE)),
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
_BREAK = re.compile(
    r"[;:]|, (?:but|while|with|who|whose|which|although|though|after|having|as|and|since|following|whom"
    r"|where|for whom|despite|before|when)\b| - "
    r"|(?<!,) (?:but|while|after|since|although|whereas|who|despite|before|following|when)\b|,? and "
    r"(?=(?:will|have|has|are|is|was|were|had|also|later|then|they|he|she|the \w+ (?:have|has|are|is))\b)"
)
_MANY = re.compile(r"\b(?:each|combined|pair|duo|both|for the two)\b")

_LOAN = re.compile(r"\b(?:loan(?:ed|ees?|s)?|on-loan|season-long|temporar(?:y|ily)|borrow(?:ed|ing)?)\b")
_BACKGROUND = re.compile(
    r"\b(?:spent|spends?|spending|spells?|stints?|currently|impress\w*|successful|previous|previously"
    r"|last (?:season|term|year|summer|campaign)|returned"
    r"|returning|(?<!-)back from|had (?!a loan)|during|already|two|three|four|several)\b[^,;.]{0,45}$"
)
_ON_LOAN_NOW = re.compile(
    r"\bon-loan\b|\bloanees?\b|\b(?:is|was|been|currently|while|when|having been)(?: currently| already| "
    r"now| still)? on loan\b|, (?:currently )?on loan (?=at|with)"
)
_TAKEN = re.compile(
    r"\b(?:sign|bring|take|join|move|leave|go|sent|send|let|land|borrow|recruit|deal|swoop"
    r"|return)\w*\b(?:[^,;.]|, \d\d,){0,60}$"
)
_OBLIGATION = re.compile(r"\bobligation\b|\bobligat|\bmandatory\b|\bcompulsory\b|\bmust[- ]buy\b")
_OPTION = re.compile(
    r"\boptions?\b(?! as)|\b(?:view|right|possibility|chance)(?: (?:of|to|being|be|making|make|it|a|the"
    r"|him|then|later))* (?:buy|purchase|permanent|sign)"
    r"|\bbuy (?:option|clause)\b|\bpurchase option\b|\bloan-with-option\b|\bwith (?:an? )?option\b"
)
_OPTION_GATE = ("option", "view to", "buy clause", "right to", "possibility", "with a view")
_NO_OPTION = re.compile(
    r"\b(?:no|without(?: an?)?|not include an?|n't include an?) (?:[\w-]+ ){0,2}?(?:option|obligation|buy"
    r"|purchase|clause)"
)
_FREE = re.compile(
    r"\b(?:free transfers?|free agents?|on a free\b|for free\b|for nothing|without a fee|as a free|free "
    r"signing|free move|bosman|for no fee|pre-contract|following (?:his|her) release"
    r"|when (?:his|her|their|the [\w']+) (?:current |present )?(?:contract|deal)[\w' ]{0,30}? (?:expires?"
    r"|ends?|is up|runs out|runs down|expired))"
)
_LOSE = re.compile(
    r"\b(?:los(?:e|ing)|walk(?:ing)? away|let(?:ting)? (?:him|her) (?:go|leave)|rather than|or )[\w' -]{0,24}$"
)
_SWAP = re.compile(
    r"\b(?:swap(?: deal| involving| move)?|swap-deal|part-exchange|player exchange|in exchange|exchange "
    r"deal|part exchange|makeweight|player-plus-cash|plus cash|"
    r"as part of (?:the|a|any) (?:deal|move|swap)|move the other way|opposite direction|plus the card of"
    r"|in return)\b(?! [A-Z]\w+ (?:for|with))"
)
_SWAP_VERB = re.compile(r"\b(?:to|would|will|could|may|might) swap (?!deal)")
_MADE_PERMANENT = re.compile(
    r"\b(?:permanent (?:deal|move|transfer|basis|signing|switch)|(?:ma[dk]e|making|turn)[\w' -]{1,30} permanent"
    r"|for good)"
)
_THEN = re.compile(r" and | then ")
_SWAPPED = frozenset((*PURSUIT, "for_sale", "past_move"))
_PRE_CONTRACT = frozenset(("agreed", "terms_agreed", "talks", "signed", "bid"))
_PERMANENT = re.compile(r"\b(?:permanent(?:ly)?|for good|outright)\b")
_DEAL_GATE = (
    "loan", "permanent", "free", "swap", "temporar", "season-long", "exchange", "nothing", "makeweight", "contract",
    "borrow", "for good", "without a fee", "as part of", "bosman", "other way", "outright", "no fee", "opposite",
    "in return", "plus cash", "release",
)  # fmt: skip


WIDE = 300  # characters on each side of a claim that can tell its terms


class Sought(NamedTuple):
    """The claim whose terms are sought: its event, where it stands in a section, and who else stands beside it.

    ``own`` is where its person is named in the sentence, ``others`` where other people are.
    """

    event: Event
    start: int
    stop: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    own: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()

    def clipped(self) -> Sought:
        """With no more of a very long sentence than can matter."""
        low, high = min(self.start, self.trigger[0]) - WIDE, max(self.stop, self.trigger[1]) + WIDE
        return self._replace(sentence=(max(self.sentence[0], low), min(self.sentence[1], high)))


def sums_in(money: list[Money], start: int, stop: int) -> list[Money]:
    """Of the sums of a text, in order, those that begin within ``[start, stop)``."""
    low = bisect_left(money, start, key=_begin)
    return money[low : bisect_left(money, stop, lo=low, key=_begin)]


def _begin(sum_: Money) -> int:
    return sum_.span.start


def read_deal(event: Event, low: str, start: int, stop: int) -> Deal | None:
    """The kind of deal that the words ``[start, stop)`` of a sentence in lower case speak of."""
    sought = Sought(event, max(0, start), stop, (max(0, start), stop), (0, len(low)))
    return deal_of(sought, low)


def deal_of(sought: Sought, low: str) -> Deal | None:
    """The kind of deal that a claim names in its own clause of a section in lower case."""
    begin, end = sought.sentence
    if sought.event in _NO_DEAL or not any(word in low[begin:end] for word in _DEAL_GATE):
        return None
    left, right = _clause(sought, low)
    words = low[left:right]
    if _loan(sought, low, left, right) is not None:
        return _kind_of_loan(sought, words, low[left : min(end, right + 90)])
    if sought.event != "past_move" and _PERMANENT.search(words) and not _has_option(words):
        return "permanent"
    if sought.event in _SWAPPED and _SWAP.search(words) and not _SWAP_VERB.search(words):
        return "swap"
    if low.startswith((" when ", " after "), right):
        right = min(end, right + 60)
    return "free" if _is_free(sought, low, left, right) else None


def _is_free(sought: Sought, low: str, left: int, right: int) -> bool:
    """Does the claim's clause speak of a move without a fee, and of this one?"""
    free = _FREE.search(low, left, right)
    if not free or _LOSE.search(low[left : free.start()]) or _between_others(sought, free.start()):
        return False
    return "pre-contract" not in free.group() or sought.event in _PRE_CONTRACT


def _has_option(words: str) -> bool:
    return any(gate in words for gate in _OPTION_GATE)


def _kind_of_loan(sought: Sought, words: str, more: str) -> Deal:
    """A loan by what is to follow it; ``more`` goes on after the clause, where options are told."""
    if sought.event != "past_move" and _MADE_PERMANENT.search(words) and not _has_option(words):
        return "permanent"
    if _NO_OPTION.search(more):
        return "loan"
    if _OBLIGATION.search(more):
        return "loan_obligation"
    return "loan_option" if _has_option(more) and _OPTION.search(more) else "loan"


def _loan(sought: Sought, low: str, left: int, right: int) -> int | None:
    """Where the claim's clause speaks of a loan that is its own; not of one told as history."""
    for match in _LOAN.finditer(low, left, right):
        start = match.start()
        here = sought.trigger[0] - 3 <= start < sought.trigger[1] + 8
        if here:
            return start
        past = sought.event == "past_move"
        if _is_past_loan(sought, low, start) if past else _is_own(sought, low, match, left, right):
            return start
    return None


def _is_past_loan(sought: Sought, low: str, start: int) -> bool:
    """Does a loan close what a claim tells of the past ("joined Lille on loan")?"""
    near = start >= sought.trigger[0] and start - max(sought.stop, sought.trigger[1]) < 20
    return near and not _THEN.search(low, sought.trigger[1], start)


def _is_own(sought: Sought, low: str, match: re.Match[str], left: int, right: int) -> bool:
    """Is a loan part of the move that a claim tells, and neither how things stand nor history?"""
    start = match.start()
    if _ON_LOAN_NOW.search(low, max(left, start - 40), min(match.end() + 4, right)):
        return False
    before = low[max(left, start - 70) : start]
    if _BACKGROUND.search(before) and not _TAKEN.search(before[-45:]):
        return False
    return not _between_others(sought, start)


def _between_others(sought: Sought, where: int) -> bool:
    """Does another person stand between the claim and a place, nearer to it than the claim's own?"""
    low, high = (sought.stop, where) if where >= sought.stop else (where, sought.start)
    return any(low <= start < high for start, _ in sought.others)


def _clause(sought: Sought, low: str) -> tuple[int, int]:
    """The clause, or clauses, in which a claim stands."""
    begin, end = sought.sentence
    left, right = begin, end
    first, last = min(sought.start, sought.trigger[0]), max(sought.stop, sought.trigger[1])
    for match in _BREAK.finditer(low, begin, end):
        if match.end() <= first:
            left = match.start()
        elif match.start() >= last:
            right = match.start()
            break
    return left, right


def read_fee(event: Event, money: Sequence[Money], start: int, stop: int, low: str) -> Fee | None:
    """The sum that belongs to a claim read at ``[start, stop)``."""
    return fee_of(Sought(event, start, stop, (start, stop), (max(0, start - 200), stop + 200)), money, low)


def fee_of(sought: Sought, money: Sequence[Money], low: str) -> Fee | None:
    """The sum that a claim names as its price, of those of its sentence; null where none suits."""
    suits = _SUITS.get(sought.event)
    if not suits:
        return None
    best: tuple[float, Money, str] | None = None
    for sum_ in money:
        if sum_.is_wage:
            continue
        head = head_of(sum_, low)
        if head not in suits:
            continue
        score = suits[head] - _cost(sought, sum_, low)
        if score > 0 and (best is None or score > best[0]):
            best = (score, sum_, head)
    return _fee(sought.event, best[1], best[2]) if best else None


def fee_next(sought: Sought, money: list[Money], low: str, sentence: tuple[int, int]) -> Fee | None:
    """The price that the sentence after a claim tells of it: one sum alone, of a deal ("Deal done. Fee of €40m.")."""
    sums = [sum_ for sum_ in sums_in(money, *sentence)[:3] if not sum_.is_wage]
    if len(sums) != 1 or sought.event not in _NEXT:
        return None
    head = head_of(sums[0], low)
    return _fee(sought.event, sums[0], head) if head in _NEXT[sought.event] else None


def _fee(event: Event, sum_: Money, head: str) -> Fee:
    kind = "clause" if head == "clause" else _KINDS.get(event, "valuation")
    return Fee(sum_.amount, sum_.currency, kind)


def head_of(sum_: Money, low: str) -> str:
    """What the words beside a sum say that it is: a bid, a price asked, a fee, a clause; "" where nothing tells."""
    after = low[sum_.span.stop : sum_.span.stop + 44]
    for name, pattern in _AFTER_SUM:
        if pattern.match(after):
            return name
    before = low[max(0, sum_.span.start - 60) : sum_.span.start]
    cut = max(before.rfind(". "), before.rfind("\n"), before.rfind("; "))
    before = before[cut + 1 :]
    for name, pattern in _BEFORE_SUM:
        if pattern.search(before):
            return name
    return ""


def _cost(sought: Sought, sum_: Money, low: str) -> float:
    """How far a sum stands from a claim: characters, clauses and other people between them."""
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
    breaks = sum(1 for _ in _BREAK.finditer(low, low_, high)) if gap else 0
    people = sum(1 for begin, _ in sought.others if low_ <= begin < high)
    beside = any(0 <= sum_.span.start - end < 3 for _, end in sought.others)
    ours = any(0 <= sum_.span.start - end < 3 for _, end in sought.own)
    return gap / 60 + 1.1 * min(breaks, 2) + 1.2 * min(people, 2) + 3.0 * beside - 2.0 * ours


def for_each(low: str) -> bool:
    """Does a sentence that names several people tell one price for each of them?"""
    return _MANY.search(low) is not None


def read_terms(low: str, money: Sequence[Money]) -> Terms:
    """Wages, length, end, sell-on and buy-back as the sentence has them."""
    wage = next((sum_ for sum_ in money if sum_.is_wage), None)
    years, until, sell_on = _YEARS.search(low), _UNTIL.search(low), _SELL_ON.search(low)
    return Terms(
        wage=wage,
        years=_length(years) if years else None,
        until=until.group(1).strip() if until else None,
        add_ons=next((Money(s.add_ons, s.currency, s.span) for s in money if s.add_ons), None),
        sell_on=float(sell_on.group(1) or sell_on.group(2)) if sell_on else None,
        buy_back="buy-back" in low or "buyback" in low,
    )


def _length(match: re.Match[str]) -> float:
    """How long a contract runs: "four-and-a-half-year" is 4.5."""
    whole = float(_NUMBERS.get(match.group(1)) or int(match.group(1)))
    return whole + 0.5 if "half" in match.group() or "½" in match.group() else whole


def money_of(text: str) -> list[Money]:
    """The sums of a text; none are looked for where no currency is named."""
    return find_money(text)
