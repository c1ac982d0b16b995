"""Nobody or nothing of that name, or several: what was asked, what there is instead, and what to do."""

from __future__ import annotations

from mooted.model.entry import Identity
from mooted.model.errors import MootedError
from mooted.model.wire import Json


class NotFound(MootedError):
    """The ledger knows nothing of that name. ``near`` are names that it does know."""

    def __init__(self, what: str, asked: str, near: tuple[str, ...] = (), remedy: str = "") -> None:
        self.what = what
        self.asked = asked
        self.near = near
        told = f"did you mean {_either(near)}?" if near else remedy
        super().__init__(f"no {what} called {asked!r} in the ledger{f'; {told}' if told else ''}")

    def choices(self) -> Json:
        """What a program can choose from instead."""
        return {"near": list(self.near)}


class Several(NotFound):
    """The name fits several people; ``people`` are they, the most spoken of first."""

    def __init__(self, asked: str, people: tuple[Identity, ...]) -> None:
        super().__init__("person", asked)
        self.people = people
        self.args = (f"{asked!r} may be any of {len(people)} people; ask by the full name or the id",)

    def choices(self) -> Json:
        """The people, with their ids."""
        return {"people": [{"person": one.id, "name": one.name, "clubs": list(one.clubs)} for one in self.people]}


def _either(names: tuple[str, ...]) -> str:
    *others, last = (repr(name) for name in names)
    return f"{', '.join(others)} or {last}" if others else last
