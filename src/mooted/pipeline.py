"""Documents in, claims out: the left half of mooted on one screen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mooted.claims.attribution import Press
from mooted.claims.choice import load as load_chooser
from mooted.claims.deals.lists import listed
from mooted.claims.extract import extract, listen
from mooted.claims.lexicon import load as load_phrases
from mooted.claims.topic import Topic, topic_of
from mooted.entities.book import Book
from mooted.entities.book import load as load_book
from mooted.entities.scan import scan
from mooted.entities.shouting import spoken
from mooted.language.plaintext import PlainText, plain_text
from mooted.model.claim import Claim
from mooted.model.collecting import collect_seldom
from mooted.model.document import Document
from mooted.model.entity import Person
from mooted.model.errors import Rejected, Warned
from mooted.model.span import Quote, Span
from mooted.opening import open_ledger
from mooted.workers import Done, Lost, Thing, Workers

AT_ONCE = 200  # documents that a ledger is asked about together, for each process that reads

if TYPE_CHECKING:
    from mooted.documents.found import Opened
    from mooted.ledger import Ledger, Receipt
    from mooted.ledger.repairing import Repaired
    from mooted.model.entry import Sighting

    Complete = Callable[[Document], Document]
    from mooted.claims.explain import Explanation

Read = tuple[Document, tuple[Claim, ...]] | Rejected | Warned


class Whole(NamedTuple):
    """All that a document gives to the ledger: its claims, and the people whom it shows."""

    claims: tuple[Claim, ...]
    people: tuple[Sighting, ...]


def read_document(document: Document, book: Book | None = None) -> tuple[Claim, ...]:
    """The claims of one document. Never raises on any text.

    A document whose words tell that it is about something else is not looked at further.
    """
    book = book or load_book()
    plain = undress(document, book)
    topic = topic_of(plain.document)
    return () if topic.elsewhere else _read(plain, book, topic)[0]


def read_whole(document: Document, book: Book | None = None, seen_at: datetime | None = None) -> Whole:
    """The claims of one document and the people whom it shows. Never raises on any text.

    A person is said to be as he is on the day of publication; where that is not known, when the document was seen
    (``seen_at``, else its own).
    """
    book = book or load_book()
    plain = undress(document, book)
    claims, people = _read(plain, book, topic_of(plain.document))
    said_at = document.published_at or seen_at or document.seen_at or datetime.now(UTC)
    return Whole(claims, tuple(_sighting(document.id, said_at, person, claims) for person in people))


def _read(plain: Undressed, book: Book, topic: Topic) -> tuple[tuple[Claim, ...], tuple[Person, ...]]:
    """The claims of a document and its people; neither, where no phrase in it could make a claim."""
    chooser = load_chooser()
    document = plain.document
    hearing = listen(document, chooser)
    if hearing.silent:
        return (), ()
    reading = scan(document, book, listed(hearing.deals))
    claims = extract(document, reading, chooser, press_of(book), hearing, topic)
    if document is not plain.written:
        claims = tuple(map(plain.as_written, claims))
    return claims, reading.people


def _sighting(document: str, said_at: datetime, person: Person, claims: tuple[Claim, ...]) -> Sighting:
    """A person of one document, with the clubs that its claims join him with."""
    from mooted.model.entry import Sighting

    clubs = (club for claim in claims if claim.player == person.name for club in (claim.club_from, claim.club_to))
    holder = person.holder.name if person.holder else None
    return Sighting(
        document, said_at, person.name, person.role, holder, tuple(dict.fromkeys(filter(None, clubs))),
        person.positions, person.nations, person.age,
    )  # fmt: skip


@lru_cache(maxsize=1)
def settle_in() -> None:
    """Load all that reading many documents needs, where the garbage collector lets it be; once is enough."""
    gc.disable()  # all that is loaded stays
    load_book()
    load_chooser()
    load_phrases()
    collect_seldom()
    gc.enable()


def read_documents(paths: Iterable[str | Path], *, complete: Complete | None = None, jobs: int = 1) -> Iterator[Read]:
    """Each document of the files and folders with its claims, one at a time and in order; a word on each that fails.

    ``complete`` adds what a document leaves out, ``jobs`` is how many processes read.
    """
    from mooted.documents import open_documents

    with _readers(_claims_of, jobs) as readers:
        for opened, claims in readers.each(_completed(open_documents(paths), complete)):
            if not isinstance(opened, Document):
                yield opened
            else:
                yield _lost(opened) if isinstance(claims, Lost) else (opened, claims)


def add_documents(
    paths: Iterable[str | Path], ledger: Ledger, *, complete: Complete | None = None, again: bool = False, jobs: int = 1
) -> Iterator[Receipt | Rejected | Warned]:
    """Read files and folders into the ledger: a receipt for each document on the disk, a word on each trouble.

    What this reader has read before is not read anew, unless ``again``. ``complete`` adds what a document leaves out,
    ``jobs`` is how many processes read.
    """
    from importlib.metadata import version  # costs 20 ms, and whoever only reads needs none

    from mooted.documents import open_documents

    reader = f"mooted {version('mooted')}"
    with _readers(read_whole, jobs) as readers:
        for some in _some(_completed(open_documents(paths), complete), AT_ONCE * jobs):
            troubles = [one for one in some if not isinstance(one, Document)]
            yield from troubles
            ledger.reject(one for one in troubles if isinstance(one, Rejected))
            documents = [one for one in some if isinstance(one, Document)]
            known = {} if again else ledger.known(documents, reader)
            yield from known.values()
            fresh = (one for at, one in enumerate(documents) if at not in known)
            lost: list[Rejected] = []
            yield from ledger.add_all(_whole(readers.each(fresh), lost), reader=reader, resolve=False)
            yield from lost
            ledger.reject(lost)
    ledger.resolve()


def _readers(read: Callable[[Thing], Done], jobs: int) -> Workers[Thing, Done]:
    """Processes that read, with all that this takes."""
    return Workers(read, jobs, settle_in, "mooted.settled")


def _claims_of(opened: Opened) -> tuple[Claim, ...]:
    return read_document(opened) if isinstance(opened, Document) else ()


def _completed(opened: Iterable[Opened], complete: Complete | None) -> Iterator[Opened]:
    """The documents with what ``complete`` knows of them."""
    return (complete(one) if complete and isinstance(one, Document) else one for one in opened)


def _whole(read: Iterable[tuple[Document, Whole | Lost]], lost: list[Rejected]) -> Iterator[tuple[Document, Whole]]:
    """What was read; what could not be goes to ``lost``."""
    for document, whole in read:
        if isinstance(whole, Lost):
            lost.append(_lost(document))
        else:
            yield document, whole


def _lost(document: Document) -> Rejected:
    """A document that ended whoever read it."""
    return Rejected(
        document.place or document.id,
        "the process that read it came to an end, twice",
        "see how much memory it takes by itself: mooted read --jobs 1",
    )


def repair_ledger(address: str | Path | None = None) -> Repaired:
    """Save what is sound of a damaged file of SQLite; documents whose claims are not sound are read again."""
    from mooted.ledger.opening import default_address
    from mooted.ledger.repairing import repair
    from mooted.sagas import who

    done = repair(str(address or default_address()), read_whole, who)
    open_ledger(address).close()  # which resolves the people
    return done


def _some(opened: Iterable[Opened], most: int) -> Iterator[list[Opened]]:
    """At most so many at a time."""
    items = iter(opened)
    while some := list(islice(items, most)):
        yield some


def explain_document(document: Document, book: Book | None = None) -> Explanation:
    """Why ``read_document`` reads a document as it does; places are those of the text without its markup."""
    from mooted.claims.explain import explain

    book = book or load_book()
    plain = undress(document, book).document
    chooser = load_chooser()
    reading = scan(plain, book, listed(listen(plain, chooser).deals))
    return explain(plain, reading, chooser, press_of(book))


def press_of(book: Book) -> Press:
    """What a book knows of outlets and journalists."""
    return Press(book.outlets, book.journalists, book.press, book.houses)


class Undressed(NamedTuple):
    """A document as the stages read it, and the way back to it as written."""

    document: Document
    written: Document
    text: PlainText
    title: PlainText

    def as_written(self, claim: Claim) -> Claim:
        """The claim with its words as they stand in the document."""
        words, span = claim.evidence.words, claim.evidence.span
        if span is not None:
            span = Span(*self.text.back(span.start, span.stop))
            return replace(claim, evidence=Quote(span.of(self.written.text), span))
        start = (self.document.title or "").find(words)
        there = Span(*self.title.back(start, start + len(words)))
        return replace(claim, evidence=replace(claim.evidence, words=there.of(self.written.title or "")))

    def place_of(self, part: str, start: int, stop: int) -> tuple[int, int]:
        """Where the characters ``[start, stop)`` of the title or text as written stand in the document as read."""
        return (self.title if part == "title" else self.text).forth(start, stop)


def undress(document: Document, book: Book) -> Undressed:
    """The document without markup in its text and title, accents composed, paragraphs as meant, capitals as usual; the
    same if there is nothing to do."""
    text, title = plain_text(document.text), plain_text(document.title or "")
    words, headline = spoken(text.text, book), spoken(title.text, book)
    plain = document
    if words != document.text or headline != (document.title or ""):
        plain = replace(document, text=words, title=headline or document.title)
    return Undressed(plain, document, text, title)
