"""Whom each name means: full names first, then the single ones, which may come earlier in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator

from mooted.entities.book import Known
from mooted.entities.movers import goes_to
from mooted.entities.nobody import Name
from mooted.entities.part import Named, Part
from mooted.entities.people import Draft, Registry, ends_of
from mooted.entities.roles import is_called
from mooted.language.automaton import Hit
from mooted.language.fold import key

_SHARED = ("place", "club")
_CLUB_FOLLOWS = ("from ", "at ", "against ", "of ", "joined ", "join ", "side ", "club ", "outfit ", "giants ")
_AGE = re.compile(r",? \(?\d\d[,)]")
_DOES = re.compile(  # what somebody who opens a sentence or a headline does, or what is done about him
    r" (?:is|was|has|had|will|would|could|can|may|might|looks|seems|remains|wants|joined|signed|to|set|agrees|"
    r"completes|signs|joins|rejects|turns|undergoes|wanted|linked|close|closing|ready|keen|open|poised|heading|deal|"
    r"move|transfer|talks|bid|future|medical|exit|latest|saga)(?= |\n|$|:)"
)
_INTRODUCED = (
    *("striker ", "forward ", "winger ", "midfielder ", "defender ", "goalkeeper ", "full-back ", "left-back "),
    *("right-back ", "centre-back ", "playmaker ", "signing ", "attacker ", "brought in ", "bring in "),
)
_RELATIVES = "father|dad|mother|mum|brother|sister|son|daughter|wife|girlfriend|partner|uncle|cousin|grandfather"
_RELATIVE = re.compile(rf"\b(?:{_RELATIVES})(?: and (?:agent|adviser|advisor|representative))?,? (?:is )?$")
_OF_RELATIVES = re.compile(  # "Jorge Messi, the player's father", "Lee Clark, son of ..."
    rf",? \(?(?:(?:his|her|whose|the \w+'s|[A-Z]\w+'s) )?(?:older |elder |younger |twin )?(?:{_RELATIVES})\b"
)
_BACK = 40  # characters
_LONGEST = 2000  # characters of a paragraph that are one
_SHORTEST = 3
_ACRONYM = 5  # "PSG", "UEFA"; a name in capitals is longer


def identify(parts: list[Part], surnames: Container[str]) -> Registry:
    """The people of a document; each part then knows who is named where. ``surnames`` are those of known players."""
    registry = Registry()
    _reclaim_surnames(parts)
    full = _full_names(parts, registry)
    if registry.namesakes:
        _note_relatives(parts, registry)
    licence = _Licence(parts, surnames)
    for part, known in zip(parts, full, strict=True):
        part.named = list(_everybody(part, known, registry, licence))
    return registry


def _reclaim_surnames(parts: list[Part]) -> None:
    """Who has been named in full goes by his surname, be it a town's or a club's too ("Ryan Kent ... Kent")."""
    surnames = {name.words.rpartition(" ")[2] for part in parts for name in part.names if " " in name.words}
    for part in parts:
        mine = [hit for hit in part.hits if hit.value.kind in _SHARED and _is_surname(hit, part.folded, surnames)]
        if mine:
            taken = {hit.start for hit in mine}
            part.hits = [hit for hit in part.hits if hit.start not in taken]
            names = (Name(hit.start, hit.stop, part.folded[hit.start : hit.stop], None, False) for hit in mine)
            part.names = sorted([*part.names, *names], key=_begin)


def _begin(name: Name | Hit[Known]) -> int:
    return name.start


def _is_surname(hit: Hit[Known], folded: str, surnames: set[str]) -> bool:
    """Is a place or a club called by the surname of somebody, where no word before it tells of the club?"""
    if folded[hit.start : hit.stop] not in surnames:
        return False
    return hit.value.kind == "place" or not folded.endswith(_CLUB_FOLLOWS, 0, hit.start)


def _full_names(parts: list[Part], registry: Registry) -> list[dict[int, Named]]:
    """The names of several words, part by part, by where they begin.

    The text comes before the title, and a name of which another one is the end ("Virgil van Dijk") before that one,
    wherever they stand.
    """
    found: list[dict[int, Named]] = [{} for _ in parts]
    names = [(at, name) for at in reversed(range(len(parts))) for name in parts[at].names if " " in name.words]
    ends = {end for _, name in names for end in ends_of(key(name.words))}
    for at, name in sorted(names, key=lambda one: key(one[1].words) in ends):
        words = _trimmed(name, parts[at], registry)
        found[at][name.start] = Named(name.start, name.start + len(words), registry.add_full(name, words), True)
    return found


def _note_relatives(parts: list[Part], registry: Registry) -> None:
    """Tell the registry who is told of as a relative ("Messi's father Jorge", "Cesare Maldini, his grandfather")."""
    for part in parts:
        for name in part.names:
            before = part.folded[max(0, name.start - _BACK) : name.start]
            if _RELATIVE.search(before) or (" " in name.words and _OF_RELATIVES.match(part.folded, name.stop)):
                person = registry.find(name.words)
                if person is not None:
                    registry.note_kin(person)


def _trimmed(name: Name, part: Part, registry: Registry) -> str:
    """The name as written; headlines may drop the apostrophe of a possessive ("Edouard Mendys move")."""
    words = part.text[name.start : name.stop].replace(" #", " ")
    if part.place == "title" and words.endswith("s") and registry.find(words[:-1]) is not None:
        return words[:-1]
    return words


def _everybody(part: Part, full: dict[int, Named], registry: Registry, licence: _Licence) -> Iterator[Named]:
    """The people named in a part, in order."""
    registry.begin()
    for name in part.names:
        named = full.get(name.start)
        if named is None:
            lone = _before_hyphen(name, registry, licence)
            person = _single(lone, part, registry, licence)
            if person is None:
                continue
            named = Named(lone.start, lone.stop, person, False)
        registry.meet(named.person, named.start)
        yield named


def _before_hyphen(name: Name, registry: Registry, licence: _Licence) -> Name:
    """The surname of somebody who is named in full, where a lone name begins with it ("Messi-Suarez", "Sarri-ball")."""
    head, hyphen, _ = name.words.partition("-")
    if not hyphen or name.known or licence.knows(name.words) or registry.find(name.words) is not None:
        return name
    bearer = registry.find(head)
    if bearer is None or registry.people[bearer].name.rpartition(" ")[2] != head:
        return name
    return name._replace(stop=name.start + len(head), words=head)


def _single(name: Name, part: Part, registry: Registry, licence: _Licence) -> int | None:
    """Whom a name of one word means; nobody where it may as well be an ordinary word."""
    words = name.words
    paragraph = _paragraph(part.folded, name.start) if registry.namesakes else 0
    found = registry.find(words, paragraph)
    if found is None and words.endswith("s"):
        found = registry.find(words[:-1], paragraph)
    if found is not None and not (name.known and _is_another(name, part, registry.people[found])):
        return found
    if name.initial and not name.known and not licence.covers(name, part):
        return None
    if len(words) < _SHORTEST or (len(words) < _ACRONYM and words.isupper()):
        return None
    person = registry.add_single(name, part.text[name.start : name.stop])
    registry.people[person].strong |= licence.knows(words)
    return person


def _paragraph(folded: str, start: int) -> int:
    """Where the paragraph around a place begins."""
    earliest = max(0, start - _LONGEST)
    return max(folded.rfind("\n", earliest, start) + 1, earliest)


def _is_another(name: Name, part: Part, person: Draft) -> bool:
    """Is a known player who goes by one name introduced where somebody else has it for a given name ("Leeds, who have
    brought in Rodrigo from Valencia, want Rodrigo de Paul")?"""
    if not person.full or person.name.rpartition(" ")[2] == name.words or person.known:
        return False
    return bool(_AGE.match(part.folded, name.stop)) or part.folded.endswith(_INTRODUCED, 0, name.start)


class _Licence:
    """What shows a lone name at the start of a sentence, where any word has a capital, to be a person's."""

    def __init__(self, parts: list[Part], surnames: Container[str]) -> None:
        self._parts, self._surnames = parts, surnames
        self._mid_sentence: frozenset[str] | None = None

    def knows(self, words: str) -> bool:
        """Is this the surname of a known player?"""
        return words in self._surnames

    def covers(self, name: Name, part: Part) -> bool:
        """By the words after it, or since it stands in the middle of a sentence too."""
        after = name.stop
        if part.folded.startswith("'s ", after) or _AGE.match(part.folded, after):
            return True
        if name.words in self._surnames and _DOES.match(part.folded, after):
            return True
        return self._stands_inside(name) or self._moves(name, part)

    def _moves(self, name: Name, part: Part) -> bool:
        """Does he join or leave a club ("Brandt joins Hull"), where the word is none that anybody may be called by?"""
        if is_called(name.words) or not name.words[-1].islower():
            return False
        goes = goes_to(part.folded, name.stop)
        return goes > 0 and _is_club(part.hits, goes)

    def _stands_inside(self, name: Name) -> bool:
        """Does a name stand in the middle of a sentence somewhere? Those that do are found when first asked for."""
        if self._mid_sentence is None:
            names = (name for part in self._parts for name in part.names if not name.initial)
            self._mid_sentence = frozenset(key(name.words) for name in names)
        return key(name.words) in self._mid_sentence


def _is_club(hits: list[Hit[Known]], at: int) -> bool:
    """Does a club's name stand at a place?"""
    after = bisect_right(hits, at, key=_begin)
    return after > 0 and hits[after - 1].stop > at and hits[after - 1].value.kind == "club"
