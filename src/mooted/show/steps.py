"""Steps of a saga as lines of a page: what is said, by whom, in which words, and who only repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from mooted.model.claim import Claim
from mooted.model.entry import Derivation
from mooted.model.phrases import day_words, event_words, terms_words
from mooted.model.saga import Step, Voice
from mooted.show.page import Cell, Item
from mooted.show.stage import condition_words, sign_of, style_of

_LISTED = 4
HOW_WORDS: dict[Derivation | None, str] = {
    "copy": "copied",
    "spun": "reworded",
    "cites": "citing",
    "family": "same publisher",
    None: "",
}


def step_item(step: Step, *, date: str = "", label: str = "", repeats: Sequence[Step] = ()) -> Item:
    """A step with its details; beneath it those who say the same, of their own or after it."""
    claim, imprint = step.entry.claim, step.entry.imprint
    details = (Cell(words) for words in _details(claim))
    corrected = (Cell("corrected", "yellow"),) if step.entry.corrected else ()
    return Item(
        said=(Cell(event_words(claim), f"bold {style_of(claim)}"), *details, who_says(step), *corrected),
        date=date,
        label=label,
        sign=sign_of(claim),
        quote=claim.evidence.words,
        printed=imprint.outlet or imprint.document,
        url=imprint.url,
        beneath=tuple(beneath(step, repeats)),
    )


def _details(claim: Claim) -> Iterable[str]:
    words = (claim.position, _way(claim), *terms_words(claim), condition_words(claim.condition), _agent(claim))
    return (word for word in words if word)


def _way(claim: Claim) -> str:
    """From where to where, of moves that the page does not sort by club."""
    if claim.event not in ("past_move", "staff_move"):
        return ""
    return " → ".join(filter(None, (claim.club_from, claim.club_to)))


def _agent(claim: Claim) -> str:
    return f"agent {claim.agent}" if claim.agent else ""


def who_says(step: Step) -> Cell:
    """Who stands behind the step, and through whom it came."""
    via = step.entry.claim.attribution.via
    through = f", via {listed(via)}" if via else ""
    return Cell(f"{voice_words(step.voice)}{through}", "dim" if step.voice.kind == "outlet" else "")


def voice_words(voice: Voice) -> str:
    """The voice by name; one without a name by the words that the text has for it."""
    return f"source: {voice.name}" if voice.kind == "unnamed" else voice.name


def beneath(step: Step, others: Sequence[Step]) -> Iterable[str]:
    """Who says the same of his own, and who only repeats it with the delay."""
    own = [other for other in others if other.origin is None]
    repeats = [other for other in others if other.origin is not None]
    if own:
        yield f"↳ also said by {listed([_said_by(other, step) for other in own])}"
    if repeats:
        times = f"{len(repeats)} times " if len(repeats) > 1 else ""
        yield f"↳ repeated {times}by {listed(_repeated(repeats))}"


def _said_by(other: Step, step: Step) -> str:
    apart = other.entry.said_at - step.entry.said_at
    return f"{other.voice.name} (+{span_words(int(apart.total_seconds()))})"


def _repeated(repeats: Sequence[Step]) -> Iterable[str]:
    """Who repeats it, in which way, how often and how much later."""
    told: dict[tuple[str, str], list[int]] = {}
    for step in repeats:
        printed = step.entry.imprint.outlet or step.entry.imprint.document
        told.setdefault((printed, HOW_WORDS[step.how]), []).append(step.delay or 0)
    for (printed, how), delays in told.items():
        first, last = span_words(min(delays)), span_words(max(delays))
        delay = f"+{first}" if first == last else f"+{first} to +{last}"
        often = f"{len(delays)}×" if 1 < len(delays) < len(repeats) else ""
        yield f"{printed} ({', '.join(filter(None, (often, how, delay)))})"


def listed(names: Iterable[str]) -> str:
    """The first few, each once, and how many more."""
    once = list(dict.fromkeys(names))
    return ", ".join(once[:_LISTED]) + (f" and {len(once) - _LISTED} more" if len(once) > _LISTED else "")


def span_words(seconds: int) -> str:
    """A stretch of time in its largest unit: ``40 min``, ``3 h``, ``2 d``."""
    for size, unit in ((86_400, "d"), (3_600, "h")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{max(0, seconds) // 60} min"


def short_day(day: date) -> str:
    """``3 Feb``: where the page tells the year."""
    return f"{day.day} {day:%b}"


def days_of(moments: Sequence[datetime]) -> dict[datetime, str]:
    """Each moment's day, with its year only where they are not all of one."""
    one_year = len({moment.year for moment in moments}) <= 1
    return {moment: short_day(moment) if one_year else day_words(moment) for moment in moments}


def counted(number: int, what: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number:,} {what if number == 1 else plural or f'{what}s'}"
