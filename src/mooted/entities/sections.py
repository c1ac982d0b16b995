"""A title or text that has been read, as sentences with their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mooted.entities.coreference import Cast, resolve
from mooted.entities.part import Part
from mooted.entities.refer import Words, find_ours, find_references
from mooted.language.sentences import split
from mooted.model.entity import STAFF, Person
from mooted.model.mention import Mention, Section, Sentence

_BESIDE = 40  # characters


def section(part: Part, cast: Cast, words: Words) -> Section:
    """The part with all that it mentions, in order, sentence by sentence."""
    sentences = split(part.text)
    mentions = _around(part) + _people(part) + _for_their_clubs(part, cast.people)
    mentions.sort()
    papers = {mention.start for mention in mentions if mention.kind == "outlet"}
    papers.difference_update(start for start, _, _ in sentences)  # within a sentence ("as The Scotsman reports")
    references = [one for one in find_references(part.folded, words) if one.start not in papers]
    if cast.own:
        references = sorted(references + find_ours(part.folded))
    meant = resolve(references, part.folded, sentences, mentions, cast)
    _own(mentions, meant)
    mentions = sorted(mentions + meant)
    starts = [mention.start for mention in mentions]
    built = []
    for start, stop, paragraph in sentences:
        low = bisect_left(starts, start)
        built.append(Sentence(start, stop, paragraph, tuple(mentions[low : bisect_left(starts, stop, low)])))
    return Section(part.place, part.text, part.folded, tuple(built))


def _own(mentions: list[Mention], meant: list[Mention]) -> None:
    """The club in a description belongs to him whom it means ("The Arsenal winger"), as one beside his name does."""
    starts = [mention.start for mention in mentions]
    for start, stop, _, how, person, *_ in meant:
        if person is None or how != "description":
            continue
        for at in range(bisect_left(starts, start), bisect_left(starts, stop)):
            if mentions[at].kind == "club" and mentions[at].of is None:
                mentions[at] = mentions[at]._replace(of=person)


def _around(part: Part) -> list[Mention]:
    """Clubs, nations and the like; clubs of a noun group with the person whose they are."""
    mentions = part.around.copy()
    for at, person in part.owners.items():
        mentions[at] = mentions[at]._replace(of=person)
    return mentions


def _people(part: Part) -> list[Mention]:
    return [Mention(start, stop, "person", "name" if full else "surname", who) for start, stop, who, full in part.named]


def _for_their_clubs(part: Part, people: tuple[Person, ...]) -> list[Mention]:
    """A manager or director stands for his club ("Conte wants Kante"), unless it is named beside him."""
    staff = [named for named in part.named if people[named.person].role in STAFF and people[named.person].holder]
    if not staff:
        return []
    clubs = [mention for mention in part.around if mention.kind == "club"]
    stops = [mention.stop for mention in clubs]
    found = []
    for named in staff:
        holder = people[named.person].holder
        back = max(0, named.start - _BESIDE)
        back = max(back, part.folded.rfind("\n", back, named.start))
        beside = clubs[bisect_right(stops, back) : bisect_right(stops, named.start)]
        if all(mention.club != holder for mention in beside):
            found.append(Mention(named.start, named.stop, "club", "manager", None, holder))
    return found
