"""Steps as flat rows: the columns that timelines, pages of clubs, briefs and sources share."""

from __future__ import annotations

from mooted.model.entry import Entry
from mooted.model.phrases import event_words
from mooted.model.saga import Step
from mooted.model.wire import Json

STEP_COLUMNS = (
    "said_at", "person", "player", "event", "words", "club_to", "club_from", "polarity", "modality", "deal",
    "fee_amount", "fee_currency", "fee_kind", "position", "condition", "stance_of", "voice", "voice_kind", "new",
    "independent", "origin", "how", "delay_seconds", "outlet", "document", "title", "url", "evidence", "claim",
)  # fmt: skip
STEP_SHOWN = ("day", "player", "words", "club_to", "club_from", "voice", "new", "independent", "evidence")


def step_row(step: Step) -> Json:
    """The cells of a step under ``STEP_COLUMNS``, and ``day``."""
    return {
        **entry_row(step.entry),
        "voice": step.voice.name,
        "voice_kind": step.voice.kind,
        "new": step.new,
        "independent": step.independent,
        "origin": step.origin,
        "how": step.how,
        "delay_seconds": step.delay,
    }


def entry_row(entry: Entry) -> Json:
    """The cells of a claim and of where it was printed."""
    claim, imprint = entry.claim, entry.imprint
    fee = claim.fee
    return {
        "day": f"{entry.said_at:%Y-%m-%d}",
        "said_at": entry.said_at.isoformat(),
        "person": entry.person,
        "player": claim.player,
        "event": claim.event,
        "words": event_words(claim),
        "club_to": claim.club_to,
        "club_from": claim.club_from,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "deal": claim.deal,
        "fee_amount": fee and fee.amount,
        "fee_currency": fee and fee.currency,
        "fee_kind": fee and fee.kind,
        "position": claim.position,
        "condition": claim.condition,
        "stance_of": claim.stance_of,
        "outlet": imprint.outlet,
        "document": imprint.document,
        "title": imprint.title,
        "url": imprint.url,
        "evidence": claim.evidence.words,
        "claim": entry.id,
    }
