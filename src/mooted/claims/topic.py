"""Is a document about football at all? Loans, contracts and signings are told of in rugby, banks and record labels too."""

from __future__ import annotations

from collections import Counter

from mooted.language.automaton import Phrases
from mooted.model.mention import Reading

_FOOTBALL: dict[str, int] = {
    word: points
    for points, words in (
        (3, "football|footballer|footballers|midfielder|goalkeeper|striker|centre-back|left-back|right-back|centre-forward|"
            "premier league|serie a|la liga|laliga|bundesliga|ligue 1|ligue 2|transfer window|transfer|transfers|transfer fee|"
            "super lig|champions league|europa league|conference league|carabao cup|league one|league two|fa cup|eredivisie|mls|wsl|"
            "winger|defender|full-back|playmaker|fc|uefa|fifa|efl|here we go|#transfers|release clause|soccer|saudi pro league"),
        (1, "loan|signing|signings|forward|manager|boss|head coach|squad|goals|goal|pitch|midfield|club|clubs|deadline day|medical|"
            "bid|fee|contract|season|keeper|defence|league|championship|coach"),
    )
    for word in words.split("|")
}  # fmt: skip
_OTHER: dict[str, int] = {
    word: points
    for points, words in (
        (6, "rugby|cricket|wicket|wickets|twenty20|t20|test match|innings|batsman|bowler|scrum|scrum-half|fly-half|super league|"
            "premiership rugby|six nations|hooker|prop|lock forward|heineken cup|champions cup|lions tour|grand slam|formula one|f1|"
            "grand prix|grands prix|ferrari|red bull racing|tennis|wimbledon|us open|atp|wta|golf|golfer|pga|ryder cup|open championship|"
            "horse racing|jockey|racecourse|furlong|nba|nfl|mlb|nhl|quarterback|touchdown|basketball|baseball|boxing|heavyweight|boxer|ufc|"
            "cycling|tour de france|peloton|athletics|sprinter|marathon|olympic|olympics|olympian|snooker|darts|swimming|netball|hockey"),
        (5, "prime minister|parliament|president trump|white house|senate|congress|election|voters|tory|tories|labour party|"
            "government|ministers|chancellor|brexit|vaccine|covid-19|coronavirus|hospital|patients|police said|court heard|murder|lawsuit|"
            "shares|shareholders|stock exchange|stock market|profits|revenue|dividend|investors|economy|economic|inflation|mortgage|bank|"
            "interest rate|interest rates|gdp|airline|oil|software|smartphone|iphone|apple|microsoft|google|computer|internet|broadband|"
            "album|singer|band|film|films|actor|actress|movie|box office|oscar|novel|television|bbc one|itv|celebrity|bikini|instagram snap"),
    )
    for word in words.split("|")
}  # fmt: skip
_WORDS = Phrases({**{word: -points for word, points in _OTHER.items()}, **_FOOTBALL})
_READ = 12_000
_CLUB, _MOST_CLUBS = 3, 6
_LEAST, _MARGIN = 3, 1.5
_SHORT = 400


def is_football(reading: Reading) -> bool:
    """Do the words of a document and the clubs it names speak for football, more than for anything else?

    Each word counts once and once more where it recurs; only the beginning of a long document is read.
    """
    counts: Counter[str] = Counter()
    football, other = _CLUB * min(len(reading.clubs), _MOST_CLUBS), 0
    for section in reading.sections:
        low = section.folded[:_READ].lower()
        for hit in _WORDS.find(low):
            word = low[hit.start : hit.stop]
            counts[word] += 1
            if counts[word] <= 2:
                football, other = football + max(hit.value, 0), other - min(hit.value, 0)
    return football >= _LEAST and football > _MARGIN * other if other else football > 0 or len(low) < _SHORT
