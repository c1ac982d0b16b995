"""Names as posts write them: tags and handles."""

from __future__ import annotations

import pytest

from mooted.entities.book import load
from mooted.entities.shouting import spoken
from mooted.entities.tags import tagged_surnames
from mooted.model.document import Document
from mooted.pipeline import read_document
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("Arne #Brandt is a target of #Fulham", {"Brandt"}),
        ("#Brandt to #Udinese", {"Brandt"}),
        ("News #Brandt: Bayern are interested in signing him. #FCBayern", {"Brandt"}),
        ("#Brandt is on the list of Bayern", {"Brandt"}),
        ("#Fulham is quiet. #Transfers: done. #Bundesliga is back", set()),
        ("Bayern sign him #Brandt #Mia", set()),
    ],
)
def test_some_tags_are_surnames(text: str, surnames: set[str]) -> None:
    assert tagged_surnames(text, load()) == surnames


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hull sign @TomAshby from @HullCity.", "Hull sign Tom Ashby from Hull City."),
        ("Tom Ashby joins @HullCity", "Tom Ashby joins Hull City"),
        ("Tom Ashby has signed. @HullCity", "Tom Ashby has signed. @HullCity"),
        ("@Tom_Ashby9 to Hull", "Tom Ashby   to Hull"),
        ("@HullCity have signed @TomAshby, 22", "Hull City have signed Tom Ashby, 22"),
        ("Hull want him, as per @TomAshby, and bid", "Hull want him, as per @TomAshby, and bid"),
        ("@TomAshby reports that Hull bid", "@TomAshby reports that Hull bid"),
        ("Hull want him @TomAshby", "Hull want him @TomAshby"),
        (
            "write to me@TomAshby.example or to @SkySportsNews now",
            "write to me@TomAshby.example or to @SkySportsNews now",
        ),
    ],
)
def test_handles_that_are_names_are_read_as_such(text: str, named: str) -> None:
    assert spoken(text, load()) == named


def test_a_claim_about_a_handle_quotes_it_as_it_stands() -> None:
    text = "🚨 @TomAshby9 to Hull City, here we go! #HCAFC"
    (claim,) = read_document(Document("post", text))
    assert (claim.player, claim.event, claim.club_to) == ("Tom Ashby", "agreed", "Hull City")
    assert claim.evidence.span
    assert claim.evidence.span.of(text) == claim.evidence.words
    assert claim.evidence.words.startswith("@TomAshby9 to Hull City")


@pytest.mark.parametrize("piece", ["@TomAshby ", "@TomAshby", "#Brandt: ", "via @", "@A_"])
def test_time_grows_with_length(piece: str) -> None:
    book = load()
    assert is_linear(lambda size: (spoken(piece * size, book), tagged_surnames(piece * size, book)), 5_000)
