"""The commands of judging, on a ledger of invented news."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mooted.answers.outcomes import import_outcomes
from mooted.answers.replaying import outcomes
from mooted.cli import app
from mooted.model.document import Document
from mooted.opening import open_ledger
from mooted.pipeline import read_whole

COLUMN = """\
{"id": "a", "outlet": "The Ledger", "published": "2021-07-01", "text": "Leeds United have made a bid for Wigan midfielder Tom Ashby, 23. (Morning Whistle)"}
{"id": "b", "outlet": "The Ledger", "published": "2021-07-20", "text": "Leeds United are close to signing Wigan midfielder Tom Ashby, 23. (Morning Whistle)"}
{"id": "c", "outlet": "The Ledger", "published": "2021-07-20", "text": "Everton are monitoring Wigan midfielder Tom Ashby, 23. (Evening Rumour)"}
"""  # noqa: E501
MOVES = (
    "player,from,to,date\nTom Ashby,Wigan,Leeds,2021-08-02\nNed Cole,Wigan,Leeds,2021-08-02\n,Wigan,Leeds,2021-08-02\n"
)


@pytest.fixture
def db(tmp_path: Path) -> str:
    news, moves, where = tmp_path / "news.jsonl", tmp_path / "moves.csv.gz", str(tmp_path / "ledger.db")
    news.write_text(COLUMN, encoding="utf-8")
    moves.write_bytes(gzip.compress(MOVES.encode()))
    assert _run("add", str(news), "--db", where).exit_code == 0
    return where


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), standalone_mode=True)


def test_outcomes_are_imported_and_what_is_not_is_told(db: str) -> None:
    moves = str(Path(db).with_name("moves.csv.gz"))
    found = json.loads(_run("outcomes", "import", moves, "--db", db, "--format", "json").stdout)
    assert (found["moves"], found["matched"], found["new"]) == (2, 1, 2)
    assert [problem.partition(": ")[0] for problem in found["problems"]] == ["moves.csv.gz:4"]
    assert any("nobody of that name" in row["why"] for row in found["rows"])


def test_of_players_whom_no_table_knows_the_news_tells_the_outcome(tmp_path: Path) -> None:
    told = "Everton have signed Burnley midfielder {}, 23, on a permanent deal. The defender joined Everton on a free."
    people = ("Tom Ashby", "Ned Cole")
    documents = [
        Document(
            f"{outlet}-{person}", told.format(person), published_at=datetime(2021, 7, day, tzinfo=UTC), outlet=outlet
        )
        for person in people
        for day, outlet in ((10, "The Ledger"), (11, "Evening Rumour"))
    ]
    table = tmp_path / "moves.csv"
    table.write_text("player,from,to,date\nTom Ashby,Burnley,Leeds,2021-08-02\n", encoding="utf-8")
    with open_ledger(":memory:") as ledger:
        for _ in ledger.add_all((one, read_whole(one)) for one in documents):
            pass
        import_outcomes(ledger, table)
        found = {(move.person, move.club_to) for move in outcomes(ledger, ledger.entries())}
    assert found == {("tom-ashby", "Leeds United"), ("ned-cole", "Everton")}


def test_a_forecast_sums_to_one(db: str) -> None:
    found = json.loads(_run("forecast", "Tom", "Ashby", "--as-of", "2021-07-21", "--db", db, "--format", "json").stdout)
    assert sum(chance["probability"] for chance in found["chances"]) == pytest.approx(1)
    assert found["chances"][0]["club"] == "Leeds United"
    assert "Why Leeds United" in _run("forecast", "Ashby", "--as-of", "2021-07-21", "--db", db).stdout


def test_a_back_test_gives_its_figures_and_every_question(db: str, tmp_path: Path) -> None:
    _run("outcomes", "import", str(Path(db).with_name("moves.csv.gz")), "--db", db)
    questions, diagram = tmp_path / "questions.csv", tmp_path / "reliability.svg"
    asked = ("backtest", "--from", "2021-06-01", "--to", "2021-09-30", "--db", db)
    found = json.loads(
        _run(*asked, "--format", "json", "--questions", str(questions), "--diagram", str(diagram)).stdout
    )
    assert found["n"] == 3
    assert found["base_rate"] == pytest.approx(2 / 3)
    assert {
        "brier",
        "brier_climatology",
        "brier_table",
        "skill",
        "auc",
        "ece",
        "log_score",
        "intervals",
    } <= found.keys()
    with questions.open(encoding="utf-8", newline="") as lines:
        assert [row["outcome"] for row in csv.DictReader(lines)] == ["1", "0", "1"]
    assert diagram.read_text(encoding="utf-8").startswith("<svg")
    assert json.loads(_run(*asked, "--format", "json").stdout) == found


def test_track_records(db: str) -> None:
    _run("outcomes", "import", str(Path(db).with_name("moves.csv.gz")), "--db", db)
    found = json.loads(_run("sources", "--db", db, "--format", "json").stdout)
    whistle = next(row for row in found["sources"] if row["voice"] == "Morning Whistle")
    assert (whistle["n"], whistle["right"], whistle["rank"]) == (2, 2, None)
    assert "are not ranked" in _run("sources", "--db", db, "--club", "Leeds").stdout


def test_forms_of_one_outlet_have_one_record(db: str, tmp_path: Path) -> None:
    news = tmp_path / "more.jsonl"
    news.write_text(COLUMN.replace("Morning Whistle", "Mail").replace("Evening Rumour", "Daily Mail"), encoding="utf-8")
    fresh = str(tmp_path / "fresh.db")
    _run("add", str(news), "--db", fresh)
    _run("outcomes", "import", str(Path(db).with_name("moves.csv.gz")), "--db", fresh)
    found = json.loads(_run("sources", "--db", fresh, "--format", "json").stdout)
    assert [(row["voice"], row["kind"], row["n"], row["right"]) for row in found["sources"]] == [
        ("Daily Mail", "newspaper", 3, 2)
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sources", "--event", "nonsense"), "bid_rejected"),
        (("backtest", "--from", "2021-06-01", "--to", "2021-05-01"), "earlier day first"),
    ],
)
def test_what_makes_no_sense_is_refused(db: str, words: tuple[str, ...], told: str) -> None:
    found = _run(*words, "--db", db)
    assert found.exit_code == 2
    assert told in found.output


def test_a_league_that_nobody_knows_is_refused_with_near_ones(db: str) -> None:
    assert "premier-league" in str(_run("sources", "--league", "premier", "--db", db).exception)


def test_what_cannot_be_fitted_on_is_said(db: str, tmp_path: Path) -> None:
    found = _run("calibrate", "--db", db, "-o", str(tmp_path / "parameters.json"))
    assert found.exit_code != 0
    assert "too few" in str(found.exception)
