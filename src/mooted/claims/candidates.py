"""For each phrase that fires: the claims that it could make, each with the signs for and against it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mooted.claims.cues import cues_of, left_words, times_of
from mooted.claims.groups import Group, club_groups, person_groups
from mooted.claims.lexicon import Meaning, Phrase
from mooted.language.automaton import Hit, Phrases
from mooted.model.claim import CONTRACT, PURSUIT
from mooted.model.entity import Club
from mooted.model.mention import Mention, Reading, Section, Sentence

Features = tuple[str, ...]
_STAFF_ROLES = frozenset(("manager", "director"))
_NO_PLAYER = frozenset(("journalist", "pundit", "other", "agent"))
_PREPOSITION = re.compile(r"\b(to|from|with|by|at|for|of|in|on|over|about|between|than|into|against|join|joining|joined|sign|signing|signed|leave|leaving|like|including|as|and|or|but|both|that|see|is|are|have|has|after|rejoin)\s+(?:the |a |an |fellow |club |rivals |side |boss |serie a |la liga |premier league |london |turkish |french |italian |spanish |german |giants |champions |clubs |outfit |former |old |new |their )*$")
_SEMICOLON = re.compile(r"[;:()]|, (?:but|while|with|as|who|although|after|which)\b| (?:but|while|although|whereas) ")
_COACHING = re.compile(r"\b(?:coach|manager|boss|director|ceo|head of|chief|assistant|appoint|sack|caretaker|dugout|bench|hot ?seat)")
_STAFF_NEXT = re.compile(r"(?:'s?)? (?:(?:assistant|interim|caretaker|new|former|current|head|sporting|technical|club|chief) )*(?:manager|boss|coach|director|chairman|president|owner|chief|executive|supremo|gaffer)")


@dataclass(slots=True)
class Scene:
    """A sentence with its phrases and its lists of people and clubs; what came just before it."""

    section: Section
    sentence: Sentence
    number: int
    low: str
    triggers: list[Hit[Phrase]]
    people: list[Group]
    clubs: list[Group]
    others: list[Mention]
    times: list[str]
    quoted: bool
    kind: str
    coaching: bool = False
    earlier_person: Group | None = None
    earlier_club: Group | None = None


class Option(NamedTuple):
    """One claim that a phrase could make: event, people and club; nulls where nobody is meant.

    ``parts`` are the signs: of the phrase, of the people, of the club, of the two together. Options of one
    question share them, so that each need be weighed only once.
    """

    event: str
    meaning: Meaning
    people: Group | None
    clubs: Group | None
    position: Mention | None
    parts: tuple[Features, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Under which a sign is weighed."""
        return heads(self.event, self.meaning)


@lru_cache(maxsize=1000)
def heads(event: str, meaning: Meaning) -> tuple[str, ...]:
    """Under which a sign is weighed, from the general to the particular."""
    return "*:" + meaning.shape, event, f"{event}:{meaning.shape}", f"{event}/{meaning.rule}"


@dataclass(slots=True)
class Question:
    """A phrase in its sentence, and all that it could say."""

    scene: Scene
    at: int
    options: list[Option] = field(default_factory=list)
    people: list[Group] = field(default_factory=list)
    clubs: list[Group] = field(default_factory=list)
    club_signs: dict[int, Features] = field(default_factory=dict)

    @property
    def trigger(self) -> Hit[Phrase]:
        return self.scene.triggers[self.at]


def scenes(reading: Reading, phrases: Phrases[Phrase], year: int | None) -> Iterator[Scene]:
    """The sentences of a document in which a phrase fires, each with what it is about."""
    kind = _kind(reading)
    focus = _focus_group(reading)
    for section in reading.sections:
        low = section.folded.lower()
        hits = phrases.find(low)
        starts = [hit.start for hit in hits]
        person: Group | None = None
        club: Group | None = None
        paragraph = -1
        quoting = False
        for number, sentence in enumerate(section.sentences):
            if kind == "column" and sentence.paragraph != paragraph:
                person = club = None
            if sentence.paragraph != paragraph:
                quoting = False
            paragraph = sentence.paragraph
            quoting = _quoted(section.folded, sentence, quoting)
            here = hits[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.stop)]
            people, clubs, others = _cast(section, sentence, reading)
            if here:
                yield Scene(
                    section, sentence, number, low, here, people, clubs, others,
                    times_of(low[sentence.start : sentence.stop], year), quoting, kind,
                    _COACHING.search(low, sentence.start, sentence.stop) is not None,
                    person or (focus if kind != "column" else None), club,
                )  # fmt: skip
            for group in people:
                if any(reading.people[m.person or 0].role == "player" for m in group.members):
                    person = group
                    break
            for clubgroup in clubs:
                if clubgroup.head.of is None:
                    club = clubgroup
                    break


_ITEM = re.compile(r"\([^()\n]{2,60}\)\.?[ ]*(?:\n|$)")
_POSTED = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]|https://t\.co/|(?:^|\s)#\w")


def _kind(reading: Reading) -> str:
    """The form of a document: a column of short items, a post, or an article."""
    text = reading.sections[-1].folded
    items = len(_ITEM.findall(text[:20000]))
    if items >= 3 or (items and items >= text.strip().count("\n") + 1):
        return "column"
    return "post" if len(text) < 700 and _POSTED.search(text) else "article"


def _focus_group(reading: Reading) -> Group | None:
    if reading.focus is None:
        return None
    mention = Mention(0, 0, "person", "description", reading.focus)
    return Group(0, 0, (mention,))


def _quoted(folded: str, sentence: Sentence, before: bool) -> bool:
    """Does the sentence stand inside a quotation?"""
    words = folded[sentence.start : sentence.stop]
    opens = words[:1] in "\"'"
    if opens:
        return words.count('"') % 2 == 1 or words[0] == "'" or words.count('"') == 2
    return before and not re.match(r"[A-Z][a-z]+ (?:said|told|added)", words)


def _cast(section: Section, sentence: Sentence, reading: Reading) -> tuple[list[Group], list[Group], list[Mention]]:
    people = [m for m in sentence.mentions if m.kind == "person" and reading.people[m.person or 0].role not in _NO_PLAYER]
    clubs = [m for m in sentence.mentions if m.kind == "club" and m.club is not None]
    others = [m for m in sentence.mentions if m.kind != "person"]
    return person_groups(people, others, section.folded), club_groups(clubs, section.folded), others


def questions(reading: Reading, phrases: Phrases[Phrase], year: int | None) -> Iterator[Question]:
    """Every phrase of a document with its options."""
    for scene in scenes(reading, phrases, year):
        for at in range(len(scene.triggers)):
            question = Question(scene, at)
            question.options = _options(question, reading)
            if question.options:
                yield question


def _options(question: Question, reading: Reading) -> list[Option]:
    scene, trigger = question.scene, question.trigger
    people = _nearest(scene.people, trigger.start, 5)
    clubs = _nearest(scene.clubs, trigger.start, 6)
    if scene.earlier_person and not any(m.how in ("name", "surname") for g in people for m in g.members):
        people = [*people, scene.earlier_person]
    if scene.earlier_club and not any(g.head.how != "pronoun" and g.head.of is None for g in clubs):
        clubs = [*clubs, scene.earlier_club]
    basis = _trigger_features(question)
    sides_p = {id(g): _person_features(question, g, n, reading) for n, g in enumerate(people)}
    sides_c = {id(g): _club_features(question, g, n) for n, g in enumerate(clubs)}
    question.people, question.clubs, question.club_signs = people, clubs, sides_c
    none = _clubless_features(question, clubs)
    found: list[Option] = []
    for meaning, pattern in zip(trigger.value.meanings, trigger.value.patterns, strict=True):
        for rank, event in enumerate(meaning.events):
            start = (basis, _usual(trigger.value.words, trigger.value.form, rank, pattern, basis))
            if event == "needs":
                found += _need_options(question, meaning, start, clubs, sides_c)
            elif event in CONTRACT:
                found += _contract_options(question, meaning, event, reading, start, people, sides_p)
            else:
                found += _move_options(question, reading, meaning, event, start, people, clubs, sides_p, sides_c, none)
    return found


def _usual(words: str, form: str, rank: int, pattern: str, basis: Features) -> Features:
    """How usual an event is for a rule, whose events stand in that order, and how telling its words are."""
    place, size = f"usual={min(rank, 3)}", min(words.count(" ") + words.count("-"), 3)
    return (
        place, f"{place}|{size}", f"{place}|{form}|{size}", f"{place}|{size}|{basis[3]}", f"{place}|{basis[4]}",
        f"{place}|{size}|{basis[-1]}" if basis[-1] in ("clubless", "peopleless") else f"{place}|peopled", "say=" + pattern,
    )  # fmt: skip


def _clubless_features(question: Question, clubs: list[Group]) -> Features:
    unnamed = "unnamed" in question.scene.times
    return ("noclub", f"noclub|{min(len(clubs), 2)}", f"noclub|{unnamed}", f"noclub|{unnamed}|{min(len(clubs), 2)}")


def _suits(question: Question, event: str, group: Group, reading: Reading) -> bool:
    """Managers and directors make staff moves, players all others; who is a coach may show only here."""
    staff = reading.people[group.head.person or 0].role in _STAFF_ROLES
    return staff or question.scene.coaching if event == "staff_move" else not staff


def _contract_options(
    question: Question, meaning: Meaning, event: str, reading: Reading, start: tuple[Features, ...],
    people: list[Group], sides_p: dict[int, Features],
) -> Iterator[Option]:  # fmt: skip
    for group in people:
        if _suits(question, event, group, reading):
            yield Option(event, meaning, group, None, None, (*start, sides_p[id(group)]))


def _move_options(
    question: Question, reading: Reading, meaning: Meaning, event: str, start: tuple[Features, ...], people: list[Group],
    clubs: list[Group], sides_p: dict[int, Features], sides_c: dict[int, Features], none: Features,
) -> Iterator[Option]:  # fmt: skip
    for group in people:
        if not _suits(question, event, group, reading):
            continue
        person, holder = sides_p[id(group)], reading.people[group.head.person or 0].holder
        yield Option(event, meaning, group, None, None, (*start, person, none))
        for club in clubs:
            if event in PURSUIT and any(m.of is not None and m.of == group.head.person and m.club == holder for m in club.members):
                continue
            pair = pair_signs(question, group, club, holder)
            yield Option(event, meaning, group, club, None, (*start, person, sides_c[id(club)], pair))


def _need_options(
    question: Question, meaning: Meaning, start: tuple[Features, ...], clubs: list[Group], sides_c: dict[int, Features]
) -> Iterator[Option]:
    trigger = question.trigger
    spots = [m for m in question.scene.others if m.kind == "position" and trigger.start <= m.start < trigger.stop + 45]
    if not spots:
        return
    spot = spots[0]
    named = any(0 <= g.start - spot.stop < 3 for g in question.scene.people)
    extra = (f"gap{max(0, spot.start - trigger.stop) // 12}", f"named{named}", f"people{min(len(question.scene.people), 2)}")
    for club in clubs:
        yield Option("needs", meaning, None, club, spot, (*start, sides_c[id(club)], extra))


def _nearest(groups: list[Group], start: int, most: int) -> list[Group]:
    return sorted(groups, key=lambda g: abs(g.start - start))[:most]


def _trigger_features(question: Question) -> Features:
    """Signs that depend on the phrase and its sentence alone."""
    scene, trigger = question.scene, question.trigger
    low, sentence = scene.low, scene.sentence
    before = left_words(low, trigger.start, sentence.start)
    cues = cues_of(before)
    near = cues_of(" ".join(before.split()[-3:]))
    previous = scene.triggers[question.at - 1] if question.at else None
    following = scene.triggers[question.at + 1] if question.at + 1 < len(scene.triggers) else None
    close = previous and trigger.start - previous.stop < 12
    next_close = following and following.start - trigger.stop < 12
    after = low[trigger.stop : trigger.stop + 24].split()
    features = [
        "bias",
        "w=" + trigger.value.words,
        "f=" + trigger.value.form,
        "near=" + ".".join(near[-2:]),
        "after=" + (after[0] if after else "$"),
        "kind=" + scene.kind + ("T" if scene.section.place == "title" else ""),
    ]
    if previous and close:
        features += ["prev=" + previous.value.meanings[0].rule, "prevw=" + previous.value.words]
    if following and next_close:
        features.append("next=" + following.value.meanings[0].rule)
    if scene.quoted:
        features.append("quoted")
    if low.find("£", sentence.start, sentence.stop) >= 0 or low.find("€", sentence.start, sentence.stop) >= 0:
        features.append("money")
    features += ["cue=" + cue for cue in cues]
    features += ["near1=" + cue for cue in near]
    features += ["time=" + time for time in scene.times]
    if not scene.clubs:
        features.append("clubless")
    if not scene.people:
        features.append("peopleless")
    return tuple(features)


def _distance(trigger: Hit[Phrase], group: Group) -> str:
    gap = group.start - trigger.stop if group.start >= trigger.start else trigger.start - group.stop
    side = "R" if group.start >= trigger.start else "L"
    return side + str(0 if gap < 3 else 1 if gap < 15 else 2 if gap < 40 else 3 if gap < 90 else 4)


def _between(scene: Scene, trigger: Hit[Phrase], group: Group) -> tuple[str, int]:
    """What lies between a phrase and a group: a break of clause, other phrases."""
    low, high = (trigger.stop, group.start) if group.start >= trigger.start else (group.stop, trigger.start)
    broken = _SEMICOLON.search(scene.low, low, high) is not None if low < high else False
    crossed = sum(1 for t in scene.triggers if low <= t.start and t.stop <= high)
    return ("broken" if broken else "whole"), min(crossed, 3)


def _preposition(scene: Scene, group: Group, owned_start: int | None = None) -> str:
    start = group.start if owned_start is None else owned_start
    before = scene.low[max(scene.sentence.start, start - 40) : start]
    match = _PREPOSITION.search(before)
    return match.group(1) if match else ("^" if start - scene.sentence.start < 3 else "-")


def _noun_group_start(scene: Scene, group: Group) -> int:
    """Where the noun group of a name begins ("Chelsea midfielder Mount" begins with Chelsea)."""
    start = group.start
    for mention in reversed(scene.others):
        if mention.stop <= start and start - mention.stop < 14 and (mention.of == group.head.person or mention.kind in ("position", "nation")):
            start = mention.start
    return start


def _person_features(question: Question, group: Group, rank: int, reading: Reading) -> Features:
    scene, trigger = question.scene, question.trigger
    person = reading.people[group.head.person or 0]
    if group is scene.earlier_person:
        return ("p:earlier", f"p:earlier|{bool(scene.people)}", "p:weak" if person.why == "weak" else "p:strong")
    side = _distance(trigger, group)
    broken, crossed = _between(scene, trigger, group)
    preposition = _preposition(scene, group, _noun_group_start(scene, group))
    how = group.head.how
    same_side = [g for g in scene.people if (g.start >= trigger.start) == (group.start >= trigger.start)]
    order = sorted(same_side, key=lambda g: abs(g.start - trigger.start)).index(group)
    signs = [
        f"p:{side[0]}", f"p:{side}", f"p:{side[0]}{broken}", f"p:{side[0]}x{crossed}", f"p:{side[0]}{preposition}",
        f"p:{preposition}", f"p:how={how}", f"p:{side[0]}#{min(order, 3)}", f"p:rank{min(rank, 3)}",
    ]  # fmt: skip
    if person.why == "weak":
        signs.append("p:weak")
    if len(group.members) > 1:
        signs.append("p:many")
    if person.role != "player":
        signs.append(f"p:role={person.role}")
    if scene.people[0] is group:
        signs.append("p:first")
    if group.head.person == reading.focus:
        signs.append("p:focus")
    if person.holder is not None:
        signs.append("p:held")
    return tuple(signs)


def _club_features(question: Question, group: Group, rank: int) -> Features:
    scene, trigger = question.scene, question.trigger
    if group is scene.earlier_club:
        return ("c:earlier", f"c:earlier|{bool(scene.clubs)}")
    side = _distance(trigger, group)
    broken, crossed = _between(scene, trigger, group)
    preposition = _preposition(scene, group)
    after = scene.low[group.stop : group.stop + 30]
    tail = "'s" if after.startswith("'") else "staff" if _STAFF_NEXT.match(after) else "-"
    same_side = [g for g in scene.clubs if (g.start >= trigger.start) == (group.start >= trigger.start)]
    order = sorted(same_side, key=lambda g: abs(g.start - trigger.start)).index(group)
    owned = group.head.of is not None
    signs = [
        f"c:{side[0]}", f"c:{side}", f"c:{side[0]}{broken}", f"c:{side[0]}x{crossed}", f"c:{side[0]}{preposition}",
        f"c:{preposition}", f"c:how={group.head.how}", f"c:{side[0]}#{min(order, 3)}", f"c:rank{min(rank, 3)}",
    ]  # fmt: skip
    if owned:
        signs += ["c:owned", f"c:{side[0]}owned"]
    if group.head.former:
        signs.append("c:former")
    if tail != "-":
        signs += [f"c:tail={tail}", f"c:{side[0]}tail={tail}"]
    if len(group.members) > 1:
        signs.append("c:many")
    if scene.clubs[0] is group:
        signs.append("c:first")
    return tuple(signs)


def pair_signs(question: Question, people: Group, clubs: Group, holder: Club | None) -> Features:
    trigger = question.trigger
    marks = sorted(((trigger.start, "T"), (people.start or -1, "P"), (clubs.start or -1, "C")))
    order = "".join(mark for _, mark in marks)
    own = any(m.club == holder for m in clubs.members) if holder else False
    attached = any(m.of == people.head.person for m in clubs.members if m.of is not None)
    low = question.scene.low
    gap = low[people.stop : clubs.start] if people.stop <= clubs.start else low[clubs.stop : people.start]
    return (
        f"o:{order}", f"o:own={own}", f"o:own={own}|{'held' if holder else 'free'}", f"o:attached={attached}",
        f"o:{order}|own={own}", "o:gap=" + (gap.strip() if len(gap) < 12 else "long"), f"o:{order}|{_preposition(question.scene, clubs)}",
    )  # fmt: skip


