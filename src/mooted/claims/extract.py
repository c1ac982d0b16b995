"""A reading to claims: ask each phrase what it says, fill the terms, and bring doubles together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.agents import agents_of
from mooted.claims.attribution import Press, attribute
from mooted.claims.candidates import questions
from mooted.claims.choice import Answer, Chooser
from mooted.claims.corroboration import Taken, believed
from mooted.claims.deals.moves import deal_claims
from mooted.claims.doubt import decide, doubt_parts
from mooted.claims.hearing import Hearing, hear
from mooted.claims.holdings import Holdings
from mooted.claims.keys import keys_of
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.needs import Spot, says_less, spots
from mooted.claims.particulars import Page, Particulars, particulars
from mooted.claims.scenes import Scene
from mooted.claims.times import is_history
from mooted.claims.topic import Topic, is_football, topic_of
from mooted.claims.verdicts import settled
from mooted.language.money import find_money
from mooted.model.claim import LADDER, Attribution, Claim, Event, Terms
from mooted.model.document import Document
from mooted.model.listed import touches
from mooted.model.mention import Reading
from mooted.model.span import Quote, Span


class Draft(NamedTuple):
    """A claim, the probability that its words make it, that by which the document does, and the position sought."""

    words: float
    chance: float
    claim: Claim
    spot: Spot | None = None


Drafts = dict[tuple[object, ...], Draft]
Told = tuple[float, Claim, Spot | None]
_TELLING = 25  # characters
_MARKS = (", ", "; ", ": ", " - ")
_CURRENCIES = ("£", "€", "$")
_SUM = re.compile(r"[£€$] ?[\d.,]{0,15}\d(?: ?(?:m|bn|k|million|billion)\b)?")
_NEARLY, _LITTLE = 0.9, 40  # as likely, and so many characters more: then the words that tell more are kept
_NEWS_OR_HISTORY = {"signed": "past_move", "past_move": "signed"}
_OTHER_ANSWER = {"bid_rejected": "bid_accepted", "bid_accepted": "bid_rejected"}
_REFUSABLE, _REFUSED = ("contact", "bid"), (("bid_rejected", "affirmed"),)  # "an approach has been rejected"
_OTHER_STANCE = {
    "for_sale": "not_for_sale", "not_for_sale": "for_sale", "wants_out": "wants_stay", "wants_stay": "wants_out",
}  # fmt: skip
_INTEREST = ("interest", "affirmed")
_FURTHER = tuple((event, "affirmed") for event in LADDER if event != "interest")
_FALLEN = (("off", "affirmed"),)
_FEES_AGREED = (("bid_accepted", "affirmed"),)
_OF_MOVES = frozenset(("move-noun", "signing-noun", "deal-noun", "will-join", "joined"))  # rules that name a move
_CLEARLY = 2.0  # times as likely, since a sentence may tell both ("he can go in summer, but not now")
_OPPOSITE = {"affirmed": "denied", "denied": "affirmed"}


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
        _add(drafts, Draft(1.0, 1.0, claim))
    if not taken:
        return tuple(draft.claim for draft in drafts.values())
    sums = {section.place: find_money(section.text) for section in reading.sections}
    roles = {person.name: person.role for person in reversed(reading.people)}
    page = Page(document, reading, attribute(reading, press, document.outlet), sums, agents_of(reading), roles)
    for one in taken:
        for chance, claim, spot in _claims(one, chooser, page, holdings):
            _add(drafts, Draft(one.answer.probability, chance, claim, spot))
    return tuple(draft.claim for draft in drafts.values() if not _told_otherwise(draft, drafts))


def _add(drafts: Drafts, draft: Draft) -> None:
    claim = draft.claim
    place = (claim.player, claim.event, claim.club_to, claim.polarity, claim.position)
    drafts[place] = _merge(drafts[place], draft) if place in drafts else draft


def _told_otherwise(draft: Draft, drafts: Drafts) -> bool:
    """A move is news or history, not both, and the same words do not both affirm and deny, or accept and refuse: the
    less probable is dropped. So is the vaguer word for one need."""
    claim = draft.claim
    if draft.spot:
        others = (other.spot for other in drafts.values() if other.spot and other.claim.club_to == claim.club_to)
        return says_less(draft.spot, others)
    opposite = ((claim.event, _OPPOSITE[claim.polarity]), (_OTHER_ANSWER.get(claim.event), claim.polarity))
    if any(_surer(rival, draft) for rival in _rivals(claim, opposite, drafts)):
        return True
    if claim.polarity == "denied" and claim.event in _REFUSABLE and next(_rivals(claim, _REFUSED, drafts), None):
        return True
    stance = ((_OTHER_STANCE.get(claim.event), claim.polarity),)
    if any(rival.words > _CLEARLY * draft.words for rival in _rivals(claim, stance, drafts)):
        return True
    if _is_of_one_offered(claim, drafts) or _only_names_a_deal(draft, drafts):
        return True
    further = _FURTHER if (claim.event, claim.polarity) == _INTEREST else ()
    if any(_same_words(rival, draft) for rival in _rivals(claim, further, drafts)):
        return True
    other = _NEWS_OR_HISTORY.get(claim.event)
    rival = drafts.get((claim.player, other, claim.club_to, claim.polarity, claim.position)) if other else None
    if rival is None or claim.club_to is None or _loan_first(claim, rival.claim):
        return False
    return rival.chance > draft.chance


def _is_of_one_offered(claim: Claim, drafts: Drafts) -> bool:
    """Is it a sale by the club to which the same words offer him ("Lens were offered the chance to sign X")?"""
    if claim.event != "for_sale" or claim.club_to is not None or claim.club_from is None:
        return False
    offered = drafts.get((claim.player, "for_sale", claim.club_from, claim.polarity, claim.position))
    return offered is not None and _overlap(offered.claim.evidence, claim.evidence)


def _only_names_a_deal(draft: Draft, drafts: Drafts) -> bool:
    """Is it a deal that the same words only name, to say that it is off ("his move to Lens is off"), or that they tell
    the clubs to have agreed on ("agreed a fee with Genk to sign him")?"""
    claim = draft.claim
    if claim.event != "agreed" or claim.polarity == "denied":
        return False
    if claim.rule in _OF_MOVES and any(_surer(rival, draft) for rival in _rivals(claim, _FALLEN, drafts)):
        return True
    return any(rival.words > _CLEARLY * draft.words for rival in _rivals(claim, _FEES_AGREED, drafts))


def _same_words(further: Draft, interest: Draft) -> bool:
    """Are the words of an interest those of a higher rung, at least as likely ("closing in on the signing of X")?"""
    return further.claim.evidence.span == interest.claim.evidence.span and further.chance >= interest.chance


def _rivals(claim: Claim, saying: Iterable[tuple[str | None, str]], drafts: Drafts) -> Iterator[Draft]:
    """What the same words claim of the same move by other events and polarities."""
    for event, polarity in saying:
        rival = drafts.get((claim.player, event, claim.club_to, polarity, claim.position))
        if rival and _overlap(rival.claim.evidence, claim.evidence):
            yield rival


def _loan_first(one: Claim, other: Claim) -> bool:
    """Was he on loan at a club that has now signed him for good? Those are two moves."""
    history, news = (one, other) if one.event == "past_move" else (other, one)
    return history.deal == "loan" and news.deal != "loan"


def _surer(one: Draft, other: Draft) -> bool:
    """Is the first of two that cannot both be said by likelier words? Of equal ones a denial is."""
    return (one.words, one.claim.polarity == "denied") > (other.words, other.claim.polarity == "denied")


def _says_more(one: Quote, two: Quote) -> bool:
    """Do the words of one quote hold those of another, and a little more ("asked" and "asked to be kept informed")?"""
    a, b = one.span, two.span
    if a is None or b is None or not (a.start <= b.start and b.stop <= a.stop):
        return False
    return 1 < len(one.words) - len(two.words) <= _LITTLE


def _overlap(one: Quote, two: Quote) -> bool:
    """Do two quotes of a text share words?"""
    a, b = one.span, two.span
    return a is not None and b is not None and touches(a.start, a.stop, ((b.start, b.stop),))


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
    quote = _quote(section.place, section.text, *extent)
    told: dict[int | None, Particulars] = {}
    for key, person in said:
        if key.person not in told:
            told[key.person] = particulars(page, question, option, person, extent, modality)
        past = event == "signed" and is_history(told[key.person].said_at, page.document.published_at)
        claim = Claim(
            document=page.document.id,
            player=page.reading.people[key.person].name if key.person is not None else None,
            event="past_move" if past else event,
            evidence=quote,
            rule=option.meaning.rule,
            club_to=key.club,
            club_from=holdings.of(answer, key.person, key.club),
            polarity=polarity,
            modality=modality,
            **told[key.person]._asdict(),
        )
        for spot in spots(question.scene, option.position) if option.position else (None,):
            yield taken.keys[key], replace(claim, position=spot.words) if spot else claim, spot


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


def _quote(place: str, text: str, start: int, stop: int) -> Quote:
    """The words of a section as evidence; a sum of which a phrase holds the sign ("cost Leeds £") stands whole."""
    if text.endswith(_CURRENCIES, start, stop):
        whole = _SUM.match(text, stop - 1)
        stop = whole.end() if whole else stop
    if place == "title":
        return Quote(text[start:stop], None, "title")
    return Quote(text[start:stop], Span(start, stop))


def _merge(one: Draft, two: Draft) -> Draft:
    """The same claim twice: the likelier words, all sources, the fullest terms."""
    first, second = (one, two) if one.words >= two.words else (two, one)
    if second.words > _NEARLY * first.words and _says_more(second.claim.evidence, first.claim.evidence):
        first, second = second, first
    a, b = first.claim, second.claim
    told: dict[str, object] = {
        "fee": a.fee or b.fee,
        "deal": a.deal or b.deal,
        "club_from": a.club_from or b.club_from,
        "condition": a.condition or b.condition,
        "said_at": a.said_at if a.said_at and a.said_at.words else b.said_at or a.said_at,
        "stance_of": a.stance_of or b.stance_of,
        "terms": _fullest(a.terms, b.terms),
        "attribution": _voiced(a.attribution, b.attribution),
    }
    new = {field: value for field, value in told.items() if value is not getattr(a, field)}
    merged = replace(a, **new) if new else a  # type: ignore[arg-type]
    return Draft(first.words, max(one.chance, two.chance), merged, first.spot)


def _voiced(one: Attribution, two: Attribution) -> Attribution:
    """The first chain, with the voices of both."""
    if set(two.voices) <= set(one.voices):
        return one
    return replace(one, voices=tuple(dict.fromkeys((*one.voices, *two.voices))))


def _fullest(one: Terms, two: Terms) -> Terms:
    """The terms of both, those of the first where they differ."""
    if one == two:
        return one
    return Terms(
        one.wage or two.wage, one.years or two.years, one.until or two.until, one.add_ons or two.add_ons,
        one.sell_on or two.sell_on, one.buy_back or two.buy_back,
    )  # fmt: skip
