from __future__ import annotations

import gzip
import os

from mooted.model.document import Document
from mooted.model.errors import Rejected


def test_a_folder_is_read_below_and_in_order(desk):
    for name in (
        "news/b.txt",
        "news/a.txt",
        "news/deep/er/c.html",
        "news/.hidden.txt",
        "news/.git/d.txt",
        "news/z.jsonl",
    ):
        desk.write(name, '{"text": "Hollin want Varga."}' if name.endswith("jsonl") else "Hollin want Varga.")
    assert [document.id for document in desk.open(desk.folder / "news")] == ["a", "b", "c", "z:1"]


def test_of_unknown_kinds_only_what_looks_like_text_is_mentioned(desk):
    desk.write("news/a.txt", "Hollin want Varga.")
    desk.write("news/photo.jpg", b"\xff\xd8\xff\xe0")
    desk.write("news/blob.bin", bytes(range(256)) * 4)
    desk.write("news/table.csv.gz", gzip.compress(b"a,b"))
    table = desk.write("news/table.csv", "a,b\n1,2\n")
    document, refused = desk.open(desk.folder / "news")
    assert document.id == "a"
    assert refused.place == str(table)
    assert ".csv" in refused.reason
    assert desk.one("news/table.csv", "a,b").text == "a,b"


def test_ids_are_unique_within_a_run(desk):
    for name in ("one/news.txt", "two/news.txt", "two/news.html", "two/news.md", "two/news.jsonl"):
        desk.write(name, '{"text": "x"}' if name.endswith("jsonl") else "x")
    paths = [desk.folder / name for name in ("one", "two")]
    ids = [document.id for document in desk.open(*paths)]
    assert ids == ["news", "two/news", "two/news-2:1", "two/news-3", "two/news-4"]


def test_an_empty_folder_is_told(desk):
    (desk.folder / "empty").mkdir()
    (refused,) = desk.open(desk.folder / "empty")
    assert "no page" in refused.reason


def test_a_link_back_is_refused_and_the_rest_read(desk):
    desk.write("news/a.txt", "x")
    desk.write("news/deep/b.txt", "x")
    os.symlink(desk.folder / "news", desk.folder / "news" / "deep" / "again")
    opened = desk.open(desk.folder / "news")
    assert [one.id for one in opened if isinstance(one, Document)] == ["a", "b"]
    (refused,) = [one for one in opened if isinstance(one, Rejected)]
    assert refused.place.endswith("again")
    assert "leads back" in refused.reason


def test_a_folder_linked_twice_is_read_once(desk):
    desk.write("elsewhere/b.txt", "x")
    desk.write("news/a.txt", "x")
    for name in ("one", "two"):
        os.symlink(desk.folder / "elsewhere", desk.folder / "news" / name)
    assert [one.id for one in desk.open(desk.folder / "news")] == ["a", "b"]


def test_dead_and_self_linked_names_are_told(desk):
    (desk.folder / "news").mkdir()
    os.symlink("nowhere", desk.folder / "news" / "dead.txt")
    os.symlink("self.txt", desk.folder / "news" / "self.txt")
    dead, own = desk.open(desk.folder / "news")
    assert dead.reason == "does not exist"
    assert isinstance(own, Rejected)


def test_a_pipe_in_a_folder_is_not_waited_for(desk):
    desk.write("news/a.txt", "x")
    os.mkfifo(desk.folder / "news" / "pipe")
    assert [one.id for one in desk.open(desk.folder / "news")] == ["a"]


def test_reading_is_lazy(desk):
    desk.write("news/a.txt", "x")
    stream = desk.stream(desk.folder / "news", desk.folder / "later.txt")
    assert next(stream).id == "a"
    desk.write("later.txt", "y")
    assert next(stream).id == "later"
