"""The terms of a deal as a sentence tells them: its kind, wages, length and clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mooted.language.gates import has_any
from mooted.model.claim import CONTRACT, PURSUIT, Deal, Event, Terms
from mooted.model.money import Money

_YEARS = re.compile(
    r"\b(one|two|three|four|five|six|seven|[1-8])(?:-and-a-half|½)?[- ]years?\b"
    r"(?![ -](?:old|ago|earlier|later|before|after|since|back|younger|older|hence)\b)"
)
_UNTIL = re.compile(
    r"\b(?:until|till|through to|through|to|expir\w+ in|runs? out in|ends? in|up in) "
    r"(?:the (?:end of the |summer of )?)?((?:june|july|january|december|may|summer|season)? ?20[2-4]\d(?:-\d\d)?)"
)
_SELL_ON = re.compile(
    r"(\d{1,2})(?: per cent|%|pc|percent) (?:sell-on|future-sale|of (?:any|a|the) (?:future|next) (?:sale"
    r"|transfer))|sell-on (?:clause )?of (\d{1,2})"
)
_SELL_ON_GATE = ("sell-on", "future", "next")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NO_DEAL = frozenset((*CONTRACT, "needs", "staff_move"))
AND_MOVES = (  # "... signed X and Y joined Lens"
    r"(?=(?:[\w'.-]+ ){1,3}(?:has |have |had |also |then )?"
    r"(?:joined|moved|signed for|left|arrived|returned|went|came|swapped|switched)\b)"
)
BREAK = re.compile(
    r"[;:]|, (?:but|while|with|who|whose|which|although|though|after|having|as|and|since|following|whom"
    r"|where|for whom|despite|before|when)\b| - "
    r"|(?<!,) (?:but|while|after|since|although|whereas|who|despite|before|following|when)\b|,? and "
    r"(?=(?:will|have|has|are|is|was|were|had|also|later|then|they|he|she|the \w+ (?:have|has|are|is))\b)"
    rf"|,? and {AND_MOVES}"
    r"|,? and (?=(?:signed|bought|recruited|acquired|landed|added|sold|loaned|brought in|snapped up)"
    r" (?!(?:on|for|an?|the|his|her|their|him|until|with|to|up|off|as|in|at)\b))"
)
_MILLIONS = re.compile(r"[£€$] ?\d[\d.,]* ?(?:m|bn|million|billion)\b")
_LOAN = re.compile(r"\b(?:loan(?:ed|ees?|ing|s)?|on-loan|season-long|temporar(?:y|ily)|borrow(?:ed|ing)?)\b")
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
_ASIDE = re.compile(  # begins a clause about where he went, which a comma ends before the claim
    r", who (?:(?:has|had|have|only|first|also|recently|previously) ){0,2}"
    r"(?:went|came|was|is|been|joined|moved|gone|spent|arrived|left|signed|switched)\b[^,;]{0,60}$"
)
_OBLIGATION = re.compile(r"\bobligation\b|\bobligat|\bmandatory\b|\bcompulsory\b|\bmust[- ]buy\b")
_OPTION = re.compile(
    r"\boptions?\b(?! as)|\b(?:view|right|possibility|chance)(?: (?:of|to|being|be|making|make|it|a|the"
    r"|him|then|later))* (?:buy|purchase|permanent|sign)"
    r"|\bright of (?:redemption|purchase)\b|\bbuy (?:option|clause)\b|\bpurchase option\b|\bloan-with-option\b"
    r"|\bwith (?:an? )?option\b"
)
_OPTION_GATE = ("option", "view to", "buy clause", "right to", "right of", "possibility", "with a view")
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
    r"\b(?:swap(?: deal| involving| move)?|swap-deal|part-exchange|player exchange"
    r"|in exchange(?! for (?:[£€$\d]|(?:an? )?(?:fee|cash|money|sum|allocation)))|exchange "
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


def deal_of(sought: Sought, low: str) -> Deal | None:
    """The kind of deal that a claim names in its own clause of a section in lower case."""
    begin, end = sought.sentence
    if sought.event in _NO_DEAL or not has_any(low[begin:end], _DEAL_GATE):
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
    if free.start() >= sought.stop and _MILLIONS.search(low, sought.start, sought.stop):
        return False  # of another one: "spent £50m on Varga, with Ashby signing on a free"
    return "pre-contract" not in free.group() or sought.event in _PRE_CONTRACT


def _has_option(words: str) -> bool:
    return has_any(words, _OPTION_GATE)


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
        if _of_another(sought, low, start):
            continue
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
    if "," in low[start : max(start, sought.trigger[0])] and _ASIDE.search(before):
        return False
    return not _between_others(sought, start)


def _of_another(sought: Sought, low: str, where: int) -> bool:
    """Is a loan told of others alone, in a clause before the person's own ("took Berg on loan and signed Dunn")?"""
    own = min(sought.own, default=(0, 0))[0]
    others = any(start < where for start, _ in sought.others)
    if where >= own or not others:
        return False
    breaks = BREAK.finditer(low, where, own)  # but "on loan, as will Dunn" is told of Dunn
    return any(found.group() != ", as" or low.startswith(" well", found.end()) for found in breaks)


def _between_others(sought: Sought, where: int) -> bool:
    """Does another person stand between the claim and a place, nearer to it than the claim's own?"""
    low, high = (sought.stop, where) if where >= sought.stop else (where, sought.start)
    return any(low <= start < high for start, _ in sought.others)


def _clause(sought: Sought, low: str) -> tuple[int, int]:
    """The clause, or clauses, in which a claim stands."""
    begin, end = sought.sentence
    left, right = begin, end
    first, last = min(sought.start, sought.trigger[0]), max(sought.stop, sought.trigger[1])
    for match in BREAK.finditer(low, begin, end):
        if match.end() <= first:
            left = match.start()
        elif match.start() >= last:
            right = match.start()
            break
    return left, right


def read_terms(low: str, money: Sequence[Money]) -> Terms:
    """Wages, length, end, sell-on and buy-back as the sentence has them."""
    wage = next((sum_ for sum_ in money if sum_.is_wage), None)
    years = _YEARS.search(low) if "year" in low else None
    until = _UNTIL.search(low) if "20" in low else None
    sell_on = _SELL_ON.search(low) if has_any(low, _SELL_ON_GATE) else None
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
