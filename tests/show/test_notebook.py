"""Claims in a notebook: a tuple that shows itself."""

from __future__ import annotations

import sys
import types

from mooted.model.money import Fee
from mooted.show.notebook import SHOWN, Claims

WORDS = "Rovers have tabled a bid"


def test_claims_are_a_tuple(claim) -> None:
    one, two = claim(), claim(player="Ivo Renzi")
    claims = Claims([one, two])
    assert claims == (one, two)
    assert hash(claims) == hash((one, two))
    assert claims[0] == one
    assert claims[1:] == (two,)
    assert isinstance(claims[1:], Claims)


def test_a_plain_table(claim) -> None:
    claims = Claims([claim(fee=Fee(35_000_000, "GBP", "bid"), says=("Sky Sports",), modality="possible", words=WORDS)])
    assert repr(claims).splitlines() == [
        "player       event    to             from  terms  source      doubt     words",
        "Bence Varga  may bid  Hollin Rovers  Ajax  £35m   Sky Sports  possible  Rovers have tabled a bid",
    ]


def test_columns_without_anything_are_left_out(claim) -> None:
    assert repr(Claims([claim()])).splitlines()[0] == "player       event     to             from  words"


def test_long_words_are_cut(claim) -> None:
    assert repr(Claims([claim()])).endswith("Hollin Rovers have tabled a bid for...")


def test_a_long_table_is_cut(claim) -> None:
    assert repr(Claims([claim()] * (SHOWN + 5))).endswith("... and 5 more")


def test_html_is_a_table_with_every_cell_escaped(claim) -> None:
    html = Claims([claim(player="<script>alert(1)</script>", words='"Varga" & <co>\x1b')])._repr_html_()
    assert html.startswith("<table>")
    assert "<script>" not in html
    assert "<co>" not in html
    assert "&lt;script&gt;" in html
    assert "&quot;Varga&quot; &amp; &lt;co&gt;" in html
    assert "\x1b" not in html


def test_nothing_is_shown_in_words() -> None:
    assert repr(Claims()) == "no claims"
    assert Claims()._repr_html_() == "<p>no claims</p>"


def test_pandas_gets_rows(claim, monkeypatch) -> None:
    pandas = types.ModuleType("pandas")
    pandas.DataFrame = list
    monkeypatch.setitem(sys.modules, "pandas", pandas)
    (row,) = Claims([claim(fee=Fee(35_000_000, "GBP", "bid"))]).to_pandas()
    assert (row["document"], row["player"], row["fee_amount"], row["fee_kind"]) == (
        "varga",
        "Bence Varga",
        35_000_000,
        "bid",
    )
