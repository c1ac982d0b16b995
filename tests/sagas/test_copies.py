"""Copies, word for word and spun; and what is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mooted.documents import open_documents
from mooted.model.document import Document
from mooted.sagas.copies import compared, copies
from mooted.sagas.derive import derive
from mooted.sagas.signature import SKETCH, bands, signature, skeleton
from tests.sagas.telling import PRESS, after, told

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = """Leeds United have made a second offer for Tom Ashby, the Wigan Athletic midfielder, after a first of £6m.

Wigan want £9m for Ashby, 22, whom they signed from Hollin Rovers in 2023. Marek Dvorak, the Leeds manager, has asked
for a midfielder since Luke Varga went to Fulham.

Ashby's agent met officials of Leeds in Manchester on Tuesday. Burnley and Celtic are watching too."""
SPUN = """Leeds United have lodged a 2d provide for Tom Ashby, the Wigan Athletic midfielder, following a first of £6m.

Wigan need £9m for Ashby, 22, who they purchased from Hollin Rovers in 2023. Marek Dvorak, the Leeds supervisor, wished
for a midfielder ever since Luke Varga moved to Fulham.

The agent of Ashby has seen officers of Leeds over in Manchester this Tuesday. Burnley and Celtic look on also."""
OTHER = """Wigan Athletic would sell Tom Ashby for £9m, and Celtic know it. Burnley have their doubts about the sum.

The midfielder, 22, came from Hollin Rovers in 2023 and is wanted by Leeds United, whose manager Marek Dvorak lost
Luke Varga to Fulham. They have offered £6m so far, it was said in Manchester."""


def _document(id: str, text: str, hours: float = 0) -> Document:
    return Document(id, text, published_at=after(hours / 24))


def test_examples_hold_one_spun_copy() -> None:
    found = copies(one for one in open_documents([EXAMPLES]) if isinstance(one, Document))
    assert {id: (copy.origin, copy.kind) for id, copy in found.items()} == {
        "02-dragusin-spun": ("01-dragusin-suitors", "spun")
    }


def test_the_same_words_are_a_copy_and_the_earlier_one_is_the_origin() -> None:
    found = copies((_document("late", STORY + "\n\nMore on this soon.", 2), _document("early", STORY)))
    assert [(copy.document, copy.origin, copy.kind) for copy in found.values()] == [("late", "early", "copy")]


def test_of_two_at_the_same_time_the_lower_id_is_the_origin() -> None:
    found = copies((_document("b", STORY), _document("a", STORY)))
    assert [(copy.document, copy.origin) for copy in found.values()] == [("b", "a")]


def test_words_exchanged_but_names_and_sums_in_their_order_are_spun() -> None:
    made = compared(_document("spun", SPUN, 5), _document("own", STORY))
    assert made is not None
    assert (made.kind, made.origin) == ("spun", "own")


def test_a_report_of_its_own_on_the_same_story_is_no_copy() -> None:
    assert compared(_document("other", OTHER, 5), _document("own", STORY)) is None


def test_a_form_letter_with_other_names_is_no_copy() -> None:
    award = "Player of the month in the league, chosen by our readers and by the panel: {}, congratulations to him."
    one, two = (_document(name, award.format(name), at) for at, name in enumerate(("Tom Ashby", "Luke Varga")))
    assert compared(two, one) is None


def test_a_copy_of_a_copy_comes_from_the_first() -> None:
    documents = (_document("1", STORY), _document("2", STORY + "\n\nA word.", 1), _document("3", STORY + "\n\nOh.", 2))
    assert {copy.origin for copy in copies(documents).values()} == {"1"}


def test_too_little_text_is_a_copy_of_nothing() -> None:
    assert copies((_document("a", "Here we go!"), _document("b", "Here we go!", 1))) == {}
    assert copies((_document("a", ""), _document("b", "", 1))) == {}


def test_a_signature_is_small_the_same_each_time_and_gives_keys() -> None:
    once, again = signature(_document("a", STORY)), signature(_document("b", STORY))
    assert once == again
    assert len(once) == 1 + 2 * SKETCH
    assert set(bands(once)) & set(bands(signature(_document("c", SPUN))))
    assert bands(signature(_document("d", "Here we go!"))) == ()


def test_names_and_numbers_are_what_stays() -> None:
    assert skeleton("Talks go on. Leeds want Ashby for £6m, and Ashby wants Leeds. However, so do 2 others.") == (
        "Leeds", "Ashby", "6", "Ashby", "Leeds", "2",
    )  # fmt: skip


def test_a_document_derives_from_what_it_cites() -> None:
    own, cited = told("bid", "Leeds", by="The Ledger"), told("bid", "Leeds", by="Buzz", source="The Ledger", days=1)
    documents = [Document(e.imprint.document, e.id, published_at=e.said_at) for e in (own, cited)]
    first, second = derive(documents, (own, cited), PRESS)
    assert (first.kind, first.origin, first.new) == (None, None, True)
    assert (second.kind, second.origin, second.new) == ("cites", own.imprint.document, False)


def test_a_cited_source_that_is_not_there_leaves_the_origin_open() -> None:
    cited = told("bid", "Leeds", by="Buzz", source="Radio Hollin")
    (found,) = derive([Document(cited.imprint.document, "x", published_at=cited.said_at)], (cited,), PRESS)
    assert (found.kind, found.origin, found.new) == ("cites", None, True)


def test_an_article_with_a_new_sum_brings_something_new_though_it_is_a_copy() -> None:
    own, more = told("interest", "Leeds", document="own"), told("bid", "Leeds", document="more", days=0.1)
    later = replace(_document("more", STORY), published_at=after(0) + timedelta(hours=2))
    _, copy = derive((_document("own", STORY), later), (own, more), PRESS)
    assert (copy.kind, copy.origin, copy.new) == ("copy", "own", True)
