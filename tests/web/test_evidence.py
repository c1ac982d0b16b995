"""Sentences with all that they say of a player, cut at the words that carry it."""

from __future__ import annotations

from collections.abc import Collection

from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.entry import Entry, Imprint
from mooted.model.span import Quote, Span
from mooted.web.evidence import Quotation, quotations
from tests.sagas.telling import DAY

_TEXT = "Nothing else. Hollin Rovers want Bence Varga and have offered £5m. He trained on Monday."


class _Shelf:
    """One document."""

    def versions(self, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Document]:
        """The document, if it is that one."""
        return {which: Document("a", _TEXT) for which in wanted if which[0] == "a"}


def _entry(words: str, person: str = "bence-varga", document: str = "a") -> Entry:
    start = _TEXT.find(words)
    claim = Claim(document, "Bence Varga", "interest", Quote(words, Span(start, start + len(words))), "a rule")
    return Entry(claim, Imprint(document, "v1", DAY), person)


def _quoted(*entries: Entry) -> tuple[Quotation[Entry], ...]:
    return quotations(_Shelf(), entries, lambda entry: entry)


def test_claims_of_one_sentence_share_it_and_each_has_its_words_marked() -> None:
    wants, offers = _entry("Hollin Rovers want Bence Varga"), _entry("have offered £5m")
    (both,) = _quoted(offers, wants)
    assert both.items == (offers, wants)
    assert [words for words, found in both.pieces if found] == [wants.claim.evidence.words, offers.claim.evidence.words]
    assert "".join(words for words, _ in both.pieces) == "Hollin Rovers want Bence Varga and have offered £5m."


def test_words_within_others_are_shown_once() -> None:
    (one,) = _quoted(_entry("Hollin Rovers want Bence Varga"), _entry("Rovers want"))
    assert "".join(words for words, _ in one.pieces) == "Hollin Rovers want Bence Varga and have offered £5m."


def test_another_person_or_sentence_has_a_quotation_of_its_own() -> None:
    told = (_entry("Hollin Rovers"), _entry("have offered", person="tom-ashby"), _entry("He trained", "tom-ashby"))
    assert len(_quoted(*told)) == 3


def test_words_that_stand_nowhere_are_quoted_alone() -> None:
    (one,) = _quoted(_entry("Hollin Rovers", document="gone"))
    assert one.pieces == (("Hollin Rovers", True),)
