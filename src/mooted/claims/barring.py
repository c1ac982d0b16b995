"""Which person and club no phrase can bring together, whatever its signs weigh: no club pursues its own player, makes
the bid that it answers, asks where it is asked, or gets whom another will not let go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mooted.claims.actors import HOME, Actor
from mooted.claims.clauses import opens_clause
from mooted.claims.groups import Group
from mooted.claims.placing import ITS_WORDS, Pair
from mooted.claims.races import is_side, race_of
from mooted.claims.scenes import Scene
from mooted.language.gates import has_any
from mooted.model.claim import ANSWERED, MOVES, PURSUIT
from mooted.model.entity import Club

_WHERE_TO = frozenset(("to", "for", "join", "joining", "joined", "at", "into"))  # words that lead to his next club
_WHERE_FROM = re.compile(  # leads to the club that is left, though "at" may lead to his next ("a job at Lens")
    r"\b(?:sack|dismiss|fir|axe|oust|resign|quit|step|remov|replac|depart|walk)\w*(?: (?:down|out|aside))?"
    r" at (?:the )?$"
)
_FLEES = re.compile(
    r"\b(?:walk(?:s|ed|ing)? (?:out on|out of|away from)|turn(?:s|ed|ing)? his back on|quit(?:s|ting)?"
    r"|escap(?:e|ing)(?: from)?|(?:get|way|ticket|force his way) out of"
    r"|sever(?:ing)? ties with) (?:the )?$"
)
_LEAD = 30  # characters before a club
_ANSWERS = (  # how who answers a bid does
    *("accept", "reject", "turn down", "turned down", "refuse", "rebuff", "decline", "turn away", "turned away"),
    *("already rejected", "already turned down", "already accepted", "swiftly", "firmly", "twice rejected"),
)
_ANSWERER = re.compile(
    r"(?:,? (?:who|which))?"
    r"(?: (?:have|has|had|will|would|may|might|could))?(?: (?:now|also|already|finally|reportedly))? "
)
_RESISTS = ("fend", "ward", "stav", "stave", "bat", "swat", "repel")  # how who resists a suit does
_RESISTER = re.compile(
    r"(?: (?:have|has|had|are|is|were|was|will|would|may|might|could|must))?(?: (?:now|also|already|been|busy))* "
    r"(?:(?:fend|ward|stav|batt?|swatt?|repel)\w* (?:(?:off|away) )?(?:[\w-]+ ){0,2})?"
)
_SUITS = ("bid", "offer", "approach", "interest", "attempt", "effort", "pursuit", "swoop", "advances", "proposal")
_WHOSE = ("' ", "'s ")
_WON = frozenset(("bid_accepted", "terms_agreed", "agreed", "medical", "signed"))
_COMES_ABOUT = frozenset(("agreed", "signed", "staff_move"))
_LET = (" let", " see", " allow", " letting", " seeing", " allowing")
_WHOM = 50  # characters for whom a club will not let go
_WENT_THERE = re.compile(  # from the end of a pursuit to a club that got him
    r"\b(?:he|she|they|him|her|and|before|and [\w'-]+|player|striker|defender|midfielder|winger|goalkeeper)"
    r" (?:(?:then|later|instead|eventually|has|have|had) ){0,2}"
    r"(?:went to|gone to|joined|joining|moved to|moving to|signed for|signing for|chose|ended up at|headed to|left for)"
    r" (?:the )?$"
)
_MOVED = (" move", " transfer", " switch")
_ASKED = re.compile(
    r" (?:were|was|been|being|(?:have|has|had) (?:been|denied being)|den(?:y|ies|ied) being)(?: also| already)?"
    r" (?:approached|contacted|sounded out)(?: by)?"
)
_NOT = (" and not ", ", not ", " but not ", " and definitely not ")
_ASIDE = re.compile(r",? (?:who|whose|which|where)\b[^,;:.()]{1,80}")  # from a club to one in a clause about it
_GOES_ON = re.compile(
    r", (?:(?:and|but) )?(?:have|has|had|are|is|were|was|will|would|could|may|might|want|hope|plan|need)\b"
)
_BEATS = (" beat", " pip")  # to a player, where a race is told of, else in a match
_OF_CLAUSE = frozenset(("interest", "signed"))
_TO_PHRASE = re.compile(
    r" (?:(?:have|has|had|are|is|were|also|now|since|already|just|been|finally|completed|confirmed|announced|sealed"
    r"|secured|made|both|all|instead|the|a) )*"
)
_BID_TO = re.compile(r"\b(?:bid|offer|approach|proposal|[ei]nquiry)(?:s|es)? to (?:the )?$")
_COMES_FROM = re.compile(  # leads from one who moves to the club that he leaves
    r"\b(?:arriv(?:e|es|ed|al|ing)|join(?:s|ed|ing)?|mov(?:e|es|ed|ing)|com(?:e|es|ing)|came|transfer(?:s|red|ring)?"
    r"|switch(?:es|ed|ing)?|sign(?:s|ed|ing)?)(?: (?:in|over|across|on loan|permanently|on a free(?: transfer)?))?"
    rf" from {ITS_WORDS}$"
)
_COMING = 75  # characters before a club
_WITH = " with "
_NOW_AT = tuple(f" {now} {at} " for now in ("currently", "presently", "now") for at in ("at", "with", "of"))
_BY = " by"
_NEXT = 12  # characters between "by" and a club


class Bars:
    """What the words of a phrase and those around it rule out.

    ``answerer`` is the club that answers a bid by them, ``suitor`` the one whose suit they name; ``refused`` where they
    are what a club will not let somebody do, ``is_match`` where one club beats another in a match by them; ``subject``
    is the club with which their clause begins, where another ended.
    """

    __slots__ = (
        "_answerer", "_is_match", "_race", "_refused", "_resister", "_scene", "_subject", "_suitor", "_trigger",
        "_with_partner",
    )  # fmt: skip

    def __init__(self, scene: Scene, at: int) -> None:
        self._scene = scene
        self._with_partner = _is_with_club(scene, scene.passage.hits[at].stop)
        self._race = race_of(scene)
        self._trigger = start, _, phrase = scene.passage.hits[at]
        words = phrase.words
        self._answerer = _answerer(scene, start) if words.startswith(_ANSWERS) else None
        self._is_match = self._race is None and words.endswith(_BEATS) and _is_before_club(scene, self._trigger.stop)
        resists = self._race is None and words.startswith((*_RESISTS, *_SUITS))
        self._resister = _resister(scene, start) if resists else None
        self._suitor = _suitor(scene, start) if words.startswith(_SUITS) else None
        gets = any(meaning.shape == "buyer" or "signed" in meaning.events for meaning in phrase.meanings)
        self._subject = _subject(scene, start) if gets else None
        self._refused = (phrase.form == "base" or words.startswith("to ")) and _is_refused(scene, at)

    def bar(self, event: str, leaves: bool, together: Pair, club: Actor) -> bool:
        """Is a person out of the question for a club? ``leaves`` where the event is that a coach or director goes.

        A home is that of one person alone; no coach leaves for a club that is his, or to which no word leads.
        """
        if club.how == HOME:
            return not together.own
        if (event in _COMES_ABOUT and self._refused) or (
            event in MOVES and self._is_not_moved_to(event, together, club)
        ):
            return True
        if leaves:
            return together.own or club.preposition not in _WHERE_TO or self._is_left(club)
        if event in PURSUIT and (together.holds or self._sells_him(club) or self._is_out(event, club)):
            return True
        if event in _OF_CLAUSE and self._stands_before_clause(club):
            return True
        if event in ANSWERED and self._answers(club):
            return True
        judge = _OF_EVENT.get(event)
        return judge is not None and judge(self, club)

    def _sells_him(self, club: Actor) -> bool:
        """Is it the club that sells, and nobody else there whom it could buy?"""
        return club.sells and club.how != "pronoun" and len(self._scene.people) <= 1

    def _is_out(self, event: str, club: Actor) -> bool:
        """Is the suit another club's, or lost to one?"""
        lost = self._has_lost(event, club) or (event == "off" and self._is_chosen(club))
        return lost or self._is_anothers(club) or self._is_aside(club)

    def _is_aside(self, club: Actor) -> bool:
        """Is it told not to be it ("Lens and not Genk"), or does it stand in a clause about another one, which goes on
        behind it ("Lens, whose owners also have Genk, are in talks")?"""
        start, stop, low = club.group.start, club.group.stop, self._scene.low
        if club.absent:
            return False
        if low.endswith(_NOT, 0, start):
            return True
        if stop > self._trigger.start or not _GOES_ON.match(low, stop):
            return False
        ends = (other.group.stop for other in self._scene.clubs if other.group.stop < start)
        return any(_ASIDE.fullmatch(low, end, start) for end in ends)

    def _has_lost(self, event: str, club: Actor) -> bool:
        """Is it the winner of a race that it would lose, or the other who would win it, or who is out of it, or is it
        a match that one club would win?"""
        if self._race is None:
            return self._is_match
        if event == "off":
            return is_side(club.group, self._race.winner)
        is_over = (self._race.won or self._race.sure) and self._trigger.start > self._race.winner.start
        return is_side(club.group, self._race.beaten) and (is_over or event in _WON)

    def _is_chosen(self, club: Actor) -> bool:
        """Is it where he went when the pursuit of another club had ended ("it collapsed and he joined Lens")?"""
        stop, at = self._trigger.stop, club.group.start
        return stop < at < stop + _WHOM and _WENT_THERE.search(self._scene.low, stop, at) is not None

    def _answers(self, club: Actor) -> bool:
        """Is it the club that answers a bid ("Lens need him but they have rejected an offer")? Another one made it."""
        if self._is_bid_to(club):
            return True
        return self._answerer is not None and any(member.club == self._answerer for member in club.group.members)

    def _is_bid_to(self, club: Actor) -> bool:
        """Is it the club to which another one's bid went ("We made an approach to Lens, but it was turned down")?"""
        return not club.absent and self._is_led(_BID_TO, club)

    def _stands_before_clause(self, club: Actor) -> bool:
        """Does it stand before the clause in which another one is told to get somebody ("Lens have signed Varga, while
        Genk have completed the signing of Brandt")?"""
        if self._subject is None or club.absent:
            return False
        return club.group.stop < self._subject.start and club.group.head.club != self._subject.head.club

    def _is_anothers(self, club: Actor) -> bool:
        """Is it the suit of another club than this one ("Lens will resist Genk's attempts to sign Varga", "Lens are
        fending off bids")?"""
        if self._resister is not None and club.group is self._resister:
            return True
        return self._suitor is not None and club.group is not self._suitor

    def _is_not_moved_to(self, event: str, together: Pair, club: Actor) -> bool:
        """Is it the club that somebody comes from, or of an old move the one where he is now?"""
        return together.left or self._comes_from(club) or (event == "past_move" and self._is_present(club))

    def _comes_from(self, club: Actor) -> bool:
        """Is it the club from which somebody comes by the phrase ("will arrive from German side Mainz")?"""
        start, low = club.group.start, self._scene.low
        if club.absent or len(club.group.members) > 1 or start < self._trigger.start:
            return False
        if " from " not in low[max(0, start - _COMING) : start]:
            return False
        found = _COMES_FROM.search(low, max(self._scene.sentence.start, start - _COMING), start)
        return found is not None and found.start() < self._trigger.stop and found.end() > self._trigger.start

    def _is_present(self, club: Actor) -> bool:
        """Is it told beside older clubs as the one where he is now ("formerly of Genk and currently at Lens")?"""
        start = club.group.start
        return (
            not club.absent
            and start - self._trigger.stop > len(_NOW_AT[0])
            and self._scene.low.endswith(_NOW_AT, 0, start)
        )

    def _is_left(self, club: Actor) -> bool:
        """Is it the club at which somebody is sacked or resigns?"""
        return club.preposition == "at" and self._is_led(_WHERE_FROM, club)

    def _is_no_partner(self, club: Actor) -> bool:
        """Is it a club of before, where one is named with which he agrees ("has agreed a contract with Lens")?"""
        return self._with_partner and club.absent

    def _is_fled(self, club: Actor) -> bool:
        """Is it the club that he wants to get away from ("threatens to walk out on Lens")?"""
        return not (club.absent or club.preposition in _WHERE_TO) and self._is_led(_FLEES, club)

    def _is_led(self, words: re.Pattern[str], club: Actor) -> bool:
        """Do words lead to the club?"""
        start = club.group.start
        return words.search(self._scene.low, max(0, start - _LEAD), start) is not None

    def _is_asked(self, club: Actor) -> bool:
        """Is it the club that another one asks about its player ("Lens were approached by Genk")?"""
        (start, stop, _), low = self._trigger, self._scene.low
        if club.absent or not _ASKED.fullmatch(low, club.group.stop, stop):
            return False
        end = stop if low.endswith(_BY, start, stop) else stop + len(_BY)
        asking = any(0 <= other.group.start - end <= _NEXT for other in self._scene.clubs)
        return asking and low.endswith(_BY, start, end)

    def _is_turned_from(self, club: Actor) -> bool:
        """Is it the club that a move that he turns down would take him from ("rejected a move from Lens to Genk")?"""
        if club.absent or club.preposition != "from" or not has_any(self._trigger.value.words, _MOVED):
            return False
        return self._scene.low.startswith(" to ", club.group.stop)


_OF_EVENT: Mapping[str, Callable[[Bars, Actor], bool]] = {
    "contact": Bars._is_asked, "terms_agreed": Bars._is_no_partner,
    "wants_out": Bars._is_fled, "wants_stay": Bars._is_turned_from,
}  # fmt: skip


def _answerer(scene: Scene, start: int) -> Club | None:
    """The club that stands just before words of an answer, by its name or a pronoun."""
    for actor in scene.clubs:
        if _ANSWERER.fullmatch(scene.low, actor.group.stop, start):
            return actor.group.members[-1].club
    return None


def _is_with_club(scene: Scene, stop: int) -> bool:
    """Does "with" lead from a phrase to a club?"""
    return scene.low.startswith(_WITH, stop) and any(one.group.start == stop + len(_WITH) for one in scene.clubs)


def _is_before_club(scene: Scene, stop: int) -> bool:
    """Does a club stand right behind a phrase?"""
    return any(0 < one.group.start - stop < _NEXT for one in scene.clubs)


def _resister(scene: Scene, start: int) -> Group | None:
    """The club that is told before a phrase to resist the suit that it names, or by the phrase itself."""
    close = (one.group for one in scene.clubs if 0 < start - one.group.stop < _WHOM)
    return next((group for group in close if _resists(scene.low, group.stop, start)), None)


def _resists(low: str, stop: int, start: int) -> bool:
    found = _RESISTER.fullmatch(low, stop, start)
    return found is not None and (low.startswith(_RESISTS, start) or has_any(found.group(), _RESISTS))


def _subject(scene: Scene, start: int) -> Group | None:
    """The club with which the clause of a phrase begins, where another ended before it."""
    group = next((one.group for one in reversed(scene.clubs) if one.group.stop <= start), None)
    if group is None or not opens_clause(scene, group.start):
        return None
    return group if _TO_PHRASE.fullmatch(scene.low, group.stop, start) else None


def _suitor(scene: Scene, start: int) -> Group | None:
    """The club whose suit a phrase names after it."""
    if not scene.low.endswith(_WHOSE, 0, start):
        return None
    return next((one.group for one in scene.clubs if start - 3 <= one.group.stop < start), None)


def _is_refused(scene: Scene, at: int) -> bool:
    """Is it what a club will not let somebody do ("Lens are reluctant to let Varga join Genk")?"""
    if not at:
        return False
    _, stop, refusal = scene.passage.hits[at - 1]
    if not 0 < scene.passage.hits[at].start - stop < _WHOM or not refusal.words.endswith(_LET):
        return False
    return any("not_for_sale" in meaning.events for meaning in refusal.meanings)
