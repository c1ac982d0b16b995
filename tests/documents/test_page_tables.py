"""Tables of pages: rows of data stay lines; tables that lay out a page are read as before."""

from __future__ import annotations

import pytest

from mooted.documents.pagefields import page_fields
from tests.growth import is_linear

HEAD = "<tr><th>Player</th><th>From</th><th>To</th><th>Fee</th></tr>"


def text(table: str) -> list[str]:
    page = f"<html><body><main><h2>Deals</h2><p>{'It was a busy day. ' * 15}</p>{table}</main></body></html>"
    return page_fields(page).text.split("\n\n")[2:]


def test_a_row_is_a_line() -> None:
    table = (
        f"<table><caption>All deals</caption><thead>{HEAD}</thead><tbody>"
        "<tr><td><a href='/d'>Karel Dvorsky</a></td><td><p>Genk</p></td><td>Lens</td><td>£5m<sup>1</sup></td></tr>"
        "<tr><td>Timo\n Hask</td><td></td><td>Metz <b>B</b></td><td>free | bonus</td></tr></tbody></table>"
    )
    assert text(table) == [
        "Player | From | To | Fee\nKarel Dvorsky | Genk | Lens | £5m1\nTimo Hask | - | Metz B | free / bonus"
    ]


def test_a_cell_that_spans_rows_is_told_in_each() -> None:
    table = (
        "<table><tr><th>Date</th><th>Player</th><th>Club</th></tr><tr><td rowspan=2>1 July</td><td>Karel Dvorsky</td>"
        "<td>Genk</td></tr><tr><td>Timo Hask</td><td>Metz</td></tr><tr><td>2 July</td><td colspan='2'>Ali Poole</td>"
        "</tr></table>"
    )
    assert text(table)[0].split("\n")[1:] == [
        "1 July | Karel Dvorsky | Genk", "1 July | Timo Hask | Metz", "2 July | Ali Poole | -",
    ]  # fmt: skip


def test_a_row_of_one_cell_heads_those_below_it() -> None:
    row = "<tr><td>Ali Poole</td><td>Brest</td><td>-</td><td></td></tr>"
    table = f"<table><tr><th colspan=4>Lens</th></tr>{HEAD}{row}</table>"
    assert text(table) == ["Lens\nPlayer | From | To | Fee\nAli Poole | Brest | - | -"]


def test_a_table_with_a_head_may_consist_of_links() -> None:
    links = "".join(f"<td><a href='/'>{cell}</a></td>" for cell in ("Karel Dvorsky", "Genk", "Lens", "Free"))
    assert text(f"<table>{HEAD}<tr>{links}</tr></table>")[0].endswith("\nKarel Dvorsky | Genk | Lens | Free")


def test_a_cell_may_be_a_list_under_a_head() -> None:
    row = (
        "<tr><td><ul><li>Karel Dvorsky (Genk,\n£5m)</li><li><a href='/t'>Timo Hask</a> (Metz)</li></ul></td>"
        "<td>Ali Poole (Brest)<br>Dan Reed (Nantes)</td></tr>"
    )
    assert text(f"<table><tr><th>In</th><th>Out</th></tr>{row}</table>") == [
        "In | Out\nKarel Dvorsky (Genk, £5m); Timo Hask (Metz) | Ali Poole (Brest); Dan Reed (Nantes)"
    ]
    assert not any(" | " in paragraph for paragraph in text(f"<table>{row * 2}</table>"))


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{'A long story. ' * 20}</td><td>Menu</td></tr><tr><td>More</td><td>x</td></tr></table>",
        "<table><tr><td><p>One.</p><p>Two.</p></td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "<table><tr><td><table><tr><td>in</td></tr></table></td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "<table><tr><td><a href='/'>Home</a></td><td><a href='/m'>More</a></td></tr>"
        "<tr><td><a href='/n'>News</a></td><td><a href='/s'>Sport</a></td></tr></table>",
    ],
)
def test_what_is_no_table_of_data_keeps_its_paragraphs(table: str) -> None:
    assert not any(" | " in paragraph for paragraph in text(table))


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999", "²", ""])
def test_spans_that_make_no_sense_do_no_harm(span: str) -> None:
    row = f"<tr><td rowspan='{span}'>Karel Dvorsky</td><td colspan='{span}'>Genk</td></tr>"
    assert text(f"<table>{row * 3}</table>")[0].startswith("Karel Dvorsky | Genk")


def test_tables_in_tables_take_linear_time() -> None:
    assert is_linear(lambda depth: text("<table><tr><td>a</td><td>" * depth + "</td></tr></table>" * depth), 25)
