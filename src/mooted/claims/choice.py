"""The small model that chooses: which event a phrase means, whose it is, and which club, or nothing at all.

A conditional log-linear model over the options of a phrase and "none of them" (the choice model of McFadden,
"Conditional logit analysis of qualitative choice behavior", 1974), and a small neural network beside it: the mean of
their scores counts. Their weights are learned from annotated documents by ``make train`` and kept in
``weights.json.xz``.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from mooted.claims.candidates import Option, Question, Sense, heads, senses
from mooted.claims.doubt import doubt_sheet
from mooted.claims.holding import HolderModel, holder_sheet
from mooted.claims.lexicon import Meaning, Phrase, meanings
from mooted.claims.network import NO_LAYERS, Layers, Network
from mooted.claims.packing import ONE, Packed, packed
from mooted.claims.scales import Candidate, Meant, Scales
from mooted.claims.trees import NO_TREES, Trees
from mooted.claims.weighing import Scorer, Sheet, beside_none, read
from mooted.keeping import kept

HERE = Path(__file__).parent
WEIGHTS = HERE / "weights.json.xz"
MOST_ANSWERS = 6
LOOSE = 0.08  # from which probability an answer counts for anything
_FAINT = math.log(LOOSE / (1.0 - LOOSE))  # no score below gives that
MOST_HEARD = 30_000


class Answer(NamedTuple):
    """What a phrase may say, how probable that is, and what it was weighed as."""

    question: Question
    option: Option
    probability: float
    candidate: Candidate


@dataclass(slots=True)
class _Memory:
    """What a chooser has worked out so far."""

    ear: Scorer | None = None
    sheet: Sheet | None = None
    doubts: Sheet | None = None
    holding: HolderModel | None = None
    network: Network | None = None
    meant: dict[str, tuple[Meant, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Weights by sign and head; ``threshold`` is the probability from which a claim is believed.

    ``layers`` are those of the network, ``holder_layers`` those of the one for the club that holds him; ``whole`` are
    the weights, and ``trees`` the trees, by which the document as a whole tells it, ``gate`` those by which a phrase is
    let through, at ``deaf`` or more; ``hopeless`` and ``least`` are scores below which nothing is looked at.
    """

    weights: Packed
    threshold: float
    doubts: Packed
    holders: Packed
    whole: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    trees: Trees = NO_TREES
    gate: dict[str, float] = field(default_factory=dict)
    deaf: float = 0.0
    layers: Layers = NO_LAYERS
    holder_layers: Layers = NO_LAYERS
    hopeless: float = -8.0
    least: float = -4.5
    memory: _Memory = field(init=False, repr=False, default_factory=_Memory)

    @property
    def ear(self) -> Scorer | None:
        """What lets phrases through; none where nothing was learned."""
        if not self.gate:
            return None
        if self.memory.ear is None:
            self.memory.ear = Scorer(self.gate, most=MOST_HEARD)
        return self.memory.ear

    @property
    def sheet(self) -> Sheet:
        """What signs weigh, with a column for each event under each rule."""
        if self.memory.sheet is None:
            self.memory.sheet = Sheet(self.weights, {sense: heads(*sense) for sense in _senses()})
        return self.memory.sheet

    @property
    def doubt_sheet(self) -> Sheet:
        """What signs of polarity and modality weigh."""
        if self.memory.doubts is None:
            self.memory.doubts = doubt_sheet(self.doubts)
        return self.memory.doubts

    @property
    def holding(self) -> HolderModel:
        """What weighs the clubs that may hold somebody."""
        if self.memory.holding is None:
            sheet = holder_sheet(self.holders, ((event, sense.shape) for event, sense in _senses()))
            self.memory.holding = HolderModel(sheet, _network(self.holder_layers))
        return self.memory.holding

    @property
    def network(self) -> Network | None:
        """The network; none where nothing was learned."""
        if self.memory.network is None:
            self.memory.network = _network(self.layers)
        return self.memory.network

    def answers(self, question: Question) -> list[Answer]:
        """The options of a question that matter, likeliest first."""
        found = self.weighed(question)
        chances = beside_none([candidate.score / ONE for candidate in found])
        ranked = sorted(zip(chances, found, strict=True), key=_by_chance)[:MOST_ANSWERS]
        return [
            Answer(question, question.option(one.sense, one.person, one.club), chance, one) for chance, one in ranked
        ]

    def heard(self, question: Question) -> list[Answer]:
        """The answers that are probable enough to count for anything, likeliest first; without the signs for them."""
        found = self.weighed(question)
        scores = [candidate.score / ONE for candidate in found]
        if not scores or max(scores) < _FAINT:
            return []
        chances = beside_none(scores)
        ranked = sorted([pair for pair in zip(chances, found, strict=True) if pair[0] >= LOOSE], key=_by_chance)
        return [
            Answer(question, question.claim(one.sense, one.person, one.club), chance, one)
            for chance, one in ranked[:MOST_ANSWERS]
        ]

    def weighed(self, question: Question) -> list[Candidate]:
        """The options of a question that can still come out, as the log-linear model and the network weigh them.

        The network, which takes longer, is only asked about those that are not faint already.
        """
        found, network = self.candidates(question), self.network
        if network is None:
            return found
        return [_both(one, question, network) for one in found if one.score > _FAINT * ONE]

    def candidates(self, question: Question) -> list[Candidate]:
        """The options of a question that can still come out, as the log-linear model weighs them.

        A sense whose own signs speak clearly against it, and people and clubs that cannot lift it, are passed over.
        """
        scales = Scales(question, self.sheet, round(self.least * ONE))
        hopeless = self.hopeless * ONE
        for meant in self._meant(question.trigger.value):
            base = scales.base(meant)
            if base > hopeless:
                scales.weigh(meant, base)
        return scales.found

    def _meant(self, phrase: Phrase) -> tuple[Meant, ...]:
        """The senses of a phrase with what each weighs wherever the phrase stands."""
        found = self.memory.meant.get(phrase.words)
        if found is None:
            found = self.memory.meant[phrase.words] = tuple(map(partial(self._weighed, phrase), senses(phrase)))
        return found

    def _weighed(self, phrase: Phrase, sense: Sense) -> Meant:
        sheet = self.sheet
        column = sheet.columns[sense.event, sense.meaning]
        return Meant(sense, column, read(sheet.nothing + sheet.once((*phrase.signs, *sense.signs)), column))

    def reasons(self, option: Option, most: int = 8) -> list[tuple[str, float]]:
        """The signs that weigh most for or against an option."""
        pieces = [
            (f"{head} {sign}", weights[head])
            for part in option.parts
            for sign in part
            if sign in self.weights.signs
            for weights in (self.weights.under(sign),)
            for head in option.heads
            if head in weights
        ]
        return sorted(pieces, key=lambda piece: -abs(piece[1]))[:most]


def _network(layers: Layers) -> Network | None:
    return Network(layers) if layers.signs else None


def _senses() -> dict[tuple[str, Meaning], None]:
    """Each event under each rule, in the order of the rules."""
    return dict.fromkeys((event, meaning) for meaning in meanings() for event in meaning.events)


def _both(one: Candidate, question: Question, network: Network) -> Candidate:
    """An option as both weigh it: the mean."""
    other = network.weigh(one.sense.event, question.parts(one.sense, one.person, one.club))
    return one._replace(score=(one.score + other) // 2, network=other)


def _by_chance(pair: tuple[float, Candidate]) -> float:
    return -pair[0]


class _File(msgspec.Struct):
    """What stands in a file of weights."""

    weights: dict[str, dict[str, float]]
    threshold: float
    doubts: dict[str, dict[str, float]]
    holders: dict[str, dict[str, float]]
    whole: dict[str, dict[str, float]]
    gate: dict[str, float]
    deaf: float
    trees: Trees = NO_TREES
    layers: Layers = NO_LAYERS
    holder_layers: Layers = NO_LAYERS


class _Told(NamedTuple):
    """What a file of weights says, in a form that can be kept; in the order in which a chooser takes it."""

    weights: Packed
    threshold: float
    doubts: Packed
    holders: Packed
    whole: dict[str, dict[str, float]]
    trees: Trees
    gate: dict[str, float]
    deaf: float
    layers: Layers
    holder_layers: Layers


@lru_cache(maxsize=1)
def load(path: Path = WEIGHTS) -> Chooser:
    """The chooser with the weights that come with mooted."""
    if not path.exists():
        return Chooser(packed({}), 0.5, packed({}), packed({}))
    make, code = partial(_told, path), (HERE / name for name in ("choice.py", "network.py", "packing.py", "trees.py"))
    told = kept("weights", _Told, (path, *code), make) if path == WEIGHTS else make()
    return Chooser(*told)


def _told(path: Path) -> _Told:
    """What the file says."""
    file = msgspec.json.decode(lzma.decompress(path.read_bytes()), type=_File)
    weights, doubts, holders = map(packed, (file.weights, file.doubts, file.holders))
    return _Told(
        weights,
        file.threshold,
        doubts,
        holders,
        file.whole,
        file.trees,
        file.gate,
        file.deaf,
        file.layers,
        file.holder_layers,
    )
