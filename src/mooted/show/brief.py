"""The brief: one line a piece of news, the biggest change first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from mooted.answers.brief import Brief, News
from mooted.model.phrases import day_words, event_words, terms_words
from mooted.model.saga import Step
from mooted.show.page import Cell, Item, Page, Section
from mooted.show.stage import condition_words, sign_of, style_of
from mooted.show.steps import counted, short_day, who_says

MOST = 40  # lines of the page; the other formats hold them all
_BIG = 3.0


def brief_page(answer: Brief) -> Page:
    """The brief: first the players of whom much changes, then the rest."""
    big: list[Item] = []
    small: list[Item] = []
    about, change = "", 0.0
    for one in answer.news[:MOST]:
        if about != (one.person or one.step.entry.id):
            about, change = one.person or one.step.entry.id, one.change
        (big if change >= _BIG else small).append(_item(one, answer))
    sections = [Section("What changes most", items=tuple(big))] if big else []
    sections += [Section("Also new", items=tuple(small))] if small else []
    return Page(
        title=f"What is new{f' about {answer.club}' if answer.club else ''}",
        under=tuple(_under(answer)),
        sections=tuple(sections),
        foot=_foot(answer),
    )


def _under(answer: Brief) -> Iterator[str]:
    yield _stretch(answer.since, answer.as_of)
    yield f"{counted(len(answer.news), 'line')} from {counted(answer.reports, 'document')}"
    yield f"{counted(answer.rehash, 'claim')} of {answer.claims:,} said before"


def _stretch(since: datetime, until: datetime) -> str:
    """From when to when; whole days without hours."""
    first = since + timedelta(microseconds=1) if since.time() == time.max else since
    if first.time() == time.min and until.time() == time.max:
        whole = first.date() == until.date()
        return day_words(until) if whole else f"{day_words(first)} to {day_words(until)}"
    return f"{day_words(first)} {first:%H:%M} to {day_words(until)} {until:%H:%M}"


def _item(news: News, answer: Brief) -> Item:
    """Who and where, what is new, how surely, on whose word; what was known before."""
    claim, imprint = news.step.entry.claim, news.step.entry.imprint
    several_days = (answer.as_of - answer.since).days >= 2
    details = [Cell(words) for words in (_way(news), *terms_words(claim), condition_words(claim.condition)) if words]
    voices = Cell(counted(news.voices, "voice"), "bold" if news.voices > 1 else "dim")
    return Item(
        said=(Cell(event_words(claim), f"bold {style_of(claim)}"), *details, who_says(news.step), voices),
        date=short_day(news.step.entry.said_at) if several_days else "",
        label=news.player or claim.club_to or "",
        sign=sign_of(claim),
        quote=claim.evidence.words,
        printed=imprint.outlet or imprint.document,
        url=imprint.url,
        beneath=tuple(_beneath(news)),
    )


def _way(news: News) -> str:
    """From where to where, or which position."""
    claim = news.step.entry.claim
    if claim.event == "needs":
        return claim.position or "a player"
    from_, to = claim.club_from or (news.holder if news.holder != claim.club_to else None), claim.club_to
    if to:
        return f"{from_} → {to}" if from_ and from_ != to else f"→ {to}"
    return from_ or ""


def _beneath(news: News) -> Iterator[str]:
    if news.before:
        yield f"↳ before: {event_words(news.before.entry.claim)}, {short_day(news.before.entry.said_at)}"
    if news.also:
        yield f"↳ also new: {'; '.join(map(_short, news.also[:4]))}{' and more' if len(news.also) > 4 else ''}"


def _short(step: Step) -> str:
    terms = ", ".join(terms_words(step.entry.claim))
    return f"{event_words(step.entry.claim)}{f', {terms}' if terms else ''} ({step.voice.name})"


def _foot(answer: Brief) -> str:
    if len(answer.news) > MOST:
        return f"The first {MOST} of {len(answer.news)} lines; --format csv or jsonl has them all."
    if answer.news:
        return ""
    if answer.last is None:
        return "Nothing has been said of it yet." if answer.club else "The ledger is empty: mooted add PATH fills it."
    return f"Nothing new. The last word is of {day_words(answer.last)}."
