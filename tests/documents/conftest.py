"""Pages written for one test, and opened at a fixed time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mooted.documents import Opened, open_documents
from mooted.model.document import Document
from mooted.model.errors import Rejected, Warned

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Desk:
    """Writes pages into a folder and opens what lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, data: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def open(self, *paths: str | Path) -> list[Opened]:
        return list(self.stream(*paths))

    def stream(self, *paths: str | Path) -> Iterator[Opened]:
        return open_documents(paths, now=NOW)

    def one(self, name: str, data: str | bytes) -> Document:
        """The only thing that comes of this page, which must be a document."""
        (opened,) = self.open(self.write(name, data))
        assert isinstance(opened, Document), opened
        return opened

    def refused(self, name: str, data: str | bytes) -> Rejected:
        """The only thing that comes of this page, which must be a refusal."""
        (opened,) = self.open(self.write(name, data))
        assert isinstance(opened, Rejected), opened
        assert opened.reason
        assert opened.remedy
        return opened

    def warned(self, name: str, data: str | bytes) -> tuple[Warned, Document]:
        warning, document = self.open(self.write(name, data))
        assert isinstance(warning, Warned), warning
        assert isinstance(document, Document), document
        return warning, document


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
