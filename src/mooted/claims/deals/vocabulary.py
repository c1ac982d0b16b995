"""The words of lists of deals, from ``words/deals.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "words" / "deals.toml"


@cache
def _groups() -> dict[str, dict[str, list[str]]]:
    with _FILE.open("rb") as data:
        return tomllib.load(data)


def words(group: str, name: str) -> tuple[str, ...]:
    """The words under a name of a group of the file, in small letters."""
    return tuple(_groups()[group][name])


def either(forms: Iterable[str]) -> str:
    """A pattern of any of some forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))


def capitalised(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms with a capital letter, and in capitals."""
    return tuple(spelt for form in forms for spelt in (form.capitalize(), form.title(), form.upper()))
