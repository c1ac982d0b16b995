"""From what the user names to the files that are to be read: folders opened, ids made, loops refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mooted.documents.kinds import KINDS, Kind, name_and_suffix, why_binary
from mooted.model.errors import Rejected

_KNOWN = ".txt .md .jsonl .ndjson .json .html .htm, no extension, and each of these with .gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file. ``kind`` is null where its content has to tell; ``path`` is null for standard input."""

    path: Path | None
    place: str
    stem: str
    kind: Kind | None


Found = Source | Rejected


class _Names:
    """Gives each file a stem of its own: ``news``, then ``sport/news``, then ``sport/news-2``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def name(self, stem: str, folder: str) -> str:
        longer = f"{folder}/{stem}" if folder else stem
        name = stem if stem not in self._taken else longer
        while name in self._taken:
            self._last[longer] = self._last.get(longer, 1) + 1
            name = f"{longer}-{self._last[longer]}"
        self._taken.add(name)
        return name


def find_sources(paths: Iterable[str | Path]) -> Iterator[Found]:
    """Each file below the paths, in the order given and by name within a folder."""
    names = _Names()
    for path in paths:
        if str(path) == "-":
            yield Source(None, "standard input", names.name("stdin", ""), None)
        else:
            yield from _look_at(Path(path), names)


def _look_at(path: Path, names: _Names) -> Iterator[Found]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if not is_folder:
        yield _source(path, names)
        return
    empty = True
    for found in _below(path, names):
        empty = False
        yield found
    if empty:
        yield Rejected(str(path), "holds no page that can be read", f"known names: {_KNOWN}")


def _source(path: Path, names: _Names) -> Source:
    stem, suffix = name_and_suffix(path)
    return Source(path, str(path), names.name(stem, path.absolute().parent.name), KINDS.get(suffix))


def _below(top: Path, names: _Names) -> Iterator[Found]:
    """Depth first with a stack of our own; links to folders are followed, each folder once."""
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[Path, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            here = (status.st_dev, status.st_ino)
            if stat.S_ISREG(status.st_mode):
                yield from _in_folder(path, names)
            elif stat.S_ISDIR(status.st_mode) and here in above:
                yield Rejected(str(path), "leads back to a folder that it lies in", "remove the link")
            elif stat.S_ISDIR(status.st_mode) and here not in seen:
                seen.add(here)
                inside = sorted((entry.name for entry in os.scandir(path)), reverse=True)
                stack.extend((path / name, above | {here}) for name in inside if not name.startswith("."))
        except OSError as error:
            yield _unreadable(path, error)


def _in_folder(path: Path, names: _Names) -> Iterator[Found]:
    """Kinds that we know are read; of the others only what looks like text is worth a word."""
    suffix = name_and_suffix(path)[1]
    if suffix in KINDS or not suffix:
        yield _source(path, names)
    elif _looks_like_text(path):
        yield Rejected(str(path), f"is of no kind that we read in a folder ({suffix})", "name it to read it as text")


def _looks_like_text(path: Path) -> bool:
    with path.open("rb") as stream:
        start = stream.read(4096)
    return bool(start) and why_binary(start) is None


def _unreadable(path: Path, error: OSError | ValueError) -> Rejected:
    if isinstance(error, FileNotFoundError):
        return Rejected(str(path), "does not exist", "check the spelling")
    if isinstance(error, PermissionError):
        return Rejected(str(path), "may not be read (permission denied)", "check its permissions")
    reason = getattr(error, "strerror", None) or str(error)
    return Rejected(str(path), f"cannot be read ({reason})", "check the path")
