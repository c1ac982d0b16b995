"""Lines that open in capitals, as papers open their stories, and texts without any: as they would be written otherwise,
since it is by their capitals that names are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.entities.book import Book
from mooted.entities.tags import named_handles
from mooted.language.fold import fold
from mooted.language.rewriting import Change, rewrite
from mooted.model.listed import touches

_LINE = re.compile(r"\n[^\w\n]{0,6}")
_LOUD = r"(?:Mc)?[A-Z][A-Z'.&-]*[A-Z](?:'s)?"
_RUN = re.compile(rf"(?:[AI] )?{_LOUD}(?:[ ,]{{1,2}}(?:{_LOUD}|[A-Z&]|\d+))*[ ,]{{1,2}}{_LOUD}(?![\w'])")
_GOES_ON = re.compile(r"[ ,]+[a-z\d(\"'£€$]")
_WORD = re.compile(r"(?:Mc)?[A-Z][A-Z']+|\bA\b")
_SURNAME = re.compile(r"(?<= )[A-Z][A-Z'-]{2,}(?: [A-Z][A-Z'-]{2,})*(?![\w-])")
_FIRST_NAME = re.compile(r"\b([A-Z][a-z]+) $")
_LONGEST = 20  # characters of a first name
_FEW = 2
_SENTENCE = 4  # spaces in the shortest line that is a sentence and no heading
_FIRST = re.compile(r"(?:^|[.!?][\"')]?[ ]+|\n)[\"'(]?[a-z]")
_VOWELS = frozenset("AEIOUY")
_ACRONYM = 2  # letters of a word that stands for others, as those without a vowel do
_NAMED = frozenset(("club", "player", "staff"))


def spoken(text: str, book: Book) -> str:
    """A text whose lines that open in capitals ("HULL CITY want", "TOM ASHBY is") open as others do, and that has
    capitals where it had none at all, and names for handles; character for character."""
    folded = fold(text)
    surnames = _surnames(folded, book)
    if surnames:
        folded = _SURNAME.sub(lambda name: _titled(name[0]) if name[0] in surnames else name[0], folded)
        text = _with_capitals_of(folded, text)
    if "@" in folded and (named := [*named_handles(folded, book)]):
        folded, text = rewrite(folded, named).text, rewrite(text, named).text
    if folded.islower() and len(loud := folded.upper()) == len(folded):
        return _with_capitals_of(_lowered(loud, book), text)
    openings = _openings(folded, book)
    return rewrite(text, (Change(a, z, _with_capitals_of(words, text[a:z])) for a, z, words in openings)).text


def _surnames(folded: str, book: Book) -> set[str]:
    """The surnames of a text that has them in capitals ("Tom ASHBY", "Virgil VAN DIJK"); once is chance."""
    found: set[str] = set()
    known = False
    for name in _SURNAME.finditer(folded):
        before = _FIRST_NAME.search(folded, max(0, name.start() - _LONGEST), name.start())
        stands_for_others = name[0] in book.lookup or _VOWELS.isdisjoint(name[0])
        if before and not stands_for_others and name[0].title() not in book.ordinary:
            found.add(name[0])
            known = known or (before[1] in book.given_names and before[1] not in book.lookup)
    return found if known and len(found) >= _FEW else set()


def _openings(folded: str, book: Book) -> Iterator[tuple[int, int, str]]:
    """Where lines open with words in capitals, or have no others, and these as they would be written otherwise."""
    for line in _LINE.finditer("\n" + folded):
        run = _RUN.match(folded, line.end() - 1)
        if run is None:
            continue
        start, stop = run.span()
        end = folded.find("\n", start)
        end = end if end >= 0 else len(folded)
        if folded.count(" ", start, end) >= _SENTENCE and folded[start:end].isupper():
            yield start, end, _lowered(folded[start:end], book)
        elif stop < end:
            words = _lowered(run[0], book)
            if _GOES_ON.match(folded, stop) or words.endswith("'s") or words.rpartition(" ")[2].islower():
                yield start, stop, words


def _lowered(run: str, book: Book) -> str:
    """A run of words in capitals as they would be written otherwise: what the book calls so, and what it knows nothing
    of, with one capital, ordinary words in small letters."""
    titled = _WORD.sub(lambda word: _titled(word[0]), run)
    hits = (hit for hit in book.names.find(titled) if hit.value.kind in _NAMED)
    names = [(start, stop) for start, stop, _ in hits if titled[start:stop] not in book.ordinary]

    def otherwise(found: re.Match[str]) -> str:
        word, title = found[0], titled[found.start() : found.end()]
        if touches(*found.span(), names):
            return title
        if word in book.lookup:
            return word
        if title.removesuffix("'s") in book.ordinary or title.lower() in book.lookup:
            return title.lower()
        stands_for_others = len(word) <= _ACRONYM or _VOWELS.isdisjoint(word)
        return word if stands_for_others and title not in book.lookup else title

    return _FIRST.sub(lambda first: first[0].upper(), _WORD.sub(otherwise, run))


def _titled(word: str) -> str:
    return "Mc" + word[2:].title() if word.startswith("Mc") else word.title().replace("'S", "'s")


def _with_capitals_of(model: str, text: str) -> str:
    """A text with the capitals of another that is as long."""
    if fold(text) == text:
        return model
    return "".join(c.upper() if m.isupper() else c.lower() for c, m in zip(text, model, strict=True))
