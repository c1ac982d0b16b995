"""Sagas to JSON: the whole of each step once, in the timeline; elsewhere its id."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from mooted.model.entry import Entry, Identity, Imprint
from mooted.model.money import Fee
from mooted.model.move import Move
from mooted.model.phrases import event_words
from mooted.model.saga import Contradiction, Outcome, Saga, Stance, Step, Suitor, Tie, Voice
from mooted.model.wire import Json, claim_to_json


def saga_to_json(saga: Saga) -> Json:
    """A saga; ``suitors`` to ``ties`` refer to the steps of ``timeline`` by their ids."""
    return {
        "id": saga.id,
        "window": saga.window,
        "holder": saga.holder,
        "suitors": [suitor_to_json(suitor) for suitor in saga.suitors],
        "stances": [stance_to_json(stance) for stance in saga.stances],
        "contradictions": [contradiction_to_json(one) for one in saga.contradictions],
        "timeline": [step_to_json(step) for step in saga.steps],
        "contract": _ids(saga.contract),
        "past_moves": _ids(saga.past_moves),
        "ties": [tie_to_json(tie) for tie in saga.ties],
        "outcome": outcome_to_json(saga.outcome),
    }


def suitor_to_json(suitor: Suitor) -> Json:
    """One club's pursuit, how far it has got and where it stands."""
    return {
        "club": suitor.club,
        "first": suitor.first.isoformat(),
        "furthest": suitor.furthest,
        "furthest_date": suitor.furthest_date.isoformat(),
        "firm": suitor.firm,
        "last": suitor.last.isoformat(),
        "state": suitor.state,
        "deal": suitor.deal,
        "fee": fee_to_json(suitor.fee),
        "voices": suitor.voices,
        "steps": _ids(suitor.steps),
    }


def stance_to_json(stance: Stance) -> Json:
    """What one party is for or against, and until when."""
    return {
        "side": stance.side,
        "who": stance.who,
        "event": stance.event,
        "affirmed": stance.affirmed,
        "club": stance.club,
        "deal": stance.deal,
        "condition": stance.condition,
        "since": stance.since.isoformat(),
        "last": stance.last.isoformat(),
        "ended": _iso(stance.ended),
        "steps": _ids(stance.steps),
    }


def contradiction_to_json(contradiction: Contradiction) -> Json:
    """A question, and each answer with who gives it."""
    sides = [
        {"words": side.words, "voices": list(dict.fromkeys(step.voice.name for step in side.steps)),
         "steps": _ids(side.steps)}
        for side in contradiction.sides
    ]  # fmt: skip
    return {"question": contradiction.question, "since": contradiction.since.isoformat(), "sides": sides}


def tie_to_json(tie: Tie) -> Json:
    """What this saga hangs on, outside itself."""
    return asdict(tie)


def outcome_to_json(outcome: Outcome | None) -> Json | None:
    """How it ended, where that is known."""
    if outcome is None:
        return None
    return {
        "kind": outcome.kind,
        "day": outcome.day.isoformat(),
        "club": outcome.club,
        "deal": outcome.deal,
        "fee": fee_to_json(outcome.fee),
        "source": outcome.source,
    }


def step_to_json(step: Step) -> Json:
    """A claim with who stands behind it, whether it is new, and of what it is a repetition."""
    return {
        **entry_to_json(step.entry),
        "voice": voice_to_json(step.voice),
        "new": step.new,
        "independent": step.independent,
        "origin": step.origin,
        "how": step.how,
        "delay_seconds": step.delay,
    }


def entry_to_json(entry: Entry) -> Json:
    """A claim of the ledger: its own fields, when it was said, of whom, and where it was printed."""
    claim = claim_to_json(entry.claim)
    spoken_of = claim.pop("said_at")
    return {
        "id": claim.pop("id"),
        "said_at": entry.said_at.isoformat(),
        "person": entry.person,
        "words": event_words(entry.claim),
        **claim,
        "time": spoken_of,
        "corrected": entry.corrected,
        "document": imprint_to_json(entry.imprint),
    }


def imprint_to_json(imprint: Imprint) -> Json:
    """Where something was printed."""
    return {
        "id": imprint.document,
        "version": imprint.version,
        "outlet": imprint.outlet,
        "family": imprint.family,
        "title": imprint.title,
        "byline": imprint.byline,
        "url": imprint.url,
        "published_at": _iso(imprint.published_at),
        "seen_at": imprint.seen_at.isoformat(),
    }


def voice_to_json(voice: Voice) -> Json:
    """Who says it."""
    return {"name": voice.name, "family": voice.family, "kind": voice.kind}


def identity_to_json(identity: Identity) -> Json:
    """A person across documents, with the reasons why each further name is his."""
    return {
        "id": identity.id,
        "name": identity.name,
        "names": list(identity.names),
        "role": identity.role,
        "clubs": list(identity.clubs),
        "nations": list(identity.nations),
        "positions": list(identity.positions),
        "reasons": [asdict(reason) for reason in identity.reasons],
    }


def move_to_json(move: Move) -> Json:
    """A move that happened."""
    return {
        "player": move.player,
        "person": move.person,
        "club_from": move.club_from,
        "club_to": move.club_to,
        "window": move.window,
        "day": _iso(move.day),
        "deal": move.deal,
        "fee": fee_to_json(move.fee),
        "source": move.source,
    }


def fee_to_json(fee: Fee | None) -> Json | None:
    """A sum with its currency and kind."""
    return {"amount": fee.amount, "currency": fee.currency, "kind": fee.kind} if fee else None


def _ids(steps: tuple[Step, ...]) -> list[str]:
    return [step.entry.id for step in steps]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
