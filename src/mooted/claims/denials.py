"""Denials that govern what they deny: "has denied that they are in talks", "reports of a bid are untrue"."""

from __future__ import annotations

import re

from mooted.claims.weighing import Features
from mooted.language.gates import has_any

_REPORT = (  # what is denied, where it follows a denial
    r"(?:that|reports?|claims?|rumou?rs?|speculation|suggestions?|talk|stor(?:y|ies)|links?|gossip|notion|ideas?"
    r"|prospect|possibility|likelihood|whispers|having|being)\b"
)
_SOMEBODY = (  # what is denied of somebody: "denied they are in talks"
    r"(?:it|they|he|she|any|interest|(?:[\w.']+ ){1,4}?(?:has|have|had|is|are|was|were|will|would|want|wants|wanted))\b"
)
_ANY = r"(?:(?:the|all|any|those|these|recent|latest|of|media|a|press|on) )*"
_DENIED_BEFORE = re.compile(
    rf"\b(?:(?P<verb>den(?:y|ies|ied|ying) {_ANY}(?:{_REPORT}|{_SOMEBODY})|(?:dismiss(?:es|ed|ing)?"
    r"|rubbish(?:es|ed|ing)?|refut(?:es?|ed|ing)|quash(?:es|ed|ing)?|reject(?:s|ed|ing)?|play(?:s|ed|ing)? down"
    r"|laugh(?:s|ed|ing)? off|sh(?:o)?ot(?:s|ing)? down|pour(?:s|ed|ing)? (?:cold water|scorn) (?:on|over)"
    r"|scotch(?:es|ed|ing)?|knock(?:s|ed|ing)? down|brush(?:es|ed|ing)? (?:aside|off)|put(?:s|ting)? to bed"
    r"|g(?:ive|ives|ave|iving) short shrift to"
    r"|(?:to|should|must|please|can|better) (?:ignore|disregard|discount)"
    rf"|distanc(?:es?|ed|ing) (?:\w+sel(?:f|ves) )?from|rul(?:es?|ed|ing) out) {_ANY}{_REPORT})"
    r"|(?P<untrue>(?:no truth|nothing|(?:not|n't) (?:true|the case)|untrue|false|nonsense|contrary|jumping the gun"
    r"|premature)\W{1,4}(?:in|to|that)\b|(?:not true|untrue|false|fake(?: news)?|nonsense): )"
    r"|(?P<instead>(?:not|wasn't|weren't|aren't|isn't) (?:among )?(?:the|one of)(?: \w+){0,3} (?:who|that|which|to)\b))"
)
_DENIED_BEHIND = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|been|being)(?: since| also| now| been| being| quickly| strongly){0,2} "
    r"(?:denied|dismissed|rubbished|refuted|quashed|ruled out|rejected|overstated|exaggerated|laughed off|played down"
    r"|poured cold water|scotched|knocked down|brushed aside|invented|made up)\b"
    r"|(?:is|are|was|were|be) (?:simply |completely |just |entirely |understood to be |said to be |believed to be )?"
    r"(?:not true|untrue|false|nonsense|wide of the mark|inaccurate|incorrect|fake|unfounded|premature|fanciful"
    r"|rubbish|without foundation|baseless|a figment|pure (?:speculation|invention|fantasy)|in the realm)\b"
    r"|belongs? in the realm\b|got ahead of the facts\b)"
)
_WORDS = (
    "den", "dismiss", "rubbish", "refut", "quash", "reject", "down", "laugh", "cold water", "distanc", "rul", "tru",
    "nothing", "false", "nonsense", "contrary", "not ", "n't ", "overst", "exagg", "wide of", "accurate", "correct",
    "fake", "unfounded", "premature", "fanciful", "the case", "gun ", "scorn", "scotch", "knock", "brush",
    "to bed", "shrift", "invent", "made up", "foundation", "baseless", "ignor", "regard", "discount",
    "figment", "pure", "realm", "ahead of",
)  # fmt: skip
_ENDS = re.compile(r"[;:]|, (?:but|while|although|though|and|with|after|as|who|which)\b| (?:but|although|while) ")
_BEGINS = re.compile(r"[;:]|,? (?:but|while|although|though|and|with|after|before|when|as|since|because|who|which)\b")
_REACH = 140  # characters in which a denial governs what it denies


def governed(sentence: str, at: int, end: int) -> Features:
    """Signs of denials whose object holds the phrase at ``[at, end)`` of a sentence in small letters: before it, by
    their sort, and behind it."""
    begin = max(0, at - _REACH)
    if not has_any(sentence[begin : end + _REACH], _WORDS):
        return ()
    signs: list[str] = []
    for found in _DENIED_BEFORE.finditer(sentence, begin, end):
        if found.start() < at and not _ENDS.search(sentence, found.end(), at):
            signs += ("gov<", f"gov<{found.lastgroup}")
            break
    behind = _DENIED_BEHIND.search(sentence, end, end + _REACH)
    if behind and not _BEGINS.search(sentence, end, behind.start()):
        signs.append("gov>")
    return tuple(signs)
