"""What takes long to work out from data files, kept in the user's cache for the next run.

It is plain data, decoded by type: nothing in the cache is ever run, and what does not fit is worked out anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_HERE = Path(__file__).parent


def kept(name: str, kind: type[T], sources: Iterable[Path], make: Callable[[], T]) -> T:
    """What ``make`` works out, or what it worked out before from the same ``sources``: data files and code.

    Never fails for the cache's sake: one that is missing, damaged or not to be written only costs time.
    """
    place = _folder() / f"{name}.msgpack"
    try:
        mark = _mark(sources)
    except OSError:  # code without its source, as in a frozen program
        return make()
    with suppress(OSError, msgspec.DecodeError):
        found = place.read_bytes()
        if found.startswith(mark):
            return msgspec.msgpack.decode(memoryview(found)[len(mark) :], type=kind)
    made = make()
    with suppress(OSError):
        _keep(place, mark + msgspec.msgpack.encode(made))
    return made


def _mark(sources: Iterable[Path]) -> bytes:
    """A hash of what stands in the files, in their order."""
    told = blake2b(digest_size=16)
    for source in sources:
        told.update(blake2b(source.read_bytes()).digest())
    return told.digest()


def _folder() -> Path:
    """The folder of this installation in the user's cache."""
    from platformdirs import user_cache_path

    return user_cache_path("mooted") / blake2b(os.fsencode(_HERE), digest_size=8).hexdigest()


def _keep(place: Path, data: bytes) -> None:
    """Write a file that is whole whenever it is read."""
    import tempfile

    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
        try:
            file.write(data)
            file.close()
            os.replace(file.name, place)
        except OSError:
            os.unlink(file.name)
            raise
