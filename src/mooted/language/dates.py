"""Times in English text, resolved against the day of publication: "29 January", "on Sunday", "last summer".

Each word that can carry a time ("January", "Sunday", "summer", "2028", "ago") is looked up in a table, and the
patterns for it read a bounded stretch around it, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from mooted.language import periods
from mooted.language.periods import Stretch
from mooted.model.moment import Moment, Precision
from mooted.model.span import Span

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMERALS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "few": 3, "a few": 3, "several": 4, "couple of": 2,
    "a couple of": 2,
}  # fmt: skip
ONE_AND_SOME: Final[dict[str, tuple[int, int]]] = {  # days in one unit, and in "the coming days", "the last weeks"
    "hour": (0, 1), "day": (1, 7), "week": (7, 28), "month": (30, 120), "year": (365, 3 * 365),
}  # fmt: skip
UNIT_PRECISION: Final[dict[str, Precision]] = {
    "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
}  # fmt: skip
MEANS: Final = {
    "previous": "last",
    "past": "last",
    "recent": "last",
    "current": "this",
    "coming": "next",
    "upcoming": "next",
}
FARTHEST: Final = 60  # of whatever unit: "300 years ago" is no time of football
SUMMER_ENDS: Final = 9
LAST_MONTHS: Final = (5, 6)  # of a season, when "the new season" is the one to come
BEFORE: Final = 32
AFTER: Final = 40
CUE: Final = 70

_YEAR = r"(?:19[5-9][0-9]|20[0-6][0-9])(?![0-9])"
_COUNT = "(?:[0-9]{1,3}|" + "|".join(sorted(NUMERALS, key=len, reverse=True)) + ")"
_MONTH = "(?:" + "|".join(sorted({*MONTHS, *SHORT_MONTHS}, key=len, reverse=True)) + ")"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_ORDINAL = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_LEAD = (
    r"(?:back in|in|on|since|until|till|by|from|before|after|during|early|late|mid|through|throughout"
    r"|(?:(?:the|very) ){0,2}(?:end|start|beginning|middle|month|summer) of)"
)
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_TOKEN = re.compile(r"[A-Za-z]{3,12}|[0-9]{4}")
_AHEAD = (
    r"will|would|could|can|might|should|must|until|till|expected|set|due|hope|hopes|hoping|want|wants|ready|expires?"
    r"|runs|run out|ahead of|upcoming|face|faces|host|hosts|planned|scheduled"
    r"|to (?!the |a |an |his |her |their |its )(?=[a-z])"
)
_BEHIND = (
    r"was|were|had|has|have|since|ago|came|left|won|made|took|became|said|told|met|bought|sold|spent|paid|held"
    r"|(?:only|after|despite) [a-z]{2,12}ing|(?!linked|interested|tipped|rated|valued|based)[a-z]{2,12}ed"
)
_CUES = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|{_BEHIND})\b")
_LEADS_ON = re.compile(r"(?i:until|till|by|before)\b")
_LEADS_BACK = re.compile(r"(?i:since|back in|after|from)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that a text tells, and where it stands."""

    span: Span
    moment: Moment


class _Reading(NamedTuple):
    """What a rule may look at: the match, its text, the token that called for it and the day of publication."""

    match: re.Match[str]
    text: str
    published: date | None


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    needs: str
    read: Callable[[_Reading], Stretch | None]


def find_moments(text: str, published: date | None) -> list[Dated]:
    """The times that ``text`` tells, in order; relative ones only where ``published`` is known. Never raises."""
    day = _usable(published)
    found: list[Dated] = []
    floor = 0
    for token in _TOKEN.finditer(text):
        rules = _RULES.get(token.group()) if token.start() >= floor else None
        dated = _first(rules, text, token, floor, day) if rules else None
        if dated:
            found.append(dated)
            floor = dated.span.stop
    return found


def years_ago(moment: Moment, published: date) -> float:
    """How many years the middle of ``moment`` lies before ``published``; negative where it lies ahead."""
    middle = moment.start + (moment.stop - moment.start) / 2
    return (_plain(published) - middle).days / 365.25


def is_past(moment: Moment, published: date) -> bool:
    """Whether ``moment`` was over on the day of publication."""
    return moment.stop < _plain(published)


def _plain(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _usable(published: date | None) -> date | None:
    """The day of publication, unless it is absurd."""
    if published is None or not periods.EARLIEST <= published.year <= periods.LATEST:
        return None
    return _plain(published)


def _first(rules: tuple[_Rule, ...], text: str, token: re.Match[str], floor: int, day: date | None) -> Dated | None:
    """What the first rule that reads around ``token`` gives."""
    start, stop = max(floor, token.start() - BEFORE), min(len(text), token.end() + AFTER)
    around = text[start:stop]
    starts = [word.start() for word in _WORD_START.finditer(text, start, token.start() + 1)]
    for rule in rules:
        match = _match(rule, text, starts, token.end(), stop) if rule.needs in around else None
        stretch = rule.read(_Reading(match, text, day)) if match else None
        if match and stretch:
            return Dated(Span(match.start(), match.end()), Moment(*stretch, match.group()))
    return None


def _match(rule: _Rule, text: str, starts: list[int], past: int, stop: int) -> re.Match[str] | None:
    """The match that begins with a word of ``starts``, the farthest first, and reaches ``past`` the token."""
    for start in starts:
        match = rule.pattern.match(text, start, stop)
        if match and match.end() >= past:
            return match
    return None


def _ahead(reading: _Reading) -> bool | None:
    """Whether the words before a time speak of what is to come; null where they do not tell."""
    words, start = reading.match.group(), reading.match.start()
    if _LEADS_ON.match(words) or _LEADS_BACK.match(words):
        return bool(_LEADS_ON.match(words))
    before = reading.text[max(start - CUE, 0) : start]
    cues = list(_CUES.finditer(before, max(before.rfind(". "), before.rfind("\n"), 0)))
    return bool(cues[-1]["ahead"]) if cues else None


def _group(reading: _Reading, name: str) -> str:
    """What the group ``name`` matched, in whichever branch of the pattern; "" where it did not."""
    groups = reading.match.groupdict()
    return (groups.get(name) or groups.get(f"{name}2") or "").lower()


def _mod(reading: _Reading) -> str:
    """ "last", "this", "next" or ""."""
    word = _group(reading, "mod")
    return MEANS.get(word, word)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMERALS[words]


def _month_number(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def _numeric(reading: _Reading) -> Stretch | None:
    """ "2026-01-29", "29/01/2026"."""
    year, month, day = (int(_group(reading, part)) for part in ("year", "month", "day"))
    return periods.calendar_day(year, month, day) if 1 <= month <= len(MONTHS) else None


def _season_by_years(reading: _Reading) -> Stretch | None:
    """ "2016-17", "2016/2017"."""
    first, second = int(reading.match["first"]), reading.match["second"]
    if not str(first + 1).endswith(second):
        return None
    stretch = periods.season(first)
    return periods.end(stretch) if reading.match["edge"] else stretch


def _year(reading: _Reading) -> Stretch | None:
    """ "in 2019", "until 2028"."""
    return periods.year(int(reading.match["year"]))


def _month(reading: _Reading) -> Stretch | None:
    """ "29 January 2026", "Jan 29", "last January", "the January window"."""
    name, day = reading.match["month"], reading.match["day"] or reading.match["day2"]
    years = _years_of_month(reading)
    number = _month_number(name)
    if day:
        in_each = [periods.calendar_day(year, number, int(day.rstrip("sthndr"))) for year in years]
        days = [one for one in in_each if one]
        return _chosen(reading, days) if days else None
    if not _names_month(reading, name):
        return None
    if number == 1 and reading.match["window"]:
        return _chosen(reading, [periods.winter(year) for year in years])
    return _chosen(reading, [periods.month(year, number) for year in years]) if years else None


def _years_of_month(reading: _Reading) -> list[int]:
    """The years that a month without one may belong to."""
    if reading.match["year"]:
        return [int(reading.match["year"])]
    if not reading.published:
        return []
    return [reading.published.year + offset for offset in (-1, 0, 1)]


def _names_month(reading: _Reading, name: str) -> bool:
    """Whether the word is a month: "May" and "March" alone are verbs, "Jan" a man."""
    if reading.match["year"]:
        return True
    return name not in ("May", "March", *SHORT_MONTHS) or bool(reading.match["lead"] or reading.match["mod"])


def _chosen(reading: _Reading, stretches: list[Stretch]) -> Stretch | None:
    """Which of several years, months or days is meant, by "last", "next", the tense, or nearness."""
    if len(stretches) < 2 or not reading.published:  # noqa: PLR2004  one is no choice
        return stretches[0] if stretches else None
    at, mod = reading.published, _mod(reading)
    if mod == "last":
        return max((one for one in stretches if one.stop < at), key=lambda one: one.stop, default=None)
    if mod == "next":
        return min((one for one in stretches if one.start > at), key=lambda one: one.start, default=None)
    return periods.nearest(stretches, at) if mod else periods.choose(stretches, at, _ahead(reading))


def _weekday(reading: _Reading) -> Stretch | None:
    """ "on Sunday" is the last one up to publication, or the next where the sentence speaks of what is to come."""
    at = reading.published
    if not at or (reading.match["weekday"] == "Wednesday" and reading.match.group() == "Wednesday"):
        return None
    since = (at.weekday() - WEEKDAYS.index(reading.match["weekday"])) % 7
    mod = _mod(reading)
    if mod == "last":
        return periods.day(at - timedelta(days=since or 7))
    if mod in ("next", "this") or (since and _ahead(reading)):
        return periods.day(at + timedelta(days=7 - since if since or mod == "next" else 0))
    return periods.day(at - timedelta(days=since))


def _summer(reading: _Reading) -> Stretch | None:
    """ "the summer of 2018", "last summer", "this winter"."""
    make = periods.summer if _group(reading, "half") == "summer" else periods.winter
    told, at, mod = _group(reading, "year"), reading.published, _mod(reading)
    if told or not at:
        return make(int(told)) if told else None
    if make is periods.summer and mod == "this":
        return make(at.year)
    if make is periods.summer and mod == "last" and at.month <= SUMMER_ENDS:
        return make(at.year - 1)
    return _chosen(reading, [make(at.year + step) for step in (-1, 0, 1)])


def _window(reading: _Reading) -> Stretch | None:
    """ "this window", "the next transfer window"."""
    at = reading.published
    if not at or reading.match.group() == "window":
        return None
    windows = periods.windows(at)
    return _chosen(reading, windows) if reading.match["mod"] else periods.nearest(windows, at)


def _deadline(reading: _Reading) -> Stretch | None:
    """ "deadline day": known to its month, for the day differs."""
    if not reading.published:
        return None
    windows = periods.windows(reading.published)
    half = _group(reading, "half")
    if half:
        windows = windows[half == "summer" :: 2]
    return periods.choose([periods.deadline(one) for one in windows], reading.published, _ahead(reading))


def _season(reading: _Reading) -> Stretch | None:
    """ "last season", "the end of the season"."""
    at, mod, edge = reading.published, _group(reading, "mod"), _group(reading, "edge")
    if not at or not (mod or edge):
        return None
    first = periods.season_of(at) + {"last": -1, "previous": -1, "next": 1}.get(mod, 0)
    if mod in ("new", "coming", "upcoming") and at.month in LAST_MONTHS:
        first += 1
    stretch = periods.season(first)
    return periods.end(stretch) if edge == "end" else stretch


def _this_or_that(reading: _Reading) -> Stretch | None:
    """ "this week", "earlier this month", "last year", "next week"."""
    at = reading.published
    if not at:
        return None
    step, part = {"last": -1, "next": 1}.get(_mod(reading), 0), _group(reading, "part")
    stretch = _stepped(at, _group(reading, "unit"), step)
    if _group(reading, "edge"):
        return periods.end(stretch)
    if part == "earlier":
        return stretch._replace(stop=max(min(at, stretch.stop), stretch.start))
    return stretch._replace(start=max(at, stretch.start)) if part == "later" else stretch


def _stepped(at: date, unit: str, step: int) -> Stretch:
    """The week, month or year ``step`` after that of ``at``."""
    if unit == "week":
        return periods.week(at + step * periods.WEEK)
    return periods.month(at.year, at.month + step) if unit == "month" else periods.year(at.year + step)


def _weekend(reading: _Reading) -> Stretch | None:
    """ "at the weekend" is the last one, or the next where the sentence speaks of what is to come."""
    if not reading.published:
        return None
    around = [periods.weekend(reading.published + step * periods.WEEK) for step in (-1, 0, 1)]
    if reading.match["mod"]:
        return _chosen(reading, around)
    return periods.choose(around, reading.published, bool(_ahead(reading)))


def _night(reading: _Reading) -> Stretch | None:
    """ "last night", "this morning"."""
    if not reading.published:
        return None
    return periods.day(reading.published - timedelta(days=_group(reading, "mod") == "last"))


def _about_now(reading: _Reading) -> Stretch | None:
    """ "yesterday", "today", "overnight", "tomorrow"."""
    at, word = reading.published, _group(reading, "word")
    if not at:
        return None
    if word == "overnight":
        return Stretch(at - timedelta(days=1), at, "day")
    return periods.day(at + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0)))


def _run(reading: _Reading) -> Stretch | None:
    """ "in the next 48 hours", "in the coming days", "over the last two years"."""
    at, unit, told = reading.published, _group(reading, "unit"), _group(reading, "count")
    if not at or (told and _count(told) > FARTHEST * (1 + (unit == "hour"))):
        return None
    days = _length(unit, told, several=reading.match.group().endswith("s"))
    if _mod(reading) == "last":
        return Stretch(at - days, at, UNIT_PRECISION[unit])
    return Stretch(at, at + days, UNIT_PRECISION[unit])


def _length(unit: str, told: str, several: bool) -> timedelta:
    """How many days "48 hours", "the coming days" or "the next week" span."""
    if told and unit == "hour":
        return timedelta(days=-(-_count(told) // 24))
    one, some = ONE_AND_SOME[unit]
    return timedelta(days=max(1, _count(told) * one if told else some if several else one))


def _ago(reading: _Reading) -> Stretch | None:
    """ "two years ago", "12 months ago", "a few weeks ago"."""
    count, unit = _count(_group(reading, "count")), _group(reading, "unit")
    if not reading.published or count > FARTHEST:
        return None
    if unit == "season":
        return periods.season(periods.season_of(reading.published) - count)
    if unit == "summer":
        return periods.summer(reading.published.year - count + (reading.published.month > SUMMER_ENDS))
    return periods.back(reading.published, count, unit)


def _rule(pattern: str, read: Callable[[_Reading], Stretch | None], needs: str = "") -> _Rule:
    """A rule whose ``pattern`` begins with a word and is tried only where ``needs`` stands near."""
    return _Rule(re.compile(pattern), needs, read)


_MOD = r"(?i:(?P<mod>last|next|this|coming|previous|current|new|upcoming)[ ])"
_PART = r"(?i:(?P<part>earlier|later|early|late)[ ])"
_SINGULAR = r"(?P<unit>hour|day|week|month|year)"

_NUMERIC = _rule(
    rf"(?<![\w-])(?:(?P<year>{_YEAR})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])"
    rf"|(?P<day2>[0-3]?[0-9])[/.](?P<month2>[01]?[0-9])[/.](?P<year2>{_YEAR}))(?![\w-])",
    _numeric,
)
_SEASON_YEARS = _rule(
    rf"(?<![\w/-])(?:\b(?i:(?P<edge>end) of )(?i:the )|(?i:the ))?"
    rf"(?P<first>{_YEAR})[-/\u2013](?P<second>{_YEAR}|[0-9]{{2}})(?![\w/-])"
    r"(?:[ ](?:season|campaign))?",
    _season_by_years,
)
_BY_YEAR = _rule(rf"\b(?i:{_LEAD})[ -](?:the )?(?P<year>{_YEAR})(?![\w-]|[,./][0-9])", _year)
_BY_MONTH = _rule(
    rf"(?:\b(?i:(?P<lead>{_LEAD})[ -](?:the )?))?(?:\b{_MOD})?(?:(?<![\w.,:/-])(?P<day>{_ORDINAL})(?:[ ]of)?[ ])?"
    rf"\b(?P<month>{_MONTH})\b(?:\.(?=[ ][0-9]))?(?:[ ](?P<day2>{_ORDINAL})(?![\w:%]|[.,-][0-9]))?"
    rf"(?P<window>(?:'s)?(?:[ ]transfer)?[ ]window)?(?:(?:,|[ ]of|[ ]in)?[ ](?P<year>{_YEAR}))?",
    _month,
)
_BY_WEEKDAY = _rule(
    rf"(?:\b(?i:{_LEAD})[ ])?(?:\b{_MOD})?\b(?<!Sheffield )(?<!Mail on )(?<!Sun on )(?<!Soccer )(?<!Super )"
    rf"(?P<weekday>{_WEEKDAY})\b"
    r"(?![ ](?:Times|Mirror|Mail|Express|People|Telegraph|World|Post|Independent|Star|Sport|League|Supplement))"
    r"(?:[ ](?:morning|afternoon|evening|night))?",
    _weekday,
)
_BY_SUMMER = _rule(
    rf"(?:\b{_PART})?(?:\b{_MOD})?(?:\b(?P<year>{_YEAR})[ ])?\b(?P<half>(?i:summer|winter))\b"
    rf"(?:(?:'s)?(?:[ ]transfer)?[ ]window)?(?:(?:,|[ ]of|[ ]in)?[ ](?P<year2>{_YEAR})\b)?",
    _summer,
)
_BY_WINDOW = _rule(r"\b(?:(?:the|this) )?" + _MOD + r"?(?:transfer )?window\b", _window)
_BY_DEADLINE = _rule(
    r"(?:\b(?P<half>(?i:summer|winter|january)) )?(?:\b(?i:transfer) )?\b(?i:deadline) (?i:day)\b",
    _deadline,
    "eadline",
)
_BY_SEASON = _rule(
    r"(?:\b(?i:the )?(?:very )?(?i:(?P<edge>end|start|beginning) of )(?:the |this )?)?"
    rf"(?:\b{_MOD})?\b(?:(?:Premier )?League )?(?<!-)(?:season|campaign)\b(?!-)",
    _season,
)
_BY_WEEK = _rule(
    rf"(?:\b{_PART})?(?<!\bthe )(?<!\bhis )\b(?i:(?P<mod>this|last|next))[ ]{_SINGULAR}\b(?![ ]of\b|-)"
    r"|\b(?i:(?P<edge>end) of )(?i:the|(?P<mod2>this|next)) (?P<unit2>week|month|year)\b",
    _this_or_that,
)
_BY_WEEKEND = _rule(r"(?:\b(?i:at|over|on|during) )?(?:\bthe )?" + rf"(?:\b{_MOD})?\bweekend\b", _weekend)
_BY_NIGHT = _rule(r"\b(?i:(?P<mod>last|this)) (?:night|morning|afternoon|evening)\b", _night)
_BY_WORD = _rule(
    r"(?:(?<![A-Za-z] )|(?=[a-z]))\b(?P<word>(?i:yesterday|today|tonight|tomorrow|overnight))\b",
    _about_now,
)
_BY_RUN = _rule(
    r"\b(?:(?i:in|over|within|during|for) )?(?:(?i:the) )?(?i:(?P<mod>next|coming|last|past|previous|recent))"
    rf"(?: (?P<count>{_COUNT}))? {_SINGULAR}s?\b(?! of\b|-)"
    rf"|\b(?i:within) (?:the )?(?P<count2>{_COUNT}) (?P<unit2>hour|day|week|month|year)s\b",
    _run,
)
_BY_AGO = _rule(
    rf"(?<![\w-])(?P<count>(?i:{_COUNT}))[ -](?P<unit>hour|day|week|month|year|season|summer)s? ago\b",
    _ago,
    " ago",
)


def _words(words: Iterable[str], *rules: _Rule) -> dict[str, tuple[_Rule, ...]]:
    return {form: rules for word in words for form in {word, word.capitalize()}}


_RULES: Final[dict[str, tuple[_Rule, ...]]] = (
    {str(number): (_NUMERIC, _SEASON_YEARS, _BY_SUMMER, _BY_YEAR) for number in range(1950, 2070)}
    | _words({*MONTHS, *SHORT_MONTHS}, _BY_DEADLINE, _BY_MONTH)
    | _words(WEEKDAYS, _BY_WEEKDAY)
    | _words(("summer", "winter"), _BY_AGO, _BY_DEADLINE, _BY_SUMMER)
    | _words(("summers", "seasons"), _BY_AGO)
    | _words(("window",), _BY_WINDOW)
    | _words(("deadline",), _BY_DEADLINE)
    | _words(("season", "campaign"), _BY_AGO, _BY_SEASON)
    | _words(("week", "month", "year"), _BY_AGO, _BY_WEEK, _BY_RUN)
    | _words(("hour", "day"), _BY_AGO)
    | _words(("hours", "days", "weeks", "months", "years"), _BY_AGO, _BY_RUN)
    | _words(("weekend",), _BY_WEEKEND)
    | _words(("night", "morning", "afternoon", "evening"), _BY_NIGHT)
    | _words(("yesterday", "today", "tonight", "tomorrow", "overnight"), _BY_WORD)
)
