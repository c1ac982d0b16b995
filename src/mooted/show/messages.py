"""What is told on standard error: what failed and what to do, how far it has got, what to try next."""

from __future__ import annotations

import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mooted.model.errors import Rejected, Warned
from mooted.show.terminal import tame

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

OK = 0
SOME_REJECTED = 3


def say(words: str) -> None:
    """One line on standard error."""
    print(tame(words), file=sys.stderr)


def program() -> str:
    """How whoever reads this can call mooted again: by its name where that leads here, else as it was called."""
    called = Path(sys.argv[0])
    named = shutil.which("mooted")
    if called.stem != "mooted" or not called.is_file() or (named and called.samefile(named)):
        return "mooted"
    return shlex.quote(sys.argv[0])


def hint(*commands: tuple[str, str]) -> None:
    """The next commands to try, each with what it gives."""
    commands = tuple((_callable(command), gives) for command, gives in commands)
    widest = max(len(command) for command, _ in commands)
    for at, (command, gives) in enumerate(commands):
        print("\nNext: " if at == 0 else "      ", f"{tame(command):{widest}}  {gives}", file=sys.stderr)


def _callable(command: str) -> str:
    """A command as it can be pasted."""
    return f"{program()}{command.removeprefix('mooted')}" if command.startswith("mooted ") else command


class Report:
    """Tells each input that failed as it fails, and remembers what that means for the exit code."""

    def __init__(self) -> None:
        self.rejected = 0
        self.warned = 0

    def tell(self, trouble: Rejected | Warned) -> None:
        warned = isinstance(trouble, Warned)
        self.warned += warned
        self.rejected += not warned
        say(f"{'warning: ' if warned else 'rejected: '}{trouble}")

    @property
    def exit_code(self) -> int:
        return SOME_REJECTED if self.rejected or self.warned else OK

    def sum_up(self, documents: int) -> None:
        """A last line where something went wrong."""
        if self.exit_code:
            say(f"{documents:,} read, {self.rejected:,} rejected, {self.warned:,} read with a warning")


class Steps:
    """A count of documents on a terminal, shown only where the work is long."""

    FEW = 50

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._began = time.monotonic()
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def step(self) -> None:
        """One document more."""
        self.count += 1
        if self._wanted and not self._bar and (self.count > self.FEW or time.monotonic() - self._began > 2):
            self._start()
        if self._bar and self._task is not None:
            self._bar.advance(self._task)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        counter = TextColumn("{task.completed:,} documents")
        self._bar = Progress(
            SpinnerColumn(), counter, TimeElapsedColumn(), console=Console(stderr=True), transient=True
        )
        self._task = self._bar.add_task("", total=None, completed=self.count - 1)
        self._bar.start()
