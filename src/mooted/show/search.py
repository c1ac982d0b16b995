"""What a search found: claims with what they say, documents with the words around the match."""

from __future__ import annotations

from mooted.answers.search import Search
from mooted.model.hit import Hit
from mooted.model.phrases import day_words, event_words
from mooted.show.page import Cell, Item, Page, Section
from mooted.show.stage import sign_of, style_of
from mooted.show.steps import counted


def search_page(answer: Search) -> Page:
    """Claims first, then documents, each the newest first."""
    claims = tuple(_claim(hit) for hit in answer.hits if hit.entry)
    documents = tuple(_document(hit) for hit in answer.hits if not hit.entry)
    sections = [Section("Claims", items=claims)] if claims else []
    sections += [Section("Documents", items=documents)] if documents else []
    more = "There is more: --limit 100 shows it." if answer.more else ""
    return Page(
        title=answer.asked,
        under=(counted(len(answer.hits), "hit"), f"as of {day_words(answer.as_of)}"),
        sections=tuple(sections),
        foot=more if answer.hits else "Nothing is said in these words.",
    )


def _claim(hit: Hit) -> Item:
    assert hit.entry
    claim = hit.entry.claim
    way = " → ".join(filter(None, (claim.club_from, claim.club_to)))
    said = (Cell(event_words(claim), f"bold {style_of(claim)}"), *((Cell(way),) if way else ()))
    return Item(
        said,
        date=day_words(hit.imprint.said_at),
        label=claim.player or claim.position or "",
        sign=sign_of(claim),
        quote=hit.words,
        printed=hit.imprint.outlet or hit.imprint.document,
        url=hit.imprint.url,
    )


def _document(hit: Hit) -> Item:
    imprint = hit.imprint
    title = Cell(imprint.title or imprint.document, "bold")
    return Item(
        (title, Cell(imprint.document, "dim")) if imprint.title else (title,),
        date=day_words(imprint.said_at),
        quote=hit.words,
        printed=imprint.outlet or imprint.document,
        url=imprint.url,
    )
