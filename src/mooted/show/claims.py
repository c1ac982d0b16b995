"""What documents say, for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from mooted.language.plaintext import readable
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.phrases import day_words, event_words, fee_words, moment_words, rung, terms_words
from mooted.show.grouping import Block, Line, Person, Reading, Sheet, sheet_of
from mooted.show.stage import bar, condition_words, cut, sign_of, style_of
from mooted.show.terminal import Part, Screen, columns, pad, tame, wrap
from mooted.show.text import MARKS, plain_signs

QUOTE = 200
AT_ONCE = 2000
_DATED = frozenset(("medical", "signed", "agreed", "past_move", "contract_ending", "staff_move"))


def claims_text(readings: Sequence[Reading], screen: Screen) -> str:
    """The whole sheet: what was read, then players, needs and staff, then where nothing was found."""
    sheet = sheet_of(readings)
    several = len(readings) > 1
    parts = [
        _head(readings, sheet, screen),
        *(_person(person, several, screen) for person in sheet.people),
        *_section("Looking for players", sheet.needs, several, screen),
        *_section("Managers and directors", sheet.staff, several, screen),
        *_silent(readings, screen),
    ]
    return "\n\n".join(parts) + "\n"


class ClaimsPage:
    """Collects readings and prints their sheet; a very long run is printed in sheets of ``AT_ONCE`` documents."""

    def __init__(self, out: TextIO, screen: Screen) -> None:
        self._out = out
        self._screen = screen
        self._readings: list[Reading] = []
        self._printed = False

    def write(self, reading: Reading) -> None:
        document, claims = reading
        self._readings.append((replace(document, text=""), claims))  # claims carry their own words
        if len(self._readings) >= AT_ONCE:
            self.finish()

    def finish(self) -> None:
        if self._readings:
            self._out.write("\n" * self._printed + claims_text(self._readings, self._screen))
            self._out.flush()
            self._readings, self._printed = [], True


def _head(readings: Sequence[Reading], sheet: Sheet, screen: Screen) -> str:
    claims = sum(len(found) for _, found in readings)
    counts = [_count(claims, "claim"), _count(len(sheet.people), "player")]
    if len(readings) != 1:
        return screen.paint(_dotted([_count(len(readings), "document"), *counts], screen), "bold")
    document = readings[0][0]
    title = wrap([(tame(readable(document.title or document.id)), "bold")], screen.width, screen)
    origin = [tame(document.outlet or ""), day_words(document.published_at) if document.published_at else ""]
    under = wrap([(_dotted([*filter(None, origin), *counts], screen), "dim")], screen.width, screen)
    return "\n".join([*title, *under])


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _dotted(words: list[str], screen: Screen) -> str:
    return screen.mark(" · ", " | ").join(words)


def _person(person: Person, several: bool, screen: Screen) -> str:
    """A heading with the name, the holder and the furthest stage; then a block for each club."""
    rule = screen.paint(screen.mark("─", "-") * screen.width, "dim")
    return "\n".join([*_heading(person, screen), rule, *_blocks(person.blocks, several, screen)])


def _heading(person: Person, screen: Screen) -> list[str]:
    """All on one line, with the holder where there is room; on a narrow screen one below the other."""
    name, holder = tame(person.name), tame(person.holder or "")
    stage, style = _stage(person.furthest.claim, screen)
    gap = screen.width - columns(name) - columns(stage)
    if gap < 2:
        return wrap([(name, "bold")], screen.width, screen) + wrap([(stage, style)], screen.width, screen)
    held = f"  {holder}" if holder and columns(holder) + 4 <= gap else ""
    return [f"{screen.paint(name, 'bold')}{pad(held, gap)}{screen.paint(stage, style)}"]


def _stage(claim: Claim, screen: Screen) -> tuple[str, str]:
    """The furthest stage in words, and how many of the ladder's ten rungs it is up."""
    up = rung(claim)
    ladder = plain_signs(bar(up), screen) if up else ""
    return f"{event_words(claim)}  {ladder}".rstrip(), style_of(claim)


def _section(title: str, blocks: tuple[Block, ...], several: bool, screen: Screen) -> list[str]:
    if not blocks:
        return []
    rule = screen.paint(screen.mark("─", "-") * screen.width, "dim")
    return ["\n".join([screen.paint(title, "bold"), rule, *_blocks(blocks, several, screen)])]


def _blocks(blocks: tuple[Block, ...], several: bool, screen: Screen) -> list[str]:
    """Two columns: the club, and beside it what is said of it."""
    widest = max(columns(tame(block.label)) for block in blocks)
    left = min(widest, 24 if screen.width >= 100 else 18)
    return [row for block in blocks for row in _block(block, left, several, screen)]


def _block(block: Block, left: int, several: bool, screen: Screen) -> list[str]:
    label = wrap([(tame(block.label), "")], left, screen)
    right = [row for line in block.lines for row in _line(line, screen.width - left - 4, several, screen)]
    height = max(len(label), len(right))
    label += [""] * (height - len(label))
    right += [""] * (height - len(right))
    return [f"  {pad(name, left)}  {said}".rstrip() for name, said in zip(label, right, strict=True)]


def _line(line: Line, width: int, several: bool, screen: Screen) -> list[str]:
    """A mark and the event in words, terms, who says so; the quoted words beneath."""
    claim = line.claim
    said: list[Part] = [(event_words(claim), f"bold {style_of(claim)}")]
    for words, style in [*((words, "") for words in _details(line)), _who_says(line)]:
        said += [(screen.mark(" · ", " | "), "dim"), (tame(words), style)]
    body = wrap(said, width - 2, screen)
    quote = wrap(_quote(line, several, screen), width - 2, screen)
    mark = screen.paint(screen.mark(*MARKS[sign_of(claim)]), style_of(claim))
    return [f"{mark} {row}" if at == 0 else f"  {row}" for at, row in enumerate([*body, *quote])]


def _details(line: Line) -> list[str]:
    """Position, clubs, terms, time and condition: what there is of them."""
    claim = line.claim
    agent = f"agent {claim.agent}" if claim.agent else ""
    details = [
        claim.position,
        *_clubs(claim),
        *terms_words(claim),
        _other_fees(line),
        _when(claim),
        condition_words(claim.condition),
        agent,
    ]
    return [words for words in details if words]


def _clubs(claim: Claim) -> list[str]:
    """The clubs that the column on the left does not tell."""
    left = [f"from {claim.club_from}"] if claim.club_from else []
    if claim.event == "staff_move":
        return [*([claim.club_to] if claim.club_to else []), *left]
    return left if claim.event == "past_move" and claim.club_to else []


def _other_fees(line: Line) -> str:
    """The sums that other tellings give for the same."""
    fees = dict.fromkeys(fee_words(claim.fee) for _, claim in line.told if claim.fee)
    return f"elsewhere {_listed(list(fees)[1:])}" if len(fees) > 1 else ""


def _when(claim: Claim) -> str:
    return moment_words(claim.said_at) if claim.said_at and claim.event in _DATED else ""


def _who_says(line: Line) -> Part:
    """The named voices of all tellings; else unnamed ones as written; else the paper itself."""
    chains = [claim.attribution for _, claim in line.told]
    voices = list(dict.fromkeys(voice for chain in chains for voice in chain.voices))
    via = list(dict.fromkeys(name for chain in chains for name in chain.via))
    unnamed = next((chain.unnamed for chain in chains if chain.unnamed), None)
    if voices:
        return f"says {_listed(voices)}" + (f", via {_listed(via)}" if via else ""), ""
    if unnamed:
        return f"source: {unnamed}", ""
    return "own report", "dim"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _quote(line: Line, several: bool, screen: Screen) -> list[Part]:
    document, claim = line.told[0]
    words = cut(tame(readable(claim.evidence.words)), QUOTE, screen.mark(" …", "..."))
    quoted = screen.mark("“", '"') + words + screen.mark("”", '"')
    documents = list(dict.fromkeys(other.id for other, _ in line.told))
    more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
    where = ", ".join(tame(name) for name in (document.outlet, document.id) if name)
    return [(quoted + (f" [{where}{more}]" if several else ""), "dim")]


def _silent(readings: Sequence[Reading], screen: Screen) -> list[str]:
    """The documents that hold no claim, by name."""
    silent: list[Document] = [document for document, claims in readings if not claims]
    if not silent:
        return []
    if len(readings) == 1:
        return ["It says nothing about a transfer, a contract or a club's plans."]
    names = [tame(document.id) for document in silent[:12]] + ([f"{len(silent) - 12} more"] if len(silent) > 12 else [])
    return ["\n".join(wrap([(f"No claim in {', '.join(names)}.", "dim")], screen.width, screen))]
