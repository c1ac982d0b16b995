"""The public names: reading in Python, and what importing costs."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import mooted
from mooted.show import notebook

STORY = "Leeds United have made a £6m bid for Wigan Athletic midfielder Tom Ashby."


@pytest.mark.parametrize("module", [mooted, notebook])
def test_the_examples_in_the_descriptions_run(module, monkeypatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    assert doctest.testmod(module).failed == 0


def test_read() -> None:
    claims = mooted.read(STORY, published="2026-01-12", outlet="The Whistle", title="Leeds bid", id="leeds")
    assert isinstance(claims, mooted.Claims)
    bid = next(claim for claim in claims if claim.evidence.place == "text")
    assert isinstance(bid, mooted.Claim)
    assert (bid.document, bid.player, bid.event, bid.club_to) == ("leeds", "Tom Ashby", "bid", "Leeds United")
    assert bid.attribution.outlet == "The Whistle"


@pytest.mark.parametrize(
    "published",
    [
        None, "2024-02-01", "2024-02-01T10:30Z", "1 February 2024", date(2024, 2, 1), datetime(2024, 2, 1, 10, 30),
        datetime(2024, 2, 1, tzinfo=UTC),
    ],
)  # fmt: skip
def test_published_is_a_date_however_it_is_written(published: str | date | None) -> None:
    assert mooted.read(STORY, published=published)


@pytest.mark.parametrize("published", ["someday", "2024-13-01", "3024-01-01"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"published has .*; give it like 2026-01-12"):
        mooted.read(STORY, published=published)


def test_read_many_streams(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.jsonl").write_text(f'{{"id": "one", "text": "{STORY}"}}\nbroken\n{{"id": "two", "text": "Rain."}}\n')
    troubles: list[object] = []
    read = mooted.read_many([tmp_path / "a.txt", tmp_path / "b.jsonl"], on_trouble=troubles.append)
    document, claims = next(read)
    assert (document.id, len(claims)) == ("a", 1)
    assert [(document.id, len(claims)) for document, claims in read] == [("one", 1), ("two", 0)]
    assert len(troubles) == 1
    assert "b.jsonl:2" in str(troubles[0])


def test_read_many_takes_one_path_and_warns_of_what_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert [document.id for document, _ in mooted.read_many(str(tmp_path / "a.txt"))] == ["a"]
    with pytest.warns(UserWarning, match="nothing-here.txt: does not exist"):
        assert list(mooted.read_many(tmp_path / "nothing-here.txt")) == []


def test_every_public_name_is_there() -> None:
    assert all(getattr(mooted, name) for name in mooted.__all__)
    assert set(mooted.__all__) <= set(dir(mooted))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = mooted.nothing  # type: ignore[attr-defined]


def test_importing_loads_nothing() -> None:
    asked = "import sys, mooted; print(*(name for name in sys.modules if name.startswith(('mooted.', 'dataclasses'))))"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
