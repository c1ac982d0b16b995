"""Lines of a narrow page, and paragraphs that have lost the line end between them."""

from __future__ import annotations

from textwrap import wrap

import pytest

from mooted.language.lines import parted, unwrapped
from mooted.language.rewriting import rewrite
from tests.growth import is_linear

STORY = (
    "Leeds United have made a bid of £12m for the Wigan Athletic midfielder Tom Ashby, and hope to have him in time "
    "for the first match. Everton asked about him in May. They would rather wait until the price falls, it is said."
)


@pytest.mark.parametrize("width", [45, 60, 72, 90])
def test_a_story_in_narrow_lines_is_one_paragraph(width: int) -> None:
    lines = "\n".join(wrap(STORY, width))
    told = f"{lines}\n\n{lines}"
    assert rewrite(told, unwrapped(told)).text == f"{STORY}\n\n{STORY}"


def test_a_link_on_a_line_of_its_own_is_part_of_its_sentence() -> None:
    told = "Leeds are keen on\nTom Ashby\n, who is 23, and on\nKarel Dvorsky\nof Hull.\nEverton are not."
    assert rewrite(told, unwrapped(told)).text == (
        "Leeds are keen on Tom Ashby, who is 23, and on Karel Dvorsky of Hull.\nEverton are not."
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Leeds want Ashby",
        "🚨 Ashby to Leeds\n\nFee agreed\nMedical tomorrow\nHere we go",
        "In:\nTom Ashby (Wigan)\nKarel Dvorsky (Hull)\nOut:\nSam Dunn (released)",
        "Leeds want Ashby\nmedical tomorrow",
        f"{STORY}\n{STORY}\nhe said.\n{STORY}\n{STORY}\n{STORY}",
    ],
)
def test_lines_that_are_paragraphs_stay_so(text: str) -> None:
    assert not list(unwrapped(text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He left.She stayed in bed.They met.", "He left.\nShe stayed in bed.\nThey met."),
        (
            "Leeds want him. (Sun)Hull do, too. (Star)Lens do not.",
            "Leeds want him. (Sun)\nHull do, too. (Star)\nLens do not.",
        ),
        (
            "Leeds want him. (Sun) Hull do, too. (Star) Lens do not. (Mail) Derby may.",
            "Leeds want him. (Sun)\nHull do, too. (Star)\nLens do not. (Mail)\nDerby may.",
        ),
        (
            "Leeds want him (Sun). Hull do, too (Star). Lens do not (Mail). Derby may (Echo).",
            "Leeds want him (Sun).\nHull do, too (Star).\nLens do not (Mail).\nDerby may (Echo).",
        ),
    ],
)
def test_what_follows_at_once_is_a_paragraph_of_its_own(text: str, plain: str) -> None:
    assert rewrite(text, parted(text)).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Leasing.Com Trophy and the Leasing.Com Cup.",
        "Football.London says so. It cost £1.5m, and the U.S. team paid.",
        "He left.She stayed.",
        "Leeds want him. (Sun) Hull do, too.",
    ],
)
def test_a_full_stop_within_or_alone_parts_nothing(text: str) -> None:
    assert not list(parted(text))


@pytest.mark.parametrize("piece", ["a\nb ", " \n", "\n\n", "x.Y ", "(A). ", "a,\n", " "])
def test_time_grows_with_length(piece: str) -> None:
    assert is_linear(lambda size: [list(step(piece * size)) for step in (unwrapped, parted)], 12_500)
