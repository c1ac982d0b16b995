"""A reading to claims: ask each phrase what it says, fill the terms, and bring doubles together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from mooted.claims.agents import agents_of
from mooted.claims.attribution import Press, attribute
from mooted.claims.candidates import questions
from mooted.claims.choice import Answer, Chooser
from mooted.claims.corroboration import Taken, believed
from mooted.claims.deals.moves import deal_claims
from mooted.claims.doubt import decide, doubt_parts
from mooted.claims.drafts import Draft, Drafts, add, is_told_otherwise, with_bidders
from mooted.claims.exchanges import of_exchanged
from mooted.claims.hearing import Hearing, hear
from mooted.claims.holdings import Holdings
from mooted.claims.keys import keys_of
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.needs import Spot, spots
from mooted.claims.particulars import Page, Particulars, particulars
from mooted.claims.races import by_race, of_other, race_of
from mooted.claims.scenes import Scene
from mooted.claims.succession import of_former
from mooted.claims.times import is_history, is_news
from mooted.claims.topic import Topic, is_football, topic_of
from mooted.claims.verdicts import settled
from mooted.language.money import find_money
from mooted.model.claim import Claim, Event
from mooted.model.document import Document
from mooted.model.mention import Reading, Section
from mooted.model.moment import Moment
from mooted.model.span import Quote

_TELLING = 25  # characters
_MARKS = (", ", "; ", ": ", " - ")
_CURRENCIES = ("£", "€", "$")
_SPELLS = frozenset(("history", "loan-out", "former"))  # rules that tell where somebody was, not that he moved
_SUM = re.compile(r"[£€$] ?[\d.,]{0,15}\d(?: ?(?:m|bn|k|million|billion)\b)?")


def listen(document: Document, chooser: Chooser) -> Hearing:
    """The phrases of a document that may be claims."""
    return hear(document, load_phrases(), chooser.ear, chooser.deaf)


def choose(reading: Reading, hearing: Hearing, chooser: Chooser) -> tuple[list[Taken], Holdings]:
    """The answers that are believed, with their claims, and what they say of whose player each is."""
    answers = [answer for question in questions(reading, hearing) for answer in chooser.heard(question)]
    return believed(answers, reading, hearing.kind, chooser)


def extract(
    document: Document, reading: Reading, chooser: Chooser, press: Press, hearing: Hearing | None = None,
    topic: Topic | None = None,
) -> tuple[Claim, ...]:  # fmt: skip
    """The claims of a document, strongest evidence first within each.

    ``hearing`` and ``topic`` where it was listened to before, and its words were counted.
    """
    hearing = hearing or listen(document, chooser)
    topic = topic or topic_of(document)
    if hearing.silent or not is_football(reading, topic):
        return ()
    taken, holdings = choose(reading, hearing, chooser)
    drafts: Drafts = {}
    known = topic.football > 0 or any(club.id for club in reading.clubs)
    for claim in deal_claims(document, reading, hearing.deals) if known else ():
        add(drafts, Draft(1.0, 1.0, claim))
    if not taken:
        return tuple(draft.claim for draft in drafts.values())
    sums = {section.place: find_money(section.text) for section in reading.sections}
    roles = {person.name: person.role for person in reversed(reading.people)}
    page = Page(document, reading, attribute(reading, press, document.outlet), sums, agents_of(reading), roles)
    for one in taken:
        for chance, claim, spot in _claims(one, chooser, page, holdings):
            add(drafts, Draft(one.answer.probability, chance, claim, spot))
    drafts = with_bidders(drafts)
    return tuple(draft.claim for draft in drafts.values() if not is_told_otherwise(draft, drafts))


def _claims(
    taken: Taken, chooser: Chooser, page: Page, holdings: Holdings
) -> Iterator[tuple[float, Claim, Spot | None]]:
    """The claims of one answer that are believed, with their probabilities."""
    answer = taken.answer
    question, option = answer.question, answer.option
    event: Event = option.event  # type: ignore[assignment]
    said = [(key, person) for key, person, _ in keys_of(answer) if key in taken.keys]
    said = [(key, person) for key, person in said if not holdings.contradict(answer, key.person, key.club)]
    if not said:
        return
    polarity, modality = settled(question, option, decide(_doubt(question), event, chooser.doubt_sheet))
    extent = _extent(answer)
    section = question.scene.section
    quote = _quote(section, *extent)
    told: dict[int | None, Particulars] = {}
    race = race_of(question.scene)
    event = by_race(race, event, option.clubs)
    for key, person in said:
        if key.person not in told:
            told[key.person] = particulars(page, question, option, person, extent, modality)
        claim = Claim(
            document=page.document.id,
            player=page.reading.people[key.person].name if key.person is not None else None,
            event=_by_time(event, option.meaning.rule, told[key.person].said_at, page.document.published_at),
            evidence=quote,
            rule=option.meaning.rule,
            club_to=key.club,
            club_from=holdings.of(answer, key.person, key.club, told[key.person].deal == "loan"),
            polarity=polarity,
            modality=modality,
            **told[key.person]._asdict(),
        )
        others = (
            *of_other(race, claim, option.clubs),
            *of_former(question.scene, question.trigger, claim, page.reading.people),
            *of_exchanged(question.scene, question.trigger, claim, page.reading.people),
        )
        for other in others:
            yield taken.keys[key], other, None
        for spot in spots(question.scene, option.position) if option.position else (None,):
            yield taken.keys[key], replace(claim, position=spot.words) if spot else claim, spot


def _by_time(event: Event, rule: str, told: Moment | None, published: date | None) -> Event:
    """A move is history where it came in an earlier window than the last, and news where in that one; a spell is
    history whenever it was."""
    if event == "signed" and is_history(told, published):
        return "past_move"
    return "signed" if event == "past_move" and rule not in _SPELLS and is_news(told, published) else event


_doubt = lru_cache(maxsize=1)(doubt_parts)  # remembered while the answers of a phrase are read


def _extent(answer: Answer) -> tuple[int, int]:
    """From the first to the last of phrase, people and club, within the sentence."""
    option, trigger, sentence = answer.option, answer.question.trigger, answer.question.scene.sentence
    start, stop = trigger.start, trigger.stop
    for group in (option.people, option.clubs):
        if group and sentence.start <= group.start < sentence.stop:
            start, stop = min(start, group.start), max(stop, group.stop)
    stop = max(stop, option.position.stop) if option.position else stop
    return (start, stop) if stop - start >= _TELLING else _clause(answer.question.scene, start, stop)


def _clause(scene: Scene, start: int, stop: int) -> tuple[int, int]:
    """The clause around words that alone would tell little ("his terms")."""
    sentence = scene.sentence
    found = [(at, len(mark)) for mark in _MARKS if (at := scene.low.rfind(mark, sentence.start, start)) >= 0]
    begin = max((at + size for at, size in found), default=sentence.start)
    ends = [end for mark in _MARKS if (end := scene.low.find(mark, stop, sentence.stop)) >= 0]
    return begin, min(ends, default=sentence.stop)


def _quote(section: Section, start: int, stop: int) -> Quote:
    """The words of a section as evidence; a sum of which a phrase holds the sign ("cost Leeds £") stands whole."""
    if section.text.endswith(_CURRENCIES, start, stop):
        whole = _SUM.match(section.text, stop - 1)
        stop = whole.end() if whole else stop
    return section.quote(start, stop)
