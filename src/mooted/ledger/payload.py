"""Whole values as JSON to be kept for ever, and the sums that prove they did not decay."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from mooted.ledger.storable import storable, stored
from mooted.model.document import Document
from mooted.model.entry import Sighting

Value = TypeVar("Value")
_encoder = msgspec.json.Encoder(order="deterministic")
_ESCAPED = "\\u001b"
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


def to_json(value: Any) -> str:
    """``value`` as one line of JSON that ``from_json`` reads back as it was, whatever characters it holds."""
    try:
        words = _encoder.encode(value).decode()
        if _ESCAPED not in words:
            return words
    except UnicodeEncodeError:
        pass
    return _encoder.encode(_each(msgspec.to_builtins(value, str_keys=True), storable)).decode()


def from_json(words: str, kind: type[Value]) -> Value:
    """The value that ``to_json`` was given. Raises ``msgspec.MsgspecError`` on anything else."""
    if _ESCAPED not in words:
        return _decoder(kind).decode(words)
    value: Value = msgspec.convert(_each(msgspec.json.decode(words), stored), kind)
    return value


def sha256(*parts: str | None) -> str:
    """The SHA-256 of strings in their order, each told apart from the next and from null."""
    return hashlib.sha256(b"".join(map(_measured, parts))).hexdigest()


def _measured(part: str | None) -> bytes:
    if part is None:
        return b"-"
    data = part.encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(data), data)


def version_of(document: Document) -> str:
    """The version of a document: what it says and where it comes from, but not when or in which file it was seen."""
    published = iso(document.published_at)
    return sha256(document.title, document.text, document.outlet, document.url, document.byline, published)


def seal_of(document: Document, version: str) -> str:
    """The sum of all that was given with a document of this version; ``seen_at`` has to be known by now."""
    return sha256(version, document.id, iso(document.seen_at), document.place)


def reading_of(claims: Iterable[str], people: Iterable[Sighting]) -> str:
    """The sum of a reading: the same claims (as JSON) and people give the same, in any order, whenever read."""
    shown = {one.name: one for one in people}
    told = [
        (name, one.role, one.holder, one.clubs, one.positions, one.nations, one.age)
        for name, one in sorted(shown.items())
    ]
    return sha256(*sorted(claims), None, to_json(told))


def iso(moment: datetime | None) -> str | None:
    """A moment in UTC as text."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def _decoder(kind: type[Value]) -> msgspec.json.Decoder[Value]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    decoder: msgspec.json.Decoder[Value] = _decoders[kind]
    return decoder


def _each(value: Any, change: Any) -> Any:
    """Plain JSON values with every string changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each(item, change) for key, item in value.items()}
    return [_each(item, change) for item in value] if isinstance(value, list | tuple) else value
