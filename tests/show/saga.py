"""A saga of an invented player, made by hand, with everything a page has to show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from mooted.answers.player import Chapter, Player
from mooted.model.claim import Attribution, Claim
from mooted.model.entry import Entry, Identity, Imprint, Reason
from mooted.model.money import Fee
from mooted.model.move import Move
from mooted.model.saga import Answer, Contradiction, Outcome, Saga, Stance, Step, Suitor, Tie, Voice
from mooted.model.span import Quote, Span

AS_OF = datetime(2026, 1, 31, 23, 59, 59, 999999, tzinfo=UTC)


def moment(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 1, day, hour, tzinfo=UTC)


def step(day: int, event: str, **fields: Any) -> Step:
    """A step of Bence Varga's saga; ``who`` says it in ``outlet``."""
    who, kind = fields.pop("who", "The Whistle"), fields.pop("kind", "outlet")
    outlet = fields.pop("outlet", who)
    hour = fields.pop("hour", 9)
    shown = {name: fields.pop(name) for name in ("new", "independent", "origin", "how", "delay") if name in fields}
    words = fields.pop("words", f"Bence Varga: {event} of Hollin Rovers")
    url = fields.pop("url", None)
    document = f"{outlet.lower().replace(' ', '-')}-{day}-{hour}"
    values = {"player": "Bence Varga", "club_to": "Hollin Rovers", "club_from": "Ajax", **fields}
    claim = Claim(document, event=event, evidence=Quote(words, Span(0, len(words))), rule="a rule",
                  attribution=Attribution(outlet), **values)  # fmt: skip
    imprint = Imprint(document, "v1", moment(day, hour), outlet, url=url, published_at=moment(day, hour))
    entry = Entry(claim, imprint, "bence-varga")
    return Step(entry, Voice(who, who, kind), **{"new": True, **shown})


def a_player(**fields: Any) -> Player:
    """The whole answer."""
    interest = step(3, "interest", words="Hollin Rovers admire Bence Varga", url="https://whistle.example/varga")
    copied = step(3, "interest", hour=14, who="The Whistle", outlet="Goal Post", new=False,
                  origin=interest.entry.id, how="copy", delay=18_000)  # fmt: skip
    again = step(5, "interest", who="Radio Kick", new=False, independent=2)
    bid = step(9, "bid", who="Ann Marsh", kind="journalist", outlet="The Whistle", fee=Fee(12_000_000, "GBP", "bid"),
               deal="permanent", independent=1)  # fmt: skip
    denied = step(10, "bid", who="Radio Kick", polarity="denied", words="Hollin have made no offer")
    rival = step(12, "talks", club_to="Marrow Town", modality="possible")
    stay = step(13, "wants_stay", club_to=None, who="Bence Varga", kind="person", outlet="The Whistle")
    sale = step(14, "for_sale", club_to=None, modality="conditional", condition="if Ajax find a replacement")
    contract = step(15, "contract_ending", club_to=None)
    past = step(15, "past_move", club_to="Ajax", club_from="Ferencvaros", hour=10)
    steps = (interest, copied, again, bid, denied, rival, stay, sale, contract, past)
    saga = Saga(
        "bence-varga", "Bence Varga", "2026-winter", "Ajax", steps,
        suitors=(
            Suitor("Hollin Rovers", moment(3), "bid", moment(9), True, moment(10), "live", "permanent",
                   Fee(12_000_000, "GBP", "bid"), 3, (interest, copied, again, bid, denied)),
            Suitor("Marrow Town", moment(12), "talks", moment(12), False, moment(12), "dormant", voices=1,
                   steps=(rival,)),
        ),
        stances=(
            Stance("player", "Bence Varga", "wants_stay", True, None, None, None, moment(13), moment(13), (stay,)),
            Stance("club", "Ajax", "for_sale", True, None, None, "if Ajax find a replacement", moment(14), moment(14),
                   (sale,), moment(20)),
        ),
        contradictions=(
            Contradiction("Has Hollin Rovers made a bid?", (Answer("bid made", (bid,)), Answer("NO bid", (denied,))),
                          moment(10)),
        ),
        contract=(contract,),
        past_moves=(past,),
        ties=(Tie("if Ajax find a replacement", sale.entry.id, "Ajax", "striker", None, "if Ajax find a replacement"),),
        outcome=Outcome("moved", date(2026, 1, 30), "Hollin Rovers", "permanent", Fee(12_000_000, "GBP", "paid")),
    )  # fmt: skip
    identity = Identity("bence-varga", "Bence Varga", ("Bence Varga", "Varga"), "player", ("Ajax",), ("Hungary",), (),
                        (Reason("same surname and club", 3.5, "Varga, Ajax"),))  # fmt: skip
    chapters = (
        Chapter("2025-summer", "Ajax", 4, "Marrow Town", "interest", datetime(2025, 8, 3, tzinfo=UTC)),
        Chapter("2026-winter", "Ajax", 10, "Hollin Rovers", "bid", moment(15)),
    )
    moves = (Move("Bence Varga", "MTK", "Ferencvaros", "2021-summer", "moves.csv:7"),)
    values = {"identity": identity, "saga": saga, "chapters": chapters, "moves": moves, "as_of": AS_OF, **fields}
    return Player(**values)
