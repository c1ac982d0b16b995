"""Is it so, might it be so, only if, or not at all: polarity, modality and condition of a claim."""

from __future__ import annotations

import re

from mooted.claims.candidates import Features, Question
from mooted.claims.choice import Weights
from mooted.model.claim import Event, Modality, Polarity

CLASSES: tuple[tuple[Polarity, Modality], ...] = (
    ("affirmed", "actual"), ("affirmed", "possible"), ("affirmed", "conditional"), ("denied", "actual"), ("denied", "possible"),
)  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:if|unless|provided(?: that)?|as long as|on condition|on the condition|only if|only when|depending on|subject to|should (?=[A-Z]|the|they|he|his|their|a )|in case|for the right (?:price|offer|fee)|in the event)\b[^.;]{3,160}"
)
_ENDS = re.compile(r"(?:[.;\"\n]| but | and (?:the|he|they|his|are|is|will)\b)")
_NEGATIVE = re.compile(r"\b(?:not|no|never|n't|nor|neither|without|none|yet to|denied|denies|deny|dismissed|ruled out|unlikely|refuse[sd]?|far from|rubbished|nonsense|no longer|won't|cannot|hasn't|haven't|isn't|aren't|don't|doesn't|didn't)\b")
_ENDED = frozenset(("off", "bid_rejected", "not_for_sale", "wants_stay"))


def doubt_signs(question: Question, event: Event, basis: Features) -> list[str]:
    """Signs for polarity and modality: those of the phrase, and words of denial and condition near by."""
    scene, trigger = question.scene, question.trigger
    sentence = scene.low[scene.sentence.start : scene.sentence.stop]
    at = trigger.start - scene.sentence.start
    before, after = sentence[max(0, at - 45) : at], sentence[at + len(trigger.value.words) : at + len(trigger.value.words) + 60]
    signs = [*basis, "event"]
    if _NEGATIVE.search(before):
        signs.append("neg<")
    if _NEGATIVE.search(trigger.value.words):
        signs.append("neg=")
    if _NEGATIVE.search(after[:30]):
        signs.append("neg>")
    if _CONDITION.search(sentence):
        signs.append("if")
        signs.append("if>" if _CONDITION.search(sentence, at) else "if<")
    words = before.split()[-3:]
    signs += ["b1=" + " ".join(words[-1:]), "b2=" + " ".join(words[-2:])]
    if re.search(r"\b(?:could|may|might|possible|possibly|potential|potentially|hope|hopeful|expected|likely|set to|would|planning|plans|preparing|ready)\b", before):
        signs.append("maybe<")
    if re.search(r"\b(?:could|may|might|possible|likely|expected|would)\b", sentence):
        signs.append("maybe")
    return signs


def decide(signs: list[str], event: str, weights: Weights) -> tuple[Polarity, Modality]:
    """The most probable pair of polarity and modality."""
    best, top = CLASSES[0], 0.0
    for polarity, modality in CLASSES[1:]:
        name = f"{polarity}/{modality}"
        total = 0.0
        for head in (name, f"{name}|{event}"):
            table = weights.get(head)
            if table:
                total += sum(table.get(sign, 0.0) for sign in signs)
        if total > top:
            best, top = (polarity, modality), total
    return best


def condition_in(sentence: str) -> str | None:
    """The words of the condition that a sentence sets."""
    match = _CONDITION.search(sentence)
    if not match:
        return None
    words = match.group()
    end = _ENDS.search(words, 12)
    return (words[: end.start()] if end else words).strip(" ,'\"")
