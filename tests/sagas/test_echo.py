"""Origin, independence and delay: who said it first, who confirms it, and who only repeats it."""

from __future__ import annotations

from mooted.model.entry import Entry
from mooted.sagas.copies import Derived
from mooted.sagas.echo import Echo, echoes
from mooted.sagas.voice import NOBODY, printer, voices
from tests.sagas.telling import PRESS, told


def _heard(*entries: Entry, derived: dict[str, Derived] | None = None) -> list[Echo]:
    found = echoes(entries, PRESS, derived)
    return [found[entry.id] for entry in entries]


def test_two_papers_of_one_publisher_are_one_voice() -> None:
    first, second = told("bid", "Leeds", by="Morning Whistle"), told("bid", "Leeds", by="Evening Whistle", days=1)
    _, echo = _heard(first, second)
    assert (echo.origin, echo.how, echo.delay, echo.independent) == (first.id, "family", 86_400, 1)


def test_two_publishers_confirm_each_other() -> None:
    _, echo = _heard(told("bid", "Leeds", by="Morning Whistle"), told("bid", "Leeds", by="The Ledger", days=1))
    assert (echo.origin, echo.how, echo.independent) == (None, None, 2)


def test_a_claim_that_cites_a_source_repeats_its_own_report() -> None:
    own = told("bid", "Leeds", by="The Ledger")
    cited = told("bid", "Leeds", by="Morning Whistle", source="The Ledger", days=0.5)
    _, echo = _heard(own, cited)
    assert (echo.origin, echo.how, echo.delay, echo.independent) == (own.id, "cites", 43_200, 1)


def test_the_own_report_is_the_origin_though_its_clock_is_behind() -> None:
    cited = told("bid", "Leeds", by="Morning Whistle", source="The Ledger")
    own = told("bid", "Leeds", by="The Ledger", days=0.3)
    echo, origin = _heard(cited, own)
    assert (echo.origin, echo.how, echo.delay) == (own.id, "cites", 0)
    assert (origin.origin, origin.independent) == (None, 1)


def test_a_source_whose_own_report_is_not_there_still_speaks_once() -> None:
    first = told("bid", "Leeds", by="Morning Whistle", source="Radio Hollin")
    second = told("bid", "Leeds", by="The Ledger", source="Radio Hollin", days=1)
    one, two = _heard(first, second)
    assert (one.origin, one.voices[0].name) == (None, "Radio Hollin")
    assert (two.origin, two.how, two.independent) == (first.id, "cites", 1)


def test_a_journalist_speaks_with_the_voice_of_his_outlet() -> None:
    own = told("bid", "Leeds", by="The Ledger")
    _, echo = _heard(own, told("bid", "Leeds", by="Morning Whistle", source="Ida Brandt", days=1))
    assert (echo.origin, echo.voices[0].kind) == (own.id, "journalist")


def test_a_december_report_cited_in_january_is_no_news() -> None:
    december = told("contract_signed", by="The Ledger", polarity="denied", days=-30)
    _, echo = _heard(december, told("contract_signed", by="Morning Whistle", source="The Ledger", polarity="denied"))
    assert (echo.origin, echo.delay) == (december.id, 30 * 86_400)


def test_sources_without_a_name_confirm_nothing() -> None:
    _, echo = _heard(told("bid", "Leeds"), told("bid", "Leeds", by="page", unnamed="reports in Italy", days=1))
    assert (echo.voices[0].family, echo.independent) == (NOBODY, 1)


def test_a_copy_is_an_echo_of_what_it_copies() -> None:
    own = told("bid", "Leeds", document="own")
    copy = told("bid", "Leeds", by="Buzz Now", document="copy", days=0.25)
    _, echo = _heard(own, copy, derived={"copy": Derived("copy", "own", "spun", False, 0.9)})
    assert (echo.origin, echo.how, echo.delay, echo.independent) == (own.id, "spun", 21_600, 1)


def test_a_line_of_echoes_leads_back_to_the_first() -> None:
    first = told("bid", "Leeds", by="Morning Whistle")
    second = told("bid", "Leeds", by="Evening Whistle", days=1)
    third = told("bid", "Leeds", by="The Ledger", source="Evening Whistle", days=2)
    assert [echo.origin for echo in _heard(first, second, third)] == [None, first.id, first.id]


def test_another_club_is_another_matter() -> None:
    assert [echo.origin for echo in _heard(told("bid", "Leeds"), told("bid", "Fulham", days=1))] == [None, None]


def test_who_stands_behind_a_claim() -> None:
    assert voices(told("bid", "Leeds", source="Leeds"), PRESS)[0].kind == "club"
    assert voices(told("bid", "Leeds", source="Florin Manea"), PRESS)[0].kind == "person"
    assert voices(told("bid", "Leeds"), PRESS)[0].family == "south"
    assert printer(told("bid", "Leeds", by=None, document="page-7"), PRESS).name == "page-7"
