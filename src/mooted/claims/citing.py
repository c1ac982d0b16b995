"""Whom a sentence cites: the voice that "according to", "as reported by", "per" or "via" names."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Voice, club_meant
from mooted.claims.outlets import OUTLET_AFTER, goes_on, outlet_name
from mooted.claims.speech import Cue
from mooted.language.automaton import Hit
from mooted.model.mention import Mention, Sentence

_LEADS_TO = re.compile(r"[\s\w'\"\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb-]*")  # "according to the paper 'Bild'"
_HIS_WRITER = re.compile(r"(?:'s?)?(?: (?!in |and |that )[a-z-]+){0,3} ")


def by_voice(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """Whom "according to", "as reported by" or "via" names."""
    section, folded = page.section, page.section.folded
    if (
        hit.value == "per"
        and not re.search(r"(?:^|[,(\"'-] |\bas )$", folded[max(sentence.start, hit.start - 4) : hit.start])
        and hit.start != sentence.start
    ):
        return None
    low, high = sentence.start, sentence.stop
    outlet: str | None = None
    for mention in sentence.mentions:
        if mention.start < hit.stop or mention.how in ("pronoun", "manager", "description", "stadium"):
            continue
        gap = folded[hit.stop : mention.start]
        if len(gap) > 70 or " that " in gap or not _LEADS_TO.fullmatch(gap):
            break
        if mention.kind == "person" and mention.person is not None:
            person = page.reading.people[mention.person]
            kin = re.match(
                r"(?:'s|s') (?:agent|father|brother|representatives?|camp|lawyer)\b(?! [A-Z])",
                folded[mention.stop : mention.stop + 24],
            )
            if kin:
                return Voice(section.text[mention.start : mention.stop] + kin.group(), "person", hit.start, low, high)
            if re.match(
                r"(?:'s|s') (?:agent|father|brother|representatives?|lawyer) [A-Z]",
                folded[mention.stop : mention.stop + 24],
            ):
                continue
            return Voice(person.name, "writer" if person.role == "journalist" else "person", hit.start, low, high)
        if (
            mention.kind == "club"
            and mention.club
            and mention.text != "outlet"
            and "by" in folded[hit.start : hit.stop]
            and not goes_on(folded, mention.stop)
        ):
            return Voice(mention.club.name, "club", hit.start, low, high)
        if mention.kind == "outlet" or mention.text == "outlet":
            if _names_writer(page, sentence, mention):
                continue
            outlet = section.text[mention.start : mention.stop] if mention.kind == "outlet" else None
            break
    if re.match(r" the club\b(?!'s)", folded[hit.stop : hit.stop + 11]):
        club = club_meant(page, sentence, hit.stop + 1)
        return Voice(club, "club", hit.start, low, high) if club else None
    match = OUTLET_AFTER.match(folded, hit.stop)
    name = outlet_name(match.group(1), page.press, section.text[match.start(1) : match.end(1)]) if match else None
    if match and is_other(sentence, match.start(1)) and name not in page.press.outlets:
        name = None
    return Voice(name or outlet or "", "outlet", hit.start, low, high) if name or outlet else None


def _names_writer(page: Page, sentence: Sentence, outlet: Mention) -> bool:
    """Does an outlet's name lead to that of its writer ("The Athletic's David Ornstein")?"""
    after = next((m for m in sentence.mentions if m.start >= outlet.stop and m.kind == "person"), None)
    beside = after and _HIS_WRITER.fullmatch(page.section.folded, outlet.stop, after.start)
    return bool(beside and after and page.reading.people[after.person or 0].role == "journalist")


def is_other(sentence: Sentence, start: int) -> bool:
    """Does something that is no outlet stand at a place: a person, a club, a nation?"""
    return any(
        m.start <= start < m.stop
        and m.kind in ("person", "club", "nation", "place", "league", "position")
        and m.text != "outlet"
        for m in sentence.mentions
    )
