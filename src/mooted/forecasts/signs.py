"""What speaks for and against one destination, as named numbers: the signs that forecasts weigh.

Each sign belongs to a piece ("stage", "voices", "rivals", ...), under which its weight is shown. Numbers are of the
order of one, so that one penalty fits all.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from datetime import date

from mooted.forecasts.situation import Context, Pursuit, Situation, stage_of
from mooted.forecasts.wording import OLD, YOUNG, age, senses
from mooted.model.claim import RUNG, Claim
from mooted.model.entry import Entry

Signs = dict[str, float]  # "piece: sign" to its value; absent is 0

WINTER = "time: in winter"
"""Half of it once the window is open, and less the further a pursuit has got: talk in autumn is of summer too."""
WORD = "voices: word of "
"""Before an outlet or journalist's name: what its word is worth beside another's, by its record in training."""
FURTHEST, FURTHEST_LATELY = "stage: beyond interest", "stage: beyond interest on the newest day"
_AGREED = frozenset(("medical", "signed"))  # which tell that the deal is agreed as well
HALF_LIFE = 21.0  # days in which what was last said of a pursuit loses half its weight
_BIG_FOUR = frozenset(("la-liga", "serie-a", "bundesliga", "ligue-1"))


def signs_of(pursuit: Pursuit, now: Situation, context: Context) -> Signs:
    """The signs of one pursuit in a situation, among them those of the player."""
    signs = {**_of_player(now), **dict(_stage(pursuit, now)), **dict(_voices(pursuit, now, context))}
    parts = (_wording(pursuit, now), _deal(pursuit), _rivals(pursuit, now), _here(pursuit.club, now))
    for part in (*parts, _clubs(pursuit, context), _time(pursuit, now)):
        signs.update(part)
    return {name: value for name, value in signs.items() if value}


def of_player(now: Situation, context: Context) -> Signs:
    """The signs that are the player's own, whoever pursues him: of a club that nobody has named."""
    window = context.calendar.named(now.window)
    is_open = window is not None and window.opens <= now.day
    signs = {**_of_player(now), WINTER: _winter(is_open) if now.window.endswith("winter") else 0.0}
    return {name: value for name, value in signs.items() if value}


def _of_player(now: Situation) -> Signs:
    signs: Signs = {}
    for entry in now.stances:
        signs[_said(entry)] = 1.0 if entry.claim.modality == "actual" else 0.5
    signs["history: joined his club lately"] = float(now.past.joined_lately)
    signs["history: on loan"] = float(now.past.on_loan)
    if (years := age(now.story)) is not None:
        signs["age: 30 or more"] = float(years >= OLD)
        signs["age: 19 or less"] = float(years <= YOUNG)
    return signs


def _said(entry: Entry) -> str:
    """The sign that a stance or news of a contract is."""
    event = entry.claim.event.replace("_", " ")
    piece = "contract" if event.startswith("contract") else "stance"
    return f"{piece}: {event}{'' if entry.claim.polarity == 'affirmed' else ' denied'}"


def _winter(is_open: bool) -> float:
    return 0.5 if is_open else 1.0


def _days(entries: tuple[Entry, ...]) -> list[date]:
    return sorted({entry.said_at.date() for entry in entries})


def _last(pursuit: Pursuit) -> list[Entry]:
    """The reports of the newest day."""
    newest = pursuit.reports[-1].said_at.date()
    return [entry for entry in pursuit.reports if entry.said_at.date() == newest]


def _rung(entry: Entry) -> int:
    """How far one report says a pursuit has got, 0 to 9; 0 for what is off, denied or only possible."""
    return RUNG.get(stage_of(entry), 0)


def _furthest(pursuit: Pursuit) -> int:
    return max(_rung(entry) for entry in pursuit.reports)


def _gap(pursuit: Pursuit, now: Situation) -> int:
    """Days since the newest report."""
    return (now.day - pursuit.reports[-1].said_at.date()).days


def _stage(pursuit: Pursuit, now: Situation) -> Iterator[tuple[str, float]]:
    last, gap = _last(pursuit), _gap(pursuit, now)
    told = {stage_of(entry) for entry in last}
    for stage in told | {"agreed"} if told & _AGREED else told:
        yield f"stage: now {stage.replace('_', ' ')}", 0.5 ** (gap / HALF_LIFE)
    yield FURTHEST, _furthest(pursuit) / 9
    yield FURTHEST_LATELY, max(_rung(entry) for entry in last) / 9
    yield "stage: silent since", math.log1p(gap) / 2


def _wording(pursuit: Pursuit, now: Situation) -> Iterator[tuple[str, float]]:
    weight = 0.5 ** (_gap(pursuit, now) / HALF_LIFE)
    for sense in senses(_last(pursuit)):
        yield f"wording: {sense}", weight


def _voices(pursuit: Pursuit, now: Situation, context: Context) -> Iterator[tuple[str, float]]:
    days = _days(pursuit.reports)
    voices = {context.family(voice) for entry in pursuit.reports for voice in voices_of(entry)}
    yield "voices: days with reports", math.log(len(days))
    yield "voices: independent", math.log(max(len(voices), 1))
    yield "voices: talked of since", math.log1p((now.day - days[0]).days) / 4
    yield "voices: reported before", float(len(days) > 1)
    yield "voices: a single report", float(len(pursuit.reports) == 1)
    yield "voices: lately", math.log1p(sum((now.day - day).days <= HALF_LIFE for day in days))
    newest = {voice for entry in _last(pursuit) for voice in voices_of(entry)}
    yield "voices: independent lately", math.log(max(len({context.family(voice) for voice in newest}), 1))
    for voice in newest:
        yield f"{WORD}{context.named(voice)}", 1.0


def voices_of(entry: Entry) -> tuple[str, ...]:
    """Who stands behind an entry: whom the text names, else the outlet that printed it."""
    return entry.claim.sources or ((entry.imprint.outlet,) if entry.imprint.outlet else ("?",))


def _deal(pursuit: Pursuit) -> Iterator[tuple[str, float]]:
    last = _last(pursuit)
    deals = {entry.claim.deal or "" for entry in last}
    yield "deal: on loan", float(any(deal.startswith("loan") for deal in deals))
    yield "deal: for free", float("free" in deals)
    yield "deal: for good", float("permanent" in deals)
    yield "deal: a sum is told", float(any(entry.claim.fee for entry in last))


def _rivals(pursuit: Pursuit, now: Situation) -> Iterator[tuple[str, float]]:
    others = [other for other in now.pursuits if other.club != pursuit.club]
    own = len(_days(pursuit.reports))
    yield "rivals: furthest of them", max((_furthest(other) for other in others), default=0) / 9
    yield "rivals: share of the talk", own / (own + sum(len(_days(other.reports)) for other in others))
    yield "rivals: ahead of all", float(_place(pursuit) >= max(map(_place, others), default=(0, 0)))


def _place(pursuit: Pursuit) -> tuple[int, int]:
    """How far a pursuit has got, and by how many reports, to be compared with others'."""
    return _furthest(pursuit), len(pursuit.reports)


def _here(club: str, now: Situation) -> Iterator[tuple[str, float]]:
    """What ties the player to this club."""
    yield "clubs: holds him already", float(_held_by(now) == club)
    for entry in now.stances:
        if entry.claim.club_to == club:
            yield f"stance: {_said(entry).partition(': ')[2]}, of this club", 1.0
    past, settled = now.past, now.settled
    yield "history: on loan at this club", float(past.on_loan and past.loan_club == club)
    yield "history: owned by this club", float(past.on_loan and past.owner == club)
    yield "settled: has joined this club", float(settled == club)
    yield "settled: has joined another", float(settled is not None and settled != club)


def _held_by(now: Situation) -> str | None:
    """The club that more than half of what is told of his present club names: joining it is an old move misread."""
    told = Counter(e.claim.club_from for e in now.story if e.claim.club_from and e.claim.event != "past_move")
    return next((club for club, times in told.most_common(1) if 2 * times > told.total()), None)


def _clubs(pursuit: Pursuit, context: Context) -> Iterator[tuple[str, float]]:
    buyer = context.clubs(pursuit.club)
    league = buyer.league if buyer else ""
    yield "clubs: to the Premier League", float(league == "premier-league")
    yield "clubs: to the Championship", float(league == "championship")
    yield "clubs: to another big league", float(league in _BIG_FOUR)
    yield "clubs: holder unknown", float(context.clubs(_holder(pursuit) or "") is None)


def _holder(pursuit: Pursuit) -> str | None:
    """The club that holds the player, by the newest report that tells."""
    told: list[Claim] = [entry.claim for entry in reversed(pursuit.reports)]
    return next((claim.club_from for claim in told if claim.club_from and claim.club_from != pursuit.club), None)


def _time(pursuit: Pursuit, now: Situation) -> Iterator[tuple[str, float]]:
    window = pursuit.window
    left = max((window.closes - now.day).days, 0)
    ahead = max((window.opens - now.day).days, 0)
    yield "time: until the window opens", ahead / 100
    yield "time: little left", math.log(min(1.0, (left + 5) / 45))
    if window.season == "winter":
        yield WINTER, _winter(not ahead) * (1 - _furthest(pursuit) / 9)
