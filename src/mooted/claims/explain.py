"""Why a document was read as it was: what each sentence mentions, which phrases fired, and what was weighed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import Literal

from mooted.claims.attribution import Press, attribute
from mooted.claims.candidates import Option, Question, questions
from mooted.claims.choice import Answer as Reached
from mooted.claims.choice import Chooser
from mooted.claims.deals.lists import listed
from mooted.claims.deals.moves import RULE as DONE_DEALS
from mooted.claims.extract import choose, extract, listen
from mooted.claims.groups import Group
from mooted.claims.hearing import hear
from mooted.claims.holding import chances, holders
from mooted.claims.lexicon import Phrase
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.lexicon import rules as load_rules
from mooted.claims.packing import ONE
from mooted.claims.plainly import in_words
from mooted.claims.topic import elsewhere_by, is_football, topic_of
from mooted.model.claim import Attribution, Claim, Event
from mooted.model.document import Document
from mooted.model.entity import Person
from mooted.model.listed import stands_in
from mooted.model.mention import How, Kind, Mention, Reading, Section

NOBODY = "nobody is in reach whom it could be about"
TOGETHER = "all of it together, as the network weighs it"
_PERSON: dict[How, str] = {
    "name": "name of", "surname": "surname of", "description": "description of", "pronoun": "pronoun for",
}  # fmt: skip
_CLUB: dict[How, str] = {
    "name": "name of", "nickname": "nickname of", "stadium": "ground of", "manager": "stands for",
    "description": "description of", "pronoun": "pronoun for",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: its words, and to whom they refer and how ("surname of Radu Dragusin").

    ``rivals`` are the other clubs that share the name; where ``settled`` is false it stays open among them.
    """

    words: str
    start: int
    stop: int
    kind: Kind
    how: str
    rivals: tuple[str, ...] = ()
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """One named part of a score: what speaks for an option (above nought) or against it."""

    words: str
    weight: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim that a phrase could make, how probable it is, and the pieces that its score is the sum of.

    ``told_as`` are the words for the people and the clubs; null where they come from an earlier sentence.
    """

    event: Event
    rule: str
    people: tuple[str, ...]
    clubs: tuple[str, ...]
    told_as: tuple[str | None, str | None]
    position: str | None
    probability: float
    pieces: tuple[Piece, ...]

    @property
    def score(self) -> float:
        """The sum of the pieces; no claim at all has score nought."""
        return sum(piece.weight for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Held:
    """A club that may hold the person of a claim, and how probable the words of the sentence make it."""

    club: str
    probability: float


@dataclass(frozen=True, slots=True)
class Answer:
    """An option that was taken, the clubs that may hold the person, and the claims that came of it.

    A claim of which another sentence is surer keeps the words of that sentence.
    """

    weighed: Weighed
    holders: tuple[Held, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that lists a phrase, and the file that it stands in."""

    name: str
    file: str
    events: tuple[str, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class Fired:
    """A phrase of the rules that stands in a sentence: what was taken, what was not, and why nothing was.

    ``others`` are the likeliest options that were not taken, and ``nothing`` is the probability of no claim.
    """

    words: str
    start: int
    stop: int
    rules: tuple[Rule, ...]
    answers: tuple[Answer, ...]
    others: tuple[Weighed, ...]
    nothing: float
    silence: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence: where it stands, what it mentions, what fired in it, and who says so.

    ``entries`` are the claims that it makes by its form, as part of a list of done deals; no phrase fires there.
    """

    place: Literal["title", "text"]
    start: int
    stop: int
    words: str
    found: tuple[Found, ...]
    fired: tuple[Fired, ...]
    attribution: Attribution
    entries: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document sentence by sentence, the people that it speaks of, and the claims that were read.

    ``elsewhere`` are the words for which the whole document is taken to be about something other than football, so
    that nothing in it is a claim; none where it is football.
    """

    document: Document
    people: tuple[Person, ...]
    sentences: tuple[Explained, ...]
    claims: tuple[Claim, ...]
    threshold: float
    elsewhere: tuple[str, ...] = ()


Place = tuple[str, int]


def explain(document: Document, reading: Reading, chooser: Chooser, press: Press) -> Explanation:
    """Why ``extract`` makes of a reading the claims that it makes. Never raises on any text."""
    topic = topic_of(document)
    claims = extract(document, reading, chooser, press, topic=topic)
    voices = attribute(reading, press, document.outlet)
    fired = _fired(document, reading, chooser, claims)
    told = sorted((claim for claim in claims if claim.rule == DONE_DEALS), key=_where)
    sentences = tuple(
        Explained(
            section.place, sentence.start, sentence.stop, section.text[sentence.start : sentence.stop],
            tuple(_found(mention, section, reading) for mention in sentence.mentions),
            tuple(fired.get((section.place, sentence.start), ())),
            voices.get((section.place, sentence.start), Attribution(document.outlet)),
            _entries(section.place, sentence.start, sentence.stop, told),
        )
        for section in reading.sections
        for sentence in section.sentences
    )  # fmt: skip
    elsewhere = () if is_football(reading, topic) else elsewhere_by(document)
    return Explanation(document, reading.people, sentences, claims, chooser.threshold, elsewhere)


def _where(claim: Claim) -> int:
    return claim.evidence.span.start if claim.evidence.span else 0


def _entries(place: str, start: int, stop: int, told: list[Claim]) -> tuple[Claim, ...]:
    """The claims of lists, in order of their places, that stand in the characters ``[start, stop)`` of the text."""
    low = bisect_left(told, start, key=_where)
    return tuple(told[low : bisect_left(told, stop, lo=low, key=_where)]) if place == "text" else ()


def _fired(
    document: Document, reading: Reading, chooser: Chooser, claims: tuple[Claim, ...]
) -> dict[Place, list[Fired]]:
    """The phrases of each sentence, in order; those that have nobody to speak of among them."""
    phrases, hearing = load_phrases(), listen(document, chooser)
    lines = listed(hearing.deals).lines
    asked = {_place(question): question for question in questions(reading, hear(document, phrases, None, 0.0))}
    taken: dict[Place, list[Option]] = {}
    for answer, _ in choose(reading, hearing, chooser)[0]:
        taken.setdefault(_place(answer.question), []).append(answer.option)
    found: dict[Place, list[Fired]] = {}
    for section in reading.sections:
        starts = [sentence.start for sentence in section.sentences]
        for hit in phrases.find(section.folded.lower()):
            if section.place == "text" and stands_in(hit.start, lines):
                continue
            place = section.place, hit.start
            words = section.text[hit.start : hit.stop]
            fired = (
                _weighed_phrase(asked[place], words, taken.get(place, []), reading, chooser, claims)
                if place in asked
                else Fired(words, hit.start, hit.stop, _rules(hit.value), (), (), 1.0, NOBODY)
            )
            begins = starts[max(0, bisect_right(starts, hit.start) - 1)]
            found.setdefault((section.place, begins), []).append(fired)
    return found


def _place(question: Question) -> Place:
    return question.scene.section.place, question.trigger.start


def _weighed_phrase(
    question: Question, words: str, taken: list[Option], reading: Reading, chooser: Chooser, claims: tuple[Claim, ...]
) -> Fired:
    keys = [_key(option) for option in taken]
    answers = chooser.answers(question)
    chosen = [answer for answer in answers if _key(answer.option) in keys]
    weighed = {id(answer): _weighed(answer, reading, chooser) for answer in answers}
    others = [weighed[id(answer)] for answer in answers if answer not in chosen]
    best = weighed[id(answers[0])] if answers else None
    return Fired(
        words=words,
        start=question.trigger.start,
        stop=question.trigger.stop,
        rules=_rules(question.trigger.value),
        answers=tuple(_taken(answer, weighed[id(answer)], reading, chooser, claims) for answer in chosen),
        others=tuple(others[:3]),
        nothing=best.probability * exp(-best.score) if best else 1.0,
        silence=None if chosen else _silence(question, best, reading, chooser),
    )


def _key(option: Option) -> tuple[object, ...]:
    """What tells the options of one phrase apart."""
    groups = [(g.start, g.stop, g.head) if g else None for g in (option.people, option.clubs)]
    return option.event, option.meaning.rule, *groups, option.position


def _silence(question: Question, best: Weighed | None, reading: Reading, chooser: Chooser) -> str:
    """Why a phrase that fired makes no claim."""
    if best:
        own = f"the likeliest claim has {best.probability:.0%} by these words"
        return f"too unsure: {own}, and {chooser.threshold:.0%} are needed by all that the document says"
    if question.options():
        return "the signs speak so clearly against every claim that none was weighed"
    events = {event for meaning in question.trigger.value.meanings for event in meaning.events}
    if events == {"needs"}:
        return "no position follows, or no club is in reach"
    return "no manager, coach or director is in reach" if events == {"staff_move"} else NOBODY


def _weighed(answer: Reached, reading: Reading, chooser: Chooser) -> Weighed:
    question, option, probability, _ = answer
    event: Event = option.event  # type: ignore[assignment]
    told_as = _told_as(question, option.people), _told_as(question, option.clubs)
    position = option.position.text if option.position else None
    return Weighed(
        event, option.meaning.rule, _people(option.people, reading), _clubs(option.clubs), told_as, position,
        probability, _pieces(answer, chooser),
    )  # fmt: skip


def _told_as(question: Question, group: Group | None) -> str | None:
    absent = [actor.group for actor, _, _ in (*question.people, *question.clubs) if actor.absent]
    here = group is not None and all(group is not other for other in absent)
    return question.scene.section.text[group.start : group.stop] if group and here else None


def _people(group: Group | None, reading: Reading) -> tuple[str, ...]:
    members = group.members if group else ()
    return tuple(reading.people[member.person].name for member in members if member.person is not None)


def _clubs(group: Group | None) -> tuple[str, ...]:
    return tuple(member.club.name for member in group.members if member.club) if group else ()


def _pieces(answer: Reached, chooser: Chooser) -> tuple[Piece, ...]:
    """The score of an answer as named pieces, the heaviest first. Signs that say the same are one piece, and so is what
    the network makes of them all: half of the score is its own."""
    weights: dict[str, float] = {}
    signs: dict[str, dict[str, None]] = {}
    share = 1.0 if chooser.network is None else 0.5
    for name, weight in chooser.reasons(answer.option, 10_000):
        sign = name.partition(" ")[2]
        words = in_words(sign) or sign
        weights[words] = weights.get(words, 0.0) + weight * share
        signs.setdefault(words, {})[sign] = None
    if chooser.network:
        weights[TOGETHER] = answer.candidate.network / ONE * (1.0 - share)
    pieces = (Piece(words, weight, tuple(signs.get(words, ()))) for words, weight in weights.items())
    return tuple(sorted(pieces, key=lambda piece: -abs(piece.weight)))


def _taken(answer: Reached, weighed: Weighed, reading: Reading, chooser: Chooser, claims: tuple[Claim, ...]) -> Answer:
    question, option, _, _ = answer
    found = holders(question, option, reading)
    probable = chances(found, option, chooser.holding)
    held = [Held(holder.club.name, chance) for holder, chance in zip(found, probable, strict=True)]
    held.sort(key=lambda one: -one.probability)
    return Answer(weighed, tuple(held), tuple(_came_of(weighed, question, claims)))


def _came_of(weighed: Weighed, question: Question, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """The claims of the document that an answer is part of: of two, the one with words of this sentence."""
    same = [c for c in claims if c.event == weighed.event and (c.player in weighed.people or not weighed.people)]
    same = [c for c in same if c.club_to in weighed.clubs or c.club_to is None]
    here = [c for c in same if _stands_in(c, question)]
    for person in weighed.people or (None,):
        for club in weighed.clubs or (None,):
            of_them = [c for c in (*here, *same) if c.player == person and c.club_to in (club, None)]
            yield from of_them[:1]


def _stands_in(claim: Claim, question: Question) -> bool:
    span, sentence = claim.evidence.span, question.scene.sentence
    return claim.evidence.place == question.scene.section.place and (
        span is None or sentence.start <= span.start < sentence.stop
    )


def _rules(phrase: Phrase) -> tuple[Rule, ...]:
    files = _files()
    return tuple(Rule(sense.rule, files.get(sense.rule, ""), sense.events, sense.shape) for sense in phrase.meanings)


@lru_cache(maxsize=1)
def _files() -> dict[str, str]:
    return {rule.name: rule.file for rule in load_rules()}


def _found(mention: Mention, section: Section, reading: Reading) -> Found:
    words = section.text[mention.start : mention.stop]
    rivals = tuple(club.name for club in mention.candidates if club != mention.club)
    return Found(
        words, mention.start, mention.stop, mention.kind, _refers(mention, words, reading), rivals,
        mention.club is not None or not mention.candidates,
    )  # fmt: skip


def _refers(mention: Mention, words: str, reading: Reading) -> str:
    """To whom or what a mention refers, in words."""
    if mention.person is not None:
        name = reading.people[mention.person].name
        return "name" if name == words else f"{_PERSON.get(mention.how, mention.how)} {name}"
    if mention.kind == "club":
        former = "former club, " if mention.former else ""
        if mention.club is None:
            return f"{former}shared {mention.how}, left open"
        name = mention.club.name
        return f"{former}name" if name == words else f"{former}{_CLUB.get(mention.how, mention.how)} {name}"
    return mention.kind if mention.text in ("", words) else f"{mention.kind}: {mention.text}"
