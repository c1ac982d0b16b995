"""Whose player he is: the club that holds the person of a claim, chosen among those the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mooted.claims.actors import Actor
from mooted.claims.candidates import Option, Question
from mooted.claims.clauses import opens_clause
from mooted.claims.groups import Group, in_turn
from mooted.claims.network import Network
from mooted.claims.packing import ONE, Packed
from mooted.claims.placing import Pair, pair
from mooted.claims.weighing import Features, Sheet, beside_none
from mooted.model.claim import MOVES
from mooted.model.entity import Club, Person
from mooted.model.mention import Mention, Reading

_LENT_TO = re.compile(r"\bon(?: a)?(?: season-long)? loan (?:at|with|to) (?:[\w'-]+ ){0,3}$")
_NEXT = 16  # characters after a club, in which what it does begins
_AFTER_HIM = re.compile(
    r"(?:'s?)?(?: [\w£€-]+){0,2}? target (?!man )(?:[\w-]+ ){0,3}|-(?:linked|bound|tracked) (?:[\w-]+ ){0,4}"
)
_AND_OTHERS = re.compile(  # who pursue him as it does
    r",? (?:and|or|as well as) (?:(?:a (?:host|number|string|handful|raft) of|several|many|some|various) )?"
    r"(?:other|more|further|unnamed) (?:\w+ )?(?:clubs|sides|teams|suitors)\b"
)
_SUIT = re.compile(  # whose suit is told ("Genk's hopes of X"), or where he would go ("Genk would be X's choice")
    r"(?:'s?) (?:[\w-]+ ){0,2}(?:hopes?|pursuit|interest|bid|offer|chase|swoop|move|admiration|approach|courtship)"
    r" (?:of|for|in) (?:(?:signing|landing|securing|getting|buying|recruiting) )?"
    r"(?:(?!keep|retain|hold|extend|renew|sell|off|the|a\b|his\b|her\b)[\w-]+ ){0,3}"
    r"| (?:(?:would|could|will|might|may) (?:also )?be|is|are|remains?) "
)
_GOAL = re.compile(r"(?:'s?)? [\"']?(?:[\w-]+ ){0,2}(?:destination|preference|favou?rite|choice|dream)\b")
_HE_WANTS = re.compile(r"\b(?:he|she) (?:wants|prefers|favours|fancies|dreams of|is keen on|would prefer) $")
_WANTED_BY = tuple(
    f" {wanted} by "
    for wanted in (
        *("wanted", "targeted", "tracked", "watched", "courted", "chased", "pursued", "scouted", "admired", "coveted"),
        *("monitored", "followed", "eyed"),
    )
)
_FROM = re.compile(r"\b(from|leave|leaving|left|leaves|quit|departed|exit|at|with|by|for|to|of) (?:[\w'-]+ ){0,2}$")
_ONCE = 70  # characters before a club that tell of a time there
_DONE = MOVES | {"medical"}
_PLACE = (" at ", " at the ", " with ")
_THEN = tuple(
    f"{word} {of} " for word in ("formerly", "previously", "once", "late", "lately") for of in ("of", "at", "with")
)
_NOW = re.compile(r",?(?: and| but)?(?: who)?(?: is)? (?:now|currently|presently) (?:at|with|of|playing (?:for|at)) ")
_PARTED = (" when he left ", " when she left ", " after he left ", " after she left ", " when he quit ")
_HAD_HIM = re.compile(
    r"\b(?:(?:had|managed|coached|worked with|played (?:with|alongside)|knew|knows) (?:[\w'-]+ ){1,3}?"
    r"(?:together |well |before |while |during \w+ time )?(?:from \w+ time )?"
    r"|(?:spent|finished|ended|saw out) (?:[\w'-]+ ){1,5}?on loan )(?:at|with) (?:the )?$"
)


class Holder(NamedTuple):
    """A club that may hold the person, and the signs for and against it; ``known`` where it is named as his club in the
    sentence or before."""

    club: Club
    parts: tuple[Features, ...]
    known: bool = True


def holders(question: Question, option: Option, reading: Reading, member: Mention | None = None) -> list[Holder]:
    """The clubs that may hold a person of an option, by default the first; the option's own club is none of them."""
    who = member or (option.people.head if option.people else None)
    if who is None or who.person is None:
        return []
    person = reading.people[who.person]
    taken = {mention.club for mention in option.clubs.members} if option.clubs else set()
    found: dict[Club, Holder] = {}
    number = next((n for n, someone in enumerate(question.people) if someone.actor.group is option.people), 0)
    for which, (actor, place, manner) in enumerate(question.clubs):
        if actor.opponent:
            continue
        for mention in _his(option.people, who, actor.group, question.scene.low):
            if mention.club is None or mention.club in taken or mention.club in found:
                continue
            if _pursues(mention, _after(mention, who, question), question.scene.low) or _was_once(
                mention, option.event, question.scene.low
            ):
                continue
            if _acts_apart(mention, who, option, question):
                continue
            together = _pair(question, number, who, which, person).signs
            own = _own_signs(question, who, mention, person, len(actor.group.members))
            found[mention.club] = Holder(
                mention.club, (place, manner, together, own), mention.of == who.person or mention.club == person.holder
            )
    if person.holder and person.holder not in taken and person.holder not in found:
        found[person.holder] = Holder(person.holder, (("h:registered", f"h:registered|{min(len(question.clubs), 2)}"),))
    return list(found.values())


def _after(club: Mention, who: Mention, question: Question) -> Mention:
    """The first name of somebody behind a club in its sentence, or the one that is meant."""
    mentions = question.scene.sentence.mentions
    return next((one for one in mentions if one.person == who.person and one.start >= club.stop), who)


def _pursues(club: Mention, who: Mention, low: str) -> bool:
    """Do the words beside a club tell that it is after him ("Genk target X", "Genk and other clubs"), or he is after
    it."""
    if who.start > club.stop and _is_suitor(club, who, low):
        return True
    if _HE_WANTS.search(low, max(0, club.start - _ONCE), club.start) or low.endswith(_WANTED_BY, 0, club.start):
        return True
    after_him = _AFTER_HIM.fullmatch(low, club.stop, max(club.stop, who.start))
    return after_him is not None or _AND_OTHERS.match(low, club.stop) is not None


def _is_suitor(club: Mention, who: Mention, low: str) -> bool:
    """Is it told whose suit of him it is ("Genk's hopes of X"), or which club he likes ("Genk would be X's choice")?"""
    found = _SUIT.fullmatch(low, club.stop, who.start)
    return found is not None and ("'" in found.group() or _GOAL.match(low, who.stop) is not None)


def _acts_apart(club: Mention, who: Mention, option: Option, question: Question) -> bool:
    """Does a club that buys somebody in a clause of its own stand beside another's business ("Lens signed Varga, and
    Genk added Brandt")?"""
    if option.event not in _DONE or option.clubs is None or club.of is not None:
        return False
    trigger, does = question.trigger.start, _does(question, club.stop)
    if club.start > max(trigger, who.stop):
        return opens_clause(question.scene, club.start) and len(does) > 1
    if not any(sign.startswith("h:does=buyer/") for sign in does):
        return False
    starts = [actor.group.start for actor in question.scene.clubs if club.stop < actor.group.start < trigger]
    return any(start < who.start and opens_clause(question.scene, start) for start in starts)


def _was_once(club: Mention, event: str, low: str) -> bool:
    """Do the words before a club tell that he was there for a time ("a boss who had him at Genk", "spent a year on loan
    at Genk", "who cost Lens £2m when he left Genk"), so that another one holds him now?"""
    before = low[max(0, club.start - _ONCE) : club.start]
    if before.endswith(_THEN) and _NOW.match(low, club.stop):
        return True
    if event not in ("past_move", "signed") and before.endswith(_PARTED):
        return True
    if low.startswith(" from ", club.stop) and _LENT_TO.search(before):  # "on loan at Genk from Lens"
        return True
    return before.endswith(_PLACE) and _HAD_HIM.search(before) is not None


def _his(people: Group | None, who: Mention, clubs: Group, low: str) -> tuple[Mention, ...]:
    """Those of a list of clubs that may hold one of the people: his own where they are told in turn."""
    if people and in_turn(people, clubs, low) and who in people.members:
        return (clubs.members[people.members.index(who)],)
    return clubs.members[:3]


def _pair(question: Question, number: int, who: Mention, which: int, person: Person) -> Pair:
    """One of a list with a club: the first stands for the list, the others for themselves."""
    people: Actor = question.people[number].actor
    if who is people.group.head:
        return question.pair(number, which)
    alone = people._replace(group=Group(who.start, who.stop, (who,)), holder=person.holder)
    return pair(question.scene, question.trigger.start, alone, question.clubs[which].actor)


def _own_signs(question: Question, who: Mention, mention: Mention, person: Person, members: int) -> Features:
    known = "held" if person.holder else "free"
    belongs = "none" if mention.of is None else "his" if mention.of == who.person else "other"
    return (
        f"h:reg={mention.club == person.holder}|{known}",
        f"h:of={belongs}",
        f"h:n={min(members, 3)}",
        _preceded(question, mention.start),
        *_does(question, mention.stop),
    )


def _does(question: Question, stop: int) -> Features:
    """What the club does whose name ends at ``stop`` ("... and Chelsea want Y"), in this claim or another."""
    ahead = next((hit for hit in question.scene.passage.hits if hit.start >= stop), None)
    if ahead is None or ahead.start - stop >= _NEXT:
        return ("h:does=-",)
    if ahead.start == question.trigger.start:
        return ("h:does=this",)
    meaning = ahead.value.meanings[0]
    return (f"h:does={meaning.shape}", f"h:does={meaning.shape}/{meaning.rule}")


def _preceded(question: Question, start: int) -> str:
    low = question.scene.low
    match = _FROM.search(low, max(question.scene.sentence.start, start - 40), start)
    return "h:" + (match.group(1) if match else "-")


def holder_heads(event: str, shape: str) -> tuple[str, str, str]:
    """Under which a sign of a holder is weighed."""
    return "*", event, "*:" + shape


def holder_sheet(weights: Packed, senses: Iterable[tuple[str, str]]) -> Sheet:
    """What signs of holders weigh, with a column for each event under each shape."""
    return Sheet(weights, {sense: holder_heads(*sense) for sense in senses})


class HolderModel(NamedTuple):
    """What weighs the clubs that may hold somebody: their signs one by one, and in company."""

    sheet: Sheet
    network: Network | None = None


def chances(found: Sequence[Holder], option: Option, model: HolderModel) -> list[float]:
    """How probable each holder is; what is missing to one is that the text does not tell."""
    return beside_none([_weight(one, option, model) / ONE for one in found])


def _weight(holder: Holder, option: Option, model: HolderModel) -> int:
    """What a holder weighs, in thousandths: the mean of what his signs do one by one and in company."""
    sheet, network = model
    alone = sheet.weigh(holder.parts, sheet.columns[option.event, option.meaning.shape])
    return (alone + network.weigh(option.event, holder.parts)) // 2 if network else alone
