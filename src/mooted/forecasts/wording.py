"""How a report words a pursuit, beyond the event that it tells: signs that are read in the words of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mooted.model.entry import Entry

LONGEST = 300  # characters of a report in which its wording is looked for
_SENSES = {
    "resolved": re.compile(
        r"\b(?:wants? to (?:sign|bring|buy|take|land)|keen to (?:sign|bring|land|take|secure)|eager|hop(?:e|es|ing) to|"
        r"plan(?:s|ning)?\b|determined|tr(?:y|ies|ying) to|push(?:ing|es)?|plot(?:s|ting)?|works? on|working on|"
        r"confident|clos(?:e|er|ing)\b|step(?:s|ped|ping)? up|prepar|ready to|set to|looking to|aim(?:s|ing)? to|"
        r"intend|expect)", re.IGNORECASE),
    "ahead of others": re.compile(
        r"\b(?:favourites?|front-?runners?|lead(?:s|ing)? the (?:race|chase|hunt)|ahead (?:of|in)|pole position|"
        r"(?:top|main) target|first choice|number one|priority|prefer(?:red|s)?|identified|"
        r"leading (?:contender|candidate))", re.IGNORECASE),
    "watching": re.compile(
        r"\b(?:monitor|track|scout|tabs|watch|eye(?:s|d|ing)?\b|consider|linked|admire|interest from|wanted by|"
        r"in-demand|list\b|shortlist|attention|radar|enquir|inquir|contact|among|weigh|could\b|may\b|might\b)",
        re.IGNORECASE),
    "certain": re.compile(
        r"\b(?:will (?:join|sign|move|leave|complete|become)|set to (?:join|sign|move|complete)|agreed|confirmed|"
        r"completed|done)\b", re.IGNORECASE),
    "hedged": re.compile(
        r"\b(?:could|may|might|possible|potential|consider|if\b|unless|likely|reports?|rumou?r|speculation|linked)",
        re.IGNORECASE),
}  # fmt: skip
_AGE = re.compile(r"\b([123]\d)-year-old|\b([123]\d),(?!\d)")
OLD, YOUNG = 30, 19
_AGES = range(15, 43)


def senses(entries: Iterable[Entry]) -> frozenset[str]:
    """The senses in which any of some reports words a pursuit."""
    told = [entry.claim.evidence.words[:LONGEST] for entry in entries]
    return frozenset(sense for sense, pattern in _SENSES.items() if any(pattern.search(words) for words in told))


def age(story: Iterable[Entry]) -> int | None:
    """The player's age in years, of the newest report (the last) that tells it: "27-year-old", or "Ashby, 27,"."""
    return next((years for entry in reversed(tuple(story)) for years in _ages(entry)), None)


def _ages(entry: Entry) -> Iterator[int]:
    for found in _AGE.finditer(entry.claim.evidence.words[:LONGEST]):
        years = int(found[1] or found[2])
        if years in _AGES:
            yield years
