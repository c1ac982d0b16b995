"""What a text wears and is no part of it."""

from __future__ import annotations

import pytest

from mooted.language.dress import markdown, references, tags, unseen
from mooted.language.rewriting import rewrite
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Brighton &amp; Hove", "Brighton & Hove"),
        ("&pound;5m, &#8364;6m, &#xA3;7m", "£5m, €6m, £7m"),
        ("the club&amp;#39;s", "the club's"),
        ("R&D; Q&A", "R&D; Q&A"),
        ("Marks & Spencer; more", "Marks & Spencer; more"),
    ],
)
def test_references_stand_for_characters(text: str, plain: str) -> None:
    assert rewrite(text, references(text)).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>One <b>bid</b></p><p>Two<br/>Three</p>", "One bid\n\nTwo\nThree"),
        ('See <a href="/x" class="y">Leeds</a>', "See Leeds"),
        ("Lost 1 <2 and 3> 2, <3 it, a < b", "Lost 1 <2 and 3> 2, <3 it, a < b"),
        ("<script>let a = 1;</script>Leeds<!-- no -->", "Leeds"),
        ("<Leeds> want", "<Leeds> want"),
    ],
)
def test_tags_are_no_words(text: str, plain: str) -> None:
    assert rewrite(text, tags(text)).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("mid\u00adfielder \u200bBerg\ufeff", "midfielder Berg"),
        ("Manchester\u200bUnited", "Manchester\u200bUnited"),
    ],
)
def test_what_nobody_sees_is_left_out(text: str, plain: str) -> None:
    assert rewrite(text, unseen(text)).text == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Leeds** want *Tom Ashby*.", "Leeds want Tom Ashby."),
        ("# Leeds want Ashby\n> He said so", "Leeds want Ashby\nHe said so"),
        ("- Leeds want Tom Ashby of Wigan Athletic", "Leeds want Tom Ashby of Wigan Athletic"),
        ('[Leeds](https://example.org/a_b) want [Ashby](/x "Tom")', "Leeds want Ashby"),
        ("![A crest](https://example.org/c.png) Leeds", " Leeds"),
        ("#LUFC want him - 4 * 4 = 16", "#LUFC want him - 4 * 4 = 16"),
        ("_Leeds_ want __Tom Ashby__, _they say._", "Leeds want Tom Ashby, they say."),
        ("says @_tom_ of example.org/a_b_ (snake_case_)", "says @_tom_ of example.org/a_b_ (snake_case)"),
        ("~~Leeds~~ Hull want him \\- 4\\*4", "Leeds Hull want him - 4*4"),
        ("the deal is done\n- Sam Dunn", "the deal is done\n- Sam Dunn"),
        ('He is "f**k" angry [sic] (so they say)', 'He is "f**k" angry [sic] (so they say)'),
    ],
)
def test_marks_of_markdown_are_no_words(text: str, plain: str) -> None:
    assert rewrite(text, markdown(text)).text == plain


@pytest.mark.parametrize(
    "piece",
    [
        "<p ",
        "<script>",
        "&amp;",
        "&#",
        "[a](",
        "](x",
        "* ",
        "**",
        "_a",
        "a_",
        "__ ",
        "@a_",
        "~~",
        "![",
        "> ",
        "\n- a",
        "<!--",
    ],
)
def test_time_grows_with_length(piece: str) -> None:
    steps = (references, tags, unseen, markdown)
    assert is_linear(lambda size: [list(step(piece * size)) for step in steps], 12_500)
