"""Every store: any string is a safe question, and finds what a look at every text would find."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mooted.language.fold import fold
from mooted.ledger import Ledger
from mooted.ledger.query import QueryError
from tests.ledger.told import TIMES, Read, correction, day, interest, story

TEXTS = {
    "a": "Leeds United want Tom Ashby. NEAR the end, AND NOT before.",
    "b": "Radu Drăgușin (23) is dear: £25m; col:umn * ^ \"quoted\".",
    "c": "Łódź, İstanbul, Straße; 本田 and Хонда want u8c3 and u8. 1e5 2-0 snake_case",
    "d": "Leeds rejected leeds' bid. ' OR 1=1 --",
    "e": "\x00 \ud800 ̈ é é ﬁ Ⅳ ١٢",
}  # fmt: skip
HOSTILE = [
    '"',
    "NEAR(",
    "*",
    "^",
    "words:leeds",
    "AND NOT",
    "leeds AND",
    "leeds OR united",
    "-leeds",
    "(",
    "')--",
    "\x00",
    "\ud800",
    "%",
    "_",
    "{a b}",
    "leeds*",
    "+",
    ":",
    "leeds NEAR/2 united",
    "",
    " ",
    "a" * 5000,
    "'; DROP TABLE claims",
]


@pytest.fixture(scope="module")
def filled(unchanged: Ledger) -> Ledger:
    documents = [story(id, text, day(10 + at), title=f"Page {id}") for at, (id, text) in enumerate(TEXTS.items())]
    list(unchanged.add_all((document, Read()) for document in documents))
    return unchanged


def spelt(words: str) -> set[str]:
    """The words of a text as anybody would find them: letters and digits, no case, no accents."""
    return {fold(word).casefold() for word in re.findall(r"[^\W_]+", words)}


def looked_for(words: str) -> list[str]:
    """The naive search: every word in the text or title, the newest first."""
    wanted = spelt(words)
    return [id for id in reversed(TEXTS) if wanted and wanted <= spelt(f"Page {id}\n{TEXTS[id]}")]


def found(ledger: Ledger, words: str, **more) -> list[str]:
    return [hit.imprint.document for hit in ledger.search(words, **more)]


@pytest.mark.parametrize(
    "words", [*HOSTILE, *TEXTS.values(), "PAGE", "leeds", "dragusin", "strasse", "本田", "хонда", "1e5", "u8", "2 0"]
)
def test_literal_words_find_what_a_look_at_every_text_finds(filled: Ledger, words: str) -> None:
    assert found(filled, words) == looked_for(words)


@pytest.fixture(scope="module")
def shared() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as ledger:
        list(
            ledger.add_all(
                (story(id, text, day(10 + at), title=f"Page {id}"), Read())
                for at, (id, text) in enumerate(TEXTS.items())
            )
        )
        yield ledger


@settings(max_examples=400 * TIMES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(st.characters()),
        st.lists(st.sampled_from([*HOSTILE, "leeds", "Page", "want", "b", "AND", "OR", "NOT"])).map(" ".join),
    )
)
def test_any_string_is_safe(shared: Ledger, words: str) -> None:
    assert found(shared, words) == looked_for(words)
    try:
        assert set(found(shared, words, syntax=True)) <= set(TEXTS)
    except QueryError as error:
        assert str(error).startswith("the search ")


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ('"leeds united"', "a"), ('"united leeds"', ""), ("leeds NOT united", "d"), ("leeds AND bid", "d"),
        ("drag* OR united", "ba"), ("(leeds OR dear) united", "a"), ("leeds united", "a"), ('"tom ash"*', ""),
        ("ashb*", "a"), ("NOT*", "a"), ("", ""), ("本*", "c"), ("leeds AND NOT united", "d"),
    ],
)  # fmt: skip
def test_the_syntax_of_search(filled: Ledger, words: str, documents: str) -> None:
    assert "".join(found(filled, words, syntax=True)) == documents


@pytest.mark.parametrize(
    "words", ["leeds AND", "OR leeds", "(leeds", "leeds)", "NOT leeds", "AND", "((((", "(" * 99 + "a" + ")" * 99]
)
def test_a_question_that_does_not_fit_is_told(filled: Ledger, words: str) -> None:
    with pytest.raises(QueryError, match="the search"):
        filled.search(words, syntax=True)


def test_claims_come_with_their_entry_and_their_document_does_not_come_again(ledger: Ledger) -> None:
    ledger.add(*interest("a", "Tom Ashby", "Leeds United"))
    ledger.add(story("b", "Nobody spoke of Tom Ashby.", day(20)), Read())
    first, second = ledger.search("tom ashby")
    assert (first.entry.person, first.words) == ("tom-ashby", "Leeds United want Tom Ashby")
    assert (second.entry, second.imprint.document, second.words) == (None, "b", "Nobody spoke of Tom Ashby.")


def test_the_newest_come_first_and_no_more_than_wanted(ledger: Ledger) -> None:
    list(ledger.add_all(interest(str(at), "Tom Ashby", "Leeds United", at=day(1 + at)) for at in (3, 1, 7, 5)))
    assert found(ledger, "leeds", limit=3) == ["7", "5", "3"]
    assert found(ledger, "leeds", limit=3, as_of=day(5)) == ["3", "1"]
    assert found(ledger, "leeds", limit=0) == []


def test_only_versions_that_were_current_are_found(ledger: Ledger) -> None:
    for at in range(9):
        ledger.add(*interest("a", "Tom Ashby", f"Club {at}", at=day(10), seen_at=day(10 + at)))
    assert [hit.entry.claim.club_to for hit in ledger.search("want ashby", limit=1)] == ["Club 8"]
    assert [hit.entry.claim.club_to for hit in ledger.search("ashby", as_of=day(13))] == ["Club 3"]


def test_a_claim_taken_back_is_not_found(ledger: Ledger) -> None:
    ledger.add(*interest("a", "Tom Ashby", "Leeds United"))
    ledger.correct(correction("not_a_claim", ledger.entries()[0].id))
    assert [hit.entry for hit in ledger.search("ashby")] == [None]


def test_a_snippet_shows_the_words(ledger: Ledger) -> None:
    ledger.add(story("a", "Much else. " * 50 + "Then Ashby spoke. " + "And so on. " * 50), Read())
    (hit,) = ledger.search("ASHBY")
    assert "Then Ashby spoke." in hit.words and len(hit.words) < 200
