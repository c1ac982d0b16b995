"""How well pages are read in another dress: ``python -m bench.dresses [--corpus DIR]``.

Each document of dev (of the examples where no corpus is at hand) is dressed as pages are on their way to a reader:
as HTML, as Markdown, in narrow lines, in capitals, and so on; then it is read and scored as ever. What costs nothing
by rights should cost nothing here.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from bench.corpus import Annotated, examples, gold
from bench.measure import claims_of
from bench.score import Score, score
from mooted.entities.book import load as load_book
from mooted.pipeline import read_document

Dress = Callable[[str], str]
_PARAGRAPHS = re.compile(r"\n+")
_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
_OPENING = re.compile(r"^((?:[A-Z][\w'’-]+ ?){2,4})(?= [a-z])", re.MULTILINE)
_IN_MILLIONS = re.compile(r"£(\d[\d.]*)m\b")
_LINKED = 0.4  # of the names within sentences
_LINKS = re.compile(r" ([A-Z][a-z]+ [A-Z][a-z]+)([ ,.;]+)(?=[a-z])")


def _html(text: str) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in _PARAGRAPHS.split(text))


def _wrapped(text: str) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(words, 72)) for words in _PARAGRAPHS.split(text))


def _links_on_lines(text: str) -> str:
    """Names on lines of their own, as where each link of a page has become a line."""
    chance = random.Random(1)

    def on_a_line(name: re.Match[str]) -> str:
        after = name[2].strip()
        return f"\n{name[1]}\n{after}{' ' if after else ''}" if chance.random() < _LINKED else name[0]

    return _LINKS.sub(on_a_line, text)


def _surnames(text: str) -> str:
    """The surnames of those whose first names the book knows, in capitals."""
    book = load_book()
    first = book.given_names - book.lookup.keys()
    return _NAME.sub(lambda name: f"{name[1]} {name[2].upper()}" if name[1] in first else name[0], text)


DRESSES: dict[str, Dress] = {
    "as it is": str,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "HTML": _html,
    "HTML, escaped again": lambda text: escape(_html(text)),
    "names stressed (Markdown)": lambda text: _NAME.sub(r"**\g<0>**", text),
    "names linked (Markdown)": lambda text: _NAME.sub(r"[\g<0>](https://example.org/a)", text),
    "paragraphs as items": lambda text: "\n".join(f"- {words}" for words in _PARAGRAPHS.split(text)),
    "lines of 72 characters": _wrapped,
    "names on lines of their own": _links_on_lines,
    "all in one line": lambda text: re.sub(r"\s*\n+\s*", " ", text),
    "no space between paragraphs": lambda text: _PARAGRAPHS.sub("", text),
    "places to break words": lambda text: text.replace(" ", "\u200b "),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "22 year old": lambda text: re.sub(r"(\d\d)-year-old", r"\1 year old", text),
    "12 million pounds": lambda text: _IN_MILLIONS.sub(r"\1 million pounds", text),
    "a line with the author": lambda text: f"By Sam Example, Football Correspondent\n\n{text}",
    "paragraphs open in capitals": lambda text: _OPENING.sub(lambda words: words[1].upper(), text),
    "surnames in capitals": _surnames,
    "all in capitals": str.upper,
    "no capitals": str.lower,
}


def measured(documents: Sequence[Annotated], dress: Dress) -> Score:
    """The score of documents whose texts are dressed."""
    dressed = [replace(one.document, text=dress(one.document.text)) for one in documents]
    gold_claims = {one.document.id: one.claims for one in documents}
    return score(gold_claims, {document.id: claims_of(document, read_document) for document in dressed})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=Path(os.environ.get("CORPUS", "../shared/corpus")))
    folder = parser.parse_args().corpus
    documents = gold(folder, "dev") if folder.exists() else examples()
    print(f"{len(documents)} documents, F1 of")
    print(f"{'':30}{'links':>8}{'claims':>8}{'full':>8}{'sources':>9}")
    for name, dress in DRESSES.items():
        found = measured(documents, dress)
        right = found.attributes["sources"]
        print(f"{name:30}{found.links.f1:8.3f}{found.claims.f1:8.3f}{found.full.f1:8.3f}{right:9.3f}", flush=True)


if __name__ == "__main__":
    main()
