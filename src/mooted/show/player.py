"""A player's page: suitors side by side, who wants what, where sources disagree, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mooted.answers.chapters import Chapter
from mooted.answers.player import Player, kinds
from mooted.answers.threads import Thread, threads
from mooted.model.claim import CONTRACT, LADDER, Claim, rung_of
from mooted.model.phrases import (
    DEAL_WORDS,
    EVENT_WORDS,
    day_words,
    fee_words,
    outcome_words,
    stance_deal,
    stance_words,
    window_words,
)
from mooted.model.saga import Contradiction, Outcome, Saga, Stance, Suitor, Tie
from mooted.show.page import Cell, Item, Page, Section
from mooted.show.stage import bar, condition_words
from mooted.show.steps import counted, days_of, listed, short_day, step_item

STATE_STYLES = {
    "live": "cyan",
    "cooled": "yellow",
    "off": "red",
    "done": "bold green",
    "dormant": "dim",
    "denied": "red",
}
_PARTIES = ("player", "agent", "club", "owner", "manager")
_NO_CLUB = "club not named"
_WAITS = 5  # of what a condition waits for


def player_page(answer: Player) -> Page:
    """The page of a player's saga."""
    saga = answer.saga
    sections = (
        _outcome(saga.outcome),
        _suitors(saga),
        _stances(saga),
        _contradictions(saga),
        _contract(saga),
        _timeline(saga),
        _ties(saga.ties),
        _past(answer),
    )
    return Page(
        title=answer.identity.name,
        aside=saga.holder or "",
        stand=_stand(saga),
        under=tuple(_under(answer)),
        sections=tuple(section for section in sections if section),
        foot=_foot(answer),
    )


def _under(answer: Player) -> Iterator[str]:
    steps = answer.saga.steps
    count = kinds(answer.saga)
    yield window_words(answer.saga.window).capitalize()
    yield f"as of {day_words(answer.as_of)}"
    yield f"{counted(len(steps), 'claim')}, {count['new']:,} new, {counted(count['repeats'], 'repeat')}"
    yield counted(answer.voices, "voice")
    if answer.agents:
        yield f"represented by {listed(answer.agents)}"


def _stand(saga: Saga) -> Cell:
    """Where it stands: the furthest stage of the first suitor, and whether that still goes on."""
    if not saga.suitors:
        return Cell("")
    first = saga.suitors[0]
    ended = f" ({first.state})" if first.state not in ("live", "done", "denied") else ""
    return Cell(f"{stage_words(first)}{ended}  {_bar(first)}".rstrip(), STATE_STYLES[first.state])


def rung_reached(suitor: Suitor) -> int:
    """How many rungs were climbed: none, where that is only said to be possible, or denied."""
    return 0 if suitor.state == "denied" or not suitor.firm else rung_of(suitor.furthest)


def _bar(suitor: Suitor) -> str:
    return bar(rung_reached(suitor)) if suitor.furthest in LADDER else ""


def stage_words(suitor: Suitor) -> str:
    """The furthest stage in words, or that there never was one."""
    if suitor.state == "denied":
        return EVENT_WORDS[suitor.furthest][2]
    return EVENT_WORDS[suitor.furthest][0 if suitor.firm else 1]


def pursuit_words(suitor: Suitor) -> str:
    """The furthest stage in words, and how it stands where it does not simply go on."""
    plain = suitor.state in ("live", "denied") or (suitor.state == "done" and suitor.furthest == "signed")
    return stage_words(suitor) + ("" if plain else f", {suitor.state}")


def _outcome(outcome: Outcome | None) -> Section | None:
    if outcome is None:
        return None
    details = [DEAL_WORDS[outcome.deal]] if outcome.deal else []
    details += [fee_words(outcome.fee)] if outcome.fee else []
    said = (Cell(outcome_words(outcome), "bold green"), *map(Cell, details))
    return Section(
        "How it ended", items=(Item(said, date=f"{'' if outcome.exact else 'by '}{day_words(outcome.day)}", sign="so"),)
    )


def _suitors(saga: Saga) -> Section | None:
    if not saga.suitors:
        return None
    items = tuple(Item(pursuit_cells(suitor), label=suitor.club or _NO_CLUB) for suitor in saga.suitors)
    return Section("Suitors", items=items)


def pursuit_cells(suitor: Suitor, way: str = "") -> tuple[Cell, ...]:
    """The stage with its bar and day, the other club, how it stands, terms, and how many say so."""
    style = STATE_STYLES[suitor.state]
    day, last = short_day(suitor.furthest_date), short_day(suitor.last)
    stage = Cell(f"{_bar(suitor)} {stage_words(suitor)}".lstrip(), style)
    state = suitor.state if suitor.state not in ("live", "done") else ""
    told = (way, day, f"last {last}" if last != day else "", state, suitor_terms(suitor))
    return stage, *(Cell(words) for words in told if words), Cell(counted(suitor.voices, "voice"), "dim")


def suitor_terms(suitor: Suitor) -> str:
    """The kind of deal and the sum."""
    deal = DEAL_WORDS[suitor.deal] if suitor.deal else ""
    return ", ".join(filter(None, (deal, fee_words(suitor.fee) if suitor.fee else "")))


def _stances(saga: Saga) -> Section | None:
    """What each party wants now; what it wanted before is in the timeline."""
    current = sorted((one for one in saga.stances if one.ended is None), key=_party)
    if not current:
        return None
    return Section("Who wants what", items=tuple(map(stance_item, current)))


def _party(stance: Stance) -> tuple[int, str]:
    return _PARTIES.index(stance.side), stance.who or ""


def stance_item(stance: Stance) -> Item:
    """A party, what it is for or against, on what condition, since when and until when."""
    since = f"since {short_day(stance.since)}" + (
        f", last {short_day(stance.last)}" if stance.last > stance.since else ""
    )
    ended = f"until {short_day(stance.ended)}" if stance.ended else ""
    details = (
        stance_deal(stance),
        condition_words(stance.condition), since, ended,
        listed(step.voice.name for step in stance.steps),
    )  # fmt: skip
    style = "dim" if stance.ended else "bold"
    said = (Cell(stance_words(stance), style), *(Cell(word, "dim" if stance.ended else "") for word in details if word))
    who = f"{stance.side}: {stance.who}" if stance.who and stance.side != "player" else stance.side
    return Item(said, label=who, sign="so" if stance.affirmed else "not")


def _contradictions(saga: Saga) -> Section | None:
    if not saga.contradictions:
        return None
    items = tuple(item for one in saga.contradictions for item in _contradiction(one))
    return Section("Where sources disagree", items=items)


def _contradiction(one: Contradiction) -> Iterator[Item]:
    yield Item((Cell(one.question, "bold yellow"), Cell(f"since {short_day(one.since)}", "dim")))
    for side in one.sides:
        first = side.steps[0].entry if side.steps else None
        yield Item(
            (Cell(side.words), Cell(listed(step.voice.name for step in side.steps), "dim")),
            sign="so",
            quote=first.claim.evidence.words if first else "",
            printed=(first.imprint.outlet or "") if first else "",
            url=first.imprint.url if first else None,
        )


def _contract(saga: Saga) -> Section | None:
    items = _thread_items(threads(saga.contract))
    return Section("Contract", items=items) if items else None


def _timeline(saga: Saga) -> Section | None:
    elsewhere = {step.entry.id for step in (*saga.contract, *saga.past_moves)}
    items = _thread_items(threads(step for step in saga.steps if step.entry.id not in elsewhere), label=True)
    return Section("Timeline", items=items) if items else None


def _thread_items(told: tuple[Thread, ...], *, label: bool = False) -> tuple[Item, ...]:
    days = days_of([thread.step.entry.said_at for thread in told])
    return tuple(
        step_item(
            thread.step,
            date=days[thread.step.entry.said_at],
            label=_label(thread.step.entry.claim) if label else "",
            repeats=thread.again,
        )
        for thread in told
    )


def _label(claim: Claim) -> str:
    """The club that a step is about."""
    if claim.club_to and claim.event not in CONTRACT:
        return claim.club_to
    return claim.club_from or _NO_CLUB


def _ties(ties: tuple[Tie, ...]) -> Section | None:
    """Each condition with the club that must act first, and what that club is said to look for, or whom."""
    if not ties:
        return None
    together: dict[tuple[str, str | None], list[Tie]] = {}
    for tie in ties:
        together.setdefault((tie.condition, tie.club), []).append(tie)
    return Section("Hangs on", items=tuple(_hanging(told) for told in together.values()))


def _hanging(told: Sequence[Tie]) -> Item:
    first, *waits = told
    said = (condition_words(first.condition), first.club, first.position)
    beneath = tuple(f"↳ {waited_words(tie)}" for tie in waits[:_WAITS])
    return Item(tuple(Cell(words) for words in said if words), quote=first.words, beneath=beneath)


def waited_words(tie: Tie) -> str:
    """What the club that must act is said to look for, or whom."""
    if tie.player is None:
        return f"{tie.club} look for: {tie.position}"
    return f"{tie.club} pursue {tie.player}" + (f" ({tie.position})" if tie.position else "")


def _past(answer: Player) -> Section | None:
    told = [step_item(thread.step, repeats=thread.again) for thread in threads(answer.saga.past_moves)]
    known = [
        Item(
            (Cell(f"{move.club_from or '?'} → {move.club_to or '?'}", "bold"), *map(Cell, filter(None, (
                DEAL_WORDS[move.deal] if move.deal else "", fee_words(move.fee) if move.fee else "", move.source,
            )))),
            date=window_words(move.window),
            sign="so",
        )
        for move in answer.moves
    ]  # fmt: skip
    items = (*known, *told)
    return Section("Earlier moves", items=items) if items else None


def _foot(answer: Player) -> str:
    others = [chapter for chapter in answer.chapters if chapter.window != answer.saga.window]
    if not others:
        return ""
    told = "; ".join(map(_chapter, others))
    return f"Other windows: {told}. See one with --window {others[-1].window}."


def _chapter(chapter: Chapter) -> str:
    furthest = f", {chapter.club or _NO_CLUB}: {EVENT_WORDS[chapter.furthest][0]}" if chapter.furthest else ""
    return f"{chapter.window} ({counted(chapter.claims, 'claim')}{furthest})"
