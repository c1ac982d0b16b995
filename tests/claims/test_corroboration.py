"""Claims that several phrases of a document make, taken together. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.candidates import questions
from mooted.claims.choice import Answer, Chooser, load
from mooted.claims.corroboration import Case, believed, cases, probability, telling
from mooted.claims.extract import listen
from mooted.claims.keys import keys_of
from mooted.claims.packing import packed
from mooted.claims.trees import NO_TREES, Trees
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.mention import Reading

TEXT = (
    "Lens are in talks with Genk over winger Karel Dvorsky. The French club are confident that talks with Genk will "
    "lead to a deal for Dvorsky. Lens and Lille are both interested in Genk midfielder Pieter Maes."
)


def read(text: str) -> tuple[list[Answer], Reading]:
    document = Document("d", text)
    reading, chooser = scan(document, load_book()), load()
    hearing = listen(document, chooser)
    return [answer for question in questions(reading, hearing) for answer in chooser.heard(question)], reading


def found(text: str) -> dict[tuple[str, str, str | None], Case]:
    answers, reading = read(text)
    return {
        (reading.people[case.key.person or 0].name, case.key.event, case.key.club): case
        for case in cases(answers, reading, "article", load(), telling(answers, reading, load()))
    }


def learned(whole: dict[str, dict[str, float]], trees: Trees = NO_TREES) -> Chooser:
    return Chooser(packed({}), 0.5, packed({}), packed({}), whole, trees)


def test_phrases_that_make_the_same_claim_are_one_case() -> None:
    talks = found(TEXT)["Karel Dvorsky", "talks", "Lens"]
    assert len({answer.question.trigger.start for answer in talks.answers}) == len(talks.answers)


def test_each_club_of_a_list_is_a_case() -> None:
    clubs = {club for player, event, club in found(TEXT) if (player, event) == ("Pieter Maes", "interest")}
    assert {"Lens", "Lille"} <= clubs


def test_without_weights_the_likeliest_words_decide() -> None:
    case = found(TEXT)["Karel Dvorsky", "talks", "Lens"]
    assert probability(case, learned({})) == max(answer.probability for answer in case.answers)


def test_weights_count_under_the_event_and_for_all() -> None:
    case = found(TEXT)["Karel Dvorsky", "talks", "Lens"]
    weights = {"*": {"bias": 1.0}, "talks": {"bias": -1.0}, "bid": {"bias": 9.0}}
    assert probability(case, learned(weights)) == pytest.approx(0.5)


def test_signs_and_trees_count_alike() -> None:
    case = found(TEXT)["Karel Dvorsky", "talks", "Lens"]
    trees = Trees(-1.0, (((-1, -2.0, 0, 0),),))
    assert probability(case, learned({"*": {"bias": 3.0}}, trees)) == pytest.approx(0.5)


def test_what_no_words_make_likely_is_not_believed() -> None:
    case = found(TEXT)["Karel Dvorsky", "talks", "Lens"]
    faint = case._replace(answers=tuple(answer._replace(probability=0.1) for answer in case.answers))
    assert probability(faint, learned({"*": {"bias": 9.0}})) == 0.0


def test_what_is_believed_keeps_the_order_of_the_text() -> None:
    answers, reading = read(TEXT)
    taken, _ = believed(answers, reading, "article", load())
    starts = [one.answer.question.trigger.start for one in taken]
    assert starts == sorted(starts)
    assert all(set(one.keys) <= {key for key, _, _ in keys_of(one.answer)} for one in taken)
