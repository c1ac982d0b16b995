"""A small neural network that weighs options beside the log-linear model: what signs mean only in company.

Each sign has a number for each unit of a first layer. A unit adds up those of all the signs of an option, whatever
their order (as in "Deep sets": Zaheer and others, 2017), and is silent below nought (a rectified linear unit: Nair and
Hinton, 2010). The units of a second layer do so with those of the first; where they begin, and what they weigh, is a
matter of the option's event. The network and the log-linear model err in different places, so that the mean of both
errs less.

All its numbers are whole, so that each machine comes to the same scores. Those of a sign, or of a unit of the first
layer, are one row, whose columns are the units of the layer that they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct
from typing import NamedTuple

from mooted.claims.packing import ONE
from mooted.claims.weighing import Features, Row, Rows

SIGN_SCALE, HIDDEN_SCALE, OUT_SCALE = 16, 128, 256  # how many whole numbers are one, in signs, between layers, and last
SECOND_SCALE = SIGN_SCALE * HIDDEN_SCALE
LEAST_NUMBER, GREATEST_NUMBER = -40, 40  # of a sign, that a letter stands for
_NOUGHT = ord("P")  # the letter for nought; greater numbers are later letters


class Layers(NamedTuple):
    """The numbers of a network.

    ``letters`` has one for each unit of the first layer, sign by sign: apart from the names of the ``signs`` they are
    written down shorter. ``hidden`` has a row for each unit of the second layer with a number for each of the first.
    Each event has where the units of the second begin and what they weigh, in ``begins`` and ``out``, and in ``starts``
    the score where all of them are silent.
    """

    signs: tuple[str, ...]
    letters: str
    hidden: tuple[tuple[int, ...], ...]
    begins: dict[str, tuple[int, ...]]
    out: dict[str, tuple[int, ...]]
    starts: dict[str, int]


NO_LAYERS = Layers((), "", (), {}, {}, {})


def letters(numbers: Sequence[int]) -> str:
    """Whole numbers from ``LEAST_NUMBER`` to ``GREATEST_NUMBER`` as letters."""
    return "".join(chr(_NOUGHT + number) for number in numbers)


class _Columns:
    """The columns of a row of units, of so many bits each: sixteen or thirty-two.

    Below nought a column borrows from the next; what is to be read begins with half of what a column holds in each, so
    that none does.
    """

    def __init__(self, bits: int, units: int) -> None:
        self._bits, self._form = bits, Struct(f"<{units}{'H' if bits == 16 else 'I'}")
        self.half = 1 << bits - 1

    def row(self, numbers: Iterable[int]) -> Row:
        """A row of whole numbers."""
        return sum(number << self._bits * at for at, number in enumerate(numbers))

    def ready(self, numbers: Iterable[int]) -> Row:
        """The same, as what others are added to before it is read."""
        return self.row(self.half + number for number in numbers)

    def passed(self, total: Row, weights: Iterable[int], start: int) -> int:
        """Each unit above nought, times its weight, added to ``start``. The weights may be rows of another layer."""
        units = zip(self._form.unpack(total.to_bytes(self._form.size, "little")), weights, strict=True)
        half = self.half
        passed: int = sum([(unit - half) * weight for unit, weight in units if unit > half], start)
        return passed


class _Event(NamedTuple):
    """What the network makes of the options of an event."""

    begins: Row
    out: Sequence[int]
    start: int


class Network:
    """Layers that weigh options: their scores are in thousandths, like those of the log-linear model."""

    def __init__(self, layers: Layers) -> None:
        inward = [*zip(*layers.hidden, strict=True)]
        units, written = len(inward), layers.letters
        self._first, self._second = _Columns(16, units), _Columns(32, len(layers.hidden))
        nought = _told(letters([0] * units))
        places = {sign: at * units for at, sign in enumerate(layers.signs)}
        self._rows = Rows(places.keys(), lambda sign: _told(written[places[sign] : places[sign] + units]) - nought)
        self._nothing = self._first.ready([0] * units)
        self._hidden = [*map(self._second.row, inward)]
        self._events = {
            event: _Event(self._second.ready(layers.begins[event]), layers.out[event], start)
            for event, start in layers.starts.items()
        }

    def weigh(self, event: str, parts: Iterable[Features]) -> int:
        """What an option weighs: its event, and the tuples of its signs."""
        begins, out, start = self._events[event]
        first = self._rows.total(parts, self._nothing)
        second = self._first.passed(first, self._hidden, begins)
        return self._second.passed(second, out, start) * ONE // (SECOND_SCALE * OUT_SCALE)


def _told(written: str) -> Row:
    """Letters as a row with columns of sixteen bits, the first in the lowest."""
    return int.from_bytes(written.encode("utf-16-le"), "little")
