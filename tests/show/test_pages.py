"""Pages as text and as Markdown: what an editor must see, and that nothing quoted steers what shows it."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest

from mooted.show.answers import FORMATS, write_answer
from mooted.show.markdown import escaped, linked, page_markdown
from mooted.show.page import Cell, Grid, Item, Page, Section
from mooted.show.player import player_page
from mooted.show.terminal import Screen, columns
from mooted.show.text import page_text
from tests.show.saga import a_player

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a | b | c", "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)", "\x1b[2J\x1b]52;c;aGk=\x07", "\u202egnirts", "line\nbreak\r\n# title",
    "`code`", "**bold** _it_ ~~no~~", "https://evil.example/", "&lt;b&gt;", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1",
    "＝1+1", "'; DROP TABLE claims; --", "\ud800", "1. one", "- item", "<!-- -->", "\\", "a" * 5000, "\u2028x", "",
)  # fmt: skip


def short(words: str) -> str:
    return ascii(words)[:30]


ESCAPES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")


def hostile_page(words: str) -> Page:
    item = Item((Cell(words, "bold red"),), words, words, "so", words, words, words, (words,))
    grid = Grid(("club", words), ((Cell(words), Cell(words, "bold")),))
    section = Section(words, grid, (item,), words)
    return Page(words, words, Cell(words), (words,), (section,), words)


def hostile_player(words: str):
    told = a_player()
    steps = tuple(
        replace(
            step,
            entry=replace(
                step.entry,
                claim=replace(step.entry.claim, player=words, club_to=words, condition=words,
                              evidence=replace(step.entry.claim.evidence, words=words)),
                imprint=replace(step.entry.imprint, outlet=words, url=words, title=words),
            ),
            voice=replace(step.voice, name=words),
        )
        for step in told.saga.steps
    )  # fmt: skip
    return replace(
        told, saga=replace(told.saga, steps=steps), identity=replace(told.identity, name=words, names=(words,))
    )


def test_a_table_that_is_too_wide_gives_way_between_words_and_cuts_none():
    rows = tuple((Cell(f"Northern Whistle {n}"), Cell("16% (6-30)"), Cell("moved the odds")) for n in range(2))
    page = Page("t", sections=(Section("s", Grid(("source", "rate", "what"), rows)),))
    words = {word for row in rows for cell in row for word in cell.words.split()}
    text = page_text(page, Screen(width=40))
    assert words <= set(text.split())
    assert max(map(len, text.splitlines())) <= 40


def test_a_saga_as_an_editor_reads_it():
    text = page_text(player_page(a_player()), Screen())
    head, under = text.splitlines()[:2]
    assert head.startswith("Bence Varga  Ajax")
    assert head.endswith("bid made ▰▰▰▰▱▱▱▱▱▱")
    assert under == "Winter window 2026 · as of 31 Jan 2026 · 10 claims, 8 new, 1 repeat · 4 voices"
    for shown in (
        "• moved to Hollin Rovers · permanent · £12m paid",
        "• wants to stay · since 13 Jan · Bence Varga",
        "Has Hollin Rovers made a bid? · since 10 Jan",
        "✗ NO bid · Radio Kick",
        "? may open talks · The Whistle",
        "↳ also said by Radio Kick (+2 d)",
        "↳ repeated by Goal Post (copied, +5 h)",
        "“Hollin have made no offer”",
        "Other windows: 2025-summer (4 claims, Marrow Town: interested).",
    ):
        assert shown in text


def test_repeats_and_confirmations_have_no_line_of_their_own():
    text = page_text(player_page(a_player()), Screen())
    timeline = text.split("Timeline\n")[1].split("\n\n")[0]
    assert timeline.count("• interested") == 1


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(width):
    text = page_text(player_page(a_player()), Screen(width=width))
    assert [line for line in text.splitlines() if columns(line) > width] == []


def test_colour_only_where_there_is_some():
    page = player_page(a_player())
    assert "\x1b" not in page_text(page, Screen())
    painted = re.sub(r"\x1b\[[0-9;]*m", "", page_text(page, Screen(colour=True)))
    assert [line.rstrip() for line in painted.splitlines()] == page_text(page, Screen()).splitlines()


def test_plain_letters_where_the_screen_has_no_others():
    assert page_text(player_page(a_player()), Screen(unicode=False)).replace("£", "").isascii()


@pytest.mark.parametrize("words", HOSTILE, ids=short)
def test_nothing_quoted_steers_a_terminal(words):
    for page in (hostile_page(words), player_page(hostile_player(words))):
        text = page_text(page, Screen())
        assert not ESCAPES.search(text)
        assert max(map(columns, text.splitlines())) <= 80


@pytest.mark.parametrize("words", HOSTILE, ids=short)
def test_nothing_quoted_is_markup_in_markdown(words):
    text = page_markdown(hostile_page(words))
    assert not re.search(r"<(?!https?://)", text), "HTML, or a link to anything but the web"
    assert not re.search(r"(?<!\\)\]\((?!<https?://)", text)
    assert not re.search(r"(?<!\\)!\[", text)
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {3}
    assert not ESCAPES.search(text)


def test_links_are_for_the_web_alone():
    assert (
        linked("The Whistle", "https://whistle.example/a b>c") == "[The Whistle](<https://whistle.example/a%20b%3Ec>)"
    )
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "https:", "http://[", None):
        assert linked("The Whistle", address) == "The Whistle"


def test_words_stay_words_in_markdown():
    assert escaped("Hollin: £12m, 60% (of it)") == "Hollin: £12m, 60% (of it)"
    assert escaped("1. FC Köln") == r"1\. FC Köln"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("words", HOSTILE, ids=short)
def test_every_format_takes_any_words(form, words):
    out = io.StringIO()
    write_answer(hostile_player(words), player_page, form, out)
    out.getvalue().encode()
    if form == "json":
        assert json.loads(out.getvalue())["schema"] == 1
    if form == "jsonl":
        assert len([json.loads(line) for line in out.getvalue().rstrip("\n").split("\n")]) == 10


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_cell_is_a_formula(words):
    out = io.StringIO()
    write_answer(hostile_player(words), player_page, "csv", out)
    assert not re.search(r'(?:^|[,"])[=+\-@\t＝]', out.getvalue(), re.MULTILINE)


@pytest.mark.parametrize("words", HOSTILE, ids=short)
def test_a_notebook_shows_words_and_no_markup(words):
    html = hostile_player(words)._repr_html_()
    tags = set(re.findall(r"</?([a-zA-Z0-9!]+)", html))
    assert tags <= {"section", "h4", "bdi", "table", "thead", "tbody", "tr", "th", "td", "p"}
