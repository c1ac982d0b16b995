"""The patterns by which a text tells a time, each with the function that resolves what it read.

A rule is a pattern that begins with a word, and a reading: the stretch of days that the match means on the day of
publication, or null where it means none. ``HEADS`` tells which rules a word calls for, in the order of trial.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from mooted.language import periods
from mooted.language.later import Later
from mooted.language.periods import Stretch
from mooted.model.moment import Precision

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
UNITS: Final[dict[str, tuple[Precision, int, int]]] = {  # days in one, and in "the coming days", "the last weeks"
    "hour": ("hour", 0, 1), "day": ("day", 1, 7), "week": ("week", 7, 28), "month": ("month", 30, 120),
    "year": ("year", 365, 3 * 365),
}  # fmt: skip
_LIKE = {"last": ("previous", "past", "recent"), "this": ("current",), "next": ("coming", "upcoming")}
MEANS: Final = {word: plain for plain, words in _LIKE.items() for word in words}
FARTHEST: Final = 60  # of whatever unit: "300 years ago" is no time of football
SUMMER_ENDS: Final = 9
LAST_MONTHS: Final = (5, 6)  # of a season, when "the new season" is the one to come
CUE: Final = 70

_YEAR = r"(?:19[5-9][0-9]|20[0-6][0-9])(?![0-9])"
_COUNT = "(?:[0-9]{1,3}|" + "|".join(sorted(NUMERALS, key=len, reverse=True)) + ")"
_MONTH = "(?:" + "|".join(sorted({*MONTHS, *SHORT_MONTHS}, key=len, reverse=True)) + ")"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_ORDINAL = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_LEAD = (
    r"(?:back in|in|on|since|until|till|by|from|before|after|during|early|late|mid|through|throughout"
    r"|(?:(?:the|very) ){0,2}(?:end|start|beginning|middle) of)"
)
_AHEAD = (
    r"will|would|could|can|might|should|must|until|till|expected|set|due|hope|hopes|hoping|want|wants|ready|expires?"
    r"|runs|run out|arrives?|arriving|ahead of|upcoming|face|faces|host|hosts|planned|scheduled|out of contract"
    r"|to (?!the |a |an |his |her |their |its )(?=[a-z])"
)
_BEHIND = (
    r"was|were|had|has|(?<!will )(?<!to )have|since|ago|came|left|won|made|took|became|said|told|met|bought|sold|spent"
    r"|paid|held|(?:only|after|despite) [a-z]{2,12}ing|(?!linked|interested|tipped|rated|valued|based)[a-z]{2,12}ed"
)
_CUES = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|{_BEHIND})\b")
_LEADS_ON = re.compile(r"(?i:until|till|by|before)\b")
_LEADS_BACK = re.compile(r"(?i:since|back in|after|from)\b")


class Reading(NamedTuple):
    """What a rule may look at: the match, its text and the day of publication."""

    match: re.Match[str]
    text: str
    published: date | None


class Rule(NamedTuple):
    """A pattern, letters that must stand near before it is tried, and what a match means."""

    pattern: Later
    needs: str
    read: Callable[[Reading], Stretch | None]


def _ahead(reading: Reading) -> bool | None:
    """Whether the words before a time speak of what is to come; null where they do not tell."""
    words, start = reading.match.group(), reading.match.start()
    if _LEADS_ON.match(words) or _LEADS_BACK.match(words):
        return bool(_LEADS_ON.match(words))
    before = reading.text[max(start - CUE, 0) : start]
    cues = list(_CUES.finditer(before, max(before.rfind(". "), before.rfind("\n"), 0)))
    return bool(cues[-1]["ahead"]) if cues else None


def _group(reading: Reading, name: str) -> str:
    """What the group ``name`` matched, in whichever branch of the pattern; "" where it did not."""
    groups = reading.match.groupdict()
    return (groups.get(name) or groups.get(f"{name}2") or "").lower()


def _mod(reading: Reading) -> str:
    """ "last", "this", "next" or ""."""
    word = _group(reading, "mod")
    return MEANS.get(word, word)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMERALS[words]


def _month_number(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def _numeric(reading: Reading) -> Stretch | None:
    """ "2026-01-29", "29/01/2026"."""
    year, month, day = (int(_group(reading, part)) for part in ("year", "month", "day"))
    return periods.calendar_day(year, month, day) if 1 <= month <= len(MONTHS) else None


def _season_by_years(reading: Reading) -> Stretch | None:
    """ "2016-17", "2016/2017"."""
    first, second = int(reading.match["first"]), reading.match["second"]
    if not str(first + 1).endswith(second):
        return None
    stretch = periods.season(first)
    return periods.end(stretch) if reading.match["edge"] else stretch


def _year(reading: Reading) -> Stretch | None:
    """ "in 2019", "until 2028"."""
    return periods.year(int(reading.match["year"]))


def _month(reading: Reading) -> Stretch | None:
    """ "29 January 2026", "Jan 29", "last January", "the January window"."""
    name, day = reading.match["month"], reading.match["day"] or reading.match["day2"]
    years, number = _years_of_month(reading), _month_number(name)
    if day:
        in_each = [periods.calendar_day(year, number, int(day.rstrip("sthndr"))) for year in years]
        days = [one for one in in_each if one]
        return _chosen(reading, days) if days else None
    if not _names_month(reading, name):
        return None
    if number == 1 and reading.match["window"]:
        return _chosen(reading, [periods.winter(year) for year in years])
    return _chosen(reading, [periods.month(year, number) for year in years]) if years else None


def _years_of_month(reading: Reading) -> list[int]:
    """The years that a month without one may belong to."""
    if reading.match["year"]:
        return [int(reading.match["year"])]
    return [reading.published.year + step for step in (-1, 0, 1)] if reading.published else []


def _names_month(reading: Reading, name: str) -> bool:
    """Whether the word is a month: "May" and "March" alone are verbs, "Jan" a man."""
    if reading.match["year"]:
        return True
    return name not in ("May", "March", *SHORT_MONTHS) or bool(reading.match["lead"] or reading.match["mod"])


def _chosen(reading: Reading, stretches: list[Stretch]) -> Stretch | None:
    """Which of several years, months or days is meant, by "last", "next", the tense, or nearness."""
    if len(stretches) < 2 or not reading.published:
        return stretches[0] if stretches else None
    at, mod = reading.published, _mod(reading)
    if mod == "last":
        return max((one for one in stretches if one.stop < at), key=lambda one: one.stop, default=None)
    if mod == "next":
        return min((one for one in stretches if one.start > at), key=lambda one: one.start, default=None)
    return periods.nearest(stretches, at) if mod else periods.choose(stretches, at, _ahead(reading))


def _weekday(reading: Reading) -> Stretch | None:
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


def _summer(reading: Reading) -> Stretch | None:
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


def _window(reading: Reading) -> Stretch | None:
    """ "this window", "the next transfer window"."""
    at = reading.published
    if not at or reading.match.group() == "window":
        return None
    windows = periods.windows(at)
    return _chosen(reading, windows) if reading.match["mod"] else periods.nearest(windows, at)


def _deadline(reading: Reading) -> Stretch | None:
    """ "deadline day": known to its month, for the day differs."""
    half, year = _group(reading, "half"), _group(reading, "year")
    at = date(int(year), 7, 1) if year else reading.published
    return periods.choose(periods.deadlines(at, half), at, None if year else _ahead(reading)) if at else None


def _season(reading: Reading) -> Stretch | None:
    """ "last season", "the end of the season"."""
    at, mod, edge = reading.published, _group(reading, "mod"), _group(reading, "edge")
    if not at or not (mod or edge):
        return None
    to_come = mod in ("new", "coming", "upcoming") and at.month in LAST_MONTHS
    first = periods.season_of(at) + {"last": -1, "previous": -1, "next": 1}.get(mod, int(to_come))
    stretch = periods.season(first)
    return periods.end(stretch) if edge == "end" else stretch


def _this_or_that(reading: Reading) -> Stretch | None:
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


def _weekend(reading: Reading) -> Stretch | None:
    """ "at the weekend" is the last one, or the next where the sentence speaks of what is to come."""
    if not reading.published:
        return None
    around = [periods.weekend(reading.published + step * periods.WEEK) for step in (-1, 0, 1)]
    if reading.match["mod"]:
        return _chosen(reading, around)
    return periods.choose(around, reading.published, bool(_ahead(reading)))


def _night(reading: Reading) -> Stretch | None:
    """ "last night", "this morning"."""
    if not reading.published:
        return None
    return periods.day(reading.published - timedelta(days=_group(reading, "mod") == "last"))


def _about_now(reading: Reading) -> Stretch | None:
    """ "yesterday", "today", "overnight", "tomorrow"."""
    at, word = reading.published, _group(reading, "word")
    if not at:
        return None
    if word == "overnight":
        return Stretch(at - timedelta(days=1), at, "day")
    return periods.day(at + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0)))


def _run(reading: Reading) -> Stretch | None:
    """ "in the next 48 hours", "in the coming days", "over the last two years"."""
    at, unit, told = reading.published, _group(reading, "unit"), _group(reading, "count")
    if not at or (told and _count(told) > FARTHEST * (1 + (unit == "hour"))):
        return None
    days = _length(unit, told, several=reading.match.group().endswith("s"))
    if _mod(reading) == "last":
        return Stretch(at - days, at, UNITS[unit][0])
    return Stretch(at, at + days, UNITS[unit][0])


def _length(unit: str, told: str, several: bool) -> timedelta:
    """How many days "48 hours", "the coming days" or "the next week" span."""
    if told and unit == "hour":
        return timedelta(days=-(-_count(told) // 24))
    _, one, some = UNITS[unit]
    return timedelta(days=max(1, _count(told) * one if told else some if several else one))


def _ago(reading: Reading) -> Stretch | None:
    """ "two years ago", "12 months ago", "a few weeks ago"."""
    count, unit = _count(_group(reading, "count")), _group(reading, "unit")
    if not reading.published or count > FARTHEST:
        return None
    if unit == "season":
        return periods.season(periods.season_of(reading.published) - count)
    if unit == "summer":
        return periods.summer(reading.published.year - count + (reading.published.month > SUMMER_ENDS))
    return periods.back(reading.published, count, unit)


def _rule(pattern: str, read: Callable[[Reading], Stretch | None], needs: str = "") -> Rule:
    """A rule whose ``pattern`` begins with a word and is tried only where ``needs`` stands near."""
    return Rule(Later(pattern), needs, read)


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
    rf"(?P<first>{_YEAR})[-/\u2013](?P<second>{_YEAR}|[0-9]{{2}})(?![\w/-])(?:[ ](?:season|campaign))?",
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
    r"(?![ ](?:Times|Mirror|Mail|Express|People|Telegraph|World|Post|Independent|Star|Sport|League))"
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
    r"(?:\b(?P<half>(?i:summer|winter|january)) )?(?:\b(?i:transfer) )?\b(?i:deadline) (?i:day)\b"
    rf"(?:,? (?:(?:in|of) )?(?:(?P<half2>January|February|August|September|winter|summer) )?(?P<year>{_YEAR}))?",
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


def _words(words: Iterable[str], *rules: Rule) -> dict[str, tuple[Rule, ...]]:
    return {form: rules for word in words for form in {word, word.capitalize()}}


HEADS: Final[dict[str, tuple[Rule, ...]]] = (
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
