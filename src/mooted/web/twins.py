"""The twins of a page: the same answer as JSON, CSV or Markdown."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TypeVar

from fastapi.responses import Response

from mooted.answers.table import Table
from mooted.show.answers import write_answer
from mooted.show.page import Page
from mooted.web.atom import MEDIA as ATOM
from mooted.web.ics import MEDIA as ICS
from mooted.web.render import answered, path_part
from mooted.web.view import Twin

MEDIA = {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}
_NAMES = {"json": "JSON", "csv": "CSV", "md": "Markdown", "atom": "Atom", "ics": "Calendar", "png": "Picture"}
_OTHERS = {"atom": ATOM, "ics": ICS, "png": "image/png"}
Answered = TypeVar("Answered", bound=Table)


def split(name: str) -> tuple[str, str]:
    """A name and the form that its ending asks for; none for a page.

    >>> split("radu-dragusin.json"), split("ben-davies.tottenham-hotspur"), split("a.md")
    (('radu-dragusin', 'json'), ('ben-davies.tottenham-hotspur', ''), ('a', 'md'))
    """
    stem, dot, form = name.rpartition(".")
    return (stem, form) if dot and stem and form in _NAMES else (name, "")


def twins_of(path: str, *forms: str) -> tuple[Twin, ...]:
    """The twins of the page at a path."""
    return tuple(
        Twin(_NAMES[form], f"{path}.{form}", MEDIA.get(form, "") or _OTHERS[form].split(";")[0],
             "alternate" if form in ("atom", "json") else "")
        for form in forms
    )  # fmt: skip


def twin(answer: Answered, page: Callable[[Answered], Page], form: str, name: str) -> Response:
    """An answer in one of the forms of ``MEDIA``."""
    out = io.StringIO()
    write_answer(answer, page, form, out)
    return answered(out.getvalue().encode("utf-8", "replace"), MEDIA[form], name=f"{path_part(name)[:80]}.{form}")
