"""What the subject of a word of saying is called as a source: a person, a club, an outlet or its writer."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Sort, as_source, club_meant
from mooted.claims.outlets import OUTLET_AFTER
from mooted.claims.speech import Cue
from mooted.language.automaton import Hit
from mooted.model.mention import Mention, Sentence

_NO_STATEMENT = re.compile(r"ma[dk]es? (?:it )?(?:clear|plain|no secret)|ma[dk]e no secret")
_CLUB_VERBS = frozenset(
    "say says said confirm confirms confirmed insist insists insisted announce announces announced state "
    "states stated maintain maintains "
    "maintained deny denies denied stress stressed reveal revealed indicated adamant read reads acknowledge "
    "acknowledges acknowledged declare declares declared proclaim proclaims proclaimed disclose disclosed "
    "announcing".split()
)
_OF_PAPERS = ("detail", "report", "reports", "reported", "expect", "think", "understand", "understands", "links")
_OF_OUTLET = re.compile(r",? (?:of|from|for|at|with) (?:the )?(?:[a-z]+ ){0,2}")


def is_outlet_form(page: Page, mention: Mention) -> bool:
    """Does a club's name go on to be an outlet's ("Liverpool Echo")?"""
    folded = page.section.folded
    match = OUTLET_AFTER.match(folded, mention.start - 1)
    return bool(match and match.group(1) in page.press.outlets and match.end(1) > mention.stop)


def last_named(sentence: Sentence, where: int) -> Mention | None:
    """The last person, club or outlet that ends before a place, whatever it is called there."""
    best: Mention | None = None
    for mention in sentence.mentions:
        if mention.start >= where:
            break
        if (
            mention.stop <= where
            and (mention.kind in ("person", "outlet", "club"))
            and mention.how not in ("pronoun", "stadium", "manager")
        ):
            best = mention
    return best


def writer_for(page: Page, sentence: Sentence, outlet: Mention) -> Mention | None:
    """The person who is named with his outlet after him ("David Ornstein of The Athletic")."""
    named = last_named(sentence, outlet.start)
    if named is None or named.person is None:
        return None
    folded = page.section.folded
    of = _OF_OUTLET.fullmatch(folded, named.stop, outlet.start)
    aside = folded.startswith(",", named.stop) and folded.startswith(",", outlet.stop)  # "Ann Hill, of Marca, says"
    return named._replace(stop=outlet.stop + aside) if of else None


def writer_of(page: Page, sentence: Sentence, outlet: Mention) -> Mention:
    """The person whom his outlet leads to ("The Athletic's Ann Hill"); else the outlet."""
    folded = page.section.folded
    led_to = (m for m in sentence.mentions if m.person is not None and outlet.stop <= m.start <= outlet.stop + 3)
    return next((m for m in led_to if folded.endswith(("'s ", "s' "), outlet.start, m.start)), outlet)


def name_of(page: Page, sentence: Sentence, mention: Mention, hit: Hit[Cue]) -> tuple[str, Sort]:
    """The name of a subject as a source; nothing for a club that thinks or hopes."""
    text = page.section.text[mention.start : mention.stop]
    if mention.kind == "outlet" or (mention.kind == "club" and mention.text == "outlet" and hit.value == "report"):
        return text.removesuffix("'s"), "outlet"
    *helpers, verb = page.section.folded[hit.start : hit.stop].lower().split()
    if mention.kind == "club":
        speaks = verb in _CLUB_VERBS or hit.value == "stand"
        if speaks and (text.lower() == "the club" or mention.how == "description"):
            return club_meant(page, sentence, mention.start) or "", "club"
        return (mention.club.name, "club") if mention.club and speaks and mention.of is None else ("", "none")
    if mention.person is None or page.section.folded[mention.stop : mention.stop + 3] == "'s ":
        return "", "none"
    person = page.reading.people[mention.person]
    if hit.value == "report" and (verb in _OF_PAPERS or "been" in helpers) and person.role != "journalist":
        return "", "none"  # "Berg has been told" tells nothing of who told him
    if person.role == "player" and _NO_STATEMENT.match(page.section.folded, hit.start):
        return "", "none"
    return as_source(person)
