"""Small signs around a phrase that tell tense, doubt, denial and time."""

from __future__ import annotations

import re

from mooted.language.automaton import Phrases

_CUES: dict[str, str] = {
    "will": r"will|shall|going to",
    "could": r"could|may|might|can",
    "would": r"would",
    "set": r"set to|due to|poised to|on course to|about to|scheduled to",
    "expected": r"expected to|likely to|tipped to|looks set|look set|believed to be|thought to be|looks like",
    "close": r"close to|on the verge of|on the brink of|on the cusp of|nearing|edging closer|closing in|verge of|near to|final stages",
    "have": r"have|has|having",
    "had": r"had",
    "was": r"was|were|been",
    "being": r"being",
    "is": r"is|are",
    "not": r"not|never|no|without|nor|neither|cannot|none|nobody|little|hardly|isnt|wont|dont",
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
_CLAUSE = re.compile(r"[,;:()\"]| but | while | although | who | which | after | before | as | because ")


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The cues by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, words in _CUES.items():
        for words_of in words.split("|"):
            parts = tuple(words_of.split())
            table.setdefault(parts[0], []).append((parts, name))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_TABLE = _by_first_word()
_SHORT = {"n't": "not", "'ll": "will", "'d": "would", "'ve": "have", "'re": "is", "'s": "is"}


def cues_of(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cues in a few words, each once in the order of the text; and those of the last three words."""
    tokens = words.split()
    found: list[str] = []
    near: list[str] = []
    last = len(tokens) - 3
    for at, token in enumerate(tokens):
        name = _cue_at(tokens, at, token)
        if name:
            if name not in found:
                found.append(name)
            if at >= last and name not in near:
                near.append(name)
    return tuple(found), tuple(near)


def _cue_at(tokens: list[str], at: int, token: str) -> str | None:
    for parts, name in _TABLE.get(token, ()):
        if len(parts) == 1 or tuple(tokens[at : at + len(parts)]) == parts:
            return name
    return next((name for end, name in _SHORT.items() if token.endswith(end)), None) if "'" in token else None


_YEAR = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MANY = (
    "several|number of|many|other|host of|top|two|three|four|some|various|rival|multiple|plenty of|leading|foreign|european|"
    "spanish|italian|german|english|french|premier league|championship|league one|bundesliga|serie a|la liga|ligue 1|elite"
).split("|")
_TIMES: dict[str, list[str]] = {
    "last": [f"last {t}" for t in "summer season year term january window campaign winter".split()]
    + [f"previous {t}" for t in "season summer campaign window".split()],
    "this": [f"this {t}" for t in "summer january window transfer week month season winter year".split()]
    + ["summer transfer window", "earlier this"],
    "next": [f"next {t}" for t in "summer season year january week campaign window month".split()]
    + ["in the summer", "in the coming", "in the next", "at the end of the season"],
    "recent": [f"last {t}" for t in ["week", "month", "night", *_DAYS]] + [f"on {day}" for day in _DAYS]
    + ["yesterday", "today", "this week", "days ago", "earlier this", "earlier today"],
    "ago": ["year ago", "years ago", "months ago", "year earlier", "years earlier", "in his first", "in his second",
            "in his time", "debut", "decade"],
    "unnamed": [f"{many} {clubs}" for many in _MANY for clubs in ("clubs", "sides", "teams", "suitors", "outfits")]
    + ["clubs in", "clubs from", "clubs across", "other clubs", "move away", "any club", "a number of", "premier league side",
       "number of clubs", "league clubs", "division clubs", "flight clubs"],
    "loan": ["loan", "loaned", "loanee", "loans", "on-loan"],
    "free": ["free transfer", "free agent", "on a free", "for free"],
    "contract": ["contract", "contracts", "extension", "new deal", "terms", "renew", "renewal"],
    "replace": ["replace", "replaced", "replacement", "replacing", "successor", "instead of", "alternative", "alternatives"],
    "pundit": [f"should {v}" for v in "sign buy go move get try".split()]
    + ["should be looking", "should have signed", "i would", "i'd", "if i was", "if i were", "i think", "fans", "supporters"],
    "window": ["transfer", "transfers", "window", "deadline", "signing", "signings", "bid", "fee"],
    "match": ["scored", "goal", "goals", "minute", "minutes", "half-time", "penalty", "appearances", "victory", "defeat", "beat",
              "substitute", "header", "draw", "kick-off"],
}  # fmt: skip


def _time_phrases() -> Phrases[tuple[str, ...]]:
    meant: dict[str, list[str]] = {}
    for name, words in _TIMES.items():
        for phrase in words:
            meant.setdefault(phrase, []).append(name)
    return Phrases({phrase: tuple(names) for phrase, names in meant.items()})


_TIME_PHRASES = _time_phrases()


def times_of(low: str, year: int | None) -> tuple[str, ...]:
    """What kind of time and subject a sentence speaks of; ``year`` is that of publication."""
    found = {name: None for hit in _TIME_PHRASES.find(low) for name in hit.value}
    if "20" in low or "19" in low:
        for match in _YEAR.finditer(low):
            told = int(match.group())
            found["oldyear" if year is None or told < year else "newyear" if told > year else "sameyear"] = None
    return tuple(sorted(found))


def left_words(low: str, start: int, floor: int) -> str:
    """The words of the clause before ``start``, at most 60 characters."""
    begin = max(floor, start - 60)
    words = low[begin:start]
    cut = 0
    for match in _CLAUSE.finditer(words):
        cut = match.end()
    return words[cut:]
