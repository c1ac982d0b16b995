"""The commands as they are typed: what goes where, and the exit code. How well is read is tested elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import types
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from mooted.cli import main
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.span import Quote, Span

STORY = "Hollin Rovers want Bence Varga of Ajax."
PLAIN = {"NO_COLOR": "1", "COLUMNS": "80"}


def one_claim(document: Document) -> tuple[Claim, ...]:
    """A reader that finds the same claim wherever Varga is named."""
    at = document.text.find("Varga")
    if at < 0:
        return ()
    quote = Quote(document.text[at : at + 5], Span(at, at + 5))
    return (Claim(document.id, "Bence Varga", "interest", quote, "a rule", club_to="Hollin Rovers"),)


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def reader(monkeypatch):
    """Puts a reader in the pipeline's place."""

    def place(read_document):
        monkeypatch.setattr("mooted.pipeline.read_document", read_document)
        monkeypatch.setattr("mooted.pipeline.settle_in", lambda: None)

    place(one_claim)
    return place


@pytest.fixture
def run(reader, capsys, monkeypatch, tmp_path) -> Run:
    for name, value in PLAIN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Outlet: The Whistle\n\n{STORY}")
    (tmp_path / "b.jsonl").write_text(f'{{"id": "b", "text": "{STORY}"}}\nbroken\n{{"text": "Nothing."}}\n')

    def typed(*words: str) -> Ended:
        with pytest.raises(SystemExit) as left:
            main(words)
        out, err = capsys.readouterr()
        return Ended(left.value.code or 0, out, err)

    return typed


def test_text_is_the_default(run):
    ended = run("read", "a.txt")
    assert ended.code == 0
    assert ended.out.splitlines()[:2] == ["a", "The Whistle · 1 claim · 1 player"]
    assert "• interested · own report" in ended.out
    assert "“Varga”" in ended.out
    assert "mooted explain a.txt" in ended.err
    assert "mooted read a.txt --format jsonl" in ended.err
    assert "\x1b" not in ended.out + ended.err


def test_json_lines_hold_every_document(run):
    ended = run("read", "a.txt", "b.jsonl", "--format", "jsonl")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [(row["id"], len(row["claims"])) for row in rows] == [("a", 1), ("b", 1), ("b:3", 0)]
    start, stop = rows[0]["claims"][0]["evidence_span"]
    assert STORY[start:stop] == "Varga"
    assert ended.code == 3
    assert "b.jsonl:2: is no JSON" in ended.err
    assert "3 read, 1 rejected, 0 read with a warning" in ended.err
    assert "Next" not in ended.err


def test_json_is_one_object(run):
    told = json.loads(run("read", "a.txt", "b.jsonl", "-f", "json").out)
    assert told["schema"] == 1
    assert [row["outlet"] for row in told["documents"]] == ["The Whistle", None, None]


def test_csv_is_one_row_a_claim(run):
    rows = list(csv.DictReader(io.StringIO(run("read", "a.txt", "b.jsonl", "--format", "csv").out)))
    assert [(row["document"], row["player"]) for row in rows] == [("a", "Bence Varga"), ("b", "Bence Varga")]


def test_csv_raw(run, tmp_path):
    (tmp_path / "c.txt").write_text(f"Outlet: =1+1\n\n{STORY}")
    assert ",'=1+1," in run("read", "c.txt", "-f", "csv").out
    assert ",=1+1," in run("read", "c.txt", "-f", "csv", "--csv-raw").out


@pytest.mark.parametrize(
    ("name", "start"), [("x.jsonl", '{"id"'), ("x.json", '{"schema"'), ("x.csv", "document,"), ("x.txt", "a\n")]
)
def test_output_goes_into_a_file_and_its_name_tells_the_format(run, tmp_path, name, start):
    ended = run("read", "a.txt", "-o", name)
    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / name).read_text().startswith(start)


def test_an_input_is_not_overwritten(run, tmp_path):
    ended = run("read", "a.txt", "-o", "./a.txt")
    assert ended.code == 2
    assert "also read" in ended.err
    assert STORY in (tmp_path / "a.txt").read_text()


def test_an_output_that_cannot_be_written(run):
    ended = run("read", "a.txt", "-o", "no/such/folder.csv")
    assert ended.code == 2
    assert "cannot write" in ended.err


def test_what_a_document_does_not_tell_may_be_given(run):
    words = ("read", "a.txt", "b.jsonl", "-f", "json", "--outlet", "The Horn", "--published", "2026-01-12")
    rows = json.loads(run(*words).out)["documents"]
    assert [row["outlet"] for row in rows] == ["The Whistle", "The Horn", "The Horn"]
    assert {row["published"] for row in rows} == {"2026-01-12T00:00:00+00:00"}


@pytest.mark.parametrize("date", ["soon", "1066-01-01", "2999-01-01"])
def test_a_given_date_must_be_one(run, date):
    ended = run("read", "a.txt", "--published", date)
    assert ended.code == 2
    assert "Give it like" in ended.err


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{{"text": "{STORY}"}}'.encode())))
    ended = run("read", "-", "-f", "jsonl")
    assert json.loads(ended.out)["id"] == "stdin:1"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("read", "a.txt", "--format", "jsn"), "Did you mean 'json'?"),
        (("read", "a.txt", "--format", "xml"), "text, json, jsonl, csv"),
        (("raed", "a.txt"), "Did you mean 'read'?"),
        (("read",), "Missing argument"),
        (("read", "a.txt", "--fromat", "csv"), "--format"),
        (("book", "check", "--book", "nowhere"), "no folder"),
    ],
)
def test_wrong_usage_is_2_and_told(run, words, told):
    ended = run(*words)
    assert ended.code == 2
    assert told in ended.err
    assert ended.out == ""


def test_bad_inputs_are_3_and_the_rest_is_read(run, tmp_path):
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 4,
        "cut.txt.gz": b"\x1f\x8b\x08\x00" + b"\x00" * 6 + b"\x01",
        "future.txt": b"Published: 2999-01-01\n\nVarga.",
        "latin.txt": "Hollin want Müller and Varga.".encode("cp1252"),
        "deep.html": b"<div>" * 100_000 + b"Varga",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    ended = run("read", *bad, "nowhere.txt", "a.txt", "-f", "jsonl")
    assert ended.code == 3
    for name in (*bad, "nowhere.txt"):
        (line,) = [line for line in ended.err.splitlines() if f": {name}: " in line]
        assert "; " in line
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["future", "latin", "deep", "a"]


def test_all_inputs_rejected(run):
    ended = run("read", "nowhere.txt")
    assert (ended.code, ended.out) == (3, "")
    assert "0 read, 1 rejected" in ended.err


def test_names_of_files_do_not_steer_the_terminal(run, tmp_path):
    ended = run("read", "x\x1b[2Jy\n.txt")
    assert ended.code == 3
    assert "\x1b" not in ended.err


def test_interrupting_is_130(run, reader):
    def interrupted(document):
        raise KeyboardInterrupt

    reader(interrupted)
    assert run("read", "a.txt").code == 130


def test_a_fault_is_told_without_a_traceback_unless_asked(run, reader):
    def faulty(document):
        raise RuntimeError("broken inside")

    reader(faulty)
    ended = run("read", "a.txt")
    assert ended.code == 1
    assert "RuntimeError: broken inside" in ended.err
    assert "--debug" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in run("read", "a.txt", "--debug").err


def test_version(run):
    assert run("--version").out == run("version").out != ""


@pytest.mark.parametrize("words", [("--help",), ("read", "--help"), ("explain", "-h"), ("book", "--help"), ()])
def test_help(run, words):
    ended = run(*words)
    assert "Usage: mooted" in ended.out + ended.err
    assert "─" not in ended.out


def test_explain(run, monkeypatch):
    explanation = types.ModuleType("mooted.show.explanation")
    explanation.explain_text = lambda document: f"why: {document.id}"
    monkeypatch.setitem(sys.modules, "mooted.show.explanation", explanation)
    ended = run("explain", "a.txt", "b.jsonl")
    assert ended.code == 3
    assert ended.out == "why: a\n\nwhy: b\n\nwhy: b:3\n"


def test_checking_the_book_that_comes_along(run):
    ended = run("book", "check")
    assert (ended.code, ended.out) == (0, ""), ended.out
    assert "all well" in ended.err


def test_checking_a_broken_book(run, tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "clubs.csv").write_text("id,name\n")
    ended = run("book", "check", "--book", "book")
    assert ended.code == 1
    assert "clubs.csv:" in ended.out
    assert "problem" in ended.err


def test_importing_into_a_book(run, tmp_path):
    (tmp_path / "players.csv").write_text("name,born,position,club\nBence Varga,2003-04-05,midfielder,Ajax\n")
    ended = run("book", "import", "players.csv", "--into", "mine")
    assert ended.code == 0
    assert "export MOOTED_BOOK=" in ended.err
    assert "1 players new" in ended.out
    assert "Bence Varga" in (tmp_path / "mine" / "players.csv").read_text()


def test_a_book_of_ones_own_is_read_with(run, tmp_path):
    (tmp_path / "clubs.csv").write_text(
        "item,itemLabel,countryLabel,leagueLabel\nQ1,Hollinmoor Vale,England,Some League\nQ2,Marrow Fen,England,\n"
    )
    (tmp_path / "news.txt").write_text("Winger Tom Ashby is wanted by Hollinmoor Vale.")
    assert run("book", "import", "clubs.csv", "--into", "mine").code == 0
    assert run("book", "check", "--book", "mine").code == 0
    read = "from mooted.cli import main; main(['read', 'news.txt', '--format', 'jsonl'])"
    for book, club in (("mine", "Hollinmoor Vale"), ("", None)):
        done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, cwd=tmp_path,
                              env={**os.environ, "MOOTED_BOOK": book}, check=True)  # fmt: skip
        claims = json.loads(done.stdout)["claims"]
        assert (claims[0]["club_to"] if claims else None) == club


def test_importing_what_is_not_there(run):
    ended = run("book", "import", "nowhere.csv", "--into", "mine")
    assert ended.code == 3
    assert "nowhere.csv" in ended.err


def test_starting_loads_nothing_that_is_not_needed():
    program = "import sys, mooted.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rich", "pydantic", "selectolax", "msgspec", "ahocorasick_rs", "gzip", "email"} & set(loaded)


ENDLESS = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell turns off for what runs in its background
from mooted import pipeline
pipeline.read_document = lambda document: ()
pipeline.settle_in = lambda: None
from mooted.cli import main
main(["read", "-", "-f", "jsonl"])
"""


def test_whoever_stops_listening_is_no_failure(tmp_path):
    lines = b'{"text": "Varga"}\n' * 50_000
    source = tmp_path / "many.jsonl"
    source.write_bytes(lines)
    with source.open("rb") as stdin:
        program = subprocess.Popen(
            [sys.executable, "-c", ENDLESS], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert program.stdout
        assert program.stderr
        assert json.loads(program.stdout.readline())["id"] == "stdin:1"
        program.stdout.close()
        assert program.wait(timeout=60) == 0
        assert program.stderr.read() == b""
        program.stderr.close()


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_each_line_is_sent_at_once_and_control_c_ends_it():
    program = subprocess.Popen(
        [sys.executable, "-c", ENDLESS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdin
    assert program.stdout
    program.stdin.write(b'{"text": "' + b"Varga " * 5000 + b'"}\n')
    program.stdin.flush()
    assert json.loads(program.stdout.readline())["id"] == "stdin:1"
    program.send_signal(signal.SIGINT)
    err = program.communicate(timeout=60)[1]
    assert program.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_control_c_ends_several_readers_at_once(tmp_path):
    (tmp_path / "many.jsonl").write_text((json.dumps({"text": f"{STORY} " * 20}) + "\n") * 5_000, "utf-8")
    words = ["read", str(tmp_path / "many.jsonl"), "--format", "jsonl", "--jobs", "2"]
    told = (
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"from mooted.cli import main\nmain({words!r})"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", told], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert program.stdout
    for _ in range(150):  # by then the others are at work
        assert program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    err = program.communicate(timeout=60)[1]
    assert program.returncode == 130
    assert b"Traceback" not in err
    until = time.monotonic() + 30
    with pytest.raises(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(program.pid, 0)
            time.sleep(0.05)


def test_the_real_reader_behind_the_real_command(tmp_path):
    (tmp_path / "varga.txt").write_text("Chelsea have made a £12m bid for Ajax midfielder Bence Varga.\n")
    program = [sys.executable, "-c", "from mooted.cli import main; main()", "read", "varga.txt"]
    ended = subprocess.run(
        program, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, **PLAIN}
    )
    assert ended.returncode == 0, ended.stderr
    assert "Bence Varga  Ajax" in ended.stdout
    assert "bid made · £12m" in ended.stdout
