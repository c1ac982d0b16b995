"""What each phrase of an annotated document should have said: options held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.agreement import Told, entailed, same_claim, same_club
from bench.corpus import PLAIN, READ, RULES, Annotated
from mooted.claims.candidates import Option, Question, questions
from mooted.claims.deals.lists import listed
from mooted.claims.hearing import hear
from mooted.claims.lexicon import load as load_phrases
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.claim import CONTRACT
from mooted.model.document import Document
from mooted.model.mention import Reading

Place = tuple[str, int, int]


class Example(NamedTuple):
    """A phrase with its options; ``right`` tells of each whether it is so (None: neither rewarded nor punished).

    ``ours`` where the text is our own, ``plain`` where it is a plain sentence, as they stand beside the rules; ``read``
    where it is another's, without gold, and we have read it ourselves.
    """

    question: Question
    options: tuple[Option, ...]
    right: tuple[bool | None, ...]
    ours: bool
    plain: bool
    read: bool
    truth: tuple[Told | None, ...]
    reading: Reading
    kind: str


def claims_of(option: Option, reading: Reading) -> list[Told]:
    """The claims that an option would make."""
    people = (
        [reading.people[m.person].name if m.person is not None else None for m in option.people.members]
        if option.people
        else [None]
    )
    clubs = [m.club.name if m.club else None for m in option.clubs.members] if option.clubs else [None]
    position = option.position.text if option.position else None
    return [Told(option.event, player, club, position=position) for player in people for club in clubs]


def places(document: Document, claim: Told) -> Place | None:
    """Where the words of a gold claim stand: section, start and stop; null where they are not given."""
    span = claim.row.get("evidence_span")
    if span:
        return claim.row.get("evidence_in", "text"), span[0], span[1]
    words = claim.row.get("evidence") or ""
    if not words:
        return None
    for place, text in (("text", document.text), ("title", document.title or "")):
        at = text.find(words)
        if at >= 0:
            return place, at, at + len(words)
    return None


def _near(place: Place | None, question: Question) -> bool:
    """Does a phrase stand in the words that carry a gold claim?"""
    if place is None:
        return True
    trigger = question.trigger
    return question.scene.section.place == place[0] and place[1] - 3 <= trigger.start and trigger.stop <= place[2] + 3


def _names(claim: Told, found: Told) -> bool:
    """Does an option name the very club of a claim? (The score lets it open for some events.)"""
    return found.event in CONTRACT or same_club(claim.club_to, found.club_to)


def judge(
    option: Option,
    question: Question,
    reading: Reading,
    truth: Sequence[Told],
    where: Sequence[Place | None],
) -> tuple[bool | None, Told | None]:
    """Is an option right?

    Neither, where only optional or entailed claims speak for it, where the words that carry the claim are
    elsewhere, or where it leaves open the club that the claim names.
    """
    good = bad = 0
    match: Told | None = None
    for found in claims_of(option, reading):
        fits = [(claim, place) for claim, place in zip(truth, where, strict=True) if same_claim(claim, found)]
        sure = [
            claim for claim, place in fits if not claim.optional and _near(place, question) and _names(claim, found)
        ]
        if sure:
            good += 1
            match = match or sure[0]
        elif not fits and not any(entailed(found, claim) for claim in truth):
            bad += 1
    if good and good >= bad:
        return True, match
    return (False if bad else None), match


def examples(documents: Iterable[Annotated]) -> list[list[Example]]:
    """The questions of each document with their answers."""
    book, phrases = load_book(), load_phrases()
    found: list[list[Example]] = []
    for which, document, truth in documents:
        hearing = hear(document, phrases, None, 0.0)
        reading = scan(document, book, listed(hearing.deals))
        where = [places(document, claim) for claim in truth]
        ours, plain = ".txt:" in document.id, document.id.startswith((RULES, PLAIN))
        rows = []
        for question in questions(reading, hearing):
            options = tuple(question.options())
            if not options:
                continue
            judged = [judge(option, question, reading, truth, where) for option in options]
            rows.append(
                Example(
                    question,
                    options,
                    tuple(right for right, _ in judged),
                    ours,
                    plain,
                    which == READ,
                    tuple(match for _, match in judged),
                    reading,
                    hearing.kind,
                )
            )
        found.append(rows)
    return found
