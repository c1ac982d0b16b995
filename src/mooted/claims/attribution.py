"""Who says so: the chain from the outlet that prints a claim to the voice that it comes from.

Every word of saying ("said", "according to", "told") is read with what stands beside it: a voice, and how far it
carries. "Ajax say that ..." carries forward, "..., Marca reports" back over its sentence, a quotation as far as its
marks. A claim is attributed to the voice that carries to its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mooted.claims.speech import Cue, Quoted, cues, quotations
from mooted.language.automaton import Hit
from mooted.language.fold import fold, key
from mooted.model.claim import Attribution
from mooted.model.mention import Mention, Reading, Section, Sentence

Way = Literal["on", "back", "whole"]
Sort = Literal["person", "club", "outlet", "none"]
Chain = tuple[tuple[str, ...], tuple[str, ...]]

_BRACKET = re.compile(r"\(([^()\n]{1,80})\)(?:, external)?[.\s]*$")
_VIA = re.compile(r"\s*(?:,|-|–)?\s*\b(?:via|h/t|through|by way of)\b\s*", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\s*[-–,]?\s*(?:in )?(?:Spanish|Italian|French|German|Portuguese|Dutch|Turkish|subscription|subscription required|external|video|print edition)$",
    re.IGNORECASE,
)
_NO_SOURCE = frozenset(
    "the italian italy spanish spain france french germany german england english portugal portuguese dutch brazil turkey reports report "
    "sources source friday monday tuesday wednesday thursday saturday sunday his their her its turkish january february march april june "
    "july august september october november december some others it he she they both many fans pundits rumours exclusive exclusively who and "
    "but local latest european media press speculation there as this that what these those however while meanwhile also clubs new so if when "
    "according one twitter instagram insiders officials everyone nobody club we i you understand breaking excl can here told no not".split()
)
_OBJECTS = re.compile(
    r" (?:the )?(?:him|her|them|us|me|you|friends|his |her |their |its |club|manager|boss|player|team-mates|teammates|suitors|interested|bosses|"
    r"chiefs|Seagulls|intermediaries|everyone|yes|no\b|goodbye|farewell|to (?:be|have|find|leave|look|stay)|he |that he (?:is|was|can|will|would) )"
)
_TO_PRESS = re.compile(
    r" (?:the )?(?:reporters|press|a press|journalists|media|assembled|his (?:pre|post|press)|a (?:local|radio|podcast)|club'?s? (?:website|channel|official|media|site|TV)"
    r"|official (?:website|club)|BBC|fans)"
)
_BETWEEN = re.compile(
    r"(?:'s?)?(?:,? \(?(?:\d\d|right|left|above|pictured|inset)\)?,?| \([^()]{2,30}\))?(?:, (?:who|the|his|an?|speaking|when|in|at|whose)[^,.;]{3,70},)?"
    r"(?: on [^:]{3,60}?)?(?: (?:who|have|has|had|also|now|later|then|today|exclusively|previously|yesterday|since|already|reportedly|even|still|first|"
    r"is|are|was|were|publicly|recently|repeatedly|openly|officially|earlier|subsequently|initially|both|himself|clearly|simply|again|further|"
    r"once|did|could not|yet|finally|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|is said to|this week|go(?:es)? on to|went on to|last week|"
    r"himself|strongly|insistently|dryly)){0,4} ?"
)
_NOUN = re.compile(
    r"(?P<carry>\b(?:report|reports|outlet|newspaper|paper|publication|article|tweet|daily|website|story|it|they|same source|piece|post|journalist)"
    r"(?: (?:in|from|by) [A-Z]\w+)?)(?: (?:also|then|goes on to|go on to|further|now|has|have))?$"
    r"|(?P<pronoun>\b(?:he|she))(?: (?:has|had|also|then|later|further|is|even|went on to|has also)){0,2}$"
    r"|(?P<club>\b(?:the|both) clubs?|club's? (?:officials?|statement|spokes\w+)|club)(?: (?:have|has|had|also|now|since|later|both)){0,3}$"
    r"|(?P<kin>\b(?:his|her|[Tt]he [\w-]+'s|[A-Z][\w-]+(?: [A-Z][\w-]+)?(?:'s|s')) (?:agent|father|brother|uncle|representatives?|camp|lawyer|entourage|adviser|coach|manager|mother|dad|wife|cousin))"
    r"(?: at [A-Z]\w+)?(?: (?:has|had|also|have|dryly)){0,2}$"
    r"|(?P<staff>\b(?:boss|manager|head coach|coach|president|chairman|director|chief executive|owner|chief|captain|skipper|gaffer))(?: (?:has|had|also|then|later)){0,2}$",
)
_OUTLET_BEFORE = re.compile(r"((?:The )?(?:[A-Z0-9][\w.'&-]*)(?: (?:[A-Z][\w.'&-]*|of|de|del|della|dello|di|el|la|&)){0,4})(?: (?:also|have|has|now|previously|then|exclusively)){0,2} $")
_OUTLET_AFTER = re.compile(
    r"(?: (?:a |an |the |its |their )?(?:(?:[a-z-]+|[A-Z][a-z]+(?:ian|ish|ese|ch)|Dutch|German|Catalan|British) ){0,4}?)?"
    r"((?:The |the )?(?:[A-Z0-9@][\w.'&-]*|i\b)(?: (?:[A-Z0-9][\w.'&-]*|of|de|del|della|dello|di|el|la|and|&)){0,4})"
)
_GAP_AFTER = re.compile(r"[\s\w'’@-]{0,70}")
_CONTRAST = re.compile(r";|,? but | - |, (?:while|although|though|with|yet) | while | though | although |\? |\. ")
_RELATIVE = re.compile(r",(?: and)? (?:who|whose|whom|which|where|wanted|linked|currently|formerly|amid|despite|previously)\b[^,]*(?:, \d\d,[^,]*)?$| - (?:who|whose) [^-]*$| amid [^,]*$")
_OWN = {"mail": ("sportsmail", "mailonline", "mail online", "mail", "daily mail", "mail on sunday", "the mail on sunday"), "bbc": ("bbc", "bbc sport")}
_OWN_VOICE = re.compile(r"\b(?:told us|this website|this newspaper|we understand|has been told exclusively|Sportsmail|MailOnline)\b")
_HANDLE = re.compile(
    r"(?:\b(?:[Aa]s|[Vv]ia|[Pp]er|by|told|tells|from|[Cc]redit|h/t)\b[^@\n]{0,25}@(\w{3,20}))|@(\w{3,20}) (?:reports|reported|understands|had|has|called|revealed|first|\W*\U0001F91D)"
    r"|@(\w{3,20})(?=\W*(?:https?://\S+\W*)*$)"
)
_UNNAMED = re.compile(
    r"\b(?:reports (?:in|from|across) [A-Z]\w+|according to (?:\w+ )?reports|reportedly|it is understood|it is believed|is understood|"
    r"sources? (?:close|told|suggest|say)[\w ]{0,30}|[A-Z]\w+ (?:media|press|reports|sources)|rumou?rs|reports (?:claim|suggest|say)|understood to)\b"
)
_UNNAMED_WORDS = ("report", "Report", "understood", "believed", "source", "Source", "media", "press", "rumo", "Rumo")
_SPEAKS_UP = re.compile(r"(?: [^:“\"\n]{0,90})?:\s?\n?[\"'“‘]")
_LINE_HEAD = re.compile(r"^[^\w@(]*(?:(?:EXCL|BREAKING|Excl|Official)\w*\W+)?")
_CLUB_VERBS = frozenset(
    "say says said confirm confirms confirmed insist insists insisted announce announces announced state states stated maintain maintains "
    "maintained deny denies denied stress stressed reveal revealed indicated adamant".split()
)


class Voice(NamedTuple):
    """A source named in a sentence: who, from where, and over which characters of the section it carries."""

    name: str
    sort: Sort
    start: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Press:
    """What a reader knows of outlets: forms in folded text to names, and journalists."""

    outlets: Mapping[str, str]
    journalists: frozenset[str]


class Chains(dict[tuple[str, int], Attribution]):
    """The attribution of each sentence, by section and start; ``at`` tells that of a place within it."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[tuple[str, int], list[tuple[int, int, Attribution]]] = {}

    def at(self, place: str, sentence: int, where: int) -> Attribution:
        """The attribution of the characters at ``where`` of a sentence."""
        for low, high, chain in self.parts.get((place, sentence), ()):
            if low <= where < high:
                return chain
        return self.get((place, sentence), Attribution())


@dataclass(slots=True)
class _Page:
    """A section while its voices are being read."""

    section: Section
    reading: Reading
    press: Press
    outlet: str | None
    own: frozenset[str]
    quoted: list[Quoted] = field(default_factory=list)
    speaker: str | None = None
    spoke_in: int = -9
    carried: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


def attribute(reading: Reading, press: Press, outlet: str | None) -> Chains:
    """The attribution of every sentence, by section and start of the sentence."""
    chains = Chains()
    own = _own_names(outlet)
    names: dict[str, str] = {}
    for section in reversed(reading.sections):
        _read_section(_Page(section, reading, press, outlet, own, names=names), chains)
    return chains


def _own_names(outlet: str | None) -> frozenset[str]:
    """The names under which an outlet speaks of itself."""
    if not outlet:
        return frozenset()
    low = outlet.lower()
    bare = re.sub(r"\s*\([^)]*\)", "", low)
    mine = {low, bare, bare.removeprefix("the ")}
    for word, others in _OWN.items():
        if word in low:
            mine.update(others)
    return frozenset(mine)


def _read_section(page: _Page, chains: Chains) -> None:
    section = page.section
    hits = cues(section.folded)
    page.quoted = quotations(section.text)
    brackets = _bracketed(section, page.press) if section.place == "text" and "(" in section.text else {}
    credit = _post_credit(page) if "@" in section.text else ()
    starts = [hit.start for hit in hits]
    ends = [quote.stop for quote in page.quoted]
    for number, sentence in enumerate(section.sentences):
        here = hits[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.stop)]
        quotes = page.quoted[bisect_left(ends, sentence.start + 1) :]
        quotes = [quote for quote in quotes[:4] if quote.start < sentence.stop]
        voices = _voices(page, sentence, here) if here else []
        _write(page, chains, number, voices, quotes, brackets.get(sentence.paragraph), credit)


def _write(
    page: _Page, chains: Chains, number: int, voices: list[Voice], quotes: list[Quoted], bracket: Chain | None, credit: tuple[str, ...]
) -> None:  # fmt: skip
    """Put down the chain of a sentence, and of its parts where several voices share it."""
    sentence = page.section.sentences[number]
    place = (page.section.place, sentence.start)
    speaker = _speaker(page, number, voices, quotes)
    said = [voice for voice in voices if voice.sort in ("person", "club")]
    heard = [voice for voice in voices if voice.sort == "outlet"]
    via = tuple(dict.fromkeys((*(v.name for v in heard if said or speaker), *(bracket[1] if bracket else ()))))
    if heard:
        page.carried = tuple(voice.name for voice in heard)
    base = bracket[0] if bracket else credit
    default = _named(page, [*base], via, sentence)
    parts = list(_parts(page, sentence, voices, quotes, speaker, bracket, default))
    chains[place] = max(parts, key=lambda part: part[1] - part[0])[2] if parts else default
    if parts:
        chains.parts[place] = [*parts, (sentence.start, sentence.stop, default)]


def _named(page: _Page, names: list[str], via: tuple[str, ...], sentence: Sentence) -> Attribution:
    """A chain with these voices; without the outlet itself, each under the name it first had."""
    kept = tuple(dict.fromkeys(page.names.setdefault(_plain(name), name) for name in names if name.lower().removeprefix("the ") not in page.own))
    unnamed = None
    if not kept:
        words = page.section.folded[sentence.start : sentence.stop]
        match = _UNNAMED.search(words) if any(word in words for word in _UNNAMED_WORDS) else None
        unnamed = match.group() if match else None
    return Attribution(page.outlet, kept, via, unnamed)


def _plain(name: str) -> str:
    return key(name).removeprefix("the ")


def _parts(
    page: _Page, sentence: Sentence, voices: list[Voice], quotes: list[Quoted], speaker: str | None, bracket: Chain | None, default: Attribution
) -> Iterator[tuple[int, int, Attribution]]:  # fmt: skip
    """Stretches of a sentence with the voice that carries there; the first that holds a place counts."""
    if speaker:
        for quote in quotes:
            if quote.full:
                low, high = max(quote.start, sentence.start), min(quote.stop, sentence.stop)
                yield low, high, _named(page, [speaker], default.via, sentence)
    folded = page.section.folded
    for voice in sorted(voices, key=lambda v: (v.high - v.low, v.start)):
        if bracket and voice.sort == "outlet":
            continue
        chain = default if voice.sort == "none" and bracket else _named(page, [voice.name] if voice.sort != "none" else [], default.via, sentence)
        if voice.sort in ("person", "club"):
            for low, high in _asides(folded, voice.low, voice.high):
                yield low, high, default
        yield voice.low, voice.high, chain


_ASIDE = re.compile(
    r",(?: and)? (?:who|whose|whom|which|where|wanted|linked|currently|formerly|amid|despite|previously)\b(?:[^,.;]|, \d\d,)*(?=[,.;]|$)"
    r"| - (?:who|whose) [^-\n]*| amid [^,.;\n]*"
)


def _asides(folded: str, low: int, high: int) -> list[tuple[int, int]]:
    """Relative clauses are the writer's own, whoever says the rest ("Onana, who is wanted by Arsenal, could leave")."""
    if ", w" not in folded[low:high] and " amid " not in folded[low:high] and " - who" not in folded[low:high]:
        return []
    return [(match.start(), match.end()) for match in _ASIDE.finditer(folded, low, high)]


def _voices(page: _Page, sentence: Sentence, hits: list[Hit[Cue]]) -> list[Voice]:
    """The voices of a sentence; where one begins after a "but", the one before ends there."""
    found: list[Voice] = []
    for hit in hits[:8]:
        if _in_quote(page, hit.start):
            continue
        voice = _voice(page, sentence, hit)
        if voice and all(voice.start != other.start or voice.low != other.low for other in found):
            found.append(voice)
    if len(found) < 2:
        return found
    return [_cut(page, voice, found) for voice in found]


def _cut(page: _Page, voice: Voice, others: list[Voice]) -> Voice:
    """A voice does not carry over a contrast into what another voice tells."""
    for other in others:
        if other.start > voice.start and voice.high > other.start:
            breaks = list(_CONTRAST.finditer(page.section.folded, voice.start, other.start))
            voice = voice._replace(high=breaks[-1].start() if breaks else voice.high)
        elif other.start < voice.start and voice.low < other.start:
            breaks = list(_CONTRAST.finditer(page.section.folded, other.start, voice.start))
            voice = voice._replace(low=breaks[0].end() if breaks else voice.low)
    return voice


def _in_quote(page: _Page, where: int) -> bool:
    at = bisect_left(page.quoted, where, key=lambda quote: quote.stop)
    return at < len(page.quoted) and page.quoted[at].start <= where and page.quoted[at].full


def _voice(page: _Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """What a word of saying and the words beside it name."""
    folded, cue = page.section.folded, hit.value
    if cue in ("by", "per", "via"):
        return _by_voice(page, sentence, hit)
    if not _finite(folded, hit):
        return None
    before = _before(page, sentence, hit)
    if before:
        return before
    if cue in ("say", "report") and hit.start > 0 and (hit.start == sentence.start or folded[hit.start - 2 : hit.start] in (", ", "' ", '" ', "? ", "! ", "- ")):
        return _after(page, sentence, hit)
    return None


def _finite(folded: str, hit: Hit[Cue]) -> bool:
    """Is the word a verb of saying here? "Said to be", "a report", "claims his first goal" are none."""
    after = folded[hit.stop : hit.stop + 14]
    if after.startswith((" to be", " to have", " yes", " no ", " goodbye", " farewell", " interest", " for ", " him", " on loan")):
        return False
    before = folded[max(0, hit.start - 14) : hit.start].lower()
    return not before.endswith(("the ", " a ", " an ", "his ", "of ", "recent ", "their ", "media ", "from ", "these ", "those ", "any ", "amid ", "to "))


def _before(page: _Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """The subject that stands before the verb: a person, a club, an outlet, or a word for one."""
    folded = page.section.folded
    high = sentence.stop
    if hit.value == "tell" and _told_privately(page, sentence, hit):
        return Voice("", "none", hit.start, hit.start, hit.start)
    mention = _last_mention(sentence, hit.start)
    if mention and (gap := folded[mention.stop : hit.start]) is not None and len(gap) < 110 and _BETWEEN.fullmatch(gap):
        name, sort = _name_of(page, mention, hit)
        if name:
            return _carrying(page, sentence, hit, name, sort, mention.start)
    words = folded[max(sentence.start, hit.start - 60) : hit.start].rstrip(" ")
    noun = _NOUN.search(words)
    if noun:
        return _described(page, sentence, hit, noun)
    if hit.value in ("report", "say", "tell"):
        match = _OUTLET_BEFORE.search(folded, max(sentence.start, hit.start - 60), hit.start)
        if match and (hit.value == "report" or page.press.outlets.get(match.group(1).removeprefix("The "))):
            name = match.group(1)
            if name.split()[0].lower() not in _NO_SOURCE and not _is_other(sentence, match.start(1)) and len(name) > 1:
                return _carrying(page, sentence, hit, name.removesuffix("'s"), "outlet", match.start(1))
            return Voice("", "none", hit.start, hit.start, high)
    if re.search(r"\b(?:[Rr]eports|[Ss]ources?|[Rr]umours)\b(?: \w+){0,4} ?$", words):
        return Voice("", "none", hit.start, hit.start, high)
    return None


def _told_privately(page: _Page, sentence: Sentence, hit: Hit[Cue]) -> bool:
    """What a player tells his club or his friends is an act, not a statement to the public."""
    after = page.section.folded[hit.stop : hit.stop + 40]
    if _TO_PRESS.match(after):
        return False
    if _OBJECTS.match(after):
        return True
    target = next((m for m in sentence.mentions if hit.stop <= m.start < hit.stop + 12), None)
    return target is not None and target.kind in ("club", "person") and target.text != "outlet" and not _is_outlet_form(page, target)


def _is_outlet_form(page: _Page, mention: Mention) -> bool:
    """Does a club's name go on to be an outlet's ("Liverpool Echo")?"""
    folded = page.section.folded
    match = _OUTLET_AFTER.match(folded, mention.start - 1)
    return bool(match and match.group(1) in page.press.outlets and match.end(1) > mention.stop)


def _last_mention(sentence: Sentence, where: int) -> Mention | None:
    """The last person, club or outlet that ends before a place, whatever it is called there."""
    best: Mention | None = None
    for mention in sentence.mentions:
        if mention.start >= where:
            break
        if mention.stop <= where and (mention.kind in ("person", "outlet", "club")) and mention.how not in ("pronoun", "stadium", "manager"):
            best = mention
    return best


def _is_other(sentence: Sentence, start: int) -> bool:
    return any(m.start <= start < m.stop and m.kind in ("person", "club", "nation", "place", "league", "position") and m.text != "outlet" for m in sentence.mentions)


def _name_of(page: _Page, mention: Mention, hit: Hit[Cue]) -> tuple[str, Sort]:
    """The name of a subject as a source; nothing for a club that thinks or hopes."""
    text = page.section.text[mention.start : mention.stop]
    if mention.kind == "outlet" or (mention.kind == "club" and mention.text == "outlet" and hit.value == "report"):
        return text.removesuffix("'s"), "outlet"
    verb = page.section.folded[hit.start : hit.stop].lower().split()[-1]
    if mention.kind == "club":
        speaks = verb in _CLUB_VERBS or hit.value == "stand"
        return (mention.club.name, "club") if mention.club and speaks and mention.of is None else ("", "none")
    if mention.person is None or (hit.value == "report" and verb in ("detail", "report", "reports", "reported", "expect", "think", "understand")):
        return "", "none"
    if page.section.folded[mention.stop : mention.stop + 3] == "'s ":
        return "", "none"
    person = page.reading.people[mention.person]
    return person.name, "outlet" if person.role == "journalist" else "person"


def _carrying(page: _Page, sentence: Sentence, hit: Hit[Cue], name: str, sort: Sort, start: int) -> Voice:
    """How far a subject and its verb carry: on from the verb, or back where they close what was said."""
    folded = page.section.folded
    head = folded[sentence.start : start].rstrip()
    tail = folded[hit.stop : sentence.stop]
    closes = head[-1:] in ",'\"-" and len(head) > 18 and not re.match(r" (?:that|he |she |they |the |there |his |it )", tail)
    if not closes:
        return Voice(name, sort, start, hit.stop if sort != "outlet" else max(sentence.start, start - 1), sentence.stop)
    goes_on = sort == "outlet" or re.match(r"(?: (?:to )?[\w' .]{0,40}?)?,? (?:that|and|but|adding|before adding)\b", tail)
    return Voice(name, sort, start, sentence.start, sentence.stop if goes_on else hit.stop)


def _described(page: _Page, sentence: Sentence, hit: Hit[Cue], noun: re.Match[str]) -> Voice | None:
    """A subject without a name: "the report", "he", "the club", "his agent", "the Ajax boss"."""
    start = hit.start - len(noun.string) + noun.start()
    if noun.lastgroup == "carry":
        return Voice(page.carried[0], "outlet", start, sentence.start, sentence.stop) if page.carried else Voice("", "none", start, hit.stop, sentence.stop)
    if noun.lastgroup == "kin":
        name = noun["kin"]
        return _carrying(page, sentence, hit, name[0].lower() + name[1:] if name.startswith(("The ", "His ", "Her ")) else name, "person", start)
    if noun.lastgroup == "club":
        club = _club_meant(page, sentence, start)
        return _carrying(page, sentence, hit, club, "club", start) if club else None
    name = (_pronoun(page, sentence) if noun.lastgroup == "pronoun" else _staff(page, sentence, start)) or ""
    return _carrying(page, sentence, hit, name, "person", start) if name else None


def _club_meant(page: _Page, sentence: Sentence, start: int) -> str | None:
    """Which club "the club" is: the one that the words resolve to, else the first of the sentence."""
    clubs = [m for m in sentence.mentions if m.kind == "club" and m.club]
    near = next((m for m in clubs if abs(m.start - start) < 5), None)
    chosen = near or next((m for m in clubs if m.start < start), None)
    return chosen.club.name if chosen and chosen.club else None


def _pronoun(page: _Page, sentence: Sentence) -> str | None:
    """Who "he" is that speaks: whoever spoke last, else the last man named before."""
    if page.speaker and sentence.paragraph - page.spoke_in <= 3:
        return page.speaker
    return _last_named(page, sentence, ("manager", "director", "agent", "player"))


def _staff(page: _Page, sentence: Sentence, start: int) -> str | None:
    return _last_named(page, sentence, ("manager", "director")) or page.speaker


def _last_named(page: _Page, sentence: Sentence, roles: tuple[str, ...]) -> str | None:
    people = page.reading.people
    at = bisect_left(page.section.sentences, sentence.start, key=lambda s: s.start)
    for earlier in page.section.sentences[max(0, at - 3) : at + 1][::-1]:
        for mention in earlier.mentions:
            if mention.kind == "person" and mention.how in ("name", "surname") and mention.person is not None and people[mention.person].role in roles:
                return people[mention.person].name
    return None


def _after(page: _Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """The subject that follows its verb: "..., says chief executive Ann Hill"."""
    folded = page.section.folded
    for mention in sentence.mentions:
        if mention.start < hit.stop:
            continue
        if not _GAP_AFTER.fullmatch(folded[hit.stop : mention.start]):
            break
        name, sort = "", "none"
        if mention.kind == "outlet":
            name, sort = page.section.text[mention.start : mention.stop], "outlet"
        elif mention.kind == "person" and mention.person is not None and mention.how in ("name", "surname"):
            person = page.reading.people[mention.person]
            name, sort = person.name, "outlet" if person.role == "journalist" else "person"
            kin = re.match(r"'s (?:agent|father|brother|representative)\b", folded[mention.stop : mention.stop + 20])
            if kin:
                name = name + kin.group()
        if name:
            low = sentence.start
            return Voice(name, sort, hit.start, low, sentence.stop if sort == "outlet" else max(mention.stop, hit.stop))  # type: ignore[arg-type]
    kin = re.match(r" ((?:his|her|the [\w-]+'s) (?:agent|father|brother|camp|representatives?|lawyer))\b", folded[hit.stop : hit.stop + 40])
    return Voice(kin.group(1), "person", hit.start, sentence.start, hit.stop) if kin else None


def _by_voice(page: _Page, sentence: Sentence, hit: Hit[Cue]) -> Voice | None:
    """Whom "according to", "as reported by" or "via" names."""
    section, folded = page.section, page.section.folded
    if hit.value == "per" and not re.search(r"(?:^|[,(\"'-] |\bas )$", folded[max(sentence.start, hit.start - 4) : hit.start]) and hit.start != sentence.start:
        return None
    low, high = sentence.start, sentence.stop
    for mention in sentence.mentions:
        if mention.start < hit.stop or mention.how in ("pronoun", "manager", "description", "stadium"):
            continue
        gap = folded[hit.stop : mention.start]
        if len(gap) > 70 or not re.fullmatch(r"[\s\w'-]*", gap):
            break
        if mention.kind == "person" and mention.person is not None:
            person = page.reading.people[mention.person]
            kin = re.match(r"(?:'s|s') (?:agent|father|brother|representatives?|camp|lawyer)\b(?! [A-Z])", folded[mention.stop : mention.stop + 24])
            if kin:
                return Voice(section.text[mention.start : mention.stop] + kin.group(), "person", hit.start, low, high)
            if re.match(r"(?:'s|s') (?:agent|father|brother|representatives?|lawyer) [A-Z]", folded[mention.stop : mention.stop + 24]):
                continue
            return Voice(person.name, "outlet" if person.role == "journalist" else "person", hit.start, low, high)
        if mention.kind == "club" and mention.club and mention.text != "outlet" and "by" in folded[hit.start : hit.stop] and not _goes_on(folded, mention.stop):
            return Voice(mention.club.name, "club", hit.start, low, high)
        if mention.kind == "outlet" or mention.text == "outlet":
            break
    if re.match(r" the club\b(?!'s)", folded[hit.stop : hit.stop + 11]):
        club = _club_meant(page, sentence, hit.stop + 1)
        return Voice(club, "club", hit.start, low, high) if club else None
    match = _OUTLET_AFTER.match(folded, hit.stop)
    name = _outlet_name(match.group(1), page.press, section.text[match.start(1) : match.end(1)]) if match else None
    return Voice(name, "outlet", hit.start, low, high) if name and not (match and _is_other(sentence, match.start(1)) and name not in page.press.outlets) else None


def _goes_on(folded: str, stop: int) -> bool:
    """Does a name go on after a club's ("Liverpool Echo", "Ajax director Jan Smit")?"""
    return bool(re.match(r"(?:'s)? (?:[A-Z]|(?:[a-z-]+ ){0,3}(?:boss|manager|coach|director|president|chairman|chief|owner)\b)", folded[stop : stop + 40]))


def _outlet_name(raw: str, press: Press, written: str) -> str | None:
    """The outlet or person that "according to" names, as written; nothing for "reports in Italy"."""
    words = raw.split()
    for size in range(len(words), 0, -1):
        form = " ".join(words[:size])
        for option in (form, form.removesuffix("'s"), form.removeprefix("The "), form.removeprefix("the ")):
            if option in press.outlets:
                return written[: len(form)].removesuffix("'s").removeprefix("the ")
    while words and (words[-1].islower() or words[-1] == "&"):
        words.pop()
    if not words or words[0].lower() in _NO_SOURCE and (len(words) == 1 or words[0] not in ("The", "the")):
        return None
    name = written[: len(" ".join(words))].removeprefix("the ").removeprefix("@").rstrip(".").removesuffix("'s").removesuffix("’s")
    return name if len(name) > 1 and not name.isdigit() and name.lower() not in _NO_SOURCE else None


def _speaker(page: _Page, number: int, voices: list[Voice], quotes: list[Quoted]) -> str | None:
    """Who speaks the quotation that stands in a sentence; remembered for those that follow."""
    section = page.section
    sentence = section.sentences[number]
    speaking = [voice for voice in voices if voice.sort in ("person", "club")]
    full = [quote for quote in quotes if quote.full]
    if speaking:
        page.speaker, page.spoke_in = speaking[-1].name, sentence.paragraph
        return speaking[-1].name if full else None
    opening = _opens_speech(page, sentence) if ":" in section.folded[sentence.start : sentence.stop + 2] else None
    if opening:
        page.speaker, page.spoke_in = opening, sentence.paragraph
        return opening
    if not full:
        return None
    coming = _closing_voice(page, number, full[-1])
    if coming:
        page.speaker, page.spoke_in = coming, sentence.paragraph
    elif sentence.paragraph - page.spoke_in > 2:
        page.speaker = None
    else:
        page.spoke_in = sentence.paragraph
    return page.speaker


def _opens_speech(page: _Page, sentence: Sentence) -> str | None:
    """"Arne Slot on Salah: ..." opens what Slot says."""
    section = page.section
    people = page.reading.people
    for mention in sentence.mentions:
        if mention.kind != "person" or mention.person is None or mention.how not in ("name", "surname"):
            continue
        head = section.folded[sentence.start : mention.start]
        after = section.folded[mention.stop : min(mention.stop + 130, sentence.stop + 4)]
        if len(head) > 70 or any(sign in head for sign in ":.!?"):
            return None
        colon = _SPEAKS_UP.match(after)
        if colon and not re.match(r"'s?\b|,? (?:to|from|and|joins|deal|is|will|has (?:signed|joined|agreed)|set)\b", after):
            return people[mention.person].name
        if after.startswith(": ") and people[mention.person].role != "journalist":
            return people[mention.person].name
        return None
    return None


def _closing_voice(page: _Page, number: int, quote: Quoted) -> str | None:
    """The speaker named right after a quotation closes, in a later sentence."""
    sentences = page.section.sentences
    if quote.stop <= sentences[number].stop:
        return None
    for later in sentences[number + 1 : number + 9]:
        if later.start > quote.stop + 2:
            return None
        if later.stop >= quote.stop:
            hits = [hit for hit in cues(page.section.folded[quote.stop : min(later.stop, quote.stop + 90)])]
            for hit in hits[:2]:
                moved = Hit(hit.start + quote.stop, hit.stop + quote.stop, hit.value)
                voice = _voice(page, later, moved)
                if voice and voice.sort in ("person", "club"):
                    return voice.name
    return None


def _post_credit(page: _Page) -> tuple[str, ...]:
    """The reporter whom a short post thanks by his handle."""
    text = page.section.text
    if len(text) > 700:
        return ()
    match = _HANDLE.search(text)
    handle = next((group for group in match.groups() if group), "") if match else ""
    if not handle or any(name in page.own for name in (handle.lower(), f"@{handle.lower()}")):
        return ()
    return (_known_reporter(handle, page.press) or handle,)


def _known_reporter(handle: str, press: Press) -> str | None:
    """The journalist whose name a handle is, where the book has him: "MatteMoretto" is Matteo Moretto."""
    letters = re.sub(r"[^a-z]", "", handle.lower())
    for name in press.journalists:
        first, _, last = fold(name).lower().partition(" ")
        if last and letters.endswith(last) and len(letters) > len(last) and first.startswith(letters[: -len(last)]):
            return name
    return None


def _bracketed(section: Section, press: Press) -> dict[int, Chain]:
    """The sources in brackets at the end of a column's items, by paragraph: origin and via."""
    last: dict[int, Sentence] = {}
    first: dict[int, int] = {}
    for sentence in section.sentences:
        first.setdefault(sentence.paragraph, sentence.start)
        last[sentence.paragraph] = sentence
    found: dict[int, Chain] = {}
    for paragraph, sentence in last.items():
        start = max(first[paragraph], sentence.stop - 110)
        match = _BRACKET.search(section.text, start, sentence.stop) if ")" in section.text[max(start, sentence.stop - 14) : sentence.stop] else None
        if not match:
            continue
        known = _known(match.group(1), press)
        closed = section.text[start : match.start()].rstrip()[-1:] in (".", "!", "?", '"', "'", "”", "’")
        if (known or (closed and _source_like(match.group(1))) or (len(last) > 2 and _source_like(match.group(1)))):
            chain = _VIA.split(match.group(1))
            found[paragraph] = ((_origin(chain[0], press),), tuple(name for part in chain[1:] if (name := _clean(part))))
    return found if len(found) >= max(1, len(last) // 3) else {}


def _origin(words: str, press: Press) -> str:
    """The first of the outlets in a bracket; "Press and Journal" is one."""
    whole = _clean(words)
    if fold(whole) in press.outlets:
        return whole
    parts = [name for part in re.split(r",\s*|\s+and\s+|;\s*|\s/\s", words) if (name := _clean(part))]
    return parts[0] if parts and fold(parts[0]) in press.outlets or "," in words and parts else whole


def _clean(name: str) -> str:
    return _LANGUAGE.sub("", name.strip().strip("'\"")).strip(" -–,")


def _known(name: str, press: Press) -> bool:
    return fold(_clean(_VIA.split(name)[0])) in press.outlets


def _source_like(words: str) -> bool:
    return (words[:1].isupper() or "." in words or words in ("i", "i paper")) and not words[:1].isdigit()
