"""What is kept in the user's cache: found again while its sources are the same, made anew in every other case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mooted.keeping import kept

Made = dict[str, int]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data file, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "clubs.csv"
    path.write_text("a,b")
    yield path


def _never() -> Made:
    raise AssertionError("what is kept is not made again")


def _files(source: Path) -> list[Path]:
    return [path for path in (source.parent / "cache").rglob("*") if path.is_file()]


def test_what_was_made_once_is_not_made_again(source: Path) -> None:
    assert kept("clubs", Made, [source], lambda: {"a": 1}) == {"a": 1}
    assert kept("clubs", Made, [source], _never) == {"a": 1}


def test_other_sources_make_it_anew_and_take_its_place(source: Path) -> None:
    kept("clubs", Made, [source], lambda: {"a": 1})
    source.write_text("a,c")
    assert kept("clubs", Made, [source], lambda: {"a": 2}) == {"a": 2}
    assert kept("clubs", Made, [source], _never) == {"a": 2}
    assert len(_files(source)) == 1


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, None])
def test_a_damaged_cache_costs_only_time(source: Path, damage: bytes | None) -> None:
    kept("clubs", Made, [source], lambda: {"a": 1})
    (file,) = _files(source)
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    assert kept("clubs", Made, [source], lambda: {"a": 3}) == {"a": 3}


def test_what_has_another_shape_is_made_anew(source: Path) -> None:
    kept("clubs", list[str], [source], lambda: ["a"])
    assert kept("clubs", Made, [source], lambda: {"a": 1}) == {"a": 1}


def test_without_a_folder_to_write_to_it_is_made_each_time(source: Path) -> None:
    (source.parent / "cache").write_text("no folder")
    assert kept("clubs", Made, [source], lambda: {"a": 1}) == {"a": 1}


def test_without_sources_it_is_made_each_time(source: Path) -> None:
    kept("clubs", Made, [source], lambda: {"a": 1})
    source.unlink()
    assert kept("clubs", Made, [source], lambda: {"a": 2}) == {"a": 2}
