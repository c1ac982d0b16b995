"""Who says so: the chain from the outlet that prints a claim to the voice that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mooted.language.fold import fold
from mooted.model.claim import Attribution
from mooted.model.mention import Mention, Reading, Section, Sentence

_BRACKET = re.compile(r"\(([^()\n]{2,80})\)[.\s]*$")
_VIA = re.compile(r"\s*(?:,|-|–)?\s*\b(?:via|h/t|through|by way of)\b\s*", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*[-–,]?\s*(?:in )?(?:Spanish|Italian|French|German|Portuguese|Dutch|Turkish|subscription|subscription required|external|video|print edition)$", re.IGNORECASE)
_NAME = r"(?:[A-Z0-9@][\w.'&+-]*|de|dello|della|del|di|do|da|la|le|los|el|the|of|and)"
_ACCORDING = re.compile(
    rf"(?:[Aa]ccording to|[Aa]s per|^Per|,? per|[Aa]s (?:first )?(?:reported|revealed|relayed|quoted|claimed|confirmed|told|stated|mentioned) (?:in|by|to)|(?:reported|revealed|claimed|cited|relayed|quoted|broken|understood) by|[Rr]eports (?:from|in)|[Rr]eport (?:from|in|by)|[Vv]ia|a report (?:from|in|by)) "
    rf"(?:the )?(?:(?:[a-z-]+|[A-Z][a-z]+ian|Spanish|French|British|German|English|Dutch|Turkish|Portuguese|Catalan) ){{0,3}}?(?:(?:newspaper|outlet|publication|daily|website|journalist|reporter|broadcaster|sports daily|paper|news outlet|transfer expert|insider|expert|site|magazine|portal|radio station) )?"
    rf"((?:The )?{_NAME}(?: {_NAME}){{0,4}})"
)
_REPORTS = r"(?:report|reports|reported|claim|claims|claimed|say|says|said|understand|understands|believe|believes|state|states|stated|suggest|suggests|write|writes|wrote|add|adds|added|reveal|reveals|revealed|note|notes|maintain|maintains|relay|relays|have reported|has reported|have claimed|has claimed|are reporting|is reporting|have revealed|has revealed|go on to claim|indicates|insist|insists|confirm|confirms|confirmed|told|tells|have said|has said|has told|have told|has confirmed|has insisted|insisted|has admitted|admitted|admits|explained|hinted|has hinted|posted|tweeted|announced|joked|warned|claims that|has suggested|suggested|believes)"
_THEN_REPORTS = re.compile(rf",? ?(?:\(?[A-Za-z]+\)? )?{_REPORTS}\b(?! to (?:be|have))")
_REPORTS_THEN = re.compile(r"(?:says|said|reports|writes|claims|claimed|reported|told|adds|reveals|insists|insisted|explained|added|according to|confirmed|believes|admitted|as) (?:the |their |his |an? )?(?:[\w'’-]+ ){0,7}$")
_CARRIES = re.compile(
    r"\b[Tt]he (?:report|reports|outlet|newspaper|publication|article|journalist|paper|daily|website|same (?:report|source|outlet)|Spanish (?:newspaper|outlet|publication)|Italian (?:newspaper|outlet|publication)|story)[\w' ]{0,18} (?:also |goes on to |go on to |further )?(?:add|adds|claim|claims|say|says|state|states|believe|believes|suggest|suggests|report|reports|continue|continues|explain|explains|note|notes|reveal|reveals|insists|mentions|indicates)\b|\bit (?:is )?added\b|(?:says|adds|claims) the (?:report|outlet|newspaper)|\b[Tt]hey (?:add|claim|also claim|report|also report)\b"
)
_UNNAMED = re.compile(
    r"\b(?:reports (?:in|from|across) [A-Z]\w+|according to (?:\w+ )?reports|reportedly|it is understood|it is believed|is understood|sources? (?:close|told|suggest|say)[\w ]{0,30}|[A-Z]\w+ (?:media|press|reports|sources)|rumou?rs|reports (?:claim|suggest|say)|understood to)\b"
)
_HANDLE = re.compile(r"@([A-Za-z0-9_]{3,20})")
_TOLD = re.compile(r"\btold (?:the )?((?:[A-Z@][\w.'&-]*)(?: (?:[A-Z][\w.'&-]*|del|dello|de|la)){0,4})")
_OWN_WORDS = re.compile(r"\b(?:as|exclusively|previously) (?:revealed|reported|told|exclusively)")
_SPOKEN = re.compile(r"^[\"'“‘]")
_POST_QUOTE = re.compile(r"^[^\w\n]*((?:[A-Z][\w'’-]+ ?){1,4})(?:[^:\"“\n]{0,60})[:：] ?[\"“]")


class Voice(NamedTuple):
    """A source named at a place of a sentence, and whether it is a person or club speaking for himself."""

    name: str
    start: int
    speaks: bool


@dataclass(slots=True)
class Press:
    """What a reader knows of outlets: forms in folded text to names, and journalists."""

    outlets: Mapping[str, str]
    journalists: frozenset[str]


def attribute(reading: Reading, press: Press, outlet: str | None) -> dict[tuple[str, int], Attribution]:
    """The attribution of every sentence, by section and start of the sentence."""
    found: dict[tuple[str, int], Attribution] = {}
    for section in reading.sections:
        found |= _section(section, reading, press, outlet)
    return found


def _section(section: Section, reading: Reading, press: Press, outlet: str | None) -> dict[tuple[str, int], Attribution]:
    brackets = _bracketed(section, press) if section.place == "text" else {}
    found: dict[tuple[str, int], Attribution] = {}
    carried: tuple[str, ...] = ()
    speaker: str | None = None
    paragraph = -1
    for number, sentence in enumerate(section.sentences):
        words = section.folded[sentence.start : sentence.stop]
        voices, via = _named(section, sentence, words, reading, press)
        if voices:
            carried = tuple(voice.name for voice in voices if not voice.speaks) or carried
        speaker = _speaker(section, number, sentence, words, voices, reading, speaker, paragraph)
        names = tuple(dict.fromkeys(voice.name for voice in voices))
        if not names and speaker and _inside_quote(words, section, sentence):
            names = (speaker,)
        if not names and _CARRIES.search(words):
            names = carried[:1]
        if sentence.paragraph in brackets:
            origin, passed = brackets[sentence.paragraph]
            people = tuple(voice.name for voice in voices if voice.speaks)
            names, via = (people or origin), (*passed, *via)
        unnamed = _UNNAMED.search(words)
        found[section.place, sentence.start] = Attribution(
            outlet, _without_own(names, outlet), via, unnamed.group() if unnamed and not names else None
        )
        paragraph = sentence.paragraph
    return found


def _without_own(names: tuple[str, ...], outlet: str | None) -> tuple[str, ...]:
    """An outlet that cites itself names nobody."""
    own = {"sportsmail", "mail"} if outlet and "mail" in outlet.lower() else set()
    if outlet:
        own.add(outlet.lower())
    return tuple(name for name in names if name.lower() not in own)


def _bracketed(section: Section, press: Press) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The sources in brackets at the end of a column's items, by paragraph: origin and via."""
    last: dict[int, Sentence] = {sentence.paragraph: sentence for sentence in section.sentences}
    first: dict[int, int] = {}
    for sentence in section.sentences:
        first.setdefault(sentence.paragraph, sentence.start)
    found: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for paragraph, sentence in last.items():
        match = _BRACKET.search(section.text[first[paragraph] : sentence.stop])
        if match and (len(last) > 2 or _known(match.group(1), press)) and _source_like(match.group(1), press):
            chain = _VIA.split(match.group(1))
            origin = tuple(_clean(part) for part in re.split(r",\s*|\s+and\s+|;\s*|\s/\s", chain[0]) if _clean(part))
            found[paragraph] = (origin[:1], tuple(_clean(part) for part in chain[1:]))
    return found if len(found) >= max(1, len(last) // 3) else {}


def _clean(name: str) -> str:
    return _LANGUAGE.sub("", name.strip().strip("'\"")).strip(" -–,")


def _known(name: str, press: Press) -> bool:
    return fold(_clean(_VIA.split(name)[0])) in press.outlets


def _source_like(words: str, press: Press) -> bool:
    return words[:1].isupper() or "." in words or _known(words, press)


def _named(section: Section, sentence: Sentence, words: str, reading: Reading, press: Press) -> tuple[list[Voice], tuple[str, ...]]:
    """The sources that a sentence names."""
    voices: list[Voice] = []
    via: list[str] = []
    for match in _ACCORDING.finditer(words):
        name = _source_name(match.group(1), press)
        if name:
            passed_on = words[max(0, match.start() - 1) : match.start() + 5].strip(" ,(").lower().startswith("via")
            if passed_on:
                via.append(name)
            else:
                voices.append(Voice(name, match.start(1), False))
    for mention in sentence.mentions:
        voice = _voice(mention, section, sentence, words, reading, press)
        if voice and all(abs(voice.start - other.start) > 3 and voice.name != other.name for other in voices):
            voices.append(voice)
    if not voices and "@" in words:
        voices += [Voice(name, 0, False) for name in _handles(words)]
    return voices[:2], tuple(via)


def _source_name(raw: str, press: Press) -> str | None:
    """The outlet or person that "according to" names; nothing for "reports in Italy"."""
    words = raw.split()
    while words and words[-1].islower():
        words.pop()
    while words and words[0].islower():
        words.pop(0)
    for size in range(len(words), 0, -1):
        form = " ".join(words[:size])
        for option in (form, form.rstrip("'s"), form.removeprefix("The ")):
            if option in press.outlets:
                return form.removesuffix("'s")
    if len(words) >= 2 and words[0] not in ("The", "Italian", "Spanish", "French", "German"):
        return " ".join(words).removesuffix("'s").rstrip(".")
    return words[0].removesuffix("'s").rstrip(".") if words and len(words[0]) > 3 and words[0][0].isupper() and words[0] not in _NOT_SOURCES else None


_NOT_SOURCES = frozenset("The Italian Italy Spanish Spain France French Germany German England English Portugal Reports Report Sources Friday Monday Tuesday Wednesday Thursday Saturday Sunday His Their Turkey Turkish Brazil January".split())


def _voice(mention: Mention, section: Section, sentence: Sentence, words: str, reading: Reading, press: Press) -> Voice | None:
    """A mention that is followed or preceded by a verb of saying."""
    if mention.kind == "outlet" or (mention.kind == "club" and mention.text == "outlet"):
        name = section.text[mention.start : mention.stop]
        speaks = False
    elif mention.kind == "person" and mention.person is not None and mention.how in ("name", "surname"):
        name, speaks = reading.people[mention.person].name, reading.people[mention.person].role != "journalist"
    elif mention.kind == "club" and mention.club is not None and mention.how == "name" and mention.of is None:
        name, speaks = mention.club.name, True
    else:
        return None
    at, end = mention.start - sentence.start, mention.stop - sentence.start
    after = words[end : end + 90]
    if mention.kind == "club" and not re.match(r",? (?:have |has |also |today |later |officially )*(?:confirm|confirmed|insist|insisted|insists|confirms|said|say|announce that|revealed)\b", after):
        return None
    if speaks and mention.kind == "person":
        after = re.sub(r"^,? \(?\d\d\)?,", "", after)
        after = re.sub(r"^(?:'s (?:agent|father|representative|brother)(?: [A-Z]\w+){0,2})", "", after)
    if _THEN_REPORTS.match(after) and not re.match(r",? (?:and|was|is)\b", after):
        return Voice(name, at, speaks)
    before = words[:at]
    if _REPORTS_THEN.search(before[-70:]) and (not speaks or re.search(r"(?:says|said|claims|claimed|insists|explained|added|according to|adds|admitted)(?: [\w'-]+){0,6} $", before[-70:])) and re.match(r"[\s.,(']|$", after):
        return Voice(name, at, speaks)
    return None


def _handles(words: str) -> list[str]:
    """Reporters and outlets thanked by their handle in a post."""
    match = re.search(r"(?:[Aa]s|[Vv]ia|[Pp]er|called by|reported by|told|tells|revealed by|confirmed by|to)\b[^@\n]{0,25}@([A-Za-z0-9_]{3,20})|@([A-Za-z0-9_]{3,20}) (?:reports|reported|understands|🤝|called|revealed)|@([A-Za-z0-9_]{3,20})\W*$", words)
    return [next(group for group in match.groups() if group)] if match else []


def _inside_quote(words: str, section: Section, sentence: Sentence) -> bool:
    return bool(_SPOKEN.match(words)) or words.endswith(("'", '"'))


def _speaker(
    section: Section, number: int, sentence: Sentence, words: str, voices: list[Voice], reading: Reading,
    before: str | None, paragraph: int,
) -> str | None:  # fmt: skip
    """Who speaks the quotation that a sentence belongs to."""
    speaking = [voice for voice in voices if voice.speaks]
    if speaking:
        return speaking[-1].name
    post = _POST_QUOTE.match(words)
    if post:
        return post.group(1).strip()
    if _SPOKEN.match(words):
        return before
    return before if sentence.paragraph == paragraph or sentence.paragraph == paragraph + 1 else None
