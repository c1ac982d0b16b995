"""Small signs around a phrase that tell tense, doubt, denial and time."""

from __future__ import annotations

import re
from functools import lru_cache

_CUES: dict[str, str] = {
    "will": r"will|'ll|shall|going to",
    "could": r"could|may|might|can",
    "would": r"would|'d",
    "set": r"set to|due to|poised to|on course to|about to|scheduled to",
    "expected": r"expected to|likely to|tipped to|looks set|look set|believed to be|thought to be|looks like",
    "close": r"close to|on the verge of|on the brink of|on the cusp of|nearing|edging closer|closing in|verge of|near to|final stages",
    "have": r"have|has|having|'ve",
    "had": r"had",
    "was": r"was|were|been",
    "being": r"being",
    "is": r"is|are|'re|'s",
    "not": r"not|n't|never|no|without|nor|neither|cannot|none|nobody|little|hardly|isnt|wont|dont",
    "yet": r"yet|still|are yet to|is yet to",
    "want": r"want|wants|wanted|wanting|would like|would love|wish|wishes",
    "keen": r"keen|eager|desperate|determined|hoping|hope|hopes|hoped|aim|aiming|look|looking|seeking|seek|bid|aims",
    "try": r"try|trying|tried|attempt|attempting|attempted|failed|fail|failing|effort",
    "ready": r"ready|prepared|preparing|prepare|prepares|willing|plan|planning|plans|open|planned|readying|intend",
    "consider": r"consider|considering|weighing|weigh|mulling|thinking|plotting|contemplating|exploring|discuss|discussing",
    "agreed": r"agreed|agree|agrees|agreement|accepted|accept|accepts",
    "allow": r"allow|allowed|let|allowing|permitted|free|told",
    "after": r"after|since|following|before|when|having|once|until",
    "despite": r"despite|although|though|while|with|amid",
    "if": r"if|should|unless|provided|in case|only if|whether|once",
    "who": r"who|whom|which|that|whose",
    "to": r"to",
    "by": r"by",
    "from": r"from",
    "for": r"for",
    "of": r"of",
    "their": r"their|his|its|her",
    "confirm": r"confirm|confirmed|confirms|announce|announced|announces|official|officially|confirming",
    "reject": r"reject|rejected|refuse|refused|turned down|turn down|decline|declined|refusing|snubbed",
    "persuade": r"convince|convincing|persuade|persuaded|tempt|help|helped|force|forced|push|pushing",
    "chance": r"chance|opportunity|offer|option|offered|possibility|possible|prospect|potential",
    "interest": r"interest|interested|linked|link|links|target|admire|race|keen on",
    "talks": r"talks|negotiations|discussions|talking|negotiating",
    "over": r"over|about|regarding|on",
    "unlikely": r"unlikely|doubt|doubts|doubtful|difficult|impossible|far|reluctant|hesitant|unclear",
    "only": r"just|already|recently|now|finally|officially",
}
_CUE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b|(?<=[a-z])(?:n't|'ll|'d|'ve|'re)\b)" if name == "not" else rf"(?P<{name}>\b(?:{words})\b)" for name, words in _CUES.items()))
_CLAUSE = re.compile(r"[,;:()\"]| but | while | although | who | which | after | before | as | because ")


@lru_cache(maxsize=20000)
def cues_of(words: str) -> tuple[str, ...]:
    """The cues in a few words, in the order of the text."""
    found = [match.lastgroup or "" for match in _CUE.finditer(words)]
    return tuple(dict.fromkeys(found))


_YEAR = re.compile(r"\b(19[89]\d|20[0-4]\d)(?:-\d\d)?\b")
_TIMES = {
    "last": re.compile(r"\blast (?:summer|season|year|term|january|window|campaign|winter|month of)\b|\bprevious (?:season|summer|campaign|window)"),
    "this": re.compile(r"\bthis (?:summer|january|window|transfer|week|month|season|winter|year)|\bsummer transfer window|\bearlier this"),
    "next": re.compile(r"\bnext (?:summer|season|year|january|week|campaign|window|month)|\bin the (?:summer|coming|next)|\bat the end of the season"),
    "recent": re.compile(r"\blast (?:week|month|friday|saturday|sunday|monday|tuesday|wednesday|thursday|night)|\byesterday|\btoday|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day|\bthis week|\bdays ago|\bearlier (?:this|today)"),
    "ago": re.compile(r"\byears? ago|\bmonths ago|\byears? earlier|\bin his (?:first|second|time)|\bdebut|\bdecade"),
    "unnamed": re.compile(r"\b(?:several|number of|many|other|host of|top|two|three|four|some|various|rival|multiple|plenty of|leading|foreign|european|spanish|italian|german|english|french|premier league|championship|league one|bundesliga|serie a|la liga|ligue 1|elite)\s(?:[a-z]+ ){0,3}?(?:clubs|sides|teams|suitors|outfits)\b|\bclubs (?:in|from|across)\b|\bother clubs\b|\bmove away\b|\bany club\b|\binterest from\b|\ba number of\b"),
    "loan": re.compile(r"\bloan(?:ed|ee)?\b"),
    "free": re.compile(r"\bfree (?:transfer|agent)|\bon a free\b|\bfor free\b"),
    "contract": re.compile(r"\bcontract|\bextension|\bnew deal|\bterms\b|\brenew"),
    "replace": re.compile(r"\breplace|\bsuccessor|\binstead of|\balternative"),
    "pundit": re.compile(r"\bshould (?:sign|buy|go|move|get|be looking|try|have signed)|\bi would|\bi'd|\bif i (?:was|were)|\bi think\b|\bfans\b|\bsupporters\b"),
    "window": re.compile(r"\btransfer|\bwindow|\bdeadline|\bsigning|\bbid\b|\bfee\b"),
    "match": re.compile(r"\bscored|\bgoals?\b|\bminute|\bhalf-time|\bpenalty|\bappearances|\bvictory|\bdefeat|\bbeat\b|\bsubstitute|\bheader|\bdraw\b|\bkick-off"),
}  # fmt: skip


def times_of(low: str, year: int | None) -> list[str]:
    """What kind of time and subject a sentence speaks of; ``year`` is that of publication."""
    found = [name for name, pattern in _TIMES.items() if pattern.search(low)]
    for match in _YEAR.finditer(low):
        told = int(match.group(1))
        if year is None or told < year:
            found.append("oldyear")
        elif told > year:
            found.append("newyear")
        else:
            found.append("sameyear")
    return list(dict.fromkeys(found))


def left_words(low: str, start: int, floor: int) -> str:
    """The words of the clause before ``start``, at most 60 characters."""
    begin = max(floor, start - 60)
    words = low[begin:start]
    cut = 0
    for match in _CLAUSE.finditer(words):
        cut = match.end()
    return words[cut:]
