"""English verb forms, so that a phrase is written once: ``~hold talks`` stands for holds, held and holding talks."""

from __future__ import annotations

import re
from functools import lru_cache

Form = str  # "base", "s", "ed" or "ing"

_IRREGULAR = {
    "be": ("is|are", "was|were|been", "being"), "have": ("has", "had", "having"), "make": ("makes", "made", "making"),
    "hold": ("holds", "held", "holding"), "buy": ("buys", "bought", "buying"), "sell": ("sells", "sold", "selling"),
    "send": ("sends", "sent", "sending"), "leave": ("leaves", "left", "leaving"),
    "take": ("takes", "took|taken", "taking"), "bring": ("brings", "brought", "bringing"),
    "give": ("gives", "gave|given", "giving"), "get": ("gets", "got|gotten", "getting"),
    "win": ("wins", "won", "winning"), "lose": ("loses", "lost", "losing"), "put": ("puts", "put", "putting"),
    "set": ("sets", "set", "setting"), "bid": ("bids", "bid", "bidding"), "let": ("lets", "let", "letting"),
    "tell": ("tells", "told", "telling"), "say": ("says", "said", "saying"), "see": ("sees", "saw|seen", "seeing"),
    "think": ("thinks", "thought", "thinking"), "keep": ("keeps", "kept", "keeping"),
    "meet": ("meets", "met", "meeting"), "begin": ("begins", "began|begun", "beginning"),
    "go": ("goes", "went|gone", "going"), "do": ("does", "did|done", "doing"), "lend": ("lends", "lent", "lending"),
    "find": ("finds", "found", "finding"), "seek": ("seeks", "sought", "seeking"), "pay": ("pays", "paid", "paying"),
    "fall": ("falls", "fell|fallen", "falling"), "break": ("breaks", "broke|broken", "breaking"),
    "run": ("runs", "ran|run", "running"), "come": ("comes", "came|come", "coming"),
    "become": ("becomes", "became|become", "becoming"), "choose": ("chooses", "chose|chosen", "choosing"),
    "know": ("knows", "knew|known", "knowing"), "lead": ("leads", "led", "leading"),
    "spend": ("spends", "spent", "spending"), "strike": ("strikes", "struck", "striking"),
    "beat": ("beats", "beat|beaten", "beating"), "fly": ("flies", "flew|flown", "flying"),
    "undergo": ("undergoes", "underwent|undergone", "undergoing"), "quit": ("quits", "quit", "quitting"),
    "step": ("steps", "stepped", "stepping"), "plan": ("plans", "planned", "planning"),
    "swap": ("swaps", "swapped", "swapping"), "snub": ("snubs", "snubbed", "snubbing"),
    "snap": ("snaps", "snapped", "snapping"), "drop": ("drops", "dropped", "dropping"),
    "commit": ("commits", "committed", "committing"), "submit": ("submits", "submitted", "submitting"),
    "permit": ("permits", "permitted", "permitting"), "offer": ("offers", "offered", "offering"),
    "transfer": ("transfers", "transferred", "transferring"),
    "prefer": ("prefers", "preferred", "preferring"), "rebuff": ("rebuffs", "rebuffed", "rebuffing"),
    "tempt": ("tempts", "tempted", "tempting"), "target": ("targets", "targeted", "targeting"),
    "feel": ("feels", "felt", "feeling"), "understand": ("understands", "understood", "understanding"),
    "read": ("reads", "read", "reading"), "write": ("writes", "wrote|written", "writing"),
    "hear": ("hears", "heard", "hearing"), "draw": ("draws", "drew|drawn", "drawing"),
    "spot": ("spots", "spotted", "spotting"), "scrap": ("scraps", "scrapped", "scrapping"),
    "ship": ("ships", "shipped", "shipping"), "axe": ("axes", "axed", "axing"), "cut": ("cuts", "cut", "cutting"),
    "sit": ("sits", "sat", "sitting"), "stand": ("stands", "stood", "standing"),
    "slap": ("slaps", "slapped", "slapping"), "nab": ("nabs", "nabbed", "nabbing"),
    "bag": ("bags", "bagged", "bagging"), "chat": ("chats", "chatted", "chatting"),
    "gazump": ("gazumps", "gazumped", "gazumping"), "tap": ("taps", "tapped", "tapping"),
    "tie": ("ties", "tied", "tying"), "die": ("dies", "died", "dying"), "rule": ("rules", "ruled", "ruling"),
    "recruit": ("recruits", "recruited", "recruiting"), "reject": ("rejects", "rejected", "rejecting"),
    "covet": ("covets", "coveted", "coveting"), "enter": ("enters", "entered", "entering"),
    "monitor": ("monitors", "monitored", "monitoring"), "trigger": ("triggers", "triggered", "triggering"),
    "consider": ("considers", "considered", "considering"), "discover": ("discovers", "discovered", "discovering"),
    "hijack": ("hijacks", "hijacked", "hijacking"), "swoop": ("swoops", "swooped", "swooping"),
    "admit": ("admits", "admitted", "admitting"), "visit": ("visits", "visited", "visiting"),
    "approach": ("approaches", "approached", "approaching"), "deal": ("deals", "dealt", "dealing"),
    "eye": ("eyes", "eyed", "eyeing|eying"), "reopen": ("reopens", "reopened", "reopening"),
    "open": ("opens", "opened", "opening"), "travel": ("travels", "travelled|traveled", "travelling|traveling"),
    "cancel": ("cancels", "cancelled|canceled", "cancelling|canceling"), "resign": ("resigns", "resigned", "resigning"),
    "end": ("ends", "ended", "ending"), "extend": ("extends", "extended", "extending"),
    "head": ("heads", "headed", "heading"), "renew": ("renews", "renewed", "renewing"),
    "follow": ("follows", "followed", "following"), "allow": ("allows", "allowed", "allowing"),
    "weigh": ("weighs", "weighed", "weighing"), "view": ("views", "viewed", "viewing"),
    "show": ("shows", "showed|shown", "showing"), "grow": ("grows", "grew|grown", "growing"),
    "stay": ("stays", "stayed", "staying"), "delay": ("delays", "delayed", "delaying"),
    "withdraw": ("withdraws", "withdrew|withdrawn", "withdrawing"), "throw": ("throws", "threw|thrown", "throwing"),
    "steal": ("steals", "stole|stolen", "stealing"), "speak": ("speaks", "spoke|spoken", "speaking"),
    "shake": ("shakes", "shook|shaken", "shaking"), "catch": ("catches", "caught", "catching"),
    "ring": ("rings", "rang|rung", "ringing"), "wind": ("winds", "wound", "winding"),
    "stick": ("sticks", "stuck", "sticking"), "tear": ("tears", "tore|torn", "tearing"),
    "fight": ("fights", "fought", "fighting"), "grind": ("grinds", "ground", "grinding"),
    "spread": ("spreads", "spread", "spreading"), "lay": ("lays", "laid", "laying"),
    "rebuild": ("rebuilds", "rebuilt", "rebuilding"), "deter": ("deters", "deterred", "deterring"),
    "annul": ("annuls", "annulled", "annulling"), "veto": ("vetoes", "vetoed", "vetoing"),
}  # fmt: skip
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


@lru_cache(maxsize=1000)
def forms(verb: str) -> dict[Form, tuple[str, ...]]:
    """The forms of a verb by name: base, s, ed (past and participle), ing."""
    if verb in _IRREGULAR:
        third, past, going = (tuple(form.split("|")) for form in _IRREGULAR[verb])
        return {"base": (verb,), "s": third, "ed": past, "ing": going}
    return {"base": (verb,), "s": (_third(verb),), "ed": (_past(verb),), "ing": (_going(verb),)}


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if _ends_in_y(verb) else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_y(verb) else _doubled(verb) + "ed"


def _going(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in "aeiou"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if len(verb) <= 4 and _DOUBLING.search(verb) else verb


_VERB = re.compile(r"~([a-z-]+)")
_CHOICE = re.compile(r"\(([^()]*)\)")


def expand(pattern: str) -> dict[str, Form]:
    """Every phrase that a pattern stands for, with the form of its first ``~verb`` ("" where it has none).

    ``(a|b)`` gives a choice, of which one may be empty; ``~verb`` gives all forms of a verb.
    """
    choice = _CHOICE.search(pattern) if "(" in pattern else None
    if choice:
        before, after = pattern[: choice.start()], pattern[choice.end() :]
        merged: dict[str, Form] = {}
        for option in choice.group(1).split("|"):
            for phrase, form in expand(before + option + after).items():
                merged.setdefault(phrase, form)
        return merged
    verb = _VERB.search(pattern) if "~" in pattern else None
    if not verb:
        return {" ".join(pattern.split()): ""}
    before, after = pattern[: verb.start()], pattern[verb.end() :]
    return {
        rest: form
        for form, words in forms(verb.group(1)).items()
        for word in words
        for rest in expand(before + word + after)
    }
