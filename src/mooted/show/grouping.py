"""Claims of many documents, put together as an editor asks for them: by person, furthest stage first."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mooted.model.claim import CONTRACT, LADDER, Claim, Event, rung_of
from mooted.model.document import Document

Reading = tuple[Document, Sequence[Claim]]
Told = tuple[Document, Claim]
_OFF_LADDER: dict[Event, float] = {
    "contract_signed": 7.5,
    "contract_talks": 2.5,
    "off": 1.8,
    "wants_out": 1.6,
    "for_sale": 1.5,
    "not_for_sale": 1.4,
    "wants_stay": 1.3,
    "contract_ending": 1.2,
}


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one thing, by all who say it; the first telling is the fullest."""

    told: tuple[Told, ...]

    @property
    def claim(self) -> Claim:
        return self.told[0][1]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines that concern one club (or one person on the staff)."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """All that is said of one player."""

    name: str
    holder: str | None
    blocks: tuple[Block, ...]

    @property
    def furthest(self) -> Line:
        return max((line for block in self.blocks for line in block.lines), key=lambda line: rank(line.claim))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything to be shown."""

    people: tuple[Person, ...]
    needs: tuple[Block, ...]
    staff: tuple[Block, ...]


def rank(claim: Claim) -> float:
    """How far things have got: what is so before what may be, what is denied last."""
    reached = rung_of(claim.event) or _OFF_LADDER.get(claim.event, 0.15)
    if claim.polarity == "denied":
        return reached / 100
    return reached if claim.modality == "actual" else reached * 0.3


def sheet_of(readings: Iterable[Reading]) -> Sheet:
    """Players, needs and staff, each sorted."""
    told = [(document, claim) for document, claims in readings for claim in claims]
    moves = [pair for pair in told if pair[1].event not in ("needs", "staff_move")]
    people = [_person(name, tellings) for name, tellings in _by_person(moves).items()]
    return Sheet(
        people=tuple(sorted(people, key=_order)),
        needs=_blocks([pair for pair in told if pair[1].event == "needs"], lambda claim: claim.club_to or "a club"),
        staff=_blocks(
            [pair for pair in told if pair[1].event == "staff_move"], lambda claim: claim.player or "not named"
        ),
    )


def _order(person: Person) -> tuple[float, int, str]:
    return (-rank(person.furthest.claim), -sum(len(block.lines) for block in person.blocks), person.name)


def _person(name: str, told: list[Told]) -> Person:
    held = Counter(claim.club_from for _, claim in told if claim.club_from and claim.event != "past_move")
    holder = held.most_common(1)[0][0] if held else None
    return Person(name, holder, _blocks(told, lambda claim: _label(claim, holder)))


def _label(claim: Claim, holder: str | None) -> str:
    """Under which club a claim is shown: the suitor, or the holder where it is about him."""
    if claim.event == "past_move":
        return claim.club_to or claim.club_from or "before"
    if claim.club_to and claim.event not in CONTRACT:
        return claim.club_to
    if claim.event in LADDER or claim.event == "off":
        return "club not named"
    return claim.club_from or holder or "present club"


def _blocks(told: list[Told], label: Callable[[Claim], str]) -> tuple[Block, ...]:
    by_label: dict[str, list[Told]] = {}
    for pair in told:
        by_label.setdefault(label(pair[1]), []).append(pair)
    blocks = [Block(name, _lines(pairs)) for name, pairs in by_label.items()]
    return tuple(sorted(_together(blocks), key=lambda block: (-rank(block.lines[0].claim), block.label)))


def _together(blocks: list[Block]) -> list[Block]:
    """Clubs of which the same words say the same, and nothing else, are named in one breath."""
    same: dict[object, list[Block]] = {}
    for block in blocks:
        same.setdefault(_sole_telling(block) or block.label, []).append(block)
    return [Block(", ".join(sorted(block.label for block in alike)), alike[0].lines) for alike in same.values()]


def _sole_telling(block: Block) -> tuple[object, ...] | None:
    """What tells a block of one line from one document apart; null for any other block."""
    if len(block.lines) > 1 or len(block.lines[0].told) > 1:
        return None
    document, claim = block.lines[0].told[0]
    return (document.id, claim.evidence, claim.event, claim.polarity, claim.modality, claim.fee, claim.attribution)


def _lines(told: list[Told]) -> tuple[Line, ...]:
    """Those who tell the same are one line."""
    same: dict[tuple[object, ...], list[Told]] = {}
    for pair in told:
        claim = pair[1]
        same.setdefault((claim.event, claim.club_to, claim.polarity, claim.modality, claim.position), []).append(pair)
    lines = [Line(tuple(sorted(pairs, key=lambda pair: -_fullness(pair[1])))) for pairs in same.values()]
    return tuple(sorted(lines, key=lambda line: -rank(line.claim)))


def _fullness(claim: Claim) -> int:
    return 2 * (claim.fee is not None) + (claim.deal is not None) + (claim.condition is not None)


def _by_person(told: list[Told]) -> dict[str, list[Told]]:
    """Tellings by full name; a surname alone goes to the one full name that ends in it and shares a club."""
    people: dict[str, list[Told]] = {}
    names: dict[str, str] = {}
    for pair in told:
        name = pair[1].player or "Player not named"
        people.setdefault(names.setdefault(_folded(name), name), []).append(pair)
    for short, full in _short_for(list(people)):
        if _clubs(people[short]) & _clubs(people[full]):
            people[full] += people.pop(short)
    return people


def _short_for(names: list[str]) -> list[tuple[str, str]]:
    """Each surname that stands alone, with the only full name that ends in it."""
    by_surname: dict[str, list[str]] = {}
    for name in names:
        if " " in name:
            by_surname.setdefault(_folded(name).rsplit(" ", 1)[1], []).append(name)
    alone = [(name, by_surname.get(_folded(name), [])) for name in names if " " not in name]
    return [(name, full[0]) for name, full in alone if len(full) == 1]


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()


def _clubs(told: list[Told]) -> set[str]:
    return {club for _, claim in told for club in (claim.club_to, claim.club_from) if club}
