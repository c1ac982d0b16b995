"""The particulars of a claim: on what terms, on what condition, who says so, when, and whose stance it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mooted.claims.agents import Agents, agent_in
from mooted.claims.attribution import Chains
from mooted.claims.candidates import Option, Question
from mooted.claims.doubt import condition_in
from mooted.claims.hearing import POST
from mooted.claims.prices import fee_next, fee_of, for_each, sums_in
from mooted.claims.scenes import Scene
from mooted.claims.stance import Roles, stance_of
from mooted.claims.terms import Sought, deal_of, read_terms
from mooted.claims.times import said_at
from mooted.model.claim import CONTRACT, Attribution, Deal, Event, Modality, Side, Terms
from mooted.model.document import Document
from mooted.model.mention import Mention, Reading, Sentence
from mooted.model.moment import Moment
from mooted.model.money import Fee, Money

FAR = 600  # characters beyond which another person does not matter to the terms of a claim
_AHEAD = 2  # sentences after a claim that may tell its price


@dataclass(frozen=True, slots=True)
class Page:
    """A document as far as it is read: its voices by place, sums by section, who represents whom, and who is what."""

    document: Document
    reading: Reading
    chains: Chains
    sums: Mapping[Literal["title", "text"], list[Money]]
    agents: Agents
    roles: Roles


class Particulars(NamedTuple):
    """What a claim says beyond who, what and where to."""

    deal: Deal | None
    fee: Fee | None
    terms: Terms
    condition: str | None
    attribution: Attribution
    said_at: Moment | None
    stance_of: Side | None
    agent: str | None


def particulars(
    page: Page, question: Question, option: Option, person: Mention | None, words: tuple[int, int], modality: Modality
) -> Particulars:
    """The particulars of the claim that an option makes of a person in the characters ``words`` of its section."""
    scene, event, who = question.scene, _event(option), person.person if person else None
    sought = _sought(question, event, who, words)
    low, high = sought.sentence
    sums = page.sums[scene.section.place]
    near = sums_in(sums, low, high)
    chain = page.chains.at(scene.section.place, scene.sentence, question.trigger.start, event)
    club = option.clubs.head if option.clubs else None
    agent = agent_in(scene.sentence, who, page.agents)
    return Particulars(
        deal=deal_of(sought, scene.low),
        fee=_price(sought, scene, sums, near, len(option.people.members) if option.people else 1, who),
        terms=read_terms(scene.low[low:high], near) if near or event in CONTRACT else Terms(),
        condition=condition_in(scene.section.text[low:high]) if modality == "conditional" else None,
        attribution=chain,
        said_at=said_at(event, scene.section.text, sought.sentence, words, page.document.published_at),
        stance_of=stance_of(event, chain, page.roles, scene.low[low:high], question.trigger.start - low, club),
        agent=None if agent is None else page.reading.people[agent].name,
    )


def _event(option: Option) -> Event:
    return option.event  # type: ignore[return-value]


def _sought(question: Question, event: Event, who: int | None, words: tuple[int, int]) -> Sought:
    """What terms are sought for: the words of the claim, its person, and the others beside him."""
    scene, trigger = question.scene, question.trigger
    low, high = words[0] - FAR, words[1] + FAR
    own: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for actor in scene.people:
        if low <= actor.group.start <= high:
            for member in actor.group.members:
                (own if member.person == who else others).append((member.start, member.stop))
    place, sentence = (trigger.start, trigger.stop), (scene.sentence.start, scene.sentence.stop)
    return Sought(event, words[0], words[1], place, sentence, tuple(own), tuple(others)).clipped()


def _price(
    sought: Sought, scene: Scene, sums: list[Money], here: list[Money], people: int, who: int | None
) -> Fee | None:
    """What the move costs; one price for several people only where the text says so.

    Where the sentence tells no sum and speaks of nobody else, those after it may.
    """
    start, stop = sought.sentence
    if people > 1 and not for_each(scene.low[start:stop]):
        alone = _of_him_alone(sought, here)
        if not alone and sum(not one.is_wage for one in here) < people:
            return None
        here = alone or here
    if here or people > 1 or sought.others:
        return fee_of(sought, here, scene.low)
    told = (fee_next(sought, sums, scene.low, (after.start, after.stop)) for after in _after(scene, who))
    return next(filter(None, told), None)


def _of_him_alone(sought: Sought, here: list[Money]) -> list[Money]:
    """The sums between somebody's name and the next in a list ("Berg from Lyon for £10m and Holt from Lille")."""
    name = max((stop for _, stop in sought.own), default=sought.stop)
    following = min((start for start, _ in sought.others if start > name), default=name)
    return [one for one in here if name <= one.span.start < following]


def _after(scene: Scene, who: int | None) -> Iterator[Sentence]:
    """The two sentences that follow in the same paragraph, or in a post all that follow, up to one that names somebody
    else."""
    sentences, number = scene.section.sentences, scene.passage.number + 1
    post = len(scene.section.text) < POST
    for sentence in sentences[number:] if post else sentences[number : number + _AHEAD]:
        named = any(
            one.kind == "person" and one.how in ("name", "surname") and one.person != who for one in sentence.mentions
        )
        if named or (sentence.paragraph != scene.sentence.paragraph and not post):
            return
        yield sentence
