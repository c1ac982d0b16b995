"""A document to a Reading: its sentences, the people, clubs and other things that they mention, and who is who."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from mooted.entities.book import Book, Known
from mooted.entities.clubs import plainly_named, settle
from mooted.entities.names import Name, split_names
from mooted.entities.people import Draft, Registry, club_of, read_role, role_of, several_words
from mooted.entities.refer import Reference, Words, find_references
from mooted.language.automaton import Hit
from mooted.language.fold import fold, key
from mooted.language.sentences import split
from mooted.model.document import Document
from mooted.model.entity import Club, Person
from mooted.model.mention import Mention, Reading, Section, Sentence

_GLUE_WORDS = (
    "and|star|stars|ace|man|captain|skipper|youngster|starlet|outcast|flop|misfit|favourite|hero|talisman|"
    "international|internationals|teenage|teenager|teen|veteran|young|loanee|on-loan|academy|youth|player|players|duo|"
    "pair|trio|prospect|wonderkid|sensation|first-choice|number one|in-demand|in-form|out-of-favour|wantaway|versatile|"
    "experienced|talented|promising|attacking|left-footed|talent|record signing|playmaker|summer signing|out of favour|"
    "unsettled|academy graduate|midfield|attack|defensive|central|forward|and former|academy product|second-choice|"
    "England|winger|forgotten man|duo of|star man|senior|new|back-up|reserve|highly-rated|highly rated|injured|powerhouse|"
    "uncapped|ex|former|current|unwanted|influential|fellow|utility|home-grown|homegrown|club captain|goal machine|No 1|Test"
)
_GLUE = re.compile(rf"(?:[ ,/&\"()-]|'s?(?![a-z])|(?:{_GLUE_WORDS}|[£€]?[\d.]+m?(?:-rated|-year-old)?|U\d\d|Under-\d\d)s?(?![a-zA-Z]))*")
_FORMER = re.compile(r"(?:\bformer|\bex|\bold|\bformerly|\bone-time|\bthen)[\s-]*$", re.IGNORECASE)
_OF_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? of (?:the )?")
_FROM_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? (?:away )?from (?:[a-z]+ ){0,2}")
_AT_CLUB = re.compile(r",?(?: \(?\d\d\)?,?)? (?:at|from|to stay at|leaving) $")
_ROLE_GAP = re.compile(r"[\s']*(?:s )?(?:[a-z-]+ ){0,3}?(?:manager|boss|head coach|coach|sporting director|director|chairman|president|owner|chief|chief executive|gaffer|scout|CEO)[a-z ]{0,22}$")
_BRACKETED = re.compile(r"\([^()\n]{2,60}\)\.?\s*$", re.MULTILINE)


class _Named(NamedTuple):
    """A person's name and his place in the registry."""

    start: int
    stop: int
    person: int
    full: bool


@dataclass(slots=True)
class _Part:
    """A section while it is being read."""

    place: Literal["title", "text"]
    text: str
    folded: str
    names: list[Name]
    hits: list[Hit[Known]]
    named: list[_Named] = field(default_factory=list)
    clubs: list[Mention] = field(default_factory=list)
    others: list[Mention] = field(default_factory=list)


@lru_cache(maxsize=4)
def _words(book: Book) -> Words:
    positions: dict[str, str] = {}
    people: dict[str, str] = {}
    nations: dict[str, str] = {}
    for form, known in book.lookup.items():
        if known.kind == "position" and not form.endswith(("s", "reinforcement", "options")):
            positions[form.lower()] = known.also
        elif known.kind == "nation":
            if known.form in ("people", "both"):
                people[form] = known.value
            if known.form in ("name", "both"):
                nations[form] = known.value
    return Words(positions, people, nations)


def scan(document: Document, book: Book) -> Reading:
    """Find what a document mentions and to whom it refers. Never raises on any text."""
    parts = [_part("title", document.title, book)] if document.title else []
    parts.append(_part("text", document.text, book))
    named_clubs = plainly_named([hit for part in parts for hit in part.hits])
    registry = Registry(book)
    _register(parts, registry, book)
    for part in parts:
        _settle_clubs(part, named_clubs, book)
        _learn(part, registry.people)
    day = document.published_at.date().isoformat() if document.published_at else ""
    people = tuple(_person(draft, book, day) for draft in registry.people)
    focus = _focus(parts, people)
    column = len(_BRACKETED.findall(document.text)) >= 3
    sections = tuple(_section(part, people, focus, column, book) for part in parts)
    return Reading(sections, people, focus, tuple(club for club, _ in named_clubs.most_common()))


def _part(place: Literal["title", "text"], text: str, book: Book) -> _Part:
    folded = fold(text)
    names, hits = split_names(folded, book.names.find(folded), book)
    return _Part(place, text, folded, names, hits)


def _register(parts: list[_Part], registry: Registry, book: Book) -> None:
    """First the names of several words, then the single ones, which may come earlier in the text."""
    for part in reversed(parts):
        for name in part.names:
            if several_words(name):
                words = _trimmed(name, part, registry)
                part.named.append(_Named(name.start, name.start + len(words), registry.add_full(name, words), True))
    repeated = Counter(key(name.words) for part in parts for name in part.names if not name.initial)
    for part in parts:
        part.named.sort()
        recent: list[int] = []
        at = 0
        singles: list[_Named] = []
        for name in part.names:
            if several_words(name):
                continue
            while at < len(part.named) and part.named[at].start < name.start:
                recent.append(part.named[at].person)
                at += 1
            found = _single(name, part, registry, recent, repeated)
            if found is not None:
                singles.append(_Named(name.start, name.stop, found, False))
                recent.append(found)
        part.named = sorted([*part.named, *singles])
        for mention in part.named:
            registry.people[mention.person].count += 3 if part.place == "title" else 1


def _trimmed(name: Name, part: _Part, registry: Registry) -> str:
    """The name as written; headlines may drop the apostrophe of a possessive ("Edouard Mendys move")."""
    words = part.text[name.start : name.stop]
    if part.place == "title" and words.endswith("s") and registry.find(words[:-1], []) is not None:
        return words[:-1]
    return words


def _single(name: Name, part: _Part, registry: Registry, recent: list[int], repeated: Counter[str]) -> int | None:
    found = registry.find(name.words, recent)
    if found is None and name.words.endswith("s"):
        found = registry.find(name.words[:-1], recent)
    if found is not None:
        return found
    if name.initial and repeated[key(name.words)] == 0 and not _licensed(name, part):
        return None
    if len(name.words) < 3 or (name.words.isupper() and len(name.words) < 5):
        return None
    return registry.add_single(name, part.text[name.start : name.stop])


def _licensed(name: Name, part: _Part) -> bool:
    """Does the company of a lone name at the start of a sentence show it to be a person's?"""
    if name.known:
        return True
    after = part.folded[name.stop : name.stop + 6]
    return bool(re.match(r",? \(?\d\d[,)]", after)) or after.startswith("'s ")


def _settle_clubs(part: _Part, named: Counter[Club], book: Book) -> None:
    recent: list[Club] = []
    for hit in part.hits:
        known = hit.value
        if known.kind == "club":
            club, candidates = settle(hit, named, recent, book)
            how: Literal["name", "nickname", "stadium"] = (
                "name" if known.form in ("name", "short") else "stadium" if known.form == "stadium" else "nickname"
            )
            former = bool(_FORMER.search(part.folded[max(0, hit.start - 10) : hit.start]))
            part.clubs.append(Mention(hit.start, hit.stop, "club", how, None, club, candidates, known.also, None, former))
            if club:
                recent.append(club)
        elif known.kind in ("nation", "position", "league", "outlet", "place"):
            text = known.also if known.kind == "position" else known.value
            part.others.append(Mention(hit.start, hit.stop, known.kind, "name", text=text))  # type: ignore[arg-type]


def _learn(part: _Part, people: list[Draft]) -> None:
    """What the words around each name tell of the person: role, age, club, position, nation."""
    around = sorted([*part.clubs, *part.others])
    starts = [mention.start for mention in around]
    before: _Named | None = None
    for named in part.named:
        draft = people[named.person]
        read_role(draft, part.folded, named.start, named.stop)
        at = bisect_left(starts, named.start) - 1
        _walk_back(part, named, draft, around, at)
        _look_after(part, named, draft, around, bisect_left(starts, named.stop))
        _share_group(part, before, named, people)
        before = named


def _walk_back(part: _Part, named: _Named, draft: Draft, around: list[Mention], at: int) -> None:
    """Read the noun group that ends in the name, from its end ("Watford and England midfielder X")."""
    edge, clubs = named.start, 0
    while at >= 0 and edge - around[at].stop < 48:
        mention = around[at]
        gap = part.folded[mention.stop : edge]
        if not _GLUE.fullmatch(gap):
            if mention.kind == "club" and mention.club and _ROLE_GAP.fullmatch(gap):
                draft.staff_of[mention.club] += 1
            break
        if mention.kind == "position":
            draft.positions[mention.text] += 1
        elif mention.kind == "nation":
            draft.nations[mention.text] += 1
        elif mention.kind == "club" and mention.club:
            if not mention.former and "former" not in gap and clubs == 0:
                draft.holders[mention.club] += 3
                _own(part, mention, named.person)
            clubs += 1
            if clubs > 1 or "," in gap:
                break
        elif mention.kind != "league":
            break
        draft.strong = True
        edge = mention.start
        at -= 1


def _own(part: _Part, mention: Mention, person: int) -> None:
    at = part.clubs.index(mention) if mention in part.clubs else -1
    if at >= 0:
        part.clubs[at] = mention._replace(of=person)


def _look_after(part: _Part, named: _Named, draft: Draft, around: list[Mention], at: int) -> None:
    """"X of Chelsea", "X, 24, from Genoa"."""
    if at >= len(around) or around[at].start - named.stop > 40:
        return
    mention = around[at]
    gap = part.folded[named.stop : mention.start]
    if mention.kind != "club" or not mention.club or "\n" in gap:
        return
    if _OF_CLUB.fullmatch(gap):
        draft.holders[mention.club] += 3
        _own(part, mention, named.person)
    elif _FROM_CLUB.fullmatch(gap):
        draft.holders[mention.club] += 2
    elif _AT_CLUB.fullmatch(gap + ""):
        draft.holders[mention.club] += 1


def _share_group(part: _Part, before: _Named | None, named: _Named, people: list[Draft]) -> None:
    """"Chelsea pair X and Y": the second of two names shares the group of the first."""
    if before is None or named.start - before.stop > 12 or people[named.person].holders:
        return
    gap = part.folded[before.stop : named.start]
    if re.fullmatch(r",? (?:and )?|,? \d\d,? (?:and )?", gap) and re.search(
        r"(?:pair|duo|trio|players|stars|defenders|midfielders|strikers|forwards|wingers|backs|internationals) (?:[A-Z][\w'-]+(?:, | and | )?){0,6}$",
        part.folded[max(0, named.start - 90) : named.start],
    ):
        people[named.person].holders.update(people[before.person].holders)


def _person(draft: Draft, book: Book, day: str) -> Person:
    role = role_of(draft, book, day)
    holders = draft.holders
    if role in ("manager", "director"):
        held = club_of(draft, book, day) if not draft.staff_of else None
        holders = draft.staff_of or (Counter({held: 1}) if held else draft.holders)
    top = holders.most_common(1)
    strong = draft.strong or draft.full or draft.known != ""
    return Person(
        name=draft.name,
        role=role,
        holder=top[0][0] if top else None,
        positions=tuple(dict.fromkeys(draft.positions)),
        nations=tuple(dict.fromkeys(draft.nations)),
        age=draft.ages.most_common(1)[0][0] if draft.ages else None,
        why="" if strong else "weak",
    )


def _focus(parts: list[_Part], people: tuple[Person, ...]) -> int | None:
    """Whom the document is mostly about: of those it names most, counting the headline thrice."""
    counts: Counter[int] = Counter()
    for part in parts:
        for named in part.named:
            if people[named.person].role == "player":
                early = named.start < 300
                counts[named.person] += 4 if part.place == "title" else 2 if early else 1
    return counts.most_common(1)[0][0] if counts else None


def _section(part: _Part, people: tuple[Person, ...], focus: int | None, column: bool, book: Book) -> Section:
    mentions: list[Mention] = [*part.clubs, *part.others]
    mentions += [Mention(n.start, n.stop, "person", "name" if n.full else "surname", n.person) for n in part.named]
    sentences = split(part.text)
    mentions += _for_their_clubs(part, people)
    references = find_references(part.folded, _words(book))
    mentions += _refer(references, sentences, mentions, people, focus, column, book)
    mentions.sort()
    starts = [mention.start for mention in mentions]
    built = []
    for sentence in sentences:
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.stop)
        built.append(Sentence(sentence.start, sentence.stop, sentence.paragraph, tuple(mentions[low:high])))
    return Section(part.place, part.text, part.folded, tuple(built))


def _for_their_clubs(part: _Part, people: tuple[Person, ...]) -> list[Mention]:
    """A manager or director stands for his club ("Conte wants Kante"), unless it is named beside him."""
    found = []
    for named in part.named:
        person = people[named.person]
        if person.role in ("manager", "director") and person.holder:
            beside = any(0 <= named.start - c.stop < 40 and c.club == person.holder for c in part.clubs)
            if not beside:
                found.append(Mention(named.start, named.stop, "club", "manager", None, person.holder))
    return found


def _refer(
    references: list[Reference],
    sentences: list[tuple[int, int, int]] | list[object],
    mentions: list[Mention],
    people: tuple[Person, ...],
    focus: int | None,
    column: bool,
    book: Book,
) -> list[Mention]:
    """Descriptions and pronouns, each with the person or club that it means."""
    named = sorted(mention for mention in mentions if mention.kind in ("person", "club") and (mention.person is not None or mention.club))
    bounds = [sentence.start for sentence in sentences]  # type: ignore[union-attr]
    paragraphs = [sentence.paragraph for sentence in sentences]  # type: ignore[union-attr]
    found: list[Mention] = []
    past_people: list[tuple[int, int]] = []
    past_clubs: list[tuple[int, Club]] = []
    at = 0
    for reference in references:
        while at < len(named) and named[at].start < reference.start:
            mention = named[at]
            if mention.person is not None:
                past_people.append((mention.start, mention.person))
            elif mention.club and mention.of is None:
                past_clubs.append((mention.start, mention.club))
            at += 1
        here = max(0, bisect_left(bounds, reference.start + 1) - 1)
        paragraph_start = bounds[paragraphs.index(paragraphs[here])] if paragraphs else 0
        floor = paragraph_start if column else -1
        if reference.sort == "person":
            person = _whom(reference, past_people, people, focus, floor, bounds[here] if bounds else 0)
            if person is not None:
                how: Literal["pronoun", "description"] = "pronoun" if reference.pronoun else "description"
                found.append(Mention(reference.start, reference.stop, "person", how, person))
                past_people.append((reference.start, person))
        else:
            club = _subject(past_clubs, bounds, floor) if reference.pronoun else _which(reference, past_clubs, floor, book)
            if club:
                how = "pronoun" if reference.pronoun else "description"
                found.append(Mention(reference.start, reference.stop, "club", how, None, club))
                past_clubs.append((reference.start, club))
    return found


def _whom(
    reference: Reference, past: list[tuple[int, int]], people: tuple[Person, ...], focus: int | None, floor: int, sentence: int
) -> int | None:
    """The person meant: of those named before, the last one whom the description fits best."""
    best, best_score = None, 0.0
    for back, (start, person) in enumerate(reversed(past[-24:])):
        if start < floor:
            break
        score = _fits(reference, people[person])
        if score < 0:
            continue
        score += 1.0 / (1 + back) + (0.4 if start >= sentence else 0.0) + (0.35 if person == focus and floor < 0 else 0.0)
        if score > best_score:
            best, best_score = person, score
    if best is None and floor < 0 and focus is not None and _fits(reference, people[focus]) >= 0:
        return focus
    return best


def _fits(reference: Reference, person: Person) -> float:
    """How well a description fits a person; below nought where it can't."""
    if reference.pronoun:
        return (0.3 if person.role == "player" else 0.0) if person.why != "weak" else 0.05
    if person.role in ("journalist", "agent", "other"):
        return -1.0
    score = (0.5 if person.why != "weak" else 0.1) if person.role == "player" else -0.2
    if reference.age is not None and person.age is not None:
        if abs(reference.age - person.age) > 0:
            return -1.0
        score += 3.0
    if reference.position and person.positions:
        if reference.position not in person.positions:
            return -1.0
        score += 1.0
    if reference.nation and person.nations:
        if reference.nation not in person.nations:
            return -1.0
        score += 2.0
    return score if person.role == "player" or score > 0 or reference.nation else -1.0


def _subject(past: list[tuple[int, Club]], bounds: list[int], floor: int) -> Club | None:
    """Whom "they" are: the first club of the last sentence that names one."""
    if not past or past[-1][0] < floor:
        return None
    begin = bounds[max(0, bisect_left(bounds, past[-1][0] + 1) - 1)] if bounds else 0
    return next(club for start, club in past if start >= begin)


def _which(reference: Reference, past: list[tuple[int, Club]], floor: int, book: Book) -> Club | None:
    """The club meant: the last one named that comes from the country said."""
    for start, club in reversed(past[-16:]):
        if start < floor:
            return None
        if reference.nation and reference.nation != club.country:
            continue
        if reference.club_form:
            known = book.lookup.get(reference.club_form)
            if known is not None and known.kind == "league" and known.also and known.also != club.country:
                continue
        return club
    return None
