"""What is learned from: the words that carry a claim are found where they stand in the text as it is read."""

from __future__ import annotations

from bench.agreement import told
from bench.corpus import Annotated
from bench.judging import places
from bench.train import plainly
from mooted.model.document import Document

TEXT = (
    "Lens &amp; Genk, who have &amp; had &amp; lost, are 12 million euros apart. Metz want **Tom Ashby**, 22 year old."
)


def test_the_words_of_a_claim_are_found_in_the_text_without_its_markup() -> None:
    start = TEXT.index("Metz want")
    spot = [start, TEXT.index(",", start)]
    by_place = told({"player": "Tom Ashby", "event": "interest", "evidence_in": "text", "evidence_span": spot})
    by_words = told({"player": "Tom Ashby", "event": "interest", "evidence": "Metz want **Tom Ashby**, 22 year old"})
    nowhere = told({"player": "Tom Ashby", "event": "interest", "evidence": "Lens want him"})
    one = plainly(Annotated("more", Document("d", TEXT), (by_place, by_words, nowhere)))
    found = [places(one.document, claim) for claim in one.claims]
    words = [one.document.text[place[1] : place[2]] if place else None for place in found]
    assert words == ["Metz want Tom Ashby", "Metz want Tom Ashby, 22-year-old", None]


def test_a_text_that_is_plain_is_left_as_it_is() -> None:
    one = Annotated(
        "more", Document("d", "Metz want Tom Ashby."), (told({"player": "Tom Ashby", "event": "interest"}),)
    )
    assert plainly(one) is one
