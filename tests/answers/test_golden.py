"""What the examples tell, whole: pages as text and Markdown, a saga as JSON. ``pytest --renew`` writes them anew."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest

from mooted import answers
from mooted.show.answers import write_answer
from mooted.show.brief import brief_page
from mooted.show.club import club_page
from mooted.show.echo import echo_page
from mooted.show.player import player_page
from mooted.show.source import source_page

GOLDEN = Path(__file__).parent / "golden"
AS_OF = "2026-02-01"
QUESTIONS: dict[str, tuple[Any, Any]] = {
    "player-dragusin": (lambda ledger: answers.player(ledger, "Dragusin", as_of=AS_OF), player_page),
    "player-gallagher": (lambda ledger: answers.player(ledger, "Conor Gallagher", as_of=AS_OF), player_page),
    "player-caicedo": (lambda ledger: answers.player(ledger, "Caicedo", as_of="2023-09-01"), player_page),
    "club-tottenham": (lambda ledger: answers.club(ledger, "Spurs", as_of=AS_OF), club_page),
    "brief-january-2026": (lambda ledger: answers.brief(ledger, since="31d", as_of=AS_OF), brief_page),
    "source-gazette": (lambda ledger: answers.source(ledger, "The Touchline Gazette", as_of=AS_OF), source_page),
    "echo": (lambda ledger: answers.echo(ledger, as_of=AS_OF), echo_page),
}
FORMATS = [(name, form) for name in QUESTIONS for form in ("text", "md")] + [("player-dragusin", "json")]


@pytest.mark.parametrize(("name", "form"), FORMATS, ids=lambda words: words)
def test_the_examples_are_told_as_before(ledger, request, monkeypatch, name, form):
    monkeypatch.setenv("COLUMNS", "80")
    ask, page = QUESTIONS[name]
    out = io.StringIO()
    write_answer(ask(ledger), page, form, out)
    told = re.sub(r'"(version|seen_at)": ?"[^"]+"', r'"\1": "..."', out.getvalue())  # of the hour of reading
    golden = GOLDEN / f"{name}.{'txt' if form == 'text' else form}"
    if request.config.getoption("--renew"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
