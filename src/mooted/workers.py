"""Work that several processes share: things go out in portions, and what became of each comes back in its order.

A worker that ends in the midst of its work (as the system ends those who take too much memory) takes nothing with it:
what it had is done again, thing by thing, and only the thing that ends a second worker is given back as lost.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar

from mooted.model.errors import MootedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

ALONE = 100  # things done before others are called for, so that small jobs never wait for them
_PORTION = 16  # things
_AHEAD = 4  # portions for each worker that may be done before they are wanted
_PATIENCE = 5.0  # seconds for a worker to end once nothing is left to do
_NEVER_BEGAN = (
    "a process that was to read could not begin; a script that reads with several keeps what it does under "
    "\"if __name__ == '__main__':\", so that they can import it"
)

Thing = TypeVar("Thing")
Done = TypeVar("Done")


class Lost:
    """What became of a thing that ended whoever worked on it."""


LOST: Final = Lost()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Portion(Generic[Thing, Done]):
    """Things that go out together, and what became of them once that is known."""

    things: Sequence[Thing]
    done: Sequence[Done | Lost] | None = None


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the line to it, and if it has said that it can begin."""

    process: BaseProcess
    line: Connection
    ready: bool = False

    def begin(self) -> None:
        """Wait until it can. Raises ``MootedError`` where it never will."""
        try:
            self.ready = self.line.recv()
        except (EOFError, OSError):
            raise MootedError(_NEVER_BEGAN) from None

    def dismiss(self) -> None:
        """Send it home; one that does not go is made to."""
        self.line.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()


class Workers(Generic[Thing, Done]):
    """Up to ``count`` processes that each ``do`` the same, used in a ``with`` block; with one, it is done right here.

    ``ready`` is called in each before it begins; a module named ``shared`` is imported once for all of them where the
    system can (``forkserver``), so that they share what it loads. All that goes to a worker and back is pickled.
    """

    def __init__(
        self, do: Callable[[Thing], Done], count: int, ready: Callable[[], object], shared: str | None = None
    ) -> None:
        self._do, self._ready, self._shared = do, ready, shared
        self._count = count
        self._alone = ALONE
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, _Portion[Thing, Done]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Send everybody home; whoever is at work is stopped."""
        for worker, _ in self._busy.values():
            worker.process.terminate()
        for worker in (*self._idle, *(worker for worker, _ in self._busy.values())):
            worker.dismiss()
        self._idle.clear()
        self._busy.clear()

    def each(self, things: Iterable[Thing]) -> Iterator[tuple[Thing, Done | Lost]]:
        """Each thing with what became of it, in order; no more of them are drawn than are soon wanted."""
        rest = iter(things)
        for thing in rest if self._count <= 1 else islice(rest, self._alone):
            self._alone -= 1
            yield thing, self._do(thing)
        out: deque[_Portion[Thing, Done]] = deque()
        self._hand_out(rest, out)
        while out:
            while out[0].done is None:
                self._take_back()
                self._hand_out(rest, out)
            portion = out.popleft()
            yield from zip(portion.things, portion.done or (), strict=True)
            self._hand_out(rest, out)

    def _hand_out(self, rest: Iterator[Thing], out: deque[_Portion[Thing, Done]]) -> None:
        """Give a portion to everybody who has none, unless too many are done ahead."""
        while len(self._busy) < self._count and len(out) < self._count * _AHEAD:
            portion = _Portion[Thing, Done](tuple(islice(rest, _PORTION)))
            if not portion.things:
                return
            self._send(portion)
            out.append(portion)

    def _send(self, portion: _Portion[Thing, Done]) -> None:
        if not self._idle:
            self._idle = [self._hire() for _ in range(self._count - len(self._busy))]
        worker = self._idle.pop()
        self._busy[worker.line] = worker, portion
        with suppress(OSError):  # whoever has ended is found to have when he is asked
            worker.line.send(portion.things)

    def _take_back(self) -> None:
        """Wait until somebody has done his portion."""
        from multiprocessing.connection import wait

        for line in wait(list(self._busy)):
            worker, portion = self._busy[line]  # type: ignore[index]
            if not worker.ready:
                worker.begin()
                continue
            del self._busy[worker.line]
            try:
                portion.done = worker.line.recv()
                self._idle.append(worker)
            except (EOFError, OSError):
                worker.dismiss()
                portion.done = [self._once_more(thing) for thing in portion.things]

    def _once_more(self, thing: Thing) -> Done | Lost:
        """What becomes of a thing that may have ended a worker, done by itself."""
        worker = self._idle.pop() if self._idle else self._hire()
        try:
            worker.line.send((thing,))
            if not worker.ready:
                worker.begin()
            done: Done = worker.line.recv()[0]
        except (EOFError, OSError):
            worker.dismiss()
            return LOST
        self._idle.append(worker)
        return done

    @cached_property
    def _context(self) -> ForkServerContext | SpawnContext:
        """How processes begin."""
        import multiprocessing as mp  # costs 20 ms, and most who read do so alone

        if "forkserver" not in mp.get_all_start_methods():
            return mp.get_context("spawn")
        context = mp.get_context("forkserver")
        if self._shared:
            context.set_forkserver_preload([self._shared])
        return context

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._ready, self._do), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(line: Connection, ready: Callable[[], object], do: Callable[[Thing], Done]) -> None:
    """What a worker does until nobody is at the other end."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever was interrupted tells the workers
    ready()
    line.send(True)
    with suppress(EOFError, OSError):
        while True:
            line.send([do(thing) for thing in line.recv()])
