"""Whom the clause of a phrase leaves out, and what it does not say, whatever the signs weigh.

Each rule here is a plain form of words that a reader never takes otherwise: a clause about a club has its own object, a
pre-contract is with another club, a place that is filled is no need.
"""

from __future__ import annotations

import re

from mooted.claims.actors import Actor
from mooted.claims.groups import Group
from mooted.claims.lexicon import Phrase
from mooted.claims.scenes import Scene
from mooted.language.automaton import Hit
from mooted.language.gates import has_any
from mooted.model.mention import Mention

WITH_HOLDER = frozenset(("contract_talks", "contract_signed"))
WITH_ANSWER = frozenset(("bid_accepted", "terms_agreed"))
_ACCEPTS = re.compile(r" (?:(?:have|has|had|already|now|finally|reportedly) )*")  # from who accepts to the word
_OWN_DEAL = (" new deal", " new contract", " extension", " new terms", " renewal")
_CLAUSE = (" who", " which")
_OF_CLUB = re.compile(r",? (?:who|which)(?:'re| [\w'-]+){1,6} ?")  # from a club to a phrase of the clause about it
_OBJECT = re.compile(r"[^,;:.()\n]{0,40}")  # from a phrase to its object
_PRECONTRACT = re.compile(r"^[^,;.]*\bpre-contract")
_RENEWED = ("new ", "renew", "exten", "fresh", " can ", " could ", " before ", " who ")
_BEYOND = 70  # characters behind a phrase in which a pre-contract is named
_NEW = ("new ", "another")
_SIGNS_ANOTHER = ("sign another", "signs another")
_FOUND = re.compile(
    r"\b(?:unveil(?:ed|s|ing)?|show(?:n|ed|s|ing)? off|parad(?:e|ed|es|ing)|present(?:ed|s|ing)?|announc(?:e|ed|es|ing)"
    r"|signed|welcom(?:e|ed|es|ing)|landed|(?:have|has)(?: got)?)(?: a| an| their| its)? $"
)
_AS = re.compile(r" as (?:(?:an?|the|their|its|his|new|backup|back-up|second|first-choice|reserve|third) )*$")
_POSTS = ("manager", "boss", "coach", "director", "caretaker", "assistant", "in charge")
_IN_POST = re.compile(r",? (?:\(?\d\d\)?, )?(?:(?:the|who is|now|currently) )*")  # from a name to his post
_OF_CLUB_AND = re.compile(r" (?:at|of|for|with) [\w'. -]{3,40}, ")  # from his post to what he does
_APART = (", but ", ", while ", ", whereas ", ", and ", "; ")
_OPENS = re.compile(r", (?:and|while|whilst|whereas|but) (?:the )?$")
_OPENING = 16  # characters before what opens a clause
_ITS_OBJECT = re.compile(r" (?:in|for|on|of) (?:[\w'-]+ ){0,3}")  # from "shown an interest" to whom it is in
_VERB, _ROLE = 30, 40  # characters before a phrase, and before a position, in which such words stand


def opens_clause(scene: Scene, start: int) -> bool:
    """Does what stands at a place open a clause, where another ended?"""
    return _OPENS.search(scene.low, max(scene.sentence.start, start - _OPENING), start) is not None


def is_outside(scene: Scene, trigger: Hit[Phrase], someone: Actor) -> bool:
    """Is he out of the question for a phrase: before another clause that has its own object, or in another's?"""
    return _is_before_clause(scene, trigger, someone) or _is_before_club(scene, trigger, someone)


def _is_before_clause(scene: Scene, trigger: Hit[Phrase], someone: Actor) -> bool:
    """Does a new clause part him from a phrase whose object is another ("Varga is close, but Lens have also shown an
    interest in Brandt")?"""
    low, at, end = scene.low, trigger.start, someone.group.stop
    if end > at or not has_any(low[end:at], _APART):
        return False
    return any(
        other.group.start > trigger.stop and _ITS_OBJECT.fullmatch(low, trigger.stop, other.group.start)
        for other in scene.people
    )


def _is_before_club(scene: Scene, trigger: Hit[Phrase], someone: Actor) -> bool:
    """Does he stand before a club of which a clause tells whom else it wants ("was offered to Lens, who are close to
    signing Brandt")? A bid may be of money and one for another."""
    low, at, end = scene.low, trigger.start, someone.group.stop
    if end > at or not has_any(low[end:at], _CLAUSE):
        return False
    if any("bid" in meaning.events for meaning in trigger.value.meanings):
        return False
    about = (club.group for club in scene.clubs if end < club.group.start < at)
    if not any(_OF_CLUB.fullmatch(low, club.stop, at) for club in about):
        return False
    others = (other.group.start for other in scene.people if other.group.start >= trigger.stop)
    return any(_OBJECT.fullmatch(low, trigger.stop, start) for start in others)


def is_in_post(scene: Scene, trigger: Hit[Phrase], someone: Actor) -> bool:
    """Do words only tell what somebody is, before what he does ("Berg, interim manager at Lens, said")?"""
    if not trigger.value.words.endswith(_POSTS):
        return False
    low, stop = scene.low, trigger.stop
    told = _IN_POST.fullmatch(low, someone.group.stop, max(someone.group.stop, trigger.start))
    return told is not None and "," in told.group() and _OF_CLUB_AND.match(low, stop) is not None


def is_of_precontract(scene: Scene, trigger: Hit[Phrase]) -> bool:
    """Does a phrase speak of a contract with another club, to come ("talks with Brandt over a pre-contract")?"""
    words = scene.low[trigger.start : min(trigger.stop + _BEYOND, scene.sentence.stop)]
    found = _PRECONTRACT.search(words) if "pre-contract" in words else None
    return found is not None and not has_any(found.group(), _RENEWED)


def is_others_answer(scene: Scene, trigger: Hit[Phrase], event: str, player: Actor) -> bool:
    """Is it the club that agrees with others on him, or he himself with a club, and not what an event tells? Who
    accepts an offer stands before the word; who agree with each other are named behind "between"."""
    words, low = trigger.value.words, scene.low
    if "accept" in words:
        wrong = (player,) if event == "bid_accepted" else scene.clubs
        verb = low.index("accept", trigger.start)
        return any(actor.group.stop < verb and _ACCEPTS.fullmatch(low, actor.group.stop, verb) for actor in wrong)
    if "agreement" not in words:
        return False
    if event == "terms_agreed":  # with the club that holds him
        return has_any(low[trigger.stop : min(trigger.stop + _BEYOND, scene.sentence.stop)], _OWN_DEAL)
    return any(_are_both(low, player.group, club.group) for club in scene.clubs)


def _are_both(low: str, one: Group, other: Group) -> bool:
    """Are two named as both sides ("between Lens and Brandt")?"""
    first, second = (one, other) if one.start < other.start else (other, one)
    return low.endswith("between ", 0, first.start) and low[first.stop : second.start] == " and "


def is_filled(scene: Scene, trigger: Hit[Phrase], spot: Mention, club: Actor) -> bool:
    """Has a club found somebody for a position ("Lens sign another striker", "will unveil a new striker"), or is it
    told what one who is named will be ("sign Karel Brandt as new goalkeeper")?"""
    low, start, words = scene.low, trigger.start, trigger.value.words
    if words.startswith(_NEW) and _FOUND.search(low, max(scene.sentence.start, start - _VERB), start):
        return True
    if words.startswith(_SIGNS_ANOTHER) and not club.absent and start - club.group.stop == 1:
        return True
    named = _AS.search(low, max(scene.sentence.start, spot.start - _ROLE), spot.start)
    return named is not None and any(actor.group.stop == named.start() for actor in scene.people)
