"""Is it so, might it be so, only if, or not at all: polarity, modality and condition of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mooted.claims.candidates import Question
from mooted.claims.denials import governed
from mooted.claims.packing import Packed
from mooted.claims.weighing import LANE, Features, Sheet
from mooted.language.gates import has_any
from mooted.model.claim import EVENTS, Modality, Polarity

CLASSES: tuple[tuple[Polarity, Modality], ...] = (
    ("affirmed", "actual"), ("affirmed", "possible"), ("affirmed", "conditional"),
    ("denied", "actual"), ("denied", "possible"),
)  # fmt: skip
_HINTS: dict[str, str] = {
    "could": "could may might maybe perhaps possibly potentially possible potential possibility prospect chance "
    "chances",
    "would": "would 'd",
    "will": "will 'll shall",
    "set": "set due poised destined scheduled bound lined tipped",
    "expected": "expected expect expects likely anticipated believed looks look seems appears",
    "hope": "hope hopes hopeful hoping hoped confident optimistic aim aims aiming eager desperate keen",
    "plan": "plan plans planning planned prepare preparing prepared prepares ready readying intend intends "
    "intention going",
    "consider": "consider considering weighing mulling contemplating plotting exploring",
    "want": "want wants wanted wish wishes like love prefer",
    "not": "not n't never no nor neither none nobody nothing without cannot barely hardly",
    "deny": "deny denies denied denying dismiss dismissed dismisses rubbished nonsense untrue false truth ruled ruling "
    "rejected quashed doubt doubts distanced downplayed downplays",
    "unlikely": "unlikely impossible difficult far distance doubtful difficulty",
    "yet": "yet still until",
    "refuse": "refuse refuses refused refusing declined decline reluctant unwilling failed fail opposed unable "
    "rebuffed rebuffs snubbed snubs spurned",
    "if": "if unless should provided whether in-case depending once only",
    "past": "had was were been",
    "perfect": "has have 've having",
    "now": "is are 's 're being already",
    "close": "close closing verge brink edging nearing near advanced final finalise finalising",
    "told": "told says said claims reports reported reportedly understood",
    "able": "allow allowed let free able open willing",
}
_HINT_OF = {word: hint for hint, words in _HINTS.items() for word in words.split()}
_AGAINST = frozenset(("not", "deny", "unlikely", "refuse"))
_AHEAD = frozenset(("could", "would", "will", "set", "expected", "plan"))
_WORD = re.compile(r"n't\b|'(?:ll|d|ve|re|s)\b|[a-z]+(?:-[a-z]+)*?(?=n't)|[a-z]+(?:-[a-z]+)*")
_PLAIN_WORD = re.compile(r"'(?:ll|d|ve|re|s)\b|[a-z]+(?:-[a-z]+)*")  # the same where nothing is cut before "n't"
_EDGE = re.compile(
    r"[;:()\"?]|, (?:but|while|although|though|with|who|which|whose|where|as|after|and)\b| (?:but|while"
    r"|although|though|whereas|who|which|whose|because|after|before|despite) |[.!] "
)
_IF_WORDS = (
    "if ", "unless", "provided", "as long as", "on condition", "on the condition", "only when", "should",
    "depending on", "subject to", "in case", "right price", "right offer", "right fee", "in the event",
    "only after", "must first", "so long as", "assuming", "providing", "hinge", "failing that", "were ",
)  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:(?:but |and |even )?(?i:(?:only )?(?:(?<!even )if|unless"
    r"|provided(?: that)?(?! (?:an?|more|further|some|him|her|us|the latest)\b)|providing|(?:as|so) long as"
    r"|assuming(?: that)?|failing that|hing(?:es?|ed|ing) on|on (?:the )?condition(?: that| of)?|only when"
    r"|depending on|subject to|in case|in the event|only after)\b"
    r"|(?:for|at) the right (?:price|offer|fee))"
    r"|(?:^|(?<=, )|(?<=\. )|(?<=and )|(?<=but ))"
    r"(?:[Ss]hould (?=[\w\"])|[Ww]ere (?=[\w\"][^,.\n]{0,40} to ))"
    r"|(?<![Ww]hy )(?<![Hh]ow )(?<![Ww]hat )(?<![Ww]ho )(?<![Ww]hen )"
    r"(?<=\w )should (?=(?:that|this|these|those|it|he|she|they|the|a|an|any|either|both|neither|his|her|their|its)\b)"
    r")[^;\n]{0,200}"
)
_NEGATIVE = frozenset(
    "no not nor never neither without none denied denies deny dismissed ruled unlikely refuse refuses refused "
    "rubbished nonsense cannot n't".split()
)
_OF_NEGATIVES = ("no", "n't", "den", "never", "neither", "without", "dismiss", "ruled", "unlikely", "refuse", "rubbish")
_PUT_OFF = re.compile(  # denials of several words, by what they tell
    r"\b(?:(?P<yet>(?:yet|still) to\b(?! come\b| play\b| run\b| be (?:decided|seen)\b))"
    r"|(?P<down>turn(?:s|ed|ing)? (?:it |him |them |that )?down\b|pass(?:es|ed|ing)? up\b|walk(?:s|ed|ing)? away\b)"
    r"|(?P<cold>(?:play|pour)(?:s|ed|ing)? (?:it |this )?(?:down|cold water)\b|(?:wide|short) of the mark\b)"
    r"|(?P<mum>refus(?:es?|ed|ing) to be drawn|would not be drawn|wouldn't be drawn)"
    r"|(?P<apart>(?:remain|are|is|still|\S+m|million) (?:a )?(?:way |long way |distance |some way )?apart\b))"
)
_OF_PUT_OFF = (" to ", "down", "up", "away", "cold", "mark", "drawn", "apart")
_SHORT_QUOTE = re.compile(r"\"([^\",]{2,30})\"")
_INSIDE = re.compile(r"\b(?:if|unless|provided|in case|should|as long as|once|until)\b[^,;.]*$")
_ENDS = re.compile(
    r"[.!?](?=\s|$)|[\"(]| - |,? but |, (?:and |with |while |who |which |according |says? |said |reports? |claims? )"
    r"| and (?:the|he|they|she|his|their|are|is|will|has|have)\b| while "
)
_COMMA = re.compile(  # the second of an age ends nothing, unless a clause begins there
    r"(?:(?<!, \d\d),|(?<=, \d\d),(?= (?:[A-Z]|(?:the|they|he|it|we)\b)))"
    r"(?! (?:\d\d,|who |which |whose |[A-Z][\w'-]+,))"
)
_ALWAYS = ("event",)
_KEPT = ("w=", "f=", "kind=", "bias", "near", "cue")  # the others tell of the event, not of doubt
_NO_DENIAL = re.compile(
    r"\b(?:(?:not|never|yet to|refus(?:es?|ed|ing) to|declin(?:es?|ed|ing) to|(?:can|could|do|does|did|have|has|had|is"
    r"|are|was|were|wo|would)n't) (?:(?:yet|been|be|being|completely|entirely|have|has) )?"
    r"(?:rul(?:e|ed|ing) (?:it )?out|dismiss(?:ed|ing)?|giv(?:e|en|ing) up|gave up|hid(?:e|den|ing)|exclud(?:e|ed|ing)"
    r"|stop(?:ped|ping)?|los(?:e|t|ing) (?:sight|hope|faith)"
    r"|shut the door|thr(?:ow|own|ew) in the towel|accept(?:ed|ing)? (?:that|defeat))"
    r"|not only|no (?:secret|shortage|stone unturned|surprise|doubts?|time|hesitation)|none other than|nothing short of"
    r"|above all others)\b"
)
_LIKE_DENIAL = (
    "rul", "dismiss", "giv", "gave up", "hid", "not only", "no secret", "no shortage", "no stone", "no surprise",
    "no doubt", "no time", "no hesit", "none other", "nothing short", "above all", "exclud", "stop", " los", "shut the",
    "towel", "accept",
)  # fmt: skip
_OPINION = re.compile(  # stands between a denial and what it denies ("not believed to be keen")
    r"\b(not|never|no longer)(?:,? (?:believed|thought|understood|said|considered|known|reported|deemed) to"
    r" (?:be|have(?: been)?)|, (?:however|though|at present|as yet|for now|it is understood),)(?= )"
)
_OF_OPINIONS = (" to be ", " to have ", "however", "though,", "at present", "as yet", "for now", "is understood")
WIDE = 500  # characters on each side of a phrase that can tell of doubt
NEAR = 8
FAR, _NOT_FAR = 14, 6  # words before a phrase, and behind it
_CLOSE_BEFORE, _CLOSE_BEHIND = 45, 30  # characters in which words of denial count across clauses
Hints = tuple[tuple[int, str], ...]


def doubt_signs(question: Question) -> list[str]:
    """Signs for polarity and modality: those of the phrase, and words of denial, plan and condition about it."""
    return [sign for part in doubt_parts(question) for sign in part]


def doubt_parts(question: Question) -> list[Features]:
    """The same signs in small tuples that recur."""
    scene, trigger = question.scene, question.trigger
    start, stop = max(scene.sentence.start, trigger.start - WIDE), min(scene.sentence.stop, trigger.stop + WIDE)
    sentence = scene.low[start:stop]
    at, end = trigger.start - start, trigger.stop - start
    sentence = _plain(sentence, at, end)
    if '"' in sentence:
        sentence = _SHORT_QUOTE.sub(r" \1 ", sentence)  # a word or two in quotes are no clause of their own
    left = clause_before(sentence, at)
    before = _hints(left, "<", FAR)
    words = left.split()[-2:]
    return [
        _ALWAYS,
        *map(_kept, question.basis[:3]),  # what stands beside the phrase tells of the event alone
        _signs_of_hints("<", before),
        _denials(sentence, at, end),
        _put_off(sentence, at, end),
        governed(sentence, at, end),
        _signs_of_hints(">", _hints(clause_after(sentence, end), ">", _NOT_FAR)),
        _within(sentence[at:end]),
        (f"form={trigger.value.form}|{'<first=' + before[0][1] if before else ''}",),
        ("b1=" + " ".join(words[-1:]), "b2=" + " ".join(words)),
        _conditions(sentence, at, end),
    ]


@lru_cache(maxsize=10_000)
def _kept(part: Features) -> Features:
    """Of the signs of a phrase those that tell of doubt."""
    return tuple(sign for sign in part if sign.startswith(_KEPT))


@lru_cache(maxsize=10_000)
def _within(phrase: str) -> Features:
    """What the words of the phrase itself hint at."""
    return tuple("=" + hint for word in _WORD.findall(phrase) if (hint := _HINT_OF.get(word)))


def _plain(sentence: str, at: int, end: int) -> str:
    """The sentence without words that only look like denials ("have not ruled out", "no stone unturned"), or part a
    denial from what it denies, which leave blanks, so that places stay; those of the phrase itself are kept."""
    if has_any(sentence, _OF_OPINIONS):
        sentence = _OPINION.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), sentence)
    if not has_any(sentence, _LIKE_DENIAL):
        return sentence

    def blank(found: re.Match[str]) -> str:
        outside = found.end() <= at or found.start() >= end
        return " " * len(found.group()) if outside else found.group()

    return _NO_DENIAL.sub(blank, sentence)


def _denials(sentence: str, at: int, end: int) -> Features:
    """Words of denial close to a phrase on either side, and in it; across the borders of clauses."""
    begin = max(0, at - _CLOSE_BEFORE)
    if not has_any(sentence[begin : end + _CLOSE_BEHIND], _OF_NEGATIVES):
        return ()
    around = ((begin, at, "neg<"), (at, end, "neg="), (end, end + _CLOSE_BEHIND, "neg>"))
    return tuple(sign for low, high, sign in around if not _NEGATIVE.isdisjoint(_WORD.findall(sentence, low, high)))


def _put_off(sentence: str, at: int, end: int) -> Features:
    """Denials of several words close to a phrase ("yet to", "turned down"): on which side or in it, of what kind."""
    begin = max(0, at - _CLOSE_BEFORE)
    close = sentence[begin : end + _CLOSE_BEHIND]
    if not has_any(close, _OF_PUT_OFF):
        return ()
    signs: list[str] = []
    for found in _PUT_OFF.finditer(close):
        side = "<" if begin + found.end() <= at else ">" if begin + found.start() >= end else "="
        signs += (f"off{side}{found.lastgroup}", *(("neg" + side,) if found.lastgroup == "yet" else ()))
    return tuple(signs)


def clause_before(sentence: str, at: int) -> str:
    """The words of the clause before ``at``, at most a hundred characters."""
    words = sentence[max(0, at - 100) : at]
    cut = 0
    for edge in _EDGE.finditer(words):
        cut = edge.end()
    return words[cut:]


def clause_after(sentence: str, end: int, reach: int = 70) -> str:
    """The words of the clause behind ``end``, at most ``reach`` characters."""
    words = sentence[end : end + reach]
    edge = _EDGE.search(words)
    return words[: edge.start()] if edge else words


def _hints(words: str, side: str, most: int) -> Hints:
    """What the words of a clause on one side of a phrase hint at, each with how many words off, the nearest first."""
    found = (_WORD if "n't" in words else _PLAIN_WORD).findall(words)
    ordered = found[: -most - 1 : -1] if side == "<" else found[:most]
    return tuple([(place, _HINT_OF[word]) for place, word in enumerate(ordered) if word in _HINT_OF])


@lru_cache(maxsize=10_000)
def _signs_of_hints(side: str, hints: Hints) -> Features:
    """The signs of hints: each, each with its distance, what they have in common, and the nearest."""
    if not hints:
        return ()
    names = [hint for _, hint in hints]
    return (
        *(side + hint for hint in dict.fromkeys(names)),
        *(side + hint + ("0" if place < 3 else "1") for place, hint in hints if place < NEAR),
        *([side + "against"] if not _AGAINST.isdisjoint(names) else []),
        *([side + "ahead"] if not _AHEAD.isdisjoint(names) else []),
        side + "first=" + names[0],
        side + "two=" + ".".join(names[:2]),
    )


def _conditions(sentence: str, at: int, end: int) -> Features:
    """Where a condition stands to the phrase: about it, before it or after it."""
    match = _CONDITION.search(sentence) if has_any(sentence, _IF_WORDS) else None
    if not match:
        return ()
    if _INSIDE.search(sentence, max(0, at - 120), at):
        return ("if", "if=", "if?" + match.group()[:8])
    return ("if", "if>" if match.start() >= end - 2 else "if<", "if?" + match.group()[:8])


def doubt_sheet(weights: Packed) -> Sheet:
    """What signs of doubt weigh, with a column for each class of each event."""
    return Sheet(
        weights,
        {
            (event, at): (f"{polarity}/{modality}", f"{polarity}/{modality}|{event}")
            for event in EVENTS
            for at, (polarity, modality) in enumerate(CLASSES)
        },
    )


def decide(parts: Iterable[Features], event: str, sheet: Sheet) -> tuple[Polarity, Modality]:
    """The most probable pair of polarity and modality, by the signs of doubt."""
    total = sheet.total(parts, sheet.nothing)
    totals = [total >> sheet.columns[event, at] & LANE for at in range(len(CLASSES))]
    return CLASSES[totals.index(max(totals))]


def condition_in(sentence: str) -> str | None:
    """The words of the condition that a sentence sets: "if Spurs sign a replacement", "for the right price"."""
    match = _CONDITION.search(sentence)
    if not match:
        return None
    words = match.group()
    end = _ENDS.search(words, min(len(words), 10))
    words = words[: end.start()] if end else words
    comma = _COMMA.search(words, 10)
    return (words[: comma.start()] if comma else words).strip(" ,.'\"") or None
