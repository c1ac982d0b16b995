"""What each document comes from, and whether it brings anything new."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mooted.model.document import Document
from mooted.model.entry import Derivation, Entry
from mooted.sagas.copies import Derived, copies, order
from mooted.sagas.echo import Echo, echoes
from mooted.sagas.timeline import Known
from mooted.sagas.voice import Families


def derive(documents: Iterable[Document], entries: Iterable[Entry], families: Families) -> tuple[Derived, ...]:
    """The derivation of each document, in the order in which they were said.

    A copy, of words or of names in their order, comes before all else. Else a document is what most of its claims
    are: repeated from a source that it cites, or from a paper of its publisher.
    """
    told = tuple(documents)
    made = copies(told)
    by_document: dict[str, list[Entry]] = defaultdict(list)
    said = sorted(entries, key=lambda entry: entry.order)
    for entry in said:
        by_document[entry.imprint.document].append(entry)
    heard = echoes(said, families, made)
    news = _news(said)
    home = {entry.id: entry.imprint.document for entry in said}
    found: list[Derived] = []
    for document in sorted(told, key=order):
        claims = by_document[document.id]
        whole = made.get(document.id) or _of_claims(document.id, claims, heard, home)
        found.append(whole._replace(new=any(news[one.id] and heard[one.id].how != "spun" for one in claims)))
    return tuple(found)


def _news(said: Iterable[Entry]) -> dict[str, bool]:
    """Whether each entry changed what was known of its person; of the needs of a club, what was known of that."""
    known: dict[str, Known] = defaultdict(Known)
    return {entry.id: known[entry.person or f"needs {entry.claim.club_to}"].learn(entry.claim) for entry in said}


def _of_claims(document: str, claims: Sequence[Entry], heard: Mapping[str, Echo], home: Mapping[str, str]) -> Derived:
    """What a document that is no copy derives from: whatever half of its claims or more repeat; else nothing."""
    told = [entry for entry in claims if entry.claim.event != "past_move"]
    ways: Counter[tuple[Derivation, str | None]] = Counter()
    for entry in told:
        echo = heard[entry.id]
        origin = home.get(echo.origin or "")
        if echo.how in ("cites", "family") and origin != document:
            ways[echo.how, origin] += 1
        elif entry.claim.sources:
            ways["cites", None] += 1
    if not ways:
        return Derived(document)
    (kind, origin), count = min(ways.items(), key=lambda way: (way[0][1] is None, -way[1], way[0][0], way[0][1] or ""))
    if sum(ways.values()) * 2 < len(told):
        return Derived(document)
    return Derived(document, origin, kind, share=round(count / len(told), 3))
