"""Pages that are empty, broken, mis-encoded or built to do harm: each is told, and nothing is raised."""

from __future__ import annotations

import gzip
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.documents.decoding import clean, decode
from mooted.documents.guard import is_hostile, strip_tags
from mooted.model.document import Document
from mooted.model.errors import Rejected, Warned


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.txt.gz", "a.json", "a"])
@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_empty(desk, name, data):
    assert "empty" in desk.refused(name, gzip.compress(data) if name.endswith(".gz") else data).reason


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"\x89PNG\r\n\x1a\n....",
        b"PK\x03\x04....",
        bytes(range(256)) * 8,
        b"\x00" * 100,
        b"\x00\x01\x02",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_binary(desk, name, data):
    assert "no page of text" in desk.refused(name, data).reason


def test_compressed_twice(desk):
    assert "compressed" in desk.refused("a.txt.gz", gzip.compress(gzip.compress(b"words " * 100))).reason


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.json.gz"])
def test_a_cut_off_page_is_refused(desk, name):
    whole = gzip.compress(os.urandom(300).hex().encode() * 20)
    assert "cut off" in desk.refused(name, whole[:-40]).reason


def test_an_archive_with_a_flipped_byte(desk):
    whole = bytearray(gzip.compress(os.urandom(2000).hex().encode()))
    whole[len(whole) // 2] ^= 0xFF
    desk.refused("a.txt.gz", bytes(whole))


def test_a_gzip_bomb_is_stopped_at_the_cap(desk):
    bomb = gzip.compress(b"x" * (200 << 20), compresslevel=1)
    tracemalloc.start()
    refused = desk.refused("a.txt.gz", bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "too large" in refused.reason
    assert peak < 64 << 20


def test_nul_and_control_characters_become_spaces_of_the_same_length(desk):
    raw = "Hollin\x00 want\x1b Varga\x7f for £35m\x9c.\tYes\r\nno\rmaybe"
    warning, document = desk.warned("a.txt", raw)
    assert warning.reason == "holds 3 control characters, read as spaces"
    assert document.text == "Hollin  want  Varga  for £35mœ.\tYes \nno\nmaybe"
    assert len(document.text) == len(raw)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(desk, encoding):
    assert desk.one("a.txt", "Drăgușin".encode(encoding)).text == "Drăgușin"


def test_windows_1252_is_read_with_a_warning(desk):
    warning, document = desk.warned("a.txt", "Bayern’s Müller – £5m".encode("cp1252"))
    assert document.text == "Bayern’s Müller – £5m"
    assert "Windows-1252" in warning.reason
    assert warning.remedy


def test_utf8_with_a_few_broken_bytes_stays_utf8(desk):
    warning, document = desk.warned("a.txt", "Drăgușin și Müller".encode() + b" \xe2\x80")
    assert document.text == "Drăgușin și Müller \N{REPLACEMENT CHARACTER}"
    assert "broken" in warning.reason


def test_ten_megabytes_in_one_line(desk):
    words = "word " * 2_000_000
    assert len(desk.one("a.txt", words).text) == 10_000_000
    assert len(desk.one("b.html", f"<p>{words}").text) == 9_999_999
    assert len(desk.one("c.jsonl", f'{{"text": "{words}"}}').text) == 10_000_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "Hollin want Varga",
        "<div>" * 100_000 + "Hollin want Varga" + "</div>" * 100_000,
        "<b>" * 100_000 + "Hollin want Varga",
        "<p " + " ".join(f"a{n}" for n in range(200_000)) + ">Hollin want Varga",
        "<p " + " ".join(f'a{n}=">"' for n in range(100_000)) + ">Hollin want Varga",
        "<select>" + "<option>" * 50_000 + "</select><p>Hollin want Varga",
        "".join(f"<font a{n}>" for n in range(900)) + "<p>" * 300_000 + "Hollin want Varga",
    ],
    ids=["nested", "nested and closed", "bold", "attributes", "quoted", "options", "reopened"],
)
def test_pages_beyond_all_measure_are_stripped_and_told(desk, page):
    assert is_hostile(page)
    warning, document = desk.warned("a.html", page)
    assert "nested" in warning.reason
    assert document.text == "Hollin want Varga"


@pytest.mark.parametrize("words", ["<", "<a ", '<a "', "<a '\"", "<!--", "<script", "&", "&#", "</p>", "<![CDATA["])
def test_markup_without_end(desk, words):
    for opened in desk.open(desk.write("a.html", words * 300_000)):
        assert isinstance(opened, Document | Rejected | Warned)


def test_boxes_in_boxes(desk):
    page = "<div class='related'><p>x</p>" * 900 + "<p>Hollin want Varga</p>" * 2000
    assert "Hollin want Varga" in desk.one("a.html", page).text


def test_ordinary_pages_are_not_hostile():
    assert not is_hostile("<div><p>Hollin want <b>Varga</b>.<br></p></div>" * 20_000)
    assert not is_hostile(f'<p>Hollin<img src="data:image/png;base64,{"QUJD/" * 200_000}"> want Varga')


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("2099-01-01", "in the future"),
        ("2026-11-23T12:00:01Z", "in the future"),
        ("1066-10-14", "absurd"),
        ("0001-01-01", "absurd"),
        ("1849-12-31", "absurd"),
        ("yesterday", "unreadable"),
        ("2026-13-45", "unreadable"),
        ("9" * 10_000, "unreadable"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html"])
def test_a_date_that_cannot_be_is_set_aside_with_a_warning(desk, name, date, reason):
    page = {
        "a.txt": f"Published: {date}\n\nHollin want Varga.",
        "a.jsonl": f'{{"text": "Hollin want Varga.", "published": "{date}"}}',
        "a.html": f'<meta property="article:published_time" content="{date}"><p>Hollin want Varga.</p>',
    }[name]
    warning, document = desk.warned(name, page)
    assert reason in warning.reason
    assert warning.place.startswith(str(desk.folder / name))
    assert warning.remedy
    assert document.published_at is None
    assert document.text == "Hollin want Varga."


@pytest.mark.parametrize("date", ["17", "true", '["2026-01-01"]', "{}"])
def test_a_date_that_is_no_string(desk, date):
    warning, document = desk.warned("a.jsonl", f'{{"text": "x", "published": {date}}}')
    assert "unreadable" in warning.reason
    assert document.published_at is None


def test_what_does_not_exist(desk):
    (refused,) = desk.open(desk.folder / "nowhere.txt")
    assert (refused.place, refused.reason) == (str(desk.folder / "nowhere.txt"), "does not exist")


def test_an_impossible_name(desk):
    for name in ("a\x00b", "x" * 5000):
        (refused,) = desk.open(name)
        assert isinstance(refused, Rejected)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_and_a_folder_without_permission(desk):
    file, folder = desk.write("a.txt", "x"), desk.folder / "closed"
    folder.mkdir()
    file.chmod(0)
    folder.chmod(0)
    try:
        assert ["permission" in str(refused).lower() for refused in desk.open(file, folder)] == [True, True]
    finally:
        folder.chmod(0o700)


def test_a_file_that_fails_while_it_is_opened(desk, monkeypatch):
    bad, good = desk.write("bad.txt", "x"), desk.write("good.txt", "Hollin want Varga.")
    real = Path.open

    def failing(path: Path, *arguments: object, **options: object) -> object:
        if path == bad:
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", failing)
    refused, document = desk.open(bad, good)
    assert "Permission denied" in refused.reason
    assert document.id == "good"


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaning_keeps_every_place(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(mark) < 32 and mark not in "\t\n" for mark in cleaned)
    cleaned.encode("utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_decode(data):
    for declared in (None, "latin-1", "idna", "base64", "utf-16", "no-such-code", "unicode_escape"):
        text, _ = decode(data, declared)
        clean(text).encode("utf-8")


@given(st.text(alphabet="<>/!-\"'= abp&#;9script", max_size=80))
def test_stripping_any_markup(html):
    is_hostile(html)
    strip_tags(html)
