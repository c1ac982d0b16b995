from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from mooted.model.claim import Terms
from mooted.model.moment import Moment
from mooted.model.money import Fee, Money
from mooted.model.span import Quote, Span
from mooted.model.wire import claim_to_json
from mooted.show.rows import COLUMNS, Csv, Json, JsonLines, formula_safe


def written(make, *readings):
    out = io.StringIO()
    writer = make(out)
    for reading in readings:
        writer.write(reading)
    writer.finish()
    return out.getvalue()


def test_json_lines(document, claim):
    text = written(JsonLines, (document("one"), [claim()]), (document("two"), []))
    assert [json.loads(line) for line in text.splitlines()] == [
        {"id": "one", "claims": [claim_to_json(claim())]},
        {"id": "two", "claims": []},
    ]


def test_each_json_line_is_sent_at_once(document):
    class Watched(io.StringIO):
        flushed = 0

        def flush(self):
            self.flushed += 1

    out = Watched()
    JsonLines(out).write((document(), []))
    assert out.flushed == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json(document, claim, count):
    text = written(Json, *[(document(f"d{n}"), [claim()]) for n in range(count)])
    told = json.loads(text)
    assert told["schema"] == 1
    assert [row["id"] for row in told["documents"]] == [f"d{n}" for n in range(count)]
    for row in told["documents"]:
        assert row["outlet"] == "The Whistle"
        assert row["published"] == "2026-01-12T09:30:00+00:00"
        assert row["claims"] == [claim_to_json(claim())]


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_csv(document, claim):
    told = claim(
        fee=Fee(12_000_000, "GBP", "bid"),
        says=("De Krant", "Bo Lind"),
        said_at=Moment(date(2026, 1, 11), date(2026, 1, 11), "day", "on Sunday"),
        terms=Terms(wage=Money(5000, "EUR", Span(0, 1), per="week"), years=4, buy_back=True),
    )
    (row,) = rows_of(written(Csv, (document(), [told])))
    assert tuple(row) == COLUMNS
    for name, value in {
        "document": "varga", "player": "Bence Varga", "event": "bid", "fee_amount": "12000000", "fee_currency": "GBP",
        "sources": "De Krant; Bo Lind", "evidence_start": "0", "evidence_in": "text", "said_from": "2026-01-11",
        "wage_per": "week", "contract_years": "4", "buy_back": "yes", "deal": "",
        "published": "2026-01-12T09:30:00+00:00",
    }.items():  # fmt: skip
        assert row[name] == value


def test_csv_without_claims_has_its_head(document):
    assert written(Csv, (document(), [])).strip() == ",".join(COLUMNS)


ACTIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]


@pytest.mark.parametrize("words", ACTIVE)
def test_no_cell_is_a_formula(document, claim, words):
    told = claim(player=words, club_to=words, says=(words,), evidence=Quote(words, None, "title"))
    (row,) = rows_of(written(Csv, (document(title=words, outlet=words), [told])))
    for name in ("player", "club_to", "sources", "evidence", "title", "outlet"):
        assert row[name] == "'" + words.replace("\r", "\n")
    (raw,) = rows_of(written(lambda out: Csv(out, raw=True), (document(), [told])))
    assert raw["player"] == words.replace("\r", "\n")


@pytest.mark.parametrize("cell", ["Varga", "", "a=b", 12, -3, None, 1.5])
def test_harmless_cells_stay(cell):
    assert formula_safe(cell) == cell
