"""Who is called by the nickname of his club: "former Bluebird Joe Brandt" played for the Bluebirds."""

from __future__ import annotations

from collections.abc import Container, Mapping

from mooted.entities.book import Known


def is_one_of_many(word: str, lookup: Mapping[str, Known], given: Container[str]) -> bool:
    """Is a word, which is nothing else and no first name, one of those by whose nickname a club goes ("Bluebird")?"""
    many = lookup.get(word + "s")
    return many is not None and many.form == "nickname" and word not in lookup and word not in given
