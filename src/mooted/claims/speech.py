"""The words of saying: which words tell that somebody says or reports something, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mooted.language.automaton import Hit, Phrases
from mooted.language.gates import has_any

Cue = Literal["say", "report", "tell", "stand", "by", "per", "via", "about"]

_SAY = (
    "say says said saying insist insists insisted add adds added explain explains explained admit admits admitted "
    "concede concedes conceded confirm confirms confirmed reveal reveals revealed suggest suggests "
    "suggested stress stressed stresses "
    "maintain maintains maintained joke jokes joked hint hints hinted warn warns warned announce "
    "announces announced announcing state states stated "
    "stating acknowledge acknowledged acknowledges declare declares declared post posted tweeted writes "
    "wrote believes believed thinks reckons feels "
    "proclaim proclaims proclaimed proclaiming confess confesses confessed disclose discloses disclosed "
    "expects hopes vowed promised argued argues quipped assured indicated indicates recalled commented commenting "
    "continued remarked replied answered emphasised emphasized laughed smiled urged repeated reiterated responded "
    "fumed thundered cautioned countered sighed shrugged pledged protested ventured predicted predicts"
).split()
_REPORT = (
    "report reports reported claim claims claimed understand understands believe write learns reckon "
    "detail details detailed note "
    "links notes noted relay relays relayed mention mentions mentioned informs think expect"
).split()
_SAYING = ("reporting", "claiming", "suggesting", "saying", "writing", "insisting", "stating", "hearing")
_GLAD = ("delighted", "pleased", "happy", "proud", "thrilled", "excited", "able")
_BE = (
    "is", "are", "was", "were", "remains", "remain", "remained", "has been", "have been", "had been",
)  # fmt: skip
_STAND = (
    "deny|denies|denied|denying|dismiss|dismissed|dismisses|rubbished|rubbishes|ruled out|rules out"
    "|refute|refuted|refutes|quashed|quashes|scotched|scotches|shot down|shoots down|laughed off|laughs off"
    "|poured cold water|pours cold water|poured scorn|pours scorn|gave short shrift|brushed aside|brushed off"
    "|put to bed|puts to bed|played down|plays down|cast doubt"
    "|casts doubt|refused to rule out|refuses to rule out|is expecting|is "
    "confident|is hopeful|made it clear"
    "|made clear|makes clear|makes it clear|make it clear|make clear|made plain|makes plain|made it plain"
    "|distanced themselves"
    "|distanced himself|made no secret|has hailed|has welcomed|gone on record|been on record|went on record"
    "|let it be known|lets it be known|pointed out|points out"
).split("|")
_BY = (
    "reported by|revealed by|claimed by|confirmed by|told by|broken by|announced by"
        "|linked by|understood by|according to"
    "|reported in|revealed in|claimed in|quoted in|as per|report from|report by|reports from|report in"
        "|reports by|called by|published by|stated by"
    "|outlined by|outlined in|outlined on|published in|disclosed by|proclaimed by|acknowledged by"
).split("|")  # fmt: skip

_VIA = (
    "via", "Via", "h/t", "relayed by", "cited by", "quoted by", "translated by", "carried by", "picked up by",
    "passed on by", "shared by",
)  # fmt: skip


def _forms() -> dict[str, Cue]:
    forms: dict[str, Cue] = dict.fromkeys(_SAY, "say")
    forms |= dict.fromkeys(("statement read", "statement reads"), "say")
    forms |= dict.fromkeys(_REPORT, "report")
    forms |= dict.fromkeys(("told", "tells", "tell", "telling", "informed"), "tell")
    forms |= dict.fromkeys(_STAND, "stand")
    forms |= {f"{be} adamant": "stand" for be in _BE}
    forms |= dict.fromkeys(_BY, "by")
    forms |= dict.fromkeys(("per", "Per"), "per")
    forms |= dict.fromkeys(_VIA, "via")
    passed_on = ("learned", "learnt", "been told", "been informed")
    forms |= dict.fromkeys(("seems to know", "seem to know", "claims to know", "claim to know"), "report")
    forms |= {f"{have} {word}": "report" for have in ("has", "have") for word in passed_on}
    for be in ("is", "are", "was", "were", "has been", "have been"):
        forms |= {f"{be} {saying}": "report" for saying in _SAYING}
        forms |= {f"{be} {glad} to {tell}": "say" for glad in _GLAD for tell in ("announce", "confirm", "reveal")}
        forms[f"{be} quoted as saying"] = "say"
    for form in tuple(forms):
        forms.setdefault(form[0].upper() + form[1:], forms[form])
    return forms


_CUES: Phrases[Cue] = Phrases(_forms())
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be|'s)(?: \w+ly)? $")
_NOUN_AFTER = (
    " the ", " a ", " an ", " his ", " of ", " recent ", " their ", " media ", " from ", " these ", " those ", " any ",
    " amid ", " to ",
)  # fmt: skip
_SACKS = re.compile(  # "dismissed" somebody, which says nothing
    r"[Dd]ismiss(?:ed|es)? (?:[A-Z]|(?:(?:the|their|its|his) )?(?:[a-z]+ ){0,2}(?:manager|coach|boss|director)\b)"
)
_NOUNS = ("hopes", "claims", "reports", "report", "claim", "links")  # "hopes of a move", "links with Lens"
_MARKS = re.compile(r"[\n\"“”«»'‘’]")


LEAST = 30  # characters of a quotation that its line ends


class Quoted(NamedTuple):
    """Characters ``[start, stop)`` in quotation marks; ``full`` where whole sentences are quoted, not a few words."""

    start: int
    stop: int
    full: bool


def cues(folded: str) -> list[Hit[Cue]]:
    """Every word of saying in a folded text."""
    return _CUES.find(folded)


def is_finite(folded: str, hit: Hit[Cue]) -> bool:
    """Is the word a verb of saying here? "Said to be", "a report", "claims his first goal" are none."""
    after = folded[hit.stop : hit.stop + 14]
    if after.startswith(
        (" to be", " to have", " yes", " no ", " goodbye", " farewell", " interest", " for ", " him", " on loan")
    ):
        return False
    if after.startswith((" of ", " with ", " to ")) and folded[hit.start : hit.stop].lower() in _NOUNS:
        return False
    if hit.value == "stand" and _SACKS.match(folded, hit.start):
        return False
    before = " " + folded[max(0, hit.start - 20) : hit.start].lower()
    passive = hit.value != "stand" or folded.startswith(("dismiss", "Dismiss"), hit.start)
    if passive and _PASSIVE.search(before) and not folded.startswith(("has ", "have "), hit.start):
        return False
    return not before.endswith(_NOUN_AFTER) or before.endswith(" statement to ")


def quotations(text: str) -> list[Quoted]:
    """The stretches of a text in quotation marks. One left open ends with its line."""
    return list(_quotations(text)) if has_any(text, "\"“'‘«") else []


def _quotations(text: str) -> Iterator[Quoted]:
    opened, mark = -1, ""
    for match in _MARKS.finditer(text):
        at = match.start()
        sign = text[at]
        if sign in "'’‘":
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if before.isalnum() and after.isalnum():
                continue
        if sign == "\n":
            if opened >= 0 and at - opened > LEAST:
                yield Quoted(opened, at, True)
            opened = -1
        elif opened < 0:
            if _opens(text, at, sign):
                opened, mark = at, sign
        elif _closes(text, opened, mark, at, sign):
            yield Quoted(opened, at + 1, _is_full(text, opened, at))
            opened = -1
    if opened >= 0 and len(text) - opened > LEAST:
        yield Quoted(opened, len(text), True)


def _opens(text: str, at: int, sign: str) -> bool:
    """Can a mark open a quotation? An apostrophe after a letter or before a space cannot."""
    if sign in "”»":
        return False
    return sign not in "'’‘" or (
        not text[at - 1 : at].isalnum()
        and (text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in ("£", "€", ".", "["))
    )


def _closes(text: str, opened: int, mark: str, at: int, sign: str) -> bool:
    """Does a mark end the quotation? An apostrophe after a letter ends only a short one."""
    if mark in "'‘’":
        return (
            sign in "'’"
            and not text[at + 1 : at + 2].isalnum()
            and (text[at - 1] in ".,!?…" or not _begins_sentence(text, opened))
        )
    return sign in '”"»'


def _is_full(text: str, start: int, stop: int) -> bool:
    return text[stop - 1 : stop] in (".", ",", "!", "?", "…") or stop - start > 60 or _begins_sentence(text, start)


def _begins_sentence(text: str, start: int) -> bool:
    """Does a quotation stand at the head of a line or sentence, or after a colon?"""
    before = text[max(0, start - 2) : start].strip()
    return not before or before[-1] in ".!?:…\n"
