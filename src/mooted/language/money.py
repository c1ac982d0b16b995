"""Sums of money in English text: "£25m plus £5m in add-ons", "25-30m euros", "£120,000-a-week".

Each currency sign or word is a hit. A pattern anchored at the hit reads the number beside it, and a fold over
neighbouring sums joins ranges, rises and add-ons by the words between them. Every step looks at a bounded number of
characters, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from mooted.language.later import Later
from mooted.language.surrogates import whole
from mooted.model.money import Money, Period
from mooted.model.span import Span

SIGNS: Final = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₺": "TRY", "₽": "RUB", "₩": "KRW"}
DOLLARS: Final = {"US": "USD", "R": "BRL", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD"}
CODES: Final = ("GBP", "EUR", "USD", "CHF", "BRL", "SAR", "TRY")
WORDS: Final = {
    "euro": "EUR", "pound": "GBP", "quid": "GBP", "dollar": "USD", "franc": "CHF", "reais": "BRL", "lira": "TRY",
    "riyal": "SAR", "dirham": "AED", "yuan": "CNY", "yen": "JPY", "rouble": "RUB", "kron": "",
}  # fmt: skip
NATIONAL: Final = {
    "australian dollar": "AUD", "canadian dollar": "CAD", "egyptian pound": "EGP", "qatari riyal": "QAR",
    "norwegian kron": "NOK", "danish kron": "DKK", "swedish kron": "SEK",
}  # fmt: skip
SCALES: Final = {
    "k": 10**3, "th": 10**3, "m": 10**6, "mi": 10**6, "ml": 10**6, "mn": 10**6,
    "b": 10**9, "bi": 10**9, "bn": 10**9, "tr": 10**12, "tn": 10**12,
}  # fmt: skip
NUMERALS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
PERIODS: Final[dict[str, Period]] = {
    "w": "week", "m": "month", "y": "year", "s": "year", "c": "year", "a": "year",
}  # fmt: skip
PREFIXES: Final = {"GBP": "£", "EUR": "€", "USD": "$", "BRL": "R$", "JPY": "¥", "TRY": "₺", "RUB": "₽"}
PARTS: Final = ("quarter of ", "quarters of ", "third of ", "half of ")
LARGEST: Final = 10**15
LEAST_IN_WORDS: Final = 1000  # "180 pounds" is what a man weighs
WITHOUT_SCALE: Final = 1000  # below this, the first number of a range takes the scale of the second
WIDEST_RANGE: Final = 3
STEEPEST_RISE: Final = 4
WEEKLY: Final = 1_000_000  # a wage whose period is not told is paid by the week below this, by the year above
NEAR: Final = 60
CHUNK: Final = 1 << 16

_CURRENCY: Final = (
    SIGNS
    | {code: code for code in CODES}
    | {form: code for word, code in WORDS.items() for form in (word, word.title(), word.upper())}
)
_NAMES: Final = tuple(_CURRENCY)
_LONGEST: Final = max(map(len, _NAMES))
_AUTOMATON: Final = AhoCorasick(_NAMES, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

_SCALE = r"(?:(?:[ \u00a0-]?(?:millions?|mill?|mln|mio|mn|m|billions?|bn|thousand|trillion|tn)|k|b)(?![^\W\d_]))"
_NUMBER = (
    r"(?:[0-9]{1,3}(?:(?:,[0-9]{3}){1,4}|(?:\.[0-9]{3}){2,4}|-000)(?![0-9])"
    rf"|[0-9]{{1,9}}(?:\.[0-9]{{1,3}}|,[0-9]{{1,2}}(?={_SCALE}))?(?![0-9]))"
)
_DASH = "[-\u2013\u2014]"
_SPELT = (
    r"(?:half[ -]a|(?:(?:a|one|two|three|four|five|six|seven|eight|nine)[ -])?hundred"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?+"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)(?![^\W_])"
)
_COUNT = rf"(?:{_NUMBER}|{_SPELT})"
_AFTER_SIGN = re.compile(
    rf"[ \u00a0]?(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?+(?![^\W\d_])"
    rf"(?:(?:[ \u00a0]?(?:{_DASH}|/)[ \u00a0]?|[ ]to[ ])(?P<high>{_NUMBER})(?P<high_scale>{_SCALE}))?",
    re.IGNORECASE,
)
_BEFORE_SIGN = Later(
    rf"(?<![\w.,£€$-])(?:(?P<low>{_COUNT})(?P<low_scale>{_SCALE})?(?P<join>[ ]?(?:{_DASH}|/)[ ]?|[ ](?:to|or|and)[ ]))?"
    rf"(?P<high>{_COUNT})(?P<high_scale>{_SCALE})?[ \u00a0-]?"
    r"(?P<nation>(?:US|Australian|Canadian|Swiss|Turkish|Saudi|Qatari|Egyptian|Brazilian|Chinese|Norwegian|Danish"
    r"|Swedish)[ ])?\Z",
    re.IGNORECASE,
)
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}")
_DOTTED = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_WORD_END = re.compile(r"(?:s|er|or)?(?![^\W\d_])")
_PER = re.compile(
    r"(?:[ ](?:net|gross|basic|(?:before|after)[ ](?:tax|bonuses)|plus[ ]bonuses))?"
    r"(?:(?:[ -](?:an?|per|each|every)[ -]|[ ]?/[ ]?)(?P<unit>week|month|year|season|campaign|annum)\b"
    r"|[ -](?P<often>weekly|monthly|yearly|annual)|[ ]?p[/.]?(?P<short>[wa])\b|[ -](?:salary|wages?)\b(?![ ]bill))",
    re.IGNORECASE,
)
_WAGE_OF = Later(
    r"\b(?:(?P<often>weekly|monthly|yearly|annual)[ ])?(?:wages?|salary|salaries)(?:[ ]demands)?"
    r"(?:[ ](?:of|worth|at|around|about|roughly|some|over|is|was|up|to|an|initial|nearly|almost)){1,4}[ ]\Z",
    re.IGNORECASE,
)
_HEDGE = r"(?:(?:around|about|as much as|just under|just over|up to|some|a possible|a potential|a maximum of) )?"
_RANGE = Later(rf"[ ]?{_DASH}[ ]?|[ ](?:to|or)[ ]{_HEDGE}", re.IGNORECASE)
_BETWEEN = Later(rf"[ ](?:and|to)[ ]{_HEDGE}", re.IGNORECASE)
_RISE = Later(
    r"(?:[^.;!?\n£€$]{0,45}[ ])?"
    r"(?:(?:ris|increas)(?:e|es|ing)|(?:grow|go|climb)(?:s|ing)?|tak(?:e|es|ing)[ ][a-z ]{2,15})"
    rf"(?:[ ]up)?[ ]to[ ]{_HEDGE}"
    r"|,?[ ](?:and )?(?:potentially |possibly )?up to[ ]"
    r"|,?[ ][a-z, -]{0,30}could (?:eventually |ultimately |potentially )?(?:be worth|reach|total|hit)[ ]" + _HEDGE,
    re.IGNORECASE,
)
_ON_TOP = Later(
    r"\)?(?:[ -](?:up[ -]?front|fixed|guaranteed|initial|basic|fee|offer|bid|deal|package|cash)){0,2},?[ ]?"
    r"(?:along )?(?P<join>plus|\+|with|and)[ ]?"
    r"(?:(?:an?|another|further|additional|extra|potential|possible|up to|around|about|as much as)[ ]){0,3}",
    re.IGNORECASE,
)
_ADD_ONS = Later(
    r"[ ](?:(?:in|of|worth of|worth|potential|possible|performance-related|further|various|easy|achievable)[ ]){0,3}"
    r"(?:add|bonus|extras|variable|incentive|performance)",
    re.IGNORECASE,
)


class _Sum(NamedTuple):
    """A sum as it stands, and the scale it was written with ("m" is a million, 1 where there is none)."""

    money: Money
    scale: int


def find_money(text: str) -> list[Money]:
    """The sums of money in ``text``, in order, ranges and add-ons joined. Linear in its length; never raises."""
    try:
        return _find(text)
    except UnicodeEncodeError:
        return _find(whole(text))


def _find(text: str) -> list[Money]:
    sums: list[_Sum] = []
    floor = 0
    for hit, name in _hits(text):
        found = _read(text, hit, name, floor) if hit >= floor else None
        if found:
            floor = found.money.span.stop
            _add(text, sums, found)
    return [found.money for found in sums]


def _hits(text: str) -> Iterator[tuple[int, str]]:
    """The places where a currency sign or word stands, in order; by pieces, so that few are held at once."""
    for start in range(0, len(text), CHUNK):
        for which, place, _ in _AUTOMATON.find_matches_as_indexes(text[start : start + CHUNK + _LONGEST - 1]):
            if place < CHUNK:
                yield start + place, _NAMES[which]


def _read(text: str, hit: int, name: str, floor: int) -> _Sum | None:
    """The sum that the sign or word at ``hit`` belongs to, not reaching back past ``floor``."""
    after = hit + len(name)
    if name in SIGNS:
        start, currency = _dollar(text, hit) if name == "$" else (hit, SIGNS[name])
        return _forward(text, start, after, currency) or _backward(text, hit, after, name, floor)
    end = _WORD_END.match(text, after)
    if not end or text[hit - 1 : hit].isalpha():
        return None
    if name in CODES and (found := _forward(text, hit, after, name)):
        return found
    return _backward(text, hit, end.end(), name, floor)


def _dollar(text: str, hit: int) -> tuple[int, str]:
    """Where a dollar sign begins, with the letters before it, and its currency: "US$", "R$"."""
    for size in (2, 1):
        start = max(hit - size, 0)
        if text[start:hit] in DOLLARS and not text[max(start - 1, 0) : start].isalnum():
            return start, DOLLARS[text[start:hit]]
    return hit, SIGNS["$"]


def _forward(text: str, start: int, after: int, currency: str) -> _Sum | None:
    """The sum that begins with a sign at ``start`` and whose number stands ``after`` it: "£25-30m"."""
    match = _AFTER_SIGN.match(text, after)
    if not match:
        return None
    numbers = [(match["low"], match["low_scale"])]
    if match["high"]:
        numbers.append((match["high"], match["high_scale"]))
    return _sum(text, numbers, currency, Span(start, match.end()))


def _backward(text: str, hit: int, stop: int, name: str, floor: int) -> _Sum | None:
    """The sum whose number stands before the sign or word from ``hit`` to ``stop``: "25-30m euros"."""
    if not _follows_number(text, hit):
        return None
    match = _BEFORE_SIGN.now.search(text, max(floor, hit - NEAR), hit)
    if not match or not _is_whole(text, match, name):
        return None
    numbers = [(match["low"], match["low_scale"]), (match["high"], match["high_scale"])]
    start = match.start()
    if not match["low"] or (match["join"].strip().lower() == "and" and not _ends(text, start, "between ")):
        numbers, start = numbers[1:], match.start("high")
    currency = NATIONAL.get(f"{match['nation'] or ''}{name}".lower()) or _CURRENCY[name]
    return _sum(text, numbers, currency, Span(start, stop)) if currency else None


def _follows_number(text: str, place: int) -> bool:
    """A quick look: only a digit or a letter, with one space or hyphen, can end a number before ``place``."""
    before = text[place - 1 : place]
    if before in (" ", "-", "\u00a0"):
        before = text[place - 2 : place - 1]
    return before.isalnum()


def _is_whole(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a number before a sign or word is a sum: "180 pounds", "2020 Euros", "a third of 3m" are not."""
    number, scale = match["high"], match["high_scale"]
    if scale:
        return not any(_ends(text, match.start(), part) for part in PARTS)
    if not number[0].isdigit():
        return False
    return name in SIGNS or "," in number or (_number(number) >= LEAST_IN_WORDS and not _is_year(number))


def _is_year(number: str) -> bool:
    return len(number) == len("2020") and number[:2] in ("19", "20")


def _ends(text: str, place: int, words: str) -> bool:
    """Whether ``words`` stand right before ``place``."""
    return text[max(place - len(words), 0) : place].lower() == words


def _sum(text: str, numbers: list[tuple[str, str | None]], currency: str, span: Span) -> _Sum | None:
    """One or two numbers with their scales as a sum; the first takes the scale of the second where it has none."""
    scale = _scale(numbers[-1][1])
    amounts = sorted(_amount(words, own, scale) for words, own in numbers)
    if not 0 < amounts[0] <= amounts[-1] <= LARGEST:
        return None
    money = Money(amounts[0], currency, span, amounts[-1] if amounts[-1] > amounts[0] else None)
    return _Sum(_with_period(text, money), scale)


def _amount(words: str, own: str | None, shared: int) -> int:
    number = _number(words)
    if own or (shared > 1 and number < WITHOUT_SCALE and "," not in words[:-3]):
        return round(number * (_scale(own) if own else shared))
    return round(number * 1000 if _DOTTED.fullmatch(words) else number)


def _number(words: str) -> float:
    """A number as written: "27.5", "120,000", "250-000", "27,5", "twenty-five"."""
    if not words[0].isdigit():
        return _spelt(words)
    words = words.replace("-", "")
    if _COMMA_DECIMAL.fullmatch(words):
        return float(words.replace(",", "."))
    return float(words.replace(".", "") if words.count(".") > 1 else words.replace(",", ""))


def _spelt(words: str) -> float:
    """A number in words: "half a", "a hundred", "twenty-five"."""
    if words.lower().startswith("half"):
        return 0.5
    total = 0
    for word in words.lower().replace("-", " ").split():
        total = max(total, 1) * 100 if word == "hundred" else total + NUMERALS[word]
    return total


def _scale(words: str | None) -> int:
    letters = (words or "").strip(" \u00a0-").lower()
    return SCALES.get(letters[:2], SCALES.get(letters[:1], 1)) if letters else 1


def _with_period(text: str, money: Money) -> Money:
    """The sum with how often it is paid, where the words behind it or before it tell."""
    after = _PER.match(text, money.span.stop)
    if after:
        letter = (after["unit"] or after["often"] or after["short"] or "")[:1].lower()
        return replace(money, per=_period(letter, money.amount), span=Span(money.span.start, after.end()))
    start = max(money.span.start - NEAR, 0)
    before = (
        _WAGE_OF.now.search(text, start, money.span.start) if _speaks_of_pay(text[start : money.span.start]) else None
    )
    return replace(money, per=_period((before["often"] or "")[:1].lower(), money.amount)) if before else money


def _speaks_of_pay(words: str) -> bool:
    return "wage" in words or "salar" in words


def _period(letter: str, amount: int) -> Period:
    return PERIODS.get(letter, "week" if amount < WEEKLY else "year")


def _add(text: str, sums: list[_Sum], found: _Sum) -> None:
    """Put ``found`` behind ``sums``, or join it to the last of them."""
    last = sums[-1] if sums else None
    if last is None or found.money.span.start - last.money.span.stop > NEAR:
        sums.append(found)
    elif last.money.currency != found.money.currency:
        _add_past_brackets(text, sums, found)
    elif joined := _joined(text, last, found):
        sums[-1] = joined
    else:
        sums.append(found)


def _add_past_brackets(text: str, sums: list[_Sum], found: _Sum) -> None:
    """In "€50m (£44.5m) plus €5m" the last sum goes with the first."""
    inner, outer = sums[-1].money, sums[-2].money if len(sums) > 1 else None
    gap = Span(inner.span.stop, found.money.span.start)
    if (
        outer
        and outer.currency == found.money.currency
        and text[outer.span.stop : inner.span.start].strip() == "("
        and text[gap.start] == ")"
        and _is_on_top(text, outer, found.money, gap)
    ):
        sums[-2] = sums[-2]._replace(money=replace(outer, add_ons=found.money.amount))
    else:
        sums.append(found)


def _joined(text: str, last: _Sum, found: _Sum) -> _Sum | None:
    """Two neighbours as one sum: a range, a rise or a base with its add-ons. Null where they stay two."""
    low, high = last.money, found.money
    if low.upper or high.upper or low.add_ons or (low.per and low.per != high.per):
        return _on_top(text, last, found)
    base = _shared(last, found)
    span = Span(low.span.start, high.span.stop)
    gap = text[low.span.stop : high.span.start]
    if base < high.amount <= base * WIDEST_RANGE and _is_range(text, low, gap):
        return _Sum(Money(base, low.currency, span, high.amount, high.per), found.scale)
    if low.amount < high.amount <= low.amount * STEEPEST_RISE and _RISE.now.fullmatch(gap):
        return _Sum(Money(low.amount, low.currency, span, high.amount, high.per), found.scale)
    return _on_top(text, last, found)


def _shared(last: _Sum, found: _Sum) -> int:
    """The lower end of a range in the scale of the upper: "£15-£20million"."""
    bare = last.scale == 1 and last.money.amount < WITHOUT_SCALE
    return last.money.amount * found.scale if bare else last.money.amount


def _is_range(text: str, low: Money, gap: str) -> bool:
    if _ends(text, low.span.start, "by "):
        return False
    return bool(_RANGE.now.fullmatch(gap) or (_BETWEEN.now.fullmatch(gap) and _ends(text, low.span.start, "between ")))


def _on_top(text: str, last: _Sum, found: _Sum) -> _Sum | None:
    """A base and its add-ons as one sum: "£25m plus £5m in add-ons"."""
    base, extra = last.money, found.money
    if not _is_on_top(text, base, extra, Span(base.span.stop, extra.span.start)):
        return None
    span = Span(base.span.start, extra.span.stop)
    return last._replace(money=replace(base, span=span, add_ons=(base.add_ons or 0) + (extra.upper or extra.amount)))


def _is_on_top(text: str, base: Money, extra: Money, gap: Span) -> bool:
    if base.per or extra.per or extra.amount > base.amount:
        return False
    link = _ON_TOP.now.fullmatch(text, gap.start, gap.stop)
    return bool(link and (link["join"] in ("plus", "+") or _ADD_ONS.now.match(text, extra.span.stop)))
