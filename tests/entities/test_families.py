"""Publishers: who speaks with one voice."""

from __future__ import annotations

from pathlib import Path

import pytest

from mooted.entities.families import families_of, load_families
from mooted.model.errors import BookError

OUTLETS = (
    {"id": "whistle", "name": "Morning Whistle", "family": "north", "names": "Whistle|MW", "domain": "whistle.example"},
    {"id": "ledger", "name": "The Ledger", "family": "", "names": "", "domain": ""},
)
JOURNALISTS = (
    {"name": "Ida Brandt", "outlets": "whistle", "names": "Brandt", "handle": "idab"},
    {"name": "Nell Voss", "outlets": "", "names": "", "handle": ""},
    {"name": "Ed Roe", "outlets": "whistle|ledger|third", "names": "", "handle": ""},
)
PRESS = families_of(OUTLETS, JOURNALISTS)


@pytest.mark.parametrize(
    "form", ["Morning Whistle", "whistle", "MW", "whistle.example", "The Whistle", "www.whistle.example"]
)
def test_an_outlet_is_known_by_every_form(form: str) -> None:
    assert (PRESS.of(form), PRESS.name(form), PRESS.kind(form)) == ("north", "Morning Whistle", "outlet")


def test_an_outlet_without_a_publisher_is_its_own_family() -> None:
    assert PRESS.of("Ledger") == "ledger"


def test_a_journalist_belongs_to_his_outlet_unless_he_is_independent() -> None:
    assert (PRESS.of("Ida Brandt"), PRESS.of("@idab"), PRESS.kind("Brandt")) == ("north", "north", "journalist")
    assert PRESS.of("Nell Voss (X)") == "nell-voss"
    assert PRESS.of("Ed Roe") == "ed-roe"


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("@idab", "Morning Whistle"), ("MW", "Morning Whistle"), ("Ed Roe", "Ed Roe"), ("Radio Hollin", "Radio Hollin")],
)
def test_the_outlet_that_prints_what_somebody_says(name: str, outlet: str) -> None:
    assert PRESS.outlet(name) == outlet


def test_the_unknown_stand_for_themselves() -> None:
    assert (PRESS.of("Radio Hollin"), PRESS.name("Radio Hollin"), PRESS.kind("Radio Hollin")) == (
        "radio-hollin", "Radio Hollin", None,
    )  # fmt: skip


def test_papers_of_one_publisher_are_one_voice_in_the_book_that_comes_with_mooted() -> None:
    families = load_families()
    assert families.of("Daily Mirror") == families.of("Liverpool Echo") != families.of("The Guardian")


def test_a_broken_table_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_text("name\nWhistle\n", encoding="utf-8")
    with pytest.raises(BookError, match="mooted book check"):
        load_families(tmp_path)
