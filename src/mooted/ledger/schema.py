"""The tables of the ledger. What each table and column means is written into the store itself.

Rows are only ever added. What is marked *derived* is worked out from the others and may be rebuilt at any time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

from mooted.ledger.columns import Utc, Whole, Words

VERSION = 2
"""The schema that this code reads and writes. ``migrations`` lead to it from each earlier one."""

metadata = MetaData()


def _table(name: str, comment: str, *parts: Column[Any] | Index | UniqueConstraint) -> Table:
    """A table; one without a number is kept in the order of its key."""
    numbered = any(isinstance(part, Column) and part.name == "number" for part in parts)
    return Table(name, metadata, *parts, comment=comment, sqlite_strict=True, sqlite_with_rowid=numbered)


def _index_where(condition: str, name: str, *columns: str) -> Index:
    """An index of some rows; ``postgres`` has the condition from here, so that a file of SQLite loads nothing of it."""
    return Index(name, *columns, sqlite_where=text(condition))


def _index_known(name: str, *columns: str) -> Index:
    """An index of the rows whose first column is known: nobody asks for the others by it."""
    return _index_where(f"{columns[0]} IS NOT NULL", name, *columns)


about = _table(
    "about", "What this file is: its schema version and when it was made.",
    Column("name", Text, primary_key=True, comment="What is told."),
    Column("value", Text, nullable=False, comment="Its value."),
)  # fmt: skip

table_descriptions = _table(
    "table_descriptions", "What every table and column of this file means.",
    Column("table_name", Text, primary_key=True, comment="The table."),
    Column("column_name", Text, primary_key=True, comment="The column; empty for the table itself."),
    Column("description", Text, nullable=False, comment="What it means."),
)  # fmt: skip

documents = _table(
    "documents", "Every version of every document that was added.",
    Column("number", Whole, primary_key=True, autoincrement=False, comment="Key; sorts as the documents spoke."),
    Column("id", Words, nullable=False, comment="The id under which the document was added."),
    Column("version", Words, nullable=False, comment="SHA-256 of title, text, outlet, url, byline and published_at."),
    Column("outlet", Words, comment="Who printed it."),
    Column("url", Words, comment="Its address."),
    Column("byline", Words, comment="Who wrote it."),
    Column("title", Words, comment="Its headline."),
    Column("published_at", Utc, comment="When it was published (UTC), where known."),
    Column("seen_at", Utc, nullable=False, comment="When this version was first seen (UTC)."),
    Column("said_at", Utc, nullable=False, comment="When it spoke: published_at, else seen_at (UTC)."),
    Column("current_from", Utc, nullable=False, comment="Derived: since when this version was the newest (UTC)."),
    Column("current_until", Utc, comment="Derived: when a newer version took its place (UTC); null: it is current."),
    Column("reader", Words, nullable=False, comment="Which reader read it last."),
    Column("reading", Text, nullable=False, comment="SHA-256 of the claims and sightings of that reading."),
    Column("claims", Whole, nullable=False, comment="How many claims that reading has."),
    Column("place", Words, comment="Where it was read from: file, or file:line."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of all that was given with it: proof against decay."),
    Column("text", Words, nullable=False, comment="Its text, as it was read."),
    UniqueConstraint("id", "version"),
    Index("documents_by_outlet", "outlet", "said_at", "seen_at", "current_until"),
)  # fmt: skip

signatures = _table(
    "signatures", "Derived: of each document with claims a sketch of words and names, by which copies are found.",
    Column("document", Whole, ForeignKey("documents.number"), primary_key=True, comment="documents.number."),
    Column("signature", LargeBinary, nullable=False, comment="The sketch: bands that copies have in common."),
)  # fmt: skip

_WHETHER = ("number", "event", "standing", "said_at", "current_from", "current_until")
"""What tells whether a claim is asked for: in an index, rows need not be looked at that are not."""

_ASIDE = "standing <> 'stands' OR current_until IS NOT NULL"
"""Few claims do not count: so those that do can be counted without a look at each."""

claims = _table(
    "claims", "What each document says: the claim as it was read, and beside it columns to ask by.",
    Column("number", Whole, primary_key=True, autoincrement=False, comment="Key; sorts as the claims were said."),
    Column("id", Words, nullable=False, comment="The id of the claim: a hash of what was said and where."),
    Column("document", Whole, ForeignKey("documents.number"), nullable=False, comment="The version that says it."),
    Column("reading", Text, nullable=False, comment="The reading that found it: documents.reading."),
    Column("said_at", Utc, nullable=False, comment="When it was said (UTC)."),
    Column("seen_at", Utc, nullable=False, comment="When it was seen (UTC)."),
    Column("standing", Text, nullable=False, comment="Derived: stands, taken_back (corrected) or replaced (re-read)."),
    Column("current_from", Utc, nullable=False, comment="Derived: documents.current_from."),
    Column("current_until", Utc, comment="Derived: documents.current_until."),
    Column("corrected", Whole, nullable=False, comment="Derived: 1 where a correction speaks of it, else 0."),
    Column("person", Words, comment="Derived: the person it is about, people.id."),
    Column("form", Whole, comment="Derived: the name form by which it names him, forms.number."),
    Column("player", Words, comment="Whom it is about, corrections honoured."),
    Column("event", Words, nullable=False, comment="What is said to happen, corrections honoured."),
    Column("club_to", Words, comment="The club that wants or gets him, corrections honoured."),
    Column("club_from", Words, comment="The club that holds him, corrections honoured."),
    Column("polarity", Text, nullable=False, comment="affirmed or denied, corrections honoured."),
    Column("modality", Text, nullable=False, comment="actual, possible or conditional."),
    Column("deal", Text, comment="The kind of deal."),
    Column("fee_amount", Whole, comment="The sum, in whole units."),
    Column("fee_currency", Words, comment="Its currency (ISO 4217)."),
    Column("fee_kind", Text, comment="What the sum is: bid, asking, agreed, paid, valuation or clause."),
    Column("position", Words, comment="For needs: the position sought."),
    Column("gist", Text, nullable=False, server_default="", comment="Derived: what it says but for its words and who "
           "says it, corrections honoured (JSON)."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of the claim as it was read: proof against decay."),
    Column("evidence", Words, nullable=False, comment="The words that carry it, as they stand in the document."),
    Column("claim", Text, nullable=False, comment="The whole claim as it was read (JSON)."),
    _index_known(  # holds all that is looked at to tell what was known of a pursuit
        "claims_by_person", "person", "club_to", "gist", "number", "standing", "said_at", "current_from",
        "current_until",
    ),
    _index_known("claims_by_club_to", "club_to", *_WHETHER),
    _index_known("claims_by_club_from", "club_from", *_WHETHER),
    _index_known("claims_by_form", "form"),
    Index("claims_by_id", "id"),
    Index("claims_by_document", "document"),
    _index_where(_ASIDE, "claims_aside", "number"),
)  # fmt: skip

ASIDE = (claims.c.standing != "stands") | claims.c.current_until.is_not(None)
"""Claims that do not count: taken back, read otherwise since, or of an earlier version."""

sources = _table(
    "sources", "Derived: whose word each claim is, an outlet or a journalist a row.",
    Column("name", Words, primary_key=True, comment="The name, folded to lower case without accents."),
    Column("claim", Whole, ForeignKey("claims.number"), primary_key=True, comment="claims.number."),
    Column("part", Text, primary_key=True, comment="printed, said or via."),
)  # fmt: skip

sightings = _table(
    "sightings", "Whom each document shows: a name and what the document says he is.",
    Column("document", Whole, ForeignKey("documents.number"), primary_key=True, comment="documents.number."),
    Column("reading", Text, primary_key=True, comment="The reading that found him: documents.reading."),
    Column("name", Words, primary_key=True, comment="The name that the document gives him."),
    Column("form", Whole, nullable=False, comment="Derived: forms.number."),
    Column("said_at", Utc, nullable=False, comment="When the document spoke (UTC)."),
    Column("sighting", Text, nullable=False, comment="The whole sighting (JSON)."),
    Index("sightings_by_form", "form"),
)  # fmt: skip

forms = _table(
    "forms", "Derived: a name at a club, with all that its sightings say; what people are made of.",
    Column("number", Whole, primary_key=True, comment="Key."),
    Column("key", Text, nullable=False, unique=True, comment="Name, role and holder (clubs where no holder is told)."),
    Column("name", Words, nullable=False, comment="The name as written."),
    Column("told", Text, nullable=False, comment="The first, the last and the first aged sighting, joined (JSON)."),
    Column("person", Words, comment="The person that it was found to be, people.id."),
    Column("dirty", Whole, nullable=False, comment="1 while it waits to be resolved."),
    Index("forms_by_person", "person"),
    Index("forms_dirty", "dirty"),
)  # fmt: skip

form_tokens = _table(
    "form_tokens", "Derived: the tokens of each name form; forms that share one are resolved together.",
    Column("token", Words, primary_key=True, comment="A token."),
    Column("form", Whole, ForeignKey("forms.number"), primary_key=True, comment="forms.number."),
    Index("form_tokens_by_form", "form"),
)  # fmt: skip

people = _table(
    "people", "Derived: who is who among all documents.",
    Column("id", Words, primary_key=True, comment="The id of the person."),
    Column("name", Words, nullable=False, comment="The fullest name met."),
    Column("role", Words, nullable=False, comment="player, manager, director, agent, ..."),
    Column("words", Words, nullable=False, comment="Every name met, folded to lower case without accents."),
    Column("identity", Text, nullable=False, comment="Names, clubs, nations, positions and reasons (JSON)."),
)  # fmt: skip

chapters = _table(
    "chapters", "Derived: what came of people in windows that are over, so that it need not be told anew.",
    Column("person", Words, primary_key=True, comment="people.id."),
    Column("window", Words, primary_key=True, comment="The window, as in 2021-summer."),
    Column("told", Text, nullable=False, comment="SHA-256 of the claims that it was made of and of what was before."),
    Column("chapter", Text, nullable=False, comment="The chapter (JSON)."),
)  # fmt: skip

identity_changes = _table(
    "identity_changes", "Each time that a name form was found to be another person than before.",
    Column("number", Whole, primary_key=True, comment="Key, in the order of the changes."),
    Column("at", Utc, nullable=False, comment="When (UTC)."),
    Column("name", Words, nullable=False, comment="The name form."),
    Column("before", Words, nullable=False, comment="The person that it was."),
    Column("after", Words, nullable=False, comment="The person that it is."),
)  # fmt: skip

corrections = _table(
    "corrections", "Where somebody set a reading right: who, why, and the words it is bound to.",
    Column("number", Whole, primary_key=True, comment="Key, in the order of the corrections."),
    Column("id", Words, nullable=False, unique=True, comment="The id of the correction."),
    Column("kind", Text, nullable=False, comment="player, club_to, club_from, event, polarity, not_a_claim, merge, "
           "split or undo."),
    Column("target", Words, nullable=False, comment="The claim, person or correction it speaks of."),
    Column("value", Words, comment="What it should be."),
    Column("by", Words, nullable=False, comment="Who says so."),
    Column("why", Words, nullable=False, comment="Why."),
    Column("at", Utc, nullable=False, comment="When (UTC)."),
    Column("document", Words, comment="The id of the document of the claim it speaks of."),
    Column("bound", Text, comment="The claim as it was when corrected (JSON): finds it again after re-reading."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of the row: proof against decay."),
    Index("corrections_by_document", "document"),
)  # fmt: skip

moves = _table(
    "moves", "Moves that happened.",
    Column("number", Whole, primary_key=True, comment="Key."),
    Column("key", Text, nullable=False, unique=True, comment="SHA-256 of the move: the same move is kept once."),
    Column("person", Words, comment="The player's id, people.id, where he is matched."),
    Column("window", Words, nullable=False, comment="The window, as in 2021-summer."),
    Column("known_from", Utc, nullable=False, comment="When it was surely known (UTC)."),
    Column("move", Text, nullable=False, comment="The whole move (JSON)."),
    Index("moves_by_person", "person"),
    Index("moves_by_window", "window"),
)  # fmt: skip

rejections = _table(
    "rejections", "What could not be read, each place and reason once.",
    Column("place", Words, primary_key=True, comment="A file, file:line or address."),
    Column("reason", Words, primary_key=True, comment="What is wrong."),
    Column("remedy", Words, nullable=False, comment="What to do about it."),
    Column("at", Utc, nullable=False, comment="When it was first met (UTC)."),
)  # fmt: skip


def descriptions() -> list[dict[str, str]]:
    """The rows of ``table_descriptions``."""
    rows = []
    for table in metadata.sorted_tables:
        rows.append({"table_name": table.name, "column_name": "", "description": table.comment or ""})
        for column in table.columns:
            told = {"table_name": table.name, "column_name": column.name, "description": column.comment or ""}
            rows.append(told)
    return rows
