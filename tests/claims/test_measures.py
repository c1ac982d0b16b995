"""How claims stand in their document, in numbers. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.candidates import questions
from mooted.claims.choice import load
from mooted.claims.corroboration import telling
from mooted.claims.extract import listen
from mooted.claims.measures import NAMES, Docket, logit
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.model.document import Document

TEXT = (
    "Lens are in talks over Genk winger Karel Dvorsky, 23. Lens are in talks with Genk over Dvorsky again. "
    "Lille are interested in Dvorsky, who has agreed a new contract with Genk."
)


def measured(text: str) -> dict[tuple[str, str | None], dict[str, float]]:
    """What is measured of each claim, by its event and club."""
    document, chooser = Document("d", text), load()
    reading = scan(document, load_book())
    hearing = listen(document, chooser)
    answers = [answer for question in questions(reading, hearing) for answer in chooser.heard(question)]
    docket = Docket(answers, reading, "article", telling(answers, reading, chooser))
    return {
        (key.event, key.club): dict(zip(NAMES, docket.measures(key, chooser.sheet), strict=True)) for key in docket.said
    }


def test_every_measure_has_a_name_and_is_a_number() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for named in measured(TEXT).values():
        assert all(isinstance(value + 0.0, float) for value in named.values())


def test_what_is_said_twice_is_likelier_than_its_likeliest_words() -> None:
    talks = measured(TEXT)["talks", "Lens"]
    assert talks["said"] >= 2
    assert talks["all"] > talks["best"] >= talks["second"] > logit(0.0)


def test_the_claims_beside_a_claim_are_measured() -> None:
    named = measured(TEXT)
    interest = named["interest", "Lille"]
    assert (
        interest["same_club"]
        < interest["other_claim"]
        == max(one["best"] for (event, _), one in named.items() if event != "interest")
    )
    assert interest["stays"] == max(
        named[key]["best"] for key in named if key[0] in ("contract_talks", "contract_signed")
    )
    assert interest["document_people"] == 1


def test_the_person_is_measured() -> None:
    talks = measured(TEXT)["talks", "Lens"]
    assert (talks["held"], talks["own"], talks["focus"], talks["age"]) == (True, False, True, True)
    assert talks["named"] >= 3


def test_whose_player_he_is_by_all_that_is_told_is_measured() -> None:
    talks = measured(TEXT)["talks", "Lens"]
    assert talks["other_holds"] > talks["club_holds"]
    assert talks["club_pursues"] > 0 < talks["other_pursues"]


def test_who_stands_before_a_phrase_is_a_gap_below_nought() -> None:
    talks = measured("Lens are in talks with Genk over winger Karel Dvorsky.")["talks", "Lens"]
    assert talks["club_gap"] < 0 < talks["person_gap"]
    assert talks["phrase_place"] == len("Lens are ")


@pytest.mark.parametrize(("chance", "bound"), [(0.0, -9.3), (1.0, 9.3), (0.5, 0.0)])
def test_logits_are_bounded(chance: float, bound: float) -> None:
    assert logit(chance) == pytest.approx(bound, abs=0.1)


def test_a_key_that_nobody_is_meant_by_is_measured() -> None:
    named = measured("Lens need a striker. Lens are in the market for a centre-back before the window closes.")
    assert ("needs", "Lens") in named
    assert all(one["named"] == 0 and not one["held"] for (event, _), one in named.items() if event == "needs")
