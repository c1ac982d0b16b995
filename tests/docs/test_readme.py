"""The README keeps its word: its Python runs, its commands run, and they show what stands beneath them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")]
RUN_APART = ("make ", "git clone", "cd ")
"""What a reader types on a fresh machine: `make test` runs this test, and a clone is where it runs."""
ELSEWHERE = re.compile(r"^(?:pip|python3? -m (?:pip|venv)) ")
MADE = re.compile(r"[A-Za-z]{5,}")
WORDS_SHOWN = 0.6
SECONDS = 60


class Block(NamedTuple):
    """A fenced block of a page: its language, its text and the line where it begins."""

    language: str
    text: str
    place: str


class Command(NamedTuple):
    """A command of a console block and the lines shown beneath it."""

    words: str
    shown: str
    place: str


def _blocks(page: Path) -> list[Block]:
    if not page.exists():
        return []
    text = page.read_text(encoding="utf-8")
    fenced = re.finditer(r"^ *```([a-z]*)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return [Block(m[1], m[2], f"{page.name}:{text.count(chr(10), 0, m.start()) + 1}") for m in fenced]


def _commands(block: Block) -> list[Command]:
    """The lines that begin with ``$``, each with what follows up to the next."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [Command(*(part.partition("\n")[0::2]), block.place) for part in parts]


BLOCKS = [block for page in PAGES for block in _blocks(page)]
PYTHON = [block for block in BLOCKS if block.language in ("python", "py")]
CONSOLE = [command for block in BLOCKS if block.language == "console" for command in _commands(block)]
APART = [command for command in CONSOLE if command.words.startswith(RUN_APART) or ELSEWHERE.match(command.words)]
RUN = [command for command in CONSOLE if command not in APART]


@pytest.mark.parametrize("block", PYTHON, ids=lambda block: block.place)
def test_python_runs(block: Block) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block.text], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    for expected in re.findall(r"# -> (.+)", block.text):
        assert expected in done.stdout


@pytest.mark.parametrize("command", RUN, ids=lambda command: f"{command.place} {command.words}")
def test_commands_run_and_show_what_the_page_shows(command: Command) -> None:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", _with_our_mooted(command.words)],
        cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown, printed = set(MADE.findall(command.shown)), done.stdout + done.stderr
    missing = {word for word in shown if word not in printed}
    assert len(missing) <= (1 - WORDS_SHOWN) * len(shown), f"not printed: {sorted(missing)}"


def _with_our_mooted(words: str) -> str:
    """The command with the ``mooted`` of this environment, whatever is on the path."""
    ours = f"{shlex.quote(sys.executable)} -c 'from mooted.cli import main; main()'"
    return re.sub(r"(?<![\w/.-])(?:\.venv/bin/)?mooted(?= )", lambda _: ours, words)


@pytest.mark.parametrize("command", APART, ids=lambda command: f"{command.place} {command.words}")
def test_commands_that_set_up_name_what_there_is(command: Command) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"\bmake ([a-z]+)", command.words)
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("kind", [PYTHON, RUN], ids=["python", "console"])
def test_the_readme_shows_both_doors(kind: list[Block] | list[Command]) -> None:
    assert any(one.place.startswith("README.md:") for one in kind)


def test_every_block_says_what_it_is() -> None:
    known = {"python", "py", "console", "text", "toml", "csv", "json", "mermaid", "markdown"}
    assert [block.place for block in BLOCKS if block.language not in known] == []


def test_every_console_line_is_a_command_or_its_output() -> None:
    console = [block for block in BLOCKS if block.language == "console"]
    assert [block.place for block in console if not block.text.startswith("$ ")] == []
