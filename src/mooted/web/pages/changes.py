"""What changes on a page, as an Atom feed."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi.responses import Response

from mooted.language.plaintext import readable
from mooted.model.phrases import event_words
from mooted.model.saga import Step
from mooted.web.asking import Asked
from mooted.web.atom import MEDIA, Item, feed
from mooted.web.render import answered, path_part

MOST = 100


def changes(ask: Asked, title: str, steps: Iterable[Step], home: str) -> Response:
    """The steps that brought something new, the newest first."""
    base = str(ask.request.base_url).rstrip("/")
    new = sorted((step for step in steps if step.new), key=lambda step: step.entry.order, reverse=True)
    body = feed(title, f"{base}{home}.atom", base + home, (_item(step, base) for step in new[:MOST]))
    return answered(body, MEDIA)


def _item(step: Step, base: str) -> Item:
    claim = step.entry.claim
    whom = f"/player/{path_part(step.entry.person)}" if step.entry.person else "/"
    who = claim.player or claim.club_to or ""
    club = f" ({claim.club_to})" if claim.club_to and claim.player else ""
    return Item(
        id=f"claim/{step.entry.id}",
        title=f"{who}{club}: {event_words(claim)}",
        words=f"“{readable(claim.evidence.words)}” — {step.voice.name}",
        updated=step.entry.said_at,
        link=f"{base}{whom}#{step.entry.id}",
        author=step.voice.name,
    )
