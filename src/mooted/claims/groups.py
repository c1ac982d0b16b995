"""Lists as one: "Napoli, Roma and Milan" fill one role together."""

from __future__ import annotations

import re
from typing import NamedTuple

from mooted.model.mention import Mention

_TITLES = (  # that stand before the name of a club
    r"(?: (?:also|both|the|even|either|fellow|then|now|perhaps|maybe|possibly|reportedly"
    r"|his|their|former|reigning|newly-promoted|newly"
    r"|promoted|Premier League|Serie A|La Liga|Bundesliga|Ligue 1|Championship|League One|League Two|MLS|Eredivisie"
    r"|Premiership|Champions League|European|Scottish|French|Italian|Spanish|German|English"
    r"|Turkish|Portuguese|Dutch|Belgian|Brazilian|Greek|Russian|Saudi|American|London|Merseyside|Midlands|city"
    r"|rivals|champions|winners|leaders|holders|neighbours|newcomers|strugglers|side|giants|club|outfit|clubs|likes of"
    r"|sides))*(?:(?: [A-Z][\w.-]+){1,3}'s)?"  # "and Anna Berg's Lyon"
)
_CLUB_GAP = re.compile(
    r"(?:'s)?(?:,|,? and(?:, (?:reportedly|possibly|perhaps|apparently|allegedly|maybe|it is \w+|so it is said"
    r"|according to reports|more recently|most recently|lately|surprisingly),)?"
    r"| n?or|,? as well as|,? along with|,? plus| &| /|/|,? alongside|,? both|,? followed by"
    r"|,? but also)"
    rf"{_TITLES}(?: |$)"
)
_LED_AGAIN = re.compile(  # "bids from Lyon and from Lille"
    rf"(?:,|,? (?:and|or|nor)|,? as well as) (from|by|to|with|for|at){_TITLES} "
)
_WITH = re.compile(rf"(?:'s)?,? with{_TITLES} ")
_NOT_TOO = re.compile(  # what makes "Lyon, with Lille needing money" no list, as "Lyon, with Lille also keen" is one
    r"(?:'s)? (?:boss|manager|coach|head|sporting|director|captain|defender|midfielder|forward|striker|winger|keeper"
    r"|goalkeeper|playmaker|full-back|left-back|right-back|centre-back|star|man|player|youngster|academy"
    r"|(?:now |currently )?(?:needing|unable|unwilling|reluctant|demanding|asking|wanting|holding|insisting|determined"
    r"|open|prepared|willing|refusing|valuing|resigned|happy|set|due|hoping for))\b"
)
_WILL = (
    r"(?:(?:are|were|will|would|could|may|might|set|also|now|both|ready|going|to|looking|expected|have|been|reportedly"
    r"|do) )*"
)
_CLUBS_TOGETHER = re.compile(  # not "left Ajax to join Lens": clubs alone are many, and "have joined"
    r",? (?:have (?:also |now |all |both )?joined|are (?:also |now )?joining|are (?:just |well |now )?ahead of"
    rf"|{_WILL}(?:rival(?:s|ling)?|(?:vie|vying|compete|competing|battle|battling) (?:it out )?with|battl(?:e|ing)"
    r"|(?:slug|fight|scrap|duk)(?:e|g?ing|ping)? it out with"
    rf"|fac(?:e|ing) competition from|in competition with)){_TITLES} "
)
_CLUBS_IN_A_RACE = re.compile(
    rf",? {_WILL}(?:join(?:ed|s)?|lead|leading|ahead of|challeng(?:e|es|ing)|com(?:e|ing) up against"
    rf"|go(?:ing)? (?:up against|head[- ]to[- ]head with)){_TITLES} "
)
_RACE = re.compile(
    r"(?:[ ,](?:and|neighbours|rivals|[A-Z][\w.-]*)?){0,10}? in (?:the |an? )?(?:race|hunt|battle|chase|fight|queue|"
    r"running|being|wanting|pursuing|showing|tracking|monitoring|eyeing|chasing|expressing|pursuit)\b"
    r"| for the (?:signing|signature)\b"
)
_PERSON_WORDS = re.compile(
    r"(?:[\s,()/&'\"-]|and|nor|or|as well as|plus|along with|alongside|both|either|the|\d\d|-year-old|year-old|his"
    r"|their|team-mate|fellow|on-loan|former|star|stars|ace|captain|forward|international|duo|pair|striker|young|s"
    r"|manager|boss|coach|head coach|[GDMF](?= ))*"
)
_FROM = re.compile(
    r"(?:,? \(?\d\d\)?,?)? (?:from|of) (?:(?:[\w.-]+ ){0,3}(?:side|club|outfit|giants|rivals|neighbours|champions) )?"
)
_FOR_A_SUM = re.compile(
    r" (?:for (?:about |around |an initial )?[£€$][\w.]+(?: million)?|on loan|on a free(?: transfer)?)"
)
_SPEAKS = re.compile(  # "a bid for X, Y told Marca"
    r" (?:has |have |had )?(?:told|tells|said|says|claim(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|reveal(?:s|ed)"
    r"|confirm(?:s|ed)|explain(?:s|ed)|reports?|understands?|writes)\b"
)
_ALSO = r"also |now |already |since |just |reportedly "
_DONE = (
    r"(?:agreed|bid|made|offered|won|signed|joined|opened|tabled|lodged|submitted|identified|put|told|turned|asked)\b"
)
_AFTER_AND = re.compile(rf" (?:have|has) (?:{_ALSO})*{_DONE}")  # not "bids from Chelsea and Hull have been made"
_AFTER_COMMA = re.compile(
    r" (?:have|has|had|are|is|were|was|want|wants|will|would|could|may|might|need|hope|plan|remain)\b"
    rf"| (?:{_ALSO})*(?:announce[ds]?|confirm(?:ed|s)?|complet(?:ed|es)|unveil(?:ed|s)|sign(?:ed|s)|reveal(?:ed|s)"
    r"|present(?:ed|s)|welcom(?:ed|es)|land(?:ed|s)|secur(?:ed|es)|appoint(?:ed|s)|sack(?:ed|s)|bid|made|offered"
    r"|rejected|turned|accepted|moved|brought|took|sold|loaned|released|agreed|opened|tabled|lodged|submitted)\b"
)
_BEFORE_OBJECT = re.compile(
    r"\b(?:from|with|to|of|at|for|by|in|against|over|leave|left|leaving|join|joins|joined|joining|beat|beating"
    r"|facing|fac(?:e|ed)|hosting|visiting|playing|[Uu]nlike|[Ll]ike|[Aa]longside|[Bb]esides|[Tt]han) $"
)
_OBJECT_REACH = 18  # characters
_LEFT_BEHIND = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|quits?|quitting|exit(?:s|ing)?|depart(?:s|ing)?"
    r"|(?:sold|released|let go|offloaded|loaned out|made available) by) $"
)
_RESPECTIVELY = re.compile(r",? respectively\b")
_GAP = 64  # characters between two clubs of a list


class Group(NamedTuple):
    """Mentions that stand as a list; ``start`` and ``stop`` bound the whole."""

    start: int
    stop: int
    members: tuple[Mention, ...]

    @property
    def head(self) -> Mention:
        return self.members[0]


def in_turn(people: Group, clubs: Group, low: str) -> bool:
    """Does each of the people go with one of the clubs ("X and Y to A and B respectively", "A and B told of their
    respective interest in X and Y", "X to A and Y to B")?"""
    as_many = len(people.members) == len(clubs.members) > 1
    if not as_many:
        return False
    if people.head.stop <= clubs.head.start < people.members[1].start:
        return True
    between = low[min(people.stop, clubs.stop) : max(people.start, clubs.start)]
    return " respective " in between or _RESPECTIVELY.match(low, max(people.stop, clubs.stop)) is not None


def club_groups(mentions: list[Mention], folded: str) -> list[Group]:
    """The clubs of a sentence, lists together. A club in a person's noun group stands alone."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and mention.of is None and groups[-1][-1].of is None and _listed(groups[-1], mention, folded):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [Group(g[0].start, g[-1].stop, tuple(g)) for found in groups for g in _apart(found, folded)]


def _apart(members: list[Mention], folded: str) -> list[list[Mention]]:
    """Two clubs side by side, of which the first is an object and the second has a clause of its own, are no list
    ("After talks with Chelsea, Arsenal have bid", "a player of Chelsea and Hull have won the race"). Nor is a club that
    is left one of those that wait ("he leaves Chelsea, with Arsenal and Hull keen")."""
    if len(members) == 1:
        return [members]
    left, right, *others = members
    gap = folded[left.stop : right.start]
    before = folded[max(0, left.start - _OBJECT_REACH) : left.start]
    if _LEFT_BEHIND.search(before) and _WITH.fullmatch(gap):
        return [[left], [right, *others]]
    clause = _AFTER_COMMA if gap == ", " else _AFTER_AND if gap == " and " else None
    if not others and clause and clause.match(folded, right.stop) and _BEFORE_OBJECT.search(before):
        return [[left], [right]]
    return [members]


def _listed(group: list[Mention], right: Mention, folded: str) -> bool:
    left = group[-1]
    gap = folded[left.stop : right.start]
    if len(gap) >= _GAP or left.how == "pronoun" or right.how == "pronoun":
        return False
    if _CLUB_GAP.fullmatch(gap) or _CLUBS_TOGETHER.fullmatch(gap):
        return True
    if (again := _LED_AGAIN.fullmatch(gap)) and folded.endswith(f" {again[1]} ", 0, group[0].start):
        return True
    if _WITH.fullmatch(gap):
        return " former " not in gap and _NOT_TOO.match(folded, right.stop) is None
    return bool(_CLUBS_IN_A_RACE.fullmatch(gap) and _RACE.match(folded, right.stop))


def person_groups(people: list[Mention], others: list[Mention], folded: str) -> list[Group]:
    """The people of a sentence, lists together, whatever noun groups stand between the names; nobody twice in one."""
    groups: list[list[Mention]] = []
    for mention in people:
        told = any(member.person == mention.person for member in groups[-1]) if groups else True
        if not told and _same_list(groups[-1][-1], mention, others, folded):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [Group(g[0].start, g[-1].stop, tuple(g)) for g in groups]


def _same_list(left: Mention, right: Mention, others: list[Mention], folded: str) -> bool:
    """Do two people stand in a list, each perhaps with where he is from ("X from Lyon and Y from Lille")?"""
    if left.start == right.start:  # "the pair"
        return True
    if left.how == "pronoun" or right.how == "pronoun" or right.start - left.stop > 110:
        return False
    gap, at, each_from = "", left.stop, False
    for mention in others:
        if left.stop <= mention.start and mention.stop <= right.start and mention.kind != "person":
            if mention.kind == "club" and mention.of is None and not mention.former:
                if each_from or not (_FROM.fullmatch(folded, at, mention.start) and _FROM.match(folded, right.stop)):
                    return False
                each_from = True
                sums = _FOR_A_SUM.match(folded, mention.stop)
                at = sums.end() if sums else mention.stop
                continue
            gap += folded[at : mention.start] + " "
            at = mention.stop
    gap += folded[at : right.start]
    if gap == ", " and _SPEAKS.match(folded, right.stop):
        return False
    if not re.search(r",|\band\b|\bn?or\b|\bas well as\b|\bplus\b|&", gap):
        return False
    return _PERSON_WORDS.fullmatch(gap) is not None
