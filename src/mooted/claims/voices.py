"""Who is named beside a word of saying, and how far his voice carries in the sentence.

"Ajax say that ..." carries forward, "..., Marca reports" back over its sentence; "but" ends either.
"""

from __future__ import annotations

import re

from mooted.claims.citing import by_voice, is_other
from mooted.claims.joined import with_others
from mooted.claims.labels import set_apart
from mooted.claims.listening import Page, Sort, Voice, as_source, boss_meant, club_meant, he_who_speaks, in_quote
from mooted.claims.outlets import NO_SOURCE, OUTLET_BEFORE, outlet_behind
from mooted.claims.speech import Cue, is_finite
from mooted.claims.subjects import is_outlet_form, last_named, name_of, writer_for, writer_of
from mooted.language.automaton import Hit
from mooted.model.mention import Mention, Sentence

_KIN_OF = re.compile(
    r"\b[Tt]he (agent|father|brother|representatives?|camp|entourage|lawyer|adviser) of (?:[\w'-]+ ){0,4}$"
)
_FAR, _BACK = 110, 60  # characters between a subject and its verb, and of a lead before the subject
_POSTS = tuple(
    f"{post}, " for post in "manager coach director chairman president owner boss agent captain executive".split()
)
_REPORTS_IN = re.compile(r"\breports?, (?:in|from|by) [^.;:\n]{0,60}$", re.IGNORECASE)
_HIS_POST = re.compile(r",? (?:\(?\d\d\)?, )?(?:(?:the|who is|now|currently) )?(?:[a-z-]+ ){0,3}")
_OBJECTS = re.compile(
    r" (?:the )?(?:him|her|them|me|you|friends|his |her |their |its |club|manager|boss|player|team-mates"
    r"|teammates|suitors|interested|bosses|"
    r"chiefs|Seagulls|intermediaries|everyone|yes|no\b|goodbye|farewell|to (?:be|have|find|leave|look"
    r"|stay)|he |that he (?:is|was|can|will|would) )"
)
_TO_PRESS = re.compile(
    r" (?:the )?(?:reporters|press|a press|journalists|media|assembled|his (?:pre|post|press)|a (?:local"
    r"|radio|podcast)|club'?s? (?:website|channel|official|media|site|TV)"
    r"|official (?:website|club)|BBC|fans|supporters|board|us\b)"
)
_AN_ANSWER = re.compile(r" ['\"]?(?:no|yes|goodbye|farewell)['\"]?(?= to\b| and\b| again\b|[,.;\n]|$)")  # is an act
_CLOSE_TO = (" close to ", " near to ")  # those who tell are not named
_UNNAMED_TELLER = re.compile(r"\b(?:[Ss]ources?|friends?|insiders?)\b[\w' ]{0,40}$")
_ENDS_SOON = re.compile(r"[^.,;:\"\n]{0,48}(?:[.,;:\"]|$)")
_TITLE = re.compile(r"[,'\"-] (?:[\w'&-]+ ){0,7}$")
_BETWEEN = re.compile(
    r"(?:'s?)?(?:,? \(?(?:\d\d|right|left|above|pictured|inset)\)?,?| \([^()]{2,30}\))?(?:, (?:who|the|his"
    r"|an?|speaking|when|in|at|whose)[^,.;]{3,70},)?"
    r"(?:, (?:meanwhile|however|though|too|for (?:their|its) part|on the other hand|instead|in turn|by contrast),)?"
    r"(?: on [^:]{3,60}?)?(?: (?:who|have|has|had|also|now|later|then|today|exclusively|previously"
    r"|yesterday|since|already|reportedly|even|still|first|"
    r"is|are|was|were|can|publicly|recently|repeatedly|openly|officially|earlier|subsequently|initially|both"
    r"|(?:issu|releas|publish)(?:ed|es|ing) a statement to|himself|clearly|simply|again|further|all|each|"
    r"once|did|could not|yet|finally|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|is said to|this week"
    r"|go(?:es)? on to|went on to|last week|"
    r"himself|strongly|insistently|dryly)){0,4} ?"
)
_NOUN = re.compile(
    r"(?P<carry>\b(?i:report|reports|outlet|newspaper|paper|publication|article|tweet|daily|website|story"
    r"|it|they|the same source|piece|post|journalist)"
    r"(?: (?:in|from|by) [A-Z]\w+)?)(?: (?:also|then|goes on to|go on to|further|now|has|have))?$"
    r"|(?P<pronoun>\b(?:[Hh]e|[Ss]he))(?: (?:has|had|also|then|later|further|is|even|went on to|has also)){0,2}$"
    r"|(?P<club>\b(?:the|both) clubs?|[Tt]he (?:[A-Z][\w-]*|\w+-\w+)(?: [A-Z\d][\w-]*){0,2} (?:side|outfit|giants)"
    r"|club's? (?:officials?|statement|spokes\w+|chief executive|president"
    r"|owners?)|club)(?: (?:have|has|had|also|now|since|later|both)){0,3}$"
    r"|(?P<kin>\b(?:[Hh]is|[Hh]er|[Tt]he [\w-]+'s|[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:'s|s')) (?:agent|father"
    r"|brother|uncle|representatives?|camp|lawyer|entourage|adviser|coach|manager|mother|dad|wife|cousin))"
    r"(?: at [A-Z]\w+)?(?: (?:has|had|also|have|dryly)){0,2}$"
    r"|(?P<staff>\b(?:boss|manager|head coach|coach|president|chairman|director|chief executive|owner"
    r"|chief|captain|skipper|gaffer))(?: (?:has|had|also|then|later)){0,2}$",
)
_THEY = ("it", "they", "the same source")
_THE_SAME = re.compile(r"\b(?i:the|that|this|these|those|their|its|same)(?: [\w'-]+){0,2} $")
_GAP_AFTER = re.compile(
    r"[\s\w'’@-]{0,70}(?:(?:director|president|chairman|executive|manager|coach|agent|owner|boss), )?"
)
_CONTRAST = re.compile(r";|,? but | - |, (?:while|although|though|with|yet) | while | though | although |\? |\. ")
_GOES_ON = re.compile(r" (?:that|he|she|they|the|there|his|it|him)\b")
_ADDS_ON = re.compile(r"(?: (?:to )?[\w' .]{0,40}?)?,? (?:that|and|but|adding|before adding|which)\b")
_OPENS = ("Speaking ", "Writing ", "Talking ", "Asked ", "In an interview", "In his ", "In her ")  # lead to the verb
_NOBODY: Sort = "none"


def read_voices(page: Page, sentence: Sentence, hits: list[Hit[Cue]]) -> list[Voice]:
    """The voices of a sentence; where one begins after a "but", the one before ends there."""
    found = set_apart(page, sentence)
    for hit in hits[:8]:
        if in_quote(page, hit.start):
            continue
        voice = voice_at(page, sentence, hit)
        if voice and all(voice.start != other.start or voice.low != other.low for other in found):
            found.append(voice)
    found = [with_others(page, sentence, voice, found) for voice in found]
    if len(found) < 2:
        return found
    tellers = [voice for voice in found if not voice.relays]
    return [_cut(page, voice, tellers) for voice in found if not _retold(page, voice, found)]


def _retold(page: Page, voice: Voice, others: list[Voice]) -> bool:
    """Is it somebody else who tells what a club has said ("the agent told RMC that Ajax have made it clear ...")?"""
    return voice.sort == "club" and any(
        other.sort == "person"
        and other.start < voice.start < other.high
        and not _CONTRAST.search(page.section.folded, other.start, voice.start)
        for other in others
    )


def _cut(page: Page, voice: Voice, others: list[Voice]) -> Voice:
    """A voice does not carry over a contrast into what another voice tells."""
    for other in others:
        if other.start > voice.start and voice.high > other.start:
            breaks = list(_CONTRAST.finditer(page.section.folded, voice.start, other.start))
            voice = voice._replace(high=breaks[-1].start() if breaks else voice.high)
        elif other.start < voice.start and voice.low < other.start:
            breaks = list(_CONTRAST.finditer(page.section.folded, other.start, voice.start))
            voice = voice._replace(low=breaks[0].end() if breaks else voice.low)
    return voice


def voice_at(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """What a word of saying and the words beside it name."""
    folded, cue = page.section.folded, hit.value
    if cue in ("by", "per", "via"):
        return by_voice(page, sentence, hit)
    if not is_finite(folded, hit) or _AN_ANSWER.match(folded, hit.stop):
        return None
    before = _before(page, sentence, hit)
    if before:
        return before
    if (
        cue in ("say", "report")
        and hit.start > 0
        and (_heads(page, sentence, hit) or folded[hit.start - 2 : hit.start] in (", ", "' ", '" ', "? ", "! ", "- "))
    ):
        return _after(page, sentence, hit)
    return None


def _heads(page: Page, sentence: Sentence, hit: Hit[Cue]) -> bool:
    """Does a sentence begin with a verb ("Says Ann Hill: ...") and not with a noun ("Reports claim that Hill ...")?"""
    if hit.start != sentence.start or hit.value == "say":
        return hit.start == sentence.start
    subjects = [m for m in sentence.mentions if m.kind in ("outlet", "person")]
    return any(hit.stop < m.start <= hit.stop + len(" the ") for m in subjects)


def _before(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """The subject that stands before the verb: a person, a club, an outlet, or a word for one."""
    folded = page.section.folded
    if hit.value == "tell":
        if _UNNAMED_TELLER.search(folded, max(sentence.start, hit.start - 60), hit.start):
            told = outlet_behind(folded, page.section.text, hit.stop, page.press)
            name = told[0] if told else ""
            return Voice(name, "outlet" if told else _NOBODY, hit.start, sentence.start, sentence.stop)
        if _told_privately(page, sentence, hit):
            return Voice("", "none", hit.start, hit.start, hit.start)
    mention = last_named(sentence, hit.start)
    if mention and mention.kind == "outlet":
        mention = writer_for(page, sentence, mention) or mention
    voice = _as_subject(page, sentence, hit, mention)
    voice = voice or _as_subject(page, sentence, hit, _whose_post(page, sentence, mention))
    if voice:
        return voice
    words = folded[max(sentence.start, hit.start - 60) : hit.start].rstrip(" ")
    noun = _NOUN.search(words)
    if noun:
        return _described(page, sentence, hit, noun)
    if hit.value in ("report", "say", "tell"):
        match = OUTLET_BEFORE.search(folded, max(sentence.start, hit.start - 60), hit.start)
        if match and (hit.value == "report" or page.press.outlets.get(match.group(1).removeprefix("The "))):
            name = match.group(1)
            if name.split()[0].lower() not in NO_SOURCE and not is_other(sentence, match.start(1)) and len(name) > 1:
                return _carrying(page, sentence, hit, name.removesuffix("'s"), "outlet", match.start(1))
    if mention and mention.kind == "outlet" and folded[mention.stop : hit.start] == " sources ":
        return _carrying(page, sentence, hit, page.section.text[mention.start : mention.stop], "outlet", mention.start)
    if re.search(r"\b(?:[Rr]eports|[Ss]ources?|[Rr]umours)\b(?: \w+){0,4} ?$", words):
        return Voice("", "none", hit.start, hit.start, sentence.stop)
    return None


def _as_subject(page: Page, sentence: Sentence, hit: Hit[Cue], mention: Mention | None) -> Voice | None:
    """The voice of somebody named, if he is the subject of a verb."""
    if mention is None or page.section.folded.endswith(_CLOSE_TO, 0, mention.start):
        return None
    gap = _gap(page.section.folded, mention, hit.start)
    if len(gap) >= _FAR or not _BETWEEN.fullmatch(gap):
        return None
    kin = _KIN_OF.search(page.section.folded, max(sentence.start, mention.start - _BACK), mention.start)
    if kin and mention.person is not None:
        name = f"{page.reading.people[mention.person].name}'s {kin[1]}"
        return _carrying(page, sentence, hit, name, "person", kin.start())
    name, sort = name_of(page, sentence, mention, hit)
    return _carrying(page, sentence, hit, name, sort, mention.start) if name else None


def _gap(folded: str, subject: Mention, verb: int) -> str:
    """What stands between a subject and its verb, without the bracket about it ("Evening News (EN) have reported"),
    a club's statement and the comma after one who stands behind his post ("the Ajax manager, Anna Berg, said") or
    where reports stand ("reports, in the Star, say")."""
    gap = folded[subject.stop : verb]
    if subject.kind == "club":
        gap = gap.removeprefix(" statement")
    if gap.startswith(", ") and (
        folded.endswith(_POSTS, 0, subject.start)
        or _REPORTS_IN.search(folded, max(0, subject.start - _FAR), subject.start)
    ):
        return gap[1:]
    return gap[1:] if gap.startswith(")") and folded.endswith("(", 0, subject.start) else gap


def _whose_post(page: Page, sentence: Sentence, club: Mention | None) -> Mention | None:
    """The man of whose post a club is part, where both stand before a verb ("Anna Berg, the Ajax manager, said")."""
    if club is None or club.kind != "club":
        return None
    named = last_named(sentence, club.start)
    if named is None or named.person is None:
        return None
    return named if _HIS_POST.fullmatch(page.section.folded, named.stop, club.start) else None


def _told_privately(page: Page, sentence: Sentence, hit: Hit[Cue]) -> bool:
    """What a player tells his club or his friends is an act, not a statement to the public."""
    after = page.section.folded[hit.stop : hit.stop + 40]
    if _TO_PRESS.match(after):
        return False
    if _OBJECTS.match(after):
        return True
    target = next((m for m in sentence.mentions if hit.stop <= m.start < hit.stop + 12), None)
    return (
        target is not None
        and target.kind in ("club", "person")
        and target.text != "outlet"
        and not is_outlet_form(page, target)
    )


def _carrying(page: Page, sentence: Sentence, hit: Hit[Cue], name: str, sort: Sort, start: int) -> Voice:
    """How far a subject and its verb carry: on from the verb, or back where they close what was said."""
    folded = page.section.folded
    head, tail = folded[sentence.start : start], folded[hit.stop : sentence.stop]
    closes = (
        len(head) > 18
        and not head.startswith(_OPENS)
        and _TITLE.search(head, max(0, len(head) - 70))
        and _ENDS_SOON.match(tail)
        and not _GOES_ON.match(tail)
    )
    if not closes:
        low = max(sentence.start, start - 1) if sort in ("outlet", "writer") else hit.start
        return Voice(name, sort, start, low, _other_club(page, sentence, hit) if sort == "club" else sentence.stop)
    low = sentence.start
    if sort not in ("outlet", "writer"):
        return Voice(name, sort, start, low, sentence.stop if _ADDS_ON.match(tail) else hit.stop)
    if head.endswith((" and, ", " but, ")):
        low = start - 5
    ends = re.match(r"[^,;]{0,30}, and ", tail)
    return Voice(name, sort, start, low, hit.stop + ends.end() if ends else sentence.stop)


def _other_club(page: Page, sentence: Sentence, hit: Hit[Cue]) -> int:
    """Where what a club says ends: where another does something else ("Hull announced ..., while Leeds want ...")."""
    clubs = {m.start for m in sentence.mentions if m.kind == "club"}
    breaks = _CONTRAST.finditer(page.section.folded, hit.stop, sentence.stop)
    return next((found.start() for found in breaks if found.end() in clubs), sentence.stop)


def _described(page: Page, sentence: Sentence, hit: Hit[Cue], noun: re.Match[str]) -> Voice | None:
    """A subject without a name: "the report", "he", "the club", "his agent", "the Ajax boss"."""
    start = max(sentence.start, hit.start - 60) + noun.start()
    if noun.lastgroup == "carry":
        if page.carried and _is_same(page, sentence, start, noun["carry"]):
            return Voice(page.carried[0], "outlet", start, sentence.start, sentence.stop)
        return Voice("", "none", start, hit.stop, sentence.stop)
    if "been " in page.section.folded[hit.start : hit.stop]:
        return None  # "he has been told" tells nothing of who told him
    if noun.lastgroup == "kin":
        name = noun["kin"]
        return _carrying(
            page,
            sentence,
            hit,
            name[0].lower() + name[1:] if name.startswith(("The ", "His ", "Her ")) else name,
            "person",
            start,
        )
    if noun.lastgroup == "club":
        club = club_meant(page, sentence, start)
        return _carrying(page, sentence, hit, club, "club", start) if club else None
    said = page.section.folded[start : hit.stop]
    he = noun.lastgroup == "pronoun"
    name = (he_who_speaks(page, sentence, said) if he else boss_meant(page, sentence, start)) or ""
    return _carrying(page, sentence, hit, name, "person", start) if name else None


def _is_same(page: Page, sentence: Sentence, start: int, noun: str) -> bool:
    """Is it the report told of before ("the report", "it"), or some other ("reports in Spain", "a report")?"""
    return noun.lower() in _THEY or _THE_SAME.search(page.section.folded, sentence.start, start) is not None


def _after(page: Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """The subject that follows its verb: "..., says chief executive Ann Hill"."""
    folded = page.section.folded
    for named in sentence.mentions:
        if named.start < hit.stop:
            continue
        if not _GAP_AFTER.fullmatch(folded[hit.stop : named.start]):
            break
        name, sort = "", _NOBODY
        mention = writer_of(page, sentence, named) if named.kind == "outlet" else named
        if mention.kind == "outlet":
            name, sort = page.section.text[mention.start : mention.stop], "outlet"
        elif mention.kind == "person" and mention.person is not None and mention.how != "pronoun":
            name, sort = as_source(page.reading.people[mention.person])
            kin = re.match(
                r"'s (?:agent|father|brother|representative)\b(?P<named> [A-Z])?",
                folded[mention.stop : mention.stop + 24],
            )
            if kin and kin["named"]:
                continue
            if kin:
                name = name + kin.group()
        if name:
            low = sentence.start
            return Voice(
                name,
                sort,
                hit.start,
                low,
                sentence.stop if sort in ("outlet", "writer") else max(mention.stop, hit.stop),
            )
    kin = re.match(
        r" ((?:his|her|the [\w-]+'s) (?:agent|father|brother|camp|representatives?|lawyer))\b",
        folded[hit.stop : hit.stop + 40],
    )
    return Voice(kin.group(1), "person", hit.start, sentence.start, hit.stop) if kin else None
