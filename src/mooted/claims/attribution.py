"""Who says so: the chain from the outlet that prints a claim to the voice that it comes from.

Every word of saying ("said", "according to", "told") is read with what stands beside it: a voice, and how far it
carries. A claim is attributed to the voice that carries to its place; in a column, otherwise to the bracket at its end
or the paper above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from mooted.claims.brackets import SET_APART, bracketed, post_credits
from mooted.claims.labels import bracket_before, may_be_set_apart, paper_before
from mooted.claims.listening import Page, Press, Voice
from mooted.claims.speakers import find_speaker
from mooted.claims.speech import Cue, Quoted, cues, quotations
from mooted.claims.voices import read_voices
from mooted.language.automaton import Hit, shared_out
from mooted.language.fold import key, letters
from mooted.language.gates import has_any
from mooted.model.claim import Attribution
from mooted.model.mention import Reading, Sentence

__all__ = ["Chains", "Press", "attribute"]

_OWN = {
    "mail": ("sportsmail", "mailonline", "mail online", "mail", "daily mail", "mail on sunday", "the mail on sunday"),
    "bbc": ("bbc", "bbc sport"),
}
_UNNAMED = re.compile(
    r"\b(?:reports (?:in|from|across) [A-Z]\w+|according to (?:\w+ )?reports|reportedly|it is understood"
    r"|it is believed|is understood|"
    r"sources? (?:close|told|suggest|say)[\w ]{0,30}|[A-Z]\w+ (?:media|press|reports|sources)|rumou?rs"
    r"|reports (?:claim|suggest|say)|understood to)\b"
)
_UNNAMED_WORDS = ("report", "Report", "understood", "believed", "source", "Source", "media", "press", "rumo", "Rumo")
_INTRODUCED = re.compile(
    r"^(?:(?:the )?(?:[A-Z]\w+ )?(?:sports )?(?:news ?paper|outlet|news outlet|daily|publication"
    r"|broadcaster|website|journalist|paper|magazine) |the (?=[A-Z]))"
)
_KIN = re.compile(r"^(?:his|her|the) |'s? (?:agent|father|brother|camp|representatives?|lawyer)$")
_REPORTEDLY = re.compile(r"\breportedly\b|\b(?:is|are) reported to\b")
_OF_THAT = re.compile(
    r"(?:(?P<whole>All )?(?:[Tt]hat|[Tt]his)(?:'s| is| comes| was|,)?(?P<all> all)?"
    r"|The (?:news|details|story|information|claims?|rumours?|report|link)(?: (?:of|about) [^.,]{3,60}?)?"
    r" (?:is|are|was|were|has been|have been|comes|come)(?: (?:first|originally|initially|all))?) "
    r"(?:according to|as per|per|(?:reported|outlined|revealed|published|broken|claimed) (?:by|in|on))\b"
)
SHORT = 6  # letters of an outlet's initials
LEAD = 2  # sentences: further on, "reportedly" tells of other things
FAR_BACK = 6  # sentences of which "this is all according to" can tell
POST = 700  # characters: what is longer is no post


class Chains(dict[tuple[str, int], Attribution]):
    """The attribution of each sentence, by section and start; ``at`` tells that of a place within it."""

    def __init__(self, nobody: Attribution, reading: Reading) -> None:
        super().__init__()
        self.nobody = nobody
        self.spoken: dict[tuple[str, int], tuple[int, int, Attribution]] = {}
        self.plain: dict[tuple[str, int], Attribution] = {}
        self.parts: dict[tuple[str, int], list[tuple[int, int, Attribution]]] = {}
        self._folded: dict[str, str] = {section.place: section.folded for section in reading.sections}

    def at(self, place: str, sentence: Sentence, where: int, event: str = "") -> Attribution:
        """The attribution of the characters at ``where`` of a sentence.

        History is told by the writer, whoever tells the news.
        """
        chain = self._named(place, sentence, where, event)
        if chain.voices:
            return chain
        words = self._folded.get(place, "")[sentence.start : sentence.stop]
        match = _UNNAMED.search(words) if has_any(words, _UNNAMED_WORDS) else None
        return Attribution(chain.outlet, (), chain.via, match.group()) if match else chain

    def _named(self, place: str, sentence: Sentence, where: int, event: str) -> Attribution:
        spot = (place, sentence.start)
        plain = self.plain.get(spot, self.nobody)
        if event == "past_move":
            spoken = self.spoken.get(spot)
            return spoken[2] if spoken and spoken[0] <= where < spoken[1] else plain
        for low, high, chain in self.parts.get(spot, ()):
            if low <= where < high:
                return chain
        return plain if spot in self.parts else self.get(spot, plain)


def attribute(reading: Reading, press: Press, outlet: str | None) -> Chains:
    """The attribution of every sentence, by section and start of the sentence."""
    chains = Chains(Attribution(outlet), reading)
    own = _own_names(outlet, press)
    names: dict[str, str] = {}
    heard: set[str] = set()
    for section in reversed(reading.sections):
        page = Page(section, reading, press, outlet, own, names=names, heard=heard, nobody=chains.nobody)
        _read_section(page, chains)
    if len(heard) == 1:
        _carry_over(reading, chains, names[next(iter(heard))])
    return chains


def _carry_over(reading: Reading, chains: Chains, name: str) -> None:
    """Where a document names one outlet alone, what is "reportedly" so comes from there."""
    for section in reading.sections:
        if "reportedly" not in section.text and "are reported to" not in section.text:
            continue
        for sentence in section.sentences[:LEAD]:
            place = (section.place, sentence.start)
            chain = chains.get(place, chains.nobody)
            if not chain.voices and _REPORTEDLY.search(section.text, sentence.start, sentence.stop):
                chains[place] = Attribution(chain.outlet, (name,), chain.via, chain.unnamed)
                chains.parts.pop(place, None)


def _own_names(outlet: str | None, press: Press) -> frozenset[str]:
    """The names under which an outlet speaks of itself, and those of the houses of a journalist who prints alone."""
    if not outlet:
        return frozenset()
    low = outlet.lower()
    bare = re.sub(r"\s*\([^)]*\)", "", low)
    mine = {low, bare, bare.removeprefix("the ")}
    for word, others in _OWN.items():
        if word in low:
            mine.update(others)
    mine.update(house.lower() for house in press.houses.get(letters(bare), ()))
    return frozenset(mine)


def _read_section(page: Page, chains: Chains) -> None:
    """Fill in the chains of a section.

    Sentences without a word of saying, a quotation or a bracket are the writer's own.
    """
    section = page.section
    nobody = page.nobody
    hits = cues(section.folded)
    page.quoted = quotations(section.text)
    page.ends = [quote.stop for quote in page.quoted]
    told = section.place == "text" and has_any(section.text, SET_APART)
    brackets = bracketed(section, page.press) if told else {}
    credits = post_credits(page) if "@" in section.text and len(section.text) < POST else {}
    own = {paragraph: _chain(page, found[0], found[1]) for paragraph, found in brackets.items()}
    others = _papers(page) | credits
    own |= _labelled(page)
    own |= {paragraph: _chain(page, names, ()) for paragraph, names in others.items() if paragraph not in own}
    quote, count = 0, len(page.quoted)
    each = shared_out(hits, (sentence.stop for sentence in section.sentences))
    for number, (sentence, here) in enumerate(zip(section.sentences, each, strict=True)):
        while quote < count and page.quoted[quote].stop <= sentence.start:
            quote += 1
        spoken = quote < count and page.quoted[quote].start < sentence.stop
        default = own.get(sentence.paragraph, nobody) if own else nobody
        place = (section.place, sentence.start)
        chains.plain[place] = chains[place] = default
        if here or spoken or may_be_set_apart(section.folded, sentence):
            quotes = [one for one in page.quoted[quote : quote + 4] if one.start < sentence.stop] if spoken else []
            bracket = sentence.paragraph in brackets
            _write(page, chains, _Line(number, sentence, here, quotes, bracket, default))
            of_that = _OF_THAT.match(section.folded, sentence.start) if number else None
            if of_that:
                reach = FAR_BACK if of_that["whole"] or of_that["all"] else 1
                _hand_back(chains, section.place, section.sentences[max(0, number - reach) : number], sentence)


def _labelled(page: Page) -> dict[int, Attribution]:
    """The chain of the bracket before a text of one paragraph, or a title: it holds for all of it. So does that of a
    paper and its writer, up to the next of them."""
    sentences = page.section.sentences
    if sentences and paper_before(page, sentences[0]):
        return dict(_retold(page))
    if not sentences or sentences[0].paragraph != sentences[-1].paragraph:
        return {}
    bracket = bracket_before(page, sentences[0])
    return {sentences[0].paragraph: _chain(page, *bracket)} if bracket else {}


def _retold(page: Page) -> Iterator[tuple[int, Attribution]]:
    """The chain of each paragraph of a text that retells what a paper has written."""
    paper, paragraph = "", -1
    for sentence in page.section.sentences:
        if sentence.paragraph != paragraph:
            paper, paragraph = paper_before(page, sentence) or paper, sentence.paragraph
            yield paragraph, _chain(page, (paper,), ())


def _papers(page: Page) -> dict[int, tuple[str, ...]]:
    """The paper that stands over each paragraph, where a text goes paper by paper."""
    over = page.reading.mastheads
    found: dict[int, tuple[str, ...]] = {}
    for sentence in page.section.sentences if over and page.section.place == "text" else ():
        at = bisect_right(over, sentence.start, key=itemgetter(0))
        if at:
            found[sentence.paragraph] = (over[at - 1].paper,)
    return found


def _hand_back(chains: Chains, place: str, before: Sequence[Sentence], sentence: Sentence) -> None:
    """What a sentence tells of the source of those before it ("That is according to Marca."), as far as none of them
    has its own."""
    chain = chains[place, sentence.start]
    for earlier in reversed(before if chain.voices else ()):
        spot = place, earlier.start
        if chains[spot].voices:
            return
        chains.plain[spot] = chains[spot] = chain


class _Line(NamedTuple):
    """A sentence with its words of saying and quotations; ``default`` is the chain of what nobody says in it."""

    number: int
    sentence: Sentence
    hits: list[Hit[Cue]]
    quotes: list[Quoted]
    bracket: bool
    default: Attribution


def _write(page: Page, chains: Chains, line: _Line) -> None:
    """Put down the chain of a sentence, and of its parts where several voices share it."""
    place = (page.section.place, line.sentence.start)
    voices = read_voices(page, line.sentence, line.hits)
    speaker = find_speaker(page, line.number, voices, line.quotes)
    if not voices and not speaker:
        return
    voices, relays = _relays(voices, speaker)
    via = tuple(dict.fromkeys((*relays, *_passed_on(page, voices, speaker, line.default.via))))
    parts = list(_spoken(page, line, speaker, via)) if speaker else []
    if parts:
        chains.spoken[place] = parts[0]
    parts += _told(page, line, voices, via)
    if parts:
        chains[place] = max(parts, key=lambda part: part[1] - part[0])[2]
        chains.parts[place] = parts


def _relays(voices: list[Voice], speaker: str | None) -> tuple[list[Voice], list[str]]:
    """The voices of a sentence without those that only pass on what another says, and the names of these."""
    own = [voice for voice in voices if not voice.relays]
    if not own and not speaker:
        return voices, []
    return own, [name for voice in voices if voice.relays for name in voice.names]


def _passed_on(page: Page, voices: list[Voice], speaker: str | None, via: tuple[str, ...]) -> tuple[str, ...]:
    """Through whom the words of a sentence came: the outlets that quote its speakers. They are remembered."""
    heard = [voice for voice in voices if voice.sort in ("outlet", "writer")]
    if not heard:
        return via
    page.carried = tuple(name for voice in heard for name in voice.names)
    _remember(page, page.carried)
    if speaker or len(heard) < len(voices):
        return tuple(dict.fromkeys((*page.carried, *via)))
    return via


def _remember(page: Page, names: tuple[str, ...]) -> None:
    """Note the outlets that a document names, each under the name it first had."""
    for name in names:
        plain = _plain(name)
        page.names.setdefault(plain, _bare(name))
        if _bare(name).lower().removeprefix("the ") not in page.own:
            page.heard.add(plain)


def _chain(page: Page, names: tuple[str, ...], via: tuple[str, ...]) -> Attribution:
    """A chain with these voices; without the outlet itself, each under the name it first had."""
    found = page.chains.get((names, via))
    if found is None:
        found = page.chains[names, via] = _new_chain(page, names, via)
    return found


def _new_chain(page: Page, names: tuple[str, ...], via: tuple[str, ...]) -> Attribution:
    kept: dict[str, None] = {}
    for name in names:
        bare = _bare(name)
        if bare.lower().removeprefix("the ") not in page.own:
            known = page.names.setdefault(_plain(name), bare)
            kept[_in_full(page, known) if known.isupper() and len(known) < SHORT else known] = None
    return Attribution(page.outlet, tuple(kept), via) if kept or via else page.nobody


def _in_full(page: Page, short: str) -> str:
    """A short form in capitals stands for the outlet named with those initials: "MEN", Manchester Evening News."""
    if page.initials is None:
        page.initials = {}
        for sentence in page.section.sentences:
            for mention in sentence.mentions:
                if mention.kind == "outlet" and mention.stop - mention.start > SHORT:
                    name = page.section.text[mention.start : mention.stop].removeprefix("The ")
                    page.initials.setdefault(
                        "".join(word[0] for word in name.split() if word[0].isupper()), _bare(name)
                    )
    return page.initials.get(short, short)


@lru_cache(maxsize=20000)
def _bare(name: str) -> str:
    """A name without its introduction: "Spanish newspaper Marca" is Marca."""
    return _INTRODUCED.sub("", name)


@lru_cache(maxsize=20000)
def _plain(name: str) -> str:
    return key(_bare(name)).removeprefix("the ")


Part = tuple[int, int, Attribution]


def _spoken(page: Page, line: _Line, speaker: str, via: tuple[str, ...]) -> Iterator[Part]:
    """The quotations of a sentence, with who speaks them; all of it, where he was asked about the rest."""
    chain = _chain(page, (speaker,), via)
    start, stop = line.sentence.start, line.sentence.stop
    for quote in line.quotes:
        if quote.full:
            yield max(quote.start, start), min(quote.stop, stop), chain
    if page.asked == start:
        yield start, stop, chain


def _told(page: Page, line: _Line, voices: list[Voice], via: tuple[str, ...]) -> Iterator[Part]:
    """Stretches of a sentence with the voice that carries there, the narrowest first."""
    for voice in sorted(voices, key=lambda v: (v.high - v.low, v.start)) if len(voices) > 1 else voices:
        if line.bracket and (voice.sort in ("outlet", "writer") or _KIN.search(voice.name)):
            continue
        if voice.sort in ("person", "club"):
            for low, high in _asides(page.section.folded, voice.low, voice.high):
                yield low, high, line.default
        if voice.sort == "none":
            yield voice.low, voice.high, line.default if line.bracket else page.nobody
        else:
            yield voice.low, voice.high, _chain(page, voice.names, via)


_ASIDE = re.compile(
    r",(?: and)? (?:who|whose|whom|which|where|wanted|linked|currently|formerly|amid|despite"
    r"|previously)\b(?:[^,.;]|, \d\d,)*(?=[,.;]|$)"
    r"| - (?:who|whose) [^-\n]*| amid [^,.;\n]*"
)


def _asides(folded: str, low: int, high: int) -> list[tuple[int, int]]:
    """Relative clauses are the writer's own, whoever says the rest ("Onana, who is wanted by Arsenal, could leave")."""
    if ", w" not in folded[low:high] and " amid " not in folded[low:high] and " - who" not in folded[low:high]:
        return []
    return [(match.start(), match.end()) for match in _ASIDE.finditer(folded, low, high)]
