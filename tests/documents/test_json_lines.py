from __future__ import annotations

import gzip
import io
import json
import tracemalloc

import pytest

from mooted.documents import lines as lines_module
from mooted.documents.kinds import kind_of_content
from mooted.model.document import Document
from mooted.model.errors import Rejected, Warned


def test_fields(desk):
    row = {
        "id": "a-1", "title": "T\nU", "text": "Hollin want Varga.", "published": "2026-01-12", "outlet": "The Whistle",
        "url": "https://example.org/a", "byline": ["Ann Porter", "Bo Lind"], "more": {"is": "ignored"},
    }  # fmt: skip
    document = desk.one("a.jsonl", json.dumps(row))
    assert (document.id, document.title, document.text) == ("a-1", "T U", "Hollin want Varga.")
    assert (document.outlet, document.url, document.byline) == (row["outlet"], row["url"], "Ann Porter, Bo Lind")
    assert document.published_at.isoformat() == "2026-01-12T00:00:00+00:00"
    assert document.place == f"{desk.folder / 'a.jsonl'}:1"


@pytest.mark.parametrize("name", ["news.jsonl", "news.ndjson", "news.json", "news.jsonl.gz", "news"])
def test_a_document_a_line(desk, name):
    data = b'{"text": "one"}\n\n  \n{"text": "two", "id": 7}\n{"text": "three"}'
    path = desk.write(name, gzip.compress(data) if name.endswith(".gz") else data)
    assert [(d.id, d.text) for d in desk.open(path)] == [("news:1", "one"), ("7", "two"), ("news:5", "three")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "is no JSON"),
        ('{"text": "cut of', "is no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5000, "is no JSON"),
        ('"words"', "is no JSON object but a string"),
        ("[1]", "is no JSON object but a list"),
        ("null", "is no JSON object but null"),
        ("true", "is no JSON object but true or false"),
        ("3.5", "is no JSON object but a number"),
        ('{"title": "x"}', "has no text"),
        ('{"text": ""}', "has no text"),
        ('{"text": " \\n "}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": 3}', "a text that is a number"),
        ('{"text": ["a"]}', "a text that is a list"),
        ('{"text": {"a": 1}}', "a text that is an object"),
    ],
)
def test_a_broken_line_is_reported_and_the_rest_is_read(desk, line, reason):
    path = desk.write("a.jsonl", f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n')
    first, refused, last = desk.open(path)
    assert isinstance(refused, Rejected)
    assert refused.place == f"{path}:2"
    assert reason in refused.reason
    assert refused.remedy
    assert (first.text, last.text) == ("one", "three")


def test_exactly_the_broken_lines_of_many_are_reported_in_constant_memory(desk):
    good = json.dumps({"text": "Hollin want Varga. " * 20})
    bad = (b"{", b'{"title": 1}', b"\xff\xfe\x00", b"[]")
    broken = set(range(50, 10_001, 100))
    with (desk.folder / "many.jsonl").open("wb") as out:
        for number in range(1, 10_001):
            out.write((bad[number % len(bad)] if number in broken else good.encode()) + b"\n")
    refused: set[int] = set()
    read = 0
    tracemalloc.start()
    for opened in desk.stream(desk.folder / "many.jsonl"):
        if isinstance(opened, Rejected):
            refused.add(int(opened.place.rsplit(":", 1)[1]))
        else:
            read += isinstance(opened, Document)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused == broken
    assert read == 10_000 - len(broken)
    assert peak < 2_000_000


def test_a_line_over_the_cap_is_passed_over(desk, monkeypatch):
    monkeypatch.setattr(lines_module, "LINE_CAP", 1000)
    path = desk.write("a.jsonl", json.dumps({"text": "x" * 5000}) + '\n{"text": "two"}\n')
    refused, document = desk.open(path)
    assert isinstance(refused, Rejected)
    assert refused.place == f"{path}:1"
    assert "too large" in refused.reason
    assert document.text == "two"


def test_what_strict_json_refuses_but_people_write(desk):
    warning, document = desk.warned("a.jsonl", b'{"text": "tab\there, bell\x07 and NUL\x00, alone \\ud83d too"}')
    assert document.text == "tab\there, bell  and NUL , alone \N{REPLACEMENT CHARACTER} too"
    assert "2 control characters" in warning.reason
    assert "1 half character" in warning.reason
    assert warning.place.endswith("a.jsonl:1")


def test_lone_surrogates_become_the_replacement_character(desk):
    _, document = desk.warned(
        "a.jsonl", '{"text": "a \\ud800 b \\udfff c \\ud83d\\ude00", "title": "\\udc00", "id": "\\ud800"}'
    )
    assert document.text == "a \N{REPLACEMENT CHARACTER} b \N{REPLACEMENT CHARACTER} c \U0001f600"
    for words in (document.text, document.title, document.id):
        words.encode("utf-8")


def test_utf16_lines(desk):
    path = desk.write("a.jsonl", '{"text": "Șandor"}\n{"text": "two"}\n'.encode("utf-16"))
    assert [d.text for d in desk.open(path)] == ["Șandor", "two"]


def test_a_line_in_windows_1252_is_read_with_a_warning(desk):
    warning, document = desk.warned("a.jsonl", '{"text": "Müller for £5m"}'.encode("cp1252"))
    assert document.text == "Müller for £5m"
    assert warning.place.endswith("a.jsonl:1")


def test_a_bom_is_no_part_of_the_first_line(desk):
    assert desk.one("a.jsonl", b'\xef\xbb\xbf{"text": "one"}').text == "one"
    assert desk.one("b.json", b'\xef\xbb\xbf{"text": "one"}').text == "one"
    assert desk.one("c.json", '{"text": "one"}'.encode("utf-16")).text == "one"


def test_json_with_one_object_or_a_list(desk):
    assert desk.one("a.json", '{\n "text": "one"\n}').id == "a"
    one, two, refused = desk.open(desk.write("b.json", '[{"text": "one"}, {"text": "two", "id": "z"}, 3]'))
    assert [one.id, two.id] == ["b:1", "z"]
    assert isinstance(refused, Rejected)
    assert refused.place.endswith("b.json[2]")
    assert "empty" in desk.refused("c.json", "[]").reason
    assert "no JSON" in desk.refused("d.json", "{,}").reason
    assert "empty" in desk.refused("e.json", " ").reason


def test_a_broken_first_line_does_not_hide_that_a_json_file_has_lines(desk):
    refused, document = desk.open(desk.write("a.json", '{"text": "cut\n{"text": "two"}\n'))
    assert isinstance(refused, Rejected)
    assert document.text == "two"


def test_fields_of_the_wrong_kind_are_left_out_with_a_warning(desk):
    warning, document = desk.warned("a.jsonl", '{"text": "one", "outlet": 7, "id": ["x"]}')
    assert "`outlet`" in warning.reason
    assert (document.outlet, document.id) == (None, "a:1")


def test_an_empty_or_binary_file(desk):
    assert "empty" in desk.refused("a.jsonl", "").reason
    assert "empty" in desk.refused("b.jsonl", "\n\n").reason
    assert "no page" in desk.refused("c.jsonl", b"%PDF-1.7 ...").reason


def test_a_cut_off_archive_gives_what_it_holds_and_a_word(desk):
    whole = gzip.compress("".join(json.dumps({"text": f"news {n * n}"}) + "\n" for n in range(20_000)).encode())
    *documents, refused = desk.open(desk.write("a.jsonl.gz", whole[: len(whole) // 2]))
    assert isinstance(refused, Rejected)
    assert "cut off" in refused.reason
    assert len([d for d in documents if isinstance(d, Document)]) > 1000
    assert not [d for d in documents if isinstance(d, Warned)]


def test_lines_from_standard_input_are_told_from_one_object() -> None:
    whole = b'{"text": "Leeds want Tom Ashby."}\n'
    assert kind_of_content(io.BufferedReader(io.BytesIO(whole + b"not json\n"))) == "jsonl"
    assert kind_of_content(io.BufferedReader(io.BytesIO(whole))) == "json"
    assert kind_of_content(io.BufferedReader(io.BytesIO(b"[\n" + whole + b"]\n"))) == "json"
