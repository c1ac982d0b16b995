from __future__ import annotations

import gzip
import io
import sys
from datetime import UTC, datetime

import pytest

from mooted.documents.plain import split_headers
from mooted.model.document import Document
from mooted.model.errors import Rejected


def test_a_file_is_a_document(desk):
    document = desk.one("varga.txt", "Hollin Rovers want Bence Varga.\n")
    assert document.id == "varga"
    assert document.text == "Hollin Rovers want Bence Varga.\n"
    assert document.place == str(desk.folder / "varga.txt")
    assert document.published_at is None


@pytest.mark.parametrize("name", ["varga", "varga.md", "varga.TXT", "varga.txt.gz", "varga.news"])
def test_names_of_plain_text(desk, name):
    words = b"Hollin Rovers want Bence Varga."
    document = desk.one(name, gzip.compress(words) if name.endswith(".gz") else words)
    assert (document.id, document.text) == ("varga", words.decode())


def test_headers(desk):
    document = desk.one(
        "a.txt",
        "TITLE: Rovers: the next step\nOutlet: The Whistle\npublished: 2026-01-12T09:30:00+01:00\n"
        "Author: Ann Porter\nURL: https://example.org/a\n\nHollin want Varga.\n\nTitle: not a header\n",
    )
    assert document.title == "Rovers: the next step"
    assert document.outlet == "The Whistle"
    assert document.byline == "Ann Porter"
    assert document.url == "https://example.org/a"
    assert document.published_at == datetime(2026, 1, 12, 8, 30, tzinfo=UTC)
    assert document.text == "Hollin want Varga.\n\nTitle: not a header\n"


@pytest.mark.parametrize(
    "text",
    [
        "Title: without an empty line\nHollin want Varga.",
        "Hollin want Varga.\n\nOutlet: late",
        "\nTitle: after an empty line\n\ntext",
        "Verdict: not a header of ours\n\ntext",
        "no line end",
    ],
)
def test_what_is_no_header_stays_text(text):
    assert split_headers(text) == ({}, text)


def test_headers_alone_are_no_document(desk):
    assert "empty" in desk.refused("a.txt", "Title: X\nOutlet: Y\n").reason


def test_headers_with_windows_line_ends(desk):
    document = desk.one("a.txt", "Title: X\r\nOutlet: Y\r\n\r\nHollin want\r\nVarga.")
    assert (document.title, document.outlet, document.text) == ("X", "Y", "Hollin want \nVarga.")


def test_standard_input(desk, monkeypatch):
    feed(monkeypatch, b"Title: X\n\nHollin want Varga.")
    (document,) = desk.open("-")
    assert (document.id, document.place, document.title) == ("stdin", "standard input", "X")


def test_standard_input_in_each_form(desk, monkeypatch):
    for data, title, text in (
        (b'{"text": "one", "title": "t"}\n{"text": "two"}\n', "t", "one"),
        (b'{"title": "t", "text": "' + b"long " * 3000 + b'"}\n{"text": "two"}\n', "t", "long " * 3000),
        (b'[{"text": "one", "title": "t"}]', "t", "one"),
        (b'{\n  "text": "one",\n  "title": "t"\n}', "t", "one"),
        (b"<!doctype html><title>t</title><p>one</p>", "t", "one"),
        (gzip.compress(b"Title: t\n\none"), "t", "one"),
        (b"Title: t\n\n[Exclusive] one", "t", "[Exclusive] one"),
    ):
        feed(monkeypatch, data)
        first = desk.open("-")[0]
        assert isinstance(first, Document), first
        assert (first.title, first.text) == (title, text)


def test_empty_standard_input(desk, monkeypatch):
    feed(monkeypatch, b"")
    (refused,) = desk.open("-")
    assert isinstance(refused, Rejected)
    assert refused.place == "standard input"


def feed(monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
