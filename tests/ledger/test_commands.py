"""The commands of the ledger as they are typed: what they print, what they keep, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from mooted.cli import main
from mooted.ledger import Ledger

STORY = "Leeds United have made a bid for Tom Ashby, the Wigan Athletic midfielder."
OTHER = "Hull City are interested in signing Wigan Athletic midfielder Tom Ashby."


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOOTED_DB", str(tmp_path / "own" / "ledger.db"))
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "a.txt").write_text(f"Outlet: The Touchline Gazette\nPublished: 2026-01-12\n\n{STORY}")
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"id": "b", "text": OTHER, "published": "2026-01-13"}) + "\nbroken\n" + '{"title": "no text"}\n[1]\n'
    )

    def typed(*words: str) -> Ended:
        with pytest.raises(SystemExit) as left:
            main(words)
        out, err = capsys.readouterr()
        return Ended(left.value.code or 0, out, err)

    return typed


def test_whoever_names_no_ledger_is_told_where_it_lies(run, tmp_path):
    assert f"kept in {tmp_path / 'own' / 'ledger.db'}" in run("add", "a.txt").err
    assert "kept in" not in run("add", "a.txt", "--db", "named.db").err


@pytest.fixture
def filled(run):
    run("add", "a.txt", "b.jsonl")
    return run


def rows(ended: Ended) -> list[dict]:
    return [json.loads(line) for line in ended.out.splitlines()]


def test_add_tells_what_became_of_everything(run) -> None:
    ended = run("add", "a.txt", "b.jsonl")
    assert ended.code == 3
    assert ended.out.startswith(
        "2 new, 0 repeated, 0 updated, 3 rejected (1 is no JSON, 1 has no text, 1 is no JSON object"
    )
    assert [line.split(":")[2] for line in ended.err.splitlines()[:3]] == ["2", "3", "4"]
    again = run("add", "a.txt", "b.jsonl", "--again")
    assert again.out.startswith("0 new, 2 repeated, 0 updated, 3 rejected")
    assert run("add", "a.txt").out == "0 new, 1 repeated, 0 updated, 0 rejected; 0 new claims\n"


def test_an_article_that_changed_is_updated(filled, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Outlet: The Touchline Gazette\nPublished: 2026-01-12\n\n{STORY} He is 23.")
    assert filled("add", "a.txt").out.startswith("0 new, 0 repeated, 1 updated, 0 rejected")


def test_outlet_and_date_fill_in_what_a_document_does_not_tell(run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(STORY)
    run("add", "c.txt", "--outlet", "The Whistle", "--published", "2026-01-20", "--db", "other.db")
    with Ledger.open(tmp_path / "other.db", mode="read") as ledger:
        (entry,) = ledger.entries()
    assert (entry.imprint.outlet, f"{entry.said_at:%Y-%m-%d}") == ("The Whistle", "2026-01-20")


def test_export_as_lines_of_json(filled) -> None:
    first, second = rows(filled("export"))
    assert (first["schema"], first["person"], first["claim"]["event"], first["outlet"]) == (
        1, "tom-ashby", "bid", "The Touchline Gazette",
    )  # fmt: skip
    assert second["claim"]["club_to"] == "Hull City"
    assert rows(filled("export", "--as-of", "2026-01-12")) == [first]


def test_export_as_csv_is_safe_for_spreadsheets(filled, tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text(f"=1+1\n\n{STORY}")
    filled("add", "f.txt", "--outlet", "=cmd()")
    cells = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv").out)))
    assert {row["outlet"] for row in cells} == {"The Touchline Gazette", "", "'=cmd()"}
    assert {row["schema"] for row in cells} == {"1"}
    raw = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv", "--csv-raw").out)))
    assert "=cmd()" in {row["outlet"] for row in raw}


def test_export_as_parquet_keeps_types_and_the_schema(filled, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert filled("export", "-o", "c.parquet").code == 0
    table = parquet.read_table(tmp_path / "c.parquet")
    assert table.schema.metadata[b"mooted.schema"] == b"1"
    assert table.column("person").to_pylist() == ["tom-ashby"] * 2
    assert str(table.schema.field("fee_amount").type) == "int64"


def test_export_as_sqlite_explains_itself(filled, tmp_path: Path) -> None:
    assert filled("export", "-o", "news.sqlite").code == 0
    with sqlite3.connect(tmp_path / "news.sqlite") as connection:
        shown = connection.execute("SELECT player, event, club_to, outlet FROM entries ORDER BY said_at").fetchall()
        assert shown == [
            ("Tom Ashby", "bid", "Leeds United", "The Touchline Gazette"),
            ("Tom Ashby", "interest", "Hull City", None),
        ]
        told = connection.execute("SELECT description FROM table_descriptions WHERE table_name = 'claims'").fetchall()
        assert len(told) > 20
        assert connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone() == ("1",)
    assert "is there already" in filled("export", "-o", "news.sqlite").err


def test_corrections_are_made_listed_and_undone(filled) -> None:
    first = rows(filled("export"))[0]
    made = filled("correct", first["id"], "--club-to", "Derby County", "--by", "the desk", "--why", "misread")
    assert made.code == 0 and "club_to" in made.out and "the desk: misread" in made.out
    assert rows(filled("export"))[0]["claim"]["club_to"] == "Derby County"
    assert filled("correct", "--list").out == made.out
    filled("correct", "--undo", made.out.split()[0], "--why", "it was right")
    assert rows(filled("export"))[0] == first
    filled("correct", first["id"], "--not-a-claim", "--why", "a joke")
    assert len(rows(filled("export"))) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("x", "--player", "Y"), "--why"),
        (("x", "--why", "z"), "one thing to set right"),
        (("x", "--player", "Y", "--event", "bid", "--why", "z"), "one thing to set right"),
        (("--player", "Y", "--why", "z"), "Name the claim"),
    ],
)
def test_correct_asks_for_what_it_needs(filled, words: tuple[str, ...], says: str) -> None:
    ended = filled("correct", *words)
    assert (ended.code, says in ended.err) == (2, True)


def test_correcting_what_is_not_there_fails_plainly(filled) -> None:
    ended = filled("correct", "0000", "--player", "Y", "--why", "z")
    assert (ended.code, "no claim '0000'" in ended.err) == (1, True)


def test_verify_backup_and_db(filled, tmp_path: Path) -> None:
    assert filled("verify").code == 0
    assert filled("backup", "copy.db").code == 0
    with Ledger.open(tmp_path / "copy.db", mode="read") as copy:
        assert len(copy.entries()) == 2
    shown = filled("db")
    assert shown.code == 0
    assert {line.split()[0]: line.split()[-1] for line in shown.out.splitlines()}["documents"] == "2"
    assert filled("db", "reindex").code == 0


def test_damage_is_named_and_repaired(filled, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "own" / "ledger.db") as connection:
        connection.execute("UPDATE claims SET claim = replace(claim, 'Leeds', 'Loads')")
    ended = filled("verify")
    assert ended.code == 7
    assert "its sum differs" in ended.out and "mooted db repair" in ended.err
    assert filled("db", "repair").code == 0
    assert filled("verify").code == 0
    assert [row["claim"]["club_to"] for row in rows(filled("export"))] == ["Leeds United", "Hull City"]


@pytest.mark.parametrize("words", [("export",), ("verify",), ("backup", "x.db"), ("db",), ("correct", "--list")])
def test_without_a_ledger_it_says_how_to_make_one(run, words: tuple[str, ...]) -> None:
    ended = run(*words)
    assert ended.code == 7
    assert ended.err.count("\n") == 1 and "make one with `mooted add PATH...`" in ended.err


def test_a_file_that_is_no_ledger_is_refused(run, tmp_path: Path) -> None:
    ended = run("add", "a.txt", "--db", "b.jsonl")
    assert (ended.code, "no ledger" in ended.err) == (7, True)
    assert "broken" in (tmp_path / "b.jsonl").read_text()


def test_a_long_stream_with_broken_lines_is_told_line_by_line(run, tmp_path: Path) -> None:
    count, story = 2_000, json.dumps({"text": "Nothing of note happened at the ground today."})
    lines = ["{" if at % 100 == 7 else story for at in range(1, count + 1)]
    (tmp_path / "long.jsonl").write_text("\n".join(lines) + "\n")
    ended = run("add", "long.jsonl")
    assert ended.code == 3
    assert [int(line.split(":")[2]) for line in ended.err.splitlines() if "rejected" in line] == list(
        range(7, count, 100)
    )
    assert ended.out.startswith(f"{count - count // 100:,} new, 0 repeated, 0 updated, {count // 100} rejected")


def test_reading_alone_loads_nothing_of_the_ledger(run) -> None:
    script = (
        "import sys; from mooted.cli import main\n"
        "try: main(['read', 'a.txt'])\n"
        "except SystemExit: print([name for name in ('sqlalchemy', 'mooted.ledger') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
