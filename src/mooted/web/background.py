"""What takes longer than a page may: worked out in a process of its own, once for each state of the ledger."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

_LOG = logging.getLogger("mooted.web")
_MOST = 24  # answers that are kept, the newest
Result = TypeVar("Result")
Question = tuple[Callable[..., Any], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer with the state of the ledger that it tells of; ``value`` is null where it could not be had."""

    revision: str
    value: object


class Background:
    """Answers that are asked for again and again and take seconds; one is worked out at a time.

    ``ask`` never waits: it gives the newest answer that there is, and has one worked out for the present state.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._own = threading.Lock()
        self._turn = threading.Lock()
        self._found: dict[Question, _Found] = {}
        self._asked: set[Question] = set()
        self._process: Any = None
        self._closed = False
        self.done = 0

    def ask(self, work: Callable[..., Result], revision: str, *words: str) -> Result | None:
        """What ``work(address, *words)`` gives; null until it is there. ``work`` must be importable."""
        question: Question = work, words
        with self._own:
            found = self._found.get(question)
            fresh = found is not None and found.revision == revision
            if not fresh and question not in self._asked and not self._closed:
                self._asked.add(question)
                threading.Thread(target=self._answer, args=(question, revision), daemon=True).start()
        return cast("Result | None", found.value) if found else None

    def close(self) -> None:
        """Stop whatever is under way."""
        self._closed = True
        process = self._process
        if process is not None:
            process.terminate()

    def _answer(self, question: Question, revision: str) -> None:
        with self._turn:
            value = None if self._closed else self._worked_out(question)
        with self._own:
            earlier = self._found.pop(question, None)
            kept = value if value is not None or earlier is None else earlier.value
            self._found[question] = _Found(revision, kept)
            while len(self._found) > _MOST:
                del self._found[next(iter(self._found))]
            self._asked.discard(question)
            self.done += 1

    def _worked_out(self, question: Question) -> object:
        """The answer of a fresh process, which cannot slow down the desk; null where it failed."""
        fresh = multiprocessing.get_context("spawn")
        receiving, sending = fresh.Pipe(duplex=False)
        process = fresh.Process(target=_work, args=(sending, question, self._address), daemon=True)
        process.start()
        sending.close()
        self._process = process
        try:
            return receiving.recv()
        except EOFError:
            if not self._closed:
                _LOG.error("%s could not be worked out; see above", question[0].__name__)
            return None
        finally:
            receiving.close()
            process.join()
            self._process = None


def _work(sending: Connection, question: Question, address: str) -> None:
    """In the other process: work behind everything else, and send the answer."""
    os.nice(10)
    work, words = question
    sending.send(work(address, *words))
