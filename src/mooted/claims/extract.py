"""A reading to claims: ask each phrase what it says, fill the terms, and bring doubles together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mooted.claims.attribution import Press, attribute
from mooted.claims.candidates import questions
from mooted.claims.choice import Answer, Chooser
from mooted.claims.doubt import decide, doubt_signs
from mooted.claims.hearing import Hearing, hear
from mooted.claims.holdings import Holdings
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.particulars import Page, particulars
from mooted.claims.scenes import Scene
from mooted.claims.topic import is_football
from mooted.language.money import find_money
from mooted.model.claim import CONTRACT, Claim, Event, Terms
from mooted.model.document import Document
from mooted.model.mention import Reading
from mooted.model.span import Quote, Span

Drafts = dict[tuple[object, ...], tuple[float, Claim]]
_TELLING = 25  # characters
_MARKS = (", ", "; ", ": ", " - ")
_NEWS_OR_HISTORY = {"signed": "past_move", "past_move": "signed"}


def listen(document: Document, chooser: Chooser) -> Hearing:
    """The phrases of a document that may be claims."""
    return hear(document, load_phrases(), chooser.ear, chooser.deaf)


def choose(reading: Reading, hearing: Hearing, chooser: Chooser) -> Iterator[Answer]:
    """The answers that are probable enough to be claims."""
    for question in questions(reading, hearing):
        yield from chooser.chosen(question)


def extract(
    document: Document, reading: Reading, chooser: Chooser, press: Press, hearing: Hearing | None = None
) -> tuple[Claim, ...]:
    """The claims of a document, strongest evidence first within each; ``hearing`` where it was listened to before."""
    hearing = hearing or listen(document, chooser)
    if hearing.silent or not is_football(reading):
        return ()
    answers = list(choose(reading, hearing, chooser))
    if not answers:
        return ()
    drafts: Drafts = {}
    sums = {section.place: find_money(section.text) for section in reading.sections}
    page = Page(document, reading, attribute(reading, press, document.outlet), sums)
    holdings = Holdings(answers, reading, chooser.holders)
    for answer in answers:
        for claim in _claims(answer, chooser, page, holdings):
            place = (claim.player, claim.event, claim.club_to, claim.polarity, claim.position)
            draft = answer.probability, claim
            drafts[place] = _merge(drafts[place], draft) if place in drafts else draft
    return tuple(claim for probability, claim in drafts.values() if not _told_otherwise(probability, claim, drafts))


def _told_otherwise(probability: float, claim: Claim, drafts: Drafts) -> bool:
    """A move is news or history, not both: the less probable of the two is dropped."""
    other = _NEWS_OR_HISTORY.get(claim.event)
    rival = drafts.get((claim.player, other, claim.club_to, claim.polarity, claim.position)) if other else None
    return rival is not None and claim.club_to is not None and rival[0] > probability


def _claims(answer: Answer, chooser: Chooser, page: Page, holdings: Holdings) -> Iterator[Claim]:
    """The claims of one answer: one for each person and club of its lists."""
    question, option = answer.question, answer.option
    event: Event = option.event  # type: ignore[assignment]
    polarity, modality = decide(doubt_signs(question, event, question.signs), event, chooser.doubts)
    extent = _extent(answer)
    section = question.scene.section
    position = option.position
    for person in option.people.members if option.people else (None,):
        told = particulars(page, question, option, person, extent, modality)
        number = person.person if person else None
        for club in option.clubs.members if option.clubs else (None,):
            to = club.club.name if club and club.club and event not in CONTRACT else None
            if holdings.contradict(answer, number, to):
                continue
            yield Claim(
                document=page.document.id,
                player=page.reading.people[number].name if number is not None else None,
                event=event,
                evidence=_quote(section.place, section.text, *extent),
                rule=option.meaning.rule,
                club_to=to,
                club_from=holdings.of(answer, number, to),
                polarity=polarity,
                modality=modality,
                position=section.text[position.start : position.stop] if position else None,
                **told._asdict(),
            )


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


def _quote(place: str, text: str, start: int, stop: int) -> Quote:
    if place == "title":
        return Quote(text[start:stop], None, "title")
    return Quote(text[start:stop], Span(start, stop))


def _merge(one: tuple[float, Claim], two: tuple[float, Claim]) -> tuple[float, Claim]:
    """The same claim twice: the likelier words, all sources, the fullest terms."""
    first, second = (one, two) if one[0] >= two[0] else (two, one)
    a, b = first[1], second[1]
    voices = tuple(dict.fromkeys((*a.attribution.voices, *b.attribution.voices)))
    return first[0], replace(
        a,
        attribution=replace(a.attribution, voices=voices),
        fee=a.fee or b.fee,
        deal=a.deal or b.deal,
        club_from=a.club_from or b.club_from,
        condition=a.condition or b.condition,
        said_at=a.said_at if a.said_at and a.said_at.words else b.said_at or a.said_at,
        stance_of=a.stance_of or b.stance_of,
        terms=_fullest(a.terms, b.terms),
    )


def _fullest(one: Terms, two: Terms) -> Terms:
    """The terms of both, those of the first where they differ."""
    if one == two:
        return one
    return Terms(
        one.wage or two.wage, one.years or two.years, one.until or two.until, one.add_ons or two.add_ons,
        one.sell_on or two.sell_on, one.buy_back or two.buy_back,
    )  # fmt: skip
