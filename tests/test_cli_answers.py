"""The commands that ask the ledger, as they are typed: what goes where, in which format, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from mooted.cli import main

EXAMPLES = Path(__file__).parents[1] / "examples"
ASKED = {
    "player": ("player", "Dragusin"),
    "club": ("club", "Spurs", "--as-of", "2026-02-01"),
    "brief": ("brief", "--as-of", "2026-01-27"),
    "source": ("source", "The Touchline Gazette"),
    "search": ("search", "enquiry"),
    "echo": ("echo",),
    "who": ("who", "Dragusin"),
}


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "examples.db"
    with pytest.raises(SystemExit) as left:
        main(["add", str(EXAMPLES), "--db", str(path)])
    assert not left.value.code
    return str(path)


@pytest.fixture
def run(db, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> Ended:
        with pytest.raises(SystemExit) as left:
            main([*words, "--db", db] if "--db" not in words else words)
        out, err = capsys.readouterr()
        return Ended(left.value.code or 0, out, err)

    return typed


@pytest.mark.parametrize("words", ASKED.values(), ids=ASKED)
def test_text_fits_the_screen_and_holds_no_codes(run, words):
    ended = run(*words)
    assert ended.code == 0, ended.err
    assert ended.out.strip()
    assert "\x1b" not in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


@pytest.mark.parametrize("words", ASKED.values(), ids=ASKED)
def test_every_question_has_every_format(run, words):
    told = json.loads(run(*words, "--format", "json").out)
    assert told["schema"] == 1
    lines = [json.loads(line) for line in run(*words, "-f", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run(*words, "-f", "csv").out)))
    assert len(lines) == len(rows) > 0
    assert list(lines[0]) == list(rows[0])
    assert run(*words, "-f", "md").out.startswith("# ")


def test_the_next_commands_can_be_typed(run):
    ended = run("player", "Dragusin")
    assert "Next:" in ended.err
    assert "mooted club 'Tottenham Hotspur' --db " in ended.err
    assert "Next:" not in run("player", "Dragusin", "-f", "json").err


@pytest.mark.parametrize(
    ("name", "start"), [("x.md", "# Radu"), ("x.json", "{"), ("x.csv", "said_at,"), ("x.txt", "Radu")]
)
def test_output_goes_into_a_file_and_its_name_tells_the_format(run, tmp_path, name, start):
    ended = run("player", "Dragusin", "-o", name)
    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / name).read_text().startswith(start)


def test_the_ledger_is_not_overwritten(run, db):
    ended = run("player", "Dragusin", "-o", db)
    assert ended.code == 2
    assert "also read" in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("player", "Dragusen"), "did you mean 'Radu Dragusin'?"),
        (("player", "Dragusin", "--as-of", "2020-01-01"), "nothing was said of him by 2020-01-01"),
        (("player", "Dragusin", "--window", "1999-summer"), "did you mean '2026-winter'?"),
        (("club", "Tottenhamm"), "did you mean 'Tottenham Hotspur' or"),
        (("brief", "--club", "Nowhere Utd"), "no club called"),
        (("source", "Nobody's Paper"), "no source called"),
        (("who", "Nobody Atall"), "no person called"),
        (("echo", "no-such-document"), "no document called"),
    ],
)
def test_what_is_not_there_is_4_and_what_to_do(run, words, told):
    ended = run(*words)
    assert (ended.code, ended.out) == (4, "")
    assert told in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("brief", "--since", "soon"), "give it like 24h"),
        (("source", "Mail", "--since", "soon"), "give it like 24h"),
        (("echo", "--since", "soon"), "give it like 24h"),
        (("player", "X", "--as-of", "yesterday"), "give it like 2021-08-31"),
        (("player", "X", "--format", "jsn"), "Did you mean 'json'?"),
        (("search", "x", "--limit", "0"), "--limit"),
        (("player",), "Missing argument"),
    ],
)
def test_wrong_usage_is_2_and_told(run, words, told):
    ended = run(*words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_a_search_that_does_not_parse_is_told(run):
    ended = run("search", "--syntax", "medical AND")
    assert ended.code == 2
    assert "cut short" in ended.err


def test_no_ledger_is_7_and_how_to_make_one(run, tmp_path):
    ended = run("player", "X", "--db", str(tmp_path / "none.db"))
    assert ended.code == 7
    assert "none.db" in ended.err


def test_a_name_of_several_people_lists_them(run, tmp_path):
    for number, club in enumerate(("Wigan Athletic", "Genk")):
        name = ("Tom Ashby", "Mark Ashby")[number]
        text = f"Published: 2026-01-0{number + 3}\n\nLeeds United have made a bid for {name}, the {club} midfielder.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    ledger = str(tmp_path / "two.db")
    assert run("add", "0.txt", "1.txt", "--db", ledger).code == 0
    ended = run("player", "Ashby", "--db", ledger)
    assert (ended.code, ended.out) == (4, "")
    assert "tom-ashby" in ended.err
    assert "mark-ashby" in ended.err
    assert run("player", "mark-ashby", "--db", ledger).out.startswith("Mark Ashby  Genk")


def test_help_loads_no_store():
    program = "import sys, mooted.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "rensa", "psycopg", "pandas", "polars", "pyarrow"} & set(loaded)
