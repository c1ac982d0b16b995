"""A reading to claims: ask each phrase what it says, fill the terms, and bring doubles together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mooted.claims.attribution import Press, attribute
from mooted.claims.candidates import Option, questions
from mooted.claims.choice import Answer, Chooser
from mooted.claims.doubt import decide, doubt_signs
from mooted.claims.holding import chances, holders
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.particulars import Page, particulars
from mooted.claims.terms import money_of
from mooted.model.claim import CONTRACT, Claim, Event
from mooted.model.document import Document
from mooted.model.mention import Mention, Reading
from mooted.model.span import Quote, Span


def choose(reading: Reading, chooser: Chooser, year: int | None) -> Iterator[Answer]:
    """The answers that are probable enough to be claims."""
    for question in questions(reading, load_phrases(), year):
        for place, answer in enumerate(chooser.answers(question, reading)):
            if answer.probability < (chooser.second if place else chooser.threshold):
                break
            yield answer


def extract(document: Document, reading: Reading, chooser: Chooser, press: Press) -> tuple[Claim, ...]:
    """The claims of a document, strongest evidence first within each."""
    year = document.published_at.year if document.published_at else None
    drafts: dict[tuple[object, ...], tuple[float, Claim]] = {}
    sums = {section.place: money_of(section.text) for section in reading.sections}
    page = Page(document, reading, attribute(reading, press, document.outlet), sums)
    answers = list(choose(reading, chooser, year))
    held = _held(answers, chooser, reading)
    for answer in answers:
        for claim in _claims(document, reading, answer, chooser, page):
            claim = _with_holder(claim, answer, held, reading)
            place = (claim.player, claim.event, claim.club_to, claim.polarity, claim.position)
            drafts[place] = _merge(drafts[place], (answer.probability, claim)) if place in drafts else (answer.probability, claim)
    return tuple(claim for _, claim in drafts.values())


Held = dict[int, Counter[str]]


def _held(answers: list[Answer], chooser: Chooser, reading: Reading) -> tuple[Held, dict[int, str | None]]:
    """Who holds whom: votes of all claims about a person, and the likeliest club of each single answer."""
    votes: Held = {}
    single: dict[int, str | None] = {}
    for answer in answers:
        found = holders(answer.question, answer.option, reading)
        probable = chances(found, answer.option, chooser.holders)
        best = max(range(len(found)), key=lambda n: probable[n], default=None)
        single[id(answer)] = found[best].club.name if best is not None and probable[best] >= 0.5 else None
        if answer.option.people and answer.option.event not in ("past_move", "staff_move"):
            for member in answer.option.people.members:
                if member.person is not None:
                    tally = votes.setdefault(member.person, Counter())
                    for holder, chance in zip(found, probable, strict=True):
                        if chance > 0.2:
                            tally[holder.club.name] += chance  # type: ignore[assignment]
    return votes, single


def _with_holder(claim: Claim, answer: Answer, held: tuple[Held, dict[int, str | None]], reading: Reading) -> Claim:
    """The claim with the club that holds the person: told beside it, or elsewhere in the document."""
    votes, single = held
    if claim.player is None or claim.event == "needs":
        return claim
    if claim.event in ("past_move", "staff_move"):
        return replace(claim, club_from=single[id(answer)])
    person = next(n for n, p in enumerate(reading.people) if p.name == claim.player)
    told = votes.get(person, Counter())
    ranked = [club for club, weight in told.most_common(3) if club != claim.club_to and weight >= 0.4]
    return replace(claim, club_from=ranked[0] if ranked else None)


def _claims(
    document: Document, reading: Reading, answer: Answer, chooser: Chooser,
    page: Page,
) -> Iterator[Claim]:  # fmt: skip
    question, option = answer.question, answer.option
    scene, trigger = question.scene, question.trigger
    sentence, section = scene.sentence, scene.section
    event: Event = option.event  # type: ignore[assignment]
    polarity, modality = decide(doubt_signs(question, event, question.signs), event, chooser.doubts)
    start, stop = _extent(option, trigger.start, trigger.stop, sentence.start, sentence.stop)
    people: list[Mention | None] = list(option.people.members) if option.people else [None]
    clubs: list[Mention | None] = list(option.clubs.members) if option.clubs else [None]
    for person in people:
        told = particulars(page, question, option, person, (start, stop), modality)
        for club in clubs:
            to = club.club.name if club and club.club and event not in CONTRACT else None
            yield Claim(
                document=document.id,
                player=reading.people[person.person].name if person and person.person is not None else None,
                event=event,
                evidence=_quote(section.place, section.text, start, stop),
                rule=option.meaning.rule,
                club_to=to,
                club_from=None,
                polarity=polarity,
                modality=modality,
                position=section.text[option.position.start : option.position.stop] if option.position else None,
                **told._asdict(),
            )


def _extent(option: Option, start: int, stop: int, low: int, high: int) -> tuple[int, int]:
    """From the first to the last of phrase, people and club, within the sentence."""
    for group in (option.people, option.clubs):
        if group and low <= group.start < high:
            start, stop = min(start, group.start), max(stop, group.stop)
    if option.position:
        stop = max(stop, option.position.stop)
    return start, stop


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
    )
