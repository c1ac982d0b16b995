"""Whom a sentence cites: the voice that "according to", "as reported by", "per" or "via" names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mooted.claims.listening import Page, Sort, Voice, as_source, club_meant
from mooted.claims.outlets import goes_on, outlet_behind
from mooted.claims.speech import Cue
from mooted.language.automaton import Hit
from mooted.model.mention import Mention, Sentence

_LEADS_TO = re.compile(r"[\s\w'\"\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb-]*")  # "according to the paper 'Bild'"
_BEFORE_PER = (", ", "( ", '" ', "' ", "- ", " as ")
_KIN = re.compile(r"(?:'s|s') (?:agent|father|brother|representatives?|camp|lawyer)\b(?! [A-Z])")
_KIN_NAMED = re.compile(r"(?:'s|s') (?:agent|father|brother|representatives?|lawyer) [A-Z]")
_THE_CLUB = re.compile(r" the club\b(?!'s)")
_REACH = 70  # characters between words of citing and whom they name
_HIS_WRITER = re.compile(r"(?:'s?)?(?: (?!in |and |that )[a-z-]+){0,3} ")


def by_voice(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """Whom "according to", "as reported by" or "via" names."""
    voice = _cited(page, sentence, hit)
    return voice._replace(relays=True) if voice and hit.value == "via" else voice


def _cited(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    folded = page.section.folded
    if hit.value == "per" and hit.start != sentence.start and not folded.endswith(_BEFORE_PER, 0, hit.start):
        return None
    low, high = sentence.start, sentence.stop
    outlet: Mention | None = None
    for mention in _led_to(page, sentence, hit):
        if mention.kind == "outlet" or mention.text == "outlet":
            if _names_writer(page, sentence, mention):
                continue
            outlet = mention if mention.kind == "outlet" else None
            break
        if mention.kind == "person" and mention.person is not None:
            if not _KIN_NAMED.match(folded, mention.stop):
                return Voice(*_person(page, mention), hit.start, low, high)
        elif mention.club and "by" in folded[hit.start : hit.stop] and not goes_on(folded, mention.stop):
            return Voice(mention.club.name, "club", hit.start, low, high)
    if _THE_CLUB.match(folded, hit.stop):
        club = club_meant(page, sentence, hit.stop + 1)
        return Voice(club, "club", hit.start, low, high) if club else None
    name = _outlet(page, sentence, hit, outlet)
    return Voice(name, "outlet", hit.start, low, high) if name else None


def _led_to(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Iterator[Mention]:
    """The names in a sentence to which the words of citing lead, the nearest first."""
    for mention in sentence.mentions:
        if mention.start < hit.stop or mention.how in ("pronoun", "manager", "description", "stadium"):
            continue
        gap = page.section.folded[hit.stop : mention.start]
        if len(gap) > _REACH or " that " in gap or " via " in gap or not _LEADS_TO.fullmatch(gap):
            return
        yield mention


def _person(page: Page, mention: Mention) -> tuple[str, Sort]:
    """Somebody who is cited, or his agent or kin without a name of their own ("according to Berg's agent")."""
    kin = _KIN.match(page.section.folded, mention.stop)
    if kin:
        return page.section.text[mention.start : mention.stop] + kin.group(), "person"
    return as_source(page.reading.people[mention.person or 0])


def _outlet(page: Page, sentence: Sentence, hit: Hit[Cue], outlet: Mention | None) -> str | None:
    """The outlet that is cited, by its shape or as the book knows it, whichever is longer."""
    section = page.section
    found = outlet_behind(section.folded, section.text, hit.stop, page.press)
    if found and is_other(sentence, found[1]) and found[0] not in page.press.outlets:
        found = None
    name = found[0] if found else None
    known = section.text[outlet.start : outlet.stop] if outlet else None
    return known if known and (name is None or known.startswith(name)) else name


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
