"""What the entries of a list of done deals say, as claims: who moved where and on what terms, whose contract ended."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mooted.claims.deals.forms import Entry
from mooted.claims.deals.headings import Way
from mooted.claims.deals.lists import Deals, Listing
from mooted.claims.terms import read_terms
from mooted.claims.times import said_at
from mooted.language.money import find_money
from mooted.model.claim import Attribution, Claim, Deal, Event
from mooted.model.document import Document
from mooted.model.listed import Place
from mooted.model.mention import Mention, Reading, Sentence
from mooted.model.money import Fee, Money
from mooted.model.span import Quote, Span

RULE = "done deals"
_LOAN_OVER = re.compile(
    r"\bend(?:s|ed)? of (?:\w+ )?loan|\bloan (?:return(?:ed)?|end(?:s|ed)?|expir\w+|recall(?:ed)?|over)\b"
    r"|\b(?:return(?:ed|s)?|back|recalled) from (?:a )?loan|\brecalled\b|\bloan (?:spell|deal) (?:end|expir)"
)
_RETIRED = re.compile(r"\bretire")
_FREED = re.compile(
    r"\breleased?\b|\bend of (?:\w+ )?contract|\bcontract (?:expir|end|terminat|cancel|dissolv)|\bmutual"
    r"|\bout of contract\b|\bunattached\b|\bfree\b|\bterminated\b"
)
_LOAN, _OPTION, _OBLIGATION = re.compile(r"\bloan"), re.compile(r"\boption"), re.compile(r"\bobligat|\bmandatory")
_NO_CLAUSE = re.compile(r"\b(?:no|without(?: an?)?) (?:option|obligation)")
_SWAP = re.compile(r"\bswap|\bexchange|\bp/x")
_PERMANENT = re.compile(r"\bpermanent")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_DONE = re.compile(
    r"\b(?:predict(?:ed|ing)|ideal|dream|wish ?list|rumou?r(?:s|ed)?|fantasy|fpl)\b"
    r"|\b(?:could|should|would|might) (?:still )?(?:sign|buy|join|leave|bring|come|make|move|sell|happen|go|do|suit)\b"
    r"|\b(?:managers|managerial|coaching|coaches) (?:in|ins|changes|moves|appointments)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:done deals?|completed|confirmed|official)\b", re.IGNORECASE)
_FANTASY = re.compile(r"\bFPL\b|\b[Ff]antasy (?:[Ff]ootball|Premier League)\b")
_OPENING = 2_000  # characters in which a text tells that it is about a game
_AT_HIS_CLUB: Mapping[Way, Event] = {
    "offered": "contract_talks", "renewed": "contract_signed", "listed": "for_sale",
}  # fmt: skip


class _Told(NamedTuple):
    """What an entry says happened, and between which clubs."""

    event: Event
    club_to: str | None
    club_from: str | None


class _Page:
    """The text of a document with the people and clubs that its places mention."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document, self.reading = document, reading
        self.section = next(section for section in reading.sections if section.place == "text")
        self.low = self.section.folded.lower()
        mentions = [mention for sentence in self.section.sentences for mention in sentence.mentions]
        self._people = {m.start: m.person for m in mentions if m.kind == "person" and m.how in ("name", "surname")}
        self._clubs = {m.start: m for m in mentions if m.kind == "club"}
        title = (section.sentences for section in reading.sections if section.place == "title")
        self.of_title = _names(m for sentences in title for sentence in sentences for m in sentence.mentions)
        self.of_all = [club.name for club in reading.clubs if not club.is_nation]
        self.money = {money.span.start: money for money in find_money(self.section.text)}

    def person(self, place: Place) -> str:
        """The full name of whom a place names."""
        who = self._people.get(place[0])
        return self.section.text[slice(*place)] if who is None else self.reading.people[who].name

    def club(self, place: Place | None) -> str | None:
        """The full name of the club that a place names; null where it names something else."""
        if place is None:
            return None
        found = next((self._clubs[at] for at in range(*place) if at in self._clubs), None)
        if found is None:
            return None
        return found.club.name if found.club else self.section.text[found.start : found.stop]

    def trusts(self, entry: Entry) -> bool:
        """Is an entry without a heading surely a move, because it tells terms or the book has both of its clubs?"""
        return entry.told or all(place and self._knows(place) for place in (entry.to, entry.origin))

    def _knows(self, place: Place) -> bool:
        clubs = [self._clubs[at].club for at in range(*place) if at in self._clubs]
        return any(club is not None and club.id and not club.is_nation for club in clubs)

    def clubs_of(self, line: Place) -> list[str]:
        """The clubs that a line names outright."""
        return _names(mention for mention in self._mentions(line) if mention.how != "manager")

    def leading(self, line: Place) -> list[str]:
        """The club with which a line begins, or whose manager it begins with."""
        return _names(mention for mention in self._mentions(line) if mention.start == line[0])

    def _mentions(self, line: Place) -> Iterator[Mention]:
        sentences = self.section.sentences
        low = bisect_left(sentences, line[0], key=_begin)
        here = sentences[low : bisect_left(sentences, line[1], lo=low, key=_begin)]
        return (mention for sentence in here for mention in sentence.mentions)


def _begin(sentence: Sentence) -> int:
    return sentence.start


def _names(mentions: Iterator[Mention]) -> list[str]:
    """The clubs among some mentions, each once."""
    clubs = (m.club for m in mentions if m.kind == "club" and m.club and not m.former)
    return list(dict.fromkeys(club.name for club in clubs if not club.is_nation))


def deal_claims(document: Document, reading: Reading, found: Sequence[Deals]) -> Iterator[Claim]:
    """The claims that lists of deals make, in the order of the text; none of an entry whose club is not told."""
    if not found or _tells_otherwise(document):
        return
    page = _Page(document, reading)
    past = _is_past(document)
    for deals in found:
        club = _club_of(deals, page)
        for listing in deals.listings:
            told = _told(listing, club, page)
            if told:
                yield _claim(
                    listing, told._replace(event="past_move") if past and told.event == "signed" else told, page
                )


def _tells_otherwise(document: Document) -> bool:
    """Is a document about moves that somebody wishes or expects, of managers, or of a game of fantasy?"""
    title = document.title or ""
    wished = _NOT_DONE.search(title) and not _DONE.search(title)
    return bool(wished) or _FANTASY.search(document.text, 0, _OPENING) is not None


def _is_past(document: Document) -> bool:
    """Does the title tell of the deals of an earlier year?"""
    years = [int(year) for year in _YEAR.findall(document.title or "")]
    return bool(years) and document.published_at is not None and max(years) < document.published_at.year


def _club_of(deals: Deals, page: _Page) -> str | None:
    """Whose deals a list tells: the club of its heading, else the one that stands near it and is in none of its
    entries, else that of the title, or the only other one of the document."""
    if deals.club and (club := page.club(deals.club)):
        return club
    entries = (place for one in deals.listings for place in (one.entry.club, one.entry.to, one.entry.origin))
    others = {page.club(place) for place in entries}
    pointed = [page.clubs_of(deals.pointer)] if deals.pointer else []
    for clubs in (*pointed, *(page.leading(line) for line in deals.near), page.of_title, page.of_all):
        if len(clubs) > len(others) + 1:
            continue
        left = [club for club in clubs if club not in others]
        if len(left) == 1:
            return left[0]
    return None


def _told(listing: Listing, club: str | None, page: _Page) -> _Told | None:
    """What an entry says; null where it is no move, or nothing tells whose list it stands in."""
    entry, way, _ = listing
    words = page.low[entry.player[1] : entry.stop]
    other = page.club(entry.club)
    to, origin = page.club(entry.to), page.club(entry.origin)
    if _RETIRED.search(words) or way == "retained" or not (way or page.trusts(entry)):
        return None
    if way is not None and way in _AT_HIS_CLUB:
        return _Told(_AT_HIS_CLUB[way], None, club) if club else None
    if way == "wanted":
        return _Told("interest", to or club, origin or other) if to or club else None
    if way == "returned":
        # Back at his own club, though it has no name; of "loan returns" nothing tells which way.
        return _Told("past_move", club, origin or other) if club and (origin or other or not listing.loan) else None
    if way and not (club or to):
        return None
    if way == "in":
        to, origin = to or club, origin or other
    elif way in ("out", "released"):
        to, origin = to or other, origin or club
    else:
        to, origin = to or (club if club != origin else None), origin or (club if club != to else None)
    if _LOAN_OVER.search(words):
        return _Told("past_move", origin, to) if to and origin else None
    if way != "in" and to is None and (way == "released" or _FREED.search(words)):
        return _Told("contract_ending", None, origin) if origin else None
    return _Told("signed", to, origin)


def _claim(listing: Listing, told: _Told, page: _Page) -> Claim:
    entry, document = listing.entry, page.document
    span = (entry.start, entry.stop)
    words = page.low[entry.player[1] : entry.stop]
    sums = [page.money[at] for at in range(entry.start, entry.stop) if at in page.money]
    moves = told.event in ("signed", "past_move")
    deal = _deal(words, listing.loan or listing.way == "returned") if moves else None
    return Claim(
        document=document.id,
        player=page.person(entry.player),
        event=told.event,
        evidence=Quote(page.section.text[slice(*span)], Span(*span)),
        rule=RULE,
        club_to=told.club_to,
        club_from=told.club_from,
        deal=deal,
        fee=_fee(words, sums, entry.player[1], deal) if moves else None,
        attribution=Attribution(document.outlet),
        said_at=said_at(told.event, page.section.text, span, span, document.published_at),
        terms=read_terms(words, sums),
    )


def _deal(words: str, loan: bool) -> Deal | None:
    """The kind of deal that the words of an entry name, or its heading for all."""
    if _PERMANENT.search(words) and not _OPTION.search(words):
        return "permanent"
    if loan or _LOAN.search(words):
        if _NO_CLAUSE.search(words):
            return "loan"
        return "loan_obligation" if _OBLIGATION.search(words) else "loan_option" if _OPTION.search(words) else "loan"
    if _SWAP.search(words):
        return "swap"
    return "free" if _FREED.search(words) else None


def _fee(words: str, sums: Sequence[Money], start: int, deal: Deal | None) -> Fee | None:
    """The first sum of an entry; that of an option to buy is a clause."""
    money = next((one for one in sums if not one.is_wage), None)
    if money is None:
        return None
    before = _OPTION.search(words, 0, max(0, money.span.start - start))
    option = deal == "loan_option" and (before or words.startswith(" option", max(0, money.span.stop - start)))
    return Fee(money.amount, money.currency, "clause" if option else "paid")
